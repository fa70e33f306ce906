"""Whether two accounts speak of one occurrence: features, each with a reason and a weight, and a verdict."""

import math
from datetime import date
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from agents.deduplicate.kinds import KINETIC, event_type
from streams.records import Place, Report

Verdict = Literal["same", "possibly-same", "different"]
SAME_AT = 0.78
POSSIBLE_AT = 0.62
APART_AT = -0.3  # one of scope, day or place that speaks so strongly against settles it
NEAR_KM, FAR_KM = 20.0, 60.0
Feature = tuple[str, float]


class Decision(NamedTuple):
    """A verdict with its score (0–1) and the features that decided, strongest first."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def decide(left: Report, right: Report, near_copy: bool = False) -> Decision:
    """The decision on two reports of different articles, or of two versions of one. Symmetric."""
    first = [_scope(left, right), _day(left, right), _place(left.place, right.place)]
    worst = min(first, key=lambda feature: feature[1])
    if worst[1] <= APART_AT:
        return Decision("different", 0.0, (f"{worst[0]} {worst[1]:+.2f}",))
    features = [
        *first,
        _kind(left, right),
        *_parties(left, right),
        _figures(left, right),
        _names(left, right),
        ("copy", 0.2 if near_copy else 0.0),
    ]
    score = min(max(sum(weight for _, weight in features), 0.0), 1.0)
    if score < POSSIBLE_AT:
        worst = min(features, key=lambda feature: feature[1])
        return Decision("different", round(score, 4), (f"{worst[0]} {worst[1]:+.2f}",))
    told = sorted((f for f in features if f[1]), key=lambda f: (-abs(f[1]), f[0]))
    return Decision("same" if score >= SAME_AT else "possibly-same", round(score, 4), tuple(f"{name} {w:+.2f}" for name, w in told))


def _scope(left: Report, right: Report) -> Feature:
    if left.scope != right.scope:
        return "scope.other", -1.0
    if left.scope == "incident":
        return "scope.incident", 0.0
    equal = _numbers(left) & _numbers(right)
    return ("scope.equal-sum", 0.1) if equal else ("scope.other-sum", -1.0)


def _day(left: Report, right: Report) -> Feature:
    one, two = _span(left), _span(right)
    if one is None or two is None:
        return "day.unknown", 0.1
    gap = max((one[0] - two[1]).days, (two[0] - one[1]).days, 0)
    if gap == 0:
        exact = one == two and one[0] == one[1]
        return ("day.same", 0.25) if exact else ("day.overlap", 0.22)
    return ("day.next", 0.08) if gap == 1 else ("day.other", -0.6)


def _span(report: Report) -> tuple[date, date] | None:
    first, last = report.date_start or report.date_end, report.date_end or report.date_start
    return (first, last) if first and last else None


def km(left: Place, right: Place) -> float | None:
    """Great-circle distance in km; None where one of the two has no coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    a, b, c, d = map(math.radians, (left.lat, left.lon, right.lat, right.lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _place(left: Place | None, right: Place | None) -> Feature:  # noqa: PLR0911 — one return a case
    if left is None or right is None:
        return "place.unknown", 0.12
    if left.country and right.country and left.country != right.country:
        return "place.other-country", -0.6
    if left.name == right.name or (left.place_id and left.place_id == right.place_id):
        return "place.same", 0.35
    apart = km(left, right)
    wide = max(left.geo_precision, right.geo_precision) >= 4
    within = f" {left.name} ".find(f" {right.name} ") >= 0 or f" {right.name} ".find(f" {left.name} ") >= 0
    if (apart is not None and apart <= NEAR_KM) or within or ratio(left.name, right.name) >= 85:
        return "place.near", 0.3
    if wide and (left.admin1 == right.admin1 or not left.admin1 or not right.admin1):
        return "place.contains", 0.2
    if apart is not None and apart > FAR_KM:
        return "place.far", -0.5
    if left.admin1 and left.admin1 == right.admin1:
        return "place.same-governorate", 0.06 if apart is None else -0.05
    return "place.other", -0.3


def _kind(left: Report, right: Report) -> Feature:
    one, two = {left.sub_event_type, *left.type_alt}, {right.sub_event_type, *right.type_alt}
    if left.sub_event_type == right.sub_event_type:
        return "kind.same", 0.2
    if one & two:
        return "kind.alternative", 0.17
    tops, others = {event_type(kind) for kind in one}, {event_type(kind) for kind in two}
    if tops & others:
        return ("kind.other-means", 0.0) if tops & others == {"Explosions/Remote violence"} else ("kind.related", 0.08)
    return ("kind.violence", 0.02) if tops & KINETIC and others & KINETIC else ("kind.other", -0.25)


def _parties(left: Report, right: Report) -> list[Feature]:
    straight = [_party(left.actor1, right.actor1), _party(left.actor2, right.actor2)]
    crossed = [_party(left.actor1, right.actor2), _party(left.actor2, right.actor1)]
    if sum(crossed) > sum(straight):
        return [("parties.crossed", sum(crossed) - 0.05)]
    return [("actor1", straight[0]), ("actor2", straight[1])]


def _party(left: str | None, right: str | None) -> float:
    if left in {None, "unknown"} or right in {None, "unknown"}:
        return 0.04
    if left == right:
        return 0.1
    return 0.0 if "civilians" in {left, right} or "protesters" in {left, right} else -0.15


def _numbers(report: Report) -> set[tuple[str, int | None, int | None]]:
    return {(f.measure, f.low, f.high) for f in report.figures if not f.subset}


def _figures(left: Report, right: Report) -> Feature:
    one, two = _numbers(left), _numbers(right)
    if not one or not two:
        return "figures.unknown", 0.03
    equal = {number for number in one & two if (number[1] or 0) > 1 or len(one) == len(two) == 1}
    if equal:
        return "figures.equal", 0.2
    if one & two:
        return "figures.one", 0.1
    for measure in ("killed", "wounded", "captured", "displaced"):
        a = max((low or high or 0 for m, low, high in one if m == measure), default=0)
        b = max((low or high or 0 for m, low, high in two if m == measure), default=0)
        if a and b:
            return ("figures.grown", 0.05) if max(a, b) <= 2 * min(a, b) + 3 else ("figures.contradict", -0.12)
    return "figures.other", 0.0


def _names(left: Report, right: Report) -> Feature:
    return ("names.shared", 0.15) if set(left.names) & set(right.names) else ("names.none", 0.0)
