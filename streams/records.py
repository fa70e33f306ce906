"""The records that travel on topics: frozen, with the field names of the annotation guide.

All days are calendar days where the thing happened; all moments are timezone-aware. ``None`` always means "not stated".
Spans are half-open ``[start, stop)`` character offsets into ``Article.text``, the article as received.
"""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, ConfigDict, Field

from streams.accounts import Article, Count, Figure, Mention, Place, Record, Report, ReportBatch
from streams.vocabulary import AlertKind, AlertStatus, IncidentStatus, Measure, Scope, Subset, TimePrecision

__all__ = [
    "RECORDS",
    "Alert",
    "Article",
    "Cell",
    "Change",
    "Claim",
    "Count",
    "DeadLetter",
    "Figure",
    "Finding",
    "Incident",
    "Link",
    "Mention",
    "Place",
    "Reconciled",
    "Record",
    "Report",
    "ReportBatch",
    "Revision",
    "Tick",
]


class Claim(Figure):
    """A figure with its provenance, as kept in an incident's ledger.

    origin: article id of the earliest near-copy. parts: ids of the reports of its article that the claim's report adds up.
    """

    report_id: str
    article_id: str
    article_version: int
    outlet: str
    published_at: AwareDatetime
    origin: str
    parts: tuple[str, ...] = ()


class Reconciled(Record):
    """What a policy makes of the claims for one measure, party and subset. low ≤ best ≤ high; None = not stated."""

    measure: Measure
    party: str
    subset: Subset | str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Change(Record):
    """What one version of an incident changed, and because of which article."""

    version: int
    published_at: AwareDatetime
    field: str
    before: str | None
    after: str | None
    because: str


class Link(Record):
    """Why two reports were judged as they were. score: 0–1. reasons: feature ids with their weights, strongest first."""

    left: str
    right: str
    verdict: Literal["same", "possibly-same", "different"]
    score: float
    reasons: tuple[str, ...] = ()


class Revision(Record):
    """What an incident said from one moment of publication on: persons killed (best, bounds), weapon, whether it stood.

    day: on which it happened, or began; None where no article said so by then. dead: persons killed by party, without those of whom
    accounts only say that some or dozens were: what one count may be held against another by. geo_precision: of its place (see Place);
    None where no article named one.
    """

    version: int
    published_at: AwareDatetime
    status: IncidentStatus
    killed: int = 0
    killed_low: int = 0
    killed_high: int = 0
    wounded: int = 0
    day: date | None = None
    weapon: str | None = None
    because: str = ""
    dead: dict[str, int] = Field(default_factory=dict)
    geo_precision: int | None = None


class Incident(Record):
    """The merged reports of one occurrence: our unit of count.

    incident_id: ``inc-`` + the report id of its earliest-published report (ties by id), with a number behind it (``inc-one/a.2``) where an
    older version of that article gave this id to another act. version: how many moments of publication changed its content, from 1. scope:
    "incident", or that of a toll, summary or estimate, which never enters sums. status: standing; superseded (its reports are now in
    ``superseded_by``); withdrawn (no report is left). origins: independent outlets (near-copies count once). changes: one row a changed
    field a version.
    """

    incident_id: str
    version: int = Field(ge=1)
    status: IncidentStatus = "standing"
    superseded_by: tuple[str, ...] = ()
    scope: Scope = "incident"
    country: str
    event_type: str = ""
    sub_event_type: str = "Other"
    date_start: date | None = None
    date_end: date | None = None
    time_precision: TimePrecision = "day"
    place: Place | None = None
    actor1: str | None = None
    actor2: str | None = None
    weapon: str | None = None
    figures: tuple[Reconciled, ...] = ()
    claims: tuple[Claim, ...] = ()
    report_ids: tuple[str, ...] = ()
    article_ids: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    origins: Count = 0
    first_published_at: AwareDatetime | None = None
    last_published_at: AwareDatetime | None = None
    links: tuple[Link, ...] = ()
    changes: tuple[Change, ...] = ()
    history: tuple[Revision, ...] = ()

    @property
    def title(self) -> str:
        """What, when and where, in a line. Of one withdrawn, which says nothing now: that, and the day that it last gave."""
        day = self.date_start or self.date_end
        if self.status == "withdrawn":
            day = day or next((one.day for one in reversed(self.history) if one.status == "standing" and one.day), None)
        what = "No article tells of it any more" if self.status == "withdrawn" else self.sub_event_type
        return f"{what}, {day or 'day unknown'}, {self.place.name if self.place else self.country}"


