"""The whole pipeline on the embedded log, with a reader that takes its reports from the body."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from streams.errors import LogError, ScratchError
from streams.inputs.files import Feed
from streams.logs.reader import LogReader
from streams.metrics import Metrics
from streams.queries import queries
from streams.reading.readers import Read, Readers, singly
from streams.records import Article, DeadLetter, Figure, Finding, Place, Report, ReportBatch
from streams.running.replay import Plan, replay
from streams.running.requeue import requeue
from streams.running.running import Stop, drain, running
from streams.settings import Settings
from streams.storage.scratch import Shelf
from streams.transports.embedded.store import Store
from streams.wire import decode_as

FIRST = datetime(2019, 3, 1, 6, tzinfo=UTC)
SETTINGS = Settings(readers=0, commit_interval_s=0.1)
TOWN = Place(name="بلدة", admin1="Deir ez-Zor", country="SY", lat=35.0, lon=40.0, place_id="town")


def article(name: str, body: str, days: float = 0, version: int = 1) -> Article:
    return Article(article_id=name, outlet=f"outlet-{name}", published_at=FIRST + timedelta(days=days), body=body, version=version)


def told() -> Read:
    """A reader of bodies such as ``killed 5``: one attack on the town's civilians the day before."""

    def read(found: Article) -> list[ReportBatch]:
        word, _, number = found.body.partition(" ")
        if word == "fail":
            raise ValueError("no")
        if word != "killed":
            return []
        total, _, children = number.partition("/")
        parts = (Figure(measure="killed", party="civilians", low=int(children), high=int(children), subset="children"),) if children else ()
        report = Report(
            id="a",
            sub_event_type="Attack",
            date_start=found.published_at.date() - timedelta(days=1),
            date_end=found.published_at.date() - timedelta(days=1),
            place=TOWN,
            actor1="isis",
            actor2="civilians",
            figures=(Figure(measure="killed", party="civilians", low=int(total), high=int(total)), *parts),
            country="SY",
        )
        batch = ReportBatch(
            article_id=found.article_id,
            version=found.version,
            digest=found.body,
            outlet=found.outlet,
            published_at=found.published_at,
            country="SY",
            reports=(report,),
        )
        return [batch]

    return singly(read)


async def played(path: Path, *articles: Article, dead: tuple[DeadLetter, ...] = (), stop: Stop | None = None) -> tuple[LogReader, Metrics]:
    broker = f"embedded://{path / 'rasad.db'}"
    plan = Plan(Feed(list(articles), list(dead), []))
    metrics = await replay(plan, broker, SETTINGS, stop or Stop(60), lambda metrics, total: None, loader=told)
    return LogReader(broker), metrics


def killed(log: LogReader) -> int:
    return sum(map(queries.killed, queries.incidents(log)))


@pytest.mark.asyncio
async def test_an_article_becomes_an_incident_and_cells(tmp_path: Path) -> None:
    log, metrics = await played(tmp_path, article("a", "killed 5"))
    (incident,) = queries.incidents(log)
    assert (incident.sub_event_type, incident.date_start, queries.killed(incident)) == ("Attack", date(2019, 2, 28), 5)
    (cell,) = queries.cells(log, dimension="admin1", window_days=7)
    assert (cell.value, cell.incidents, cell.killed) == ("Deir ez-Zor", 1, 5)
    assert (metrics.published, metrics.incidents) == (1, 1)


@pytest.mark.asyncio
async def test_a_new_version_of_an_article_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    log, _ = await played(tmp_path, article("a", "killed 5"), article("a", "killed 7", 0.2, version=2))
    assert [queries.killed(incident) for incident in queries.incidents(log)] == [7]
    assert [cell.killed for cell in queries.cells(log, dimension="country", window_days=30)] == [7]


@pytest.mark.asyncio
async def test_a_new_version_without_reports_withdraws_the_incident(tmp_path: Path) -> None:
    log, metrics = await played(tmp_path, article("a", "killed 5"), article("a", "football", 0.2, version=2))
    assert queries.incidents(log) == []
    assert queries.cells(log, dimension="country") == []
    assert metrics.incidents == 0


