"""His acts: «أعلنت واشنطن أن غاراتها أوقعت», «تسيطر القوات على المدينة إثر هجوم بدأته في مايو»: whose an act is by a pronoun."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR
from agents.extract.acts.layers import Clause, Layers
from agents.extract.days.datewords import WEEKDAY
from agents.extract.parties import agreeing
from agents.extract.places.nearness import COUNTRY
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.roles.parts import Roles

RULE = "roles.his-act"
_BEGUN = re.compile(  # «هجوم عنيف بدأته في»: behind an act, a verb that has its subject in it
    r"(?:\s(?:ال)?[^\s،,.:؛()]{3,}){0,2}?\s(?:التي\s|الذي\s)?(?:كانت?\s)?(?:قد\s)?(?:بدا|شن|نفذ|اطلق)(?P<she>ت?)(?:ها|ه)"
    rf"(?:\s(?:في|منذ|قبل|خلال|بعد|عقب|علي|ضد|مطلع|اواخر|منتصف|اوائل|امس|اليوم|صباح|مساء|فجر|ظهر|ليل|يوم|{WEEKDAY})(?![\u0621-\u064a])|[.،])"
)
_BEGUN_REACH = 45  # characters behind an act up to that verb
_BEGINNING = re.compile(r"(?:^|\s)(?:بد[ئءاو]|شن|تنفيذ|اطلاق)(?P<whose>ه|ها|هم)\s$")  # «منذ بدئه هجوما»
_BEGINS = FROM_AFAR | {"assault", "clash", "raid", "advance"}
_PRONOUNS = ("ها", "هم", "ه")
_MAY = re.compile(r"\s(?:قد\s[يتن]|س[يتن])[\u0621-\u064a]{2,}\s$")  # before an act that may come yet: «قد توسع هجومها»
_TOLD = re.compile(
    r"(?:^|\s)(?:و?[بل]?ان|[وف]?(?:استهدف|اصاب|قتل|دمر|طال|اوقع|اسفر|اد)ت)\s$"
)  # before an act that is a subject: its owner is farther off
_OTHERS_SAY = (" بالقول ان ", " بقولها ان ", " قائله ان ", " بالقول بان ")  # behind words of who is named before as a subject, or is not
_SPEAKER = 40  # characters from who speaks to a verb of speech behind him
_REACH = 14  # characters before an act in which that stands
_UNARMED = ("civilians", "protesters", "unknown")
_FREE = frozenset(["bare", "metonym", "away"])  # cues of countries where no preposition makes them a place


def by(layers: Layers, clause: Clause, live: Sequence["Trigger"], found: "Roles") -> "Roles":
    """The roles of an act that nobody named did, and that is somebody's by a pronoun: of the one force or state before it that agrees."""
    if found.agent is not None and found.rules != ("roles.between",):
        return found
    for act in live:
        pronoun = _pronoun(layers.text, act) if act.part == "noun" and act.code in FROM_AFAR else ""
        pronoun = pronoun or _begun(layers.text, clause, act)
        whose = _meant(layers, clause, act, pronoun) if pronoun else None
        if whose not in (None, found.target):
            target = found.target or (found.agent if found.agent != whose else None)  # «أوقعت مئة قتيل بين مقاتلي الجماعة»
            return found._replace(agent=whose, target=target, rules=(*found.rules, RULE))
    return found


def _begun(text: str, clause: Clause, act: "Trigger") -> str:
    """The pronoun of who began an act, as the verb behind it or the noun before it says, without a name; "" where neither stands."""
    if act.part != "noun" or act.definite or act.code not in _BEGINS:
        return ""
    if before := _BEGINNING.search(text, max(act.start - _REACH, clause.start), act.start):
        return before.group("whose")
    behind = _BEGUN.match(text, act.stop, min(act.stop + _BEGUN_REACH, clause.stop))
    return "" if behind is None else "ها" if behind.group("she") else "ه"


def _pronoun(text: str, act: "Trigger") -> str:
    """The pronoun with which the word of an act ends, "" where it has none: «غاراتها», not «غارة»."""
    stop = next((at for at in range(act.stop, min(act.stop + 4, len(text))) if not text[at].isalpha()), act.stop)
    word = text[act.start : stop]
    ending = next((one for one in _PRONOUNS if word.endswith(one)), "")
    bare = word.removesuffix(ending)
    return ending if ending and (ending != "ه" or bare.endswith(("ات", "ت", "ف"))) else ""


def _meant(layers: Layers, clause: Clause, act: "Trigger", pronoun: str) -> str | None:
    """The one force or state named before an act that a pronoun agrees with; None where there are more, or none."""
    text = layers.text
    if _MAY.search(text, max(act.start - _REACH, 0), act.start) or text.endswith(_OTHERS_SAY, 0, act.start):
        return None
    told = _TOLD.search(text, max(act.start - _REACH, 0), act.start) is not None
    start = layers.sentences[clause.sentence][0] if told else clause.start
    said = [one.start for one in inside(layers.hits.get("attribution", ()), start, act.start)]
    start = max(start, said[-1] - _SPEAKER) if said else start  # who speaks last tells of his own
    named = [(one.actor, agreeing.gender(one, text)) for one in inside(layers.actors, start, act.start) if one.cls not in _UNARMED]
    named += [
        (f"gov:{one.place.country}", agreeing.of_land(text, one.start, one.stop))
        for one in inside(layers.places, start, act.start)
        if one.place.geo_precision == COUNTRY and one.cue in _FREE
    ]
    agree = {actor for actor, gender in named if gender == pronoun}
    open_ones = {actor for actor, gender in named if gender == ""}
    return agree.pop() if len(agree) == 1 and not open_ones - agree else None
