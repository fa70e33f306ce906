"""Flown: «the strikes» of which no word says that they came from the air, where the article told before that they did."""

from collections.abc import Sequence

from agents.extract.acts.events import FROM_AFAR
from agents.extract.drafts.drafts import Draft

_LOOSE = frozenset(["strike", "assault", "harm"])  # codes of an act that says nothing of what struck
_STRIKES = "ضرب"


def settle(drafts: Sequence[Draft], text: str) -> None:
    """«غارات على كذا», on top, «كما طالت الضربات كذا» below: who speaks of the strikes means those told last, if by the same side."""
    before: Draft | None = None
    for draft in drafts:
        if _speaks_back(draft, text):
            if before is not None and before.code == "air" and draft.agent in (None, before.agent):
                draft.code = "air"
        elif draft.code in FROM_AFAR:
            before = draft


def _speaks_back(draft: Draft, text: str) -> bool:
    """Whether all that a draft says of what struck are nouns for strikes with the article."""
    if draft.code != "strike" or not draft.codes <= _LOOSE:
        return False
    strikes = [one for frame in draft.frames for one in frame.triggers if one.code == "strike"]
    return bool(strikes) and all(one.definite and one.part == "noun" and text.find(_STRIKES, one.start, one.stop) >= 0 for one in strikes)
