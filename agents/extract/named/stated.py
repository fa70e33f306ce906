"""Stated: one person, known by name, of whom a statement or a relative clause says what befell her («أن العميد علي قتل في كمين»)."""

import re

from agents.extract.days.datewords import WEEKDAY
from agents.extract.harm.counts import Line
from agents.extract.harm.gaps import STOP, doer
from agents.extract.harm.harm import HURT, Harm
from agents.extract.people.people import People

_WHO = re.compile(r"\sو?(?:الذي|التي)\s$")
_THAT = re.compile(r"(?:^|\s)(?:[وفب]?ان|لكن|و?كان)\s[\"«]?$")
DAY = rf"(?:(?:يوم|مساء|صباح|فجر|ليل|ليله|ظهر|عصر)\s)?(?:{WEEKDAY}|امس|اليوم)"
_AGE = r"،?\s\(?[0-9]{1,2}\s(?:عاما|عام|سنه|سنوات|اعوام|شهرا|اشهر)\)?"
_NAME = re.compile(  # behind a title, with her age
    r"،?(?:\s[\"«(]?(?!الذي|التي|في\s|من\s|ان\s|لم\s|لا\s|قد\s|كان|علي\s(?:راس|متن|يد))[\u0621-\u064a]+[\"»)]?){1,7}"
    rf"(?:{_AGE})?،?\s(?:قد\s|كان\s(?:قد\s)?)?"
)
BEFELL = re.compile(
    rf"(?:،?\s{DAY}،?)?\s(?:في|خلال|اثناء|خارج|داخل|قرب|اثر|جراء|نتيجه|حرقا|رميا|طعنا|شنقا|ذبحا|علي\s(?:يد|ايدي|الفور)|"
    r"ب(?:ال)?(?:رصاص|نيران|غاره|قصف|انفجار|قذيف|صاروخ|عبوه|ضرب|هجوم|لغم|شظايا|مواجه|اشتباك|معارك|معركه|كمين|تفجير)\S*|امس|اليوم|متاثرا|مع)[\s،.]"
)
_ASIDE = re.compile("[،(]")
_WHERE = re.compile(r"\s(?:فيه|فيها|خلاله|خلالها|بها|به)(?![\u0621-\u064a])")  # «المسجد الذي استشهد فيه»
_OF_FORCE = re.compile(r"\sمن\s(?:منسوب|منتسب|افراد|رجال|عناصر|مرتب|قوات|القوات|القوه|قوه|الجيش|ضباط|جنود|عساكر)")
_TITLES = frozenset(["leader", "official", "state"])
_BESIDE = re.compile(r"(?:\s(?:في|ب|ل)?[^\s،.]+){0,2}?،?\s")  # between two titles
_OPENS, _PHRASE = 2, 8  # characters before who opens a sentence, and those of a verb with the word for death behind it
_KNOWN_REACH = 120  # characters


def title(line: Line, people: People) -> People:
    """«القيادي في الجماعة، العميد علي»: the first title of one who is known by two, else the people themselves."""
    known = line.known
    if known is None or people.noun.whose not in _TITLES or known.noun.whose not in _TITLES | {"rebels"}:
        return people
    return known if _BESIDE.fullmatch(line.text, known.stop, people.start) else people


def befallen(line: Line, word: Harm) -> People | None:
    """One person of whom a relative clause or a statement tells: «الشهيد الجندي علي الذي استشهد أمس», «أن العميد علي قتل في كمين»."""
    known = line.known
    if known is None or word.measure not in HURT or word.person != "one" or word.proclitic:
        return None
    if word.start - known.stop > _KNOWN_REACH or STOP.search(line.text, known.stop, word.start) or _WHERE.match(line.text, word.stop):
        return None
    if any(one.measures for one in line.counts[line.first :] if one.people.start > known.start):
        return None
    if not (_relative(line, known, word) or (_stated(line, known, word) and not _among_counted(line, known, word))):
        return None
    of = _OF_FORCE.search(line.text, known.stop, word.start)
    return known._replace(stop=of.start()) if of else known


def _relative(line: Line, known: People, word: Harm) -> bool:
    """«الجندي علي الذي استشهد»: not «البلدة التي سقطت»."""
    who = _WHO.search(line.before(word.start, 9)) if word.measure == "killed" and word.kind == "passive" else None
    return who is not None and (who.group().endswith("الذي ") or line.text.endswith(("ه", "ه "), known.start, known.stop))


def _stated(line: Line, known: People, word: Harm) -> bool:
    """«أن القيادي أبو علي قتل في غارة»: whether a person and her name are the subject of a verb that says how she was hurt."""
    named = _NAME.fullmatch(line.text, known.stop, word.start) is not None
    opens = known.start - line.start <= _OPENS and word.kind == "passive" and word.stop - word.start > _PHRASE  # «القيادي علي لقي مصرعه»
    if not (opens or _THAT.search(line.before(known.start, 7))) or not (named or (word.start - known.stop <= 1 and doer(line.text, known))):
        return False
    if line.text.find(" الراحل", known.start, word.start) >= 0:
        return False  # who is called so is known to be dead
    return word.kind == "passive" or (word.kind == "verb" and BEFELL.match(line.text, word.stop) is not None)


def _among_counted(line: Line, known: People, word: Harm) -> bool:
    """Whether the one whose age or day is told of in an aside is one of those who were counted before: such are the details of a number."""
    aside = _ASIDE.search(line.text, known.stop, word.start) is not None or line.text.startswith("،", word.stop)
    return aside and any(word.measure in one.measures for one in line.counts)
