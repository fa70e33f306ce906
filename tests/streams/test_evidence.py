"""What a number rests on: the same incidents and words whether it is listed, added up or alerted on."""

from datetime import timedelta

import pytest

from streams.queries.evidence import sentence_of
from streams.queries.moments import Moment
from streams.queries.queries import cells
from streams.queries.tables import opened
from tests.laws.test_rooms import batches

TEXT = "عنوان\nالجملة الأولى هنا. الجملة الثانية هنا."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("عنوان", "عنوان"), ("الأولى", "الجملة الأولى هنا."), ("هنا. الجملة", "الجملة الأولى هنا. الجملة الثانية هنا.")],
)
def test_words_stand_in_the_sentences_that_they_touch(words: str, sentence: str) -> None:
    start = TEXT.index(words)
    first, last = sentence_of(TEXT, start, start + len(words))
    assert TEXT[first:last] == sentence


def test_the_members_of_every_cell_add_up_to_it() -> None:
    moment = Moment({0: list(batches())})
    for cell in cells(moment):
        found = opened(moment, cell.cell_id, moment.newest)
        assert found is not None, cell.cell_id
        killed = sum(figure.best or 0 for part in found.parts for figure in part.figures("killed"))
        assert (len(found.parts), killed, found.total.killed) == (cell.incidents, cell.killed, cell.killed), cell.cell_id


def test_an_incident_before_the_window_is_no_member() -> None:
    moment = Moment({0: list(batches())})
    assert moment.newest is not None
    assert opened(moment, "SY/country/SY/30d", moment.newest) is not None
    assert opened(moment, "SY/country/SY/30d", moment.newest + timedelta(days=400)) is None
