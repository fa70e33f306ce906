"""Compared: the older act that a sentence holds the news against («الأكثر دموية منذ الهجوم الذي أوقع 31 قتيلا»), which has its own dead."""

import re
from collections.abc import Iterator, Mapping, Sequence

from agents.extract.scope import covered
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside
from agents.extract.words.wordlists import any_of

LINK = "earlier/than"  # value of the link to it
_SINCE = "منذ "
_ACT = re.compile(  # «منذ التفجير الذي», «منذ مقتل 30»; not «منذ سقوط المدينة»
    rf"منذ\s(?!سقوط)(?:وقوع\s|وقع\s)?(?:(?:ال)?(?:{any_of('acts', 'one')})ا?|(?:ال)?(?:{any_of('acts', 'many')})|{any_of('acts', 'death')})"
    r"(?![\u0621-\u064a])"
)
_REACH = 80  # characters before «since» in which stands what is compared
_BREATH = 200  # characters behind it in which people are counted


def links(text: str, sentences: Sequence[tuple[int, int]], hits: Mapping[str, Sequence[Hit]], hurt: Sequence[Hit]) -> Iterator[Hit]:
    """Links to such acts, where it is told whom they harmed. hurt: words for what befell people."""
    results = [one for one in hits.get("links", ()) if one.value.startswith("result")]
    for start, stop in sentences:
        at = text.find(_SINCE, start, stop)
        while at >= 0:
            if (act := _ACT.match(text, at, stop)) and text[at - 1 : at] == " " and covered.ranked(text, max(start, at - _REACH), at):
                end = min(stop, act.end() + _BREATH)
                if any(any_inside(told, at, end) for told in (hurt, results)):
                    yield Hit(at, at, "links", LINK, "", at)
            at = text.find(_SINCE, at + 1, stop)
