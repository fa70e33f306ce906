"""One by one: whom the text tells of one by one after a number on top («أربعة فلسطينيين. … الطفل هيثم كذا (15 عاما)») is counted in it."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import BOMBS, FROM_AFAR, armed
from agents.extract.acts.layers import Layers
from agents.extract.clauses.clauses import OLDER
from agents.extract.counted.ofthem import OF_THEM
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import same_people, vague
from agents.extract.figures.mention import OTHER, OTHERS
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.sums.repeats import like

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from streams.records import Place

RULE = "scope.within"
TOP = 4  # drafts of which the top of an article may tell
REACH = 24  # drafts among which parts are sought
SOON = 2  # sentences behind a number in which those whom it counts are told of
LEAST = 2  # people: of one nobody is a part
_AGED = re.compile(r"[^.:؛\n]{0,60}?(?:\(\s?\d{1,2}\s(?:عاما?|سنه|سنوات|اعوام)|\sالبالغه?\s(?:من\sالعمر\s)?\d)")
ALSO = re.compile(
    r"(?<![\u0621-\u064a])(?:كما\s(?:قتل|استشهد|سقط|لقي|قضي|توفي|اغتيل|فقد)\S*|ايضا|كذلك|متاثر(?:ا|ه|ين)?|لاحقا"
    r"|[وف]?في\s(?:حادث|هجوم)\s(?:اخر|منفصل))(?![\u0621-\u064a])"
)
_ACTS = FROM_AFAR | BOMBS  # whose place is told for its own sake
_DEFINITE = "ال"

Part = tuple[Draft, int, bool]  # a draft, how many it tells of, whether by name, age or a word for «of them»


def mark(drafts: list[Draft], layers: Layers) -> None:
    """Takes those whom a number counts out of the drafts that tell of them again; one that tells of nobody else is a summary.

    The number stands on top, or right before them.
    """
    for at, top in enumerate(drafts[:REACH]):
        if top.scope.scope != "incident":
            continue
        for total, frame in top.figures:
            if not _is_total(total):
                continue
            on_top = _is_top(frame)
            after = drafts[at + 1 : at + 1 + REACH] if on_top else [one for one in drafts[at + 1 :][:TOP] if _follows(one, frame)]
            headed = [one for one in drafts[:at][:TOP] if _is_headed(one, layers.text)] if frame.lede else []
            parts = [part for later in (*headed, *after) if (part := _part(top, total, later, layers))]
            for draft, _, _ in _fitting(parts, total.low or 0, together=on_top):
                _leave_out(draft, top)
            break


def _follows(draft: Draft, frame: Frame) -> bool:
    """Whether the dead of a draft are told of right behind a frame."""
    told = [one.clause.sentence - frame.clause.sentence for _, one in draft.figures]
    return bool(told) and all(0 <= away <= SOON for away in told)


def _is_headed(draft: Draft, text: str) -> bool:
    """«مقتل مراهق» on top, «إذ قتل المراهق كذا» below: whether a headline counts one, whom the first sentence at most names."""
    dead = [(one, frame) for one, frame in draft.figures if one.measure == "killed"]
    if not (len(dead) == 1 and dead[0][1].title and dead[0][0].low == 1):
        return False
    told = [one for frame in draft.frames if frame.lede and not frame.title for one in frame.figures if one.measure == "killed"]
    return all(_named(one, text) for one in told)


def _is_total(one: "FigureMention") -> bool:
    """Whether a figure counts several people without arms who were killed."""
    return one.measure == "killed" and not one.subset and not vague(one) and (one.low or 0) >= LEAST and not armed(one.party)


def _fitting(parts: list[Part], total: int, *, together: bool) -> list[Part]:
    """Those parts that together pass no total: of one on top all of them where they make it, else those that are told by name, in order."""
    if together and len(parts) > 1 and sum(count for _, count, _ in parts) == total:
        return parts
    found, told = [], 0
    for part in parts:
        if part[2] and told + part[1] <= total:
            found.append(part)
            told += part[1]
    return found


def _part(top: Draft, total: "FigureMention", later: Draft, layers: Layers) -> Part | None:
    """What a later draft tells of those whom a number on top counts; None where it tells of others, of another day, or elsewhere."""
    headed = _is_headed(later, layers.text)
    if later.scope.scope != "incident" or later.recap or later.lag is not None or (not headed and any(map(_is_top, later.frames))):
        return None
    killed = [(one, frame) for one, frame in later.figures if one.measure == "killed" and not one.subset]
    count = sum(one.low or 0 for one, _ in killed)
    of_raids = _of_raids(top, later, [frame for _, frame in killed])
    if not killed or count >= (total.low or 0) or any(vague(one) or not (of_raids or one.low == one.high) for one, _ in killed):
        return None
    if not all(_is_his(one, frame, total, layers) for one, frame in killed):
        return None
    if not (like(top.code, later.code) and _in_place(top.place, later.place)) or len({top.agent, later.agent} - {None}) > 1:
        return None
    of_set = top.code == later.code and any(frame.several or frame.sums for one, frame in top.figures if one is total)
    if later.stated and not (same_days(top, later.first, later.last) or (of_set and near_days(top, later.first, later.last))):
        return None
    return later, count, of_set or of_raids or headed or all(_named(one, layers.text) for one, _ in killed)


def _of_raids(top: Draft, later: Draft, frames: list[Frame]) -> bool:
    """«80 قتيلا في غارات على الغوطة», «في حمورية قتل 20 جراء الغارات»: whether a town of a region is told of, and the raids as known."""
    if not {top.code, later.code} <= FROM_AFAR or top.place is None or later.place is None:
        return False
    finer = later.place.geo_precision < top.place.geo_precision
    return finer and all(frame.points_back and frame.where is not None for frame in frames)


def _is_top(frame: Frame) -> bool:
    return frame.title or frame.lede


def _is_his(one: "FigureMention", frame: Frame, total: "FigureMention", layers: Layers) -> bool:
    """Whether one who was killed may be of those whom a number counts: of the same people, in words for no further act."""
    if frame.further or frame.clause.link in OLDER or OTHER in one.rules or OTHERS in one.rules:
        return False
    if ALSO.search(layers.text, frame.clause.start, frame.clause.stop):
        return False
    return (not armed(one.party) and same_people(one.party, total.party)) or _of_them(one, layers.text) or one.party == "civilians"


def _of_them(one: "FigureMention", text: str) -> bool:
    """«اثنان منهم»: whether people are told of as some of those who were told of."""
    return OF_THEM.match(text, one.stop) is not None


def _named(one: "FigureMention", text: str) -> bool:
    """«الطفل هيثم كذا», «شاب (24 عاما)», «اثنان منهم»: whether words say which of the dead it was."""
    if one.low == 1 and text.startswith(_DEFINITE, one.start):
        return True
    return _of_them(one, text) or (one.low == 1 and _AGED.match(text, one.start) is not None)


def _in_place(whole: "Place | None", part: "Place | None") -> bool:
    """Whether a place may lie where a number counts, or in its governorate."""
    if whole is None or part is None or nearness.may_be_one(whole, part):
        return True
    return whole.admin1 is not None and whole.admin1 == part.admin1


def _leave_out(draft: Draft, top: Draft) -> None:
    """A draft without its dead; a summary where it told of nobody else, and of no act in a place of its own but one of the same raids."""
    known = _of_raids(top, draft, [frame for one, frame in draft.figures if one.measure == "killed"])
    draft.figures = [(one, frame) for one, frame in draft.figures if one.measure != "killed"]
    draft.rules.append(RULE)
    own = draft.code in _ACTS and draft.place is not None and top.place is not None and not nearness.same(draft.place, top.place)
    if not draft.figures and (known or not own):
        draft.scope = draft.scope._replace(scope="summary", rule=RULE)
