"""Moves: whether a verb of going tells of people who left where they lived, or came to a camp, and of whom it may tell so."""

import re
from bisect import bisect_left

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import STOP, reaches
from agents.extract.harm.harm import Harm
from agents.extract.people.people import People
from agents.extract.people.victims import ARMS, FIGHTERS, HOME
from agents.extract.words.wordlists import any_of, listed

KINDS = frozenset(["gone", "come", "aboard"])
PRISONERS = "prisoner"
_GROUND = listed("gaps", "ground")  # «من المنطقة», «من البلدة»
_CROWD = re.compile(rf"(?<!\S)[وبفل]{{0,2}}(?:{any_of('gaps', 'crowd')})(?![\u0621-\u064a])")
_BUSES = rf"(?:[0-9]+|\S+(?:ون|ين|عشره?))\s(?:{any_of('gaps', 'bus')})"  # one bus that was struck took nobody away
_CONVOY = re.compile(rf"(?<!\S)(?:[وبفل]{{0,2}}(?:ال)?(?:{any_of('gaps', 'convoy')})|{_BUSES})(?![\u0621-\u064a])")
_FROM = re.compile(r"\s(?:من|منها|منه)\s(?=(\S+))")
_FORCED = "|".join(sorted((word.removeprefix("ا") for word in listed("moves", "forced")), reverse=True))  # «أجبر», «يجبر»; longer first
_DRIVEN = re.compile(rf"(?:^|[\s\"«(])[وفبل]?(?:ا|ي|ت)?(?:{_FORCED})\w*\s[^.؛\n]*$")
_LEAVING = rf"(?:(?:علي|الي)\s(?:ال)?|لل?)(?:{any_of('moves', 'leaving', owned=True)})(?:هم|ها|ه)?(?![\u0621-\u064a])"
_TO_LEAVE = re.compile(rf"\s(?:[^\s،.]+\s){{0,2}}{_LEAVING}")
_HAD_TO = re.compile(rf"\s(?:قد\s)?(?:{any_of('moves', 'had')})\s{_LEAVING}")  # «30 ألف مدني اضطروا للنزوح»
_TO_GIVE_UP = re.compile(  # «دفعت شدة القصف عشرات المتمردين إلى الاستسلام»
    r"\s(?:[^\s،.]+\s){0,2}(?:(?:علي|الي)\s(?:ال)?|لل?)(?:استسلام|تسليم\s(?:انفس|اسلحت|سلاح)هم|القاء\s(?:ال)?(?:سلاح|اسلح))"
)
_HOMES = re.compile(rf"\s(?:{any_of('moves', 'home')})ه(?:م|ا)(?![\u0621-\u064a])")
_LEAVES = re.compile(r"(?:^|[\s\"«(])[وف]?(?:[يت]?ترك|[يت]?هجر)(?:ت|وا|ون)?\s(?:[^\s،.]+\s){0,2}$")
_FAMILIES = re.compile(rf"(?:\sمن)?\s(?:ال)?(?:{any_of('moves', 'family')})(?![\u0621-\u064a])")
_OUT_OF = re.compile(r"(?<!اكثر)(?<!ازيد)(?<!اقل)\sمن\s(?:اصل\s)?$")  # «من أصل 5 آلاف أسرة», «القتلى من أربع عائلات نزحت»
_OUT_OF_REACH = 12  # characters of it
_LEFT_HOME = re.compile(  # «مئات العائلات فرت», «1800 أسرة نازحة اضطرت للفرار»
    rf"(?:\s(?!و|التي\s|ممن\s)[^\s،.؛:]+){{0,2}}\s(?:قد\s)?(?:{any_of('moves', 'left')}|(?:اضطرت|اجبرت)\s{_LEAVING})"
)
_THEN = re.compile(r"(?:\sثم|\sقبل\sان)\s$")  # «أطلقوا النار ثم فروا»: who attacked and ran
_THEN_REACH = 9  # characters of it
_GOT_AWAY = re.compile(  # what another clause says is of others: «40 أسيرا فيما لاذ البقية بالفرار»
    r"(?:\s(?!فيما\s|بينما\s|حين\s|بعد\s|و)[^\s،.؛:\n]+){0,9}?"
    rf"\s(?:(?:[بل]?ال|لل)(?:{any_of('moves', 'escape')})|{any_of('moves', 'fled')})(?!\w)"
)
_WHICH_PLACE = re.compile(  # «القرى التي نزحوا منها», «أراضيهم التي طردوا أو هربوا منها»
    r"\s(?:التي|الذي|اللذين|اللتين)\s(?:(?:كانوا|قد)\s|[^\s،.؛:]+وا(?:ها)?\s(?:منها\s)?(?:او\s)?){0,3}(?:او\s)?$"
)
_FROM_THERE = re.compile(r"\s(?:[^\s،.؛:]+\s)?(?:منها|منه|منهما)(?![\u0621-\u064a])")
_ONCE_REACH = 45  # characters before it
_OUT = "خروج"
_EVACUATED = tuple(sorted(listed("moves", "evacuated")))
_CARE = re.compile(  # behind that
    r"(?:\s[^\s،.؛:\n]+){0,5}?\s(?:(?:الي|ل)\s?(?:ال)?م(?:ستشفي|شفي|شافي)\S*|ب(?:ال)?مروحيه|(?:اصيبوا|جرحوا)(?!\w)|(?:الي|ل)\s?نقطه\sطبيه)"
)
_CARE_REACH = 70  # characters
_BREAK = re.compile(r"[،؛.\n]")
_CAMP = "مخيم "
_REACH, _BEFORE, _NAMED = 130, 40, 14  # characters
_CIVIL = frozenset(["civilians", "person", "victim", ""])


