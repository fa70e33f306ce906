"""Phrases for counted people: a number and its noun («نحو 30 جنديا»), or a noun that counts by its form («طفلان», «جنود»)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.extract.people import nobody
from agents.extract.people.victims import ARMS, FIGHTERS, HOME, Noun, beside_her, nominative, noun, says_whose
from agents.extract.words.counted import men_of_group
from agents.extract.words.lexicon import Hit
from agents.extract.words.numbers import PEOPLE, Number

_QUOTES = ' "«»()#*'
_OF = frozenset(["", "من", "من بين", "منهم من", "من ال", "من كبار", "كبار", "من ابرز", "ابرز", "جميعهم", "كلهم", "جميعهم من", "كلهم من"])
_ARE = frozenset(["هم", "هم من", "كانوا", "كانوا من"])
ALL = "people.all"  # the rule of «جميع المهاجمين»
_EVERY, _EVERY_REACH = re.compile(r"(?<![\u0621-\u064a])(?:جميع|كافه|كل)\s$"), 7  # characters
_OF_UNIT = re.compile(r"\s(?:ال|(?:كتيبه|خليه|فرقه|سريه|مجموعه|طاقم|دوريه)\s)")  # «جميع أعضاء كتيبة كذا»
_RANK = ("برتبه ", "برتبه ال")
_TEN, _HUNDRED = 10, 100
_TAKEN, _OTHERS, _MINORS = frozenset(["abducted", "captured"]), frozenset(["person", "other"]), frozenset(["children", "women"])
_NEAR = 12  # characters
_LARGE = 20  # «عشرات القتلى والجرحى» is one figure, «عدد من القتلى والجرحى» two
_BY_FORM = {
    "one": (1, 1),
    "accusative": (1, 1),
    "two": (2, 2),
    "either": (2, None),
    "many": (2, None),
    "own": (2, None),
    "case": (None, None),
}
_FEW = frozenset(["one", "accusative", "two"])  # forms of a noun that count exactly
_GENERAL = frozenset(["person", "victim", "other", "prisoner", "armed", "leader"])  # nouns that a second noun makes exact: «قتيل مدني»


class People(NamedTuple):
    """One phrase. start, stop: with its number and bounds. low, high: as in the annotation guide.

    noun: what the nouns say together; whose is "" where there is only a number. counted: whether a number says how many.
    other: «آخرين». definite: the noun has «ال». particles: what is written onto the first word. rule: what counted.
    """

    start: int
    stop: int
    low: int | None
    high: int | None
    noun: Noun
    counted: bool
    other: bool
    definite: bool
    particles: str
    rule: str


_AND_HURT = re.compile(r"و(?:جرحي|قتلي)(?!\s(?:اخر|بينهم|كثر|بالعشرات))(?![\u0621-\u064a])")  # «ثلاثة قتلى وجرحى»
_BOUND = re.compile(r"\s+(?:علي (?:الاقل|الاكثر|اقل تقدير)|تقريبا|حتي الان)(?![\u0621-\u064a])")  # «36 عنصرا على الأقل من …»
_LEAST = re.compile(r"(?:\s+واحده?)?\s+علي (?:الاقل|اقل تقدير)(?![\u0621-\u064a])")  # «قتيلان على الأقل», «جندي واحد على الأقل»
_BOUNDS = ("في حدود", "فوق")  # bounds that begin with a letter which is no particle
_ONE = re.compile(r"واحده?\s(?:من\s|و(?:عشر|ثلاث|اربع|خمس|ست|سبع|ثمان|تسع)\S*(?:ون|ين))")  # «واحد وعشرون», not «وأحد …»
_FOES = re.compile(r"(?:مهاجم|منفذ|انتحاري|ارهابي|متمرد|متشدد|متطرف)ين\b")  # whom soldiers fight; no adjective of theirs
_BEAR_ARMS = ARMS | {"leader", "suspects"}
_NOBODY = Noun("", None, None, "")


def find_people(text: str, numbers: Sequence[Number], nouns: Sequence[Hit]) -> list[People]:
    """All phrases of a folded text, in order and apart. nouns: hits of victims.KINDS, by start; of one start the first is taken."""
    return list(_Line(text, numbers, nouns).people())


class _Line:
    def __init__(self, text: str, numbers: Sequence[Number], nouns: Sequence[Hit]) -> None:
        self._text, self._numbers, self._nouns = text, numbers, nouns

    def people(self) -> Iterator[People]:
        text, numbers, nouns = self._text, self._numbers, self._nouns
        here = there = stop = 0
        while there < len(nouns) or here < len(numbers):
            if here < len(numbers) and (there == len(nouns) or numbers[here].start <= nouns[there].start):
                number = numbers[here]
                here += 1
                while there < len(nouns) and nouns[there].start < number.stop:
                    there += 1
                if number.start < stop:
                    continue
                found, there = self._counted(number, there)
            else:
                first = nouns[there]
                there += 1
                if first.start < stop:
                    continue
                found, there = self._bare(first, there)
                after = nouns[there] if there < len(nouns) else None
                if found is not None and here < len(numbers) and (counted := _behind(text, found, numbers[here], after)):
                    here += 1
                    found, there = self._made_exact(counted, there)
            if found is not None:
                stop = found.stop
                yield found

    def _gap(self, stop: int, hit: Hit) -> str:
        """The words between, without quotes; None-like "|" where they are far apart."""
        far = hit.start - stop > _NEAR or self._text.startswith(("احدهم", "احداه"), hit.start)  # «ثلاثة جنود أحدهم ضابط»
        return "|" if far else self._text[stop : hit.start].strip(_QUOTES)

    def _counted(self, number: Number, there: int) -> tuple[People | None, int]:
        """A number and the noun after it; a number alone where none follows."""
        particles = self._particles(number)
        bound = _BOUND.match(self._text, number.stop)
        gap = self._gap(bound.end() if bound else number.stop, self._nouns[there]) if there < len(self._nouns) else "|"
        follows = gap in _OF and not (bound and gap == "")  # «ثمانية على الأقل من المسلحين»
        if number.form not in PEOPLE:
            case = follows and self._text.startswith("حال", self._nouns[there].start) and number.form == "unit"
            if not (case or number.form == HOME.whose):
                return None, there
        if nobody.counts_nobody(self._text, number):
            return None, there + (follows and number.rule == "number.vague")
        hit = self._nouns[there] if follows else None
        if hit is not None and nobody.for_them(hit):
            return None, there
        if hit is None or hit.proclitic[:1] == "و":
            alone = number.form not in ("one-of", "unit") and not nobody.is_a_name(self._text, number)
            end = bound.end() if bound else number.stop
            what = HOME if number.form == HOME.whose else _NOBODY
            one = People(number.start, end, number.low, number.high, what, True, False, False, particles, number.rule)
            return (one if alone else None), there
        what = noun(hit.value)
        found = People(
            number.start, hit.stop, number.low, number.high, what, True, what.whose == "other", self._definite(hit), particles, number.rule
        )
        bound = _BOUND.match(self._text, found.stop)
        return self._made_exact(found._replace(stop=bound.end()) if bound else found, there + 1)

    def _bare(self, hit: Hit, there: int) -> tuple[People | None, int]:
        """A noun that counts by its form."""
        what = noun(hit.value)
        if what.form == "accusative" and says_whose(self._text, hit.start, hit.stop):
            return None, there
        if what.form in _FEW and nobody.only_says_how(self._text, hit):
            return None, there
        if self._text.endswith(_RANK, 0, hit.start):  # «ضابط برتبة عقيد» is one
            return None, there
        if what.form == "case":
            if what.whose != "state" or hit.proclitic != "و":
                return None, there
            what = what._replace(form="many")  # «عناصر الجماعة وقوات الأمن»
        low, high = _BY_FORM[what.form]
        definite = self._definite(hit) or what.form == "own"
        found = People(hit.start, hit.stop, low, high, what, False, what.whose == "other", definite, hit.proclitic, f"people.{what.form}")
        found, there = self._made_exact(found, there)
        if low != high and (definite or _OF_UNIT.match(self._text, found.stop)):
            every = _EVERY.search(self._text, max(hit.start - _EVERY_REACH, 0), hit.start)
            if every is not None:
                return found._replace(start=every.start(), definite=False, rule=ALL), there
        least = _LEAST.match(self._text, found.stop) if what.form in _FEW or (what.form == "either" and high is None) else None
        return (found._replace(stop=least.end(), high=None, rule="number.at-least") if least else found), there

    def _made_exact(self, found: People, there: int) -> tuple[People, int]:
        """The phrase with the nouns that stand right after it: «قتيل مدني», «شخصا من المدنيين», «جنود آخرين», «قتيلا وجريحا»."""
        nouns, of_two = self._nouns, False
        while there < len(nouns):
            hit = nouns[there]
            if hit.start < found.stop:
                there += 1
                continue
            gap, what = self._gap(found.stop, hit), noun(hit.value)
            goes_on = gap in _OF or self._are(found, gap)
            if gap == "" and hit.proclitic[:1] == "و" and _joint(found, what, plain=_AND_HURT.match(self._text, hit.start) is not None):
                found = found._replace(stop=hit.stop, noun=found.noun._replace(measure="killed_or_wounded"), rule="people.joint")
            elif gap == "" and hit.proclitic == "و" and _shared(found, what, self._text[hit.start : hit.stop], of_two=of_two):
                found, of_two = found._replace(stop=hit.stop, noun=_common(found.noun, what)), True
            elif not goes_on or not (hit.proclitic in ("", "ال") or (hit.proclitic == "ل" and found.counted and found.noun.measure)):
                return found, there
            elif what.whose == "other":
                found = found._replace(stop=hit.stop, other=True)
            elif not found.counted and (what.form == "case" or (what.form == "accusative" and found.noun.form != "accusative")):
                return found, there  # «خطف مسلحون طبيبا», «أعلن مصدر عراقي إصابة ثلاثة»
            elif not found.counted and hit.proclitic in ("", "ال") and _of_another(found, hit, what, self._text):
                return found, there  # «قتلت ميليشيات الحوثي امرأة»
            elif found.noun.form == "own" and found.high is not None and what.whose == "victim" and what.form == "many":
                return found, there  # «أوقع ثلاثة من جنوده قتلى»
            elif gap == "" or found.counted or (what.form == "own" and found.noun.measure is not None):  # «قتيل من عناصرها»
                definite = found.definite or (hit.proclitic == "ال" and found.noun.form == "many" and not found.counted)
                if what.whose == "victim" and self._text.startswith("ضحايا", hit.start) and found.noun.whose not in _OTHERS:
                    what = what._replace(measure=None)  # «ألف مواطن ضحايا الحرب»: not all of them dead
                found = found._replace(stop=hit.stop, noun=_exact(found.noun, what), definite=definite)
            else:
                return found, there
            there += 1
        return found, there

    def _are(self, found: People, gap: str) -> bool:
        """«خمسة من القتلى هم من الأطفال»: whether words between say who some of those are who were hurt."""
        return gap in _ARE and found.counted and found.noun.measure is not None and " من ال" in self._text[found.start : found.stop]

    def _definite(self, hit: Hit) -> bool:
        if hit.proclitic.endswith(("ال", "لل")) or self._text.startswith("ال", hit.entry_start, hit.stop):
            return True
        return noun(hit.value).measure is not None and self._text.find(" ال", hit.entry_start, hit.stop) >= 0  # «شهداء الواجب»

    def _particles(self, number: Number) -> str:
        text, at = self._text, number.start
        own = text.startswith(_BOUNDS, at) or _ONE.match(text, at) is not None or text[at + 1 : at + 2].isspace()
        return text[at] if text[at] in "وف" and not own and (at == 0 or not text[at - 1].isalpha()) else ""


def _exact(one: Noun, two: Noun) -> Noun:
    """Two nouns for the same people: the side of the more exact one, what either says of kind and harm."""
    if two.whose == "prisoner" and one.measure == "killed":
        return two  # «جثث 3 أسرى»: nobody was killed now
    if one.whose == "civilians" and two.whose == "rebels" and one.subset is None and not one.measure:
        return one._replace(whose="rebels", subset=two.subset)  # «خبراء ألغام حوثيين»
    if one.anyone and two.of_nation and one.subset is None:
        return one._replace(nation=two.whose)
    fighters = one.whose in ("armed", "leader") and two.whose not in ARMS  # «مقاتلا كرديا» is a fighter still
    if fighters or one.whose not in _GENERAL or two.whose in ("person", "other", "victim"):
        said = one.whose in _OTHERS or two.form == "many"  # «خمسة من الجنود جرحى»
        return one._replace(measure=one.measure or (two.measure if said else None))
    form = two.form if two.form == "own" else one.form  # «عشرات القتلى من عناصرها»
    if two.whose == "prisoner" and one.whose == "other":
        return one._replace(whose=two.whose, measure=one.measure or two.measure)  # «وقوع 87 آخرين أسرى»
    own = None if one.whose == "armed" and two.whose == "state" else one.subset  # «عناصر من قوات الأمن» are no fighters
    return one._replace(whose=two.whose, subset=own or two.subset, form=form)


def _of_another(found: People, hit: Hit, what: Noun, text: str) -> bool:
    """«قتل المهاجم شخصين», «اغتال مسلحون مدير الأمن»: whether a noun without article does not say more of the people before it.

    Nor does one of those whom forces fight, or who leads: «قتلت قوات الأمن المهاجمين الأربعة», «اعتقلت قوات الأمن القيادي».
    """
    leads = what.whose == "leader" and what.form == "one" and found.noun.whose == "state" and found.noun.form == "many"
    alone = what.form == "one" and nominative(text, found.start, found.stop)  # «قتل الحوثيون الشاب أحمد» too
    if leads or hit.proclitic:
        return leads or alone or (found.noun.whose == "state" and _FOES.match(text, hit.entry_start) is not None)
    one = found.noun.form == "one" and not found.counted  # «طعن فلسطيني جنديين»
    if text.endswith("ين", hit.start, hit.stop) and (one or text.endswith("ون", found.start, found.stop)):
        return True  # «قتل مسلحون مدنيين», «قتل المسلحون جنديين»
    if found.definite:
        return what.form == "one" or found.noun.form == "one"
    if found.noun.form == "one" and (what.form == "two" or beside_her(text, found.noun, found.start, what, hit)):
        return True  # «قتل مسلح سائحتين», «قتل مسلح امرأة»
    if what.form == "one" and found.noun.form == "many":
        adjective = text.endswith("ي", hit.entry_start, hit.stop) and text.find(" ", hit.entry_start, hit.stop) < 0
        return text.endswith("ون", found.start, found.stop) or (found.noun.whose in ARMS and not adjective)
    return found.noun.whose in FIGHTERS and what.measure in _TAKEN  # «احتجز مسلحون رهائن»


def _joint(found: People, what: Noun, *, plain: bool) -> bool:
    """Whether «و» + noun makes one figure of killed or wounded. plain: no word says of the second that they are others («وجرحى آخرون»)."""
    if not found.counted or {found.noun.measure, what.measure} != {"killed", "wounded"}:
        return False
    if what.form in ("one", "accusative") and found.noun.form in ("one", "accusative"):
        return True
    if what.form == "many" and found.high is not None and (found.noun.whose in _BEAR_ARMS or (plain and found.noun.form == "many")):
        return True  # «سبعة جنود قتلى وجرحى», «ثلاثة قتلى وجرحى»
    return what.form in ("many", "either") and found.high is None and (found.low or 0) >= _LARGE


def _shared(found: People, what: Noun, said: str, *, of_two: bool) -> bool:
    """«12 ضابطا وجنديا», «20 شرطيا ورجل أمن»: a number from eleven on counts both of two accusatives; of_two: so it did; a third too."""
    many = found.counted and (found.low or 0) > _TEN and found.noun.form in ("one", "accusative")
    if not many or what.measure is not None or found.noun.measure is not None:
        return False
    minors = {found.noun.subset, what.subset} <= _MINORS and what.form in ("one", "accusative")
    if minors and (what.form == "accusative" or (found.low or 0) >= _HUNDRED):  # «30 سيدة وطفلا», «700 امرأة وطفل»
        return True
    if what.form == "accusative":  # «11 مراسلا ومصورا», «13 قياديا وعنصرا», not «20 سائحا وشرطيا»
        return of_two or (what.whose in _BEAR_ARMS) == (found.noun.whose in _BEAR_ARMS)
    officer = what.form == "one" and " " in said  # of «رجل أمن» the case is not written
    return officer and what.whose in ARMS and what.whose == found.noun.whose


def _common(one: Noun, two: Noun) -> Noun:
    """What is true of both: «13 قياديا وعنصرا» are fighters, «17 مسعفا وصحفيا» civilians of no one kind."""
    if one.whose == two.whose or one.whose in _GENERAL:
        subset = one.subset if one.subset == two.subset or one.whose in ARMS or {one.subset, two.subset} <= _MINORS else None
        return one._replace(whose=two.whose if one.whose in _GENERAL else one.whose, subset=subset)
    return one._replace(subset=None)


def _behind(text: str, found: People, number: Number, after: Hit | None) -> People | None:
    """«مدنيين اثنين», «الضحايا ال32»: the number behind its noun. after: the next noun («جندي وأحد عناصر …» are two)."""
    of_group = found.noun.form == "many" and men_of_group(text, number.start - 1, found.stop)  # «أفراد الطاقم الخمسة»
    all_known = found.definite or found.rule == ALL or of_group  # «جميع المهاجمين الستة»
    apart = not of_group and (number.start - found.stop > 3 or text[found.stop : number.start].strip(_QUOTES))
    theirs = all_known and not found.counted and text.startswith(("وعددهم ", "البالغ عددهم "), number.start)  # «المهاجمين وعددهم سبعة»
    if text.startswith("الواحد ", number.start):
        return None  # «قادتها الواحد تلو الآخر»
    if apart or (text[number.start] == "و" and not (theirs or text.startswith("واحد", number.start))):
        return None  # «جنديان وواحد من المهاجمين»
    both = number.low == 2 and found.noun.form in ("two", "either") and found.noun.whose != ""  # «جنديين اثنين تركيين»
    if after is not None and after.start == number.stop + 1 and not both and noun(after.value).form in ("many", "own", "either"):
        return None
    sure = number.low == number.high or number.rule == "number.at-least"
    small = number.form == "words" and sure and number.low in (1, 2) and found.noun.form not in ("many", "own")
    of_one = found.noun.form == "many" and text.endswith(("ه", "ها", "هما"), found.start, found.stop)  # «أبنائه الثلاثة»
    fits = small or theirs or ((all_known or of_one) and nobody.THE.match(text, number.start))
    if found.counted or not fits or number.form not in ("digits", "words"):
        return None
    return found._replace(stop=number.stop, low=number.low, high=number.high, counted=True, rule=number.rule)
