"""What a subscriber asked for: a country, a circle around a place, a party, a kind. A filtered log answers the same queries."""

from collections.abc import Container, Iterator
from datetime import datetime
from typing import NamedTuple

import seeds
from agents.deduplicate.distance import great_circle_km
from agents.extract.words.fold import fold_word
from streams.errors import UsageError, WireError
from streams.moments import cells
from streams.queries import Latest, newest
from streams.records import Alert, Cell, Incident, Place, Record
from streams.wire import decode, encode

CLEARLY = 10  # times the people of the next place of the same name: that one is meant
SHOWN = 5


class Circle(NamedTuple):
    """A place and what lies within some km of it."""

    lat: float
    lon: float
    km: float

    def holds(self, place: Place | None) -> bool:
        """Whether a place is known to lie within; never one without coordinates."""
        if place is None or place.lat is None or place.lon is None:
            return False
        return great_circle_km(self.lat, self.lon, place.lat, place.lon) <= self.km


class Wanted(NamedTuple):
    """A filter. country: ISO code; kind: event type or sub-event type; party: id of an actor. "" = all.

    A party is meant whether it acts, is acted upon or is harmed; ``militia`` also means each ``militia:…``.
    """

    country: str = ""
    kind: str = ""
    party: str = ""
    near: Circle | None = None

    @property
    def cuts_sums(self) -> bool:
        """Whether the tables have to be added up anew: their cells know nothing of it."""
        return bool(self.kind or self.party or self.near)

    def incident(self, one: Incident) -> bool:
        """Whether an incident was asked for."""
        return (
            self.country in {"", one.country}
            and self.kind in {"", one.event_type, one.sub_event_type}
            and (self.near is None or self.near.holds(one.place))
            and (not self.party or any(self._is_party(name) for name in (one.actor1, one.actor2, *(f.party for f in one.figures))))
        )

    def alert(self, alert: Alert, chosen: Container[str]) -> bool:
        """Whether an alert was asked for: with nothing but a country, that of the alert; else one that rests on an incident chosen."""
        return self.country in {"", alert.country} and (not self.cuts_sums or any(name in chosen for name in alert.incidents))

    def ids(self, known: Latest) -> frozenset[str]:
        """The incidents asked for; none where alerts can be chosen without them."""
        asked = newest(known, "incidents", Incident) if self.cuts_sums else iter(())
        return frozenset(one.incident_id for one in asked if self.incident(one))

    def _is_party(self, name: str | None) -> bool:
        return name is not None and (name == self.party or name.startswith(f"{self.party}:"))


class Chosen:
    """What a log or a moment knows, as far as a filter asks for it; tables are added up from the incidents chosen."""

    def __init__(self, known: Latest, wanted: Wanted, watermark: datetime | None) -> None:
        """watermark: with whose day the windows of the tables end."""
        self._known, self._wanted, self._watermark = known, wanted, watermark

    def last_said(self, topic: str) -> Iterator[tuple[bytes, bytes]]:
        """Each key of a topic that the filter lets pass, with its newest value."""
        if topic == "aggregates" and self._wanted.cuts_sums:
            yield from self._sums()
            return
        chosen = self._wanted.ids(self._known) if topic.startswith("alerts.") else frozenset()
        for key, value in self._known.last_said(topic):
            try:
                record = decode(value).record
            except WireError:
                continue  # written by another program
            if self._passes(record, chosen):
                yield key, value

    def _sums(self) -> Iterator[tuple[bytes, bytes]]:
        if self._watermark is not None:
            incidents = (one for one in newest(self._known, "incidents", Incident) if self._wanted.incident(one))
            for cell in cells(incidents, self._watermark):
                yield f"{cell.country}/{cell.cell_id}".encode(), encode(cell)

    def _passes(self, record: Record, chosen: Container[str]) -> bool:
        if isinstance(record, Incident):
            return self._wanted.incident(record)
        if isinstance(record, Alert):
            return self._wanted.alert(record, chosen)
        return not isinstance(record, Cell) or self._wanted.country in {"", record.country}


def circle(near: str, km: float, country: str = "") -> Circle:
    """The circle around a place given as ``lat,lon`` or by name (Arabic or English) or id; UsageError where it is unknown or unclear."""
    point = _point(near)
    if point:
        return Circle(*point, km)
    folded = fold_word(near)
    ids = {row["place_id"] for row in seeds.rows("place-surfaces.csv") if fold_word(row["surface"]) == folded}
    found = [
        (int(row["population"]), row)
        for row in seeds.rows("places.csv")
        if row["lat"]
        and (row["place_id"] in {*ids, near} or row["name_en"].casefold() == near.casefold())
        and country in {"", row["country"]}
    ]
    if not found:
        raise UsageError(f"--near {near}: no such place is known; give its name, its id in places.csv, or lat,lon")
    found.sort(key=lambda one: (-one[0], one[1]["place_id"]))
    first = Circle(float(found[0][1]["lat"]), float(found[0][1]["lon"]), km)
    far = [(people, row) for people, row in found if great_circle_km(*first[:2], float(row["lat"]), float(row["lon"])) > km]
    if far and found[0][0] < CLEARLY * max(far[0][0], 1):
        names = ", ".join(f"{row['place_id']} ({row['admin1'] or row['kind']}, {row['country']})" for _, row in found[:SHOWN])
        raise UsageError(f"--near {near}: several places, give an id: {names}")
    return first


def _point(text: str) -> tuple[float, float] | None:
    try:
        lat, lon = map(float, text.split(","))
    except ValueError:
        return None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UsageError(f"--near {text}: expected degrees, latitude first, for example 35.33,40.14")
    return lat, lon
