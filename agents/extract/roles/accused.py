"""Accused: who accuses another of an act only speaks, who is accused of it did it: «اتهمت دمشق إسرائيل بقصف», «وجهت الاتهام إلى»."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.places.nearness import COUNTRY
from agents.extract.roles import ascribed
from agents.extract.roles import rolewords as words
from agents.extract.roles.surroundings import Seen
from agents.extract.words.letters import among, search
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_OTHERS = re.compile(  # «اتهمت السلطات التنظيمين بالوقوف وراءها»
    r"[\"»)]?\sال(?:تنظيم|جماع|حرك|طرف|جانب|ميليشي|مليشي|حزب)(?:ين|تين|ات)\s"
)
_ANOTHER = re.compile(
    rf"[\"»)]?\s[\"«]?(?:{any_of('forces', 'title')}|حزب|مجهول\S*|مسلحين)\s"
)  # «اتهم المجلس حزب كذا بالوقوف وراء»: whom he accuses
_ACCUSED, _CHARGE = 120, 60  # characters from a word of accusing to the one accused alone, and from there to the act
_LAYING = re.compile(r"(?<!\S)[وف]?[يت]?(?:وجه|لقي|القي|القت|القوا|كيل|كال)(?:ت|وا|ون)?\s(?:[^\s،.]+\s){0,4}و?[\"«]?$")
_CHARGED = re.compile(r"[\"»]?\s(?:[^\s،.]+\s){0,3}?(?:(?:ال)?اتهام|ب?(?:ال)?(?:مسؤولي|لوم|لائمه)\S*\s(?:[^،.]{0,60}?\s)?علي\s)")
_CHARGES = ("تهام", "مسؤولي", "لوم", "لائم")  # letters without which it finds nothing
_CHARGED_TO = re.compile(r"اتهام\S*\s(?:[^\s،.]+\s){0,5}?(?:الي\s|ل)$")  # «وجهت الاتهام إلى إسرائيل», «الاتهامات لإسرائيل»
_CHARGE_BEHIND = re.compile(r"[\"»]?(?:\sو[^\s،.]+)?،?\sب(?!ان)[\u0621-\u064a]{4}")  # «إسرائيل ومصر برفض»
_LAID_ON = re.compile(r"[\"»]?\s(?:ال)?مسؤولي[^\s،.]*\s(?:[^\s،.]+\s){0,2}?(?=ل)")  # «حملت الحكومة مسؤوليتها للجماعة»: behind who accuses
_ACCUSERS = 90  # characters in which those who accuse stand, and the one they accuse


def accusation(layers: Layers, clause: Clause, seen: Seen) -> str:
    """The rule of an actor behind a word of accusing: who accuses speaks, who is accused of an act did it; "" of others."""
    text, actor = layers.text, seen.actor
    at = text.rfind(ascribed.EXCHANGE, max(clause.start, actor.start - _ACCUSERS), actor.start)
    if at >= 0 and ascribed.MUTUAL.match(text, at):
        return "roles.speaker"
    if among(_CHARGES, text, actor.stop, min(actor.stop + _CHARGE, clause.stop)) and _lays_charge(text, clause, seen):
        return "roles.speaker"
    accuses = search(words.ACCUSES, words.ACCUSED_BY, text, max(clause.start, actor.start - _ACCUSED), actor.start)
    return _beside(layers, clause, actor, accuses.end()) if accuses else ""


def _beside(layers: Layers, clause: Clause, actor: "ActorMention", start: int) -> str:
    """The rule of an actor behind a word of accusing that ends at an offset."""
    text = layers.text
    first = words.JOINED.fullmatch(text, start, actor.start)
    if first and (_accuses(layers, clause, actor) or _OTHERS.match(text, actor.stop)):
        return "roles.speaker"
    if (laid := _LAID_ON.match(text, actor.stop, clause.stop)) and any_inside(layers.actors, laid.end(), laid.end() + 1):
        return "roles.speaker"
    if words.OF_DOING.match(text, actor.stop, min(clause.stop, actor.stop + _CHARGE)):
        return "roles.by-cue"
    return "roles.aside" if _unarmed_charge(layers, clause, actor, start) else ""


def _unarmed_charge(layers: Layers, clause: Clause, actor: "ActorMention", start: int) -> bool:
    """«اتهمت الحكومة، أمس، الجماعة برفض الهدنة»: whether an actor accuses, or is accused of, what is no attack. start: behind «accuse»."""
    text = layers.text
    if _CHARGE_BEHIND.match(text, actor.stop, clause.stop):
        before = inside(layers.actors, start, actor.start)[-1:]
        straight = words.STRAIGHT.match(text, before[0].stop) if before else None
        return straight is not None and straight.end() == actor.start and not text.startswith("و", actor.start)
    right = words.STRAIGHT.match(text, actor.stop)
    if right is None or text.startswith("و", right.end()) or not words.JOINED.fullmatch(text, start, actor.start):
        return False
    other = _at(layers, right.end())
    return other is not None and _CHARGE_BEHIND.match(text, other, clause.stop) is not None


def _at(layers: Layers, at: int) -> int | None:
    """Where the actor or the country ends that begins at an offset."""
    found = [one.stop for one in inside(layers.actors, at, at + 1)]
    return next(iter(found or [one.stop for one in inside(layers.places, at, at + 1) if one.place.geo_precision == COUNTRY]), None)


def _lays_charge(text: str, clause: Clause, seen: Seen) -> bool:
    """«وجهت دمشق الاتهام إلى إسرائيل», «ألقت روسيا بالمسؤولية على إسرائيل»: whether an actor is who lays what was done on another."""
    laying = _LAYING.search(text, max(clause.start, seen.actor.start - _CHARGE), seen.actor.start)
    return laying is not None and _CHARGED.match(text, seen.actor.stop, clause.stop) is not None


def _accuses(layers: Layers, clause: Clause, actor: "ActorMention") -> bool:
    """«اتهمت دمشق وموسكو، الاثنين، إسرائيل بشن ضربة»: whether another stands between an actor and what that other is accused of."""
    doing = words.DOING.search(layers.text, actor.stop, min(clause.stop, actor.stop + _ACCUSERS))
    if doing is None:
        return False
    return (
        _ANOTHER.match(layers.text, actor.stop, doing.start()) is not None
        or any(one.cls != "civilians" for one in inside(layers.actors, actor.stop, doing.start()))  # «بمنع المدنيين من المغادرة»
        or any(one.place.geo_precision == COUNTRY for one in inside(layers.places, actor.stop, doing.start()))
    )


def is_charged(text: str, start: int, stop: int) -> bool:
    """«تتهم واشنطن دمشق بقصف»: whether what stands here is accused of the act that follows at once."""
    return words.DOING.match(text, stop) is not None and bool(
        search(words.ACCUSES, words.ACCUSED_BY, text, max(start - _ACCUSERS, 0), start)
    )


def is_charged_to(text: str, start: int, stop: int) -> bool:
    """«وجهت الاتهام إلى إسرائيل بقصف»: whether what stands behind «to» here has an act laid on it that follows at once."""
    before = max(start - _ACCUSERS, 0)
    return words.DOING.match(text, stop) is not None and bool(search(_CHARGED_TO, _CHARGES[:1], text, before, start))
