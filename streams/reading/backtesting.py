"""Running alert rules over articles of the past."""

from collections.abc import Iterable

from agents.alert.backtest import Backtest, Outcome
from agents.alert.rules import Rule
from agents.deduplicate import overrides
from agents.deduplicate.core import Linker
from streams.queries.moments import Batches
from streams.reading.extraction import Extracted
from streams.records import ReportBatch
from streams.wire import decode_as


def read(found: Iterable[Extracted]) -> Batches:
    """The readings of articles, as one partition."""
    return {0: [decode_as(ReportBatch, value) for one in found for value in one.batches]}


def backtest(batches: Batches, rules: tuple[Rule, ...]) -> list[Outcome]:
    """What each rule would have done, told of these readings in order of publication."""
    said, test = overrides.load(), Backtest(rules)
    linkers = {partition: Linker(said) for partition in batches}
    ordered = sorted(
        (
            (batch.published_at, batch.article_id, batch.version, batch.country, partition, batch)
            for partition in batches
            for batch in batches[partition]
        ),
        key=lambda one: one[:5],
    )
    for *_, partition, batch in ordered:
        test.article(batch, partition)
        for incident in linkers[partition].apply(batch):
            test.incident(incident, partition)
    return test.outcomes()
