"""Apiece: where a sentence tells of several acts one by one, behind their sum («قتل 19 في هجومين، إذ قتل ستة في كذا», «الأول في كذا»)."""

import re
from collections.abc import Iterator, Sequence

from agents.extract.scope import actsets, actsums, ordered
from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit
from agents.extract.words.ranks import up_to
from agents.extract.words.spans import any_inside

PART = "new/part"  # value of a link to one of several acts
_TOLD_IN = re.compile(r"(?<=[،,:]\s)(?:حيث|اذ|فقد)\s")
_FIRST = re.compile(r"(?<=[،,:]\s)(?:ال(?:اول|اولي)|اول(?:هما|اهما|ها)|احد(?:هما|اهما))\s")
_FURTHER = re.compile(
    rf"(?<=\s)(?:و(?:ال(?:{'|'.join(up_to(4))}|اخر|اخري)ه?|ثاني(?:ه|ت)?هما)|(?:فيما|بينما)\s"
    rf"(?:(?:وقع|استهدف|ضرب)ت?\s)?ال(?:{'|'.join(up_to(3))}|اخر|اخري)ه?)\s"
)
_SET_BY = ("حيث ", "اذ ", "فقد ", "اول", "احد")  # words without which no sum is told in parts
_FELL = re.compile(r"(?<![\u0621-\u064a])(?:قتيل|قتلي|جريح|جرحي|شهيد|شهداء|مصاب)")  # «وأوقع 12 قتيلا»


def links(text: str, sentences: Sequence[tuple[int, int]], hurt: Sequence[Hit], events: Sequence[Hit]) -> Iterator[Hit]:
    """Links to the parts of such sentences; hurt: words for what befell people, one of which each must have."""
    for start, stop in sentences:
        if any_inside(hurt, start, stop) and among(_SET_BY, text, start, stop):
            yield from (Hit(at, at, "links", PART, "", at) for at in _parts(text, start, stop, hurt, events))


def _parts(text: str, start: int, stop: int, hurt: Sequence[Hit], events: Sequence[Hit]) -> Iterator[int]:
    for one in _TOLD_IN.finditer(text, start, stop):
        if _sums(text, start, one.start(), hurt) and _tells(text, one.end(), stop, hurt) and any_inside(events, one.end(), stop):
            yield one.start()
    if (one_of := ordered.first(text, start, stop)) is not None and _tells(text, one_of.end(), stop, hurt):
        yield from (one.start() for one in _FURTHER.finditer(text, one_of.end(), stop) if _tells(text, one.end(), stop, hurt))
        return
    first = _FIRST.search(text, start, stop)
    if first is not None and _sums(text, start, first.start(), hurt) and _FURTHER.search(text, first.end(), stop):
        yield first.start()
        yield from (one.start() for one in _FURTHER.finditer(text, first.end(), stop) if _tells(text, one.end(), stop, hurt))


def _sums(text: str, start: int, stop: int, hurt: Sequence[Hit]) -> bool:
    """Whether a stretch counts people of several acts."""
    return _tells(text, start, stop, hurt) and (actsets.of(text, start, stop) or actsums.many(text, start, stop))


def _tells(text: str, start: int, stop: int, hurt: Sequence[Hit]) -> bool:
    """Whether a stretch says of people that they were harmed."""
    return any_inside(hurt, start, stop) or _FELL.search(text, start, stop) is not None
