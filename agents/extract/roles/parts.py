"""Parts: what the actors of one clause were given to do so far, each by the rule that says so; and the roles that come of it."""

from dataclasses import dataclass, field
from typing import NamedTuple

AGENT = frozenset(
    [
        *("roles.between", "roles.by-cue", "roles.subject-before", "roles.subject-after"),
        *("roles.possessor", "roles.claim", "roles.killer", "roles.advances"),
    ]
)
STRUCK = "roles.struck"  # the object of a subject of no name, or of a weapon
LOOSE = "roles.loose"  # only named behind an act, and by nothing said to be struck
TARGET = frozenset(["roles.object", STRUCK, "roles.against", "roles.and-between", LOOSE])
SAID = TARGET - {LOOSE}  # rules by which words say whom it befell


@dataclass(slots=True)
class Parts:
    """agent, target, speaker: actor ids or None. others: actors of no such part. rules: those that named agent and target, in order."""

    agent: str | None = None
    target: str | None = None
    speaker: str | None = None
    others: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)

    def rename(self, actor: str, as_one: str) -> None:
        """Takes one actor for another wherever it has a part."""
        self.agent = as_one if self.agent == actor else self.agent
        self.target = as_one if self.target == actor else self.target

    def give(self, actor: str, rule: str) -> str:
        """Gives an actor the part that a rule says, and the rule back: another one where somebody else did it already."""
        if rule in AGENT and self.agent is not None:
            rule = self._contested(actor, rule)
        if rule in AGENT:
            self.agent = actor
            self.rules.append(rule)
        elif rule in TARGET and self.target is None and actor != self.agent:
            self.target = actor
            self.rules.append(rule)
        elif rule == "roles.speaker":
            self.speaker = self.speaker or actor
        else:
            self.others.append(actor)
        return rule

    def suffer(self, *, befell: bool) -> None:
        """«لم تصمد الجماعة أمام ضربات الجيش»: the one taken for the subject of an act did nothing; befell: and is who was struck."""
        if self.agent is None or self.rules[-1:] != ["roles.subject-before"]:
            return
        self.rules[-1:] = ["roles.object"] if befell and self.target is None else []
        self.target = self.target or (self.agent if befell else None)
        self.agent = None

    def _contested(self, actor: str, rule: str) -> str:
        """Who is accused of it or claims it did it, and the one before was struck; by any other rule it is the second that was."""
        if rule not in ("roles.by-cue", "roles.claim") or "roles.claim" in self.rules:
            return "roles.object"
        self.target = self.target or (self.agent if self.agent != actor else None)
        self.agent = None
        return rule


class Roles(NamedTuple):
    """agent, target: actor ids or None. target_class: what the words for the target say of it, an actor id or a class, "" where nothing.

    speaker: an actor that only speaks. others: actors with no part that the clause shows. rules: what decided.
    """

    agent: str | None = None
    target: str | None = None
    target_class: str = ""
    speaker: str | None = None
    others: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
