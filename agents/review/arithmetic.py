"""The arithmetic guard: what the ledger of claims says against itself, with the claims of both sides. It judges nothing: people do.

Four laws: a part is at most its whole; the parts of a sum make it; a toll never falls; a day's incidents are at most the toll over them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from agents.review.breaches import Breach, Law, Side
from agents.review.reviewed import Reviewed, reviewed
from streams.records import Claim, Incident

MEASURES = ("killed", "wounded", "captured", "displaced")
COUNTRY, AREA = 6, 4  # geo_precision: the whole country, a governorate
ABOUT = "number.about"  # the rule that reads «some 200»
LONGEST = 366  # days of the period of a toll that is compared with the incidents in it


def breaches(incidents: Iterable[Incident]) -> list[Breach]:
    """Every breach among these incidents (those withdrawn or superseded left out), by law and subject."""
    standing = sorted((reviewed(one) for one in incidents if one.status == "standing"), key=lambda one: one.incident_id)
    counted: dict[tuple[str, date], list[Reviewed]] = defaultdict(list)
    for one in standing:
        if day := day_of(one):
            counted[one.country, day].append(one)
    found = [*subsets(standing), *sums(standing), *falls(standing)]
    for toll in standing:
        if period := period_of(toll):
            days = [period[0] + timedelta(days=n) for n in range((period[1] - period[0]).days + 1)]
            found += exceeded(toll, [one for day in days for one in counted.get((toll.country, day), ())])
    return found


def _low(claim: Claim) -> int:
    return claim.low if claim.low is not None else 0


def _compared(law: Law, one: Reviewed, least: Sequence[Claim], most: Sequence[Claim], others: Iterable[str] = ()) -> Breach | None:
    """The breach, where the least that the one side can be is more than the most that the other can; None where either is open."""
    upper = [claim.high for claim in most]
    if not least or not most or None in upper or any(ABOUT in claim.rules for claim in (*least, *most)):
        return None
    low, high = sum(map(_low, least)), sum(n for n in upper if n is not None)
    if low <= high:
        return None
    involved = tuple(dict.fromkeys((one.incident_id, *others)))
    return Breach.made(
        law=law,
        subject=one.incident_id,
        country=one.country,
        measure=least[0].measure,
        party=least[0].party,
        least=Side.made(persons=low, claims=tuple(least)),
        most=Side.made(persons=high, claims=tuple(most)),
        incidents=involved,
    )


def _by_report(one: Reviewed, article_id: str = "") -> dict[tuple[str, str], list[Claim]]:
    """The claims of an incident that are not denied, by report and measure. article_id: only those of this article; "" = all."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in one.claims:
        if claim.hedge != "denied" and article_id in {"", claim.article_id}:
            found[claim.report_id, claim.measure].append(claim)
    return found


def subsets(incidents: Sequence[Reviewed]) -> Iterator[Breach]:
    """«ten killed, among them twelve children»: each part against the whole of its side, or of all sides where it names none."""
    for one in incidents:
        if not any(claim.subset for claim in one.claims):
            continue
        for claims in _by_report(one).values():
            wholes = [claim for claim in claims if not claim.subset]
            for part in (claim for claim in claims if claim.subset):
                own = [claim for claim in wholes if claim.party == part.party] or wholes
                if breach := _compared("subset", one, [part], own):
                    yield breach


def sums(incidents: Sequence[Reviewed], article_id: str = "") -> Iterator[Breach]:
    """A sum against the reports of its article that it adds up: not less, and where each of them has its figure, not more.

    article_id: only the sums of this article; "" = all.
    """
    told = {key: (one, claims) for one in incidents for key, claims in _by_report(one, article_id).items()}
    for (_, measure), (one, claims) in sorted([item for item in told.items() if item[1][1][0].parts]):  # most reports add nothing up
        pieces = [told.get((part, measure)) for part in claims[0].parts]
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


def falls(incidents: Sequence[Reviewed]) -> Iterator[Breach]:
    """A later toll of one period, or a later count by one outlet of one occurrence, below an earlier one."""
    for group in _told_again(incidents).values():
        group.sort(key=lambda told: (told[1].published_at, told[1].report_id, told[1].start))
        highest: tuple[Reviewed, Claim] | None = None
        for one, claim in group:
            earlier = highest if highest and highest[1].article_id != claim.article_id else None
            if earlier and (breach := _compared("toll-falls", one, [earlier[1]], [claim], [earlier[0].incident_id])):
                yield breach
            if highest is None or _low(claim) > _low(highest[1]):
                highest = one, claim


def _told_again(incidents: Sequence[Reviewed]) -> dict[tuple[object, ...], list[tuple[Reviewed, Claim]]]:
    """Claims that count the same people at different times."""
    found: dict[tuple[object, ...], list[tuple[Reviewed, Claim]]] = defaultdict(list)
    for one in incidents:
        for claim in one.claims:
            if claim.hedge == "denied" or claim.subset or claim.source or claim.measure not in MEASURES:
                continue
            if one.scope == "incident":
                found[one.incident_id, claim.outlet, claim.measure, claim.party].append((one, claim))
            elif series := series_of(one):
                found[*series, claim.measure, claim.party].append((one, claim))
    return found


def series_of(one: Reviewed) -> tuple[object, ...] | None:
    """What tolls have in common of which a later one must not be lower: place, kind, perpetrator, beginning; None where it is none."""
    if one.scope != "toll" or not one.date_start or not one.place:
        return None
    return one.country, one.place.name, one.sub_event_type, one.actor1, one.date_start


def day_of(one: Reviewed) -> date | None:
    """The day of an occurrence of one day, which tolls over it count; None for all else."""
    return one.date_start if one.scope == "incident" and one.date_start == (one.date_end or one.date_start) else None


def period_of(one: Reviewed) -> tuple[date, date] | None:
    """First and last day that a toll counts; None where it says neither or goes over more than a year."""
    if one.scope != "toll" or not one.date_start or not one.date_end or (one.date_end - one.date_start).days >= LONGEST:
        return None
    return one.date_start, one.date_end


def exceeded(toll: Reviewed, incidents: Iterable[Reviewed]) -> Iterator[Breach]:
    """The incidents in the place and period of a toll, told by when it was, against it. incidents: those of its country and days."""
    covered = sorted((one for one in incidents if covers(toll, one)), key=lambda one: (str(one.date_start), one.incident_id))
    for (_, measure), claims in sorted(_by_report(toll).items()):
        whole = [claim for claim in claims if not claim.subset and not claim.source and measure in MEASURES]
        for said in whole:
            pieces = {one.incident_id: least for one in covered if (least := _least(one, said))}
            added = [claim for ones in pieces.values() for claim in ones]
            if len(pieces) > 1 and (breach := _compared("toll-exceeded", toll, added, [said], pieces)):
                yield breach


def covers(toll: Reviewed, one: Reviewed) -> bool:
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


def _least(one: Reviewed, said: Claim) -> list[Claim]:
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
