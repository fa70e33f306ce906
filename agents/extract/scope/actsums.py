"""Sums of acts: numbers that several acts made, by words that say so («هجمات الأسبوع الماضي», «حتى الآن في العملية»)."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import DEADLY
from agents.extract.scope import general
from agents.extract.scope.covered import ACT, APART
from agents.extract.words.letters import search
from agents.extract.words.spans import any_inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention

LEAST = 5  # people: fewer may be those of one act
SUM = 100  # people: so many are those of all raids until now
_SEVERAL = any_of("acts", "many")
_OF_ACTS = re.compile(rf"\s(?:ال)?(?:{_SEVERAL}|{any_of('acts', 'lasting')})(?![\u0621-\u064a])")  # «عدد قتلى هجمات»
_ACTS = re.compile(rf"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:{_SEVERAL})(?![\u0621-\u064a])")
_PERIOD_OF = re.compile(rf"\s(?:في|خلال|جراء|اثر|بعد|عقب)\s(?!ضربات)(?:{_SEVERAL})\s$")  # «في هجمات الأسبوع الماضي»
_ALL_THE = re.compile(rf"(?<![\u0621-\u064a])[وفب]?ال(?:{_SEVERAL})\s(?:\S+\s){{0,3}}(?:التي|الذي)\s")  # «الغارات التي شنها»
_PLURAL = re.compile(rf"\s(?:و?(?:في|خلال|جراء|اثناء|نتيجه)\s(?:ال)?|و?ب(?:ال)?)(?:{_SEVERAL})(?![\u0621-\u064a])")
_NOW, _OPERATION = r"حتي\s(?:الان|اليوم|اللحظه)(?!\w)", r"(?:في|خلال|جراء)\s(?:ال)?(?:عمليه|حمله|حرب)\s"
_SO_FAR = re.compile(rf"\s{_NOW}\s{_OPERATION}|\s{_OPERATION}(?:(?!و)\S+\s){{0,5}}{_NOW}")  # «حتى الآن في عملية عفرين»
_SO_FAR_BY = ("حتي ال",)
_RAIDS_SO_FAR = re.compile(
    rf"(?:^|\s)(?:{any_of('acts', 'yield')})\sال(?:{_SEVERAL})\s[^.:؛\n]*\s{_NOW}\s"
)  # «أوقعت الغارات على كذا حتى الآن»
_GOES_ON = re.compile(  # «البصرة التي تشهد احتجاجات ومواجهات أسفرت عن تسعة قتلى»
    rf"\s(?:التي|الذي)\s[تي]شهد\s(?:\S+\s)?(?:{any_of('acts', 'lasting')})\s(?:\S+\s){{0,4}}(?:{any_of('acts', 'yield')})\s"
)
_GOES_ON_BY, _ALL_THE_BY = ("تشهد", "يشهد"), ("التي", "الذي")  # letters without which these find nothing
_BEGAN = re.compile(  # «بدأت قوات كذا في السابع من مايو هجوما», «اندلعت الاحتجاجات في البصرة في الثامن من يوليو»
    r"(?<![\u0621-\u064a])و?(?:بدا|اطلق|انطلق|اندلع|باشر|دشن)(?:ت|وا)?\s(?:[^\s،.:؛]+\s){0,8}$"
)
_BEGAN_BY = ("بدا", "طلق", "ندلع", "باشر", "دشن")
_SINCE_THEN = re.compile(
    r"(?<![\u0621-\u064a])(?:(?:حتي|الي)\s(?:الان|اليوم|اللحظه|امس|الساعه)|خلاله(?:ا|م)?|منذ\s(?:ذلك|انطلاقه|بدئه|اندلاعه)"
    r"|ال(?:معارك|اشتباكات|مواجهات)\sال(?:متواصله|مستمره))(?![\u0621-\u064a])"
)
_SINCE_THEN_BY = ("حتي ", "الي ", "خلاله", "منذ ", "المتواصله", "المستمره")
_IN_THEM = re.compile(  # «أطلقوا في 30 مارس احتجاجات …، وقتلت فيها القوات 44»
    rf"\s(?:ال)?(?:{any_of('acts', 'lasting')}|حمله|عمليه)\s[^.؛\n]*\s(?:فيها|فيه)(?!\w)"
)
_IN_THEM_BY = ("فيها", "فيه ")
_FRONT = r"(?:جبهات|قواطع|محاور)"
_EVERYWHERE = re.compile(  # «على مختلف الجبهات», «قواطع العمليات كافة»
    rf"(?<![\u0621-\u064a])[وفبل]?(?:كل|جميع|كافه|مختلف|شتي)\s(?:ال)?{_FRONT}(?![\u0621-\u064a])"
    rf"|(?<![\u0621-\u064a])[وفبل]?(?:ال)?{_FRONT}\s(?:ال(?:قتال|عمليات|مواجهات|معارك)\s)?(?:كافه|كلها|جميعها|المختلفه|المتعدده)(?![\u0621-\u064a])"
)
_EVERYWHERE_BY = ("جبهات", "قواطع", "محاور")
_RECENT = re.compile(  # «أسفرت المعارك الأخيرة عن 40 قتيلا»
    rf"(?<![\u0621-\u064a])[وفبل]?(?:ال|لل)(?:{_SEVERAL}|{any_of('acts', 'lasting')})"
    r"\s(?:ب[^\s،,.:؛]+\s)?(?:ال[^\s،,.:؛]+\s)?الاخيره(?![\u0621-\u064a])"
)
_LATEST = re.compile(r"[^.:؛\n]{0,80}[،,]\s?و?(?:كان\s)?اخره[من]\s")  # «14 سجينا توفوا خلال 2018، آخرهم توفي أمس»
_LATEST_BY = ("اخرهم", "اخرهن")
_JOINED = re.compile(  # «سافر 300 إلى كذا قتل منهم», «يقاتل أكثر من مئة في كذا قتل منهم»
    r"(?<![\u0621-\u064a])(?:(?:التحق|انضم|سافر|غادر|ذهب)(?:وا|ت)?\s[^.؛\n]{0,50}?(?:الي|ب[\u0621-\u064a]{3,}|للقتال)|[يت](?:قاتل|حارب)(?:ون)?)\s[^.؛\n]{0,80}?"
    r"[وف]?قتل(?:وا)?\sمنهم\s$"
)
_JOINED_BY, _BEFORE = ("منهم",), 200  # letters without which it finds nothing; characters before the number
_LATE = 110  # characters from the number to «of late»
_ITS_PLACE = 40  # characters behind «all fronts» in which the place of these stands
_FAR, _NEAR = 90, 25  # characters before the day to the verb, and behind the number


class Period(NamedTuple):
    """first, last: the days, None where not said. rule: what decided."""

    first: date | None
    last: date | None
    rule: str


def of(figure: "FigureMention", clause: Clause, layers: Layers, here: Sequence["DateMention"]) -> Period | None:
    """The time in which several acts harmed the people of a figure; None where no word says that they did. here: dates of the clause."""
    if figure.measure not in DEADLY or (figure.low or figure.high or 0) < LEAST:
        return None
    text, days = layers.text, [one for one in here if one.precision == "day" and one.kind in ("point", "ago")]
    all_over = general.all_over(figure, clause, layers)
    if all_over or _everywhere(figure, clause, layers):
        first, last = (days[0].first, days[-1].last) if days else (None, None)
        return Period(first, last, "scope.all-over" if all_over else "scope.everywhere")
    if (
        going_on := _in_a_row(figure, clause, text, here)
        or _one_by_one(figure, clause, text, here)
        or _going_on(figure, clause, text, [one.start for one in days])
    ):
        return going_on
    if days:
        return None
    if "number.vague" not in figure.rules and recent(clause, text):  # «أسفرت المعارك الأخيرة عن 40 قتيلا»: all who were counted
        return Period(None, None, "scope.recent")
    return _within(clause, text, here) or _so_far(figure, clause, text, here)


def _everywhere(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«فقدت عشرات القياديين على مختلف الجبهات»: whether people fell on all fronts of a war; on those of a place they are its own."""
    found = search(_EVERYWHERE, _EVERYWHERE_BY, layers.text, clause.start, clause.stop)
    if found is None or any_inside(layers.places, clause.start, figure.stop):
        return False
    first, last = sorted(((found.start(), found.end()), (figure.start, figure.stop)))
    if APART.search(layers.text, first[1], last[0]) or any_inside(layers.places, found.end(), found.end() + _ITS_PLACE):
        return False
    return not any_inside(layers.places, first[1], last[0])


