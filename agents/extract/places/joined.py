"""Joined: unknown names that «and» joins to the first of several places («قرى الحويز والجلمة وكفر نبودة», «بلدتي كذا وكذا»)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agents.extract.places.placecues import DIRECTIONS, Cues
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import covered, first_from

RULE = "place.joined"  # of such a name: people counted in several places that no list knows fell in one act, ground is taken in each
_MOST = 12  # names of one list
_LINK = re.compile(r"[\"»]?(?:\s?[،,]\s(?:و(?!ادي))?|\sو)[\"«]?(?=[\u0621-\u064a]{3})")
_AND = re.compile(r"[\"»]?\sو[\"«]?[\u0621-\u064a]{3}|[\"»]?\s?[،,]\s[\"«]?(?:ال|و)[\u0621-\u064a]{3}")
_WORD = re.compile(r"([\u0621-\u064a]{2,})(?:\s([\u0621-\u064a]{2,}))?")
_HELD = re.compile(  # what says where they lie, or how they were taken
    rf"[\"»]?\s?[،,]?\s\(?(?:في\s|ب(?:ريف|محافظ|مديري|قضاء|ناحي|منطق|سهل|ال)|(?:{'|'.join(DIRECTIONS)})\s|قرب\s|من\s(?:ايدي|يد|قبضه|سيطره)\s)"
)
_NOUN_OF = frozenset(
    ["علي", "الي", "نحو", "عن", "مع", "باتجاه", "لدي", "بين"]
)  # «والسيطرة على», «والتقدم نحو»: the word before them is no name
_ADJECTIVE = re.compile(r"\w+(?:يه|يين|يون|ات|تين|تان)")
_ACTS = ("event", "harm", "doing", "split", "attribution", "reject", "force", "victim", "time", "bound")


class Listed(NamedTuple):
    """Listed places of a text: where they begin, in order, and where the one that begins at a point ends."""

    starts: Sequence[int]
    ends: Mapping[int, int]


def listed_at(spans: Sequence[tuple[int, int]]) -> Listed:
    """Of the spans of listed places."""
    ends = dict(spans)
    return Listed(sorted(ends), ends)


def goes_on(text: str, stop: int) -> bool:
    """Whether «and» or a comma joins one more word to a name that ends here."""
    return _AND.match(text, stop) is not None


def names(
    text: str,
    at: int,
    cues: Cues,
    *,
    hits: Mapping[str, Sequence[Hit]],
    listed: Listed,
    taken: Sequence[tuple[int, int]],
    two: bool,
) -> Iterator[tuple[int, int]]:
    """Spans of the unknown names of a list, whose first name ends at ``at``; listed ones among them are passed over.

    hits: of the matcher, by kind: what they hold is no name. taken: spans of actors, in order. two: there are only two, so that the word
    behind «and» names the second.
    """
    for _ in range(1 if two else _MOST):
        link = _LINK.match(text, at)
        if link is None:
            return
        start = link.end()
        comma = "،" in link.group() or "," in link.group()
        if start in listed.ends:
            at = listed.ends[start]
            continue
        stop = _name(text, start, cues, comma=comma, two=two)
        if not stop or covered(taken, start) or _is_other(hits, start - 1, stop):
            return
        following = bisect_right(listed.starts, start)
        if following < len(listed.starts) and listed.starts[following] < stop:
            return
        yield start, stop
        at = stop


def _name(text: str, start: int, cues: Cues, *, comma: bool, two: bool) -> int:
    """Where the name that begins here ends; 0 where none does.

    comma: one stands before it, so that it must look like a name; two: it is the second of two.
    """
    found = _WORD.match(text, start)
    if found is None:
        return 0
    name, following = found.groups()
    bare = name.removeprefix("ال")
    if {name, bare, name[1:]} & cues.not_names or name in cues.words or bare in cues.words:
        return 0
    if name in cues.halves or _is_whole(text, found, cues, comma=comma):
        return found.end(2) if following is not None and following not in cues.not_names else 0
    if following in _NOUN_OF or (_ADJECTIVE.fullmatch(name) and not two):
        return 0
    sure = name.startswith("ال") or (not comma and not name.endswith("ت"))
    return found.end(1) if sure and (_led_on(text, found.end(1)) or ((two or name.startswith("ال")) and not comma)) else 0


def _is_whole(text: str, found: re.Match[str], cues: Cues, *, comma: bool) -> bool:
    """«وحزم العديد», «وعيل طير»: whether the two words together are a name."""
    name, following = found.groups()
    if following is None or name.startswith("ال") or following in cues.words or following in _NOUN_OF or _ADJECTIVE.fullmatch(following):
        return False
    return following.startswith("ال") or (not comma and _led_on(text, found.end(2)))


def _led_on(text: str, stop: int) -> bool:
    """Whether the list goes on behind a name, or words that say where all its places lie."""
    return goes_on(text, stop) or _HELD.match(text, stop) is not None


def _is_other(hits: Mapping[str, Sequence[Hit]], start: int, stop: int) -> bool:
    """Whether another lexicon knows a word of the span: a verb, a noun of an act, people."""
    for kind in _ACTS:
        known = hits.get(kind, ())
        at = first_from(known, start)
        if at < len(known) and known[at].start < stop:
            return True
    return False
