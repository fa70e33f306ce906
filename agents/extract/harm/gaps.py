"""Gaps: whether the words between a word of harm and people let the one govern the other."""

import re

from agents.extract.harm.harm import AGAINST, HURT, PARTED, TAKEN, UPON, Harm
from agents.extract.people.people import People
from agents.extract.words import counted
from agents.extract.words.wordlists import any_of, listed

STOP = re.compile(r"[.؟!؛\n]")
CLAUSE, AWAY, TIME, OPEN = (listed("gaps", value) for value in ("clause", "away", "time", "open"))
_THING = listed("gaps", "thing")  # families, cattle, motorcycles
_CULPRITS = frozenset(["suspects", "armed"])
_FELL = listed("gaps", "fell")  # what is no person and falls
WHOSE = re.compile(rf"\s(?:\S+ون\s)?(?:من|(?:{any_of('gaps', 'whose')})(?:\s(?:من|في|الي|ان\w+|بان\w+))*)(?:\s|(?=\sل))")  # «يعتقد أنهم من»
_WORD = re.compile(r"[\s،,.\"«»():؛]")
_BOUND = re.compile(r"(?:ما\s+)?(?:لا\s+)?\S+\s+(?:عن|علي|من)\s*$")  # «لا يقل عن130»
_FROM = re.compile(r"\s(?:ما\s)?(?:من|بين)\s*$")  # «وجود من 500 إلى ألف مدني»
_NUMBERING = re.compile(r"\sعدد(?:\s(?:بلغ|يبلغ|قدره|من))?$")  # «في عدد بلغ 27 مدنيا»
_DOZENS = re.compile(r"و?ال(?:عشر|مئ|الاف)")  # «العشرات»: of people, where nothing else is named
_NIGHT = frozenset(["الليله", "ليله", "ليل", "فجر", "صباح", "مساء", "ظهر", "عصر", "يوم"])  # when: «اعتقل 25 الليلة الماضية»
DOERS = listed("gaps", "doer")
_ONE_DOER = DOERS | listed("gaps", "gunman")
_FEW = frozenset(["one", "two", "either"])
_UPON_WHOM = frozenset(["on", "off"])  # kinds
_VERBS, _SUBJECT = frozenset(["verb", "passive"]), 5  # words of a subject
_MEANS = listed("gaps", "means")
_AGREES = ("ه", "ي")  # ends of an adjective: «ناسفة», «حراري»
_ENDED = ("ون", "ين", "يه")  # with which a word ends that has no genitive behind it
_PLAIN = frozenset(["", "ال"])  # particles of people who are the object of a word before them
FAMILY = re.compile(r"\s(?:عائله|اسره)\s(?:[^\s،.]+\s){0,3}من\s$")  # «مقتل أسرة مكونة من خمسة أفراد»
_GROUP = re.compile(  # «قتلت القوات خلية للتنظيم مؤلفة من سبعة مسلحين», «مقتل طاقمها المكون من ثلاثة أفراد»
    rf"\s(?:{any_of('gaps', 'group')})(?:ها?|هما)?\s(?:[^\s،.]+\s){{0,3}}(?:ال)?(?:مكون|مؤلف|متكون)ه?\sمن\s$"
)
_OF_STRIKE = re.compile(  # «أصيب في قصف مدفعي إسرائيلي», «قتل بهجوم حوثي»
    r"(?<![\u0621-\u064a])[بل]?(?:قصف|هجوم|كمين|اعتداء|صاروخ|عدوان|استهداف|تفجير|توغل|لغم|رصاص|قناص|طيران|حاجز|اقتحام|انفجار)\s(?:[\u0621-\u064a]+ي\s)?$"
)
_OF_HOSPITAL = re.compile(r"(?<![\u0621-\u064a])[بل]?(?:مستشفي|مشفي|مستوصف|مركز طبي)\s$")
_STRIKE_REACH = 25  # characters
_LETTERS = 4
FAR = 90  # characters


def words_of(gap: str) -> list[str]:
    """The words of a gap, without commas and quotes at its ends."""
    return gap.replace("،", " ").replace(",", " ").strip(' "«(').split()


def reaches(text: str, head: Harm, people: People) -> bool:
    """Whether a word of harm governs people after it."""
    gap = text[head.stop : people.start]
    if head.kind in PARTED:
        parted = _behind_preposition(text, head, people, gap)
        if parted is None:
            return False
        gap = parted
    elif people.rule == "number.at-least":
        gap = _BOUND.sub("", gap)
    if people.rule == "number.range":
        gap = _FROM.sub("", gap)
    gap = gap.removesuffix(" كل من ").removesuffix(" كلا من ") if gap.endswith(" من ") else gap  # «قتل كل من الصحفي أحمد»
    if people.counted and gap.endswith(" من "):
        gap = _GROUP.sub("", FAMILY.sub("", gap))
    if len(gap) > FAR or STOP.search(gap):
        return False
    if is_adjective(text, people) or (people.particles not in _PLAIN and not (people.particles == "ب" and head.measure == "none")):
        return False
    words = words_of(gap)
    if words and words[0] in _FELL and "سقط" in text[head.start : head.stop]:
        return False  # «سقط صاروخ على مخيم يأوي مئات النازحين»
    if not words or (_open(words, head, people) and len(words) <= _most(text, head, people, words[0])):
        return True
    return _upon_one(words, head, people) or _one_behind_subject(text, words, head, people)


