"""What people are told of: rules in deciding order, each a function that names itself, refuses the people, or has no opinion ("")."""

import re

from agents.extract.counted import bodies, byplace, cells, chains, mixed, nouns, ofthem, tallied
from agents.extract.counted.hospitals import named_before
from agents.extract.harm import supposed
from agents.extract.harm.counts import REFUSED, Count, Line
from agents.extract.harm.gaps import FAMILY, is_adjective, may_count_people
from agents.extract.harm.harm import HURT, TAKEN, UPON, Harm
from agents.extract.harm.moves import driven, families, may_move
from agents.extract.harmed import doing, felled, relative, taken
from agents.extract.harmed.harmed import DEATHS
from agents.extract.named import ages, fellows, named, stated
from agents.extract.people.people import ALL, People
from agents.extract.people.victims import AGENTS, HOME
from agents.extract.words.letters import among

_FIGHT = AGENTS | {"leader"}
_BARE = HURT | TAKEN | {"surrendered"}  # what one person or a bare plural is told of
_COURT = (
    r"(?:متورط\w*|تورط\w*|ضالع\w*|متهم\w*|مدان\w*|اد[اي]ن\w*|تهم\w*|اتهام\w*|حكم\w*|احكام\w*|قضت|قضي|يواجه\w*"
    r"|طالب(?!ان\b)\w*|قضيه|محاكم\w*)"
)
_COURT_BY = ("تورط", "ضالع", "تهم", "تهام", "مدان", "ادان", "ادين", "حكم", "حكام", "قضت", "قضي", "يواجه", "طالب", "محاكم")  # letters of it
_CHARGE = re.compile(rf"{_COURT}\s(?:في\s|بال|ب)?(?:ال)?$")  # «متهمون بقتل شرطيين», «حكما بإعدام 45»
_ATTEMPT = re.compile(r"شروع\S*\s(?:في\s|ب)(?:ال)?$")  # «تهمة الشروع في قتل شرطي»
_SENTENCED = re.compile(r"(?:^|\s|\"|«)[وف]?(?:قضت|قضي|حكمت|حكم|حكما|احكاما|احكام|الحكم|المحكمه|محكمه)\s")
_ADJECTIVE = re.compile(r"\sال[\u0621-\u064a]+\s$")
_BOTH = frozenset(["figure.paired", "figure.mixed"])  # a number counts them too
_HOSTAGES = re.compile(r"(?:^|\s)(?:ال|ك)?(?:رهائن|رهينه|رهينت[يا]ن?)(?![\u0621-\u064a])")  # «احتجاز 12 مدنيا رهائن»
NOT_HARMED = frozenset(["none", "lost"])  # measures of words that tell of no harm, or only of one's own men
_RANKS = ("منسوبي ", "منتسبي ")
_MEMBER = re.compile(r"(?:\s[^\s،,.]+){0,2}\s(?:من|في|لدي)\s")  # «ضابط كبير في»
_THEREIN = re.compile(r"\s?(?:(?:فيها|فيه|خلالها|خلاله)\s)?")
_ANSWERS = "مسؤول عن "
_BUT = (" سوي ", " الا ", " غير ")
_LEFT = re.compile(r"\s[وف]?(?:لم|لا|ما)\s[يت]?(?:بق|نج|سلم|تبق|فلت)[ويا]?(?:\s[^\s،.:]+){0,3}\s(?:سوي|الا|غير)\s$")
_ENDS = ("بحياه", "ضحيته", "ضحيتها", "ضحيتهما")  # «أودت بحياة جميع المهاجمين»
_BODIES = ("جثث ", "جثامين ", "جثمان ", "جثه ", "رفات ")
_IN_DEED = re.compile(r"\s(?:خلال|اثناء|بعد|قبل|عقب|اثر|في)\s(?!ال|يوم|ليل|فجر|صباح|مساء|ساع)[\u0621-\u064a]{3,}\s$")
_TOLD = re.compile(r"(?:^|[.\n:،]\s?|\sقد\s|\sحيث\s|\sفيما\s|\sبينما\s)$")  # where «قتل» is a verb


