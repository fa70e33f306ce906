"""Where the batches of an article go."""

from agents.extract.agent import spread
from streams.reading.readers import Batch
from streams.topics import partition_of

SY, IQ, NONE = (Batch(country, f"{country}/a".encode(), b"") for country in ("SY", "IQ", ""))


def test_with_one_partition_a_report_needs_no_announcement() -> None:
    assert list(spread((SY, IQ, NONE), 1)) == [(0, SY), (0, IQ)]


def test_an_article_without_reports_is_announced_to_every_partition() -> None:
    assert list(spread((NONE,), 3)) == [(0, NONE), (1, NONE), (2, NONE)]


def test_every_partition_hears_of_an_article_once_or_by_its_reports() -> None:
    sent = list(spread((SY, IQ, NONE), 5))
    assert {partition for partition, _ in sent} == set(range(5))
    assert [partition for partition, batch in sent if batch is NONE] == [
        partition for partition in range(5) if partition not in (partition_of("SY", 5), partition_of("IQ", 5))
    ]
    assert (partition_of("SY", 5), SY) in sent and (partition_of("IQ", 5), IQ) in sent


def test_a_refused_article_sends_nothing() -> None:
    assert list(spread((), 4)) == []
