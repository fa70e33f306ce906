"""Reading in processes of its own: bytes of an article in, bytes of its reports out.

Reading is the dear step and pure Python, so it leaves the main process as bytes and comes back as bytes. A reader that dies (out of memory,
killed) is replaced; the articles it held are read again one at a time, and the one that kills a reader twice becomes a dead letter.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, NamedTuple, TypeVar, cast

from agents.portions import portions
from streams.errors import NotStarted, WireError
from streams.garbage import settle
from streams.records import Article, ReportBatch
from streams.topics import key_of
from streams.wire import decode_as, encode


class Batch(NamedTuple):
    """One country's reports of one article, encoded. country "" announces the article where it has none."""

    country: str
    key: bytes
    value: bytes


class Outcome(NamedTuple):
    """What reading one article gave: its batches, the announcement last; or a reason and detail why it could not be read."""

    batches: tuple[Batch, ...] = ()
    reason: str = ""
    detail: str = ""


Read = Callable[[Sequence[Article]], Sequence[list[ReportBatch] | Exception]]  # of several articles; an error is that of its article
T = TypeVar("T")
F = TypeVar("F")
_Told = tuple[Outcome | None, ProcessPoolExecutor | None]  # None where the processes did not read it; and which they were
TOGETHER, AHEAD = 16, 2  # articles that go to a process at once; how many times as many before it is done with the first
BYTES = 1_000_000  # in the articles that go to a process at once: it has as long for many as for one
MANAGER_ENDS_S = 2.0  # takes milliseconds once the processes are gone; not waited for without end


def load() -> Read:
    """The reader of this program, with its lexicons loaded (about a second)."""
    from agents.extract.core import Reader, batches  # noqa: PLC0415 - the lexicons belong in the reader processes alone

    reader = Reader.load()

    def read(articles: Sequence[Article]) -> list[list[ReportBatch] | Exception]:
        readings = reader.read_all(articles)
        return [attempt(batches, one, reading) for one, reading in zip(articles, readings, strict=True)]

    return read


def attempt(made: Callable[[Article, T], F], article: Article, reading: T | Exception) -> F | Exception:
    """What is made of a reading; the error where reading or making it failed: whatever a text does must not stop the others."""
    if isinstance(reading, Exception):
        return reading
    try:
        return made(article, reading)
    except Exception as error:
        return error


def by_heart(articles: Sequence[Article]) -> dict[str, list[ReportBatch]]:
    """What articles say, by their ids; raises the error of the first that cannot be read."""
    known = {}
    for article, found in zip(articles, load()(articles), strict=True):
        if isinstance(found, Exception):
            raise found
        known[article.article_id] = found
    return known


def singly(read: Callable[[Article], list[ReportBatch]]) -> Read:
    """Reads several articles, by what reads one."""
    return lambda articles: [attempt(lambda one, _: read(one), article, None) for article in articles]


def outcomes(read: Read, values: Sequence[bytes | None]) -> list[Outcome]:
    """What reading the articles in these bytes gives; whatever goes wrong with one is in its outcome."""
    articles = [_article(value) for value in values]
    readings = iter(read([one for one in articles if isinstance(one, Article)]))
    return [_outcome(one, next(readings)) if isinstance(one, Article) else one for one in articles]


def _article(value: bytes | None) -> Article | Outcome:
    if value is None:
        return Outcome(reason="no-value", detail="found an empty record, expected an Article")
    try:
        return decode_as(Article, value)
    except WireError as error:
        return Outcome(reason="not-a-record", detail=str(error))


def _outcome(article: Article, found: list[ReportBatch] | Exception) -> Outcome:
    if isinstance(found, Exception):
        return Outcome(reason="reading-failed", detail=f"{type(found).__name__}: {found}"[:500])
    named = [batch for batch in found if batch.country]
    return Outcome(tuple(_batch(batch) for batch in (*named, announcement(article, found))))


def announcement(article: Article, found: list[ReportBatch]) -> ReportBatch:
    """The batch of no country that tells a partition that this article version exists."""
    if found:
        return ReportBatch.whole(found[-1].__dict__ | {"country": "", "reports": ()})
    return ReportBatch(
        article_id=article.article_id, version=article.version, outlet=article.outlet, published_at=article.published_at, country=""
    )


def _batch(batch: ReportBatch) -> Batch:
    return Batch(batch.country, key_of(batch), encode(batch))


# In a reader process: one reader, loaded once.

_mine: list[Callable[[Sequence[Article]], Any]] = []


