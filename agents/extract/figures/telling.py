"""What people are told of: rules in deciding order, each a function that names itself, refuses the people, or has no opinion ("")."""

import re
from collections.abc import Callable

from agents.extract.figures.counts import Count, Line
from agents.extract.figures.gaps import AWAY, CLAUSE, OPEN, STOP, TIME, may_count_people, reaches, words_of
from agents.extract.figures.harm import Harm
from agents.extract.figures.people import People

REFUSED = "figure.refused"
_SURE = frozenset(["killed", "wounded", "killed_or_wounded"])
_NAMED = frozenset(["leader", "official", "state", "rebels", "armed"])  # «مقتل القيادي …» is one person, known by name
_REMAINS = re.compile(r"(?:جثث|جثه|جثامين|جثمان|رفات)(?![\u0621-\u064a])")  # «رفات 3 أسرى»: not taken prisoner now
_BOUNDED = frozenset(["number.at-least", "number.about"])
_CIVIL = frozenset(["civilians", "person", "victim", "prisoner"])
_NEXT = re.compile(r"\s\"?(?!ال|ب|ل|و(?!ليد|سام|ائل|سيم))([\u0621-\u064a]{3,}(?<![ا]))(?![\u0621-\u064a])")
_AGENTS = frozenset(["armed", "rebels", "state", "suspects"])
_BARE = frozenset(["killed", "wounded", "captured", "abducted"])  # what one person or a bare plural is told of
_TO = re.compile(r"(?:الي|بلغ\w*|يبلغ|[يت]?قدر|[يت]?قدرت?\sب|وصل\w*|عند|هو|هي|تجاوز\w*|كان|كانت|بواقع|:|بلغوا|ليبلغ|ليصل|وعددها|عددها|عددهم)\s*[\"(]?$")
_CAUSE = re.compile(
    r"(?:^|[\s\"«(])[وف]?(?:عن|خلف|خلفت|اوقع|اوقعت|موقعا|موقعه|وقوع|سقوط|هناك|مخلفا|مخلفه|يوقع|خلفا|بوقوع|بسقوط|يخلف|سقط)\s*$"
)
_HEADLINE = re.compile(r"و?(?:قت[لي]|جر[حي]|شه|اصاب|مصاب)")  # «قتلى وجرحى بانفجار», «قتيلان في …»
_FELLED = re.compile(r"(?:^|\s)[وف]?(?:[يت]ردي|اردي|ارد)(?:ت|وا)?(?:ه|ها|هم|هما)\s$")
_DOER = re.compile(r"\s[يتن]?(?:اطلق|نفذ|شن|زرع|القي|فجر|ارتكب|قاد|دبر|وجه|سدد)(?:ت|وا)?(?:ها|ه|هما|هم)\s$")  # «أطلقها أحد الجنود»
_CHARGE = re.compile(  # «متهمون بقتل شرطيين», «حكما بإعدام 45»: of courts
    r"(?:متورط\w*|تورط\w*|ضالع\w*|متهم\w*|مدان\w*|ادان\w*|تهم\w*|اتهام\w*|حكم\w*|احكام\w*|قضت|قضي|يواجه\w*|طالب\w*|قضيه|محاكم\w*)\s(?:في\s|بال|ب)?(?:ال)?$"
)
_DEEDS = dict.fromkeys(("توقيف", "اعتقال", "احتجاز", "اسر"), "captured") | dict.fromkeys(("قتل", "تصفيت", "اعدام"), "killed")
_DONE = re.compile(rf"\s(?:تم|جري)\s({'|'.join(_DEEDS)})ه(?:م|ما)\b")  # «بينهم خمسة آلاف تم توقيفهم»
_OF_THE = re.compile(r"\sمن\s+ال")
_CONSTRUCT = re.compile(r"\s+ال(?!ي\s|ان\s)")
_FROM_TO = re.compile(r"[^.،]{0,30}?\sالي\s")
_TALLY_REACH, _MORE_REACH, _OPENING = 180, 25, 25
_NAME = 7  # words


