"""The arithmetic guard: what the ledger of claims says against itself, with the claims of both sides. It judges nothing: people do.

Four laws: a part is at most its whole; the parts of a sum make it; a toll never falls; a day's incidents are at most the toll over them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from streams.records import Claim, Incident, Record

Law = Literal["subset", "parts", "toll-falls", "toll-exceeded"]
MEASURES = ("killed", "wounded", "captured", "displaced")
COUNTRY, AREA = 6, 4  # geo_precision: the whole country, a governorate
ABOUT = "number.about"  # the rule that reads «some 200»
Parts = Mapping[str, Sequence[str]]  # of a report that adds up others of its article: the ids of these


class Side(Record):
    """One side of a comparison: persons, and the claims that say so."""

    persons: int
    claims: tuple[Claim, ...]


class Breach(Record):
    """Two figures that cannot both be right: ``least`` should be at most ``most`` and is more.

    subject: the incident, toll or sum that is at fault or at odds. incidents: all that are involved, it among them.
    """

    law: Law
    subject: str
    country: str
    measure: str
    party: str
    least: Side
    most: Side
    incidents: tuple[str, ...]


def breaches(incidents: Iterable[Incident], parts: Parts) -> list[Breach]:
    """Every breach among these incidents (those withdrawn or superseded left out), by law and subject."""
    standing = sorted((one for one in incidents if one.status == "standing"), key=lambda one: one.incident_id)
    laws: tuple[Callable[[list[Incident], Parts], Iterator[Breach]], ...] = (_subsets, _sums, _falls, _exceeded)
    return [breach for law in laws for breach in law(standing, parts)]


def _low(claim: Claim) -> int:
    return claim.low if claim.low is not None else 0


def _compared(law: Law, one: Incident, least: Sequence[Claim], most: Sequence[Claim], others: Iterable[str] = ()) -> Breach | None:
    """The breach, where the least that the one side can be is more than the most that the other can; None where either is open."""
    upper = [claim.high for claim in most]
    if not least or not most or None in upper or any(ABOUT in claim.rules for claim in (*least, *most)):
        return None
    low, high = sum(map(_low, least)), sum(n for n in upper if n is not None)
    if low <= high:
        return None
    involved = tuple(dict.fromkeys((one.incident_id, *others)))
    return Breach(
        law=law,
        subject=one.incident_id,
        country=one.country,
        measure=least[0].measure,
        party=least[0].party,
        least=Side(persons=low, claims=tuple(least)),
        most=Side(persons=high, claims=tuple(most)),
        incidents=involved,
    )


def _by_report(one: Incident) -> dict[tuple[str, str], list[Claim]]:
    """The claims of an incident that are not denied, by report and measure."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in one.claims:
        if claim.hedge != "denied":
            found[claim.report_id, claim.measure].append(claim)
    return found


def _subsets(incidents: list[Incident], _: Parts) -> Iterator[Breach]:
    """«ten killed, among them twelve children»: each part against the whole of its side, or of all sides where it names none."""
    for one in incidents:
        for claims in _by_report(one).values():
            wholes = [claim for claim in claims if not claim.subset]
            for part in (claim for claim in claims if claim.subset):
                own = [claim for claim in wholes if claim.party == part.party] or wholes
                if breach := _compared("subset", one, [part], own):
                    yield breach


def _sums(incidents: list[Incident], parts: Parts) -> Iterator[Breach]:
    """A sum against the reports of its article that it adds up: not less, and where each of them has its figure, not more."""
    told = {key: (one, claims) for one in incidents for key, claims in _by_report(one).items()}
    for (report_id, measure), (one, claims) in sorted(told.items()):
        pieces = [told.get((part, measure)) for part in parts.get(report_id, ())]
        known = [piece for piece in pieces if piece]
        whole = [claim for claim in claims if not claim.subset and not claim.source]
        added = [claim for _, ones in known for claim in ones if not claim.subset and not claim.source]
        ids = [piece.incident_id for piece, _ in known]
        if len(known) < 2:
            continue  # a sum of one is a figure told again
        above = _compared("parts", one, added, whole, ids)
        breach = above if above or len(known) < len(pieces) else _compared("parts", one, whole, added, ids)
        if breach:
            yield breach