def settled(line: Line, word: Harm) -> Harm:
    """A verb of going as it is meant here: of people who left or came, else of nothing that befell them («خرج المئات في مظاهرة»)."""
    if word.kind not in KINDS:
        elsewhere = word.measure == "displaced" and (
            _ran(line, word) or _marches(line, word) or _for_care(line, word) or _once_left(line, word)
        )
        return word._replace(measure="none", kind="verb") if elsewhere else word
    stop = STOP.search(line.text, word.stop, word.stop + _REACH)
    end = min(word.stop + _REACH, stop.start() if stop else len(line.text))
    camp = line.text.find(_CAMP, max(line.start, word.start - _BEFORE), end) >= 0
    if word.kind == "aboard":
        told = _CONVOY.search(line.text, line.start, word.start) is not None and (camp or _left(line, line.start, end))
        told = told and _free(line) and not _CROWD.search(line.text, line.start, end)
        return word._replace(measure="displaced" if told else "none" if word.measure == "none" else "", kind="masdar" if told else "verb")
    told = _left(line, word.stop, end) if word.kind == "gone" else camp
    if word.proclitic.strip("وف"):  # «لنقل الركاب»
        return word._replace(measure="none", kind="masdar")
    if told and not _CROWD.search(line.text, max(line.start, word.start - _BEFORE), end):
        return word
    return word._replace(measure="none", kind="verb")


def _ran(line: Line, word: Harm) -> bool:
    """«أطلقوا النار ثم فروا»: whether who did something ran from where it was done."""
    return _THEN.search(line.text, max(line.start, word.start - _THEN_REACH), word.start) is not None


def _once_left(line: Line, word: Harm) -> bool:
    """«القرى التي نزحوا منها»: whether a verb only says which places are meant; who left them once is not counted as leaving."""
    text = line.text
    if word.kind != "passive" or not text.startswith("وا", word.stop - 2) or _FROM_THERE.match(text, word.stop) is None:
        return False
    return _WHICH_PLACE.search(line.before(word.start, _ONCE_REACH)) is not None


def _marches(line: Line, word: Harm) -> bool:
    """«خروج الآلاف في مظاهرات»: whether people went out to be seen."""
    if word.kind != "masdar" or not line.text.startswith(_OUT, word.start + len(word.proclitic)):
        return False
    stop = _BREAK.search(line.text, word.stop, word.stop + _REACH)
    return _CROWD.search(line.text, word.stop, min(word.stop + _REACH, stop.start() if stop else len(line.text))) is not None


