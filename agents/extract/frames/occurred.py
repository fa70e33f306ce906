"""Occurred: which dates of a clause are those of what happened, and which only those on which something was said of it."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from agents.extract.frames import speech
from agents.extract.frames.layers import NEARBY, Clause, Layers, inside

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention

_CONDEMNS = 60  # characters behind a word of condemning in which its day stands
SHORT = timedelta(days=2)  # a night, a day and the night after it

# «الهجوم الذي وقع أمس», «التفجير الانتحاري الاثنين الذي …»: the day of the event, whatever was said or done about it on another day
_BEFELL = re.compile(
    r"(?<!منذ الحرب)\s(?:الذي|التي|اللذين|اللذان|اللتين)\s(?:كان\w*\s)?(?:قد\s)?"
    r"(?:وقع|حدث|جر[يت]|شن|نفذ|استهدف|ضرب|ارتكب|تعرض|طال|اودي|اودت|ادي|ادت|اسفر|خلف|اوقع)\w*\s(?:[^\s،,.:؛]+\s){0,6}[^\s\w]*$"
)
_SPOKEN = re.compile(  # «في تصريح صحفي أمس», «في بيان صدر الثلاثاء», «بحسب ما أعلنت الأمم المتحدة الخميس»
    r"(?:تصريح|تصريحات|بيان|مؤتمر|حديث|مقابله|تغريده|خطاب|كلمه|رساله)\s(?:(?:صحفي|صحافي|متلفز|رسمي|عسكري|مقتضب|تلفزيوني|اذاعي|خاص|مشترك|"
    r"مكتوب|له|لها|لهم|عقد|عقده|عقدته|صدر|صدرت|صادر|نشر|نشره|نشرته|اصدره|اصدرته|وزع|بثه|بثته)ه?\s){0,3}$"
    r"|(?:حسب|وفق|وفقا|كما|علي)\s?ل?(?:\s?ما)?\s(?:اعلن|افاد|ذكر|قال|اوضح|اكد|اورد|كشف|صرح)(?:ت|وا|ته|ه)?\s(?:[^\s،.:]+\s){1,5}$"
)
_BORN = re.compile(r"(?:مواليد|ولد|ولدت|مولود|المولود|تشكلت|تاسس\w*|انضم\w*|لسنه|القانون|المرسوم|انتخابات|منذ)\s")

_BEGUN = re.compile(  # «مظاهرات بدأت في», «الهجوم الذي بدأه الجيش السوري»: all since then
    r"[^\s،,.:]\s(?:بدا|بدات|انطلق|انطلقت|اندلع|اندلعت|(?:التي|الذي)\s(?:بدا|بدات|اطلق|اطلقت)(?:ه|ها)\s(?:\S+\s)?\S+)"
    r"\s(?:في|يوم|بتاريخ|من|منذ)?\s?(?:يوم\s)?$"
)


def begun(text: str, one: "DateMention") -> bool:
    """Whether it is the date on which something that goes on began."""
    return _BEGUN.search(text, max(one.start - 45, 0), one.start) is not None


def of(layers: Layers, clause: Clause) -> tuple[list["DateMention"], "DateMention | None"]:
    """The dates of what happened, and the date on which it was said: «أعلن الجيش أمس أن …», which says little of when it happened."""
    start, stop = layers.sentences[clause.sentence]
    start, stop = max(start, clause.start - NEARBY), min(stop, clause.stop + NEARBY)
    dates = list(inside(layers.dates, clause.start, clause.stop))
    if not dates and clause.link != "new" and clause.lag is None:
        dates = [one for one in inside(layers.dates, start, stop) if one.kind in ("point", "ago")]
    dates = [one for one in dates if one.precision != "year" or not _BORN.search(layers.text, max(start, one.start - 40), one.start)]
    befell = [one for one in dates if one.kind != "since" and _BEFELL.search(layers.text, max(clause.start, one.start - 90), one.start)]
    if befell:
        return befell, next((one for one in dates if one.kind in ("point", "ago") and one not in befell), None)
    spoken = [one for one in dates if one.kind == "point" and _SPOKEN.search(layers.text, max(clause.start, one.start - 70), one.start)]
    spoken += [one for one in _condemned_on(layers, clause, dates) if one not in spoken]
    said_on = spoken[0] if spoken else None
    dates = [one for one in dates if one not in spoken]
    days = [one for one in dates if one.kind in ("point", "ago") and one.precision == "day" and not begun(layers.text, one)]
    if days:
        dates = [one for one in dates if one in days or not begun(layers.text, one)]
    for cue in speech.verbs(layers, clause):
        if not dates:
            break
        told = any(cue.stop <= one.start for one in dates)
        that = speech.that(layers, clause, cue) if told else None
        near = [one for one in dates if cue.stop <= one.start and one.stop <= (that + 1 if that is not None else 0)]
        near += [one for one in dates if 0 <= cue.start - one.stop <= 3 and one.start - clause.start <= 40]
        if near:
            said_on = said_on or near[0]
            dates = [one for one in dates if one not in near]
    return dates, said_on


def _condemned_on(layers: Layers, clause: Clause, dates: list["DateMention"]) -> list["DateMention"]:
    """«أدانت الرياض أمس الهجوم …», «بعث أمس برقية عزاء إثر …»: the days before what is condemned are those on which it was."""
    condemns = next(iter(layers.cues("condemn", clause)), None)
    if condemns is None:
        return []
    acts = layers.cues("event", clause)
    act = next((one.start for one in acts if one.start >= condemns.stop), condemns.stop + _CONDEMNS)
    if any(one.start < condemns.start for one in acts):  # «قتل 5 أمس في هجوم أدانته الرياض»
        return []
    return [one for one in dates if one.kind == "point" and clause.start <= one.start < act]


def still_runs(one: "DateMention", published: date) -> bool:
    """«خلال الأيام الماضية», «هذا الشهر»: a period of several days up to now, which is no day of one occurrence."""
    if one.first is None or one.last is None or one.last - one.first <= SHORT:
        return False
    return published - one.last <= timedelta(days=1)
