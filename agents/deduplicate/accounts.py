"""One version's report as the linker keeps it: what it says, what it is compared by, and in which order of publication it stands."""

from datetime import date, datetime
from typing import Any

from agents.deduplicate.keys import Key, Version, key_named, report_of, turn_named
from agents.deduplicate.traits import Traits, traits_of
from streams.records import Claim, Figure, Place, Report, ReportBatch

PLACES = 4096  # lately named
FAR = 16  # days of a longer span that are searched for the same occurrence, at each of its ends: a whole month
Values = tuple[Any, ...]  # of a figure's fields, in their order: a sixth of what the record takes
Told = tuple[str, date | None, date | None, str, Place | None, str | None, str | None, str | None, tuple[Values, ...], tuple[str, ...]]
FIELDS = tuple(Figure.model_fields)
MEASURE, SUBSET = FIELDS.index("measure"), FIELDS.index("subset")


class Said:
    """What of a report incidents say, by the names that it has there."""

    __slots__ = ("actor1", "actor2", "date_end", "date_start", "figures", "parts", "place", "sub_event_type", "time_precision", "weapon")

    def __init__(self, told: Told) -> None:
        self.sub_event_type, self.date_start, self.date_end, self.time_precision, self.place = told[:5]
        self.actor1, self.actor2, self.weapon, self.figures, self.parts = told[5:]

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        place = tuple(self.place.__dict__.values()) if self.place else None
        days = self.date_start, self.date_end, self.time_precision
        return _again, (self.sub_event_type, *days, place, self.actor1, self.actor2, self.weapon, self.figures, self.parts)

    @property
    def counts_killed(self) -> bool:
        """Whether it says how many were killed, not only of a part of them."""
        for values in self.figures:  # noqa: SIM110 - any() of a generator takes twice as long
            if values[MEASURE] == "killed" and not values[SUBSET]:
                return True
        return False


def _again(*told: Any) -> Said:
    """What was said, from its values as plain ones."""
    place = _place_of(told[4]) if told[4] else None
    return Said((*told[:4], place, *told[5:]))


class Account:
    """One report of one version of an article.

    key: see keys. ledger: its claims by the origin of its article, where they were asked for. link: see Linker.
    """

    __slots__ = ("article_id", "country", "key", "ledger", "outlet", "reasons", "report_id", "said", "traits", "version")

    def __init__(self, facts: "Facts") -> None:
        self.key, self.article_id, self.version, self.outlet, self.country, self.said, self.traits = facts
        self.report_id = report_of(self.key)
        self.ledger: tuple[str, tuple[Claim, ...]] | None = None
        self.reasons: tuple[Key, bool, float, tuple[str, ...]] | None = None

    @property
    def published_at(self) -> datetime:
        """When this version was published."""
        return self.version[0]

    @property
    def order(self) -> tuple[datetime, str]:
        """Order of publication, ties by id."""
        return self.version[0], self.report_id

    def __eq__(self, other: object) -> bool:
        return self.key == other.key if isinstance(other, Account) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.key)

    def __reduce__(self) -> "tuple[Any, tuple[Facts]]":
        return Account, ((self.key, self.article_id, self.version, self.outlet, self.country, self.said, self.traits),)


Facts = tuple[str, str, Version, str, str, Said, Traits]  # key, article_id, version, outlet, country, said, traits


_places: dict[tuple[Any, ...], Place] = {}


def _place_of(told: Values) -> Place:
    """The place of these values, as one object where it was named lately: news names the same ones again."""
    known = _places.get(told)
    if known is None:
        if len(_places) >= PLACES:
            _places.clear()
        known = _places[told] = Place.whole(dict(zip(Place.model_fields, told, strict=True)))
    return known


def version_of(batch: ReportBatch) -> Version:
    """What orders the versions of one article, whatever order they arrive in."""
    return batch.published_at, batch.version, batch.digest


def accounts_of(batch: ReportBatch) -> list[Account]:
    """The accounts of one batch."""
    version, article_id = version_of(batch), batch.article_id
    turn = turn_named(article_id, version)
    return [
        Account((key_named(turn, f"{article_id}/{one.id}"), article_id, version, batch.outlet, batch.country, said_of(one), traits_of(one)))
        for one in batch.reports
    ]


def said_of(report: Report) -> Said:
    """What of a report incidents say."""
    place = _place_of(tuple(report.place.__dict__.values())) if report.place else None
    figures = tuple([tuple(figure.__dict__.values()) for figure in report.figures])
    days = report.date_start, report.date_end, report.time_precision
    return Said((report.sub_event_type, *days, place, report.actor1, report.actor2, report.weapon, figures, report.parts))


def days_of(account: Account) -> list[int]:
    """The days under which an account is found, as ordinals: those it names, at most the first and last few, else that of publication."""
    traits = account.traits
    first = traits.first or account.version[0].toordinal()
    if traits.last == traits.first:
        return [first]
    last = max(traits.last or first, first)
    if last - first < 2 * FAR:
        return list(range(first, last + 1))
    return [*range(first, first + FAR), *range(last, last - FAR, -1)]
