"""Launches: what is fired, flies or is sent from one place to another happened where it came down, or is sent."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause
from agents.extract.places import nearness
from agents.extract.places.classes import TOWNS
from agents.extract.words.letters import among, search

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

_LAUNCHED = re.compile(r"(?<!\S)(?:[وف]?[يت]?(?:اطلق|اطلاق|اقلع|انطلق|نطلق|سقط|سقوط)\w*|بصاروخ|بقذيفه|بصواريخ|بقذائف)")
_SENT = re.compile(  # «دفع بتعزيزات من كذا إلى كذا»
    r"(?<!\S)(?:[وف]?[يت]?(?:ارسل|ارسال|دفع|وصل|وصول|استقدم|نقل)\w*)\s(?:[^\s،,.:؛]+\s){0,5}?[وب]?(?:ال)?(?:تعزيزات|ارتال)(?!\w)"
)
_FLIES = re.compile(r"(?:صاروخ|صواريخ|قذيف|قذائف|طائر|مقاتلات|مسير|راجم|هاون)")
_FROM = re.compile(
    r"(?<!\S)من\s(?:داخل\s)?(?:(?!سكان|اهالي|ابناء|باتجاه|اتجاه|تجاه|نحو|صوب|الي\s|علي\s)\S+\s){0,2}(?:\(\S+\s)?$"
)  # «من مخيم كذا», «من قاعدة في كذا»
_TRIED = re.compile(  # «دمروا منصة أثناء محاولة الجماعة إطلاق صاروخ من كذا باتجاه كذا»: struck where it stood, before it was fired
    r"(?:محاول[هت]\w*|قبل|قبيل|استعداد\w*|[يت]ستعد\w*|منع)\s(?:[^\s،,.:؛]+\s){0,4}$"
)
_STOOD = re.compile(  # «من مواقعها في كذا»: where those stood who fired
    r"(?<!\S)من\s(?:مواقع|معسكر|ثكن|مرابض|قواعد|تمركز|مراكز|تحصين|مناطق\s(?:سيطر|تمركز))\S*(?:ها|هم|ه)\s(?:[^\s،,.:؛]+\s){0,2}ب?$"
)
_STANDS = re.compile(  # «قصف تشنه القوات المتمركزة في كذا», «من قبل القوات المتمركزة في كذا»
    r"(?<!\S)(?:من\s(?:قبل|جانب)|علي\s(?:يد|ايدي)|مصدرها?|[وف]?[يت]?ا?(?:شن|نفذ|طلق)[\u0621-\u064a]*(?:ه|ها))\s(?:(?!علي\s|ضد\s|نحو\s|صوب\s|باتجاه\s|ا?ستهد|طال)[^\s،,.:؛]+\s){1,5}"
    r"ال(?:متمركز|مرابط|متواجد|متحصن|متموضع|منتشر)[\u0621-\u064a]*\s(?:[^\s،,.:؛]+\s){1,4}ب?$"
)
_KNOWN_FIRE = re.compile(  # «باتهامه بإطلاق القذائف من كذا»: what fell where was told before
    rf"(?:^|\s)[وفبل]?(?:اطلاق(?:ه|ها|هم)?|اطلقت?)\sال(?:قذائف|صواريخ|صاروخ|قذيفه|مسيره|مسيرات)\sمن\s(?:(?:{TOWNS})\s)?$"
)
_KNOWN_BY = ("طلاق ال", "طلاقه", "طلاقها", "طلقت ال", "طلق ال")
# letters without which these find nothing
_LAUNCHED_BY = ("طلق", "طلاق", "قلع", "سقط", "سقوط", "صاروخ", "صواريخ", "قذيفه", "قذائف")
_SENT_BY = ("تعزيزات", "ارتال")
_STOOD_BY = ("مواقع", "معسكر", "ثكن", "مرابض", "قواعد", "تمركز", "مراكز", "تحصين", "سيطر")
_STANDS_BY = ("متمركز", "مرابط", "متواجد", "متحصن", "متموضع", "منتشر")
_ANSWERED = re.compile(  # «قصفت المدفعية كذا بعد إطلاق صواريخ من كذا على كذا»: what it answers was fired elsewhere
    r"(?<!\S)(?:بعد|عقب|اثر|غداه|ردا\sعلي|في اعقاب)\s(?:(?:ان|قيام\S*|عمليه|[0-9]+)\s)?(?:\S+\s)?$"
)
_STRIKES = re.compile(r"(?<!\S)[وفب]?(?:ال)?[يت]?(?:قصف|غار|استهدف|ستهدف|ضرب|شن|دمر|هاجم)[\u0621-\u064a]*")
_FIRES = re.compile(r"(?<!\S)[وفبل]{0,2}[يت]?(?:قصف|استهدف|استهداف|اطلق|اطلاق|قنص|دك(?!تور)|امطر|امطار)\w*")
_LEAVES = re.compile(r"(?:فر|فرار|فرت|فروا|هرب|هروب|انسح|سحب|طرد|دحر|خروج|خرج|نزوح|اجلاء)\S*\s$")  # «فرارها من مواقعها»
_TO = frozenset(["in", "near", "bare", "destination"])  # cues of places that may be struck
_TRIED_REACH = 60  # characters between an attempt and what was tried
_STAND_REACH, _JOINED = 45, 3  # characters before the name of where somebody stands; to a second such name
_STANDS_REACH = 90  # characters before it in which they are told of who fire
_BEFORE = 40  # characters before a name in which it is said to be where something comes from


def landed(text: str, clause: Clause, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places of a clause; of a launch without the one it came from, where another is named behind it («من كذا باتجاه كذا»)."""
    places = _without_stands(text, clause, places)
    if places and among(_KNOWN_BY, text, clause.start, clause.stop):
        places = [one for one in places if not _KNOWN_FIRE.search(text, max(one.start - _BEFORE, clause.start), one.start)]
    if len(places) < 2:
        return places
    launched = search(_LAUNCHED, _LAUNCHED_BY, text, clause.start, clause.stop)
    if launched is not None and _FLIES.search(text, clause.start, clause.stop) is None:
        launched = None
    launched = launched or search(_SENT, _SENT_BY, text, clause.start, clause.stop)
    if launched is None:
        return places
    return _answering(text, clause, places, launched.start()) or _struck(text, clause, places, launched.start())


