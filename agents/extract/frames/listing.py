"""Listing: what one clause tells of several towns is one act in each («قصف بلدتي كذا وكذا»); strikes and protests of governorates too."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR
from agents.extract.frames import shares
from agents.extract.frames.where import placed
from agents.extract.places import nearness
from agents.extract.sites.towns import is_end
from agents.extract.words.letters import search
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.frames.frame import Frame
    from agents.extract.places.mention import PlaceMention

ACTS = frozenset(["air", "shell", "strike", "raid", "loot", "territory", "assault", "arrest", "clash", "advance", "protest"])
_WIDE = FROM_AFAR | {"protest"}  # what is told of governorates too, each by itself
_STRUCK = FROM_AFAR | {"assault"}
_ONE_DOES = _STRUCK | {"territory"}  # what one side does; of a fight the front lies between two places
_SPOT = any_of("place-cues", "spot")  # what a name of a town, or of less, may stand behind
_LARGER = any_of("place-cues", "larger")
_PARTS = (  # «وأجزاء من مدينة كذا», not «ومواقع أخرى في مديرية كذا», where the one before lies
    r"(?:(?:اجزاء|احياء|قري|مناطق|بلدات|مدن|مديريات|مخيمات|مواقع|ضواحي|مشارف)\s(?:واسعه\s|كبيره\s)?(?:من\s|في\s(?!مديريه|محافظه|ناحيه|قضاء))?)?"
)
_NAMED = rf"{_PARTS}(?:(?:ال)?(?:{_SPOT}|{_LARGER})\s)?[\"«(]?"
_AND = re.compile(r"[\"»]?\s?[،,]?\s?(?:و|الي جانب\s|بالاضافه الي\s|اضافه الي\s|وكذلك\s)(?:كذلك\s|ايضا\s)?(?:(?:علي|في|ب)\s?)?" + _NAMED)
_SIDE = re.compile(  # «شرق كذا وشمال كذا»: two places, of which a front lies between
    r"[\"»]?\s?[،,]?\s?و(?:(?:في|علي)\s)?(?:شمال|جنوب|شرق|غرب|وسط)ي?\s" + _NAMED
)
_BESIDES = re.compile(r"(?:اضافه الي|فضلا عن|علاوه علي)\s" + _NAMED + "$")
_BESIDES_BY = ("اضافه", "فضلا", "علاوه")
_MISSILES = r"صاروخا?|صاروخان|صاروخين|صواريخ|قذيفه|قذيفتين|قذائف"
_ANOTHER = re.compile(  # «على بلدة كذا وأخرى على كذا», «ثلاث غارات في كذا وأربع غارات على كذا», «وأربعا على كذا», «واثنان باتجاه كذا»
    r"[\"»]?\s?[،,]?\s(?:و|بالاضافه الي\s|اضافه الي\s)"
    rf"(?:(?:(?:[0-9]+|عشرات|(?:{FEW_BEGIN})[ا-ي]{{0,2}}|غاره|قذيفه|صاروخا?)\s)?"
    rf"(?:اخري|اخرا?|ثانيه|ثانيا?|ثالثه|مثلها|غاره|غارات|غارتين|{_MISSILES})|(?:{FEW_BEGIN})(?:ه|ا)?|واحدا?|اثنان|اثنين)"
    r"\s(?:علي|في|قرب|استهدفت|طالت|اصابت|ضربت|(?:ب|في\s)?اتجاه|نحو|صوب)\s" + _NAMED
)
_WITH = re.compile(  # «بلدة كذا بالمدفعية وبلدة كذا»
    rf"(?:\s[^\s،,.:؛و][^\s،,.:؛]*){{1,4}}?[،,]?\sو(?:علي\s|في\s|ب)?{_PARTS}(?:{_SPOT}|{_LARGER})\s[\"«(]?"
)
_COMMA = re.compile(r"[\"»]?\s?[،,]\s?[\"«(]?")
_SEVERAL = re.compile(r"(?:بلدات|قري|مدن|احياء|مناطق|محافظات|مديريات|مخيمات|كل من|كلا من)\s?:?\s[\"«(]?$")  # before the first of many
_TWO = re.compile(
    r"(?<![\u0621-\u064a])(?:بلدتي|قريتي|مدينتي|مديريتي|منطقتي|جبهتي|ناحيتي|ضاحيتي|حيي|ريفي|مخيمي|قضائي|معسكري|مطاري)\s[\"«(]?$"
)
_EACH = re.compile(  # «على كذا وعلى كذا», «على بلدة كذا وبلدة كذا»
    r"(?:^|[\s،])و(?:(?:في|علي)|بلده|قريه|مدينه|منطقه|مديريه|ناحيه|حي|مخيم|معسكر|قاعده|جبل|وادي|مفرق|مطار|ميناء|معبر)\s"
)
_THINGS = re.compile(  # «مواقع في كذا ومخازن للجماعة في كذا»
    r"[\"»]?\s?[،,]?\s(?:و|بالاضافه الي\s|اضافه الي\s|الي جانب\s)\S{3,}\s(?:[^\s،,.]+\s){0,3}"
    rf"(?:في|قرب)\s(?!مديريه|محافظه|ناحيه|قضاء)(?:(?:ال)?(?:{_SPOT}|شارع)\s)?[\"«(]?"
)
_BESIDE = re.compile(
    r"[\"»]?\s?[،,(]?\s?(?:(?:ال)?(?:شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي|قضاء|بريف|في ريف|ب?محافظه|في محافظه|قرب)\s){1,3}"
    r"(?:(?:مدينه|محافظه|بلده|ريف)\s)?[\"«]?|\sب(?:(?:محافظه|ريف|مديريه|قضاء|ناحيه)\s)?|"
    r"[\"»]?(?:\sو(?:مناطق|مواقع|قري|بلدات)\sاخري)?\s(?:من|في)\s(?:محافظه|مديريه|ريف|قضاء)\s[\"«]?|"
    r"[\"»]?\s?[،,(]?\s?(?:عاصمه|مركز)\s(?:محافظه\s|ريف\s)?[\"«]?"
)
_HOLDER = re.compile(r"\s(?:ب|في\s)(?:مديريه|محافظه|ناحيه|قضاء|ريف)\s[\"«]?")  # before that in which the last of a list lies
_WHERE = re.compile(r"(?:\s\([^)]*\))?[\"»]?\s?[،,]?\sحيث\s")
_PARTED = re.compile(r"[،,](?!\s(?:ضد|علي|في)\s)|[.:؛\n]")  # what parts an act from towns of another one; not «غارات أمس، على كذا»
_NEAR = 80  # characters between a word for an act and the towns in which it harmed people
_FAR = 120  # characters between two places that «besides» joins


def apart(frame: "Frame", text: str) -> list["Frame"]:
    """The frame, or one for each town it lists; where people are counted, one for each in which it counts its own."""
    parts = shares.apart(frame, text)
    if len(parts) > 1 or frame.title or frame.code not in ACTS:
        return parts
    listed = _list(frame, text)
    if len(listed) > 1 and _set_in_holder(frame, listed, text):
        frame = placed(
            replace(frame, places=[listed[0], *(one for one in frame.places if one.start > listed[-1].stop and one.cue != "in")])
        )
    if frame.figures:
        return [frame, *_others(frame, listed, text)]
    if len(listed) < 2 or not (any(frame.where == one.place for one in listed) or _told_before(frame, listed[0])):
        return [frame]
    return [placed(replace(frame, places=[one], listed=True)) for one in listed]


def _others(frame: "Frame", listed: Sequence["PlaceMention"], text: str) -> list["Frame"]:
    """«قتل خمسة في غارات على بلدتي كذا وكذا»: the same act in each town but the frame's, to which those belong who are counted in all."""
    if frame.scope.scope != "incident" or frame.sums or len(listed) < 2:
        return []
    if frame.where not in ([one.place for one in listed] if frame.code in FROM_AFAR else [listed[0].place]):
        return []
    if listed[0].place.geo_precision >= nearness.COARSE:
        return []  # people counted in governorates are a sum
    told = [one.stop for one in frame.triggers if one.stop <= listed[0].start and _is_of_act(one, frame)]
    if not told or listed[0].start - told[-1] > _NEAR or _PARTED.search(text, told[-1], listed[0].start):
        return []
    if not (_several(text, listed[0].start) or _EACH.search(text, listed[0].stop, listed[-1].start)):
        return []  # «على منطقة كذا وكذا»: one area
    own = _WHERE.match(text, listed[-1].stop) is not None  # «على كذا وكذا، حيث قتل خمسة»
    others = [one for one in listed[: -1 if own else None] if one.place != frame.where]
    return [placed(replace(frame, places=[one], figures=[], listed=True)) for one in others]


