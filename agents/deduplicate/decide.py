"""Whether two accounts speak of one occurrence: features, each with a reason and a weight, and a verdict."""

from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.fuzz import ratio

from agents.deduplicate.bynumber import known_by
from agents.deduplicate.distance import great_circle_km
from agents.deduplicate.figures import ALIKE_NAMES, FIGHTS, MOST_GREAT, UNKNOWN_FIGURES, UNSAID, Feature, figures, most_of
from agents.deduplicate.kinds import FORCE, RARE, STRIKING
from agents.deduplicate.parties import MOST_OF_PARTIES, SAME_PARTY, UNKNOWN_PARTY, of_parties, parties
from agents.deduplicate.traits import OPEN, Spot, Traits

Verdict = Literal["same", "possibly-same", "different"]
SAME_AT = 0.78
POSSIBLE_AT = 0.62
APART_AT = -0.3  # one of scope, day or place that speaks so strongly against settles it
MOST_OF_PLACE = 0.4502  # with that of a sum
MOST_OF_ITS_PLACE = 0.3501  # without
NAMES, COPY, EQUAL_SUM = 0.15, 0.2, 0.1
MOST_OF_KIND, SAME_KIND = 0.3, 0.2
ROUNDING = 0.001
CLOSEST, COUNTED = 1.8, 0.3  # by how much closer those are that give one number that somebody counted
TELLING = frozenset({"figures.telling", "figures.great"})
NEVER = float("-inf")
BOMBS = frozenset({"Suicide bomb", "Remote explosive/landmine/IED", "Grenade"})  # which of them went off is often unclear at first
ON_PEOPLE = frozenset({"Attack", FORCE})  # those whom fire hit are a crowd for the one, civilians for the other
EXPLOSIONS = frozenset({"Explosions/Remote violence"})
BY_HAND = frozenset({"Abduction/forced disappearance", "Sexual violence"})  # whoever does it stands beside those whom it befalls
NEAR_KM, FAR_KM = 20.0, 60.0