def enter(line: Line, people: People) -> None:
    """Takes people into the sentence, with what they are told of so far; those of whom nothing may be told are left out."""
    count = Count(people)
    rule = next((name for rule in RULES if (name := rule(line, count))), "")
    known = people.definite and not people.counted and not (rule and people.noun.form == "one" and people.noun.whose in _NAMED | _CIVIL)
    if rule == REFUSED or (known and rule != "figure.paired") or _DOER.search(line.before(people.start, 16)):
        line.known = people if people.noun.form == "one" and not people.counted else line.known
        return
    word = None if rule.startswith("figure.noun") else count.harm
    if rule and (line.negated(word.start if word else people.start) or line.replaced(count)):
        line.hungry = False
        return
    if rule:
        count.rules.append(rule)
    line.counts.append(count)


def close(line: Line) -> None:
    """At the end of the sentence: people of whom only their own noun says something («20 أسيرا»)."""
    for count in line.counts[line.first :]:
        measure = count.people.noun.measure
        remains = count.people.noun.whose == "prisoner" and _REMAINS.search(line.text, max(count.people.start - 12, 0), count.people.stop)
        if not count.measures and measure and count.people.counted and "figure.agent" not in count.rules and not remains:
            count.tell(f"figure.noun.{measure}", (measure,), None)


def _tallied(line: Line, count: Count) -> str:
    """«ارتفع عدد القتلى إلى 11»: the number after «إلى»; the one after «من» is the old one."""
    people, head = count.people, line.tally
    if head is None or not people.counted:
        return ""
    gap = line.text[head.stop : people.start]
    if len(gap) > _TALLY_REACH or STOP.search(gap):
        return ""
    if gap.rstrip().endswith(("من", "عن")) and _FROM_TO.match(line.text, people.stop, people.stop + 40):
        return REFUSED
    if gap.strip() and not _TO.search(gap):
        return ""
    count.measures, count.harm, line.hungry, line.tally = (people.noun.measure or head.measure,), head, False, None
    return "figure.tally"


def _paired(line: Line, count: Count) -> str:
    """«عددا من القتلى والجرحى»: the number counts both nouns, each by itself."""
    people, last = count.people, line.last_told
    if last is None or people.counted or not people.definite or people.noun.measure not in _SURE or people.particles[:1] != "و":
        return ""
    if people.start - last.people.stop > 2 or not last.people.counted or last.people.noun.measure is None:
        return ""
    count.measures, count.harm = (people.noun.measure or "",), last.harm
    count.people = people._replace(low=last.people.low, high=last.people.high)
    return "figure.paired"


def _part(line: Line, count: Count) -> str:
    """«بينهم طفلان وامرأة»: part of the people before."""
    people = count.people
    if line.part is None or people.start < line.part_stop:
        return ""
    gap = line.text[line.part_stop : people.start]
    own = people.noun.measure is not None and not line.part_measure
    done = _DONE.match(line.text, people.stop)
    if done and people.counted and len(gap) <= 30:
        line.part_opens, line.part_stop = False, people.stop
        count.measures = (_DEEDS[done.group(1)],)
        return "figure.done-to"
    follows = line.part_opens or (_joined(people, gap) and not own)
    if not follows or len(gap) > (60 if people.counted else 30):
        line.part = None
        return ""
    line.part_opens, line.part_stop = False, people.stop
    parent = line.counts[line.part] if line.part >= 0 else None
    told = people.noun.measure or line.part_measure
    count.measures = (told,) if told else parent.measures if parent else ()
    count.part_of, count.harm = line.part, parent.harm if parent else None
    return "figure.part"


def _felled(line: Line, count: Count) -> str:
    """«أردته قتيلا»: of whom was told before; else of one person of whom no more is said."""
    if count.people.noun.measure != "killed" or not _FELLED.search(line.before(count.people.start, 14)):
        return ""
    if line.last is None or line.last.measures:
        count.measures = ("killed",)
        return "figure.felled"
    line.last.tell("figure.felled", ("killed",), None)
    return REFUSED


