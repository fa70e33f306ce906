"""Bodies: people who are told of as bodies that were found («عثر الأهالي على جثث ثمانية أشخاص», «على جثتي جنديين»)."""

import re

from agents.extract.harm.counts import REFUSED, Count, Line
from agents.extract.harm.hospitals import received
from agents.extract.harm.since import recovered
from agents.extract.words.wordlists import any_of

_BODY = re.compile(r"(?:^|\s)(?:ال)?(?:جثث|جثه|جثت[يا]|جثامين|جثمان[يا]?)\s$")  # «جثث 16 مسلحا»
_TWO = re.compile(r"جثت(?:ين|ان|ي)\s|جثماني\s")
_FOUND = re.compile(rf"(?:^|[\s\"«(])[وف]?(?:{any_of('gaps', 'found')})\s(?:[^\s،.:]+\s){{0,5}}(?:علي\s)?$")
_BEFORE, _REACH = 10, 60  # characters


def found(line: Line, count: Count) -> str:
    """A rule of telling: several bodies that were found, of whom is said how many they are; of one it is seldom told how she died."""
    people = count.people
    if people.definite or people.noun.measure not in (None, "killed") or people.noun.whose == "prisoner" or people.high == 1:
        return ""
    before = line.before(people.start, _BEFORE)
    body = _BODY.search(before) if people.noun.measure is None else None
    two = people.noun.form in ("two", "either") and (not people.counted or people.low == people.high == 2)
    if not (body or _TWO.match(line.text, people.start)) or not (two or (body and people.counted)):
        return ""
    at = people.start - len(body.group().lstrip()) if body else people.start
    if not (_FOUND.search(line.before(at, _REACH)) or received(line, people, at)):
        return ""
    if recovered(line, people):
        return REFUSED
    count.people = people._replace(high=people.low) if two else people
    count.measures, count.harm, line.hungry = ("killed",), None, False
    return "figure.found"
