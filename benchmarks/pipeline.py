"""The whole embedded pipeline against reading alone, the time to the first article, and memory loop by loop."""

import json
import os
import re
import resource
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from threading import Thread

from benchmarks.reading import ours
from benchmarks.texts import feed_paths, n_articles, objects

RASAD = [sys.executable, "-m", "streams"]


def held_mb(pid: int) -> float:
    """Memory of a process and its children, pages that they share counted once, in MB (Linux only)."""
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = status.read_text(encoding="utf-8")
            numbers = {int(number) for number in re.findall(r"^P?Pid:\s+(\d+)", told, re.M)}
            pages = status.with_name("smaps_rollup").read_text(encoding="ascii") if pid in numbers else ""
        except OSError:
            continue  # it has ended
        size = re.search(r"^Pss:\s+(\d+)", pages, re.M)
        total += int(size[1]) / 1024 if size else 0.0
    return total


def cpu_s(pid: int) -> float:
    """CPU seconds of one process, without its children (Linux only); 0 where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def replay(loops: int) -> tuple[float, list[float], float]:
    """Seconds of a replay of the feed; memory of all its processes each quarter of a second, in MB; CPU seconds of the main one."""
    start = time.perf_counter()
    job = subprocess.Popen(
        [*RASAD, "replay", *map(str, feed_paths()), "--speed", "max", "--loop", str(loops)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    samples: list[float] = []
    spent = [0.0]

    def watch() -> None:
        while job.poll() is None:
            samples.append(held_mb(job.pid))
            spent[0] = max(cpu_s(job.pid), spent[0])
            time.sleep(0.25)

    watcher = Thread(target=watch)
    watcher.start()
    status = job.wait()
    watcher.join()
    if status:
        raise SystemExit(f"the replay ended with status {status}")
    return time.perf_counter() - start, samples, spent[0]


def run() -> str:
    """The table, in Markdown."""
    rows = objects(1)
    n = sum(1 for path in feed_paths() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    rows = objects(n)
    _, alone = ours(rows[:1500])
    once, _, spent = replay(1)
    took, memory, _ = replay(5)
    loop_s = (took - once) / 4
    speed = n_articles(rows) / loop_s
    fifths = [max(memory[len(memory) * i // 5 : max(len(memory) * (i + 1) // 5, len(memory) * i // 5 + 1)]) for i in range(5)]
    lines = [
        "| whole embedded pipeline | value |",
        "|---|---|",
        f"| articles a loop | {n:,} |",
        f"| articles of 4 KB a second, loops 2–5 | {speed:,.0f} |",
        f"| of reading alone in the same run ({alone:,.0f}) | {speed / alone:.0%} |",
        f"| CPU seconds of the main process, one loop, with start and closing tables | {spent:.1f} |",
        f"| memory of all processes by fifth of five loops, MB | {', '.join(f'{m:.0f}' for m in fifths)} |",
        f"| largest growth a fifth after the first | {max(b / a - 1 for a, b in pairwise(fifths)):.1%} |",
        f"| peak of any child, MB | {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} |",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(run() if "--json" not in sys.argv else json.dumps(run()))
