"""Reading one article: from the text as received to its reports, with every layer kept for the explanation."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass

from agents.extract import lockstep
from agents.extract.actors.actors import find_actors
from agents.extract.acts import entered, epithets, fled, lightverbs, naming, speech, subject
from agents.extract.acts import split as split_verbs
from agents.extract.acts.layers import Layers
from agents.extract.assembly import assemble
from agents.extract.attribution import sayings
from agents.extract.clauses import clauses
from agents.extract.completion import claims, completion
from agents.extract.days.dates import DateMention, find_dates
from agents.extract.figures.figures import find_figures
from agents.extract.figures.mention import FigureMention
from agents.extract.frames import frames
from agents.extract.frames.frame import Frame, Rejected
from agents.extract.harm import wreaked
from agents.extract.knowledge import load_entries
from agents.extract.lockstep import Steps
from agents.extract.people.victims import generals, with_children, without_names
from agents.extract.places import datelines, quoted
from agents.extract.places.country import main_country
from agents.extract.places.mention import PlaceMention
from agents.extract.places.nearness import COARSE
from agents.extract.places.places import Places
from agents.extract.reports import batches as batching
from agents.extract.reports import reports
from agents.extract.reports.gold import as_gold
from agents.extract.reports.twice import Again
from agents.extract.roles import states
from agents.extract.words.fold import Folded, fold
from agents.extract.words.lexicon import Hit, Matcher
from agents.extract.words.numbers import find_numbers
from agents.extract.words.sentences import accounts, split, title, top
from agents.portions import portions
from streams.records import Article, Report, ReportBatch

_LATE = 22  # o'clock in UTC: from then on it is the next day where most articles are written
IN_STEP, LETTERS = 32, 200_000  # articles read in step, and letters in them: what was read of each is held until all are done
_TOP = 400  # characters in which lines may stand before the text itself
HAPPENS = frozenset(["in", "near", "of", "bare", "dateline", "destination", "people"])  # cues of places where something may happen
__all__ = ["Reader", "Reading", "as_gold", "batches"]


@dataclass(frozen=True)
class Reading:
    """Everything that was read in one article. Offsets of layers are into the folded text, those of reports into the raw one.

    again: acts that are told once more, and so have no report of their own; each says in which one they are.
    """

    article: Article
    folded: Folded
    layers: Layers
    frames: Sequence[Frame]
    rejected: Sequence[Rejected]
    reports: tuple[Report, ...]
    again: tuple[Again, ...]


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
        return lockstep.alone(self._steps(article))

    def read_all(self, articles: Sequence[Article]) -> list[Reading | Exception]:
        """What each of several articles says, in less time than one by one; an error, should there be one, is that of its article."""
        return [
            one
            for some in portions(articles, IN_STEP, _letters, LETTERS)
            for one in lockstep.together([self._steps(article) for article in some])
        ]

    def _steps(self, article: Article) -> Steps[Reading]:
        folded = fold(article.text)
        yield lockstep.MATCH
        layers = yield from self._layers(article, folded)
        yield lockstep.PARTS
        found, rejected = yield from frames.build(layers)
        yield lockstep.DRAFTS
        other = subject.foreign(layers)
        if other:
            rejected += [Rejected(one.clause.start, one.clause.stop, other) for one in found]
            found = []
        drafts = assemble.drafts(found, layers)
        yield lockstep.COMPLETION
        drafts = completion.complete(drafts, layers)
        yield lockstep.CLAIMS
        claims.answer(drafts, layers)
        yield lockstep.FOES
        told, again = yield from reports.build(drafts, layers, folded)
        return Reading(article, folded, layers, found, rejected, told, again)

    def _layers(self, article: Article, folded: Folded) -> Steps[Layers]:
        text = folded.text
        hits = self._matcher.hits(text)
        yield lockstep.WORDS
        hits["victim"] = generals(text, with_children(text, hits.get("victim", [])))
        for kind in ("nation", "country-adj"):
            hits[kind] = without_names(text, hits.get(kind, []))
        hits["event"] = lightverbs.told(text, epithets.joined(text, hits.get("event", ())), hits.get(lightverbs.KIND, ()))
        hits |= {"harm": wreaked.told(text, hits.get("harm", [])), "attribution": speech.told(text, hits.get("attribution", []))}
        hits[sayings.KIND] = sayings.joined(text, hits["attribution"], hits.get(sayings.KIND, []))
        yield lockstep.SENTENCES
        sentences = split(text)
        title_stop = title(text, sentences, named=bool(article.title))
        sentences = accounts(text, sentences, title_stop)
        published = article.published_at.date()
        late = not article.published_at.utcoffset() and article.published_at.hour >= _LATE  # in its own zone the day is the right one
        yield lockstep.NUMBERS
        numbers = find_numbers(text, hits)
        yield lockstep.DATES
        dates = find_dates(text, published, hits.get("time", []), numbers, late=late)
        yield lockstep.NAMES
        places = yield from self._places.find(folded, hits, title_stop, [(one.start, one.stop) for one in hits.get("actor", ())])
        yield lockstep.COUNTRY
        places = quoted.mark(text, places, sentences)
        dates = _without_names(dates, places)
        nations = hits.get("country-adj", ())
        from_abroad = datelines.abroad(text, places, nations, title_stop)
        places = [one for one in places if one not in from_abroad] if from_abroad else places
        country = main_country(places, [one.start for one in hits.get("condemn", ())])
        country = country or (datelines.spoken_of(nations) if from_abroad else "")
        yield lockstep.STATES
        acting = states.acting(text, hits, places, self._places.gazetteer.capitals, dates, country=country)
        yield lockstep.ACTORS
        actors = find_actors(hits, country, acting, text=text, places=places)
        for kind in ("reject", "joint"):
            hits[kind] = naming.without_parts(hits.get(kind, []), actors)
        yield lockstep.PEOPLE
        figures = yield from find_figures(text, sentences, hits, numbers, actors=actors, places=places, country=country)
        yield lockstep.FLED
        told = [one for one in fled.told(text, places, figures, hits.get("harm", ()), sentences) if one.cue in HAPPENS]
        states_at = {start for start, _, _ in acting}
        told = [one for one in told if not _acts(one, states_at)] or told
        yield lockstep.EVENTS
        hits["event"] = naming.without_names(text, hits.get("event", []), hits.get("actor", []), places)
        hits["event"] = split_verbs.joined(text, hits["event"], hits.get("split", ()))
        hits["event"] = entered.told(text, hits["event"], hits.get("split", ()), told, actors)
        hits["event"] = lightverbs.counted(hits["event"], figures)
        yield lockstep.LINKS
        parts = yield from clauses.cut(text, sentences, hits, told, title_stop)
        yield lockstep.TOP
        named, acts = _told(title_stop, hits["event"], figures, [*dates, *places])
        lede, labels = top(text, sentences, title_stop, named, acts)
        clean = folded.clean
        return Layers(text, clean, published, title_stop, sentences, parts, hits, dates, told, actors, figures, country, lede, labels)


def _letters(article: Article) -> int:
    return len(article.title) + len(article.body)


def _acts(one: PlaceMention, acting: Set[int]) -> bool:
    """«الهجوم الذي شنته دمشق»: whether a name is that of a capital which acts, and is then no place of it. acting: where states begin."""
    return one.cue == "bare" and one.start in acting and one.place.geo_precision < COARSE


def _without_names(dates: list[DateMention], places: Sequence[PlaceMention]) -> list[DateMention]:
    """«مدينة 6 أكتوبر», «سوق الخميس»: the days without those that are but part of the name of a place."""
    stops = {one.start: one.stop for one in places if " " in one.place.name}
    starts = sorted(stops)
    before = [(one, bisect_right(starts, one.start)) for one in dates] if starts else []
    return [one for one, at in before if not at or one.stop > stops[starts[at - 1]]] if starts else dates


def _told(
    title_stop: int, events: Sequence[Hit], figures: Sequence[FigureMention], others: Sequence[DateMention | PlaceMention]
) -> tuple[list[int], list[int]]:
    """Where acts, days and places are named on top of a body, and where verbs or numbers tell of acts there. others: days and places."""
    end = title_stop + _TOP
    counted = [one.start for one in figures if title_stop <= one.start < end]
    acts = [one for one in events if title_stop <= one.start < end]
    verbs = (one.start for one in acts if not (one.value.endswith("/noun") or "ال" in one.proclitic))
    words = (one.start for one in (*acts, *others) if title_stop <= one.start < end)
    return sorted([*counted, *words]), sorted([*counted, *verbs])


def batches(article: Article, reading: Reading) -> list[ReportBatch]:
    """The article's reports, a batch for each country; where there are none, one of no country, so that older versions are withdrawn."""
    return batching.batches(article, reading.reports, reading.folded.text)
