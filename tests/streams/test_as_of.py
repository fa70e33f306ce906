"""``--as-of`` a moment: byte for byte what the commands print after a fresh replay of only the articles published by then.

``--as-received`` a moment: byte for byte what they printed then.
"""

import asyncio
import json
import os
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

import seeds
from agents.extract.core import Reader, batches
from streams.cli import app
from streams.errors import UsageError
from streams.inputs.files import Feed, feed
from streams.reading.readers import Read, singly
from streams.records import Article
from streams.running.replay import Plan, replay
from streams.running.running import Stop
from streams.settings import Settings

SHARED = Path(os.environ.get("RASAD_SHARED", Path(__file__).parents[3] / "shared"))
DEV = SHARED / "evaluation" / "dev" / "articles.jsonl"
NOT_HERE = "the real articles belong to their publishers and are not here"
MOMENTS = 50
SETTINGS = Settings(readers=0, commit_interval_s=0.1)
COMMANDS = (("incidents", "--scope", "all"), ("aggregates",), ("alerts",))


class Told:
    """Articles with their readings, each read once."""

    def __init__(self, paths: Sequence[Path]) -> None:
        reader = Reader.load()
        self.feed = feed([str(path) for path in paths])
        self._batches = {(one.article_id, one.version, one.text): batches(one, reader.read(one)) for one in self.feed.articles}

    def load(self) -> Read:
        return singly(lambda one: self._batches[one.article_id, one.version, one.text])

    def moments(self, seed: int) -> list[datetime]:
        """Random ones, from before the first article to after the last; some of them the very moment of an article."""
        published, choice = sorted(one.published_at for one in self.feed.articles), random.Random(seed)
        seconds = int((published[-1] - published[0]).total_seconds())
        found = [published[0] + timedelta(seconds=choice.randint(0, seconds + 86_400)) for _ in range(MOMENTS - 10)]
        return [*found, *choice.sample(published, 10)]

    def replayed(self, log: Path, until: datetime | None = None) -> str:
        """The path of a log in which the articles published by a moment were replayed."""
        return self.played(log, [one for one in self.feed.articles if until is None or one.published_at <= until])

    def played(self, log: Path, articles: list[Article]) -> str:
        """The path of a log in which these articles were replayed."""
        plan = Plan(Feed(articles, [], []))
        asyncio.run(replay(plan, f"embedded://{log}", SETTINGS, Stop(60), lambda metrics, total: None, loader=self.load))
        return str(log)


def printed(command: Sequence[str], log: str, *more: str) -> bytes:
    found = CliRunner().invoke(app, [*command, "--log", log, "--json", *more], catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.stdout_bytes


def compare(told: Told, seed: int, tmp_path: Path) -> int:
    whole, found = told.replayed(tmp_path / "whole.db"), 0
    for number, until in enumerate(told.moments(seed)):
        fresh = told.replayed(tmp_path / f"{number}.db", until)
        for command in COMMANDS:
            wanted = printed(command, fresh)
            found += wanted.count(b"\n")
            assert printed(command, whole, "--as-of", until.isoformat()) == wanted, (until, command)
    return found


@cache
def shipped() -> Told:
    return Told(sorted(seeds.path("articles").glob("*.jsonl")))


@pytest.mark.slow
def test_as_of_a_moment_is_a_fresh_replay_of_the_shipped_feed(tmp_path: Path) -> None:
    assert compare(shipped(), 2019, tmp_path) > 1000


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not DEV.exists(), reason=NOT_HERE)
def test_as_of_a_moment_is_a_fresh_replay_of_real_articles(tmp_path: Path) -> None:
    assert compare(Told([DEV]), 2020, tmp_path) > 1000


ALERTS_SENT = ("alerts", "--history")


def test_as_received_a_moment_is_what_was_printed_then(tmp_path: Path) -> None:
    told, log, then = shipped(), tmp_path / "rasad.db", list[tuple[datetime, dict[tuple[str, ...], bytes]]]()
    for part in (2, 0, 1):  # of each three articles one, so that most come late
        told.played(log, told.feed.articles[part::3])
        then.append((datetime.now(UTC), {command: printed(command, str(log)) for command in (*COMMANDS[:2], ALERTS_SENT)}))
    assert len({shown[COMMANDS[0]] for _, shown in then}) == len(then)
    for moment, shown in then:
        for command, wanted in shown.items():
            assert printed(command, str(log), "--as-received", moment.isoformat()) == wanted, (moment, command)


def test_alerts_as_received_are_those_sent_last(tmp_path: Path) -> None:
    told, log = shipped(), tmp_path / "rasad.db"
    told.played(log, told.feed.articles[1::2])
    then, sent = datetime.now(UTC), [json.loads(line) for line in printed(ALERTS_SENT, str(log)).splitlines()]
    told.played(log, told.feed.articles)
    found = [json.loads(line) for line in printed(("alerts",), str(log), "--as-received", then.isoformat()).splitlines()]
    assert {one["alert_id"]: one for one in found} == {one["alert_id"]: one for one in sent}
    assert len(found) < len({one["alert_id"] for one in sent}) + 1 and found != sent


def test_before_anything_was_read_nothing_is_known(tmp_path: Path) -> None:
    log = shipped().played(tmp_path / "rasad.db", shipped().feed.articles[:20])
    for command in (*COMMANDS, ALERTS_SENT):
        assert printed(command, log, "--as-received", "2019-03-22T00:00:00Z") == b""


def test_a_moment_is_either_of_publication_or_of_reading() -> None:
    with pytest.raises(UsageError, match="give one of them"):
        printed(("incidents",), "none.db", "--as-of", "2019-03-22", "--as-received", "2019-03-22")
    with pytest.raises(UsageError, match="--follow"):
        printed(("alerts", "--follow"), "none.db", "--as-received", "2019-03-22")
