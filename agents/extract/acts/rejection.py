"""Rejection: which words before an act, or before people counted, take it back («حذر من هجوم», «دون سقوط قتلى»), and how far they reach."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts import blows, cues
from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger

_REACH = {"threat": 90, "plan": 80, "hope": 70, "call": 90, "purpose": 50, "condition": 70, "denial": 120, "failure": 60, "anniversary": 50,
          "topic": 40, "general": 40, "future": 70, "absence": 30, "nature": 40, "accident": 40, "metaphor": 0, "truce": 12}  # fmt: skip
_SENTENCE = 60  # characters before «الإعدام» in which it is said that it was carried out
_NEXT = 2  # characters, a quotation mark among them: «بمثابة "استسلام"»
FAR = 160  # characters before a word in which a cue can stand that takes it back
_FACT_AFTER = {"purpose", "topic", "general", "hope", "plan", "call", "future", "anniversary", "threat"}  # a new statement ends these
_STATEMENT = re.compile(
    r"[،,؛:;\"«»()]|\s(?:بعد|عقب|في\sاعقاب|اثر|قبل ان|ما اسفر|ما ادي|مما|حيث|الذي|التي|وقد|فقد|ردا|نظرا|"
    rf"و?(?:{any_of('acts', 'yield')}|كبدت?))\s"
)
CRIME = "crime"  # of whom the police take
_MEN_OF_ARMS = re.compile(r"ارهاب|تكفير|مسلح|داعش|تنظيم|مطلوب|متطرف|متشدد|انتحاري|عبو[هات]|متفجر|قاعد[هي]|حوثي|فلسطيني|اسلح|سلاح|ذخير|مفخخ")
_QUOTED = re.compile(r'\s["«](?=\S)')
_NAMED = re.compile(r'["«][^\s"«»،.:؛]+(?:\s[^\s"«»،.:؛]+){0,3}["»]')
_GOVERNS = "لبم"  # the first letters of «لتجنب», «بهدف», «من أجل»: what stands right behind them is no subject
_ASIDE = re.compile(r"،\s?[^\s،.]+(?:\s[^\s،.]+){0,2}،")
_SOUGHT = ("تسع", "يسع", "تحاول", "يحاول", "تهدف", "يهدف", "تعتزم", "يعتزم", "تخطط", "يخطط")  # verbs of an aim, with their subject behind
_WHO_SEEKS = re.compile(  # «تسعى القوات، وهي تحالف من فصائل كردية، إلى طرد»: that subject and what is said of it, up to what is aimed at
    r"(?:\s[^\s،,.:؛]+){1,6}،(?:\s[^\s،.:؛]+){1,10}،\s(?:الي\s|ل|ب)?$"
)
_SET = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:[اتي]ضرم|[اتي]شعل|(?<!غير\s)(?:متعمد|مفتعل)|[تي]?حرق|احرق)\S{0,3}(?![\u0621-\u064a])")
_FIRE = "حريق"
_COURT = re.compile(  # «قضت محكمة بإعدام», «أحكام إعدام», «إحالة فلان إلى الإعدام»
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:احكام|حكما?|حكمت|[تي]?قضي|قضت|احال[هت]|احيل|عقوبه|محكمه|محكومين?|محاكم)"
    r"(?:\s[^\s،,.:]+){0,5}\s$"
)
_CARRIED_OUT = re.compile(r"(?<![\u0621-\u064a])[وفب]?(?:ال)?(?:تنفيذ|نفذت?|[تي]نفذ)(?![\u0621-\u064a])")
_TORTURE = "تحت"  # «قضى المعتقل تحت التعذيب»: no court's word
_WARNED = re.compile(  # «حذرت الأمم المتحدة من شن غارات», «تحذيرات أممية من هجوم»: who warns stands between
    r"(?<![\u0621-\u064a])[وف]?(?:[يتن]?حذر(?:ت|وا|ا|ون|تا)?|محذر(?:ا|ه|ين)?|(?:ال)?تحذير(?:ات)?)"
    r"(?:\s(?!من\s|بعد\s|عقب\s)[^\s،,.:؛]+){1,6}\sمن\s(?!ان\s)(?:[^\s،,.:؛]+\s){0,2}$"
)
_OF_DEATHS = re.compile(rf"\s\S{{0,2}}(?:{any_of('acts', 'death')}|سقوط|وقوع)\s$")
_CAUSED = re.compile(r"\s(?:جراء|بسبب|نتيجه|اثر|ناجم|ناتج|بفعل|عقب|بعد)\S{0,2}\s")  # «حريق اندلع جراء قصف»: no accident
_BEFORE_WORK = {"fiction": ("event", "harm"), "drill": ("harm",)}  # words before a film or a drill by which something happened in truth
_ASKED = re.compile(  # «طلبت بغداد الأحد من بيروت توقيف», «طلبت محكمة توقيف»; not «بناء على طلب من», «بطلب من», «طلبت النجدة في معارك»
    r"(?<![\u0621-\u064a])(?<!علي\s)[وف]?(?:طلب(?:ت|وا|ا)|[يتن]طلب(?:ون|ان)?|طلب(?=\s(?:[^\s،,.:؛]+\s){1,5}من\s)|(?<=(?:انه|.قد)\s)طلب(?=\sمن\s))"
    r"(?:\s(?!بعد\s|عقب\s|اثر\s|في\s|خلال\s|وسط\s|مع\s|جراء\s)[^\s،,.:؛]+){1,8}\s[\"«]?$"
)
_WARNING, _DEATHS = 80, 25  # characters before an act, and before people, in which these stand
_CONVICT = r"(?:مدان|متهم|محكوم)"
_UPON = re.compile(  # on whom a sentence was carried out, an aside between or not; not convicts of a court
    rf"(?:،\s[^\s،.]+(?:\s[^\s،.]+){{0,2}}،)?\s(?:(?!{_CONVICT})[^\s،.:]+\s){{0,4}}(?:(?:بحق|في\sحق|في)\s(?!ال|\S+\s{_CONVICT})|ب\s?[0-9]+\s(?!{_CONVICT}))"
)
_AND = "، "
_OPENED = 80  # characters before a word in which the dash stands that opens its aside
_FOR = re.compile(r"\s(?:شنقا\s)?ل[\u0621-\u064a]")
_WISHED = frozenset(["call", "future", "purpose", "topic"])
_ANYWAY = frozenset(["call", "threat"])  # what they speak of may have been done before: «طالبت بالتحقيق في الغارة التي استهدفت الحافلة»
_ANSWERED = re.compile(r"(?<!\S)[وبفل]{0,2}(?:ال)?رد\S{0,2}\s(?:[^\s،,.:؛]+\s){0,2}علي\s$")  # «الرد على الهجوم الذي استهدف البلدة»
_ANSWER = 30  # characters before an attack in which that stands
_WHICH_DID = re.compile(  # behind a noun with the article: told of as done
    r"(?:\s(?![وفبل]?(?:في|علي|من|الي|ان)\s)[^\s،,.:؛]+){0,3}?،?\s(?:الذي|التي|اللذين|اللتين)\s(?:قد\s|كان\s|كانت\s)?"
    r"(?!(?:لم|لن|لا|قد|من|في|هو|هي|كان|كانت)\s|[يس]|ت(?!عرض|سبب|بن))[\u0621-\u064a]{2,}"
)
_YIELDED = re.compile(  # «للتحقيق في هجوم على البلدة، قالت منظمة إنه أسفر عن مقتل 40»: what is talked of did happen
    rf"[^.؛\n]{{0,110}}?\s(?:(?:{any_of('acts', 'yield')})\s|قتل\sفيها?\s|راح\sضحيت)"
)
_SENT = re.compile(r"\s(?:[^\s،,.:؛]+\s)?(?:ا?طلقت?|اطلق[هت]\S*|مفخخ|انتحاري|انقضاضي|هجومي)")  # «سقطت مسيرة أطلقت من كذا» was no accident
_SENT_REACH = 12  # characters
_NOT_HARMED = frozenset(["absence", "denial", "condition", "threat", "failure", "hope", "plan"])

_AIMS = frozenset(["reject.purpose", "reject.plan", "reject.hope", "reject.future"])
_NOT_NOW = frozenset(["reject.call", "reject.plan", "reject.hope", "reject.threat", "reject.court", "reject.denial"])
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_LED_TO = ("ل", "ول", "فل")
_PART = re.compile(r"\s(?:مس[وؤئ]+ليت|ضلوع|علاقت|صلت|صله|تورط|وقوف|مشاركت)\S*")
_PART_REACH = 60  # characters behind the word of denial


def denies_part(text: str, start: int, stop: int) -> bool:
    """«نفى الجيش ضلوعه في القصف»: whether what is denied between two offsets is only who did it; the act was done, by somebody else."""
    return _PART.search(text, start, min(stop, start + _PART_REACH)) is not None


def of_crime(text: str, clause: Clause, against: Sequence[Hit]) -> Hit | None:
    """«ضبطت الشرطة ثلاثة لصوص»: the word by which those who are taken in a clause are taken for no act of a conflict, else None."""
    cue = next((one for one in against if one.value.startswith(CRIME)), None)
    return None if cue is None or _MEN_OF_ARMS.search(text, clause.start, clause.stop) else cue


def cited(layers: Layers, clause: Clause, against: Sequence[Hit]) -> Hit | None:
    """What takes back all that a clause tells: scripture, a family's quarrel, a film or a drill of which it speaks («فيلم عن مجزرة …»).

    «قتل مخرج فيلم وثائقي في غارة» is no film. None where nothing does.
    """
    for cue in against:
        value, _, reach = cue.value.partition("/")
        if reach != "sentence":
            continue
        kinds = _BEFORE_WORK.get(value, ())
        before = (one for kind in kinds for one in inside(layers.hits.get(kind, ()), clause.start, cue.start))
        told = any(not one.value.startswith("none") and (one.kind == "harm" or one.value.partition("/")[0] in VIOLENT) for one in before)
        if not told:
            return cue
    return None


def by_hand(text: str, clause: Clause, cue: Hit) -> bool:
    """«قضى في حريق أضرمه مستوطنون»: whether a fire that would be an accident was set; of crashes no such word says it."""
    return text.find(_FIRE, cue.start, cue.stop) >= 0 and _SET.search(text, clause.start, clause.stop) is not None


def of_court(text: str, clause: Clause, hit: Hit) -> str:
    """«قضت المحكمة بإعدام خمسة», «الإعدام لقيادي في التنظيم»: what takes back an execution that is only a court's word; else ""."""
    before = text[max(clause.start, hit.start - 60) : hit.start]
    if _CARRIED_OUT.search(before) or text.startswith(_TORTURE, hit.start):
        return ""
    named = not before.strip(' «"') and hit.proclitic.endswith("ال") and _FOR.match(text, hit.stop, clause.stop) is not None
    return "reject.court" if named or _COURT.search(before) else ""