def _behind_preposition(text: str, head: Harm, people: People, gap: str) -> str | None:
    """What stands before the preposition behind which a word has its people; None where that is not right before them."""
    before, _, last = _NUMBERING.sub("", gap.rstrip(' "«(')).rpartition(" ")
    if head.kind == UPON and not gap.strip() and people.counted:
        last = text[people.start]  # «الإعدام ب12 شخصا»
    if last not in PARTED[head.kind] or f" {last}" in before:
        return None  # «القبض عليه مع علي العضو»
    before = before.removesuffix(" في") if last == "حق" else before
    return before if people.counted or head.kind != AGAINST else None  # «جرائم بحق مدنيين» may be of any time


def _upon_one(words: list[str], head: Harm, people: People) -> bool:
    """«أفرجت الجماعة عن طبيبين»: one or two right behind the preposition of a verb, before which only its subject and a day stand."""
    if head.kind not in _UPON_WHOM or people.counted or people.noun.form not in _FEW:
        return False
    return len(words) <= _SUBJECT and not any(one in CLAUSE or one in AWAY for one in words)


def is_adjective(text: str, people: People) -> bool:
    """«قتل في هجوم صاروخي حوثي»: whether a word for one of a nation or a force only says whose strike stands before it."""
    if people.noun.form != "one" or people.counted or people.definite or text[people.stop - 1] != "ي" or people.particles:
        return False
    if _OF_HOSPITAL.search(text, max(people.start - _STRIKE_REACH, 0), people.start):
        return True  # «عولجوا في مستشفى عسكري»
    if not (people.noun.of_nation or people.noun.whose == "rebels") or " " in text[people.start : people.stop]:
        return False
    return _OF_STRIKE.search(text, max(people.start - _STRIKE_REACH, 0), people.start) is not None


def _one_behind_subject(text: str, words: list[str], head: Harm, people: People) -> bool:
    """«قتلت القوات الإسرائيلية فتاة», «استشهد برصاص الاحتلال الشاب محمد»: one person behind words that do not go on in a name of hers."""
    if people.counted or people.other or people.noun.form not in _FEW or head.kind not in _VERBS:
        return False
    known = people.definite or (people.noun.form == "one" and text.endswith("ه", people.start, people.stop))  # «اعتقلت الشرطة امرأة»
    taken = head.measure in TAKEN and known and not text.endswith("ياسر", head.start, head.stop)  # a name
    if head.measure not in HURT and not taken:
        return False
    last = words[-1].strip('"«»(')
    if people.noun.of_nation and (people.definite or people.noun.form == "one"):
        return False  # «العراقي»
    if len(words) > _SUBJECT or last in AWAY or any(one in CLAUSE for one in words):
        return False
    ended = last.startswith("ال") or last.endswith(_ENDED) or last in TIME or last in OPEN or _tells_with_what(words)
    alone = len(words) == 1 and text[head.stop - 1] == "ت" and not last.endswith("ه") and len(last) > _LETTERS  # «إسرائيل»
    return ended or alone


def _tells_with_what(words: list[str]) -> bool:
    """«قتلت غارة بطائرة مسيرة زعيم التنظيم»: whether the last word, or that before an adjective, is what it was done with."""
    *_, before, last = ["", *words]
    return _is_means(last) or (last.endswith(_AGREES) and _is_means(before))


def _is_means(word: str) -> bool:
    return word.startswith("ب") and word[1:] in _MEANS


def _open(words: list[str], head: Harm, people: People) -> bool:
    """Whether no word in between takes the people away, and they are not known already."""
    away = words[-1].strip('"«»(') in AWAY or any(one in CLAUSE for one in words)
    return not away and (people.counted or not people.definite or culprit(head, people))


def doer(text: str, people: People) -> bool:
    """«المهاجم», «منفذ الهجوم», «المسلح»: one who is known for what he did."""
    said = text[people.start + len(people.particles) : people.stop].partition(" ")[0]
    return people.noun.form == "one" and said.removeprefix("ال") in _ONE_DOER


def culprit(head: Harm, people: People) -> bool:
    """«اعتقلت الشرطة المهاجم»: one who is known for what he did, behind a word that says that he was caught."""
    return head.measure == "captured" and people.noun.form == "one" and people.noun.whose in _CULPRITS


def _most(text: str, head: Harm, people: People, first: str) -> int:
    """How many words may stand between: behind a verb its subject («قتل الجيش أمس 9 مسلحين»), behind a noun hardly any."""
    named = bool(people.noun.whose)
    if head.kind == "masdar":
        return (3 if named else 1) if people.counted else 0
    if people.counted:
        return 12 if named else 6 if head.kind == "verb" and text.startswith(" من ", people.stop) else 2
    if people.definite:
        return 4
    if people.noun.form == "accusative":
        return 7
    return 4 if first in OPEN or first in TIME else 0


def may_count_people(text: str, people: People, measure: str) -> bool:
    """Whether a number without a known noun may count people, by the word behind it: «إصابة 36 في …», not «إصابة 3 محولات»."""
    after = text[people.stop : people.stop + 25]
    dozens = _DOZENS.match(text, people.start) is not None
    after = after.removeprefix(" من") if dozens else after  # «العشرات من الأسر»
    if after[:1] != " ":
        return True
    word = _WORD.split(after[1:], maxsplit=1)[0]
    if word in _THING:
        return False
    if dozens:
        return True
    if measure in TAKEN and word[-1:] == "ا" and len(word) > _LETTERS and not counted.behind(text, people.stop + 1):  # «اعتقل 538 متسللا»
        return True
    return measure == "killed" or word in OPEN or word in _NIGHT or not word or word[0] in "وبلف" or _of_persons(word)


def _of_persons(word: str) -> bool:
    """«30 يعالجون في المستشفى», «30 نقلوا», «30 معظمهم أطفال»: whether a word behind a number is such as only persons have."""
    return len(word) > _LETTERS and (word.endswith(("هم", "وا")) or (word[0] == "ي" and word.endswith("ون")))
