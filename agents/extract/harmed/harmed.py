"""Words of harm as they come: which await people behind them, and which tell of people before them («130 مسلحا قتلوا»)."""

import re

from agents.extract.counted import headcounts
from agents.extract.harm import died, moves, supposed
from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import STOP
from agents.extract.harm.harm import DONE, HURT, Harm
from agents.extract.harmed import doing, executed, relative
from agents.extract.harmed.subjects import subject_of
from agents.extract.named import fellows, pronouns, stated
from agents.extract.named.pronouns import LED
from agents.extract.people.people import People
from agents.extract.people.victims import ARMS, FIGHTERS
from agents.extract.words.numerals import FEW
from agents.extract.words.wordlists import any_of, listed

_FATE = re.compile(r"\s(?:(?:ل?(?:مصرع|حتف|رب|نحب)|حيات|ارواح)ه(?:م|ما|ن|ا)?|الحياه)(?![\u0621-\u064a])")
_LOSES = re.compile(  # «فقدوا منازلهم», «تفقد الوزير الجرحى»: nobody is missing
    rf"[يت]?تفقد|فقد\S*\s(?:ال)?(?:{any_of('harmed', 'lost')})\S*"
)
_LOST_DEAD = re.compile(  # «فقد التنظيم 22 قتيلا», «يفقد عشرات القتلى»: dead are lost, not missing
    rf"(?:\s(?!و)[^\s،.:؛]+){{0,6}}?\s(?:من\s)?(?:ال)?(?:{any_of('harmed', 'fallen')})"
)
_FELT = re.compile(  # «أصيب الأهالي برعب», «أصيب بخيبة أمل»: nobody is wounded
    rf"(?:\s(?!ب(?:ال)?(?:{any_of('harmed', 'wound')}))[^\s،.:؛]+){{0,4}}?"
    rf"\sب(?:ال)?(?:{any_of('harmed', 'felt')})"
)
_ANNIVERSARY = re.compile(r"\s(?:ال|لل|بال)?ذكري\s(?:[^\s،.:]+\s){1,3}$")
_THEMSELVES = re.compile(r"[^.؟!؛\n]*?\s(?:نفسه|نفسها|نفسيهما|انفسهم|انفسهما|سلاحهم|اسلحتهم)(?![\u0621-\u064a])")
_OF_VICTIMS = re.compile(  # «أسر الضحايا», «أسر 25 شخصا قتلوا»: families, no captives
    rf"اسر\s(?:و?(?:{any_of('harmed', 'kin')})|(?:ال)?(?:{any_of('harmed', 'mourned')})"
    rf"|(?:[0-9]+|عشرات|مئات|احد|{FEW})\s(?:[^\s،.:؛]+\s){{0,3}}(?:ممن\s|كانوا\s)?"
    rf"(?:{any_of('harmed', 'died')}|فقدوا)\s)"
)
_OF_KIN, _FAMILY = re.compile(r"(?:ذوي|مع|لدي|بين|تعاز[يه]\S*|مواسا\S*|ع?ز[يو]ا?|عزت)\s(?:الي\s)?$"), "اسر"  # «تعازيه لذوي أسر رجال الأمن»
_REAPED = ("حصد", "تحصد", "يحصد")
_FALL = ("سقط", "سقوط")
_STUMBLES = re.compile(r"(?:\s[^\s،.]+){0,3}\s(?:ارضا|علي الارض|مغشيا)(?![\u0621-\u064a])")  # «يسقط أحد الجنود أرضا»
_CAUGHT = re.compile(r"\s(?:في\s(?:ال)?(?:قبضه|اسر)|اسري)(?![\u0621-\u064a])")
_CATCHING = "وقوع"
_TO_CAPTIVES = re.compile(
    r"(?:\s(?!و|قت|جر|ضحا|شه)[^\s،.:؛]+){1,5}?\s(?:في\s(?:ال)?(?:قبضه|اسر)|اسري)(?![\u0621-\u064a])"
)  # «وقوع تسعة آخرين أسرى»
_OF_SUBJECTS = frozenset(["verb", "passive", "light", "gone", "come", DONE])  # kinds whose people may stand before
_ACTIVE = frozenset(["verb", "active"])  # kinds whose subject did it, where that stands behind
_BREAK = re.compile(r"[،.؟!؛\n]")
_EITHER = re.compile(r"\sاو\s")
_PARTICLE = frozenset(["فقد", "وفقد"])  # «فقد أصدرت المحكمة»: mostly no verb
_STOPS = ("اوقف", "توقيف", "ايقاف", "يوقف", "توقف")
_OFF_WORK = re.compile(r"(?:\s[^\s،.؛:]+){0,6}?\sعن\s(?:ال)?(?:عمل|خدمه|مهام)(?![\u0621-\u064a])")
_OFF_WORK_REACH = 70  # characters
_RESULTS = frozenset(["killed", "wounded", "displaced"])
_RISES_TO = re.compile(r"(?:^|\s)[وفل]?(?:[يت]?رتفع|ارتفع|[يت]?رفع|[يت]صل|وصل)ت?\s(?:\S+\s)?الي\s(?:نحو\s|حوالي\s)?$")
_AND_HURT = re.compile(r"\sو(?:ال)?(?:جرحي|مصابين|مصابون|قتلي|اصابات)(?![\u0621-\u064a])")
_AT_RISK = re.compile(r"تعرض\w*\s")
DEATHS = (*sorted(listed("acts", "death")), "وفا")  # «انتقام لمقتل ثلاثه»: what is never a purpose
_BESIDES = "اضافه "  # «بالإضافة لإصابة 16»
_JOINED_WORDS, _COUNTED_WORDS = 4, 7
_HIS_FATE = tuple(f" {fate}{of}" for fate in ("مصرع", "حتف") for of in ("ه", "ها", "هم", "هما"))
_FATE_REACH, _RISK_REACH, _STATE_REACH = 130, 60, 40  # characters in which what a word tells of stands behind or before it


