"""Details: a sentence that only points back («the attack targeted …») says where nearer what was told before it was."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT, compatible
from agents.extract.fitting.newact import LATEST
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.frames.frame import Frame
    from streams.records import Place

NEAR_KM = 60.0  # from the place told first to the one that detail names
BESIDE = 1  # sentence: as far detail stands from what it is of
_ON_WAY = frozenset(["dateline", "destination", "origin"])  # cues of places where nothing is said to have happened
SOON = 2  # sentences: as far a known act that is the subject stands from where it was told


def say_where(draft: "Draft", frame: "Frame") -> bool:
    """«وقال الضابط إن الهجوم استهدف موكبا في بلدة كذا»: whether the frame says where the draft's act was, of which people are counted.

    Ground that is won is told town by town.
    """
    place, known = frame.where, draft.place
    if place is None or known is None or lists(draft, frame):
        return False
    if _quarter(draft, frame, place, known) or _befell_there(draft, frame, known):
        return True
    return _behind_act(frame) and _nearer_told(draft, frame, place, known)


def _befell_there(draft: "Draft", frame: "Frame", known: "Place") -> bool:
    """«كمين لقافلة على الطريق المؤدي إلى كذا. ووقع الهجوم الثلاثاء قرب قرية كذا»: whether only now a frame says where it befell."""
    last = draft.frames[-1]
    if frame.figures or frame.title or frame.clause.sentence - last.clause.sentence > BESIDE or not compatible(draft.code, frame.code):
        return False
    if not any(one.points_back and one.part == "noun" and one.done == "befell" for one in frame.triggers) or not _behind_act(frame):
        return False
    cues = {one.cue for told in draft.frames for one in told.places if one.place == known and not told.title}
    return bool(cues) and cues <= _ON_WAY and not (frame.when[0] and draft.stated and draft.first != frame.when[0])


def _nearer_told(draft: "Draft", frame: "Frame", place: "Place", known: "Place") -> bool:
    """Whether a frame that speaks of the draft's act, known already, names a place that is nearer to where it was."""
    if go_on(draft, frame):
        if frame.centres and known.admin1 not in (None, place.admin1):
            return False
        return place.country == known.country and place.geo_precision <= known.geo_precision and place.name not in known.name
    if not (draft.figures and _only_points_back(frame)):
        return False
    if "territory" in (draft.code, frame.code) or frame.clause.sentence - draft.frames[-1].clause.sentence > BESIDE:
        return False
    return _told_roughly(draft, known) and _nearer(place, known)


def near_by(draft: "Draft", frame: "Frame") -> bool:
    """«غارة على قرية كذا. وقال المصدر إن الغارة استهدفت رتلا في محيط مدينة كذا»: whether a known act is told of a place around, or beside.

    It stays where it was told to be, and is no act of the larger place. Ground that is won is told town by town.
    """
    place, known = frame.where, draft.place
    if place is None or known is None or frame.listed or frame.figures or "territory" in (draft.code, frame.code):
        return False
    if place.country != known.country or place.geo_precision >= nearness.COARSE:
        return False
    if not (frame.resumes and go_on(draft, frame) and _behind_act(frame)):
        return False
    away = nearness.km(place, known)
    return away is not None and away <= NEAR_KM


def go_on(draft: "Draft", frame: "Frame") -> bool:
    """«الغارة استهدفت بلدة كذا»: whether the frame tells more of an act told just before, and so where it was and whom it struck."""
    last = draft.frames[-1]
    if frame.clause.sentence - last.clause.sentence > SOON or not compatible(draft.code, frame.code):
        return False
    return centred(draft, frame) or (frame.resumes and not last.listed)


def lists(draft: "Draft", frame: "Frame") -> bool:
    """«وتركزت الغارات على كذا وكذا»: whether a frame names one of several towns where most of what was told was."""
    return frame.listed and centred(draft, frame)


def centred(draft: "Draft", frame: "Frame") -> bool:
    """«قتل خمسة في مواجهات. وتركزت المواجهات في كذا»: whether the frame says where most of what was told before it was.

    A headline alone tells of all that follows, and ground is won town by town.
    """
    if not frame.centres or draft.code == "territory":
        return False
    return any(one.clause is not frame.clause and not one.title for one in draft.frames[-LATEST:])


def yield_of(draft: "Draft", frame: "Frame") -> bool:
    """«وأسفر الهجوم عن مقتل ثلاثة من سكان كذا»: whether the frame tells what came of an act told just before, and names a place only then.

    A place before the people is the act's («أسفر الهجوم في كذا عن»), and so is one behind another act.
    """
    if not frame.yields or frame.clause.sentence - draft.frames[-1].clause.sentence > SOON or not compatible(draft.code, frame.code):
        return False
    told = frame.figures[0].start if frame.figures else frame.triggers[0].stop
    named = next((one.start for one in frame.places if one.place is frame.where), None)
    return named is None or (named > told and not any(told < one.start < named for one in frame.triggers))


def _quarter(draft: "Draft", frame: "Frame", place: "Place", known: "Place") -> bool:
    """«فجر انتحاري نفسه في حي كذا، غربي المدينة»: whether a frame of the draft's kind that counts nobody names a quarter and its town."""
    if draft.code != frame.code or frame.code not in VIOLENT or not draft.figures:
        return False
    if not (_only_points_back(frame) and _told_roughly(draft, known)):
        return False
    at = next((one.start for one in frame.places if one.place is place), None)
    town = at is not None and any(one.start > at and nearness.called_alike(one.place, known) for one in frame.places)
    away = nearness.km(place, known) if town and known.geo_precision < nearness.COARSE else None
    return away is not None and away <= nearness.SAME_KM


def _behind_act(frame: "Frame") -> bool:
    """Whether the place stands behind the act that is known; before it, it is where an officer serves."""
    act = next((one.start for one in frame.triggers if one.points_back), None)
    return act is not None and any(one.place is frame.where and one.start > act for one in frame.places)


def _only_points_back(frame: "Frame") -> bool:
    """Whether a frame speaks of an act that is known already, and has no number or day of its own."""
    return not (frame.figures or frame.title or frame.listed or frame.clause.link or frame.when != (None, None))


def _told_roughly(draft: "Draft", known: "Place") -> bool:
    """Whether the place of a draft is the one that its first words name, or the top of the article: else it is detail itself."""
    return any(one.where is known and (one.lede or one is draft.frames[0]) for one in draft.frames)


def _nearer(place: "Place", known: "Place") -> bool:
    """Whether a place is another one of the region of the place known, or near it, and no wider: «كابول» is no detail of its airport."""
    if place.geo_precision > known.geo_precision or place.name in known.name or nearness.may_be_one(place, known):
        return False
    away = nearness.km(place, known)
    return nearness.part_of_its_region(place, known) or (away is not None and away <= NEAR_KM)
