"""A log written by hand, and the commands run on it."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from typer.testing import CliRunner

from streams.cli import app
from streams.records import Alert, Article, Cell, Claim, DeadLetter, Figure, Incident, Link, Place, Reconciled, Record, Report, ReportBatch

MARCH = datetime(2019, 3, 3, 9, tzinfo=UTC)
BODY = "قتل خمسة مدنيين في قصف على البلدة."
FIVE = Figure(measure="killed", party="civilians", low=5, high=5, wording="خمسة مدنيين", start=4, stop=15, rules=("number.word",))
TOWN = Place(name="البلدة", admin1="Deir ez-Zor", country="SY")


def incident(name: str, day: int, killed: int, **fields: Any) -> Incident:
    claim = Claim(**FIVE.model_dump(), report_id="a1/a", article_id="a1", article_version=1, outlet="one", published_at=MARCH, origin="a1")
    return Incident(
        incident_id=name,
        version=1,
        country="SY",
        event_type="Explosions/Remote violence",
        sub_event_type="Shelling/artillery/missile attack",
        date_start=date(2019, 3, day),
        place=TOWN,
        actor1="gov:SY",
        actor2="civilians",
        figures=(Reconciled(measure="killed", party="civilians", low=killed, best=killed, high=killed + 2),),
        claims=(claim,),
        outlets=("one",),
        links=(Link(left="a1/a", right="a2/a", verdict="same", score=0.9, reasons=("same-day", "same-place")),),
        **fields,
    )


def cell(days: int, incidents: int) -> Cell:
    return Cell(
        country="SY",
        dimension="country",
        value="SY",
        window_days=days,
        day=MARCH.date(),
        incidents=incidents,
        incidents_low=incidents,
        killed=12,
    )


ALERT = Alert(
    alert_id="alr-1",
    rule="mass-casualty",
    kind="mass-casualty",
    version=1,
    status="raised",
    severity=3,
    subject="inc-1",
    country="SY",
    raised_at=MARCH,
    changed_at=MARCH,
    title="Twelve killed in one attack",
    facts={"killed": "12"},
    incidents=("inc-1",),
)
RECORDS: list[tuple[str, str, Record]] = [
    ("articles", "a1", Article(article_id="a1", outlet="one", published_at=MARCH, body=BODY)),
    (
        "reports",
        "SY/a1",
        ReportBatch(
            article_id="a1",
            published_at=MARCH,
            country="SY",
            reports=(Report(id="a", sub_event_type="Attack", place=TOWN, figures=(FIVE,), country="SY", rules=("frame.shelling",)),),
        ),
    ),
    ("incidents", "SY/inc-1", incident("inc-1", 2, 5)),
    ("incidents", "SY/inc-2", incident("inc-2", 3, 12)),
    ("incidents", "SY/inc-3", incident("inc-3", 3, 1, status="superseded", superseded_by=("inc-2",))),
    ("aggregates", "SY/country/SY/7d", cell(7, 2)),
    ("aggregates", "SY/country/SY/30d", cell(30, 2)),
    ("alerts.mass-casualty", "alr-1", ALERT),
    (
        "alerts.mass-casualty",
        "alr-1",
        ALERT.model_copy(update={"version": 2, "status": "withdrawn", "changed_at": MARCH + timedelta(days=1)}),
    ),
    ("dead-letters", "f:3", DeadLetter(origin="f:3", room="read", reason="no-date", detail="published_at is missing", payload=b"\xff")),
]


def run(*arguments: str) -> str:
    found = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.output


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments, "--json").splitlines()]
