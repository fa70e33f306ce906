"""An alert from the story of its subject: what held at each moment of publication gives status, version and times."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from agents.alert.rules import Rule
from streams.records import Alert, Place
from streams.vocabulary import AlertStatus


class Moment(NamedTuple):
    """Whether the condition held from this moment of publication on, and the numbers that decided."""

    at: datetime
    holds: bool
    facts: dict[str, str]


class Subject(NamedTuple):
    """What an alert is about."""

    name: str
    title: str
    country: str = ""
    place: Place | None = None
    day: date | None = None
    incidents: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def _digest(rule_id: str, subject: str) -> str:
    return blake2b(f"{rule_id}\0{subject}".encode(), digest_size=8).hexdigest()


def alert_id(rule: Rule, subject: str) -> str:
    """``alr-`` + a digest of rule and subject."""
    return "alr-" + _digest(rule.id, subject)


def tell(rule: Rule, subject: Subject, moments: Iterable[Moment]) -> Alert | None:
    """The alert as it stands after all moments (in order); None where the condition never held.

    raised when it first holds; amended when the facts change or it holds again; withdrawn when it holds no more.
    """
    version, raised_at, changed_at = 0, None, None
    status: AlertStatus = "withdrawn"
    facts: dict[str, str] = {}
    for moment in moments:
        if raised_at is None:
            if not moment.holds:
                continue
            version, raised_at, changed_at, status, facts = 1, moment.at, moment.at, "raised", moment.facts
        elif moment.holds and (status == "withdrawn" or moment.facts != facts):
            version, changed_at, status, facts = version + 1, moment.at, "amended", moment.facts
        elif not moment.holds and status != "withdrawn":
            version, changed_at, status, facts = version + 1, moment.at, "withdrawn", {**facts, **moment.facts}
    if raised_at is None or changed_at is None:
        return None
    return Alert.made(
        alert_id=alert_id(rule, subject.name),
        rule=rule.id,
        kind=rule.kind,
        version=version,
        status=status,
        severity=rule.severity,
        subject=subject.name,
        country=subject.country,
        place=subject.place,
        event_day=subject.day,
        raised_at=raised_at,
        changed_at=changed_at,
        title=subject.title,
        facts=dict(sorted(facts.items())),  # as the log holds them
        incidents=subject.incidents,
        articles=subject.articles,
    )
