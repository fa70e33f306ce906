"""What was known at a moment is what a fresh replay of the articles published by then comes to, byte for byte."""

import random
from datetime import timedelta

import pytest

from agents.deduplicate.policies import POLICIES, hitter, reconcile
from streams.queries.moments import Moment, between, linked
from streams.records import Cell, Incident
from streams.wire import encode
from tests.laws.test_rooms import Ended, batches

MOMENTS = 50


def replayed(until: object) -> tuple[dict[bytes, bytes], dict[bytes, bytes]]:
    """Incidents and cells after batch upon batch through rooms that were told of each change."""
    ended = Ended(sorted((b for b in batches() if b.published_at <= until), key=lambda b: (b.published_at, b.article_id)))  # type: ignore[operator]

    def keyed(found: dict[str, Incident] | dict[str, Cell]) -> dict[bytes, bytes]:
        return {f"{one.country}/{name}".encode(): encode(one) for name, one in found.items()}

    return keyed(ended.incidents), keyed(ended.cells)


def test_a_moment_is_a_fresh_replay_of_what_was_published_by_then() -> None:
    published = sorted(batch.published_at for batch in batches())
    seconds = int((published[-1] - published[0]).total_seconds())
    choice = random.Random(7)
    for _ in range(MOMENTS):
        until = published[0] + timedelta(seconds=choice.randint(0, seconds))
        shuffled = [batch for batch in batches() if batch.published_at <= until]
        choice.shuffle(shuffled)
        moment = Moment({0: shuffled})
        assert (moment.latest("incidents"), moment.latest("aggregates")) == replayed(until)


def test_two_moments_linked_at_once_are_the_two_linked_apart() -> None:
    published = sorted(batch.published_at for batch in batches())
    for since in (published[0] - timedelta(days=1), *published[10::60], published[-1]):
        found = [one for one in batches() if one.published_at <= since]
        apart = Moment({0: found} if found else {}), Moment({0: list(batches())})
        both = between({0: list(batches())}, since)
        for topic in ("incidents", "aggregates", "alerts.surge", "alerts.silence"):
            assert [one.latest(topic) for one in both] == [one.latest(topic) for one in apart]


def test_the_ledger_gives_the_figures_that_the_incident_tells() -> None:
    for incident in linked(batches()):
        by = hitter(incident.sub_event_type, incident.actor1)
        assert incident.status != "standing" or reconcile(incident.claims, by=by) == incident.figures


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_changes_figures_alone(policy: str) -> None:
    plain, other = Moment({0: list(batches())}), Moment({0: list(batches())}, policy)
    assert other.latest("incidents").keys() == plain.latest("incidents").keys()
    assert (other.latest("incidents") == plain.latest("incidents")) or policy != "ucdp"
