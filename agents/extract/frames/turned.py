"""Turned: acts that the words tell of by whom they befell: who repels an attack, shoots a missile down."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.frames import rolewords as words
from agents.extract.frames.layers import Clause, Layers, inside
from agents.extract.frames.triggers import FIRED, Trigger

if TYPE_CHECKING:
    from agents.extract.frames.roles import Roles

_NEAR, _FAR = 45, 90  # characters before and behind a word for the act in which a party of it is named


def turned(layers: Layers, clause: Clause, live: Sequence[Trigger], found: "Roles") -> "Roles":
    """The roles where the words tell of an act by whom it befell: who repels an attack, who shoots a missile down."""
    crowd = found.target in ("protesters", "civilians")  # «تصدت الشرطة للمتظاهرين» is an act of the police
    if not crowd and "roles.by-cue" not in found.rules and any(words.REPELS.match(layers.text, one.start) for one in live):
        held = "civilians" if found.target_class == "civilians" and found.target else found.agent  # «هجوما على ناقلة نفط»
        return found._replace(agent=found.target, target=held, rules=(*found.rules, "roles.repelled"))
    shot = next((one for one in live if one.code == "intercept"), None)
    if shot is None:
        return found
    fired_by, stopped_by = _launched(layers, clause, shot)
    agent = found.agent if "roles.by-cue" in found.rules else fired_by
    target = stopped_by or (found.target if found.target != agent else None) or found.speaker
    return found._replace(agent=agent, target=target, speaker=None, rules=(*found.rules, "roles.intercepted"))


def _launched(layers: Layers, clause: Clause, shot: Trigger) -> tuple[str | None, str | None]:
    """Who fired what was shot down, and who shot it down: «اعترضت قوات الدفاع صاروخا حوثيا» names both."""
    fired_by = stopped_by = None
    for one in inside(layers.actors, clause.start, clause.stop):
        if one.actor == "unknown" or one.start - shot.stop > _FAR or shot.start - one.stop > _NEAR:
            continue
        if one.start > shot.start and FIRED.search(layers.text, shot.start, one.start):
            fired_by = fired_by or one.actor
        else:
            stopped_by = stopped_by or one.actor
    return fired_by, stopped_by
