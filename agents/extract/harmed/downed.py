"""Downed: who attacked alone and fell himself right after: «طعن شاب جنديا قبل أن يقتل برصاص الجنود», «… قبل أن ترديه الشرطة قتيلا»."""

import re

from agents.extract.harm.counts import Count, Line
from agents.extract.words.letters import among

DOWNED = "figure.downed"  # the rule of such a one
_ATTACKED = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:طعن|دهس|هاجم|اطلق|فتح|اقتحم|صدم|قتل|اصاب|جرح|استهدف|نفذ)ت?\s(?:[^\s،.:]+\s)?$")
_HOW = r"(?:ب(?:ال)?(?:رصاص|نيران|طلق)|علي (?:يد|ايدي)|في (?:ال)?(?:مكان|تبادل|موقع)|لاحقا|بدوره)"
_HIM = r"(?:ه|ها)(?![\u0621-\u064a])"
_KILLING = rf"(?:قتل|تصفيت|تحييد|ارداء|القضاء علي){_HIM}"  # «من قتله»
_FORCES = r"(?:ال)?(?:شرط|قو[اه]|جيش|جنود|جندي|امن|حراس|حارس|عناصر|دوري|ضابط|ضباط|قناص|اجهز|سلطات|احتلال)"
_SHOT = r"\S* (?:\S+ ){0,3}?(?:النار|الرصاص) (?:علي|صوب|باتجاه|نحو)(?:ه|ها)"
_OPENINGS = (" قبل ان ", "اردته", "اردتها", "قتلته", "قتلتها", "صرعته", "صرعتها", "اطلق")  # letters without which nobody fell so
_FELL = re.compile(
    r" قبل ان (?:"
    rf"(?:[يت]قتل|[يت]ستشهد)(?=\s?(?:[،.]|$)|\s(?:هو\s|هي\s)?{_HOW})"
    rf"|(?:[يت]قتل|[يت]ردي|[يت]صرع){_HIM}"
    rf"|[يت]لق[يا] (?:مصرع|حتف){_HIM}"
    r"|[يت]سقط (?:قتيلا|شهيدا|صريعا)"
    rf"|[يت]تم {_KILLING}"
    rf"|[يت](?:تمكن|نجح) (?:\S+ ){{1,4}}?(?:من|في) {_KILLING}"
    rf"|[يت]طلق \S+{_SHOT} [وف](?:[يت]قتل|[يت]ردي){_HIM}"
    r")"
    rf"|(?: ثم |[ ،][وف])(?:اردت|قتلت|صرعت)(?:ه|ها) {_FORCES}"
    rf"|[ ،][وف]?اطلقت? {_FORCES}{_SHOT} [وف](?:قتل|ارد)(?:ت|و|ا)?{_HIM}"
)


def settle(line: Line, stop: int) -> None:
    """Tells of the one who attacked, in a sentence up to its end, where it ends with his death; who is only named is left out."""
    if not among(_OPENINGS, line.text, line.start, stop):
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
