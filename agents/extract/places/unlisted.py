"""Places that the gazetteer does not hold: unknown names after class words, and borders between two countries."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agents.extract.places import joined
from agents.extract.places.placecues import Around, Cues, around, is_verb
from agents.extract.words.fold import Folded
from agents.extract.words.lexicon import Hit
from streams.records import Place

_NAME = re.compile(r"[^\S\n]+[\"«]?((?:[\u0621-\u064a]{2,}))[\"»]?(?:[^\S\n]+([\u0621-\u064a]{2,}))?")
# what a name follows more often than an adjective
_STRONG = frozenset(["town", "village", "admin2", "camp", "base", "mountain", "quarter"])
_LOOSE = frozenset(["quarter", "admin2", "region", "mountain"])  # of several of these an adjective says which
_DUAL = frozenset(["تي", "يي", "تا", "يا"])  # ends of «بلدتي», «حيي», «قريتا»
_OPENS = re.compile(r"[^\S\n]+[\"«]?")
_TOLD = re.compile(  # verbs, «للـ», adjectives, «مختار قرية برصاص مسلحين»: no names
    r"[يت]\w+(?:ها|هم|وا|ون)|\w{2,}ت(?:ها|هم)|لل\w+|و\w{5,}|\w+يه|ب(?:رصاص|نيران|قصف|انفجار|هجوم|غار|قذ|عبو|صاروخ|صواريخ|سلاح|طلق|شكل|سبب|واسط|حضور)\w*"
)
_OF_IT = re.compile(r"(?!ال)\w{3,}(?:ها|هم)")  # «بلدة اقتحمها التنظيم»: a verb that takes the class word up again
_HELD = re.compile(
    r"[\"»]?\s+(?:في |ب)(?:محافظ|مدين|ريف|مديري|قضا|ولاي|منطق|ناحي|ال)"
    r"|[\"»]?[،,]?\s+\(?(?:شمال|جنوب|شرق|غرب|قرب|التابع|القريب|المجاور)"
)
_MOUND = "تل"  # a hill, of which villages are called
_PRECISION = {"admin1": 3, "admin2": 3}  # all governorates are listed: what else is called one is a district
_BORDER = re.compile(r"الحدود (?:الفاصله )?(?:بين )?")


class Unlisted(NamedTuple):
    """The fields of a PlaceMention."""

    start: int
    stop: int
    place: Place
    cue: str
    rule: str


def unlisted(
    folded: Folded,
    hits: Mapping[str, Sequence[Hit]],
    cues: Cues,
    free: Sequence[tuple[int, int]],
    taken: Sequence[tuple[int, int]],
) -> Iterator[Unlisted]:
    """Names after class words that no listed place covers, and those that «and» joins to the first of several.

    The name has an article, a head («تل»), quotes, a governorate after it, or the class word is one that seldom stands before an
    adjective. hits: of the matcher, by kind. free, taken: spans of listed places, of names that only hold one.
    """
    spans, listed, names = sorted((*free, *taken)), joined.listed_at(free), sorted(taken)
    for hit in hits.get("place-class", ()):
        if hit.proclitic.endswith(("ال", "لل")) or _inside(hit.start, spans) or is_verb(folded.clean, hit.start):
            continue
        several = folded.text[hit.entry_start : hit.stop] in cues.several
        first = _named(folded, hit, cues, spans, several=several)
        before = around(folded, hit.entry_start, hit.proclitic, cues) if first is not None or several else Around()
        cue = "in" if before.cue in ("bare", "metonym") else "bare" if before.cue == "from" else before.cue
        if first is not None:
            yield _place(folded, hit, *first, cue)
        if several:
            begun = first or _listed(_OPENS.match(folded.text, hit.stop), listed)
            two = folded.text[hit.stop - 2 : hit.stop] in _DUAL
            further = joined.names(folded.text, begun[1], cues, hits=hits, listed=listed, taken=names, two=two) if begun else ()
            like = cue if first else before.cue  # as near to the act as the first
            yield from (_place(folded, hit, *one, like)._replace(rule=joined.RULE) for one in further)


def _place(folded: Folded, hit: Hit, start: int, stop: int, cue: str) -> Unlisted:
    """An unknown place of the kind that a class word says."""
    place = Place.made(name=folded.clean[start:stop], geo_precision=_PRECISION.get(hit.value, 1))
    return Unlisted(start, stop, place, cue, "place.unlisted")


def _listed(opened: re.Match[str] | None, listed: joined.Listed) -> tuple[int, int] | None:
    """The span of the listed place that begins right behind a class word."""
    if opened is None or opened.end() not in listed.ends:
        return None
    return opened.end(), listed.ends[opened.end()]


def _named(folded: Folded, hit: Hit, cues: Cues, spans: Sequence[tuple[int, int]], *, several: bool) -> tuple[int, int] | None:
    """The span of the unknown name behind a class word. several: that is one of several places."""
    found = _NAME.match(folded.text, hit.stop)
    if found is None or _inside(found.start(1), spans):
        return None
    name, following = found.groups()
    verb = several and name.startswith("و") and name not in cues.halves  # «سيطر على بضع بلدات وأعدم»
    verb = verb or _OF_IT.fullmatch(name) is not None
    half = name in cues.halves
    begins = half and (name == _MOUND or (name in cues.words and cues.words[name].kind == "name"))  # «قرية أم صهريج», «قرية تل الطويل»
    if verb or name in cues.not_names or name[1:] in cues.not_names or (not begins and (name in cues.words or name[1:] in cues.words)):
        return None
    stop = found.end(1)
    if half:
        if following is None or following in cues.not_names or following.startswith("بال"):
            return None
        stop = found.end(2)
    elif (several and hit.value in _LOOSE and not joined.goes_on(folded.text, stop)) or not (  # «أحياء المعارضة», «مناطق النفوذ»
        name.startswith("ال")
        or (_HELD.match(folded.text, stop) and not name.startswith("لل"))  # «معسكر للجيش في المحافظة»
        or folded.text[found.start(1) - 1] in '"«'
        or (hit.value in _STRONG and not _inside(found.start(1) + 1, spans) and (not _TOLD.fullmatch(name) or _agrees(name, following)))
    ):
        return None
    elif following and following.startswith("ال") and not name.startswith("ال") and _extends(following, cues):
        stop = stop if _inside(found.start(2), spans) else found.end(2)  # «قرن الصابحية»
    return found.start(1), stop


def _agrees(name: str, following: str | None) -> bool:
    """«بلدة أوشنافية الكردية»: whether an adjective with the article follows, by which the word before it is a name and none itself."""
    adjective = following is not None and following.startswith("ال") and following.endswith("يه")
    return adjective and name.endswith("يه") and not name.startswith("ال")


def _extends(word: str, cues: Cues) -> bool:
    """Whether a word may be the second half of a name."""
    return word not in cues.not_names and not _TOLD.fullmatch(word) and not word.endswith("ي")


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, sorted, covers a point."""
    index = bisect_right(spans, (at, at + 10_000))
    return any(start <= at < stop for start, stop in spans[max(0, index - 3) : index])


