"""Senses: words of acts that tell of something else: who leaves a deal, flees the law, publishes pictures, attacks with words."""

import re
from collections.abc import Callable

from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit

_BESIDE = r"(?:\s(?!من\s|الي\s|في\s)[^\s،,.:؛\"«]+)"  # a word between, who did it or when
_DEALS = (
    r"(?:ال)?(?:اتفاق|معاهد|مفاوض|محادث|مباحث|حوار|مجلس|جلس[هت]|اجتماع|مؤتمر|قم[هت]|سباق|بطول|مباراه|انتخاب|حكوم|ائتلاف|منظم[هت]|محكم[هت]"
    r"|اونروا|يونسكو|صفق|ميثاق|برنامج|مشروع|عملي[هت]\sال(?:سلام|سياسي))"
)
_OF_DEAL = re.compile(rf"{_BESIDE}{{0,3}}?(?:\sمن|(?<=\sمن))\s{_DEALS}")  # «انسحاب بلاده من الاتفاق النووي»
_UNARMED = (
    r"(?:ال)?(?:مدني(?:ون|ين)|سكان|اهالي|اسر[هت]?|عائل[هت]|عائلات|نساء|اطفال|طلاب|طالبات|تلميذات|تلاميذ|مهاجر(?:ون|ين)|لاجئ(?:ون|ين)"
    r"|نازح(?:ون|ين)|عمال|مصل(?:ون|ين)|ناخب(?:ون|ين)|مواطن(?:ون|ين))(?:ه|ها|هم)?(?![\u0621-\u064a])"
)
_OF_UNARMED = re.compile(rf"{_BESIDE}?\s{_UNARMED}")  # «فرت مئات الأسر»
_WANTED = r"(?:ال)?(?:متهم|مشتبه\sب|جاني|قاتل|سجين|سجناء|سارق|لص|سائق|مدان)\S{0,3}(?![\u0621-\u064a])"
_OF_WANTED = re.compile(rf"{_BESIDE}?\s{_WANTED}|\sمن\s(?:ال)?(?:عداله|عقاب|سجن|سجون|قضاء|شرطه|خدم[هت])")
_PUBLISHED = re.compile(
    r"(?:[\s_#]+[^\s،.:؛_#]+){0,5}?،?\s(?:[^\s،.:؛]+،\s)?(?:مقاطع|مقطع|فيديو|صور|صورا|صوره|بيانا|تسجيل|مشاهد|لقطات|خريط|شريط|تفاصيل|وثائق)"
)
_WORDY = re.compile(  # «هاجم النواب الوزير، متهما إياه»
    r"(?:\s[^\s،.؛:\"«]+){1,5}،?\s(?:قائل|واصف|متهم(?:ا|ه|ين)\s|معتبر|منتقد)"
)
_CAMPAIGN = re.compile(
    r"(?:\s[^\s،.؛:]+){0,4}?\sحمل(?:ه|ات)\s(?:[^\s،.؛:]+\s){0,2}?(?:ل|لل)?(?:ال)?(?:تجنيد|تبرع|توعي|اعلامي|دعائي|تشويه|انتقاد|تحريض|تطعيم|نظاف|انتخابي)"
)
_LAUNCHES = ("شن", "يشن", "تشن")
_WARS = r"(?:حرب|حروب)(?:ا|ه|ها|هم)?(?![\u0621-\u064a])"  # each of many acts
_A_WAR = re.compile(rf"(?:\s(?!هجو|غار|عملي|حمل|ضرب)[^\s،,.:؛\"«]+){{0,5}}?\s(?:ال)?{_WARS}")  # «شنت إسرائيل ثلاث حروب على القطاع»
_OF_WAR = re.compile(rf"(?<![\u0621-\u064a])[وفبلك]?(?:ال|لل)?{_WARS}(?:\s(?:ال)?[\u0621-\u064a]+){{0,2}}\s(?:الذي|التي)\s(?:قد\s)?$")
_WAR, _WAR_REACH = "حر", 40  # letters of it; characters before «التي شنتها»
_OF_REVOLT = re.compile(  # «قمع التمرد», «أدى التمرد وقيام الجيش بقمعه»: of men in arms, no crowd
    r"\S*\s(?:ال)?(?:تمرد|متمرد|ارهاب|مسلح|مليشي|ميليشي|فصائل|انقلاب)"
)
_REVOLT, _ITS, _REVOLT_REACH = "تمرد", ("قمعه", "قمعها"), 50
_NO_MEN = re.compile(  # «التصدي للتهديدات», «التصدي لما وصفه»: an aim, and no attack that was repelled
    r"\S*\sل(?:ما|اي|(?:ل|هذا\sال|هذه\sال)(?:ظاهر|تحدي|تهديد|مخطط|مشروع|فتن|خطر|جريم|جرائم|شائع|عنف|نفوذ|تدخل))(?![\u0621-\u064a]*\sب(?:صاروخ|قصف))"
)
_MARCHERS = re.compile(  # «تصدت الشرطة لمسيرة»; of «تصدت للمتظاهرين» the people say as much
    r"\S*(?:\s(?!ل)[^\s،,.:؛]+){0,4}?\sلل?(?:مسيره|مسيرات|مظاهره|مظاهرات|تظاهره|تظاهرات)"
)
_LEAVING = ("انسحا", "الانسحا", "انسح", "ينسح", "تنسح")
_HITS = ("ضرب", "يضرب", "تضرب")
_IS_HIT_BY = re.compile(  # «هجوم إرهابي يضرب المدينة», «إرهاب الجماعة ضرب العاصمة»: no guns
    r"(?<![\u0621-\u064a])(?:ال)?(?:عمليه|عمليات|عمليتان|عمليتين|ارهاب|هجوم|هجمات|اعتداء|اعتداءات|تفجير|تفجيرات|انفجار|انفجارات|تفجيران|انفجاران|عنف)(?:\s[^\s،,.:؛\"«»]+){0,3}\s$"
)
_HIT_REACH = 45  # characters
_BEATS = re.compile(r"(?:[يت]?ضرب|[يت]ضربون|[يت]ضربان|ضربوا|ضربت|ضربا)(?:ه|ها|هم|وه|وها|وهم|ته|تها|تهم)?")
_BEATEN = re.compile(  # «ضربوهم بالعصي», «ضرب الشرطي الشاب على رأسه»: people, and no place that was shelled
    r"(?:\s[^\s،,.:؛]+){0,6}?\s(?:ب(?:ال)?(?:عصي|عصا|هراو|سياط|احذي|حذاء|ايدي|اعقاب|قضبان|سلاسل|مطرق)|علي\s(?:راس|روس|وجه|وجوه|ظهر|ظهور)(?:ه|ها|هم)(?![\u0621-\u064a])"
    r"|ضربا\s|حتي\sالموت|مبرح)"
)
_UNIT = re.compile(  # «يترأس وحدة العمليات الانتحارية»: somebody's office
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:وحد[هت]|كتيب[هت]|خلي[هت]|قسم|قائد|منسق|مهندس|مدرب|[يت]تراس)\s(?:(?:ال)?[\u0621-\u064a]+\sو?)?$"
)
_WORN = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:[يت]رتدي|مرتديا?|[يت]حمل|حاملا|بحوزت\S+|كان\sبحوزت\S+)\s$")  # before a belt
_CAUGHT, _BLEW = ("قبض", "اعتقل", "اعتقال", "توقيف", "اوقف", "ضبط"), ("فجر نفس", "فجرت نفس", "فجير", "نفجر", "نفجار", "قتل")
_OFFICE, _CAUGHT_REACH = 45, 130  # characters before a word for such bombs; around a belt
_CRUSHES = ("قمع", "يقمع", "تقمع")
_REPELS = ("تصد", "يتصد", "تتصد", "التصد")
_KILLER, _OF_VICTIMS = (
    "قاتل",
    re.compile(  # «من هو قاتل المصلين», «هوية قاتل الطفلة»: who killed, not «قاتل الجيش التنظيم»
        r"\s(?:ال)?(?:مصلين|مدنيين|اطفال|نساء|سياح|صحفيين|طلاب|طفل|طفله|رضيع|رضيعه|فتاه|صحفيه?|صحافيه?|سائح|سائحه)(?![\u0621-\u064a])"
    ),
)
_WHO_KILLED = ("من هو ", "هويه ", "المجرم و", "مغتصب و", "باعدام ", "اسم ")  # before him
_FLEEING = ("فر", "الفر", "يفر", "تفر")


