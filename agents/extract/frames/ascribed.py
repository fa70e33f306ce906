"""Doers named by words: «على يد», «نفذته», «تبنت», «نسب إلى», «اتهم … بقصف»."""

from agents.extract.figures.doers import TAUGHT
from agents.extract.frames import rolewords as words
from agents.extract.frames.layers import Clause, Layers, any_inside, inside
from agents.extract.frames.seen import Seen
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit

_BY = 50  # characters between an act and «by»
_ACCUSERS = 90  # characters in which those who accuse stand, and the one they accuse
COUNTRY = 6  # geo_precision of a whole country


def by_cue(layers: Layers, clause: Clause, seen: Seen) -> str:
    """The rule by which words name an actor as the one who did it: accused, «على يد», «تبنى»; "" where none does."""
    after = seen.actor.stop
    if _accused(layers.text, clause, seen) or words.WHO.match(layers.text, after) or words.RELATIVE.match(layers.text, after):
        return "roles.by-cue"
    for cue in layers.cues("agents", clause):
        if cue.value.startswith("agent") and 0 <= seen.actor.start - cue.stop <= 25:
            if any_inside(layers.actors, cue.stop, seen.actor.start):
                continue  # «نفذته الجماعة على مركز للشرطة»: the first one named did it
            return "roles.by-cue" if _of_act(layers, seen, cue) else "roles.aside"
        if cue.value.startswith("claim") and (abs(cue.start - seen.actor.stop) <= 30 or 0 <= seen.actor.start - cue.stop <= 12):
            return "roles.claim"
    return ""


def is_accuser(layers: Layers, clause: Clause, seen: Seen) -> bool:
    """«اتهمت دمشق وموسكو، الاثنين، إسرائيل بشن ضربة»: an actor behind a word of accusing, and another before what that is accused of."""
    text, actor = layers.text, seen.actor
    accuses = search(words.ACCUSES, words.ACCUSED_BY, text, max(clause.start, actor.start - _ACCUSERS), actor.start)
    if not accuses or not words.JOINED.fullmatch(text, accuses.end(), actor.start):
        return False
    doing = words.DOING.search(text, actor.stop, min(clause.stop, actor.stop + _ACCUSERS))
    if doing is None:
        return False
    return any_inside(layers.actors, actor.stop, doing.start()) or any(
        one.place.geo_precision == COUNTRY for one in inside(layers.places, actor.stop, doing.start())
    )


def _of_act(layers: Layers, seen: Seen, cue: Hit) -> bool:
    """Whether «by» is said of an act: none stands before it, or one so near that nothing else is done in between."""
    if seen.behind is not None:
        return cue.start - seen.behind.stop <= _BY
    return not TAUGHT.search(layers.text, max(cue.start - 30, 0), cue.start)


def _accused(text: str, clause: Clause, seen: Seen) -> bool:
    """«اتهم الناطق التحالف بشن الغارة», «نسبت الغارة إلى التحالف»: the accused did it, by this account."""
    actor = seen.actor
    if search(words.ASCRIBED, words.ASCRIBED_BY, text, max(clause.start, actor.start - 90), actor.start):
        return True
    accused = search(words.ACCUSES, words.ACCUSED_BY, text, max(clause.start, actor.start - 120), actor.start)
    return bool(accused) and words.OF_DOING.match(text, actor.stop, min(clause.stop, actor.stop + 60)) is not None


def is_charged(text: str, start: int, stop: int) -> bool:
    """«تتهم واشنطن دمشق بقصف»: whether what stands here is accused of the act that follows at once."""
    return words.DOING.match(text, stop) is not None and bool(
        search(words.ACCUSES, words.ACCUSED_BY, text, max(start - _ACCUSERS, 0), start)
    )
