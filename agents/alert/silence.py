"""Silence: an outlet whose expected flow of articles stops."""

from bisect import bisect_left, insort
from collections import defaultdict
from datetime import datetime, timedelta

from agents.alert.rules import Rule
from agents.alert.story import Moment, Subject, tell
from streams.records import Alert


class Silences:
    """When each outlet published; a gap is judged by the days before it."""

    def __init__(self) -> None:
        self._published: dict[str, list[datetime]] = defaultdict(list)
        self._told: dict[str, set[str]] = defaultdict(set)

    def pulse(self, outlet: str, at: datetime) -> None:
        """One article of an outlet."""
        insort(self._published[outlet], at)

    def alerts(self, outlets: list[str], rule: Rule, watermark: datetime) -> dict[str, Alert | None]:
        """By subject, the alert of each gap of these outlets that is or was one (None: it is none any more)."""
        found: dict[str, Alert | None] = {}
        for outlet in outlets:
            now = self._gaps(outlet, rule, watermark)
            found.update(dict.fromkeys(self._told[outlet] - set(now)))
            found.update(now)
            self._told[outlet] = set(now)
        return found

    def outlets(self) -> list[str]:
        """All outlets that ever published."""
        return sorted(self._published)

    def _gaps(self, outlet: str, rule: Rule, watermark: datetime) -> dict[str, Alert | None]:
        published = self._published[outlet]
        least = timedelta(days=rule.values["days"])
        found: dict[str, Alert | None] = {}
        for index, last in enumerate(published):
            following = published[index + 1] if index + 1 < len(published) else None
            if (following or watermark) - last < least:
                continue
            before = index + 1 - bisect_left(published, last - timedelta(days=rule.values["within"]))
            facts = {"last": last.date().isoformat(), "articles_before": str(before)}
            moments = [Moment(last + least, before >= rule.values["articles"], facts)]
            if following:
                moments.append(Moment(following, before >= rule.values["articles"], {**facts, "ended": following.date().isoformat()}))
            name = f"{outlet}/{last.date()}"
            subject = Subject(name, f"{outlet} has published nothing since {last.date()}", day=(last + least).date())
            if alert := tell(rule, subject, moments):
                found[name] = alert
        return found
