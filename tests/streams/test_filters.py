"""What a subscriber asked for, and nothing else: incidents, tables and alerts."""

from collections.abc import Iterator
from typing import Any

import pytest

from streams.errors import UsageError
from streams.queries import queries
from streams.queries.filters import Chosen, Circle, Wanted, circle
from streams.queries.moments import Moment
from streams.records import Alert, Incident, Place, Reconciled
from tests.laws.test_rooms import batches

ALEPPO = Circle(36.2, 37.16, 50)
AZAZ = Place(name="Azaz", country="SY", lat=36.59, lon=37.05)  # some 45 km north of the city
HOMS = Place(name="Homs", country="SY", lat=34.73, lon=36.71)


def incident(**fields: Any) -> Incident:
    known = {"incident_id": "inc-1", "version": 1, "country": "SY", "event_type": "Battles", "sub_event_type": "Armed clash"}
    return Incident.model_validate(known | fields)


@pytest.mark.parametrize(
    ("wanted", "one", "passes"),
    [
        (Wanted(), incident(), True),
        (Wanted(country="IQ"), incident(), False),
        (Wanted(kind="Battles"), incident(), True),
        (Wanted(kind="Armed clash"), incident(), True),
        (Wanted(kind="Attack"), incident(), False),
        (Wanted(near=ALEPPO), incident(place=AZAZ), True),
        (Wanted(near=ALEPPO._replace(km=40)), incident(place=AZAZ), False),
        (Wanted(near=ALEPPO), incident(place=HOMS), False),
        (Wanted(near=ALEPPO), incident(place=Place(name="Aleppo", country="SY")), False),  # nobody knows where
        (Wanted(near=ALEPPO), incident(), False),
        (Wanted(party="sdf"), incident(actor1="sdf"), True),
        (Wanted(party="sdf"), incident(actor2="sdf"), True),
        (Wanted(party="sdf"), incident(figures=(Reconciled(measure="killed", party="sdf", best=1),)), True),
        (Wanted(party="sdf"), incident(actor1="is"), False),
        (Wanted(party="gov"), incident(actor1="gov:SY"), True),
        (Wanted(party="gov:S"), incident(actor1="gov:SY"), False),
        (Wanted(party="sdf", near=ALEPPO), incident(actor1="sdf", place=HOMS), False),
    ],
)
def test_an_incident_passes_where_it_has_all_that_was_asked_for(wanted: Wanted, one: Incident, passes: bool) -> None:
    assert wanted.incident(one) == passes


def test_an_alert_passes_with_an_incident_that_it_rests_on() -> None:
    moment = Moment({0: list(batches())})
    for wanted in (Wanted(country="SY"), Wanted(party="is"), Wanted(kind="Suicide bomb", country="IQ"), Wanted(near=circle("منبج", 30))):
        chosen = Chosen(moment, wanted, moment.newest)
        incidents = {one.incident_id for one in queries.incidents(chosen, scope="")}
        passed = {one.alert_id for one in queries.alerts(chosen, standing=False)}
        for alert in queries.alerts(moment, standing=False):
            rests = not wanted.cuts_sums or bool(incidents & set(alert.incidents))
            assert (alert.alert_id in passed) == (rests and wanted.country in {"", alert.country})


def test_incidents_are_sought_once_for_the_alerts_of_all_kinds() -> None:
    moment, asked = Moment({0: list(batches())}), list[str]()

    class Counting:
        def last_said(self, topic: str) -> Iterator[tuple[bytes, bytes]]:
            asked.append(topic)
            return moment.last_said(topic)

    found = queries.alerts(Chosen(Counting(), Wanted(party="sdf"), moment.newest), standing=False)
    assert found and asked.count("incidents") == 1 < sum(topic.startswith("alerts.") for topic in asked)


def test_tables_are_added_up_from_the_incidents_chosen() -> None:
    moment = Moment({0: list(batches())})
    assert list(queries.cells(Chosen(moment, Wanted(), moment.newest))) == list(queries.cells(moment))
    chosen = Chosen(moment, Wanted(country="SY", party="sdf"), moment.newest)
    whole = {cell.cell_id: cell for cell in queries.cells(moment)}
    found = list(queries.cells(chosen))
    assert found and all(cell.incidents <= whole[cell.cell_id].incidents and cell.country == "SY" for cell in found)


def test_an_alert_of_no_incident_is_not_near_anything() -> None:
    fields: dict[str, Any] = {"rule": "r", "version": 1, "status": "raised", "severity": 1, "subject": "one", "title": ""}
    moments = {"raised_at": "2019-03-01T00:00:00Z", "changed_at": "2019-03-01T00:00:00Z"}
    silent = Alert.model_validate({"alert_id": "alr-1", "kind": "silence"} | fields | moments)
    assert Wanted().alert(silent, set()) and not Wanted(near=ALEPPO).alert(silent, {"inc-1"})


@pytest.mark.parametrize("name", ["منبج", "Manbij", "x-sy-manbij", "36.527,37.955"])
def test_a_place_is_named_in_arabic_in_english_by_id_or_by_coordinates(name: str) -> None:
    found = circle(name, 10)
    assert abs(found.lat - 36.527) < 0.05 and abs(found.lon - 37.955) < 0.05 and found.km == 10


@pytest.mark.parametrize(("name", "says"), [("Nowhere at all", "no such place"), ("95,200", "degrees")])
def test_a_place_that_is_none_is_refused(name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        circle(name, 10)
