"""The shipped feed, replayed as a user would: every kind of alert is raised, one is amended, one withdrawn, and tolls stay out of sums."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from streams.logs.reader import LogReader
from streams.queries.queries import newest
from streams.records import Cell
from streams.vocabulary import AlertKind
from tests.docs.test_docs import shown

KINDS = AlertKind.__args__  # type: ignore[attr-defined]
ROOT = Path(__file__).parents[2]


@cache
def log() -> str:
    url = f"embedded://{mkdtemp()}/feed.db"
    subprocess.run([sys.executable, "-m", "streams", "replay", "--speed", "max", "--log", url], cwd=ROOT, check=True, capture_output=True)
    return url


def rows(*command: str) -> list[dict[str, object]]:
    done = subprocess.run([sys.executable, "-m", "streams", *command, "--log", log(), "--json"], cwd=ROOT, check=True, capture_output=True)
    return [json.loads(line) for line in done.stdout.decode().splitlines() if line.strip()]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_alert_is_raised(kind: str) -> None:
    assert [alert for alert in rows("alerts") if alert["kind"] == kind]


OPENED = sorted({word for _, words in shown() for word in words if re.match("inc-|[A-Z]{2}/", word)})


@pytest.mark.parametrize("name", OPENED)
def test_what_the_pages_open_is_in_the_shipped_feed(name: str) -> None:
    assert len(rows("explain", name)) == 1


def test_a_growing_toll_amends_its_alert() -> None:
    assert [alert for alert in rows("alerts") if alert["kind"] == "mass-casualty" and int(str(alert["version"])) > 1]


def test_the_outlet_that_fell_silent_is_named() -> None:
    assert [alert["subject"] for alert in rows("alerts") if alert["kind"] == "silence"] == ["tadmur-net/2019-01-25"]


def test_no_campaign_toll_is_counted() -> None:
    assert not [cell for cell in rows("aggregates") if cell.get("killed") in (1087, 602, 367)]


def test_the_cells_on_the_topic_say_what_tables_say_that_are_added_up_when_read() -> None:
    cells = {cell.cell_id: cell for cell in newest(LogReader(log()), "aggregates", Cell)}
    read = {f"{row['country']}/{row['dimension']}/{row['value']}/{row['window']}": row for row in rows("aggregates")}
    assert {name: cell.model_dump(mode="json") for name, cell in cells.items()} == {
        name: {field: row.get(field, 0) for field in Cell.model_fields} for name, row in read.items()
    }
    assert any(cell.killed_low < cell.killed for cell in cells.values())
