"""Recalled: whether a clause without a day only recalls an act and its dead, as what something else answers, follows or looks into."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import TAKEN, sure
from agents.extract.scope import actsums
from agents.extract.scope.occurred import ADVANCED
from agents.extract.scope.phrased import LOOKED_INTO_BY
from agents.extract.words.letters import search
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.figures.mention import FigureMention
    from agents.extract.words.lexicon import Hit

_WHAT = r"(?:[^\s،,.:؛]+\s){0,2}$"  # what may stand between such a word and the act: «عملية», «وقوع»
_SINCE_THEN = re.compile(  # «فرض حظر التجول بعد هجوم», «هذه العملية هي رد على الهجوم»
    rf"\s\S?(?:بعد|عقب|اثر|في اعقاب|علي خلفيه|(?:ال)?رد علي|انتقام\S* [لم]\S*)\s{_WHAT}"
)
_LOOKED_INTO = re.compile(  # «كشفت التحقيقات في التفجير», «المحاكمة في قضية الهجوم»
    rf"(?:تحقيقات|محاكمه)\s[^.:؛\n]{{0,60}}?(?:في|حول|بشان)\s(?:قضيه\s)?{_WHAT}"
)
_JUDGED = re.compile(  # «إثر إدانته بالهجوم», «بتهمة التورط في تفجير», «يشتبه بعلاقتهم بالهجوم»; not «إدانته للهجوم»
    r"(?<![\u0621-\u064a])[وبفل]?(?:"
    r"(?:ادان(?:ته|تها|تهم|تهما)|ادين(?:ت|وا)?|(?:ال)?مدان(?:ا|ه|ون|ين)?)\s(?:غيابيا\s)?ب(?:\S+\s(?:[^\s،,.:؛]+\s){0,2}\S?)?"
    r"|(?:تهمه?|ضلوع\S*|تورط\S*|(?:صل|علاق)(?:ه|ت\S+)|(?:ال)?(?:مدبر|متهم|متورط|ضالع|مخطط)(?:ا|ه|ي|ين|ون)?|(?:ال)?مسؤول(?:ه|ين|ون)?\sعن)"
    r"\s(?:[^\s،,.:؛]+\s){0,3}\S?)$"  # «مقتل مدبر التفجير الذي», «تسلمت متهما بالتخطيط للهجوم الذي»
)
# letters without which these find nothing
_JUDGED_BY = ("ادان", "ادين", "مدان", "تهم", "ضلوع", "تورط", "صل", "علاق", "مدبر", "ضالع", "مخطط", "مسؤول")
_TRIED_BY = ("محكم", "محاكم", "محلف")
_TRIED = re.compile(  # «حكمت محكمة بالسجن على رجل أطلق النار», «مثل أمام محكمة لقتله», «قضت بإعدام متهم»: what somebody is tried for
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال|لل)?(?:محكمه|محاكمه|محلفين|محلفون|محاكم)\s(?:(?!ان\s|انه\s)[^\s.؛\n]+\s){0,24}?"
    r"(?:الذي|التي|الذين|[بل]?تهم\S*|(?:ال)?مته(?:م|مين|مون|ما)|ادانت\S+|[بل](?:قتل|ارتكاب|تنفيذ)\S*|بال(?:تخطيط|تورط|ضلوع|مشاركه|قتل)|منفذ\S*|قضي[هت]\S*)\s"
)
_REMEMBERED = re.compile(r"(?:^|[\s(])[بل]?(?:ال)?ذكر[يا]\S*\s[^.:؛،\n]{1,70}?\sو?(?:الذي|التي|الذين)\s")  # «ذكرى مجزرة كذا التي قتل فيها»
_REMEMBERS = ("ذكر",)  # letters without which nothing does
_OF_SOMEBODY = re.compile(  # «قصف المعارضة لأحياء في كذا الذي»
    r"\sال[^\s،,.:؛]+\s(?:(?!و?(?:الذي|التي)\s)[^\s،,.:؛]+\s){0,8}(?:الذي|التي)\s"
)
_CAME_OF = re.compile(  # «الهجوم الذي قتل فيه», «التفجير، ما أدى إلى»; not «القصف وقتل»
    rf"\s(?:و?(?:الذي|التي|اللذين|اللذان|اللتين|اللتان)|م?ما|حيث|و?(?:{any_of('acts', 'yield')}))\s"
)
_ACT = r"(?:جريم|عمل|حادث|عملي|فعل|اعتداء|فاجع|مجزر|مذبح|هجوم|هجم|تفجير|انفجار|قصف)(?:ه|ته|ات)?"
_DEED = re.compile(  # «الجريمة الإرهابية التي», «للحادث الغادر الذي», «في ضحايا هجوم انتحاري»
    rf"\s(?:(?:ال|لل|بال){_ACT}\s(?:ال[^\s،,.:؛]+\s){{0,4}}(?:الذي|التي)|[لب]?ضحايا\s(?:ال)?{_ACT})\s"
)
_DID = re.compile(r"\sو?(?:الذي|التي|اللذين|اللذان|اللتين|اللتان)\s")
_CHANGED = re.compile(  # «الهجوم الذي أوقع 30 قتيلا غير موقف كذا», «… دفع الحكومة إلى»
    r"[^.:؛\n]{0,60}?\sو?(?:غيرت?\s(?:ال)?(?:معطي|معادل|مشهد|موقف|مسار|قواعد|حساب|سياس|وضع|واقع|نظر)|(?:اجبر|دفع|عجل|شكل|قلب)ت?\s)"
)
_PLANNED = re.compile(r"[،,:]|\s\S{0,3}(?:مقرر|مزمع|مقبل|قادم|قبل|قبيل|موعد|حتي|محدد|ستجري|ستنظم|سي[\u0621-\u064a]{3,})")
_FELL = ("killed", "wounded")  # what befell people, as the values of words of harm begin: «الحادث الغادر» tells of nobody who left
_NEAR, _FAR = 30, 110  # characters before an act
_OPENS = 12  # characters of «لكن», «وعقب» before the first word of a sentence
_WHO_DIED = re.compile(rf"\s(?:ممن\s|كانوا\s|الذين\s)?(?:قد\s)?(?:{any_of('harmed', 'died')})\s")
_LASTS = frozenset(["clash", "advance"])  # by fights ground is taken of which news tells


def of(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"], *, lede: bool) -> bool:
    """Whether the people whom a clause counts fell in an act that it only recalls. On top of an article, only where it is looked into."""
    text, start = layers.text, max(clause.start - 1, 0)
    if search(_REMEMBERED, _REMEMBERS, text, start, figures[0].start) or actsums.recent(clause, text):
        return True
    if any(told(layers, clause, heads, figures) for told in (_of_other_year, _judged, _answered_by, _of_known_dead)):
        return True
    told = [one.start for one in layers.cues("harm", clause) if not one.value.startswith("none") and sure(one)]
    first = min([*told, *(one.start for one in heads)], default=-1)
    act = heads[0] if heads else None
    if act is None or act.start != first or act.part != "noun" or act.code not in VIOLENT or act.code in _LASTS:
        return False
    if any_inside(layers.figures, clause.start, first):
        return False
    if search(_LOOKED_INTO, LOOKED_INTO_BY, text, max(start, first - _FAR), first):
        return True
    opens = first - layers.sentences[clause.sentence][0] <= _OPENS
    return not lede and (_changed(text, act, figures) if opens else _answered(text, clause, act))


def _answered_by(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"]) -> bool:
    """«أدان المجلس الهجوم الذي أوقع 30 قتيلا», «دعا إلى وقف القصف الذي»: whether a known act is only what somebody answers, on top too."""
    words = [*layers.cues("condemn", clause), *layers.cues("answer", clause)]
    if not words:
        return False
    if _deed(layers, clause, words, heads, figures):
        return True
    act = (heads[0].start, heads[0].stop) if heads else _asked_for(layers, clause, figures)
    if act is None or min(words).start >= act[0] or any_inside(layers.hits.get("harm", ()), clause.start, min(words).start):
        return False
    if heads:
        head = heads[0]
        known = head.points_back or _OF_SOMEBODY.match(layers.text, head.stop) is not None
        if head.part != "noun" or head.done or head.code not in VIOLENT or not known:
            return False
    return _CAME_OF.search(layers.text, act[1], figures[0].start) is not None


def _deed(layers: Layers, clause: Clause, words: Sequence["Hit"], heads: Sequence["Trigger"], figures: Sequence["FigureMention"]) -> bool:
    """«دان الوزير الجريمة التي أودت بحياة 20 شخصا»: whether what is answered is called but a deed, and what it did is told behind that."""
    fell = (one.start for one in layers.cues("harm", clause) if sure(one) and one.value.startswith(_FELL))
    told = min(next(fell, clause.stop), figures[0].start, *(one.start for one in heads[:1] if one.part != "noun"))
    return any(_DEED.search(layers.text, one.stop, told) is not None for one in words if one.stop < told)


def _of_known_dead(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"]) -> bool:
    """«زار قبور 50 جنديا سقطوا في معركة كذا», «دعوى أسر 20 شخصا قتلوا في التفجير»: whether people are told of as long dead, or mourned."""
    first = figures[0]
    if first.measure != "killed" or _WHO_DIED.match(layers.text, first.stop, clause.stop) is None:
        return False
    words = inside([*layers.cues("condemn", clause), *layers.cues("answer", clause)], max(clause.start, first.start - _NEAR), first.start)
    return bool(words) and not any(one.start < min(words).start for one in heads)


def _asked_for(layers: Layers, clause: Clause, figures: Sequence["FigureMention"]) -> tuple[int, int] | None:
    """«دعا إلى وقف الغارات التي أوقعت»: where a known act stands that other words take back, but not its people; None where none does."""
    for one in inside(layers.hits.get("event", ()), clause.start, figures[0].start):
        code, _, part = one.value.partition("/")
        if part == "noun" and code in VIOLENT and code not in _LASTS and one.proclitic.endswith(("ال", "لل")):
            return one.start, one.stop
    return None


def _judged(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"]) -> bool:
    """«قضت المحكمة بإعدام خمسة إثر إدانتهم بالهجوم الذي …»: whether it is told as what somebody is judged for, or suspected of."""
    act = next((one for one in heads if one.code in VIOLENT), None)
    if act is None:
        asked = None if heads else _asked_for(layers, clause, figures)
        return asked is not None and search(_TRIED, _TRIED_BY, layers.text, max(clause.start - 1, 0), asked[0] + 1) is not None
    if act.code in _LASTS or (act is not heads[0] and any(one.measure in TAKEN for one in figures)):
        return False
    start = layers.sentences[clause.sentence][0]
    if search(_TRIED, _TRIED_BY, layers.text, max(start - 1, 0), act.start):
        return True
    before = max(clause.start - 1, act.start - _FAR, 0)
    return act.part == "noun" and search(_JUDGED, _JUDGED_BY, layers.text, before, act.start + 1) is not None


def _answered(text: str, clause: Clause, act: "Trigger") -> bool:
    """«فرضت السلطات حظر التجول بعد هجوم أوقع …»: whether it is told only as what something else followed."""
    after = _SINCE_THEN.search(text, max(clause.start - 1, act.start - _NEAR, 0), act.start)
    return after is not None and ADVANCED.search(text, clause.start, act.start) is None


def _changed(text: str, act: "Trigger", figures: Sequence["FigureMention"]) -> bool:
    """«لكن الهجوم الذي أوقع 30 قتيلا غير موقف كذا»: whether it opens a sentence as what changed something."""
    return act.points_back and _DID.match(text, act.stop) is not None and _CHANGED.match(text, figures[-1].stop) is not None


def _of_other_year(layers: Layers, clause: Clause, heads: Sequence["Trigger"], figures: Sequence["FigureMention"]) -> bool:
    """«فضت الشرطة الاعتصام يوم 14 أغسطس», read on the 11th: whether people fell on a day that is still to come this year."""
    told = inside(layers.dates, heads[0].stop, figures[0].start) if heads else ()
    day = next((one for one in told if one.kind == "future" and one.rule.endswith("day-month")), None)
    return day is not None and _PLANNED.search(layers.text, clause.start, day.start) is None
