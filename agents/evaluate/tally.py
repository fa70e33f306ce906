"""What is counted in one article: names with numbers that can be added over articles, whole and by type and country.

``<name>.tp``, ``.fp``, ``.fn`` of a family of things that are right, invented or missed; for a slot also why: ``.unread`` (its report was
missed), ``.wrong``, ``.silent`` (left out), ``.surplus`` (its report is none), ``.unsaid`` (gold says nothing).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from agents.evaluate.counted import Same, exact, killed, leaked, number, paired, party, persons
from agents.evaluate.likeness import Row, day_likeness, days, place_likeness, type_likeness
from agents.evaluate.matching import Matched, is_core, is_incident, why_extra, why_missed
from agents.evaluate.parties import NOBODY, same_actor

Counts = Mapping[str, float]
SLOTS = ("sub_event_type", "date", "place", "actor1", "actor2", "figures")
OUTCOMES = ("unread", "wrong", "silent", "surplus", "unsaid")
KINDS: Mapping[str, Same] = {"figure": exact, "number": number, "party": party}
TOP_LIKENESS = 0.6  # of types within one top type


def tally(matched: Matched) -> Counter[str]:
    """Everything that is counted in one article."""
    found = of_reports(matched.pairs, matched.missed, matched.extra)
    gold, read = matched.article.gold, matched.article.read
    for scope in ("incident", "toll"):
        _figures(found, gold, read, scope)
    _people(found, matched)
    found.update(f"missed.{why_missed(one, matched.article)}" for one in matched.missed if is_core(one))
    found.update(f"extra.{why_extra(one, matched.article)}" for one in matched.extra)
    return found


def by_report(matched: Matched) -> dict[tuple[str, str], Counter[str]]:
    """The counts of its reports by ("type", …) and ("country", …): gold's, or the reading's where gold has no such report."""
    groups: dict[tuple[str, str], tuple[list[tuple[Row, Row]], list[Row], list[Row]]] = {}
    for pair in matched.pairs:
        for group in _groups(pair[0]):
            groups.setdefault(group, ([], [], []))[0].append(pair)
    for index, reports in ((1, matched.missed), (2, matched.extra)):
        for report in reports:
            for group in _groups(report):
                groups.setdefault(group, ([], [], []))[index].append(report)  # type: ignore[arg-type] # pairs have index 0
    return {group: of_reports(*parts) for group, parts in groups.items()}


def _groups(report: Row) -> Iterator[tuple[str, str]]:
    yield "type", report.get("sub_event_type") or "none"
    yield "country", (report.get("place") or {}).get("country") or "none"


def of_reports(pairs: Iterable[tuple[Row, Row]], missed: Iterable[Row], extra: Iterable[Row]) -> Counter[str]:
    """The counts of reports and their slots."""
    found: Counter[str] = Counter()
    for gold, read in pairs:
        if is_core(gold):
            found["incident.tp"] += 1
            _pair(found, gold, read)
            _accuracy(found, gold, read)
    for report in filter(is_core, missed):
        found["incident.fn"] += 1
        for slot, n in slots(report).items():
            _missed(found, slot, n, "unread")
    for report in extra:
        found["incident.fp"] += 1
        for slot, n in slots(report).items():
            _invented(found, slot, n, "surplus")
    return found


def slots(report: Row) -> dict[str, int]:
    """How many items a report fills each slot with."""
    actors = {slot: int(report.get(slot) not in NOBODY) for slot in ("actor1", "actor2")}
    filled = {"sub_event_type": 1, "date": int(days(report) is not None), "place": int(bool(report.get("place")))}
    return {**filled, **actors, "figures": len(report.get("figures", []))}


def _pair(found: Counter[str], gold: Row, read: Row) -> None:
    wanted, got = slots(gold), slots(read)
    for slot, right in judged(gold, read).items():
        _compare(found, slot, wanted[slot], got[slot], int(right))
    ours, theirs = gold.get("figures", []), read.get("figures", [])
    for measure in {one.get("measure"): None for one in (*ours, *theirs)}:
        one, other = _of(measure, ours), _of(measure, theirs)
        _compare(found, "figures", len(one), len(other), paired(one, other, exact))


def judged(gold: Row, read: Row) -> dict[str, bool]:
    """Whether each slot of a report but its figures says what gold says; False where either says nothing."""
    wanted, got = slots(gold), slots(read)
    right = {
        "sub_event_type": type_likeness(gold, read) == 1.0,
        "date": day_likeness(gold, read) == 1.0,
        "place": place_likeness(gold.get("place"), read.get("place")) == 1.0,
        "actor1": same_actor(gold.get("actor1"), read.get("actor1")),
        "actor2": same_actor(gold.get("actor2"), read.get("actor2")),
    }
    return {slot: bool(is_right and wanted[slot] and got[slot]) for slot, is_right in right.items()}


def _compare(found: Counter[str], slot: str, gold: int, read: int, right: int) -> None:
    """Adds items of one slot of a pair: those that are right, wrong on both sides, left out, or said where gold says nothing."""
    wrong = min(gold, read) - right
    for family in ("template", slot):
        found[f"{family}.tp"] += right
    _missed(found, slot, wrong, "wrong")
    _invented(found, slot, wrong)
    _missed(found, slot, gold - right - wrong, "silent")
    _invented(found, slot, read - right - wrong, "unsaid")


def _missed(found: Counter[str], slot: str, n: int, why: str) -> None:
    for key in ("template.fn", f"{slot}.fn", f"{slot}.{why}"):
        found[key] += n


def _invented(found: Counter[str], slot: str, n: int, why: str = "") -> None:
    for key in ("template.fp", f"{slot}.fp", *([f"{slot}.{why}"] if why else [])):
        found[key] += n


def _accuracy(found: Counter[str], gold: Row, read: Row) -> None:
    """On reports that were found: a slot that both leave empty is right too."""
    found["matched"] += 1
    found["matched.sub_event_type"] += type_likeness(gold, read) == 1.0
    found["matched.event_type"] += type_likeness(gold, read) >= TOP_LIKENESS
    found["matched.date"] += day_likeness(gold, read) == 1.0
    found["matched.place"] += place_likeness(gold.get("place"), read.get("place")) == 1.0
    for slot in ("actor1", "actor2"):
        found[f"matched.{slot}"] += same_actor(gold.get(slot), read.get(slot))


def _of(measure: str | None, figures: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [one for one in figures if one.get("measure") == measure]


def _figures(found: Counter[str], gold: Sequence[Row], read: Sequence[Row], scope: str) -> None:
    """The figures of one scope, on whatever report they hang; those that gold gives besides are free.

    Free: for incidents, those of reports that need not be found; for tolls, all figures that are not of a toll that must be.
    """
    ours, free = [], []
    for report in gold:
        same = report["scope"] == scope
        if same and is_core(report):
            ours += report.get("figures", [])
        elif same or scope == "toll":
            free += report.get("figures", [])
    theirs = [one for report in read if report.get("scope", "incident") == scope for one in report.get("figures", [])]
    for kind, same_figure in KINDS.items():
        _family(found, kind, (ours, free, theirs), same_figure)
    for measure in {one.get("measure"): None for one in (*ours, *theirs)}:
        _family(found, f"{measure}", (_of(measure, ours), _of(measure, free), _of(measure, theirs)), exact)


def _family(found: Counter[str], kind: str, figures: tuple[Sequence[Row], Sequence[Row], Sequence[Row]], same: Same) -> None:
    gold, free, read = figures
    hits = paired(gold, read, same)
    found[f"{kind}.tp"] += hits
    found[f"{kind}.fn"] += len(gold) - hits
    found[f"{kind}.fp"] += len(read) - hits - min(paired(free, read, same), len(read) - hits)


def _people(found: Counter[str], matched: Matched) -> None:
    """People killed, and those of tolls that were counted as an incident's."""
    gold, read = matched.article.gold, matched.article.read
    other = [one for report in gold if not is_incident(report) for one in report.get("figures", [])]
    mine = [one for report in gold if is_incident(report) for one in report.get("figures", [])]
    told = [one for report in read if is_incident(report) for one in report.get("figures", [])]
    found["leak"] += leaked(mine, told, other)
    found["leak.of"] += sum(map(persons, other))
    free = {id(one) for report, one in matched.pairs if not is_core(report)}
    wanted, got = killed(filter(is_core, gold)), killed(one for one in read if id(one) not in free)
    found["killed.gold"] += wanted
    found["killed.read"] += got
    found["killed.off"] += abs(got - wanted)
    if wanted or got:
        found["killed.articles"] += 1
        found["killed.exact"] += wanted == got
