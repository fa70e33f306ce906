"""By place: numbers of people with a place right behind each («قتل 15 في بلدة كذا و13 في كذا», «15، اثنان في كذا و13 في كذا»)."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import CLAUSE, STOP, words_of
from agents.extract.harm.harm import SURE, TAKEN
from agents.extract.people.people import People

SHARED_OUT = "figure.shared-out"  # the rule of a number that numbers behind it share out among places
_SHARE = "figure.share"
_HURT = SURE | TAKEN
_PLACED = re.compile(  # «13 في بلدة كذا», «13 آخرون بغارة على كذا»
    r"(?:\s(?:منهم|شخصا|اشخاص))?\s(?:في|علي|قرب|داخل|جراء|اثر|خلال|من|شمالي?|جنوبي?|شرقي?|غربي?|ب[^\s،,.:؛]*)"
    r"(?:\s[^\s،,.:؛و][^\s،,.:؛]*){0,5}?\s?[\"«(]?"
)
_STRUCK = re.compile(  # «غارة استهدفت سيارة», «هجوم شنه مسلحون على»: a strike, and of it alone what its own clause says
    r"(?<![\u0621-\u064a])(?:غاره|غارتين|غارات|قصف|هجوم|كمين|انفجار|تفجير|ضربه|اعتداء|اشتباكات|مواجهات)"
    r"(?:\s[\u0621-\u064a]+(?:ي|يه))?\s(?:استهدف|طال|ضرب|وقع|شن|نفذ|نصب|اندلع|دار)(?:ت|ه|ها|ته|تها)?(?![\u0621-\u064a])"
)
_BESIDE = re.compile(r"(?:\s(?:اخر(?:ين|ون|ان)))?\s(?:امام|قرب|داخل|خارج|عند|خلف|قباله)\s[\u0621-\u064a]{3,}")
_GAP, _REACH, _STRUCK_GAP = 70, 50, 110  # characters
_MOST = 6  # places


def joined(line: Line, count: Count) -> str:
    """People joined by «و» to those of another place, with a place of their own."""
    people, last = count.people, line.last_told
    if last is None or last.part_of is not None or people.particles[:1] != "و" or _HURT.isdisjoint(last.measures):
        return ""
    if not (people.noun.whose == "other" or (people.counted and not people.noun.whose)) or not (
        _apart(line, last, people) or _before_both(line, last, people)
    ):
        return ""
    count.measures, count.harm = last.measures, last.harm
    return "figure.elsewhere"


def share_out(line: Line) -> None:
    """At the end of the sentence: numbers that make up the one before them, each in a place of its own, are told of as that is."""
    for at in range(line.first, len(line.counts)):
        total = line.counts[at]
        left = total.people.low or 0
        if _HURT.isdisjoint(total.measures) or total.part_of is not None or left != total.people.high:
            continue
        parts: list[Count] = []
        for count in line.counts[at + 1 : at + 1 + _MOST]:
            if not _is_share(line, count, at):
                break
            parts.append(count)
            left -= count.people.low or 0
            if left <= 0:
                break
        if left == 0 and len(parts) > 1:
            total.rules.append(SHARED_OUT)
            for count in parts:
                count.part_of = None
                count.tell(_SHARE, total.measures, total.harm)


def settle(counts: Sequence[Count], sides: list[str]) -> None:
    """Shares are of the people of the number that they share out, whoever is named between."""
    whole = ""
    for at, count in enumerate(counts):
        if SHARED_OUT in count.rules:
            whole = sides[at]
        elif _SHARE in count.rules:
            sides[at] = whole


def _is_share(line: Line, count: Count, whole: int) -> bool:
    """Whether an exact number alone, of which nothing is told but that it is a part of the whole, has a place right behind it."""
    people = count.people
    if people.low is None or people.low != people.high or people.noun.whose not in ("", "other"):
        return False
    return (not count.measures or count.part_of == whole) and _placed(line, people)


def _apart(line: Line, told: Count, people: People) -> bool:
    """Whether no further word of harm stands between two groups of people, and a place right behind each («19 قتلوا في كذا و9 في كذا»)."""
    last = told.people
    gap = line.text[last.stop : people.start]
    if len(gap) > _STRUCK_GAP or STOP.search(gap):
        return False
    told_anew = bool(line.heads) and line.heads[-1].start > last.stop and line.heads[-1] != told.harm
    if line.text[people.start - 2] in "،," and (struck := _STRUCK.search(gap)) is not None:
        told_anew = told_anew and (line.heads[-1].measure != "none" or line.heads[-1].start >= last.stop + struck.end())
        gap = gap[: struck.start()] + gap[struck.end() :]
    if told_anew or len(gap) > _GAP or any(one in CLAUSE for one in words_of(gap)):
        return False
    at = bisect_left(line.spots, last.stop)
    return at < len(line.spots) and line.spots[at] < people.start and _placed(line, people)


def _before_both(line: Line, told: Count, people: People) -> bool:
    """«أربعة قتلوا أمام السفارة واثنان أمام مقر الجيش»: whether each stands before, in or near a building, and no word of harm between."""
    last = told.people.stop
    if people.start - last > _REACH or _BESIDE.match(line.text, people.stop) is None or not _BESIDE.search(line.text, last, people.start):
        return False
    return not (line.heads and line.heads[-1].start > last and line.heads[-1] != told.harm) and not STOP.search(
        line.text, last, people.start
    )


def _placed(line: Line, people: People) -> bool:
    """Whether a place stands right behind people."""
    at = bisect_left(line.spots, people.stop)
    if at == len(line.spots) or line.spots[at] - people.stop > _REACH:
        return False
    return _PLACED.fullmatch(line.text, people.stop, line.spots[at]) is not None
