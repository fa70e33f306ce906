"""Silence: an outlet whose expected flow of articles stops."""

import bisect  # by its full name: the compiled build has a shorter way for lists, and these are arrays
from array import array
from collections import defaultdict
from datetime import UTC, datetime, timedelta, timezone

from agents.alert.rules import Rule
from agents.alert.story import Moment, Subject, tell
from streams.records import Alert

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
US, MINUTE = timedelta(microseconds=1), timedelta(minutes=1)


def us_of(at: datetime) -> int:
    """Microseconds since 1970."""
    gap = at - EPOCH
    return (gap.days * 86_400 + gap.seconds) * 1_000_000 + gap.microseconds


class Moments:
    """Moments in order, ten bytes each: years of an outlet's articles stay in memory."""

    def __init__(self) -> None:
        self._us, self._offsets = array("q"), array("h")  # microseconds since 1970; minutes by which the clock was ahead of UTC

    def __len__(self) -> int:
        return len(self._us)

    def __getitem__(self, index: int) -> datetime:
        return (EPOCH + self._us[index] * US).astimezone(timezone(self._offsets[index] * MINUTE))

    def us(self, index: int) -> int:
        """One of them, in microseconds since 1970."""
        return self._us[index]

    def add(self, at: datetime) -> int:
        """Puts a moment in its place; which it is, in microseconds since 1970."""
        us = us_of(at)
        index = bisect.bisect_right(self._us, us)
        self._us.insert(index, us)
        self._offsets.insert(index, (at.utcoffset() or timedelta()) // MINUTE)
        return us

    def before(self, us: int) -> int:
        """How many are before a moment, in microseconds since 1970."""
        return bisect.bisect_left(self._us, us)

    def after(self, us: int) -> int:
        """How many are not after a moment, likewise."""
        return bisect.bisect_right(self._us, us)

    def gap_us(self, index: int, until_us: int) -> int:
        """Microseconds from one to the next; from the last until a moment, which is given in microseconds since 1970."""
        return (self._us[index + 1] if index + 1 < len(self._us) else until_us) - self._us[index]


class Silences:
    """When each outlet published; a gap is judged by the days before it."""

    def __init__(self) -> None:
        self._published: dict[str, Moments] = defaultdict(Moments)
        self._told: dict[str, dict[int, str]] = defaultdict(dict)  # subjects by the moment of the last article
        self._new: dict[str, list[int]] = defaultdict(list)  # in microseconds since 1970
        self._due: int | None = None  # until then no outlet falls silent, in microseconds since 1970

    def pulse(self, outlet: str, at: datetime) -> None:
        """One article of an outlet."""
        self._new[outlet].append(self._published[outlet].add(at))

    def due(self, rule: Rule, watermark: datetime) -> list[str]:
        """The outlets that may have fallen silent as the watermark came to this moment; mostly none."""
        least, now = timedelta(days=rule.values["days"]) // US, us_of(watermark)
        if self._due is not None and now < self._due:
            self._due = min([self._due, *[end for outlet in self._new if (end := self._published[outlet].us(-1) + least) > now]])
            return []
        self._due = min([end for one in self._published.values() if (end := one.us(-1) + least) > now], default=None)
        return self.outlets()

    def alerts(self, outlets: list[str], rule: Rule, watermark: datetime) -> dict[str, Alert | None]:
        """By subject, the alert of each gap of these outlets that articles since the last call touch, and of the one now open.

        None: there is none (any more). An article ends the gap before it, and counts for those that begin within the rule's days after it.
        """
        found: dict[str, Alert | None] = {}
        least, within = timedelta(days=rule.values["days"]) // US, timedelta(days=rule.values["within"]) // US
        now_us = us_of(watermark)
        for outlet in outlets:
            published, told = self._published[outlet], self._told[outlet]
            indices = {len(published) - 1}
            for at in self._new.pop(outlet, ()):
                first = max(published.before(at) - 1, 0)
                indices.update(range(first, published.after(at + within)))
            long = [index for index in sorted(indices) if published.gap_us(index, now_us) >= least]
            now = {published.us(index): gap for index in long if (gap := _gap(outlet, published, index, rule))}
            for last in {published.us(index) for index in indices} & told.keys() - now.keys() if told else ():
                found[told.pop(last)] = None
            for last, gap in now.items():
                found[gap.subject] = gap
                told[last] = gap.subject
        return found

    def outlets(self) -> list[str]:
        """All outlets that ever published."""
        return sorted(self._published)


def _gap(outlet: str, published: Moments, index: int, rule: Rule) -> Alert | None:
    """The alert of the gap after one article, which is long enough for one; None where too few articles came before."""
    last, least = published[index], timedelta(days=rule.values["days"])
    following = published[index + 1] if index + 1 < len(published) else None
    before = index + 1 - published.before(us_of(last - timedelta(days=rule.values["within"])))
    facts = {"last": last.date().isoformat(), "articles_before": str(before)}
    moments = [Moment(last + least, before >= rule.values["articles"], facts)]
    if following:
        moments.append(Moment(following, before >= rule.values["articles"], {**facts, "ended": following.date().isoformat()}))
    subject = Subject(f"{outlet}/{last.date()}", f"{outlet} has published nothing since {last.date()}", day=(last + least).date())
    return tell(rule, subject, moments)
