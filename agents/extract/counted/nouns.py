"""Nouns: people whose own noun says what befell them («28 قتيلا», «20 أسيرا»)."""

import re
from collections.abc import Sequence

from agents.extract.counted.hospitals import brought
from agents.extract.days.datewords import WEEKDAY
from agents.extract.harm import since
from agents.extract.harm.counts import PART, REFUSED, Count, Line
from agents.extract.harm.gaps import reaches
from agents.extract.harm.harm import SURE, Harm
from agents.extract.harm.moves import KINDS, PRISONERS, escaped
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of

_REMAINS = re.compile(r"(?:جثث|جثه|جثامين|جثمان|رفات)(?![\u0621-\u064a])")  # «رفات 3 أسرى»: not taken prisoner now
_BOUNDED = frozenset(["number.at-least", "number.about"])
_CAUSE = re.compile(rf"(?:^|[\s\"«(])[وف]?(?:{any_of('gaps', 'cause')})[\s\"]*$")
_HEADLINE = re.compile(r"و?(?:قت[لي]|جر[حي]|شه|اصاب|مصاب)")  # «قتلى وجرحى بانفجار», «قتيلان في …»
_ALSO = r"(?:\sو(?:قتلي|جرحي|مصابين|اصابات|ضحايا|شهداء))?"
_THEN_FELL = re.compile(rf"{_ALSO}(?:\s[^\s،.:؛]+(?:ين|ون|يين|ه))?\s(?:قد\s)?(?:سقط|وقع)(?:وا|ت)?(?![\u0621-\u064a])")
_THAT = re.compile(r"(?<![\u0621-\u064a])(?:[وفب]?ان|هناك|ثمه)\s[\"«]?$")
_OF_THE = re.compile(r"\sمن\s+ال(?:قت|جر|شه|مصاب|ضحا|جث|متوف|معتقل|موقوف|مخطوف|مختطف|نازح)")  # not «160 مصابا من الفلسطينيين»
_OF_DEAD = re.compile(r"\S+\sمن\s\S+")  # «50 من قتلى», not «4 قتلى من أفراد»
_OF_DAY = re.compile(rf"\s+(?:{WEEKDAY}|اليوم|الليله)(?![\u0621-\u064a])")
CONSTRUCT = re.compile(rf"(?!{_OF_DAY.pattern})\s+ال(?!(?:ي|ان)(?![\u0621-\u064a]))")  # «قتلى الهجوم», not «سقط قتلى السبت»
_STATED = re.compile(r"(?:^|[،:\"«(.]|\s[وف]?ان)\s?$")  # not «انتقال اثنين من المصابين»
_DISEASE = re.compile(r"\sب(?:ال)?(?:حمي|مرض|امراض|فيروس|كولير|وباء|خناق|انفلونزا|ضنك|عدوي|ملاريا|دفتيريا)")
_THERE = re.compile(r"\s(?:فيها?|فيهما|بها|به|خلالها?|جراءها?|بسببها?|(?:علي\s)?اثرها?|علي\sاثرهما|(?:في|خلال)\sال\S+|امس|اليوم)\s")
_TAKEN_UP = re.compile(r"(?:عثر|عثور|انتشل|انتشال|وصول|وصل|تسلم|استقبل)")
_VICTIMS = "ضحي"  # ضحية
_EXECUTION = " اعدام"
_OF_CRIME = rf"(?:ال)?(?:{any_of('acts', 'outlived')})(?!\w)"
_OUTLIVED = re.compile(
    rf"(?:(?:\sمن\s(?:ال)?ضحايا)?\s(?:من\s|لل?)?|\s(?:(?:و?ه[مني]ا?|ممن|كانوا|كن|اثناء|خلال)\s)?(?:[يت]تعرض|تعرض)\S*\s(?:\S+\s)?ل){_OF_CRIME}"
)
_VICTIMS_OF = re.compile(rf"ضحايا\s{_OF_CRIME}(?:\s[^\s،.:؛]+){{0,6}}\s$")  # «بلغ عدد ضحايا الاحتيال 300 ضحية»
_SUCH_VICTIMS = re.compile(rf"ضحايا\s(?:(?:عمليات|جرائم|اعمال|حملات|حوادث|حالات)\s)?{_OF_CRIME}")  # «عشرات من ضحايا عمليات الخطف»
_TO_THEM = re.compile(r"\s(?:[^\s،.:؛]+\s)?ل(?:ه|ها|هما|هم)(?![\u0621-\u064a])")  # «تسبب في إصابات خطيرة لهما»: of those told before
_UP_REACH = 40  # characters before bodies
_EXCHANGED = re.compile(r"(?<![\u0621-\u064a])[وفب]?(?:ال|عمليه\s|صفقه\s)?[يت]?تبادلت?\s(?!اطلاق|اتهام|قصف|نيران)(?:[^\s،.:؛]+\s){0,6}$")
_EXCHANGE_REACH = 60  # characters from an exchange to the prisoners
_TO_REACH = 25  # characters
_CRIME_REACH = 60  # characters
_BADLY = re.compile(
    r"[\"»]?\s(?:بعضهم\s|معظمهم\s|منهم\s|\S+\sمنهم\s)?(?:في\s|ب)(?:حاله|حالات)\s"
)  # «وجود عشرة جرحى بحالة خطرة»: of the act
_ITS_KIN = re.compile(  # «أرملة أحد شهداء الجيش»
    r"(?<![\u0621-\u064a])[وفلب]?(?:ارمل[هت]|والد[هت]?|شقيق[هت]?|زوج[هت]?|ابن|ابن[هت]|نجل|اسر[هت]|عائل[هت]|ذوي|منزل|قبر|جنازه|تشييع)\s$"
)
_WHOEVER = re.compile(r"(?<![\u0621-\u064a])(?:كل\s|ب?شفاء\s|علي\s|الله\s)من\s[يت]?سقط\S{0,2}\s$")
_KIN_REACH = 18  # characters
_INFLICTED = re.compile(r"(?<![\u0621-\u064a])[وف]?[يت]?كبد(?:ت|وا|ون)?\s(?:[^\s،.:؛\"]+\s){1,6}$")
_THAT_REACH, _INFLICTED_REACH = 8, 60  # characters
_APART = 2  # words
_FEW = frozenset(["one", "accusative", "two", "either"])  # forms of a noun
_OPENING = 25  # characters from the beginning of a sentence


