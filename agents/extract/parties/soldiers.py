"""Soldiers: of which state soldiers and policemen are, as their own words say, who tells of them, or where they fell."""

import re
from typing import TYPE_CHECKING

from agents.extract.counted.ofthem import OF_THEM
from agents.extract.harm.counts import Count
from agents.extract.parties import agreeing
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.people.victims import noun
from agents.extract.places.facts import OCCUPIED
from agents.extract.words.letters import among
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.spans import first_from
from agents.extract.words.wordlists import any_of
from streams.vocabulary import Subset

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_SAID = re.compile(
    r"(?<![\u0621-\u064a])[وف]?(?:كما\s)?"
    r"(?:(?:[يت]?علن|ا(?:علن|كد|فاد|وضح|ضاف|عترف|قر)|ذكر|قال|[يت](?:ؤكد|وكد|ذكر|قول))ت?|اعلان)\s(?:(?!ب?ان\s)[^\s،.:]+\s){0,2}$"
)
_TELLS_OF = re.compile(  # «الجيش التركي يعلن مقتل جنديين»: of his own, not «يعلن مقتل جندي سوري»
    r"[\"»]?\s(?:[يت](?:علن|ؤكد|وكد|نعي|شيع)|اعلنت?|اكدت?|نعت|شيعت?)\s(?:عن\s)?"
    rf"(?:{any_of('acts', 'death')}|{any_of('acts', 'hurt')}|وفاه|فقدان)\s"
)
_OF_DEATH = re.compile(  # «اعترف الجيش التركي بمقتل», up to those who died
    rf"[\"»]?\s(?:عن\s|ب)?(?:{any_of('acts', 'death')}|{any_of('acts', 'hurt')}|وفاه|فقدان)\s(?:[^\s،.:؛]+\s)?"
)
_OFFICES = re.compile(r"(?:وزاره\s)?(?:الدفاع|الداخليه|رئاسه\sالاركان)\sال\S+يه")
_MINISTRIES, _ARMIES = ("وزاره الدفاع", "وزاره الداخليه"), ("الجيش ", "القوات المسلحه ")
_BORDER = "الحدود "
_QUOTED = re.compile(r"(?<![\u0621-\u064a])(?:ب?حسب(?:ما)?|وفقا?|كما|نقلا\sعن|طبقا)\s(?:ل|ما\s)?(?:[^\s،.:]+\s){0,2}(?:ل)?$")
_TELLS = 60  # characters between a ministry and those it tells of
_SPEAKS = 45  # characters in which a sentence says who speaks
_GUARDS = "مرابط"  # what soldiers at a border are called, and those who keep watch in a mosque
_MORE = re.compile(  # «جنديان وخمسة مقاتلين سوريين», «مقتل جنديين. وقصفت تركيا …», «14 عسكريا بينهم سبعة إيرانيين»
    rf"[.؟!؛\n]|\s(?:من\s)?(?:بين|ضمن)هم\s|\sو(?:\d+|عدد|اثن|{FEW_BEGIN})\S*\s(?!جنود|عساكر|جندي|ضباط|ضابط|عسكري|شرطي)"
)
_AND_MORE_OF = re.compile(  # «ضابط وأربعة جنود على الأقل من الجانب التركي»: what is said of the last is said of the first
    r"\sو(?:(?!جند|جنود|ضابط|ضباط|شرط|عسكري|قتلي|قتيل)[^\s،,.:؛]+\s)?(?:جند|جنود|ضابط|ضباط|شرط|عسكري|قتلي|قتيل)[\u0621-\u064a]*"
    r"(?:\sعلي\sالاقل)?\sمن\sالجانب(?=\sال)"
)
THEY_DID = re.compile(r"\s\S+وا\s")
_ADJECTIVE_REACH = 18  # characters
_OWNS_UP = re.compile(  # «اعترف الجيش بغارة قتلت سبعة جنود», «أعلن أنه مسؤول عن الهجوم»: of others
    r"[\"»]?\s(?:(?!ب?ان\s)[^\s،,.:؛]+\s){0,5}?(?:ب(?:ال)?(?P<act>غار|قصف|ضرب[هت]|هجوم|استهداف|شن|تنفيذ|قتل|اطلاق)|(?:انه[ام]?\s|ب|عن\s)?مس[وؤ]ول\S*\sعن\s)"
)
_OWNS, _OWNS_REACH = ("عترف", "اقر "), 10  # letters without which no act is owned up to; characters behind who does in which they stand
_OF_ITS_OWN = (" من مواطنيها", " من مواطنيه", " من ابنائها", " من رعاياها")  # «الوكالة الإماراتية: ضابط من مواطنيها»
_OF = " من "
_FELL = frozenset(["killed", "wounded"])
_AND_SOLDIERS = (" والجنود", " وجنود")  # «من الضباط والجنود»
_POLICE = "شرط"
_OF_POLICE = (" من الشرطه", " من شرطه", " من قوات الشرطه")
_OF_ARMY = (" من الجيش", " من جيش", " من قوات الجيش", " من القوات ال", " من افراد الجيش")


