"""Light verbs: those that tell what happened only with the noun of an act beside them: «نفذت الطائرات غارات», «غارات طالت البلدة»."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

KIND = "light-verb"  # of hits
VALUES = frozenset(["launched", "reached", "struck", "seized"])  # of doing.csv
_BEFORE, _BEHIND, _SOON, _GROUND = 45, 60, 18, 70  # characters from a verb to its subject, its object, a subject right behind it
_OPEN = re.compile(r"[\"»]?،?(?:\s(?!و)[^\s،,.:؛()]+){0,4}،?\s[\"«]?")  # between an act and its verb: «غارة جوية، أمس، طالت»
_PLAIN = re.compile(
    r"[\"»]?(?:\s(?:ال)?(?!قوات|جيش)[^\s،,.:؛()]{3,}){0,2}(?:\s(?:التي|الذي))?(?:\sامس)?\s"
)  # its adjectives alone: «هجوم عنيف ضرب»
_OBJECT = re.compile(  # between a verb and its object: its subject, a day, a number
    r"[\"»]?(?:\s(?!ب|عن\s|في\s|بعد\s|عقب\s|اثر\s|ضد\s|علي\s|قبل\s|وقف|هدن|حكم|احكام|امر|اوامر|وعد|تهديد|اتفاق|قرار|منفذ|خط[هط])[^\s،,.:؛()]+){0,5}?\s[\"«]?"
)
_SUBJECT = re.compile(  # «ضربت ثلاثة تفجيرات», «ضربت موجة جديدة من الهجمات»
    rf"\s(?:(?:عشرات|سلسله|موجه|عده|مئات|احدي|{FEW}|[0-9]+)"
    r"(?:\s[^\s،,.:؛]+)?(?:\sمن\s(?:ال)?|\s))?[\"«]?"
)
_DRAGGED_ON = re.compile(r"\s(?:ال)?(?:امد|انتظار|وقت|زمن|غياب|مقام|عمر|شوق|صبر)")  # «طال أمدها»
_ITS = ("ها", "ه", "هم", "هما")  # objects of a verb that point at the act before it
_RULE = re.compile(  # «بسطت القوات سيطرتها على», «وضعت يدها على بلدة»
    r"[\"»]?(?:\s[^\s،,.:؛()]+){0,4}?\s((?:ال)?سيطره|(?:سيطر|قبض)(?:ته|تها|تهم))\s(?:ال)?(?:[^\s،,.:؛()]+\s){0,2}?علي\s"
)
_HAND = re.compile(
    r"[\"»]?(?:\s[^\s،,.:؛()]+){0,4}?\s(يد(?:ه|ها|هم))\s(?:[^\s،,.:؛()]+\s)?علي\s(?:(?:عدد\sمن|عده|بضع|بضعه|معظم|اغلب|كامل|كل|جميع|بعض|اجزاء|[0-9]+)\s)*"
    r"(?:ال)?(?:مدين|بلد|قري|منطق|مناطق|مواقع|موقع|معسكر|مطار|جبل|جبال|تل|حي\s|احياء|مديري|معبر|قاعد|طريق|نقاط|نقط|اجزاء|ميناء|سد\s|حقل|مقر|مرتفع|ثكن|حاجز|حواجز|محافظ|اراض|مساح|مساف|وادي|ارياف|ريف)"
)
_MANY = (" عشرات ", " مئات ", " سلسله ", " سلسله من ", " عدد من ", " عددا من ")
_BOMBER = "انتحاري"
_ALSO = frozenset(["abduct/noun", "loot/noun"])
_BLOW = "strike/noun"  # what «ضربات» are, words behind them say
_CAPTURED = "captured"
_PARTS = {"arrest/counted": "arrest/verb", "arrest/counts": "arrest/now"}
_MEANS, _VAGUE = "means", "assault"
_FIRING = frozenset(["aircraft/means", "guns/means"])
_PUTS = ("وضع", "يضع", "تضع")
_BLAST, _BREAKS, _FIGHTS = "blast/verb", "تفجر", frozenset(["clash/noun", "riot/noun", "protest/noun"])
_NOUN = "ضربه"
_NOUNS = frozenset(["بسط", "فرض"])  # verbs that are spelt as their nouns
_EXECUTED = frozenset(["execute", "harm"])


def told(text: str, events: list[Hit], verbs: Sequence[Hit]) -> list[Hit]:
    """The events, and in order with them the verbs that an act beside them makes tell of it."""
    found: dict[int, Hit] = {}
    gone: set[int] = set()
    for verb in verbs:
        way, _, part = verb.value.partition("/")
        if any(one.stop > verb.stop for one in inside(events, verb.start, verb.start + 1)):
            continue  # «شن غارات»
        if verb.proclitic.strip("وفس") or (way == "struck" and text.endswith(_NOUN, verb.start, verb.stop)):
            continue  # «لتستكمل», «بفرض»; «ضربة»
        if way == "seized":
            at = _rule(text, verb)
            if at >= 0:
                found[verb.start] = verb._replace(kind="event", value=f"territory/{part}")
                gone.add(at)
        elif (act := _act(text, events, verb, way)) is not None:
            is_named = act.start > verb.start and way == "launched" and act.value != _BLOW
            code = act.value.partition("/")[0] if is_named else _VAGUE
            found[verb.start] = verb._replace(kind="event", value=f"{code}/{part}")
    if _BREAKS in text:
        gone |= {one.start for one in events if one.value == _BLAST and _breaks_out(text, events, one)}
    if not (found or gone):
        return events
    kept = (one for one in events if one.start not in found and one.start not in gone)
    return sorted([*found.values(), *kept], key=lambda one: one.start)


def _rule(text: str, verb: Hit) -> int:
    """Where the word of rule begins that makes a verb tell of ground taken; -1 where none does."""
    hand = text.startswith(_PUTS, verb.entry_start)
    rule = (_HAND if hand else _RULE).match(text, verb.stop, verb.stop + _GROUND)
    if rule is None:
        return -1
    noun = text[verb.entry_start : verb.stop] in _NOUNS and (rule.group(1).endswith("سيطره") or rule.start(1) - verb.stop <= 1)
    return -1 if noun else rule.start(1)  # «سيؤدي بسط سيطرة الحكومة على»


def _act(text: str, events: Sequence[Hit], verb: Hit, way: str) -> Hit | None:
    """The act of violence that is the subject of a verb, or what it points at, or its object."""
    before = next((one for one in reversed(inside(events, verb.start - _BEFORE, verb.start)) if one.stop < verb.start), None)
    if way == "launched" and not text.endswith(_ITS, verb.start, verb.stop):
        acts = (one for one in inside(events, verb.stop, verb.stop + _BEHIND) if not _is_doer(text, one))
        first = next(acts, None)
        if first is None or not _OBJECT.fullmatch(text, verb.stop, first.start):
            return None
        same = inside(events, first.start, first.start + 1)  # «قصفا» may be a verb too
        return next((one for one in same if _is_object(one) and _is_some(text, one)), None)
    may = _is_act if way == "struck" else _strikes
    between = _PLAIN if way == "struck" else _OPEN  # «ضربت الغارات», but «بعد الهجوم بأيام ضربت الطائرات»
    if before is not None and may(before) and between.fullmatch(text, before.stop, verb.start):
        return None if _DRAGGED_ON.match(text, verb.stop) else before
    if way == "launched":
        return None
    behind = next(iter(inside(events, verb.stop, verb.stop + _SOON)), None)
    return behind if behind is not None and may(behind) and _SUBJECT.fullmatch(text, verb.stop, behind.start) else None


def counted(events: list[Hit], figures: Sequence["FigureMention"]) -> list[Hit]:
    """The events; «أوقفت القوات 20 شخصا» is as sure a verb as «اعتقلت», where those who were taken stand soon behind it."""
    taken = [one for one in figures if one.measure == _CAPTURED]
    return [_sure(one, taken) if one.value in _PARTS else one for one in events] if taken else events


def _sure(hit: Hit, taken: Sequence["FigureMention"]) -> Hit:
    soon = any(0 < one.start - hit.stop <= _BEHIND for one in inside(taken, hit.stop, hit.stop + _BEHIND + 1))
    return hit._replace(value=_PARTS[hit.value]) if soon else hit


def _is_doer(text: str, hit: Hit) -> bool:
    """«نفذت المقاتلات غارة», «نفذ انتحاري العملية»: whether a word is of who does it, between a verb and its object."""
    return hit.value.endswith(_MEANS) or text.startswith(_BOMBER, hit.entry_start)


def _is_some(text: str, hit: Hit) -> bool:
    """Whether an act may be told as new by a verb: «غارات», «عشرات الغارات»; not «العملية», «بضربات جوية»."""
    if hit.proclitic or text.startswith("ال", hit.entry_start):
        return hit.proclitic in ("", "ال") and text.endswith(_MANY, 0, hit.start)
    return True


def _is_act(hit: Hit) -> bool:
    code, _, part = hit.value.partition("/")
    return part == "noun" and code in VIOLENT and code not in _EXECUTED


def _is_object(hit: Hit) -> bool:
    """Whether a word may be what somebody carried out: an act of violence, abductions, houses blown up."""
    return _is_act(hit) or hit.value in _ALSO


def _strikes(hit: Hit) -> bool:
    """Whether a word may be the subject of a verb that says whom something reached: an act of violence, aircraft, guns."""
    return hit.value in _FIRING or _is_act(hit)


def _breaks_out(text: str, events: Sequence[Hit], hit: Hit) -> bool:
    """«تفجرت مواجهات»: whether a verb of blowing up says that a fight began."""
    if not text.startswith(_BREAKS, hit.entry_start):
        return False
    behind = next(iter(inside(events, hit.stop, hit.stop + _SOON)), None)
    if behind is not None and behind.value in _FIGHTS and _SUBJECT.fullmatch(text, hit.stop, behind.start):
        return True
    before = next((one for one in reversed(inside(events, hit.start - _BEFORE, hit.start)) if one.stop < hit.start), None)
    return before is not None and before.value in _FIGHTS and _OPEN.fullmatch(text, before.stop, hit.start) is not None
