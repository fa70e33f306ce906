"""Downed: who attacked alone and fell himself right after: «طعن شاب جنديا قبل أن يقتل برصاص الجنود», «… قبل أن ترديه الشرطة قتيلا»."""

import re

from agents.extract.harm.counts import Count, Line

DOWNED = "figure.downed"  # the rule of such a one
_UNTIL = " قبل ان "
_ATTACKED = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:طعن|دهس|هاجم|اطلق|فتح|اقتحم|صدم|قتل|اصاب|جرح|استهدف|نفذ)ت?\s(?:[^\s،.:]+\s)?$")
_HOW = r"(?:ب(?:ال)?(?:رصاص|نيران|طلق)|علي (?:يد|ايدي)|في (?:ال)?(?:مكان|تبادل|موقع)|لاحقا|بدوره)"
_FELL = re.compile(
    r" قبل ان (?:"
    rf"(?:[يت]قتل|[يت]ستشهد)(?=\s?(?:[،.]|$)|\s(?:هو\s|هي\s)?{_HOW})"
    r"|(?:[يت]قتل|[يت]ردي|[يت]صرع)(?:ه|ها)(?![\u0621-\u064a])"
    r"|[يت]لق[يا] (?:مصرع|حتف)(?:ه|ها)(?![\u0621-\u064a])"
    r"|[يت]سقط (?:قتيلا|شهيدا|صريعا)"
    r")"
)


def settle(line: Line, stop: int) -> None:
    """Tells of the one who attacked, in a sentence up to its end, where it ends with his death; who is only named is left out."""
    if line.text.find(_UNTIL, line.start, stop) < 0:
        return
    fell = _FELL.search(line.text, line.start, stop)
    attacker = next(filter(None, (_attacked(line, one) for one in line.counts[line.first :])), None) if fell else None
    if fell is None or attacker is None or attacker.people.stop > fell.start():
        return
    attacker.tell(DOWNED, ("killed",), None)


def _attacked(line: Line, count: Count) -> Count | None:
    """The count, where it is of one person of whom nothing is told but an attack."""
    people = count.people
    alone = not (people.counted or people.definite or count.measures) and people.high == 1 and count.part_of is None
    return count if alone and _ATTACKED.search(line.before(people.start, 24)) else None