class Decision(NamedTuple):
    """A verdict with its score (0–1) and the features that decided, strongest first."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


def least_of(one: Traits, copied: bool) -> float:
    """What alike() has to come to at least, where all else speaks as strongly for one occurrence as it can of what this one says.

    copied: whether it may be a near-copy of the other.
    """
    most = most_of(one) if one.numbers else UNKNOWN_FIGURES
    for actor in (one.actor1, one.actor2):
        most += UNKNOWN_PARTY if actor in UNSAID else SAME_PARTY
    return SAME_AT - ROUNDING - most - (NAMES if one.names else 0.0) - (COPY if copied else 0.0)


def alike(left: Traits, right: Traits, least: float = SAME_AT - MOST_GREAT - MOST_OF_PARTIES - NAMES - COPY) -> float:
    """What day, place and kind say for one occurrence, the scope too where it is not that of a sum; NEVER where that settles it.

    Or where it is less than has to be (see least_of()): not even equal figures, parties and names, and one text, make them the same then.
    """
    if left.scope != right.scope:
        return NEVER
    day = _day(left, right)[1]
    if day <= APART_AT:
        return NEVER
    kind = SAME_KIND if left.kind == right.kind and left.kind not in STRIKING else _kind(left, right)[1]
    if day + kind + MOST_OF_PLACE < least:
        return NEVER
    place = of_places(left.spot, right.spot)[1]
    if place <= APART_AT:
        return NEVER
    base = (0.0 if left.scope == "incident" else EQUAL_SUM) + day + place + kind
    return base if base >= least else NEVER


def closeness(base: float, left: Traits, right: Traits, near_copy: bool) -> float:
    """How much speaks for two reports that are alike() so much, from SAME_AT to CLOSEST; 0.0 where it is less.

    Beyond 1, where a Decision ends, it still says which of two clusters an account is closer to: one that gives its own number of dead
    speaks louder than two that only tell of the same town on the same day.
    """
    total = base + of_parties(left.actor1, left.actor2, right.actor1, right.actor2)
    names = 0.0 if not left.names or left.names.isdisjoint(right.names) else NAMES
    copy = COPY if near_copy else 0.0
    if total + most_of(left) + names + copy < SAME_AT or (left.scope != "incident" and left.numbers.isdisjoint(right.numbers)):
        return 0.0
    told, weight = figures(left, right)
    total = round(total + weight + names + copy, 4)
    if total < SAME_AT:
        return 0.0
    return round(min(total + COUNTED if told in TELLING else total, CLOSEST), 4)


def doubtful(left: Traits, right: Traits) -> float:
    """The score of two that say this, neither a copy of the other, where they are same or possibly-same; 0.0 where they are different."""
    if left.scope != right.scope:
        return 0.0
    day = _day(left, right)[1]
    if day <= APART_AT:
        return 0.0
    kind = SAME_KIND if left.kind == right.kind and left.kind not in STRIKING else _kind(left, right)[1]
    total = (0.0 if left.scope == "incident" else EQUAL_SUM) + day + kind
    if left.names and not left.names.isdisjoint(right.names):
        total += NAMES
    counted = left.numbers and right.numbers
    most = total + (most_of(left) if counted else UNKNOWN_FIGURES) + ROUNDING
    if most + MOST_OF_PARTIES + MOST_OF_ITS_PLACE < POSSIBLE_AT:
        return 0.0
    place = of_places(left.spot, right.spot)[1]
    if place <= APART_AT or most + place + MOST_OF_PARTIES < POSSIBLE_AT:
        return 0.0
    sides = of_parties(left.actor1, left.actor2, right.actor1, right.actor2)
    if most + place + sides < POSSIBLE_AT or (left.scope != "incident" and left.numbers.isdisjoint(right.numbers)):
        return 0.0
    total = _rounded(total + place + sides + figures(left, right)[1])
    return total if total >= (SAME_AT if _differ(left, right) else POSSIBLE_AT) else 0.0


def _differ(left: Traits, right: Traits) -> bool:
    """Whether two tell of different kinds of violence and of no number or name in common: where not all else is alike, they are two.

    A front has fights, raids and shelling on one day.
    """
    return _kind(left, right)[0] == "kind.violence" and left.numbers.isdisjoint(right.numbers) and left.names.isdisjoint(right.names)


def decide(left: Traits, right: Traits, near_copy: bool = False) -> Decision:
    """The decision on two reports of different articles, or of two versions of one. Symmetric."""
    if known := known_by(left, right):
        return Decision("same", 1.0, (_shown(known, 1.0),))
    features = _features(left, right, near_copy)
    worst = min(features, key=lambda feature: feature[1])
    if len(features) == 1:
        return Decision("different", 0.0, (f"{worst[0]} {worst[1]:+.2f}",))
    total = _total(features)
    if total < SAME_AT and not near_copy and _differ(left, right):
        return Decision("different", total, (_shown(*_kind(left, right)),))
    if total < POSSIBLE_AT:
        return Decision("different", total, (f"{worst[0]} {worst[1]:+.2f}",))
    told = sorted((f for f in features if f[1]), key=lambda f: (-abs(f[1]), f[0]))
    return Decision("same" if total >= SAME_AT else "possibly-same", total, tuple([_shown(*feature) for feature in told]))


@lru_cache(maxsize=512)
def _shown(name: str, weight: float) -> str:
    return f"{name} {weight:+.2f}"


def _total(features: list[Feature]) -> float:
    return _rounded(sum([weight for _, weight in features]))


def _rounded(total: float) -> float:
    return round(min(max(total, 0.0), 1.0), 4)


def _features(left: Traits, right: Traits, near_copy: bool) -> list[Feature]:
    """All that speaks for and against; only the one that settles it, where there is one. Cheap and telling ones come first."""
    day = _day(left, right)
    if day[1] <= APART_AT:
        return [day]
    scope = _scope(left, right)
    if scope[1] <= APART_AT:
        return [scope]
    place = of_places(left.spot, right.spot)
    if place[1] <= APART_AT:
        return [place]
    return [
        scope,
        day,
        place,
        _kind(left, right),
        *parties(left.actor1, left.actor2, right.actor1, right.actor2),
        figures(left, right),
        ("names.shared", NAMES) if not left.names.isdisjoint(right.names) else ("names.none", 0.0),
        ("copy", COPY if near_copy else 0.0),
    ]


def _scope(left: Traits, right: Traits) -> Feature:
    if left.scope != right.scope:
        return "scope.other", -1.0
    if left.scope == "incident":
        return "scope.incident", 0.0
    return ("scope.other-sum", -1.0) if left.numbers.isdisjoint(right.numbers) else ("scope.equal-sum", EQUAL_SUM)


def _day(left: Traits, right: Traits) -> Feature:
    first, last, other_first, other_last = left.first, left.last, right.first, right.last
    if first is None or last is None or other_first is None or other_last is None:
        return "day.unknown", 0.1
    if left.kind != right.kind:  # it is the kind that makes one be spoken of for weeks: any raid of those weeks is not it
        first = max(first, last - OPEN) if left.kind in RARE else first
        other_first = max(other_first, other_last - OPEN) if right.kind in RARE else other_first
    gap = first - other_last if first > other_last else other_first - last
    if gap > 0:
        return ("day.next", 0.08) if gap == 1 and not left.since and not right.since else ("day.other", -0.6)
    if left.since or right.since:
        front = left.kind in FIGHTS and right.kind in FIGHTS
        return "day.until", 0.22 if not front and (_fresh(left, right) or _fresh(right, left)) else 0.15
    if first == last and other_first == other_last:
        return "day.same", 0.25
    return ("day.edge", 0.12) if _meet(left, right) else ("day.overlap", 0.22)


def _fresh(one: Traits, other: Traits) -> bool:
    """Whether it happened by a day of which the other's is that or the one before: news mostly is of these two."""
    return one.since and not other.since and (other.last or 0) >= (one.last or 0) - 1


