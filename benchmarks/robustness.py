"""Damaged articles by the thousand, and texts made to be slow: ``python -m benchmarks.robustness [-n N] [--seed S]``.

Every article must give reports or a dead letter with a reason, every offset must point into the article, and every figure at its wording.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from agents.extract.core import Reader, as_gold, batches
from agents.extract.words.fold import fold
from benchmarks.mutations import line
from benchmarks.texts import corpus
from streams.garbage import seldom
from streams.inputs import files as inputs
from streams.records import Article, DeadLetter, Report
from streams.wire import decode, encode

WHEN = datetime(2019, 3, 6, 12, tzinfo=UTC)
FEW = 2000  # articles, where nothing else is said
AT_ONCE = 200  # articles a file
MEGABYTE = 1_000_000
SENTENCE = "قتل خمسة مدنيين في غارة جوية على مدينة الرقة أمس الثلاثاء "
SLOW: dict[str, str] = {
    "digits": "0123456789",
    "«و»": "و",
    "one sentence without a stop": SENTENCE,
    "nested quotes": "«قال ",
    "one phrase of harm": "قتل ",
    "numbers and harm": "مقتل 5 ",
    "commas": "،",
    "line breaks": "\n",
    "sentences": SENTENCE.strip() + ".\n",
    "marks of direction": "\u202e\u0651",
    "days": "يوم الثلاثاء 12 مارس 2019 ",
    "places": "الرقة وحلب وإدلب ",
}


class Outcome:
    """What became of damaged articles. dead: dead letters by reason. faults: an article's id and what was wrong with its reading."""

    def __init__(self, reader: Reader) -> None:
        self.articles = self.reports = self.figures = 0
        self.dead: Counter[str] = Counter()
        self.faults: list[tuple[str, str]] = []
        self._reader = reader

    def take(self, found: Article | DeadLetter) -> None:
        """Reads one more article and looks at what came of it."""
        self.articles += 1
        if isinstance(found, DeadLetter):
            self.dead[found.reason] += 1
            if not found.reason or not found.detail:
                self.faults.append((found.origin, "a dead letter without a reason"))
            return
        try:
            reading = self._reader.read(found)
            wrong = list(faults(found, reading.reports))
            wrong += ["a record that does not come back as sent" for one in batches(found, reading) if decode(encode(one)).record != one]
            json.dumps([as_gold(one) for one in reading.reports])
            self.reports += len(reading.reports)
            self.figures += sum(len(one.figures) for one in reading.reports)
        except Exception as error:  # which is what is looked for
            wrong = [f"{type(error).__name__}: {error}"]
        self.faults += ((found.article_id, one) for one in wrong)

    def __str__(self) -> str:
        dead = ", ".join(f"{reason} {n:,}" for reason, n in self.dead.most_common())
        read = f"{self.articles:,} damaged articles: {self.reports:,} reports, {self.figures:,} figures"
        return f"{read}; {sum(self.dead.values()):,} dead letters ({dead}); {len(self.faults)} faults"


def faults(article: Article, reports: tuple[Report, ...]) -> Iterator[str]:
    """What is wrong with the offsets of these reports."""
    text = article.text
    for report in reports:
        spans = [(f"report {report.id}", report.start, report.stop)]
        spans += ((f"mention {one.rule}", one.start, one.stop) for one in report.mentions)
        spans += ((f"figure {one.wording!r}", one.start, one.stop) for one in report.figures)
        yield from (f"{what}: [{start}, {stop}) of {len(text)}" for what, start, stop in spans if not 0 <= start < stop <= len(text))
        for one in report.figures:
            if not named(text[one.start : one.stop], one.wording):
                yield f"figure {one.wording!r}: at {text[one.start : one.stop]!r}"


def named(raw: str, wording: str) -> bool:
    """Whether this piece of an article is what the wording says: the same when cleaned; a ligature at its edge may hold more."""
    cleaned = fold(raw).clean
    edges = any(len(fold(letter).clean) > 1 for letter in (raw[:1], raw[-1:]))
    return bool(wording) and (wording in (cleaned, _without_half(cleaned)) or (edges and wording in cleaned))


def _without_half(piece: str) -> str:
    """The piece without one bracket or quote whose other half stands outside it: such pairs go around a number or a name."""
    for marks in ("()", '"'):
        places = [at for at, letter in enumerate(piece) if letter in marks]
        if len(places) % 2:
            return piece[: places[0]] + piece[places[0] + 1 :]
    return piece


def fuzz(n: int, seed: int = 1, tell: Callable[[str], object] = str) -> Outcome:
    """Reads so many damaged articles the way that a replay reads files; tells how far it is, a line now and then."""
    rows, outcome = corpus(), Outcome(Reader.load())
    with TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        for first in range(0, n, AT_ONCE):
            file.write_bytes(b"".join(line(seed, number, rows) for number in range(first, min(first + AT_ONCE, n))))
            for found in inputs.read([str(file)]):
                outcome.take(found)
            tell(f"{outcome}\n")
    return outcome


def seconds(reader: Reader, text: str) -> float:
    """CPU seconds that reading this text takes."""
    article = Article(article_id="slow", published_at=WHEN, body=text)
    since = time.process_time()
    reader.read(article)
    return time.process_time() - since


def speeds(megabytes: float, tell: Callable[[str], object] = str) -> str:
    """A table of the slow texts, in Markdown."""
    seldom()  # as the command line does
    reader = Reader.load()
    lines = [f"| one text of {megabytes:g} MB, all | MB/s (CPU time) |", "|---|---|"]
    for name, part in SLOW.items():
        text = part * round(megabytes * MEGABYTE / len(part.encode()))
        lines.append(f"| {name} | {megabytes / seconds(reader, text):.2f} |")
        tell(f"{lines[-1]}\n")
    return "\n".join(lines) + "\n"


def run() -> str:
    """Both, in Markdown."""
    return f"{speeds(1)}\n{fuzz(FEW)}.\n"


def main() -> int:
    """Exit status 1 where anything was wrong."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.robustness", description=(__doc__ or "").splitlines()[0])
    options.add_argument("-n", type=int, default=FEW, help="damaged articles")
    options.add_argument("--seed", type=int, default=1, help="another seed, other articles")
    options.add_argument("--megabytes", type=float, default=10, help="of each slow text; 0 leaves them out")
    given = options.parse_args()
    if given.megabytes:
        sys.stdout.write(speeds(given.megabytes, sys.stderr.write) + "\n")
    outcome = fuzz(given.n, given.seed, sys.stderr.write)
    sys.stdout.write("".join([f"{outcome}.\n", *(f"- {name}: {what}\n" for name, what in outcome.faults)]))
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
