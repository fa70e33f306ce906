"""Agreed: the two that «and» joins who reached an agreement, whoever tells of it («أعلنت تركيا وروسيا التوصل إلى اتفاق»)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.places.nearness import COUNTRY
from agents.extract.roles.parts import Roles
from agents.extract.words.letters import search
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger

RULE = "roles.agreed"
_CODE = "agreement"
_NO_PARTIES = ("civilians", "protesters", "unknown")
_AND = re.compile(r"\s?و?\s?")
_PEER = re.compile(r"\sو?نظير(?:ه|ها|ته|تها)\s$")  # «الرئيس الروسي ونظيره التركي»
_PEER_BY = ("نظير",)
_BETWEEN = " بين "
_SUBJECT = 15  # characters from a verb to the first of its two subjects
_REACH = 14  # characters of such a word


def by(layers: Layers, clause: Clause, live: Sequence["Trigger"], found: Roles) -> Roles:
    """The roles of an agreement of which no two parties are known yet, with two forces or states that stand joined in its clause."""
    if not live or live[0].code != _CODE or (found.agent and found.target):
        return found
    actors = [one for one in inside(layers.actors, clause.start, clause.stop) if one.cls not in _NO_PARTIES]
    for one, other in pairwise(actors):
        joined = "و" in layers.text[one.stop : other.start + 1] and _AND.fullmatch(layers.text, one.stop, other.start)
        subject = other.start < live[0].start or (live[0].part == "verb" and one.start - live[0].stop <= _SUBJECT)
        if joined and subject and one.actor != other.actor:
            return found._replace(agent=one.actor, target=other.actor, rules=(*found.rules, RULE))
    if found.agent and (state := _other(layers, clause, found.agent)):
        return found._replace(target=state, rules=(*found.rules, RULE))
    nations = inside(layers.hits.get("country-adj", ()), clause.start, clause.stop)
    for first, peer in pairwise(nations):
        if search(_PEER, _PEER_BY, layers.text, max(peer.start - _REACH, clause.start), peer.start) and first.value != peer.value:
            return found._replace(agent=f"gov:{first.value}", target=f"gov:{peer.value}", rules=(*found.rules, RULE))
    return found


def _other(layers: Layers, clause: Clause, agent: str) -> str | None:
    """«هدنة بين إسرائيل والفصائل»: the state named first of the two of whom the agreement is, where the force is the second."""
    text = layers.text
    for one in inside(layers.places, clause.start, clause.stop):
        if one.place.geo_precision != COUNTRY or not text.endswith(_BETWEEN, 0, one.start) or not text.startswith(" و", one.stop):
            continue
        if any(actor.actor == agent for actor in inside(layers.actors, one.stop + 1, one.stop + 3)):
            return f"gov:{one.place.country}"
    return None
