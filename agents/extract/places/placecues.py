"""What stands around a name of a place: class words, prepositions, particles, and the words that make it something else than a place."""

import re
from dataclasses import dataclass
from typing import NamedTuple

import seeds
from agents.extract.words.fold import Folded, fold_word
from agents.extract.words.wordlists import listed

_PARTICLES = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "ك")
_SKIPPED = " \"'#(«"
_STOPS = frozenset(".!?؟…\n؛;:,،)")
_REACH = 5  # words read before a name


class Cue(NamedTuple):
    """A word of place-cues.csv as it may be written. particle: what was written onto it."""

    value: str
    kind: str
    particle: str


@dataclass(slots=True)
class Around:
    """What stands before a name. cue: see PlaceMention. klass: the class word's kind, "" without one; class_start: where that word begins.

    direction: «شمال شرق» before the name, "" without. barred: the name is part of a person's name.
    """

    cue: str = "bare"
    klass: str = ""
    class_start: int = -1
    direction: str = ""
    direction_start: int = -1
    barred: bool = False
    spoken: bool = False


class Cues(NamedTuple):
    """Words by their folded spelling with particles; words that never name a place; adjectives of direction; verbs; halves of names;
    class words of several places."""

    words: dict[str, Cue]
    not_names: frozenset[str]
    adjectives: frozenset[str]
    speech: frozenset[str]
    halves: frozenset[str]
    several: frozenset[str]

    @classmethod
    def load(cls) -> "Cues":
        """The cues of the seeds."""
        words: dict[str, Cue] = {}
        lists: dict[str, set[str]] = {"after-class": set(), "adj": set(), "verb": set(), "half": set(), "several": set()}
        rows = sorted(seeds.rows("lexicon/place-cues.csv"), key=lambda row: row["kind"] == "name")  # «على» is no «علي»
        for row in rows:
            surface, kind = fold_word(row["surface"]), row["kind"]
            if kind in lists:
                lists[kind].add(surface)
            if kind in ("class", "prep", "name"):
                for particle in _PARTICLES if kind != "name" else ("",):
                    words.setdefault(particle + surface, Cue(row["value"], kind, particle))
        speech = {particle + word for word in lists["verb"] for particle in ("", "و", "ف")}
        plain = (frozenset(lists[kind]) for kind in ("half", "several"))
        not_names = lists["after-class"] | listed("acts", "yield")  # «قصف مخيم أسفر عن»
        return cls(words, frozenset(not_names), frozenset(lists["adj"]), frozenset(speech), *plain)


