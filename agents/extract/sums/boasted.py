"""Boasted: how many who made an attack says that it killed counts nobody more, where others count fewer of its dead."""

from agents.extract.actors.register import IRREGULAR, class_of
from agents.extract.acts.events import akin
from agents.extract.drafts.drafts import Draft, same_days
from agents.extract.drafts.tallies import Entry, same_people, vague
from agents.extract.figures.mention import OTHERS
from agents.extract.places import nearness

REACH = 24  # drafts that are looked at
FEW = 5  # people: fewer are no boast


def mark(drafts: list[Draft]) -> None:
    """«أحصت الشرطة ستة قتلى. وقالت الجماعة إنها قتلت مئة شرطي»: makes summaries of drafts that tell only what its doer counts."""
    for draft in drafts[:REACH]:
        boast = _boast(draft)
        if boast and any(_counted_fewer(other, draft, boast) for other in drafts[:REACH] if other is not draft):
            draft.scope = draft.scope._replace(scope="summary", rule="scope.boasted")
            draft.rules.append("scope.boasted")


def _boast(draft: Draft) -> list[Entry]:
    """The dead of a draft, where all of them are those of another side, as whoever killed them tells; none elsewhere."""
    dead, who = [(one, frame) for one, frame in draft.figures if not one.subset], draft.agent or draft.speaker
    if draft.scope.scope != "incident" or not dead or who is None or class_of(who) not in IRREGULAR:
        return []
    own = all(
        one.measure == "killed"
        and not vague(one)
        and (one.low or 0) >= FEW
        and OTHERS not in one.rules
        and frame.roles.speaker == who
        and not (frame.title or frame.lede or frame.further)
        and not same_people(one.party, who)
        for one, frame in dead
    )
    return dead if own else []


def _counted_fewer(other: Draft, draft: Draft, boast: list[Entry]) -> bool:
    """Whether a draft counts fewer of those people there and then, as others tell."""
    who = draft.agent or draft.speaker
    if other.scope.scope != "incident" or other.agent not in (None, who) or not akin(other.code, draft.code):
        return False
    known_act = all(frame.where is None and frame.points_back for _, frame in boast)  # «وفي تبني الهجوم»
    if not (known_act or nearness.may_be_one(other.place, draft.place)) or not same_days(other, draft.first, draft.last):
        return False
    return any(
        known.measure == "killed"
        and not (known.subset or vague(known))
        and told.roles.speaker != who
        and same_people(known.party, one.party)
        and (known.low or 0) < (one.low or 0)
        for known, told in other.figures
        for one, _ in boast
    )
