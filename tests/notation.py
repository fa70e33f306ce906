"""Reports, claims and incidents written short, for tables of cases.

A cell is ``key=value`` with semicolons between; what it does not say is as in a whole report (WHOLE). Keys: type, alt, scope, day (a day
of March 2019 or an ISO day; ``9..12`` a span; ``..12`` by then; none), place (a key of places.tsv; none), by and on (the parties; none), n
(figures), names, weapon, id. A figure is ``measure party number``: 10, 10+ at least, ..10 at most, 8-12; ``party/subset`` a part of a
larger one.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

from agents.deduplicate.accounts import Account, accounts_of
from streams.records import Claim, Figure, Incident, Place, Reconciled, Report, ReportBatch, Revision

BEGIN = datetime(2019, 3, 10, 9, tzinfo=UTC)
WHOLE = "type=Attack; scope=incident; day=9; place=saraqib; by=unknown; on=unknown; n=none; names=none; weapon=none; alt=none; id=a"


def rows(test: str, name: str) -> list[list[str]]:
    """The rows of a table beside a test (its ``__file__``); lines with # explain."""
    lines = Path(test).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def places() -> dict[str, Place]:
    """The places of places.tsv by key."""
    found = {}
    for key, *cells in rows(__file__, "places.tsv"):
        name, admin1, country, lat, lon, place_id, precision = (cell or None for cell in cells)
        found[key] = Place.model_validate(
            {"name": name, "admin1": admin1, "country": country, "lat": lat, "lon": lon, "place_id": place_id, "geo_precision": precision}
        )
    return found


def said(cell: str) -> dict[str, str]:
    """The keys of a cell with their values; "" or - says nothing."""
    return dict(part.split("=", 1) for part in cell.split("; ")) if cell not in {"", "-"} else {}


def some(cell: str) -> tuple[str, ...]:
    """The values in a cell, which commas separate; none is no value."""
    return () if cell == "none" else tuple(cell.split(", "))


def day(cell: str) -> date:
    """A day of March 2019 by its number, which may be more than 31; or an ISO day."""
    return date.fromisoformat(cell) if "-" in cell else date(2019, 2, 28) + timedelta(days=int(cell))


def at(hours: float) -> datetime:
    """A moment, so many hours after the first."""
    return BEGIN + timedelta(hours=hours)


def number(cell: str) -> tuple[int | None, int | None]:
    """The bounds that a number gives."""
    if cell.startswith(".."):
        return None, int(cell[2:])
    if cell.endswith("+"):
        return int(cell[:-1]), None
    low, _, high = cell.partition("-")
    return int(low), int(high or low)


def figure(cell: str) -> dict[str, Any]:
    """The fields of one figure."""
    measure, whose, count = cell.split(" ")
    party, _, subset = whose.partition("/")
    low, high = number(count)
    return {"measure": measure, "party": party, "subset": subset or None, "low": low, "high": high}


def report(cell: str) -> Report:
    """A report."""
    told = said(WHOLE) | said(cell)
    first, _, last = told["day"].partition("..")
    dates = (None, None) if first == "none" else (day(first) if first else None, day(last or first))
    return Report(
        id=told["id"],
        scope=told["scope"],
        sub_event_type=told["type"],
        type_alt=some(told["alt"]),
        date_start=dates[0],
        date_end=dates[1],
        place=None if told["place"] == "none" else places()[told["place"]],
        actor1=None if told["by"] == "none" else told["by"],
        actor2=None if told["on"] == "none" else told["on"],
        figures=tuple(Figure.model_validate(figure(one)) for one in some(told["n"])),
        names=some(told["names"]),
        weapon=None if told["weapon"] == "none" else told["weapon"],
        country="SY",
    )


def batch(article: str, hours: float, *cells: str, **fields: Any) -> ReportBatch:
    """What one article says: a report a cell, named a, b, … in this order; its outlet is called as it is."""
    reports = tuple(report(f"{cell}; id={letter}" if said(cell) else f"id={letter}") for cell, letter in zip(cells, "abcdef", strict=False))
    known = {"article_id": article, "outlet": article, "published_at": at(hours), "country": "SY", "reports": reports}
    return ReportBatch.model_validate(known | fields)


