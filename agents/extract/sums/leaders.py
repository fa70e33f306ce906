"""Leaders: «مقتل قيادي في كذا» on top, who below is one of several («قتل ثمانية بينهم القيادي كذا») or is named, adds nobody."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.figures.mention import OTHER
from agents.extract.frames.frame import Frame
from agents.extract.people.victims import noun
from agents.extract.places import nearness
from agents.extract.sums.onebyone import ALSO
from agents.extract.sums.repeats import like
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.drafts.tallies import Entry
    from agents.extract.figures.mention import FigureMention

RULE = "scope.leader-again"
LEADERS = "leaders"
TOP, REACH = 4, 24  # drafts of which the top of an article may tell; drafts in which its leader is sought
_THE = "ال"


def settle(drafts: list[Draft], layers: Layers) -> None:
    """Takes a leader on top out where a later draft tells of him; what told of nobody else, and of no act of ground, is a summary."""
    for at, top in enumerate(drafts[:TOP]):
        if top.scope.scope != "incident" or not top.figures:
            continue
        for entry in [pair for pair in top.figures if _is_leader(pair, layers)]:
            again = next((later for later in drafts[at + 1 : at + 1 + REACH] if _tells(later, top, entry[0], layers)), None)
            if again is not None:
                _leave_out(top, entry)


def _is_leader(entry: "Entry", layers: Layers) -> bool:
    """Whether title or first sentence count one leader of an armed side, whom they do not name as known."""
    one, frame = entry
    if not (frame.title or frame.lede) or one.measure != "killed" or not one.low == one.high == 1 or one.subset or not armed(one.party):
        return False
    return _leads(one, layers) and not layers.text.startswith(_THE, one.start)


def _leads(one: "FigureMention", layers: Layers) -> bool:
    """Whether the word for who was killed is that for a leader."""
    return any(noun(hit.value).subset == LEADERS for hit in inside(layers.hits.get("victim", ()), one.start, one.stop))


def _tells(later: Draft, top: Draft, leader: "FigureMention", layers: Layers) -> bool:
    """Whether a later draft of like news counts a leader of that side among others, or names one."""
    if later.scope.scope != "incident" or later.recap or later.lag is not None or not like(top.code, later.code):
        return False
    here, there = top.place, later.place
    region = here is not None and there is not None and here.admin1 is not None and here.admin1 == there.admin1
    if not (region or nearness.may_be_one(here, there)):
        return False
    if not (same_days(top, later.first, later.last) or near_days(top, later.first, later.last)):
        return False
    return any(_is_he(one, leader, layers) and not _is_more(frame, layers) for one, frame in later.figures)


def _is_more(frame: Frame, layers: Layers) -> bool:
    """«كذلك قتل القيادي كذا»: whether words say that he is one more."""
    return frame.further or ALSO.search(layers.text, frame.clause.start, frame.clause.stop) is not None


def _is_he(one: "FigureMention", leader: "FigureMention", layers: Layers) -> bool:
    """Whether a figure is one leader of that side, known by name, or counted among others who fell."""
    if one.measure != "killed" or one.party != leader.party or one.low != 1 or OTHER in one.rules:
        return False
    if one.subset == LEADERS:
        return True
    return one.subset is None and one.high == 1 and _leads(one, layers) and layers.text.startswith(_THE, one.start)


def _leave_out(top: Draft, entry: "Entry") -> None:
    """A draft without the leader whom another tells of; a summary where it told of nobody else, and of no ground."""
    top.figures = [pair for pair in top.figures if pair[0] is not entry[0]]  # compiled, a pair is made anew
    top.rules.append(RULE)
    if not top.figures and top.code != "territory":
        top.scope = top.scope._replace(scope="summary", rule=RULE)
