"""Large pages of memory for what was loaded: reading goes to and fro between hundreds of thousands of small objects, and with pages of 4 KB
the processor looks up anew, for most of them, where they lie. Linux alone is asked, and where it refuses nothing changes.
"""

import ctypes
import re
import sys
from pathlib import Path

PAGE = 1 << 21  # bytes of a large page on the usual machines; elsewhere the kernel refuses
HUGEPAGE, COLLAPSE = 14, 25  # what madvise(2) calls them: from now on, and at once (Linux 6.1)
MAPS = Path("/proc/self/maps")
_OWN = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw-p 00000000 00:00 0 *(?:\[heap\])?$", re.M)  # memory that belongs to no file


def enlarge() -> int:
    """Has the kernel put what this process holds now onto large pages; how many bytes it did."""
    if sys.platform != "linux":
        return 0
    try:
        madvise = ctypes.CDLL(None).madvise
        spans = [_inner(int(start, 16), int(stop, 16)) for start, stop in _OWN.findall(MAPS.read_text("ascii"))]
    except (OSError, AttributeError):
        return 0
    madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    asked = [(start, size) for start, size in spans if size > 0 and madvise(start, size, HUGEPAGE) == 0]
    return sum(size for start, size in asked if madvise(start, size, COLLAPSE) == 0)


def _inner(start: int, stop: int) -> tuple[int, int]:
    """Where the whole large pages within a span begin, and how many bytes they are."""
    begin = -(-start // PAGE) * PAGE
    return begin, stop // PAGE * PAGE - begin
