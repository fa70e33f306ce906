"""Once: whether words say that what befell so many people befell them in one act («مرة واحدة», «في يوم واحد», «مجزرة كذا عام 1988»)."""

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import AGAINST
from agents.extract.scope.covered import ACT, EXECUTED
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_MASSACRED = f"figure.{AGAINST}.killed"  # the rule of figures
_AT_ONCE = re.compile(r"\s(?:مره|دفعه)\sواحده(?![\u0621-\u064a])")
_IN_A_DAY = re.compile(  # «مقتل 460 مدنيا في يوم واحد بمدينة كذا»; not «في يوم واحد من الغارات», «بغارات»
    r"\s(?:في|خلال)\s(?:يوم\sواحد|(?:ليله|ساعه)\sواحده)(?![\u0621-\u064a])"
    rf"(?!\sمن\s|[^،,.:؛\n]{{0,80}}[\s بلف](?:ال)?(?:{any_of('acts', 'many')})(?![\u0621-\u064a]))"
)
_SINGLE = re.compile(  # acts that are over at once; an attack may be an offensive
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال|ل)?(?:مجزره|مذبحه|تفجير|انفجار|كمين"
    r"|(?:هجوم|ضربه|قصف|هجمه|اعتداء)\s(?:ال)?(?:كيماوي|كيميائي|انتحاري)ه?"
    r"|(?:استخدم\S*|استخدام\S*|هجوم\s\S{0,2}|ب)(?:\s[^\s،,.:؛]+){0,3}?\s?(?:ال)?(?:غاز\s(?:ال)?(?:سارين|كلور|خردل|اعصاب)|سلاح\s(?:ال)?كيم\S+|اسلح\S+\s(?:ال)?كيم\S+))"
    r"(?![\u0621-\u064a])"
)
_ONE_FIGHT = re.compile(
    r"(?<![\u0621-\u064a])(?:في|خلال|اثر)\sمعركه(?!\s(?:ال|تحرير|استعاد|تطهير))(?![\u0621-\u064a])"
)  # «في معركة بالأسلحة النارية»
_ATTACK = re.compile(r"(?<![\u0621-\u064a])[وفبل]?(?:ال|ل)?(?:هجوما?|اعتداءا?|اقتحام)(?![\u0621-\u064a])")
_HOUSE = re.compile(
    r"(?<![\u0621-\u064a])(?:ال|لل|ل|ب)?(?:مسجد|مدرسه|فندق|مسرح|سوق|كنيسه|سجن|جامعه|معسكر|قاعده|حافله|قطار|محطه|مستشفي)(?![\u0621-\u064a])"
)
_OF_DAY = re.compile(r"(?<![\u0621-\u064a])[وفبل]?(?:ال|ل)?(?:تفجيرات|اعتداءات|هجمات)\s(?:يوم\s|في\s)?$")  # «هجمات 11 سبتمبر 2001»
_OVER, _HISTORY = (
    timedelta(days=60),
    timedelta(days=400),
)  # an act so long ago is over, and what came of it counted; of history is told in sums
_MOST = 10_000  # people: no one act befell more
_BEFORE, _BEHIND = 170, 90  # characters around people in which their act is named
_BREATH = 40  # characters from people to «in one day»
_NAMES = frozenset(["day", "month"])  # of a year alone an act is only recalled


def of(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«نفذ الإعدام مرة واحدة في 2000 شخص», «مذبحة بحق 2000», «مقتل 460 في يوم واحد», «1400 في الهجوم الكيميائي عام 2013»."""
    text = layers.text
    if _MASSACRED in figure.rules and ACT.search(text, clause.start, figure.start):
        return True
    if EXECUTED in figure.rules and "احكام" not in text[clause.start : figure.start]:
        return True
    start, stop = max(clause.start, figure.start - _BREATH), min(clause.stop, figure.stop + _BREATH)
    if _AT_ONCE.search(text, clause.start, clause.stop) is not None or _IN_A_DAY.search(text, start, stop) is not None:
        return True
    if _ONE_FIGHT.search(text, start, min(clause.stop, figure.stop + _BEHIND)):
        return True
    return _long_ago(figure, clause, layers)


def _long_ago(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """Whether people fell in an act that was over at once, or on one day, long ago."""
    if (figure.low or figure.high or 0) > _MOST:
        return False
    dates = [one for one in inside(layers.dates, clause.start, clause.stop) if one.kind != "future"]
    if not dates or any(one.kind != "point" or one.precision not in _NAMES for one in dates):
        return False
    old = [one for one in dates if one.last is not None and _OVER <= layers.published - one.last < _HISTORY]
    if not old:
        return False
    text, start, stop = layers.text, max(clause.start, figure.start - _BEFORE), min(clause.stop, figure.stop + _BEHIND)
    if _SINGLE.search(text, start, stop):
        return True
    attack = _ATTACK.search(text, start, stop)
    if attack and (any(one.precision == "day" for one in old) or _HOUSE.search(text, attack.end(), stop)):
        return True
    return any(one.precision == "day" and _OF_DAY.search(text, start, one.start) for one in old)
