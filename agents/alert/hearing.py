"""Who is heard of: the articles of outlets and, where a rule asks for them, of governorates, and the alerts on those that fall silent."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from agents.alert.core import AlertRoom
from agents.alert.rules import OF, PLACES, Rule
from agents.shelved import Shelves, in_memory
from streams.records import Alert, ReportBatch

LISTENER = 0  # the partition that judges outlets: every partition sees every article
FEED = "*"  # the country of a row that says of an article only that it appeared
FINE = 4  # geo_precision at most: what happened somewhere in a country was in no governorate
MARK = b"@"  # how the keys of rows of places begin, before the number of their partition


class Heard(NamedTuple):
    """One row: its key, and an outlet, or a governorate in the place of one, that was heard of when an article appeared."""

    key: bytes
    row: ReportBatch


class Hearing:
    """What one partition has heard: of all outlets if it listens to them, and of the governorates whose reports it has."""

    def __init__(self, rules: tuple[Rule, ...], number: int, *, listens: bool, shelves: Shelves = in_memory) -> None:
        """number: of the partition; listens: whether it judges outlets, which one of all does."""
        silences = [rule for rule in rules if rule.kind == "silence"]
        of_places = tuple(rule for rule in silences if rule.values.get(OF) == PLACES)
        of_outlets = tuple(rule for rule in silences if rule not in of_places)
        self._number = number
        self._outlets = AlertRoom(of_outlets, lambda name: shelves(f"outlets/{name}")) if listens else None
        self._places = AlertRoom(of_places, lambda name: shelves(f"places/{name}")) if of_places else None

    def rows(self, batch: ReportBatch) -> Iterator[Heard]:
        """What is to be kept of a batch, once a key: a version of an article comes in a batch for each country."""
        name = f"{batch.article_id}/{batch.version}/{batch.digest}".encode()
        if self._outlets is not None:
            yield Heard(name, _row(batch, batch.outlet, ""))
        if self._places is not None:
            key = b"%b%d/%b" % (MARK, self._number, name)
            yield Heard(key, _row(batch, "", FEED))
            places = [report.place for report in batch.reports if report.place]
            for area in sorted({place.admin1 for place in places if place.admin1 and place.geo_precision <= FINE}):
                yield Heard(key + f"/{batch.country}/{area}".encode(), _row(batch, area, batch.country))

    def take(self, row: ReportBatch) -> list[Alert]:
        """Takes in a row; every alert of silence that changed."""
        room = self._room(row)
        if room is None:  # of a rule that there is no more
            return []
        if row.country in {"", FEED}:
            return room.apply_pulse(row.outlet, row.published_at)
        return room.apply_pulse(f"{row.country}/{row.outlet}", row.published_at, counted=True)

    def beside(self, row: ReportBatch, sent: Alert) -> dict[str, Any]:
        """What the log keeps beside an alert that a row gave."""
        room = self._room(row)
        return room.beside(sent) if room else {}

    def standing(self) -> list[Alert]:
        """Every alert of silence that holds or held, as it stands."""
        return [alert for room in (self._outlets, self._places) if room for alert in room.standing()]

    def _room(self, row: ReportBatch) -> AlertRoom | None:
        return self._places if row.country else self._outlets


def partition_of(key: bytes) -> int:
    """The partition to which a row belongs."""
    return int(key[len(MARK) :].partition(b"/")[0]) if key.startswith(MARK) else LISTENER


def _row(batch: ReportBatch, outlet: str, country: str) -> ReportBatch:
    return ReportBatch.made(
        article_id=batch.article_id,
        version=batch.version,
        digest=batch.digest,
        outlet=outlet,
        published_at=batch.published_at,
        country=country,
    )
