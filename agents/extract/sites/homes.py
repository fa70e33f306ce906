"""Homes: where those who were harmed come from, which is no place of what befell them elsewhere."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.places.nearness import COARSE, within
from agents.extract.words.letters import search
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.places.mention import PlaceMention

_ONE = rf"(?:{any_of('homes', 'person')})"
_CLASS = rf"(?:(?:{any_of('homes', 'class')})\s)"
_HOME = re.compile(  # «شاب سوداني من مدينة كذا», «محمد شاهين (23 عاما) من قرية كذا»
    rf"(?:(?<!\S)[ول]?(?:ال)?{_ONE}(?:\s(?!في\s|من\s|[يت])[^\s،,.:؛]{{2,}}){{0,2}}|\(\d+\s?عام[^\s()]*\))،?\sمن\s{_CLASS}{{0,2}}[\"«]?$"
)
_HOME_BY = (" من ",)  # letters without which it finds nothing
_OBJECT = re.compile(
    rf"\s(?:(?:امس|اليوم|فجرا|مساء|صباحا|ليلا)\s)?(?:اطراف\s|مشارف\s)?{_CLASS}"
)  # «مستوطنون من كذا قرية كذا»: what they attacked
_SEAT = re.compile(
    rf"(?<!\S)[ول]?(?:ال)?(?:{any_of('homes', 'office')})(?:\s(?!في\s|من\s|[يت])[^\s،,.:؛]{{2,}}){{0,3}}\sفي\s{_CLASS}{{0,2}}[\"«]?$"
)
_SEAT_BY = (" في ",)
_WHERE = frozenset(["in", "near", "bare"])  # cues of places where something is done
_NAMED = frozenset(["bare", "residence"])  # cues of places that may be a home
_BEFORE = 60  # characters before a place in which that stands
_HOLDS = re.compile(
    rf"[\"»]?[،,]?\s(?:في\s|ب|قرب\s|التابع\S*\s|(?:شمال|جنوب|شرق|غرب|وسط)\S*\s)*(?:{_CLASS}|ريف\s)?[\"«]?"
)  # «… في ريف كذا» says where a home lies


def without(text: str, places: list["PlaceMention"], acts: Sequence["Trigger"]) -> list["PlaceMention"]:
    """«قتل شاب من مدينة الجنينة في كمين في ليبيا»: the places without homes, where one farther behind says in what other place it was."""
    if len(places) < 2 or not acts or acts[0].code not in VIOLENT:  # whence they are taken or flee is where it was
        return places
    told = [
        one
        for at, one in enumerate(places[:-1], 1)
        if not (one.cue in _NAMED and _home(text, one) and _elsewhere(text, one, places[at:]))
        and not (_seat(text, one) and _struck(one, places[at:], acts))
    ]
    return [*told, places[-1]]


def _home(text: str, one: "PlaceMention") -> bool:
    return search(_HOME, _HOME_BY, text, max(one.start - _BEFORE, 0), one.start) is not None


def _seat(text: str, one: "PlaceMention") -> bool:
    """«قائد الشرطة في خان يونس»: whether a place is that of somebody's office."""
    return search(_SEAT, _SEAT_BY, text, max(one.start - _BEFORE, 0), one.start) is not None


def _struck(seat: "PlaceMention", further: Sequence["PlaceMention"], acts: Sequence["Trigger"]) -> bool:
    """Whether an act and the place of it stand behind that of an office: «… وثلاثة من مرافقيه بقصف على سيارة في رفح»."""
    other = next((one for one in further if one.cue in _WHERE and one.place.geo_precision < COARSE), None)
    return other is not None and any(seat.stop < act.start < other.start for act in acts)


def _elsewhere(text: str, home: "PlaceMention", further: Sequence["PlaceMention"]) -> bool:
    """Whether one of the places behind it is where something is said to be, and does not hold it."""
    if further and further[0].cue == "bare" and _OBJECT.fullmatch(text, home.stop, further[0].start):
        return True
    told = [one for one in further if one.cue in ("in", "near") and not within(home.place, one.place)]
    return any(one.place.geo_precision >= COARSE or _HOLDS.fullmatch(text, home.stop, one.start) is None for one in told)
