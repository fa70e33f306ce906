"""Records: what copies and comes back is equal, and no copy holds a set of field names of its own."""

import pickle
from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from streams.records import Article, DeadLetter, Figure, Incident, Place, Record, Revision

AT = datetime(2019, 3, 1, 8, tzinfo=UTC)
FIGURE = Figure(measure="killed", party="civilians", low=3, high=3, rules=("number.digits",))
HELD: tuple[Record, ...] = (
    FIGURE,
    Place(name="سراقب", admin1="Idlib", lat=35.9, lon=36.8),
    Article(article_id="a", body="قصف", published_at=AT),
    DeadLetter(origin="a:1", room="read", reason="not-json", detail="", payload=b"\x00\xff"),
    Incident(incident_id="inc-a/a", version=1, country="SY", date_start=date(2019, 3, 1)),
)


@pytest.mark.parametrize("one", HELD, ids=lambda one: type(one).__name__)
def test_a_record_comes_back_from_a_shelf_as_it_was(one: Record) -> None:
    again = pickle.loads(pickle.dumps(one, 5))
    assert type(again) is type(one) and again == one and again.model_dump() == one.model_dump()
    assert list(again.__dict__) == list(one.__dict__)


def test_those_that_come_back_and_copies_share_the_names_of_their_fields() -> None:
    again, copy = pickle.loads(pickle.dumps(FIGURE, 5)), FIGURE.model_copy(update={"low": 2})
    assert again.model_fields_set is copy.model_fields_set is Figure.made(measure="killed", party="civilians").model_fields_set


def test_a_copy_differs_in_what_was_updated_alone() -> None:
    copy = FIGURE.model_copy(update={"low": 2})
    assert (copy.low, copy.high, FIGURE.low) == (2, 3, 3) and copy != FIGURE
    assert FIGURE.model_copy() == FIGURE and FIGURE.model_copy() is not FIGURE


def test_a_deep_copy_shares_nothing_that_can_change() -> None:
    one = Revision(version=1, published_at=AT, status="standing", dead={"civilians": 3})
    assert one.model_copy(deep=True).dead == one.dead and one.model_copy(deep=True).dead is not one.dead
    assert one.model_copy().dead is one.dead


def test_a_copy_is_as_frozen_as_the_record() -> None:
    with pytest.raises(ValidationError):
        FIGURE.model_copy(update={"low": 2}).low = 1  # type: ignore[misc]
