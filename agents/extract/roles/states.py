"""States that act: countries and capitals that stand for a government, and nations that words of acts and weapons name."""

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from agents.extract.actors.register import armed_of
from agents.extract.places.facts import OCCUPIED
from agents.extract.places.nearness import COUNTRY
from agents.extract.roles import accused
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of, listed

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.places.mention import PlaceMention

Span = tuple[int, int, str]  # start, stop, actor id
_ACTS = frozenset(["air", "shell", "strike", "aircraft", "guns", "assault", "clash", "raid", "advance"])  # of acts with a nationality
_FIRES = frozenset(["air", "shell", "strike", "shooting"])  # of verbs that have what is fired for their object
_BARE = frozenset(["bare", "away"])  # cues of names of which nothing is said
_BORDER = re.compile(  # «على الحدود مع سوريا», «معبر القائم مع سوريا»
    r"(?:حدود\w*|متاخم\w*|محاذي\w*|مجاور\w*)\s(?:مع\s|ل)?(?:\S+\s)?و?$|معبر\s(?:[^\s،,.:]+\s){1,3}مع\s$"
)
_OPENS = re.compile(rf"(?:^|[.\n:،\"«]\s*|(?<!\S)[وف]?(?:{any_of('forces', 'opening')})\s)[وف]?$")
_OF_VERBS = ("/verb", "/now", "/counted", "/counts")
_HARMS = ("killed/verb", "wounded/verb", "killed/active", "wounded/active")
_NO_OBJECTS = frozenset(["arrest", "handover", "agreement"])  # codes of acts on people or between them: no city is arrested
_LAUNCHES = re.compile(r"[وف]?ت?شنت?(?:ها|ه|هما)?")  # «شنت أنقرة»: a city is no object of it
_LAUNCHING = "شن"  # before a state, which is feminine, a noun: «بعد شن واشنطن غارات»
_AND_FRIENDS = re.compile(r"\sوحلفا(?:ءها|ؤها|ئها|وها)\s(?:قد\s)?")  # «واشنطن وحلفاؤها استهدفوا»
_ANSWERED = ("ردت ", "ترد ")
_WITH = re.compile(r"\s(?:[^\s،,.:؛]+\s){0,2}?ب(?:غار|قصف|ضرب|اطلاق|هجوم|هجمات|شن|استهداف)")  # «ردت واشنطن بغارات»
_BETWEEN, _NAME = " بين ", 40  # characters of the name of the first of two
_ACT = 20  # characters of a word for an act before a city
_EACH = " كل من "  # before the names of those who act together: «نفذت كل من واشنطن ولندن»
_BODIES = listed("forces", "body")
_RULING = re.compile(r"[\"»]?\s((?:ال)?حكومي(?:ه)?)(?![\u0621-\u064a])")  # «القصف الحكومي»: of whoever governs the land that is spoken of
_WAS, _ALREADY = "كانت ", "قد "  # «وكانت أنقرة قد شنت», «أنقرة كانت شنت»: the verb of a state, which is feminine
_FEMININE = re.compile(r"(?![وف]?ت?تسلم)[وف]?(?:ت\S+|\S+ت)")  # who is handed people over did nothing


def acting(
    text: str,
    hits: Mapping[str, Sequence[Hit]],
    places: Sequence["PlaceMention"],
    capitals: Container[str],
    dates: Sequence["DateMention"],
    *,
    country: str = "",
) -> list[Span]:
    """The states that a text makes actors, and where.

    hits: by kind. capitals: folded names of cities that may stand for a state. country: what most of the text speaks of.
    """
    days = {one.stop: one.start for one in dates}
    return (
        _named(text, places, capitals)
        + _second(text, hits, places)
        + _of_weapons(text, hits)
        + _of_government(text, hits, country)
        + _of_verbs(text, hits, places, capitals, days)
    )


def _second(text: str, hits: Mapping[str, Sequence[Hit]], places: Sequence["PlaceMention"]) -> list[Span]:
    """«اتفاق بين الحركة وإسرائيل», «اشتباكات بين الحزب وتركيا»: countries as the second of two, of whom the first is a force.

    Not as the first: who fights whom is mostly told elsewhere then.
    """
    found: list[Span] = []
    for one in places:
        if one.place.geo_precision != COUNTRY or not one.place.country or not text.endswith(" و", 0, one.start):
            continue
        first = inside(hits.get("actor", ()), one.start - _NAME, one.start - 1)[-1:]
        if not first or first[0].stop != one.start - 2 or not text.endswith(_BETWEEN, 0, first[0].start):
            continue
        opens = first[0].start - len(_BETWEEN)
        if any(opens - _ACT <= act.stop <= opens for act in inside(hits.get("event", ()), opens - 2 * _ACT, opens)):
            found.append((one.start, one.stop, f"gov:{one.place.country}"))
    return found


