"""The shipped feed is well formed, its gold covers it, and what the gold says is said in the texts."""

import json
import os
import re
from datetime import date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

import seeds
from streams.vocabulary import AlertKind, Measure, Scope, Subset

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("RASAD_SHARED", HERE.parents[2] / "shared"))
FIRST, LAST = date(2019, 1, 9), date(2019, 3, 24)
LETTERS = str.maketrans("أإآٱىة٠١٢٣٤٥٦٧٨٩", "اااايه0123456789", "ًٌٍَُِّْـ")
FIVE = {
    "000_9291ffd518bde82e": date(2019, 3, 12),
    "001_22b6cdc606ecaa5a": date(2019, 3, 3),
    "002_54e6ee677924fb6f": date(2019, 1, 9),
    "003_e67fb804d184426c": date(2019, 3, 22),
    "004_1c2b008f037e2c22": date(2019, 2, 11),
}
Row = dict[str, Any]


@cache
def lines(folder: str) -> list[Row]:
    return [json.loads(line) for file in sorted(seeds.path(folder).glob("*.jsonl")) for line in file.open(encoding="utf-8")]


def articles() -> list[Row]:
    return lines("articles")


def key(row: Row) -> tuple[str, int]:
    return row["article_id"], row.get("version", 1)


def name(row: Row) -> str:
    return f"{row['article_id']}.v{row.get('version', 1)}"


def reports() -> list[Row]:
    return [report for row in lines("gold") for report in row["reports"]]


def folded(row: Row) -> str:
    return f"{row['title']}\n{row['body']}".translate(LETTERS)


def runs_of_eight(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.translate(LETTERS))
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def day(row: Row) -> date:
    return datetime.fromisoformat(row["published_at"]).date()


def test_there_are_at_least_forty_dispatches_from_six_outlets() -> None:
    assert len(articles()) >= 40
    assert len({row["outlet"] for row in articles()}) == 6


def test_every_outlet_is_a_row_of_outlets_csv() -> None:
    assert {row["outlet"] for row in articles()} <= {row["outlet"] for row in seeds.rows("outlets.csv")}


def test_a_file_holds_one_outlet_in_order_of_publication() -> None:
    for file in seeds.path("articles").glob("*.jsonl"):
        rows = [row for row in articles() if row["outlet"] == file.stem]
        assert len(rows) == len(file.read_text(encoding="utf-8").splitlines())
        assert all(datetime.fromisoformat(a["published_at"]) <= datetime.fromisoformat(b["published_at"]) for a, b in pairwise(rows))


def test_an_id_comes_once_a_version() -> None:
    assert len({key(row) for row in articles()}) == len(articles())


def test_a_second_version_is_published_later_under_the_same_outlet() -> None:
    first = {row["article_id"]: row for row in articles() if row.get("version", 1) == 1}
    second = [row for row in articles() if row.get("version", 1) == 2]
    assert second
    for row in second:
        before = first[row["article_id"]]
        assert row["outlet"] == before["outlet"]
        assert datetime.fromisoformat(row["published_at"]) > datetime.fromisoformat(before["published_at"])


@pytest.mark.parametrize("row", articles(), ids=name)
def test_a_dispatch_is_dated_within_the_ten_weeks_and_of_fair_length(row: Row) -> None:
    assert FIRST <= day(row) <= LAST
    assert datetime.fromisoformat(row["published_at"]).utcoffset() is not None
    assert 60 <= len(row["body"].split()) <= 350
    assert row["url"].startswith("https://example.org/")


def test_the_five_retold_dispatches_keep_id_and_day() -> None:
    assert {row["article_id"]: day(row) for row in articles() if row["article_id"] in FIVE} == FIVE


def test_one_article_is_received_much_later_than_published() -> None:
    late = [row for row in articles() if "received_at" in row]
    assert len(late) == 1
    assert (datetime.fromisoformat(late[0]["received_at"]) - datetime.fromisoformat(late[0]["published_at"])).days >= 7


def test_one_outlet_falls_silent_while_the_others_go_on() -> None:
    last = {row["outlet"]: day(row) for row in sorted(articles(), key=day)}
    assert (LAST - last.pop("tadmur-net")).days > 30
    assert all((LAST - seen).days <= 2 for seen in last.values())


