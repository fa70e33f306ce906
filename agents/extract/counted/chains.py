"""Chains: people who are told of as others before them are («وامرأتان وطفل», «بينهم طفلان», «إضافة إلى ثلاثة مدنيين»)."""

import re
from collections.abc import Sequence

from agents.extract.counted.ofthem import ONE_OF_THEM
from agents.extract.harm.counts import MADE_OF, PART, REFUSED, Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, STOP, words_of
from agents.extract.harm.harm import SURE
from agents.extract.named import named
from agents.extract.named.fellows import of_retinue, of_verb
from agents.extract.people.people import People
from agents.extract.people.victims import FIGHTERS

_DEEDS = dict.fromkeys(("توقيف", "اعتقال", "احتجاز", "اسر"), "captured") | dict.fromkeys(("قتل", "تصفيت", "اعدام"), "killed")
_DONE = re.compile(rf"\s(?:تم|جري)\s({'|'.join(_DEEDS)})ه(?:م|ما)\b")  # «بينهم خمسة آلاف تم توقيفهم»
_BEFELL = re.compile(  # «قتلوا بينهم طفلان و33 جرحوا»: a number with a verb of its own is no part
    r"\s(?:اخر(?:ين|ون)\s)?(?:جرحوا|اصيبوا|قتلوا|استشهدوا|اعتقلوا|اسروا|خطفوا|لقوا|قضوا|نزحوا)(?![\u0621-\u064a])"
)
_NOBODY = frozenset(["", "other"])  # whose, of a number without a noun
_PARTITIVE = re.compile(r"\s(?:من|ل)\s?(?:[^\s،,]+\s){1,5}$")
_MORE_REACH, _BARE_REACH, _MADE_REACH = 25, 3, 60  # characters
_NAME, _RETINUE_NAME = 7, 14  # words of who is told of first
_OF_NAMES = frozenset(["masdar", "passive", "light", "verb"])  # kinds of words behind which names may stand in a row
_FAR = 120  # characters: «بين قتلى التفجيرين اللذين وقعا أمس في …»
_FOREMOST, _NAMED = re.compile(r"\s(?:ابرز|اهم|اشهر)هم\s[^،.؛:\n]*$"), 60  # in the characters of a name
_PLURALS = frozenset(["many", "either"])
_MINORS = frozenset(["children", "women"])
_PREPOSITIONS = frozenset(["ل", "ب", "ك"])
_QUALITY = re.compile(r"\s[\u0621-\u064a]{3,}ي$")
_WITH = re.compile(  # with what, behind a number
    r"(?:\s(?:منهم|اخر(?:ين|ون)|حاله|اصابه|شخصا|[\u0621-\u064a]{3,}ا))?\sب(?:ال)?(?:رصاص|رصاصات|مطاط|مطاطي|اعيره|طلقات|اختناق|غاز|شظايا|قنابل|حروق|ضرب|كسور|حالات)(?![\u0621-\u064a])"
)
_MEANS_WORDS = 7
_DID = re.compile(
    r"\s(?:تنفيذ|مشاركه|قيام|وصول|وجود|انتشار|تدخل|ارسال|تدريب|تجنيد|حضور|دخول|خروج|انسحاب|تورط|انضمام|دعم|تحرك|عوده|زياره|تسلل)\s$"
)
_SOURCE = re.compile(r"(?:،|\s[-–])\s(?:ب?حسب|وفقا?|طبقا|نقلا\sعن|كما|علي\sما)\s[^،.:؛\-–]{3,45}(?:،|\s[-–])\s?")


def parted(line: Line, count: Count) -> str:
    """«بينهم عدد من النساء والأطفال», «مئات الأطفال والنساء»: a number that is none exactly counts both parts."""
    people, last = count.people, line.last_told
    if last is None or last.part_of is None or not last.people.counted or last.people.high is not None or people.counted:
        return ""
    if people.particles[:1] != "و" or not people.definite or people.start - last.people.stop > 1 or people.noun.form != "many":
        return ""
    if people.noun.subset is None or not last.people.definite or people.noun.subset == last.people.noun.subset:
        return ""
    count.people = people._replace(low=last.people.low, high=None)
    count.measures, count.harm, count.part_of = last.measures, last.harm, last.part_of
    line.part_stop = people.stop
    return "figure.paired"


