"""Laws of the cells that the stream keeps: whatever comes, changes and falls, they say what tables say that are added up when read."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st

from agents.aggregate.contributions import BOUNDS
from agents.aggregate.core import WINDOWS, Aggregator
from agents.aggregate.totals import BY, Span, Total, totals
from agents.deduplicate.doubts import Doubts
from agents.deduplicate.policies import POLICIES
from streams.records import Cell, Incident
from tests.laws.incidents import AGES, END, NOW, incidents, policied, weighed

COUNTS = ("incidents", "incidents_low", "outlets", *BOUNDS)
few = {"max_examples": 40, "deadline": None}


def told(cell: Cell | Total) -> dict[str, object]:
    """All that a cell says, of a total too."""
    return cell.model_dump(include=set(Cell.model_fields))


def read_again(found: Iterable[Incident], end: date) -> dict[str, dict[str, object]]:
    """The cells of these incidents, added up and weighed anew; windows end on a day."""
    held, windows = list(found), [f"{days}d" for days in WINDOWS]
    return {one.cell_id: told(one) for name in BY for one in totals(held, (name,), windows, Span(None, end), weighed(held).near)}


@settings(**few)
@given(incidents(), st.sampled_from([*POLICIES]))
def test_what_the_stream_keeps_is_what_is_added_up_when_read(made: list[Incident], policy: str) -> None:
    found, aggregator = policied(made, policy), Aggregator(Doubts())
    for one in found:
        aggregator.take(one, NOW)
    assert {cell.cell_id: told(cell) for cell in aggregator.changed() if cell.incidents} == read_again(found, END)


@settings(max_examples=150, deadline=None)
@given(incidents(AGES), st.data())
def test_after_any_changes_the_stream_says_what_is_added_up_when_read(made: list[Incident], data: st.DataObject) -> None:
    """Incidents come, change, fall, are merged away and come again; the watermark moves on; cells are told at any moment of it."""
    aggregator, now, cells = Aggregator(Doubts()), NOW - timedelta(days=2), dict[str, Cell]()
    last: dict[str, Incident] = {}
    for _ in range(data.draw(st.integers(1, 24))):
        what = data.draw(st.sampled_from(["come", "come", "come", "change", "fall", "move", "tell"]))
        if what == "move":
            now += timedelta(hours=data.draw(st.sampled_from([1, 24, 24, 6 * 24])))
            aggregator.move(now)
        elif what == "tell":
            cells.update({cell.cell_id: cell for cell in aggregator.changed()})
        else:
            one, other = data.draw(st.sampled_from(made)), data.draw(st.sampled_from(made))
            if what == "change":
                one = other.model_copy(update={"incident_id": one.incident_id, "report_ids": one.report_ids})
            if what == "fall":
                one = one.model_copy(update={"status": data.draw(st.sampled_from(["withdrawn", "superseded"]))})
            (last[one.incident_id],) = policied([one], "ucdp")
            aggregator.take(last[one.incident_id], now)
    cells.update({cell.cell_id: cell for cell in aggregator.changed()})
    kept = {name: told(cell) for name, cell in cells.items() if cell.incidents}
    assert kept == read_again(last.values(), now.date())
    event("a band" if any(cell["incidents"] != cell["incidents_low"] for cell in kept.values()) else "no band")


@settings(**few)
@given(incidents(AGES), st.data())
def test_entering_and_leaving_leaves_nothing(made: list[Incident], data: st.DataObject) -> None:
    found, aggregator = policied(made, "ucdp"), Aggregator(Doubts())
    cells: dict[str, Cell] = {}
    gone = [one.model_copy(update={"status": "withdrawn"}) for one in found]
    for one in [*found, *data.draw(st.permutations(gone))]:
        cells.update({cell.cell_id: cell for cell in aggregator.apply(one, NOW)})
    assert not [cell for cell in cells.values() for field in COUNTS if getattr(cell, field)]
    assert totals([*gone, *gone], ("country",), ["7d", "month"], Span(None, END), weighed(gone).near) == []
    (again,) = policied(made[:1], "ucdp")
    assert aggregator.apply(again, NOW) == Aggregator(Doubts()).apply(again, NOW)
