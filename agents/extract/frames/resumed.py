"""Resumed: whether a clause goes on with an act told before, which it speaks of («الغارة استهدفت بلدة», «واستهدف الهجوم سوقا»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.figures.mention import FigureMention

_ADJECTIVE = re.compile(r"\s(?:ال(?!ذي\s|تي\s)\S+\s)?")
_VERB = rf"و?(?:قد\s)?(?:{any_of('acts', 'yield')})\s"
_YIELDED, _YIELDS = re.compile(rf"\s{_VERB}$"), re.compile(rf"\s(?:ال(?!ذي\s|تي\s)\S+\s)?{_VERB}")
_CENTRE = any_of("acts", "centre")
_CENTRES, _CENTRED = re.compile(rf"(?:^|\s|و)(?:{_CENTRE})\s$"), re.compile(rf"\s(?:ال(?!ذي\s|تي\s)\S+\s)?(?:{_CENTRE})\s")
_CENTRED_OF = re.compile(rf"(?:\s[^\s،,.:؛]+){{0,2}}\sال[^\s،,.:؛]+\s(?:{_CENTRE})\s")
_LEADS_OFF = re.compile(r"\s(?:التي|الذي|الذين|حسب|وفق|وفقا|بحسب|[وت]?[من]?نقل\S*|و?س[يت]تم|و?(?:اشار|اوضح|اضاف|قال)(?:ت|وا)?)\s")
_BESIDE = 14  # characters between an act and its verb: an adjective of it («الغارة الجوية استهدفت»)


def of(layers: Layers, clause: Clause, heads: Sequence["Trigger"]) -> bool:
    """Whether a known act is the subject of the clause's own verb, before it or behind it; not another («كما استهدفت»)."""
    if clause.link or not heads or any(_is_several(layers.text, one) for one in heads):
        return False
    first, second = heads[0], heads[1] if len(heads) > 1 else None
    if first.part == "verb":
        return first.code == "assault" and second is not None and second.points_back and second.start - first.stop <= 1
    if not first.points_back:
        return False
    if second is not None and second.part == "verb":
        return second.code == "assault" and _beside(layers.text, first.stop, second.start)
    befell = inside(layers.hits.get("doing", ()), first.stop, first.stop + _BESIDE)
    return any(one.value == "befell" and _beside(layers.text, first.stop, one.start) for one in befell)


def yields(layers: Layers, clause: Clause, heads: Sequence["Trigger"]) -> bool:
    """«وأسفر الهجوم عن …», «أن الغارة أدت إلى …»: whether one known act is the subject of a verb that tells what came of it."""
    if clause.link or not heads or not heads[0].points_back or heads[0].code == "ied" or _is_several(layers.text, heads[0]):
        return False  # «الألغام حصدت»: many, each for itself
    text, act = layers.text, heads[0]
    return bool(_YIELDED.search(text, max(clause.start - 1, act.start - _BESIDE), act.start) or _YIELDS.match(text, act.stop, clause.stop))


def centres(layers: Layers, clause: Clause, heads: Sequence["Trigger"], code: str) -> bool:
    """«وتركزت المعارك في كذا», «الغارات تركزت على كذا»: whether acts that were told are the subject of the verb that says where most were.

    code: what the clause tells; what goes along with them is another act («تركزت المواجهات في كذا مع تكثيف الطيران قصفه»).
    """
    if clause.link or not heads or heads[0].part != "noun" or heads[0].code not in ("assault", code):
        return False
    text, act = layers.text, heads[0]
    if not act.points_back:  # «أن غارات طائرات التحالف تركزت على كذا»: whose they are is said, and so which
        return clause.sentence > layers.lede and _CENTRED_OF.match(text, act.stop, clause.stop) is not None
    return bool(_CENTRES.search(text, max(clause.start - 1, act.start - _BESIDE), act.start) or _CENTRED.match(text, act.stop, clause.stop))


def leads_off(text: str, figures: Sequence["FigureMention"], stop: int) -> int:
    """«وأسفر القصف عن مقتل خمسة من الجماعة التي تخسر معركة كذا»: where, behind people, it is told what else there is to say of them."""
    aside = _LEADS_OFF.search(text, figures[-1].stop, stop)
    return aside.start() if aside else stop


def _beside(text: str, stop: int, start: int) -> bool:
    """Whether nothing but an adjective stands between an act and its verb."""
    return start - stop <= _BESIDE and _ADJECTIVE.fullmatch(text, stop, start) is not None


def _is_several(text: str, one: "Trigger") -> bool:
    """«واستهدفت الغارات»: several acts, each with a place of its own; clashes are many words for one."""
    word = text[one.start : one.stop].partition(" ")[0]
    return one.points_back and one.code != "clash" and word.endswith(("ات", "ين"))
