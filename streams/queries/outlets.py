"""What a log holds of each outlet."""

from collections import Counter, defaultdict
from datetime import datetime

from agents.extract.actors.wording import Name, Wordings
from agents.review.outlets import Account, Named, Outlet, Printed, outlets
from streams.errors import WireError
from streams.logs.reader import LogReader
from streams.queries.moments import known, published
from streams.queries.queries import incidents
from streams.records import Article, ReportBatch
from streams.wire import decode_as


def told(log: LogReader, until: datetime | None = None) -> list[Outlet]:
    """The facts of every outlet of a log, by id, from what was published by a moment (None: all)."""
    newest: dict[str, list[ReportBatch]] = {}
    first: dict[str, datetime] = {}
    texts: dict[str, set[tuple[int, str]]] = defaultdict(set)
    batches = (batch for found in published(log, until).values() for batch in found)
    for batch in sorted(batches, key=lambda batch: (batch.published_at, batch.version, batch.digest)):
        first.setdefault(batch.article_id, batch.published_at)
        texts[batch.article_id].add((batch.version, batch.digest))
        held = newest.setdefault(batch.article_id, [])
        if held and (held[0].version, held[0].digest) != (batch.version, batch.digest):
            held.clear()
        held.append(batch)
    accounts = [
        Account(f"{name}/{report.id}", batch.outlet, name, first[name])
        for name, held in newest.items()
        for batch in held
        for report in batch.reports
    ]
    printed = [Printed(held[0].outlet, len(texts[name])) for name, held in newest.items()]
    return outlets(incidents(known(log, until) if until else log), accounts, printed, _names(log, until))


def _names(log: LogReader, until: datetime | None) -> dict[str, list[Named]]:
    """How each outlet calls actors, from the newest text of each article."""
    newest: dict[str, Article] = {}
    for record in log.records("articles"):
        try:
            article = decode_as(Article, record.value or b"")
        except WireError:
            continue  # it became a dead letter when it was read
        held = newest.get(article.article_id)
        if (until is None or article.published_at <= until) and (held is None or _age(held) <= _age(article)):
            newest[article.article_id] = article
    wordings = Wordings()
    times: dict[str, Counter[Name]] = defaultdict(Counter)
    texts: dict[str, Counter[Name]] = defaultdict(Counter)
    for article in newest.values():
        found = wordings.names(article.text)
        times[article.outlet].update(found)
        texts[article.outlet].update(found.keys())
    return {
        outlet: [Named(**name._asdict(), articles=texts[outlet][name], times=number) for name, number in sorted(found.items())]
        for outlet, found in times.items()
    }


def _age(article: Article) -> tuple[datetime, int]:
    return article.published_at, article.version
