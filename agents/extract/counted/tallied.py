"""Tallied: numbers of people who are told of by what counts them («ارتفع عدد القتلى إلى 11», «بلغ عدد القتلى في الهجوم 19 شخصا»)."""

import re

from agents.extract.counted import chains, headcounts
from agents.extract.harm.counts import PART, REFUSED, Count, Line
from agents.extract.harm.gaps import AWAY, STOP
from agents.extract.harm.harm import Harm
from agents.extract.people.people import People

_TO = re.compile(r"(?:الي|بلغ\w*|يبلغ|وصل\w*|عند|هو|هي|تجاوز\w*|كان|كانت|بواقع|:|بلغوا|ليبلغ|ليصل|وعددها|عددها|عددهم)\s*[\"(]?$")
_ADJECTIVES = re.compile(r"(?:\sال[\u0621-\u064a]+){1,2}\s")  # «عدد القتلى الإسرائيليين نحو 40»
_REACHED = re.compile(r"(?:^|\s)[وفل]?(?:بلغ|وصل|يبلغ|فاق|ناهز|قارب|يصبح|اصبح|يصل)\s$")
_EXCEEDS = re.compile(r"(?:^|\s)[وف]?(?:[يت]?تجاوز|[يت]?تخطي|تخط|فاق|[يت]فوق)ت?\s$")
_OF_ACT = re.compile(
    r"\s(?:ال(?:هجوم|هجمات|قصف|تفجير|انفجار|غار|اشتباك|مواجه|اعتداء|مجزره|عدوان)|في|خلال|جراء|نتيجه|اثر|من|ب(?:ال)?(?:هجوم|قصف|تفجير|انفجار|غار|اشتباك|مواجه))"
)
_STATES = re.compile(r"\s?(?:[،.\n]|فقط|لا\s|و|بحسب|وفق|حسب|كما|حتي|علي\s(?:الاقل)|$)")  # behind a whole number
_THE_HURT = re.compile(
    r"\s[وف]?ان\s(?:عدد\s)?(?:ال(?:قتلي|ضحايا|شهداء|(?P<wounded>جرحي|مصابين))|(?:قتلا|ضحايا|شهداء)(?:ه|ها|هم))\s(?:نحو\s|حوالي\s)?$"
)
_NUMBERING = re.compile(  # «الجرحى البالغ عددهم نحو 250», «المصابون وعددهم 11»
    r"\s[وفلب]?(?:ل)?(?:ال)?(?:(?P<killed>قتلي|ضحايا|شهداء)|جرحي|مصاب[يو]ن)(?:\s(?:ال(?!بالغ)\S+|في\s\S+))?،?"
    r"(?:\s[وب]?البالغ)?(?:\s[وب]?)?(?:عدد(?:هم|ها)\s)?$"
)
_THEIR_NUMBER = re.compile(r"(?:^|\s)[وب]?عدد(?:هم|ها)\s")
_ANYBODY = frozenset(["", "person", "victim", "civilians"])  # whose people a tally counts
_BEFORE_RISE = re.compile(r"\s(?:قبل ان|ثم|و?لاحقا)\s[يت]?(?:رتفع|ارتفع|صعد)ت?\s$")
_RANKS = re.compile(r"\s(?:(?:في|من)\s)?(?:صفوف\s)?[^\s،.]+\s(?:[^\s،.]+\s){0,3}(?:نحو\s|حوالي\s)?")
_AND_TO = re.compile(
    r"[^.؟!؛\n]{0,25}?\s?و(?:عدد\s)?(?:ال(?:(?P<killed>قتلي|شهداء|ضحايا)|جرحي|مصابين|اصابات)\s(?:(?:الي|بلغ)\s)?"
    r"|(?P<same>(?:اجمالي\sالعدد|العدد\sالاجمالي|مجموعهم)\s(?:[^\s،,.:؛]+\s){0,5}?(?:الي|بلغ)\s))(?:نحو\s|اكثر من\s)?"
)
_FROM_TO = re.compile(r"[^.،]{0,30}?\sالي\s")
_SINCE_DIED = re.compile(  # «إلى 14 بعدما توفي جريحان», «إلى ثلاثة بعد وفاة متظاهرين»
    r"[^.؟!؛\n]{0,50}?\s(?:بعدما|بعد\sان|بعد|اثر|عقب|ب)\s?(?:وفاه|موت|رحيل|(?:توفي|مات|قضي|فارق|استشهد|استشهاد)\S{0,2})\s[^.،؛\n]{0,25}$"
)
_RISEN = re.compile(r"(?:^|\s)[وفل]?(?:[يت]?رتفع|ارتفع|[يت]صل|وصل|[يت]صبح)ت?\s(?:[^\s،,.:؛]+\s){0,5}(?:الي\s)?(?:نحو\s)?$")
_DIED = re.compile(r"\s(?:وفاه|توفي\S{0,2})\s")  # of a rise: who died since, of whatever
_OF_WOUNDS = re.compile(r"[^.،؛\n]{0,25}?\s(?:متاثر|بجر[وا]ح|الحياه|(?:ب|من\s)?اصابت)")
_WERE_HURT = re.compile(r"جريح|جرحي|مصاب")
_TALLY_REACH, _EXCEEDED_REACH, _FAR_REACH = 180, 70, 90
_RISE_REACH = 60
_NUMBERING_REACH, _THEIR_REACH = 60, 9


