"""Named: one person known by name («مقتل القيادي …», «استشهد الجندي أحمد سالم»), who is told of though the noun is definite."""

import re

from agents.extract.harm.counts import Line
from agents.extract.harm.gaps import AWAY, CLAUSE, DOERS, OPEN, TIME, culprit, doer
from agents.extract.harm.harm import HURT, TAKEN, Harm
from agents.extract.named import kinfolk, names
from agents.extract.named.pronouns import led_to
from agents.extract.people.people import People
from agents.extract.words.numerals import FEW_BEGIN
from agents.extract.words.wordlists import listed

_NAMED = frozenset(["leader", "official", "state", "rebels", "armed", "suspects"])  # «مقتل القيادي …» is one person, known by name
_CIVIL = frozenset(["civilians", "person", "victim", "prisoner"])
_GOES_ON = AWAY | CLAUSE | TIME | OPEN
_NEXT = re.compile(  # over an adjective: «الفتى الفلسطيني ليث»
    r"(?:\s(?!الذي|التي)ال(?:[\u0621-\u064a]+يه?|(?:سابق|اسبق|حالي|متقاعد|محرر|معروف|شهير|بارز|مستقل|معارض|شاب|راحل|مسن|حامل|ركن|طيار)ه?)(?=\s)){0,2}\s\"?"
    r"(?!ال|ب(?!لال|اسم|اسل|در|شار|سام|شير|كر|هاء|راء|رهان|اقر|سمه|تول|ثينه)|ل(?!يث|طفي|يلي|ؤي|بني|قمان|ميس|ينا)|و(?!ليد|سام|ائل|سيم|جدي|فاء|داد|ديع))([\u0621-\u064a]{3,}(?<![ا]))(?![\u0621-\u064a])"
)
_HOW = re.compile(  # behind a name of up to five words, whose later ones may have the article («سالم الحربي»), and an office
    r"(?:\sال(?:ركن|طيار|متقاعد))?\s\"?(?!ب|في\s|و|ال)[\u0621-\u064a]+\"?(?:\s\"?(?!ب|في\s|و|ال[\u0621-\u064a]+(?:ون|يين|ات)(?![\u0621-\u064a]))[\u0621-\u064a]+\"?){0,4}"
    r"(?:،?\s(?:قائد|مدير|رئيس|نائب|امر|مسؤول)(?:\s(?!ب|في\s|و)[\u0621-\u064a]+){1,6}،?)?"
    r"\s(?:في|خلال|اثر|جراء|نتيجه|علي\s(?:يد|ايدي)|امس|متاثرا|مع\s|ب[\u0621-\u064a]{3,}|و(?:اصيب|جرح)ت?\s|"
    rf"وال(?:رائد|نقيب|ملازم|عقيد|عميد|مقدم|لواء|جندي|عريف|رقيب|ضابط|صحفي|مصور|قيادي|شاب|طفل|مواطن)\s|و(?:[0-9]+|(?:عدد|اثن|احد|{FEW_BEGIN})[\u0621-\u064a]*)\s"
    r"|و(?:جندي|ضابط|عنصر|شرطي|مدني|مقاتل|مسلح|مرافق|حارس|مجند|عسكري|شخص|مواطن)ان\s"  # no object: that would end otherwise
    rf"|و(?:{kinfolk.ANY})ه(?![\u0621-\u064a])(?!\s[\u0621-\u064a]+ين\s))"
)
_KIN = re.compile(  # «ابنه», «زوجته»: of one who is told of
    rf"(?:{kinfolk.ANY}|(?:{kinfolk.TWO})[اي]){kinfolk.THEIRS}$"
)
_UPON = listed("gaps", "upon")  # behind «على»
_BEHIND_ALI = re.compile(r"\s(?!ال|و)([\u0621-\u064a]{3,})(?![\u0621-\u064a])")
_LIVES = re.compile("حيا|ارواح|ضحي")
_OF_WOUNDS = re.compile(  # «وتوفي الطفل لاحقا متأثرا بجروحه»
    r"(?:\s(?:لاحقا|امس|اليوم|في\sالمستشفي))?\sمتاثر[اه]\sب(?:جروح|جراح|حروق|اصابت|ال(?:جروح|حروق))"
)
_UNDERGOES = re.compile(
    r"\s(?:برصاص|بالرصاص|بنيران|علي\s(?:يد|ايدي)|(?:في|خلال|اثناء|بعد)\s(?:تبادل|اشتباك|مواجه)\S*|لاحقا|و(?:اصيب|جرح|اعتقل)ت?"
    rf"|و(?:[0-9]+|(?:{FEW_BEGIN})[\u0621-\u064a]*)(?:\sمن)?)\s|\s?[.\n]|$"
)
_DONE = re.compile(r"(?:^|\s)(?:من|و?تم|و?جري|بعد|عقب|قبل)\s$")  # before «قتل» it is a noun
_TWO_NAMES = re.compile(  # «ربيع إبراهيم وعلي عنيب»
    r"(?:\s(?!الذي|اللذ)ال[\u0621-\u064a]+(?:ين|ان)|\sفي\sال[\u0621-\u064a]+){0,2}\s\"?(?!ال|و|في\s|من\s|علي\s(?:يد|متن)|ب(?:رصاص|نيران))[\u0621-\u064a]{3,}"
    r"(?:\s(?!في\s|من\s|اثر\s|و)[\u0621-\u064a]+){0,4}\"?\sو(?!ال|اصاب|اصيب|جرح)[\u0621-\u064a]{3,}"
)
_PAIR_HOW = re.compile(
    r"(?:\s[\u0621-\u064a]+){0,3}\s(?:في|خلال|اثر|جراء|برصاص|بنيران|ب(?:غار|قصف|انفجار)\S*|امس|متاثرين|مصرعهما|حتفهما)\s"
)
_AND_KIN = re.compile(  # «مقتل الأم وطفلتيها», «مقتل الوالدين وثلاثة من أبنائهما»
    rf"\sو(?:(?:[0-9]+|(?:{FEW_BEGIN})[\u0621-\u064a]*)\sمن\s)?"
    rf"(?:{kinfolk.CLOSE})ي?{kinfolk.THEIRS}(?![\u0621-\u064a])"
)
_PAIR = 2
_EACH = (" كل من ", " كلا من ")
_OFFICES = frozenset(["leader", "official"])
_SOME = frozenset(["two", "either", "many"])
_FEW = frozenset(["one", "two"])
_OF_MANY = re.compile(r"\s(?:ب|في\s)\S+ه[من](?![\u0621-\u064a])")  # «المشتبه بارتكابهم جرائم»