def party(people: People, span: tuple[int, int], context: Context) -> str:
    """Whose soldiers or policemen they are: of the nation that is named, that speaks, else of the country."""
    if own := _own_force(people, span, context):
        return own
    said = nation(people, context) or _of_state_before(people, span, context) or _speakers(people, span, context)
    if not said and context.text.startswith(_OF_ITS_OWN, people.stop):
        said = context.nation_in(span[0], people.start)
    said = said or _told_by(people, span, context)
    state = said or context.forces_at(people.start, *span)
    if not said and state in OCCUPIED and context.text.find(_GUARDS, people.start, people.stop) >= 0:
        return "civilians"  # «المرابطين في المسجد»
    if state == context.country and not said and people.noun.subset != "officers" and context.army:
        return context.army  # «مقتل جنديين» in Libya, of the army of the article
    of_army = people.noun.subset == "soldiers" or context.text.startswith(_AND_SOLDIERS, people.stop)
    state = OCCUPIED.get(state, state) if of_army else state  # there the soldiers are the other's
    return f"gov:{state}" if state else "unknown"


def of_struck(actor: "ActorMention", people: People, span: tuple[int, int], context: Context) -> str:
    """«غارة على مواقع الجماعة أصابت أربعة من الشرطة»: the irregular force that was struck, whose police they are; else ""."""
    police = actor.rule == "actor.context" and actor.cls == "state" and _POLICE in context.text[actor.start : actor.stop]
    return context.group_struck(people.start, span[0]) if police else ""


def from_land(count: Count, context: Context) -> str:
    """«قتل مدنيان وجندي من تشاد»: the country that «of» names right behind soldiers who fell; "" where it names none."""
    people = count.people
    if people.noun.whose != "state" or _FELL.isdisjoint(count.measures) or not context.text.startswith(_OF, people.stop):
        return ""
    return context.land_at(people.stop + len(_OF))


def subset(people: People, side: str, context: Context) -> Subset | None:
    """«20 قتيلا، بينهم خمسة من الجيش السوري»: what those of a state's force are, who are only counted before its name; None for others."""
    if people.noun.whose or not (people.counted and side.startswith("gov:")):
        return None
    if context.text.startswith(_OF_POLICE, people.stop):
        return "officers"
    return "soldiers" if context.text.startswith(_OF_ARMY, people.stop) else None


