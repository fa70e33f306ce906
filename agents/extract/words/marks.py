"""Marks: signs around words that say nothing of them, as careful or official writers set them: «"داعش"», «مقتل (5) جنود»."""

import re
from functools import lru_cache

import seeds
from agents.extract.words.letters import UNIFIED, spots

_QUOTED = re.compile(r'(?:"(?=\S)|« ?)([^"«»\n]{2,30}?)(?: ?»|(?<=\S)")(?!\w)')
_BEFORE = re.compile(r"(?<!\w)[وف]?[بلك]?\Z")  # particles written onto a name
_PLURALS = (
    "جنود|[أا]شخاص|عناصر|قتلى|جرحى|[أا]طفال|نساء|رجال|شهداء|مرضى|[أا]فراد|فرد|شخص|عنصر|مجند|ضابط|جندي|مواطن|"
    "[أا]هداف|بنادق|صواريخ|قذائف|[أا]وكار|[أا]لغام|مدافع"
)
_BRACKETED = re.compile(  # before whom or what a number counts; elsewhere the brackets part it from the words behind it
    rf"\( ?(\d{{1,5}}) ?\)(?= (?:(?!و)[\u0621-\u064a]{{2,}}(?:[اةه]|ين|ون|ات)|{_PLURALS})(?!\w))"
)
_WORD = re.compile(r"(\w+) ?\Z")
_PARTICLES = frozenset("وفبل")
_WRITTEN_ON = 2  # letters of particles that numbers are written onto: «ل(12)», «لـ (12)»
_REACH = 14  # characters in which the word before a number stands
_COUNTED = (  # words behind which a number counts, and is no age, verse or name: not «القرار (2231)», «اللواء (35)»
    "و ب ل وب ول عدد عن علي الي نحو حوالي قرابه بلغ سقوط مقتل قتل قتلت استشهاد استشهد استشهدت وفاه مصرع اصابه اصيب اصيبت جرح "
    "القتلي الجرحي الشهداء الضحايا المصابين عددهم عددها اعتقال اعتقلت اعتقل توقيف ضبط اسر اختطاف خطف اختطفت نزوح تدمير دمرت "
    "بينهم منهم بينها تضم كل اكثر اقل من"
)
_COUNTS = frozenset(_COUNTED.split())


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(row["surface"].translate(UNIFIED) for row in seeds.rows("lexicon/quoted.csv"))


def around_names(text: str) -> list[tuple[int, int]]:
    """The spans of quotes around names; of an article behind «ل» its first letter too, as it is written onto one: «ل"الحوثيين"»."""
    found: list[tuple[int, int]] = []
    done = 0
    for start in spots(text, '"«'):  # half the time of a search
        if start < done or (one := _QUOTED.match(text, start)) is None:
            continue
        name, done = one.group(1).translate(UNIFIED), one.end()
        if name in _names() and _BEFORE.search(text, max(start - 3, 0), start):
            swallowed = name.startswith("ال") and text.endswith("ل", 0, start)
            found += [(start, one.start(1) + swallowed), (one.end(1), one.end())]
    return found


def around_numbers(text: str) -> list[tuple[int, int]]:
    """The spans of brackets around numbers that count."""
    found: list[tuple[int, int]] = []
    for one in _BRACKETED.finditer(text):
        before = _WORD.search(text, max(one.start() - _REACH, 0), one.start())
        if before is None or before.group(1).endswith("علي"):  # a name: «علي (20 عاما)» without the years
            continue
        word, apart = before.group(1).translate(UNIFIED), before.group().endswith(" ")
        if (word in _COUNTS or (word[:1] in _PARTICLES and word[1:] in _COUNTS)) and (apart or len(word) <= _WRITTEN_ON):
            found += [(one.start() - (apart and len(word) <= _WRITTEN_ON), one.start(1)), (one.end(1), one.end())]
    return found
