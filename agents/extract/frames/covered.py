"""Covered: whether a period that a clause names is that of a figure, or of something else that the clause speaks of."""

import re
from typing import TYPE_CHECKING

from agents.extract.frames.layers import Clause, Layers, Spanned, any_inside, inside

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

ACT = re.compile(
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?"
    r"(?:هجوم|تفجير|انفجار|مجزره|مذبحه|غاره|كمين|تحطم|سقوط|انقلاب|هجمه|حادث|حادثه|زلزال|اعتداء)ا?(?![\u0621-\u064a])"
)  # one act
_RULED = re.compile(
    r"\s(?:[تي]حتل\w*|[تي]حكم\w*|[تي]سيطر علي\w*|[تي]خضع\w*|[تي]قيم\w*|[تي]عيش\w*|[تي]شغل\w*|[تي]تولي\w*)\s(?:\S+\s){0,2}$"
    r"|\s(?:التي|الذي)\s[تي]شهد\s$"
)  # «تحتله تركيا منذ 1974», «التي تشهد منذ عام معارك»
_FIRST = re.compile(
    r"\s(?:ال)?(?:اكثر|اعنف|اكبر|اسوا|اعلي|اشد|اخطر|اضخم|اول|اولي|اوسع|ابرز|احدث(?!\sفي)|ثاني|ثالث)\s(?!من\s|امس)(?:[^،,.:\d]{0,45}[،,]?\s)?$"
)  # «الأعنف منذ», «أول هجوم يشنه التنظيم، منذ»
APART = re.compile(r"[.:؛\n]|\s(?:حيث|بينما|فيما|التي|الذي)\s")
_COMPARED = 60  # characters before a period in which stands what is compared with it
_RESULT = 40  # characters between a word for what came of an act and the number


def apart(text: str, figure: "FigureMention", one: Spanned) -> bool:
    """Whether a period («since dawn») stands in another statement than the figure."""
    first, last = sorted(((one.start, one.stop), (figure.start, figure.stop)))
    return bool(APART.search(text, first[1], last[0]))


def elsewhere(figure: "FigureMention", one: Spanned, clause: Clause, layers: Layers) -> bool:
    """Whether a period is that of something else: of a comparison, of who rules, of a state of things, or the figure that of one act."""
    at = one.start
    begin = max(figure.stop, at - _COMPARED) if figure.stop <= at else max(at - _COMPARED, 0)
    asked = begin, at, clause.start
    found = layers.compared.get(asked)  # the same for most figures of a clause: long ones have many
    if found is None:
        found = layers.compared[asked] = _compared(layers.text, begin, at) or _of_state(one, clause, layers)
    return found or (at < figure.start and _of_one_act(figure, one, layers))


def _compared(text: str, begin: int, at: int) -> bool:
    """«مقتل 8 … في أكثر الأيام دموية منذ بدء العملية»: the period is what the day is compared with, not what the number covers."""
    return bool(_RULED.search(text, max(at - 30, 0), at) or _FIRST.search(text, begin, at))


def _of_state(one: Spanned, clause: Clause, layers: Layers) -> bool:
    """«البلدة المحاصرة منذ 2013», «هدنة سارية منذ عامين»: a state of things, which counts nobody."""
    return any(hit.value.startswith("state") and hit.start <= one.start < hit.stop for hit in layers.cues("scopes", clause))


def _of_one_act(figure: "FigureMention", one: Spanned, layers: Layers) -> bool:
    """«منذ الهجوم الذي أودى بحياة 32», «خلال السنوات الماضية، ومنها هجوم أسفر عن 39»: the number is what came of the one act."""
    results = [hit for hit in inside(layers.hits.get("links", ()), one.stop, figure.start) if hit.value.startswith("result")]
    if not results or figure.start - results[-1].stop > _RESULT:
        return False
    acts = list(ACT.finditer(layers.text, one.stop, results[-1].start))
    return bool(acts) and not any_inside(layers.figures, acts[-1].end(), results[-1].start)
