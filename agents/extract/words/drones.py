"""Drones: «مسيرة» is a march or an aircraft; where the words around it say that it flies, it is read as «طائرة مسيرة».

It flies where it is armed, somebody's by nation, fired, shot down, the means of an attack («هجوم بمسيرة»), or does itself what no march
does («استهدفت مسيرة سيارة», «مسيرة تقصف منزلا»); and wherever the text says «طيار», or «مسيّرة» with its shadda, and knows of no protest.
"""

import re

_WORD = re.compile(r"(?<![\u0621-\u064a])(?P<lead>[وف]?(?:[بكل]|(?:ب|ك)?ال|لل)?)(?P<drone>مسير(?:ه|ات|تان|تين))(?![\u0621-\u064a])")
_AS = {"ه": ("طائرة", "ة"), "ات": ("طائرات", "ة"), "تان": ("طائرتان", "تان"), "تين": ("طائرتين", "تين")}
_NAMES = re.compile(
    r"(?:قنا[هة]|قناتي|تلفزيون|تلفاز|صحيفه|فضائيه|شبكه|طائر\S*|زورق|زوارق|قوارب|مركبات|سفن)\s$"
)  # «قناة المسيرة»; «طائرة مسيرة» is told already
_MARCH = re.compile(
    r"\s(?:ال)?(?:احتجاج|جماهير|حاشد|سلمي|شعبي|غاضب|طلابي|عمالي|نسائي|تضامني|مليوني|راجل|مندد|مناهض|مويد|مؤيد|تطالب|مطالب|شيعي|دينيه|كشفي"
    r"|صامت|عارم|دعم(?!\sالسريع)|تاييد|تضامن|للمطالب|للتنديد|للتضامن|احتجاج|عود[هة]|اعلام|شموع|سلام|تنميه|اصلاح|متظاهر|للمتظاهر|للمحتج|لانصار|ليلي|رفع)"
)
_KIND = re.compile(  # what only drones are called
    r"\s(?:ال)?(?:انقضاضي|انتحاري|مفخخ|ملغوم|ملغم|مجهول|معادي|مسلح|قتالي|هجومي|استطلاعي|حربي|تركي|اسرائيلي|صهيوني|ا?ميركي|امريكي|روسي|اوكراني"
    r"|ايراني|حوثي|مجنح)(?:ه|ات|تان|تين)(?![\u0621-\u064a])"
    r"|\s(?:(?:ل|لل|ال)?(?:احتلال|جيش|حوثي|دعم\sالسريع|حزب\sالله|قسام|تحالف|عدو)|تابعه\sلل?(?:احتلال|جيش|حوثي|دعم\sالسريع|حزب\sالله|تحالف|عدو))"
)
_OWNER = re.compile(  # whose it is: «مسيرات الجيش» are read as «طائرات مسيرة للجيش»
    r"\s(?:(?P<article>ال)(?=(?:احتلال|جيش|حوثي|دعم\sالسريع|تحالف|عدو|مقاوم|نظام|حرس|حزب|قسام|ميليشي|مليشي)\S*)|(?=حزب\sالله|قوات\s|جيش\s))"
)
_STRIKES = re.compile(  # what one does, right behind it or behind what it is called
    r"(?:\s(?!في\s|من\s|الي\s|علي\s)[^\s،,.:؛]{3,}){0,3}\s(?:ت?ستهدف|تقصف|تغير|تهاجم|تغتال|تضرب|استهدف|قصف|اغار|ضرب|هاجم|اغتال|القت|تلقي\s"
    r"|دمرت|قتلت|اصابت|سقطت|تحطمت|انفجرت|(?:ا|ت)طلق(?:ت|ها)?\s(?:صاروخ|صواريخ|قذ|نيران|النار))"
)
_SHE = re.compile(  # «استهدفت مسيرة سيارة»: a verb of hers with nobody before it
    r"(?:^|[.،,:؛\n\"«]\s*|\s(?:ان|كما|فيما|حيث|حين|ثم|وقد|قد|عندما|بينما|بعدما)\s|\sو)و?"
    r"(?:(?:استهدفت|قصفت|هاجمت|ضربت|اغتالت|دمرت|قتلت|اصابت)(?:ه|ها|هم|هما)?|اغارت|القت|اطلقت|شنت|نفذت|تستهدف|تقصف|تهاجم|تغتال)\s(?:\S{2,5}\s)?$"
)
_FELL = re.compile(r"(?:^|\s)[وف]?(?:سقطت|انفجرت|تحطمت|حلقت|تحلق)\s(?:\S{2,5}\s)?$")
_HELD = re.compile(
    r"\s(?:في|خرج|نظم|جاب|انطلق|ضم|شارك|كان|ل[\u0621-\u064a]{3,})"
)  # behind a march that was struck: «استهدفت مسيرة في رام الله»
_MEANS = re.compile(  # an act by it: «هجوم بمسيرة», «قصف من مسيرة», «اغتيل بصاروخ من مسيرة»
    r"(?:هجوم|هجمات|هجومين|ضرب[هة]|ضربات|قصف|غار[هة]|غارات|استهداف|ستهدف|اغتيال|اغتيل|اغتال|هاجم|صاروخ|صواريخ|نيران|قنبل[هة]|قنابل|سلاح|سرب|اسراب)"
    r"\S{0,4}(?:\s(?!شارك|مشارك|خرج|تظاهر|علي\s)[^\s،,.:؛]+){0,3}?(?:\s(?:من|بواسطه|عبر|باستخدام|اطلقته[ام]?|اطلقتها|القته[ام]?|القتها))?\s$"
)
_BY = frozenset("بل")
_JOINED = re.compile(
    r"(?:من|بواسطه|عبر|باستخدام|اطلقته[ام]?|اطلقتها|القته[ام]?|القتها|قصف|غاره|غارات|نيران|صاروخ|صواريخ|سلاح|سرب|اسراب|هجمات)\s$"
)
_DOWN = re.compile(  # «إسقاط 12 مسيرة», «اعترضت الدفاعات الجوية مسيرات»
    r"(?:[اأ]سقط|[اأ]سقاط|عترض|عتراض|تصد[تي]|تدمير|اطلاق|اطلق)\S*(?:\s(?!النار|الغاز|الرصاص)[^\s،,.:؛]+){0,4}?\s$"
)
_STOPPED, _FACED = (
    "تصد",
    re.compile(  # «تصدت الشرطة لمسيرة», «تصديها لمسيرات خرجت»: a march, and no drone that was stopped in the air
        r"تصد\S*\s(?:ال)?(?:شرط|درك|مكافحه|حرس\sالحدود|قوات\sمكافحه|قوات\sالشرط)"
    ),
)
_WALKED = re.compile(r"(?:\s(?:ال)?[\u0621-\u064a]{3,}ي(?:ه|ات))?\s(?:التي\s)?(?:خرج|نظم|جاب|تجوب|شارك|دع[تا]|احتجاج)")
_WEAPONS = re.compile(r"(?:صاروخ|صواريخ|قذائف)\S{0,3}\s(?:\S+\s)?(?:او\s)?$")  # «صواريخ ومسيرات»
_AND_WEAPONS = re.compile(r"\s(?:و|او\s)(?:ب?ال)?(?:صاروخ|صواريخ|قذائف|ذخائر)")
_PROTEST = re.compile(r"تظاهر|مظاهر|احتجاج|محتج|مسيره العوده|مسيرات العوده|حاشد|جماهيري")
_FLIES = ("دون طيار", "بلا طيار", "طائره مسيره", "طائرات مسيره", "الطائرات المسيره")
_LOOK = 80  # characters before a word in which it is said what is done to it
_SHADDA = "مسيّر"
CUE = "مسير"  # letters without which there is none


