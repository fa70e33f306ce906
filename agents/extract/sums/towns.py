"""Towns: whether as many people fell in two towns far apart, and so are not the same."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import compatible
from agents.extract.drafts.drafts import Draft
from agents.extract.places import nearness

if TYPE_CHECKING:
    from streams.records import Place

APART_KM = 25  # kilometres between two towns that nobody takes for one place
FAR_KM = 100  # the same, of towns in which as many fell in unlike acts
FEW_ALIKE = 10  # people: two acts may well harm just as many
_THERE = frozenset(["in", "near"])  # cues of a place where something is said to be; people are caught «من بلدة كذا»
Number = tuple[str, int]  # measure, low


def apart(one: Draft, two: Draft, number: Number) -> bool:
    """«قتل ثلاثة جنود في كركوك. … كما قتل ثلاثة جنود في الموصل»: of few, whether each clause names a town, far apart.

    Of more, whether they fell in unlike acts too: in a fight here, in a raid from the air there.
    """
    if number[1] >= FEW_ALIKE and (compatible(one.code, two.code) or "harm" in (one.code, two.code)):
        return False
    here, there = _town_of(one, number), _town_of(two, number)
    apart = APART_KM if number[1] < FEW_ALIKE else FAR_KM
    return here is not None and there is not None and (nearness.km(here, there) or 0) > apart


def _town_of(draft: Draft, number: Number) -> "Place | None":
    """The town that the clause itself names in which a number is told; None where only a title tells it, or a wider place."""
    told = (frame for one, frame in draft.figures if (one.measure, one.low) == number and not frame.title)
    own = [
        one.place for frame in told for one in frame.places if one.place == frame.where and (one.cue in _THERE or number[0] == "captured")
    ]
    return next((one for one in own if one.geo_precision < nearness.COARSE), None)
