"""Alerts over HTTP: what may be asked for, what is sent, and that the documented consumers work."""

import json
import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from streams.cli import app
from streams.errors import LogError, UsageError
from streams.queries.events import Server, subscription
from streams.queries.filters import Wanted

PAGE = Path(__file__).parents[2] / "docs" / "subscribing.md"
CONSUMERS = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)


def test_a_query_says_what_is_wanted() -> None:
    found = subscription("country=sy&kind=suicide+bomb&party=is&near=36.5,37.9&km=40&severity=2", "surge.0.3")
    assert found.asked._replace(near=None) == Wanted("SY", "Suicide bomb", "is")
    assert found.asked.near == (36.5, 37.9, 40.0)
    assert (found.severity, found.position) == (2, {"alerts.surge": {0: 3}})
    assert subscription("") == (Wanted(), 1, {})


@pytest.mark.parametrize(
    ("query", "last", "says"),
    [
        ("contry=SY", "", "contry: expected one of country"),
        ("country=Syria", "", "expected a code"),
        ("kind=war", "", "expected a kind"),
        ("party=gob", "", "no actor"),
        ("near=nowhere-at-all", "", "no such place"),
        ("severity=4", "", "expected 1, 2 or 3"),
        ("severity=high", "", "expected numbers"),
        ("km=-1", "", "kilometres from 0"),
        ("km=nan", "", "kilometres from 0"),
        ("", "yesterday", "Last-Event-ID"),
    ],
)
def test_a_query_that_is_none_is_refused(query: str, last: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        subscription(query, last)


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The log of a replay of the shipped feed."""
    log = f"embedded://{tmp_path_factory.mktemp('feed') / 'rasad.db'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RASAD_READERS", "0")
        assert CliRunner().invoke(app, ["replay", "--speed", "max", "--log", log]).exit_code == 0
    return log


@pytest.fixture(scope="module")
def address(feed: str) -> Iterator[str]:
    """Where its alerts are served."""
    with Server(feed, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def received(url: str, last: str = "") -> tuple[list[dict[str, Any]], str]:
    """The alerts up to the first id, and that id; none where the first thing said is that nothing is."""
    alerts = []
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Last-Event-ID": last}), timeout=20) as stream:
        assert stream.headers["Content-Type"].startswith("text/event-stream")
        for line in stream:
            field, _, value = line.decode().strip().partition(": ")
            if field == "data":
                alerts.append(json.loads(value))
            if field == "id":
                return alerts, value
            if line.startswith(b":"):
                return alerts, last
    raise AssertionError("the stream ended")


WORDS = [
    ("country=SY&severity=3", ("--country", "SY", "--severity", "3")),
    ("near=Manbij&km=40", ("--near", "Manbij", "--km", "40")),
    ("party=sdf&kind=weapon", ("--party", "sdf", "--kind", "weapon")),
    ("kind=Suicide+bomb&country=SY", ("--kind", "Suicide bomb", "--country", "SY")),
]


@pytest.mark.parametrize(("query", "options"), WORDS)
def test_the_stream_is_what_the_command_line_lists(feed: str, address: str, query: str, options: tuple[str, ...]) -> None:
    listed = CliRunner().invoke(app, ["alerts", "--history", "--json", "--log", feed, *options], catch_exceptions=False).stdout.splitlines()
    alerts, last = received(f"{address}/alerts?{query}")
    assert alerts and {(one["alert_id"], one["version"]) for one in map(json.loads, listed)} <= {
        (a["alert_id"], a["version"]) for a in alerts
    }
    assert {one["alert_id"] for one in map(json.loads, listed)} == {one["alert_id"] for one in alerts}
    assert received(f"{address}/alerts?{query}", last) == ([], last)


@pytest.mark.parametrize(
    ("path", "status", "says"), [("/", 404, "expected /alerts"), ("/alerts?mood=1", 400, "mood: expected one of country")]
)
def test_what_cannot_be_served_is_refused(address: str, path: str, status: int, says: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(address + path, timeout=20)
    assert refused.value.code == status and says in refused.value.read().decode()


def test_a_log_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(LogError):
        Server(f"embedded://{tmp_path / 'none.db'}", "127.0.0.1", 0)


def test_a_port_that_is_taken_is_named(feed: str, address: str) -> None:
    port = address.rpartition(":")[2]
    with pytest.raises(UsageError, match=rf"--port {port}: .*give another"):
        CliRunner().invoke(app, ["alerts", "serve", "--log", feed, "--port", port], catch_exceptions=False)


def test_the_documented_consumers_have_fifteen_lines_at_most() -> None:
    assert len(CONSUMERS) == 2
    for consumer in CONSUMERS:
        compile(consumer, str(PAGE), "exec")
        assert len(consumer.splitlines()) <= 15


def test_the_documented_consumer_reads_the_stream(address: str) -> None:
    (consumer,) = [one for one in CONSUMERS if "urllib" in one]
    assert "http://127.0.0.1:8787/" in consumer
    program = consumer.replace("http://127.0.0.1:8787", address)
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
    finally:
        process.kill()
        process.communicate()
    assert re.match(r"alr-\w+ 1 raised \S", line)