def told(line: Line, count: Count) -> str:
    """«28 قتيلا», «قتلى وجرحى»: the noun itself says it."""
    people, measure, head = count.people, count.people.noun.measure, line.waiting
    if measure is None:
        return ""
    done = (
        _only_seen(line, people)
        or _of_kin(line, people)
        or (head is not None and (_carried(line, people, head) or since.of_tally(line, people, head)))
    )
    if done or since.known(line, people) or since.waiting(line, people) or since.portion(line, people):
        return REFUSED  # «نقل 5 جرحى»
    dies = head is not None and (head.kind == "light" or since.dies(line, people, head))  # «فارق ثلاثة جرحى الحياة»
    alive = (
        dies or people.rule == "number.one-of" or (measure not in SURE and people.noun.form in _FEW)
    )  # «مقتل نازح»: who may be killed too
    other = ("none", measure) if alive else ("none", "killed", measure)
    over = head._replace(stop=max(head.stop, line.subject_stop)) if head is not None else None  # «احتجز مسلحون رهائن»
    there = over is not None and over.measure == "remaining" and measure == "wounded" and _BADLY.match(line.text, people.stop)
    there = there if not people.definite else None  # «بسبب وجود بعض الجرحى في حالات خطرة»: of those who were counted
    if over is not None and over.measure not in other and not there and reaches(line.text, over, people):
        return ""  # «استسلام 5 جرحى», «وفاة أحد المصابين»
    if measure not in SURE:  # «80 أسيرا استشهدوا»: a verb may follow
        return "" if people.counted else f"figure.noun.{measure}" if _joined(line, count) else REFUSED
    if not (_new_count(line, people) if people.counted else _new_plural(line, people, head)):
        return _of_those(line, count, measure)
    _widen(line, count)
    count.measures, count.harm, line.hungry = (measure,), head, False
    return f"figure.noun.{measure}"