def enter(line: Line, people: People) -> None:
    """Takes people into the sentence, with what they are told of so far; those of whom nothing may be told are left out."""
    if (
        (people.rule == ALL and not _all_died(line, people))
        or _another_thing(line, people)
        or _answers_for(line, people)
        or _spared(line, people)
        or nouns.of_most(line, people)
        or named.another_office(line, people)
    ):
        return
    count = Count(people)
    name = families(line, count) if people.noun is HOME else _rule(line, count)
    if people.noun is HOME and not name:
        return
    known = count.people.definite and not people.counted and not (name and named.may_be(people))
    if name == REFUSED or (known and name not in _BOTH) or line.done_by(people.start):
        if people.noun.form == "one" and not people.counted and not _adjective(line, people):
            line.known = stated.title(line, people)
        if people.counted:
            line.refused_stop = people.stop
        return
    word = None if name.startswith("figure.noun") else count.harm
    if name and (line.negated(word.start if word else people.start) or line.replaced(count)):
        line.hungry = False
        return
    if name:
        count.rules.append(name)
    elif _says_whose(line, people) or is_adjective(line.text, people):
        return  # «خمسة في قصف إسرائيلي، بينهم طفلان»: whom «among» speaks of stands before
    line.counts.append(count)


def _rule(line: Line, count: Count) -> str:
    """The first rule with an opinion; some ask who stands before in the sentence, or what is told of them, and only where that is so."""
    last = line.last
    others = last is not None and bool(last.measures)
    return (
        tallied.tallied(line, count)
        or (others and (chains.paired(line, count) or chains.parted(line, count) or chains.made(line, count)))
        or cells.broken_up(line, count)
        or (last is not None and _of_those_before(line, count, others=others))
        or (line.part is not None and chains.part(line, count))
        or felled.felled(line, count)
        or felled.struck(line, count)
        or felled.slain(line, count)
        or bodies.found(line, count)
        or driven(line, count)
        or families(line, count)
        or nouns.told(line, count)
        or relative.told(line, count)
        or fellows.together(line, count)
        or _object(line, count)
        or (others and _of_others(line, count))
        or ""
    )


def _of_those_before(line: Line, count: Count, *, others: bool) -> str:
    """What people, or words for them, say of those before them. others: something is told of these."""
    return (
        felled.laid_low(line, count)
        or felled.exposed(line, count)
        or (ofthem.one_of(line, count) if others else "")
        or ofthem.some_of(line, count)
    )


def _of_others(line: Line, count: Count) -> str:
    """What people are told of because others were."""
    return (
        taken.stolen(line, count)
        or chains.more(line, count)
        or chains.listed(line, count)
        or mixed.mixed(line, count)
        or chains.chained(line, count)
        or chains.by_means(line, count)
        or byplace.joined(line, count)
    )


def _says_whose(line: Line, people: People) -> bool:
    """«قتل ضابط من قوات الأمن وثلاثة جنود»: whether a force only says whose the one is who was told of right before."""
    last = line.last_told
    ranks = line.text.startswith(_RANKS, people.start)  # «رجال الأمن من منسوبي القوات»
    if last is None or people.counted or people.noun.form != "many" or not (ranks or last.people.noun.form == "one"):
        return False
    return _MEMBER.fullmatch(line.text, last.people.stop, people.start) is not None


def _spared(line: Line, people: People) -> bool:
    """«قتل القصف أسرة لم يبق منها سوى فرد واحد»: whether people are those whom an act left alive."""
    before = line.before(people.start, 40)
    return before.endswith(_BUT) and _LEFT.search(before) is not None


