"""What was found in one article before frames are built: layers of mentions, each in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.places.mention import PlaceMention


@dataclass(slots=True)
class Clause:
    """[start, stop) of a part of a sentence. link: how it joins what stands before: "" (it begins), new, earlier, done, back, recap.

    lag: how many days older than what stands before it is said to be; None where it is not.
    """

    sentence: int
    start: int
    stop: int
    link: str
    lag: int | None = None


@dataclass(frozen=True)
class Layers:
    """What was found in one folded text, each list in order of the text. title_stop: where the title ends (0: there is none).

    country: the one most of the text speaks of (ISO code), "" where none is. lede: the index of the first sentence after the title
    and after labels, which are those of the sentences before it that tell of nothing («خاص», a caption).
    compared: what ``covered`` found so far of periods, by where they are looked at. begun: what ``scope`` found of days, by their start.
    """

    text: str
    clean: str
    published: date
    title_stop: int
    sentences: Sequence[tuple[int, int]]
    clauses: Sequence[Clause]
    hits: dict[str, list[Hit]]
    dates: Sequence["DateMention"]
    places: Sequence["PlaceMention"]
    actors: Sequence["ActorMention"]
    figures: Sequence["FigureMention"]
    country: str = ""
    lede: int = 0
    labels: frozenset[int] = frozenset()
    compared: dict[tuple[int, int, int], bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    begun: dict[int, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    def cues(self, kind: str, clause: Clause) -> Sequence[Hit]:
        """The hits of one lexicon that begin in a clause."""
        found = self.hits.get(kind)
        return inside(found, clause.start, clause.stop) if found else ()


NEARBY = 400  # characters around a clause in which its sentence still says when and by whom
