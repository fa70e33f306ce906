"""Deeds: the older act that somebody is known for to whom something happens now («اعتقلت الشرطة منفذ الهجوم الذي أوقع 20 قتيلا»).

Whom that act harmed were not harmed when its doer was arrested, tried or put to death, nor on that day.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from agents.extract.acts.events import VIOLENT
from agents.extract.clauses.knownfor import code_of
from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of, listed

DEED = "done/deed"  # value of a link to what somebody did before
_IS = re.compile(r"(?<![\u0621-\u064a])(?:[وف]?(?:ب?ان|هو|هي|هم|كان|ليس)\S{0,3})\s$")  # «قال إنه مسؤول عن الهجوم الذي»: who claims it
_DOER = re.compile(
    rf"(?<![\u0621-\u064a])(?:[وفبل]?ال|لل|[وفبل])?(?:{any_of('acts', 'doer')})(?:ا|ه|ي|و|وا|ت|ين|ون|ان)?(?![\u0621-\u064a])"
)
_DOERS = tuple(sorted(listed("acts", "doer")))  # one of which each needs
_TO_ACT = re.compile(r"\s(?:(?!و|ان\s|قد\s|قتل|كان)[^\s،,.:؛]+\s){0,4}?")  # «به في», «بالتورط في», «الرئيسيين عن»
_CAME = any_of("acts", "yield")
_RESULT = re.compile(  # «الهجوم الذي أوقع», «تفجير أودى ب», «هجوم قتل فيه»
    rf"(?:\s[^\s،,.:؛]+){{0,9}}?\s(?:و?(?:الذي|التي|اللذين|اللتين)|{_CAME}|قتلت?\s(?:فيه|فيها|خلاله|خلالها)|راح)"
    r"(?![\u0621-\u064a])"
)
_YIELDED = re.compile(rf"\s(?:{_CAME}|راح)\s")
_REACH = 45  # characters from the doer to the act
_BEFORE = 10  # characters before the doer


def links(text: str, sentences: Sequence[tuple[int, int]], hits: Mapping[str, Sequence[Hit]], harm: Sequence[Hit]) -> Iterator[Hit]:
    """Links behind the word for the doer, where what was done is an act and whom it harmed is told.

    The entry of each starts at the doer. harm: what people suffered.
    """
    if not among(_DOERS, text, 0, len(text)):
        return
    violent = [one for one in hits.get("event", ()) if code_of(one) in VIOLENT]
    acts = [one for one in violent if one.value.endswith("/noun")]
    told = [one for one in violent if one.value.endswith(("/verb", "/now")) and code_of(one) != "execute"]
    for at, (start, stop) in enumerate(sentences):
        for doer in _DOER.finditer(text, start, stop) if among(_DOERS, text, start, stop) else ():
            act = next(iter(inside(acts, doer.end(), min(doer.end() + _REACH, stop))), None)
            if act is None or _TO_ACT.fullmatch(text, doer.end(), act.start) is None:
                continue
            if any_inside(told, sentences[max(at - 1, 0)][0], doer.start()):
                continue  # «هاجم مسلحون كذا، وقتل منفذو الهجوم الذي أودى ب»: of the same act
            if _IS.search(text, max(doer.start() - _BEFORE, 0), doer.start()) or _RESULT.match(text, act.stop, stop) is None:
                continue
            if any_inside(harm, act.stop, stop) or _YIELDED.search(text, act.stop, stop):
                yield Hit(doer.end() + 1, doer.end() + 1, "links", DEED, "", doer.start())


def without_counted(known: Sequence[Hit], deeds: Sequence[Hit], text: str) -> list[Hit]:
    """The links of the lexicon without those that would part somebody from what befell him: «اعتقلت متهما / بتفجير كذا»."""
    alone = {one.entry_start for one in deeds if text[one.start - 2] == "ا"}
    return [one for one in known if one.start not in alone]
