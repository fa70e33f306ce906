"""What an incident says: what its accounts agree on, and the ledger of their claims."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from agents.deduplicate.accounts import Account
from agents.deduplicate.policies import reconcile
from streams.records import Claim, Place, Revision

Origins = dict[str, str]  # article id → id of its earliest near-copy
Content = dict[str, Any]  # the fields of an incident that its accounts agree on


def content_of(accounts: list[Account], origins: Origins) -> Content:
    """What the accounts agree on: most votes, ties to the earliest; the place most exactly known."""
    reports = [a.report for a in accounts]
    dated = [r for r in reports if r.date_start and r.date_start == r.date_end] or [r for r in reports if r.date_start or r.date_end]
    first, last = _most((r.date_start, r.date_end) for r in dated) or (None, None)
    return {
        "status": "standing" if accounts else "withdrawn",
        "sub_event_type": _most(r.sub_event_type for r in reports) or "Other",
        "date_start": first,
        "date_end": last,
        "time_precision": (_most(r.time_precision for r in dated) or "none"),
        "place": _place([r.place for r in reports if r.place]),
        "actor1": _most(r.actor1 for r in reports if r.actor1 not in (None, "unknown")) or _most(r.actor1 for r in reports),
        "actor2": _most(r.actor2 for r in reports if r.actor2 not in (None, "unknown")) or _most(r.actor2 for r in reports),
        "weapon": _most(r.weapon for r in reports if r.weapon),
        "figures": reconcile(claims_of(accounts, origins)),
    }


def _most(values: Iterable[Any]) -> Any:
    counts: dict[Any, int] = {}
    for value in values:  # a Counter is slow to make, and mostly there is one value
        counts[value] = counts.get(value, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else None  # max keeps the earliest among equals


def _place(places: list[Place]) -> Place | None:
    return min(places, key=lambda p: (p.geo_precision, p.lat is None), default=None)


def claims_of(accounts: Iterable[Account], origins: Origins) -> tuple[Claim, ...]:
    """The ledger: every figure of every account, with where it comes from."""
    return tuple(claim for account in accounts for claim in _claims(account, origins.get(account.article_id, account.article_id)))


@lru_cache(maxsize=4096)
def _claims(account: Account, origin: str) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            **figure.model_dump(),
            report_id=account.report_id,
            article_id=account.article_id,
            article_version=account.version[1],
            outlet=account.outlet,
            published_at=account.published_at,
            origin=origin,
        )
        for figure in account.report.figures
    )


def revision_of(version: int, moment: datetime, content: Content, because: str) -> Revision:
    """What the incident said from a moment on."""
    figures = [f for f in content["figures"] if not f.subset]
    dead = [f for f in figures if f.measure == "killed"]
    return Revision(
        version=version,
        published_at=moment,
        status=content["status"],
        killed=sum(f.best or 0 for f in dead),
        killed_low=sum(f.low or 0 for f in dead),
        killed_high=sum(max(f.high or 0, f.best or 0) for f in dead),
        wounded=sum(f.best or 0 for f in figures if f.measure == "wounded"),
        day=content["date_start"] or content["date_end"],
        weapon=content["weapon"],
        because=because,
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
