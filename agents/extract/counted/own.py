"""Own: a number of those counted before it who fell in an act of their own («160 منذ الجمعة، بينهم 70 قضوا السبت في هجوم»)."""

import re
from collections.abc import Sequence

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.harm import SURE, TAKEN
from agents.extract.named.stated import DAY
from agents.extract.people.victims import FIGHTERS
from agents.extract.words.wordlists import any_of

OWN = "figure.own-act"  # the rule of such a number
_HURT = SURE | TAKEN
_FELL = r"(?:قد\s)?(?:قتل|قض|سقط|استشهد|لق[يو]|اصيب|جرح|خطف|اختطف|اعتقل|احتجز|اسر|توف|مات)\S{0,3}"
_WHICH = r"\s(?:[^\s،,.:؛]+\s){0,2}?(?:التي|الذي)\s"  # «في الغارة التي»
_IN = r"(?:(?:في|جراء|اثر|نتيجه|خلال)\s|ب)"
_ACT = rf"{_IN}(?:(?:{any_of('acts', 'one')}|قصف|عمليه|حمله|ضربه)ا?(?![\u0621-\u064a])|ال(?:{any_of('acts', 'one')}){_WHICH})"
_WORDS = r"(?:[^\s،,.:؛()و][^\s،,.:؛()]*\s)"
_OF_THEM = r"\s(?:من\s)?(?:هم|ها|هؤلاء|هولاء|منهم|منها|بينهم|بينها)"
_TOLD = re.compile(rf"(?:{_OF_THEM})?(?:\s(?:كان\w*\s)?{_FELL})?\s{_WORDS}{{0,3}}?{_ACT}")
_MEANS = re.compile(  # «بينهم 100 بغاز سام»
    rf"(?:{_OF_THEM})?(?:\s{_FELL})?\s(?:في\s|ب)(?:ال)?(?:غاز\S*|قصف|رصاص\S*|نيران|قذ[يا]\S+|صاروخ|صواريخ|براميل|لغم|الغام|عبوه|عبوات|سياره|سيارات)(?![\u0621-\u064a])"
)
_THAT_DAY = re.compile(
    rf"(?:{_OF_THEM})?(?:\s{_FELL})?\s{DAY}(?:\s(?:فقط|وحد(?:ه|ها)))?\s?(?:[.،؛\n]|$)"
)  # «بينهم 91 شخصا يوم الأربعاء فقط»
_FELL_THEN = re.compile(rf"(?:{_OF_THEM})?\s(?:كان\w*\s)?{_FELL}\s")
_AMONG = re.compile(r"(?:بينهم|منهم|بينها|منها|اخرهم)\s(?:نحو\s|حوالي\s|ما لا يقل عن\s|اكثر من\s)?$")
_OF_THOSE = re.compile(rf"{_OF_THEM}(?![\u0621-\u064a])")
_OPENS = re.compile(
    r"[،,(\-–]\s?(?:و?(?:كان\w*|سقط|قتل|قضي|استشهد|اصيب)\s)?(?:و?(?:من\s)?(?:بينهم|منهم|بينها|منها|اخرهم)\s)?(?:نحو\s|حوالي\s|اكثر من\s)?$"
)
_FELL_OF = re.compile(rf"[،,(\-–]\s?(?:و?{_FELL}\s)(?:نحو\s|حوالي\s|اكثر من\s|ما لا يقل عن\s)?$")
_NEAR, _FAR = 40, 260  # characters before the number, to the words that open the part, and to the whole
_BESIDE = 12  # characters from an act to its adjective
_MOST_OF = re.compile(
    rf"[،,(\-–]\s?(?:اكثر من\s)?(?:نصف|معظم|غالبيت|اغلب|اغلبيت)هم\s(?:تقريبا\s)?(?:{_FELL}\s)?(?:تقريبا\s)?{_WORDS}{{0,2}}?{_ACT}"
)