def told(text: str, hit: Hit, code: str) -> str:
    """The code of what a word tells of, another one or "" where it tells of no act of a conflict."""
    sense = _SENSES.get(code)
    return sense(text, hit, code) if sense is not None else code


def _publishes(text: str, hit: Hit, code: str) -> str:
    """«نشر الجيش صورا» tells of no reinforcements."""
    return "" if text.startswith(("نشر", "ينشر", "تنشر"), hit.entry_start) and _PUBLISHED.match(text, hit.stop) else code


def _attacks(text: str, hit: Hit, code: str) -> str:
    """«هاجم النواب الوزير، متهمين إياه», «شنت حملة تبرعات» are no attacks."""
    if text.startswith(("هاجم", "يهاجم", "تهاجم"), hit.entry_start):
        return "" if _WORDY.match(text, hit.stop) else code
    return "" if text.startswith(_LAUNCHES, hit.entry_start) and _CAMPAIGN.match(text, hit.stop) else code


def is_of_war(text: str, hit: Hit, code: str) -> bool:
    """«شن حربا على المدينة», «الحرب التي شنتها الجماعة»: whether what was launched is a war, of which that tells no act."""
    start = max(hit.start - _WAR_REACH, 0)
    if code != "assault" or text.find(_WAR, start, hit.stop + 2 * _WAR_REACH) < 0 or not text.startswith(_LAUNCHES, hit.entry_start):
        return False
    return _A_WAR.match(text, hit.stop) is not None or _OF_WAR.search(text, start, hit.start) is not None


