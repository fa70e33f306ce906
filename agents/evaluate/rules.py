"""How reliable each rule of reading is: of the reports it had a part in, how many gold has, and which of their slots are right."""

from collections import Counter
from collections.abc import Iterable

from agents.evaluate.likeness import Row
from agents.evaluate.matching import Matched, is_core
from agents.evaluate.results import Rule
from agents.evaluate.tally import judged, slots

JUDGED = ("sub_event_type", "date", "place", "actor1", "actor2")


def by_rule(articles: Iterable[Matched]) -> tuple[Rule, ...]:
    """Every rule that a report read names, those of most reports first; reports that need not be found are left out."""
    counts: dict[str, Counter[str]] = {}
    for one in articles:
        for report in one.extra:
            _add(counts, report, Counter(("reports",)))
        for gold, read in one.pairs:
            if is_core(gold):
                _add(counts, read, _pair(gold, read))
    made = [_rule(name, found) for name, found in counts.items()]
    return tuple(sorted(made, key=lambda one: (-one.reports, one.name)))


def share(right: int, said: int) -> str:
    """``83% of 12``; "" where nothing was said."""
    return f"{right / said:.0%} of {said}" if said else ""


def _add(counts: dict[str, Counter[str]], report: Row, found: Counter[str]) -> None:
    for rule in dict.fromkeys((report.get("evidence") or {}).get("rules", ())):
        counts.setdefault(rule, Counter()).update(found)


def _pair(gold: Row, read: Row) -> Counter[str]:
    found = Counter(("reports", "found"))
    said = slots(read)
    for slot, right in judged(gold, read).items():
        found[f"{slot}.said"] += said[slot]
        found[f"{slot}.right"] += right
    return found


def _rule(name: str, found: Counter[str]) -> Rule:
    slots_of = {slot: (found[f"{slot}.right"], found[f"{slot}.said"]) for slot in JUDGED}
    return Rule(name=name, reports=found["reports"], found=found["found"], slots=slots_of)