def _start(loader: Callable[[], Callable[[Sequence[Article]], Any]]) -> None:
    for name in (signal.SIGINT, signal.SIGTERM):  # Ctrl-C, systemd and others reach all processes; the parent decides
        signal.signal(name, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _mine.append(loader())
    settle()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()  # returns also when the parent was killed with -9
        os._exit(1)


def mine() -> Callable[[Sequence[Article]], Any]:
    """What the loader gave in this reader process."""
    return _mine[0]


def _outcomes(values: list[bytes]) -> list[Outcome]:
    return outcomes(mine(), values)


def pool(processes: int, loader: Callable[[], Callable[[Sequence[Article]], Any]] = load) -> ProcessPoolExecutor:
    """Reader processes that end with this one."""
    os.environ.setdefault("PYTHONWARNINGS", "ignore:resource_tracker")  # it speaks of what a hurried stop left to the system
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_start, initargs=(loader,))


class Readers:
    """Reads articles in ``processes`` processes, or in this one where that is 0."""

    def __init__(self, processes: int, *, timeout_s: float = 60, loader: Callable[[], Read] = load) -> None:
        self.processes = processes
        self.done = 0  # articles read, well or not
        self._timeout_s = timeout_s
        self._loader = loader
        self._read: Read | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._alone = asyncio.Lock()
        self._waiting: list[tuple[bytes, asyncio.Future[_Told]]] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Starts the processes (or loads the lexicons here) and waits until one can read; NotStarted where they cannot."""
        if not self.processes:
            self._read = self._loader()
            return
        self._pool = pool(self.processes, self._loader)
        try:
            await asyncio.wrap_future(self._pool.submit(_ready))
        except BrokenProcessPool as error:
            raise NotStarted("the reader processes did not start: run `rasad check` to see what is wrong with the seeds") from error

    async def __call__(self, value: bytes | None) -> Outcome:
        """What reading one article gives."""
        if self._read is not None or value is None:
            (result,) = outcomes(self._read or _unread, [value])
        else:
            result = await self._in_process(value)
        self.done += 1
        return result

    async def _in_process(self, value: bytes) -> Outcome:
        told: asyncio.Future[_Told] = asyncio.get_running_loop().create_future()
        self._waiting.append((value, told))
        self._hand_out()
        result, used = await told
        if result is not None:
            return result
        async with self._alone:  # the others wait, so that a second death has only one possible cause
            self._replace(used)
            used = self._pool
            try:
                return (await self._submit(used, [value]))[0]
            except TimeoutError:
                self._replace(used)
                return Outcome(reason="reading-timeout", detail=f"not read within {self._timeout_s:g} s, twice")
            except BrokenProcessPool:
                self._replace(used)
                return Outcome(reason="reader-died", detail="the reader process died over this article, twice")

    def _hand_out(self) -> None:
        """Gives each process what waits, some at a time, and as much again for when it has done that."""
        while self._waiting and len(self._tasks) < AHEAD * self.processes:
            chunk = next(portions(self._waiting, TOGETHER, lambda one: len(one[0]), BYTES))
            self._waiting = self._waiting[len(chunk) :]
            task = asyncio.create_task(self._read_together(chunk))
            self._tasks.add(task)
            task.add_done_callback(self._handed_back)

    def _handed_back(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        self._hand_out()

    async def _read_together(self, chunk: list[tuple[bytes, "asyncio.Future[_Told]"]]) -> None:
        """Reads some articles; where their process dies or is too slow each of them is told so."""
        async with self._alone:  # waits while an article is being retried alone
            used = self._pool
        results: Sequence[Outcome | None]
        try:
            results = await self._submit(used, [value for value, _ in chunk])
        except (RuntimeError, TimeoutError):  # a broken pool's error is a RuntimeError
            results = [None] * len(chunk)
        for (_, told), result in zip(chunk, results, strict=True):
            if not told.done():
                told.set_result((result, used))

    async def _submit(self, used: Executor | None, values: list[bytes]) -> list[Outcome]:
        assert used is not None, "start() comes first"
        return await asyncio.wait_for(asyncio.wrap_future(used.submit(_outcomes, values)), self._timeout_s)

    def _replace(self, used: ProcessPoolExecutor | None) -> None:
        if self._pool is used:
            end_now(used)
            self._pool = pool(self.processes, self._loader)

    def stop(self) -> None:
        """Ends the processes at once; what they were reading is read again after the next start."""
        end_now(self._pool)
        self._pool = None


def _ready() -> int:
    return os.getpid()


def _unread(articles: Sequence[Article]) -> list[list[ReportBatch] | Exception]:
    assert not articles, "an empty record is never read"
    return []


def end_now(used: ProcessPoolExecutor | None) -> None:
    """Ends the processes, then the thread that manages them.

    One that still ends while Python does the same closes the pipe that Python is writing to: a stack trace at the exit.
    """
    if used is None:
        return
    processes, manager = list((used._processes or {}).values()), cast(Thread | None, used._executor_manager_thread)
    used.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    if manager is not None:
        manager.join(MANAGER_ENDS_S)
