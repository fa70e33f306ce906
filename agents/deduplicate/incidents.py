"""What an incident says: what its accounts agree on, and the ledger of their claims."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from agents.deduplicate.accounts import FIELDS, Account, Said
from agents.deduplicate.policies import dead, hitter, reconcile
from agents.deduplicate.traits import WIDE
from streams.records import Claim, Place, Reconciled, Revision

Content = dict[str, Any]  # the fields of an incident that its accounts agree on


class Part(NamedTuple):
    """An account, when a newer version of its article took it back (None: not yet), and the origin of its article."""

    account: Account
    end: datetime | None
    origin: str  # id of its earliest near-copy

    def stands(self, moment: datetime) -> bool:
        """Whether it was published by then and not taken back by then."""
        return self.account.version[0] <= moment and (self.end is None or self.end > moment)


def content_of(parts: list[Part], claims: tuple[Claim, ...], before: Content | None = None) -> Content:
    """What the accounts agree on: most votes, ties to the earliest; the place most exactly known.

    Where, when and by what people were killed is asked of those who count them, if one says it: of a front others tell in passing.
    claims: the ledger of these accounts; before: what was agreed on when the ledger was the same, if it was.
    """
    reports = [part.account.said for part in parts]
    if len(reports) == 1:
        return said_by(reports[0], claims, before)
    counting = [r for r in reports if r.counts_killed]
    dated = next(filter(None, map(_of_one_day, (counting, reports))), None) or _begun(reports) or [r for r in reports if r.date_end]
    placed = [r.place for r in counting if r.place and r.place.geo_precision < WIDE] or [r.place for r in reports if r.place]
    first, last = _most([(r.date_start, r.date_end) for r in dated]) or (None, None)
    kind, actor1 = _most([r.sub_event_type for r in counting or reports]) or "Other", _party([r.actor1 for r in reports])
    return {
        "status": "standing" if parts else "withdrawn",
        "sub_event_type": kind,
        "date_start": first,
        "date_end": last,
        "time_precision": (_most([r.time_precision for r in dated]) or "none"),
        "place": _place(placed),
        "actor1": actor1,
        "actor2": _party([r.actor2 for r in reports]),
        "weapon": _most([r.weapon for r in reports if r.weapon]),
        "figures": _figures(claims, hitter(kind, actor1), before),
    }


def _of_one_day(reports: list[Said]) -> list[Said]:
    """Those that say on which day it happened."""
    return [r for r in reports if r.date_start and r.date_start == r.date_end]


def _begun(reports: list[Said]) -> list[Said]:
    """Those that say from when on it may have happened: who only tells of it later says less."""
    return [r for r in reports if r.date_start]


def said_by(report: Said, claims: tuple[Claim, ...], before: Content | None = None) -> Content:
    """As content_of() a single account."""
    is_dated = report.date_start or report.date_end
    return {
        "status": "standing",
        "sub_event_type": report.sub_event_type or "Other",
        "date_start": report.date_start,
        "date_end": report.date_end,
        "time_precision": (report.time_precision if is_dated else None) or "none",
        "place": report.place,
        "actor1": report.actor1,
        "actor2": report.actor2,
        "weapon": report.weapon or None,
        "figures": _figures(claims, hitter(report.sub_event_type, report.actor1), before),
    }


def _figures(claims: tuple[Claim, ...], by: str | None, before: Content | None) -> tuple[Reconciled, ...]:
    if before is not None and hitter(before["sub_event_type"], before["actor1"]) == by:
        known: tuple[Reconciled, ...] = before["figures"]
        return known
    return reconcile(claims, by=by)


def _party(names: list[str | None]) -> str | None:
    """The party that most name; "unknown" or None only where none does."""
    found: str | None = _most([name for name in names if name not in {None, "unknown"}] or names)
    return found


def _most(values: list[Any]) -> Any:
    if len(values) < 2:
        return values[0] if values else None
    counts: dict[Any, int] = {}
    for value in values:  # a Counter is slow to make, and mostly there is one value
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=counts.__getitem__)  # max keeps the earliest among equals


def _place(places: list[Place]) -> Place | None:
    return min(places, key=lambda p: (p.geo_precision, p.lat is None), default=None)


def claims_of(parts: Iterable[Part]) -> tuple[Claim, ...]:
    """The ledger: every figure of every account, with where it comes from."""
    return tuple([claim for part in parts if part.account.said.figures for claim in _claims(part.account, part.origin)])


def _claims(account: Account, origin: str) -> tuple[Claim, ...]:
    if account.ledger is None or account.ledger[0] != origin:
        article_id = account.article_id
        rest = {
            "report_id": account.report_id,
            "article_id": article_id,
            "article_version": account.version[1],
            "outlet": account.outlet,
            "published_at": account.version[0],
            "origin": origin,
            "parts": tuple([f"{article_id}/{part}" for part in account.said.parts]),
        }
        account.ledger = origin, tuple([Claim.whole(dict(zip(FIELDS, values, strict=True)) | rest) for values in account.said.figures])
    return account.ledger[1]


def revision_of(version: int, moment: datetime, content: Content, because: str, claims: tuple[Claim, ...]) -> Revision:
    """What the incident said from a moment on. claims: the ledger then."""
    killed = low = high = wounded = 0
    for one in content["figures"]:
        if one.subset:
            continue
        if one.measure == "killed":
            killed += one.best or 0
            low += one.low or 0
            high += max(one.high or 0, one.best or 0)
        elif one.measure == "wounded":
            wounded += one.best or 0
    return Revision.whole(
        {
            "version": version,
            "published_at": moment,
            "status": content["status"],
            "killed": killed,
            "killed_low": low,
            "killed_high": high,
            "wounded": wounded,
            "day": content["date_start"],
            "weapon": content["weapon"],
            "because": because,
            "dead": dead(content["figures"], claims) if killed else {},
            "geo_precision": content["place"].geo_precision if content["place"] else None,
        }
    )


def said(value: Any) -> str | None:
    """A value of the content as a change shows it."""
    if value is None:
        return None
    if isinstance(value, Place):
        return value.name
    if isinstance(value, tuple):
        return "; ".join(f"{f.measure} {f.party}{'/' + f.subset if f.subset else ''} {f.low}-{f.best}-{f.high}" for f in value)
    return str(value)
