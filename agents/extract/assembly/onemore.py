"""One more: two who were killed, one by one, are told apart by their names («قتل القيادي علي كذا. كما قتل القيادي يحيى كذا»)."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.drafts import ordinals
from agents.extract.drafts.tallies import Entry, equal, same_people, vague
from agents.extract.figures.mention import OTHER
from agents.extract.frames.frame import Frame

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

REACH = 24  # frames in which names are looked for
_BEHIND = 8  # characters behind a noun in which «another» stands
_REACH = 60  # characters in which a name stands
_NAME = re.compile(  # «القيادي الحوثي علي كذا»: a noun of people, what follows it with «ال», and two words or more without
    r"ال[\u0621-\u064a]+(?:\sال[\u0621-\u064a]+){0,3}\s((?![وفبلك]?ال)[\u0621-\u064a]{3,}(?:\s(?:بن\s|ابو\s|ابن\s)?[\u0621-\u064a]{3,}){1,3})"
)
_ANOTHER = re.compile(r"\sاخري?(?![\u0621-\u064a])")
MORE = "people.more"  # the rule of one who is another than who was told of, by that word or by his name
_STOPS = re.compile(  # words behind a noun of people that are no name
    r"(?:في|من|الي|عن|مع|بعد|قبل|خلال|اثناء|جراء|اثر|عقب|امس|اليوم|وهو|وعددا?|واصيب|وجرح|كان|قد|حيث|برصاص|بنيران|بقصف|بغاره|[وفب]ال\S+)"
)
_ON = re.compile(r"علي\s(?:يد|ايدي|متن|حدود|خلفيه|راس|حاجز|طريق|مشارف)(?![\u0621-\u064a])")  # no name, though «علي» is one
_ALI = "علي"


def mark(frames: Sequence[Frame], text: str) -> None:
    """Gives one who was killed the rule of one more, where he is called another, or bore arms and has another name than those before."""
    known: list[tuple[FigureMention, frozenset[str]]] = []
    for frame in frames[:REACH]:
        for at, one in enumerate(frame.figures):
            if one.measure != "killed" or one.low != 1 or one.subset:
                continue
            if not frame.title and (order := ordinals.said(one, text)):
                frame.figures[at] = one._replace(rules=(*one.rules, f"{ordinals.ORDER}{order}"))
                continue
            more = OTHER in one.rules and _ANOTHER.search(text, one.start, one.stop + _BEHIND) is not None
            if armed(one.party) and (name := _name(one, text)):
                alike = [names for other, names in known if same_people(other.party, one.party)]
                more = more or (bool(alike) and not any(names & name for names in alike))
                known.append((one, name))
            if more and not frame.title:
                frame.figures[at] = one._replace(rules=(*one.rules, MORE))


def one_more(told: Sequence[Entry], frames: Sequence[Frame], figure: "FigureMention") -> bool:
    """«قتل ضابط. … وقتل ضابط آخر»: whether a figure counts one more than the one who was told of, and nobody else is counted.

    told: the numbers that stand so far. frames: those that were told before, and last the one that tells of it.
    """
    if figure.measure != "killed" or figure.subset or vague(figure) or not (MORE in figure.rules or ordinals.ordered(figure)):
        return False
    if order := ordinals.ordered(figure):
        return ordinals.counted(told, figure) == order - 1
    alike = [
        one for one, _ in told if one.measure == figure.measure and not (one.subset or vague(one)) and same_people(one.party, figure.party)
    ]
    if not alike or not all(equal(one, figure) for one in alike):
        return False
    before = [one for frame in frames[:-1] if not frame.title for one in frame.figures if equal(one, figure)]
    return bool(before) and not any(MORE in one.rules for one in before)


def _name(one: "FigureMention", text: str) -> frozenset[str]:
    """The words of the name of one who was killed; none where he is not named."""
    found = _NAME.match(text, one.start, one.start + _REACH)
    if found is None or _ON.search(found.group()):
        return frozenset()
    words = list(takewhile(lambda word: _STOPS.fullmatch(word) is None, found.group(1).split()))
    return frozenset(words) - {_ALI} or frozenset(words)
