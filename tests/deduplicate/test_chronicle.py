"""Stories by hand: at which moments an incident changed, what, and because of which article."""

from datetime import datetime
from itertools import chain, combinations

import pytest

from agents.deduplicate.accounts import Account
from agents.deduplicate.chronicle import BLANK, Chronicle, Chronicles, told
from agents.deduplicate.incidents import Part
from streams.records import Incident, Link
from tests.notation import account, at, rows

TABLE = rows(__file__, "stories.tsv")


def parts_of(cell: str) -> tuple[Part, ...]:
    parts = []
    for one in cell.split(" | "):
        where, report = one.split(": ")
        article, _, hours = where.partition("@")
        begin, _, end = hours.partition("-")
        parts.append(Part(account(article, int(begin), report, version=int(begin) + 1), at(int(end)) if end else None, article))
    return tuple(parts)


def shown(story: Chronicle) -> tuple[str, str, str]:
    """Versions, changed fields by version, and the articles because of which, as the table writes them."""
    hours = [int((r.published_at - at(0)).total_seconds()) // 3600 for r in story.history]
    versions = "; ".join(f"{hour} {r.status} {r.killed}" for hour, r in zip(hours, story.history, strict=True))
    changed = [", ".join(c.field for c in story.changes if c.version == r.version) for r in story.history[1:]]
    return versions, "; ".join(changed) or "-", " ".join(r.because for r in story.history)


@pytest.mark.parametrize(("cell", "versions", "changed", "because", "note"), TABLE)
def test_a_version_is_a_moment_at_which_the_content_changed(cell: str, versions: str, changed: str, because: str, note: str) -> None:
    found = shown(told(parts_of(cell)))
    assert (found[0], found[2]) == (versions, because), note
    assert [set(one.split(", ")) for one in found[1].split("; ")] == [set(one.split(", ")) for one in changed.split("; ")], note


@pytest.mark.parametrize("cell", [row[0] for row in TABLE if "|" in row[0]])
def test_a_story_told_on_from_any_part_of_it_is_the_story_told_at_once(cell: str) -> None:
    parts = parts_of(cell)
    endless = tuple(part._replace(end=None) for part in parts)
    renamed = tuple(part._replace(origin="z") for part in parts)
    for some in chain.from_iterable(combinations(parts, n) for n in range(1, len(parts) + 1)):
        assert told(parts, told(some, BLANK)) == told(parts)
        assert told(some, told(parts, BLANK)) == told(some)
    for other in (endless, renamed):
        assert told(parts, told(other, BLANK)) == told(parts)
        assert told(other, told(parts, BLANK)) == told(other)


def test_a_change_says_what_was_before_and_after() -> None:
    (change,) = told(parts_of(TABLE[1][0])).changes
    assert (change.version, change.published_at, change.because) == (2, at(4), "b")
    assert (change.before, change.after) == ("killed civilians 10-10-10", "killed civilians 10-12-12")


class Telling:
    """Chronicles that are asked of one incident, with all they ask back."""

    def __init__(self) -> None:
        self.chronicles, self.asked = Chronicles(), list[int]()

    def links(self, accounts: list[Account], known: int) -> tuple[Link | None, ...]:
        self.asked.append(known)
        links = [Link(left=accounts[0].report_id, right=one.report_id, verdict="same", score=1.0) for one in accounts[1:]]
        return (None, *links)[known:]

    def tell(self, *accounts: Account, again: bool = False, ends: dict[str, datetime] | None = None) -> Incident | None:
        origins = {one.article_id: one.article_id for one in accounts}
        end = ends or {}
        return self.chronicles.incident("inc-a/a", list(accounts), lambda one: end.get(one.article_id), origins, self.links, again=again)


ONE, TWO, THREE = (account(name, hours, f"n=killed civilians {n}") for name, hours, n in (("a", 0, 10), ("b", 4, 12), ("c", 2, 14)))


def test_an_incident_that_is_as_it_was_told_is_told_only_when_asked_again() -> None:
    telling = Telling()
    first = telling.tell(ONE, TWO)
    assert first is not None and first.version == 2
    assert telling.tell(ONE, TWO) is None
    assert telling.tell(ONE, TWO, again=True) == first


@pytest.mark.parametrize(("late", "known"), [(THREE, 1), (account("c", 4, "n=none"), 2)], ids=["between", "at the last moment"])
def test_an_account_that_comes_late_has_the_story_told_anew_from_there_on(late: Account, known: int) -> None:
    telling, afresh = Telling(), Telling()
    telling.tell(ONE, TWO)
    accounts = sorted((ONE, TWO, late), key=lambda one: one.order)
    assert telling.tell(*accounts) == afresh.tell(*accounts)
    assert telling.asked == [0, known]


def test_links_are_asked_of_new_accounts_alone_until_they_are_unlinked() -> None:
    telling = Telling()
    for accounts in ((ONE,), (ONE, TWO)):
        telling.tell(*accounts)
    telling.chronicles.unlink(["inc-a/a", "inc-b/a"])
    incident = telling.tell(ONE, TWO, again=True)
    assert telling.asked == [0, 1, 0]
    assert incident is not None and [link.right for link in incident.links] == ["b/a"]


def test_what_was_forgotten_is_told_again() -> None:
    telling = Telling()
    first = telling.tell(ONE)
    telling.chronicles.forget(["inc-a/a"])
    assert telling.tell(ONE) == first is not None


def test_an_incident_counts_outlets_origins_and_articles_that_stand() -> None:
    incident = Telling().tell(ONE, TWO, ends={"b": at(6)})
    assert incident is not None
    assert (incident.report_ids, incident.article_ids, incident.outlets, incident.origins) == (("a/a",), ("a",), ("a",), 1)
    assert (incident.first_published_at, incident.last_published_at, incident.version) == (at(0), at(6), 3)
    assert [claim.low for claim in incident.claims] == [10]
