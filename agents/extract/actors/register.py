"""The register of actors: which class, country and general names an id has, listed or not."""

from functools import cache, lru_cache
from typing import NamedTuple, Protocol

import seeds
from agents.extract.places.facts import others
from agents.extract.words.fold import fold_word

_ARMED_OF = others("armed-by")
_SO_NAMED, _SO_NEAR = ("تنظيم", "حزب", "حركة", "جماعة"), 150  # general words; characters back to a name with one of them in it
GUNMEN = "rebel:مسلحون"  # gunmen of no name who fight a state
IRREGULAR = frozenset(["rebel", "militia"])  # classes of forces of no state


class _Named(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def stop(self) -> int: ...


class _Listed(NamedTuple):
    """A row of actors.csv. reported: the id that records carry. country: where it mainly acts."""

    cls: str
    reported: str
    called: frozenset[str]
    country: str


@cache
def _listed() -> dict[str, _Listed]:
    return {
        row["actor"]: _Listed(row["class"], row["report_as"] or row["actor"], frozenset(row["called"].split("|")), row["country"])
        for row in seeds.rows("actors.csv")
    }


@cache
def classes() -> dict[str, str]:
    """The interaction class of each listed actor."""
    return {actor: row.cls for actor, row in _listed().items()}


@lru_cache(maxsize=4096)
def class_of(actor: str) -> str:
    """The interaction class of any actor id, listed or not."""
    head = actor.partition(":")[0]
    return classes().get(actor) or ("state" if head == "gov" else head)


def reported_as(actor: str) -> str:
    """The id that records carry for an actor: a part of a listed one goes by the whole's."""
    row = _listed().get(actor)
    return row.reported if row else actor


def home_of(actor: str) -> str:
    """The country (ISO code) of a state, or where a listed actor mainly acts; "" where that is nowhere, or not known."""
    row = _listed().get(actor)
    return actor.removeprefix("gov:") if actor.startswith("gov:") else row.country if row else ""


def armed_of(country: str) -> str:
    """Whose an act or a weapon of some nationality is: rockets of Palestine are not those of its government."""
    return _ARMED_OF.get(country, f"gov:{country}")


def is_called(actor: str, word: str) -> bool:
    """Whether articles call an actor so once it is named («إرهاب», «تنظيم»)."""
    row = _listed().get(actor)
    return row is not None and word in row.called


def is_army_in(actor: str, country: str) -> bool:
    """Whether articles of a country call an actor the army, where they name it («الجيش الليبي»), though it is of no state."""
    return is_called(actor, "جيش") and _listed()[actor].country == country


def is_former(text: str, at: int, word: str, former: _Named, latter: _Named) -> bool:
    """«تنظيم كذا وحزب كذا … التنظيم»: whether a general word stands in the first of two names before it, and not in the other."""
    if word not in _SO_NAMED or at - former.stop > _SO_NEAR:
        return False
    folded = fold_word(word)
    return folded in text[former.start : former.stop] and folded not in text[latter.start : latter.stop]
