"""Fired: missiles and drones that were stopped in the air, and strikes that are only called operations."""

import re

from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW_BEGIN

FIRED = re.compile(r"صاروخ|صواريخ|قذيف|قذائف|باليستي|مسير[هات]|(?:بلا|بدون|دون) طيار")  # what is fired at somebody
_FIRED_FROM = re.compile(  # «صاروخ أطلق من اليمن», «مسيرات قادمة من إيران», «سقوط قذيفتين من غزة»
    r"(?<![\u0621-\u064a])و?(?:ا?طلقت?|[يت]طلق|انطلقت?|ا?طلاق\S{0,2}|(?:صاروخ|صواريخ|مسير)\S*\s(?:[^\s،.]+\s){0,3}?(?:قادم|اتي)\S{0,3}"
    r"|(?:سقطت?|سقوط|[يت]سقط)\s(?:[^\s،.]+\s)?(?:صاروخ|صواريخ|قذيف|قذائف|مقذوف|رشق)\S*)\s"
    r"(?:(?!علي|الي|باتجاه|نحو|صوب)[^\s،.]+\s){0,2}?من\s"
    r"(?:(?:ال)?(?:اراضي|داخل|شمال|جنوب|غرب|جنوبي|شمالي)\s)?(?:قطاع\s)?(?:ال)?(?P<land>يمن|ايران|غزه|لبنان|قطاع(?!\sال))(?![\u0621-\u064a]{2}[\u0621-\u064a])"
)
_FROM_BY = ("طلق", "طلاق", "قادم", " اتي", "سقط", "سقوط")  # letters without which it finds nothing
_LAUNCHERS = {
    "يمن": "houthis",
    "ايران": "gov:IR",
    "غزه": "palestinian-armed-groups",
    "قطاع": "palestinian-armed-groups",
    "لبنان": "hezbollah",
}  # who mostly fires from there
_OPERATION = "عملي"
_CARRIED_OUT = re.compile(r"(?:\s[^\s،,.:؛]+){0,4}?\sعملي\S*")  # behind a verb: «نفذ الحوثيون عملية»
_FELLING = "اسقاط"
_FLEW = re.compile(  # what was felled, at most a number before it
    rf"\s(?:(?:نحو|عدد|عشرات|[0-9]{{1,3}}|(?:عد|{FEW_BEGIN}|احد|اثن)\S{{0,4}})\s(?:(?:من|عشر|عشره)\s)?)?(?:طائر|مروحي|مسير|درون)"
)
_FIRED_REACH = 60
_DESTROYS = re.compile(r"[وفب]?(?:ال)?(?:[يت]?دمر|تدمير)")
_MISSILES = re.compile(  # right behind that, or with a number before them; not «منصات صواريخ»
    r"(?:\s(?!علي\s|في\s|ب|(?:ال)?(?:منص|بطار|مخ[زا]|مستودع|قاعد|قواعد|راجم|مصنع|مصانع|ورش))[^\s،,.:؛]+){0,8}?\s[\"«]?(?:ال|لل|ل)?(?:صاروخ|صواريخ)\S*"
)
_DEFENCE = re.compile(r"دفاع\S*\s(?:ال)?جوي|(?:ال)?دفاعات\s|باتريوت|قبه الحديدي|وسائط\s(?:ال)?دفاع")
_DEFENCE_BY = ("دفاع", "باتريوت", "قبه")  # letters without which it finds nothing
_SHOT_AT = re.compile(r"\s(?:[^\s،,.:؛\"«»]+[\"»]?\s){0,2}?(?:التي\s)?(?:ا?طلقت(?:ها|ه|هم)?|معاديه?)(?![\u0621-\u064a])")  # behind them
_DEFENDS = 90  # characters before a word of destroying in which those are named who defend
_SENT = re.compile(  # of a drone that was shot down: it was to strike, and did not only watch
    r"طلق|مفخخ|انتحاري|انقضاض|ملغ[وم]|هجومي|هاجم|تجاه|صوب|ستهدف|محاول|حاول|حوثي|روسي|اوكراني|ايراني"
)
_DOWNED = re.compile(r"سقا?ط")
_UNMANNED = ("مسيره", "مسيرا", "مسيرت", "طيار")  # what FIRED finds of a drone
_CRAFT = re.compile(r"(?:ال)?(?:مروحيه|مقاتله|هليكوبتر|طوافه|طائره)(?!\s(?:ال)?(?:مسير|بدون|بلا|دون))")
_BEHIND = 20  # characters in which stands what flies without anybody
_BY_WEAPON = re.compile(  # «عملية عسكرية استهدفت سفينة بصواريخ»: a strike
    r"(?:\s[^\s،,.:؛]+){0,3}?\s(?:استهدف|[يت]ستهدف|ضد|علي|ضرب)(?:[^.:؛\n]{0,90}?)\sب(?:ال)?(?:(?:عدد|عشرات|دفعه|سرب|رشقه|صليه)\S*\s(?:من\s)?|[0-9]+\s)?(?:ال)?"
    r"(?:صاروخ|صواريخ|طائر|مسير|قذائف|قذيف)"
)


