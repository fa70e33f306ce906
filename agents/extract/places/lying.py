"""Lying: words between two places that say of the first what it is, and by which larger one it lies."""

import re
from collections.abc import Set
from typing import TYPE_CHECKING

from agents.extract.places.placecues import DIRECTIONS

if TYPE_CHECKING:
    from agents.extract.places.mention import PlaceMention

CLASS = r"(?:ال)?(?:مدين|محافظ|ولاي|اقليم|قضا|مقاطع|بلد|عاصم|مديري|قري)\w*"
_TO = rf"(?:{'|'.join(DIRECTIONS)})"
DIRECTION = rf"\s?(?:في\s|ب)?(?:الي ال)?{_TO}(?:\s?و?{_TO})?(?:\sمن)?"  # «شمال شرق», «في شرق وجنوب»
_EDGE = r"\s(?:(?:(?:بال)?قرب|خارج)(?:\sمن)?|(?:علي|عند)\s(?:مشارف|اطراف|تخوم|مداخل|مدخل|ابواب))"
_PLAIN = r"(?!(?:في|من|الي|عن|مع|قرب|خارج|علي|عند|بعد|قبل|خلال|منذ|اثر|حيث|مما|بينما|ان)\s)[\u0621-\u064a]{2,}"
_EPITHET = re.compile(  # «الموالية للنظام شمال شرقي …», «الخاضعة لسيطرة المعارضة على مشارف …»
    rf"[\"»]?\s(?:بالكامل|لل?اجئين|ال[\u0621-\u064a]{{2,}}(?:ي|ه|تين))(?:\s{_PLAIN}){{0,4}}"
    rf"(?:[،,]?{DIRECTION}|{_EDGE})(?:\s{CLASS})*\s[\"«#]?"
)
_HELD = " الخاضع"  # «الخاضعة لسيطرة المعارضة» is no act
_LYING = re.compile(  # «الواقعة في ضواحي العاصمة …», «الساحلية التي … وتقع على بعد ألف كيلومتر شرق …»
    r"[\"»]?(?:\sال[\u0621-\u064a]{2,}يه?)?[،,]?\s"
    r"(?:ال(?:واقع|كائن)(?:ه|ان|تان|ين|تين)?|و?(?:التي|الذي|حيث|هي|هو)\s(?:[^،,.:؛\n]{0,70}\sو)?[يت]قع(?:ان)?)"
    r"\s(?:[^\s،,.:؛]+\s){0,6}[\"«#]?"
)
_LYING_BY = ("قع", "الكائن")  # letters without which it finds nothing
_APPOSED = re.compile(  # «…، آخر معقل للمعارضة في …»
    r"[\"»]?[،,]\s(?:و?ه[يو]\s)?(?:اخر|احد|احدي|ابرز|اكبر|اهم|ثاني|معقل|مركز)\s[^،,.:؛]{0,60}\s(?:في\s|ب)"
    rf"(?:{CLASS}\s)?[\"«#]?"
)
_FAR = 120  # characters between the two


def says(text: str, before: "PlaceMention", one: "PlaceMention", acts: Set[int], *, same: bool) -> bool:
    """«الغوطة الشرقية الواقعة في ضواحي دمشق», «دوما، آخر معقل للمعارضة في الغوطة»: whether the words between say where the first lies.

    acts: where words for what happened stop; same: whether both are of one governorate.
    """
    start, stop = before.stop, one.start
    if not 0 < stop - start <= _FAR:
        return False
    if any(text.find(letters, start, stop) >= 0 for letters in _LYING_BY) and _LYING.fullmatch(text, start, stop):
        return acts.isdisjoint(range(start, stop))
    finer = same and before.place.geo_precision < one.place.geo_precision
    return finer and _APPOSED.fullmatch(text, start, stop) is not None


def called(text: str, before: "PlaceMention", one: "PlaceMention", acts: Set[int]) -> re.Match[str] | None:
    """«كفريا الموالية للنظام شمال شرقي إدلب»: an epithet of the first, and then by what it lies, if that is what stands between."""
    told = not acts.isdisjoint(range(before.stop, one.start)) and not text.startswith(_HELD, before.stop)
    return None if told else _EPITHET.fullmatch(text, before.stop, one.start)