def _bombs(text: str, hit: Hit, code: str) -> str:
    """«يترأس وحدة التفجيرات والهجمات الانتحارية» names an office; a belt of somebody who was caught did not go off."""
    if code == "suicide" or text.startswith("تفجيرات", hit.entry_start):
        return "" if _UNIT.search(text, max(hit.start - _OFFICE, 0), hit.start) or (code == "suicide" and _is_unblown(text, hit)) else code
    return code


def _crushes(text: str, hit: Hit, code: str) -> str:
    return "" if text.startswith(_CRUSHES, hit.entry_start) and _is_of_revolt(text, hit) else code


def _fights(text: str, hit: Hit, code: str) -> str:
    """«قاتل المصلين» is a killer, «التصدي للتهديدات» an aim, «التصدي لمسيرة» what police do: no fights."""
    if text[hit.entry_start : hit.stop] == _KILLER:
        return "" if _OF_VICTIMS.match(text, hit.stop) or text.endswith(_WHO_KILLED, 0, hit.entry_start) else code
    if not text.startswith(_REPELS, hit.entry_start):
        return code
    return "disperse" if _MARCHERS.match(text, hit.stop) else "" if _NO_MEN.match(text, hit.stop) else code


def _strikes(text: str, hit: Hit, code: str) -> str:
    """«هجوم إرهابي يضرب المدينة» is an attack, by whatever; «ضربوهم بالعصي» one too."""
    if _BEATS.fullmatch(text, hit.entry_start, hit.stop) and _BEATEN.match(text, hit.stop):
        return "assault"
    hits = not hit.value.endswith("/noun") and text.startswith(_HITS, hit.entry_start)
    return "assault" if hits and _IS_HIT_BY.search(text, max(hit.start - _HIT_REACH, 0), hit.start) else code


def _left(text: str, hit: Hit, code: str) -> str:
    """«الانسحاب من الاتفاق», «فر المتهم» are no acts of a group; «فرت الأسر» tells of people who were driven out."""
    if text.startswith(_LEAVING, hit.entry_start):
        return "" if _OF_DEAL.match(text, hit.stop) else code
    if not text.startswith(_FLEEING, hit.entry_start):
        return code
    if _OF_WANTED.match(text, hit.stop):
        return ""
    return "evacuate" if _OF_UNARMED.match(text, hit.stop) else code


def _is_unblown(text: str, hit: Hit) -> bool:
    """Whether a belt is what somebody wore who was caught."""
    if not _WORN.search(text, max(hit.start - _OFFICE, 0), hit.start):
        return False
    start, stop = max(hit.start - _CAUGHT_REACH, 0), hit.stop + _CAUGHT_REACH
    return among(_CAUGHT, text, start, stop) and not among(_BLEW, text, start, stop)


def _is_of_revolt(text: str, hit: Hit) -> bool:
    """Whether men in arms, and no crowd, are what somebody crushes."""
    if text.startswith(_ITS, hit.entry_start):
        return text.find(_REVOLT, max(hit.start - _REVOLT_REACH, 0), hit.start) >= 0
    return _OF_REVOLT.match(text, hit.stop) is not None


_SENSES: dict[str, Callable[[str, Hit, str], str]] = {
    "withdraw": _left,
    "reinforce": _publishes,
    "assault": _attacks,
    "suicide": _bombs,
    "blast": _bombs,
    "disperse": _crushes,
    "clash": _fights,
    "strike": _strikes,
}
