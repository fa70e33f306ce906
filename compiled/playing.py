"""Plays the shipped feed through all rooms behind reading, so that libraries that count (see libraries) see which ways these take.

Read once and played many times as later news: as reading takes longer than all else, what is played once would count for nothing.
Run beside them.
"""

import tempfile
from datetime import timedelta
from pathlib import Path

import seeds
from streams.cli.play import quiet, run
from streams.inputs.files import feed
from streams.reading.readers import by_heart, singly
from streams.records import Article, Report, ReportBatch
from streams.running import replay
from streams.running.running import Stop
from streams.settings import Settings

TIMES = 50  # enough for what is put away after thousands of reports
STOP_S = 10.0


def main() -> None:
    """Plays it on a log in a file, with a reader in this process that has read all of it before."""
    quiet(verbose=False)
    found = feed([str(seeds.path("articles"))])
    read = by_heart(found.articles)

    def known(article: Article) -> list[ReportBatch]:
        return [_later(batch, article) for batch in read[article.article_id.partition("~")[0]]]

    settings, plan = Settings(readers=0), replay.Plan(found, loops=TIMES)
    with tempfile.TemporaryDirectory(prefix="rasad-") as folder:
        log = f"embedded://{Path(folder) / 'rasad.db'}"
        run(replay.replay(plan, log, settings, Stop(STOP_S), lambda *_: None, loader=lambda: singly(known)))


def _later(batch: ReportBatch, article: Article) -> ReportBatch:
    """What was read of an article, as if it were of the same article as news of another time round."""
    shift = article.published_at - batch.published_at
    reports = tuple(_moved(report, shift) for report in batch.reports)
    return batch.model_copy(update={"article_id": article.article_id, "published_at": article.published_at, "reports": reports})


def _moved(report: Report, shift: timedelta) -> Report:
    days = {name: day + shift for name, day in (("date_start", report.date_start), ("date_end", report.date_end)) if day}
    return report.model_copy(update=days)


if __name__ == "__main__":
    main()
