"""The review room: what the arithmetic guard finds among all incidents of a partition, kept up incident by incident.

Findings are those that agents.review.arithmetic finds among all incidents at once; here only what an incident touches is looked at again:
itself, the articles that it shares with others, the tolls of its series, and the tolls that count its dead.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b

from agents.review import arithmetic
from agents.review.breaches import Breach
from agents.review.reviewed import Reviewed, reviewed
from agents.shelved import Shelved, Shelves, in_memory
from streams.records import Claim, Finding, Incident

HELD, INCIDENTS = 4096, 2048  # lately used ones that stay in memory; of incidents, which take most room, fewer
AT_ONCE = 4096  # units looked at again at once, where many incidents come in at a start
Unit = tuple[str, str]  # what is looked at again as a whole: kind and name


class Guard:
    """All findings of one partition."""

    def __init__(self, shelves: Shelves = in_memory) -> None:
        self._incidents: Shelved[str, Reviewed] = Shelved(shelves("incidents"), str, INCIDENTS)
        self._units: Shelved[Unit, set[str]] = Shelved(shelves("units"), "\0".join, HELD)  # incidents of each
        self._days: Shelved[str, set[str]] = Shelved(shelves("days"), str, HELD)  # by country and day
        self._tolls: Shelved[str, set[str]] = Shelved(shelves("tolls"), str, HELD)  # by country and month that they cover
        self._found: Shelved[Unit, dict[str, Breach]] = Shelved(shelves("found"), "\0".join, HELD)
        self._now: Shelved[str, Breach] = Shelved(shelves("now"), str, HELD)
        self._told: Shelved[str, Finding] = Shelved(shelves("told"), str, HELD)
        self._again: set[Unit] = set()
        self._open: set[str] = set()  # findings that may differ from what was told
        self._lost: set[str] = set()  # findings that were told, and may not have been sent

    def apply(self, incident: Incident, *, again: bool = False) -> None:
        """Takes in the newest state of an incident. again: it was taken in before, and what it gave may be lost."""
        name = incident.incident_id
        if again:
            self._lost.update(one.finding_id for one in self._told.values() if name in one.incidents)
        old: Reviewed | None = self._incidents.pop(name, None)
        new = reviewed(incident) if incident.status == "standing" and incident.claims else None
        as_before = _as_before(old, new) if old and new else set[Unit]()
        if old:
            self._leave(old, as_before)
        if new:
            self._incidents[name] = new
            self._enter(new, as_before)
        self._rest()

    def restore(self, row: Incident | Finding) -> None:
        """Takes in, at a start, what was there before: first the findings as they were last told, then the incidents."""
        if isinstance(row, Finding):
            self._told[row.finding_id] = row
            self._open.add(row.finding_id)
            return
        self.apply(row)
        if len(self._again) > AT_ONCE:
            self._look_again()

    def changed(self) -> list[Finding]:
        """Every finding that is new, otherwise than it was told, or no more, by id; and what was told and may not have been sent."""
        self._look_again()
        found = []
        for name in sorted(self._open | self._lost):
            told = self._told.get(name)
            now = told_next(name, told, self._now.get(name))
            if now is not None:
                self._told[name] = now
            if now or (told and name in self._lost):
                found.append(now or self._told[name])
        self._open.clear()
        self._lost.clear()
        self._rest()
        return found

    def standing(self) -> list[Breach]:
        """Every breach that stands, by id."""
        self._look_again()
        return [self._now[name] for name in sorted(self._now)]

    def _rest(self) -> None:
        for held in (self._incidents, self._units, self._days, self._tolls, self._found, self._now, self._told):
            held.rest()

    def _enter(self, one: Reviewed, as_before: set[Unit]) -> None:
        for unit in _units_of(one):
            self._units.setdefault(unit, set()).add(one.incident_id)
            if unit not in as_before:
                self._again.add(unit)
        if day := arithmetic.day_of(one):
            self._days.setdefault(f"{one.country}/{day}", set()).add(one.incident_id)
            for toll in self._tolls_over(one.country, day):
                if arithmetic.covers(toll, one):
                    self._count(toll, one.incident_id)
        if period := arithmetic.period_of(one):
            for month in _months(*period):
                self._tolls.setdefault(f"{one.country}/{month}", set()).add(one.incident_id)
            unit = "toll", one.incident_id
            self._units[unit] = {name for name in self._within(one.country, *period) if arithmetic.covers(one, self._incidents[name])}
            self._again.add(unit)

    def _leave(self, one: Reviewed, as_before: set[Unit]) -> None:
        for unit in _units_of(one):
            self._units[unit].discard(one.incident_id)
            if unit not in as_before:
                self._again.add(unit)
        if day := arithmetic.day_of(one):
            self._days[f"{one.country}/{day}"].discard(one.incident_id)
            for toll in self._tolls_over(one.country, day):
                if one.incident_id in self._units["toll", toll.incident_id]:
                    self._units["toll", toll.incident_id].discard(one.incident_id)
                    self._again.add(("toll", toll.incident_id))
        if period := arithmetic.period_of(one):
            for month in _months(*period):
                self._tolls[f"{one.country}/{month}"].discard(one.incident_id)
            self._units.pop(("toll", one.incident_id), None)
            self._again.add(("toll", one.incident_id))

    def _count(self, toll: Reviewed, name: str) -> None:
        self._units["toll", toll.incident_id].add(name)
        self._again.add(("toll", toll.incident_id))

    def _tolls_over(self, country: str, day: date) -> Iterator[Reviewed]:
        for name in tuple(self._tolls.get(f"{country}/{day:%Y-%m}") or ()):
            toll = self._incidents[name]
            period = arithmetic.period_of(toll)
            if period and period[0] <= day <= period[1]:
                yield toll

    def _within(self, country: str, first: date, last: date) -> Iterator[str]:
        for n in range((last - first).days + 1):
            yield from self._days.get(f"{country}/{first + timedelta(days=n)}") or ()

    def _look_again(self) -> None:
        gone: set[str] = set()
        fresh: dict[str, Breach] = {}  # one may pass from unit to unit
        for unit in sorted(self._again):
            now: dict[str, Breach] = {}
            for breach in self._breaches(unit):
                now.setdefault(finding_id(breach), breach)
            gone.update(self._found.pop(unit, {}))
            if now:
                self._found[unit] = now
            fresh.update(now)
        for name in gone - fresh.keys():
            del self._now[name]
        for name, breach in fresh.items():
            self._now[name] = breach
        self._open.update(gone, fresh)
        self._again.clear()

    def _breaches(self, unit: Unit) -> Iterable[Breach]:
        kind, name = unit
        held = [self._incidents[one] for one in sorted(self._units.get(unit) or ())]
        if kind == "one":
            return [*arithmetic.subsets(held), *arithmetic.falls([one for one in held if one.scope == "incident"])]
        if kind == "article":
            return arithmetic.sums(held, name)
        if kind == "series":
            return arithmetic.falls(held)
        return arithmetic.exceeded(toll, held) if (toll := self._incidents.get(name)) else ()


def _units_of(one: Reviewed) -> Iterator[Unit]:
    yield "one", one.incident_id
    for article in dict.fromkeys(claim.article_id for claim in one.claims):
        yield "article", article
    if series := arithmetic.series_of(one):
        yield "series", "\t".join(map(str, series))


def _as_before(old: Reviewed, new: Reviewed) -> set[Unit]:
    """The articles of which an incident claims what it claimed: their sums need not be looked at again."""
    before, now = _by_article(old), _by_article(new)
    return {("article", name) for name, claims in now.items() if before.get(name) == claims}


def _by_article(one: Reviewed) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in one.claims:
        found[claim.article_id].append(claim)
    return found


def _months(first: date, last: date) -> list[str]:
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]


def finding_id(breach: Breach) -> str:
    """``fnd-`` + a digest of the law and of the claim that a breach hangs on; the figures on both sides may change under it."""
    one = _anchor(breach)
    told = (breach.law, breach.subject, breach.measure, one.report_id, one.party, str(one.subset), str(one.start))
    return "fnd-" + blake2b("\0".join(told).encode(), digest_size=8).hexdigest()


def _anchor(breach: Breach) -> Claim:
    if breach.law == "subset":
        return breach.least.claims[0]
    if breach.law == "parts":
        return next((one for one in (*breach.most.claims, *breach.least.claims) if one.parts), breach.most.claims[0])
    return breach.most.claims[0]


def told_next(name: str, told: Finding | None, now: Breach | None) -> Finding | None:
    """What has to be told after what was told of a finding, where it is so now (None: it is no more); None where nothing has."""
    if now is None:
        if told is None or told.status == "withdrawn":
            return None
        return told.model_copy(update={"status": "withdrawn", "version": told.version + 1})
    fresh = Finding.made(
        finding_id=name,
        version=told.version + 1 if told else 1,
        status="amended" if told else "raised",
        law=now.law,
        subject=now.subject,
        country=now.country,
        measure=now.measure,
        party=now.party,
        least=now.least.persons,
        least_claims=now.least.claims,
        most=now.most.persons,
        most_claims=now.most.claims,
        incidents=now.incidents,
    )
    if told and told.status != "withdrawn" and fresh == told.model_copy(update={"version": fresh.version, "status": "amended"}):
        return None
    return fresh
