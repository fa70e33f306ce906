"""Headlines: a number that only a headline gives to an act counts nobody, where the text tells as many of those people of another act."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed, compatible
from agents.extract.drafts.drafts import Draft, near_days
from agents.extract.drafts.tallies import same_people, vague
from agents.extract.figures.mention import MORE
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

REACH = 24  # drafts that are looked at
RULE = "figure.of-headline"
_MEASURES = frozenset(["killed", "wounded", "captured", "abducted"])
_BARE = re.compile(r"^[وفب]?(?:ال|لل)?")
_STEM = 4  # letters by which a word is known, whatever its ending
_FEW = 3  # people: more are looked for wherever they are told again
_TAKEN = frozenset(["captured", "abducted"])
_TAKING = frozenset(["arrest", "capture", "abduct"])  # that somebody was arrested is more than the fight in which he was


def leave_few(drafts: list[Draft], text: str) -> None:
    """«تحرير مواقع ومصرع قيادي», on top, «وأسفرت غارة عن مصرع القيادي»: takes one or two out of an act that the text tells without them."""
    for draft in drafts[:REACH]:
        if draft.scope.scope != "incident" or all(frame.title for frame in draft.frames):
            continue
        gone = [
            one
            for one, frame in draft.figures
            if frame.title and one.measure == "killed" and (one.low or 0) < _FEW and _told_of(one, frame, draft, drafts[:REACH], text)
        ]
        if gone and draft.code != "harm":
            draft.figures = [pair for pair in draft.figures if not any(pair[0] is one for one in gone)]
            draft.rules.append(RULE)


def leave_one(drafts: list[Draft]) -> None:
    """«مقتل زعيم القاعدة», on top, «قتل زعيم مجلس الشورى» below: takes one out of an act of which the text tells by another name.

    Whom a headline tells of is told of below; where nobody of his side is, it is he.
    """
    for draft in drafts[:REACH]:
        one = next((one for one, frame in draft.figures if frame.title and _is_one(one)), None)
        if one is None or draft.scope.scope != "incident" or sum(map(_tells_dead, draft.frames)) > 1:
            continue
        below = [other for other, frame in draft.figures if not frame.title and _is_one(other) and other.party != one.party]
        if len(below) != 1 or not MORE.isdisjoint(below[0].rules) or any(_tells_of(other, one) for other in drafts[:REACH]):
            continue
        draft.figures = [pair for pair in draft.figures if pair[0] is not one]
        draft.target = below[0].party if draft.target == one.party else draft.target
        draft.rules.append(RULE)


def _is_one(one: "FigureMention") -> bool:
    """Whether one man in arms was killed."""
    return one.measure == "killed" and one.low == one.high == 1 and not one.subset and armed(one.party)


def _tells_dead(frame: "Frame") -> int:
    """How many numbers of people killed a frame of a headline tells."""
    return sum(one.measure == "killed" and not one.subset for one in frame.figures) if frame.title else 0


def _tells_of(draft: Draft, one: "FigureMention") -> bool:
    """Whether the text tells, below its headline, of people of his side who were killed."""
    told = (other for frame in draft.frames if not frame.title for other in frame.figures)
    return any(other.measure == one.measure and other.party == one.party for other in told)


def settle(drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts, without such numbers («الجيش يأسر أربعة ويتقدم», on top, «وأسفرت المعارك عن أسر أربعة»), nor what only told of them."""
    near = drafts[:REACH]
    for draft in near:
        if draft.scope.scope != "incident" or not any(frame.title for _, frame in draft.figures):
            continue
        gone = [(one, other) for one, frame in draft.figures if (other := _told_of(one, frame, draft, near, text)) is not None]
        gone = [(one, other) for one, other in gone if one.measure not in _TAKEN or draft.code not in _TAKING or draft.code == other.code]
        if not gone:
            continue
        draft.figures = [pair for pair in draft.figures if not any(pair[0] is one or _part_of(pair, one) for one, _ in gone)]
        draft.rules.append(RULE)
        alone = all(frame.title for frame in draft.frames) and not draft.figures
        if alone and any(draft.code == "harm" or compatible(draft.code, other.code) for _, other in gone):
            drafts = [one for one in drafts if one is not draft]
    return drafts


def _told_of(one: "FigureMention", frame: "Frame", draft: Draft, drafts: list[Draft], text: str) -> Draft | None:
    """The act of which the text counts the people of a headline; None where it counts them where the headline does, or nowhere."""
    if not frame.title or one.measure not in _MEASURES or one.subset or vague(one):
        return None
    if any(_equal(other, one) for told in draft.frames if not told.title for other in told.figures):
        return None
    for other in drafts:
        if (
            other is draft
            or other.scope.scope != "incident"
            or (draft.stated and other.stated and not near_days(other, draft.first, draft.last))
        ):
            continue
        told = [known for known, by in other.figures if not by.title and _equal(known, one) and _there(frame, by, other)]
        if any((one.low or 0) > 1 or _called_alike(known, one, text) for known in told):
            return other
    return None


def _equal(known: "FigureMention", one: "FigureMention") -> bool:
    """Whether two figures say the same number of what may be the same people, and neither speaks of others than those told of."""
    if known.measure != one.measure or known.low != one.low or known.subset or vague(known) or not MORE.isdisjoint(known.rules):
        return False
    return same_people(known.party, one.party)


def _called_alike(known: "FigureMention", one: "FigureMention", text: str) -> bool:
    """«إصابة طفلة», «أصيب شاب»: whether one person is called by the same word both times, or is of the same men in arms."""
    if armed(one.party) and known.party == one.party:
        return True
    words = [_BARE.sub("", word)[:_STEM] for word in text[one.start : one.stop].split()]
    return any(_BARE.sub("", word)[:_STEM] in words for word in text[known.start : known.stop].split())


def _there(frame: "Frame", told: "Frame", other: Draft) -> bool:
    """Whether it may have been where the headline says: there, or in that region."""
    one, two = frame.where, told.where or other.place
    return nearness.may_be_one(one, two) or (one is not None and two is not None and nearness.part_of_its_region(two, one))


def _part_of(pair: "tuple[FigureMention, Frame]", one: "FigureMention") -> bool:
    """Whether a number is a part of one that the headline gives."""
    part, frame = pair
    return bool(part.subset) and part.measure == one.measure and any(one is other for other in frame.figures)
