"""Surges: a calendar week in one governorate far above the weeks before it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from statistics import median

from agents.alert.rules import Rule
from agents.alert.story import Moment, Subject, tell
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Alert, Incident, Revision

Area = tuple[str, str]  # country, governorate
WEEKS, INCIDENTS = 2048, 4096  # lately used ones that stay in memory
MAD_TO_SD = 1.4826  # of a normal distribution


class Part:
    """What one incident adds to a week."""

    def __init__(self, incident: Incident) -> None:
        self.incident_id = incident.incident_id
        self.history = incident.history
        self.most = max(revision.killed for revision in incident.history)
        self.killed = incident.history[-1].killed if incident.status == "standing" and incident.history else 0


class Week:
    """The deadly incidents of one governorate and week. killed: of all that stand."""

    def __init__(self) -> None:
        self.parts: dict[str, Part] = {}
        self.killed = 0

    def put(self, part: Part) -> None:
        """Adds an incident that is not in it."""
        self.parts[part.incident_id] = part
        self.killed += part.killed

    def drop(self, incident_id: str) -> None:
        """Takes an incident out, if it is there."""
        if part := self.parts.pop(incident_id, None):
            self.killed -= part.killed


class Surges:
    """All deadly incidents by governorate and week."""

    def __init__(self, shelves: Shelves = in_memory) -> None:
        self._weeks: Shelved[tuple[Area, date], Week] = Shelved(shelves("weeks"), "{0[0][0]}/{0[0][1]}/{0[1]}".format, WEEKS)
        self._where: Shelved[str, tuple[Area, date]] = Shelved(shelves("where"), str, INCIDENTS)

    def rest(self) -> None:
        """Lets what was long not used leave memory."""
        self._weeks.rest()
        self._where.rest()

    def apply(self, incident: Incident, rule: Rule, since: datetime | None) -> dict[str, Alert | None]:
        """Puts the incident in its week; by subject, the alert of each week that this may change (None: there is none).

        since: when the feed begins; a week whose baseline it does not cover is not judged.
        """
        touched = set()
        deadly = any(revision.killed for revision in incident.history)
        if old := self._where.pop(incident.incident_id, None):
            self._weeks[old].drop(incident.incident_id)
            touched.add(old)
        day = incident.date_start or incident.date_end
        if incident.scope == "incident" and incident.status != "superseded" and deadly and day and incident.place and incident.place.admin1:
            new = (incident.country, incident.place.admin1), day - timedelta(days=day.weekday())
            self._weeks.setdefault(new, Week()).put(Part(incident))
            self._where[incident.incident_id] = new
            touched.add(new)
        if not touched:
            return {}
        reach = range(rule.values["baseline_weeks"] + 1)
        weeks = {(area, week + timedelta(weeks=n)) for area, week in touched for n in reach}
        return {_name(area, week): self._alert(area, week, rule, since) for area, week in sorted(weeks)}

    def _alert(self, area: Area, week: date, rule: Rule, since: datetime | None) -> Alert | None:
        held = self._weeks.get((area, week))
        parts = held.parts if held else {}
        if len(parts) < rule.values["incidents"]:
            return None
        covered = since is not None and since.date() <= week - timedelta(weeks=rule.values["baseline_weeks"])
        if not covered:
            return None
        before = [self._sum(area, week - timedelta(weeks=n)) for n in range(1, rule.values["baseline_weeks"] + 1)]
        middle = median(before)
        spread = max(MAD_TO_SD * median(abs(n - middle) for n in before), middle**0.5, 1.0)
        least = max(rule.values["killed"], middle + rule.values["deviations"] * spread)
        if sum([part.most for part in parts.values()]) < least:  # at no moment more
            return None
        moments = list(_moments(parts, rule.values["incidents"], least, f"{middle:.1f}"))
        alive = tuple(sorted(name for name, part in parts.items() if part.killed))
        subject = Subject(_name(area, week), f"Week of {week}, {area[1]}: deaths far above the weeks before", area[0], None, week, alive)
        return tell(rule, subject, moments)

    def _sum(self, area: Area, week: date) -> int:
        held = self._weeks.get((area, week))
        return held.killed if held else 0


def _name(area: Area, week: date) -> str:
    return f"{area[0]}/{area[1]}/{week}"


def _moments(parts: dict[str, Part], n_least: int, least: float, baseline: str) -> Iterator[Moment]:
    """The week's sum at each moment of publication."""
    steps: list[tuple[Revision, str]] = sorted(
        ((revision, name) for name, part in parts.items() for revision in part.history), key=lambda step: (step[0].published_at, step[1])
    )
    now: dict[str, int] = {}
    for index, (revision, name) in enumerate(steps):
        now[name] = revision.killed if revision.status == "standing" else 0
        if index + 1 < len(steps) and steps[index + 1][0].published_at == revision.published_at:
            continue
        total, deadly = sum(now.values()), sum(1 for killed in now.values() if killed)
        yield Moment(
            revision.published_at,
            total >= least and deadly >= n_least,
            {"killed": str(total), "incidents": str(deadly), "baseline": baseline, "threshold": f"{least:.1f}"},
        )
