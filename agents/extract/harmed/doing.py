"""Doing: those who stand right behind a word of harm because they did it («خطف مسلحون»), and whether it governs those behind them."""

import re

from agents.extract.counted import nouns
from agents.extract.harm.counts import NOWHERE, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, WHOSE, reaches
from agents.extract.harm.harm import Harm
from agents.extract.people.people import People
from agents.extract.people.victims import AGENTS, nominative
from agents.extract.places.classes import TOWNS
from agents.extract.words.numerals import FEW
from agents.extract.words.wordlists import any_of

_MEN_OF = re.compile(r"(?:رجال|مقاتلو|مسلحو|عناصر|افراد|ابطال|جنود|عساكر)(?![\u0621-\u064a])")  # «أسر رجال المقاومة 11 من الجماعة»
_WHOM = re.compile(rf"(?:\sال[^\s،.:؛]+){{0,2}}\s(?:[0-9]+|{FEW}|عشرات)\s(?:من\s|[^\s،.:؛]+(?:ين|ا|ي)\s)")
_FEW = frozenset(["one", "accusative", "two", "either"])
_GROUP = 4  # words that name a group
_BEARING = re.compile(rf"\s(?:مجهول\S*\s)?(?:{any_of('gaps', 'bearing')})\s\S")  # «مسلح يحمل بندقية»
_LOAD = 6  # words that say what they bore or drove
_PLAIN = frozenset(["", "ال"])  # particles of an object
_OF = " من "
_OBJECT = re.compile(rf"[\"»]?\s(?:[0-9]+\s|(?:{FEW})\s|عشرات\s|(?!ال)[\u0621-\u064a]{{3,}}ين(?![\u0621-\u064a]))")
_THEIRS = re.compile(  # adjectives of theirs, a day and a place
    rf"(?:\s(?:[\u0621-\u064a]{{2,}}ون|مسلحه|مجهوله|ملثمه)){{0,2}}(?:\s(?:امس|اليوم|(?:مساء|فجر|صباح|ليل)\s(?:امس|اليوم)))?(?:\s(?:في\s(?:(?:{TOWNS})\s)?)[\u0621-\u064a]+)?\s[\"«]?"
)


_STOPPED = re.compile(  # «أوقف أربعة مسلحين سيارة إسعاف», «أوقف أفراد الجماعة دراجاتهم»: what those stop who stand before it
    rf"(?:\s(?!من\s|في\s|علي\s|مع\s)[^\s،.:؛]+){{0,2}}?\s(?:{any_of('counted', 'vehicle')})(?:هم|ه|ها)?(?![\u0621-\u064a])"
)
_LED = re.compile(
    r"\s(?:الذي|التي)\s[تي](?:قود|دعم|ساند|مول|سلح)ه?ا?\s[\u0621-\u064a]+(?:\sال[\u0621-\u064a]+)?"
)  # who leads or backs a force


def force_behind(line: Line, head: Harm) -> int:
    """Where the name of the force right behind a word of harm ends, with who leads it: «التحالف الذي تقوده السعودية»."""
    stop = line.forces.get(head.stop + 1, NOWHERE)
    led = _LED.match(line.text, stop) if stop != NOWHERE else None
    return led.end() if led else stop


def governs(line: Line, head: Harm, people: People) -> bool:
    """Whether a word of harm reaches people, over the subject behind it."""
    doers = max(line.subject_stop, line.force_stop if people.counted else NOWHERE)  # «قتل التحالف الذي تقوده السعودية خمسة مدنيين»
    last = head._replace(stop=doers) if head.stop < doers <= people.start else head
    return reaches(line.text, last, people) or _behind_doers(line, head, people)