def known(text: str, head: Harm, people: People) -> bool:
    """«مقتل القيادي …», «استشهاد الشاب أحمد»: one person, known by name; behind a verb of fighters only leaders («أصاب القناص» did it)."""
    if not people.definite:
        return False
    if people.noun.form != "one" or _with_kin(text, people):
        return _with_kin(text, people) or (people.noun.form in _SOME and _several_known(text, head, people))
    if people.noun.whose == "suspects":
        return culprit(head, people) and _OF_MANY.match(text, people.stop) is None
    if doer(text, people) and head.kind != "masdar":  # «قتلت الشرطة المهاجم», «قتل المهاجم برصاص الجنود»: he kills too
        return people.start - head.stop > 1 or _fell(text, head, people.stop)
    if people.noun.whose in _NAMED and text[head.stop : people.start] not in _EACH:
        taken = head.measure in TAKEN and a_name(text, people.stop)
        return (
            taken or head.kind == "masdar" or people.noun.subset == "leaders" or culprit(head, people) or _befell(text, head, people.stop)
        )
    of_wounds = head.kind == "passive" and people.noun.whose == "civilians" and _OF_WOUNDS.match(text, people.stop)
    return bool(of_wounds) or (people.noun.whose in _CIVIL | _NAMED and a_name(text, people.stop))  # «قتل كل من العقيد أحمد سالم»


def _with_kin(text: str, people: People) -> bool:
    """«الأم وطفلتيها»: whether one or two are told of with their own behind them."""
    return people.noun.whose == "civilians" and people.noun.form in _FEW and _AND_KIN.match(text, people.stop) is not None


def _several_known(text: str, head: Harm, people: People) -> bool:
    return _attackers(text, head, people) or pair(text, head, people) or several(text, head, people) > 0


def _befell(text: str, head: Harm, at: int) -> bool:
    """«استشهد الجندي أحمد سالم», «قتل العقيد محمد علي بانفجار»: a name, and behind «قتل» no object but how, where or with whom."""
    if not a_name(text, at):
        return False
    return head.kind in ("passive", "light") or (head.kind == "verb" and _HOW.match(text, at) is not None)


