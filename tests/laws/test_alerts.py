"""Laws of alerts: claims that exclude each other make a contradiction, and nothing else does; what rests on no article is withdrawn."""

import random
from collections.abc import Iterable
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.alert.core import AlertRoom
from agents.alert.rules import load
from agents.alert.single import alerts_of
from agents.deduplicate.core import Linker
from streams.records import Alert, Claim, ReportBatch
from tests.laws.test_worlds import RULES, world
from tests.notation import claim, incident

(RULE,) = (rule for rule in load() if rule.kind == "contradiction")
COUNTS = st.one_of(st.integers(0, 30).map(str), st.sampled_from(["5+", "..20", "4-9", "10", "20"]))
CLAIMS = st.builds(
    "{} {}{} {} outlet={} origin={} hours={} hedge={} attributed_to={}".format,
    st.sampled_from(["killed", "killed", "killed", "wounded"]),
    st.sampled_from(["civilians", "civilians", "is", "unknown"]),
    st.sampled_from(["", "", "", "/children"]),
    COUNTS,
    st.sampled_from(["one", "two", "three"]),
    st.sampled_from(["wire", "b", "c", "d"]),
    st.sampled_from([0, 3, 72, 73, 140]),
    st.sampled_from(["stated", "stated", "claimed", "denied"]),
    st.sampled_from(["", "", "doctors", "police"]),
).map(claim)


def counts(one: Claim) -> bool:
    return one.measure == "killed" and not one.subset and one.hedge != "denied" and bool(one.low) and one.low == one.high


def is_exceeded(one: Claim, claims: list[Claim]) -> bool:
    parts = [c for c in claims if c.subset and c.measure == "killed" and c.hedge != "denied" and c.report_id == one.report_id]
    return any((c.low or 0) > (one.low or 0) for c in parts if c.party == one.party)


def excludes(low: Claim, high: Claim, claims: list[Claim]) -> bool:
    """The law in words: two exact counts of one side's dead, of one time and from independent origins, far apart.

    The lower report's dead of all sides are far from the higher count too, and the higher one comes hardly later, and no count between them
    came between them. Or one report gives both, from two sources that it names. No report counts more of its own as a part.
    """
    if not counts(low) or not counts(high) or low.low is None or high.low is None:
        return False
    if is_exceeded(low, claims) or is_exceeded(high, claims):
        return False
    if low.report_id == high.report_id and low.attributed_to and high.attributed_to and low.attributed_to != high.attributed_to:
        near = low.party == high.party or {low.party, high.party} == {"unknown", "civilians"}
        return near and high.low - low.low >= RULE.values["change"] and high.low >= RULE.values["source_ratio"] * low.low
    told = [c for c in claims if c.measure == "killed" and not c.subset and c.hedge != "denied"]
    same = [(c.party, c.low or 0) for c in told if c.report_id == low.report_id]
    if [c for c in told if low.low < (c.low or 0) < high.low and low.published_at < c.published_at < high.published_at]:
        return False
    total = sum(max(n for party, n in same if party == side) for side in {party for party, _ in same})
    far = high.low - low.low >= RULE.values["change"] and high.low >= RULE.values["ratio"] * total
    one_side = low.party == high.party or {low.party, high.party} == {"unknown", "civilians"}
    later = high.published_at - low.published_at
    one_time = -timedelta(hours=RULE.values["hours"]) <= later <= timedelta(hours=RULE.values["grown_hours"])
    return far and one_side and one_time and low.outlet != high.outlet and low.origin != high.origin


@settings(max_examples=400, deadline=None)
@given(st.lists(CLAIMS, max_size=6))
def test_a_contradiction_is_two_claims_that_exclude_each_other(claims: list[Claim]) -> None:
    pairs = [(low, high) for low, high in permutations(claims, 2) if excludes(low, high, claims)]
    found = alerts_of(incident("history=1", claims=tuple(claims)), (RULE,))
    assert bool(found) is bool(pairs)
    if found:
        lower, higher = (int(found[0].facts[side].split(" ")[0]) for side in ("lower", "higher"))
        assert higher - lower == max((high.low or 0) - (low.low or 0) for low, high in pairs)


