"""Spread: «قتل 30 في قصف على محافظتي درعا والقنيطرة», «في مناطق متفرقة من كذا»: people counted in several places at once."""

from typing import TYPE_CHECKING

from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.tallies import vague
from agents.extract.figures import breakdown
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

LESS, MORE = 0.5, 1.15  # what the parts that are told make, over a total that is rounded or counted at another hour
BEHIND = 25  # characters from «in several parts» to the name of what they are parts of
LEAST = 10  # people: fewer are a sum by accident


def regions(frame: Frame) -> list[Place]:
    """The regions or countries, two or more, that the top of an article names side by side; else none."""
    if not (frame.title or frame.lede):
        return []
    coarse = [one.place for one in frame.places if one.place.geo_precision >= nearness.COARSE]
    for whole in coarse:
        others = [
            one for one in coarse if one.country == whole.country and None not in (one.admin1, whole.admin1) and one.admin1 != whole.admin1
        ]
        others = others or [one for one in coarse if one.country != whole.country and one.geo_precision >= nearness.COUNTRY]
        if others and (others[0].country == whole.country or whole.geo_precision >= nearness.COUNTRY):
            return [whole, *others]
    return []


def told_in_each(draft: Draft, total: "FigureMention", over: list[Place], after: list[Draft]) -> bool:
    """Whether drafts that follow tell, for two or more of the regions, of about as many of the same people of those days in all."""
    if (total.low or 0) < LEAST:
        return False
    found, where = 0, set[str]()
    for later in after:
        region = next((one.name for one in over if later.place is not None and _lies_in(later.place, one)), "")
        if not region or not (same_days(draft, later.first, later.last) or near_days(draft, later.first, later.last)):
            continue
        part = sum(one.low or 0 for one, _ in later.figures if _alike(one, total))
        if not 0 < part < (total.low or 0):
            continue
        found += part
        where.add(region)
        if len(where) > 1 and LESS * (total.low or 0) <= found <= MORE * (total.low or 0):
            return True
    return False


def of_one(draft: Draft, frame: Frame) -> bool:
    """«60 في هجمات في البلدين», «والهجوم في مروة أسفر عن 13»: whether a frame counts who fell in one of the regions of a draft."""
    where, counted = frame.where, [one for one in frame.figures if not (one.subset or vague(one))]
    if where is None or where.geo_precision >= nearness.COARSE or not counted:
        return False
    whole = [(one, told) for one, told in draft.figures if not (one.subset or vague(one)) and (one.low or 0) >= LEAST and regions(told)]
    return any(
        any(_lies_in(where, one) for one in regions(told))
        and all(one.measure != known.measure or (one.low or 0) < (known.low or 0) for one in counted)
        for known, told in whole
    )


def apart(draft: Draft, frame: Frame) -> bool:
    """«قتل 20 في مناطق متفرقة من كذا»: whether one of the two counts people all over a region, and the other tells of a place in it."""
    if draft.place is None or frame.where is None or not frame.figures or nearness.same(draft.place, frame.where):
        return False
    if _all_over(frame):
        return draft.place.geo_precision < frame.where.geo_precision
    return draft.place.geo_precision > frame.where.geo_precision and over_its_place(draft)


def over_its_place(draft: Draft) -> bool:
    """Whether those whom a draft counts by number fell in several parts of its place, which no town of it says better."""
    place = draft.place
    if place is None:
        return False
    told = (one for one in draft.strewn if _all_over(one) and one.where is not None and nearness.same(one.where, place))
    return any(not all(map(vague, one.figures)) for one in told)


def _all_over(frame: Frame) -> bool:
    """Whether a frame counts people in several parts of its own place."""
    if frame.strewn < 0 or not frame.figures or frame.where is None:
        return False
    return any(one.place is frame.where and 0 < one.start - frame.strewn <= BEHIND for one in frame.places)


def _alike(one: "FigureMention", total: "FigureMention") -> bool:
    return one.measure == total.measure and not (one.subset or vague(one)) and breakdown.one_side(one, total)


def _lies_in(place: Place, region: Place) -> bool:
    """Whether a place lies in a governorate, or in a country."""
    return place.country == region.country and (region.admin1 is None or place.admin1 == region.admin1)
