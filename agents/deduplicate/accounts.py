"""One version's report as the linker keeps it: its bytes, what it is compared by, and in which order of publication it stands."""

from collections import OrderedDict
from datetime import date, datetime, timedelta
from typing import NamedTuple
from weakref import WeakValueDictionary

from agents.deduplicate.traits import Traits, traits_of
from streams.records import Report, ReportBatch

OPENED = 2048  # reports kept open
FAR = 3  # days of a longer span that are searched for the same occurrence
Version = tuple[datetime, int, str]  # moment of publication, version number, digest


class Account(NamedTuple):
    """One report of one version of an article. packed: the report's JSON; most are never looked at again."""

    report_id: str
    article_id: str
    version: Version
    outlet: str
    country: str
    packed: bytes
    traits: Traits

    @property
    def report(self) -> Report:
        """The report itself."""
        return opened(self.packed)

    @property
    def published_at(self) -> datetime:
        """When this version was published."""
        return self.version[0]

    @property
    def order(self) -> tuple[datetime, str]:
        """Order of publication, ties by id."""
        return self.version[0], self.report_id

    @property
    def key(self) -> tuple[str, Version]:
        """Unique among all accounts: the same report of another version is another account."""
        return self.report_id, self.version


class _Opened(OrderedDict[bytes, Report]):
    """The reports lately looked at, by their bytes; and those that someone else holds, as who links a whole log at once does."""

    def __init__(self) -> None:
        super().__init__()
        self._elsewhere: WeakValueDictionary[bytes, Report] = WeakValueDictionary()

    def open(self, packed: bytes) -> Report:
        report = self.get(packed)
        if report is not None:
            self.move_to_end(packed)
            return report
        report = self._elsewhere.get(packed) or Report.model_validate_json(packed)
        self.keep(packed, report)
        return report

    def keep(self, packed: bytes, report: Report) -> None:
        self[packed] = self._elsewhere[packed] = report
        self.move_to_end(packed)
        if len(self) > OPENED:
            self.popitem(last=False)


_opened = _Opened()
opened = _opened.open


def version_of(batch: ReportBatch) -> Version:
    """What orders the versions of one article, whatever order they arrive in."""
    return batch.published_at, batch.version, batch.digest


def accounts_of(batch: ReportBatch) -> list[Account]:
    """The accounts of one batch."""
    version = version_of(batch)
    found = []
    for report in batch.reports:
        packed = report.__pydantic_serializer__.to_json(report, exclude_defaults=True)
        _opened.keep(packed, report)
        name = f"{batch.article_id}/{report.id}"
        found.append(Account(name, batch.article_id, version, batch.outlet, batch.country, packed, traits_of(report)))
    return found


def days_of(account: Account) -> list[date]:
    """The days under which an account is found: those it names, at most the first and last few, else that of publication."""
    traits = account.traits
    first = date.fromordinal(traits.first) if traits.first else account.published_at.date()
    if traits.last == traits.first:
        return [first]
    last = max(date.fromordinal(traits.last) if traits.last else first, first)
    length = (last - first).days + 1
    if length <= 2 * FAR:
        return [first + timedelta(days=n) for n in range(length)]
    return [first + timedelta(days=n) for n in range(FAR)] + [last - timedelta(days=n) for n in range(FAR)]
