"""Bodies: people who are told of as bodies that were found («عثر الأهالي على جثث ثمانية أشخاص», «على جثتي جنديين»)."""

import re

from agents.extract.counted.hospitals import received
from agents.extract.harm.counts import REFUSED, Count, Line
from agents.extract.harm.since import recovered
from agents.extract.named.named import a_name
from agents.extract.words.wordlists import any_of

_BODY = re.compile(r"(?:^|\s)(?:ال)?(?:جثث|جثه|جثت[يا]|جثامين|جثمان[يا]?)\s$")  # «جثث 16 مسلحا»
_TWO = re.compile(r"جثت(?:ين|ان|ي)\s|جثماني\s")
_FOUND = re.compile(rf"(?:^|[\s\"«(])[وف]?(?:{any_of('gaps', 'found')})\s(?:[^\s،.:]+\s){{0,5}}(?:علي\s)?$")
_OF_ONE, _WORD = ("جثه ", "جثمان "), 6  # characters of such a word
_MARKS = re.compile(  # behind one whose body was found
    r"[^.؟!؛\n]{0,70}?\s(?:مقتول|مقطوع|مفصول|مذبوح|مكبل|مقيد|معصوب|مصاب|مشنوق|محروق|مرمي|وعلي\S+\sاثار|عليه\S*\sاثار|(?:عليها|به|بها|تظهر|يظهر|تحمل|يحمل)\s(?:عليها\s|عليه\s)?اثار|"
    r"قتل\s|قتلت\s|اعدم|بعد\s(?:\S+\s){0,4}(?:خطف|اختطاف)|قتل(?:وه|وها|ه|ها)\s|(?:رميا\s)?بالرصاص|بطلق|باعيره)"
)
_BEFORE, _REACH = 10, 60  # characters


def found(line: Line, count: Count) -> str:
    """A rule of telling: several bodies that were found, of whom is said how many they are; one only where signs of violence are told."""
    people = count.people
    if people.high == 1 and people.low == 1 and not people.counted:
        return _one(line, count)
    if people.definite or people.noun.measure not in (None, "killed") or people.noun.whose == "prisoner":
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


def _one(line: Line, count: Count) -> str:
    """«عثر على جثة شاب مقطوع الرأس», «على جثة الناشط علي وعليها آثار تعذيب»: one of whose body is told that somebody killed him."""
    people = count.people
    named = line.text.startswith(_OF_ONE, people.start) and people.stop - people.start > _WORD  # «جثة رجل»
    if (people.noun.measure is not None and not named) or (people.definite and not a_name(line.text, people.stop)):
        return ""
    body = None if named else _BODY.search(line.before(people.start, _BEFORE))
    if (body is None and not named) or _MARKS.match(line.text, people.stop) is None:
        return ""
    if not _FOUND.search(line.before(people.start - (len(body.group().lstrip()) if body else 0), _REACH)):
        return ""
    count.measures, count.harm, line.hungry = ("killed",), None, False
    return "figure.found"
