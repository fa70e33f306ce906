"""Places of a text: names of the gazetteer and unknown names after class words, each with what the words around it make of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass

from agents.extract import lockstep
from agents.extract.lockstep import Steps
from agents.extract.places import bykind, cities
from agents.extract.places.gazetteer import SEAT, Gazetteer, Spot
from agents.extract.places.holders import mark, placed
from agents.extract.places.lands import kingdom, lands, parts
from agents.extract.places.listed import PRECISION, Listed, by_full_name, opens_line
from agents.extract.places.mention import PlaceMention
from agents.extract.places.namesakes import meant
from agents.extract.places.placechoice import SETTLED, Named, behind_and, weighed
from agents.extract.places.placecues import Cues, around, is_bank, lies_by, of_press
from agents.extract.places.unlisted import borders, unlisted
from agents.extract.places.wordlike import LAND, allowed, of_act, spoken_of, stands
from agents.extract.words.fold import Folded
from agents.extract.words.lexicon import Hit
from agents.extract.words.often import often
from agents.extract.words.wordlists import listed

_TEMPORARY = " المؤقته"  # «العاصمة اليمنية المؤقتة» is another city
_OF_PERSON = (" بن ", " المتحدث باسم ", " الناطق باسم ")  # behind the last name of a person
_SECOND = re.compile(r" ((?!لل|بال|وال|ب?من\b|علي\b|الي\b|عن\b|في\b)[\u0621-\u064a]{3,})")  # the second half of a name
_COUNTED = (" الاف ", " الف ", " مئات ", " عشرات ")  # «4 آلاف جنين»: what stands behind is counted
_SIGNED = re.compile(r"^[^\n(]{2,80}\([A-Za-z. ]{2,12}\)(?= ?[-–—:])", re.MULTILINE)  # «…، … (AFP) –»: where the desk is, not what happened
# «مقيم مصري», «عمال سوريون»: people of whom the nation says little of where something happened
_GUESTS = tuple(the + one for one in sorted(listed("homes", "abroad")) for the in ("", "ال"))
_GUEST_REACH = 14  # characters before their nation in which such a word begins
_DESK = re.compile(r"\([A-Za-z. ]{2,12}\) ?[-–—:]")  # begins with a sign, so that it is searched fast; few texts have it


@dataclass(slots=True)
class Places:
    """What is needed to find places: the gazetteer and the cues."""

    gazetteer: Gazetteer
    cues: Cues

    @classmethod
    def load(cls) -> "Places":
        """Both from the seeds."""
        return cls(Gazetteer.load(), Cues.load())

    def find(
        self, folded: Folded, hits: dict[str, list[Hit]], title_stop: int = 0, taken: Sequence[tuple[int, int]] = ()
    ) -> Steps[list[PlaceMention]]:
        """The places of a text in order.

        hits: of one matcher with ``gazetteer.entries()``. title_stop: where the title ends. taken: spans of names that only hold a
        place («تنظيم ولاية سيناء»), in order.
        """
        acts = {one.stop for one in hits.get("event", ())}
        months = {one.stop for one in hits.get("time", ()) if one.value.startswith("month")}
        signed = _signed(folded.text)
        named = [
            one
            for one in self._named(folded, hits.get("place", ()), taken, acts)
            if (one.around.klass or one.hit.stop not in months or folded.clean[one.hit.entry_start] == "إ")  # «إب» is no «آب»
            and not (signed and any(start <= one.hit.start < stop for start, stop in signed))
        ]
        yield lockstep.SPOTS
        speak = [one for one in hits.get("country-adj", ()) if not _of_guests(folded.text, one.start)]
        told = weighed(named, speak, title_stop, hits.get("actor", ()))
        named = [one for one in named if not one.asks or spoken_of(one, told)]
        named = _spelt_alike(named, folded.text)
        lead = max(told.countries, key=lambda country: told.countries[country], default=None)
        acts |= {one.stop for one in hits.get("country-adj", ())}
        found: list[PlaceMention] = []
        spots: list[Spot] = []
        names = Listed(self.gazetteer, self.cues, folded, title_stop)
        for one, spot in zip(named, meant(named, told), strict=True):
            if spot is not None:
                mention = names.of(one, spot)
                if one.around.cue == "border" and self.gazetteer.stops.get(folded.text[one.hit.entry_start : one.hit.stop]) == "cue":
                    mention = by_full_name(mention, found)
                state = mention.cue == "bare" and (
                    names.governs(one, spot, found[-1] if found else None)
                    or (spot.country != lead and names.stands_for_state(one, spot, acts))
                )
                found.append(mention._replace(cue="away") if state else mention)
                spots.append(spot)
        mark(folded.text, found, spots, acts)
        yield lockstep.UNLISTED
        free = [*((one.start, one.stop) for one in found), *signed]
        unknown = unlisted(folded, hits, self.cues, free, taken)
        known = [(one.start, one.stop, one.place) for one in found]
        adjectives = hits.get("country-adj", ())
        countries = {one.place.country: one.place for one in found if one.place.country and one.place.geo_precision == PRECISION["country"]}
        further = (
            *unknown,
            *borders(folded, adjectives, known, lead),
            *lands(folded, adjectives, self.cues, countries, acts),
            *kingdom(folded, adjectives, countries),
            *parts(folded, adjectives, self.cues, found, told.countries),
        )
        extra = [PlaceMention(*one) for one in further]
        longer = {one.stop: one.start for one in extra if one.rule == "place.unlisted"}  # «قرية تل الطويل» is not «الطويل»
        extra += cities.called(folded, self.cues, found, spots, extra)
        extra += bykind.called(folded.text, [*found, *extra])
        found = [one for one in found if longer.get(one.stop, one.start) >= one.start] if longer else found
        return placed(folded.text, found, extra, lead)

    def _named(self, folded: Folded, hits: Sequence[Hit], taken: Sequence[tuple[int, int]], acts: Set[int]) -> list[Named]:
        text, found, taken_starts = folded.text, list[Named](), [start for start, _ in taken]
        people: set[str] = set()  # names that are those of people in this text
        spelt = " على " in folded.clean  # so that «علي» is a name
        for hit in filter(lambda one: one.value, hits):
            name = self.gazetteer.named(text[hit.entry_start : hit.stop])
            if hit.proclitic and (hit.proclitic.endswith(("ال", "لل")) or "س" in hit.proclitic):
                continue
            other = text.endswith(_COUNTED, 0, hit.start) or (SEAT in hit.value and text.startswith(_TEMPORARY, hit.stop))
            other = other or (of_press(text, hit.stop) and around(folded, hit.entry_start, hit.proclitic, self.cues).klass not in SETTLED)
            if other or _covered(hit, taken, taken_starts) or lies_by(text, name, hit.entry_start) or is_bank(text, name, hit.stop):
                continue
            whole = text[hit.start : hit.stop]  # «باب» is no «بإب»
            if hit.proclitic and self.gazetteer.stops.get(whole) == "never" and folded.clean[hit.start : hit.stop] == whole:
                continue
            if name in self.cues.halves and self._goes_on(text, hit.stop):
                continue
            before = around(folded, hit.entry_start, hit.proclitic, self.cues)
            barred = before.barred or text.startswith(_OF_PERSON, hit.stop)  # «إيتمار بن فلان»
            if (barred and not before.klass) or (spelt and folded.clean.startswith(" علي ", hit.entry_start - 5)):
                people.add(name)
                continue
            if name in people and before.cue in ("bare", "metonym") and not before.klass:
                continue
            spots, needed = self.gazetteer.meant(hit.value), self.gazetteer.stops.get(name, "")
            if before.cue == "bare" and not before.klass and "و" in hit.proclitic and found and 0 <= hit.start - found[-1].hit.stop <= 2:
                before = behind_and(text, found[-1], hit, spots) or before
                if needed:  # «نبل والزهراء»: no word, but a place of the same country
                    countries = {spot.country for spot in found[-1].spots}
                    spots = [spot for spot in spots if spot.country in countries]
                    if before.cue != "bare" and _governorate(spots) and _governorate(found[-1].spots):  # «في صعدة وحجة»
                        needed = ""
            sure = allowed(needed, before, spots) or (before.cue == "bare" and opens_line(text, hit))
            sure = sure or (needed == "cue" and of_act(text, hit, acts))
            one = Named(hit, before, spots, " " in name, not sure)
            if spots and (sure or (needed == LAND and stands(text, one, acts, found[-1] if found else None))):
                found.append(one)
        found = _seats_alone(found) if any(SEAT in one.hit.value for one in found) else found
        if not people:
            return found
        bare = [one.around.cue in ("bare", "metonym") and not one.around.klass for one in found]
        names = [self.gazetteer.named(text[one.hit.entry_start : one.hit.stop]) for one in found]
        return [one for one, alone, name in zip(found, bare, names, strict=True) if not (alone and name in people)]

    def _goes_on(self, text: str, stop: int) -> bool:
        """«منطقة دير الزغب»: whether a listed name, alone, is the first half of one that is not listed."""
        following = _SECOND.match(text, stop)
        return following is not None and following[1] not in self.cues.not_names and following[1] not in self.cues.words


def _seats_alone(found: list[Named]) -> list[Named]:
    """The hits without «العاصمة الأفغانية» where the text names the city too: it says no more then."""
    cities = {spot.place_id for one in found if SEAT not in one.hit.value for spot in one.spots}
    return [one for one in found if SEAT not in one.hit.value or (one.spots and one.spots[0].place_id not in cities)]


def _spelt_alike(named: list[Named], text: str) -> list[Named]:
    """The hits, each with the places of those whose name differs by its article alone: «سوسة» where the text tells of «السوسة»."""
    names = [text[one.hit.entry_start : one.hit.stop].removeprefix("ال") for one in named]
    if len(set(names)) == len({(name, one.hit.value) for name, one in zip(names, named, strict=True)}):
        return named  # nothing is spelt in two ways
    alike: dict[str, list[Spot]] = {}
    for name, one in zip(names, named, strict=True):
        known = alike.setdefault(name, [])
        known += [spot for spot in one.spots if spot not in known]
    return [Named(one.hit, one.around, alike[name], one.phrase, one.asks) for name, one in zip(names, named, strict=True)]


def _of_guests(text: str, nation: int) -> bool:
    """Whether people right before a nation are those who live or travel abroad."""
    return text.startswith(_GUESTS, text.rfind(" ", max(nation - _GUEST_REACH, 0), nation - 1) + 1)


def _governorate(spots: Sequence[Spot]) -> bool:
    """Whether one of the places that a name may mean is a governorate."""
    return any(spot.kind == "admin1" for spot in spots)


def _signed(text: str) -> list[tuple[int, int]]:
    """The spans of lines, from their begin, that say where a desk is."""
    lines = dict.fromkeys(text.rfind("\n", 0, desk.start()) + 1 for desk in _DESK.finditer(text))
    return [found.span() for line in lines if (found := _SIGNED.match(text, line))]


def _covered(hit: Hit, taken: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a longer name holds the hit; taken in order of their starts."""
    begin, end = hit.entry_start, hit.stop
    at = bisect_right(starts, begin)
    for start, stop in taken[max(0, at - 3) : at]:  # noqa: SIM110 — mostly there is none: a generator would cost more
        if end <= stop and stop - start > end - begin:
            return True
    return False


def evidence(mentions: Sequence[PlaceMention]) -> list[tuple[str, int]]:
    """How often each country is named by its places, the most frequent first."""
    return often([one.place.country for one in mentions if one.place.country])
