"""Figures of gold and of a reading, paired one to one, and the people that they add up to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from agents.evaluate.parties import same_party

Figure = Mapping[str, Any]
Same = Callable[[Figure, Figure], bool]


def number(gold: Figure, read: Figure) -> bool:
    """The same number of the same fate, whoever's people they are."""
    return all(gold.get(field) == read.get(field) for field in ("measure", "subset", "low", "high"))


def party(gold: Figure, read: Figure) -> bool:
    """The same fate of the same people, however many they are."""
    same = gold.get("measure") == read.get("measure") and gold.get("subset") == read.get("subset")
    return same and same_party(gold.get("party"), read.get("party"))


def exact(gold: Figure, read: Figure) -> bool:
    """The same figure."""
    return number(gold, read) and same_party(gold.get("party"), read.get("party"))


def paired(gold: Iterable[Figure], read: Iterable[Figure], same: Same) -> int:
    """How many can be paired one to one, each of gold with the first of the reading that is left."""
    left, hits = list(read), 0
    for one in gold:
        at = next((index for index, other in enumerate(left) if same(one, other)), None)
        if at is not None:
            del left[at]
            hits += 1
    return hits


def persons(figure: Figure) -> int:
    """Its lower bound, or its upper where that is open."""
    return figure.get("low") or figure.get("high") or 0


def killed(reports: Iterable[Mapping[str, Any]]) -> int:
    """People killed by the incidents among these reports, without parts; of rival figures for one party, the lowest."""
    total = 0
    for report in reports:
        sides: dict[object, list[int]] = defaultdict(list)
        for index, one in enumerate(report.get("figures", [])):
            if report.get("scope", "incident") == "incident" and one.get("measure") == "killed" and not one.get("subset"):
                sides[one.get("party") if one.get("source") else (one.get("party"), index)].append(persons(one))
        total += sum(map(min, sides.values()))
    return total


def leaked(incidents: Sequence[Figure], read: Sequence[Figure], other: Iterable[Figure]) -> int:
    """People of other (the gold's tolls, sums, estimates) whose number is read as an incident's and is none of gold's incidents."""
    left, people = list(read), 0
    for one in other:
        key = one.get("subset"), one.get("low"), one.get("high")
        for index, figure in enumerate(left):
            if (figure.get("subset"), figure.get("low"), figure.get("high")) == key and not paired(incidents, [figure], exact):
                people += persons(one)
                del left[index]
                break
    return people
