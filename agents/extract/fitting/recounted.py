"""Recounted: what a source tells in the next sentence and adds nothing is the act just told («وقالت مصادر محلية إن الطيران شن …»)."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import compatible
from agents.extract.clauses.clauses import OLDER
from agents.extract.drafts.tallies import equal, rival, same_people, vague
from agents.extract.figures.mention import MORE
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

SEVERAL = 2  # people: of one killed in each of two towns both are told
_NOBODYS = frozenset(["unknown", "civilians"])  # parties of people whom nothing tells from others
_UNSAID = "attribution.none"


def again(draft: "Draft", frame: "Frame") -> bool:
    """«قتل شرطي في هجوم شنه مسلحون في كذا. ووفقا لمصادر فإنهم أطلقوا قذيفة، ما أدى إلى مقتل الشرطي»: whether a source counts the same dead.

    It does so in the next sentence, and no word says where or when else, or of how many more.
    """
    last = draft.frames[-1]
    if frame.clause.sentence - last.clause.sentence != 1 or frame.attribution.rule == _UNSAID or frame.clause.link or frame.further:
        return False
    if draft.recap or last.clause.link in OLDER or frame.listed or last.listed or frame.when != (None, None):
        return False
    if not compatible(draft.code, frame.code) or not nearness.may_be_one(draft.place, frame.where):
        return False
    told = [known for known, by in draft.figures if by is last and not (known.subset or vague(known))]
    counted = [one for one in frame.figures if one.measure == "killed" and not one.subset]
    if any(rival(known, one) for known in told for one in frame.figures) or not counted:
        return False
    return all(MORE.isdisjoint(one.rules) and any(equal(known, one) and _same(known, one) for known in told) for one in counted)


def _same(known: "FigureMention", one: "FigureMention") -> bool:
    """Whether two are of one side, or the second bore arms for nobody who is named."""
    return known.party == one.party or ("people.armed" in one.rules and same_people(known.party, one.party))


def of(draft: "Draft", frame: "Frame") -> bool:
    """«استهدف كمين دورية في كذا. وقالت مصادر محلية إن مسلحين نصبوا كمينا لدورية»: whether a source goes over what was just told.

    It does so where it was told, or nearer; of several places that were struck at once it tells each for itself. Nor is it how a
    fight was told that the ground was then taken.
    """
    last = draft.frames[-1]
    if frame.clause.sentence - last.clause.sentence != 1 or not frame.attribution.spoken or frame.clause.link or frame.further:
        return False
    if draft.recap or last.clause.link in OLDER or frame.listed or last.listed:
        return False
    one_kind = compatible(draft.code, frame.code) and not (frame.code == "territory" != draft.code)
    return one_kind and _there(draft, frame)


def top(draft: "Draft", frame: "Frame") -> bool:
    """«قصف التحالف مركزا شرق مدينة كذا», on top, «وقال مصدر إن التحالف قصف مبنى بمنطقة كذا»: whether a source tells where in its region.

    The top of the article names a region by its chief town, and tells of one act of one side.
    """
    if draft.code != frame.code or frame.code == "territory" or not of(draft, frame):
        return False
    agent = frame.roles.agent
    return agent is not None and agent == draft.agent and all(one.title or one.lede for one in draft.frames)


def counted(draft: "Draft", frame: "Frame") -> bool:
    """«قتل ثلاثة جنود من كذا بلغم على طريق كذا. وقال مصدر إن ثلاثة جنود قتلوا بلغم قرب كذا»: whether a source tells those dead once more.

    All its dead, of one side that is named, are those of whom the sentence before told as many, and no word says that they are others.
    """
    if not frame.figures or frame.title or frame.points_back or frame.clause.sentence - draft.frames[-1].clause.sentence != 1:
        return False
    last = draft.frames[-1]
    if not frame.attribution.spoken or frame.clause.link or frame.further or last.clause.link in OLDER or last.listed or frame.listed:
        return False
    known = {(one.measure, one.party, one.low) for one in last.figures if not one.subset}
    told = [one for one in frame.figures if one.measure == "killed" and not one.subset]
    return bool(told) and all(_is_again(one, known) for one in told)


def _is_again(one: "FigureMention", known: set[tuple[str, str, int | None]]) -> bool:
    """Whether as many of one side, several of them, were told of; not «ثلاثة آخرين»."""
    return (
        one.party not in _NOBODYS
        and (one.low or 0) >= SEVERAL
        and MORE.isdisjoint(one.rules)
        and (one.measure, one.party, one.low) in known
    )


def _there(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame names no place but the draft's, or one in it."""
    here, known = frame.where, draft.place
    if here is None or known is None:
        return here is None
    return nearness.same(here, known) or nearness.within(here, known) or nearness.in_region(here, known)
