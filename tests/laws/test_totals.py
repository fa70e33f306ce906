"""Laws of tables that are added up when they are read: for any incidents, dimension, window and policy."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.aggregate.together import Near
from agents.aggregate.totals import Span, Total, totals
from agents.deduplicate.policies import POLICIES
from streams.queries.moments import linked, under
from streams.records import Incident
from tests.laws.incidents import AGES, END, MEASURES, NOW, incidents, policied, weighed
from tests.laws.test_rooms import batches

ALL = Span(None, END)
DIMENSIONS = ("country", "admin1", "place", "party", "perpetrator", "event_type", "sub_event_type", "outlet")
KINDS = ("1d", "7d", "30d", "day", "week", "month")
BOUNDS = ("incidents", *(f"{measure}{end}" for measure in MEASURES for end in ("", "_high")))
few = {"max_examples": 40, "deadline": None}


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


def together_of(names: set[str], near: Near) -> dict[str, str]:
    """The group of each incident, named by its first: said once more, apart from the program."""
    group = {name: {name} for name in names}
    pairs = [(-near(one)[other], one, other) for one in names for other in near(one) if one < other and other in names]
    for _, one, other in sorted(pairs):
        if all(b in near(a) for a in group[one] for b in group[other] if a != b):
            both = group[one] | group[other]
            group.update(dict.fromkeys(both, both))
    return {name: min(held) for name, held in group.items()}


def recount(found: list[Incident], dimension: str, window: str, near: Near) -> dict[str, tuple[int, ...]]:
    """Of each row: incidents, incidents if doubtful ones are one, the best, high and low of each measure, outlets, corroborated."""
    held: dict[str, list[tuple[Incident, set[str]]]] = {}
    for one in found:
        day = one.date_start or one.date_end or (one.first_published_at or NOW).date()
        if one.status == "standing" and one.scope == "incident" and day <= END and period(window, day):
            for value, parties in values(one, dimension):
                held.setdefault(f"{one.country}/{dimension}/{value}/{period(window, day)}", []).append((one, parties))
    return {name: _recounted(row, together_of({one.incident_id for one, _ in row}, near)) for name, row in held.items()}


def _recounted(row: list[tuple[Incident, set[str]]], together: dict[str, str]) -> tuple[int, ...]:
    names = set(together.values())
    counts = [len(row), len(names)]
    for measure in MEASURES:
        told = [
            (together[one.incident_id], one.incident_id, figure)
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


@st.composite
def doubtful(draw: st.DrawFn) -> Near:
    """Any doubts among the incidents, two of three pairs in none."""
    found: dict[str, dict[str, float]] = {}
    for one, other in combinations([f"inc-{number}" for number in range(9)], 2):
        if score := draw(st.sampled_from([0, 0, 0, 0, 0.7, 0.8])):
            found.setdefault(one, {})[other] = found.setdefault(other, {})[one] = score
    return lambda name: found.get(name, {})


def apart(_: str) -> dict[str, float]:
    """No doubts."""
    return {}


@pytest.mark.parametrize("policy", POLICIES)
@settings(**few)
@given(incidents(), doubtful())
def test_totals_are_a_recount_of_incidents(policy: str, made: list[Incident], near: Near) -> None:
    found = policied(made, policy)
    for dimension in DIMENSIONS:
        for window in KINDS:
            told = {one.cell_id: said(one) for one in totals(found, (dimension,), [window], ALL, near)}
            assert told == recount(found, dimension, window, near)


@settings(**few)
@given(incidents(), doubtful(), st.sampled_from([*POLICIES]))
def test_the_band_holds_the_best(made: list[Incident], near: Near, policy: str) -> None:
    found = policied(made, policy)
    for by in [(name,) for name in DIMENSIONS] + [("admin1", "perpetrator"), ("party", "perpetrator")]:
        for one in totals(found, by, KINDS, ALL, near):
            assert one.incidents_low <= one.incidents
            for measure in MEASURES:
                low, best, high = (getattr(one, f"{measure}{end}") for end in ("_low", "", "_high"))
                assert low <= best <= high
        whole = {one.cell_id: one for one in totals(found, by, KINDS, ALL, apart)}
        for one in totals(found, by, KINDS, ALL, near):
            assert one.killed_low <= whole[one.cell_id].killed_low and one.killed_high == whole[one.cell_id].killed_high


@settings(**few)
@given(incidents(), st.sampled_from(DIMENSIONS), st.sampled_from(["week", "month"]))
def test_the_days_of_a_calendar_period_make_its_sum(made: list[Incident], dimension: str, window: str) -> None:
    found = policied(made, "ucdp")
    summed: dict[tuple[str, str, str], dict[str, int]] = {}
    for one in totals(found, (dimension,), ["day"], ALL, apart):
        row = summed.setdefault((one.country, one.value, period(window, one.first)), dict.fromkeys(BOUNDS, 0))
        for field in BOUNDS:
            row[field] += getattr(one, field)
    wholes = {(one.country, one.value, one.window): one for one in totals(found, (dimension,), [window], ALL, apart)}
    assert {row: {field: getattr(one, field) for field in BOUNDS} for row, one in wholes.items()} == summed


@settings(**few)
@given(incidents(), st.sampled_from([*POLICIES]))
def test_the_perpetrators_of_a_side_add_up_to_what_it_suffered(made: list[Incident], policy: str) -> None:
    found = policied(made, policy)
    rows: dict[tuple[str, str], int] = {}
    for one in totals(found, ("party", "perpetrator"), [KINDS[2]], ALL, apart):
        rows[one.country, one.values[0]] = rows.get((one.country, one.values[0]), 0) + one.killed
    assert rows == {(one.country, one.value): one.killed for one in totals(found, ("party",), [KINDS[2]], ALL, apart)}


@settings(**few)
@given(incidents(AGES), st.data())
def test_the_order_of_incidents_changes_nothing(made: list[Incident], data: st.DataObject) -> None:
    found, shuffled = policied(made, "ucdp"), policied(data.draw(st.permutations(made)), "ucdp")
    one, other = weighed(found), weighed(shuffled)
    assert {a.incident_id: one.near(a.incident_id) for a in found} == {a.incident_id: other.near(a.incident_id) for a in found}
    for name in DIMENSIONS:
        assert totals(found, (name,), KINDS, ALL, one.near) == totals(shuffled, (name,), KINDS, ALL, other.near)


@pytest.mark.parametrize("policy", POLICIES)
def test_the_shipped_feed_is_added_up_as_recounted(policy: str) -> None:
    found = [under(one, policy) for one in linked(batches())]
    near = weighed(found).near
    assert any(near(one.incident_id) for one in found), "some incidents of the feed may be one"
    for dimension in DIMENSIONS:
        for window in KINDS:
            read = {one.cell_id: said(one) for one in totals(found, (dimension,), [window], ALL, near)}
            assert read and read == recount(found, dimension, window, near)
