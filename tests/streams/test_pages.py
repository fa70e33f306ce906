"""Large pages change where memory lies, and nothing that it holds."""

import sys
from pathlib import Path

import pytest

from streams import pages


def _maps(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "maps"
    path.write_text(text)
    return path


@pytest.mark.parametrize(
    ("start", "stop", "expected"),
    [
        (0, 1 << 21, (0, 1 << 21)),
        (1, 1 << 21, (1 << 21, 0)),  # no whole one
        (4096, (3 << 21) + 4096, (1 << 21, 2 << 21)),
        (4096, 8192, (1 << 21, -(1 << 21))),
    ],
)
def test_only_whole_pages_are_asked_for(start: int, stop: int, expected: tuple[int, int]) -> None:
    assert pages._inner(start, stop) == expected


def test_files_and_what_is_executed_are_left_alone() -> None:
    lines = (
        "7f0000000000-7f0000400000 rw-p 00000000 00:00 0 \n"
        "7f1000000000-7f1000400000 r-xp 00000000 00:00 0 \n"
        "7f2000000000-7f2000400000 rw-p 00000000 08:01 77 /usr/lib/libc.so.6\n"
        "7f3000000000-7f3000400000 rw-p 00000000 00:00 0          [heap]\n"
        "7f4000000000-7f4000400000 rw-p 00000000 00:00 0          [stack]\n"
    )
    assert [start[:3] for start, _ in pages._OWN.findall(lines)] == ["7f0", "7f3"]


def test_a_machine_that_does_not_tell_its_maps_changes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pages, "MAPS", tmp_path / "none")
    assert pages.enlarge() == 0


def test_spans_that_are_not_of_this_process_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pages, "MAPS", _maps(tmp_path, "000000200000-000000600000 rw-p 00000000 00:00 0 \n"))
    assert pages.enlarge() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux alone")
def test_what_is_held_stays_as_it_was() -> None:
    held = [bytes([number % 251]) * 1000 for number in range(20_000)]  # 20 MB
    pages.enlarge()
    assert all(one == bytes([number % 251]) * 1000 for number, one in enumerate(held))