def enter(line: Line, word: Harm, ahead: People | None) -> None:
    """Takes a word of harm into the sentence. ahead: the next people behind it."""
    if (
        line.text[word.start : word.stop] in _PARTICLE
        and (ahead is None or (ahead.start - word.stop > 2 and ahead.noun.form != "own"))  # «فقد الجيش ثلاثة من جنوده»
        and not (ahead is not None and ahead.counted and ahead.noun.whose in ARMS and doing.force_behind(line, word) > word.stop)
        and not _FATE.search(line.text, word.stop, word.stop + _FATE_REACH)
    ):
        return
    if word.measure == "wounded" and not (ahead is not None and ahead.counted) and _FELT.match(line.text, word.stop):
        return
    if word.measure == "captured" and (_OF_VICTIMS.match(line.text, word.stop - 3) or _families(line, word) or _from_work(line, word)):
        return
    if _intended(line, word) or supposed.in_general(line, word) or line.text.endswith("كر وفر", 0, word.stop) or _remembered(line, word):
        return
    if died.ruled(line, word) or supposed.cause(line.text, word) or supposed.wanted(line.text, word):
        return
    relative.pass_by(line, word)
    if line.text.startswith(_REAPED, word.start + len(word.proclitic)) and not _reaped(line, word, ahead):
        return
    word = headcounts.counted(line, executed.carried_out(line, moves.settled(line, _with_fate(line, word))))
    line.his = word if word.kind == "his" else None
    if word.kind == "his":
        pronouns.tell(line, word)
    elif word.kind == "tally":
        _tally(line, word)
    elif (
        word.kind == "masdar"
        and word.proclitic.endswith("ل")
        and not line.text.startswith(DEATHS, word.start + len(word.proclitic))
        and not (word.measure in _RESULTS and LED.search(line.before(word.start, 40)))
        and not line.before(word.start, 8).endswith(_BESIDES)
    ):
        _undergone(line, word)
    elif word.kind == "state":
        _found_so(line, word)
    elif word.measure:
        _follow(line, word, ahead)


def _reaped(line: Line, word: Harm, ahead: People | None) -> bool:
    """«حصدت الألغام أربعة مدنيين»: not «حصدت القائمة 20 مقعدا», nor «أصوات 20 ناخبا»."""
    if word.kind != "active":
        return True  # «حصدت أرواح»
    if ahead is None or not (ahead.counted or ahead.noun.form in ("two", "either")) or not ahead.noun.whose:
        return False
    return not any(one.startswith(("صوت", "اصوات", "جوائز", "جائز", "لقب")) for one in line.text[word.stop : ahead.start].split())


def _families(line: Line, word: Harm) -> bool:
    """«قدم تعازيه لذوي أسر رجال الأمن»: whether the word for taking stands behind one behind which no verb can: families are meant."""
    bare = word.kind == "verb" and line.text[word.start : word.stop] == _FAMILY
    return bare and _OF_KIN.search(line.before(word.start, 16)) is not None


def _from_work(line: Line, word: Harm) -> bool:
    """«أوقفت الوزارة ثلاثة ضباط عن العمل»: whether people were only suspended."""
    text, begin = line.text, word.start + len(word.proclitic)
    return text.startswith(_STOPS, begin) and _OFF_WORK.match(text, word.stop, word.stop + _OFF_WORK_REACH) is not None