def by_cue(text: str, hit: Hit, against: Sequence[Hit], *, known: bool, counted: bool = False, near: bool = False) -> str:
    """What the first word of rejection that reaches the trigger takes back.

    known: it speaks of a known act, which did happen; counted: people are told of in its clause who were killed or hurt; near: its clause
    names a place that is no country.
    """
    for cue in inside(against, hit.start - FAR, hit.stop):
        if cue.start > hit.stop:
            break
        value, reach = cue.value.split("/")
        if reach in ("article", "sentence") or value == CRIME or (value == "absence" and known):
            continue  # «لم تعلن أي جهة مسؤوليتها عن الهجوم»
        gap = hit.start - cue.stop
        covered = cue.start <= hit.start < cue.stop and not (value == "metaphor" and (_executed(text, hit) or blows.is_aimed(text, hit)))
        if (
            covered
            or _sought(text, cue, hit)
            or (
                0 <= gap <= _REACH[value]
                and not (value in _FACT_AFTER and (gap > _NEXT or value == "purpose") and parted(text, _opened(text, cue), hit.start))
            )
        ):
            if value == "purpose" and gap == 1 and hit.value.startswith("disperse/"):
                continue  # «أطلقوا الغاز من أجل تفريق المحتجين»: as «لتفريق»
            if (value == "denial" and denies_part(text, cue.stop, hit.start)) or (
                value == "accident"
                and (
                    _SENT.search(text, hit.start, hit.stop + _SENT_REACH)
                    or _CAUSED.search(text, cue.stop, hit.start)
                    or _SET.search(text, cue.stop, hit.stop)
                )
            ):
                continue
            if (known and _was_done(text, hit, value)) or (counted and value == "topic" and _YIELDED.match(text, hit.stop)):
                continue
            if cues.lets_stand(text, cue, hit, value, told=near and not known):
                continue
            return f"reject.{value}"
    return ""