def _of_government(text: str, hits: Mapping[str, Sequence[Hit]], country: str) -> list[Span]:
    """«القصف الحكومي», «هجمات حكومية»: the government of the country that a text speaks of, where an act is called its own."""
    if not country or country in OCCUPIED or "حكومي" not in text:
        return []
    acts = (one for one in hits.get("event", ()) if one.value.endswith("/noun") and one.value.split("/")[0] in _ACTS)
    found = (_RULING.match(text, one.stop) or _RULING.search(text, one.start, one.stop) for one in acts)  # «هجوم حكومي واسع»
    return [(*one.span(1), f"gov:{country}") for one in found if one is not None]


def _named(text: str, places: Sequence["PlaceMention"], capitals: Container[str]) -> list[Span]:
    """Countries, and capitals that stand for theirs, where no preposition makes them a place, and those accused of an act."""
    return [
        (one.start, one.stop, f"gov:{one.place.country}")
        for one in places
        if one.place.country
        and (
            one.cue == "metonym"
            or (one.cue in _BARE and accused.is_charged(text, one.start, one.stop))
            or accused.is_charged_to(text, one.start, one.stop)
        )
        and (one.place.geo_precision == COUNTRY or text[one.start : one.stop] in capitals)
        and not _BORDER.search(text, max(one.start - 30, 0), one.start)
        and not _is_body(text, one.start)
    ]


def _is_body(text: str, at: int) -> bool:
    """«جامعة دمشق», «بنك الخرطوم»: whether what is called by a state or its capital stands right before it."""
    return text[text.rfind(" ", 0, at - 1) + 1 : at - 1].lstrip("وفبل").removeprefix("ال") in _BODIES


def _of_weapons(text: str, hits: Mapping[str, Sequence[Hit]]) -> list[Span]:
    """The nationalities of acts and weapons, which name who acts: «غارة إسرائيلية», «صاروخين سوريين»."""
    acts = (one for one in hits.get("event", ()) if not one.value.endswith(("/verb", "/now")))  # «هاجموا الفلسطينيين»: whom, not who
    stops = {one.stop for one in acts if one.value.split("/")[0] in _ACTS}
    return [
        (one.start, one.stop, armed_of(one.value))
        for one in hits.get("country-adj", ())
        if {one.start - 1, one.start - 2} & stops or _word_before(text, one.start) in stops
    ]


def _word_before(text: str, start: int) -> int:
    """«قصف جوي ومدفعي تركي»: where the words end that a joint adjective before an offset goes on from; -1 where none does.

    «هجمات وسط مالي» have none.
    """
    at = text.rfind(" ", 0, start - 1)
    return at if at >= 0 and text[at + 1] == "و" and not text.startswith("وسط ", at + 1) else -1


def _of_verbs(
    text: str,
    hits: Mapping[str, Sequence[Hit]],
    places: Sequence["PlaceMention"],
    capitals: Container[str],
    days: Mapping[int, int],
) -> list[Span]:
    """Countries that do what the verb beside them says («إسرائيل تقصف», «قصفت تركيا»), and by whom it was done («نفذتها واشنطن»).

    days: where the days of a text end, and begin: «قصفت أمس تركيا».
    """
    told = [one for one in hits.get("event", ()) if one.value.endswith(_OF_VERBS)]
    told += [one for one in hits.get("harm", ()) if one.value.startswith(_HARMS)]  # «إسرائيل قتلت خمسة»
    verbs = [one for one in told if _of_state(text[one.start : one.stop], one)]
    doers = hits.get("agents", ())
    starts = {one.start - 3 * text.endswith("قد ", 0, one.start) for one in verbs}
    starts |= {one.start for one in doers if one.value.startswith("claim")}
    stops = {one.stop: one for one in verbs if " " not in text[one.start : one.stop]}  # behind the others their object is told
    by = {
        one.stop for one in doers if one.value.startswith(("agent", "claim", "blamed")) and not text.startswith("من ", one.start)
    }  # not «المحتل من قبل إسرائيل»
    did = [one for one in hits.get("doing", ()) if one.value == "did" and _feminine(text[one.start : one.stop])]
    begun_at = {one.start for one in (*verbs, *did)}
    blamed = {one.stop for one in doers if one.value.startswith("blamed")}  # «أصابع الاتهام إلى إسرائيل» leads nowhere
    until = {start: stop for stop, start in days.items()}
    objects = hits.get("targets", ())
    done = {one.stop for one in did}
    leads = blamed | done  # behind these a name has no cue of its own: «أطلقت إسرائيل»
    launching = {one.stop for one in told if text[one.start : one.stop].lstrip("وفب") == _LAUNCHING}
    begins = {one.start for one in told}
    found: list[Span] = []
    joined = -1  # where the name begins that acts and is joined to the one before it: «واشنطن ولندن تقصفان»
    for one in reversed(places):
        state = one.place.geo_precision == COUNTRY
        if one.cue == "metonym" and state:
            joined = one.start  # _named() has it
        each = len(_EACH) - 1 if text.endswith(_EACH, 0, one.start) else 0
        begin = one.start - each  # where the name begins with «each of» before it, which takes the place of its cue
        if (
            (one.cue not in _BARE and not each and begin - 1 not in leads)
            or not one.place.country
            or not (state or text[one.start : one.stop] in capitals)
        ):
            continue
        behind = days.get(begin - 1, begin)
        begun = stops.get(behind - 1)
        if begun is not None and not (state or _only_acts(text, begun) or _before_any(objects, until.get(one.stop + 1, one.stop))):
            begun = None  # «قصفت دمشق» may be what was bombed, «قصفت أنقرة أمس مواقع» not
        if (
            (one.stop + 1 in starts and (state or _is_subject(text, one, hits)))
            or begin - 1 in by | done
            or behind - 1 in done
            or _past_day(text, begin, days) in by
            or begin - 1 in launching
            or ((friends := _AND_FRIENDS.match(text, one.stop)) is not None and friends.end() in begins)
            or _was_doing(text, one, begun_at)
            or (text.endswith(_ANSWERED, 0, one.start) and _WITH.match(text, one.stop))
            or (begun is not None and _OPENS.search(text, max(begun.start - 10, 0), begun.start))
            or (state and one.stop == joined - 2 and text[joined - 1] == "و")
        ):
            found.append((one.start, one.stop, f"gov:{one.place.country}"))
            joined = one.start
    return found + _joined(text, places, capitals, found)


