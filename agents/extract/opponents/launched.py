"""Launched: an army that goes on the offensive fights whoever is its enemy there, though no clause says against whom."""

import re

from agents.extract.actors.register import is_called
from agents.extract.acts.events import armed
from agents.extract.drafts.drafts import Draft
from agents.extract.opponents.foes import Foes
from agents.extract.opponents.scene import Pair
from agents.extract.opponents.strikers import OUTLAWS
from agents.extract.places.facts import OCCUPIED
from agents.extract.roles.parts import LOOSE, STRUCK

_SUPPOSED = "actor.target-usual"  # the rule of people of whom no word speaks
_SAID = frozenset(["roles.object", "roles.against", STRUCK])  # rules of people of whom one does
_OFFENSIVE = re.compile(  # not «هجوم مسلح», «لهجوم شنه مجهولون»
    r"(?:[وف]?[يت]?شن(?:ت|وا|ون)?\s)?(?:ال|لل)?هجوم(?:ا|ه|ها|هم)?(?:\s(?:ال)?(?:عنيف|كبير|مباغت|منسق|واسع)ا?)?"
)
_LAUNCHED = re.compile(r"[وف]?[يت]?شن(?:ت|وا|ون)?(?:ه|ها)?")


def upon_foe(draft: Draft, pair: Pair, foes: Foes, where: tuple[str, list[str]], text: str) -> Pair:
    """«شنت قوات الجيش هجوما منذ أسابيع», «إثر هجوم بدأته المقاومة»: the pair with whom such forces fight, where nobody is said or counted.

    Groups that are called terror attack people as often; and so may any attack in an occupied land.
    where: the country, and who is named in the clauses that tell of it.
    """
    (agent, target), (country, sides) = pair, where
    supposed = LOOSE in draft.rules or (_SUPPOSED in draft.rules and not draft.target_class)
    if draft.code != "assault" or target != "civilians" or draft.figures or not supposed or not _SAID.isdisjoint(draft.rules):
        return pair
    if agent is None or not armed(agent) or is_called(agent, OUTLAWS) or country in OCCUPIED or not _is_offensive(draft, text):
        return pair
    foe = foes.of(agent, country, sides, struck=True)
    return (agent, foe) if foe is not None else pair


def _is_offensive(draft: Draft, text: str) -> bool:
    """Whether all words for the attack are one for an offensive, and the verb by which that is launched."""
    told = [text[one.start : one.stop] for frame in draft.frames for one in frame.triggers if one.code == draft.code]
    named = [_OFFENSIVE.fullmatch(one) is not None for one in told]
    return any(named) and all(is_one or _LAUNCHED.fullmatch(word) for is_one, word in zip(named, told, strict=True))