def _sought(text: str, cue: Hit, hit: Hit) -> bool:
    """«تسعى القوات، وهي تحالف من فصائل كردية، إلى طرد الجماعة»: whether an aim is parted from its verb by what is said of who has it."""
    return (
        not hit.proclitic.startswith(("و", "ف"))
        and text.startswith(_SOUGHT, cue.entry_start + text.startswith("و", cue.entry_start))
        and _WHO_SEEKS.fullmatch(text, cue.stop, hit.entry_start) is not None
    )


def warned(text: str, at: int) -> str:
    """The rule that takes back of what somebody only warns, with himself between the verb and «of»; "" where nobody does."""
    before = text[max(at - _WARNING, 0) : at]
    return "reject.threat" if "حذر" in before and _WARNED.search(before) is not None else ""


def asked(text: str, at: int) -> str:
    """The rule that takes back what somebody only asks another to do; "" where nobody does."""
    before = text[max(at - _WARNING, 0) : at]
    return "reject.call" if "طلب" in before and _ASKED.search(before) is not None else ""


def _was_done(text: str, hit: Hit, value: str) -> bool:
    """«توعد بالرد على الهجوم الذي وقع في كذا»: whether what somebody threatens about, or calls for, is told as done."""
    if value == "denial" or hit.value.startswith("ied"):  # «الألغام التي زرعتها»
        return False
    spoken = value in _ANYWAY or _ANSWERED.search(text, max(hit.start - _ANSWER, 0), hit.start) is not None
    return spoken and _WHICH_DID.match(text, hit.stop) is not None


