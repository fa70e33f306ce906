"""A reviewer's word wins, holds in any order of arrival, and is taken back with its row."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from agents.deduplicate.core import Linker
from agents.deduplicate.overrides import Override, Overrides, problems, reports_of
from streams.queries.moments import linked
from streams.records import Incident, Place, Report, ReportBatch
from tests.laws.test_rooms import batches

MARCH = datetime(2019, 3, 3, 9, tzinfo=UTC)
TOWNS = {"aleppo": (36.2, 37.2), "homs": (34.7, 36.7), "daraa": (32.6, 36.1)}


def batch(article: str, hours: int, town: str = "aleppo", country: str = "SY") -> ReportBatch:
    lat, lon = TOWNS[town]
    place = Place(name=town, country=country, lat=lat, lon=lon)
    report = Report(id="a", sub_event_type="Attack", date_start=MARCH.date(), date_end=MARCH.date(), place=place, country=country)
    return ReportBatch(article_id=article, published_at=MARCH + timedelta(hours=hours), country=country, outlet=article, reports=(report,))


def row(left: str, verdict: str, right: str) -> Override:
    return Override(reports_of(left), reports_of(right), verdict, "sara", "the texts say so")


def incidents(found: list[ReportBatch], *rows: Override) -> dict[str, set[str]]:
    return {one.incident_id: set(one.report_ids) for one in linked(found, Overrides(rows)) if one.status == "standing"}


THREE = [batch("one", 0), batch("two", 1), batch("three", 2)]
TWO_TOWNS = [batch("one", 0), batch("two", 1, "homs"), batch("three", 2, "homs")]


def test_alike_reports_are_one_incident_and_far_ones_two() -> None:
    assert incidents(THREE) == {"inc-one/a": {"one/a", "two/a", "three/a"}}
    assert incidents(TWO_TOWNS) == {"inc-one/a": {"one/a"}, "inc-two/a": {"two/a", "three/a"}}


def test_different_splits_what_is_alike() -> None:
    assert incidents(THREE, row("two/a", "different", "one/a three/a")) == {"inc-one/a": {"one/a", "three/a"}, "inc-two/a": {"two/a"}}


def test_same_unites_whole_incidents_under_the_earlier_id() -> None:
    assert incidents(TWO_TOWNS, row("inc-two/a", "same", "inc-one/a")) == {"inc-one/a": {"one/a", "two/a", "three/a"}}


def test_the_link_says_whose_word_it_was() -> None:
    (one,) = linked(TWO_TOWNS, Overrides([row("inc-one/a", "same", "inc-two/a")]))
    assert [(link.left, link.right) for link in one.links] == [("one/a", "two/a"), ("two/a", "three/a")]
    assert one.links[0].reasons == ("override by sara: the texts say so",)


def test_what_is_declared_different_is_not_united_by_a_detour() -> None:
    towns = [batch("one", 0), batch("two", 1, "homs"), batch("three", 2, "daraa")]
    rows = (row("one/a", "different", "three/a"), row("one/a", "same", "two/a"), row("two/a", "same", "three/a"))
    assert incidents(towns, *rows) == {"inc-one/a": {"one/a", "two/a"}, "inc-three/a": {"three/a"}}


def test_a_row_on_unknown_reports_does_nothing() -> None:
    assert incidents(THREE, row("gone/a", "same", "lost/a"), row("one/a", "different", "lost/a")) == incidents(THREE)


def test_the_incident_that_was_merged_away_says_where_it_went() -> None:
    linker = Linker(Overrides([row("inc-one/a", "same", "inc-two/a")]))
    linker.apply(TWO_TOWNS[1])
    told = {one.incident_id: one for one in linker.apply(TWO_TOWNS[0])}
    assert (told["inc-two/a"].status, told["inc-two/a"].superseded_by) == ("superseded", ("inc-one/a",))
    assert told["inc-one/a"].report_ids == ("one/a", "two/a")


def ended(found: list[ReportBatch], overrides: Overrides) -> dict[str, Incident]:
    """What the linker told last of each incident; those superseded left out."""
    linker, latest = Linker(overrides), dict[str, Incident]()
    for one in found:
        latest.update({incident.incident_id: incident for incident in linker.apply(one)})
    for one in found:
        latest.update({incident.incident_id: incident for incident in linker.touched(one.article_id)})  # replayed: nothing else is told
    return {name: one for name, one in latest.items() if one.status != "superseded"}


@pytest.mark.parametrize("seed", range(6))
def test_order_of_arrival_does_not_matter_under_any_overrides(seed: int) -> None:
    choice = random.Random(seed)
    names = [f"{one.article_id}/{report.id}" for one in batches() for report in one.reports]
    rows = [row(choice.choice(names), choice.choice(["same", "different"]), choice.choice(names)) for _ in range(25)]
    shared = [one for one in linked(batches(), Overrides()) if len(one.report_ids) > 1]
    rows += [row(one.report_ids[0], "different", " ".join(one.report_ids[1:])) for one in shared[:10]]
    rows = [one for one in rows if not set(one.left) & set(one.right)]
    shuffled = list(batches())
    wanted = ended(sorted(shuffled, key=lambda one: (one.published_at, one.article_id)), Overrides(rows))
    choice.shuffle(shuffled)
    assert ended(shuffled, Overrides(rows)) == wanted


def test_taking_in_many_and_telling_once_is_telling_after_each() -> None:
    held = Linker()
    for one in batches():
        held.take(one)
    assert {one.incident_id: one for one in held.incidents()} == ended(list(batches()), Overrides())


CASES = {
    "verdict": ("a/a", "b/a", "maybe", "sara", "why"),
    "both sides": ("", "b/a", "same", "sara", "why"),
    "article/letter": ("a", "b/a", "same", "sara", "why"),
    "who is empty": ("a/a", "b/a", "same", "", "why"),
    "why is empty": ("a/a", "b/a", "different", "sara", ""),
    "on both sides": ("a/a b/a", "b/a", "different", "sara", "why"),
}


@pytest.mark.parametrize("fault", CASES)
def test_a_row_that_says_too_little_is_a_fault(fault: str) -> None:
    cells = dict(zip(("left", "right", "verdict", "who", "why"), CASES[fault], strict=True))
    assert [told for told in problems([cells]) if fault in told]


def test_rows_that_contradict_each_other_are_a_fault() -> None:
    said = {"left": "a/a", "right": "b/a c/a", "verdict": "same", "who": "sara", "why": "x"}
    denied = {"left": "inc-c/a", "right": "b/a", "verdict": "different", "who": "omar", "why": "y"}
    (fault,) = problems([said, denied])
    assert "b/a and c/a are same in an earlier row" in fault
