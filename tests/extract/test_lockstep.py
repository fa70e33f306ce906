"""Works in step: each stage for all before the next; one that fails stops no other; articles read together say what they say alone."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

import seeds
from agents.extract import core, lockstep
from agents.extract.core import Reader, Reading
from streams.inputs.files import feed
from streams.records import Article

READER = Reader.load()
ARTICLES = feed([str(seeds.path("articles"))]).articles


def going(seen: list[tuple[str, int]], name: str, *stages: int, fails: bool = False) -> lockstep.Steps[str]:
    """A work that notes each stage when it is there."""
    for stage in (lockstep.FOLD, *stages):
        if stage:
            yield stage
        seen.append((name, stage))
    if fails:
        raise ValueError(name)
    return name.upper()


def test_each_stage_is_done_for_all_before_the_next_begins() -> None:
    seen: list[tuple[str, int]] = []
    works = [going(seen, "a", 1, 2, 5), going(seen, "b", 2, 5), going(seen, "c", 1, 5)]
    assert lockstep.together(works) == ["A", "B", "C"]
    assert seen == [("a", 0), ("b", 0), ("c", 0), ("a", 1), ("c", 1), ("b", 2), ("a", 2), ("c", 5), ("b", 5), ("a", 5)]


def test_a_stage_that_comes_again_is_done_before_later_ones() -> None:
    seen: list[tuple[str, int]] = []
    lockstep.together([going(seen, "a", 1, 2, 1, 2, 3), going(seen, "b", 1, 2, 3)])
    assert seen == [("a", 0), ("b", 0), ("a", 1), ("b", 1), ("a", 2), ("b", 2), ("a", 1), ("a", 2), ("b", 3), ("a", 3)]


def test_a_work_that_fails_stops_no_other() -> None:
    seen: list[tuple[str, int]] = []
    first, second, third = lockstep.together([going(seen, "a", 1, 3), going(seen, "b", 2, fails=True), going(seen, "c", 3)])
    assert (first, third) == ("A", "C")
    assert isinstance(second, ValueError)
    with pytest.raises(ValueError, match="b"):
        lockstep.alone(going(seen, "b", 1, fails=True))
    assert lockstep.alone(going(seen, "d", 4, 2)) == "D"
    assert lockstep.together([]) == []


def test_stages_are_numbered_in_their_order() -> None:
    numbers = [value for name, value in vars(lockstep).items() if name.isupper() and isinstance(value, int)]
    assert len(numbers) > 40
    assert all(after == before + 1 for before, after in pairwise(numbers))


def test_articles_that_are_read_together_say_what_they_say_alone() -> None:
    together = READER.read_all(ARTICLES)
    assert len(together) == len(ARTICLES) > core.IN_STEP
    for article, found in zip(ARTICLES, together, strict=True):
        alone = READER.read(article)
        assert isinstance(found, Reading)
        assert (found.article.article_id, found.reports, found.again) == (article.article_id, alone.reports, alone.again)
        assert (found.rejected, found.layers.figures, found.layers.places) == (
            alone.rejected,
            alone.layers.figures,
            alone.layers.places,
        )


def test_long_articles_are_read_few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once: list[int] = []
    monkeypatch.setattr(lockstep, "together", lambda works: at_once.append(len(works)) or [])
    published, long = datetime(2019, 3, 6, tzinfo=UTC), "و" * (core.LETTERS // 2 + 1)
    bodies = [*["و"] * (core.IN_STEP + 3), long, long, "و"]
    READER.read_all([Article(article_id=f"a{at}", published_at=published, body=body) for at, body in enumerate(bodies)])
    assert at_once == [core.IN_STEP, 4, 2]
