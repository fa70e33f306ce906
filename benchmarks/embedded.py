"""The embedded log in a file with all rooms, articles read already: how many a second of the main process's CPU."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.texts import objects
from streams.cli.play import quiet
from streams.cli.play import run as run_loop
from streams.garbage import settle
from streams.inputs.article import article
from streams.inputs.files import Feed
from streams.reading.readers import Read, by_heart, singly
from streams.records import Article
from streams.running.replay import Plan, replay
from streams.running.running import Stop
from streams.settings import Settings

ARTICLES, RUNS = 4360, 3


def read_already(articles: list[Article]) -> Callable[[], Read]:
    """What loads a reader that knows these articles by heart: what is left is the log and the rooms."""
    known = by_heart(articles)
    return lambda: singly(lambda one: known[one.article_id])


def measured(articles: list[Article], loader: Callable[[], Read]) -> float:
    """Articles a second of CPU, of a replay as fast as it can be from the first article to the last record, with its start and its end."""
    with tempfile.TemporaryDirectory(prefix="rasad-") as folder:
        config = Settings(readers=0)
        url = f"embedded://{Path(folder) / 'rasad.db'}"
        begin = time.process_time()
        run_loop(replay(Plan(Feed(articles, [], [])), url, config, Stop(60), lambda _metrics, _total: None, loader=loader))
        return len(articles) / (time.process_time() - begin)


def run() -> str:
    """The table, in Markdown."""
    quiet(verbose=False)
    articles = sorted((article(row, "benchmark") for row in objects(ARTICLES)), key=lambda one: (one.due_at, one.article_id))
    loader = read_already(articles)
    settle()  # the articles and reports that this holds are no part of the log: garbage is not looked for among them
    speeds = [measured(articles, loader) for _ in range(RUNS)]
    lines = [
        "| embedded log in a file with all rooms, articles read already | value |",
        "|---|---|",
        f"| articles | {len(articles):,} |",
        f"| articles a CPU second, {RUNS} runs | {', '.join(f'{speed:,.0f}' for speed in speeds)} |",
    ]
    return "\n".join(lines) + "\n"
