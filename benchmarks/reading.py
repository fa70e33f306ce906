"""How fast articles are read on one core, beside spaCy with the same surfaces in the same run."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.texts import n_articles, objects
from streams.reading.extraction import TOGETHER
from streams.records import Article

WHEN = datetime(2019, 3, 1, tzinfo=UTC)


def ours(rows: list[dict[str, str]]) -> tuple[float, float]:
    """Seconds to be ready, and articles of 4,096 bytes a second of CPU."""
    start = time.perf_counter()
    from agents.extract.core import Reader, Reading, batches  # noqa: PLC0415 — loading is part of what is measured
    from streams.garbage import settle  # noqa: PLC0415

    reader = Reader.load()
    settle()
    ready = time.perf_counter() - start
    articles = [Article(article_id=r["article_id"], published_at=WHEN, title=r.get("title") or "", body=r["body"]) for r in rows]
    reader.read_all(articles[:50])
    start = time.process_time()
    for at in range(0, len(articles), TOGETHER):
        some = articles[at : at + TOGETHER]
        for article, reading in zip(some, reader.read_all(some), strict=True):
            assert isinstance(reading, Reading), reading
            batches(article, reading)
    return ready, n_articles(rows) / (time.process_time() - start)


def peer(rows: list[dict[str, str]], patterns: list[tuple[str, str]]) -> float | None:
    """Articles of 4,096 bytes a second of CPU by spaCy; None where no Python with spaCy is named in RASAD_SPACY_PYTHON."""
    python = os.environ.get("RASAD_SPACY_PYTHON")
    if not python:
        return None
    job = {"patterns": patterns, "texts": [r["body"] for r in rows]}
    script = Path(__file__).with_name("spacy_peer.py")
    done = subprocess.run([python, script], input=json.dumps(job), capture_output=True, text=True, check=True)
    return n_articles(rows) / float(json.loads(done.stdout)["seconds"])


def run() -> str:
    """The table, in Markdown."""
    from agents.extract.knowledge import load_entries  # noqa: PLC0415 — not needed to import this module
    from agents.extract.words import counted  # noqa: PLC0415

    rows = objects(2000)
    ready, speed = ours(rows)
    patterns = sorted({(entry.kind, entry.surface) for entry in (*load_entries(), *counted.entries())})
    theirs = peer(rows[:400], patterns)
    lines = [
        "| reading, one core | value |",
        "|---|---|",
        f"| ready after | {ready:.2f} s |",
        f"| articles of 4 KB a second | {speed:,.0f} |",
        f"| spaCy blank(ar) + sentencizer + EntityRuler, {len(patterns):,} surfaces | {f'{theirs:,.0f}' if theirs else 'not at hand'} |",
        f"| ratio | {f'{speed / theirs:.1f}' if theirs else 'not measured'} |",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(run())
