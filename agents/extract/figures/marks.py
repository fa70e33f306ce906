"""What the wording says of those counted beside their number, as rule ids: of which nation, armed, attackers, known before."""

import re

from agents.extract.figures.mention import ALSO, AMONG, ATTACKERS, KNOWN, OTHER, OTHERS, TOLD
from agents.extract.harm.counts import Count
from agents.extract.harm.harm import HURT
from agents.extract.harmed import downed
from agents.extract.named import barenames
from agents.extract.parties import aboard, fighters
from agents.extract.places.facts import OCCUPIED
from agents.extract.words import assailants
from agents.extract.words.letters import among

_SETTLER = "مستوطن"  # people who live beyond the border of their nation
_SETTLERS = tuple(f"people.of.{country}" for country in OCCUPIED.values())
_ATTACKER = re.compile(
    rf"(?<![\u0621-\u064a])مهاجم(?:ا|ين|ون)(?![\u0621-\u064a])|(?!الانتحاري(?![يو])){assailants.KNOWN}|المسلح(?![\u0621-\u064a]|\sال(?!ذي))|"
    rf"{assailants.OF_DEED}ي?\s(?:ال)?(?:هجوم|عملي|اعتداء|تفجير|طعن|دهس|نار)"
)
_MADE_IT = re.compile(  # «قتلت الشرطة مسلحين اثنين نفذا الهجوم»
    r"\s(?:اللذين\s|اللذان\s|الذين\s|كانا?\s|كانوا\s)?(?:قد\s)?(?:نفذ|شن|ارتكب|شارك)(?:ا|وا)(?:\sفي)?\s(?:ال(?:هجوم|عمليه|اعتداء|تفجير)|هجوم\sال)"
)
_MADE_BY, _MADE_REACH = ("نفذ", "شن", "ارتكب", "شارك"), 40  # letters without which it finds nothing; characters behind people
_FIGHTER = re.compile(r"مسلح|عنصر|مقاتل|ارهابي|متشدد")  # «43 مسلحا من المهاجمين» fell in a fight that is told of so
_TOO = re.compile(r"(?:\s[^\s،,.:؛]+){0,2}?\s(?:ايضا|كذلك)(?![\u0621-\u064a])")  # «ثلاثة من أطفالهما قتلوا أيضا»
_TOO_BY, _TOO_REACH = (" ايضا", " كذلك"), 30  # letters without which it finds nothing; characters behind people
_TOO_BEFORE = re.compile(r"\s(?:ايضا|كذلك)\s(?:(?:في|عن|الي)\s)?$")  # «تسببت أيضا في مقتل اثنين», «قتل أيضا اثنان»
_BEFORE_REACH = 12  # characters before the word of harm, or people, in which that stands
_OF_ATTACK = 9  # characters behind «منفذ» in which the attack begins
_OF_THEM = re.compile(r"(?:^|\s)(?:احد|احدي|في\sعداد|ضمن|من\sبين)\s$")  # «أبو علي أحد ثلاثة مسلحين قتلوا», «كان في عداد أربعة قتلى»
_WITH_HIM = re.compile(  # «أربعة فلسطينيين بينهم محمد سالم»; not «بينهم أحد عشر طفلا»
    r"\s?،?\s(?:من\s)?(?:بينهم|ضمنهم)\s(?!احد|اثن|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع|عشر)([\u0621-\u064a]{3,}\s[\u0621-\u064a]{3,})(?![\u0621-\u064a])"
)
_WITH_HIM_BY, _WITH_HIM_REACH = ("بينهم", "ضمنهم"), 50
_OF_THEM_BY, _OF_THEM_REACH = ("احد", "عداد", "ضمن", "بين"), 10  # letters without which it finds nothing; characters before people