def _by_noun(line: Line, count: Count) -> str:
    """«28 قتيلا», «قتلى وجرحى»: the noun itself says it."""
    people, measure, head = count.people, count.people.noun.measure, line.waiting
    if measure is None:
        return ""
    if people.rule == "number.one-of" and people.definite:
        return "" if head is not None and reaches(line.text, head, people) else REFUSED  # «إحدى الجثث», «أحد المصابين»: of those told of before
    if head is not None and head.measure == "none" and len(line.text[head.stop : people.start].split()) <= 2:
        return REFUSED  # «نقل 5 جرحى»
    if head is not None and head.measure not in ("none", "killed", measure) and reaches(line.text, head, people):
        return ""  # «استسلام 5 جرحى»
    if measure not in _SURE:
        return "" if people.counted else REFUSED  # «80 أسيرا استشهدوا»: a verb may follow
    if not (_new_count(line, people) if people.counted else _new_plural(line, people, head)):
        return REFUSED
    _widen(line, count)
    count.measures, count.harm, line.hungry = (measure,), head, False
    return f"figure.noun.{measure}"


def _new_count(line: Line, people: People) -> bool:
    """«ستة من المصابين» are of those told before; «العشرات من القتلى» are not."""
    return people.high is None or not _OF_THE.search(line.text, people.start, people.stop)


def _new_plural(line: Line, people: People, head: Harm | None) -> bool:
    """Whether «قتلى» says that some were killed: behind a word of cause, joined to others, or as an opening; not «قتلى الهجوم»."""
    caused = _CAUSE.search(line.before(people.start, 14)) or (head is not None and not line.text[head.stop : people.start].strip())
    last = line.last_told
    joined = last is not None and people.particles[:1] == "و" and people.start - last.people.stop <= 3
    opens = people.start - line.start <= _OPENING and _HEADLINE.match(line.text, people.start)
    if people.definite or not (caused or joined or opens):
        return False
    return people.particles in ("", "و", "ف", "ب") and not _CONSTRUCT.match(line.text, people.stop, people.stop + 5)


def _widen(line: Line, count: Count) -> None:
    """«أكثر من 63 ألف شهيد و160 ألف مصاب»: one bound for both."""
    people, last = count.people, line.last_told
    if last is None or last.people.rule != "number.at-least" or people.rule in _BOUNDED or people.particles != "و":
        return
    before = line.text[last.people.start : last.people.start + 5]
    if people.start - last.people.stop <= 3 and "اكثر" in before and people.low == people.high:
        count.people = people._replace(high=None, rule="number.at-least")


def _object(line: Line, count: Count) -> str:
    """«مقتل 9», «قتل الجيش 9»: the people after a word of harm that tells of none yet."""
    people, head = count.people, line.waiting
    if head is None or not reaches(line.text, head, people):
        return ""
    if people.definite and not people.counted and not _named(line.text, head, people):
        return ""
    if _in_general(line.text, head, people) or (_CHARGE.search(line.before(head.start + len(head.proclitic), 30))):
        return REFUSED
    line.hungry = False
    measures = tuple(dict.fromkeys(one.measure for one in line.heads if people.counted or one.measure in _BARE))
    if not measures or (not people.counted and people.noun.form == "own"):
        return ""
    if head.measure == "none" or not (people.noun.whose or may_count_people(line.text, people, head.measure)):
        return REFUSED
    count.measures, count.harm = ("killed_or_wounded",) if set(measures) == {"killed", "wounded"} else measures, head
    return f"figure.{head.kind}.{head.measure}"


def _named(text: str, head: Harm, people: People) -> bool:
    """«مقتل القيادي …», «استشهاد الشاب أحمد»: one person, known by name; behind a verb of fighters only leaders («أصاب القناص» did it)."""
    if people.noun.form != "one" or not people.definite:
        return False
    if people.noun.whose in _NAMED:
        return head.kind == "masdar" or people.noun.subset == "leaders"
    return people.noun.whose in _CIVIL and _a_name(text, people.stop)


