"""The reader beside simpler ways on the same gold: a bag of words, and for days the library dateparser, or just the day of publication.

``python -m benchmarks baseline``; the development articles are measured where they are at hand (RASAD_SHARED). dateparser is asked through
a Python that has it (RASAD_DATEPARSER_PYTHON); it is no part of the program or its tests.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from random import Random
from typing import Any

from agents.evaluate.likeness import day_likeness
from agents.evaluate.matching import is_core, match
from agents.evaluate.measure import Chance, Label, Scored, measure
from agents.evaluate.results import Measured, Share
from agents.extract.acts.events import KINDS
from agents.extract.acts.layers import Layers
from agents.extract.core import Reader
from agents.extract.harm.harm import harm
from agents.extract.words.numbers import Number, find_numbers
from streams.inputs.files import read, versions
from streams.reading import evaluation
from streams.reading.extraction import Extracted, alone, load
from streams.records import Article

BESIDE = 30  # characters between a word of harm and the number that it tells of
COUNTS = frozenset(["digits", "words", "vague", "range"])
MEASURES = ("killed", "wounded", "captured")
DRAWS = 1000
Set = tuple[str, list[str], list[str]]  # name, articles, gold


def sets() -> Iterator[Set]:
    """The shipped feed, and the development articles where they are at hand."""
    yield evaluation.SHIPPED, evaluation.shipped("articles"), evaluation.shipped("gold")
    dev = Path(os.environ.get("RASAD_SHARED", "../shared")) / "evaluation" / "dev"
    if dev.is_dir():
        yield "development articles", [str(dev / "articles.jsonl")], [str(dev / "gold.jsonl")]


def bag_of_words() -> Callable[[Article], Extracted]:
    """One report an article: the words of the lexicons, the first of each kind, wherever they stand."""
    reader = Reader.load()

    def extract(article: Article) -> Extracted:
        layers = reader.read(article).layers  # only its words, numbers and places are used
        figures = list(_figures(layers))
        kinds = [KINDS[hit.value.split("/")[0]].sub_event_type for hit in layers.hits.get("event", ()) if hit.value.split("/")[0] in KINDS]
        where = next((one for one in layers.places if one.cue == "dateline"), None) or next(iter(layers.places), None)
        day = article.published_at.date().isoformat()
        report = {
            "id": "a",
            "scope": "incident",
            "sub_event_type": next((kind for kind in kinds if kind), "Attack"),
            "date_start": day,
            "date_end": day,
            "place": where and where.place.model_dump(include={"name", "admin1", "country", "lat", "lon"}),
            "actor1": "unknown",
            "actor2": "unknown",
            "figures": figures,
        }
        return Extracted(article.article_id, day, [report] if figures or kinds else [])

    return extract


def _figures(layers: Layers) -> Iterator[dict[str, Any]]:
    """Of each measure, the number nearest to the first of its words that has one beside it."""
    numbers = [one for one in find_numbers(layers.text, layers.hits) if one.form in COUNTS]
    words = [harm(hit) for hit in layers.hits.get("harm", ())]
    for what in MEASURES:
        beside = (
            sorted(((_gap(one.start, one.stop, number), number) for number in numbers), key=itemgetter(0))
            for one in words
            if one.measure == what
        )
        first = next((near[0][1] for near in beside if near and near[0][0] <= BESIDE), None)
        if first:
            yield {"measure": what, "party": "civilians", "low": first.low, "high": first.high}


def _gap(start: int, stop: int, number: Number) -> int:
    return max(number.start - stop, start - number.stop)


def scored(found: Set, extract: Callable[[Article], Extracted]) -> list[Scored]:
    """A set read in one way."""
    _, articles, gold = found
    good: Iterable[Article] = (one for one in read(articles) if isinstance(one, Article))
    return evaluation.scored(versions(good), evaluation.gold(gold), lambda some: map(extract, some), link=False)


def measured(name: str, articles: Sequence[Scored]) -> Measured:
    """Its scores."""
    chance = Random(1)
    return measure(articles, Label(name, datetime.now(UTC).date()), Chance(DRAWS, 1, lambda n: chance.choices(range(n), k=n)))


def days(found: Set, articles: Sequence[Scored]) -> dict[str, list[bool] | None]:
    """For the reports that the reader found and to which gold gives a day: whether each way has it; None where a way is not at hand.

    dateparser is given the sentence that leads the report; where it finds no date, its day is that of publication.
    """
    texts = {one.article_id: one for one in read(found[1]) if isinstance(one, Article)}
    gold, ours, jobs = [], [], []
    for one in articles:
        article = texts[one.article.article_id]
        for report, other in match(one.article).pairs:
            if is_core(report) and report.get("date_start"):
                gold.append(report)
                ours.append(other)
                sentence = article.text[other["evidence"]["start"] : other["evidence"]["stop"]]
                jobs.append({"text": sentence, "published": article.published_at.date().isoformat()})
    theirs = dateparsed(jobs)

    def right(read_days: Iterable[str | None]) -> list[bool]:
        return [day_likeness(one, {"date_start": day, "date_end": day}) == 1.0 for one, day in zip(gold, read_days, strict=True)]

    return {
        "rasad": [day_likeness(one, other) == 1.0 for one, other in zip(gold, ours, strict=True)],
        "dateparser": None if theirs is None else right(theirs),
        "day of publication": right(job["published"] for job in jobs),
    }


def dateparsed(jobs: Sequence[dict[str, str]]) -> list[str] | None:
    """The first date that dateparser finds in each text, else its day of publication; None where the library is not at hand."""
    python = os.environ.get("RASAD_DATEPARSER_PYTHON")
    if not python:
        return None
    script = Path(__file__).with_name("dateparser_peer.py")
    done = subprocess.run([python, script], input=json.dumps(list(jobs)), capture_output=True, text=True, check=True)
    return [day or job["published"] for day, job in zip(json.loads(done.stdout), jobs, strict=True)]


def run() -> str:
    """The tables, in Markdown."""
    lines = [f"Measured on {datetime.now(UTC).date()}.", ""]
    ours, bag = alone(load()), bag_of_words()
    for found in sets():
        by_us, by_words = scored(found, ours), scored(found, bag)
        one, other = measured(found[0], by_us), measured(found[0], by_words)
        lines += [f"| {found[0]}, {one.articles} articles | rasad | bag of words |", "|---|---|---|"]
        rows: list[tuple[str, Callable[[Measured], Share]]] = [
            ("incident F1", lambda m: m.incident.f1),
            ("template F1", lambda m: m.template.f1),
            ("figure F1", lambda m: m.figure.f1),
            ("toll leak", lambda m: m.toll_leak),
            ("killed, error", lambda m: m.killed.error),
            ("killed, exact", lambda m: m.killed.exact),
            *((f"{slot.name} F1", lambda m, name=slot.name: next(s.f1 for s in m.slots if s.name == name)) for slot in one.slots),
        ]
        lines += [f"| {name} | {_shown(of(one))} | {_shown(of(other))} |" for name, of in rows]
        compared = days(found, by_us)
        lines += ["", f"| days of the {len(compared['rasad'] or [])} reports found | right |", "|---|---|"]
        lines += [f"| {way} | {'not at hand' if of is None else f'{sum(of) / len(of):.0%}'} |" for way, of in compared.items()]
        lines.append("")
    return "\n".join(lines) + "\n"


def _shown(share: Share) -> str:
    if share.value is None or share.low is None or share.high is None:
        return "–"
    return f"{share.value:.3f} ({share.low:.3f}–{share.high:.3f})"


if __name__ == "__main__":
    sys.stdout.write(run())