class Tick(Record):
    """The watermark moved to another day, whether or not an incident says so."""

    watermark: AwareDatetime


class Cell(Record):
    """One aggregate value, whole: persons and incidents of one row of one rolling table.

    dimension: country, admin1, party or event_type. value: the row (admin1 name, party id, event type; the country itself).
    window_days: 1, 7 or 30 days of event time, ending with the watermark's day; day: the newest day that adds to it.
    incidents: as they stand; incidents_low: if all of them that may be one are one. Persons are sums of best figures; _high of upper
    bounds; _low of lower bounds, those that may be one counted once (as in a Total). outlets: distinct outlets that reported them.
    """

    country: str
    dimension: Literal["country", "admin1", "party", "event_type"]
    value: str
    window_days: int
    day: date
    incidents: Count
    incidents_low: Count
    killed: Count = 0
    killed_low: Count = 0
    killed_high: Count = 0
    wounded: Count = 0
    wounded_low: Count = 0
    wounded_high: Count = 0
    captured: Count = 0
    captured_low: Count = 0
    captured_high: Count = 0
    displaced: Count = 0
    displaced_low: Count = 0
    displaced_high: Count = 0
    outlets: Count = 0

    @property
    def cell_id(self) -> str:
        """``<country>/<dimension>/<value>/<window_days>d``."""
        return f"{self.country}/{self.dimension}/{self.value}/{self.window_days}d"


class Alert(Record):
    """One alert on one subject, whole, with its version: raised, amended, withdrawn.

    alert_id: ``alr-`` + digest of rule and subject. severity: 1 low – 3 high. version: how many moments of publication changed it, from 1;
    where an article came late, what is sent is numbered after what was sent before: under one id the highest version is the last.
    event_day: day it concerns. raised_at: publication moment at which its condition first held; changed_at: of this version.
    subject: incident id, or ``country/admin1/week``, or ``outlet/day`` (``*/day``: of all outlets) or ``country/admin1/day``. incidents:
    what it rests on. facts: the numbers that decided, as text.
    """

    alert_id: str
    rule: str
    kind: AlertKind
    version: int = Field(ge=1)
    status: AlertStatus
    severity: int = Field(ge=1, le=3)
    subject: str
    country: str = ""
    place: Place | None = None
    event_day: date | None = None
    raised_at: AwareDatetime
    changed_at: AwareDatetime
    title: str
    facts: dict[str, str] = Field(default_factory=dict)
    incidents: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


class Finding(Record):
    """Two figures that cannot both be right, whole, with its version: ``least`` should be at most ``most`` and is more.

    finding_id: ``fnd-`` + digest of the law and of the claim it hangs on. law: subset, parts, toll-falls or toll-exceeded. version: how
    often it was told, from 1. status: raised; amended (other figures or claims); withdrawn (mended). subject: the incident, toll or sum at
    fault or at odds; incidents: all that are involved. least, most: persons; the claims say so.
    """

    finding_id: str
    version: int = Field(ge=1)
    status: AlertStatus
    law: str
    subject: str
    country: str
    measure: str
    party: str
    least: int
    least_claims: tuple[Claim, ...]
    most: int
    most_claims: tuple[Claim, ...]
    incidents: tuple[str, ...]


class DeadLetter(Record):
    """Something that could not be processed: the bytes, untouched (base64 in JSON), and why.

    origin: ``file:line`` or ``topic/partition/offset``. room: read, extract, deduplicate, aggregate, alert or review. reason: a stable
    slug (``not-json``, ``no-date``, …). detail: what was found and what was expected.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")

    origin: str
    room: str
    topic: str = ""
    partition: int | None = None
    offset: int | None = None
    reason: str
    detail: str
    payload: bytes
    truncated: bool = False


RECORDS: dict[str, type[Record]] = {
    kind.__name__: kind
    for kind in (
        Article,
        ReportBatch,
        Report,
        Figure,
        Claim,
        Mention,
        Place,
        Reconciled,
        Change,
        Revision,
        Link,
        Incident,
        Tick,
        Cell,
        Alert,
        Finding,
        DeadLetter,
    )
}
