"""Incidents that nobody wrote, for the laws of tables."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from agents.deduplicate.doubts import Doubts
from agents.deduplicate.kinds import event_type
from agents.deduplicate.policies import hitter, reconcile
from streams.records import Claim, Incident, Place

END = date(2019, 3, 10)
NOW = datetime(2019, 3, 10, 20, tzinfo=UTC)
MEASURES = ("killed", "wounded", "captured", "displaced")
AGES = st.sampled_from([-1, 0, 0, 1, 1, 2, 6, 7, 8, 28, 29, 30])  # where windows end


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    low = draw(st.none() | st.integers(0, 30))
    high = draw(st.integers(low or 1, 40)) if low is None else draw(st.none() | st.integers(low, 40))
    outlet, hour = draw(st.sampled_from(["one", "two", "three"])), draw(st.integers(0, 9))
    known: dict[str, Any] = {"article_version": 1, "published_at": NOW - timedelta(days=50, hours=hour), "wording": ""}
    return Claim(
        measure=draw(st.sampled_from([*MEASURES, "killed", "killed_or_wounded"])),
        party=draw(st.sampled_from(["civilians", "is", "sdf", "unknown"])),
        low=low,
        high=high,
        subset=draw(st.sampled_from([None, None, None, "children"])),
        hedge=draw(st.sampled_from(["stated", "stated", "denied"])),
        outlet=outlet,
        origin=draw(st.sampled_from([outlet, "one"])),
        report_id=f"{outlet}-{hour}/a",
        article_id=f"{outlet}-{hour}",
        **known,
    )


@st.composite
def incidents(draw: st.DrawFn, ages: st.SearchStrategy[int] = st.integers(-3, 45)) -> list[Incident]:  # noqa: B008 - it never changes
    """Some incidents. ages: days from each to the last day."""
    found = []
    for number in range(draw(st.integers(1, 9))):
        kind = draw(st.sampled_from(["Attack", "Armed clash", "Suicide bomb"]))
        ledger = tuple(draw(st.lists(claims(), max_size=5)))
        first = draw(st.none() | ages.map(lambda age: END - timedelta(days=age)))
        where = draw(st.sampled_from([None, ("Idlib", "سراقب", 1), ("Idlib", "سرمين", 2), ("Homs", "ريف حمص", 4)]))
        found.append(
            Incident(
                incident_id=f"inc-{number}",
                version=1,
                country=draw(st.sampled_from(["SY", "SY", "IQ"])),
                status=draw(st.sampled_from(["standing", "standing", "standing", "withdrawn", "superseded"])),
                scope=draw(st.sampled_from(["incident", "incident", "incident", "toll"])),
                event_type=event_type(kind),
                sub_event_type=kind,
                date_start=first,
                place=Place(admin1=where[0], name=where[1], country="SY", geo_precision=where[2]) if where else None,
                actor1=draw(st.sampled_from([None, "is", "sdf", "unknown"])),
                actor2=draw(st.sampled_from([None, "is", "sdf", "civilians"])),
                claims=ledger,
                report_ids=tuple(
                    draw(st.lists(st.sampled_from(["a/a", "b/a", *[f"{number}/a"] * 3]), min_size=1, max_size=2, unique=True))
                ),
                outlets=tuple(sorted({one.outlet for one in ledger})),
                origins=len({one.origin for one in ledger}),
                first_published_at=NOW - timedelta(days=draw(st.integers(0, 40))),
            )
        )
    return found


def policied(found: list[Incident], policy: str) -> list[Incident]:
    """The incidents with their figures as a policy makes them from their ledgers."""
    return [one.model_copy(update={"figures": reconcile(one.claims, policy, hitter(one.sub_event_type, one.actor1))}) for one in found]


def weighed(found: Iterable[Incident]) -> Doubts:
    known = Doubts()
    for one in found:
        known.put(one)
    return known
