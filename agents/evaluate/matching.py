"""The reports of one article, gold against reading, one to one; and why a report was missed or invented, as far as can be computed."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from agents.evaluate.likeness import Row, likeness

ALIKE = 0.5
MISSED = {
    "nothing": "nothing was read in its article",
    "scope": "read as a toll, sum or estimate",
    "joined": "a report like it tells of another occurrence",
    "unlike": "no report is like it",
}
EXTRA = {
    "nothing": "in an article without incidents",
    "scope": "a toll, sum or estimate in the gold",
    "split": "an occurrence told once already",
    "unlike": "like no report of the gold",
}


class Article(NamedTuple):
    """One article's reports in the guide's form, by gold and as read; a reading may carry an incident_id."""

    article_id: str
    gold: Sequence[dict[str, Any]]
    read: Sequence[dict[str, Any]]


class Matched(NamedTuple):
    """The incidents of one article: pairs of gold and reading, those of gold that were missed and those read that are none."""

    article: Article
    pairs: list[tuple[Row, Row]]
    missed: list[Row]
    extra: list[Row]


def is_incident(report: Row) -> bool:
    """Whether it tells of one occurrence."""
    return bool(report.get("scope", "incident") == "incident")


def is_core(report: Row) -> bool:
    """Whether a reader must find it; to find or miss another costs nothing."""
    return bool(report.get("core", True))


def match(article: Article) -> Matched:
    """The best pairs first; among equals gold that must be found, then in the order told."""
    gold, read = list(filter(is_incident, article.gold)), list(filter(is_incident, article.read))
    ranked = sorted(
        ((likeness(one, other), is_core(one), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(read)), reverse=True
    )
    left, right = dict(enumerate(gold)), dict(enumerate(read))
    pairs: list[tuple[Row, Row]] = []
    for alike, _, i, j in ranked:
        if alike >= ALIKE and -i in left and -j in right:
            pairs.append((left.pop(-i), right.pop(-j)))
    return Matched(article, pairs, list(left.values()), list(right.values()))


def why_missed(report: Row, article: Article) -> str:
    """A key of MISSED."""
    if not article.read:
        return "nothing"
    return _why((likeness(report, other), is_incident(other)) for other in article.read) or "unlike"


def why_extra(report: Row, article: Article) -> str:
    """A key of EXTRA."""
    if not any(map(is_incident, article.gold)) and not any(likeness(one, report) >= ALIKE for one in article.gold):
        return "nothing"
    found = _why((likeness(one, report), is_incident(one)) for one in article.gold) or "unlike"
    return "split" if found == "joined" else found


def _why(alike: Any) -> str:
    near = [incident for score, incident in alike if score >= ALIKE]
    return "joined" if any(near) else "scope" if near else ""