def fired_at(text: str, hit: Hit, stop: int) -> str:
    """The word for what was stopped, where it had been fired at somebody: not «أسقطت المروحية بصاروخ», where the missile was the means."""
    end = min(hit.stop + _FIRED_REACH, stop)
    fired = FIRED.search(text, hit.start, end)
    craft = fired and _CRAFT.search(text, hit.stop, fired.end() + _BEHIND)
    if fired is None or (craft and craft.start() < fired.start()):
        return ""
    downed = _DOWNED.search(text, hit.start, hit.stop) and fired.group().endswith(_UNMANNED)
    return "" if downed and _SENT.search(text, hit.stop, end) is None else fired.group()


def fired_from(text: str, start: int, stop: int) -> str | None:
    """Who mostly fires from the country of which [start, stop) says that something was fired from there; None of others."""
    found = search(_FIRED_FROM, _FROM_BY, text, start, stop)
    return _LAUNCHERS[found["land"]] if found else None


def fells(text: str, hit: Hit) -> bool:
    """«إسقاط 12 طائرة مسيرة», not «إسقاط النظام»: whether what is felled, where the word for that stands alone, flew."""
    word = text[hit.entry_start : hit.stop]
    return " " in word or not word.startswith(_FELLING) or _FLEW.match(text, hit.stop) is not None


def told(text: str, start: int, stop: int, hit: Hit, code: str) -> str:
    """The code of a word of its clause [start, stop): an operation may be a strike, what is destroyed may have been fired."""
    if code == "clash":
        return "assault" if _is_strike(text, hit, stop) else code
    return "intercept" if code == "assault" and _destroys(text, start, hit) else code


def _destroys(text: str, start: int, hit: Hit) -> bool:
    """«الدفاعات الجوية دمرت صاروخين», «دمر 71 صاروخا أطلقتها القوات»: whether what was destroyed had been fired; start: of the clause."""
    if _DESTROYS.match(text, hit.start) is None:
        return False
    fired = _MISSILES.match(text, hit.stop)
    if fired is None:
        return False
    return (
        search(_DEFENCE, _DEFENCE_BY, text, max(start, hit.start - _DEFENDS), fired.end()) is not None
        or _SHOT_AT.match(text, fired.end()) is not None
    )


def by_drone(text: str, hit: Hit, stop: int) -> bool:
    """Whether what was stopped had nobody in it."""
    return fired_at(text, hit, stop).endswith(_UNMANNED)


def _is_strike(text: str, hit: Hit, stop: int) -> bool:
    """«عملية عسكرية استهدفت سفينة بصواريخ», «نفذت عملية …»: whether what is called an operation is a strike."""
    if text.startswith(_OPERATION, hit.entry_start):
        start = hit.stop
    else:
        word = _CARRIED_OUT.match(text, hit.stop, stop)
        start = word.end() if word else -1
    return start >= 0 and _BY_WEAPON.match(text, start, stop) is not None
