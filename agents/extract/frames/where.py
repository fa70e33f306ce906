"""Where: the place of a frame, of all that its clause names; and its days."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT, compatible
from agents.extract.places import nearness
from agents.extract.sites import towns
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.frames.frame import Frame
    from agents.extract.places.mention import PlaceMention

STRUCK = 50  # characters behind a word for the act in which the town stands that it struck
TOPIC = 12  # characters of «وفي محافظة» that open a clause
_CLOSE, _FAR = 40, 70  # characters behind people in which a governorate is where they fell, and from which on a town is where else
_ANYWHERE = 1_000_000  # characters: as far as the clause goes
_REACH = {"in": _ANYWHERE, "bare": STRUCK}  # characters behind a topic's verb in which a finer place is meant: «وفي حلب قصفت بلدة …»
_CUES = {"in": 0, "near": 1, "bare": 2}


def placed(frame: "Frame") -> "Frame":
    """The frame, with its place and its days as its clause has them."""
    frame.where, frame.when = _of(frame), frame.days()
    return frame


def _of(frame: "Frame") -> Place | None:
    """Its place: towns before governorates, those before countries; of these what is said to be where, before a bare name.

    A country without «in» acts, and is no place of an act.
    """
    if not frame.places:
        return None
    own = [one for one in frame.places if one.place.geo_precision < nearness.COUNTRY or one.cue in ("in", "near")]
    own = [one for one in own if one.cue != "of"] or own[:1]  # of those that only hold another, the one beside it
    own = [one for one in own if one.cue != "dateline"] or own  # «دمشق: قتل 30 في الساحل السوري»
    act = _told_from(frame)  # of two as near the one behind it: «قالت المقاومة في عدن إن … قصفت أمس حي دار سعد»
    best = min(own, key=lambda one: (*_locality(one), one.start < act and one.place.geo_precision < nearness.COARSE), default=None)
    if best is None:
        return None
    best = _where_they_fell(frame, own, _of_the_dead(frame, own, best))
    if best.cue == "bare" and best.place.admin1:  # «سيطرت على مناطق في محافظة إب، ما يقربها من صنعاء»: only named, and elsewhere
        before = (one for one in own if one.cue == "in" and one.place.geo_precision == nearness.COARSE and one.start < best.start)
        best = next((one for one in before if one.place.admin1 not in (None, best.place.admin1)), best)
    verb = frame.triggers[0].start if frame.triggers else 0
    if best.place.geo_precision == nearness.DISTRICT and best.start < verb:  # «في الغوطة استهدف الطيران مدينة دوما»
        struck = (one for one in own if one.cue == "bare" and verb < one.start <= verb + STRUCK)
        struck = (one for one in struck if best.place.admin1 in (None, one.place.admin1))
        best = next((one for one in struck if one.place.geo_precision < nearness.DISTRICT), best)
    last = frame.triggers[-1].start if frame.triggers else frame.clause.start
    if best.start - frame.clause.start <= TOPIC and best.cue == "in":  # «وفي غزة قال مسؤولون إن انفجارا وقع في مدينة رفح»
        holders = [one.place for one in frame.places if one.cue == "of"]
        behind = (one for one in own if one.start > (last if one.cue == "in" else verb) and one.start <= verb + _REACH.get(one.cue, 0))
        behind = (one for one in behind if nearness.part_of_its_region(one.place, best.place))
        behind = (one for one in behind if not any(nearness.same(one.place, other) for other in holders))
        best = next((one for one in behind if one.place.geo_precision <= best.place.geo_precision or _district(one, best)), best)
    elif best.cue == "in" and verb < best.start < (act := _last_act(frame)) and _is_of_it(frame.triggers[-1], frame):
        following = own[own.index(best) + 1 :][:1]  # «صدت المقاومة في البيضاء هجوما في مديرية ناطع»; not the last of several places
        behind = (one for one in following if one.start > act and nearness.part_of_its_region(one.place, best.place))
        best = next((one for one in behind if _district(one, best)), best)
    return towns.first(best, own).place


def _of_the_dead(frame: "Frame", own: list["PlaceMention"], best: "PlaceMention") -> "PlaceMention":
    """«تقدم في البيضاء ومصرع 20 حوثيا بصرواح»: in a headline the place right behind the dead, not that of what is told before them."""
    count = next((one for one in frame.figures if not one.subset), None)
    if not frame.title or count is None or best.start > count.start:
        return best
    behind = next((one for one in own if count.stop <= one.start <= count.stop + STRUCK and one.cue == "in"), None)
    apart = behind is not None and not any(count.stop <= one.start < behind.start for one in frame.figures)
    return behind if behind is not None and apart and not nearness.part_of_its_region(best.place, behind.place) else best


def _where_they_fell(frame: "Frame", own: list["PlaceMention"], best: "PlaceMention") -> "PlaceMention":
    """«قتل متظاهر أمس في محافظة كذا …، خلال تظاهرات في العاصمة كذا»: the governorate right behind people, no town far behind."""
    count = next((one for one in frame.figures if not one.subset), None)
    if count is None or frame.title or best.start - count.stop <= _FAR:
        return best
    fell = next((one for one in own if 0 < one.start - count.stop <= _CLOSE), None)
    if fell is None or fell.cue != "in" or fell.place.geo_precision != nearness.COARSE or fell.place.admin1 is None:
        return best
    elsewhere = best.place.admin1 not in (None, fell.place.admin1) and best.cue == "in"
    more = (one for one in frame.figures if one is not count and not one.subset and one.measure == count.measure)
    return fell if elsewhere and not any(count.stop <= one.start < best.start for one in more) else best


def _last_act(frame: "Frame") -> int:
    """Where the last word for an act stands; what it was done with, or what was destroyed besides, is none («إضافة إلى دبابات»)."""
    return next((one.start for one in reversed(frame.triggers) if one.part != "means"), 0)


def _district(one: "PlaceMention", town: "PlaceMention") -> bool:
    """«وفي البيضاء … في مديرية ناطع»: whether a district is where it was, and the town before it stands for its governorate."""
    known = bool(town.place.place_id) and town.place.geo_precision == nearness.CITY
    return known and one.cue == "in" and one.place.geo_precision == nearness.DISTRICT


def _is_of_it(one: "Trigger", frame: "Frame") -> bool:
    """Whether a word is for no other fight than the frame's act: not «غارات في عبس على تعزيزات في طريقها إلى جبهات القتال»."""
    return one.code not in VIOLENT or compatible(one.code, frame.code)


def _told_from(frame: "Frame") -> int:
    """Where the act begins to be told: at a word for it, or at people counted before it."""
    act = next((one.start for one in frame.triggers if one.code == frame.code), 0)
    return min(act, frame.figures[0].start) if frame.figures else act


def _locality(one: "PlaceMention") -> tuple[int, int, int]:
    band = 0 if one.place.geo_precision < nearness.COARSE else 1 if one.place.geo_precision == nearness.COARSE else 2
    return band, _CUES.get(one.cue, 3), one.place.geo_precision