def _behind_doers(line: Line, head: Harm, people: People) -> bool:
    """«خطف مسلحون مجهولون مدير مدرسة»: whether one or two stand behind those who did it, and adjectives of theirs alone."""
    men = line.subject_stop + len(_OF) if line.text.startswith(_OF, max(line.subject_stop, 0)) else NOWHERE
    doers = max(line.subject_stop, line.force_stop, line.forces.get(men, NOWHERE))  # «خطف عناصر من الجماعة طبيبين»
    if doers <= head.stop or people.counted or people.particles not in _PLAIN or people.noun.form not in _FEW:
        return False
    if people.definite and people.noun.form != "one":
        return False  # of one with the article his name says that he is news
    if people.noun.of_nation:
        return False
    gap = line.text[doers : people.start]
    said = WHOSE.match(gap) or _BEARING.match(gap)  # «مسلحون يعتقد أنهم من الجماعة», «مسلحون على دراجة»
    return _THEIRS.fullmatch(gap) is not None or (said is not None and one_subject(gap))


def acts(line: Line, head: Harm, people: People) -> bool:
    """«قتلت ميليشيات الحوثي زعيما»: a verb in the feminine is of those who act, a force; people who fell would have a masculine one."""
    text = line.text
    group = people.counted and people.start - head.stop <= 1 and text.startswith("مجموعه", people.start)
    if head.kind == "active" and not people.counted and people.start - head.stop <= 1 and nominative(text, people.start, people.stop):
        line.subject_stop = people.stop
        return True  # «أصاب مستوطنون شابا»
    if _stop(text, head, people):
        line.subject_stop, line.hungry = people.stop, False
        return True
    if head.kind != "verb" or not (group or (people.noun.form == "many" and not people.counted)):
        return False
    if _seizes(text, head) and people.noun.whose in AGENTS and people.start - head.stop <= 1:
        line.subject_stop = people.stop
        return True
    if _MEN_OF.match(text, people.start) and _WHOM.match(text, people.stop):
        line.subject_stop = people.stop
        return True
    return _acting_of(line, people) or (text[head.stop - 1] == "ت" and _force_acts(line, people))


def _stop(text: str, head: Harm, people: People) -> bool:
    """«أوقف أربعة مسلحين سيارة إسعاف»: whether armed people right behind a verb stopped what is no person."""
    stops = text.startswith(("اوقف", "يوقف", "توقف", "استوقف"), head.start + len(head.proclitic))
    return stops and people.noun.whose in AGENTS and people.start - head.stop <= 1 and _STOPPED.match(text, people.stop) is not None


def _force_acts(line: Line, people: People) -> bool:
    """«قتلت ميليشيات الحوثي»: whether the people right behind a verb in the feminine are a force that acts."""
    acting = " ال" in line.text[people.start : people.stop] or nouns.CONSTRUCT.match(line.text, people.stop) is not None
    line.subject_stop = people.stop if acting else line.subject_stop
    return acting


def _acting_of(line: Line, people: People) -> bool:
    """«قتل مسلحون من الجماعة جنديين»: whether men of a force stand before an object, whom a number or the ending of two shows."""
    stop = line.forces.get(people.stop + len(_OF), NOWHERE) if line.text.startswith(_OF, people.stop) else NOWHERE
    if stop == NOWHERE or not _OBJECT.match(line.text, stop):
        return False
    line.subject_stop = stop
    return True


def _seizes(text: str, head: Harm) -> bool:
    """«اغتال مسلحون», «خطف مجهولون»: whether armed men behind the word did it; to them it is hardly ever done."""
    return head.measure == "abducted" or text.startswith(("اغتال", "احتجز"), head.start + len(head.proclitic))


def one_subject(gap: str) -> bool:
    """Whether words only say whose those are who stand before them, or what they bore: «مسلحون مجهولون», «انتحاري يقود سيارة،»."""
    whose, bearing = WHOSE.match(gap), _BEARING.match(gap)
    if whose or bearing:
        gap = gap.rstrip(' "«').removesuffix("،")  # a comma behind a relative clause goes on with the sentence
    words = gap[whose.end() :].split() if whose else gap.split()
    if "،" in gap or len(words) > (_GROUP if whose else _LOAD if bearing else 2):
        return False
    if bearing:
        return words[-1] not in AWAY and not any(word in CLAUSE for word in words)
    return not any(word in AWAY for word in words)