def _several(text: str, first: int) -> bool:
    """Whether the word before the first of several towns says that they are several: «بلدتي كذا وكذا», «قرى كذا وكذا»."""
    return any(form.search(text, max(first - 12, 0), first) for form in (_TWO, _SEVERAL))


def _set_in_holder(frame: "Frame", listed: Sequence["PlaceMention"], text: str) -> bool:
    """«في منطقة كذا بمديرية كذا ومفرق كذا بمديرية كذا»: whether the frame's place is the one in which the last of a list lies."""
    holder = next((one for one in frame.places if one.place == frame.where and one.start > listed[-1].start), None)
    return holder is not None and holder not in listed and _HOLDER.fullmatch(text, listed[-1].stop, holder.start) is not None


def _is_of_act(one: "Trigger", frame: "Frame") -> bool:
    """Whether a word tells of the act of its frame; that ground was taken, a verb must tell."""
    if frame.code == "territory" and not (one.part == "verb" or one.done):
        return False
    return one.part != "means" and (one.code == frame.code or {one.code, frame.code} <= _STRUCK)


def _told_before(frame: "Frame", first: "PlaceMention") -> bool:
    """«وفي محافظة كذا، وخاصة في كذا، سيطرت القوات على بلدتي كذا وكذا»: whether the verb parts the list from where the clause is set."""
    verb = next((one for one in frame.triggers if one.part == "verb" and one.code in (frame.code, "assault", "strike")), None)
    if verb is None or first.start < verb.stop:
        return False
    return any(one.place == frame.where and one.stop <= verb.start for one in frame.places)


