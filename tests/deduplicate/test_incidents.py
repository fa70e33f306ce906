"""What an incident says, from the reports that make it up."""

from datetime import datetime

import pytest

from agents.deduplicate.incidents import Content, Part, claims_of, content_of, revision_of, said
from tests.notation import account, at, reconciled, report, rows, some

CONTENT = rows(__file__, "content.tsv")


def parts_of(cells: str, end: datetime | None = None) -> list[Part]:
    """Parts published an hour after each other, of articles a, b, …, each its own origin."""
    told = zip("abcdef", cells.split(" | "), strict=False)
    return [Part(account(name, hours, cell), end, name) for hours, (name, cell) in enumerate(told)]


def content(parts: list[Part]) -> Content:
    return content_of(parts, claims_of(parts))


@pytest.mark.parametrize(("reports", "field", "expected", "note"), CONTENT)
def test_an_incident_says_what_its_accounts_agree_on(reports: str, field: str, expected: str, note: str) -> None:
    assert str(said(content(parts_of(reports))[field])) == expected, note


@pytest.mark.parametrize("cell", sorted({row[0] for row in CONTENT if "|" not in row[0]}))
def test_one_account_is_read_as_many_that_say_it(cell: str) -> None:
    one, two = parts_of(f"{cell} | {cell}")
    assert content([one, two]) == content([one])


def test_no_account_is_left_of_a_withdrawn_incident() -> None:
    assert content(parts_of("-"))["status"] == "standing"
    nothing = content([])
    assert (nothing["status"], nothing["figures"], nothing["place"], nothing["date_start"]) == ("withdrawn", (), None, None)


@pytest.mark.parametrize(("figures", "killed", "wounded", "note"), rows(__file__, "revisions.tsv"))
def test_a_revision_counts_whole_figures_of_all_sides(figures: str, killed: str, wounded: str, note: str) -> None:
    told = content(parts_of("-")) | {"figures": tuple(map(reconciled, some(figures)))}
    one = revision_of(3, at(2), told, "b", ())
    assert (f"{one.killed_low}-{one.killed}-{one.killed_high}", str(one.wounded)) == (killed, wounded), note
    assert (one.version, one.published_at, one.because, one.status) == (3, at(2), "b", "standing")


@pytest.mark.parametrize(("cell", "field", "expected", "note"), rows(__file__, "said.tsv"))
def test_a_change_shows_a_value_as_text(cell: str, field: str, expected: str, note: str) -> None:
    assert (said(getattr(report(cell), field)) or "-") == expected, note


STANDS: list[tuple[int, int | None, int, bool]] = [(0, None, 0, True), (0, None, 5, True), (2, None, 1, False)]
STANDS += [(0, 4, 3, True), (0, 4, 4, False), (0, 4, 5, False), (2, 2, 2, False)]


@pytest.mark.parametrize(("published", "end", "moment", "expected"), STANDS)
def test_an_account_stands_until_it_is_taken_back(published: int, end: int | None, moment: int, expected: bool) -> None:
    part = Part(account("a", published, "-"), None if end is None else at(end), "a")
    assert part.stands(at(moment)) is expected


def test_the_ledger_holds_every_figure_with_where_it_comes_from() -> None:
    one = account("a", 0, "n=killed is 3, wounded is 4", version=2)
    two = account("b", 5, "n=killed is 5", version=2)
    found = claims_of([Part(one, None, "a"), Part(two, None, "a"), Part(account("c", 6, "-"), None, "c")])
    assert [(claim.measure, claim.low, claim.report_id, claim.article_id) for claim in found] == [
        ("killed", 3, "a/a", "a"),
        ("wounded", 4, "a/a", "a"),
        ("killed", 5, "b/a", "b"),
    ]
    assert [(claim.outlet, claim.origin, claim.published_at) for claim in found[1:]] == [("a", "a", at(0)), ("b", "a", at(5))]
    assert {claim.article_version for claim in found} == {2}