def _for_care(line: Line, word: Harm) -> bool:
    """«إجلاء أربعة جرحى إلى المستشفى», «إجلاء جنود أصيبوا»: whether people were brought away because they are hurt."""
    text, begin = line.text, word.start + len(word.proclitic)
    return text.startswith(_EVACUATED, begin) and _CARE.match(text, word.stop, word.stop + _CARE_REACH) is not None


def _left(line: Line, start: int, end: int) -> bool:
    """Whether a place is named that they left."""
    for left in _FROM.finditer(line.text, start, end):
        at = bisect_left(line.spots, left.end())
        if left.group(1).removeprefix("ال").strip('"«»،') in _GROUND or (at < len(line.spots) and line.spots[at] - left.end() <= _NAMED):
            return True
    return False


def _free(line: Line) -> bool:
    """Whether no word of something else awaits its people: «احتجزوا حافلات على متنها 100»."""
    return line.waiting is None or line.waiting.measure in ("none", "displaced")


def escaped(line: Line, people: People) -> bool:
    """«300 معتقل لاذوا بالفرار», «أتاح لمئات الأسرى الفرار»: whether prisoners are counted because they got away."""
    return people.noun.whose == PRISONERS and _GOT_AWAY.match(line.text, people.stop, people.stop + _REACH) is not None


def may_move(head: Harm, people: People) -> bool:
    """Whether people are such as leave for good: no soldiers, no crowd; fighters too where they left, not where they came."""
    if head.kind not in KINDS:
        return True
    if head.kind == "come" and not people.noun.whose:
        return False  # «المخيم يستقبل الآلاف»
    return people.noun.whose in _CIVIL or (head.kind == "gone" and people.noun.whose in FIGHTERS)


def driven(line: Line, count: Count) -> str:
    """«أجبر القتال ألف شخص على الفرار», «ترك المئات منازلهم»: a rule of telling; who were driven to leave left, or gave up."""
    people, text = count.people, line.text
    if (people.definite and not people.counted) or people.high == 1:
        return ""
    before = line.before(people.start, _REACH)
    if people.counted and people.noun.whose in ARMS and _TO_GIVE_UP.match(text, people.stop) and _DRIVEN.search(before):
        count.measures, count.harm, line.hungry = ("surrendered",), None, False
        return "figure.driven"
    if people.noun.whose not in _CIVIL and not people.noun.of_nation:
        return ""
    if not _HAD_TO.match(text, people.stop) and not _driven_out(line, people.start, people.stop):
        return ""
    count.measures, count.harm, line.hungry = ("displaced",), None, False
    return "figure.driven"


def _driven_out(line: Line, start: int, stop: int) -> bool:
    """«أجبر القتال … على الفرار», «ترك … منازلهم»: whether people between two places had to leave, or left where they lived."""
    before = line.before(start, _REACH)
    if _HOMES.match(line.text, stop) is not None and _LEAVES.search(before) is not None:
        return True
    return _TO_LEAVE.match(line.text, stop) is not None and _DRIVEN.search(before) is not None


def families(line: Line, count: Count) -> str:
    """«نزوح مئات العائلات», «1800 أسرة فرت»: a rule of telling; families who left are at least so many people."""
    people, head = count.people, line.waiting
    if not people.counted or people.noun.whose not in ("", HOME.whose) or people.noun.measure or people.low is None:
        return ""
    home = _FAMILIES.match(line.text, people.stop)
    if home is None or _OUT_OF.search(line.before(people.start, _OUT_OF_REACH)):
        return ""
    gone = head is not None and head.measure == "displaced" and head.kind != "aboard" and reaches(line.text, head, people)
    if not gone and _LEFT_HOME.match(line.text, home.end()) is None and not _driven_out(line, people.start, home.end()):
        return ""
    count.people = people._replace(stop=home.end(), high=None, noun=people.noun._replace(whose="civilians"))
    count.measures, count.harm, line.hungry = ("displaced",), head if gone else None, False
    return "figure.families"