def of_aim(text: str, hit: Hit, aim: "Trigger") -> str:
    """«لتحرير المدينة، وانتزاع الميناء», «يترقبون انتهاء المعركة، وتطهير البلدة»: what takes back ground joined to an aim; else ""."""
    joined = aim.rejected in _AIMS and hit.proclitic == "و" and hit.start - aim.stop <= _REACH["purpose"]
    return aim.rejected if joined and not parted(text, aim.stop, hit.start - len(_AND)) else ""


def _opened(text: str, cue: Hit) -> int:
    """«لتجنب "معركة دامية"»: where the words go on that say what for, behind the mark of a quotation that begins with them."""
    quoted = _QUOTED.match(text, cue.stop) if cue.value.startswith("purpose") and text[cue.start] in _GOVERNS else None
    return quoted.end() if quoted else cue.stop


def _executed(text: str, hit: Hit) -> bool:
    """«نفذ التنظيم حكم الإعدام بحق خمسة»: whether people died by a sentence, of which words that only speak of sentences say nothing."""
    if not hit.value.startswith("execute") or _UPON.match(text, hit.stop) is None:
        return False
    return _CARRIED_OUT.search(text, max(hit.start - _SENTENCE, 0), hit.start) is not None


def parted(text: str, start: int, stop: int) -> bool:
    """Whether a new statement begins between two offsets; an aside does not: «توعد الرئيس، الأربعاء، باستهداف»."""
    aside = _ASIDE.search(text, start, stop)
    if aside is None:
        return _states(text, start, stop)
    return _states(text, start, aside.start()) or _states(text, aside.end(), stop)


def _states(text: str, start: int, stop: int) -> bool:
    """Whether words say something new in [start, stop); a name in quotation marks does not: «توعد "الحزب" بشن عملية»."""
    if _closes(text, start, stop):
        return True
    found = _STATEMENT.search(text, start, stop)
    while found is not None:
        quoted = _NAMED.match(text, found.start(), stop)
        if quoted is None:
            return True
        found = _STATEMENT.search(text, quoted.end(), stop)
    return False


def _closes(text: str, start: int, stop: int) -> bool:
    """«الجماعة -التي تسعى إلى الحكم- قتلت»: whether an aside between dashes, in which a word at an offset stands, ends before another."""
    at = text.find("-", start, stop)
    if at < 0 or not text.startswith((" ", "،"), at + 1):
        return False  # none, or one that opens an aside: «تسعى الجماعة -المحظورة- إلى قتل»
    opened = text.rfind(" -", max(start - _OPENED, 0), start)
    return opened >= 0 and text.startswith(" -", at - 1) == text.startswith(" ", opened + 2)


def spoken_away(text: str, start: int, against: Sequence[Hit], *, by_will: bool = False) -> str:
    """The rule that takes back the figure that begins at ``start``, "" where none does: «دون سقوط قتلى», «حذر من مقتل مئات».

    by_will: it is of people to whom something was done that others may ask for («طالبت بالإفراج عن 12»).
    """
    taking = _NOT_HARMED | _WISHED if by_will else _NOT_HARMED
    for cue in inside(against, start - FAR, start) if against else ():
        value = cue.value.split("/")[0]
        if cue.stop > start:
            break
        quoted = 2 if text.startswith((' "', " «"), cue.stop) else 0  # «حتى القضاء على "آخر إرهابي"»
        if value == "denial" and (denies_part(text, cue.stop, start) or cues.says_on(text, cue, start)):
            continue
        if value in taking and start - cue.stop <= _REACH[value] and not _states(text, cue.stop + quoted, start):
            return f"reject.{value}"
    dead = _OF_DEATHS.search(text, max(start - _DEATHS, 0), start)
    return "" if dead is None else warned(text, dead.start() + 1)  # «حذر مسؤول من مقتل مئات»


def undone(text: str, clause: Clause, one: "Trigger") -> bool:
    """Whether what a noun took back speaks of did not happen now: it is wanted, refused, aimed at, or remembered without a year."""
    if one.rejected == "reject.purpose":
        return not text.startswith(_LED_TO, one.start)  # «أدى لإجلاء 500»: of these the words of harm say more
    remembered = one.rejected == "reject.anniversary" and _YEAR.search(text, clause.start, clause.stop) is None
    return one.rejected in _NOT_NOW or remembered
