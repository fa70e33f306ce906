"""Clusters united by a reviewer's rows."""

import pytest

from agents.deduplicate.groups import Groups
from agents.deduplicate.keys import key_named, turn_named
from agents.deduplicate.overrides import Override, Overrides
from tests.notation import at, rows

TABLE = rows(__file__, "groups.tsv")


def groups_of(clusters: str, said: str) -> Groups:
    held = {name: members.split(",") for name, members in (one.split(":") for one in clusters.split(" "))}
    overrides = []
    for row in [] if said == "-" else said.split(" "):
        left, right = (tuple(side.split(",")) for side in row.replace("!", "=").split("="))
        overrides.append(Override(left, right, "different" if "!" in row else "same", "sara", "the texts say so"))
    members = {name: [key_named(turn_named(report, (at(0), 1, "")), report) for report in reports] for name, reports in held.items()}
    return Groups(Overrides(overrides), members.__getitem__, lambda report: [name for name, reports in held.items() if report in reports])


@pytest.mark.parametrize(("clusters", "said", "name", "expected", "note"), TABLE)
def test_a_group_is_what_the_rows_unite(clusters: str, said: str, name: str, expected: str, note: str) -> None:
    assert groups_of(clusters, said).of(name) == frozenset(expected.split(" ")), note


@pytest.mark.parametrize(("clusters", "said", "name", "expected", "note"), TABLE)
def test_every_member_of_a_group_is_told_the_same(clusters: str, said: str, name: str, expected: str, note: str) -> None:
    groups = groups_of(clusters, said)
    assert {groups.of(other) for other in expected.split(" ")} == {frozenset(expected.split(" "))}, note