def _past_day(text: str, at: int, days: Mapping[int, int]) -> int:
    """«شنتها، يوم الأحد، واشنطن»: where the word ends before a day that commas set off right before an offset; -1 where none is."""
    day = days.get(at - 2) if text.endswith("، ", 0, at) else None
    return day - 2 if day is not None and text.endswith("، ", 0, day) else -1


def _of_state(words: str, verb: Hit) -> bool:
    """«قصفت», «أطلقت صواريخ»: whether a verb, or one with what it fires, may be one of a state."""
    first, _, more = words.partition(" ")
    return _feminine(first) and (not more or verb.value.partition("/")[0] in _FIRES)


@lru_cache(maxsize=4096)
def _feminine(verb: str) -> bool:
    """Whether a verb may be one of a state, which is feminine."""
    return _FEMININE.fullmatch(verb) is not None


def _joined(text: str, places: Sequence["PlaceMention"], capitals: Container[str], acting: Sequence[Span]) -> list[Span]:
    """«اتفقت موسكو وأنقرة»: states that «and» joins to one that acts, right behind it."""
    stops = {stop for _, stop, _ in acting}
    starts = {start for start, _, _ in acting}
    return [
        (one.start, one.stop, f"gov:{one.place.country}")
        for one in places
        if one.start - 2 in stops
        and text[one.start - 1] == "و"
        and one.start not in starts
        and one.cue in _BARE
        and one.place.country
        and (one.place.geo_precision == COUNTRY or text[one.start : one.stop] in capitals)
    ]


def _only_acts(text: str, verb: Hit) -> bool:
    """«شنت أنقرة», «اعتقلت طهران»: whether a city behind a verb can be no object of it."""
    return verb.value.partition("/")[0] in _NO_OBJECTS or _LAUNCHES.fullmatch(text, verb.start, verb.stop) is not None


def _before_any(hits: Sequence[Hit], stop: int) -> bool:
    """Whether one of the words begins right behind an offset."""
    return any_inside(hits, stop + 1, stop + 2)


def _was_doing(text: str, state: "PlaceMention", verbs: Container[int]) -> bool:
    """«وكانت أنقرة قد شنت», «أنقرة كانت شنت»: whether «was» makes a state the subject of a verb. verbs: where they begin."""
    was = text.startswith(_WAS, state.stop + 1)
    if not was and not text.endswith((f" {_WAS}", f"و{_WAS}", f"ف{_WAS}"), 0, state.start):
        return False
    at = state.stop + 1 + len(_WAS) * was
    return at + len(_ALREADY) * text.startswith(_ALREADY, at) in verbs


def _is_subject(text: str, city: "PlaceMention", hits: Mapping[str, Sequence[Hit]]) -> bool:
    """«أنقرة تقصف مواقع»: whether a city is the subject of the verb behind it: no act is «of» it, nobody follows («دمشق قصفت القوات»)."""
    acts = hits.get("event", ())
    verb = next(iter(inside(acts, city.stop + 1, city.stop + 2)), None)
    if verb is None or any(one.stop == city.start - 1 for one in inside(acts, city.start - _ACT, city.start)):
        return False
    return not any(any_inside(hits.get(kind, ()), verb.stop + 1, verb.stop + 2) for kind in ("actor", "force"))