@pytest.mark.asyncio
async def test_what_cannot_be_read_is_a_dead_letter_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = DeadLetter(origin="feed.jsonl:3", room="read", reason="no-date", detail="", payload=b"{}")
    log, metrics = await played(tmp_path, article("a", "fail"), article("b", "killed 2", 1), dead=(bad,))
    first, second = queries.dead_letters(log)
    assert (first.dead.origin, first.dead.room, first.dead.reason) == ("articles/0/0", "extract", "reading-failed")
    assert b'"article_id":"a"' in first.dead.payload
    assert second.dead == bad
    assert killed(log) == 2
    assert dict(metrics.refused) == {"no-date": 1, "reading-failed": 1}


@pytest.mark.asyncio
async def test_articles_that_fail_or_were_read_before_are_done_too(tmp_path: Path) -> None:
    articles = (article("a", "fail"), article("b", "killed 2", 1))
    _, first = await played(tmp_path, *articles)
    _, again = await played(tmp_path, *articles, article("c", "killed 3", 2))
    assert (first.published, first.done) == (2, 2)
    assert (again.published, again.skipped, again.done) == (3, 2, 3)


@pytest.mark.asyncio
async def test_the_same_replay_again_changes_nothing_and_publishes_nothing(tmp_path: Path) -> None:
    articles = [article("a", "killed 5"), article("b", "killed 9", 5)]
    log, _ = await played(tmp_path, *articles)
    before = queries.incidents(log), queries.cells(log), queries.alerts(log)
    log, metrics = await played(tmp_path, *articles)
    assert (queries.incidents(log), queries.cells(log), queries.alerts(log)) == before
    assert metrics.sent["articles"] == 0 and metrics.skipped == 2


@pytest.mark.asyncio
async def test_a_replay_in_two_parts_ends_as_one_in_one(tmp_path: Path) -> None:
    articles = [article(f"a{day}", f"killed {day}", day) for day in range(1, 12)]
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    whole, _ = await played(tmp_path / "one", *articles)
    await played(tmp_path / "two", *articles[:6])
    parts, metrics = await played(tmp_path / "two", *articles)
    assert metrics.sent["articles"] == 5
    assert queries.incidents(parts) == queries.incidents(whole)
    assert queries.cells(parts) == queries.cells(whole)
    assert queries.alerts(parts) == queries.alerts(whole)


@pytest.mark.asyncio
async def test_alerts_go_on_after_a_start_where_they_stopped(tmp_path: Path) -> None:
    late, early, none = article("b", "killed 12", 0.3), article("a", "killed 13", 0.1), article("a", "football", 0.2, version=2)
    await played(tmp_path, late)
    await played(tmp_path, late, early)
    log, _ = await played(tmp_path, late, early, none)
    sent = [(one.subject, one.version, one.status) for one in queries.alert_history(log) if one.kind == "mass-casualty"]
    assert sent == [("inc-b/a", 1, "raised"), ("inc-b/a", 2, "withdrawn"), ("inc-a/a", 2, "amended"), ("inc-a/a", 3, "amended")]
    (tmp_path / "once").mkdir()
    once, _ = await played(tmp_path / "once", early, none, late)
    assert queries.alerts(log, standing=False) == queries.alerts(once, standing=False)


def findings(log: LogReader) -> list[tuple[str, int, str, int, int]]:
    found = [decode_as(Finding, record.value or b"") for record in log.records("findings")]
    return [(one.status, one.version, one.law, one.least, one.most) for one in found]


@pytest.mark.asyncio
async def test_a_finding_goes_out_once_and_is_withdrawn_when_it_is_mended(tmp_path: Path) -> None:
    wrong, more, mended = article("a", "killed 5/7"), article("b", "killed 3", 4), article("a", "killed 5/4", 0.5, version=2)
    log, _ = await played(tmp_path, wrong)
    assert findings(log) == [("raised", 1, "subset", 7, 5)]
    log, _ = await played(tmp_path, wrong, more)
    assert len(findings(log)) == 1
    log, _ = await played(tmp_path, wrong, more, mended)
    assert findings(log) == [("raised", 1, "subset", 7, 5), ("withdrawn", 2, "subset", 7, 5)]
    assert [dead.dead.detail for dead in queries.dead_letters(log)] == []


