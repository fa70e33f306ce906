"""Reading scored against gold: files of articles and gold in, measured sets out."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

import seeds
from agents.evaluate.matching import Article as Pair
from agents.evaluate.measure import Scored
from streams.errors import InputError
from streams.reading.extraction import Extracted
from streams.reading.linking import Row, linked
from streams.records import Article

NEEDED = ("id", "scope", "sub_event_type")  # of each report in gold
PARTS = ("open", "held-back")
SHIPPED = "shipped feed"
Gold = dict[str, list[dict[str, Any]]]  # by article id; of several versions of an article the last in the file
Extract = Callable[[Iterable[Article]], Iterator[Extracted]]


def shipped(folder: str) -> list[str]:
    """The files of the shipped feed: its "articles" or its "gold"."""
    return [str(file) for file in sorted(seeds.path(folder).glob("*.jsonl"))]


def gold(paths: Iterable[str]) -> Gold:
    """What articles say by the annotation guide; InputError names file and line of what is no gold."""
    found: Gold = {}
    for path in paths:
        for origin, row in _rows(Path(path)):
            if not isinstance(row, dict) or not row.get("article_id") or not isinstance(row.get("reports"), list):
                raise InputError(f"{origin}: expected an object with article_id and reports, as `rasad extract` writes them")
            for report in row["reports"]:
                lacking = [name for name in NEEDED if not isinstance(report, dict) or not report.get(name)]
                if lacking:
                    raise InputError(f"{origin}: a report of {row['article_id']} has no {', '.join(lacking)}")
            found[str(row["article_id"])] = row["reports"]
    if not found:
        raise InputError("the gold holds no article: give --gold a file with an object an article")
    return found


def clusters(path: str) -> list[list[tuple[str, str]]]:
    """Which reports tell of one occurrence: a list of lists of [article id, report id]."""
    try:
        found = orjson.loads(_bytes(Path(path)))
        return [[(str(article), str(report)) for article, report in cluster] for cluster in found]
    except (orjson.JSONDecodeError, TypeError, ValueError) as error:
        raise InputError(f'{path}: expected a JSON list of clusters, each a list of ["article id", "report id"]') from error


def _rows(path: Path) -> Iterator[tuple[str, Any]]:
    """The objects of a file of JSON Lines or of one JSON list, with where they stand."""
    written = _bytes(path)
    try:
        if written.lstrip()[:1] == b"[":
            yield from ((f"{path}:{number}", row) for number, row in enumerate(orjson.loads(written), 1))
            return
        for number, line in enumerate(written.split(b"\n"), 1):
            if line.strip():
                yield f"{path}:{number}", orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InputError(f"{path}: not JSON: {error}; expected JSON Lines or a JSON list") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error


def scored(articles: Iterable[Article], wanted: Gold, extract: Extract, *, link: bool) -> list[Scored]:
    """The articles of the gold, in its order, each beside what is read in it (and with link, to which incident it belongs).

    Articles without gold are left out; InputError where gold has no article.
    """
    newest = {one.article_id: one for one in articles if one.article_id in wanted}
    lacking = [name for name in wanted if name not in newest]
    if lacking:
        more = f" and {len(lacking) - 1} more" if len(lacking) > 1 else ""
        raise InputError(f"the gold speaks of {lacking[0]}{more}, not among the articles: name their files with --articles")
    chosen = [newest[name] for name in wanted]
    read = {str(row["article_id"]): row["reports"] for row in (linked(chosen, extract) if link else _read(chosen, extract))}
    return [Scored(Pair(name, wanted[name], read.get(name, [])), newest[name].outlet, newest[name].published_at.date()) for name in wanted]


def _read(articles: Iterable[Article], extract: Extract) -> Iterator[Row]:
    return ({"article_id": one.article_id, "reports": one.reports} for one in extract(articles))


def part_of(article_id: str) -> str:
    """One of PARTS, by a hash of the id: a third is held back from those who write rules."""
    digest = int(hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest(), 16)
    return PARTS[digest % 3 == 0]


def part(articles: Sequence[Scored], name: str) -> list[Scored]:
    """The articles of one part; all by the name "all"."""
    return [one for one in articles if name in {"all", part_of(one.article.article_id)}]
