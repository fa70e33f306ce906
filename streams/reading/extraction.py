"""Reading articles straight to reports, without a log: what `rasad extract` and `rasad link` do."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import Any, NamedTuple

from streams.errors import RasadError
from streams.reading import readers
from streams.records import Article, ReportBatch
from streams.wire import encode

FEW = 40  # articles that are read sooner in one process than others start
AHEAD = 16  # articles given to each process before results are taken back


class Extracted(NamedTuple):
    """One article's reports in the annotation guide's form, and its encoded batches; or why it could not be read."""

    article_id: str
    published_at: str
    reports: list[dict[str, Any]]
    batches: tuple[bytes, ...] = ()
    failure: str = ""


Extract = Callable[[Article], Extracted]


def load() -> Extract:
    """The reader of this program, with its lexicons loaded."""
    from agents.extract.core import Reader, as_gold, batches  # noqa: PLC0415 - the lexicons belong in the processes that read

    reader = Reader.load()

    def extract(article: Article) -> Extracted:
        published = article.published_at.isoformat()
        try:
            reading = reader.read(article)
            found: list[ReportBatch] = batches(article, reading)
            reports = [as_gold(report) for report in reading.reports]
        except Exception as error:  # one text must not stop the others
            return Extracted(article.article_id, published, [], failure=f"{type(error).__name__}: {error}")
        return Extracted(article.article_id, published, reports, tuple(map(encode, found)))

    return extract


def extracted(articles: Iterable[Article], processes: int, loader: Callable[[], Extract] = load) -> Iterator[Extracted]:
    """The articles' reports, in the order of the articles; a few articles are read here, many in so many processes."""
    waiting = iter(articles)
    few = list(islice(waiting, FEW))
    if len(few) < FEW or processes < 2:
        extract = loader()
        yield from map(extract, few)
        yield from map(extract, waiting)
        return
    with readers.pool(processes, loader) as pool:
        taken: deque[Future[Extracted]] = deque()
        try:
            for article in (*few, *waiting):
                taken.append(pool.submit(_extract, article))
                if len(taken) >= AHEAD * processes:
                    yield taken.popleft().result()
            while taken:
                yield taken.popleft().result()
        except (GeneratorExit, KeyboardInterrupt):  # nobody asks for more: what is under way is not waited for
            readers.end_now(pool)
            raise
        except BrokenProcessPool as error:
            raise RasadError("a reader process died (out of memory?): try again with fewer, RASAD_READERS=1") from error


def _extract(article: Article) -> Extracted:
    found: Extracted = readers.mine()(article)
    return found