def _meet(left: Traits, right: Traits) -> bool:
    """Whether the one span of days begins on the day on which the other ends, which is all they share.

    News of no stated day is of the day of publication or of the one before: what two days' papers tell of one front are mostly two days'
    fights. What is striking is one occurrence however vaguely it is dated.
    """
    if left.kind in STRIKING and right.kind in STRIKING:
        return False
    return left.first != left.last and right.first != right.last and (left.last == right.first or right.last == left.first)


def km(left: Spot, right: Spot) -> float | None:
    """Great-circle distance in km; None where one of the two has no coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return great_circle_km(left.lat, left.lon, right.lat, right.lon)


def of_places(left: Spot | None, right: Spot | None) -> Feature:
    """What two places say for one occurrence, and how strongly."""
    if left is None or right is None:
        return "place.unknown", 0.12
    if left is right:
        return "place.same", 0.35
    if left.country and right.country and left.country != right.country:
        return "place.other-country", -0.6
    if left.bare == right.bare or (left.place_id and left.place_id == right.place_id):
        return "place.same", 0.35
    return _near(left, right)


@lru_cache(maxsize=65536)  # the same two places are compared all day long
def _near(left: Spot, right: Spot) -> Feature:
    """Two places of different names in one country."""
    apart = km(left, right)
    within = right.padded in left.padded or left.padded in right.padded
    if (apart is not None and apart <= NEAR_KM) or within or ratio(left.bare, right.bare) >= ALIKE_NAMES:
        return "place.near", 0.3
    if (left.wide or right.wide) and (left.admin1 == right.admin1 or not left.admin1 or not right.admin1):
        return "place.contains", 0.2
    stretch = (left.rough or right.rough) and left.admin1 == right.admin1 is not None  # «the west coast» holds towns far from its middle
    if apart is not None and apart > FAR_KM and not stretch:
        return "place.far", -0.5
    if left.admin1 and left.admin1 == right.admin1:
        return "place.same-governorate", 0.06 if apart is None else -0.05
    return "place.other", -0.3


def _kind(left: Traits, right: Traits) -> Feature:
    if left.kind == right.kind:
        return ("kind.striking", MOST_OF_KIND) if left.kind in STRIKING else ("kind.same", SAME_KIND)
    if not left.kinds.isdisjoint(right.kinds):
        return "kind.alternative", 0.17
    tops = left.tops & right.tops
    if tops == EXPLOSIONS:
        return ("kind.bomb", 0.1) if left.kind in BOMBS and right.kind in BOMBS else ("kind.other-means", 0.0)
    if tops or (left.kind in ON_PEOPLE and right.kind in ON_PEOPLE):
        return "kind.related", 0.08
    hand_and_fire = (left.kind in BY_HAND and right.tops >= EXPLOSIONS) or (right.kind in BY_HAND and left.tops >= EXPLOSIONS)
    return ("kind.violence", 0.02) if left.kinetic and right.kinetic and not hand_and_fire else ("kind.other", -0.25)
