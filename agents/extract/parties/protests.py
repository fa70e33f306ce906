"""Protests: whether people whose own words leave it open are of a crowd, as their sentence or the first one tells of its protest."""

import re

from agents.extract.harm.counts import Count
from agents.extract.parties.context import Context

_PROTEST = ("تظاهر", "مظاهرات", "احتجاج", "محتج", "يحتج")  # letters without which no crowd is told of
_MARCH, _DRONE = ("مسيره ", "مسيرات "), ("طائر", "قصف", "غار", "مسيره اسرائيل")  # «مسيرة» is a march or a drone
_CROWD = re.compile(
    r"(?<!غداه\s)(?<!غداه\sال)(?<!عشيه\s)(?<!عشيه\sال)(?<!قبيل\s)(?<!قبيل\sال)(?:تظاهر|مظاهرات|احتجاج(?!ا\sعلي|ا\sضد)|محتج|يحتج)"
    r"(?!\S*\s(?:ال)?(?:مرتقب|مقرر|متوقع|مزمع))"
)  # not «غداة احتجاجات», «احتجاجا على القصف», «المظاهرات المرتقبة»
_RAIDED = re.compile(
    r"(?:\s[^\s،.]+){0,3}?\s(?:(?:في|جراء|اثر|نتيجه)\s|ب)(?:\S+\s)?(?:غاره|غارات|قصف|تفجير|انفجار|ضربه|ضربات)(?![\u0621-\u064a])"
)
_IN_IT = re.compile(  # «احتجاجات شعبية ضد الفساد قتل فيها ثلاثة أشخاص وأصيب 14»
    r"(?:مظاهر|تظاهر|احتجاج)(?:ه|ات)?(?:\s[^\s،.:؛]+){0,6}?\s(?:قتل|اصيب|سقط|جرح|قضي)ت?\s(?:فيها|خلالها)\s(?:[^،.:؛]{1,30}\sو(?:اصيب|جرح|قتل)\s)?(?:نحو\s)?$"
)
_REACH = 130  # characters before people in which that stands
_ELSEWHERE = frozenset(["displaced", "abducted", "missing", "transferred"])  # what befalls nobody while a crowd protests
_ANYBODY = frozenset(["person", "", "victim"])


def of_crowd(count: Count, span: tuple[int, int], context: Context) -> bool:
    """Whether people are of a crowd that protested, where their own words leave that open."""
    text, people = context.text, count.people
    whose = people.noun.whose
    if not _ELSEWHERE.isdisjoint(count.measures):
        return False
    if not context.says(_PROTEST, span):
        return whose != "person" and _marched(span, context)
    if whose in _ANYBODY and _IN_IT.search(text, max(span[0], people.start - _REACH), people.start):
        return True
    if whose == "person" or _RAIDED.match(text, people.stop):
        return False
    return any(_CROWD.search(text, *one) for one in (span, (0, context.sentences[0][1]))) or _marched(span, context)


def _marched(span: tuple[int, int], context: Context) -> bool:
    return context.says(_MARCH, span) and not context.says(_DRONE, span)
