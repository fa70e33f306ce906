"""Who is heard of: rows of outlets and of governorates, and the alerts on governorates of which nothing is told any more."""

import random

import pytest

from agents.alert.hearing import Heard, Hearing, partition_of
from agents.alert.rules import Rule, load
from streams.records import Alert, ReportBatch
from tests.notation import at, batch

OF_PLACES = Rule("silence-place", "silence", 1, {"of": "governorate", "days": 10, "articles": 4, "within": 21, "expected": 2})
RULES = (*load(), OF_PLACES)
IDLIB, HOMS, NORTH = "place=saraqib", "place=homs", "place=north"


def keys(hearing: Hearing, one: ReportBatch) -> list[str]:
    return [key.decode() for key, _ in hearing.rows(one)]


def story(*days: tuple[int, str], outlet: str = "one") -> list[ReportBatch]:
    """One article a day of March, which says this of its place."""
    return [batch(f"{outlet}-{number}", 24 * day, cell, outlet=outlet) for number, (day, cell) in enumerate(days)]


def heard(batches: list[ReportBatch], rules: tuple[Rule, ...] = RULES) -> dict[str, Alert]:
    """By title, the alerts on governorates that stand after these, told one by one."""
    hearing, rows = Hearing(rules, 0, listens=False), dict[bytes, ReportBatch]()
    for one in batches:
        for key, row in hearing.rows(one):
            if key not in rows:
                rows[key] = row
                hearing.take(row)
    return {alert.title: alert for alert in hearing.standing()}


BUSY = [(day, IDLIB) for day in range(8)]
ELSEWHERE = [(day, HOMS) for day in range(8, 24)]


def test_an_outlet_is_heard_of_once_an_article_where_its_partition_listens() -> None:
    one = batch("a", 0, IDLIB, outlet="one")
    assert keys(Hearing(load(), 0, listens=True), one) == [f"a/1/{one.digest}"]
    assert keys(Hearing(load(), 3, listens=False), one) == []


def test_a_governorate_is_heard_of_in_the_partition_of_its_reports() -> None:
    one = batch("a", 0, IDLIB, "place=sarmin", HOMS, NORTH, "place=none", outlet="one")
    article = f"@3/a/1/{one.digest}"
    assert keys(Hearing(RULES, 3, listens=False), one) == [article, f"{article}/SY/Homs", f"{article}/SY/Idlib"]
    assert {partition_of(key) for key, _ in Hearing(RULES, 3, listens=False).rows(one)} == {3}


def test_without_a_rule_on_places_nothing_is_kept_of_them() -> None:
    one = batch("a", 0, IDLIB, outlet="one")
    assert keys(Hearing(load(), 3, listens=False), one) == []
    row = next(row for key, row in Hearing(RULES, 3, listens=False).rows(one) if key.endswith(b"Idlib"))
    assert Hearing(load(), 3, listens=False).take(row) == [], "a row of a rule that there is no more"


def test_a_governorate_of_which_nothing_is_told_any_more_has_fallen_silent() -> None:
    found = heard(story(*BUSY, *ELSEWHERE))
    assert list(found) == ["Nothing has been told of Idlib since 2019-03-17"]
    (alert,) = found.values()
    assert (alert.kind, alert.country, alert.status, alert.subject) == ("silence", "SY", "raised", "SY/Idlib/2019-03-17")
    assert alert.facts["last"] == "2019-03-17" and alert.facts["articles_before"] == "8"
    assert alert.raised_at == at(24 * 17), "ten days after the last, by when others told of enough"


def test_its_silence_ends_with_the_next_report() -> None:
    found = heard(story(*BUSY, *ELSEWHERE, (24, IDLIB)))
    assert list(found) == ["Nothing was told of Idlib from 2019-03-17 to 2019-04-03"]
    assert [(one.status, one.facts["ended"]) for one in found.values()] == [("amended", "2019-04-03")]


@pytest.mark.parametrize(
    ("days", "note"),
    [
        ([(day, IDLIB) for day in range(3)] + ELSEWHERE, "three articles are no flow"),
        (BUSY + [(day, HOMS) for day in range(8, 17)], "nine days"),
        (BUSY + [(day, IDLIB) for day in range(8, 24)], "told of each day"),
        (BUSY + [(day, f"{HOMS} | {IDLIB}") for day in range(8, 24)], "told of beside another"),
        ([(day, NORTH) for day in range(8)] + ELSEWHERE, "somewhere in the north is no governorate"),
    ],
)
def test_no_governorate_is_silent_that_is_told_of_or_was_hardly(days: list[tuple[int, str]], note: str) -> None:
    batches = [batch(f"one-{number}", 24 * day, *cell.split(" | "), outlet="one") for number, (day, cell) in enumerate(days)]
    assert heard(batches) == {}, note


def test_where_the_whole_feed_stops_no_governorate_is_silent() -> None:
    assert heard(story(*BUSY, (40, HOMS))) == {}


def test_an_article_in_batches_of_two_countries_is_one() -> None:
    hearing, one = Hearing((OF_PLACES,), 0, listens=False), batch("a", 0, IDLIB, outlet="one")
    there = one.model_copy(update={"country": "IQ", "reports": batch("a", 0, "place=mosul", outlet="one").reports})
    rows = dict([heard for part in (one, there) for heard in hearing.rows(part)])
    assert [key.decode().removeprefix(f"@0/a/1/{one.digest}") for key in rows] == ["", "/SY/Idlib", "/IQ/Nineveh"]


@pytest.mark.parametrize("seed", range(20))
def test_whatever_order_rows_come_in_the_end_is_the_same(seed: int) -> None:
    choice = random.Random(seed)
    batches = [
        batch(f"one-{number}", 24 * choice.randint(0, 60), choice.choice([IDLIB, IDLIB, HOMS, NORTH]), outlet="one") for number in range(40)
    ]
    wanted = heard(sorted(batches, key=lambda one: one.published_at))
    choice.shuffle(batches)
    assert heard(batches) == wanted


def test_shuffled_worlds_have_silent_places() -> None:
    found = []
    for seed in range(20):
        choice = random.Random(seed)
        found += heard([batch(f"{n}", 24 * choice.randint(0, 60), choice.choice([IDLIB, IDLIB, HOMS]), outlet="one") for n in range(40)])
    assert found


def test_what_was_heard_is_made_again_from_its_rows() -> None:
    hearing, rows = Hearing(RULES, 3, listens=False), list[Heard]()
    for one in story(*BUSY, *ELSEWHERE):
        rows += hearing.rows(one)
    for _, row in rows:
        hearing.take(row)
    again = Hearing(RULES, 3, listens=False)
    for key, row in rows:
        assert partition_of(key) == 3
        again.take(row)
    assert again.standing() == hearing.standing() != []
    late = batch("late", 24 * 30, HOMS, outlet="two")
    assert [sent for _, row in again.rows(late) for sent in again.take(row)] == [], "nothing is sent twice"