_NEAR_IT, _LONGEST = (" قرب ", " القرب من ", " بالقرب من ", " قباله ", " بمحاذاه ", " القريبه من ", " القريب من "), 14


def borders(folded: Folded, adjectives: Sequence[Hit], listed: Sequence[tuple[int, int, Place]], lead: str | None) -> Iterator[Unlisted]:
    """«الحدود السورية العراقية», «الحدود بين غزة وإسرائيل»: a border, in the first country named.

    «قرية قرب الحدود التركية»: what lies near one is on this side of it. lead: the country that most of the text speaks of.
    """
    if "الحدود" not in folded.text:
        return
    by_start = {hit.start: hit for hit in adjectives}
    starts = {start: (stop, place) for start, stop, place in listed}
    for found in _BORDER.finditer(folded.text):
        if found.end() in starts and "بين" in found.group():
            stop, place = starts[found.end()]
            stop = starts[stop + 2][0] if folded.text[stop : stop + 2] == " و" and stop + 2 in starts else stop
            update = {"name": folded.clean[found.start() : stop], "lat": None, "lon": None, "place_id": None, "geo_precision": 5}
            yield Unlisted(found.start(), stop, place.model_copy(update=update), "near", "place.border")
        elif found.end() in by_start and "بين" not in found.group():
            first = by_start[found.end()]
            second = by_start.get(first.stop + 1)
            stop = second.stop if second else first.stop
            before = folded.text[max(found.start() - _LONGEST, 0) : found.start()]
            country = lead if lead and second is None and before.endswith(_NEAR_IT) else first.value
            place = Place.made(name=folded.clean[found.start() : stop], country=country, geo_precision=5)
            yield Unlisted(found.start(), stop, place, "near", "place.border")
