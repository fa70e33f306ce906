"""Phrases for counted people: a number and its noun («نحو 30 جنديا»), or a noun that counts by its form («طفلان», «جنود»)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.extract.people import nobody, twonouns
from agents.extract.people.victims import HOME, Noun, noun, says_whose
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
_NEAR = 12  # characters
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
        if (nobody.only_says_how if what.form in _FEW else nobody.means_a_people)(self._text, hit):
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
            goes_on = (gap in _OF or self._are(found, gap)) and not twonouns.opens_list(found, what, self._text[found.stop : hit.start])
            if (
                gap == ""
                and hit.proclitic[:1] == "و"
                and twonouns.joint(found, what, plain=_AND_HURT.match(self._text, hit.start) is not None)
            ):
                found = found._replace(stop=hit.stop, noun=found.noun._replace(measure="killed_or_wounded"), rule="people.joint")
            elif gap == "" and hit.proclitic == "و" and twonouns.shared(found, what, self._text[hit.start : hit.stop], of_two=of_two):
                found, of_two = found._replace(stop=hit.stop, noun=twonouns.common(found.noun, what)), True
            elif not goes_on or not (hit.proclitic in ("", "ال") or (hit.proclitic == "ل" and found.counted and found.noun.measure)):
                return found, there
            elif what.whose == "other":
                found = found._replace(stop=hit.stop, other=True)
            elif not found.counted and (what.form == "case" or (what.form == "accusative" and found.noun.form != "accusative")):
                return found, there  # «خطف مسلحون طبيبا», «أعلن مصدر عراقي إصابة ثلاثة»
            elif not found.counted and hit.proclitic in ("", "ال") and twonouns.of_another(found, hit, what, self._text):
                return found, there  # «قتلت ميليشيات الحوثي امرأة»
            elif found.noun.form == "own" and found.high is not None and what.whose == "victim" and what.form == "many":
                return found, there  # «أوقع ثلاثة من جنوده قتلى»
            elif gap == "" or found.counted or (what.form == "own" and found.noun.measure is not None):  # «قتيل من عناصرها»
                definite = found.definite or (hit.proclitic == "ال" and found.noun.form == "many" and not found.counted)
                if what.whose == "victim" and self._text.startswith("ضحايا", hit.start) and found.noun.whose not in twonouns.OTHERS:
                    what = what._replace(measure=None)  # «ألف مواطن ضحايا الحرب»: not all of them dead
                found = found._replace(stop=hit.stop, noun=twonouns.exact(found.noun, what), definite=definite)
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