@pytest.mark.asyncio
async def test_a_stop_that_was_asked_for_publishes_nothing_more(tmp_path: Path) -> None:
    stop = Stop(60)
    stop.status = 143
    _, metrics = await played(tmp_path, article("a", "killed 5"), stop=stop)
    assert metrics.sent["articles"] == 0


@pytest.mark.asyncio
@pytest.mark.parametrize("topic", ["articles", "reports", "incidents"])
async def test_bytes_that_are_no_record_are_dead_letters_of_the_rooms_that_read_them(tmp_path: Path, topic: str) -> None:
    rooms = {"articles": {"extract"}, "reports": {"deduplicate", "alert"}, "incidents": {"aggregate", "alert", "review"}}
    broker, stop = f"embedded://{tmp_path / 'rasad.db'}", Stop(60)
    async with running(broker, SETTINGS, Readers(0, loader=told)) as app:
        app.channels.send(topic, b"k", b"\xff\xfe not json")
        app.channels.send(topic, b"k", b'{"kind": "Unknown", "record": {}, "schema": 1}')
        app.channels.send("articles", b"a", article("a", "killed 5"))
        await drain(app, broker, stop)
    log = LogReader(broker)
    found = [decode_as(DeadLetter, record.value or b"") for record in log.records("dead-letters")]
    assert {dead.room for dead in found} == rooms[topic]
    assert {dead.reason for dead in found} == {"not-a-record"}
    assert {dead.payload for dead in found} == {b"\xff\xfe not json", b'{"kind": "Unknown", "record": {}, "schema": 1}'}
    assert {dead.origin for dead in found} == {f"{topic}/0/0", f"{topic}/0/1"}
    assert killed(log) == 5


@pytest.mark.asyncio
async def test_a_dead_letter_can_be_sent_again_once_the_program_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await played(tmp_path, article("a", "fail"))
    monkeypatch.setattr("streams.running.requeue.Readers", lambda processes, timeout_s: Readers(0, loader=mended))
    broker = f"embedded://{tmp_path / 'rasad.db'}"
    assert await requeue(broker, SETTINGS, {"articles/0/0"}) == (1, 0)
    assert killed(LogReader(broker)) == 4


def mended() -> Read:
    """The reader, now able to read what it failed on."""
    read = told()
    return lambda found: read([one.model_copy(update={"body": "killed 4"}) for one in found])


async def eight_played(folder: Path) -> tuple[list[Article], LogReader]:
    """Eight articles, and the log of all of them; beside it a folder is made for one where the disk is full."""
    articles = [article(f"a{number}", f"killed {number}", number / 10) for number in range(1, 9)]
    for name in ("whole", "full"):
        (folder / name).mkdir()
    return articles, (await played(folder / "whole", *articles))[0]


@pytest.mark.asyncio
async def test_a_full_disk_under_the_scratch_file_ends_the_replay_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, whole = await eight_played(tmp_path)
    written = Shelf.__setitem__

    def full(shelf: Shelf, key: bytes, value: bytes) -> None:
        if b"a5" in key:
            raise ScratchError("temporary file: database or disk is full")
        written(shelf, key, value)

    with monkeypatch.context() as patched:
        patched.setattr(Shelf, "__setitem__", full)
        with pytest.raises(ScratchError, match="full"):
            await played(tmp_path / "full", *articles)
    log, _ = await played(tmp_path / "full", *articles)
    assert queries.dead_letters(log) == []
    assert queries.incidents(log) == queries.incidents(whole)
    assert queries.cells(log) == queries.cells(whole)


@pytest.mark.asyncio
async def test_a_full_disk_under_the_log_ends_a_feed_that_waits_to_be_read_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles, whole = await eight_played(tmp_path)

    def full(*_: object) -> None:
        raise LogError("the log: database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "write", full)
        patched.setattr("tests.streams.test_pipeline.SETTINGS", SETTINGS.model_copy(update={"in_flight": 2}))
        with pytest.raises(LogError, match="full"):
            await asyncio.wait_for(played(tmp_path / "full", *articles), 20)
    log, _ = await played(tmp_path / "full", *articles)
    assert queries.incidents(log) == queries.incidents(whole)
