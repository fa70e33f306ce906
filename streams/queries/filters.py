"""What a subscriber asked for: a country, a circle around a place, a party, a kind. A filtered log answers the same queries."""

from collections.abc import Container, Iterator
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

import seeds
from agents.deduplicate.distance import great_circle_km
from agents.deduplicate.kinds import EVENT_TYPES, event_type
from agents.extract.words.fold import fold_word
from streams.errors import UsageError, WireError
from streams.queries.moments import cells
from streams.queries.naming import country_of, party_of
from streams.queries.queries import Latest, newest
from streams.records import Alert, Cell, Incident, Place, Reconciled, Record
from streams.topics import ALERT_KINDS
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
        """Whether an alert was asked for: with nothing but a country, that of the alert; else one that rests on an incident chosen.

        Of a withdrawn alert the incident no longer says where it was, but the alert does.
        """
        if self.country not in {"", alert.country}:
            return False
        if self.near and alert.status == "withdrawn" and alert.place and not self.near.holds(alert.place):
            return False
        return not self.cuts_sums or any(name in chosen for name in alert.incidents)

    def ids(self, known: Latest) -> frozenset[str]:
        """The incidents asked for; none where alerts can be chosen without them.

        One that was withdrawn is asked for by what it last said, one that was merged away by what became of it: who was told of an alert
        on it must hear that it fell.
        """
        found: set[str] = set()
        heirs: dict[str, tuple[str, ...]] = {}
        anywhere = self._replace(near=None)
        for one in newest(known, "incidents", Incident) if self.cuts_sums else ():
            if one.status == "superseded":
                heirs[one.incident_id] = one.superseded_by
            elif anywhere.incident(_before(one)) if one.status == "withdrawn" else self.incident(one):
                found.add(one.incident_id)
        for name in heirs:
            seen, ahead = {name}, [name]
            while ahead:
                ahead = sorted({heir for one in ahead for heir in heirs.get(one, ())} - seen)
                seen.update(ahead)
            if not found.isdisjoint(seen):
                found.add(name)
        return frozenset(found)

    def _is_party(self, name: str | None) -> bool:
        return name is not None and (name == self.party or name.startswith(f"{self.party}:"))


def _before(withdrawn: Incident) -> Incident:
    """An incident with the kind and the parties that it told of before it was withdrawn."""
    last = {one.field: one.before for one in withdrawn.changes if one.version == withdrawn.version and one.before is not None}
    kind = last.get("sub_event_type", withdrawn.sub_event_type)
    words = [told.split(" ") for told in last.get("figures", "").split("; ") if told]
    return withdrawn.model_copy(
        update={
            "sub_event_type": kind,
            "event_type": event_type(kind),
            "actor1": last.get("actor1", withdrawn.actor1),
            "actor2": last.get("actor2", withdrawn.actor2),
            "figures": tuple(Reconciled.made(measure=one[0], party=one[1].partition("/")[0]) for one in words if len(one) > 1),
        }
    )


class Chosen:
    """What a log or a moment knows, as far as a filter asks for it; tables are added up from the incidents chosen."""

    def __init__(self, known: Latest, wanted: Wanted, watermark: datetime | None) -> None:
        """watermark: with whose day the windows of the tables end."""
        self._known, self._wanted, self._watermark = known, wanted, watermark

    def last_said(self, topic: str) -> Iterator[tuple[bytes, bytes]]:
        """Each key of a topic that the filter lets pass, with its newest value."""
        if topic == "aggregates" and self._wanted.cuts_sums:
            yield from ((f"{cell.country}/{cell.cell_id}".encode(), encode(cell)) for cell in self._sums())
            return
        chosen = self._resting_on(topic)
        for key, value in self._known.last_said(topic):
            try:
                record = decode(value).record
            except WireError:
                continue  # written by another program
            if self._passes(record, chosen):
                yield key, value

    def held(self, topic: str) -> Iterator[Record]:
        """The same as records: what is in memory already is not encoded for it."""
        if topic == "aggregates" and self._wanted.cuts_sums:
            yield from self._sums()
            return
        chosen = self._resting_on(topic)
        yield from (record for record in newest(self._known, topic, Record) if self._passes(record, chosen))

    def _resting_on(self, topic: str) -> frozenset[str]:
        return self._ids if topic.startswith("alerts.") else frozenset()

    @cached_property
    def _ids(self) -> frozenset[str]:
        """The incidents asked for, sought once for all topics of alerts."""
        return self._wanted.ids(self._known)

    def _sums(self) -> Iterator[Cell]:
        if self._watermark is not None:
            yield from cells((one for one in newest(self._known, "incidents", Incident) if self._wanted.incident(one)), self._watermark)

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


def wanted(country: str = "", kind: str = "", party: str = "", near: str = "", km: float = 50) -> Wanted:
    """The filter that these words make; UsageError where one of them is none."""
    code = country_of(country)
    kinds = {one.casefold(): one for top, subs in EVENT_TYPES.items() for one in (top, *subs, *ALERT_KINDS)}
    if kind and kind.casefold() not in kinds:
        raise UsageError(
            f"--kind {kind}: expected a kind of event ({', '.join(EVENT_TYPES)}, or below these) or of alert ({', '.join(ALERT_KINDS)})"
        )
    return Wanted(code, kinds.get(kind.casefold(), ""), party_of(party) if party else "", circle(near, km, code) if near else None)