def tallied(line: Line, count: Count) -> str:
    """«ارتفع عدد القتلى إلى 11»: the number after «إلى»; the one after «من» is the old one."""
    people, head = count.people, line.tally
    if not people.counted:
        return _of_two(line, count)
    if head is None:
        return _tallied_too(line, count) or _stated(line, count) or _numbering(line, count)
    gap = line.text[head.stop : people.start]
    if len(gap) > _TALLY_REACH or STOP.search(gap):
        return ""
    if gap.rstrip().endswith(("من", "عن")) and _FROM_TO.match(line.text, people.stop, people.stop + 40):
        return REFUSED
    exceeds = _EXCEEDS.search(line.before(head.start, 12)) is not None
    reached = _REACHED.search(line.before(head.start, 10)) and (_RANKS.fullmatch(gap) or headcounts.relative(line.text, head))
    reached = reached or (exceeds and "،" not in gap and len(gap) <= _EXCEEDED_REACH) or _reached_far(line, head, people, gap)
    if gap.strip() and not (_TO.search(gap) or _ADJECTIVES.fullmatch(gap) or reached):
        return ""
    if people.high == people.low and exceeds:  # «تجاوز عدد القتلى 150 قتيلا»
        count.people = people._replace(high=None, rule="number.at-least")
    count.measures, count.harm, line.hungry, line.tally = (people.noun.measure or head.measure,), head, False, None
    _outgrown(line, count, head)
    return PART if line.text.endswith(" هم", 0, head.stop) and chains.opens(line, count) else "figure.tally"


def _of_two(line: Line, count: Count) -> str:
    """«ارتفعت حصيلة القتلى إلى قتيلين و45 جريحا»: a dual is a number too."""
    people, head = count.people, line.tally
    if head is None or people.noun.form != "two" or people.noun.measure is None or people.definite or people.particles:
        return ""
    gap = line.text[head.stop : people.start]
    if len(gap) > _TALLY_REACH or STOP.search(gap) or not _TO.search(gap):
        return ""
    count.measures, count.harm, line.hungry, line.tally = (people.noun.measure,), head, False, None
    return "figure.tally"


def _tallied_too(line: Line, count: Count) -> str:
    """«ارتفع عدد القتلى إلى 58 والجرحى إلى 2771»: a second number behind a tally."""
    last = line.last_told
    if last is None or last.rules[-1:] != ["figure.tally"]:
        return ""
    also = _AND_TO.fullmatch(line.text, last.people.stop, count.people.start)
    if also is None:
        return ""
    measures = last.measures if also.group("same") else ("killed" if also.group("killed") else "wounded",)
    count.measures, count.harm, line.hungry = measures, last.harm, False
    return "figure.tally"


def _stated(line: Line, count: Count) -> str:
    """«وقال شهود إن القتلى ثمانية», «إن القتلى ثلاثة فقط»: a number that is told of the dead as what they are."""
    people = count.people
    the_hurt = _THE_HURT.search(line.before(people.start, 25)) if people.noun.whose in ("", "person") else None
    if the_hurt is None or people.particles or people.definite or not _STATES.match(line.text, people.stop):
        return ""
    count.measures, count.harm, line.hungry = ("wounded" if the_hurt.group("wounded") else "killed",), None, False
    return "figure.tally"


def _numbering(line: Line, count: Count) -> str:
    """«علاج الجرحى البالغ عددهم نحو 250»: a number that says how many those are of whom the words right before it tell."""
    people = count.people
    if people.noun.whose not in _ANYBODY or people.definite:
        return ""
    if not _THEIR_NUMBER.search(line.text, max(people.start - _THEIR_REACH, 0), people.stop):
        return ""
    hurt = _NUMBERING.search(line.before(people.start, _NUMBERING_REACH))
    if hurt is None:
        return ""
    count.measures, count.harm, line.hungry = ("killed" if hurt.group("killed") else "wounded",), None, False
    return "figure.tally"


def _outgrown(line: Line, count: Count, head: Harm) -> None:
    """«مقتل 12 في القصف، قبل أن ترتفع الحصيلة إلى 19»: nothing stands of the number before it in the sentence, which rose to this one."""
    last = line.last_told
    if last is None or last.measures != count.measures or last.part_of is not None or not _BEFORE_RISE.search(line.before(head.start, 25)):
        return
    if last.people.low == last.people.high and (last.people.low or 0) < (count.people.low or 0):
        last.measures = ()


def _reached_far(line: Line, head: Harm, people: People, gap: str) -> bool:
    """«بلغ عدد القتلى في الهجوم الذي استهدف سوقا 19 شخصا»: whether a number far behind is of those who are counted, and no object."""
    if len(gap) > _FAR_REACH or "،" in gap or not _OF_ACT.match(gap) or not _REACHED.search(line.before(head.start, 10)):
        return False
    if people.particles or people.definite or people.noun.whose not in _ANYBODY or gap.rsplit(maxsplit=1)[-1] in AWAY:
        return False
    return _STATES.match(line.text, people.stop) is not None


def settle(line: Line) -> None:
    """At the end of the sentence: «ارتفع عدد القتلى إلى 14 بعدما توفي جريحان»: who died of their wounds are among those who are counted."""
    for at in range(line.first + 1, len(line.counts)):
        whole, count = line.counts[at - 1], line.counts[at]
        if whole.measures != ("killed",) or count.measures != ("killed",) or count.part_of is not None:
            continue
        rose = _RISEN.search(line.before(whole.people.start, _RISE_REACH)) is not None
        if not (rose or "figure.tally" in whole.rules):
            continue
        fewer = (count.people.low or 0) < (whole.people.low or 0)
        since = _SINCE_DIED.fullmatch(line.text, whole.people.stop, count.people.start) if fewer else None
        if since is None:
            continue
        hurt = _WERE_HURT.search(line.text, count.people.start, count.people.stop)
        if hurt or (rose and _DIED.search(since.group())) or _OF_WOUNDS.match(line.text, count.people.stop):
            count.measures = ()
