"""Since: how those are now who were hurt before («ولا يزال 5 جرحى في المستشفى»), or what was done with them: they were counted then."""

import re

from agents.extract.harm.counts import Line
from agents.extract.harm.harm import SURE, Harm
from agents.extract.people.people import People

_STILL = r"(?:ما|لا|لم)\s?(?:ز|يز|تز|نز)(?:ا)?ل(?:ت|وا|ون|ن|ا|ان)?"
_STILL_BEFORE = re.compile(rf"(?:^|[\s\"«(])[وف]?{_STILL}\s(?:هناك\s)?(?:عدد\S*\sمن\s)?$")
_STATE = r"(?:خطره|خطيره|خطر|حرجه|حرج|مستقره|متوسطه|بليغه|الخطر|سيئه|صعبه|جيده)"
_NOW = re.compile(
    rf"[\s\"»،]*(?:منهم\s|اخرين\s)?(?:{_STILL}\s|[يت]تلق\S{{1,3}}\s(?:ال)?علاج|[يت](?:رقد|خضع|عالج)\S{{0,2}}\s|في\sالمستشف|في\sالعنايه"
    rf"|(?:(?:في|ب)\s?حاله?\s|حال[تا]\S{{1,4}}\s|وصفت\s\S+\s(?:بال)?){_STATE})"
)
_WAIT = re.compile(  # «الآلاف من الجرحى ينتظرون العلاج», «400 جريح بحاجة إلى الإجلاء»
    r"\s(?:(?:الذين|ممن|ما|لا|زالوا|يزالون|هناك|كانوا)\s){0,3}(?:ينتظرون|يحتاجون|(?:ب|في\s)حاجه|(?:ب|في\s)انتظار|او\sفي\s(?:اوضاع|حالات|حاله|ظروف))(?![\u0621-\u064a])"
)
_WAIT_BEFORE = re.compile(r"(?:^|[\s\"«(])[وف]?[يت](?:نتظر|حتاج)\s$")
_TREATED = re.compile(r"\s(?:الذين\s|ممن\s)?(?:يتلقون|يعالجون|يرقدون)(?![\u0621-\u064a])")
_TREATED_BEFORE = re.compile(r"(?:^|[\s\"«(])[وف]?[يت](?:تلقي|رقد|عالج)\s$")
_THERE_ARE = re.compile(r"(?:^|\s)(?:[وب]?وجود|[يت]وجد)\s")
_HUNDREDS = 200
_CASES = re.compile(r"(?:اصاب|حال)(?:ه|ات|تان|تين)")
_OF_THESE = re.compile(r"\s(?:من|بين)(?:ها|هم)\s")
_TAKEN_OUT = ("انتشل", "انتشال")
_FOUND_SINCE = re.compile(r"\s(?:بعد|عقب|اثر)\sالعثور\sعلي\s$")
_SAW = re.compile(r"(?:^|[\s\"«(])[وف]?(?:شاهد|شاهدت|شاهدنا|راي|رايت|راينا|احصي|احصيت)\s[^.؛\n]*$")
_DIED = ("توف", "وفا", "مات", "قضي")
_AFTER = ("بعد", "عقب", "اثر", "نتيجه", "الي", "مع")  # «ارتفعت الحصيلة بعد وفاة 3 جرحى»
_NEAR = 60  # characters


def known(line: Line, people: People) -> bool:
    """Whether people whose noun says that they were hurt are some of as many or more who were counted before."""
    if not people.counted or people.noun.measure not in SURE or people.definite or not line.counts:
        return False
    if recovered(line, people) or _seen(line, people):
        return True
    text, head = line.text, line.waiting
    now = _NOW.match(text, people.stop) or _STILL_BEFORE.search(line.before(people.start, 30))
    if now:
        return _counted(line, people, 0)
    if head is None or head.measure != "none" or people.start - head.stop > 1:
        return False
    return _counted(line, people, line.start)  # «أصيب 20 ونقل 15 مصابا إلى المستشفى»


def waiting(line: Line, people: People) -> bool:
    """«آلاف الجرحى ينتظرون العلاج», «يتلقى مئات الجرحى العلاج»: whether it is told how many are in need, or in hospitals."""
    if people.noun.measure != "wounded":
        return False
    text, before = line.text, line.before(people.start, 12)
    if _THERE_ARE.search(line.before(people.start, _NEAR)):
        return False  # «بوجود 3 آلاف جريح يحتاجون»: an estimate
    if _WAIT.match(text, people.stop) or _WAIT_BEFORE.search(before):
        return True
    if people.rule != "number.vague" or (people.low or 0) < _HUNDREDS:
        return False
    return _TREATED.match(text, people.stop) is not None or _TREATED_BEFORE.search(before) is not None


def portion(line: Line, people: People) -> bool:
    """«345 أصيبوا، منها 174 إصابة وصلت المستشفيات و171 إصابة عولجت»: whether cases are counted of as many or more told right before."""
    if people.noun.measure != "wounded" or _CASES.search(line.text, people.start, people.stop) is None:
        return False
    last = next((one for one in reversed(line.counts[line.first :]) if one.measures), None)
    return (
        last is not None and _OF_THESE.search(line.text, last.people.stop, people.start) is not None and _counted(line, people, line.start)
    )


def recovered(line: Line, people: People) -> bool:
    """«قتل 20، وانتشلت 15 جثة»: whether bodies were taken out of as many or more who were told of before in the sentence."""
    if people.noun.measure not in (None, "killed") or len(line.counts) == line.first:
        return False
    before = line.before(people.start, _NEAR)
    taken_out = any(word in before for word in _TAKEN_OUT) or _FOUND_SINCE.search(before)  # «ارتفع إلى 13 بعد العثور على 4 جثث»
    return bool(taken_out) and _counted(line, people, line.start)


def dies(line: Line, people: People, head: Harm) -> bool:
    """«توفي 3 جرحى»: whether a word right before says that the wounded died."""
    said = line.text.startswith(_DIED, head.start + len(head.proclitic))
    return said and people.noun.measure == "wounded" and people.start - head.stop <= 1


def of_tally(line: Line, people: People, head: Harm) -> bool:
    """«ارتفعت الحصيلة إلى 15 بعد وفاة 3 جرحى»: whether those who died since are in a number told before."""
    if not dies(line, people, head) or not line.before(head.start, 14).rstrip().endswith(_AFTER):
        return False
    return any("killed" in count.measures for count in line.counts)


def _seen(line: Line, people: People) -> bool:
    """«شاهد المراسل 11 جثة»: whether bodies were seen of those who were counted before."""
    if people.noun.measure != "killed" or _SAW.search(line.before(people.start, _NEAR)) is None:
        return False
    return _counted(line, people, 0)


def _counted(line: Line, people: People, start: int) -> bool:
    """Whether at least as many were counted from a place on, with the same measure."""
    measures = {people.noun.measure or "killed", "killed_or_wounded"}
    low = people.low or 0
    return any(
        (count.people.low or count.people.high or 0) >= low and not measures.isdisjoint(count.measures)
        for count in line.counts
        if start <= count.people.start < people.start
    )
