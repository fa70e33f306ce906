"""Which rows an incident is in, and whose people it counts there."""

import pytest

from agents.aggregate.dimensions import DIMENSIONS, Share, dimensions_of, named, shares
from agents.deduplicate.kinds import event_type
from streams.records import Incident
from tests.notation import incident, rows


def whole(cell: str) -> Incident:
    one = incident(cell)
    return one.model_copy(update={"event_type": event_type(one.sub_event_type)})


def shown(share: Share) -> str:
    people = "all" if share.parties is None else ",".join(sorted(share.parties)) or "-"
    return f"{','.join(share.values)} {people}"


@pytest.mark.parametrize(("cell", "dimensions", "expected", "note"), rows(__file__, "dimensions.tsv"))
def test_an_incident_is_in_rows(cell: str, dimensions: str, expected: str, note: str) -> None:
    assert " | ".join(map(shown, sorted(shares(whole(cell), dimensions_of(dimensions))))) == expected, note


def test_dimensions_are_read_from_a_list() -> None:
    assert dimensions_of("") == ()
    assert dimensions_of("Governorate, perpetrator,admin1,sub-event-type,kind") == ("admin1", "perpetrator", "sub_event_type")
    assert dimensions_of("harmed,type,place,outlet,country") == ("party", "event_type", "place", "outlet", "country")
    assert len(named()) == len(DIMENSIONS)


@pytest.mark.parametrize("text", ["mood", "admin1;place", "governorates"])
def test_what_is_no_dimension_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"governorate.*outlet"):
        dimensions_of(text)
