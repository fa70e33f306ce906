"""Reading articles straight to reports, without a log: what `rasad extract` and `rasad link` do."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Any, NamedTuple

from agents.portions import portions
from streams.errors import RasadError
from streams.reading import readers
from streams.records import Article, ReportBatch
from streams.wire import encode

FEW = 40  # articles that are read sooner in one process than others start
TOGETHER, AHEAD = 32, 2  # articles that are read at once; how many times as many are given to each process before results are taken back
LETTERS = 1_000_000  # in the articles that are read at once


class Extracted(NamedTuple):
    """One article's reports in the annotation guide's form, and its encoded batches; or why it could not be read."""

    article_id: str
    published_at: str
    reports: list[dict[str, Any]]
    batches: tuple[bytes, ...] = ()
    failure: str = ""


Extract = Callable[[Sequence[Article]], Sequence[Extracted]]
ExtractOne = Callable[[Article], Extracted]


def load() -> Extract:
    """The reader of this program, with its lexicons loaded."""
    from agents.extract.core import Reader, Reading, as_gold, batches  # noqa: PLC0415 - the lexicons belong in the processes that read

    reader = Reader.load()

    def made(article: Article, reading: Reading) -> Extracted:
        found: list[ReportBatch] = batches(article, reading)
        return _told(article, [as_gold(report) for report in reading.reports], tuple(map(encode, found)))

    def told(article: Article, reading: Reading | Exception) -> Extracted:
        found = readers.attempt(made, article, reading)
        return _told(article, [], failure=f"{type(found).__name__}: {found}") if isinstance(found, Exception) else found

    return lambda articles: list(map(told, articles, reader.read_all(articles)))


def _told(article: Article, reports: list[dict[str, Any]], found: tuple[bytes, ...] = (), failure: str = "") -> Extracted:
    return Extracted(article.article_id, article.published_at.isoformat(), reports, found, failure)


def alone(extract: Extract) -> ExtractOne:
    """Reads one article, by what reads several."""
    return lambda article: extract([article])[0]


def extracted(articles: Iterable[Article], processes: int, loader: Callable[[], Extract] = load) -> Iterator[Extracted]:
    """The articles' reports, in the order of the articles; a few articles are read here, many in so many processes."""
    waiting = iter(articles)
    few = list(islice(waiting, FEW))
    if len(few) < FEW or processes < 2:
        extract = loader()
        yield from (one for some in _together(chain(few, waiting)) for one in extract(some))
        return
    with readers.pool(processes, loader) as pool:
        taken: deque[Future[Sequence[Extracted]]] = deque()
        try:
            for some in _together(chain(few, waiting)):
                taken.append(pool.submit(_extract, some))
                if len(taken) >= AHEAD * processes:
                    yield from taken.popleft().result()
            while taken:
                yield from taken.popleft().result()
        except (GeneratorExit, KeyboardInterrupt):  # nobody asks for more: what is under way is not waited for
            readers.end_now(pool)
            raise
        except BrokenProcessPool as error:
            raise RasadError("a reader process died (out of memory?): try again with fewer, RASAD_READERS=1") from error


def _together(articles: Iterable[Article]) -> Iterator[list[Article]]:
    return portions(articles, TOGETHER, lambda one: len(one.body), LETTERS)


def _extract(articles: Sequence[Article]) -> Sequence[Extracted]:
    found: Sequence[Extracted] = readers.mine()(articles)
    return found
