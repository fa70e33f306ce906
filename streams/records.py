"""The records that travel on topics: frozen, with the field names of the annotation guide.

All days are calendar days where the thing happened; all moments are timezone-aware. ``None`` always means "not stated".
Spans are half-open ``[start, stop)`` character offsets into ``Article.text``, the article as received.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from streams.vocabulary import AlertKind, AlertStatus, Hedge, IncidentStatus, Measure, Scope, Subset, TimePrecision

Offset = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]


class Record(BaseModel):
    """Base of all records: frozen, and unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(Record):
    """One published text of one outlet, as received.

    article_id: stable id (``art-…`` where the feed gave none). outlet: the publisher, an id or name of outlets.csv,
    "" where unknown. published_at: the moment printed, in the offset printed; its date in that offset is the day against which
    "yesterday" is read. version: 1, or higher for a later text under the same id. The newest version is the one with the highest
    (published_at, version, digest of the text), whatever order they arrive in.
    """

    article_id: str = Field(min_length=1)
    outlet: str = ""
    published_at: AwareDatetime
    title: str = ""
    body: str = Field(min_length=1)
    url: str = ""
    lang: str = "ar"
    version: int = Field(default=1, ge=1)

    @property
    def text(self) -> str:
        """Title, a line break, body (or the body alone): what every offset points into."""
        return f"{self.title}\n{self.body}" if self.title else self.body


class Place(Record):
    """Where it happened. name: as the article writes it, without the class word (city, town, village).

    admin1: English name of the governorate. country: ISO 3166-1 alpha-2. lat, lon: degrees, WGS 84, of the most specific place named.
    place_id: row of places.csv. geo_precision: 1 exact place, 2 near it, 3 district or camp's surroundings, 4 governorate, 5 several
    governorates or a region, 6 country (UCDP GED where_prec).
    """

    name: str
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    place_id: str | None = None
    geo_precision: int = Field(default=1, ge=1, le=6)


class Mention(Record):
    """A span of the article with what was read there and the id of the rule that read it."""

    start: Offset
    stop: Offset
    kind: str
    value: str
    rule: str


class Figure(Record):
    """A number of people: how many, whose people, what became of them.

    low, high: persons; exactly n is low = high = n, "at least n" has high None, "up to n" has low None. subset: set only where the
    figure is part of a larger one also given. source: set only where the article gives rival figures for the same thing.
    attributed_to: whom the article quotes for it ("" = the outlet itself). wording: the words read. start, stop: where they stand.
    rules: ids of the rules that made it, in the order in which they applied.
    """

    measure: Measure
    party: str
    low: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    subset: Subset | None = None
    source: str | None = None
    attributed_to: str = ""
    hedge: Hedge = "stated"
    wording: str = ""
    start: Offset = 0
    stop: Offset = 0
    rules: tuple[str, ...] = ()


class Report(Record):
    """One article's account of one occurrence (fields as in the annotation guide).

    id: "a", "b", … within the article; report_id: ``<article_id>/<id>``. weapon: air, artillery, suicide, ied, chemical, mine, small-arms
    or None. country: ISO code under which the report is linked: the place's, else the article's main country, else "ZZ".
    core is always true here; the field exists because gold reports have it. start, stop: the sentence that leads.
    """

    id: str
    scope: Scope = "incident"
    sub_event_type: str
    type_alt: tuple[str, ...] = ()
    date_start: date | None = None
    date_end: date | None = None
    time_precision: TimePrecision = "day"
    place: Place | None = None
    actor1: str | None = None
    actor2: str | None = None
    figures: tuple[Figure, ...] = ()
    weapon: str | None = None
    country: str = "ZZ"
    source: str = ""
    hedge: Hedge = "stated"
    parts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    start: Offset = 0
    stop: Offset = 0
    mentions: tuple[Mention, ...] = ()
    rules: tuple[str, ...] = ()
    core: bool = True


class ReportBatch(Record):
    """One article version's reports on one country, whole; an empty list withdraws earlier ones.

    country "" announces the article to a partition that gets none of its reports: it withdraws reports of its older versions there,
    moves the watermark and counts as a sign of life of the outlet. digest: of the text, for ordering versions published at one
    moment. signature: MinHash of the text, for near-copies.
    """

    article_id: str
    version: int = 1
    digest: str = ""
    outlet: str = ""
    published_at: AwareDatetime
    country: str
    signature: tuple[int, ...] = ()
    reports: tuple[Report, ...] = ()


class Claim(Figure):
    """A figure with its provenance, as kept in an incident's ledger. origin: article id of the earliest near-copy."""

    report_id: str
    article_id: str
    article_version: int
    outlet: str
    published_at: AwareDatetime
    origin: str


class Reconciled(Record):
    """What a policy makes of the claims for one measure, party and subset. low ≤ best ≤ high; None = not stated."""

    measure: Measure
    party: str
    subset: Subset | None = None
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


class Incident(Record):
    """The merged reports of one occurrence: our unit of count.

    incident_id: ``inc-`` + the report id of its earliest-published report (ties by id). version: how many moments of publication
    changed its content, from 1. scope: "incident", or that of a toll, summary or estimate, which never enters sums. status: standing;
    superseded (its reports are now in ``superseded_by``); withdrawn (no report is left). origins: independent outlets (near-copies
    count once). changes: one row a changed field a version.
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


class Tick(Record):
    """The watermark moved to another day and no incident said so."""

    watermark: AwareDatetime


class Cell(Record):
    """One aggregate value, whole: persons and incidents of one row of one rolling table.

    dimension: country, admin1, party or event_type. value: the row (admin1 name, party id, event type; the country itself).
    window_days: 1, 7 or 30 days of event time, ending with the watermark's day ``day``. Counts are sums of the incidents' best figures;
    _low and _high of their bounds. outlets: distinct outlets that reported them.
    """

    country: str
    dimension: Literal["country", "admin1", "party", "event_type"]
    value: str
    window_days: int
    day: date
    incidents: Count
    killed: Count = 0
    killed_low: Count = 0
    killed_high: Count = 0
    wounded: Count = 0
    captured: Count = 0
    displaced: Count = 0
    outlets: Count = 0

    @property
    def cell_id(self) -> str:
        """``<country>/<dimension>/<value>/<window_days>d``."""
        return f"{self.country}/{self.dimension}/{self.value}/{self.window_days}d"


class Alert(Record):
    """One alert on one subject, whole, with its version: raised, amended, withdrawn.

    alert_id: ``alr-`` + digest of rule and subject. version: how many moments of publication changed it, from 1. severity: 1 low – 3 high.
    event_day: day it concerns. raised_at: publication moment at which its condition first held; changed_at: of this version.
    subject: incident id, or ``country/admin1``, or outlet. incidents: what it rests on. facts: the numbers that decided, as text.
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


class DeadLetter(Record):
    """Something that could not be processed: the bytes, untouched (base64 in JSON), and why.

    origin: ``file:line`` or ``topic/partition/offset``. room: read, extract, deduplicate, aggregate or alert. reason: a stable
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
        Article, ReportBatch, Report, Figure, Claim, Mention, Place, Reconciled, Change, Link, Incident, Tick, Cell, Alert, DeadLetter,
    )
}