def _one_by_one(figure: "FigureMention", clause: Clause, text: str, here: Sequence["DateMention"]) -> Period | None:
    """«سافر 300 إلى سوريا للقتال مع التنظيم وقتل منهم 55»: people who fell since they joined those who fight.

    «قتل ستة من قادة التنظيم خلال الآونة الأخيرة»: or of late, of which no one act is told.
    """
    near = (one for one in here if one.rule == "date.recent" and figure.stop <= one.start <= figure.stop + _LATE)
    late = next((one for one in near if text.endswith(" الاخيره", one.start, one.stop)), None)  # not «قبل أيام»
    if late and not any(sign in text[figure.stop : late.start] for sign in "،,:؛") and not ACT.search(text, clause.start, clause.stop):
        return Period(late.first, late.last, "scope.recent")
    joined = search(_JOINED, _JOINED_BY, text, max(figure.start - _BEFORE, clause.start), figure.start)
    return Period(None, None, "scope.of-joined") if joined else None


def _in_a_row(figure: "FigureMention", clause: Clause, text: str, here: Sequence["DateMention"]) -> Period | None:
    """«14 سجينا توفوا خلال 2018، آخرهم توفي أمس»: people who died one after the other, of whom the latest is named."""
    if not any(word in text[figure.stop : clause.stop] for word in _LATEST_BY) or _LATEST.match(text, figure.stop, clause.stop) is None:
        return None
    long = next((one for one in here if one.precision in ("month", "year")), None)
    return Period(long.first if long else None, long.last if long else None, "scope.in-a-row")