def account(article: str, hours: float, cell: str, **fields: Any) -> Account:
    """The account of an article that makes one report."""
    (one,) = accounts_of(batch(article, hours, cell, **fields))
    return one


def claim(cell: str) -> Claim:
    """A claim: a figure and after it ``key=value`` for hours, outlet (one), article and origin (as the outlet), report, any other field."""
    parts = cell.split(" ")
    told = dict(part.split("=", 1) for part in parts[3:])
    outlet, hours = told.pop("outlet", "one"), float(told.pop("hours", "0"))
    article = told.pop("article", outlet)
    known = {"outlet": outlet, "article_id": article, "origin": article, "report_id": f"{article}/{told.pop('report', 'a')}"}
    return Claim.model_validate(figure(" ".join(parts[:3])) | known | {"article_version": 1, "published_at": at(hours)} | told)


def reconciled(cell: str) -> Reconciled:
    """A figure that was reconciled: ``measure party low-best-high``, or one number for all three."""
    measure, whose, count = cell.split(" ")
    party, _, subset = whose.partition("/")
    low, best, high = count.split("-") if "-" in count else [count] * 3
    return Reconciled.model_validate({"measure": measure, "party": party, "subset": subset or None, "low": low, "best": best, "high": high})


def history(cell: str, since: float = 0, day: date | None = None) -> tuple[Revision, ...]:
    """Revisions four hours apart, the first so many hours after the first moment, all of one day.

    The killed; ``12/10-15`` with bounds; ``12~air`` with the weapon; x: withdrawn; none: no revision.
    """
    found = []
    for index, token in enumerate(cell.split(" ") if cell != "none" else ()):
        count, _, weapon = token.partition("~")
        best, _, bounds = count.partition("/")
        low, _, high = bounds.partition("-")
        killed = 0 if best == "x" else int(best)
        found.append(
            Revision(
                version=index + 1,
                published_at=at(since + 4 * index),
                status="withdrawn" if best == "x" else "standing",
                killed=killed,
                killed_low=int(low or killed),
                killed_high=int(high or killed),
                weapon=weapon or None,
                day=day,
                dead={"civilians": killed} if killed else {},
                geo_precision=1,
            )
        )
    return tuple(found)


def incident(cell: str, name: str = "one", **fields: Any) -> Incident:
    """An incident: the keys of a report, and history, status, outlets (one), since (hours of its first publication), country."""
    told = {"history": "none", "status": "standing", "outlets": "one", "since": "0", "country": "SY", "n": "none"} | said(cell)
    one = report("; ".join(f"{key}={told[key]}" for key in said(WHOLE) if key in told and key not in {"n", "id"}))
    kept = {key: getattr(one, key) for key in ("scope", "sub_event_type", "date_start", "date_end", "place", "actor1", "actor2", "weapon")}
    known: dict[str, Any] = {
        "incident_id": f"inc-{name}",
        "version": 1,
        "country": told["country"],
        "status": told["status"],
        "history": history(told["history"], float(told["since"]), one.date_start),
        "figures": tuple(reconciled(one) for one in some(told["n"])),
        "outlets": some(told["outlets"]),
        "first_published_at": at(float(told["since"])),
    }
    return Incident.model_validate(kept | known | fields)


def near(cell: str) -> Callable[[str], dict[str, float]]:
    """Which incidents may be one: those of each word may all be, ``ab.7`` so surely; how surely is 0.7 where a word does not say."""
    found: dict[str, dict[str, float]] = {}
    for word in cell.split():
        names, dot, score = word.partition(".")
        for one, other in permutations(names, 2):
            found.setdefault(f"inc-{one}", {})[f"inc-{other}"] = float(dot + score or 0.7)
    return lambda name: found.get(name, {})
