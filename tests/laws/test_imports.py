"""Imports run one way: seeds → cores → edges → streams; cores know no clock, no chance, no I/O and no Faust."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KERNEL = {
    "streams.records",
    "streams.wire",
    "streams.errors",
    "streams.topics",
    "streams.vocabulary",
    "streams.accounts",
}  # what every room shares
NOT_IN_CORES = {"faust", "mode", "aiokafka", "asyncio", "aiohttp", "time", "random", "os", "logging", "socket", "subprocess", "threading"}
CORES = sorted(path for path in (ROOT / "agents").rglob("*.py") if path.name != "agent.py")
EDGES = sorted((ROOT / "agents").rglob("agent.py"))
SEEDS = sorted(path for path in (ROOT / "seeds").rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CORES, ids=name_of)
def test_a_core_knows_no_clock_no_chance_and_no_io(path: Path) -> None:
    assert not {module for module in imported(path) if module.split(".")[0] in NOT_IN_CORES}


@pytest.mark.parametrize("path", [*CORES, *EDGES], ids=name_of)
def test_a_room_takes_from_streams_only_the_shared_kernel(path: Path) -> None:
    allowed = KERNEL | ({"streams.ports"} if path.name == "agent.py" else set())
    assert not {module for module in imported(path) if module.startswith("streams") and module not in allowed}


@pytest.mark.parametrize("path", CORES, ids=name_of)
def test_a_room_does_not_look_into_a_later_room(path: Path) -> None:
    order = ["extract", "deduplicate", "aggregate", "alert"]
    room = path.relative_to(ROOT / "agents").parts[0]
    later = order[order.index(room) + 1 :] if room in order else order
    assert not {module for module in imported(path) if any(module.startswith(f"agents.{name}") for name in later)}


@pytest.mark.parametrize("path", SEEDS, ids=name_of)
def test_seeds_know_nobody(path: Path) -> None:
    assert not {module for module in imported(path) if module.split(".")[0] in {"agents", "streams"}}


@pytest.mark.parametrize("path", EDGES, ids=name_of)
def test_an_edge_is_thin(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize(
    "path",
    sorted(path for top in ("streams", "agents", "seeds", "tests", "benchmarks", "docs") for path in (ROOT / top).rglob("*.py")),
    ids=name_of,
)
def test_a_module_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