def _struck(text: str, clause: Clause, places: list["PlaceMention"], launched: int) -> list["PlaceMention"]:
    """The places of a launch without the one it came from, where another is named behind it."""
    begins = [clause.start, *(one.stop for one in places)]  # «من كذا نحو كذا»: only the first of two is where it came from
    left = [
        one
        for one, begin in zip(places, begins, strict=False)
        if one.start > launched and _FROM.search(text, max(one.start - _BEFORE, begin), one.start)
    ]
    if not left:
        return places
    left += [one for one, before in zip(places[1:], places, strict=False) if before is left[-1] and text[before.stop : one.start] == " و"]
    last = left[-1]
    fired = [one.start() for one in _LAUNCHED.finditer(text, clause.start, last.start)]
    if fired and _TRIED.search(text, max(fired[-1] - _TRIED_REACH, clause.start), fired[-1]):
        return places
    struck = [one for one in places if one.start > last.start and one.cue in _TO and not nearness.within(last.place, one.place)]
    if not struck:
        return places
    kept = [one for one in places if all(one is not other for other in left)]
    kept = [one for one in kept if one.start >= struck[0].start or not nearness.within(last.place, one.place)]  # nor the land of that
    placed = any(one.cue in ("in", "near") and one.start > launched for one in kept)
    return [one if placed or one.cue != "destination" else one._replace(cue="in") for one in kept]


def _answering(text: str, clause: Clause, places: list["PlaceMention"], launched: int) -> list["PlaceMention"]:
    """The places before a launch that a strike answers, which itself struck one of them; none where no strike is told before it."""
    before = [one for one in places if one.stop < launched and one.cue in _TO and one.cue != "destination"]
    answers = _ANSWERED.search(text, max(launched - _BEFORE, clause.start), launched) if before else None
    if answers is None or answers.start() < before[-1].stop:
        return []
    struck = _STRIKES.search(text, clause.start, before[-1].start)
    return [one for one in before if struck is not None and one.start > struck.start()]


def _without_stands(text: str, clause: Clause, places: list["PlaceMention"]) -> list["PlaceMention"]:
    """The places without those from which somebody fires: «قصفت مدينة حيس من مواقعها في الجراحي», «من قبل القوات المتمركزة في الجراحي»."""
    if not places:
        return places
    by_stood, by_stands = among(_STOOD_BY, text, clause.start, clause.stop), among(_STANDS_BY, text, clause.start, clause.stop)
    if not (by_stood or by_stands):
        return places
    kept: list[PlaceMention] = []
    last = -1  # where the last such place ends
    for one in places:
        stood = _STOOD.search(text, max(one.start - _STAND_REACH, clause.start), one.start) if by_stood else None
        fires = stood is not None and _FIRES.search(text, clause.start, stood.start()) is not None
        fires = fires and stood is not None and not _LEAVES.search(text, max(stood.start() - _BEFORE, clause.start), stood.start())
        if fires or (by_stands and _STANDS.search(text, max(one.start - _STANDS_REACH, clause.start), one.start)):
            last = one.stop
        elif last < 0 or text[last : one.start].strip() not in ("و", "") or one.start - last > _JOINED:
            kept.append(one)
        else:
            last = one.stop
    return kept
