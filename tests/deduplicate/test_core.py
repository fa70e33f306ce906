"""A few articles linked by hand, in every order in which they can arrive."""

import random
from itertools import permutations

import pytest

from agents.deduplicate.core import Linker, incident_id
from streams.records import Incident, ReportBatch
from tests.notation import at, batch, rows

REPORTS = {
    "fight": "type=Armed clash; by=sdf; on=is; place=maarra; n=killed is 43",
    "fight-told": "type=Armed clash; by=sdf; on=is; place=idlib; n=killed is 43",
    "fight-near": "type=Armed clash; by=sdf; on=is",
    "taken": "type=Government regains territory; by=sdf; on=is",
    "taken-counted": "type=Government regains territory; by=sdf; on=is; n=killed is 250+",
    "taken-counted-around": "type=Government regains territory; by=sdf; on=is; place=idlib; n=killed is 250+",
    "taken-counted-less": "type=Government regains territory; by=sdf; on=is; n=killed is 220",
    "strike": "by=gov:SY; on=civilians",
    "elsewhere": "by=gov:SY; on=civilians; place=homs",
    "month-before": "by=gov:SY; on=civilians; day=2019-02-09",
    "next-day": "by=gov:SY; on=civilians; day=10; place=none",
    "protest": "type=Peaceful protest; by=protesters",
    "toll": "scope=toll; n=killed civilians 100",
    "higher-toll": "scope=toll; n=killed civilians 110",
    "by-is": "by=is; on=turkey; n=killed turkey 13",
    "by-sdf": "by=sdf; on=turkey; n=killed turkey 4",
    "counted": "n=killed civilians 10",
    "counted-higher": "n=killed civilians 12",
    "counted-highest": "n=killed civilians 15",
    "counted-next-day": "n=killed civilians 10; day=10",
    "vague": "day=none; place=none",
    "massacre": "by=is; on=civilians; n=killed civilians 52",
    "massacre-by-others": "type=Suicide bomb; on=civilians; n=killed civilians 60",
    "massacre-uncounted": "by=is; on=civilians",
    "front": "by=is; on=gov:SY",
    "counted-twice": "n=killed civilians 51, wounded civilians 79",
    "counted-twice-elsewhere": "type=Mob violence; by=gov:SY; place=homs; day=12; n=killed civilians 51, wounded civilians 79",
    "counted-twice-later": "place=homs; day=20; n=killed civilians 51, wounded civilians 79",
    "front-counted": "by=is; on=gov:SY; n=killed gov:SY 60",
}


def batches(cell: str) -> list[ReportBatch]:
    found = []
    for one in cell.split(" | "):
        where, reports = one.split(": ")
        article, _, hours = where.partition("@")
        found.append(batch(article, int(hours), *(REPORTS[name] for name in reports.split("+") if name in REPORTS)))
    return found


def ended(arrived: list[ReportBatch], linker: Linker | None = None) -> dict[str, Incident]:
    """What was told last of each incident; those that were merged away left out."""
    linker, latest = linker or Linker(), dict[str, Incident]()
    for one in arrived:
        latest.update({incident.incident_id: incident for incident in linker.apply(one)})
    return {name: one for name, one in sorted(latest.items()) if one.status != "superseded"}


@pytest.mark.parametrize(("cell", "expected", "note"), rows(__file__, "linking.tsv"))
def test_reports_of_one_occurrence_are_one_incident_in_any_order(cell: str, expected: str, note: str) -> None:
    wanted = {incident_id(group.split(" ")[0]): tuple(group.split(" ")) for group in expected.split("; ")}
    ends = [ended(list(order)) for order in permutations(batches(cell))]
    assert {name: one.report_ids for name, one in ends[0].items()} == wanted, note
    assert all(end == ends[0] for end in ends)


BOTH = "strike+elsewhere"
TWICE = [("strike", "strike"), ("strike", "elsewhere"), ("strike", "nothing"), ("strike", BOTH), (BOTH, "elsewhere")]


@pytest.mark.parametrize(("first", "second"), TWICE)
@pytest.mark.parametrize("other", ["strike", "elsewhere", "nothing"])
def test_versions_of_an_article_may_come_in_any_order(first: str, second: str, other: str) -> None:
    one, two, three = (batches(f"{where}: {what}")[0] for where, what in (("one@0", first), ("one@5", second), ("two@3", other)))
    arrived = [one, two.model_copy(update={"version": 2}), three]
    ends = [ended(list(order)) for order in permutations(arrived)]
    assert all(end == ends[0] for end in ends)


@pytest.mark.parametrize("seed", range(16))
def test_many_versions_of_many_articles_end_the_same_in_any_order(seed: int) -> None:
    choice, found = random.Random(seed), list[ReportBatch]()
    for article in "abcdef":
        for version in range(1, choice.choice([1, 1, 2, 3]) + 1):
            told = [REPORTS[choice.choice(sorted(REPORTS))] for _ in range(choice.randint(0, 3))]
            found.append(batch(article, choice.randint(0, 8), *told, version=version))
    wanted = ended(sorted(found, key=lambda one: (one.published_at, one.article_id, one.version)))
    for _ in range(4):
        choice.shuffle(found)
        assert ended(found) == wanted


