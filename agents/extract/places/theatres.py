"""Theatres: forces that fight in one country speak of it as its towns do («أحرق مستوطنون منزلا في دوما» is not of Syria's Douma)."""

from collections.abc import Sequence
from functools import cache

import seeds
from agents.extract.words.lexicon import Hit

_IRREGULAR = frozenset(["rebel", "militia"])  # states fight abroad


def fought_in(actors: Sequence[Hit]) -> list[str]:
    """The countries (ISO codes) where the irregular forces that a text names mainly fight, one a force. actors: hits of names."""
    named = {one.value.rpartition("/")[2] for one in actors if one.value.startswith("name/")}
    return sorted(_theatres()[one] for one in named if one in _theatres())


@cache
def _theatres() -> dict[str, str]:
    """The country of each listed irregular force that has one."""
    return {row["actor"]: row["country"] for row in seeds.rows("actors.csv") if row["class"] in _IRREGULAR and row["country"]}
