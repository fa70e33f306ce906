"""The reading commands on a log written by hand."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from streams.errors import RasadError
from streams.records import Article, Claim
from streams.transports.embedded.address import Address
from streams.transports.embedded.opened import hold, release
from streams.wire import encode
from tests.cli.written import BODY, FIVE, MARCH, incident, rows, run


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


def test_the_gravest_incidents_come_first_where_that_is_asked_for(tmp_path: Path) -> None:
    address = Address(tmp_path / "rasad.db")
    made = hold(address)
    made.create_topic("incidents", 1)
    for one in (incident("inc-1", 2, 12), incident("inc-2", 3, 5)):
        made.append(("incidents", 0), 0.0, f"SY/{one.incident_id}".encode(), encode(one), [])
    made.flush()
    try:
        for options, wanted in (((), ["inc-2", "inc-1"]), (("--order", "killed"), ["inc-1", "inc-2"])):
            assert [row["incident_id"] for row in rows("incidents", "--log", str(address.path), *options)] == wanted
    finally:
        release(address)


@pytest.mark.parametrize("option", ["--order", "--scope"])
def test_an_order_or_a_scope_that_there_is_not_is_refused_with_those_that_there_are(log: str, option: str) -> None:
    with pytest.raises(RasadError, match=f"{option} size: expected one of"):
        run("incidents", "--log", log, option, "size")


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


def test_watch_shows_the_account_once_on_a_terminal_that_cannot_be_drawn_anew(log: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    dumb = Console(file=out, force_terminal=True, width=200, _environ={"TERM": "dumb"})
    monkeypatch.setattr("streams.cli.screen.console", lambda: dumb)
    run("watch", "--log", log)
    assert "7 and 30 days to 2019-03-03" in out.getvalue()


def test_watch_counts_incidents_that_may_be_one_as_aggregates_does(log: str) -> None:
    shown = run("watch", "--log", log, "--party", "gov:SY")
    assert "2 (1–2)" in shown and "17 (5–21)" in shown
    assert "17 (5–21)" in run("aggregates", "--log", log, "--party", "gov:SY", "--by", "country", "--days", "7")


@pytest.mark.parametrize(("given", "meant"), [("INC-", "inc-1, inc-2"), ("inc-2/", ""), ("alr", "alr-1")])
def test_an_id_that_is_not_there_is_told_with_those_that_begin_so(log: str, given: str, meant: str) -> None:
    with pytest.raises(RasadError, match=f"like it: {meant}$" if meant else "rasad.db$"):
        run("explain", given, "--log", log)


@pytest.mark.parametrize("party", ["gov:SY", "Government of Syria", "government of syria"])
def test_a_party_is_known_by_its_id_and_its_name(log: str, party: str) -> None:
    assert len(rows("incidents", "--log", log, "--party", party)) == 2


@pytest.mark.parametrize(("party", "says"), [("sdff", "near it: sdf "), ("ahrar-al-sham", "ask for syrian-rebels")])
def test_a_party_that_records_do_not_carry_is_refused_with_what_to_ask_for(log: str, party: str, says: str) -> None:
    with pytest.raises(RasadError, match=says):
        run("incidents", "--log", log, "--party", party)


@pytest.mark.parametrize("country", ["Syria", "syria", "سوريا"])
def test_a_country_given_by_name_is_refused_with_its_code(log: str, country: str) -> None:
    with pytest.raises(RasadError, match=f"{country} is SY"):
        run("incidents", "--log", log, "--country", country)


@pytest.mark.parametrize("command", [("diff", "2019-03-01", "2019-03-04"), ("review",)])
def test_a_country_that_there_is_not_is_refused_by_all(log: str, command: tuple[str, ...]) -> None:
    with pytest.raises(RasadError, match="--country Atlantis"):
        run(*command, "--log", log, "--country", "Atlantis")


def test_a_bare_path_is_a_log(log: str) -> None:
    assert len(rows("incidents", "--log", log.removeprefix("embedded://"))) == 2


def test_the_log_can_come_from_the_environment(log: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASAD_LOG", log)
    assert len(rows("incidents")) == 2


def test_days_that_end_before_they_begin_are_refused(log: str) -> None:
    with pytest.raises(RasadError, match="the earlier one first"):
        run("incidents", "--log", log, "--since", "2019-03-03", "--until", "2019-03-02")
