"""Datelines: cities from which news of another country is written («دبي (رويترز) - قال التلفزيون الإيراني …») are no place of it."""

from collections.abc import Sequence

from agents.extract.places.mention import PlaceMention
from agents.extract.words.lexicon import Hit
from agents.extract.words.often import often

_HAPPENS = frozenset(["in", "near", "of"])  # cues by which something is said to be in a place
_BUREAUS = frozenset(
    [
        "دبي",
        "بيروت",
        "عمان",
        "اسطنبول",
        "القاهره",
        "جنيف",
        "نيويورك",
        "لندن",
        "باريس",
        "واشنطن",
        "نيروبي",
        "تونس",
        "موسكو",
        "برلين",
        "بروكسل",
        "فيينا",
        "لاهاي",
        "روما",
        "مدريد",
        "داكار",
        "الرياض",
        "ابوظبي",
        "الدوحه",
    ]
)


def abroad(text: str, places: Sequence[PlaceMention], nations: Sequence[Hit], title_stop: int) -> list[PlaceMention]:
    """The datelines that lie abroad: the title places the news in another country alone, or the city has bureaus and all the rest of
    the text, its nations too, speaks of others."""
    return [one for one in places if one.cue == "dateline" and _is_abroad(text, one, places, nations, title_stop)]


def _is_abroad(text: str, dateline: PlaceMention, places: Sequence[PlaceMention], nations: Sequence[Hit], title_stop: int) -> bool:
    """Whether nothing of the news is said to be in the country of a dateline."""
    home = dateline.place.country
    others = [one for one in places if one.cue != "dateline" and one.place.country]
    titled = {one.place.country for one in others if one.start < title_stop and one.cue in _HAPPENS}
    if titled and home not in titled and not any(one.place.country == home for one in others if one.start < title_stop):
        return not any(one.place.country == home and one.cue in _HAPPENS for one in others)
    if text[dateline.start : dateline.stop] not in _BUREAUS:
        return False
    told = {one.place.country for one in others} | {one.value for one in nations}
    return bool(told) and home not in told


def spoken_of(nations: Sequence[Hit]) -> str:
    """The country whose nation a text without places names most often (ISO code), "" where it names none."""
    counted = often([one.value for one in nations])
    return counted[0][0] if counted else ""
