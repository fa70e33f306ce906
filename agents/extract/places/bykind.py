"""By kind: a place that was named before, told of by its kind («في المديرية ذاتها», «السيطرة على القاعدة», «في القرية الواقعة شرق حلب»)."""

import re
from collections.abc import Sequence
from operator import itemgetter

from agents.extract.places.mention import PlaceMention
from agents.extract.places.nearness import COARSE, DISTRICT
from agents.extract.words.letters import among, around
from agents.extract.words.spans import first_from

RULE = "place.again"
_WIDE = ("محافظه", "ولايه", "اقليم")
_SITES = ("قاعده", "معسكر", "مخيم", "سجن")  # kinds of which a text tells of one at a time
_KINDS = (*_WIDE, *_SITES, "منطقه", "مديريه", "قضاء", "ناحيه", "حي", "قريه", "بلده", "جبهه", "مدينه", "شارع", "سوق")
_SAME = re.compile(
    rf"(?<![\u0621-\u064a])[وف]?(?:(?:في|علي|من)\s|ب)(?:ال({'|'.join(_KINDS)})\s(?:ذات|نفس)(?:ه|ها)|(?:ذات|نفس)\sال({'|'.join(_KINDS)}))(?![\u0621-\u064a])"
)
_SITE = re.compile(rf"(?<![\u0621-\u064a])[وف]?(?:(?:في|علي|داخل)\s|ب)ال({'|'.join(_SITES)})(?![\u0621-\u064a]|\sال)")
_ANY, _AT, _SENTENCE = "منطقه", ("in", "near"), 200  # what any place may be called; cues of places where something was; characters
_TOWNS = ("مدينه", "بلده", "قريه")
_LYING_BY = ("الواقعه", "التابعه", "الحدوديه", "الساحليه", "القريبه", "المحاذيه", "المتاخمه", "التي تقع")
_LYING = re.compile(
    rf"(?<![\u0621-\u064a])[وف]?(?:(في|علي|داخل)\s|(ب))?(?<!ل)ال(?:{'|'.join(_TOWNS)})\s(?:{'|'.join(_LYING_BY)})(?![\u0621-\u064a])"
)
_FAR = re.compile(r"\sعلي\s(?:بعد|مسافه)\s")
_BREATH = frozenset(".،,:؛\n")
_SAME_BY, _SITES_BY = (" ذات", " نفس"), tuple(f"ال{one}" for one in _SITES)  # letters without which they find nothing
_SAME_IN = ("ذات", "نفس")  # one of which each holds
_SAME_REACH, _SITE_REACH, _LYING_REACH = (24, 24), (8, 12), (18, 12)  # characters before such letters, and from there on
_WHERE = ("in", "near", "bare", "of")
_REACH = 700  # characters back to where it is named
_LAID = 60  # characters behind «الواقعة» in which it says where the town lies
_BESIDE = 40  # characters on either side in which a name says where it was: «في المنطقة ذاتها وسط مالي», «في كذا بالمديرية ذاتها»


def called(text: str, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions of places by their kind, each the one of that kind named last. found: the places of the text that have a name."""
    told: dict[int, PlaceMention] = {}
    found = sorted(found, key=itemgetter(0, 1))
    for pattern, by, of, reach in ((_SAME, _SAME_BY, _SAME_IN, _SAME_REACH), (_SITE, _SITES_BY, _SITES_BY, _SITE_REACH)):
        if among(by, text, 0, len(text)):
            for one in around(pattern, of, text, reach):
                kind = next(filter(None, one.groups()))
                near = found[first_from(found, one.start() - _REACH) : first_from(found, one.start())]
                before = [it for it in near if it.stop <= one.start() and it.cue in _WHERE]
                known = _named(text, before, kind) or (_there(text, before, found, one) if kind == _ANY else None)
                behind = found[first_from(found, one.end()) : first_from(found, one.end() + _BESIDE + 1)]
                named = any(_names(text[one.end() : it.start]) for it in behind)
                if known is None or named or one.start() in told:
                    continue
                beside = next((it for it in reversed(before) if one.start() - it.stop <= _BESIDE), None)
                holds = beside is not None and _BREATH.isdisjoint(text[beside.stop : one.start()])
                told[one.start()] = PlaceMention(one.start(), one.end(), known.place, "of" if holds else "in", RULE)
    for one in around(_LYING, _LYING_BY, text, _LYING_REACH):
        if (town := _town(text, found, one.start(), one.end())) is not None and one.start() not in told:
            told[one.start()] = PlaceMention(one.start(), one.end(), town.place, "in" if one[1] or one[2] else "bare", RULE)
    return list(told.values())


def _names(between: str) -> bool:
    """Whether a place behind is the one meant: in the same sentence, and not behind how far it lies («على بعد 50 كلم شمال كذا»)."""
    return "." not in between and _FAR.search(between) is None


def _town(text: str, found: Sequence[PlaceMention], start: int, stop: int) -> PlaceMention | None:
    """«قصف كذا … في القرية الواقعة شرق حلب»: the town named last, unless it lies elsewhere than what is said there of the one meant."""
    before = [it for it in found[first_from(found, start - _REACH) : first_from(found, start)] if it.stop <= start and it.cue in _WHERE]
    town = next((it for it in reversed(before) if it.place.geo_precision < DISTRICT), None)
    behind = [it.place for it in found[first_from(found, stop) : first_from(found, stop + _LAID)] if "." not in text[stop : it.start]]
    if town is None or any(one.country and town.place.country != one.country for one in behind[:1]):
        return None
    held = (one for one in behind if DISTRICT <= one.geo_precision <= COARSE)  # «التابعة للغوطة الشرقية»
    return town if all(one.admin1 in (None, town.place.admin1) for one in held) else None


def _named(text: str, before: Sequence[PlaceMention], kind: str) -> PlaceMention | None:
    """The place of that kind named last; of a wide one the last that may be meant."""
    last = sorted(before, reverse=True)
    for one in last:
        if text.endswith(f"{kind} ", 0, one.start) or text.startswith((kind, f"ال{kind}"), one.start):
            return one
    if kind in _WIDE:
        return next((one for one in last if one.place.geo_precision == COARSE), next((one for one in last if one.cue == "in"), None))
    return None


def _there(text: str, before: Sequence[PlaceMention], found: Sequence[PlaceMention], one: re.Match[str]) -> PlaceMention | None:
    """«التسلل إلى مواقع في المنطقة نفسها»: where it was that was told before; None where the same sentence goes on to name a place."""
    end = text.find(".", one.end(), one.end() + _SENTENCE)
    behind = found[first_from(found, one.end()) : first_from(found, end if end >= 0 else one.end() + _SENTENCE)]
    if behind or text.startswith(("من ", "ومن "), one.start()):
        return None
    return next((it for it in reversed(before) if it.cue in _AT and it.place.geo_precision <= COARSE), None)
