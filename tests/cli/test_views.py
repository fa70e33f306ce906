"""The reading commands on a log written by hand."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from streams.cli import app
from streams.errors import RasadError
from streams.records import Alert, Article, Cell, Claim, DeadLetter, Figure, Incident, Link, Place, Reconciled, Record, Report, ReportBatch
from streams.topics import TOPICS
from streams.transports.embedded.address import Address
from streams.transports.embedded.opened import hold, release
from streams.wire import encode

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
    return Cell(country="SY", dimension="country", value="SY", window_days=days, day=MARCH.date(), incidents=incidents, killed=12)


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


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("log") / "rasad.db"
    address = Address(path)
    made = hold(address)
    for row in TOPICS:
        made.create_topic(row.name, 1)
    for topic, key, record in RECORDS:
        made.append((topic, 0), 0.0, key.encode(), encode(record, seq=0, watermark=MARCH), [])
    made.flush()
    yield f"embedded://{path}"  # still open: reading works beside a writer
    release(address)


def run(*arguments: str) -> str:
    found = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found.output


def rows(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(*arguments, "--json").splitlines()]


def test_incidents_that_stand_are_listed_newest_first(log: str) -> None:
    assert [row["incident_id"] for row in rows("incidents", "--log", log)] == ["inc-2", "inc-1"]
    shown = run("incidents", "--log", log)
    assert "2 of 2 incidents" in shown and "12 (12–14)" in shown and "البلدة" in shown


def test_arabic_stands_in_the_last_column(log: str) -> None:
    (line,) = [line for line in run("incidents", "--log", log).splitlines() if "inc-1" in line]
    assert line.rstrip().endswith("البلدة")


def test_incidents_are_chosen_by_the_options(log: str) -> None:
    assert len(rows("incidents", "--log", log, "--limit", "1")) == 1
    assert rows("incidents", "--log", log, "--country", "iq") == []
    assert [row["incident_id"] for row in rows("incidents", "--log", log, "--since", "2019-03-03")] == ["inc-2"]
    assert [row["incident_id"] for row in rows("incidents", "--log", log, "--until", "2019-03-02")] == ["inc-1"]


def test_incidents_tables_and_alerts_are_cut_to_a_place_and_a_party(log: str) -> None:
    for command in ("incidents", "aggregates", "alerts"):
        assert rows(command, "--log", log, "--near", "36.2,37.1", "--km", "10") == []  # the town has no coordinates
    assert len(rows("incidents", "--log", log, "--party", "gov:SY")) == 2
    assert [row["killed"] for row in rows("aggregates", "--log", log, "--party", "gov:SY", "--by", "country", "--days", "7")] == [17]
    assert rows("incidents", "--log", log, "--party", "sdf") == []
    assert "inc-2" in run("watch", "--log", log, "--party", "gov:SY")
    assert "inc-2" not in run("watch", "--log", log, "--party", "sdf")
    with pytest.raises(RasadError, match="no actor"):
        run("incidents", "--log", log, "--party", "nobody-known")


def test_json_leaves_arabic_as_it_is_and_nothing_of_the_log_in(log: str) -> None:
    raw = run("incidents", "--log", log, "--json")
    assert "البلدة" in raw and "seq" not in raw and "watermark" not in raw


def test_aggregates_are_chosen_by_window_and_dimension(log: str) -> None:
    found = rows("aggregates", "--log", log)
    assert {(row["dimension"], row["window"]) for row in found} == {
        (by, window) for by in ("country", "admin1", "party", "event_type") for window in ("1d", "7d", "30d")
    }
    assert [(row["window_days"], row["killed"]) for row in rows("aggregates", "--log", log, "--days", "1", "--by", "country")] == [(1, 12)]
    assert [row["window"] for row in rows("aggregates", "--log", log, "--window", "30d,week", "--by", "outlet")] == ["30d", "2019-W09"]
    (crossed,) = rows("aggregates", "--log", log, "--by", "governorate,perpetrator", "--window", "month")
    assert (crossed["value"], crossed["values"]) == ("Deir ez-Zor,gov:SY", ["Deir ez-Zor", "gov:SY"])
    assert (crossed["window"], crossed["first"], crossed["last"]) == ("2019-03", "2019-03-01", "2019-03-31")


def test_aggregates_tell_what_a_sum_is_if_doubtful_incidents_are_one(log: str) -> None:
    (row,) = rows("aggregates", "--log", log, "--by", "country", "--days", "7")
    assert (row["incidents_low"], row["incidents"]) == (1, 2)
    assert (row["killed_low"], row["killed"], row["killed_high"]) == (5, 17, 21)
    shown = run("aggregates", "--log", log, "--by", "place", "--days", "7")
    assert "2 (1–2)" in shown and "17 (5–21)" in shown and "البلدة" in shown
    (found,) = rows("explain", "SY/place/البلدة/7d", "--log", log)
    assert [(one["left"], one["right"], one["verdict"]) for one in found["doubts"]] == [("inc-1", "inc-2", "possibly-same")]
    assert "May be one" in run("explain", "SY/country/SY/2019-03", "--log", log)


def test_aggregates_count_the_days_asked_for(log: str) -> None:
    wide = ("aggregates", "--log", log, "--by", "country", "--window", "7d")
    assert [row["killed"] for row in rows(*wide, "--until", "2019-03-02")] == [5]
    assert [row["killed"] for row in rows(*wide, "--since", "2019-03-03")] == [12]
    assert "Nothing is counted" in run(*wide, "--since", "2019-04-01", "--until", "2019-04-30")
    assert rows("aggregates", "--log", log, "--country", "IQ") == []
    days = rows("aggregates", "--log", log, "--by", "country", "--window", "day")
    assert [(row["window"], row["killed"]) for row in days] == [("2019-03-03", 12), ("2019-03-02", 5)]


def test_the_largest_rows_of_each_period_are_shown(log: str) -> None:
    (first,) = rows("aggregates", "--log", log, "--by", "sub_event_type", "--window", "week", "--limit", "1")
    assert first["killed"] == 17
    assert len(rows("aggregates", "--log", log, "--by", "country", "--window", "day", "--limit", "1")) == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--by", "mood"), r"--by mood: expected .*perpetrator"),
        (("--window", "fortnight"), "--window fortnight: expected day, week, month"),
        (("--window", "7d", "--days", "7"), "give one of them"),
        (("--days", "40000"), "--days 40000d: expected"),
        (("--policy", "mean"), "--policy mean: expected one of ucdp"),
    ],
)
def test_tables_that_are_none_are_refused(log: str, options: tuple[str, ...], says: str) -> None:
    with pytest.raises(RasadError, match=says):
        run("aggregates", "--log", log, *options)


def test_alerts_show_the_newest_version_or_all_that_was_sent(log: str) -> None:
    assert [(row["version"], row["status"]) for row in rows("alerts", "--log", log)] == [(2, "withdrawn")]
    assert [row["version"] for row in rows("alerts", "--log", log, "--history")] == [1, 2]
    assert rows("alerts", "--log", log, "--kind", "surge") == []


def test_topics_tell_what_is_kept(log: str) -> None:
    found = {row["name"]: row for row in rows("topics", "--log", log)}
    assert (found["incidents"]["kept"], found["incidents"]["end"], found["incidents"]["partitions"]) == (3, 3, 1)
    assert found["incidents"]["lag"] is None


def test_dead_letters_keep_their_bytes_in_base64(log: str) -> None:
    (row,) = rows("dead-letters", "list", "--log", log)
    assert (row["origin"], row["reason"], row["payload"]) == ("f:3", "no-date", "_w==")
    assert rows("dead-letters", "list", "--log", log, "--reason", "not-json") == []
    assert "published_at is missing" in run("dead-letters", "list", "--log", log)


def test_an_article_is_explained_down_to_the_words(log: str) -> None:
    shown = run("explain", "a1", "--log", log)
    assert "frame.shelling" in shown and "number.word" in shown and "خمسة مدنيين" in shown


def test_an_incident_is_explained_by_claims_and_links(log: str) -> None:
    shown = run("explain", "inc-1", "--log", log)
    assert "same-day, same-place" in shown and "a1/a" in shown and "خمسة مدنيين" in shown


def test_an_alert_is_explained_by_its_facts_and_history(log: str) -> None:
    shown = run("explain", "alr-1", "--log", log)
    assert "killed" in shown and "raised" in shown and "withdrawn" in shown and "inc-1" in shown


def test_a_cell_is_explained_by_the_incidents_that_add_up_to_it(log: str) -> None:
    shown = run("explain", "SY/country/SY/7d", "--log", log)
    assert "12 in inc-2" in shown and "5 in inc-1" in shown and BODY in shown


def test_an_explanation_in_json_points_at_the_very_words(log: str) -> None:
    (found,) = rows("explain", "inc-1", "--log", log)
    (stated,) = found["claims"]
    passage, claim = stated["passage"], stated["claim"]
    assert found["kind"] == "incident" and passage["sentence"] == BODY[passage.get("start", 0) : passage["stop"]] == BODY
    assert BODY[claim["start"] : claim["stop"]] == claim["wording"]


def test_review_shows_both_sides_with_their_sentences(tmp_path: Path) -> None:
    body = "قتل عشرة مدنيين في قصف على البلدة، بينهم اثنا عشر طفلا."
    ten = FIVE.model_copy(update={"low": 10, "high": 10, "start": 4, "stop": 15})
    twelve = FIVE.model_copy(update={"low": 12, "high": 12, "subset": "children", "start": 41, "stop": 53})
    claims = [
        Claim(**one.model_dump(), report_id="a1/a", article_id="a1", article_version=1, outlet="one", published_at=MARCH, origin="a1")
        for one in (ten, twelve)
    ]
    records = {
        "articles": Article(article_id="a1", outlet="one", published_at=MARCH, body=body),
        "incidents": incident("inc-1", 2, 10).model_copy(update={"claims": tuple(claims)}),
    }
    address = Address(tmp_path / "rasad.db")
    made = hold(address)
    for topic, record in records.items():
        made.create_topic(topic, 1)
        made.append((topic, 0), 0.0, b"SY/1", encode(record), [])
    made.flush()
    try:
        (row,) = rows("review", "--log", str(address.path))
        assert (row["breach"]["law"], row["least"][0]["passage"]["sentence"]) == ("subset", body)
        assert rows("review", "--log", str(address.path), "--law", "parts") == []
        shown = run("review", "--log", str(address.path))
        assert "12 > 10 killed civilians" in shown and "against" in shown and "1 to look at" in shown
    finally:
        release(address)


RULES = '[[rule]]\nid = "five"\nkind = "mass-casualty"\nseverity = 1\nkilled = {}\n'


def test_rules_are_tried_on_articles_of_the_past(tmp_path: Path, log: str) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(RULES.format(5), encoding="utf-8")
    articles = tmp_path / "articles.jsonl"
    body = "قتل سبعة مدنيين اليوم الأحد في قصف مدفعي لقوات النظام على مدينة إدلب."
    article = {"article_id": "x1", "outlet": "one", "published_at": "2019-03-03T09:00:00Z", "body": body}
    articles.write_text(json.dumps(article, ensure_ascii=False) + "\n", encoding="utf-8")
    (found,) = rows("alerts", "backtest", str(articles), "--rules", str(rules))
    assert (found["rule"], found["fired"], found["withdrawn"], len(found["alerts"])) == ("five", 1, 0, 1)
    assert "five" in run("alerts", "backtest", "--rules", str(rules), "--log", log)


@pytest.mark.parametrize(("text", "says"), [(RULES.format(0), "above 0"), ("x", "xpected"), (RULES.format(1) * 2, "used twice")])
def test_rules_that_are_none_are_refused(tmp_path: Path, log: str, text: str, says: str) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(text, encoding="utf-8")
    with pytest.raises(RasadError, match=says):
        run("alerts", "backtest", "--rules", str(rules), "--log", log)


def test_watch_shows_the_account_once_where_there_is_no_terminal(log: str) -> None:
    shown = run("watch", "--log", log)
    assert "7 and 30 days to 2019-03-03" in shown and "inc-2" in shown and "Twelve killed in one attack" in shown


def test_a_bare_path_is_a_log(log: str) -> None:
    assert len(rows("incidents", "--log", log.removeprefix("embedded://"))) == 2


def test_the_log_can_come_from_the_environment(log: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASAD_LOG", log)
    assert len(rows("incidents")) == 2
