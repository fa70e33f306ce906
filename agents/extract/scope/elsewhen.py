"""Elsewhen: days that a clause tells of something else than its act: a peaceful deed before it, a session, what came first or after."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.words.letters import search
from agents.extract.words.spans import any_inside

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger
    from agents.extract.days.dates import DateMention

_WEEKS = timedelta(days=20)
_LATELY = timedelta(days=1)  # of yesterday and today the act may be too
_WORDS = r"(?:[^\s،,.:؛]+\s)"
_BEFORE = re.compile(r"\sقبل\sان\s(?:[^\s.:؛]+\s){1,9}$")  # «سيطر المسلحون على القرية قبل أن يعود الهدوء السبت»
_SINCE_TOLD = re.compile(  # «الهجوم بعدما انتهت مساء الثلاثاء مهلة», «هجوم بعد فشل المحادثات الأسبوع الماضي»
    r"\s(?:(?:بعدما|بعد\sان)\s(?:كان\w*\s)?(?:قد\s)?(?:انته|انهار|اعلن|تعهد|قرر|توصل|رفض|فشل|صوت|اقر|مدد|تول|استقال|عزل|فرض)\w*"
    r"|(?:بعد|عقب)\s(?:ال)?(?:انتهاء|انهيار|تعهد|قرار|توصل|توقيع|رفض|فشل|تصويت|اقرار|تمديد|تولي|تسلم|تعيين|انتخاب|استقاله|فرض|زياره)\w*"
    r"|رغم\s(?:اصدار|صدور|تبني|اعتماد|اعلان|دعوه|توقيع|توصل|اتفاق|هدنه|قرار)\w*"  # «يقصف المدينة رغم إصدار مجلس الأمن السبت قرارا»
    rf")\s{_WORDS}{{0,8}}$"
)
_MEETING = re.compile(  # «مستنكرا في جلسته التي عقدها أمس», «اجتماع عقد السبت», «زيارة قام بها الأحد»
    r"\s\S{0,3}(?:جلست?|اجتماع|زيار[هت]|جول[هت]|لقاء|كلم[هت]|خطاب|مؤتمر|اتصال|خطب[هت]|قم[هت])(?:ه|ها|هم|ا|ات)?\s"
    rf"{_WORDS}{{0,2}}(?:عقد|قام|اجر[يت]|القا|ادلي|ترا?س|حضر|جمع)\w*\s{_WORDS}{{0,4}}$"
)
_MEETING_BY = ("عقد", "قام", "اجر", "القا", "ادلي", "تراس", "ترس", "حضر", "جمع")
_PEACEFUL = re.compile(  # «وصلت أمس طائرتان», «سلمت واشنطن أمس أرملة قيادي»: what harms nobody
    rf"(?:^|[\s\"«])[وف]?(?:وصل|هبط|عاد|غادر|زار|تسلم|سلم|عين|مدد|افتتح|اجتمع|التق|توجه)(?:ي|ت|وا|ا)?\s{_WORDS}{{0,6}}[،,]?\s?$"
)
_PEACEFUL_BY = ("وصل", "هبط", "عاد", "غادر", "زار", "سلم", "عين", "مدد", "افتتح", "اجتمع", "التق", "توجه")
_VISIT = re.compile(  # «زيارته المصابين في المستشفى أمس», «قدم العزاء لأسر الشهداء الأحد»
    r"\s\S{0,3}(?:زيار[هت]|زار|تفقد|عزاء|عاد)(?:ه|ها|هم|ت|وا)?\s(?:[^\s،,.:؛]+\s)?(?:ل?ل|ال)?(?:مصاب|جرح|اسر|ذوي|عائل|شهداء)\S*\s"
    rf"{_WORDS}{{0,5}}[^\s\w]*$"
)
_VISIT_BY = ("زيار", "زار", "تفقد", "عزاء", "عاد")
_ITS_PEOPLE = re.compile(  # «هوية منفذ تفجير مسجد», «لضحايا غارة على»: who did or suffered the act
    r"[\s\"«][وبل]?(?:منفذ|مرتكب|مدبر|مصاب|جرح|ضحايا|شهداء|مخطط)(?:ي|ه|و)?\s$"
)
_OLDER = re.compile(r"\s(?:بعدما|بعد|عقب|في اعقاب|قبل ان|بسبب)\s")
_LAID = re.compile(r"\s(?:زرع|وضع|خبا)(?:ت|ه|ها|ته|تها|وه|وها|وا)?\s(?:[^\s،,.:؛]+\s){0,3}[^\s\w]*$")  # «العبوة التي زرعها مسلحون الجمعة»
_HAD = re.compile(r"\s(?:الذي|التي|الذين)\sكان\w*\sقد\s(?:[^\s،,.:؛]+\s){1,3}[^\s\w]*$")  # «الجماعة التي كانت قد خسرت قبل أيام»
_LAID_BY = ("زرع", "وضع", "خبا")
_REACH = 90  # characters before a day


def of_another(text: str, start: int, stop: int) -> bool:
    """Whether a day is that on which a bomb was laid, or on which what somebody is known for had come before."""
    return search(_LAID, _LAID_BY, text, start, stop) is not None or search(_HAD, ("كان",), text, start, stop) is not None


def of_other(layers: Layers, clause: Clause, heads: Sequence["Trigger"], one: "DateMention") -> bool:
    """Whether a day is that of what came after the act («قبل أن»), or of what was announced or ended before it, days ago."""
    if not heads or one.kind == "since" or one.last is None or not _LATELY < layers.published - one.last < _WEEKS:
        return False
    start = max(clause.start, one.start - _REACH)
    found = search(_BEFORE, ("قبل ان",), layers.text, start, one.start)
    if found is None:
        found = search(_SINCE_TOLD, ("بعد", "عقب", "رغم"), layers.text, start, one.start)
    return found is not None and not _tells(layers, clause, heads, found.start(), one.stop)


def _tells(layers: Layers, clause: Clause, heads: Sequence["Trigger"], start: int, stop: int) -> bool:
    """Whether a clause tells of its act behind a place, or of people harmed up to another."""
    if any(head.start > start for head in heads) or any_inside(layers.figures, start, stop):
        return True
    return any_inside(layers.cues("harm", clause), start, stop)


def of_its_people(
    layers: Layers, clause: Clause, heads: Sequence["Trigger"], dates: list["DateMention"], told: Sequence[int]
) -> list["DateMention"]:
    """«كشفت الشرطة الأحد هوية منفذ تفجير مسجد»: the days before an act that is only whose doers, or whose wounded, something is told of."""
    act = next((one for one in heads if one.part == "noun"), None) if dates else None
    if act is None:
        return []
    people = _ITS_PEOPLE.search(layers.text, max(clause.start, act.start - 12), act.start)
    if people is None or any(at < people.start() for at in told):
        return []
    return [
        one
        for one in dates
        if one.kind == "point" and one.precision == "day" and clause.start <= one.start and one.stop <= people.start() + 1
    ]


def aside(
    layers: Layers, clause: Clause, heads: Sequence["Trigger"], dates: list["DateMention"], told: Sequence[int]
) -> list["DateMention"]:
    """The days of a session at which somebody answers an act, or of a peaceful deed that came after it.

    told: where the words begin that tell of an act or of people harmed, in order.
    """
    answered = any(True for value in ("condemn", "answer") for _ in layers.cues(value, clause))
    found: list[DateMention] = []
    for one in dates if told and heads else ():
        if one.kind != "point" or one.precision != "day":
            continue
        start = max(clause.start, one.start - _REACH)
        met = answered and search(_MEETING, _MEETING_BY, layers.text, start, one.start) is not None
        if met or search(_VISIT, _VISIT_BY, layers.text, max(start - 1, 0), one.start) is not None:
            found.append(one)
        elif told[0] > one.stop and search(_PEACEFUL, _PEACEFUL_BY, layers.text, max(start - 1, 0), one.start) is not None:
            found += [one] if _OLDER.search(layers.text, one.stop - 1, heads[0].start) is not None else []
    return found
