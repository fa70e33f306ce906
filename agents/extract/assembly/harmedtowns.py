"""Harmed towns: those in which people fell, told right behind strikes on the region of which nobody is counted, and by nothing else."""

from agents.extract.acts.events import FROM_AFAR
from agents.extract.drafts.drafts import Draft
from agents.extract.frames.frame import Frame
from agents.extract.harm.harm import SURE
from agents.extract.places import nearness


def by(draft: Draft, frame: Frame) -> bool:
    """«شنت طائرات غارات على ريف كذا. وقتل خمسة في بلدة كذا»: whether the dead of a frame fell by what the draft before it tells.

    «كما قتل ثلاثة في بلدة كذا»: so did those of the next town.
    """
    if frame.code != "harm" or not frame.figures or frame.where is None or frame.clause.link:
        return False
    if any(one.measure not in SURE for one in frame.figures):
        return False  # others were taken beside them, so there was a fight
    last = draft.frames[-1]
    if draft.code not in FROM_AFAR or {draft.scope.scope, frame.scope.scope} != {"incident"} or draft.place is None or draft.recap:
        return False
    if frame.clause.sentence - last.clause.sentence > 1 or frame.when != (None, None) or frame.roles.agent is not None:
        return False
    counted = draft.figures and draft.frames[0].code != "harm"
    return not counted and _beside(draft, frame)


def _beside(draft: Draft, frame: Frame) -> bool:
    """Whether the town lies in the region that was struck, or in the same governorate."""
    one, two = draft.place, frame.where
    if one is None or two is None or two.geo_precision >= nearness.COARSE:
        return False
    return nearness.within(two, one) or (one.admin1 is not None and one.admin1 == two.admin1 and one.country == two.country)
