"""Claims: «وأعلن التنظيم مسؤوليته عن الهجوم» says who made the attacks that were told of last, though it tells of none itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from agents.extract.actors.actors import IRREGULAR, class_of
from agents.extract.frames import ascribed
from agents.extract.frames.events import BOMBS, KINDS
from agents.extract.frames.layers import Layers, inside
from agents.extract.reports.drafts import Draft
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import any_of

CLAIMED = BOMBS | {"assault", "harm", "shooting", "murder", "raid", "shell", "strike", "abduct", "grenade", "chemical"}
BACK = 2  # sentences: so far before a claim stands what it is of
NEAR = 60  # clauses before a claim that are looked at
_REACH = 80  # characters behind a claim in which stands what it is of
_MANY = re.compile(rf"[^.،]{{0,30}}?\sال(?:{any_of('acts', 'several')})")


class _Claim(NamedTuple):
    """Who claims, where, and whether it is of several attacks."""

    start: int
    actor: str
    many: bool


def answer(drafts: Sequence[Draft], layers: Layers) -> None:
    """Names the claimants of drafts of which their own frames name nobody."""
    told = sorted((frame.clause.start, frame.clause.sentence, at) for at, draft in enumerate(drafts) for frame in draft.frames)
    starts = [start for start, _, _ in told]
    for claim in _claims(layers):
        sentence = _sentence(layers, claim.start)
        last = bisect_right(starts, claim.start)
        _name(drafts, claim, [at for _, number, at in reversed(told[max(last - NEAR, 0) : last]) if sentence - number <= BACK])


def _sentence(layers: Layers, at: int) -> int:
    """The number of the sentence in which an offset stands."""
    return max(bisect_right(layers.sentences, at, key=itemgetter(0)) - 1, 0)


def _name(drafts: Sequence[Draft], claim: _Claim, nearest: Sequence[int]) -> None:
    """Names the claimant of the nearest draft before a claim, of all near ones where it is of several."""
    for at in dict.fromkeys(nearest):
        draft = drafts[at]
        if draft.code not in CLAIMED or draft.agent not in (None, claim.actor):
            return
        if draft.agent is None:
            draft.agent, draft.named = claim.actor, True
            draft.target = None if draft.target == claim.actor else draft.target
            draft.rules.append("report.claimed")
        if not claim.many:
            return


def _claims(layers: Layers) -> Iterator[_Claim]:
    """The claims of attacks that are already known: definite, and of those who bear arms."""
    text = layers.text
    for cue in layers.hits.get("agents", ()):
        if not cue.value.startswith("claim"):
            continue
        actor = ascribed.claimant(layers, cue)
        if actor is None or class_of(actor.actor) not in IRREGULAR or not ascribed.claims(layers, actor, cue):
            continue
        stop = max(cue.stop, actor.stop)
        if _known(layers, cue, stop) and not ascribed.of_earlier(layers, stop):
            yield _Claim(min(actor.start, cue.start), actor.actor, _MANY.match(text, stop) is not None)


def _known(layers: Layers, cue: Hit, stop: int) -> bool:
    """Whether what is claimed was told before: «الهجوم», «عنه»; not «هجوما في بغداد»."""
    if layers.text[cue.stop - 1] in "هام" and not layers.text.endswith("مسؤوليتها", cue.start, cue.stop):
        return True
    end = layers.sentences[_sentence(layers, stop)][1]
    acts = [one for one in inside(layers.hits.get("event", ()), stop, min(stop + _REACH, end)) if one.value.split("/")[0] in KINDS]
    return not acts or "ال" in acts[0].proclitic or "لل" in acts[0].proclitic or layers.text.startswith("ال", acts[0].entry_start)