def _falls(incidents: list[Incident], _: Parts) -> Iterator[Breach]:
    """A later toll of one period, or a later count by one outlet of one occurrence, below an earlier one."""
    for group in _told_again(incidents).values():
        group.sort(key=lambda told: (told[1].published_at, told[1].report_id, told[1].start))
        highest: tuple[Incident, Claim] | None = None
        for one, claim in group:
            earlier = highest if highest and highest[1].article_id != claim.article_id else None
            if earlier and (breach := _compared("toll-falls", one, [earlier[1]], [claim], [earlier[0].incident_id])):
                yield breach
            if highest is None or _low(claim) > _low(highest[1]):
                highest = one, claim


def _told_again(incidents: list[Incident]) -> dict[tuple[object, ...], list[tuple[Incident, Claim]]]:
    """Claims that count the same people at different times."""
    found: dict[tuple[object, ...], list[tuple[Incident, Claim]]] = defaultdict(list)
    for one in incidents:
        for claim in one.claims:
            if claim.hedge == "denied" or claim.subset or claim.source or claim.measure not in MEASURES:
                continue
            if one.scope == "incident":
                found[one.incident_id, claim.outlet, claim.measure, claim.party].append((one, claim))
            elif one.scope == "toll" and one.date_start and one.place:
                where = one.country, one.place.name, one.sub_event_type, one.actor1
                found[*where, one.date_start, claim.measure, claim.party].append((one, claim))
    return found


def _exceeded(incidents: list[Incident], _parts: Parts) -> Iterator[Breach]:
    """The incidents in the place and period of a toll, told by when it was, against it."""
    counted: dict[tuple[str, date], list[Incident]] = defaultdict(list)
    for one in incidents:
        if one.scope == "incident" and one.date_start and one.date_start == (one.date_end or one.date_start):
            counted[one.country, one.date_start].append(one)
    days = sorted({day for _, day in counted})
    for toll in incidents:
        if toll.scope != "toll" or not toll.date_start or not toll.date_end:
            continue
        period = [day for day in days if toll.date_start <= day <= toll.date_end]
        covered = [one for day in period for one in counted.get((toll.country, day), ()) if _covers(toll, one)]
        for (_, measure), claims in sorted(_by_report(toll).items()):
            whole = [claim for claim in claims if not claim.subset and not claim.source and measure in MEASURES]
            for said in whole:
                pieces = {one.incident_id: least for one in covered if (least := _least(one, said))}
                added = [claim for ones in pieces.values() for claim in ones]
                if len(pieces) > 1 and (breach := _compared("toll-exceeded", toll, added, [said], pieces)):
                    yield breach


def _covers(toll: Incident, one: Incident) -> bool:
    """Whether a toll counts the dead of an incident: its place, kind and perpetrator, as far as it names them."""
    if not one.first_published_at or not toll.last_published_at or one.first_published_at > toll.last_published_at:
        return False
    if toll.actor1 not in {None, "unknown", one.actor1} or toll.sub_event_type not in {"Other", one.sub_event_type}:
        return False
    where, here = toll.place, one.place
    if where is None or where.geo_precision >= COUNTRY:
        return True
    if where.geo_precision >= AREA:
        return bool(here and here.admin1 and here.admin1 == where.admin1)
    return bool(here and (here.name == where.name or (here.place_id and here.place_id == where.place_id)))


def _least(one: Incident, said: Claim) -> list[Claim]:
    """For each side that the toll counts, the claim that gives the fewest."""
    sides: dict[str, Claim] = {}
    for claim in one.claims:
        counts = claim.measure == said.measure and not claim.subset and claim.hedge != "denied" and _low(claim) > 0
        if counts and said.party in {"unknown", claim.party}:
            known = sides.get(claim.party)
            sides[claim.party] = claim if known is None or _low(claim) < _low(known) else known
    if said.party == "unknown" and len(sides) > 1:
        sides.pop("unknown", None)  # who one account leaves open may be those whom another names
    return list(sides.values())
