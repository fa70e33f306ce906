"""Titled: whose one person was whom the words of harm only name: by the rank before the name, by the force in which he held an office."""

import re
from bisect import bisect_right
from operator import itemgetter

from agents.extract.actors.register import IRREGULAR
from agents.extract.harm.counts import Count
from agents.extract.parties import soldiers
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.people.victims import noun
from agents.extract.words.spans import first_from

_NAME = re.compile(
    r"(?:\s(?:اول|(?!في|علي\s|من|الي|ان|مع|عن|ل)[\u0621-\u064a]{2,})){1,6}"
    r"(?:\s?،\s(?:من|احد)\s(?:منسوبي|افراد|ابطال|رجال|عناصر)\s[^.،:؛\n]{3,70}?\s?،)?\s"
)  # «الجندي أول يحيى سالم استشهد»
_OFFICE = re.compile(  # «رئيس المجلس السياسي لل…»
    r"(?:\s(?!في\s|علي\s|من\s|الي\s|ان\s|مع\s|عن\s|ب)[\"«]?[\u0621-\u064a]{2,}[\"»]?){1,5}\s(?:في\s)?[\"«]?"
)
_TITLE = re.compile(r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:مسؤول|قائد|عضو|اعضاء)[\u0621-\u064a]*")
_GUARDS = "الحرس الثوري"
_ADJECTIVE = re.compile(r"ال[\u0621-\u064a]+ي[هة]?")  # «قائد قوات النخبة الحوثي»
_HELD_IN = ("في ", 'في "', "لزعيم ", "لقائد ")  # words right before a force in which an office is held
_APPOSED = re.compile(  # «… الله، قائد …»
    r"(?:\s(?!في\s|من\s|علي\s|ان\s|الي\s|مع\s)[\u0621-\u064a]{2,}){0,4}\s?،\s(?:ال)?(?:زعيم|قائد|امير|قيادي|خليفه|مفتي|والي|مقاتل[هة]?|عضو)(?=\s)"
)
_ONE_OF = re.compile(
    r"(?:\s(?!في\s|من\s|علي\s|ان\s|الي\s|مع\s)[\u0621-\u064a]{2,}){0,4}\s?،?\s[\"«]?(?:وهو\s)?(?:احد|من)\s(?:(?:اخطر|ابرز|كبار|اهم|اشهر)\s)?"
    r"(?:ال)?(?:ارهابي|متشدد|متطرف|تكفيري|جهادي)ين(?![\u0621-\u064a])"
)
_LED = re.compile(r"(?:\s(?!من\s|ضد\s|علي\s|ان\s|الي\s|مع\s)[\u0621-\u064a]{2,}){0,2}\s(?:في\s)?[\"«]?")
_LAST_NAME = re.compile(  # «الجندي أول يحيى سالم استشهد», «…، من منسوبي كذا، استشهد»
    r"\s((?:ال[\u0621-\u064a]{2,}ي|[\u0621-\u064a]{3,}))\s(?:قد\s)?$"
)
_NAMED = re.compile(r"(?:\s(?:اول|(?!في\s|علي\s|من\s|الي\s|ان\s|مع\s|عن\s)[\u0621-\u064a]{2,})){1,5}\s")
_NAME_REACH, _MOST = 24, 20  # characters; nouns of the article that are looked at
_IN_NAME = 3  # nouns for people between a rank and the word of harm
_RANK_REACH, _FORCE_REACH = 120, 60  # characters


def party(count: Count, span: tuple[int, int], context: Context) -> str | None:
    """«العقيد علي سالم قتل أمس», «مقتل رئيس مجلس الجماعة»: whose that one was; None for others, and where nothing says it."""
    harm = count.harm
    if harm is not None and count.rules[:1] == ["figure.caught"]:
        return _notorious(count, context)
    if harm is None or count.rules[:1] != ["figure.alone"]:
        return None
    return _of_rank(count, span, context) or in_office(harm.stop, context) or _apposed(count, context) or _named_above(count, context)


def _apposed(count: Count, context: Context) -> str | None:
    """«مقتل الملا علي، قائد الحركة»: the irregular force that a title behind a name and a comma says one leads; None where none does."""
    title = _APPOSED.match(context.text, count.people.stop)
    force = next(iter(context.actors_in(title.end(), title.end() + _FORCE_REACH)), None) if title else None
    if title is None or force is None or force.cls not in IRREGULAR:
        return None
    return force.actor if _LED.fullmatch(context.text, title.end(), force.start) else None


def _notorious(count: Count, context: Context) -> str | None:
    """«القبض على سالم علي، أحد أخطر الإرهابيين»: the irregulars of the article whom one caught is said to be one of; None for others."""
    return context.outlaw or context.rebel if _ONE_OF.match(context.text, count.people.stop) else None


def _named_above(count: Count, context: Context) -> str | None:
    """«شيع العريف محمد سالم الهلالي. وكان الهلالي استشهد أمس»: whose the one of rank is who was named in full before; None for others."""
    text, word = context.text, count.harm
    known = _LAST_NAME.search(text, max(word.start - _NAME_REACH, 0), word.start) if word is not None else None
    if known is None:
        return None
    hits = [one for one in context.hits.get("victim", ())[:_MOST] if one.value.startswith("state") and one.value.endswith("/one")]
    for one in hits:
        if one.start >= known.start():
            return None
        if _NAMED.fullmatch(text, one.stop, text.find(known[1], one.stop, one.stop + _RANK_REACH)):
            ranked = count.people._replace(start=one.start, stop=one.stop, noun=noun(one.value))
            at = bisect_right(context.sentences, one.start, key=itemgetter(0)) - 1
            return soldiers.party(ranked, context.sentences[at], context)
    return None


def _of_rank(count: Count, span: tuple[int, int], context: Context) -> str | None:
    """The state of the soldier or policeman whose rank stands before a name and the word of harm."""
    hits, start = context.hits.get("victim", ()), count.people.start
    here = first_from(hits, start)
    for one in reversed(hits[max(here - _IN_NAME, 0) : here]):  # «الشيخ» may be a part of a name
        if one.start < max(span[0], start - _RANK_REACH):
            return None
        if one.value.startswith("state") and one.value.endswith("/one") and _NAME.fullmatch(context.text, one.stop, start):
            ranked = count.people._replace(start=one.start, stop=one.stop, noun=noun(one.value))
            return soldiers.party(ranked, span, context)
    return None


def official(people: People, context: Context) -> str | None:
    """«مسؤول الأمن في الحركة», «قائد قوات النخبة في الجماعة»: the irregular force of one whose office is called after another body."""
    title = _TITLE.search(context.text, people.start, people.stop)
    return in_office(title.end(), context) if title else None


def in_office(start: int, context: Context) -> str | None:
    """The irregular force, or the guards of a state, whose name ends the title that begins there; None where it is of nobody else."""
    named = context.actors_in(start, start + _FORCE_REACH)
    force = next((one for one in named if one.cls in IRREGULAR or context.text.startswith(_GUARDS, one.start)), None)
    if force is None or not _OFFICE.fullmatch(context.text, start, force.start):
        return None
    text = context.text
    its = text[force.start] == "ل" or text.endswith(_HELD_IN, start, force.start) or _ADJECTIVE.fullmatch(text, force.start, force.stop)
    return force.actor if its else None
