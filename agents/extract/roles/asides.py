"""Asides: forces that an attack brings in, though they have no part in it: who tells of it, seals the place off, kills the attacker."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.figures.mention import ATTACKERS
from agents.extract.roles import rolewords as words
from agents.extract.words import assailants
from agents.extract.words.letters import among
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.roles.surroundings import Seen

ATTACKS = frozenset(["assault", "shooting", "murder", "harm", "suicide", "blast", "ied"])  # what states mostly only tell of
_RIGHT = 4  # characters behind an attack in which it is said whose it is
_NEAR = 45  # characters between an actor and the act behind it
_SAID_THAT = re.compile(  # «أعلنت أن الهجوم», «قالت إن مسلحين قتلوا»
    r"[\"»)]?\s(?:قد\s)?[يت]?(?:قال|قول|ا?علن|ا?كد|ؤكد|ذكر|ا?وضح|ا?ضاف|ضيف|ا?فاد|فيد|كشف|ا?عتبر|رجح|ا?شار|شير|صرح)\w{0,2}"
    r"(?:\s(?!ا?ن)[^\s،.:]+){0,3}?\sب?ان\s"
)
_BY_OTHERS = re.compile(r"\sب?ان\s[\"«]?(?:ال)?(?:مسلح|مجهول|انتحاري|مهاجم|ارهابي|متطرف|متشدد|شخص|رجل|احد|شاب|سائق)")
_ATTACKER = re.compile(rf"[وفبل]?(?:{assailants.KNOWN}|{assailants.OF_DEED}\S*\s)")
_FIRES_AT = re.compile(rf"[\"»)]?\sالنار\s(?:علي|باتجاه|صوب|نحو)\s(?=ال|{assailants.OF_DEED})")
_IN_IT = re.compile(r"(?:\s[^\s،.:]+)?\sفي\s(?:هذا\s|هذه\s)?ال")  # «تحقق الشرطة في الهجوم»
_WHO_DID = re.compile(r"\s(?:[^\s،.:]+\s){0,3}?(?:الذين|اللذين|اللذان|الذي|التي)\s(?:قد\s|كانوا\s)?")  # between people and their verb
_SOUGHT = re.compile(r"\s(?:عن|علي)\s$")
_BODIES = (" جثث ", " جثه ", " جثت", " جثامين ", " جثمان", " رفات ", " اشلاء ")
_HE_WHO = re.compile(r"\s(?:(?!الذ|الت|و)[^\s،.:]+\s){0,4}")
_AND_THEN = re.compile(r"،\s[\"«]?[وف](?:[يت]\w{3,}|(?!ال)\w{2,}[^\Wا]ت)\s$")  # «…، وطوقت قوات الأمن المكان»


MISTAKEN = "roles.mistaken"  # «بنيران صديقة»: who did it struck his own, or an ally
_BY_MISTAKE = re.compile(r"\sب?نيران\sصديقه|\sب(?:طريق\s)?ال?خطا(?!\w)|\sطريق\sالخطا(?!\w)")
_VERB = 14  # characters
_BROUGHT_UP = re.compile(  # «خطفوا مقاتلين دربتهم الولايات المتحدة»: only whose men they are
    r"\s[يت]?(?:درب|جند|سلح|مول|ارسل|اوفد)ت?هم\s\S?$"
)
_OF_FORCE = frozenset(["air", "shell", "strike", "shooting", "clash", "assault", "murder", "harm"])


def marks(layers: Layers, clause: Clause, live: Sequence[Trigger]) -> list[str]:
    """The rule of an act of which words say that it befell who was no enemy, if they do."""
    if not any(one.code in _OF_FORCE for one in live):
        return []
    text, start, stop = layers.text, clause.start, clause.stop
    told = text.find("صديقه", start, stop) >= 0 or text.find("خطا", start, stop) >= 0
    return [MISTAKEN] if told and _BY_MISTAKE.search(text, start, stop) else []


def says_that(text: str, seen: "Seen") -> bool:
    """Whether a state only says that an attack was, by a noun for it, or by a verb whose subject is somebody else.

    Of strikes from afar only of those that are known: «قالت طهران إن الغارة استهدفت».
    """
    first = seen.ahead
    if first is None or seen.actor.cls != "state" or text.find("ان ", seen.actor.stop, first.start) < 0:
        return False
    if first.code not in ATTACKS and not (first.code in FROM_AFAR and first.part == "noun" and first.definite):
        return False
    said = _SAID_THAT.match(text, seen.actor.stop, first.start)
    return said is not None and (first.part == "noun" or _BY_OTHERS.search(text, seen.actor.stop, first.start) is not None)


def killer(layers: Layers, seen: "Seen", killed: "FigureMention | None") -> str:
    """The part of who killed the people counted behind him; «…، وقتلت الشرطة المهاجم» is no part in what was told before."""
    if killed is None:
        return ""
    told = seen.actor.cls == "state" and seen.behind is not None and seen.behind.code in ATTACKS
    attacker = told and (ATTACKERS in killed.rules or _ATTACKER.match(layers.text, killed.start) is not None)
    return "roles.aside" if attacker else "roles.killer"


def of_another(layers: Layers, seen: "Seen") -> bool:
    """«الشرطة تبحث عن رجل فتح النار», «الجيش يلاحق المهاجمين الذين أحرقوا»: whether the act ahead is that of others."""
    first = seen.ahead
    if first is None:
        return False
    if layers.text[first.start] != "و" and among(_BODIES, layers.text, seen.actor.stop, first.start):
        return True  # «عثرت الشرطة على جثث أربعة عليها آثار طلقات»
    if first.part == "noun":  # «نقل عن مصدر بالجيش أن غارة إسرائيلية استهدفت»: whose the attack is
        others = inside(layers.actors, first.stop, first.stop + _RIGHT)
        return layers.text.endswith(" ان ", 0, first.start) and any(one.actor != seen.actor.actor for one in others)
    people = inside(layers.hits.get("victim", ()), seen.actor.stop, first.start)
    if not people:
        return False
    text, last = layers.text, people[-1]
    if _WHO_DID.fullmatch(text, last.stop, first.start):
        return True
    found = _SOUGHT.search(text, max(last.start - _VERB, seen.actor.stop), last.start) is not None
    return found and text[first.start] != "و" and _HE_WHO.fullmatch(text, last.stop, first.start) is not None


def own_act(text: str, seen: "Seen") -> str:
    """«بينما كانت الشرطة تنقل الجرحى», «مؤكدا أن الجيش نقل الجرحى»: whether an actor is the subject of another verb, and no act follows."""
    if seen.behind is None:
        return ""
    if seen.actor.cls == "state" and seen.behind.code in ATTACKS and (fires := _FIRES_AT.match(text, seen.actor.stop)):
        return "roles.aside" if _ATTACKER.match(text, fires.end()) else ""
    if seen.ahead is not None and seen.ahead.start - seen.actor.stop <= _NEAR:
        after = seen.ahead.part == "noun" and seen.behind.code in ATTACKS and seen.actor.cls == "state"
        between = seen.actor.stop, seen.ahead.start + 3
        after = after and (words.AFTERMATH.search(text, *between) is not None or _IN_IT.match(text, *between) is not None)
        return "roles.aside" if after and _AND_THEN.search(text, seen.behind.stop, seen.actor.start) else ""
    own = (
        _BROUGHT_UP.search(text, max(seen.actor.start - _VERB, seen.behind.stop), seen.actor.start)
        or words.OWN_VERB.search(text, seen.behind.stop, seen.actor.start)
        or (seen.ahead is None and words.THAT.search(seen.before))
        or (seen.actor.cls == "state" and seen.behind.code in ATTACKS and _AND_THEN.search(text, seen.behind.stop, seen.actor.start))
    )
    return "roles.aside" if own else ""


def owns_source(text: str, seen: "Seen") -> bool:
    """«أعلنت وزارة كذا في المدينة، التابعة لإدارة الجماعة، أن انفجارا»: whether it is only whose the source is."""
    if seen.behind is not None or seen.ahead is None or seen.ahead.part != "noun":
        return False
    if text.startswith("ال", seen.ahead.start) or not (text[seen.actor.start] == "ل" or words.OF_ITS.search(seen.before)):
        return False
    return words.THAT_IS_TOLD.fullmatch(text, seen.actor.stop, seen.ahead.start) is not None
