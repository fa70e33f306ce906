"""Possessives: «قال الجيش إن الجماعة استهدفت مواقعه», «موقعا لها»: whose the thing is that was struck, by the pronoun it goes with."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR
from agents.extract.acts.layers import Clause, Layers
from agents.extract.parties import agreeing
from agents.extract.words.letters import among
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.acts.trigger import Trigger
    from agents.extract.roles.parts import Roles

RULE = "roles.theirs"
_ACTS = FROM_AFAR | {"assault", "raid", "clash"}  # codes of acts that may befall a thing
_LETTER = r"(?![\u0621-\u064a])"
_THING = rf"(?:{any_of('forces', 'thing')}|{any_of('forces', 'owned', owned=True)})"  # «سفينتها», «سفينة لها»
_STRUCK = re.compile(
    r"(?:\s(?:احدي?|عددا?|علي|امس|اليوم|ليل|فجر|صباح|مساء|ال[^\s،,.:؛]+)){0,3}?\s"
    rf"{_THING}(?:(?P<own>ها|هم|ه){_LETTER}|ا?(?:\s[^\s،,.:؛]+){{0,2}}?\sل(?:قوات|عناصر|مقاتلي|جنود)?(?P<of>ها|هم|ه){_LETTER})"
)
_REACH = 50  # characters behind an act in which that stands
_MEN = ("عناصر", "مقاتل", "جنود")
_UNARMED = ("civilians", "protesters", "unknown")


def owner(layers: Layers, clause: Clause, live: Sequence["Trigger"], found: "Roles") -> "Roles":
    """The roles of an act upon things that are somebody's by a pronoun: of who speaks, or of the one force named that it agrees with.

    They say so as words for targets do: who was harmed there, or is named elsewhere as the object, comes first.
    """
    if found.target is not None or found.agent is None or found.target_class == "civilians":
        return found
    text = layers.text
    for act in live:
        stop = min(act.stop + _REACH, clause.stop)
        struck = _STRUCK.match(text, act.stop, stop) if act.code in _ACTS else None
        whose = _meant(layers, clause, act, found, struck) if struck else None
        if whose is not None:
            return found._replace(target_class=whose, rules=(*found.rules, RULE))
    return found


def _meant(layers: Layers, clause: Clause, act: "Trigger", found: "Roles", struck: re.Match[str]) -> str | None:
    """The force named before an act that the pronoun behind it means, and which did not do it; None where it may be another.

    Men may be those of who struck them, a site may not.
    """
    start, pronoun = layers.sentences[clause.sentence][0], struck["own"] or struck["of"]
    named = [one for one in inside(layers.actors, start, act.start) if one.cls not in _UNARMED]
    agree = [one.actor for one in named if _fits(one, layers.text, pronoun)]
    if found.agent in agree and among(_MEN, struck.group(), 0, len(struck.group())):
        return None
    others = {*agree} - {found.agent}
    return found.speaker if found.speaker in others else others.pop() if len(others) == 1 else None


def _fits(one: "ActorMention", text: str, pronoun: str) -> bool:
    """Whether a pronoun may mean a force: «they» any whose name is no feminine."""
    ending = agreeing.gender(one, text)
    return ending == pronoun or (pronoun == "هم" and ending == "ه")
