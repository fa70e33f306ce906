"""Entered: ground taken by entering it («دخلت قوات كذا مدينة كذا», «الجيش يدخل كذا»; convoys take none), and the fall of a place."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from agents.extract.acts import split
from agents.extract.acts.events import armed
from agents.extract.days.datewords import WEEKDAY
from agents.extract.places.classes import HELD
from agents.extract.places.facts import OCCUPIERS
from agents.extract.places.nearness import COARSE
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.places.mention import PlaceMention

_ENTERS = f"{split.APART}{split.PLACE}"
_WHO, _WHAT, _BEFORE = 20, 70, 30  # characters from the verb to its subject, to its object, and from a subject before it
_TEAM = 14  # characters before a force in which it is said who of it goes: «فريق من القوات»
_MEN = re.compile(rf"\s(?:{any_of('forces', 'part')}|{any_of('forces', 'men')}|القوات|قوات|الجيش|طلائع)\s")
_PEACE = re.compile(
    r"حفظ|سلام|مراقب|دوليه|اممي|الدفاع المدني|الهلال|الاسعاف|الاطفاء|الانقاذ|مساعدات|قافل|وفد|رتل|ارتال|تعزيز|شاحن|مفتش|بعثه|فرق|فريق"
)
_CLASS = rf"(?:الي\s|(?:ال)?(?:{HELD}|وسط|قلب|عاصمه)\s)"
_DAYS = rf"(?:امس|اليوم|صباح|مساء|فجر|ليل|ظهر|{WEEKDAY}|يوم|قبل قليل|فعليا|اخيرا)"
_STRAIGHT = re.compile(  # an adjective or two of the subject, the day, and what the name of a town stands behind
    rf"(?:\s(?!في\s|من\s|علي\s|عن\s|مع\s|بعد\s|الي\s|حيز\s|خط|حرب|معرك)[\u0621-\u064a]+){{0,2}}(?:\s?،?\s{_DAYS}){{0,3}}\s?،?\s{_CLASS}{{0,3}}[\"«]?"
)
_AIDS = re.compile(  # «دخلت قوات كذا البلدة لدعم المقاتلين», «بطلب من»: who comes as a friend takes no ground
    r"[\"»]?(?:\s(?![وف]?(?:سيطر|تمكن|طرد)|ل(?:ل|طرد|لسيطر))[^\s،,.:؛]+){0,7}?\s(?:ل(?:دعم|مسانده|موازره|مساعده|معاونه|نصره)|دعما\sل|بدعوه\s|بطلب\s)"
)
_FALL, _FALL_BEFORE = "سقوط ", 12
_FALL_OF = re.compile(r"(?<!\S)([وبل]?)(سقوط)\s[\"«]?$")
_HANDS = re.compile(r"[\"»]?\s(?:[^\s،,.:؛]+\s){0,2}(?:بيد|في\sيد|بايدي|في\sايدي|في\sقبضه|تحت\sسيطره)\s")
_AWAY = frozenset(["origin", "residence", "metonym", "people"])
_LEADS = re.compile(r"\s(?:[\u0621-\u064a]+\s)?$")  # a subject before its verb, an adjective between


def told(text: str, events: list[Hit], verbs: Sequence[Hit], places: list["PlaceMention"], actors: Sequence["ActorMention"]) -> list[Hit]:
    """The events, and in order with them the verbs of entering whose subject bears arms and whose object is a town or less.

    verbs: those that tell what happened only with their object. places: of them, the towns that are entered are made those where it
    happened. The army of an occupier, which enters for hours, only moves in.
    """
    found: dict[int, Hit] = {}
    for verb in verbs:
        if _ENTERS not in verb.value:
            continue
        known = next((one for one in inside(events, verb.start, verb.start + 1)), None)
        end = text.find(" ", verb.entry_start, verb.stop)
        stop = end if end > 0 else verb.stop
        where = next((one for one in inside(places, stop, stop + _WHAT) if one.cue not in _AWAY), None)
        if where is None or where.place.geo_precision >= COARSE or _PEACE.search(text, stop, where.start) or _AIDS.match(text, where.stop):
            continue
        who = _subject(text, verb.start, stop, where.start, actors)
        if (known is None and who) or who in OCCUPIERS:
            part = "now" if f"/now{_ENTERS}" in verb.value else "verb"
            found[verb.start] = verb._replace(kind="event", value=f"{'clash' if who in OCCUPIERS else 'territory'}/{part}", stop=stop)
            if where.cue == "destination":
                places[places.index(where)] = where._replace(cue="in")
    if _FALL in text:
        found |= {one.start: one for one in _falls(text, events, places)}
    if not found:
        return events
    return sorted([*found.values(), *(one for one in events if one.start not in found)], key=lambda one: one.start)


def _falls(text: str, events: list[Hit], places: Sequence["PlaceMention"]) -> Iterator[Hit]:
    """«سقوط كذا بيد التنظيم»: the fall of a place that no class word tells from that of shells or of people."""
    for place in places:
        fall = _FALL_OF.search(text, max(place.start - _FALL_BEFORE, 0), place.start)
        if fall is None or _HANDS.match(text, place.stop) is None or any_inside(events, fall.start(2), place.start):
            continue
        yield Hit(fall.start(), fall.end() - 1, "event", "territory/noun", fall.group(1), fall.start(2))


def _subject(text: str, start: int, stop: int, object_start: int, actors: Sequence["ActorMention"]) -> str:
    """Who enters by a verb in [start, stop): an actor, or "men"; "" where none does, or something else stands before the object."""
    behind = [one for one in inside(actors, stop, min(stop + _WHO, object_start)) if armed(one.actor) and one.actor != "un"]
    men = _MEN.match(text, stop)
    if behind or men is not None:
        last = max([one.stop for one in behind], default=0)
        last = max(last, men.end() - 1 if men is not None else 0)
        return (behind[0].actor if behind else "men") if _STRAIGHT.fullmatch(text, last, object_start) else ""
    before = [one for one in inside(actors, max(start - 60, 0), start) if armed(one.actor) and one.actor != "un"]
    if before and _PEACE.search(text, before[-1].start - _TEAM if before[-1].start > _TEAM else 0, start):
        return ""
    led = bool(before) and start - before[-1].stop <= _BEFORE and _LEADS.fullmatch(text, before[-1].stop, start) is not None
    return before[-1].actor if led and _STRAIGHT.fullmatch(text, stop, object_start) else ""