def _all_died(line: Line, people: People) -> bool:
    """«مقتل جميع المهاجمين»; of all of whom anything else is said that is mostly a wish («القبض على جميع المتورطين»)."""
    head = line.waiting
    if head is None or _THEREIN.fullmatch(line.text, head.stop, people.start) is None:
        return False
    at = head.start + len(head.proclitic)
    if people.start - head.stop > 1:
        return head.measure == "killed" and head.kind == "verb"  # «قتل فيها جميع المهاجمين»
    if line.text.endswith(_ENDS, at, head.stop):
        return True
    return line.text.startswith(DEATHS, at) or (line.text[at : head.stop] == "قتل" and _TOLD.search(line.before(head.start, 8)) is not None)


def _adjective(line: Line, people: People) -> bool:
    """«النظام السوري»: a nation's adjective is nobody."""
    return people.noun.of_nation and _ADJECTIVE.search(line.before(people.start, 25)) is not None


def enter_all(line: Line, found: list[People]) -> None:
    """Takes in the people of a sentence without a word of harm: only a verb joined behind them may say something of them."""
    for one in found:
        if (one.counted or not one.definite) and one.noun is not HOME and not line.done_by(one.start):
            count = Count(one)
            if name := felled.struck(line, count) or felled.slain(line, count) or cells.broken_up(line, count):
                count.rules.append(name)
            line.counts.append(count)


def _object(line: Line, count: Count) -> str:
    """«مقتل 9», «قتل الجيش 9»: the people after a word of harm that tells of none yet."""
    people, head = count.people, line.waiting
    if head is None or not doing.governs(line, head, people):
        return ""
    known = people.definite and not people.counted
    if (
        _no_object(line, head, people)
        or doing.acts(line, head, people)
        or _bodies_of(line, head, people)
        or (known and not named.known(line.text, head, people))
    ):
        return ""
    if _spoken_of(line, head, people) or not may_move(head, people):
        return REFUSED
    line.hungry = False
    told_of = _BARE | {"transferred"} if known else _BARE  # «أفرجت الجماعة عن الصحفي أحمد سالم»
    measures = tuple(dict.fromkeys(one.measure for one in line.heads if people.counted or one.measure in told_of))
    if not measures or (not people.counted and people.noun.form == "own"):
        return ""
    lost = _lost(line, head, people)
    unharmed = head.measure in NOT_HARMED and not lost
    if unharmed or not (people.noun.whose or may_count_people(line.text, people, head.measure)):
        return "" if unharmed and _may_be_hurt(head, people) else REFUSED
    if measures == ("captured",) and _HOSTAGES.search(line.text, people.start - 1, people.stop + 10):
        measures = ("abducted",)
    measures = ("killed",) if lost else measures
    if people.counted and FAMILY.search(line.text, head.stop, people.start):
        count.people = people._replace(noun=people.noun._replace(whose="civilians", subset=None))
    if people.definite and not people.counted and people.noun.form != "one":  # of whom it is news
        two = people.noun.form == "either" and named.pair(line.text, head, people)  # «اغتيال الصحفيين أحمد وعلي»
        count.people = people._replace(definite=False, high=2 if two else people.high)
        if found := named.several(line.text, head, people):
            count.people = count.people._replace(low=found, high=found)
    elif known and (more := ages.further(line.text, people.stop)):  # «استشهاد الشاب أحمد (19 عاما) ومحمد (22 عاما)»
        count.people = people._replace(low=1 + more, high=1 + more)
    count.measures, count.harm = ("killed_or_wounded",) if set(measures) == {"killed", "wounded"} else measures, head
    return f"figure.{head.kind}.{head.measure}"


def _no_object(line: Line, head: Harm, people: People) -> bool:
    """«نزحوا من كذا، لوجود عشرات المفقودين», «خطفوا خلال هجوم مسلحي الجماعة»: whether a word tells nothing of people behind it.

    Who is missing, or dead, did not leave; «القتلى سقطوا من جراء إطلاق جنود النار»: those whom a verb in the plural tells of stand
    before it; and armed men behind a deed without article did it.
    """
    if head.measure == "displaced" and (people.noun.measure == "missing" or line.text.endswith(_BODIES, 0, people.start)):
        return True
    if head.kind == "passive" and head.person == "many" and head.measure == "killed" and not people.counted:
        return True
    men = head.person == "many" and not people.counted and people.noun.whose in AGENTS
    return men and _IN_DEED.search(line.text, head.stop, people.start) is not None