def recent(clause: Clause, text: str) -> bool:
    """Whether a clause speaks of the fights or strikes of late («المعارك الأخيرة»)."""
    return search(_RECENT, ("الاخيره",), text, clause.start, clause.stop) is not None


def many(text: str, start: int, stop: int) -> bool:
    """Whether a stretch of text names acts in the plural («غارات», «الهجمات»)."""
    return _ACTS.search(text, start, stop) is not None


def plural(clause: Clause, text: str) -> bool:
    """Whether a clause speaks of several acts by word («في المواجهات», «وبغارات»)."""
    return _PLURAL.search(text, clause.start, clause.stop) is not None


def begun_on(figure: "FigureMention", clause: Clause, text: str, here: Sequence["DateMention"]) -> "DateMention | None":
    """«بدأت الحملة الثلاثاء وأسفرت حتى الآن عن 60 قتيلا»: the day on which what has harmed those of a figure so far began."""
    for one in here:
        if one.kind not in ("point", "ago") or not one.first or one.start > figure.start:
            continue
        if not began(text, one, clause.start):
            continue
        stop = min(figure.stop + _NEAR, clause.stop)
        if search(_SINCE_THEN, _SINCE_THEN_BY, text, one.stop, stop) or search(_IN_THEM, _IN_THEM_BY, text, one.stop, stop):
            return one
    return None


def began(text: str, one: "DateMention", start: int) -> bool:
    """Whether a day is that on which somebody began something; start: where what is told begins."""
    return search(_BEGAN, _BEGAN_BY, text, max(start - 1, one.start - _FAR, 0), one.start) is not None


def _going_on(figure: "FigureMention", clause: Clause, text: str, days: Sequence[int]) -> Period | None:
    """All who died in what a place sees these days, where no day stands behind that. days: where they stand."""
    goes_on = search(_GOES_ON, _GOES_ON_BY, text, clause.start, figure.start)
    if goes_on is None or any(at > goes_on.start() for at in days):
        return None
    return Period(None, None, "scope.so-far")


def _within(clause: Clause, text: str, here: Sequence["DateMention"]) -> Period | None:
    """«هجمات الأسبوع الماضي», «أسفرت الغارات التي شنها الشهر الماضي عن»: all acts of a week, month or year."""
    for one in here:
        if one.kind != "point" or not one.first:
            continue
        whole = one.precision in ("month", "year") and search(_ALL_THE, _ALL_THE_BY, text, clause.start, one.start) is not None
        if (whole and not ACT.search(text, clause.start, clause.stop)) or _PERIOD_OF.search(text, max(one.start - 20, 0), one.start):
            return Period(one.first, one.last, "scope.acts-of-period")
    return None


def _so_far(figure: "FigureMention", clause: Clause, text: str, here: Sequence["DateMention"]) -> Period | None:
    """All who died in acts that go on: by the number to which one more raises theirs, by «until now»."""
    raised = clause.link == "sum" and not here and _OF_ACTS.search(text, figure.stop, clause.stop)  # «ما يرفع إلى 13 عدد قتلى هجمات»
    until = search(_SO_FAR, _SO_FAR_BY, text, clause.start, clause.stop)
    if until is None and general.people(figure) >= SUM:
        until = search(_RAIDS_SO_FAR, _SO_FAR_BY, text, clause.start, figure.start)
    if raised or (until and not ACT.search(text, clause.start, clause.stop)):
        return Period(None, None, "scope.so-far")
    return None