def _tally(line: Line, word: Harm) -> None:
    """A word that counts: it awaits its number, unless that stands before it («ترتفع إلى 123 حصيلة القتلى»)."""
    if word.measure in HURT and (both := _AND_HURT.match(line.text, word.stop)):
        word = word._replace(measure="killed_or_wounded", stop=both.end())
    line.tally, last = word, line.last
    if last is None or last.measures or not last.people.counted or word.start - last.people.stop > 1:
        return
    if _RISES_TO.search(line.before(last.people.start, 30)):
        last.tell("figure.tally", (word.measure,), word)
        line.tally = None


def _remembered(line: Line, word: Harm) -> bool:
    """«ذكرى استشهاد …», «الذكرى الثالثة لمقتل …»: who is remembered did not die now."""
    if word.kind != "masdar":
        return False
    if word.proclitic.endswith("ل"):
        return _ANNIVERSARY.search(line.before(word.start, 35)) is not None
    return line.before(word.start, 8).endswith((" ذكري ", "لذكري "))


def _intended(line: Line, word: Harm) -> bool:
    """«لقتل الأبرياء», «لأسر الشهداء»: what a verb in the past never is with «ل»; a masdar it is where something led to it."""
    if word.kind != "verb" or not word.proclitic.endswith("ل") or line.text[word.start + len(word.proclitic)] in "يت":
        return False
    return not LED.search(line.before(word.start, 40))


def _with_fate(line: Line, word: Harm) -> Harm:
    """«لقي», «فقد» and «سلم» say what happened with the word that follows: fate, lives, themselves."""
    text = line.text
    if word.measure == "transferred" and _THEMSELVES.match(text, word.stop, word.stop + _FATE_REACH):
        return word._replace(measure="surrendered", kind="passive")
    if any(fall in text[word.start : word.stop] for fall in _FALL):
        return word._replace(measure="" if supposed.shells_fell(line, word) else _fallen(text, word))
    if word.kind == "caught":
        return _caught(text, word)
    losing = word.measure in ("lost", "missing") and _LOST_DEAD.match(text, word.stop)
    if word.kind != "light" and not (word.measure == "missing" and word.kind == "passive"):
        return word._replace(measure="") if losing else word
    fate = _FATE.search(text, word.stop, word.stop + _FATE_REACH)
    if fate and not STOP.search(text, word.stop, fate.start()):
        return word._replace(measure="killed")
    light = word.kind == "light" or losing  # of the dead their own noun says it
    return word._replace(measure="") if light or _LOSES.match(text, word.start + len(word.proclitic)) else word


def _caught(text: str, word: Harm) -> Harm:
    """«وقع 20 جنديا في الأسر», «وقوع تسعة آخرين أسرى»: whether people fell into somebody's hands."""
    if text.startswith(_CATCHING, word.start + len(word.proclitic)):
        return word._replace(measure="captured" if _TO_CAPTIVES.match(text, word.stop) else "", kind="masdar")
    caught = _CAUGHT.search(text, word.stop, word.stop + _FATE_REACH)
    return word._replace(measure="captured" if caught and not _BREAK.search(text, word.stop, caught.start()) else "", kind="passive")


def _fallen(text: str, word: Harm) -> str:
    """The measure of «سقط»: killed, or taken («سقط 431 إرهابيا في قبضة العدالة»); none of who stumbles."""
    if _STUMBLES.match(text, word.stop):
        return ""
    caught = _CAUGHT.search(text, word.stop, word.stop + _FATE_REACH)
    return "captured" if caught and "،" not in text[word.stop : caught.start()] else word.measure


def _undergone(line: Line, word: Harm) -> None:
    """«تعرض أحد أفراد الدورية لإصابة»; any other masdar with «ل» is a purpose, unless something led to it."""
    last = line.last
    if last is not None and undergoes(line, word.start):
        last.tell(f"figure.undergone.{word.measure}", (word.measure,), word)


def undergoes(line: Line, at: int) -> bool:
    """Whether the last people before a place are those whom something befell: «تعرض 20 شخصا ل…»."""
    last = line.last
    if last is None or last.measures or last.people.high is None or at - last.people.stop > _RISK_REACH:
        return False
    return _AT_RISK.search(line.before(last.people.start, 20)) is not None


def _found_so(line: Line, word: Harm) -> None:
    """«عثر على أربعة من عناصرها، مذبوحين»: in which state the people were found who stand before."""
    last = line.last
    if last is None or last.measures or word.start - last.people.stop > _STATE_REACH or not (last.people.counted or last.people.noun.whose):
        return
    if not line.negated(word.start):
        last.tell(f"figure.state.{word.measure}", (word.measure,), word)


