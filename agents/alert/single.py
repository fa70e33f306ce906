"""Alerts on one incident: mass-casualty, weapon, revision, contradiction."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from agents.alert.contradictions import moments_of
from agents.alert.rules import PRECISION, RECENT, Rule
from agents.alert.sides import HELPLESS
from agents.alert.story import Moment, Subject, tell
from streams.records import Alert, Incident, Revision


def alerts_of(incident: Incident, rules: tuple[Rule, ...]) -> list[Alert]:
    """The alerts that this incident raises, withdrawn ones included; none for sums and for what was merged away."""
    if incident.scope != "incident" or incident.status == "superseded":
        return []
    if len(incident.claims) < 2 and not [r for r in incident.history if r.killed or r.weapon]:
        return []  # nothing that any of these conditions asks for was ever said
    stories = [(rule, moments) for rule in rules if rule.kind in STORIES and (moments := STORIES[rule.kind](incident, rule))]
    return [alert for rule, moments in stories if (alert := tell(rule, subject_of(incident), moments))]


def subject_of(incident: Incident) -> Subject:
    """The incident as the subject of an alert."""
    return Subject(
        incident.incident_id,
        incident.title,
        incident.country,
        incident.place,
        incident.date_start or incident.date_end,
        (incident.incident_id,),
        incident.article_ids,
    )


def is_news(day: date | None, first: datetime, rule: Rule) -> bool:
    """Whether what was first published then happened lately, by the rule's ``recent_days``.

    Articles recall massacres of months and years ago, and acts of no day: true accounts, but nobody waits for an alert on them. A rule
    without the setting asks nothing. day: on which it happened, or began; None where no article says, or only by when it had happened.
    """
    most = rule.values.get(RECENT)
    return most is None or (day is not None and (first.date() - day).days <= most)


def _is_placed(revision: Revision, rule: Rule) -> bool:
    """Whether the place is known as finely as the rule's ``precision`` asks: what befell somewhere in a country is mostly spoken of."""
    most = rule.values.get(PRECISION)
    return most is None or (revision.geo_precision is not None and revision.geo_precision <= most)


def _stands(revision: Revision) -> bool:
    return revision.status == "standing"


def began(history: Iterable[Revision], holds: Callable[[Revision], bool]) -> datetime | None:
    """When a condition first held; None where it never did. What a paper only says a year after is no news then."""
    return next((r.published_at for r in history if holds(r)), None)


# Each gives the moments of its condition; none where it never held, as with most incidents.


def _mass_casualty(incident: Incident, rule: Rule) -> list[Moment]:
    least = rule.values["killed"]

    def holds(r: Revision) -> bool:
        return r.killed >= least and _is_placed(r, rule)

    first = began(incident.history, holds)
    if first is None:
        return []
    return [
        Moment(
            r.published_at,
            _stands(r) and holds(r) and is_news(r.day, first, rule),
            {"killed": str(r.killed), "bounds": f"{r.killed_low}-{'' if _is_open(incident, r) else r.killed_high}"},
        )
        for r in incident.history
    ]


def _is_open(incident: Incident, r: Revision) -> bool:
    """Whether nobody says how many more died: it is only told that dozens did, or the most that is told of a side is «at least» so many."""
    for side in r.dead:
        most, is_open = 0, False
        for c in incident.claims:
            if c.measure == "killed" and c.party == side and not c.subset and c.hedge != "denied" and c.published_at <= r.published_at:
                count = c.high or c.low or 0
                if count >= most:
                    most, is_open = count, c.high is None and (is_open or count > most)
        if is_open:
            return True
    return not r.dead


def _weapon(incident: Incident, rule: Rule) -> list[Moment]:
    weapons = rule.values["weapons"]

    def used(r: Revision) -> bool:
        return r.weapon in weapons and _is_placed(r, rule)

    first = began(incident.history, used)
    if first is None:
        return []
    return [
        Moment(r.published_at, _stands(r) and used(r) and is_news(r.day, first, rule), {"weapon": str(r.weapon)}) for r in incident.history
    ]


def _revision(incident: Incident, rule: Rule) -> list[Moment]:
    """By the dead of one side, of whom somebody gave a number at both moments: soldiers counted later, or «dozens», revise nothing."""
    if len(incident.history) < 2:
        return []
    first: dict[str, int] = {}  # by party, what was first published
    moments = []
    for r in incident.history:
        dead = _named(r.dead) if _stands(r) else dict.fromkeys(first, 0)
        if len(first) == len(dead) == 1 and first.keys() != dead.keys() and first.keys() | dead.keys() <= HELPLESS:
            first = dict.fromkeys(dead, *first.values())  # people without arms then and now, under another name
        counts = [(abs(now - first[party]), party, now) for party, now in dead.items() if party in first]
        changed = [one for one in counts if one[0] >= max(rule.values["change"], rule.values["share"] * first[one[1]])]
        if _stands(r):
            changed = [one for one in changed if _is_confirmed(incident, r, one[1], first[one[1]], one[2])]
        _, party, now = max(changed or counts, default=(0, "", 0))
        facts = {"first": str(first[party]), "now": str(now), "party": party} if counts else {}
        moments.append(Moment(r.published_at, bool(changed) and is_news(r.day, incident.history[0].published_at, rule), facts))
        first |= {party: now for party, now in dead.items() if party not in first and now}
    return moments


def _is_confirmed(incident: Incident, r: Revision, party: str, first: int, now: int) -> bool:
    """Whether a count that changed so far is that of the same dead; without a ledger any is.

    One account alone that counts twice as many, or fewer, is mostly of another place or day: a second origin has to say likewise, or for
    fewer a second outlet, one of which counted more before. A new version of an article corrects it alone.
    """
    if not incident.claims or (r.because and any(r.because == one.because and one.version < r.version for one in incident.history)):
        return True
    known = [c for c in incident.claims if c.measure == "killed" and not c.subset and c.published_at <= r.published_at]
    counts = [c for c in known if c.party in (party, "unknown") and (c.numbered or not c.rules)]
    if now > first:
        middle = (first + now) / 2
        return now < 2 * first or len({c.origin for c in counts if (c.low or 0) > middle}) > 1
    more = {c.outlet: c.published_at for c in reversed(counts) if (c.low or 0) > now}
    fewer = [c for c in counts if c.low == now]
    return len({c.outlet for c in fewer}) > 1 and any(c.outlet in more and more[c.outlet] < c.published_at for c in fewer)


def _named(dead: dict[str, int]) -> dict[str, int]:
    """The dead without those whose side is open beside others of known sides: they become fewer as accounts say whose they are."""
    return dead if len(dead) < 2 else {party: now for party, now in dead.items() if party != "unknown"}


STORIES = {"mass-casualty": _mass_casualty, "weapon": _weapon, "revision": _revision, "contradiction": moments_of}
