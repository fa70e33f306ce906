"""Known for: an older act, or a fight, that a place is known for («في مدينة كذا، حيث قتل 40 في تفجيرات الأسبوع الماضي»)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, VIOLENT
from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

OLDER, FIGHT = "earlier/where", "new/where"  # values of the links
_STRUCK = FROM_AFAR | {"assault"}  # «شنت غارات»
_WHERE = "حيث "
_SINCE = "منذ "
_COMPARED = 80  # characters before «since» in which it stands
_ENDS = ".\n؛"
_PLACE = 45  # characters from a place to «where»
_BEFORE, _BEHIND = 220, 170  # characters of the sentence on either side


def links(
    text: str,
    hurt: Sequence[Hit],
    events: Sequence[Hit],
    places: Sequence["PlaceMention"],
    hits: Mapping[str, Sequence[Hit]],
) -> list[Hit]:
    """Links where «where» tells whom another act harmed in the place right before it: on an older day, or in a fight there."""
    found: list[Hit] = []
    times = hits.get("time", ())
    for one in hurt:
        start = one.start - len(_WHERE)
        if one.proclitic or not text.startswith(_WHERE, start) or not any_inside(places, start - _PLACE, start):
            continue
        opens = max([start - _BEFORE, *(text.rfind(end, max(start - _BEFORE, 0), start) + 1 for end in _ENDS)])
        stop = min([one.stop + _BEHIND, *(at for end in _ENDS if (at := text.find(end, one.stop, one.stop + _BEHIND)) >= 0)])
        acts = [code_of(each) for each in inside(events, opens, start) if _is_act(each)]
        own = [code_of(each) for each in inside(events, one.stop, stop) if _is_act(each)]
        if not own or own[0] not in VIOLENT:
            continue
        if _long_ago(text, times, one.stop, stop):
            found.append(Hit(start, start, "links", OLDER, "", start))
        elif own[0] == "clash" and acts and acts[-1] in FROM_AFAR and _STRUCK.issuperset(acts):
            found.append(Hit(start, start, "links", FIGHT, "", start))
    return found


def place_of(layers: Layers, clause: Clause) -> "PlaceMention | None":
    """The place of which a clause that begins with «where» tells; of one that begins with «since», that of what is held against it."""
    if layers.text.startswith(_SINCE, clause.start):  # «الأعنف في كذا منذ تفجير أوقع»
        opens = max(layers.sentences[clause.sentence][0], clause.start - _COMPARED)
        return next(reversed(inside(layers.places, opens, clause.start)), None)
    if not layers.text.startswith(_WHERE, clause.start):
        return None
    return next(reversed(inside(layers.places, clause.start - _PLACE, clause.start)), None)


def _long_ago(text: str, times: Sequence[Hit], start: int, stop: int) -> bool:
    """Whether a time is told that is past for long: «الأسبوع الماضي», «الشهر الماضي»."""
    return any(text.find(" الماضي", one.start, one.stop + 8) >= 0 and _is_long(text, one) for one in inside(times, start, stop))


def _is_long(text: str, one: Hit) -> bool:
    return any(text.find(word, one.start, one.stop) >= 0 for word in ("اسبوع", "شهر", "عام", "سنه"))


def code_of(hit: Hit) -> str:
    """The code of what a word of an act says."""
    return hit.value.partition("/")[0]


def _is_act(hit: Hit) -> bool:
    return not hit.value.endswith("/means")
