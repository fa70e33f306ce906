"""Supposed: words of harm that tell of nobody: what is asked, aimed at, shouted, or said of whoever does so; and shells that fell."""

import re

from agents.extract.harm.counts import Line
from agents.extract.harm.harm import Harm
from agents.extract.people.people import ALL, People

_ASKS = re.compile(r"[\s\"«(\-–*]*(?:[وف]?هل|[وف]?ما\s(?:صحه|حقيقه|مدي\sصحه))\s")
_WHOEVER = re.compile(  # «لمن يقوم على قتل», «كل من يقتل»; not «تمكن من قتل»
    r"(?<![\u0621-\u064a])(?:[وفبلك]{0,2}من|(?:[وفبلك]?كل|اي)\s(?:من|شخص|جهه))\s"
    r"(?:(?:[يت]قوم|[يت]قدم|[يت]حاول|[يت]سعي|[يت]عمل|[يت]فكر|[يت]تورط|[يت]ريد)(?:ون)?\s(?:علي\s|ب|الي\s|في\s)?)?$"
)
_TO_DO_SO = re.compile(r"[^.؛\n]{0,60}?[\s،]\s?ف?(?:(?:هذا|ذلك)\s)?[يت]عني(?![\u0621-\u064a])")  # «أن تقتل جنديا فهذا يعني الحرب»
_SO_THAT = re.compile(r"(?<![\u0621-\u064a])(?:حتي|لكي|كي|ريثما|الي\sان)\s$")
_BANNER = re.compile(r"(?:لافت[هات]|شعار|يافط|هتف|هتاف|مردد|رددوا|ردد\s|كتب\sعلي)[^.\n]{0,60}[\"«:][^.\n»]{0,40}$")
_SHOUTED = ("لافت", "شعار", "يافط", "هتف", "هتاف", "ردد", "كتب علي")
_NEAR, _VERB, _BANNER_REACH = 32, 12, 110  # characters
_MAY = (" قد ", " ربما ", " سوف ")  # before a verb of now: «600 شخص قد يقتلون»
_TO_BE = tuple(f"{will}{come} " for will in ("س", "سوف ") for come in ("يتم", "تتم", "يجري", "تجري"))
_AROUSED = tuple(f"{verb}{she} " for verb in ("اثار", "اشعل", "اجج", "فجر", "اطلق") for she in ("", "ت"))
_CROWDS = re.compile(r"\s(?:[^\s،,.:؛]+\s){1,9}?(?:موجه\s)?(?:ال)?(?:تظاهر|مظاهر|احتجاج|مسير|انتفاض)(?:ه|ات|ا)?(?![\u0621-\u064a])")
_SHELLS = re.compile(r"(?:صاروخ|صواريخ|قذيف|قذاي?ف|قذائف|هاون|طائر[هت]|طائرات|مسير|قنبل|قنابل)")
_FELL_ON = re.compile(
    r"(?:\s(?:منها|منهما|اثن[\u0621-\u064a]+|ثلاثه?|اربعه?|خمسه?|[0-9]+|واحده?))?"
    r"\s(?:علي\s(?!يد|ايدي|جبه|ارض|خط|الجبه)|في\s(?:مناطق|منطقه)\sمفتوح|في\sالبحر)"
)
_SHELL_REACH = 200  # characters
_DEEDS = (
    "قتل",
    "ذبح",
    "اغتيال",
    "تصفي",
    "خطف",
    "اختطاف",
    "اعدام",
    "حرق",
    "احراق",
    "اسر",
    "تفجير",
)  # what is meant; nobody threatens with «مقتل»
_THREAT = re.compile(r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?تهديد\S*\s(?:[^\s،.:؛]+\s){1,4}$")
_CALL = re.compile(  # not «هجوم دعت إليه الجماعة أدى إلى قتل ثلاثة»
    r"(?<![\u0621-\u064a])[وف]?(?:ال)?(?:دع(?:ا|ت|وا|وه|وات|وته|وتهم)|[يت]دعو|داعي(?:ا|ه|ن)|[يت]?حرضت?|محرض(?:ا|ه|ين))\s"
    r"(?:(?!الي|اد[يت]|بعد|عقب|اثر)[^\s،.:؛]+\s){0,5}(?:الي|علي)\s$"
)
_BY_DEED = re.compile(r"\sب[\u0621-\u064a]+\s$")
_WANTED_REACH = 60  # characters
_REPORTS = re.compile(r"(?<![\u0621-\u064a])[وف]?[يت]?(?:افاد|فيد|اقر|قر|اعترف|عترف|ابلغ)ت?\s(?:[^\s،.]+\s){0,4}$")


def asked(text: str, start: int, stop: int) -> bool:
    """«هل صحيح أن عشرات الجنود قتلوا؟»: whether a sentence only asks whether something is so."""
    return text[start:stop].rstrip(' "»)\n').endswith("؟") and _ASKS.match(text, start, stop) is not None


def in_general(line: Line, word: Harm) -> bool:
    """«كل من يقتل», «قد يقتلون», «حتى يقضي على», «سيتم اعتقال», «لافتات تقول "تقتل أطفال اليمن"»: whether a word is of what may be."""
    before = line.before(word.start, _NEAR)
    now = word.person == "now"
    if before.endswith(_TO_BE):
        return True
    if before.endswith(_MAY) and (line.text.startswith("ي", word.start) or (now and not line.text.endswith("ت", 0, word.stop))):
        return True  # not «قد توفي», «قد تسلمت»
    whoever = "من " in before or before.endswith(("شخص ", "جهه "))
    if whoever and (now or not before.endswith(("من ", "شخص ", "جهه "))) and _WHOEVER.search(before):
        return True
    if not now:
        return False
    if _SO_THAT.search(before) or (before.endswith((" ان ", '"ان ', "«ان ")) and _TO_DO_SO.match(line.text, word.stop)):
        return True
    said = line.before(word.start, _BANNER_REACH)
    return any(one in said for one in _SHOUTED) and _BANNER.search(said) is not None


def cause(text: str, word: Harm) -> bool:
    """«أشعل مقتل شاب احتجاجات قتل فيها ثلاثة»: whether a death is told of only as what a crowd went out for, before what befell that."""
    aroused = word.kind == "masdar" and not word.proclitic and text[max(word.start - _VERB, 0) : word.start].endswith(_AROUSED)
    return aroused and _CROWDS.match(text, word.stop) is not None


def wanted(text: str, word: Harm) -> bool:
    """«بعد تهديد الجماعة بقتل ضابط», «دعا زعيمها أنصاره إلى اغتيال وزير»: whether a word is of what is threatened or called for."""
    if not text.startswith(_DEEDS, word.start + len(word.proclitic)):
        return False
    before = text[max(word.start - _WANTED_REACH, 0) : word.start]
    joined = word.proclitic == "و" and _BY_DEED.search(before) is not None  # «بقتل وذبح»
    if word.proclitic.endswith("ب") or joined:
        return "تهديد" in before and _THREAT.search(before) is not None
    return before.endswith(("الي ", "علي ")) and _CALL.search(before) is not None


def shells_fell(line: Line, word: Harm) -> bool:
    """«سقط اثنان على البلدة»: whether «سقط» is of shells or aircraft that are named before it, and come down on a place."""
    if _FELL_ON.match(line.text, word.stop) is None:
        return False
    return _SHELLS.search(line.text, max(word.start - _SHELL_REACH, 0), word.start) is not None


def nothing_new(line: Line, head: Harm, people: People) -> bool:
    """«بقتل مدنيين», «ندد بمقتل أطفال»: what somebody is said to do, not an occurrence; but «أفاد المرصد بمقتل مدنيين» tells of one."""
    bare = not people.counted and people.rule != ALL and people.noun.form in ("many", "either")
    if not bare or head.proclitic not in ("ب", "وب") or not line.text.startswith("قتل", head.stop - 3):
        return False
    at = head.start + len(head.proclitic)
    return line.text.startswith("قتل", at) or _REPORTS.search(line.before(head.start, 40)) is None
