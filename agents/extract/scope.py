"""Scope: whether a figure tells of one occurrence, of a period or campaign, or of how many there are."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.layers import Clause, Layers, inside

if TYPE_CHECKING:
    from agents.extract.dates import DateMention
    from agents.extract.figures import FigureMention

MANY = 1000  # people: no single occurrence of an unnamed day befalls so many; of several acts, a tenth of them
GREAT = 100  # killed: where so many are told of beside a word for a campaign, or without one for an act, and no day is, it was no one act
_DEATHS = ("killed", "killed_or_wounded")
_ACT = re.compile(
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?"
    r"(?:هجوم|تفجير|انفجار|مجزره|مذبحه|غاره|كمين|تحطم|سقوط|انقلاب|هجمه|حادث|حادثه|زلزال)ا?(?![\u0621-\u064a])"
)  # one act
_ACTS = re.compile(r"(?:هذه|تلك|في|خلال|جراء)\s+ال(?:غارات|هجمات|معارك|مواجهات|تفجيرات|اشتباكات|عمليات|ضربات)")  # many acts
_RULED = re.compile(
    r"\s(?:[تي]حتل\w*|[تي]حكم\w*|[تي]سيطر علي\w*|[تي]خضع\w*|[تي]قيم\w*|[تي]عيش\w*|[تي]شغل\w*|[تي]تولي\w*)\s(?:\S+\s){0,2}$"
)  # «تحتله تركيا منذ 1974»
_FIRST = re.compile(
    r"\s(?:ال)?(?:اكثر|اعنف|اكبر|اسوا|اعلي|اشد|اخطر|اضخم|اول|اولي|اوسع)\s(?!من\s|امس)(?:[^،,.:\d]{0,45}\s)?$"
)  # «الأعنف منذ»
LONG = timedelta(days=2)  # a period longer than this is no single occurrence


class Scoped(NamedTuple):
    """scope: of records. first, last: the period of a toll, None where not said. rule: what decided."""

    scope: str
    first: date | None
    last: date | None
    rule: str


INCIDENT = Scoped("incident", None, None, "scope.incident")


def of(figure: "FigureMention", clause: Clause, layers: Layers, told: bool) -> Scoped:
    """The scope of one figure, by the dates and cues of its clause. told: whether a word of the clause says what happened."""
    if figure.measure == "remaining":
        return Scoped("estimate", None, None, "scope.stock")
    here = [one for one in inside(layers.dates, clause.start, clause.stop) if not _compared(layers.text, figure, one.start)]
    dated = any(one.kind in ("point", "ago") and one.precision == "day" for one in here)
    by_date = next(filter(None, (_by_date(one, layers.published) for one in here if one.kind == "since" or not dated)), None)
    one_alone = told and all(one.low == one.high == 1 for one in inside(layers.figures, clause.start, clause.stop))
    if by_date and not (by_date.rule == "scope.since" and one_alone):  # one person's death is no count
        return by_date
    values = {hit.value.split("/")[0] for hit in layers.cues("scopes", clause) if not _compared(layers.text, figure, hit.start)}
    if "toll" in values and not any(one.kind == "since" for one in here):
        return Scoped("toll", None, None, "scope.toll-cue")
    if dated:
        return INCIDENT
    campaign = ("campaign" in values or not told) and figure.measure in _DEATHS and (figure.low or figure.high or 0) >= GREAT
    if campaign or "tally" in values:
        return Scoped("toll", None, None, "scope.campaign" if campaign else "scope.tally-cue")
    several = clause.start > layers.title_stop and _ACTS.search(layers.text, clause.start, clause.stop)
    many = (figure.low or figure.high or 0) >= (MANY // 10 if several else MANY)
    one_act = bool(_ACT.search(layers.text, clause.start, clause.stop))
    return _undated(figure, here, told=told, war="war" in values, many=many, one_act=one_act)


def _compared(text: str, figure: "FigureMention", at: int) -> bool:
    """«مقتل 8 … في أكثر الأيام دموية منذ بدء العملية»: the period is what the day is compared with, not what the number covers."""
    if _RULED.search(text, max(at - 30, 0), at):
        return True
    return figure.stop <= at and bool(_FIRST.search(text, max(figure.stop, at - 60), at))


def _undated(figure: "FigureMention", here: Sequence["DateMention"], *, told: bool, war: bool, many: bool, one_act: bool) -> Scoped:
    """The scope where no day is named: great numbers, a war's numbers and a month's numbers are tolls."""
    if war and (figure.cumulative or many or not told):
        return Scoped("toll", None, None, "scope.war")
    if many and (figure.measure == "killed" or (figure.low or 0) >= 10 * MANY):
        return Scoped("toll", None, None, "scope.many")
    month = next((one for one in here if one.kind == "point" and one.precision in ("month", "year")), None)
    if month and figure.measure in _DEATHS and (figure.low or 0) >= GREAT and not one_act:
        return Scoped("toll", month.first, month.last, "scope.month")
    return INCIDENT if told or month is None else Scoped("toll", month.first, month.last, "scope.month")


def _by_date(one: "DateMention", published: date) -> Scoped | None:
    if one.kind == "since" and (one.first is None or published - one.first >= LONG):
        return Scoped("toll", one.first, one.last or published, "scope.since")
    if one.kind == "span" and one.first and one.last and (one.last - one.first >= LONG or "pair" in one.rule):
        return Scoped("toll", one.first, one.last, "scope.span")
    return None
