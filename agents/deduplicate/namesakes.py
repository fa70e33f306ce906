"""Namesakes: reports of one id in two versions of an article.

Reports are called by their order: a newer version corrects what the older one told first, or tells of one more act before it.
"""

from agents.deduplicate.clusters import REVISED
from agents.deduplicate.decide import of_places
from agents.deduplicate.figures import UNSAID
from agents.deduplicate.traits import Traits

OTHER = 0.1  # how near they are that tell of two acts: it is known of each that the other has its id
NEAR = 0.2  # what a place says at least that may have been named otherwise
ALIKE = 2  # of kind, place, number, doer and name so many stay where one is corrected


def nearness(one: Traits, other: Traits) -> float:
    """How near two namesakes are that are not decided the same: REVISED where the one may be what the other became, else OTHER."""
    stays = (
        not one.kinds.isdisjoint(other.kinds),
        one.spot is not None and other.spot is not None and of_places(one.spot, other.spot)[1] >= NEAR,
        not one.numbers.isdisjoint(other.numbers),
        one.actor1 == other.actor1 and one.actor1 not in UNSAID,
        not one.names.isdisjoint(other.names),
    )
    return REVISED if sum(stays) >= ALIKE else OTHER
