"""An incident from its accounts: what they agree on, the ledger of their claims, and what each moment of publication changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from agents.deduplicate.accounts import Account
from agents.deduplicate.kinds import event_type
from agents.deduplicate.policies import reconcile
from streams.records import Change, Claim, Incident, Link, Place, Revision

Origins = dict[str, str]  # article id → id of its earliest near-copy
Ends = Callable[[Account], datetime | None]  # when a newer version of its article was published


def incident_id(accounts: Iterable[Account]) -> str:
    """``inc-`` + the id of the earliest-published report."""
    return "inc-" + min(accounts, key=lambda account: account.order).report_id


def incident_of(accounts: Sequence[Account], ends: Ends, origins: Origins, links: tuple[Link, ...]) -> Incident:
    """The incident that these accounts make up; withdrawn where every article among them has since taken its report back."""
    ordered = sorted(accounts, key=lambda account: account.order)
    moments = sorted({a.published_at for a in ordered} | {end for a in ordered if (end := ends(a))})
    changes: list[Change] = []
    history: list[Revision] = []
    content: dict[str, Any] = {}
    version = 0
    for moment in moments:
        now = _content(_standing(ordered, ends, moment), origins)
        changed = [field for field in now if now[field] != content.get(field)] if content else ["incident"]
        if changed:
            version += 1
            because = next((a.article_id for a in reversed(ordered) if moment in (a.published_at, ends(a))), ordered[0].article_id)
            changes += (
                Change(
                    version=version,
                    published_at=moment,
                    field=field,
                    before=_said(content[field]),
                    after=_said(now[field]),
                    because=because,
                )
                for field in changed
                if content
            )
            history.append(_revision(version, moment, now, because))
        content = now
    final = _standing(ordered, ends, moments[-1])
    return Incident(
        incident_id=incident_id(ordered),
        version=max(version, 1),
        country=ordered[0].country,
        scope=ordered[0].report.scope,
        event_type=event_type(content["sub_event_type"]),
        **content,
        claims=_claims(final, origins),
        report_ids=tuple(a.report_id for a in final),
        article_ids=tuple(dict.fromkeys(a.article_id for a in final)),
        outlets=tuple(sorted({a.outlet for a in final if a.outlet})),
        origins=len({origins.get(a.article_id, a.article_id) for a in final}),
        first_published_at=ordered[0].published_at,
        last_published_at=moments[-1],
        links=links,
        changes=tuple(changes),
        history=tuple(history),
    )


def _standing(ordered: Sequence[Account], ends: Ends, moment: datetime) -> list[Account]:
    """The accounts published by then and not taken back by then."""
    return [a for a in ordered if a.published_at <= moment and ((end := ends(a)) is None or end > moment)]


def _content(accounts: list[Account], origins: Origins) -> dict[str, Any]:
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
        "figures": reconcile(_claims(accounts, origins)),
    }


def _most(values: Iterable[Any]) -> Any:
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value]) if counts else None  # max keeps the earliest among equals


def _place(places: list[Place]) -> Place | None:
    return min(places, key=lambda p: (p.geo_precision, p.lat is None), default=None)


def _claims(accounts: Iterable[Account], origins: Origins) -> tuple[Claim, ...]:
    return tuple(
        Claim(
            **figure.model_dump(),
            report_id=account.report_id,
            article_id=account.article_id,
            article_version=account.version[1],
            outlet=account.outlet,
            published_at=account.published_at,
            origin=origins.get(account.article_id, account.article_id),
        )
        for account in accounts
        for figure in account.report.figures
    )


def _revision(version: int, moment: datetime, content: dict[str, Any], because: str) -> Revision:
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


def _said(value: Any) -> str | None:
    if value is None:
        return None
    if isinstance(value, Place):
        return value.name
    if isinstance(value, tuple):
        return "; ".join(f"{f.measure} {f.party}{'/' + f.subset if f.subset else ''} {f.low}-{f.best}-{f.high}" for f in value)
    return str(value)