def marked(raw: str) -> bool:
    """Whether an article as received writes a drone with its shadda: «مسيّرة»."""
    return _SHADDA in raw


def found(text: str, *, sure: bool = False) -> list[tuple[int, int, str]]:
    """Where a folded text has a drone that is called «مسيرة» alone, and what to read there. sure: it writes one with its shadda."""
    if CUE not in text:
        return []
    sure = sure or any(one in text for one in _FLIES)
    sure = sure and _PROTEST.search(text) is None
    drones = []
    for one in _WORD.finditer(text):
        before = text[max(one.start() - _LOOK, 0) : one.start()]
        if _MARCH.match(text, one.end()) or _NAMES.search(before):
            continue
        if sure or _flies(text, one, before):
            owner = _OWNER.match(text, one.end()) if one["lead"][-2:] not in ("ال", "لل") else None
            stop = owner.end() if owner else one.end()
            drones.append((one.start("drone"), stop, _named(one) + (" لل" if owner and owner["article"] else " ل" if owner else "")))
    return drones


def _flies(text: str, one: re.Match[str], before: str) -> bool:
    """Whether the words beside it say that it is no march."""
    lead = one["lead"].lstrip("وف")
    if _KIND.match(text, one.end()) or _AND_WEAPONS.match(text, one.end()) or _STRIKES.match(text, one.end()):
        return True
    if one["lead"].startswith("و") and _WEAPONS.search(before):
        return True
    if not lead and (_FELL.search(before) or (_SHE.search(before) and not _HELD.match(text, one.end()))):
        return True
    if (down := _DOWN.search(before)) is not None:
        return _STOPPED not in down.group() or (_FACED.search(before) is None and _WALKED.match(text, one.end()) is None)
    return (lead[:1] in _BY or _JOINED.search(before) is not None) and _MEANS.search(before) is not None


def _named(one: re.Match[str]) -> str:
    """What it is read as behind its particles: «المسيرة» as «الطائرة المسيرة»."""
    noun, ending = _AS[one["drone"][4:]]
    article = "ال" if one["lead"].endswith(("ال", "لل")) else ""
    return f"{noun} {article}مسير{ending}"
