"""Fighters: of whom fighters and leaders are whose own words leave that open: as their sentence says, or the article."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.actors.register import GUNMEN, IRREGULAR, home_of, is_army_in, is_called
from agents.extract.actors.sides import allied
from agents.extract.counted.ofthem import OF_THEM
from agents.extract.harm.counts import Count
from agents.extract.parties import doers, foreigners, losers, suspects, titled
from agents.extract.parties.context import Context
from agents.extract.parties.doers import killed_by
from agents.extract.parties.soldiers import THEY_DID
from agents.extract.people.people import People
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.spans import first_from

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_UNKNOWN = re.compile(  # «لم يحدد انتماؤهما», «من العناصر الإجرامية», «مشتبها بهم»
    r"\s\"?(?:ال)?(?:مجهول|اجرامي|جنائي|مشتبه)|\s(?:لم|لا)\s(?:[يت]?(?:حدد|عرف|كشف|تضح)|يتم\s(?:تحديد|التعرف\sعلي|كشف))\s(?:عن\s)?(?:انتما|هوي|جنسي)"
)
_SETTLERS = "settlers"  # who are told of as attacked where an attacker fell
_LOYAL = re.compile(r"موال(?:ين|ون)\sل")  # «19 من الموالين ل…», whose name is none of a force
_FIGHTING = re.compile(r"\s\(?(?:(?:الذين|التي)\s|(?=يقاتل))(?:[يت]قاتل|[يت]حارب|[يت]واجه)\S*\s(?:ضد\s)?[\"«]?")
_WITH = re.compile(r"\s(?:مع|(?:الي|ب)\s?جانب)\s[\"«]?")
_MEN_OF = re.compile(
    r"[\s\"«]+(?:ال|من\s|في\s(?:قو|ال(?:جيش|شرط|قو|امن|حرك|تنظيم|جماع))|تابع|ينتم|مسلح|عصاب|خلي|كتيب|لواء|فرق|سري|فصيل|مجموع|طاقم|حراس|دوري|نقط|حاجز)"
)
_OF_THE_TWO = re.compile(  # «عناصر في مركز تابع للجماعتين»: of two that were told of, not of the one that is fought
    r"(?:\s(?:في|من|ب)\s(?:\S+\s){1,3}|\s)(?:ال)?تابع\S{0,3}[\"»]?\s(?:ل(?:لجماعت|لحركت|لتنظيم|لفصيل|لطرف|لقبيلت|لميليشي)\S*ين|لهما)(?![\u0621-\u064a])"
)
_SOME = re.compile(  # «40 عنصرا، بينهم 18 على الأقل من الجماعة»: some of them are of a party, so that not all are
    rf"\s?[،,]?\s(?:من\s)?(?:بين|ضمن|من)(?:هم|ها)\s(?:[0-9]{{1,4}}|(?:اثن|{FEW_BEGIN})[^\s،.]*)"
    r"\s(?:علي الاقل\s)?(?:(?:عناصر|عنصرا?|مقاتلين|مقاتلا?)\s)?(?:من|في)\s(?:[^\s،.]+\s)?"
)
_TO = re.compile(r"\s(?:(?:انفسهم|نفسه|سلاحهم|اسلحتهم|طوعا|طواعيه|امس|اليوم)\s){0,2}[\"«]?(?:الي\s[\"«]?|(?=ل))")
_BESIDE_REACH = 30  # characters from who is fought to who fights with them
_TERROR = ("ارهابي", "متشدد", "متطرف")
_EXTREME = ("ارهاب", "متشدد", "متطرف", "جهادي", "تكفير")  # letters of words that only some rebels are called
_MANY = re.compile(r"(?:ال|لل|ل)?(?:مسلح|مهاجم|ارهابي|متشدد|متطرف|متمرد|تكفيري|جهادي)[يو]ن")
_KILLED = re.compile(r"\s[وف]?(?:قتل|اصاب|جرح|اسر|اعتقل|صف)ت?\s$")  # before who did it
_BY_VERB = 35  # characters before a verb of taking in which a party is named that takes
_ANYBODY = re.compile(r"(?<![\u0621-\u064a])(?:افراد|فردا?)(?:\sعلي\sالاقل)?\Z")
_FOUGHT = re.compile(  # «قتل ثلاثة مسلحين في اشتباكات مع التنظيم»
    r"(?:\s[^\s،,.:؛]+){0,4}?\s(?:في|خلال|اثناء|اثر|جراء|بعد)\s(?:ال)?(?:اشتباك|مواجه|معرك|معارك|قتال)\S*"
    r"(?:\s[^\s،,.:؛]+){0,3}?\sمع\s(?:[^\s،,.:؛]+\s){0,5}?[\"«]?"
)
_FURTHER = re.compile(r"(?:[،,؛]|\s[-–])\s?(?:فيما|بينما|كما|في\sحين|(?!و(?:من|في\sصفوف|بين)\s)و)")  # where another clause begins
_FOUGHT_REACH = 90  # characters up to who was fought
_RANK = re.compile(r"(?:\s[^\s،.]+){0,6}?،?\s(?:العميد|العقيد|المقدم|الرائد|النقيب|اللواء\sالركن)\s")
_OFFICE = re.compile(r"(?:\s(?!في\s|علي\s|من\s|الي\s|ان\s|مع\s|عن\s|ب|بعد\s)[^\s،.:؛]{2,}){0,4}\sفي\s[\"«]?")
_OFFICE_REACH = 50  # characters
_LED = re.compile(  # «أمير التنظيم الإرهابي»
    r"\s[\"«»]{0,2}(?:ال)?(?:تنظيم|خليه|مليشيا|ميليشيا|كتيبه)[\"«»]{0,2}\s[\"«»]{0,2}(?:ال)?(?:ارهابي|تكفيري|متطرف|متشدد|مسلح)"
)
_CALLED = {  # what fighters are called, however many of them and in whatever case, and the name under which they are kept
    "متشدد": "rebel:متشددون", "متطرف": "rebel:متشددون", "جهادي": "rebel:متشددون", "متمرد": "rebel:متمردون", "انفصالي": "rebel:انفصاليون",
    "ارهاب": "rebel:مجموعة مسلحة", "تكفير": "rebel:مجموعة مسلحة",
}  # fmt: skip
_TRIBAL = re.compile(r"\s(?:ال)?(?:قبلي|عشائري|ديني|سياسي|نقابي|حزبي|طلابي)(?:ا|ه|ين|ون|ان)?(?![\u0621-\u064a])")  # who lead no fighters
_COMMANDS = re.compile(  # «قائد الحملة على المدينة», «قائد كتيبة»
    r"قائدا?\s(?:ال)?(?:حمل[هت]|هجوم|معرك[هت]|معارك|مجموع[هت]|مجموعات|تعزيزات|جبه[هت]|محور|كتيب[هت]|كتائب|لواء|الوي[هت]|فوج|سري[هت]|فصيل|فرق[هت]"
    r"|مسلحي|مقاتلي|غرف[هت]\s(?:ال)?عمليات)(?![\u0621-\u064a])(?!\s(?:ال)?(?:انتخابي|اعلامي|توعي|اغاث|اسعاف|انقاذ|طبي|كشاف|رياض))"
)
_COMMANDS_REACH = 14  # characters behind a leader in which that ends
_ADJECTIVE = 9  # characters of an adjective right behind a noun: «قائدا ميدانيا»


def party(count: Count, span: tuple[int, int], context: Context) -> str:
    """Fighters of whom is not said: of the rebels their sentence names, or the article; else only what they are called."""
    people, whose, text = count.people, count.people.noun.whose, context.text
    others = _UNKNOWN.match(text, people.stop) or _OF_THE_TWO.match(text, people.stop)
    if whose == "suspects" or others or anybody(people, text) or _LOYAL.search(text, people.start, people.stop + 3):
        return "civilians" if count.measures == ("displaced",) else "unknown"  # «فر مئة ألف من أفراد الأقلية»
    if whose == "armed" and (told := foreigners.fighters(people, span, context) or losers.attacked(people, span, context)):
        return told
    if (whom := _FIGHTING.match(text, people.stop)) and any(one.start <= whom.end() for one in context.actors_in(whom.end() - 1, span[1])):
        return _beside(whom.end(), context) or "unknown"  # «المقاتلين الذين يقاتلون الجماعة مع الجيش»
    around = (one for one in context.actors_in(*span) if one.cls == "rebel" or (one.cls == "militia" and whose == "armed"))
    around = (one for one in around if not is_army_in(one.actor, context.country))  # whose men are soldiers
    some_of = _SOME.match(text, people.stop)
    around = (one for one in around if some_of is None or not people.stop < one.start <= some_of.end())
    if "surrendered" in count.measures:
        around = (one for one in around if not takes(people, one, text))
    named_there = [one for one in around if not killed_by(text, people.stop, one.start)]
    fought = {one.actor for one in named_there if _fought_them(people, one, context)}
    near = _of_clause([one for one in named_there if one.actor not in fought or one.start < people.stop], people, text)
    if text.find("مهاجم", people.start, people.stop) >= 0:
        kept = [one for one in losers.attackers(near, people, span, context) if one != _SETTLERS]  # «قتل مستوطنان قبل مقتل المهاجم»
        near, attacked = kept, fought | set(near) - set(kept)
    else:
        attacked = fought
    doing = doers.subject(count, bisect_left(context.sentences, span), context)
    by_rebels = doing in near
    allies = [one for one in near if allied(context.country, doing, one)]
    near = [one for one in near if one != doing and one not in allies]  # «قتلت الحركة عشرة مسلحين»: no men of hers, nor of who helped her
    if captors := doers.managers(count, span, context):
        attacked |= captors
        near = [one for one in near if one not in captors] or [one for one in (context.rebel,) if one and one not in captors]
    terror = any(one in text[people.start : people.stop] for one in _EXTREME)
    if terror:  # of rebels who are not called so by others it is not said
        near = [one for one in near if is_called(one, "إرهاب")] or ([] if context.outlaw else near)
    some = text.endswith("افراد", people.start, people.stop)  # «بضعة أفراد»: whoever they are
    named = context.foe_of(doing) if by_rebels or allies else (terror and context.outlaw) or context.foremost
    if named and allied(context.country, doing or context.striker(*span), named):  # «قتلت الولايات المتحدة 100 مقاتل»: none of its allies
        named = context.foe_of(doing) if home_of(doing) in ("", context.country) else None
    if named in attacked or named == doers.maker(people, span[1], context):  # «تمكنت الجماعة من صد هجوم … وقتل خمسة من المهاجمين»
        named = context.foe_of(named)
    if known := near[-1] if near else None if some else named:
        return known
    if whose == "rebels":
        called = text[people.start : people.stop]
        return next((name for stem, name in _CALLED.items() if stem in called), GUNMEN)
    return GUNMEN if context.says(_TERROR, span) or _against_state(people, span, context) else "unknown"


def takes(people: People, actor: "ActorMention", text: str) -> bool:
    """«سلم 30 مسلحا أنفسهم للجيش», «استسلموا إلى الجيش»: whether people gave themselves up to an actor who is named behind them."""
    to = _TO.match(text, people.stop) if actor.start >= people.stop else None
    return to is not None and to.end() <= actor.start <= to.end() + 1


def _of_clause(around: Sequence["ActorMention"], people: People, text: str) -> list[str]:
    """The rebels that a sentence names, without those of a further clause where some are named before people.

    «غارات على الحزب أوقعت 30 مسلحا، فيما اعتقل آخرون في عمليات استهدفت التنظيم».
    """
    known = any(one.start < people.start for one in around)
    further = _FURTHER.search(text, people.stop, around[-1].start) if known else None
    return [one.actor for one in around if further is None or one.start < further.start()]


def _fought_them(people: People, actor: "ActorMention", context: Context) -> bool:
    """«قتل مسلحان في اشتباكات مع التنظيم»: whether who is named behind fighters is who they fought.

    Not where another is named before who fought him: «قتل مسلحان في اشتباكات للجيش مع التنظيم».
    """
    near = 0 < actor.start - people.stop <= _FOUGHT_REACH
    fought = near and _FOUGHT.fullmatch(context.text, people.stop, actor.start) is not None
    return fought and not context.actors_in(people.stop, actor.start)


def anybody(people: People, text: str) -> bool:
    """«قتل ستة أفراد في هجوم»: whether a word for men of a force stands with none, and so may be of anybody."""
    return not people.definite and _ANYBODY.search(text, people.start, people.stop) is not None and _MEN_OF.match(text, people.stop) is None


def _beside(start: int, context: Context) -> str:
    """«… يقاتلون الجماعة مع الجيش»: the party beside which fighters are said to fight whom an offset names; else ""."""
    beside = _WITH.search(context.text, start, start + _BESIDE_REACH)
    named = context.actors_in(beside.end() - 1, beside.end() + 2) if beside else ()
    return named[0].actor if named else ""


def of_those_named(people: People, span: tuple[int, int], context: Context) -> str:
    """«قصف الجيش تجمعا للمسلحين وقتل أربعة منهم»: of whom the fighters are that a noun names last, no men of a state before it; else ""."""
    text, hits = context.text, context.hits.get("victim", ())
    here = first_from(hits, people.start)
    last = hits[here - 1] if here and OF_THEM.search(text, people.start, people.stop + 6) else None
    if last is None or last.start < span[0] or people.start - last.stop <= 1 or not _MANY.fullmatch(text, last.start, last.stop):
        return ""
    named = context.actors_in(span[0], people.start)
    did = named[-1] if named and named[-1].start > last.stop and people.start - named[-1].stop <= 1 else None
    killer = did if did and _KILLED.search(text, max(did.start - _BY_VERB, last.stop), did.start) else None
    if killer is not None:
        named = [one for one in named if one.actor != killer.actor]  # «هاجم أربعة مسلحين كذا، وقتلت الشرطة ثلاثة منهم»
    if any(one.cls != "state" or one.stop > last.start for one in named) or THEY_DID.search(text, last.stop, people.start):
        return ""  # «مسلحين من الجماعة … منهم»: of hers; «رد المسلحون وقتلوا خمسة منهم»: of others
    known = context.outlaw if "ارهاب" in text[last.start : last.stop] else context.foremost
    return known or GUNMEN


def leaders(count: Count, span: tuple[int, int], context: Context) -> str:
    """Leaders of whom is not said: of the irregulars named before, else of those of the article; who only is called so is a civilian."""
    people, text, harm = count.people, context.text, count.harm
    if force := titled.in_office(people.stop, context) or _of_office(people, context):  # «قائد وحدة الصواريخ في الجماعة»
        return force
    acts = range(harm.start - _BY_VERB, people.start) if harm is not None and harm.measure in suspects.MEASURES else range(0)
    before = context.actors_in(max(span[0], people.start - 80), people.start)
    near = [one.actor for one in before if one.cls in IRREGULAR and one.start not in acts]
    doing = doers.subject(count, bisect_left(context.sentences, span), context)
    doing = doing or next(iter(doers.managers(count, span, context)), "")
    near = [one for one in near if one != doing]  # «الجماعة تقتل قائدا»: none of hers
    rebel = context.foe_of(doing) if doing and context.rebel == doing else _lately(span, context) or context.rebel
    if rebel and rebel == doers.maker(people, span[1], context):  # «مقتل قيادي في هجوم شنته الجماعة»
        rebel = context.foe_of(rebel) or "unknown"
    tribal = _TRIBAL.match(text, people.stop) is not None
    if near or tribal:
        return "civilians" if tribal else near[-1]
    if near_state := _of_army(people, span, context):
        return near_state
    if "ميدان" in text[people.start : people.stop + _ADJECTIVE] or _COMMANDS.search(text, people.start, people.stop + _COMMANDS_REACH):
        return rebel or "unknown"  # who leads in the field, or a unit, bears arms
    if _LED.match(text, people.stop):
        return context.outlaw or rebel or GUNMEN
    return (rebel if text.find("قياد", people.start, people.stop) >= 0 else None) or "civilians"


def _lately(span: tuple[int, int], context: Context) -> str:
    """The one irregular force that the sentence before names; "" where it names none, or several."""
    first = context.sentences[max(0, bisect_left(context.sentences, span) - 1)][0]
    named = {one.actor for one in context.actors_in(first, span[0]) if one.cls in IRREGULAR}
    return named.pop() if len(named) == 1 else ""


def _of_office(people: People, context: Context) -> str:
    """«قائد لواء في الجيش العراقي», «القائد العسكري في الحركة»: the force in which a leader is said to hold an office; else ""."""
    armed = (one for one in context.actors_in(people.start, people.stop + _OFFICE_REACH) if one.cls not in ("civilians", "protesters"))
    force = next(armed, None)
    if force is None:
        return ""
    return force.actor if force.start < people.stop or _OFFICE.fullmatch(context.text, people.stop, force.start) else ""


def _of_army(people: People, span: tuple[int, int], context: Context) -> str:
    """«قائد محور صعدة العميد علي»: the state of a leader of rank; "" where an alliance may have struck him."""
    ranked = _RANK.match(context.text, people.stop) is not None
    if not ranked or any(one.cls == "external" for one in context.actors_in(*span)):
        return ""
    state = context.forces_at(people.start, *span)
    return f"gov:{state}" if state else ""


def _against_state(people: People, span: tuple[int, int], context: Context) -> bool:
    """«مقتل أربعة مسلحين في تبادل لإطلاق النار مع الشرطة»: whether several gunmen of no name fought the forces that a sentence names."""
    several = (people.low or 0) > 1 and context.text.find("مسلح", people.start, people.stop) >= 0
    return several and any(one.cls == "state" or is_army_in(one.actor, context.country) for one in context.actors_in(*span))
