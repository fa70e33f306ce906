"""Pronouns: what befell one who was told of before, as a noun says that ends in him («دهس طفلا، ما أدى إلى إصابته», «أسفر عن مقتلهما»)."""

import re

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import STOP
from agents.extract.harm.harm import Harm
from agents.extract.people.victims import AGENTS, nominative

LED = re.compile(r"(?:اد(?:ي|ت)|ت?ي?ؤدي|ت?ي?ودي|مود\w*|سبب\w*)\s[^،.:]*$")
_RESULTED = re.compile(rf"{LED.pattern}|(?:سفر\w*|نجم\w*|نتج\w*|خلف\w*|تخلل\w*|شهد\w*)\s[^،.:]*$")
_LED_TO = re.compile(r"(?<![\u0621-\u064a])(?:[وف]?(?:اد(?:ي|ت)|[تي]ؤ?و?دي|اسفرت?|[تي]سفر|نجمت?|نتجت?|تسببت?|مسفر[اه]|مودي[اه]))\s[^،.:]*$")
_LED_REACH = 40  # characters
_ENDS = (("هما", "two"), ("هم", "many"), ("ها", "one"), ("ه", "one"))  # the longest first
_REACH = 160  # characters
_FIRED, _VERB = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:اطلق|فتح|سدد|صوب)ت?\s$"), 8  # characters of such a verb


def led_to(line: Line, word: Harm) -> bool:
    """«أدى إلى مقتل», «أسفر عن إصابة»: whether something that happened led to what a masdar tells of."""
    return _RESULTED.search(line.before(word.start, 40)) is not None


def tell(line: Line, word: Harm) -> None:
    """Tells it of the last people before it whom the ending fits, where what happened led to it: who shot them did not fall."""
    if _LED_TO.search(line.before(word.start, _LED_REACH)) is None:
        return
    person = next(number for end, number in _ENDS if line.text.endswith(end, word.start, word.stop))
    for count in reversed(line.counts[line.first :]):
        people = count.people
        if word.start - people.stop > _REACH or STOP.search(line.text, people.stop, word.start):
            break
        if count.part_of is None and _fits(line, count, person) and (not count.measures or _worse(count, word)):
            count.tell("figure.his", (word.measure,), word)
            line.heads, line.hungry = [word], False
            return
    known = line.known
    if known is not None and person == "one" and word.start - known.stop <= _REACH and not STOP.search(line.text, known.stop, word.start):
        line.drop_after(known.start)
        line.counts.append(Count(known))
        line.counts[-1].tell("figure.his", (word.measure,), word)
        line.heads, line.hungry, line.known = [word], False, None


def _worse(count: Count, word: Harm) -> bool:
    """«أصيب شاب برصاصة أدت إلى وفاته»: whether one who was told of as hurt died of it."""
    return word.measure == "killed" and count.measures == ("wounded",) and count.people.high == 1


def _fits(line: Line, count: Count, person: str) -> bool:
    """Whether an ending may be of people: of as many, and who are not named as doers («أطلق مسلح النار على شاب»)."""
    people = count.people
    number = "one" if people.high == 1 else "two" if people.low == 2 and people.high in (2, None) else "many"
    if number != person or people.noun.measure is not None or not (people.noun.whose or people.counted):
        return False
    if people.noun.of_nation and not people.counted:
        return False  # «هجوم أميركي أسفر عن مقتله»
    doer = people.noun.whose in AGENTS and nominative(line.text, people.start, people.stop)
    fired = _FIRED.search(line.before(people.start, _VERB)) is not None  # «أطلق شرطي آخر النار عليه»
    return not (doer or fired) and "figure.agent" not in count.rules