def test_the_gold_covers_every_article_version() -> None:
    assert sorted(map(key, lines("gold"))) == sorted(map(key, articles()))


@pytest.mark.parametrize("row", lines("gold"), ids=name)
def test_the_gold_takes_its_words_from_the_closed_lists(row: Row) -> None:
    ids = [report["id"] for report in row["reports"]]
    assert len(set(ids)) == len(ids)
    for report in row["reports"]:
        assert report["scope"] in get_args(Scope)
        assert set(report.get("parts", ())) <= set(ids)
        for figure in report["figures"]:
            assert figure["measure"] in get_args(Measure)
            assert figure.get("subset") in (None, *get_args(Subset))
            assert (figure["low"] if figure["low"] is not None else figure["high"]) is not None
            assert figure["low"] is None or figure["high"] is None or figure["low"] <= figure["high"]


def test_every_party_of_the_gold_is_an_actor_or_a_state() -> None:
    known = {"unknown"} | {row["actor"] for row in seeds.rows("actors.csv")}
    named = {report[side] for report in reports() for side in ("actor1", "actor2")} - {None}
    named |= {figure["party"] for report in reports() for figure in report["figures"]}
    assert not {actor for actor in named if actor not in known and not re.fullmatch(r"gov:[A-Z]{2}", actor)}


def test_no_report_begins_after_its_end_or_ends_after_its_article() -> None:
    for row in lines("gold"):
        for report in row["reports"]:
            end = report["date_end"]
            assert end is None or end <= row["published_at"][:10]
            assert report["date_start"] is None or end is None or report["date_start"] <= end


@cache
def number_words() -> dict[int, str]:
    rows = [line.split("\t") for line in (HERE / "number-words.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    return {int(number): pattern for number, pattern in rows}


def is_stated(number: int, text: str) -> bool:
    digits = rf"(?<!\d)({number}|{number:,})(?![\d])"
    thousands = rf"|(?<!\d){number // 1000} (الف|الاف)" if number % 1000 == 0 else ""
    words = f"|{number_words()[number]}" if number in number_words() else ""
    vague = "|عشرات" if number == 20 else ""
    return re.search(digits + thousands + words + vague, text) is not None


@pytest.mark.parametrize("row", lines("gold"), ids=name)
def test_every_figure_of_the_gold_is_stated_in_the_text(row: Row) -> None:
    text = folded(next(article for article in articles() if key(article) == key(row)))
    numbers = {bound for report in row["reports"] for figure in report["figures"] for bound in (figure["low"], figure["high"]) if bound}
    assert not {number for number in numbers if not is_stated(number, text)}


def test_a_cluster_joins_incidents_of_different_articles() -> None:
    incidents = {(row["article_id"], report["id"]) for row in lines("gold") for report in row["reports"] if report["scope"] == "incident"}
    clusters = json.loads(seeds.path("gold/clusters.json").read_text(encoding="utf-8"))
    members = [tuple(member) for cluster in clusters for member in cluster]
    assert len(set(members)) == len(members)
    assert set(members) <= incidents
    assert all(len({article for article, _ in cluster}) == len(cluster) >= 2 for cluster in clusters)


def test_each_of_the_seven_kinds_of_alert_is_expected_and_one_is_amended_and_one_withdrawn() -> None:
    expected = json.loads(seeds.path("gold/alerts.json").read_text(encoding="utf-8"))
    must = [alert for alert in expected if alert["expected"] == "must"]
    assert {alert["kind"] for alert in must} == set(get_args(AlertKind))
    assert {"raised", "amended", "withdrawn"} == {status for alert in must for status in alert["history"]}
    assert all(alert["stands"] == (alert["history"][-1] != "withdrawn") for alert in expected)
    assert {article for alert in expected for article in alert["articles"]} <= {row["article_id"] for row in articles()}


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles are not here")
def test_no_dispatch_repeats_eight_words_of_a_source_text() -> None:
    known: set[tuple[str, ...]] = set()
    for file in (SHARED / "seeds").glob("*.txt"):
        known |= runs_of_eight(file.read_text(encoding="utf-8"))
    assert known
    assert not {" ".join(run) for row in articles() for run in runs_of_eight(f"{row['title']} {row['body']}") & known}
