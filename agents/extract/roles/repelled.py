"""Repelled: «هجوم للجماعة صدته القوات»: who stopped an attack, named behind a verb whose object it is, is whom it befell."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.roles import rolewords as words
from agents.extract.words.letters import among
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.roles.parts import Roles

_BY = ("صدت", "صده", "صدو", "احبط", "افشل", "كسرت", "كسره")  # letters without which it finds nothing
_STOPPED_IT = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:صد|احبط|افشل|كسر)(?:ت|وا)?ها?(?:\s(?:امس|اليوم))?(?=\s)")
_SUBJECT = 40  # characters between such a verb and who did that


def by(layers: Layers, clause: Clause, found: "Roles") -> "Roles | None":
    """The roles where a clause tells so of an attack; None where it does not."""
    text = layers.text
    if not among(_BY, text, clause.start, clause.stop):
        return None
    verb = _STOPPED_IT.search(text, clause.start, clause.stop)
    if verb is None:
        return None
    who = next(iter(inside(layers.actors, verb.end(), min(verb.end() + _SUBJECT, clause.stop))), None)
    if who is None or who.actor == "unknown" or words.SUBJECT.fullmatch(text, verb.end(), who.start) is None:
        return None
    attacker = next((one for one in (found.agent, found.target) if one not in (None, who.actor)), None)
    return found._replace(agent=attacker, target=who.actor, rules=(*found.rules, "roles.repelled"))
