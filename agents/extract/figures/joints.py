"""Joints: words that say how the people behind them belong to those before («بينهم», «إضافة إلى», «بين قتيل وجريح»)."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from agents.extract.harm.counts import NOWHERE, PART, Count, Line
from agents.extract.words.lexicon import Hit

_KILLED, _WOUNDED = re.compile("قتل|ضحاي|شهداء"), re.compile("جرح|صاب")
_OF_VERB = frozenset(["لم", "لن", "لا"])  # they negate the verb behind them, not what follows it
_HARM = re.compile(
    r"\s+(?:[يت](?:سفر|ؤد|ود|خلف|نجم|نتج|قع|رد|سجل|علن|وقع|سبب|تسبب|كن|ذكر|صب|قتل|سقط|صل|وجد|سمع|بلغ عن|فد|تحدث|حدث|شر\s|رصد)"
    r"|اي\s|اصاب|ضحايا|"
    r"قتلي|جرحي|خسائر|وفيات|(?:معلومات|انباء|تقارير|تاكيدات|بيانات|حديث)\s(?:مؤكده\s|موكده\s)?(?:عن|حول|بشان|تفيد))"
)
_IN_FACT = re.compile(r"\s(?:كانت?\s)?(?:مقتل|اغتيال|قتل|وفاه|اصابه|خطف|اعتقال)\s")  # «ما إذا كان مقتل الجنود متعمدا»: they are dead
_NAMELESS = re.compile(  # «طلب عدم الكشف عن اسمه إن سبعة قتلوا»: it is the name that is not told
    r"\s(?:ال)?(?:كشف|نشر|ذكر|افصاح|اعلان|تصريح)\s(?:عن\s)?ب?(?:ال)?(?:اسم|اسماء|هوي)\S*"
)
_NOBODY_TAKEN = re.compile(r"\s[يت](?:عتقل|حتجز|ختطف|خطف|وقف|اسر)\S{0,2}\s(?:[^\s،.:؛]+\s){0,4}?(?:اي|احدا?)\s")  # «لم تعتقل حتى الآن أي»
_THE_HURT = re.compile(r"\s(?:ال(?:قتلي|ضحايا|شهداء|جرحي|مصابين|اصابات))\s$")
_WERE = re.compile(r"\s(?:كان\S*\s)?(?:هم\s)?")  # «طفلان كانا بين القتلى»
# «بين قتلى وجرحى» counts both, «جنديين من بين الجرحى لقيا حتفهم» tells of the dead
_AFTER = re.compile(
    r"\sو\S+|(?:\s[^\s.،؛]+){0,4}\s(?:لقو?ا?|لقيا|لقي|قضوا|قضي|توفوا|توفي\S*|استشهد\S*|مات\S*|فارق\S*|متاثر\S*)(?![\u0621-\u064a])"
)
_MINORS = re.compile(r"\s?(?:الي\s|ل)?(?:عدد من )?(?:ال|ل)?(?:اطفال|نساء)(?![\u0621-\u064a])")
_AFTER_THAT = re.compile(r"\s(?:بعدما|بعد ان|وكان|وكانت|وكانوا)\s")
_OF_PEOPLE = frozenset(["verb", "passive"])  # kinds of words of harm
_PILOT = " طيار"  # «غارة لطائرة بدون طيار في كذا أدت إلى مقتل خمسة»
_JOINT_REACH = 60
_BESIDE = 2  # characters


def enter(line: Line, hit: Hit) -> None:
    """Takes a joint into the sentence."""
    KINDS.get(hit.value, _nothing)(line, hit)


def _among(line: Line, hit: Hit) -> None:
    head = line.waiting
    if head is not None and head.kind in _OF_PEOPLE and line.text[head.stop : hit.start] == " " and line.text.startswith("من", hit.start):
        return  # «وقتل منهم أربعة»: the verb says itself what befell them
    last = line.last
    bare = last is not None and last.people.counted and not (last.measures or last.people.noun.whose)
    if bare and last is not None and hit.start - last.people.stop == 1 and line.text.startswith("منهم من ", hit.start):
        last.people = last.people._replace(stop=hit.stop)  # «18 منهم من الجيش و12 من الجماعة»
        return
    measure = _measure(line, hit)
    if not measure and 0 <= hit.start - line.refused_stop <= _BESIDE and (last is None or last.people.stop < line.refused_stop):
        line.part = None  # «حرر 30 رهينة بينهم 21 طفلا»
        return
    whole = line.whole_of(measure)
    line.part_measure, line.part_stop, line.part_opens = measure, hit.stop, True
    line.part = -1 if measure and whole is None else whole
    if measure and _said_before(line, hit, measure):
        line.part, line.part_opens = None, False


def _measure(line: Line, hit: Hit) -> str:
    """What those are told of among whom parts are: as the words say («من بين القتلى»), or the noun before them («أن القتلى بينهم»)."""
    said = line.text[hit.start : hit.stop]
    if said.endswith("هم") and (line.last is None or line.last.people.stop < hit.start - 1):
        named = _THE_HURT.search(line.before(hit.start, 12))
        said = named.group() if named else ""
    return "killed" if _KILLED.search(said) else "wounded" if _WOUNDED.search(said) else ""


def _said_before(line: Line, hit: Hit, measure: str) -> bool:
    """«ثلاثة أطفال كانوا بين القتلى», «امرأة وطفل بين ضحايا …»: whether those who stand before the words are the part."""
    last = line.last
    if hit.proclitic or last is None or _WERE.fullmatch(line.text, last.people.stop, hit.start) is None:
        return False
    if _AFTER.match(line.text, hit.stop):
        return False
    first = len(line.counts)
    while first > line.first:
        count = line.counts[first - 1]
        exact = count.people.counted or count.people.high is not None
        if not _open(line, count) or count.part_of is not None or not exact or not count.people.noun.whose:
            break
        first -= 1
        before = line.counts[first - 1].people if first > line.first else None
        if count.people.particles[:1] != "و" or before is None or count.people.start - before.stop > _BESIDE:
            break
    whole = line.whole_of(measure, first)
    for count in line.counts[first:]:
        count.part_of = -1 if whole is None else whole
        count.rules.clear()
        count.tell(PART, (measure,), None)
    return first < len(line.counts)


def _open(line: Line, count: Count) -> bool:
    """Whether nothing is told of people but that they fell: «سقطت امرأة وطفل بين المصابين»."""
    return not count.measures or (count.harm is not None and "سقط" in line.text[count.harm.start : count.harm.stop])


def _made_of(line: Line, hit: Hit) -> None:
    last = line.last_told
    if last is not None and last.part_of is None and hit.start - last.people.stop <= _JOINT_REACH:
        line.made, line.made_stop = len(line.counts) - 1, hit.stop


def _most(line: Line, _: Hit) -> None:
    line.part, line.part_stop, line.hungry = None, NOWHERE, False


def _besides(line: Line, hit: Hit) -> None:
    line.more_stop = hit.stop
    if line.part is not None and line.part_opens and _MINORS.match(line.text, hit.stop):
        line.part_stop = hit.stop  # «13 مدنيا، بينهم عائلة كاملة، إضافة لأطفال ونساء»
    else:
        line.part = None


def _joint(line: Line, hit: Hit) -> None:
    last = line.last
    if last is not None and hit.start - last.people.stop <= _JOINT_REACH:
        last.tell("figure.joint", ("killed_or_wounded",), last.harm)
        line.hungry = False


def _no(line: Line, hit: Hit) -> None:
    of_verb = line.text[hit.entry_start : hit.stop] in _OF_VERB and not _HARM.match(line.text, hit.stop)
    of_verb = of_verb and not _NOBODY_TAKEN.match(line.text, hit.stop)
    of_verb = of_verb or line.text.startswith(_PILOT, hit.stop)
    if not of_verb and not _NAMELESS.match(line.text, hit.stop):
        line.negations.append(hit.stop)


def _whether(line: Line, hit: Hit) -> None:
    if not _IN_FACT.match(line.text, hit.stop):
        line.doubts.append(hit.stop)


def _not_yet(line: Line, hit: Hit) -> None:
    line.threats.append(hit.stop)


def _old(line: Line, hit: Hit) -> None:
    line.old_stop = hit.stop


def _said_then(line: Line, hit: Hit) -> None:
    """«قتل 55، بعدما أعلن سابقا عن مقتل 43»: an older number only where the same sentence told the newer one."""
    last = line.last_told
    if last is not None and _AFTER_THAT.search(line.text, last.people.stop, hit.start):
        line.old_stop = hit.stop


def _nothing(_: Line, __: Hit) -> None:
    """Words that are read elsewhere."""


KINDS: Mapping[str, Callable[[Line, Hit], None]] = MappingProxyType(
    {
        "among": _among,
        "most": _most,
        "made-of": _made_of,
        "besides": _besides,
        "joint": _joint,
        "no": _no,
        "not-yet": _not_yet,
        "whether": _whether,
        "old": _old,
        "said-then": _said_then,
    }
)
