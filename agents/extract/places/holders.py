"""Holders: of two places beside each other, the larger one that only says where the other lies; unknown names lie where it does."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from operator import attrgetter
from typing import TYPE_CHECKING

from agents.extract.places import lying
from agents.extract.places.gazetteer import Spot
from agents.extract.places.nearness import COARSE, DISTRICT

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

_FINER = frozenset(
    ["town", "village", "quarter", "camp", "airport", "base", "crossing", "field", "dam", "mountain", "admin2", "prison", "port"]
)
# says where the place named before lies
_LIES = re.compile(r"(?:الواقع\w*|تقع|يقع|علي بعد|علي مسافه|كيلومترا?|كلم|كم|(?:القريب|المجاور|المتاخم|المحاذي)ه?)\s")
_NEAR = re.compile(  # «دوما المحاصرة قرب دمشق», «دوما، قرب دمشق», «دوما، وهي آخر معقل للمعارضة قرب دمشق»
    r"[\"»]?(?:(?:\sال[\u0621-\u064a]+){0,2}|[،,](?:\s(?:القريبه|الواقعه|الكائنه))?|[،,]\s(?:وه[يو]\s)?(?:اخر|احد|احدي|ابرز|اكبر|اهم|معقل)\s(?:[^\s،,.:؛]+\s){0,4}[^\s،,.:؛]+)\s"
    rf"(?:(?:بال)?قرب|خارج)\s(?:من\s)?(?:{lying.CLASS}\s)?[\"«]?"
    rf"|[\"»]?\s(?:الواقعه?\s)?(?:علي|عند)\s(?:مشارف|اطراف|تخوم|مداخل|مدخل|ابواب)\s(?:{lying.CLASS}\s)?[\"«]?"  # «بلدة كذا على مشارف كذا»
)

# «الغوطة الشرقية القريبة من دمشق», «دارفور المجاور لتشاد»: of whatever size, and over a border
_BY = re.compile(rf"[\"»]?\sال(?:قريب|مجاور|متاخم|محاذي|ملاصق|مقابل)ه?\s(?:من\s|لل?)?(?:{lying.CLASS}\s)?(?:ال\w+يه?\s)?[\"«]?")
BY = 45  # characters between the two

_ON_BORDER = re.compile(r"(?:الحدود|الحد|الفاصل|الفاصله)\s(?:\S+\s)?(?:بين|مع)\s(?:\S+\s)?$")

_HOMES = frozenset(["people", "residence", "origin"])  # cues of places that are not those of an act
# «شمال شرق بلدة …», «(جنوب …»، «عاصمة محافظة …، شرق …»
_TOWARDS = re.compile(rf"[\"»]?(?: ?[،,]| ?\()?{lying.DIRECTION}(?:\s{lying.CLASS})*\s[\"«#]?")
_KIND = (
    r"(?:الجوي|العسكري|الدولي|البحري|المدني|الحدودي|الساحلي|الجبلي|الاستراتيجي|الريفي|النائي|الرئاسي|النفطي|المركزي|الصناعي|السكني|الاثري)"
    r"(?:ه|تين|ين)?"
)
_IN = re.compile(rf"[\"»]?\s(?:{_KIND}\s)?(?:في\s|ب(?!ين))(?:{lying.CLASS}\s)?[\"«#]?$")  # «X الجوية في Y»
_BETWEEN = re.compile(  # «صرواح بين مأرب وصنعاء», «مطار كذا العسكري بين كذا وكذا»
    r"[\"»]?(?:\sال[^\s،,.:؛]{2,}(?:ي|يه)){0,2}\s(?:الواقعه?\s|التي تقع\s)?بين\s(?:(?:مدينتي|محافظتي|مديريتي|بلدتي)\s)?"
)

BY_ROAD = 25  # characters from the end of a road that is named last to the place by which it passes
_ROAD = re.compile(r"(?:ال)?(?:طريق|اوتوستراد)\s(?:\S+\s){0,2}(?:بين|من)\s(?:\S+\s)?$")  # names where it leads, no place on it


def mark(text: str, found: list["PlaceMention"], spots: list[Spot], acts: Set[int]) -> None:
    """Gives the cue «of» to the larger place of two beside each other: «بلدة … في ريف …», «محافظة …، مديرية …».

    acts: where words for what happened stop.
    """
    holds = 0  # the last place by which what stands before it was said to lie
    for index in range(1, len(found)):
        one, before = found[index], found[index - 1]
        if one.start - before.stop <= 14 and _on_road(text, found[index - 1 : index + 2]):
            found[index - 1] = before._replace(cue="of")
            found[index] = one._replace(cue="of")
            continue
        one = found[index] = _lies_by(text, before, one)
        if one.cue == "of" or (before.cue in _HOMES and not acts.isdisjoint(range(before.stop, one.start))):
            continue  # «من سكان مخيم … في غارة شرق …»
        spot, other = spots[index], spots[index - 1]
        said = lying.says(text, before, one, acts, same=spot.admin1 == other.admin1)
        far = spot.country != other.country or (one.start - before.stop > 70 and not said)
        between = "" if far else text[before.stop : one.start]
        if far or "." in between or "\n" in between:
            continue
        if said:
            found[index] = one._replace(cue="of")
            holds = index
            continue
        if _ON_BORDER.search(between) or _lies_between(text, found, index):  # «قرب قرية … على الحدود الإدارية بين حمص ودير الزور»
            found[index] = one._replace(cue="of")
            if index + 1 < len(found) and text[one.stop : found[index + 1].start].strip() in ("و", "ومحافظه", "ومحافظتي", "ومدينه"):
                found[index + 1] = found[index + 1]._replace(cue="of")
            continue
        near = one.cue == "near" and (before.place.geo_precision < COARSE or (other.kind == "admin1" and spot.admin1 != other.admin1))
        # «قرية …، الواقعة على بعد 20 كلم شرق …», «بلدة … شرقي …»
        lies = (near or len(between) > 28) and (_LIES.search(between) or _TOWARDS.fullmatch(between))
        lies = lies or (near and (before.cue != "of" or holds == index - 1) and _NEAR.fullmatch(between))
        lies = lies or (near and lying.called(text, before, one, acts))
        if lies and near:
            found[index] = one._replace(cue="of")
            continue
        if len(between) > 28 and not lies:
            continue
        wide = spot.kind == "country" or (spot.kind == "region" and spot.admin1 is None)  # «مخيم … جنوب لبنان»
        same = wide or spot.admin1 == other.admin1
        told = spot.kind == "admin2" and not acts.isdisjoint(range(before.stop, one.start))  # «في البيضاء هجوما في مديرية ناطع»
        if not told and same and before.place.geo_precision < one.place.geo_precision and other.kind != spot.kind and " و" not in between:
            found[index] = one._replace(cue="of")
        elif (
            _IN.match(between)
            and before.cue in ("in", "near", "bare", "of")
            and spot.kind in ("town", "admin1", "region")
            and other.kind in _FINER
            and spot.weight >= other.weight
        ):
            found[index] = one._replace(cue="of")  # «في خان بني سعد في بغداد»: not all of what news puts there is of that governorate
        elif (
            other.kind in ("admin1", "country")
            and spot.kind in _FINER
            and (other.kind == "country" or same)
            and not between.strip(" ,،").startswith(("و", "الي", "من"))
            and len(between) <= 15
        ):
            found[index - 1] = before._replace(cue="of")


def _lies_by(text: str, before: "PlaceMention", one: "PlaceMention") -> "PlaceMention":
    """A place, with the cue «of» where it only says by what the one before lies."""
    by = one.start - before.stop <= BY and _BY.fullmatch(text, before.stop, one.start)
    return one._replace(cue="of") if by else one


def _lies_between(text: str, found: Sequence["PlaceMention"], index: int) -> bool:
    """«صرواح بين مأرب وصنعاء»: whether a place and the next one only say between which towns the one before lies."""
    if index + 1 == len(found) or found[index - 1].cue == "of":
        return False
    joined = text[found[index].stop : found[index + 1].start] == " و"
    return joined and _BETWEEN.fullmatch(text, found[index - 1].stop, found[index].start) is not None


def _on_road(text: str, places: list["PlaceMention"]) -> bool:
    """«على الطريق بين حلب ودمشق قرب سراقب»: whether the first two of three places are the ends of a road by which the third lies."""
    if len(places) < 3 or places[2].cue not in ("in", "near") or places[2].place.geo_precision >= COARSE:
        return False
    if places[2].start - places[1].stop > BY_ROAD:
        return False
    return _ROAD.search(text, max(places[0].start - 40, 0), places[0].start) is not None


_ACROSS = frozenset(["border", "metonym"])  # cues of countries across a border, or that speak, in which nothing lies that is named beside
_SPEAK = ("metonym", "dateline")  # cues of places from which is spoken
_LINES = 1200  # characters from a place to an unknown name in the same lines
_START = attrgetter("start")
_HELD_BY = re.compile(
    r"[\"»]?\s(?:الواقعه?\s|الكائنه?\s)?(?:في\s|ب(?!ين)|قرب\s|بالقرب من\s|عند اطراف\s|علي اطراف\s|"
    r"(?:شمال|جنوب|شرق|غرب|وسط)ي?\s|التابعه?\s?ل?)[^،,.:\n]{0,24}"
)


def placed(text: str, found: list["PlaceMention"], extra: list["PlaceMention"], lead: str | None) -> list["PlaceMention"]:
    """All mentions in order. Unknown names lie where the listed place after or before them does, else in the lead country.

    Where those beside them name no governorate, they lie in that of the last one told before, in ``_governorate``.
    """
    mentions = list(found)
    held = [other for other in found if other.place.admin1 and other.cue not in _SPEAK]
    alone = _first_two(held)
    starts = sorted((other.start, index) for index, other in enumerate(found))
    stops = sorted((other.stop, index) for index, other in enumerate(found))
    for one in extra:
        if one.place.country is not None:
            mentions.append(one)
            continue
        after = min(_between(starts, one.stop, one.stop + 50), default=None)
        after = None if after is not None and found[after].cue in _ACROSS else after
        last = max(_between(stops, one.start - 120, one.start), default=None)
        before = found[last] if last is not None and found[last].cue not in _ACROSS else None
        holder = mentions[after] if after is not None else before
        admin1, country = (holder.place.admin1, holder.place.country) if holder else (None, lead)
        if admin1 is None and after is None and one.place.geo_precision < DISTRICT:  # an unknown «مقاطعة» is abroad
            admin1 = _governorate(text, one, held, alone, country)
        known: dict[str, object] = {"admin1": admin1, "country": country}
        if after is not None and mentions[after].start - one.stop <= 28:
            if mentions[after].place.geo_precision > 3:
                mentions[after] = mentions[after]._replace(cue="of")
            elif _HELD_BY.match(text, one.stop, mentions[after].start + 1):  # «معسكر … في مدينة …»: as near as that can be told
                town = mentions[after].place
                known |= {"lat": town.lat, "lon": town.lon, "geo_precision": max(2, town.geo_precision, one.place.geo_precision)}
                mentions[after] = mentions[after]._replace(cue="of")
        mentions.append(one._replace(place=one.place.model_copy(update=known)))
    return sorted(mentions, key=lambda one: (one.start, -one.stop))


def _first_two(held: Sequence["PlaceMention"]) -> dict[str | None, tuple[int, int]]:
    """By country, where among its places the first stands and the first in a second governorate: behind all where there is none."""
    found: dict[str | None, tuple[int, int]] = {}
    for at, one in enumerate(held):
        first, second = found.setdefault(one.place.country, (at, len(held)))
        if second == len(held) and one.place.admin1 != held[first].place.admin1:
            found[one.place.country] = first, at
    return found


def _governorate(
    text: str, one: "PlaceMention", held: Sequence["PlaceMention"], alone: Mapping[str | None, tuple[int, int]], country: str | None
) -> str | None:
    """«… في محافظة أسيوط …. وقتل ثلاثة في منطقة السوهاجية»: the governorate last told of in the same lines, or the only one.

    held: the places in governorates, in order; alone: see _first_two().
    """
    at = bisect_left(held, one.start, key=_START)
    last = held[at - 1] if at else None
    if last is not None and last.place.country == country and text.find("\n", last.stop, min(one.start, last.stop + _LINES)) < 0:
        return last.place.admin1 if one.start - last.stop <= _LINES else None
    first, second = alone.get(country, (len(held), len(held)))
    only = first < len(held) and (second == len(held) or first < at <= second)
    return held[first].place.admin1 if only else None


def _between(at: Sequence[tuple[int, int]], first: int, last: int) -> list[int]:
    """The indices that stand with an offset in [first, last]; ``at`` is sorted."""
    return [index for _, index in at[bisect_left(at, (first, -1)) : bisect_left(at, (last + 1, -1))]]
