"""Occurred: which dates of a clause are those of what happened, and which only those on which something was said of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts import handed, speech
from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import NEARBY, Clause, Layers
from agents.extract.days.datepoints import EARLIER
from agents.extract.harm.harm import sure
from agents.extract.scope import covered, elsewhen, phrased
from agents.extract.words.letters import search
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.days.dates import DateMention

_ANSWERS = 60  # characters behind a word of answering in which its day stands
_START = attrgetter("start")
SHORT = timedelta(days=2)  # a night, a day and the night after it
ROUGHLY = timedelta(days=10)  # a point so long («هذا الأسبوع», «قبل أيام») says roughly when it was
# «الهجوم الذي وقع أمس», «التفجير الانتحاري الاثنين الذي …»: the day of the event, whatever was said or done about it on another day
_BEFELL = re.compile(
    r"(?<!منذ الحرب)\s(?:الذي|التي|اللذين|اللذان|اللتين)\s(?:كان\w*\s)?(?:قد\s)?"
    rf"(?:(?:وقع|حدث|جر[يت]|شن|نفذ|استهدف|ضرب|تعرض|طال|{any_of('acts', 'yield')})\w*\s(?:[^\s،,.:؛]+\s){{0,6}}"
    r"|جدت?\s(?:[^\s،,.:؛]+\s){0,3}"  # «التفجير الذي جد أمس»: it occurred, in the words of Tunis
    r"|ارتكب\w*\s(?:[^\s،,.:؛]+\s){0,9})[^\s\w]*$"  # by whom, and where, stands before the day
    r"|\s(?:مقتل|استشهاد|اغتيال|اختطاف|خطف)(?:ه|ها|هم|هما)\s$"  # «صلى الناس أمس عليه عقب استشهاده أول من أمس»
)
_SPOKEN = re.compile(  # «في تصريح صحفي أمس», «في بيان صدر الثلاثاء», «بحسب ما أعلنت الأمم المتحدة الخميس», «كما ذكرت الجمعة مصادر»
    rf"(?:{any_of('sources', 'utterance')})\s(?:(?:{any_of('sources', 'manner')})ه?\s){{0,3}}$"
    r"|(?:حسب|وفق|وفقا|كما|علي)\s?ل?(?:\s?ما)?\s(?:اعلن|افاد|ذكر|قال|اوضح|اكد|اورد|كشف|صرح)(?:ت|وا|ته|ه)?\s(?:[^\s،.:]+\s){0,4}(?:[^\s،.:]+[،,]?\s)?$"
    r"|\sفي\s(?:بيان|تقرير)\sلل?[^\s،.:]+\s(?:[^\s،.:]+\s){0,3}$"  # «في بيان للدائرة أمس», «في تقرير لمنظمة العفو الأحد»
    # «بحسب حصيلة جديدة للمرصد أمس»
    r"|(?:حسب|وفقا?)\sل?(?:حصيل|احصاء|احصائي|تقرير|بيان)\S*\s(?:(?!ل?ل?(?:قتل|ضحايا|هجوم|هجمات|تفجير|غار|قصف))[^\s،.:]+\s){0,3}$"
)
_ISSUED = re.compile(r"\s\S{0,3}(?:تقرير|بيان|حصيل|احصائي)[^.؛\n]{0,60}\s(?:ال)?(?:صادر|منشور)ه?\s$")  # «في تقريرها لشهر يوليو، الصادر أمس»
_BORN = re.compile(r"(?:مواليد|ولد|ولدت|مولود|المولود|تشكلت|تاسس\w*|انضم\w*|لسنه|القانون|المرسوم|انتخابات|منذ)\s")

_BEGUN = re.compile(  # «مظاهرات بدأت في», «الهجوم الذي بدأه الجيش السوري»: all since then
    r"(?:[^\s،,.:]\s(?:بدا|بدات|انطلق|انطلقت|اندلع|اندلعت)|[^\s.:]\s(?:التي|الذي)\s(?:بدا|بدات|اطلق|اطلقت)(?:ه|ها)\s(?:\S+\s)?\S+"
    r"|[^\s.:]\s(?:التي|الذي)\s(?:بدا|بدات|انطلق|انطلقت|اندلع|اندلعت)[،,])"  # «المعارك التي بدأت، الجمعة الماضية، أسفرت»
    r"\s(?:في|يوم|بتاريخ|من|منذ)?\s?(?:يوم\s)?$"
)
_ON_BUILDING = re.compile(  # «الهجوم الذي بدأ مساء الجمعة على فندق»: one act, though it took a night
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:هجوم|اعتداء|اقتحام|حصار)\s(?=[^.؛\n]*?\s(?:ال|لل|ل|ب)?"
    r"(?:فندق|مطعم|مسجد|سجن|مستشفي|مبني|مدرسه|جامعه|كنيسه|معبد|ملهي|مسرح|قنصليه|سفاره|وزاره|متجر|مجمع|مطار)(?![\u0621-\u064a]))"
)
_ON_BUILDING_BY = ("هجوم", "عتداء", "قتحام", "حصار")
_ONE_BUILDING, _WEEKDAYS = 80, ("date.weekday", "date.part.weekday")  # characters around the day; rules of days of late
_OPERATION = re.compile(r"\s(?:في|خلال)\s(?:ال)?عمليه\s(?:\S+\s){1,3}$")
_WHO = re.compile(r"\sو?(?:الذي|التي|اللذين|اللتين|الذين|اللذان|اللتان)\s")
_SEEN = re.compile(r"\sو?(?:الذي|التي)\sشهدت?\s(?:\S+\s)?$")  # «وصلت السبت إلى البلدة التي شهدت مؤخرا معارك»
_BEFELL_BY, _BEGUN_BY = (
    ("الذي", "التي", "الل", "مقتل", "ستشهاد", "غتيال", "خطف", "ختطاف"),
    ("بدا", "طلق", "ندلع"),
)  # letters without which these find nothing
_OF_WOUNDS, _OF_WOUNDS_BY = re.compile(r"متاثر(?:ا|ين|ه)\sب|\sبعد\s(?:\S+\s)?اصابت(?:ه|ها|هم)\s"), ("متاثر", "اصابت")
_TAKEN = re.compile(  # «القصر الذي سقط بيد الجماعة أثناء اجتياحها المدينة في مارس الماضي»
    r"\s(?:الذي|التي)\s(?:سقطت?\s(?:بيد|في يد|في ايدي|في قبضه|تحت)|(?:سيطر|استول|احتل|خسر|استعاد|حرر)\w*)\s(?:[^\s،,.:؛]+\s){0,8}[^\s\w]*$"
)
_TAKEN_BY = ("سقط", "سيطر", "ستول", "حتل", "خسر", "ستعاد", "حرر")
_DECIDED = re.compile(r"[،,]\sو(?:اعلن|قرر|فرض|مدد|اصدر|امر|طالب|دعت|دعا|حظر|علق)ت?\s(?:[^\s،,.:؛]+\s){1,4}[^\s\w]*(?:في|منذ|يوم)?\s?$")
_WEEKS = timedelta(days=20)
_SAID = re.compile(  # «تقرير نشرته في وقت سابق هذا الشهر», «عملية بدأتها السلطات في وقت سابق من الشهر»
    r"\s[يت]?(?:نشر|اصدر|صدر|اعلن|قال|كشف|ذكر|اكد|توعد|حذر|هدد|بدا|اطلق)\w*\s(?:(?!في\s)[^\s،]+\s){0,2}(?:في\s)?(?:وقت سابق (?:من )?)?$"
)
_AFTER = re.compile(r"\s(?:بعد|عقب|في اعقاب|ردا علي|علي خلفيه|احتجاجا علي|تنديدا ب)\s?(?:[^\s،,.:؛]+\s){0,2}$")
# what an army did in the fights that are told behind it
ADVANCED = re.compile(r"(?<!\S)\S{0,3}(?:تقدم|انتصار|مكاسب|احرز|حقق|تمكن|مصرع|ا?صبح|بات|اقترب)")
_AT_ONCE = 30  # characters from «who» to what he did or suffered


class When(NamedTuple):
    """The dates of what happened; the one on which it was said; known: the day by which it was known, for something was done about it.

    beside: the dates of what was done about it. begun: those on which something that goes on began («المسيرة التي انطلقت في مارس»).
    which: whether they say which one of several it was («الهجوم الذي وقع في مارس»).
    """

    dates: list["DateMention"]
    said_on: "DateMention | None" = None
    known: date | None = None
    beside: tuple["DateMention", ...] = ()
    begun: tuple["DateMention", ...] = ()
    which: bool = False


def begun(text: str, one: "DateMention") -> bool:
    """Whether it is the date on which something that goes on began; one operation that began on a weekday of late is over mostly."""
    if search(_BEGUN, _BEGUN_BY, text, max(one.start - 45, 0), one.start) is None:
        return False
    around = max(one.start - _ONE_BUILDING, 0), one.stop + _ONE_BUILDING
    if one.rule.startswith(_WEEKDAYS) and search(_ON_BUILDING, _ON_BUILDING_BY, text, *around) is not None:
        return False
    return one.rule != "date.weekday" or not _OPERATION.search(text, max(one.start - 45, 0), one.start)


def of(layers: Layers, clause: Clause, heads: Sequence["Trigger"] = ()) -> When:
    """The dates of what happened, and the date on which it was said: «أعلن الجيش أمس أن …», which says little of when it happened."""
    start, stop = layers.sentences[clause.sentence]
    start, stop = max(start, clause.start - NEARBY), min(stop, clause.stop + NEARBY)
    dates = list(inside(layers.dates, clause.start, clause.stop))
    if not dates and clause.link not in ("new", "earlier") and clause.lag is None:
        earlier = _earlier(layers, clause, stop)
        near = [one for one in inside(layers.dates, start, stop) if one.kind in ("point", "ago")]
        dates = [one for one in near if one.start < earlier or _closes(layers, one)]
    elif not dates and clause.link == "earlier":  # «قصفت الخميس القرية ردا على هجوم»: the attack was by then
        before = [one for one in inside(layers.dates, start, clause.start) if one.kind in ("point", "ago")]
        return When([], None, before[-1].last if before else None)
    if not dates:
        return When([])
    if any_inside(layers.figures, clause.start, clause.stop):  # those who were harmed were something since
        dates = [one for one in dates if not (layers.text.startswith("منذ", one.start) and covered.stands(layers.text, one.start))]
    dates = [one for one in dates if one.precision != "year" or not _BORN.search(layers.text, max(start, one.start - 40), one.start)]
    befell = [one for one in dates if one.kind != "since" and _befell(layers.text, max(clause.start, one.start - 90), one.start)]
    if befell := befell or _wounded_on(layers.text, clause, dates) or phrased.of_the_dead(layers, clause, dates):
        return When(befell, next((one for one in dates if one.kind in ("point", "ago") and one not in befell), None), which=len(dates) == 1)
    if own := phrased.of_phrase(layers.text, clause, heads, dates) or phrased.of_looked_into(layers, clause, dates):
        return When(own, which=True)
    dates = [one for one in dates if not elsewhen.of_another(layers.text, max(clause.start, one.start - 45), one.start)]
    dates = [one for one in dates if not (_handed_on(layers, clause, heads, one) or elsewhen.of_other(layers, clause, heads, one))]
    if old := [one for one in dates if _long_over(one, layers)]:
        dates = _without_next(layers, clause, dates, old)
    aside = _beside(layers, clause, heads, dates) or _answered_on(layers, clause, dates) or _before_what_followed(layers, clause, dates)
    if dates and not aside:
        told_of = _told(layers, clause)
        aside = elsewhen.of_its_people(layers, clause, heads, dates, told_of) or elsewhen.aside(layers, clause, heads, dates, told_of)
    dates = [one for one in dates if one not in aside]
    dates = [one for one in dates if not (one.rule.endswith(EARLIER) and _SAID.search(layers.text, max(one.start - 55, 0), one.start))]
    counted = any(one.kind == "ago" for one in dates)
    spoken = [one for one in dates if one.kind == "point" and _is_spoken(layers.text, clause, one, counted=counted)]
    said_on = spoken[0] if spoken else None
    dates = [one for one in dates if one not in spoken]
    days = [one for one in dates if one.kind in ("point", "ago") and one.precision == "day" and not begun(layers.text, one)]
    if days or aside:
        dates = [one for one in dates if one in days or not begun(layers.text, one)]
    for cue in speech.verbs(layers, clause):
        if not dates:
            break
        told = any(cue.stop <= one.start for one in dates)
        that = speech.that(layers, clause, cue) if told else None
        near = [one for one in dates if cue.stop <= one.start and one.stop <= (that + 1 if that is not None else 0)]
        near = near or _told_on(layers.text, cue.stop, dates)
        near += [one for one in dates if 0 <= cue.start - one.stop <= 3 and one.start - clause.start <= 40]
        if near:
            said_on = said_on or next((one for one in near if one.kind != "future"), None)  # «المرشح للانتخابات في 29 يوليو»
            dates = [one for one in dates if one not in near]
    judged = [one for one in dates if one.kind == "point" and speech.judged_on(layers.text, clause.start, one.start, one.stop)]
    dates = [one for one in dates if one not in judged]
    aside = aside or judged
    known = aside[0].last if aside and not dates else None
    return When(dates, said_on, known, tuple(aside), tuple(one for one in dates if one.kind == "point" and begun(layers.text, one)))


def _told_on(text: str, verb: int, dates: list["DateMention"]) -> list["DateMention"]:
    """«أعلن العقيد بدر كذا الخميس أن سبعة قتلوا», «قالت مصادر بالشرطة، الخميس، إن»: the day right before «that»."""
    days = [one for one in dates if verb <= one.start and (one.kind == "ago" or _is_day(one))]
    alone = days == dates  # of a month behind it the act may be: «أعلن الخميس أن القضاء أفرج عن موقوفين إثر هجوم مارس»
    return days[:1] if (len(days) > 1 or (days and alone)) and speech.told_on(text, verb, days[0].start, days[0].stop) else []


def _is_spoken(text: str, clause: Clause, one: "DateMention", *, counted: bool) -> bool:
    """Whether a day is that of a statement or of the report of something; behind a comma too where what happened was counted back to."""
    start = max(clause.start, one.start - 80)
    if not counted and text[one.start - 2 : one.start - 1] in ("،", ","):
        return False
    return (
        _SPOKEN.search(text, max(start, one.start - 70), one.start) is not None
        or search(_ISSUED, ("صادر", "منشور"), text, start, one.start) is not None
    )


def _earlier(layers: Layers, clause: Clause, stop: int) -> int:
    """Where behind a clause its sentence turns to what came before, whose day is not that of the clause; ``stop`` where it does not."""
    for at in range(bisect_right(layers.clauses, clause.start, key=_START), len(layers.clauses)):
        behind = layers.clauses[at]
        if behind.sentence != clause.sentence or behind.start >= stop:
            break
        if behind.link == "earlier" and _told(layers, behind):
            return behind.start
    return stop


def _handed_on(layers: Layers, clause: Clause, heads: Sequence["Trigger"], one: "DateMention") -> bool:
    """«قصفت الجماعة قرى حررها الجيش الشهر الماضي»: whether a day is when the ground changed hands where what is told happened."""
    ground = handed.since(layers.text, clause.start, one.start)
    if ground is None:
        return False
    told = [head.start for head in heads] + [figure.start for figure in inside(layers.figures, clause.start, clause.stop)]
    return bool(told) and min(told) < ground and (max(told) < ground or one.precision != "day")


def _long_over(one: "DateMention", layers: Layers) -> bool:
    return one.kind == "point" and one.last is not None and layers.published - one.last >= _WEEKS


def _without_next(layers: Layers, clause: Clause, dates: list["DateMention"], old: list["DateMention"]) -> list["DateMention"]:
    """Without days behind the numbers, the first of them weeks ago, on which something else was done, or a place changed hands."""
    counted = inside(layers.figures, clause.start, clause.stop)
    first = next((one for one in old if counted and one.start > counted[-1].stop), None)
    if first is None:
        return dates
    start = counted[-1].stop
    other = _DECIDED.search(layers.text, start, first.start) or search(_TAKEN, _TAKEN_BY, layers.text, start, first.start)
    return [one for one in dates if one.start < other.start()] if other else dates


def _closes(layers: Layers, one: "DateMention") -> bool:
    """«سيطر الجيش على كذا بعد هجوم على كذا، الجمعة.»: whether a day behind a comma ends the sentence and is that of all of it."""
    return layers.text.startswith("، ", one.start - 2) and not layers.text[one.stop : one.stop + 3].split("\n")[0].strip(' ."»')


def _befell(text: str, start: int, stop: int) -> bool:
    return search(_BEFELL, _BEFELL_BY, text, start, stop) is not None


def _wounded_on(text: str, clause: Clause, dates: list["DateMention"]) -> list["DateMention"]:
    """«توفي أمس متأثرا بجروح أصيب بها الجمعة», «بعد إصابته الجمعة»: the day of the wound, not of the death."""
    wounds = search(_OF_WOUNDS, _OF_WOUNDS_BY, text, clause.start, clause.stop)
    return [one for one in dates if wounds and one.kind in ("point", "ago") and one.start >= wounds.end()]


def _beside(layers: Layers, clause: Clause, heads: Sequence["Trigger"], dates: list["DateMention"]) -> list["DateMention"]:
    """«زار الأمير أمس مصابي التفجير الذي …», «صلى الناس أمس على الشهيد الذي قتل بقذيفة»: days that stand before an act told as known.

    They are those of what the sentence tells before it.
    """
    if not heads or not dates:
        return []
    text, head = layers.text, heads[0]
    if head.done and _SEEN.search(text, max(clause.start, head.start - _AT_ONCE), head.start) is None:
        return []
    harm = [one.start for one in layers.cues("harm", clause) if not one.value.startswith("none") and sure(one)]
    first = min(head.start, *harm, clause.stop)
    before = _WHO.search(text, max(clause.start, first - _AT_ONCE), first)
    if before is None and not (first == head.start and head.points_back and head.code in VIOLENT):  # «السيطرة»: what a verb before it did
        return []
    behind = before or _WHO.search(text, head.stop, clause.stop)
    if not all(one.points_back or (behind is not None and one.start >= behind.start()) for one in heads[1:]):
        return []
    numbers = inside(layers.figures, clause.start, clause.stop)
    told = min(before.start() if before else first, numbers[0].start if numbers else clause.stop)
    return [one for one in dates if one.kind == "point" and clause.start <= one.start and one.stop <= told]


def _answered_on(layers: Layers, clause: Clause, dates: list["DateMention"]) -> list["DateMention"]:
    """«أدانت الرياض أمس الهجوم …», «شيعت المدينة أمس جثامين خمسة قتلوا …»: the days before what is answered are those on which it was."""
    answers = [*layers.cues("condemn", clause), *layers.cues("answer", clause)]
    if not dates or not answers:
        return []
    answer = min(answers)
    acts = _told(layers, clause)
    if acts and acts[0] < answer.start:  # «قتل 5 أمس في هجوم أدانته الرياض»
        return []
    act = next((one for one in acts if one >= answer.stop), answer.stop + _ANSWERS)
    return [one for one in dates if _is_day(one) and clause.start <= one.start < act]


def _told(layers: Layers, clause: Clause) -> list[int]:
    """Where the words of a clause begin that tell of an act or of people harmed, in order."""
    harm = (one for one in layers.cues("harm", clause) if sure(one) and not one.value.startswith("none"))
    return sorted(one.start for one in (*layers.cues("event", clause), *harm))


def _before_what_followed(layers: Layers, clause: Clause, dates: list["DateMention"]) -> list["DateMention"]:
    """«علقت السلطات أمس الرحلات بعد هجوم …»: the days before what came after an act, where no act is told before it."""
    first = next(iter(_told(layers, clause)), None) if dates else None
    if first is None or any_inside(layers.figures, clause.start, first):
        return []
    after = _AFTER.search(layers.text, max(clause.start, first - _AT_ONCE), first)
    if after is None or ADVANCED.search(layers.text, clause.start, after.start()):
        return []
    return [one for one in dates if _is_day(one) and one.stop <= after.start() + 1]


def _is_day(one: "DateMention") -> bool:
    """Whether it is one day; a month in which something was done about an act is mostly that of the act too."""
    return one.kind == "point" and one.precision == "day"


def lately(one: "DateMention") -> bool:
    """«منذ صباح أمس», «منذ فجر اليوم»: since so short a time that it says when."""
    return one.kind == "since" and one.first is not None and one.last is not None and one.last - one.first <= SHORT


def still_runs(one: "DateMention", published: date) -> bool:
    """«خلال الأيام الماضية», «هذا الشهر»: a period of several days up to now, which is no day of one occurrence; «قبل أيام» is one."""
    if one.first is None or one.last is None or one.rule.endswith(EARLIER) or one.rule.startswith("date.edge."):
        return False
    roughly = one.kind in ("point", "ago") and one.precision == "span"
    if one.last - one.first <= (ROUGHLY if roughly else SHORT):
        return False
    return published - one.last <= timedelta(days=1)
