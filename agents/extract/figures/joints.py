"""Joints: words that say how the people behind them belong to those before («بينهم», «إضافة إلى», «بين قتيل وجريح»)."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from agents.extract.figures.counts import NOWHERE, Line
from agents.extract.words.lexicon import Hit

_KILLED, _WOUNDED = re.compile("قتل|ضحاي|شهداء"), re.compile("جرح|مصاب")
_OF_VERB = frozenset(["لم", "لن", "لا"])  # they negate the verb behind them, not what follows it
_HARM = re.compile(
    r"\s+(?:[يت](?:سفر|ؤد|ود|خلف|نجم|نتج|قع|رد|سجل|علن|وقع|سبب|تسبب|كن|ذكر|صب|قتل|سقط|صل|وجد|سمع|بلغ عن|فد|تحدث|حدث|شر\s|رصد)"
    r"|اي\s|اصاب|ضحايا|"
    r"قتلي|جرحي|خسائر|وفيات|(?:معلومات|انباء|تقارير|تاكيدات|بيانات|حديث)\s(?:مؤكده\s|موكده\s)?(?:عن|حول|بشان|تفيد))"
)
_LOOK_BACK = 4  # counts that «بينهم» may speak of
_JOINT_REACH = 60


def enter(line: Line, hit: Hit) -> None:
    """Takes a joint into the sentence."""
    KINDS.get(hit.value, _nothing)(line, hit)


def _among(line: Line, hit: Hit) -> None:
    said = line.text[hit.start : hit.stop]
    measure = "killed" if _KILLED.search(said) else "wounded" if _WOUNDED.search(said) else ""
    line.part_measure, line.part_stop, line.part_opens = measure, hit.stop, True
    line.part = -1 if measure else None
    tried = 0
    for at in range(len(line.counts) - 1, max(len(line.counts) - 40, 0) - 1, -1):
        count = line.counts[at]
        if count.part_of is None:
            if not measure or measure in count.measures:
                line.part = at
                return
            tried += 1
            if tried == _LOOK_BACK:
                return


def _made_of(line: Line, hit: Hit) -> None:
    last = line.last_told
    if last is not None and last.part_of is None and hit.start - last.people.stop <= _JOINT_REACH:
        line.made, line.made_stop = len(line.counts) - 1, hit.stop


def _most(line: Line, _: Hit) -> None:
    line.part, line.part_stop, line.hungry = None, NOWHERE, False


def _besides(line: Line, hit: Hit) -> None:
    line.more_stop, line.part = hit.stop, None


def _joint(line: Line, hit: Hit) -> None:
    last = line.last
    if last is not None and hit.start - last.people.stop <= _JOINT_REACH:
        last.tell("figure.joint", ("killed_or_wounded",), last.harm)
        line.hungry = False


def _no(line: Line, hit: Hit) -> None:
    of_verb = line.text[hit.entry_start : hit.stop] in _OF_VERB and not _HARM.match(line.text, hit.stop)
    if not of_verb:
        line.negations.append(hit.stop)


def _not_yet(line: Line, hit: Hit) -> None:
    line.threats.append(hit.stop)


def _old(line: Line, hit: Hit) -> None:
    line.old_stop = hit.stop


def _nothing(_: Line, __: Hit) -> None:
    """Words that are read elsewhere."""


KINDS: Mapping[str, Callable[[Line, Hit], None]] = MappingProxyType(
    {"among": _among, "most": _most, "made-of": _made_of, "besides": _besides, "joint": _joint, "no": _no, "not-yet": _not_yet, "old": _old}
)
