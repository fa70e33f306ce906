"""Where a feed flowed: what is new, or more than before, is judged only by days of which articles would have told."""

from datetime import date

from agents.alert.rules import GAP_DAYS, GAP_USUAL, Rule
from agents.stretches import Stretch, Stretches


class Flow:
    """The feed as one rule sees it.

    reach: days before the judged one that must be covered. A gap in the feed of more than the rule's ``gap_days`` from one article to the
    next covers nothing, wherever in those days it ends, and neither does the time before the first article.
    """

    def __init__(self, rule: Rule, reach: int) -> None:
        self._stretches = Stretches(rule.values.get(GAP_DAYS, GAP_USUAL))
        self._reach = reach

    def covers(self, day: date) -> bool:
        """Whether the feed flowed in all the days before one that the rule asks for."""
        at = day.toordinal()
        stretch = self._stretches.before(at)
        return stretch is not None and stretch.first <= at - self._reach and at - stretch.last <= self._stretches.gap

    def add(self, days: Stretch) -> range:
        """Takes in days with articles; the days (ordinals) that may be covered now and were not before."""
        added = self._stretches.add(days)
        if added is None:
            return range(0)
        old, new = added
        begin, end = new.first + self._reach, new.last + self._stretches.gap
        if old and old[0].first == new.first:
            begin = max(begin, old[0].last + self._stretches.gap + 1)
        if old and old[-1].last == new.last:
            end = min(end, old[-1].first + self._reach - 1)
        return range(begin, min(end, date.max.toordinal()) + 1)
