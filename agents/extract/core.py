"""Reading one article: from the text as received to its reports, with every layer kept for the explanation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.extract.actors.actors import armed_of, find_actors
from agents.extract.days.dates import find_dates
from agents.extract.figures.figures import find_figures
from agents.extract.frames import ascribed, clauses, frames, naming, subject
from agents.extract.frames.frames import Frame, Rejected
from agents.extract.frames.layers import Layers
from agents.extract.knowledge import load_entries
from agents.extract.places.nearness import COUNTRY
from agents.extract.places.places import PlaceMention, Places, evidence
from agents.extract.reports import assemble, claims, completion, reports
from agents.extract.reports import batches as batching
from agents.extract.reports.gold import as_gold
from agents.extract.words.fold import Folded, fold
from agents.extract.words.lexicon import Hit, Matcher
from agents.extract.words.numbers import find_numbers
from agents.extract.words.sentences import split, title
from streams.records import Article, Report, ReportBatch

STATE_ACTS = frozenset(["air", "shell", "strike", "aircraft", "guns", "assault", "clash", "raid"])  # codes of acts that have a nationality
HAPPENS = frozenset(["in", "near", "of", "bare", "dateline", "destination", "people"])  # cues of places where something may happen
__all__ = ["Reader", "Reading", "as_gold", "batches"]


@dataclass(frozen=True)
class Reading:
    """Everything that was read in one article. Offsets of layers are into the folded text, those of reports into the raw one."""

    article: Article
    folded: Folded
    layers: Layers
    frames: Sequence[Frame]
    rejected: Sequence[Rejected]
    reports: tuple[Report, ...]


class Reader:
    """Reads articles. Holds the lexicons; keeps nothing of what it read."""

    def __init__(self, matcher: Matcher, places: Places) -> None:
        self._matcher = matcher
        self._places = places

    @classmethod
    def load(cls) -> "Reader":
        """The reader with all lexicons of the seeds loaded."""
        return cls(Matcher(load_entries()), Places.load())

    def read(self, article: Article) -> Reading:
        """What one article says. Raises nothing, whatever the text."""
        folded = fold(article.text)
        layers = self._layers(article, folded)
        found, rejected = frames.build(layers)
        other = subject.foreign(layers)
        if other:
            rejected += [Rejected(one.clause.start, one.clause.stop, other) for one in found]
            found = []
        drafts = completion.complete(assemble.drafts(found, layers), layers)
        claims.answer(drafts, layers)
        return Reading(article, folded, layers, found, rejected, reports.build(drafts, layers, folded))

    def _governments(self, text: str, places: Sequence[PlaceMention]) -> list[tuple[int, int, str]]:
        """Countries, and capitals that stand for theirs, where no preposition makes them a place, and those accused of an act."""
        return [
            (one.start, one.stop, f"gov:{one.place.country}")
            for one in places
            if one.place.country
            and (one.cue == "metonym" or (one.cue == "bare" and ascribed.is_charged(text, one.start, one.stop)))
            and (one.place.geo_precision == COUNTRY or text[one.start : one.stop] in self._places.gazetteer.capitals)
            and not _BORDER.search(text, max(one.start - 30, 0), one.start)
        ]

    def _layers(self, article: Article, folded: Folded) -> Layers:
        text = folded.text
        hits = self._matcher.hits(text)
        sentences = split(text)
        title_stop = title(text, sentences, named=bool(article.title))
        published = article.published_at.date()
        numbers = find_numbers(text, hits)
        dates = find_dates(text, published, hits.get("time", []), numbers)
        places = self._places.find(folded, hits, title_stop, [(one.start, one.stop) for one in hits.get("actor", ())])
        country = main_country(places)
        acting = self._governments(text, places) + weapons_of(hits) + states_acting(text, hits, places)
        actors = find_actors(hits, country, acting, text=text, places=places)
        figures = find_figures(text, sentences, hits, numbers, actors=actors, places=places, country=country)
        told = [one for one in places if one.cue in HAPPENS]
        hits["event"] = naming.without_names(hits.get("event", []), hits.get("actor", []), places)
        parts = clauses.cut(text, sentences, hits, told)
        return Layers(text, folded.clean, published, title_stop, sentences, parts, hits, dates, told, actors, figures, country)


_BORDER = re.compile(r"(?:حدود\w*|متاخم\w*|محاذي\w*|مجاور\w*)\s(?:مع\s|ل)?(?:\S+\s)?و?$")  # «على الحدود مع سوريا»


def main_country(places: Sequence[PlaceMention]) -> str:
    """The country most of an article speaks of (ISO code); "" where none is named."""
    counted = evidence(places)
    return counted.most_common(1)[0][0] if counted else ""


def weapons_of(hits: Mapping[str, Sequence[Hit]]) -> list[tuple[int, int, str]]:
    """The nationalities of acts and weapons, which name who acts: «غارة إسرائيلية», «صاروخين سوريين»."""
    acts = (one for one in hits.get("event", ()) if not one.value.endswith(("/verb", "/now")))  # «هاجموا الفلسطينيين»: whom, not who
    stops = {one.stop for one in acts if one.value.split("/")[0] in STATE_ACTS}
    return [(one.start, one.stop, armed_of(one.value)) for one in hits.get("country-adj", ()) if {one.start - 1, one.start - 2} & stops]


_OPENS = re.compile(r"(?:^|[.\n:،\"«]\s*|\sان\s)[وف]?$")
_FEMININE = re.compile(r"[وف]?(?:ت\S+|\S+ت)")


def states_acting(text: str, hits: Mapping[str, Sequence[Hit]], places: Sequence[PlaceMention]) -> list[tuple[int, int, str]]:
    """Countries that do what the verb beside them says («إسرائيل تقصف», «قصفت تركيا»), or by whom it was done («نفذتها أميركا»)."""
    verbs = [
        one for one in hits.get("event", ()) if one.value.endswith(("/verb", "/now")) and _FEMININE.fullmatch(text, one.start, one.stop)
    ]
    doers = hits.get("agents", ())
    starts = {one.start for one in verbs} | {one.start for one in doers if one.value.startswith("claim")}
    stops = {one.stop: one.start for one in verbs}
    by = {
        one.stop for one in doers if one.value.startswith(("agent", "claim")) and not text.startswith("من ", one.start)
    }  # not «المحتل من قبل إسرائيل»
    found = []
    for one in places:
        if one.cue != "bare" or one.place.geo_precision < COUNTRY or not one.place.country:
            continue
        begun = stops.get(one.start - 1)
        if one.stop + 1 in starts or one.start - 1 in by or (begun is not None and _OPENS.search(text, max(begun - 8, 0), begun)):
            found.append((one.start, one.stop, f"gov:{one.place.country}"))
    return found


def batches(article: Article, reading: Reading) -> list[ReportBatch]:
    """The article's reports, a batch for each country; where there are none, one of no country, so that older versions are withdrawn."""
    return batching.batches(article, reading.reports, reading.folded.text)
