"""What was known at a moment, asked on the command line: of the shipped feed, and of 4,360 articles."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import seeds
from benchmarks.texts import objects

ARTICLES = 4360
SHARES = (0.25, 0.5, 0.75, 1.0)  # of the articles, those published by the moments asked for
COMMANDS = (("incidents",), ("aggregates",), ("alerts",))


def _rasad(*arguments: str) -> tuple[float, float]:
    """Seconds of CPU and by the clock of one command, start and end of its process with them."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "streams", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return cpu, time.perf_counter() - start


def _asked(rows: list[dict[str, str]], folder: Path, name: str) -> list[tuple[str, list[tuple[float, float]]]]:
    """By command, what it took at each of the moments."""
    articles, log = folder / f"{name}.jsonl", str(folder / f"{name}.db")
    articles.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    _rasad("replay", str(articles), "--speed", "max", "--log", log)
    published = sorted(row["published_at"] for row in rows)
    moments = [published[max(int(share * len(published)) - 1, 0)] for share in SHARES]
    return [(command[0], [_rasad(*command, "--json", "--log", log, "--as-of", at) for at in moments]) for command in COMMANDS]


def run() -> str:
    """The table, in Markdown."""
    feed = [json.loads(line) for path in sorted(seeds.path("articles").glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    lines = ["| `--as-of`, seconds | CPU, median | CPU, most | clock, median |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory(prefix="rasad-") as folder:
        for name, rows in (("feed", feed), ("corpus", objects(ARTICLES))):
            for command, took in _asked(rows, Path(folder), name):
                cpu, clock = zip(*took, strict=True)
                lines.append(f"| {command}, {len(rows):,} articles | {median(cpu):.1f} | {max(cpu):.1f} | {median(clock):.1f} |")
    return "\n".join(lines) + "\n"
