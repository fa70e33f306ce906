"""Whether two ids mean one party, as the annotation guide has it: equal, or of one class where one of them is not listed."""

from functools import cache

import seeds

NOBODY = (None, "unknown")
STATE = "gov:"


@cache
def listed() -> dict[str, str]:
    """The class of each actor that has an id of its own; states and actors written ``class:name`` need none."""
    rows = (row for row in seeds.rows("actors.csv") if row["report_as"] in {"", row["actor"]} and ":" not in row["actor"])
    return {row["actor"]: row["class"] for row in rows}


def class_of(actor: str) -> str:
    """The interaction class of an id, listed or written ``class:name``."""
    head = actor.partition(":")[0]
    return listed().get(actor) or ("state" if head == "gov" else head)


def same_actor(one: str | None, other: str | None) -> bool:
    """Whether two ids mean one actor; to say nothing and to say ``unknown`` is the same."""
    if one == other or (one in NOBODY and other in NOBODY):
        return True
    if one is None or other is None or (_is_known(one) and _is_known(other)):
        return False
    return class_of(one) == class_of(other)


def same_party(gold: str | None, read: str | None) -> bool:
    """Whose people: as same_actor, and people of whom nothing is said may be called civilians."""
    return same_actor(gold, read) or (gold == "unknown" and read == "civilians")


def _is_known(actor: str) -> bool:
    return actor in listed() or actor.startswith(STATE)
