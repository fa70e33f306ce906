"""Nobody: numbers that count no people though words for people, or nothing, stand behind them."""

import re

from agents.extract.people.victims import noun
from agents.extract.words import counted
from agents.extract.words.lexicon import Hit
from agents.extract.words.numbers import Number

THE = re.compile(r"ال(?!فا?(?:ين|ان|ي)?(?![\u0621-\u064a])|اف)")  # a number with its article, not «ألفين», «آلاف»
_MOST = re.compile(r"(?<![\u0621-\u064a])[وفب]?(?:اكبر|اعلي|اقل|ادني)\s$")
_MOST_REACH = 8  # characters
_THINGS = re.compile(  # «عائلة واحدة»: how many things there are
    r"(?:^|[^\u0621-\u064a])(?!(?:اصابه|وفاه|حاله|جثه)\s)[\u0621-\u064a]{3,}ه\s$"
)
_AMONG_THEM = re.compile(r"(?:بين|ضمن|عداد)\sال(?:قتلي|ضحايا|شهداء|جرحي|مصابين)\s(?:ال)?$")  # «بين القتلى الثلاثة طفلة»
_FOR = ("ل", "لل", "ول", "ولل")  # particles: «500 ألف لشهداء الهجوم» is money


def counts_nobody(text: str, number: Number) -> bool:
    """Whether a number compares, says how many things stand right before it, or is only that of people who were told of («أكبر عدد»)."""
    at = number.start
    if number.rule == "number.vague" and _compares(text, at):
        return True
    if text.startswith("واحده", at) and _THINGS.search(text, max(at - 20, 0), at):
        return True
    return THE.match(text, at) is not None and _AMONG_THEM.search(text, max(at - 16, 0), at) is not None


def _compares(text: str, at: int) -> bool:
    """«أكبر عدد من القتلى», «أهدافا عدة»."""
    several = text.startswith("عده", at) and text.endswith("ا ", 0, at) and not text.endswith(" ا ", 0, at)
    return several or _MOST.search(text, max(at - _MOST_REACH, 0), at) is not None


def is_a_name(text: str, number: Number) -> bool:
    """«عصيفرة والأربعين», «خاشعون للواحد», «الواحد تلو الآخر»: whether a number that no people follow is a name, or is said of one."""
    if number.form != "words":
        return False
    if text.startswith(("لل", "ولل"), number.start):
        return True
    at = number.start + text.startswith(("و", "ف"), number.start)
    the = text.startswith("ال", at) and THE.match(text, at) is not None
    return the and (at > number.start or text.startswith("الواحد", at))


def for_them(hit: Hit) -> bool:
    """«مليون ومائة ألف لشهداء الهجوم»: whether a number is of what those harmed are given."""
    return hit.proclitic in _FOR and noun(hit.value).measure is not None


_BACKED = re.compile(r"(?:^|\s)(?:ال)?(?:مدعوم|ممول|مدرب|مسلح)(?:ه|ا|ين|ون)?\s$")
_BACKED_REACH = 12  # characters
_OF_THE_ARMED = re.compile(r"(?:^|(?<!ي)\s)ال[\u0621-\u064a]+\s$")  # «القطع المسلحة», «القوات المسلحة»
_DEFINITE_REACH = 18  # characters
_MILITARY = "عسكري"
_WHOSE = re.compile(r"\s[\u0621-\u064a]{3,}يا?(?![\u0621-\u064a])")
_WORN = frozenset(["زي", "زيا", "بزه", "ملابس", "لباس", "لباسا", "ازياء"])  # «مسلحون يرتدون زيا عسكريا»
_THING = re.compile(  # not «قتلا عسكريا»
    r"(?!(?:[وف]?(?:قتل|اصاب|جرح|خطف|اسر|هاجم|اغتال|طعن|اعدم|احتجز|اعتقل|استهدف)ا)$)[\u0621-\u064a]{4,}ا"
)
_THINGS_OF_WAR = frozenset(["place", "vehicle", "act", "arms"])
_BASES, _OF_ARMS = frozenset(["place", "vehicle", "arms"]), " عسكري "


def _of_thing(text: str, stop: int) -> bool:
    """Whether a noun that ends at an offset is one thing of war, without an article: «موقع», «ثكنة»."""
    return counted.before(text, stop) in _BASES and not text.startswith("ال", text.rfind(" ", 0, stop) + 1)


# «أصيب في كتفه وإلى أن يصل»: spelt as «والي»
_AND_TO = re.compile(r"والي\s(?:ان|جانب|ذلك|حين|حد|الان|اليوم|هذا|هذه|متي|كل)(?:ه|ها|هم|هما)?(?![\u0621-\u064a])")


def only_says_how(text: str, hit: Hit) -> bool:
    """«مدعومين أميركيا», «القطع المسلحة», «موقع عسكري»: whether a word for a person says by whom others are backed, or what things are."""
    what = noun(hit.value)
    if what.of_nation and text.endswith(_OF_ARMS, 0, hit.start):  # «قرب موقع عسكري إسرائيلي»
        return _of_thing(text, hit.start - len(_OF_ARMS))
    if text.startswith(_MILITARY, hit.start):
        last = text[max(hit.start - _DEFINITE_REACH, 0) : hit.start].split()[-1:]
        if not hit.proclitic and _WHOSE.match(text, hit.stop) and _of_thing(text, hit.start - 1):
            return True  # «موقع عسكري إسرائيلي»
        apart = not last or last[0].startswith("ال") or _WHOSE.match(text, hit.stop)  # «أصيب في الهجوم عسكري», «مستشفى عسكري روسي»
        if not hit.proclitic and what.form == "accusative" and last and _THING.fullmatch(last[0]):
            return True  # «تدريبا عسكريا»
        return not apart and (last[0] in _WORN or counted.before(text, hit.start - 1) in _THINGS_OF_WAR)
    if what.of_nation and what.form == "accusative":
        return _BACKED.search(text, max(hit.start - _BACKED_REACH, 0), hit.start) is not None
    armed = hit.proclitic.endswith("ال") and text.startswith("مسلحه", hit.entry_start) and what.form == "one"
    quality = armed and _OF_THE_ARMED.search(text, max(hit.start - _DEFINITE_REACH, 0), hit.start) is not None
    return quality or (text.startswith("والي", hit.start) and _AND_TO.match(text, hit.start) is not None)


_SONS, _OF = "ابناء", "من "
_A_PEOPLE = re.compile(r"\s(?:ال)?(?:شعب|وطن|ام[هت]|بلاد|بلد|جلدت)(?:نا|ه|ها|هم|ي|كم)?(?![\u0621-\u064a])")


def means_a_people(text: str, hit: Hit) -> bool:
    """«قتل أبناء الشعب»: whether a word for people means a whole people, which no one act befalls; «ثلاثة من أبناء الشعب» are counted."""
    if not text.startswith(_SONS, hit.entry_start) or text.endswith(_OF, 0, hit.start):
        return False
    return _A_PEOPLE.match(text, hit.stop) is not None
