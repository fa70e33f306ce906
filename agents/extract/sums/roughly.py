"""Roughly: round words that count nobody besides those of whom the article says elsewhere exactly how many they were.

They are bare plurals of a headline («قتلى وجرحى»), or what is said once more of an act of a day long over («خلف عددا كبيرا من الضحايا»).
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed, compatible
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import Entry, vague
from agents.extract.figures.mention import ATTACKERS
from agents.extract.people.people import ALL
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

TOP = 3  # drafts of which a headline may tell
REACH = 12  # drafts in which the text may count them
_BARE = 2  # people that a bare plural stands for
_CROWD = frozenset(["protest", "disperse", "riot", "shooting", "clash"])  # codes of what befalls a crowd
_HURT = frozenset(["killed", "wounded"])
LONG_OVER = timedelta(days=10)  # from so long ago the same day is hardly that of two acts
_BURSTS = frozenset(["blast", "ied", "suicide", "assault", "harm"])  # codes by which one attack is told


def leave_out(drafts: list[Draft]) -> None:
    """Takes such words out of a draft that counts nobody else, where another draft counts the dead of that act."""
    told = drafts[:REACH]
    for draft in told:
        old = draft.scope.scope == "incident" and bool(draft.figures) and _long_over(draft)
        if not old or not all(vague(one) for one, _ in draft.figures):
            continue
        if any(other is not draft and _of_that_day(draft, other) and _counts(other, draft.figures) for other in told):
            draft.figures = []
            draft.rules.append("scope.told-again")
    _headlines(drafts)


def _long_over(draft: Draft) -> bool:
    """Whether a draft is of one stated day that is long over."""
    return draft.stated and draft.first is not None and draft.first == draft.last and draft.published - draft.first > LONG_OVER


def _of_that_day(draft: Draft, other: Draft) -> bool:
    """Whether another draft tells of a like act of that day, in what may be the same place."""
    if other.scope.scope != "incident" or (other.first, other.last) != (draft.first, draft.last):
        return False
    alike = compatible(draft.code, other.code) or {draft.code, other.code} <= _BURSTS
    return alike and nearness.may_be_one(draft.place, other.place)


def _headlines(drafts: list[Draft]) -> None:
    """«قتلى وجرحى» on top: takes bare plurals of a headline out of a draft whose text counts nobody, where another counts them."""
    for at, top in enumerate(drafts[:TOP]):
        if top.scope.scope != "incident" or not top.figures or not all(map(_bare, top.figures)):
            continue
        for later in drafts[at + 1 : REACH]:
            if _of_one(top, later) and _counts(later, top.figures):
                top.figures = []
                top.rules.append("scope.told-again")
                break


def _bare(entry: Entry) -> bool:
    """Whether a number is a bare plural of a headline."""
    one, frame = entry
    return frame.title and vague(one) and one.low == _BARE and one.measure in _HURT and not one.subset


def _of_one(top: Draft, later: Draft) -> bool:
    """Whether the text may tell in another draft what the headline tells."""
    if later.scope.scope != "incident" or later.recap or later.lag is not None:
        return False
    if not (compatible(top.code, later.code) or {top.code, later.code} <= _CROWD):
        return False
    near = same_days(top, later.first, later.last) or near_days(top, later.first, later.last)
    return near and nearness.may_be_one(top.place, later.place)


def _counts(later: Draft, told: list[Entry]) -> bool:
    """Whether a draft counts exactly those of whom the headline has a bare plural, all measures of it."""
    found = [one for one, frame in later.figures if not (frame.title or one.subset or vague(one)) and one.measure in _HURT]
    return all(any(one.measure == known.measure and _of_the_same(one, known) for one in found) for known, _ in told)


def _of_the_same(one: "FigureMention", known: "FigureMention") -> bool:
    """Whether an exact number may be of those of whom round words speak; not of the attackers («مقتل جميع المسلحين»)."""
    if ALL in known.rules or ATTACKERS in known.rules or ATTACKERS in one.rules:
        return False
    return one.party == known.party or not (armed(one.party) or armed(known.party))
