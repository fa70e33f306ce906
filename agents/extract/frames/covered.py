"""Covered: whether a period that a clause names is that of a figure, or of something else that the clause speaks of."""

import re
from typing import TYPE_CHECKING

from agents.extract.frames.layers import Clause, Layers, Spanned, any_inside, inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.figures.figures import FigureMention

ACT = re.compile(rf"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:{any_of('acts', 'one')})ا?(?![\u0621-\u064a])")  # one act
_RULED = re.compile(
    r"\s(?:[تي]حتل\w*|[تي]حكم\w*|[تي]سيطر علي\w*|[تي]خضع\w*|[تي]قيم\w*|[تي]عيش\w*|[تي]شغل\w*|[تي]تولي\w*)\s(?:\S+\s){0,2}$"
    r"|\s(?:التي|الذي)\s[تي]شهد\s$"
)  # «تحتله تركيا منذ 1974», «التي تشهد منذ عام معارك»
_FIRST = re.compile(
    r"(?:^|[\s\"«])(?:ال)?(?:اكثر|اعنف|اكبر|اسوا|اعلي|اشد|اخطر|اضخم|اول|اولي|اوسع|ابرز|احدث(?!\sفي)|ثاني|ثالث)\s(?!من\s|امس)(?:[^،,.:\d]{0,60}[،,]?\s)?$"
)  # «الأعنف منذ», «أول هجوم يشنه التنظيم، منذ»
APART = re.compile(r"[.:؛\n]|\s(?:حيث|بينما|فيما|التي|الذي|اللذين|اللذان|اللتين)\s")
_NEXT = re.compile(
    r"[،,]\s?ل(?:[يت]صبح|[يت]رتفع|[يت]صل|[يت]بلغ)\s"
    r"|[،,]\s(?:و(?!ذلك|ال|هو |هي |وفق|لا )[\u0621-\u064a]{3,}|لكن\S*)\s|\s(?:لكن|الا ان|غير ان)\S*\s"
)
_SINCE_ACT = re.compile(rf"منذ\s(?:ال)?(?:{any_of('acts', 'one')})(?![\u0621-\u064a])")
_WHICH = re.compile(r"\sو?(?:الذي|التي)\s")
_COMPARED = 80  # characters before a period in which stands what is compared with it
_RESULT = 40  # characters between a word for what came of an act and the number


def apart(text: str, figure: "FigureMention", one: Spanned) -> bool:
    """Whether a period («since dawn») stands in another statement than the figure."""
    first, last = sorted(((one.start, one.stop), (figure.start, figure.stop)))
    return bool(APART.search(text, first[1], last[0]))


def elsewhere(figure: "FigureMention", one: Spanned, clause: Clause, layers: Layers) -> bool:
    """Whether a period is that of something else: of a comparison, of who rules, of a state of things, or the figure that of one act."""
    at = one.start
    begin = max(at - _COMPARED, clause.start)
    asked = begin, at, clause.start
    found = layers.compared.get(asked)  # the same for most figures of a clause: long ones have many
    if found is None:
        found = layers.compared[asked] = _compared(layers.text, begin, at) or _of_state(one, clause, layers)
    if found or at > figure.start:
        return found or _of_next(figure, one, clause, layers)
    return _of_one_act(figure, one, layers)


def _compared(text: str, begin: int, at: int) -> bool:
    """«مقتل 8 … في أكثر الأيام دموية منذ بدء العملية»: the period is what the day is compared with, not what the number covers."""
    return bool(_RULED.search(text, max(at - 30, 0), at) or _FIRST.search(text, begin, at))


def _of_state(one: Spanned, clause: Clause, layers: Layers) -> bool:
    """«البلدة المحاصرة منذ 2013», «هدنة سارية منذ عامين»: a state of things, which counts nobody."""
    return any(hit.value.startswith("state") and hit.start <= one.start < hit.stop for hit in layers.cues("scopes", clause))


def _of_next(figure: "FigureMention", one: Spanned, clause: Clause, layers: Layers) -> bool:
    """«قتل عشرة بهجوم، وحظرت السلطات منذ ذلك الوقت», «قتل عشرة بهجوم، لكن الحرب المستمرة منذ»: the period of the next statement."""
    between = inside(layers.figures, figure.stop, one.start)
    if between and _NEXT.search(layers.text, between[-1].start + 1, one.start) is None:
        return False  # soon told: long clauses have many figures
    found = _NEXT.search(layers.text, figure.stop, one.start)
    if found is None or any_inside(layers.figures, found.start(), one.start):
        return False
    return any_inside(layers.hits.get("event", ()), clause.start, found.start())


def result_of_act(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«هجوم في وقت سابق من الشهر أودى بحياة مئة»: whether the sentence names the one act, before the clause, that the number came of."""
    results = [hit for hit in inside(layers.hits.get("links", ()), clause.start, figure.start) if hit.value.startswith("result")]
    if not results or figure.start - results[-1].stop > _RESULT:
        return False
    start = max(layers.sentences[clause.sentence][0], clause.start - _RESULT)
    return ACT.search(layers.text, start, clause.start) is not None


def _of_one_act(figure: "FigureMention", one: Spanned, layers: Layers) -> bool:
    """«منذ الهجوم الذي أودى بحياة 32», «خلال السنوات الماضية، ومنها هجوم أسفر عن 39»: the number is what came of the one act."""
    if (named := _SINCE_ACT.match(layers.text, one.start)) and _WHICH.search(layers.text, named.end(), figure.start):
        return True  # «منذ هجوم أكتوبر الذي قتل فيه 52»
    results = [hit for hit in inside(layers.hits.get("links", ()), one.stop, figure.start) if hit.value.startswith("result")]
    if not results or figure.start - results[-1].stop > _RESULT:
        return False
    acts = list(ACT.finditer(layers.text, one.stop, results[-1].start))
    return bool(acts) and not any_inside(layers.figures, acts[-1].end(), results[-1].start)