def _bodies_of(line: Line, head: Harm, people: People) -> bool:
    """«تسليم جثث 12 مقاتلا»: whether how many bodies were handed over stands behind; a hospital that received them is another thing."""
    handed = head.measure == "transferred" and head.kind == "masdar" and people.noun.measure == "killed" and not people.counted
    return handed and not named_before(line, head)


def _may_be_hurt(head: Harm, people: People) -> bool:
    """«نقلوا شابا أصيب برصاص»: whether a verb right behind may say what befell those of whom a word that harms nobody tells."""
    return (
        bool(people.noun.whose)
        and head.measure == "none"
        and head.kind != "stay"
        and people.noun.measure is None
        and not people.definite
        and people.high is not None
    )


def _spoken_of(line: Line, head: Harm, people: People) -> bool:
    """Whether what a word tells of people is no occurrence of now, or they are none."""
    general = supposed.nothing_new(line, head, people) or (head.kind != UPON and _judged(line, head))
    if head.measure in TAKEN and (people.noun.measure == "killed" or line.text.endswith(_BODIES, 0, people.start)):
        line.hungry = False
        return True  # «احتجز الجيش جثث خمسة»: nobody was taken
    return general or _of_things(line, people) or named.anyones(line, head, people)


def _lost(line: Line, head: Harm, people: People) -> bool:
    """«فقدت الجماعة ثلاثة من مقاتليها», «فقد الجيش عشرات المقاتلين»: not «خسر الفريق ثلاثة من لاعبيه», «فقد خمسة جنود»."""
    if people.noun.form != "own":
        if not (people.counted and people.noun.whose in _FIGHT):
            return False
        by_force = line.text[head.stop - 1] == "ت" or doing.force_behind(line, head) > head.stop  # who are lost would be masculine
        return head.measure == "lost" or (head.measure == "missing" and head.kind == "passive" and by_force)
    return head.measure == "missing" or (head.measure == "lost" and people.noun.whose in AGENTS)


def _judged(line: Line, head: Harm) -> bool:
    """«متهمون بقتل شرطيين», «قضت المحكمة في القضية بإعدام عشرة»: what courts say, not what happened now."""
    at = head.start + len(head.proclitic)
    before = line.before(at, 30)
    return bool(
        _ATTEMPT.search(before)
        or (among(_COURT_BY, before, 0, len(before)) and _CHARGE.search(before))
        or (line.text.startswith("اعدام", at) and head.proclitic == "ب" and _SENTENCED.search(line.before(at, 90)))
    )


def _of_things(line: Line, people: People) -> bool:
    """«سقوط آخر معاقل الجماعة»: the last of things, where nobody stands before whom another could be beside."""
    return people.noun.form == "one" and people.other and line.last is None and named.a_name(line.text, people.stop)


def _answers_for(line: Line, people: People) -> bool:
    """«فرع التنظيم المسؤول عن الهجمات», «مسؤول عن قتل 20، ومسؤول عن خطفهم»: who did it; not «مقتل المسؤول عن التسليح», «بينهم مسؤول عن»."""
    if people.noun.whose != "official":
        return False
    if not line.text.startswith(_ANSWERS, people.start + len(people.particles)):
        return False
    if people.particles[:1] == "و" and line.text.find(_ANSWERS, line.start, people.start) < 0:
        return False  # «مقتل جنديين ومسؤول عن التجنيد»
    told = line.waiting.stop if line.waiting is not None else line.part_stop
    return people.start - told > 1


def _another_thing(line: Line, people: People) -> bool:
    """«تعزيزات أخرى», «تدمير مدرعة وإصابة أخرى»: not «قتلت امرأة وأصيبت أخرى», right behind the word of harm, after someone."""
    if people.counted or not people.other or line.text[people.start + len(people.particles) : people.stop] != "اخري":
        return False
    head = line.waiting
    return head is None or people.start - head.stop > 1 or line.last is None
