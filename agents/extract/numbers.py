"""Numbers of things: digits, words, or both, with the words that bound them («at least», «up to», «between»)."""

import re
from typing import NamedTuple

import seeds
from agents.extract.fold import fold_word


class Number(NamedTuple):
    """A number as read. low, high: as in the annotation guide (None = open); about n is exact.

    form: digits, words, vague («dozens»), one-of («one of the»), or what it counts instead of people: unit (metres, hours, money),
    label (a year, a brigade, an hour of the day, an age), date, fraction. rule: the id of the rule that decided the form or the bounds.
    """

    start: int
    stop: int
    low: int | None
    high: int | None
    form: str
    rule: str


class _Token(NamedTuple):
    start: int
    stop: int
    text: str
    joined: bool  # written with «و»
    value: float
    kind: str


class _Parsed(NamedTuple):
    value: float
    stop: int
    kind: str


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[\u0621-\u063a\u0641-\u064a]+|[^\s\u0621-\u063a\u0641-\u064a\d\"'«»]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "ال", "وال", "بال", "لل", "ولل", "كال", "فال", "وبال")


def _words() -> dict[str, tuple[float, str, bool]]:
    found: dict[str, tuple[float, str, bool]] = {}
    for row in seeds.rows("lexicon/numbers.csv"):
        surface = fold_word(row["surface"])
        if " " in surface:
            continue
        for particle in _PARTICLES:
            known = found.setdefault(particle + surface, (float(row["value"]), row["kind"], "و" in particle))
            if known[1] == "vague" and row["kind"] != "vague" and not particle:
                found[surface] = (float(row["value"]), row["kind"], False)
    return found


_WORDS = _words()
_VAGUE = {fold_word(row["surface"]): int(row["value"]) for row in seeds.rows("lexicon/numbers.csv") if row["kind"] == "vague"}
_WEEKDAY_LIKE = {"الاحد", "الاثنين", "والاثنين", "والاحد", "بالاحد"}
_THE_SCALE = {"الالف", "المليون", "الالاف", "الملايين"}
_SOME = re.compile(r"(?:ال)?(?:عدد(?:ا)?\s+(?:كبير\s+|غير\s+محدد\s+)?من|عديد\s+من)(?![\u0621-\u064a])")
_ONE_OF = {"احد", "احدي", "واحد", "واحدي", "باحد", "باحدي"}


def _any(*phrases: str) -> str:
    return "|".join(sorted((re.escape(fold_word(phrase)).replace(r"\ ", r"\s+") for phrase in phrases), key=len, reverse=True))


_AT_LEAST = _any(
    "أكثر من", "اكثر عن", "ما لا يقل عن", "لا يقل عن", "ما لايقل عن", "لايقل عن", "ما يزيد عن", "ما يزيد على", "يزيد عن", "يزيد على", "تزيد عن",
    "تزيد على", "ما يربو على", "يربو على", "أزيد من", "ازيد عن", "بما لا يقل عن", "تجاوز", "تجاوزت", "يتجاوز", "تتجاوز", "يفوق", "ما يفوق", "يناهز الـ",
    "فاق", "على الأقل", "كحد أدنى", "يقدر بأكثر من", "لا تقل عن", "ما يتجاوز", "بأكثر من", "لأكثر من",
)  # fmt: skip
_UP_TO = _any(
    "ما يصل إلى", "يصل إلى", "تصل إلى", "وصل إلى", "حتى", "لا يتجاوز", "لا يزيد عن", "لا يزيد على", "كحد أقصى", "لا تتجاوز", "ما لا يزيد عن",
    "ما لا يتجاوز",
)  # fmt: skip
_ABOUT = _any(
    "نحو", "حوالي", "حوالى", "قرابة", "زهاء", "ما يقارب", "ما يقرب من", "يقارب", "يناهز", "ما يناهز", "بحدود", "في حدود", "تقريبا", "عن", "من", "ال",
    "قدر بنحو", "يقدر بنحو", "بنحو", "بحوالي", "لنحو", "لحوالي",
)  # fmt: skip
_BEFORE = re.compile(rf"(?:(?<=\s)|^|(?<=[\"«(و]))(?:(?P<least>{_AT_LEAST})|(?P<most>{_UP_TO})|(?P<about>{_ABOUT}))\s*[\"«]?\s*$")
_AFTER = re.compile(
    rf"\s+(?:[\u0621-\u064a]+\s+){{0,3}}?(?:(?P<least>{_any('على الأقل', 'كحد أدنى', 'أو أكثر', 'فأكثر')})|(?P<most>{_any('على الأكثر', 'كحد أقصى')}))"
)
_RANGE = re.compile(r"\s*(?:-|–|الي|الى|او|حتي)\s*(?:ال)?\s*$")
_UNIT = re.compile(
    r"\s*[\"«]?(?:%|(?:في|ب)\s*(?:ال)?(?:مئه|مائه|ميه)\b|(?:"
    + _any(
        "متر", "مترا", "أمتار", "كم", "كلم", "كيلومتر", "كيلومترا", "كيلومترات", "كيلو", "كيلا", "كيلوغرام", "كيلوغراما", "كغ", "كلغ", "غرام", "طن", "طنا", "أطنان",
        "دولار", "دولارا", "دولارات", "ريال", "ريالا", "دينار", "دينارا", "جنيه", "جنيها", "يورو", "ليرة", "درهم", "درهما", "مليار", "مليارات", "درجة", "درجات", "ساعة",
        "ساعات", "ساعه", "دقيقة", "دقائق", "ثانية", "يوم", "يوما", "أيام", "شهر", "شهرا", "أشهر", "شهور", "سنة", "سنوات", "عام", "عاما", "أعوام", "أسبوع", "أسبوعا", "أسابيع",
        "ملم", "مم", "ميليمتر", "ليتر", "لتر", "برميل", "هكتار", "دونم", "ميل", "ميلا", "قدم", "قدما", "صباحا", "مساء", "ظهرا", "فجرا", "ليلا", "عصرا", "بتوقيت", "غارة", "غارات",
        "صاروخ", "صاروخا", "صواريخ", "قذيفة", "قذائف", "طلعة", "طلعات", "طائرة", "طائرات", "دبابة", "دبابات", "آلية", "آليات", "مركبة", "مركبات", "سيارة", "سيارات", "موقع",
        "مواقع", "موقعا", "قرية", "قرى", "هجوم", "هجوما", "هجمات", "عملية", "عمليات", "منزل", "منزلا", "منازل", "مبنى", "مباني", "نقطة", "نقاط", "عربة", "عربات", "لغم", "ألغام",
        "لغما", "عبوة", "عبوات", "مرة", "مرات", "دولة", "دول", "بلدا", "بلدان", "حزب", "أحزاب", "مدرسة", "مدارس", "محاور", "محافظة", "محافظات", "مدن", "شاحنة", "شاحنات", "حافلة",
        "حافلات", "قنبلة", "قنابل", "سفينة", "سفن", "زورق", "زوارق", "غيغا", "مترا مربعا", "زيل",
    )
    + r")(?![\u0621-\u064a]))"
)  # fmt: skip
_LABEL = re.compile(
    r"(?:^|[\s(\"«])(?:و|ب|ل|ف)?(?:"
    + _any(
        "عام", "العام", "سنة", "السنة", "لعام", "عامي", "أعوام", "اللواء", "لواء", "الفرقة", "فرقة", "الكتيبة", "كتيبة", "الفوج", "فوج", "المادة", "مادة", "البند", "القرار", "قرار",
        "رقم", "الساعة", "ساعة", "إف", "اف", "طراز", "عيار", "ميغ", "ميج", "سوخوي", "طريق", "الطريق", "البالغ", "العمر", "سن", "عمره", "عمرها", "عمر", "شارع", "قناة", "فرانس",
        "الفيلق", "فيلق", "تي", "اس", "كيلو", "الكيلو", "المنطقة", "شبكة", "صفحة", "العدد", "بي", "سي", "كورونا", "كوفيد", "مجموعة ال",
    )
    + r")\s*(?:من\s+العمر)?\s*[-«\"(]?\s*(?:ال)?$"
)  # fmt: skip
_MONTH = re.compile(
    r"\s*/?\s*(?:من\s+(?:شهر\s+)?|شهر\s+)?(?:"
    + _any(
        "يناير", "فبراير", "مارس", "أبريل", "ابريل", "مايو", "يونيو", "يوليو", "يوليوز", "أغسطس", "غشت", "سبتمبر", "شتنبر", "أكتوبر", "نوفمبر", "نونبر", "ديسمبر", "دجنبر", "كانون",
        "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين", "جانفي", "فيفري", "أفريل", "ماي", "جوان", "جويلية", "أوت", "محرم", "صفر", "ربيع", "جمادى", "رجب",
        "شعبان", "رمضان", "شوال", "ذو القعدة", "ذي القعدة", "ذو الحجة", "ذي الحجة",
    )
    + r")(?![\u0621-\u064a])|\s*/\s*\d"
)  # fmt: skip
_ADDS = {"unit": 10, "ten": 100, "hundred": 1000}  # what may stand before a smaller number joined with «و»


def find_numbers(text: str) -> list[Number]:
    """All numbers of a folded text, in order, apart from each other; those that count no people say so in their form."""
    tokens = _tokens(text)
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.kind:
            at += 1
            continue
        parsed, after = _parse(text, tokens, at)
        start = token.start + (1 if token.joined and token.text[0] == "و" else 0)
        number = _bounded(text, start, tokens[after - 1].stop, parsed)
        if found and (joined := _ranged(text, found[-1], number)):
            found[-1] = joined
        else:
            found.append(number)
        at = after
    return found


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[0].isdigit():
            plain = word.replace(",", "").replace(".", "") if _GROUPED.fullmatch(word) else word.replace(",", ".")
            value = float(plain) if plain.count(".") < 2 and len(plain) < 16 else -1.0
            joined = match.start() > 0 and text[match.start() - 1] == "و" and (match.start() < 2 or not text[match.start() - 2].isalpha())
            tokens.append(_Token(match.start(), match.end(), word, joined, value, "digits"))
        elif (some := _SOME.match(text, match.start() + (word[0] in "وبل"))) and some.end() > match.end():
            tokens.append(_Token(match.start(), some.end(), word, False, 2.0, "vague"))
        elif word == "و" and match.end() < len(text) and text[match.end()].isdigit():
            continue  # «و11»
        elif word in _WORDS and word not in _WEEKDAY_LIKE:
            value, kind, joined = _WORDS[word]
            tokens.append(_Token(match.start(), match.end(), word, joined, value, kind))
        else:
            tokens.append(_Token(match.start(), match.end(), word, False, 0.0, ""))
    return tokens


def _parse(text: str, tokens: list[_Token], at: int) -> tuple[_Parsed, int]:
    """The number that begins at this token, and the token after it."""
    first = tokens[at]
    if first.kind == "vague" or (first.kind == "scale" and first.text.endswith("الاف")):
        return _vague(text, tokens, at)
    total, current, last = 0.0, first.value, first
    if first.kind == "dual":
        total, current = first.value, 0.0
    at += 1
    while at < len(tokens):
        token = tokens[at]
        if not token.kind or token.kind == "vague" or text[last.stop : token.start].strip(' "«»و'):
            break
        if token.kind == "scale" and not token.joined and current and token.text not in _THE_SCALE:
            total, current = total + current * token.value, 0.0
        elif token.kind == "hundred" and not token.joined and last.kind == "unit" and 3 <= current <= 9 and token.value == 100:
            current *= 100
        elif token.kind == "ten" and not token.joined and token.value == 10 and last.kind == "unit":
            current += 10
        elif token.joined and _fits(token, current, total, last):
            current += token.value
            if token.kind == "dual":
                total, current = total + current, 0.0
        else:
            break
        last = token
        at += 1
    kind = "digits" if first.kind == "digits" else "words"
    if first.text in _ONE_OF and total + current == 1 and first.text not in {"واحد", "واحدي"}:
        kind = "one-of"
    return _Parsed(total + current, last.stop, kind), at


def _fits(token: _Token, current: float, total: float, last: _Token) -> bool:
    """Whether «و» adds this number to what was read («مئة وخمسين», «2 مليون و300 الف») or begins another."""
    if token.kind in {"scale", "dual"}:
        return False
    if not current:
        return total >= 1000 and token.value < total and last.kind in {"scale", "dual"}
    if last.kind == "digits" or token.kind == "digits":
        return False
    if last.kind == "unit":
        return token.kind == "ten" and token.value >= 20
    return last.kind == "hundred" and token.value < 100


def _vague(text: str, tokens: list[_Token], at: int) -> tuple[_Parsed, int]:
    first, value, stop = tokens[at], tokens[at].value, tokens[at].stop
    at += 1
    if first.kind == "scale":
        value = 2000
    elif at < len(tokens) and tokens[at].kind in {"scale", "vague"} and not text[stop : tokens[at].start].strip():
        value = value * 1000 if tokens[at].text.endswith(("الاف", "الف")) else max(value, tokens[at].value)
        stop = tokens[at].stop
        at += 1
    return _Parsed(value, stop, "vague"), at


def _bounded(text: str, start: int, stop: int, parsed: _Parsed) -> Number:
    """The number with what stands around it: bounds, and whether it counts people at all."""
    if parsed.value != int(parsed.value) or parsed.value < 0 or text[stop : stop + 1] in {"%"}:
        return Number(start, stop, None, None, "fraction", "number.fraction")
    value = int(parsed.value)
    low: int | None = value
    high: int | None = None if parsed.kind == "vague" else value
    rule = f"number.{parsed.kind}"
    if label := _counted(text, start, stop, value, parsed.kind):
        return Number(start, stop, low, high, label, f"number.{label}")
    if before := _BEFORE.search(text, max(start - 30, 0), start):
        if before["least"]:
            high, rule = None, "number.at-least"
        elif before["most"]:
            low, high, rule = None, value, "number.up-to"
        if before["least"] or before["most"]:
            start = before.start()
    elif (after := _AFTER.match(text, stop, min(stop + 60, len(text)))) and not re.search(r"\d", after.group()):
        if after["least"]:
            high, rule = None, "number.at-least"
        else:
            low, rule = None, "number.up-to"
    return Number(start, stop, low, high, parsed.kind, rule)


def _counted(text: str, start: int, stop: int, value: int, kind: str) -> str:
    """What the number counts where it counts no people, else ""."""
    if _UNIT.match(text, stop, min(stop + 40, len(text))):
        return "unit"
    if kind == "digits" and _MONTH.match(text, stop, min(stop + 40, len(text))) and value <= 31:
        return "date"
    if kind == "digits" and 1900 <= value <= 2100 and re.search(r"[\u0621-\u064a/-]\s*$", text[max(start - 2, 0) : start]) is None:
        return ""
    if _LABEL.search(text, max(start - 24, 0), start):
        return "label"
    if kind == "digits" and start and text[start - 1] in "/:" and stop - start <= 4:
        return "date"
    if kind == "digits" and value > 50_000_000:
        return "label"
    return ""


def _ranged(text: str, first: Number, second: Number) -> Number | None:
    """«400 to 600», «between 5 and 7», «5-7» as one number; None where the two are apart."""
    if first.form not in {"digits", "words", "vague"} or second.form not in {"digits", "words"} or first.low is None or second.high is None:
        return None
    between = text[first.stop : second.start]
    before = text[max(first.start - 12, 0) : first.start].split()
    lead = before[-1] if before else ""
    spoken = _RANGE.fullmatch(between) or (between.strip() in {"و", ""} and lead in {"بين", "وبين"})
    if not spoken or second.high <= first.low:
        return None
    thousands = second.high % 1000 == 0 and first.low * 1000 < second.high and "الف" in text[second.start : second.stop]
    low = first.low * 1000 if thousands else first.low  # «بين 5 و7 آلاف»
    return Number(first.start, second.stop, low, second.high, "range", "number.range")
