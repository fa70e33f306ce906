"""Who fights beside whom: two of one side named together are not each other's attackers."""

from functools import cache

import seeds


@cache
def _sides() -> dict[tuple[str, str], str]:
    return {(row["country"], row["actor"]): row["side"] for row in seeds.rows("alliances.csv")}


def allied(country: str, one: str | None, two: str | None) -> bool:
    """Whether two different actors are of one side in the wars of a country (ISO code); False where nothing is known of one of them."""
    if one is None or two is None or one == two:
        return False
    side = _sides().get((country, one))
    return side is not None and side == _sides().get((country, two))
