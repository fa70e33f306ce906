"""What one article says: the article, its reports, their figures, places and mentions (part of streams.records)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from streams.vocabulary import Hedge, Measure, Scope, Subset, TimePrecision

_new, _set = object.__new__, object.__setattr__
Offset = Annotated[int, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
NO_NUL = r"^[^\x00]*$"  # ids are joined with it where they must sort
_zones: dict[timedelta | None, timezone] = {timedelta(): UTC}  # by offset


def _in_one_zone(at: datetime) -> datetime:
    """The moment with the one zone object of its offset: moments of one object are compared without asking zones for their offsets."""
    offset = at.utcoffset()
    zone = _zones.get(offset) or _zones.setdefault(offset, timezone(offset or timedelta()))
    return at if at.tzinfo is zone else at.replace(tzinfo=zone)


Published = Annotated[AwareDatetime, AfterValidator(_in_one_zone)]


class Record(BaseModel):  # noqa: PLW1641 - frozen ones are given their hash by pydantic
    """Base of all records: frozen, and unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __eq__(self, other: object) -> bool:
        """Whether both are of one class and say the same; pydantic's own asks for what no record of ours has."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    @classmethod
    def made(cls, **values: Any) -> Self:
        """A record of values that are known to be right, since other records hold them or reading made them: nothing is checked."""
        return cls.whole((_BLANKS.get(cls) or _blank(cls))[0] | values)

    @classmethod
    def whole(cls, values: dict[str, Any]) -> Self:
        """As made(), of all fields in their order; the values become the record's own."""
        one = _new(cls)
        _set(one, "__dict__", values)
        _set(one, "__pydantic_fields_set__", (_BLANKS.get(cls) or _blank(cls))[1])  # one set for all: nobody asks for it or changes it
        _set(one, "__pydantic_extra__", None)
        _set(one, "__pydantic_private__", None)
        return one

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy in which some fields are otherwise; of pydantic's own each would hold a set of the names of its fields."""
        if deep:
            return super().model_copy(update=update, deep=True)
        return self.whole(self.__dict__ | dict(update or {}))

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return _again, (type(self), *self.__dict__.values())


def _again(cls: type[Record], *values: Any) -> Record:
    """A record from the values of all its fields in their order."""
    return cls.whole(dict(zip((_BLANKS.get(cls) or _blank(cls))[0], values, strict=True)))


_BLANKS: dict[type[Record], tuple[dict[str, Any], set[str]]] = {}


def _blank(cls: type[Record]) -> tuple[dict[str, Any], set[str]]:
    """What a record of a class holds where nothing is said, and the names of its fields."""
    held = {name: field.get_default(call_default_factory=True) for name, field in cls.model_fields.items()}
    _BLANKS[cls] = held, set(held)
    return _BLANKS[cls]


class Article(Record):
    """One published text of one outlet, as received.

    article_id: stable id (``art-…`` where the feed gave none), without NUL. outlet: the publisher, an id or name of outlets.csv,
    "" where unknown. published_at: the moment printed, in the offset printed; its date in that offset is the day against which
    "yesterday" is read. version: 1, or higher for a later text under the same id. The newest version is the one with the highest
    (published_at, version, digest of the text), whatever order they arrive in. received_at: when the feed delivered it, where that was
    later than its publication; a replay plays it then, and nothing else depends on it.
    """

    article_id: str = Field(min_length=1, pattern=NO_NUL)
    outlet: str = ""
    published_at: Published
    title: str = ""
    body: str = Field(min_length=1)
    url: str = ""
    lang: str = "ar"
    version: int = Field(default=1, ge=1)
    received_at: AwareDatetime | None = None

    @property
    def due_at(self) -> datetime:
        """When a replay plays it."""
        return max(self.published_at, self.received_at) if self.received_at else self.published_at

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
    subset: Subset | str | None = None
    source: str | None = None
    attributed_to: str = ""
    hedge: Hedge = "stated"
    wording: str = ""
    start: Offset = 0
    stop: Offset = 0
    rules: tuple[str, ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether a number of the text says how many: not a word such as «dozens», a plural, one man by his name."""
        for rule in self.rules:  # noqa: SIM110 - asked of every claim, and any() of a generator takes twice as long
            if rule.startswith("number.") and rule != "number.vague":
                return True
        return False


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

    article_id: str = Field(pattern=NO_NUL)
    version: int = 1
    digest: str = ""
    outlet: str = ""
    published_at: Published
    country: str
    signature: tuple[int, ...] = ()
    reports: tuple[Report, ...] = ()
