"""Memory that was freed goes back to the system, where the C library knows how."""

import ctypes
import sys
from pathlib import Path

import pytest

from streams import garbage


def resident_kb() -> int:
    return int(Path("/proc/self/status").read_text(encoding="utf-8").partition("VmRSS:")[2].split()[0])


@pytest.mark.skipif(not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="needs glibc")
def test_holes_between_what_is_still_held_are_given_back() -> None:
    blocks = [bytearray(b"x" * 60_000) for _ in range(2_000)]
    held = blocks[::20]
    blocks.clear()
    before = resident_kb()
    garbage.give_back()
    assert before - resident_kb() > 50_000 and len(held) == 100


def test_nothing_happens_where_the_c_library_knows_no_such_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    garbage.give_back()