def settle(line: Line) -> None:
    """At the end of the sentence: marks such numbers as parts of the last greater one before them."""
    for at in range(line.first + 1, len(line.counts)):
        count = line.counts[at]
        people = count.people
        if (of_whole := _fallen(line, at)) is not None:
            count.part_of = of_whole
            count.rules.append(OWN)
            continue
        if people.low is None or people.low != people.high or not (people.counted or people.low == 2):
            continue
        whole = _whole(line, at)
        if whole is None or not _is_part(line, count) or opening(line.text, people.start) is None:
            continue
        if people.noun.subset is not None and people.noun.whose not in FIGHTERS and _FELL_THEN.match(line.text, people.stop) is None:
            continue  # «بينهم 30 طفلا في قصف على»: how many of all were children
        told = _TOLD.match(line.text, people.stop)
        if told or any(one.match(line.text, people.stop) for one in (_FELL_THEN, _MEANS, _THAT_DAY)):
            count.part_of, count.measures, count.harm = whole, line.counts[whole].measures, line.counts[whole].harm
            count.rules.append(OWN)
            _leave_out(line.counts[at + 1 :], told.end() + _BESIDE if told else people.stop)


def _fallen(line: Line, at: int) -> int | None:
    """«مقتل 45 مدنيا، قضى 20 منهم في السوق»: the whole whose part fell as all of it did, however many a verb before them says."""
    count = line.counts[at]
    if count.part_of is not None or not _OF_THOSE.match(line.text, count.people.stop):
        return None
    if _FELL_OF.search(line.text, max(count.people.start - _NEAR, line.start), count.people.start) is None:
        return None
    whole = _whole(line, at)
    return whole if whole is not None and set(count.measures) & set(line.counts[whole].measures) else None


def settle_sides(counts: Sequence[Count], sides: list[str]) -> None:
    """Such people are of those whom the whole counts, whoever is named between («في غارات للتحالف، 18 منهم»)."""
    for at, count in enumerate(counts):
        if OWN in count.rules and count.part_of is not None and not count.people.noun.whose:
            sides[at] = sides[count.part_of]


def _leave_out(counts: Sequence[Count], stop: int) -> None:
    """«تسعة منهم في تفجير انتحاري»: he is none of them."""
    for count in counts:
        if count.people.start >= stop:
            break
        if not count.people.counted and count.people.noun.form == "one":
            count.measures, count.part_of = (), None


def tells(text: str, stop: int) -> bool:
    """Whether words behind a number name the act in which those fell."""
    return _TOLD.match(text, stop) is not None


def most_of(text: str, start: int, stop: int) -> int | None:
    """«44 في هجمات، أكثر من نصفهم في تفجير …»: where the words begin that tell of the act in which most of those before fell."""
    if "هم " not in text[start:stop]:
        return None
    found = _MOST_OF.search(text, start, stop)
    return found.start() if found else None


def opening(text: str, start: int) -> int | None:
    """Where the words begin that open a part whose number begins at a place; None where nothing opens it."""
    opens = _OPENS.search(text, max(start - _NEAR, 0), start)
    return opens.start() if opens else None


def _whole(line: Line, at: int) -> int | None:
    """The index of the last number before one of which it may be a part: a greater one, of whom something is told."""
    part = line.counts[at].people
    for index in range(at - 1, line.first - 1, -1):
        whole = line.counts[index]
        if part.start - whole.people.stop > _FAR:
            return None
        if whole.part_of is None and not _HURT.isdisjoint(whole.measures) and (whole.people.low or 0) > (part.low or 0):
            return index
    return None


def _is_part(line: Line, count: Count) -> bool:
    """Whether words beside a number say that it is of those before it."""
    people = count.people
    before = _AMONG.search(line.text, max(people.start - _NEAR, line.start), people.start)
    return before is not None or _OF_THOSE.match(line.text, people.stop) is not None
