"""Actors in a text: who is named, under which id, and whom a general word («the organisation», «the army») means here."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import seeds
from agents.extract.lexicon import Entry, Hit


class ActorMention(NamedTuple):
    """An actor named in the text (folded offsets). cls: its ACLED interaction class; country: of a state's forces, else "".

    rule: actor.name, actor.nation (force with a nation's adjective), actor.country (a country that acts), actor.context, actor.last.
    """

    start: int
    stop: int
    actor: str
    cls: str
    country: str
    rule: str


REACH = 2  # characters between a force and its nation: a space, a quote
IRREGULAR = frozenset({"rebel", "militia"})


def entries() -> Iterator[Entry]:
    """The surfaces, for the matcher: kind actor; value ``kind:id``."""
    for row in seeds.rows("actor-surfaces.csv"):
        yield Entry(row["surface"], "force" if row["kind"] == "force" else "actor", f"{row['kind']}:{row['actor']}", row["source"])


@cache
def classes() -> dict[str, str]:
    """The interaction class of each listed actor."""
    return {row["actor"]: row["class"] for row in seeds.rows("actors.csv")}


def class_of(actor: str) -> str:
    """The interaction class of any actor id, listed or not."""
    head = actor.partition(":")[0]
    return classes().get(actor) or ("state" if head == "gov" else head)


def find_actors(hits: Mapping[str, Sequence[Hit]], country: str, acting: Sequence[tuple[int, int, str]] = ()) -> list[ActorMention]:
    """The actors of a text, in order. country: what most of it speaks of; acting: spans of countries that stand as actors."""
    named = [*_names(hits.get("actor", ())), *_forces(hits.get("force", ()), hits.get("nation", ()), country)]
    named += [(start, stop, f"gov:{code}", "actor.country") for start, stop, code in acting]
    found: list[ActorMention] = []
    for start, stop, value, rule in sorted(named, key=lambda one: (one[0], -one[1], one[3] != "actor.name")):
        if found and start < found[-1].stop:
            continue
        actor, how = _meant(value, rule, country, found)
        if actor:
            cls = class_of(actor)
            found.append(ActorMention(start, stop, actor, cls, actor[4:] if cls == "state" else "", how))
    return found


def _names(hits: Sequence[Hit]) -> Iterator[tuple[int, int, str, str]]:
    for hit in hits:
        kind, _, value = hit.value.partition(":")
        yield hit.start, hit.stop, value, f"actor.{kind}"


def _forces(forces: Sequence[Hit], nations: Sequence[Hit], country: str) -> Iterator[tuple[int, int, str, str]]:
    """«القوات العراقية» by its adjective; «الجيش» alone by the country of the article."""
    starts = [hit.start for hit in nations]
    for hit in forces:
        at = bisect_left(starts, hit.stop)
        if at < len(nations) and nations[at].start - hit.stop <= REACH:
            yield hit.start, nations[at].stop, "gov:" + nations[at].value.partition("/")[0], "actor.nation"
        elif hit.value == "force:alone" and country:
            yield hit.start, hit.stop, f"gov:{country}", "actor.context"


def _meant(value: str, rule: str, country: str, before: Sequence[ActorMention]) -> tuple[str | None, str]:
    """The id that a surface means here and the rule that said so; None where it means nobody known."""
    if rule != "actor.context" or value.startswith("gov:") or value == "unknown":
        return value, rule
    if value.startswith("="):
        wanted = IRREGULAR if value == "=any" else frozenset({"rebel"})
        last = next((one.actor for one in reversed(before) if one.cls in wanted), None)
        if last is None and value == "=rebel":
            last = next((one.actor for one in reversed(before) if one.cls in IRREGULAR), None)
        return last, "actor.last"
    choices = dict(pair.split(":", 1) for pair in value.split(","))
    return choices.get(country) or choices.get("*"), "actor.context"