def _only_seen(line: Line, people: People) -> bool:
    """«رأى العديد من الجثث»: whether many bodies are told of that nobody found or brought: who fell is counted elsewhere."""
    bodies = people.rule == "number.vague" and line.text.endswith("الجثث", people.start, people.stop)
    return bodies and _TAKEN_UP.search(line.before(people.start, _UP_REACH)) is None


def _carried(line: Line, people: People, head: Harm) -> bool:
    """Whether a word right before only tells what was done with people who were hurt before."""
    if not (head.measure == "none" or head.kind in KINDS) or len(line.text[head.stop : people.start].split()) > _APART:
        return False
    if line.text.find(_EXECUTION, people.start, people.stop) >= 0:
        return False  # «نفذ التنظيم 27 حالة إعدام» did it
    return not (brought(line, people, head) or _put_down(line, people, head))


def _put_down(line: Line, people: People, head: Harm) -> bool:
    """«تسجيل 40 إصابة»: who are put down as hurt were hurt; not by a disease."""
    put_down = people.counted and not people.definite and line.text.startswith("تسجيل", head.start + len(head.proclitic))
    return put_down and _DISEASE.match(line.text, people.stop) is None


def _of_kin(line: Line, people: People) -> bool:
    """«زار أرملة أحد شهداء الجيش», «والد شهيد»: whether one of the dead only says whose widow, or father, somebody is.

    «رحم الله كل من سقط شهيدا»: or whether everybody is meant who ever fell.
    """
    before = line.before(people.start, _KIN_REACH)
    if people.rule == "people.accusative":
        return _WHOEVER.search(before) is not None
    return people.rule in ("number.one-of", "people.one") and not people.definite and _ITS_KIN.search(before) is not None


def _joined(line: Line, count: Count) -> bool:
    """«قتلى وجرحى وأسرى»: captives that stand with others of whom only their nouns tell."""
    people, last = count.people, line.last_told
    if last is None or last.people.counted or last.people.definite or last.people.noun.measure not in SURE or people.definite:
        return False
    if people.particles[:1] != "و" or people.start - last.people.stop > 1 or people.noun.measure != "captured":
        return False
    count.measures, count.harm = ("captured",), last.harm
    return True


def _new_count(line: Line, people: People) -> bool:
    """«ستة من المصابين», «50 من قتلى المظاهرات», «إحدى الجثث» are of those told before; «العشرات من القتلى» are not."""
    if _one_of(people):
        return False
    first = line.text.find(" ", people.start) + 1 if people.rule == "number.about" else people.start  # «نحو 250»
    of_them = _OF_THE.search(line.text, people.start, people.stop) or _OF_DEAD.fullmatch(line.text, first, people.stop)
    return people.high is None or not of_them


def _of_those(line: Line, count: Count, measure: str) -> str:
    """«ثلاثة من القتلى أطفال»: some of those told before, of whom their own noun says who they are; anybody else is not told of."""
    people = count.people
    stated = people.counted and people.noun.subset is not None and _STATED.search(line.before(people.start, 8))
    at = line.whole_of(measure) if stated else None
    if at is None or (people.low or 0) > (line.counts[at].people.low or 0) or not _OF_THE.search(line.text, people.start, people.stop):
        return REFUSED
    count.measures, count.part_of = (measure,), at
    return PART


def _one_of(people: People) -> bool:
    return people.rule == "number.one-of" and people.definite


def _new_plural(line: Line, people: People, head: Harm | None) -> bool:
    """Whether «قتلى» says that some were killed: behind a word of cause, joined to others, or as an opening; not «قتلى الهجوم»."""
    caused = _CAUSE.search(line.before(people.start, 18)) or (head is not None and not line.text[head.stop : people.start].strip())
    caused = caused or _fell_there(line, people, head) or _fell_behind(line, people) or _inflicted(line, people)
    last = line.last_told
    joined = last is not None and people.particles[:1] == "و" and people.start - last.people.stop <= 3
    of_day = people.noun.form == "many" and _OF_DAY.match(line.text, people.stop)  # «قتلى السبت خمسة»
    opens = people.start - line.start <= _OPENING and not of_day and _HEADLINE.match(line.text, people.start)
    if people.definite or not (caused or joined or opens) or _TO_THEM.match(line.text, people.stop, people.stop + _TO_REACH):
        return False
    return people.particles in ("", "و", "ف", "ب") and not CONSTRUCT.match(line.text, people.stop)


