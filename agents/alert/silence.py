"""Silence: an outlet whose expected flow of articles stops, beside the others; and a feed that stops as a whole."""

import math
from collections import defaultdict
from datetime import date, datetime, timedelta

from agents.alert.moments import US, Moments, parts, us_of
from agents.alert.rules import EXPECTED, OF, PLACES, Rule
from agents.alert.story import Moment, Subject, tell
from agents.shelved import Shelves, in_memory
from streams.records import Alert

FEED = "*"  # all outlets together, as a subject
NEVER = 1 << 62


class Silences:
    """When each outlet published; a gap is judged by the days before it, and by what the others published in it.

    By the rule's ``expected``: an outlet is silent once others have published so many articles since its last one that, by its share of all
    articles in the days before, so many of them would have been its own. They count until all fall silent: of that the feed has an alert,
    which the article that ends it is the first to show. Without the setting an outlet is silent by the calendar alone.
    """

    def __init__(self, rule: Rule, shelves: Shelves = in_memory) -> None:
        self._rule, self._expected, self._of_places = rule, rule.values.get(EXPECTED), rule.values.get(OF) == PLACES
        self._least, self._within = timedelta(days=rule.values["days"]) // US, timedelta(days=rule.values["within"]) // US
        self._held = parts(shelves)
        self._published: dict[str, Moments] = {}
        self._all = Moments(self._least, "", self._held)
        self._told: dict[str, dict[int, str]] = defaultdict(dict)  # subjects by the moment of the last article
        self._touched: dict[str, set[int]] = defaultdict(set)  # moments of last articles whose gaps are to be judged
        self._asleep: dict[str, int] = {}  # by outlet whose gap is long and open, the moment that showed it; NEVER: none did
        self._ended: dict[str, int] = {}  # by outlet whose gap was long, when it published again; those of the last days suffice
        self._due, self._missing = NEVER, NEVER  # until that moment, and so many articles more, no further outlet falls silent

    def pulse(self, outlet: str, at: datetime, *, counted: bool = False) -> None:
        """One article of an outlet, or about a governorate; "": of one that is not known. counted: it was told of already, with no name."""
        newest = self._all.us(-1) if len(self._all) else None
        us = us_of(at) if counted else self._all.add(at)
        self._missing -= not counted
        if outlet:
            if outlet not in self._published:
                self._published[outlet] = Moments(self._least, outlet, self._held)
            published = self._published[outlet]
            published.add(at)
            before = published.us(-2) if newest is not None and us >= newest and len(published) > 1 else None
            if before is not None and us - before < self._least and before not in self._told[outlet]:
                self._due = min(self._due, us + self._least)  # as mostly: it ends no gap that is long
            else:
                self._touch(outlet, published, us)
        if self._expected is None or counted:
            return
        for name in self._around(us, newest) if newest is not None and us < newest else ():
            self._touch(name, self._published[name], us)
        if not self._of_places and (self._all.long or self._told[FEED]):
            self._touch(FEED, self._all, us)

    def alerts(self, watermark: datetime) -> dict[str, Alert | None]:
        """By subject, the alert of each gap that articles since the last call touch, and of each that the watermark has made long enough.

        None: there is none (any more). An article ends the gap before it, counts in those that it falls into, and for those that begin
        within the rule's days after it.
        """
        now = us_of(watermark)
        if now >= self._due or self._missing <= 0:
            self._due, self._missing = NEVER, NEVER
            for outlet, published in self._published.items():
                self._touched[outlet].add(published.us(-1))
        found: dict[str, Alert | None] = {}
        for outlet, moments in sorted(self._touched.items()):
            told = self._told[outlet]
            gaps = {last: self._feed_gap(last) if outlet == FEED else self._gap(outlet, last, now) for last in sorted(moments)}
            found.update({told.pop(last): None for last, gap in gaps.items() if gap is None and last in told})
            for last, gap in gaps.items():
                if gap is not None:
                    found[gap.subject], told[last] = gap, gap.subject
        self._touched.clear()
        return found

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        self._held.rest()

    def outlets(self) -> list[str]:
        """All outlets that ever published."""
        return sorted(self._published)

    def _around(self, us: int, newest: int) -> list[str]:
        """The outlets of which an article that comes late may change a gap.

        Where it is not so late as a gap is long, no long one begins after it, and it falls into those alone that are open or ended since.
        """
        if newest - us >= self._least:
            return list(self._published)
        self._ended = {outlet: end for outlet, end in self._ended.items() if newest - end < self._least}
        return [*[outlet for outlet, shown in self._asleep.items() if shown > us], *self._ended]

    def _touch(self, outlet: str, published: Moments, us: int) -> None:
        """Notes which gaps of an outlet an article of then may change: the one it ends or falls into, its own, and those soon after it."""
        before = published.before(us)
        if before:
            self._touched[outlet].add(published.us(before - 1))
        self._touched[outlet].update((us, published.us(-1), *published.long_from(us, us + self._within)))

    def _gap(self, outlet: str, last: int, now: int) -> Alert | None:
        """The alert of an outlet's gap after one article; None where it is too short, or too few articles came before or since."""
        published, rule = self._published[outlet], self._rule
        index = published.after(last) - 1
        if index < 0 or published.us(index) != last:  # another outlet's article
            return None
        is_open = index + 1 == len(published)
        if published.gap_us(index, now) < self._least:
            if is_open:
                self._due = min(self._due, last + self._least)
                self._asleep.pop(outlet, None)
            return None
        before = index + 1 - published.before(last - self._within)
        if before < rule.values["articles"]:
            return None
        if is_open:
            self._asleep[outlet] = NEVER
        else:
            self._ended[outlet] = max(self._ended.get(outlet, 0), published.us(index + 1))
        facts, shown = {"last": published[index].date().isoformat(), "articles_before": str(before)}, published[index] + self._least * US
        if self._expected is not None:
            since, share = self._all.after(last), before / (self._all.after(last) - self._all.before(last - self._within))
            enough = since + math.ceil(self._expected / share - 1e-9) - 1
            at = max(enough, self._all.before(last + self._least))
            if at >= len(self._all):
                if is_open and not self._all.long_from(last, now):
                    self._missing = min(self._missing, at + 1 - len(self._all))
                return None
            until = self._all.us(at)
            if self._all.long_from(last, until - 1) or (not is_open and until >= published.us(index + 1)):
                return None
            facts["share"] = f"{share:.2g}"  # and not how many were to be expected: each article that comes late would amend the alert
            shown = self._all[at]
            if is_open:
                self._asleep[outlet] = until
        return self._alert(outlet, published, index, shown, facts)

    def _feed_gap(self, last: int) -> Alert | None:
        """The alert of a gap of all outlets after one article; None where it is too short, or too few articles came before."""
        if self._expected is None or not self._all.long_from(last, last):
            return None
        index = self._all.after(last) - 1
        before = index + 1 - self._all.before(last - self._within)
        if before < self._rule.values["articles"]:
            return None
        facts = {"last": self._all[index].date().isoformat(), "articles_before": str(before)}
        return self._alert(FEED, self._all, index, self._all[index + 1], facts)

    def _alert(self, outlet: str, published: Moments, index: int, shown: datetime, facts: dict[str, str]) -> Alert | None:
        last, following = published[index], published[index + 1] if index + 1 < len(published) else None
        if self._of_places:
            return self._alert_of_place(outlet, last, following, Moment(shown, True, facts))
        moments, title = [Moment(shown, True, facts)], f"{outlet} has published nothing since {last.date()}"
        if following is not None:
            ended = Moment(following, True, {**facts, "ended": following.date().isoformat()})
            moments = [ended] if outlet == FEED else [*moments, ended]  # nothing told of it before it ended
            who, what = ("No outlet", "anything") if outlet == FEED else (outlet, "nothing")
            title = f"{who} published {what} from {last.date()} to {following.date()}"
        return tell(self._rule, Subject(f"{outlet}/{last.date()}", title, day=self._day(last)), moments)

    def _alert_of_place(self, name: str, last: datetime, following: datetime | None, shown: Moment) -> Alert | None:
        country, _, area = name.partition("/")
        moments, title = [shown], f"Nothing has been told of {area} since {last.date()}"
        if following is not None:
            moments.append(Moment(following, True, {**shown.facts, "ended": following.date().isoformat()}))
            title = f"Nothing was told of {area} from {last.date()} to {following.date()}"
        return tell(self._rule, Subject(f"{name}/{last.date()}", title, country, day=self._day(last)), moments)

    def _day(self, last: datetime) -> date:
        return (last + timedelta(days=self._rule.values["days"])).date()
