"""Small worlds of articles with versions, withdrawals and near-copies: whatever order they come in, all that readers see ends the same."""

import os
import random
from typing import NamedTuple

import pytest

from agents.aggregate.core import Aggregator
from agents.alert.core import AlertRoom
from agents.alert.hearing import Hearing
from agents.alert.rules import Rule, load
from agents.deduplicate.core import Linker
from agents.deduplicate.doubts import Doubts
from streams.queries.moments import Moment
from streams.records import Alert, Incident, ReportBatch
from streams.wire import encode
from tests.notation import at, batch

WORLDS = int(os.environ.get("RASAD_WORLDS", "60"))
ORDERS = 5
MORE = {
    "weapon": {"cooldown_days": 10},
    "mass-casualty": {"cooldown_days": 10},
    "surge": {"gap_days": 60, "killed": 10, "incidents": 2},
    "new-front": {"gap_days": 60},
}
RULES = (
    *(rule._replace(values=rule.values | MORE.get(rule.kind, {})) for rule in load()),  # eight articles in three months
    Rule("silence.short", "silence", 1, {"days": 5, "articles": 2, "within": 21, "cooldown_days": 14}),
    Rule("silence.beside", "silence", 1, {"days": 5, "articles": 2, "within": 21, "expected": 1.5}),
    Rule("silence.place", "silence", 1, {"of": "governorate", "days": 5, "articles": 2, "within": 21, "expected": 1.2}),
)
KINDS = (
    "type=Attack; by=is",
    "type=Suicide bomb; weapon=suicide; by=is",
    "type=Shelling/artillery/missile attack; by=gov:SY",
    "scope=toll; by=gov:SY",
)
PLACES = ("saraqib", "sarmin", "homs", "idlib", "none")
KILLED = (
    "none",
    "none",
    "killed civilians 5",
    "killed civilians 12",
    "killed civilians 30",
    "killed civilians 90",
    "killed unknown 11",
    "killed is 6",
)


class End(NamedTuple):
    """What readers see, as bytes."""

    incidents: list[bytes]
    cells: list[bytes]
    alerts: list[bytes]


def signature(choice: random.Random) -> tuple[int, ...]:
    own, shared = 1000 * choice.randint(1, 3), choice.choice([0, 20, 40, 64])
    return choice.choice([(), *[tuple(n if n < shared else own + n for n in range(64))] * 5])


def world(seed: int) -> list[ReportBatch]:
    """Articles of some weeks, in order of publication; most tell of a few occurrences."""
    choice, found = random.Random(seed), list[ReportBatch]()
    days = [choice.randint(-60, 30) for _ in range(4)]
    occurrences = [f"{choice.choice(KINDS)}; place={choice.choice(PLACES)}" for _ in days]

    def told(day: int, what: str) -> str:
        near = choice.choice([day, day, day, day + 1])
        return f"{what}; day={at(24 * near).date()}; on=civilians; n={choice.choice(KILLED)}"

    for article in "abcdefgh":
        begin = choice.choice(days) * 24 + choice.randint(6, 90)
        for version in range(1, choice.choice([1, 1, 2, 3]) + 1):
            chosen = [told(*choice.choice(list(zip(days, occurrences, strict=True)))) for _ in range(choice.choice([0, 1, 1, 2, 3]))]
            hours = begin + choice.choice([0, *[5 * version] * 3, 24 * version])
            outlet = choice.choice("xyz")
            found.append(batch(article, hours, *chosen, version=version, outlet=outlet, signature=signature(choice)))
    return sorted(found, key=lambda one: (one.published_at, one.article_id, one.version))


def ended(batches: list[ReportBatch]) -> End:
    """The end of rooms that were told of each change."""
    linker, aggregator, room, hearing = Linker(), Aggregator(Doubts()), AlertRoom(RULES), Hearing(RULES, 0, listens=True)
    incidents, cells, sent = dict[str, Incident](), dict[str, bytes](), dict[str, Alert]()
    watermark, heard = batches[0].published_at, set[bytes]()
    for one in batches:
        watermark = max(watermark, one.published_at)
        room.flowed(one.published_at)
        for incident in linker.apply(one):
            incidents[incident.incident_id] = incident
            aggregator.take(incident, watermark)
            sent.update({alert.alert_id: alert for alert in room.apply_incident(incident)})
        sent.update({alert.alert_id: alert for alert in room.tell()})
        for key, row in hearing.rows(one):
            if key not in heard:
                heard.add(key)
                sent.update({alert.alert_id: alert for alert in hearing.take(row)})
        aggregator.move(watermark)
        cells.update({cell.cell_id: encode(cell) if cell.incidents else b"" for cell in aggregator.changed()})
    alerts = room.standing() + hearing.standing()
    stands = {alert.alert_id: alert.facts for alert in alerts if alert.status != "withdrawn"}
    assert stands == {name: alert.facts for name, alert in sent.items() if alert.status != "withdrawn"}, "what was sent last is what stands"
    told = sorted(encode(one) for one in incidents.values() if one.status != "superseded")
    return End(told, sorted(filter(None, cells.values())), sorted(map(encode, alerts)))


@pytest.mark.parametrize("seed", range(WORLDS))
def test_a_world_ends_the_same_in_any_order(seed: int) -> None:
    choice, found = random.Random(-seed - 1), world(seed)
    wanted = ended(found)
    assert wanted.incidents
    for _ in range(ORDERS):
        again = [*found, *choice.sample(found, min(4, len(found)))]
        choice.shuffle(again)
        assert ended(again) == wanted


@pytest.mark.parametrize("seed", range(WORLDS // 4))
def test_a_world_known_at_once_is_one_told_step_by_step(seed: int) -> None:
    found = world(seed)
    for until in sorted({one.published_at for one in found})[::3]:
        known = [one for one in found if one.published_at <= until]
        moment, wanted = Moment({0: known}, rules=RULES), ended(known)
        alerts = [value for rule in {rule.kind for rule in RULES} for value in moment.latest(f"alerts.{rule}").values()]
        assert End(sorted(moment.latest("incidents").values()), sorted(moment.latest("aggregates").values()), sorted(alerts)) == wanted


def test_the_worlds_raise_alerts_of_every_kind() -> None:
    kinds = {rule.kind for rule in RULES}
    text = b"".join(value for seed in range(60) for value in ended(world(seed)).alerts).decode()
    assert {kind for kind in kinds if f'"kind":"{kind}"' in text} == kinds
