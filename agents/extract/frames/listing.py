"""Listing: an act that one clause tells of several towns is one occurrence in each («قصف بلدتي كذا وكذا»)."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agents.extract.places import nearness
from agents.extract.words.letters import search
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.frames.frames import Frame
    from agents.extract.places.places import PlaceMention

ACTS = frozenset(["air", "shell", "strike", "raid", "loot", "territory", "assault", "arrest", "clash"])
_SPOT = any_of("place-cues", "spot")  # what a name of a town, or of less, may stand behind
_AND = re.compile(
    r"[\"»]?\s?[،,]?\s?(?:و|الي جانب\s|بالاضافه الي\s|اضافه الي\s|وكذلك\s)(?:كذلك\s|ايضا\s)?(?:(?:علي|في|ب)\s?)?"
    rf"(?:(?:ال)?(?:{_SPOT}|{any_of('place-cues', 'larger')})\s)?[\"«(]?"
)
_THINGS = re.compile(  # «مواقع في كذا ومخازن للجماعة في كذا»
    r"[\"»]?\s?[،,]?\s(?:و|بالاضافه الي\s|اضافه الي\s|الي جانب\s)\S{3,}\s(?:[^\s،,.]+\s){0,3}"
    rf"(?:في|قرب)\s(?!مديريه|محافظه|ناحيه|قضاء)(?:(?:ال)?(?:{_SPOT}|شارع)\s)?[\"«(]?"
)
_BESIDE = re.compile(
    r"[\"»]?\s?[،,(]?\s?(?:(?:ال)?(?:شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي|قضاء|بريف|في ريف|ب?محافظه|في محافظه|قرب)\s){1,3}"
    r"(?:(?:مدينه|محافظه|بلده|ريف)\s)?[\"«]?|\sب(?:محافظه\s|ريف\s)?"
)
_BETWEEN = re.compile(r"(?:بين|رابط\w*|يربط|تربط|حدود)\s(?:\S+\s)?$")
_BETWEEN_BY = ("بين", "رابط", "ربط", "حدود")


def apart(frame: "Frame", text: str) -> list["Frame"]:
    """The frame, or one for each town it lists, where nobody is counted."""
    if frame.figures or frame.title or frame.code not in ACTS:
        return [frame]
    listed = _list(frame.places, text, [one.start for one in frame.triggers])
    if len(listed) < 2 or not any(frame.where == one.place for one in listed):
        return [frame]
    return [replace(frame, places=[one], listed=True) for one in listed]


def _list(places: list["PlaceMention"], text: str, acts: list[int]) -> list["PlaceMention"]:
    """The first towns that «and» joins, or the first one alone; what lies between two towns is in neither."""
    found: list[PlaceMention] = []
    end = 0  # of what is said of the last of them
    for one in places:
        if found and _alike(found[-1], one) and _joined(text, end, one.start, acts):
            found.append(one)
        elif not (found and _BESIDE.fullmatch(text, end, one.start)):  # «بلدة كذا شرقي كذا» only says where the one before lies
            if len(found) > 1:
                break
            found = [] if search(_BETWEEN, _BETWEEN_BY, text, max(one.start - 30, 0), one.start) else [one]
        end = one.stop
    return found


def _joined(text: str, start: int, stop: int, acts: list[int]) -> bool:
    """Whether «and» joins two places, or what lies in them, and no further act stands between."""
    if _AND.fullmatch(text, start, stop):
        return True
    return _THINGS.fullmatch(text, start, stop) is not None and not any(start <= act < stop for act in acts)


def _alike(one: "PlaceMention", two: "PlaceMention") -> bool:
    """Whether both are towns, or smaller, and not the same."""
    return max(one.place.geo_precision, two.place.geo_precision) < nearness.COARSE and one.place != two.place