def paired(line: Line, count: Count) -> str:
    """«عددا من القتلى والجرحى»: words for several count both nouns, each by itself."""
    people, last = count.people, line.last_told
    if last is None or people.counted or not people.definite or people.noun.measure not in SURE or people.particles[:1] != "و":
        return ""
    if people.start - last.people.stop > 2 or last.people.high is not None or not last.people.counted or last.people.noun.measure is None:
        return ""  # «22 إلى 33 قتيلا والجرحى بين 40 و50»: those have a number of their own
    count.measures, count.harm = (people.noun.measure or "",), last.harm
    count.people = people._replace(low=last.people.low, high=last.people.high)
    return "figure.paired"


def part(line: Line, count: Count) -> str:
    """«بينهم طفلان وامرأة»: part of the people before."""
    people = count.people
    own = people.noun.measure is not None and not line.part_measure
    if line.part is None or people.start < line.part_stop or (people.other and own) or _of_another(line, people):
        return ""  # others are told of apart: «أربع منهن، فيما عثر على جثتين اثنتين أخريين»
    gap = line.text[line.part_stop : people.start]
    if people.counted and not line.part_opens and people.noun.whose in _NOBODY and _BEFELL.match(line.text, people.stop):
        line.part = None
        return ""
    done = _DONE.match(line.text, people.stop)
    if done and people.counted and len(gap) <= 30:
        line.part_opens, line.part_stop = False, people.stop
        count.measures = (_DEEDS[done.group(1)],)
        return "figure.done-to"
    follows = line.part_opens or (joined(people, gap) and not own and not _outgrows(line, people, line.part))
    if not follows or len(gap) > _reach(line, people):
        more = (people.definite and not people.counted) or ONE_OF_THEM.search(line.before(people.start, 9))
        line.part = line.part if more else None  # «خمسة من رجال الأمن العاملين هناك، وستة …», «ثلاث نساء إحداهن حامل وطفلان»
        return ""
    line.part_opens, line.part_stop = False, people.stop
    parent = line.counts[line.part] if line.part >= 0 else None
    if not people.counted and (
        (parent is None and people.high is None) or ((people.definite or _foremost(line, people)) and _known_of(line, people))
    ):
        return REFUSED  # «من بين القتلى نساء»: how many fell is not said here
    told = people.noun.measure or line.part_measure
    count.measures = (told,) if told else parent.measures if parent else ()
    count.part_of, count.harm = line.part, parent.harm if parent else None
    return PART


def _outgrows(line: Line, people: People, at: int | None) -> bool:
    """«33 جنديا بينهم أربعة ضباط و47 من الجماعة»: whether people are more than those, at an index, of whom they would be a part."""
    whole = line.counts[at].people if at is not None and at >= 0 else None
    return people.counted and whole is not None and whole.counted and whole.low == whole.high and (people.low or 0) > (whole.low or 0)


def _reach(line: Line, people: People) -> int:
    """In how many characters behind words for «among», or another part, people may be a part."""
    if people.counted:
        return _FAR if line.part_measure else 60
    return 45 if people.noun.subset in _MINORS else 30  # «طفلة تبلغ من العمر عاما ونصف العام ووالدتها»


def _of_another(line: Line, people: People) -> bool:
    """«بينهم الابن الثالث للعقيد», «بين قتلى الهجومين الانتحاريين»: whether people are only named to say who or what others are."""
    if line.part_opens and people.definite and not people.counted and people.noun.form != "one":
        return True
    return people.noun.form == "one" and people.particles.lstrip("وف")[:1] in _PREPOSITIONS


def _known_of(line: Line, people: People) -> bool:
    """«منهم قيادات، أبرزهم القيادي علي», «سقط قادة بينهم القائد علي»: whether of the kind of one who is named was told already."""
    kind = people.noun.subset
    whole = line.counts[line.part] if line.part is not None and line.part >= 0 else None
    if kind is None or whole is None:
        return False
    parts = (one.people for one in line.counts if one.part_of == line.part and one.people.high is None)
    return whole.people.noun.subset == kind or any(one.noun.subset == kind for one in parts)


def _foremost(line: Line, people: People) -> bool:
    """«بينهم عدة قياديين، أبرزهم فلان قائد التنظيم»: whether one is only named as the best known of those told before."""
    return people.noun.form == "one" and _FOREMOST.search(line.before(people.start, _NAMED)) is not None