def marks(count: Count, side: str, measure: str, text: str) -> tuple[str, ...]:
    """All marks of one figure. side: the party that was found for it."""
    return (
        *_armed(count, side, text),
        *_attackers(count, measure, text),
        *_nation(count, text),
        *((OTHER if count.people.high == 1 else OTHERS,) if count.people.other else ()),
        *_also(count, text),
        *_one_of(count, measure, text),
        *_known(count, measure, text),
    )


def _nation(count: Count, text: str) -> tuple[str, ...]:
    """``people.of.IL`` where the noun is that of a nation's people, or of its settlers abroad."""
    people = count.people
    if nation := people.noun.nation or (people.noun.whose if people.noun.of_nation else ""):
        return (f"people.of.{nation}",)
    settled = people.noun.whose == "civilians" and text.find(_SETTLER, people.start, people.stop) >= 0
    return _SETTLERS if settled else ()


def _also(count: Count, text: str) -> tuple[str, ...]:
    """``people.also`` of «ثلاثة من أطفالهما قتلوا أيضا», «تسببت أيضا في مقتل اثنين»: besides those who were told of."""
    start, stop = count.people.start, count.people.stop
    if among(_TOO_BY, text, stop, stop + _TOO_REACH) and _TOO.match(text, stop, stop + _TOO_REACH):
        return (ALSO,)
    for at in (start,) if count.harm is None or count.harm.start > start else (start, count.harm.start):
        first = max(at - _BEFORE_REACH, 0)
        if among(_TOO_BY, text, first, at) and _TOO_BEFORE.search(text, first, at):
            return (ALSO,)
    return ()


def _one_of(count: Count, measure: str, text: str) -> tuple[str, ...]:
    """``people.among.1`` where one known by name is of those counted: «كان سالم في عداد أربعة قتلى», «بينهم محمد سالم»."""
    people = count.people
    if measure not in HURT or not people.counted or (people.low or 0) <= 1:
        return ()
    first = max(people.start - _OF_THEM_REACH, 0)
    if among(_OF_THEM_BY, text, first, people.start) and _OF_THEM.search(text, first, people.start):
        return (f"{AMONG}1",)
    reach = people.stop, people.stop + _WITH_HIM_REACH
    him = _WITH_HIM.match(text, *reach) if among(_WITH_HIM_BY, text, *reach) else None
    return (f"{AMONG}1",) if him and barenames.is_name(him.group(1)) else ()


def _known(count: Count, measure: str, text: str) -> tuple[str, ...]:
    """``people.known`` where one was caught who is known from what he did («اعتقال المهاجم»); ``people.told`` of «القتلى الثلاثة»."""
    people = count.people
    if people.definite and people.counted and people.low == people.high and text.startswith("ال", people.start):
        return (TOLD,)  # not «27 من المسلحين»
    return (KNOWN,) if measure == "captured" and people.definite and not people.counted and people.noun.form == "one" else ()


def _attackers(count: Count, measure: str, text: str) -> tuple[str, ...]:
    """``people.attackers`` where those who were killed or hurt made an attack that is known («المهاجمين الثلاثة», «منفذ الهجوم»)."""
    people = count.people
    if downed.DOWNED in count.rules:
        return (ATTACKERS,)
    if measure not in HURT or people.noun.whose not in ("armed", "rebels", "suspects"):
        return ()
    if among(_MADE_BY, text, people.stop, people.stop + _MADE_REACH) and _MADE_IT.match(text, people.stop):
        return (ATTACKERS,)
    attacked = _ATTACKER.search(text, people.start, people.stop + _OF_ATTACK)
    return (ATTACKERS,) if attacked and not _FIGHTER.search(text, people.start, attacked.start()) else ()


def _armed(count: Count, side: str, text: str) -> tuple[str, ...]:
    """``people.armed`` where the words say that people of no known side bore arms: «مسلح مجهول», «ثلاثة من طاقمه»."""
    if side != "unknown":
        return ()
    arms = count.people.noun.whose in ("armed", "rebels", "suspects", "state") or aboard.crew(count.people, text)
    return ("people.armed",) if arms and not fighters.anybody(count.people, text) else ()
