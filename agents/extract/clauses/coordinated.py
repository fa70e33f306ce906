"""Coordinated: where «و» behind a comma goes on to another act in another place («غارات على كذا، وقصف على كذا»)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.clauses.knownfor import code_of
from agents.extract.places import nearness
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.spans import any_inside, inside

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

_AND = re.compile(r"[،,]\s?(?=و)")
_IN = re.compile(r"و(?:في|ب)")
_OPEN = re.compile(  # what parts one breath from the next; not «ومقتل جندي، في اشتباكات بين الجيش، وعناصر الحزب، في كذا»
    r"[.:؛\n]|[،,](?!\s?(?:(?:في(?!\s(?:حين|وقت|ظل|المقابل))|خلال|اثر|جراء|نتيجه)\s|و(?:عناصر|مسلح|مقاتل|قوات|افراد)))"
)
# «و10 غارات على كذا»
SO_MANY = re.compile(rf"(?<!\S)و(?:[0-9]+|سلسله|عده|عشرات|(?:{FEW_BEGIN})[ا-ي]{{0,2}})\s")
_WHICH = re.compile(r"\s(?:حيث|ال[تذ]ي|الذين)\s")  # «وفي كذا التي قصفت»
_ACTS = VIOLENT | {"arrest", "abduct", "territory"}
_WHERE = frozenset(["in", "near", "bare"])  # cues of places where something happens
_DOES = 25  # characters from a verb to the act that is its object: «وألقى براميل»
_BACK = 300  # characters of the sentence before «و» in which the other act is told
_NEXT = 30  # characters from «وفي» to the place
_SOON = 60  # characters from that place to the act there


def links(
    text: str,
    sentences: Sequence[tuple[int, int]],
    hits: Mapping[str, Sequence[Hit]],
    acts: Sequence[Hit],
    places: Sequence["PlaceMention"],
) -> Iterator[Hit]:
    """Links, as hits of their lexicon, where a comma and «و» part two acts in two places that cannot be one.

    acts: words for acts and for people harmed, in order. None where words before them may take back what is told («نفى قصف كذا، …»).
    «غارات على حي كذا في مدينة كذا، وقصف على المدينة» is told of one place, so it stays one clause.
    """
    if len(places) < 2:
        return
    reject = hits.get("reject", ())
    for start, stop in sentences:
        if len(here := inside(places, start, stop)) < 2:
            continue
        opened = start  # where the part begins that is parted from the next
        for found in _AND.finditer(text, start, here[-1].start):
            at = found.end()
            before = [one for one in inside(places, max(opened, at - _BACK), at) if one.cue in _WHERE or one.cue == "of"]
            if not before or any_inside(reject, start, at) or not any(map(_tells, inside(acts, max(opened, at - _BACK), at))):
                continue
            if _is_aim(at, acts) or _is_further_harm(at, max(opened, at - _BACK), acts, before):
                continue
            told = _told_at(text, (opened, at), hits, acts)
            place = (
                _fronted(text, (at, stop), acts, hits.get("doing", ()), places)
                if told is None
                else _in_one_breath(text, told, stop, places)
            )
            if place is None or place.place.geo_precision >= nearness.COUNTRY:
                continue
            if told is not None:
                before = [one for one in before if one.cue in _WHERE]
            if before and all(_apart(one, place, fronted=told is None) for one in _finest(before)):
                yield Hit(at, at, "links", "new/more", "", at)
                opened = at


def _in_one_breath(text: str, told: int, stop: int, places: Sequence["PlaceMention"]) -> "PlaceMention | None":
    """The first place behind an act, before the next comma or stop."""
    ends = _OPEN.search(text, told, stop)
    return next((one for one in inside(places, told, ends.start() if ends else stop) if one.cue in _WHERE), None)


def _fronted(
    text: str, span: tuple[int, int], acts: Sequence[Hit], doing: Sequence[Hit], places: Sequence["PlaceMention"]
) -> "PlaceMention | None":
    """«وفي كذا سقطت قذائف», «وفي كذا دارت معارك»: the place right behind «و» of which a verb tells an act."""
    at, stop = span
    place = next(iter(inside(places, at, min(at + _NEXT, stop))), None) if _IN.match(text, at) else None
    if place is None or place.cue != "in" or any_inside(acts, at, place.start):
        return None
    act = next(iter(inside(acts, place.stop, min(place.stop + _SOON, stop))), None)
    if act is None or _WHICH.search(text, place.stop, act.start):
        return None
    return place if _is_verb(act) or any(not one.proclitic for one in inside(doing, place.stop, act.start)) else None


def _told_at(text: str, span: tuple[int, int], hits: Mapping[str, Sequence[Hit]], acts: Sequence[Hit]) -> int | None:
    """Where the words end by which an act, or people harmed, are told at «و»: «وقصف», «ومقتل», «وألقى براميل»; not «والقصف».

    «الهجوم على كذا، والهجوم على كذا»: but beside another known act of its kind.
    """
    opened, at = span
    first = next((one for one in inside(acts, at, at + 1) if _tells(one)), None)
    if first is not None:
        known = text.startswith("ال", at + 1) and code_of(first) in VIOLENT
        return None if known and not _is_next_of_kind(text, first, inside(acts, max(opened, at - _BACK), at)) else first.stop
    if many := SO_MANY.match(text, at):
        return next((one.stop for one in inside(acts, many.end(), many.end() + 1) if one.value.endswith("/noun") and _tells(one)), None)
    verb = next(iter(inside(hits.get("doing", ()), at, at + 1)), None)
    if verb is None:
        return None
    return next((one.stop for one in inside(acts, verb.stop, verb.stop + _DOES) if _tells(one)), None)


def _is_next_of_kind(text: str, one: Hit, before: Sequence[Hit]) -> bool:
    """«الهجوم على كذا في مارس، والهجوم على كذا في مايو»: whether a known act goes with one before it that the same words name."""
    on = (" علي ", " في ", " الذي ", " التي ")
    name = text[one.start + 1 : one.stop]
    return text.startswith(on, one.stop) and any(
        text[other.start : other.stop].lstrip("وبل") == name and text.startswith(on, other.stop) for other in before
    )


def _is_aim(at: int, acts: Sequence[Hit]) -> bool:
    """«عملية لتحرير كذا، وانتزاع كذا»: whether what is told before «و» is only what for."""
    last = next(reversed(inside(acts, at - _BACK, at)), None)
    return last is not None and last.kind == "event" and last.proclitic.startswith("ل")


def _is_further_harm(at: int, start: int, acts: Sequence[Hit], before: Sequence["PlaceMention"]) -> bool:
    """«أدت إلى مقتل خمسة، وإصابة عشرة في كذا»: whether people harmed at «و» fell with those right before it, of whom no place is told."""
    first, last = next(iter(inside(acts, at, at + 1)), None), next(reversed(inside(acts, start, at)), None)
    if first is None or last is None or first.kind == "event" or last.kind == "event" or not first.value.endswith("/masdar"):
        return False
    return before[-1].start < last.start


def _is_verb(one: Hit) -> bool:
    """Whether an act is told by a verb with nothing written onto it: «وفي كذا سقطت قذائف», «وفي كذا قتل خمسة»."""
    return not one.proclitic and not one.value.endswith(("/noun", "/means", "/masdar"))


def _tells(one: Hit) -> bool:
    """Whether a word tells of an act, or of people harmed, not of what it was done with."""
    return one.kind != "event" or (code_of(one) in _ACTS and not one.value.endswith("/means"))


def _apart(one: "PlaceMention", other: "PlaceMention", *, fronted: bool) -> bool:
    """Whether two places cannot be one; one on top of what is told there may lie in the other («في كذا، وفي حي كذا سقطت»)."""
    if fronted:
        return not (nearness.same(one.place, other.place) or _holds(other, one))
    return not nearness.may_be_one(one.place, other.place)


def _holds(whole: "PlaceMention", part: "PlaceMention") -> bool:
    """Whether a place is known to lie in another one."""
    return whole.place.geo_precision >= nearness.COARSE and None is not part.place.admin1 == whole.place.admin1


def _finest(places: Sequence["PlaceMention"]) -> Sequence["PlaceMention"]:
    """The places but the governorates and countries in which others of them lie."""
    fine = [one for one in places if one.place.geo_precision < nearness.COARSE]
    return fine or places
