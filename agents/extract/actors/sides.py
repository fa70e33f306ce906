"""Who fights beside whom: two of one side named together are not each other's attackers, two of different sides may be."""

from functools import cache

import seeds
from agents.extract.actors.register import home_of

_WORN = tuple(f" {by}{dress} " for by in ("", "ب") for dress in ("زي", "ملابس", "ازياء", "بزات", "لباس"))  # «مسلحون بزي الشرطة»
_KNOWN = tuple(f"معروف{end} لدي " for end in ("", "ا", "ه", "ون", "ين"))  # «رجل معروف لدى أجهزة الأمن»
_LISTED = tuple(f" علي {word} " for word in ("سجل", "سجلات", "قوائم", "قائمه", "لوائح", "لائحه", "رادار"))  # «على سجل الاستخبارات»
_TO_AGENCIES = tuple(f"{by}اجهزه " for by in (*_KNOWN, *_LISTED))
NO_SIDE = (*_WORN, *_KNOWN, *_LISTED, *_TO_AGENCIES)  # before a force that is no side of what is told: its dress, what it knows of


@cache
def _sides() -> dict[tuple[str, str], str]:
    return {(row["country"], row["actor"]): row["side"] for row in seeds.rows("alliances.csv")}


def takes_part(country: str, actor: str) -> bool:
    """Whether an actor fights in the wars of a country (ISO code), as far as that is known."""
    return (country, actor) in _sides()


@cache
def at_war(country: str) -> bool:
    """Whether anything is known of who fights in a country."""
    return any(where == country for where, _ in _sides())


@cache
def stranger(country: str, actor: str | None) -> bool:
    """Whether an actor is at home in another country, and fights in no war of this one; not one who is at home nowhere, or unknown."""
    if not country or actor is None or takes_part(country, actor):
        return False
    return home_of(actor) not in ("", country)


@cache
def has_allies(country: str, actor: str) -> bool:
    """Whether an actor fights in the wars of a country on the side of others."""
    side = _sides().get((country, actor))
    return any(where == country and one != actor and whose == side for (where, one), whose in _sides().items())


def allied(country: str, one: str | None, two: str | None) -> bool:
    """Whether two different actors are of one side in the wars of a country (ISO code); False where nothing is known of one of them."""
    side = _both(country, one, two)
    return side is not None and side[0] == side[1]


def enemies(country: str, one: str | None, two: str | None) -> bool:
    """Whether two actors are of different sides in the wars of a country; False where nothing is known of one of them."""
    side = _both(country, one, two)
    return side is not None and side[0] != side[1]


def _both(country: str, one: str | None, two: str | None) -> tuple[str, str] | None:
    if one is None or two is None or one == two:
        return None
    first, second = _sides().get((country, one)), _sides().get((country, two))
    return (first, second) if first is not None and second is not None else None