def made(line: Line, count: Count) -> str:
    """«14 قتيلا هم ستة جنود، بينهم ضابطان، وثمانية مدنيين»: of whom a number is made up."""
    people = count.people
    if line.made is None or line.made_stop > people.start:
        return ""
    gap = line.text[line.made_stop : people.start]
    opens = len(line.counts) == line.made + 1
    if line.part_opens and not joined(people, gap):
        return ""  # «6 جنود، بينهم ضابطان، و11 …»
    goes_on = joined(people, gap) or (opens and not gap.strip(' :"«(')) or _in_row(line, people, gap)
    if len(gap) > _MADE_REACH or STOP.search(gap) or not goes_on:
        line.made = None
        return ""
    line.made_stop, whole = people.stop, line.counts[line.made]
    if people.definite and not people.counted:
        return REFUSED  # «هم العريف أحمد والجندي علي»: their names
    count.measures, count.harm, count.whole, line.part = whole.measures, whole.harm, line.made, None
    return MADE_OF


def _in_row(line: Line, people: People, gap: str) -> bool:
    """«هم 10 أطفال، ثماني نساء و12 رجلا»: whether a number behind a comma is one more part of one that has room for it."""
    if (
        line.made is None
        or not (people.counted or people.noun.form == "two")
        or people.noun.measure
        or people.other
        or not gap.rstrip().endswith("،")
    ):
        return False
    told = sum(one.people.low or 0 for one in line.counts[line.made + 1 :] if one.whole == line.made)
    return told + (people.low or 0) < (line.counts[line.made].people.low or 0)


def opens(line: Line, count: Count) -> bool:
    """«قتل خمسة … والقتلى هم أربعة صحفيين وموظفة»: whether a number is the first of the parts of one told before."""
    at = line.whole_of(count.measures[0])
    sides = count.people.noun.whose in FIGHTERS or count.people.noun.subset is None  # «القتلى هم 18 من المعارضة و7 من الجيش»
    if at is None or sides or (count.people.low or 0) >= (line.counts[at].people.low or 0):
        return False
    line.part, line.part_measure, line.part_opens, line.part_stop = at, count.measures[0], False, count.people.stop
    count.part_of = at
    return True


def more(line: Line, count: Count) -> str:
    """«إضافة إلى ثلاثة مدنيين»: more people of whom the same is said; «مع» only before others."""
    people, last = count.people, line.last_told
    bare = not people.noun.whose
    reach = _BARE_REACH if bare else _MORE_REACH
    if last is None or not 0 <= people.start - line.more_stop <= reach:
        return ""
    if last.people.start >= line.more_stop and (last.people.counted or not last.people.other):
        return ""  # «إضافة إلى ضابط في هجوم انتحاري»: one more, and no further ones
    quality = not people.counted and people.start - line.more_stop > 1 and _QUALITY.search(line.text, people.start - 1, people.stop)
    if quality or (bare and not line.text.startswith(" من ", people.stop)) or _owns(line, people):
        return ""  # «بالإضافة إلى تدمير دبابة وطقم عسكري», «مقابل 26 من تنظيم كذا»
    others = people.other or of_retinue(line.text, people) or named.kin(line.text, people)
    if line.before(line.more_stop, 3).strip().endswith("مع") and (not others or of_verb(line.text, last.people.stop, people.start)):
        return ""
    if people.noun.measure == "captured" and (told := _own(people, last.measures)):  # «مقتل المئات، فضلا عن عشرات الأسرى»
        count.measures, count.harm = (told,), None
        return f"figure.noun.{told}"
    count.measures, count.harm, count.part_of = last.measures, last.harm, last.part_of  # «54، بينهم 28 مدنيا إضافة إلى مسلحين»
    return "figure.besides"


def _owns(line: Line, people: People) -> bool:
    """«فضلا عن مشاركة ضباط في العملية»: whether a noun of what they did stands before people whom no number counts."""
    if people.counted or people.particles:
        return False
    return _DID.search(line.text, line.more_stop, people.start) is not None


