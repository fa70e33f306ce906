"""Other acts: whether a clause says itself that its act is another one than what was told («في هجوم آخر», «غارات أخرى»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.places.classes import CLASSES, any_class
from agents.extract.words.letters import among
from agents.extract.words.ranks import up_to

if TYPE_CHECKING:
    from agents.extract.acts.layers import Clause
    from agents.extract.acts.trigger import Trigger
    from agents.extract.places.mention import PlaceMention

_SOME = up_to(4)
_FURTHER = "|".join(_SOME)
# behind an act, at most an adjective between them: «غارة جوية أخرى», not «هجوم على حاجز آخر»
_OTHER = re.compile(
    r"(?:\s(?!في\s|علي\s|الي\s)(?:[^\s،,.:؛]{2,}(?:ي|يه)|مسلح|دام|مزدوج))?"
    rf"\s(?:اخري?|منفصل[ها]?|مماثل[ها]?|ثان|(?:{_FURTHER})[ها]?)(?![\u0621-\u064a])"
)
_ELSEWHERE = re.compile(  # «قتل ثلاثة في مناطق أخرى»; not «في دوما ومناطق أخرى»
    rf"\s(?:و?في\s|ب)(?:اماكن|مكان|مواقع|موقع|{CLASSES}|{any_class('axis')})"
    r"\s(?:اخري?|متفرقه\sاخري)(?![\u0621-\u064a])"
)
_LATER = re.compile(r"و(?:(?:بعد|قبل)(?:ها|ه|\sذلك)\sب(?:يوم|اي?ام|اسبوع|اسابيع|شهر|اشهر)|في\sاليوم\sالتالي\s)")
_NOT_SINCE = r"(?!من\s(?!ذلك\s|امس\s|اليوم\s)|علي\s|[اتين]*ر?تفع|[تي]?علن|اعلن)"  # «بعد ساعات من», «وبعد ساعات أعلن»
_HOURS = re.compile(rf"و(?:بعد(?:ها|ه)?\s(?:ذلك\s)?ب?(?:ساعات|ساعه|ساعتين|دقائق)|في\sوقت\sلاحق)\s{_NOT_SINCE}")
_SECOND = re.compile(  # «الهجوم الثاني», «الاعتداء الانتحاري الآخر»
    rf"(?:\sال(?!ذي\s|تي\s)[^\s،,.:؛]{{2,}}(?:ي|يه))?\sال(?:{_FURTHER}|اخر|اخري)ه?(?!\s(?:من\s|خلال\s|في\sاقل|منذ\s|الذي\s(?:[يت]|استهدف)))(?![\u0621-\u064a])"
)
_TWO = re.compile(  # «انفجار سيارتين مفخختين. ووقع الانفجار الثاني حين …»: of two that were counted together
    r"(?:انفجار|تفجير|هجوم|اعتداء|سيار|غار|عبو|انتحاري|مفخخ|صاروخ|قذيف|عملي|ضرب)ت?(?:ين|ان)(?![\u0621-\u064a])|مزدوج"
)
_BOMBINGS = frozenset(["suicide", "ied"])
_FOLLOWS = re.compile(r"(?:^|\s)و?(?:تلاه|تلته|تلاها|تلتها|اعقبه|اعقبته|اعقبها|اعقبتها|تبعه|تبعته)\s(?:\S+\s)?$")
_TOO = re.compile(r"كما\s(?:قتلت?|اصيبت?|جرحت?|استشهدت?|لقي|سقط|قضي)\s")
_OWN_PLACE = 60  # characters from an act to its place
_AFTER = 20  # characters from that word to the bomb
_TOLD_TOGETHER = 300  # characters before the second in which both were
_SECOND_BY = (*(f" ال{one}" for one in _SOME), " الاخر")
_OTHER_BY = (" اخر", " منفصل", " مماثل", " ثان", *(f" {one}" for one in _SOME))  # letters without which it finds nothing


def of(text: str, clause: "Clause", heads: Sequence["Trigger"], places: Sequence["PlaceMention"]) -> bool:
    """Whether the first act that a noun names in the clause is called another one; of two («في هجوم .. وفي هجوم آخر») the first is not.

    So is what happened days before or after what was told («وبعدها بأيام أصيب 25 شخصا في هجوم»), and an act of hours later.
    """
    if _followed(text, heads) or (clause.link and _LATER.match(text, clause.start, clause.stop)):
        return True
    if _HOURS.match(text, clause.start, clause.stop) and any(one.code in VIOLENT and not one.points_back for one in heads):
        return True
    if not among(_OTHER_BY, text, clause.start, clause.stop):
        return among(_SECOND_BY, text, clause.start, clause.stop) and _is_second(text, clause, heads)
    if (away := _ELSEWHERE.search(text, clause.start, clause.stop)) and all(one.start > away.start() for one in places):
        return True
    noun = next((one for one in heads if one.part == "noun"), None)
    if noun is None or noun.definite or noun.code not in VIOLENT:
        return _is_second(text, clause, heads)
    bomb = (one for one in heads if one.code in VIOLENT and one.part == "noun" and 0 <= one.start - noun.stop <= 1)
    return any(_OTHER.match(text, one.stop, clause.stop) for one in (noun, *bomb))  # «انفجار سيارة مفخخة أخرى»


def hurt_too(text: str, clause: "Clause", heads: Sequence["Trigger"], places: Sequence["PlaceMention"]) -> bool:
    """«كما قتل أربعة جنود في كمين قرب كذا»: whether others too were harmed, in an act of no article that has a place of its own."""
    hurt = text.startswith("كما ", clause.start) and _TOO.match(text, clause.start, clause.stop)
    noun = next((one for one in heads if one.part == "noun" and one.code in VIOLENT), None)
    if not hurt or noun is None or noun.definite or noun.start < hurt.end():
        return False
    return any(noun.stop <= one.start < noun.stop + _OWN_PLACE for one in places)


def follows(text: str, start: int) -> bool:
    """«أعقبه اقتحام المبنى»: whether an act is told as what followed the one before it."""
    before = text[max(start - _AFTER, 0) : start]
    return ("عقب" in before or "تل" in before or "تبع" in before) and _FOLLOWS.search(before) is not None


def _followed(text: str, heads: Sequence["Trigger"]) -> bool:
    """«تفجير انتحاري استهدف مجلس عزاء، تلاه تفجير سيارة مفخخة»: whether a clause tells of the bomb that followed one."""
    return bool(heads) and heads[0].code in _BOMBINGS and not heads[0].definite and follows(text, heads[0].start)


def _is_second(text: str, clause: "Clause", heads: Sequence["Trigger"]) -> bool:
    """«أوقع الهجوم الأول 15 قتيلا، فيما أدى الهجوم الثاني إلى …»: whether the first known act of a clause is a further one of several."""
    noun = next((one for one in heads if one.part == "noun"), None)
    if noun is None or not noun.definite or noun.code not in VIOLENT:
        return False
    if _SECOND.match(text, noun.stop, clause.stop) is None:
        return False
    return _TWO.search(text, max(clause.start - _TOLD_TOGETHER, 0), clause.start) is None
