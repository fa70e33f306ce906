"""The pure rooms after reading, without a log: linking, adding up, alerts; on real articles, in a dense month, and over years."""

import os
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from agents.aggregate.core import Aggregator
from agents.alert import rules
from agents.alert.core import AlertRoom
from agents.deduplicate.core import Linker
from agents.deduplicate.doubts import Doubts
from agents.extract.core import Reader
from agents.extract.core import batches as batches_of
from benchmarks import reports
from benchmarks.texts import objects
from streams.garbage import give_back, seldom, settle, spare
from streams.inputs.article import article
from streams.records import ReportBatch
from streams.running.running import GIVEN_BACK_S
from streams.storage.scratch import Scratch
from streams.transports.embedded.stream import TOGETHER

ARTICLES = 4360
MONTH = 3900  # reports of a dense month, in 40 places
YEARS, DAYS = int(os.environ.get("RASAD_BENCH_REPORTS", "200000")), 5 * 365
PARTS, TURNS = 10, 100


class Rooms:
    """The rooms of one partition with their shelves, and the CPU seconds that each has taken. states: of incidents, told so far.

    run: batches taken in before incidents are told, as on the embedded log where so many wait.
    """

    def __init__(self, run: int = 1) -> None:
        scratch = Scratch()
        self.linker, self.aggregator = Linker(shelves=scratch.shelf), Aggregator(Doubts())
        loaded = rules.load()
        silences = tuple(rule for rule in loaded if rule.kind == "silence")
        self.room, self.listening = AlertRoom(loaded, scratch.shelf), AlertRoom(silences, lambda name: scratch.shelf(f"listening/{name}"))
        self.seconds, self.states = [0.0, 0.0, 0.0], 0
        self._run, self._taken = run, 0
        self._watermark, self._heard = datetime.min.replace(tzinfo=UTC), ""

    def apply(self, batch: ReportBatch) -> None:
        """One batch through all rooms; cells are told each time incidents are, alerts too."""
        begin = time.process_time()
        self.linker.take(batch)
        self._taken += 1
        incidents = [] if self._taken % self._run else self.linker.changed()
        self._watermark = max(self._watermark, batch.published_at)
        linked = time.process_time()
        self.aggregator.move(self._watermark)
        for incident in incidents:
            self.aggregator.take(incident, self._watermark)
        if incidents or self._run == 1:
            self.aggregator.changed()
        added = time.process_time()
        self.room.flowed(batch.published_at)
        for incident in incidents:
            self.room.apply_incident(incident)
        if batch.article_id != self._heard:
            self._heard = batch.article_id
            self.listening.apply_pulse(batch.outlet, batch.published_at)
        ended = time.process_time()
        for index, taken in enumerate((linked - begin, added - linked, ended - added)):
            self.seconds[index] += taken
        self.states += len(incidents)
        if self._run > 1 and not self._taken % self._run:
            spare()  # as where so many wait on the log


def speeds(batches: Iterable[ReportBatch], run: int = 1) -> tuple[int, list[float], int]:
    """Articles, CPU seconds of each room, and states of incidents told."""
    rooms, articles = Rooms(run), set()
    for batch in batches:
        rooms.apply(batch)
        articles.add(batch.article_id)
    return len(articles), rooms.seconds, rooms.states


def resident_mb() -> float:
    """Memory of this process, in MB (Linux only)."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def fed(rooms: Rooms, batches: Iterator[ReportBatch], n: int) -> float:
    """CPU seconds that the rooms take for so many reports."""
    done, begin, given = 0, sum(rooms.seconds), time.monotonic()
    while done < n:
        batch = next(batches)
        rooms.apply(batch)
        done += len(batch.reports)
        if time.monotonic() - given > GIVEN_BACK_S:
            give_back()  # as in a replay
            given = time.monotonic()
    return sum(rooms.seconds) - begin


def years() -> tuple[list[tuple[float, float]], float]:
    """CPU microseconds a report, and MB, of each tenth of a long run; and what a report costs after it, by what it costs young rooms.

    Those are in their second tenth (in the first nothing is yet put away), and take turns with the old: so only the past differs.
    """
    share, extra = YEARS // PARTS, DAYS // PARTS
    old, batches, base, found = Rooms(), reports.batches(YEARS + 2 * share, DAYS + 2 * extra), resident_mb(), []
    for _ in range(PARTS):
        spent = fed(old, batches, share)
        found.append((spent / share * 1e6, resident_mb() - base))
    young, others, spent, apart = Rooms(), reports.batches(YEARS, DAYS, seed=2), 0.0, 0.0
    fed(young, others, share)
    for _ in range(TURNS):
        spent += fed(old, batches, share // TURNS)
        apart += fed(young, others, share // TURNS)
    return found, spent / apart


def run() -> str:
    """The table, in Markdown."""
    seldom()  # as in a replay
    long, older = years()  # first, so that the memory is its own
    reader = Reader.load()
    read = [article(row, "benchmark") for row in objects(ARTICLES)[:ARTICLES]]
    begin = time.process_time()
    real = [batch for one in sorted(read, key=lambda one: (one.due_at, one.article_id)) for batch in batches_of(one, reader.read(one))]
    reading = time.process_time() - begin
    real = [batch.model_copy(update={"reports": tuple(r.model_copy(update={"mentions": ()}) for r in batch.reports)}) for batch in real]
    settle()  # the articles and reports that this holds are no part of the rooms: garbage is not looked for among them
    lines = ["| pure rooms, a second of CPU | articles | link | add up | alert | all | of reading |", "|---|---|---|---|---|---|---|"]
    for name, batches in (("articles of the corpus", real), ("a dense month", list(reports.batches(MONTH, 30, places=40)))):
        for run in (1, TOGETHER):
            n, seconds, _ = speeds(batches, run)
            share = f"{reading / sum(seconds):.1f} x" if name.startswith("articles") else ""
            told = name if run == 1 else f"{name}, told after every {run} batches"
            lines.append(f"| {told} | {n:,} | {' | '.join(f'{n / s:,.0f}' for s in (*seconds, sum(seconds)))} | {share} |")
    after = [(taken, mb) for (taken, _), (_, mb) in pairwise(long)] or long
    lines += [
        "",
        f"| {YEARS:,} reports over {DAYS // 365} years, by tenths | value |",
        "|---|---|",
        f"| CPU microseconds a report | {', '.join(f'{taken:,.0f}' for taken, _ in long)} |",
        f"| a report after them by one after a tenth, in turn | {older:.2f} |",
        f"| MB that the rooms have added | {', '.join(f'{mb:,.0f}' for _, mb in long)} |",
        f"| most, MB | {max(mb for _, mb in after):,.0f} |",
    ]
    return "\n".join(lines) + "\n"
