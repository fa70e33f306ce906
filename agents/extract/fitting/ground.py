"""Ground: one side takes a place once, and whoever takes it from that side does something else."""

from typing import TYPE_CHECKING

from agents.extract.actors.sides import allied, enemies
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame
    from streams.records import Place


def again(draft: "Draft", frame: "Frame") -> bool:
    """«المقاومة تسيطر على البلدة», «سيطرت قوات الحكومة على البلدة»: whether both tell how one side took one town."""
    if draft.agent is None or draft.frames[-1].clause is frame.clause or _taken(draft, frame) is None:
        return False
    return frame.roles.agent in (None, draft.agent) or told_by_ally(draft, frame)


def told_by_ally(draft: "Draft", frame: "Frame") -> bool:
    """Whether the frame says of another one of the draft's side that he took the draft's town."""
    place = _taken(draft, frame)
    return place is not None and allied(place.country or "", draft.agent, frame.roles.agent)


def back(draft: "Draft", frame: "Frame") -> bool:
    """«وفي وقت لاحق استعاد الجيش السيطرة على البلدة»: whether a frame tells how the other side took the town of the draft."""
    place = _taken(draft, frame)
    return place is not None and enemies(place.country or "", draft.agent, frame.roles.agent)


def _taken(draft: "Draft", frame: "Frame") -> "Place | None":
    """The town that both say was taken; None where one of them tells of no town, or of another."""
    one, two = draft.place, frame.where
    if not (draft.code == frame.code == "territory") or one is None or two is None:
        return None
    same = one.place_id == two.place_id if one.place_id or two.place_id else nearness.called_alike(one, two)
    return two if same and two.geo_precision < nearness.COARSE else None  # a town near by is another one