def _follow(line: Line, word: Harm, ahead: People | None) -> None:
    waiting = line.waiting
    joined = waiting is not None and waiting.kind != "light" and word.proclitic == "و" and not line.text[waiting.stop : word.start].strip()
    joined = joined and waiting is not None and _of_one(line.text, waiting, word)
    line.part = None
    if waiting is not None and _EITHER.fullmatch(line.text, waiting.stop, word.start) and waiting.measure != word.measure:
        both = {waiting.measure, word.measure}  # «قتل أو جرح» counts both, «أسر أو قتل» says nothing of either
        line.heads, line.hungry = [waiting, word] if both == {"killed", "wounded"} else [], both == {"killed", "wounded"}
        return
    if _gave_up(line, word) or died.of_wounds(line, word) or _hurt_too(line, word, ahead):
        return
    if word.kind in _OF_SUBJECTS and (subject := subject_of(line, word, ahead)):
        subject.tell(f"figure.subject.{word.measure}", (word.measure,), word)
        if word.person == "two" and not (subject.people.counted or subject.people.high == 1):
            subject.people = subject.people._replace(high=2)  # «مدنيين قتلا»: a dual, as its verb is
        _tell_joined(line, subject, word)
        fellows.led_by(line, subject, word)
        line.heads, line.hungry = [word], False
    elif known := stated.befallen(line, word):
        line.drop_after(known.start)
        line.counts.append(Count(known))
        line.counts[-1].tell(f"figure.known.{word.measure}", (word.measure,), word)
        line.heads, line.hungry, line.known = [word], False, None
    elif word.kind != DONE:  # of people behind it that says nothing
        line.heads, line.hungry = ([*line.heads, word] if joined else [word]), True
        if word.kind in _ACTIVE:  # «خطف التنظيم راعي أغنام»: whom it befell stands behind who did it
            line.force_stop = doing.force_behind(line, word)


def _of_one(text: str, first: Harm, word: Harm) -> bool:
    """«قتل وأصيب العشرات»: whether two words in a row tell of the same people; not «الأب قتل وأصيبت زوجته», «لقي مصرعه وجرح آخران»."""
    if text[first.start : first.stop].endswith(_HIS_FATE):
        return False
    verbs = first.kind in _OF_SUBJECTS and word.kind in _OF_SUBJECTS
    return not verbs or text[first.stop - 1] == text[word.stop - 1] or "ت" not in (text[first.stop - 1], text[word.stop - 1])


def _gave_up(line: Line, word: Harm) -> bool:
    """«خرج 500 شخص بينهم 200 مقاتل، فروا وسلموا أنفسهم»: of these it is the fighters who gave themselves up."""
    last = line.last
    if word.measure != "surrendered" or word.kind != "passive" or last is None or last.part_of is None:
        return False
    if last.people.noun.whose not in FIGHTERS or STOP.search(line.text, last.people.stop, word.start):
        return False
    last.tell("figure.gave-up", ("surrendered",), word)
    last.part_of, line.heads, line.hungry = None, [word], False
    return True


def _hurt_too(line: Line, word: Harm, ahead: People | None) -> bool:
    """«300 مدني قتلوا وأصيبوا», «300 مدني قتل وأصيب في القصف»: whether a second verb is of the same people, who were killed or wounded."""
    last, first = line.last, line.heads[-1] if line.heads else None
    if last is None or first is None or word.kind not in _OF_SUBJECTS or {first.measure, word.measure} != HURT or last.harm is not first:
        return False
    gap = line.text[first.stop : word.start + len(word.proclitic)]
    if not last.rules[-1].startswith("figure.subject") or gap not in (" و", " او ") or word.person != first.person:
        return False
    if " الذين " in line.text[last.people.stop : first.start]:
        return False  # «الفلسطينيون الذين قتلوا وأصيبوا»: all those who were told of
    if word.person == "one" and (last.people.high == 1 or (ahead is not None and "،" not in line.text[word.stop : ahead.start])):
        return False  # «أن مدنيا قتل وأصيب آخران»
    last.tell("figure.joint", ("killed_or_wounded",), first)
    line.heads, line.hungry = [word], False
    return True


def _tell_joined(line: Line, subject: Count, word: Harm) -> None:
    """«أن جنديين وخمسة مقاتلين أصيبوا»: the verb tells of all that are joined before it."""
    last = subject
    for count in reversed(line.counts[line.first : -1]):
        gap = line.text[count.people.stop : last.people.start + len(last.people.particles)]
        if (
            last.people.particles[:1] != "و"
            or count.measures
            or (count.people.noun.whose == "" and not (count.people.counted and line.text.startswith(" من ", count.people.stop)))
            or len(gap.split()) > (_COUNTED_WORDS if count.people.counted and last.people.counted else _JOINED_WORDS)
            or STOP.search(gap)
        ):
            return
        count.tell("figure.chained", (word.measure,), word)
        last = count