def signature(choice: random.Random) -> tuple[int, ...]:
    """That of one of three texts, of a part of a fourth that all have in common, or none."""
    own, shared = 1000 * choice.randint(1, 3), choice.choice([0, 20, 40, 64])
    return choice.choice([(), *[tuple(n if n < shared else own + n for n in range(64))] * 5])


@pytest.mark.parametrize("seed", range(40))
def test_texts_that_become_or_are_no_more_copies_end_the_same_in_any_order(seed: int) -> None:
    choice, found = random.Random(seed), list[ReportBatch]()
    for article in "abcdef":
        for version in range(1, choice.choice([1, 1, 2, 3]) + 1):
            told = [REPORTS[choice.choice(sorted(REPORTS))] for _ in range(choice.randint(0, 3))]
            hours = choice.choice([*range(9), 144, 168])
            found.append(batch(article, hours, *told, version=version, signature=signature(choice)))
    wanted = ended(sorted(found, key=lambda one: (one.published_at, one.article_id, one.version)))
    for _ in range(4):
        choice.shuffle(found)
        assert ended([*found, *found[:3]]) == wanted


def test_a_version_that_no_longer_tells_of_it_withdraws_the_incident() -> None:
    one, two = batches("one@0: strike | one@5: nothing")
    (incident,) = ended([one, two.model_copy(update={"version": 2})]).values()
    assert (incident.status, incident.version, incident.report_ids, incident.last_published_at) == ("withdrawn", 2, (), at(5))


def test_an_announcement_withdraws_what_the_article_said_of_the_country_before() -> None:
    (one,) = batches("one@0: strike")
    (incident,) = ended([one, batch("one", 5, country="", version=2)]).values()
    assert incident.status == "withdrawn"


@pytest.mark.parametrize("cell", ["one@0: strike", "one@0: strike+elsewhere", "one@0: nothing"])
def test_an_article_that_comes_again_changes_nothing(cell: str) -> None:
    linker, (one,) = Linker(), batches(cell)
    linker.apply(one)
    assert linker.apply(one) == []


def test_an_earlier_report_gives_the_incident_its_id_and_supersedes_the_other() -> None:
    linker, (early, late) = Linker(), batches("one@0: strike | two@4: strike")
    linker.apply(late)
    new, old = sorted(linker.apply(early), key=lambda one: one.incident_id)
    assert (new.incident_id, new.report_ids) == ("inc-one/a", ("one/a", "two/a"))
    assert (old.incident_id, old.status, old.superseded_by) == ("inc-two/a", "superseded", ("inc-one/a",))


def test_only_what_changed_is_told() -> None:
    linker = Linker()
    linker.apply(batches("one@0: strike+elsewhere")[0])
    assert [one.incident_id for one in linker.apply(batches("two@4: elsewhere")[0])] == ["inc-one/b"]
    assert [one.incident_id for one in linker.touched("two")] == ["inc-one/b"]


def test_a_link_says_why() -> None:
    (incident,) = ended(batches("one@0: counted | two@4: counted-next-day")).values()
    (link,) = incident.links
    assert (link.left, link.right, link.verdict, link.score) == ("one/a", "two/a", "same", 0.91)
    assert link.reasons[:3] == ("place.same +0.35", "figures.equal +0.20", "kind.same +0.20")


def test_near_copies_are_one_origin_and_count_once() -> None:
    text = tuple(range(64))
    found = [batch(name, hours, "n=killed civilians 10", signature=text) for hours, name in enumerate(("one", "two"))]
    found.append(batch("three", 3, "n=killed civilians 12", signature=tuple(range(100, 164))))
    for order in permutations(found):
        (incident,) = ended(list(order)).values()
        assert (incident.origins, len(incident.report_ids)) == (2, 3)
        assert [(f.low, f.best, f.high) for f in incident.figures] == [(10, 12, 12)]  # one against one: the later


def test_an_act_told_before_it_in_a_newer_version_takes_neither_its_id_nor_its_place() -> None:
    one, two = batches("one@0: strike | one@5: elsewhere+strike")
    arrived = [one, two.model_copy(update={"version": 2}), *batches("two@7: strike")]
    ends = [ended(list(order)) for order in permutations(arrived)]
    assert all(end == ends[0] for end in ends)
    assert {name: one.report_ids for name, one in ends[0].items()} == {
        "inc-one/a": ("one/b", "two/a"),
        "inc-one/a.2": ("one/a",),
    }
    assert [(one.status, len(one.history)) for one in ends[0].values()] == [("standing", 1), ("standing", 1)]


def test_another_act_in_its_place_withdraws_it() -> None:
    one, two = batches("one@0: strike | one@5: protest")
    ends = ended([one, two.model_copy(update={"version": 2})])
    assert {name: one.status for name, one in ends.items()} == {"inc-one/a": "withdrawn", "inc-one/a.2": "standing"}
