"""B³ counted by hand."""

from agents.evaluate.linking import tallies
from agents.evaluate.matching import match
from tests.evaluate.reports import article, report


def linked(incidents: list[str | None]) -> list[dict[str, float]]:
    """Four articles of one report each; the gold's first three tell of one occurrence."""
    found = [match(article([report()], [report(incident_id=one)], name)) for name, one in zip("wxyz", incidents, strict=True)]
    return [dict(one) for one in tallies(found, [[("w", "a"), ("x", "a"), ("y", "a")]])]


def total(found: list[dict[str, float]], name: str) -> float:
    return sum(one.get(name, 0) for one in found)


def test_what_is_linked_as_in_gold_is_wholly_right() -> None:
    found = linked(["1", "1", "1", "2"])
    assert [total(found, f"linking.{key}") for key in ("p", "r", "n", "gold")] == [4, 4, 4, 4]
    assert [total(found, f"clustered.{key}") for key in ("p", "r", "n", "gold")] == [3, 3, 3, 3]


def test_what_is_kept_apart_loses_recall_and_what_is_joined_precision() -> None:
    assert total(linked(["1", "1", "3", "2"]), "linking.r") == 2 / 3 + 2 / 3 + 1 / 3 + 1
    assert total(linked(["1", "1", "1", "1"]), "linking.p") == 3 / 4 * 3 + 1 / 4


def test_a_report_that_is_not_linked_is_left_out() -> None:
    found = linked(["1", "1", None, "2"])
    assert [total(found, f"linking.{key}") for key in ("p", "r", "n", "gold")] == [3, 3, 3, 4]
