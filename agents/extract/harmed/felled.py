"""Felled: people of whom the words behind them say that they fell («أردته قتيلا», «أوقعت تسعة منهم قتلى»), or that they were hurt."""

import re

from agents.extract.harm.counts import REFUSED, Count, Line
from agents.extract.harm.harm import HURT
from agents.extract.harmed.harmed import undergoes
from agents.extract.people.people import People
from agents.extract.people.victims import nominative
from agents.extract.words.letters import among

_FELLED = re.compile(r"(?:^|\s)[وف]?(?:[يت]ردي|اردي|اردا?)(?:ت|وا?)?(?:ه|ها|هم|هما)\s$")
# «الحراس أطلقوا عليهم النار وأردوهم قتلى»
_SHOT_BACK = re.compile(r"(?:\s[^\s،.:]+){0,2}?\s(?:[^\s،.]+وهم|[^\s،.]+وا\s(?:عليهم|لهم|بهم))\s")
_FELLING = re.compile(r"(?:^|\s)[وف]?(?:[تي]?وقع|اوقع|ترك|خلف)(?:ت|وا)?\s[^،.]*$")
_STRUCK = re.compile(  # right before whom somebody struck
    r"(?<![\u0621-\u064a])[وف]?(?:(?:طعن|صدم|دهس|هاجم|استهدف|باغت|ضرب|انزل|اخرج)(?:ت|وا)?|(?:النار|الرصاص|نيرانه)\s(?:علي|صوب|باتجاه|تجاه))"
    r"\s(?:[^\s،.:]+\s){0,4}$"
)
_TOOK = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:(?P<abducted>خطف|اختطف)|اعتقل|اوقف|احتجز|اسر)(?:ت|وا)?\s(?:[^\s،.:]+\s){0,4}$")
_AND_HIT = re.compile(
    r"(?:\s[^\s،.:]+){0,7}?\s(?:[وف]|ثم\s)(?:(?P<wounded>اصاب)|قتل|اعدم|ذبح)(?:ت|وا?)?(?P<whom>هما|هم|ها|ه)(?![\u0621-\u064a])"
    r"(?P<how>\s(?:بجروح|بجراح|باصاب|برصاص|بالرصاص|بطلق|بعيار|اصاب)\S*)?"
)
_HIT_BY = ("اصاب", "قتل", "اعدم", "ذبح")  # one of which _AND_HIT needs
_SLAIN_SO = dict.fromkeys(("قتل", "اعدم", "اغتال", "ذبح"), "killed") | dict.fromkeys(("خطف", "اختطف"), "abducted")
_REMAINS = re.compile(r"(?:جثث|جثه|جثت[يا]|رفات|جثامين|جثمان)\s$")
_SLAIN = re.compile(
    rf"\s(?:(?:الذين|اللذين)\s)?(?:كانت?\s)?(?:قد\s)?(?P<verb>{'|'.join(_SLAIN_SO)})(?:ت|وا)?(?P<whom>هما|هم|ها|ه)"
    r"\s(?!في\s|علي\s|من\s|ب|ل)[\u0621-\u064a]{3,}"
)
_AND_HURT = {"killed": (" وجرحي", " ومصابين"), "wounded": (" وقتلي",)}  # «قتلى وجرحى»
_DOZENS = 20
_FALLS, _SEVERAL = re.compile("سقط|سقوط|وقوع"), frozenset(["many", "two", "either"])
_WHOM = {"هما": "two", "هم": "many"}
_WHO_FELL = re.compile(r"\s(?:[^\s،.:]+\s){0,4}")
_FELLING_REACH, _LAID_REACH, _STRUCK_REACH, _HIT_REACH = 60, 40, 50, 90  # characters


def felled(line: Line, count: Count) -> str:
    """«أردته قتيلا»: of whom was told before, unless those shot at others; else of one person of whom no more is said."""
    if count.people.noun.measure != "killed" or not _FELLED.search(line.before(count.people.start, 14)):
        return ""
    if line.last is None or line.last.measures or _SHOT_BACK.match(line.text, line.last.people.stop, count.people.start):
        count.measures = ("killed",)
        return "figure.felled"
    line.last.tell("figure.felled", ("killed",), None)
    return REFUSED


