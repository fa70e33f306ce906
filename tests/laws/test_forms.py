"""What `rasad extract` writes of a report is all that `rasad link` compares: nothing is lost between the two."""

import pytest

from agents.extract.core import Reader, as_gold
from streams.inputs.article import article as article_of
from streams.reading.linking import Given, given_or_article
from tests.seeds.test_feed import Row, articles, name

LEFT_OUT = {"mentions"}  # of the explanation alone


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.mark.parametrize("row", articles(), ids=name)
def test_a_report_that_was_written_is_read_as_it_was(reader: Reader, row: Row) -> None:
    found = reader.read(article_of(row, "feed:1")).reports
    written = {key: row[key] for key in ("article_id", "published_at")} | {"reports": [as_gold(one) for one in found]}
    given = given_or_article(written, "extracted:1")
    assert isinstance(given, Given)
    again = [one for batch in given.batches for one in batch.reports]
    assert {one.id: one.model_dump(exclude=LEFT_OUT) for one in found} == {one.id: one.model_dump(exclude=LEFT_OUT) for one in again}