def _a_name(text: str, at: int) -> bool:
    """Whether a name stands right behind: a word without article or particle, none of those that go on with the sentence."""
    word = _NEXT.match(text, at)
    return word is not None and word.group(1) not in AWAY | CLAUSE | TIME | OPEN


def _in_general(text: str, head: Harm, people: People) -> bool:
    """«بقتل مدنيين»: what somebody is said to do, not an occurrence."""
    bare = not people.counted and people.noun.form in ("many", "either")
    return bare and head.proclitic in ("ب", "وب") and text.startswith("قتل", head.stop - 3)


def _stolen(line: Line, count: Count) -> str:
    """«قتل مسلح 38 سائحا»: who was taken for the victim did it."""
    people, last = count.people, line.last_told
    if line.hungry or last is None or last.harm is None or last.harm.kind not in ("verb", "active") or last.people.counted:
        return ""
    if last.people.noun.form == "accusative" or last.people.noun.whose not in _AGENTS:
        return ""
    gap = line.text[last.people.stop : people.start]
    words = gap.split()
    if people.particles or not people.noun.whose or not (people.counted or people.noun.form == "accusative"):
        return ""
    if "،" in gap or len(words) > 2 or any(word in AWAY for word in words):
        return ""
    count.measures, count.harm, last.measures = last.measures, last.harm, ()
    last.rules.append("figure.agent")
    return f"figure.{last.harm.kind}.{last.harm.measure}"


def _more(line: Line, count: Count) -> str:
    """«إضافة إلى ثلاثة مدنيين»: more people of whom the same is said; «مع» only before others."""
    people, last = count.people, line.last_told
    if last is None or not people.noun.whose or not 0 <= people.start - line.more_stop <= _MORE_REACH:
        return ""
    if line.before(line.more_stop, 3).strip().endswith("مع") and not people.other:
        return ""
    count.measures, count.harm = last.measures, last.harm
    return "figure.besides"


def _listed(line: Line, count: Count) -> str:
    """«استشهاد العريف أحمد، والجندي علي، والجندي حسن»: one more of those who are named, counted with them."""
    people, last = count.people, line.last_told
    if last is None or last.people.noun.form != "one" or last.people.counted or people.counted or people.noun.form != "one":
        return ""
    head = last.harm
    if head is None or head.kind != "masdar" or people.particles[:1] != "و" or line.hungry or line.heads[-1:] != [head]:
        return ""
    gap = line.text[max(last.people.stop, last.named_to) : people.start]
    words = words_of(gap)
    if not (people.definite and last.people.definite) or not 0 < len(words) <= _NAME or STOP.search(gap):
        return ""
    if people.noun.whose != last.people.noun.whose or any(one in CLAUSE or (one in AWAY and one != "علي") for one in words):
        return ""
    last.people = last.people._replace(low=(last.people.low or 0) + 1, high=(last.people.high or 0) + 1)
    last.named_to = people.stop
    return REFUSED


def _chained(line: Line, count: Count) -> str:
    """«3 رجال وامرأتان وطفل»: joined by «و» to people of whom something is said."""
    people, last = count.people, line.last_told
    if (
        last is None
        or not people.noun.whose
        or (people.definite and not people.counted)
        or (line.heads and line.heads[-1].start > last.people.stop)
    ):
        return ""
    gap = line.text[last.people.stop : people.start]
    if not _joined(people, gap) or STOP.search(gap):
        return ""
    words = words_of(gap)
    away = not people.counted and any(one in AWAY and one != "من" for one in words)
    if away or len(words) > (7 if people.counted else 3) or any(one in CLAUSE for one in words):
        return ""
    count.measures, count.harm, count.part_of = last.measures, last.harm, last.part_of
    return "figure.chained"


def _joined(people: People, gap: str) -> bool:
    """Whether «و» stands before people, written onto them or apart («و 130 جريحا»)."""
    return people.particles[:1] == "و" or gap.rstrip(' "«(').endswith((" و", "،و")) or gap.strip() == "و"


RULES: tuple[Callable[[Line, Count], str], ...] = (_tallied, _paired, _part, _felled, _by_noun, _object, _stolen, _more, _listed, _chained)