def _list(frame: "Frame", text: str) -> list["PlaceMention"]:
    """The first towns that «and» joins, or the first one alone; what lies between two towns is in neither."""
    found: list[PlaceMention] = []
    end = 0  # of what is said of the last of them
    holder = False  # whether that is where it lies
    for one in frame.places:
        holder = bool(found) and (_holds(one, found[-1]) or (holder and one.place.geo_precision >= nearness.COARSE))
        if not holder and found and _goes_on(frame, text, found, one, end):
            found.append(one)
        elif not (holder or (found and _BESIDE.fullmatch(text, end, one.start))):  # «بلدة كذا شرقي كذا», «كذا في ريف كذا» say where it lies
            if len(found) > 1:
                break
            found = [] if is_end(text, one.start) else [one]
        end = one.stop
    return found


def _holds(one: "PlaceMention", last: "PlaceMention") -> bool:
    """Whether a place is only told as that in which the one before lies."""
    return one.cue == "of" and one.place.geo_precision > last.place.geo_precision and nearness.within(last.place, one.place)


def _goes_on(frame: "Frame", text: str, listed: Sequence["PlaceMention"], one: "PlaceMention", end: int) -> bool:
    """Whether a place is one more of a list: a town, or smaller; of governorates one right behind «and», struck from afar."""
    last = listed[-1]
    coarse = max(last.place.geo_precision, one.place.geo_precision)
    if coarse < nearness.COARSE:
        return last.place != one.place and _joined(frame, text, listed[0].start, end, one.start)
    if coarse > nearness.COARSE or frame.code not in _WIDE or nearness.may_be_one(last.place, one.place):
        return False
    return any(form.fullmatch(text, end, one.start) for form in (_AND, _WITH, _THINGS, _ANOTHER))


def _joined(frame: "Frame", text: str, first: int, start: int, stop: int) -> bool:
    """Whether «and» joins two places, or what lies in them, and no further act stands between. first: where the list begins."""
    if _AND.fullmatch(text, start, stop) or (frame.code in _ONE_DOES and _SIDE.fullmatch(text, start, stop)):
        return True
    if _COMMA.fullmatch(text, start, stop):
        return _SEVERAL.search(text, max(first - 12, 0), first) is not None
    between = [one for one in frame.triggers if start <= one.start < stop and (one.part != "noun" or one.code != frame.code)]
    if any(one.part != "means" for one in between):
        return False
    forms = (_WITH,) if between else (_WITH, _THINGS, _ANOTHER)  # «في كذا وعادت مقاتلات إلى قاعدة في كذا»
    if any(form.fullmatch(text, start, stop) for form in forms):
        return True
    return not between and stop - start <= _FAR and search(_BESIDES, _BESIDES_BY, text, start, stop) is not None
