"""The alert rules: reviewed data, read once and checked."""

import tomllib
from typing import Any, NamedTuple, get_args

import seeds
from agents.stretches import GAP
from streams.errors import SeedError
from streams.vocabulary import AlertKind

NEEDS: dict[str, tuple[str, ...]] = {
    "mass-casualty": ("killed",),
    "surge": ("killed", "incidents", "baseline_weeks", "deviations"),
    "new-front": ("killed", "days", "km"),
    "revision": ("change", "share"),
    "contradiction": ("ratio", "change", "hours"),
    "weapon": ("weapons",),
    "silence": ("days", "articles", "within"),
}
RECENT, PRECISION, GROWN, GAP_DAYS, EXPECTED = "recent_days", "precision", "grown_hours", "gap_days", "expected"
SAME_KM, BESIDES, LEAD, SOURCES = "same_km", "besides", "lead", "source_ratio"
OF, PLACES = "of", "governorate"  # whose silence: that of outlets where a rule says nothing
GAP_USUAL = 10  # gap_days where a rule says nothing
_OF_ONE = frozenset(["mass-casualty", "weapon", "revision", "new-front"])  # kinds that tell of one incident and its day
_MORE = {
    "mass-casualty": (PRECISION, SAME_KM),
    "weapon": (PRECISION, SAME_KM),
    "contradiction": (GROWN, SOURCES),
    "surge": (RECENT, GAP_DAYS, SAME_KM, BESIDES),
    "new-front": (GAP_DAYS, LEAD),
    "silence": (EXPECTED, OF),
}
_FRACTIONS = (EXPECTED, SAME_KM, SOURCES)
_UNITS = {GROWN: "whole hours", **dict.fromkeys(_FRACTIONS, "a number"), **dict.fromkeys((PRECISION, BESIDES, LEAD), "a whole number")}


def optional(kind: str) -> tuple[str, ...]:
    """The settings that a kind may have besides those it needs: of days, of hours, the geo_precision asked for, kilometres, persons,
    characters, or articles expected.
    """
    return ("cooldown_days", *((RECENT,) if kind in _OF_ONE else ()), *_MORE.get(kind, ()))


class Rule(NamedTuple):
    """One rule. values: its thresholds, as named in alert-rules.toml."""

    id: str
    kind: AlertKind
    severity: int
    values: dict[str, Any]


def load(name: str = "alert-rules.toml") -> tuple[Rule, ...]:
    """The rules of a file of the seeds, in order; SeedError where they cannot be used."""
    rules = read(name)
    if faults := problems(rules):
        raise SeedError(f"{seeds.path(name)}: {faults[0]}")
    return rules


def read(name: str = "alert-rules.toml") -> tuple[Rule, ...]:
    """The same, right or wrong; SeedError where the file holds none."""
    try:
        return parsed(seeds.path(name).read_text(encoding="utf-8"))
    except OSError as error:
        raise SeedError(f"{seeds.path(name)}: {error.strerror or error}") from error
    except ValueError as error:
        raise SeedError(f"{seeds.path(name)}: {error}") from error


def parsed(text: str) -> tuple[Rule, ...]:
    """The rules in a TOML text, in order; ValueError where it is none, or holds no rules. problems() says what is wrong with them."""
    rows = tomllib.loads(text).get("rule", [])
    if not isinstance(rows, list) or not rows:
        raise ValueError("expected one or more tables [[rule]]")
    return tuple(
        Rule(row.get("id", ""), row.get("kind", ""), row.get("severity", 0), {k: v for k, v in row.items() if k not in Rule._fields})
        for row in rows
    )


def problems(rules: tuple[Rule, ...]) -> list[str]:
    """What is wrong with the rules, a line each."""
    found = [f"{rule.id}: id used twice" for index, rule in enumerate(rules) if rule.id in {other.id for other in rules[:index]}]
    for rule in rules:
        if rule.kind not in get_args(AlertKind):
            found.append(f"{rule.id}: unknown kind {rule.kind!r}, expected one of {', '.join(get_args(AlertKind))}")
            continue
        if rule.severity not in (1, 2, 3):
            found.append(f"{rule.id}: severity {rule.severity!r}, expected 1, 2 or 3")
        found += [f"{rule.id}: {need} is missing" for need in NEEDS[rule.kind] if need not in rule.values]
        more = optional(rule.kind)
        found += [f"{rule.id}: {name} is not a setting of {rule.kind}" for name in rule.values if name not in NEEDS[rule.kind] + more]
        if rule.values.get(OF, PLACES) not in {PLACES, "outlet"}:
            found.append(f"{rule.id}: of {rule.values[OF]!r}, expected outlet or {PLACES}")
        numbers = [(name, rule.values.get(name, 1)) for name in more if name != OF]
        wrong = [name for name, value in numbers if not isinstance(value, int | float if name in _FRACTIONS else int)]
        found += [f"{rule.id}: {name} must be {_UNITS.get(name, 'whole days')}" for name in wrong]
        gap = rule.values.get(GAP_DAYS, GAP)
        if isinstance(gap, int) and 0 < gap < GAP:
            found.append(f"{rule.id}: {GAP_DAYS} {gap}, expected {GAP} or more: shorter gaps of a feed are not kept")
        found += [f"{rule.id}: {k} must be above 0" for k, v in rule.values.items() if isinstance(v, int | float) and v <= 0]
    return found
