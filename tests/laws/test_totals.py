"""Laws of tables that are added up when they are read: for any incidents, dimension, window and policy."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.aggregate.core import WINDOWS, Aggregator
from agents.aggregate.totals import BY, Span, Total, totals
from agents.deduplicate.doubts import doubts, groups
from agents.deduplicate.kinds import event_type
from agents.deduplicate.policies import POLICIES, reconcile
from streams.moments import linked, under
from streams.records import Claim, Incident, Place
from tests.laws.test_rooms import batches

END = date(2019, 3, 10)
NOW = datetime(2019, 3, 10, 20, tzinfo=UTC)
ALL = Span(None, END)
DIMENSIONS = ("country", "admin1", "place", "party", "perpetrator", "event_type", "sub_event_type", "outlet")
KINDS = ("1d", "7d", "30d", "day", "week", "month")
MEASURES = ("killed", "wounded", "captured", "displaced")
BOUNDS = ("incidents", *(f"{measure}{end}" for measure in MEASURES for end in ("", "_high")))
few = {"max_examples": 40, "deadline": None}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    low = draw(st.none() | st.integers(0, 30))
    high = draw(st.integers(low or 1, 40)) if low is None else draw(st.none() | st.integers(low, 40))
    outlet, hour = draw(st.sampled_from(["one", "two", "three"])), draw(st.integers(0, 9))
    known: dict[str, Any] = {"article_version": 1, "published_at": NOW - timedelta(days=50, hours=hour), "wording": ""}
    return Claim(
        measure=draw(st.sampled_from([*MEASURES, "killed", "killed_or_wounded"])),
        party=draw(st.sampled_from(["civilians", "is", "sdf", "unknown"])),
        low=low,
        high=high,
        subset=draw(st.sampled_from([None, None, None, "children"])),
        hedge=draw(st.sampled_from(["stated", "stated", "denied"])),
        outlet=outlet,
        origin=draw(st.sampled_from([outlet, "one"])),
        report_id=f"{outlet}-{hour}/a",
        article_id=f"{outlet}-{hour}",
        **known,
    )


@st.composite
def incidents(draw: st.DrawFn) -> list[Incident]:
    found = []
    for number in range(draw(st.integers(1, 9))):
        kind = draw(st.sampled_from(["Attack", "Armed clash", "Suicide bomb"]))
        ledger = tuple(draw(st.lists(claims(), max_size=5)))
        first = draw(st.none() | st.integers(-3, 45).map(lambda age: END - timedelta(days=age)))
        where = draw(st.sampled_from([None, ("Idlib", "سراقب", 1), ("Idlib", "سرمين", 2), ("Homs", "ريف حمص", 4)]))
        found.append(
            Incident(
                incident_id=f"inc-{number}",
                version=1,
                country=draw(st.sampled_from(["SY", "SY", "IQ"])),
                status=draw(st.sampled_from(["standing", "standing", "standing", "withdrawn", "superseded"])),
                scope=draw(st.sampled_from(["incident", "incident", "incident", "toll"])),
                event_type=event_type(kind),
                sub_event_type=kind,
                date_start=first,
                place=Place(admin1=where[0], name=where[1], country="SY", geo_precision=where[2]) if where else None,
                actor1=draw(st.sampled_from([None, "is", "sdf", "unknown"])),
                actor2=draw(st.sampled_from([None, "is", "sdf", "civilians"])),
                claims=ledger,
                outlets=tuple(sorted({one.outlet for one in ledger})),
                origins=len({one.origin for one in ledger}),
                first_published_at=NOW - timedelta(days=draw(st.integers(0, 40))),
            )
        )
    return found


def policied(found: list[Incident], policy: str) -> list[Incident]:
    """The incidents with their figures as a policy makes them from their ledgers."""
    return [one.model_copy(update={"figures": reconcile(one.claims, policy)}) for one in found]


def values(one: Incident, dimension: str) -> Iterator[tuple[str, set[str]]]:
    """The rows of a dimension that an incident is in, and whose people it counts there: said once more, apart from the program."""
    everyone = {figure.party for figure in one.figures}
    harmed = {figure.party for figure in one.figures if figure.measure in MEASURES and figure.subset is None}
    if dimension == "party":
        yield from ((party, {party}) for party in harmed)
    elif dimension == "outlet":
        yield from ((outlet, everyone) for outlet in one.outlets)
    elif dimension == "perpetrator":
        who, whom = one.actor1 or "unknown", one.actor2 or "unknown"
        if one.event_type == "Battles" and who not in {"unknown", whom} and who in harmed:
            yield who, everyone - {who}
            yield ("unknown" if whom == "civilians" else whom), {who}
        else:
            yield who, everyone
    elif dimension == "admin1":
        yield from [(one.place.admin1 or "", everyone)] if one.place else []
    elif dimension == "place":
        yield from [(one.place.place_id or one.place.name, everyone)] if one.place and one.place.geo_precision < 4 else []
    else:
        yield getattr(one, dimension), everyone


def period(window: str, day: date) -> str:
    if window == "day":
        return day.strftime("%Y-%m-%d")
    if window == "week":
        return day.strftime("%G-W%V")
    if window == "month":
        return day.strftime("%Y-%m")
    return window if (END - day).days < int(window[:-1]) else ""


def recount(found: list[Incident], dimension: str, window: str, together: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """Of each row: incidents, incidents if doubtful ones are one, the best, high and low of each measure, outlets, corroborated."""
    held: dict[str, list[tuple[Incident, set[str]]]] = {}
    for one in found:
        day = one.date_start or one.date_end or (one.first_published_at or NOW).date()
        if one.status == "standing" and one.scope == "incident" and day <= END and period(window, day):
            for value, parties in values(one, dimension):
                held.setdefault(f"{one.country}/{dimension}/{value}/{period(window, day)}", []).append((one, parties))
    return {name: _recounted(row, together) for name, row in held.items()}


def _recounted(row: list[tuple[Incident, set[str]]], together: dict[str, str]) -> tuple[int, ...]:
    names = {together.get(one.incident_id, one.incident_id) for one, _ in row}
    counts = [len(row), len(names)]
    for measure in MEASURES:
        told = [
            (together.get(one.incident_id, one.incident_id), one.incident_id, figure)
            for one, parties in row
            for figure in one.figures
            if figure.measure == measure and figure.subset is None and figure.party in parties
        ]
        low = 0
        for name in names:
            group = [(who, figure) for held, who, figure in told if held == name]
            wholes = [sum(figure.low or 0 for who, figure in group if who == one) for one in {who for who, _ in group}]
            sides = {figure.party for _, figure in group} - {"unknown"}
            named = sum(min(figure.low or 0 for _, figure in group if figure.party == side) for side in sides)
            low += max(min(wholes, default=0), named)
        best, high = sum(figure.best or 0 for *_, figure in told), sum(max(figure.best or 0, figure.high or 0) for *_, figure in told)
        counts += [best, high, low]
    return (*counts, len({outlet for one, _ in row for outlet in one.outlets}), sum(one.origins >= 2 for one, _ in row))


def said(one: Total) -> tuple[int, ...]:
    people = [getattr(one, f"{measure}{end}") for measure in MEASURES for end in ("", "_high", "_low")]
    return (one.incidents, one.incidents_low, *people, one.outlets, one.corroborated)


doubtful = st.dictionaries(st.integers(0, 8).map("inc-{}".format), st.sampled_from(["x", "y"]))


@pytest.mark.parametrize("policy", POLICIES)
@settings(**few)
@given(incidents(), doubtful)
def test_totals_are_a_recount_of_incidents(policy: str, made: list[Incident], together: dict[str, str]) -> None:
    found = policied(made, policy)
    for dimension in DIMENSIONS:
        for window in KINDS:
            told = {one.cell_id: said(one) for one in totals(found, (dimension,), [window], ALL, together)}
            assert told == recount(found, dimension, window, together)


@settings(**few)
@given(incidents(), doubtful, st.sampled_from([*POLICIES]))
def test_the_band_holds_the_best(made: list[Incident], together: dict[str, str], policy: str) -> None:
    found = policied(made, policy)
    for by in [(name,) for name in DIMENSIONS] + [("admin1", "perpetrator"), ("party", "perpetrator")]:
        for one in totals(found, by, KINDS, ALL, together):
            assert one.incidents_low <= one.incidents
            for measure in MEASURES:
                low, best, high = (getattr(one, f"{measure}{end}") for end in ("_low", "", "_high"))
                assert low <= best <= high
        apart = {one.cell_id: one for one in totals(found, by, KINDS, ALL, {})}
        for one in totals(found, by, KINDS, ALL, together):
            assert one.killed_low <= apart[one.cell_id].killed_low and one.killed_high == apart[one.cell_id].killed_high


@settings(**few)
@given(incidents(), st.sampled_from(DIMENSIONS), st.sampled_from(["week", "month"]))
def test_the_days_of_a_calendar_period_make_its_sum(made: list[Incident], dimension: str, window: str) -> None:
    found = policied(made, "ucdp")
    summed: dict[tuple[str, str, str], dict[str, int]] = {}
    for one in totals(found, (dimension,), ["day"], ALL, {}):
        row = summed.setdefault((one.country, one.value, period(window, one.first)), dict.fromkeys(BOUNDS, 0))
        for field in BOUNDS:
            row[field] += getattr(one, field)
    wholes = {(one.country, one.value, one.window): one for one in totals(found, (dimension,), [window], ALL, {})}
    assert {row: {field: getattr(one, field) for field in BOUNDS} for row, one in wholes.items()} == summed


@settings(**few)
@given(incidents(), st.sampled_from([*POLICIES]))
def test_the_perpetrators_of_a_side_add_up_to_what_it_suffered(made: list[Incident], policy: str) -> None:
    found = policied(made, policy)
    rows: dict[tuple[str, str], int] = {}
    for one in totals(found, ("party", "perpetrator"), [KINDS[2]], ALL, {}):
        rows[one.country, one.values[0]] = rows.get((one.country, one.values[0]), 0) + one.killed
    assert rows == {(one.country, one.value): one.killed for one in totals(found, ("party",), [KINDS[2]], ALL, {})}


@settings(**few)
@given(incidents(), st.sampled_from([*POLICIES]))
def test_what_the_stream_keeps_is_what_is_added_up_when_read(made: list[Incident], policy: str) -> None:
    found, aggregator = policied(made, policy), Aggregator()
    for one in found:
        aggregator.take(one, NOW)
    kept = {cell.cell_id: cell for cell in aggregator.changed() if cell.incidents}
    read = {one.cell_id: one for name in BY for one in totals(found, (name,), [f"{days}d" for days in WINDOWS], ALL, {})}
    assert kept.keys() == read.keys()
    for name, cell in kept.items():
        assert cell.model_dump() == read[name].model_dump(include=set(type(cell).model_fields))


@settings(**few)
@given(incidents(), st.data())
def test_entering_and_leaving_leaves_nothing(made: list[Incident], data: st.DataObject) -> None:
    found, aggregator = policied(made, "ucdp"), Aggregator()
    told = {}
    for one in [*found, *(one.model_copy(update={"status": "withdrawn"}) for one in data.draw(st.permutations(found)))]:
        told.update({cell.cell_id: cell for cell in aggregator.apply(one, NOW)})
    assert not [cell for cell in told.values() if cell.incidents or cell.killed or cell.killed_high or cell.wounded or cell.outlets]
    gone = [one.model_copy(update={"status": "withdrawn"}) for one in found]
    assert totals([*gone, *gone], ("country",), KINDS, ALL, {}) == []


@settings(**few)
@given(incidents(), st.data())
def test_the_order_of_incidents_changes_nothing(made: list[Incident], data: st.DataObject) -> None:
    found, shuffled = policied(made, "ucdp"), policied(data.draw(st.permutations(made)), "ucdp")
    assert doubts(found) == doubts(shuffled)
    together = groups(doubts(found))
    for name in DIMENSIONS:
        assert totals(found, (name,), KINDS, ALL, together) == totals(shuffled, (name,), KINDS, ALL, together)


@pytest.mark.parametrize("policy", POLICIES)
def test_the_shipped_feed_is_added_up_as_recounted(policy: str) -> None:
    found = [under(one, policy) for one in linked(batches())]
    together = groups(doubts(one for one in found if one.status == "standing" and one.scope == "incident"))
    assert together, "some incidents of the feed may be one"
    for dimension in DIMENSIONS:
        for window in KINDS:
            told = {one.cell_id: said(one) for one in totals(found, (dimension,), [window], ALL, together)}
            assert told and told == recount(found, dimension, window, together)