@settings(max_examples=100, deadline=None)
@given(st.lists(CLAIMS, max_size=6), st.randoms(use_true_random=False))
def test_a_contradiction_does_not_depend_on_the_order_of_claims(claims: list[Claim], order: random.Random) -> None:
    shuffled = list(claims)
    order.shuffle(shuffled)
    one, other = (alerts_of(incident("history=1", claims=tuple(told)), (RULE,)) for told in (claims, shuffled))
    assert [(a.status, {k: v.split(" ")[0] for k, v in a.facts.items()}) for a in one] == [
        (a.status, {k: v.split(" ")[0] for k, v in a.facts.items()}) for a in other
    ]


def taken_back(batches: list[ReportBatch], articles: Iterable[str]) -> list[ReportBatch]:
    """Of each of these articles a version newer than all else that tells of nothing."""
    newest = {one.article_id: one for one in sorted(batches, key=lambda one: (one.published_at, one.version))}
    end = max(one.published_at for one in batches)
    return [
        one.model_copy(update={"version": one.version + 1, "published_at": end + timedelta(hours=1), "reports": (), "country": ""})
        for name, one in newest.items()
        if name in articles
    ]


@pytest.mark.parametrize("seed", range(40))
def test_where_every_article_is_taken_back_no_alert_stands(seed: int) -> None:
    linker, room, sent = Linker(), AlertRoom(RULES), dict[str, Alert]()
    found = world(seed)
    raised = 0
    for one in (*found, *random.Random(seed).sample(back := taken_back(found, {one.article_id for one in found}), len(back))):
        for told in linker.apply(one):
            for alert in room.apply_incident(told):
                raised += alert.status != "withdrawn"
                assert alert.alert_id not in sent or alert.version >= sent[alert.alert_id].version
                sent[alert.alert_id] = alert
    standing = {alert.kind: alert for alert in (*room.standing(), *sent.values()) if alert.status != "withdrawn"}
    assert set(standing) <= {"revision"}, "that a count was taken back whole is what a revision tells"
    assert not standing or standing["revision"].facts["now"] == "0"
    assert raised or not sent


@pytest.mark.parametrize("seed", range(40))
def test_taking_back_the_only_article_of_an_incident_withdraws_its_alerts_and_no_article_of_another_does(seed: int) -> None:
    """By rules that hold alerts against no others: those with ``same_km`` free what an alert kept back."""
    single = [rule for rule in load() if rule.kind in {"mass-casualty", "weapon", "revision", "contradiction"}]
    alone_each = tuple(rule._replace(values={name: n for name, n in rule.values.items() if name != "same_km"}) for rule in single)
    linker, room = Linker(), AlertRoom(alone_each)
    found = world(seed)
    incidents = {told.incident_id: told for one in found for told in linker.apply(one)}
    for told in incidents.values():
        room.apply_incident(told)
    before = {alert.alert_id: alert for alert in room.standing()}
    alone = [one for one in incidents.values() if one.status == "standing" and len(one.article_ids) == 1]
    (back,) = taken_back(found, alone[0].article_ids if alone else [found[0].article_id])
    touched = {told.incident_id: told for told in linker.apply(back)}
    for told in touched.values():
        for alert in room.apply_incident(told):
            assert alert.subject in touched
    after = {alert.alert_id: alert for alert in room.standing()}
    for name, alert in before.items():
        if alone and alert.subject == alone[0].incident_id and alert.kind == "revision":
            assert after[name].facts["now"] == "0" or after[name].status == "withdrawn"
        elif alone and alert.subject == alone[0].incident_id:
            assert after[name].status == "withdrawn"
            assert after[name].version == alert.version + (alert.status != "withdrawn")
        elif alert.subject not in touched:
            assert after[name] == alert
