"""Prisoners: who was captured in a fight that was just told is counted with its other losses («وأسرت القوات سبعة من المسلحين»)."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, armed
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

NEAR = 2  # sentences: as far they are told from the fight
_FIGHTS = frozenset(["clash", "advance", "territory", "raid", "assault", "shooting", "harm"])
_TAKEN = {"arrest": _FIGHTS, "capture": _FIGHTS - {"territory"}}  # by code; who was taken in a fight may open that of the dead behind it


def of_fight(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame only counts prisoners of one of the draft's sides, and no word says that they were arrested.

    Beside a fight an arrest is an act of its own: the police makes it later, and elsewhere.
    """
    won = _won_in_fight(draft, frame)
    if not (won or draft.code in _TAKEN.get(frame.code, ())) or any(one.code == "arrest" for one in frame.triggers):
        return False
    if not nearness.may_be_one(draft.place, frame.where) or frame.clause.sentence - draft.frames[-1].clause.sentence > NEAR:
        return False
    sides = {draft.agent, draft.target, *(one.party for one, _ in draft.figures)}
    sides |= {"unknown"} if won and frame.yields else set()
    return bool(frame.figures) and all(one.measure == "captured" and one.party in sides and _in_arms(one, won) for one in frame.figures)


def _in_arms(one: "FigureMention", won: bool) -> bool:
    return armed(one.party) or (won and one.party == "unknown")


def _won_in_fight(draft: "Draft", frame: "Frame") -> bool:
    """«سيطروا على التلال. وأسفرت المعارك عن أسر اثنين»: whether the fight for ground is told, or was in the same sentence."""
    last = draft.frames[-1]
    if draft.code != "territory" or frame.code != "capture":
        return False
    if frame.clause.sentence == last.clause.sentence:
        return last is not frame and last.code == "clash" and last.points_back
    return frame.yields and frame.clause.sentence - last.clause.sentence == 1


def apart(draft: "Draft", frame: "Frame") -> bool:
    """«قتلى وأسرى من الحوثيين», «قصفت الطائرات»: whether losses with prisoners are told, and fire from afar, which takes none."""
    if draft.code == "harm":
        return frame.code in FROM_AFAR and any(_taken(one) for one, _ in draft.figures) and not any(map(_taken, frame.figures))
    return frame.code == "harm" and draft.codes <= FROM_AFAR and any(map(_taken, frame.figures))


def _taken(one: "FigureMention") -> bool:
    """Whether a number is of prisoners in arms."""
    return one.measure == "captured" and armed(one.party)
