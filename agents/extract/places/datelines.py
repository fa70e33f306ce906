"""Datelines: cities from which news of another country is written («دبي (رويترز) - قال التلفزيون الإيراني …») are no place of it."""

from collections.abc import Sequence
from typing import NamedTuple

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


class _Told(NamedTuple):
    """Countries of a text without its datelines: placed on top, named on top, in which something is said to be, and all, nations too."""

    placed: set[str]
    titled: set[str]
    there: set[str]
    spoken: set[str]


def abroad(text: str, places: Sequence[PlaceMention], nations: Sequence[Hit], title_stop: int) -> list[PlaceMention]:
    """The datelines that lie abroad: the title places the news in another country alone, or the city has bureaus and all the rest of
    the text, its nations too, speaks of others."""
    lines = [one for one in places if one.cue == "dateline"]
    if not lines:
        return []
    others = [(one, one.place.country) for one in places if one.cue != "dateline" and one.place.country]
    told = _Told(
        {country for one, country in others if one.start < title_stop and one.cue in _HAPPENS},
        {country for one, country in others if one.start < title_stop},
        {country for one, country in others if one.cue in _HAPPENS},
        {country for _, country in others} | {one.value for one in nations},
    )
    return [one for one in lines if _is_abroad(text, one, told)]


def _is_abroad(text: str, dateline: PlaceMention, told: _Told) -> bool:
    """Whether nothing of the news is said to be in the country of a dateline."""
    home = dateline.place.country
    if told.placed and home not in told.titled:
        return home not in told.there
    return text[dateline.start : dateline.stop] in _BUREAUS and bool(told.spoken) and home not in told.spoken


def spoken_of(nations: Sequence[Hit]) -> str:
    """The country whose nation a text without places names most often (ISO code), "" where it names none."""
    counted = often([one.value for one in nations])
    return counted[0][0] if counted else ""
