"""Wars: what a sentence says at its end of the whole war of which its act is a part («قتل ثلاثة في غارة، ضمن عدوان خلف 4 آلاف قتيل»)."""

import re
from collections.abc import Iterator, Sequence

from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of

LINK = "earlier/war"  # value of the link to it
_WAR_BY = ("حرب", "نزاع", "صراع", "عدوان", "تمرد", "اقتتال")
_WAR = (
    rf"(?<!جرائم\s)(?<!جريمه\s)(?<!مجرم\s)(?<!مجرمي\s)(?<![\u0621-\u064a])[وفبلك]?(?:ال|لل)?(?:{'|'.join(_WAR_BY)})[اه]?(?![\u0621-\u064a])"
)
_WORD = r"(?:\s[^\s،,.؛:()\d]+|\s\d{4})"  # or a year
_THOUSANDS = r"(?:(?!(?:19|20)\d\d(?!\d))[0-9]{4,}|(?:ال)?(?:الاف|الوف|الف|الفا|الفي|ملايين|مليون\S{0,3}))(?!\w)"
_GREAT = re.compile(rf"(?<!\S){_THOUSANDS}")
_TOLL = re.compile(  # «حرب مستمرة منذ سنوات أودت بحياة أكثر من 300 ألف», «تمردا قتل فيه آلاف»
    rf"{_WAR}(?:{_WORD}{{0,7}}?\s(?:(?:{any_of('acts', 'yield')})|شردت?|هجرت?|ازهقت?|كلفت?|راح\sضحيت(?:ها|ه))"
    rf"|{_WORD}{{0,3}}?\s(?:قتلت|(?:الذي|التي)\sقتل)|\sقتل)(?:\s[^\s،,.؛:()\d]+){{0,6}}?\s(?:[0-9]{{1,3}}(?:[.,][0-9]+)?\s)?(?:\S+\s)?{_THOUSANDS}"
)
_OPENS = 70  # characters before the war from a comma, behind which the sentence turns to it


def links(text: str, sentences: Sequence[tuple[int, int]], hurt: Sequence[Hit]) -> Iterator[Hit]:
    """Links to such a war, where few people were hurt before it in the sentence: these are those of the act.

    hurt: words for what befell people.
    """
    for start, stop in sentences:
        if not any_inside(hurt, start, stop) or not among(_WAR_BY, text, start, stop):
            continue
        for war in _TOLL.finditer(text, start, stop):
            comma = max(text.rfind(sign, max(start, war.start() - _OPENS), war.start()) for sign in "،,")
            at = comma + 1 if comma >= 0 and not any_inside(hurt, comma, war.start()) else war.start()
            if any_inside(hurt, start, at) and _GREAT.search(text, start, at) is None:
                yield Hit(at, at, "links", LINK, "", at)
            goes_on = next((one for one in inside(hurt, war.end(), stop) if one.proclitic == "و" and text[one.start - 2] in "،,"), None)
            if goes_on is not None and _GREAT.search(text, goes_on.start, stop) is None:  # «حرب حصدت مليون قتيل، وقتل أمس حارسان»
                yield Hit(goes_on.start, goes_on.start, "links", "new/more", "", goes_on.start)
