"""A trigger: one word that tells of an event."""

from dataclasses import dataclass

_OBJECTS = frozenset(["shooting", "arrest"])  # «أطلق النار», «ألقى القبض»: the noun is only the object of its verb


@dataclass(slots=True)
class Trigger:
    """A word that tells of an event. code: of events.KINDS. part: noun, verb (past), now (present) or means.

    done: how a verb before a noun says that it was done («أطلقت القوات النار»), a value of doing.csv. amid: a noun that only says when
    or how another act was done («بعد معارك سيطر الجيش»). rejected: the id of the rule that took it back, "" where it stands.
    drone: an aircraft that nobody sits in, which groups without an air force fly too.
    """

    start: int
    stop: int
    code: str
    part: str
    definite: bool
    rejected: str
    done: str = ""
    amid: bool = False
    drone: bool = False

    @property
    def points_back(self) -> bool:
        """Whether it speaks of an act that is already known («الهجوم»)."""
        return self.definite and self.part == "noun" and self.done != "anew" and not (self.done and self.code in _OBJECTS)

    @property
    def tells(self) -> bool:
        """Whether it tells of more than of ground gained that nobody names: «حققت القوات تقدما، إذ سيطرت بعد معارك على البلدة»."""
        return self.part != "means" and self.code != "advance"