def teller(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«أعلنت طهران مقتل سبعة من مقاتليها»: the party named last before people of its own, if it tells of them; None where it does not."""
    before = context.actors_in(span[0], people.start) if people.noun.form == "own" else ()
    return before[-1].actor if before and _SAID.search(context.text, span[0], before[-1].start) else None


def named_before(people: People, span: tuple[int, int], context: Context) -> str:
    """«يستهدفون عناصر الأمن، حيث قتل المئات منهم»: whose the soldiers are, named last in their sentence, of whom some fell; else ""."""
    text, hits = context.text, context.hits.get("victim", ())
    here = first_from(hits, people.start)
    last = hits[here - 1] if here and OF_THEM.match(text, people.stop) else None
    if last is None or last.start < span[0] or not last.value.startswith("state") or text[last.stop - 1] == "ه":
        return ""
    known = last.proclitic.endswith(("ال", "لل")) or text.find(" ال", last.start, last.stop) >= 0
    if context.actors_in(last.stop, people.start) or (known and THEY_DID.search(text, last.stop, people.start)):
        return ""  # «فرد الجنود وقتلوا خمسة منهم»: of others
    return party(people._replace(start=last.start, stop=last.stop, noun=noun(last.value)), span, context)


def _own_force(people: People, span: tuple[int, int], context: Context) -> str:
    """«أعلن حلف الأطلسي مقتل ثلاثة من جنوده»: the force that tells of soldiers of its own and is no state's; "" where none does."""
    before = context.actors_in(span[0], people.start) if people.noun.form == "own" else ()
    if not before or before[-1].cls in ("state", "civilians", "protesters") or not _SAID.search(context.text, span[0], before[-1].start):
        return ""
    return before[-1].actor


_IN_ANSWER = re.compile(r"(?:بعد|عقب|اثر|غداه|ردا علي|انتقاما ل|خلفيه|علي)\s?(?:مقتل|قتل|سقوط|اصابه|اسر)\s(?:نحو\s)?$")
_KILLED = re.compile(r"(?:\s\S+)?\s(?:قتل|اصاب|اسر|جرح)ت?\s(?:(?:نحو|امس|اليوم)\s)?")
_ANSWERS = 25  # characters before people in which that stands


def _of_state_before(people: People, span: tuple[int, int], context: Context) -> str:
    """«أكدت طهران مقتل سبعة من جنودها في قصف»: the state named last before soldiers that are its own; "" for others, or where none is."""
    if people.noun.form != "own":
        return ""
    before = [one for one in context.actors_in(span[0], people.start) if one.cls == "state"]
    if len({one.actor for one in before}) > 1:
        ending = agreeing.ending(context.text[people.start : people.stop])
        before = [one for one in before if agreeing.gender(one, context.text) in (ending, "")] or before
        if _IN_ANSWER.search(context.text, max(span[0], people.start - _ANSWERS), people.start):
            return before[0].country  # «قصفت تركيا قوات النظام ردا على مقتل خمسة من جنودها»
    if len(before) > 1 and _KILLED.fullmatch(context.text, before[-1].stop, people.start):
        before.pop()  # «أعلنت تركيا أن قوات النظام قتلت خمسة من جنودها»
    return before[-1].country if before else ""


def _speakers(people: People, span: tuple[int, int], context: Context) -> str:
    """«قال الجيش التركي إن جنديين قتلا»: an army tells of its own; "" where none speaks."""
    beside = next(reversed(context.actors_in(max(span[0], people.start - _SPEAKS), people.start)), None)
    admits = beside is not None and beside.actor.startswith("gov:") and _OF_DEATH.fullmatch(context.text, beside.stop, people.start)
    if beside is not None and admits and _SAID.search(context.text, span[0], beside.start):
        return beside.actor.removeprefix("gov:")  # «قتلت الجماعة أربعة، واعترف الجيش التركي بمقتل ضابط»
    speaker = next(iter(context.actors_in(span[0], min(span[0] + _SPEAKS, people.start))), None)
    if speaker is None or speaker.cls != "state" or _owns_up(speaker, span[0], context.text):
        return _ministry(people, span, context)
    if not (_SAID.search(context.text, span[0], speaker.start) or _TELLS_OF.match(context.text, speaker.stop)):
        return _ministry(people, span, context)
    return speaker.actor.removeprefix("gov:") if speaker.actor.startswith("gov:") else ""


def _owns_up(speaker: "ActorMention", start: int, text: str) -> bool:
    """«اعترف الجيش بغارة», «أعلن الجيش مسؤوليته عن القصف»: whether who speaks says that he did it, and so tells of others' dead."""
    did = _OWNS_UP.match(text, speaker.stop)
    return did is not None and (did["act"] is None or among(_OWNS, text, start, speaker.stop + _OWNS_REACH))


def _ministry(people: People, span: tuple[int, int], context: Context) -> str:
    """«الدفاع الروسية: مقتل أربعة جنود», «إعلان الداخلية المصرية عن مقتل شرطيين»: the nation whose ministry tells; "" where none does."""
    text = context.text
    office = next(iter(_OFFICES.finditer(text, max(span[0], people.start - _TELLS), people.start)), None)
    if office is None:
        return ""
    if not (text.startswith(":", office.end()) or _TELLS_OF.match(text, office.end()) or _SAID.search(text, span[0], office.start())):
        return ""
    return context.nation_in(office.start(), office.end())


def _told_by(people: People, span: tuple[int, int], context: Context) -> str:
    """«قتل 17 جنديا قرب الحدود، بحسب وزارة الدفاع في النيجر»: the state whose ministry is quoted behind soldiers; "" where none is."""
    text = context.text
    at_border = text.find(_BORDER, *span) >= 0  # where an army tells of its own too, whatever land is named
    offices = _MINISTRIES + _ARMIES if at_border else _MINISTRIES
    if not any(text.find(one, people.stop, span[1]) >= 0 for one in offices):
        return ""
    for one in context.actors_in(people.stop, span[1]):
        if one.cls == "state" and text.startswith(offices, one.start) and _QUOTED.search(text, people.stop, one.start):
            return one.country or ""
    return ""


def nation(people: People, context: Context) -> str:
    """The nation that an adjective names in or right behind people («جنديا تركيا», not «جنديان وخمسة مقاتلين سوريين»)."""
    if joint := _AND_MORE_OF.match(context.text, people.stop):
        return context.nation_in(joint.end(), joint.end() + _ADJECTIVE_REACH)
    stop = people.stop + _ADJECTIVE_REACH
    more = _MORE.search(context.text, people.stop, stop)
    return context.nation_in(people.start, more.start() if more else stop, people.stop)