def _fell(text: str, head: Harm, at: int) -> bool:
    """«تم قتل المهاجم», «قتل المهاجم وثلاثة شرطيين»: whether one who is known for his attack is whom a word right before him tells of."""
    return _UNDERGOES.match(text, at) is not None or _DONE.search(text, max(head.start - 12, 0), head.start) is not None


def _attackers(text: str, head: Harm, people: People) -> bool:
    """«مقتل المهاجمين», «قتلت الشرطة المهاجمين», «قتل المهاجمان برصاص الجنود»: those who are known for an attack, of whom this is news."""
    said = text[people.start + len(people.particles) : people.stop]
    if head.measure != "killed" or said.partition(" ")[0].removeprefix("ال")[:-2] not in DOERS:
        return False
    if head.kind == "masdar" or people.start - head.stop > 1:
        return head.kind == "masdar" or said.endswith("ين")
    return _fell(text, head, people.stop)


def pair(text: str, head: Harm, people: People) -> bool:
    """«مقتل الطفلين ربيع وعلي», «أصيب الشابان أحمد سالم ومحمد علي»: two who are known by their names."""
    two = people.noun.form == "two" or (people.noun.form == "either" and head.kind == "masdar")  # «اغتيال الصحفيين أحمد وعلي»
    names = _TWO_NAMES.match(text, people.stop) if head.measure in HURT | TAKEN and two else None
    if names is None:
        return False
    return (
        head.kind in ("masdar", "passive")
        or text.endswith("ين", people.start, people.stop)
        or _PAIR_HOW.match(text, names.end()) is not None
    )


def several(text: str, head: Harm, people: People) -> int:
    """«استشهاد الشبان أحمد سالم ومحمد علي وعلي نصار»: how many are known by the names behind what they are; 0 where no names are."""
    if head.measure not in HURT | TAKEN or people.noun.form not in ("many", "either") or people.counted or people.other:
        return 0
    found = names.row(text, people.stop)[0]
    return found if found > _PAIR else 0


def a_name(text: str, at: int) -> bool:
    """Whether a name stands right behind: a word without article or particle, none of those that go on with the sentence."""
    word = _NEXT.match(text, at)
    return word is not None and (word.group(1) not in _GOES_ON or is_ali(text, word.start(1)))


def is_ali(text: str, at: int) -> bool:
    """«الناشط علي جاسم»: whether «علي» is a name, and not «على» as in «على يد», «على حاجز»."""
    if not text.startswith("علي ", at):
        return False
    behind = _BEHIND_ALI.match(text, at + 3)
    return behind is not None and not any(behind.group(1).removesuffix(end) in _UPON for end in ("", "ه", "ها", "هم", "هما"))


def kin(text: str, people: People) -> bool:
    """«وزوجته», «ونجلاه»: whether people are those of one who is told of before them."""
    return people.noun.form in ("one", "two") and _KIN.search(text, people.start, people.stop) is not None


def anyones(line: Line, head: Harm, people: People) -> bool:
    """«مؤكدا أن استشهاد ابنه فخر»: the death of one who belongs to another, told of as known: nobody stands before, nothing led to it."""
    if head.kind != "masdar" or head.measure != "killed" or head.proclitic.startswith("و") or line.last_told is not None:
        return False
    taken = _LIVES.search(line.text, head.start, head.stop) is not None  # «أودت بحياة زوجها» leads to it itself
    return not taken and _KIN.search(line.text, people.start, people.stop) is not None and not led_to(line, head)


def another_office(line: Line, people: People) -> bool:
    """«القيادي ومسؤول التسليح علي حسن»: whether an office is that of a leader told of right before it, whose name follows both."""
    last = line.last
    if last is None or people.noun.whose not in _OFFICES or people.noun.form != "one" or people.particles != "و" or people.counted:
        return False
    leader = last.people.definite and last.people.noun.whose == "leader" and not last.people.counted
    return leader and people.start - last.people.stop <= 1 and line.text.startswith("قيادي", last.people.start + len(last.people.particles))


def may_be(people: People) -> bool:
    """Whether people are one person of whom something may be told by name."""
    return people.noun.form == "one" and (people.noun.whose in _NAMED or people.noun.whose in _CIVIL)
