"""What of an incident the arithmetic guard looks at: a tenth of it, so that memory holds the more of them."""

from datetime import date, datetime
from typing import NamedTuple

from streams.records import Claim, Incident, Place


class Reviewed(NamedTuple):
    """Fields of an incident, by the names that they have there."""

    incident_id: str
    scope: str
    country: str
    sub_event_type: str
    date_start: date | None
    date_end: date | None
    place: Place | None
    actor1: str | None
    claims: tuple[Claim, ...]
    first_published_at: datetime | None
    last_published_at: datetime | None


def reviewed(one: Incident) -> Reviewed:
    """What the guard looks at of an incident."""
    return Reviewed(
        one.incident_id,
        one.scope,
        one.country,
        one.sub_event_type,
        one.date_start,
        one.date_end,
        one.place,
        one.actor1,
        one.claims,
        one.first_published_at,
        one.last_published_at,
    )