def listed(line: Line, count: Count) -> str:
    """«استشهاد العريف أحمد، والجندي علي، والجندي حسن»: one more of those who are named, counted with them."""
    people, last = count.people, line.last_told
    if last is None or last.people.noun.form != "one" or last.people.counted or people.counted or people.noun.form != "one":
        return ""
    head = last.harm
    if head is None or head.kind not in _OF_NAMES or people.particles[:1] != "و" or line.hungry or line.heads[-1:] != [head]:
        return ""
    if head.kind != "masdar" and not named.a_name(line.text, people.stop):
        return ""  # «استشهد الفتى ليث، والشاب المصاب في المستشفى»
    gap = line.text[max(last.people.stop, last.named_to) : people.start]
    words = words_of(gap)
    if not (people.definite and last.people.definite) or not 0 < len(words) <= _NAME or STOP.search(gap):
        return ""
    if people.noun.whose != last.people.noun.whose or any(one in CLAUSE or (one in AWAY and one != "علي") for one in words):
        return ""
    last.people = last.people._replace(low=(last.people.low or 0) + 1, high=(last.people.high or 0) + 1)
    last.named_to = people.stop
    return REFUSED


def chained(line: Line, count: Count) -> str:
    """«3 رجال وامرأتان وطفل»: joined by «و» to people of whom something is said."""
    people, last = count.people, line.last_told
    if (
        last is None
        or not (people.noun.whose or (people.counted and line.text.startswith(" من ", people.stop)))
        or (people.definite and not people.counted)
        or (line.heads and line.heads[-1].start > last.people.stop)
    ):
        return ""
    gap = without_source(line.text[last.people.stop : people.start])
    if not joined(people, gap) or STOP.search(gap):
        return ""
    if _of_them(line.text, last.people, people) or _both_counted(last.people, people):
        return REFUSED
    words = words_of(gap)
    kin = named.kin(line.text, people)  # «مدير التربية في مديرية كذا علي سالم ونجله»
    away = not (people.counted or kin) and any(one in AWAY and one != "من" for one in words)
    most = _RETINUE_NAME if kin or of_retinue(line.text, people) or " من منسوبي " in gap else 7 if people.counted else 3
    if away or len(words) > most or any(one in CLAUSE for one in words):
        return ""
    if told := _own(people, last.measures):  # «250 قتيلا و87 أسيرا»: those were not killed
        count.measures, count.harm = (told,), None
        return f"figure.noun.{told}"
    count.measures, count.harm = last.measures, last.harm
    count.part_of = None if _outgrows(line, people, last.part_of) else last.part_of
    return "figure.chained"


def by_means(line: Line, count: Count) -> str:
    """«أصيب 35 بالرصاص الحي و60 بالاختناق»: a number alone, joined to people who were hurt, where both say with what."""
    people, last = count.people, line.last_told
    if last is None or people.noun.whose or not people.counted or people.particles[:1] != "و" or "wounded" not in last.measures:
        return ""
    gap = line.text[last.people.stop : people.start]
    if len(gap.split()) > _MEANS_WORDS or STOP.search(gap) or not _WITH.match(line.text, people.stop) or not _WITH.match(gap):
        return ""
    count.measures, count.harm, count.part_of = last.measures, last.harm, last.part_of
    return "figure.chained"


def _own(people: People, told: Sequence[str]) -> str:
    """What the noun of people who are counted says of them, where those before them were hurt."""
    return people.noun.measure or "" if people.counted and not SURE.isdisjoint(told) else ""


def _of_them(text: str, last: People, people: People) -> bool:
    """«سبعة من ضباط وجنود», «15 من الحوثيين وميليشيات صالح»: the number counts both."""
    if people.counted or not last.counted or people.noun.form not in ("many", "own", "either"):
        return False
    return _PARTITIVE.search(text, last.start, people.start) is not None


def _both_counted(last: People, people: People) -> bool:
    """«تسعة صحفيين ومصورين»: the number counts both, who are of one sort."""
    if not last.counted or people.counted or people.high is not None or people.other or people.start - last.stop > 1:
        return False
    return last.low == last.high and last.noun.form in _PLURALS and people.noun.form in _PLURALS and last.noun.whose == people.noun.whose


def without_source(gap: str) -> str:
    """Words between people without those that say by whom they are counted: «ثلاثة مدنيين، بحسب مصادر محلية، وجندي»."""
    return _SOURCE.sub(" ", gap) if "،" in gap or "-" in gap else gap


def joined(people: People, gap: str) -> bool:
    """Whether «و» stands before people, written onto them or apart («و 130 جريحا»)."""
    return people.particles[:1] == "و" or gap.rstrip(' "«(').endswith((" و", "،و")) or gap.strip() == "و"