def _fell_there(line: Line, people: People, head: Harm | None) -> bool:
    """«كمين سقط فيه قتلى وجرحى», «سقط في الهجوم قتلى»: whether only where they fell stands between them and the verb."""
    if head is None or not line.hungry or not line.text.startswith("سقط", head.start + len(head.proclitic)):
        return False
    return _THERE.fullmatch(line.text, head.stop, people.start) is not None


def _fell_behind(line: Line, people: People) -> bool:
    """«إن قتلى وجرحى سقطوا في تفجير»: whether a statement begins with them and its verb says that they fell."""
    said = _THAT.search(line.before(people.start, _THAT_REACH)) is not None
    return said and _THEN_FELL.match(line.text, people.stop) is not None


def _inflicted(line: Line, people: People) -> bool:
    """«كبدت القوات التنظيم قتلى وجرحى»: whether only who did it, and whom it befell, stand between them and the verb."""
    return not people.particles and _INFLICTED.search(line.before(people.start, _INFLICTED_REACH)) is not None


def _widen(line: Line, count: Count) -> None:
    """«أكثر من 63 ألف شهيد و160 ألف مصاب»: one bound for both."""
    people, last = count.people, line.last_told
    if last is None or last.people.rule != "number.at-least" or people.rule in _BOUNDED or people.particles != "و":
        return
    before = line.text[last.people.start : last.people.start + 5]
    if people.start - last.people.stop <= 3 and "اكثر" in before and people.low == people.high:
        count.people = people._replace(high=None, rule="number.at-least")


def close(line: Line) -> None:
    """At the end of the sentence: people of whom only their own noun says something («20 أسيرا»)."""
    for count in line.counts[line.first :]:
        measure = count.people.noun.measure
        if not count.measures and measure and count.people.counted and not (_one_of(count.people) or _known(line, count)):
            exchanged = measure == "captured" and _EXCHANGED.search(line.before(count.people.start, _EXCHANGE_REACH)) is not None
            count.tell(f"figure.noun.{measure}", ("transferred" if exchanged else measure,), None)


def _known(line: Line, count: Count) -> bool:
    """Whether they did it, or are remains of people who were taken before, or prisoners who got away."""
    remains = count.people.noun.whose == PRISONERS and _REMAINS.search(line.text, max(count.people.start - 12, 0), count.people.stop)
    return "figure.agent" in count.rules or bool(remains) or escaped(line, count.people)


def live(count: Count, text: str) -> bool:
    """«94 ضحية من ضحايا الاتجار بالبشر», «عشرات من ضحايا عمليات الخطف»: whether victims are of a crime that people outlive."""
    people = count.people
    named = text.find("ضحايا", people.start, people.stop) if count.harm is None else -1  # whose death no other word tells
    if named >= 0 and _SUCH_VICTIMS.match(text, named):
        return True
    if text.find(_VICTIMS, people.start, people.stop) < 0:
        return False
    before = text[max(people.start - _CRIME_REACH, 0) : people.start]
    return _OUTLIVED.match(text, people.stop) is not None or ("ضحايا " in before and _VICTIMS_OF.search(before) is not None)


_MOST_OF, _MOST_REACH = re.compile(r"(?:معظم|غالبيه|اغلب|اغلبيه)\sال(?:قتلي|ضحايا|شهداء|جرحي|مصابين)\s$"), 22


def of_most(line: Line, people: People) -> bool:
    """«معظم القتلى وآلاف المصابين كانوا مدنيين»: people of whom something is said that is no count of them."""
    if people.particles[:1] != "و" or people.noun.measure not in SURE:
        return False
    return _MOST_OF.search(line.before(people.start, _MOST_REACH)) is not None


def known_among(counts: Sequence[Count]) -> None:
    """«العريف عبدالله أحد شهداء التفجير»: nothing stands of one of the dead where an article counts them too."""
    if any(count.measures == ("killed",) and (count.people.low or 0) > 1 for count in counts):
        for count in counts:
            if count.people.rule == "number.one-of" and count.people.noun.measure == "killed" and count.rules == ["figure.noun.killed"]:
                count.measures = ()
