"""Articles read in step: what one stage does is done for all of them before any goes on to the next.

Reading takes more code than a processor keeps at hand. Read one by one, each article fetches all of it anew; in step each stage is fetched
once for all of them (docs/performance.md). What takes several stages is a generator that yields, wherever another stage begins, which one.
"""

from collections.abc import Generator, Sequence
from typing import Final, TypeVar

T = TypeVar("T")
Steps = Generator[int, None, T]  # yields stages, and returns what was read

# The stages in their order; those of clauses, figures and drafts come again for each of these.
FOLD: Final = 0
MATCH: Final = 1
WORDS: Final = 2
SENTENCES: Final = 3
NUMBERS: Final = 4
DATES: Final = 5
NAMES: Final = 6
SPOTS: Final = 7
UNLISTED: Final = 8
COUNTRY: Final = 9
STATES: Final = 10
ACTORS: Final = 11
PEOPLE: Final = 12
ITEMS: Final = 13
COUNTS: Final = 14
BARE_NAMES: Final = 15
DIED: Final = 16
CONTEXT: Final = 17
SIDES: Final = 18
SHARED_SIDES: Final = 19
FIGURES: Final = 20
FLED: Final = 21
EVENTS: Final = 22
LINKS: Final = 23
CLAUSES: Final = 24
TOP: Final = 25
PARTS: Final = 26
CLAUSE: Final = 27
TRIGGERS: Final = 28
COUNTED: Final = 29
OCCURRED: Final = 30
PERIODS: Final = 31
CODES: Final = 32
SAID: Final = 33
SITES: Final = 34
ROLES: Final = 35
PLACED: Final = 36
FRAME: Final = 37
SPOKEN_ON: Final = 38
DRAFTS: Final = 39
COMPLETION: Final = 40
CLAIMS: Final = 41
FOES: Final = 42
OPPONENTS: Final = 43
REPORT: Final = 44
AGAIN: Final = 45


def together(works: Sequence[Steps[T]]) -> list[T | Exception]:
    """What each of the works returns, or the error that ended it: one that fails stops no other."""
    found: dict[int, T | Exception] = {}
    waiting = {FOLD: list(range(len(works)))}
    while waiting:
        for at in waiting.pop(min(waiting)):
            try:
                stage = next(works[at])
            except StopIteration as end:
                found[at] = end.value
            except Exception as error:
                found[at] = error
            else:
                waiting.setdefault(stage, []).append(at)
    return [found[at] for at in range(len(works))]


def alone(work: Steps[T]) -> T:
    """What one work returns; raises what ended it."""
    (found,) = together([work])
    if isinstance(found, Exception):
        raise found
    return found
