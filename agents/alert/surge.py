"""Surges: a calendar week in one governorate far above the weeks before it.

What may be one act told as two incidents counts once in the week that is judged, and twice in those before; what was first told long after
its day (``recent_days``) counts in those before alone: it is surely above them. Of two or more weeks before one at most was as deadly, of a
single one none: after a massacre there may be a surge, but not where each week is like that. So many as ``besides`` says died in other acts
than the deadliest, which counts for no more than they do together: a massacre has its own alert, and one number that is misread, or was of
another place, makes no surge.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from agents.alert.acts import told_twice
from agents.alert.flow import Flow
from agents.alert.rules import BESIDES, SAME_KM, Rule
from agents.alert.single import is_news
from agents.alert.story import Moment, Subject, tell
from agents.alert.tales import Tale, tale_of
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert, Incident, Revision

Area = tuple[str, str]  # country, governorate
WEEKS, SUMS, INCIDENTS = 256, 2048, 4096  # lately used ones that stay in memory
MAD_TO_SD = 1.4826  # of a normal distribution


class Part(NamedTuple):
    """What one incident adds to a week. steps: moments of publication, with the killed from then on. recalled: first told long after."""

    steps: tuple[tuple[datetime, int], ...]
    killed: int
    act: Tale
    recalled: bool


class Sum(NamedTuple):
    """All of a week that other weeks, and most questions, need. most: killed that its incidents never exceeded together."""

    incidents: int = 0
    killed: int = 0
    most: int = 0


Parts = dict[str, Part]  # by incident
NOTHING = Sum()


class Surges:
    """All deadly incidents by governorate and week."""

    def __init__(self, shelves: Shelves = in_memory) -> None:
        self._weeks: Shelved[tuple[Area, date], Parts] = Shelved(shelves("weeks"), _name, WEEKS)
        self._sums: Shelved[tuple[Area, date], Sum] = Shelved(shelves("sums"), _name, SUMS)
        self._where: Shelved[str, tuple[Area, date]] = Shelved(shelves("where"), str, INCIDENTS)
        self._areas: Shelved[date, set[Area]] = Shelved(shelves("areas"), str, WEEKS)  # with incidents enough for an alert, by week

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        for held in (self._weeks, self._sums, self._where, self._areas):
            held.rest()

    def apply(self, incident: Incident, rule: Rule, flow: Flow, *, again: bool = False) -> dict[str, Alert | None]:
        """Puts the incident in its week; by subject, the alert of each week that this may change (None: there is none).

        flow: of the feed; a week whose baseline it does not cover is not judged. again: those weeks too that it changed when it was put
        there before.
        """
        name, new = incident.incident_id, _week(incident)
        old, part = self._where.get(name), _part(incident, rule) if new else None
        if new == old and not again:
            if old is None or part is None or self._weeks[old][name] == part:
                return {}
            known = self._weeks[old][name]
            if known._replace(act=part.act) == part:  # other articles tell of the same dead
                self._weeks[old][name] = part
                return {_name(old): self._alert(*old, rule, flow)}
        touched = {at for at in (old, new) if at}
        if old:
            del self._weeks[old][name]
            del self._where[name]
        if new and part:
            self._weeks.setdefault(new, {})[name] = part
            self._where[name] = new
        for at in touched:
            parts = self._weeks[at].values()
            self._sums[at] = Sum(len(parts), sum([p.killed for p in parts]), sum([max(n for _, n in p.steps) for p in parts]))
            if len(parts) >= rule.values["incidents"]:
                self._areas.setdefault(at[1], set()).add(at[0])
        later, least = range(1, rule.values["baseline_weeks"] + 1), rule.values["incidents"]
        weeks = {(area, week + timedelta(weeks=n)) for area, week in touched for n in later}
        if not again:  # of a week with too few incidents of its own nothing was ever told, whatever was before it
            weeks = {at for at in weeks if self._sum(at).incidents >= least}
        weeks |= touched
        return {_name((area, week)): self._alert(area, week, rule, flow) for area, week in sorted(weeks)}

    def judged(self, rule: Rule, flow: Flow, days: range) -> dict[str, Alert | None]:
        """By subject, the alert of each week that begins on these days (ordinals), of which the feed may now cover the baseline."""
        found: dict[str, Alert | None] = {}
        for monday in range(days.start + (1 - days.start) % 7, days.stop, 7):  # day 1 was one
            week = date.fromordinal(monday)
            areas = sorted(self._areas.get(week) or ())
            found.update({_name((area, week)): self._alert(area, week, rule, flow) for area in areas})
        return found

    def _alert(self, area: Area, week: date, rule: Rule, flow: Flow) -> Alert | None:
        here = self._sum((area, week))
        if here.incidents < rule.values["incidents"] or not flow.covers(week):
            return None
        before = [self._sum((area, week - timedelta(weeks=n))).killed for n in range(1, rule.values["baseline_weeks"] + 1)]
        middle = median(before)
        spread = max(MAD_TO_SD * median(abs(n - middle) for n in before), middle**0.5, 1.0)
        least = max(rule.values["killed"], middle + rule.values["deviations"] * spread, sorted(before)[-2:][0] + 1)
        if here.most < least:
            return None
        parts = {name: part for name, part in self._weeks[area, week].items() if not part.recalled}
        facts = {"baseline": f"{middle:.1f}", "threshold": f"{least:.1f}", "weeks_before": ", ".join(map(str, reversed(before)))}
        told = told_twice({name: part.act for name, part in parts.items()}, rule.values.get(SAME_KM, 0))
        moments = list(_moments(parts, told, rule, least, facts))
        alive = tuple(sorted(name for name, part in parts.items() if part.killed))
        subject = Subject(_name((area, week)), f"Week of {week}, {area[1]}: deaths far above the weeks before", area[0], None, week, alive)
        return tell(rule, subject, moments)

    def _sum(self, at: tuple[Area, date]) -> Sum:
        return self._sums.get(at) or NOTHING


def _name(at: tuple[Area, date]) -> str:
    (country, governorate), week = at
    return f"{country}/{governorate}/{week}"


def _week(incident: Incident) -> tuple[Area, date] | None:
    """Where a deadly incident counts; None where it does not."""
    day, place = incident.date_start or incident.date_end, incident.place
    if incident.scope != "incident" or incident.status == "superseded" or not day or not place or not place.admin1:
        return None
    if not any(revision.dead for revision in incident.history):
        return None
    return (incident.country, place.admin1), day - timedelta(days=day.weekday())


def _part(incident: Incident, rule: Rule) -> Part:
    steps, act = tuple([(r.published_at, _counted(r)) for r in incident.history]), tale_of(incident, "surge")
    assert act is not None, "what counts in a week has a day and a place"
    recalled = not is_news(date.fromordinal(act.days[0]), steps[0][0], rule)
    return Part(steps, _counted(incident.history[-1]) if incident.status == "standing" else 0, act, recalled)


def _counted(revision: Revision) -> int:
    """The dead of whom somebody gives a number: «dozens» here and «some» there make no surge."""
    return sum(revision.dead.values()) if revision.status == "standing" else 0


def _moments(parts: Parts, told: dict[str, str], rule: Rule, least: float, facts: dict[str, str]) -> Iterator[Moment]:
    """The week's sum at each moment of publication. told: by incident, the act that it tells of."""
    n_least, besides = rule.values["incidents"], rule.values.get(BESIDES)
    steps = sorted([(at, name, killed) for name, part in parts.items() for at, killed in part.steps])
    now: dict[str, dict[str, int]] = {}  # by act, the killed of each incident that tells of it
    most: dict[str, int] = {}  # by act, what counts
    total = deadly = 0
    for index, (at, name, killed) in enumerate(steps):
        act = now.setdefault(told[name], {})
        before = most.get(told[name], 0)
        act[name] = killed
        after = most[told[name]] = max(act.values())
        total += after - before
        deadly += (after > 0) - (before > 0)
        if index + 1 < len(steps) and steps[index + 1][0] == at:
            continue
        others = total - max(most.values())
        spread = besides is None or (others >= besides and 2 * others >= least)
        yield Moment(at, total >= least and deadly >= n_least and spread, {"killed": str(total), "incidents": str(deadly), **facts})
