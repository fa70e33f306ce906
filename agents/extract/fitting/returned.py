"""Returned: whether a frame tells of fire by those who were struck, on those who struck, or on others than those who answered."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, armed
from agents.extract.drafts.tallies import equal
from agents.extract.fitting.newact import LATEST
from agents.extract.fitting.older import ONE_SIDED
from agents.extract.roles import answers
from agents.extract.roles.somebody import GUNMEN

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame

_UNARMED = frozenset(["civilians", "protesters"])
_ATTACKS = frozenset(["assault", "clash", "shooting", "raid", "harm"])


def is_answer(draft: "Draft", frame: "Frame") -> bool:
    """Whether a draft tells of fire that answered other fire, and the frame of what befell others than those."""
    return frame.roles.target != draft.target and any(answers.RULE in one.roles.rules for one in draft.frames[-LATEST:])


def hits_back(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame tells that one of the draft's two sides struck the other, where the draft tells it the other way round."""
    return (
        _strikes_back(draft, frame)
        or _strikes_others(draft, frame)
        or _struck_in_turn(draft, frame)
        or _by_others_than_gunmen(draft, frame)
    )


def _strikes_back(draft: "Draft", frame: "Frame") -> bool:
    """Whether who was struck strikes; not where both are acts of one kind and nobody else is struck: he only stands before the verb."""
    agent = frame.roles.agent
    if not armed(agent) or frame.code not in ONE_SIDED or agent != draft.target:
        return False
    told = frame.figures and not frame.points_back and "roles.possessor" in frame.roles.rules
    if told and draft.agent and not draft.figures and all(one.party != agent for one in frame.figures):
        return True  # «الجيش يقصف الجماعة», «أصيب مدنيان بقذائف الجماعة»
    return not (frame.points_back or frame.code == draft.code) or frame.roles.target == draft.agent is not None


def _strikes_others(draft: "Draft", frame: "Frame") -> bool:
    """«غارات على الجماعة في كذا. واستهدفت الجماعة أحياء سكنية»: whether who was struck from afar strikes in another sentence others.

    A verb tells it; and his act counts nobody whom the draft counts.
    """
    agent, target = frame.roles.agent, frame.roles.target or ("civilians" if frame.roles.target_class == "civilians" else None)
    if not (armed(agent) and armed(draft.agent)) or agent != draft.target or draft.code not in FROM_AFAR:
        return False
    if frame.code not in FROM_AFAR | {"assault"} or frame.points_back or frame.title or target in (None, agent, draft.agent):
        return False
    if draft.frames[-1].clause.sentence == frame.clause.sentence or not any(one.part == "verb" for one in frame.triggers):
        return False
    return not any(equal(known, one) for one in frame.figures for known, _ in draft.figures)


def _struck_in_turn(draft: "Draft", frame: "Frame") -> bool:
    """«قصفت الطائرات البلدة. واستهدف مسلحون رتلا للجيش قربها»: whether another sentence counts dead of who bombed, whom others attacked."""
    agent, target = frame.roles.agent, frame.roles.target
    one_sided = draft.code in ONE_SIDED or _shot_unarmed(draft)
    if not one_sided or frame.code not in _ATTACKS or frame.points_back or not (armed(agent) and armed(target)):
        return False
    if target != draft.agent or agent == target or draft.frames[-1].clause.sentence == frame.clause.sentence:
        return False
    return any(one.party == target for one in frame.figures)


def _shot_unarmed(draft: "Draft") -> bool:
    """«قتل خمسة مدنيين برصاص قناصة الجماعة»: whether shots are told of, and nobody who bears arms is counted, nor left open."""
    return draft.code == "shooting" and bool(draft.figures) and all(one.party in _UNARMED for one, _ in draft.figures)


def _by_others_than_gunmen(draft: "Draft", frame: "Frame") -> bool:
    """«هجوم شنه مسلحون على الحاجز. وقصف الجيش محيط البلدة»: whether a state struck from afar where men of no name attacked."""
    if frame.code not in FROM_AFAR or draft.agent is not None or frame.figures:
        return False
    return (frame.roles.agent or "").startswith("gov:") and any(GUNMEN in one.roles.rules for one in draft.frames)