def laid_low(line: Line, count: Count) -> str:
    """«أوقعت تسعة منهم قتلى وعددا آخر جرحى»: of people counted right before, behind a verb of felling or another who fell so."""
    people, last, measure = count.people, line.last, count.people.noun.measure
    if measure not in HURT or people.counted or people.particles or last is None or not last.people.counted:
        return ""
    if last.measures:
        return _as_hurt(line, last, people, measure)
    if not (last.people.noun.whose or line.text.startswith(" من", last.people.stop)):
        return ""  # «عشرات الأسر»
    if people.start - last.people.stop > _LAID_REACH or not _WHO_FELL.fullmatch(line.text, last.people.stop, people.start):
        return ""
    told = len(line.counts) - line.first > 1 and line.counts[-2].rules[-1:] == ["figure.laid-low"]
    if not (told or _FELLING.search(line.before(last.people.start, _FELLING_REACH))):
        return ""
    last.tell("figure.laid-low", (measure,), None)
    return REFUSED


def _as_hurt(line: Line, last: Count, people: People, measure: str) -> str:
    """«سقط خمسة من الجنود جرحى», «شهداء»: what a noun says of those of whom a verb only says that they fell."""
    head = last.harm
    if (
        head is None
        or last.measures != ("killed",)
        or people.noun.form not in _SEVERAL
        or not _FALLS.search(line.text, head.start, head.stop)
    ):
        return ""
    if people.start - last.people.stop > _LAID_REACH or not _WHO_FELL.fullmatch(line.text, last.people.stop, people.start):
        return ""
    both = line.text.startswith(_AND_HURT[measure], people.stop)
    if both and last.people.high is None and (last.people.low or 0) < _DOZENS:
        return ""  # «سقط عدد منهم قتلى وجرحى»: some of each
    last.measures = ("killed_or_wounded" if both else measure,)
    last.rules.append("figure.laid-low")
    return REFUSED


def exposed(line: Line, count: Count) -> str:
    """«تعرض 20 شخصا لإصابات مختلفة»: injuries are of those who stand before."""
    people, last = count.people, line.last
    injuries = not people.counted and people.noun.measure == "wounded" and people.particles[:1] == "ل"
    if last is None or not injuries or not undergoes(line, people.start):
        return ""
    last.tell("figure.undergone.wounded", ("wounded",), None)
    return REFUSED


def slain(line: Line, count: Count) -> str:
    """«شيعوا ثلاثة مدنيين قتلهم المستوطنون»: people right before a verb that has them for its object."""
    people, head = count.people, line.waiting
    if people.definite or people.particles or not people.noun.whose or people.noun.measure or (head is not None and head.measure != "none"):
        return ""
    done = None if _REMAINS.search(line.before(people.start, 9)) else _SLAIN.match(line.text, people.stop)  # found long after
    many = "one" if people.high == 1 else "two" if people.high == people.low == 2 else "many"
    if done is None or not (people.counted or people.high is not None) or many != _WHOM.get(done["whom"], "one"):
        return ""
    count.measures, line.hungry = (_SLAIN_SO[done["verb"]],), False
    return f"figure.slain.{count.measures[0]}"


def struck(line: Line, count: Count) -> str:
    """«أطلق النار على ثلاثة جنود فأصابهم بجروح», «طعن حارسا وقتله»: whom somebody struck, and what a verb joined to that says of them."""
    people, last = count.people, line.last
    near = people.stop + _HIT_REACH
    if not (people.noun.whose or people.counted) or people.definite or people.particles[:1] not in ("", "ل"):
        return ""
    if not people.counted and nominative(line.text, people.start, people.stop):
        return ""  # «أوقف مسلحون حافلة وأنزلوا ستة ركاب وقتلوهم»
    if not among(_HIT_BY, line.text, people.stop, near):  # most people: the patterns take their time
        return ""
    hit = _AND_HIT.match(line.text, people.stop)
    before = line.before(people.start, _STRUCK_REACH)
    took = _TOOK.search(before) if hit and not hit["wounded"] else None
    if hit is None or (hit["wounded"] and not hit["how"]) or not (took or _STRUCK.search(before)):
        return ""
    many = "one" if people.high == 1 else "two" if people.high == 2 and people.low == 2 else "many"
    if many != _WHOM.get(hit["whom"], "one"):
        return ""
    if last is not None and last.rules[-1:] == [f"figure.struck.{last.measures[0] if last.measures else ''}"]:
        last.measures = ()  # «طعن شاب جنديا وأصابه»
        last.rules.append("figure.agent")
    of_taken = ("abducted",) if took and took["abducted"] else ("captured",) if took else ()
    count.measures = ("wounded",) if hit["wounded"] else (*of_taken, "killed")  # «خطفوا ثلاثة عمال وقتلوهم»
    return f"figure.struck.{count.measures[-1]}"