DIRECTIONS = frozenset(["شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "اقصي", "وسط"])


_SEAS = ("البحر ", "خليج ")
_OPEN = r"(?:المطل|الواقع|الساحلي|تقع|يقع|تطل|يطل)ه?"
_BESIDE_SEA = re.compile(rf"(?<!\S)(?:{_OPEN}\sعلي\s(?:ساحل|سواحل|شاطي|شواطي)|علي)\s[\"«]?$")
_LOOK = 30  # characters in which that stands
_ONE_OF = re.compile(  # «أحد أبناء إب», «الجندي محمد من أهالي كذا»: by his home is told of one who may have been elsewhere
    r"(?<![\u0621-\u064a])[وف]?(?:احد|احدي|(?:هو|هي|كان|(?:ال)?(?:جندي|ضابط|شهيد|رقيب|عريف|ملازم|نقيب|رائد|مقدم|عقيد|عميد|قيادي|مقاتل|"
    r"شاب|مواطن|رجل|شخص|ناشط|صحفي|صحافي)ا?(?:\s[\u0621-\u064a]+){0,5})\sمن)\s$"
)
_HOME = 60  # characters in which that stands


_PRESS = re.compile(  # «مأرب برس», «عدن الغد»: papers and sites that call themselves after a town; not «في عدن اليوم»
    r"\s(?:برس|نيوز|بوست|تايمز|اونلاين|اون لاين|تي في|(?:الغد|اليوم|الان|الاخباريه?|العربي)(?=[\"»]))(?![\u0621-\u064a])"
)
_PRESS_FIRST = frozenset("بنتا")  # letters with which these begin, behind the space


def of_press(text: str, stop: int) -> bool:
    """«لـ«مأرب برس»»: whether a name is that of a paper. Words that also say when or whose are one only where quotes close behind them."""
    return text[stop + 1 : stop + 2] in _PRESS_FIRST and _PRESS.match(text, stop) is not None


_BANK = re.compile(  # «الضفة الشرقية لنهر الفرات», «على الضفة المقابلة»
    r"(?:\s(?:ال)?غربيه)?،?\s(?:لل?|من\s(?:ال)?)(?:نهر|فرات|دجله|بحير|قناه|بوسفور)"
    r"|\s(?:الشرقيه|الشماليه|الجنوبيه|المقابل|الاخري|قباله|ال[\u0621-\u064a]+يه\s(?:من|لل?)\s?(?:ال)?(?:نهر|بحير))"
)


def is_bank(text: str, name: str, stop: int) -> bool:
    """«الضفة الغربية لنهر الفرات»: whether a word for a bank is that of a river, and no name."""
    return name.startswith("الضفه") and _BANK.match(text, stop) is not None


def lies_by(text: str, name: str, start: int) -> bool:
    """«المدينة المطلة على البحر الأحمر»: whether a sea only says by what the place before it lies; nothing happens on a sea so named."""
    return name.startswith(_SEAS) and _BESIDE_SEA.search(text, max(start - _LOOK, 0), start) is not None


_FACING, _LAKE = "قباله", "بحيره "
_BORDER = re.compile(r"(?<![\u0621-\u064a])[بل]?(?:ال)?حدودي(?:ه)?،?\s$")
_BORDER_LOOK = 14  # characters in which that stands


def faces(text: str, word: str, start: int) -> bool:
    """«في الشريط الحدودي قبالة كذا»: whether what lies on a border lies across it from a place, and so in another country."""
    return word == _FACING and _BORDER.search(text, max(start - _BORDER_LOOK, 0), start) is not None


_LONGEST = 80  # characters of a word; no cue is as long, and to look back further for its begin costs time where nothing parts words


def is_verb(clean: str, start: int) -> bool:
    """Whether the word that begins here in the unfolded text is «وأدى» (and led to), which folds to «وادي» (valley)."""
    return clean.startswith(("وأدى ", "وأدي "), start)


def around(folded: Folded, at: int, proclitic: str, cues: Cues) -> Around:
    """What stands before the name that begins at ``at`` (after its particles)."""
    text = folded.text
    seen = _Seen("in" if "ب" in proclitic else "")
    end = at - len(proclitic)
    for step in range(_REACH):
        while end > 0 and text[end - 1] in _SKIPPED:
            end -= 1
        if end <= 0 or text[end - 1] in _STOPS:
            break
        first = end - _LONGEST if end > _LONGEST else 0
        start = text.rfind(" ", first, end) + 1
        start = text.rfind("\n", start or first, end) + 1 or start
        word = text[start:end].strip("\"'«»()#")
        if step == 0 and not seen.cue and word in cues.speech:
            return Around("metonym", spoken=True)
        found = cues.words.get(word)
        if found is None or (word == "وادي" and is_verb(folded.clean, start)):
            break
        if found.kind == "name":
            barred = step == 0 and not seen.cue and not proclitic
            return Around(barred=True) if barred else seen.around()
        if step == 0 and seen.cue == "in":
            seen.seat(found)  # «المتمركزة بجبل كذا», «مقره بلندن»
        seen.read(found, word, start)
        if faces(text, word, start):
            seen.cue = "residence"
        elif word == "علي" and text.startswith(_LAKE, at):
            seen.cue = "near"  # «قرى قريبة من باغا على بحيرة تشاد»: it says where a town lies
        if seen.cue in _FINAL:
            if word == "مع" and text.endswith("الحدود ", 0, start):
                seen.cue = "border"  # «على الحدود مع غزة»
            seen.seat(cues.words.get(_word_before(text, start)))
            if word.endswith("جامعه") and _word_before(text, start) in _AT_CAMPUS:
                seen.cue = "in"  # «داخل جامعة دمشق»; not «أستاذ في جامعة دمشق»
            seen.cue = "residence" if seen.cue == "people" and _ONE_OF.search(text, max(start - _HOME, 0), start) else seen.cue
            break
        end = start
    return seen.around()


def _word_before(text: str, at: int) -> str:
    words = text[max(at - 25, 0) : at].split()
    return words[-1].strip("\"'«»()#") if words else ""


_AT_CAMPUS = frozenset(["داخل", "قرب", "محيط", "بمحيط", "امام", "حرم", "بحرم", "استهدف", "استهدفت"])
_FINAL = frozenset(["in", "origin", "destination", "residence", "people", "metonym", "outside"])


@dataclass(slots=True)
class _Seen:
    """What the words read so far, backwards, say."""

    cue: str
    klass: str = ""
    class_start: int = -1
    direction: str = ""
    direction_start: int = -1
    inside: bool = False
    way: bool = False

    def read(self, found: Cue, word: str, start: int) -> None:
        """Takes in one more word."""
        bare = word[len(found.particle) :]
        if found.kind == "class":
            if not self.klass or found.value == "countryside":
                self.klass, self.class_start = found.value, start + len(found.particle)
            if "ب" in found.particle:
                self.cue = self.cue or "in"
        elif bare in DIRECTIONS:
            self.direction = f"{bare} {self.direction}".strip()
            self.direction_start = start + len(found.particle)
            self.cue = self.cue or "near"
        elif found.value == "pass":
            self.cue = self.cue or "from"
        elif self.cue in ("", "from") or (self.cue == "near" and found.value in ("origin", "destination")):
            self.cue = found.value
            self.inside = bare in ("داخل", "فوق")
            self.way = word == "اتجاه"

    def seat(self, before: Cue | None) -> None:
        """«مقره في لندن»: whose seat it is, nothing happened there. «المتمركزة في»: who stands there acts or is struck.

        «من داخل حلب», «من فوق لبنان»: out of it. «إضافة إلى حلب»: one more place, and no way to it. «من اتجاه حلب»: the way from it.
        """
        if self.cue == "in" and before is not None and before.value in ("residence", "people"):
            self.cue = before.value
        elif self.cue == "in" and self.inside and before is not None and before.value == "pass":
            self.cue = "from"
        elif self.cue == "destination" and before is not None and before.value == "pass":
            self.cue = "origin" if self.way else "bare"

    def around(self) -> Around:
        """The sum of it."""
        return Around(self.cue or "bare", self.klass, self.class_start, self.direction, self.direction_start)
