"""How like two reports are, 0 to 1: type, place, day, parties and figures, weighted as in the annotation guide."""

import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from agents.evaluate.counted import exact, paired
from agents.evaluate.parties import same_actor

Row = Mapping[str, Any]  # a report in the guide's form
EVENT_TYPES = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established"),
        *("Looting/property destruction", "Non-violent transfer of territory", "Other"),
    ),
}
TOP_OF = {sub: top for top, subs in EVENT_TYPES.items() for sub in subs}
ARMED = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
NEAR_KM, FAR_KM = 20.0, 100.0
NEAR_DAYS = 2
EARTH_KM = 12742  # diameter
_MARKS = re.compile("[\u064b-\u0652\u0640\"'«»“”]")
_CLASS_WORD = re.compile(r"^(ريف|مخيم)\s+")  # one name that holds another counts as the same, so other class words may stay
_HAMZA = str.maketrans("أإآٱةى", "اااا" + "هي")


def likeness(gold: Row, read: Row) -> float:
    """The whole: from 0.5 on, two reports may be of one occurrence."""
    return (
        0.25 * type_likeness(gold, read)
        + 0.20 * place_likeness(gold.get("place"), read.get("place"))
        + 0.15 * day_likeness(gold, read)
        + 0.15 * parties_likeness(gold, read)
        + 0.25 * figures_likeness(gold, read)
    )


def type_likeness(gold: Row, read: Row) -> float:
    """1 for the type or one as right, 0.6 within its top type, 0.3 among armed acts."""
    wanted, got = {gold["sub_event_type"], *gold.get("type_alt", [])}, read.get("sub_event_type")
    if got in wanted:
        return 1.0
    tops, top = {TOP_OF.get(kind) for kind in wanted}, TOP_OF.get(got or "")
    if top in tops:
        return 0.6
    return 0.3 if top in ARMED and tops & ARMED else 0.0


def place_likeness(gold: Row | None, read: Row | None) -> float:
    """1 within 20 km or for one name (unless 100 km apart), 0.5 for one governorate, 0.3 for one country."""
    if not gold and not read:
        return 1.0
    if not gold or not read:
        return 0.2
    apart = _apart_km(gold, read)
    if apart is not None and apart <= NEAR_KM:
        return 1.0
    one, other = name(gold.get("name")), name(read.get("name"))
    if one and other and (one in other or other in one) and not (apart is not None and apart > FAR_KM):
        return 1.0
    if gold.get("admin1") and gold.get("admin1") == read.get("admin1"):
        return 0.5
    return 0.3 if gold.get("country") and gold.get("country") == read.get("country") else 0.0


def name(found: str | None) -> str:
    """A place name without article, marks and kinds of hamza."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", found or "")).translate(_HAMZA)
    text = re.sub("^ال", "", _CLASS_WORD.sub("", text.strip()))
    return text.strip()


def _apart_km(one: Row, other: Row) -> float | None:
    if any(place.get(side) is None for place in (one, other) for side in ("lat", "lon")):
        return None
    lat, lon, lat2, lon2 = map(math.radians, (one["lat"], one["lon"], other["lat"], other["lon"]))
    h = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def days(report: Row) -> tuple[int, int] | None:
    """The first and last day of a report, as ordinals; where one is open, the other stands for it."""
    first, last = (date.fromisoformat(day[:10]).toordinal() if day else None for day in (report.get("date_start"), report.get("date_end")))
    if first is None and last is None:
        return None
    return (last if first is None else first, first if last is None else last)  # type: ignore[return-value] # one of them is a day


def day_likeness(gold: Row, read: Row) -> float:
    """1 where the spans of days meet, 0.5 up to two days apart."""
    one, other = days(gold), days(read)
    if one is None and other is None:
        return 1.0
    if one is None or other is None:
        return 0.4
    gap = max(one[0] - other[1], other[0] - one[1], 0)
    return 1.0 if gap == 0 else 0.5 if gap <= NEAR_DAYS else 0.0


def parties_likeness(gold: Row, read: Row) -> float:
    """The share of the two parties that are the same; at most 0.8 where they stand the other way round."""
    straight = (same_actor(gold.get("actor1"), read.get("actor1")) + same_actor(gold.get("actor2"), read.get("actor2"))) / 2
    crossed = 0.4 * (same_actor(gold.get("actor1"), read.get("actor2")) + same_actor(gold.get("actor2"), read.get("actor1")))
    return max(straight, crossed)


def figures_likeness(gold: Row, read: Row) -> float:
    """The F1 of the figures; at least 0.3 of the share of measures that both give."""
    ours, theirs = gold.get("figures", []), read.get("figures", [])
    if not ours and not theirs:
        return 1.0
    if not ours or not theirs:
        return 0.2
    measures = {one["measure"] for one in ours}
    soft = len(measures & {one.get("measure") for one in theirs}) / len(measures)
    return max(2 * paired(ours, theirs, exact) / (len(ours) + len(theirs)), 0.3 * soft)
