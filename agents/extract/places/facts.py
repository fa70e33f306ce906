"""Facts: what is known of countries at war that no article says, as in ``country-facts.csv``."""

from functools import cache

import seeds


def having(fact: str) -> frozenset[str]:
    """The countries (ISO codes) of which a fact is known."""
    return frozenset(others(fact))


def others(fact: str) -> dict[str, str]:
    """Who else a fact is about, by country: ``others("occupied-by")``; "" where it is about nobody else."""
    return {country: other for country, its, other in _told() if its == fact}


@cache
def _told() -> tuple[tuple[str, str, str], ...]:
    return tuple((row["country"], row["fact"], row["other"]) for row in seeds.rows("country-facts.csv"))


OCCUPIED = others("occupied-by")  # whose forces fight in a country, and are «the army» there
OCCUPIERS = frozenset(map("gov:{}".format, OCCUPIED.values()))
STRUCK = others("struck-by")  # whose forces strike places in a country, and hold none of it
