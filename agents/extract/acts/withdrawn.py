"""Withdrawn: what the particles of a word of an act, and the words right before it, take back."""

import re

from agents.extract.acts import rejection, substances, tocome
from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Clause
from agents.extract.words.assailants import ANY
from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit
from agents.extract.words.wordlists import any_of

_UNDERWENT = re.compile(
    r"(?:تبادلا?|تعرض\w*|نتيجه|خضع\w*|تصد\w*|تعرضه|اضافه|وفقا|مماثل\w*|متزامن\w*|سابق\w*|هدفا|مسرحا)(?:\s+\S+){0,4}\s+$"
)
NEGATED = re.compile(r"(?:^|[\s\"«])[وف]?(?:لم|لن|لا|ليس|ليست|ليسوا|لسنا|عدم|دون|بدون|غير|دون ان|من دون ان)\s+(?:\S{1,3}\s+)?$")
_NOT_DONE = re.compile(  # «لم ينفذ التحالف أي غارات», «لا تنفذ القوات غارات», «لم يتعرض المستشفى لقصف»: the object of what was not done
    r"(?:^|[\s\"«])[وف]?(?:لم|لن|لا)\s[يتن](?:شن|نفذ|قم|قوم|طلق|وجه|جر|جري|رتكب|حدث|قع|تعرض|سجل|رصد|تم|شهد)(?:وا|ا)?"
    r"(?:\s(?!في\s|من\s(?!قوا)|عن\s|علي\s|الي\s|بعد|خلال|اثر|جراء|نتيجه|بسبب|قرب|منذ|سوي|الا\s|غير|حتي)[^\s،.:؛]+){0,6}\s$"
)
TO_COME = r"ي(?!ار|اس[يه]|ن[اي]|طر|د(?:ات|ه|تا|تي)|ف(?:اري|ين)|اج|اق)|ت(?!ين|ون|ار|يف|ره)"
_WILL = re.compile(  # «ستطلق القوات حملة», «سيؤدي إلى إغلاق»
    rf"(?:^|\s)[وف]?س(?:{TO_COME}|ن(?!وات|جار|تين|ار))[\u0621-\u064a]{{3,}}"
    r"(?:\s(?!علي\s|بعد\s|عقب\s|في\s)[^\s،,.:؛\"»«]+){0,2}\s$"
)
_TO_BE = re.compile(r"(?:\s[^\s،,.:؛]+){0,2}?\s(?:س[تي]كون|لن\s[تي]كون)\s")  # «معركة المدينة ستكون حاسمة»
_AWAITED = re.compile(  # «هجوم القوات المتوقع على كذا», «معركة المدينة المرتقبة»; not «هجمات غير متوقعة»
    r"(?:\s(?!(?:الذي|التي|حيث|ان|بعد|قبل|فيما|بينما|علي|في|غير|لم|كان)\s)[^\s،,.:؛]+){0,4}?\s(?:ال)?(?:متوقع|مرتقب|وشيك|مزمع)(?:ه|ا)?(?![\u0621-\u064a])"
)
_AWAITED_BY = ("متوقع", "مرتقب", "وشيك", "مزمع")  # letters without which it finds nothing
_AWAITED_REACH = 70  # characters
_TO_DO = re.compile(  # «الصواريخ الذكية التي ستطلق على كذا», «الضربات التي سوف تنفذ»; not «الهجوم الذي سيبقى»
    r"(?:\s[^\s،,.:؛]+){0,2}?\s(?:التي|الذي|اللذان|اللتان|اللذين|اللتين)\s(?:سوف\s|س)[يتن]"
    r"(?:طلق|شن|نفذ|وجه|قع|حدث|جري|ستهدف|ضرب|قصف|بدا|خوض|خاض|قوم|نطلق|تم|طال)\S{0,3}(?![\u0621-\u064a])"
)
_TO_BE_BY, _TO_DO_BY = ("كون",), ("الذي", "التي", "اللذ", "اللت")  # letters without which these find nothing
_TRIES = re.compile(r"(?:^|\s)[وف]?(?:[يت]حاول(?:ون)?|حاول(?:ت|وا)?)(?:\s[^\s،,.:]+){0,5}\s$")
_NEARLY = re.compile(  # «باتت القوات قريبة من تحرير المدينة», «على وشك السيطرة», «تقترب القوات من استعادتها», «مع اقتراب تحرير المدينة»
    r"(?:\sعلي\s(?:وشك|مقربه\sمن|مشارف|عتبه|اعتاب|ابواب)|(?:^|\s)[وبل]?قرب|\sقاب\sقوسين(?:\sاو\sادني)?\sمن|(?:^|\s)[وف]?(?:بات|اصبح)(?:ت|وا)?\s(?:[^\s،,.:]+\s){0,3}قريب(?:ه|ا|ين)?\sمن"
    r"|(?:^|\s)[وفب]?(?:[يت]قترب(?:ون)?|اقترب(?:ت|وا)?|اقتراب(?:ه|ها|هم)?)\s(?:(?!من\s)[^\s،,.:]+\s){0,4}من"
    r"|(?:^|\s)[وفب]?اقتراب|(?:^|\s)[وف]?(?:[يت]وشك|اوشكت?)\s(?:(?!علي\s)[^\s،,.:]+\s){0,4}علي)"
    r"\s(?:بسط\s|فرض\s|احكام\s|استكمال\s|اكمال\s)?$"
)
_SOON = re.compile(  # «باتت عملية طردهم من المدينة وتحرير البلدة وشيكة», «تحرير المدينة بات قريبا»
    r"[^،,.:؛\n]{0,60}?\s(?:وشيك(?:ه|ا)?|(?:بات|اصبح)(?:ت)?\s(?:قريب(?:ه|ا)?|مسا?ئ?له\sوقت))(?!\w)"
)
_WEIGHED = re.compile(  # «تحرير المدينة يعد مفتاحا لكذا», «السيطرة على التل تمثل خطوة»: what it means, not that it was done now
    r"(?:\s(?!التي\s|الذي\s|وال)[^\s،,.:؛]+){1,5}?\s(?:[يت](?:عد|عتبر|مثل|شكل|عني)|س[يت](?:عد|مثل|شكل|عني|مهد|فتح|سمح))\s"
)
_REGAINING = frozenset(["استعاده", "استرداد", "استرجاع", "يستعيد", "تستعيد"])
_NO_GROUND = re.compile(  # «استعادة الدولة», «استعادة جثمان ابنته»; not «استعادة كامل العاصمة»
    r"\s(?:كامل\s)?(?:ال)?(?:دوله|شرعيه|هيبه|امن|هدوء|استقرار|ثقه|حقوق|كرامه|سياده|نظام|جث[هت]|جثث|جثمان|جثامين|رفات)(?:ه|ها|هم)?(?![\u0621-\u064a])"
)
_HERALD = re.compile(  # «تحرير المدينة بداية النهاية للجماعة», «تحرير الميناء دعم لإرادة الشعب»
    r"\s(?:ال)?[\u0621-\u064a]+(?:\s(?:ال)?[\u0621-\u064a]+)?\s(?:بدايه|نهايه|مفتاح|ضروره|دعم|خطوه|هدف|واجب)\s"
)
_CHASE = re.compile(  # «سيواصلون الزحف لملاحقة الجماعة وتطهير البلدة», «للتحرك نحو العاصمة وتحريرها»: what for, too
    r"(?<![\u0621-\u064a])ل(?:ل(?=تحرك|تقدم|زحف|توجه|قتال))?(?:ملاحق|مطارد|تعقب|محاصر|تطويق|مواجه|قتال|محارب|تحرك|تقدم|زحف|توجه|اقتحام|مهاجم|دخول|عزل)"
    r"[\u0621-\u064a]{0,3}(?:\s(?!عن\s|بعد\s|اثر\s|خلال\s|و)[^\s،,.:؛]+){0,5}\s$"
)
_WANTED = re.compile(  # «إصرار الأهالي على دحر الجماعة», «تعمل القوات لاستكمال تحرير البلدة»
    r"\s[وبل]?(?:ال)?(?:اصرار|عزم|تصميم|حرص)(?:ه|ها|هم)?\s(?:[^\s،,.:؛]+\s){0,3}علي\s$|\sل(?:استكمال|اكمال|مواصله|متابعه)\s(?:عمليه\s)?$"
)
_UNABLE = re.compile(  # «لم تتمكن القوات من دخول المدينة», «فشل التنظيم في استعادة البلدة», «عجز الجيش عن اقتحامها»
    r"(?<!\S)[وف]?(?:(?:لم|لن|لا)\s[يتن](?:تمكن|نجح|ستطع|ستطيع|فلح)(?:وا|ون)?|[يت]?(?:فشل|خفق|عجز)(?:ت|وا|ون)?|اخفق(?:ت|وا)?)"
    r"(?:\s(?!في\s|من\s(?!قوا)|عن\s|بعد|خلال)[^\s،,.:؛]+){0,5}?(?:\s(?:حتي الان|بعد|خلال\s\S+))?\s(?:(?:من|في|عن)\s)?$"
)
_REACHING = re.compile(r"(?<=\s)(?:تثبيت|التوصل\sالي|فرض|ابرام|احياء|عقد)\s$")  # «فشلت في تثبيت الهدنة»
_UNABLE_BY = ("لم ", "لن ", "لا ", "فشل", "خفق", "عجز")
_USED = re.compile(  # «مواقع كانت تستخدمها الميليشيا في قصف المدينة»: what somebody is known for
    r"(?:[يت]|ا)ست(?:خدم|غل)(?:ت|ون)?(?:ها|ه|هم|هما)(?:\s(?!في\s)[^\s،,.:]+){0,4}\sفي\s(?:عمليات\s|شن\s|اطلاق\s|تنفيذ\s)?$"
)
_FLED = re.compile(r"[وف]?(?:فر|هرب)(?:وا|ا)?(?![\u0621-\u064a])")
_FUGITIVE = re.compile(rf"\s(?:{ANY}(?:\s(?:ال)?(?:هجوم|عملي[هة]|تفجير|جريم[هة]|اعتداء|مجهول\S*|ملثم\S*))?)\s$")  # «منفذ الهجوم فر»
_TO_HIDE = re.compile(rf"\s(?:{ANY}(?![\u0621-\u064a])|الي\s(?:جهه|مكان)\s(?:غير\s)?(?:مجهول|معلوم)|من\s(?:المكان|موقع)|هارب)")
_DENIALS = ("لم", "لن", "لا", "ليس", "ليست", "ليسوا", "لسنا", "عدم", "دون", "بدون", "غير")
NO = frozenset(particle + word for particle in ("", "و", "ف") for word in _DENIALS)
_OBJECTS = frozenset(["", "ب", "ل"])  # particles of what a verb has for its object
_MAY = frozenset(["قد", "وقد", "فقد", "ربما"])  # before a verb in the present: «قد تستهدف»
_PURPOSE_CODES = frozenset(
    [
        "territory",
        "clash",
        "strike",
        "assault",
        "raid",
        "defuse",
        "arrest",
        "air",
        "shell",
        "loot",
        "evacuate",
        "murder",
        "execute",
        "reinforce",
        "base",
    ]
)
_REFUSED = frozenset(["agreement", "withdraw", "evacuate", "handover"])  # what somebody refuses was not done
_KEPT_IN = re.compile(  # «منعت الجماعة السكان من النزوح», «منع نزوح المدنيين»: who flees did not
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?[يت]?منع(?:ت|وا|ون|ه|ها|هم)?(?:\s(?!و(?!ا?حد)|بعد\s|عقب\s|في\s(?:حين|وقت))[^\s،,.:؛]+){0,9}?\s(?:من\s)?$"
)
_KEEPS = 100  # characters before a flight in which that stands
_DESPITE = re.compile(r"(?<![\u0621-\u064a])[وف]?(?:رغم|بالرغم\sمن|علي\sالرغم\sمن)\s(?:[^\s،,.:؛]+\s){0,3}$")  # «معارك رغم إعلان هدنة»
_BROKEN = re.compile(  # «خروقات الجماعة للهدنة»
    r"(?<![\u0621-\u064a])[وفب]?(?:ال)?(?:خرق|خروقات|انتهاك|انتهاكات)(?:ه|ها|هم)?(?:\s[^\s،,.:؛]+){0,4}\s$"
)
_VOID = re.compile(r"\s(?:لم|لن)\s")  # «الهدنة لم يعد لها معنى»
_READY = re.compile(r"(?:\s[^\s،,.:؛]+){0,5}?\s(?:مستعد|جاهز|متاهب|[يت]ستعد|[يت]تاهب)(?:ه|ون|ين|ات)?\s(?:ل|الي|علي|ب)\S+")  # behind men
_CAME = re.compile(r"(?<!\S)[وفبل]?(?:[يت]?صل|وصل|وصول|ارسل|ارسال|دفع|استقدم|استقدام|دخل|دخول|عبر|عبور|نشر|انتشر)\S{0,3}\s")
_SINCE_HELD = re.compile(r"(?<![\u0621-\u064a])(?:بعدما|بعد\sان)\sكانت\s(?:قد\s)?$")
_HELD = re.compile(
    r"(?:مناطق|منطقه|المنطقه|المناطق|تحت|لسيطره|خاضع\w*|تخضع|كانت|التي|الذي|ما|خارج|وكان|باقي|اراض|اراضي|مساحات|الاحياء|القري)"
    r"\s+(?:ل|كان\w*\s+)?$"
)
_HELD_SINCE = re.compile(  # «يسيطر التنظيم على المدينة منذ 2014», «تسيطر الجماعة على نحو 60 بالمئة من المدينة»
    r"[^.،؛:\n]*?\s(?:منذ|علي\s(?:نحو|معظم|غالبيه|اغلب|اكثر|نصف|ثلثي?|قرابه|حوالي|جميع|اجزاء|مناطق|مساحات))(?!\w)"
)
_HABIT = re.compile(  # «تشن تركيا بانتظام ضربات», «هجمات من حين لآخر»
    rf"(?:{any_of('acts', 'habit')})(?![\u0621-\u064a])"
)
_HABIT_BY = ("انتظام", "منتظم", "حين", "وقت", "فين", "دوري")  # letters without which it finds nothing
_AROUND = 32  # characters around an act in which such words stand
_DRIVEN = re.compile(r"(?:طرد|دحر|اخراج)(?:ها|هم|ه)")  # «ألغام زرعتها الميليشيا قبل طردها من البلدة»
_RESUMED = re.compile(r"\s?علي(?:ه|ها|هما|هم)(?![\u0621-\u064a])")
_FIGHTING = VIOLENT | {"territory", "arrest", "abduct", "disperse", "loot"}
_ATTRIBUTE = re.compile(  # «حكومة الإقليم التي تقاتل التنظيم»: what somebody is known for
    r"(?:^|\s)و?(?:التي|الذي|الذين|اللذين|اللذان|اللتين)\s(?:لا\s(?:تزال|يزال)\S*\s|كانت?\s)?$"
)
_BESIDE = re.compile(r"(?:ي|ت)(?:قاتل|حارب)(?:ون|ان)?\s(?:مع\s|الي\sجانب|في\sصفوف)")  # «15 أجنبيا يقاتلون مع القوات»
_RANKS = re.compile(r"(?:قاتل|حارب)(?:ت|وا|ا|تا)?\s(?:في|ضمن|بين)\sصفوف")  # «سلم عشرة قاتلوا في صفوف التنظيم»
_PARTS = re.compile(  # «من بين المواقع التي سيطرت عليها القوات: كذا وكذا»: what was taken is named behind it
    r"(?:^|\s)و?(?:من|من بين|اهم|ابرز)\s(?:اهم\s|ابرز\s)?ال(?:مواقع|مناطق|قري|بلدات|احياء|نقاط|مدن|تلال|جبال)\sالتي\s$"
)


def by_form(text: str, clause: Clause, hit: Hit, code: str, part: str, *, dated: bool) -> str:
    """The rule by which the word's own particles, or the words right before it, take it back; "" where nothing does.

    dated: whether its clause names a day.
    """
    before = text[max(clause.start, hit.start - 45) : hit.start]
    words = before.rsplit(None, 3)[-3:]
    if part == "now" and (hit.proclitic.endswith("س") or (words and words[-1] in _MAY)):
        return "reject.future"
    if (_denies(words) and NEGATED.search(before)) or (part == "noun" and _not_done(hit, before)):
        return "reject.negated"
    if code == "withdraw" and _flees(text, clause, hit):
        return "reject.fugitive"
    if part != "verb" and _is_habit(text, clause, hit):
        return "reject.general"
    if code in _FIGHTING and _is_known_for(text, clause, hit, part, before):
        return "reject.attribute"
    away = _untaken(text, hit, part, before, dated=dated) if code == "territory" else ""
    return away or _void(text, hit, code, before) or (_unreal(text, clause, hit, code, before) if part == "noun" else "")


def _void(text: str, hit: Hit, code: str, before: str) -> str:
    """«معارك رغم إعلان هدنة», «فشلت في تثبيت الهدنة»: what takes back an agreement that does not hold, or was never reached."""
    if code == "agreement" and any(word in before for word in _UNABLE_BY) and _UNABLE.search(_REACHING.sub("", before)):
        return "reject.failure"
    broken = code == "agreement" and (_DESPITE.search(before) or _BROKEN.search(before) or _VOID.match(text, hit.stop))
    return "reject.despite" if broken else ""


def _unreal(text: str, clause: Clause, hit: Hit, code: str, before: str) -> str:
    """What takes back a noun of an act that is only to come, warned of, or what something is done for."""
    will = ("ال" not in hit.proclitic or code == "territory") and "س" in before and _WILL.search(before)
    if will or (code in VIOLENT and _is_to_come(text, hit.stop, clause.stop)):
        return "reject.future"
    if not hit.proclitic and (spoken := rejection.warned(text, hit.start) or (code in _PURPOSE_CODES and rejection.asked(text, hit.start))):
        return spoken  # of what is known too: «حذر مسؤول من سقوط المدينة»
    if code in _REFUSED and (held := "reject.denial" if "رفض" in before else _kept_in(text, clause, hit, code)):
        return held
    if hit.proclitic.endswith(("ك", "كال")) or (code == "chemical" and substances.spoken_of(text, clause.start, hit)):
        return "reject.general"
    if code == "reinforce" and _READY.match(text, hit.stop, clause.stop) and not _CAME.search(before):
        return "reject.plan"  # «تعزيزات في كذا مستعدة للزحف إلى كذا»: they wait; of those that came a verb tells
    purpose = code in _PURPOSE_CODES and hit.proclitic in ("ل", "ول", "فل")
    return "reject.purpose" if purpose and not _underwent(text, clause, hit, before) else ""


def _kept_in(text: str, clause: Clause, hit: Hit, code: str) -> str:
    """«منعت الجماعة السكان من النزوح»: what takes back a flight that somebody prevents; "" where nobody does."""
    start = max(clause.start, hit.start - _KEEPS)
    if code != "evacuate" or "و" in hit.proclitic or text.find("منع", start, hit.start) < 0:
        return ""
    return "reject.failure" if _KEPT_IN.search(text, max(start - 1, 0), hit.start) else ""


def _is_to_come(text: str, start: int, stop: int) -> bool:
    """Whether the words behind an act say that it is only to come."""
    if among(_TO_BE_BY, text, start, stop) and _TO_BE.match(text, start, stop):
        return True
    near = min(stop, start + _AWAITED_REACH)
    if among(_AWAITED_BY, text, start, near) and _AWAITED.match(text, start, near):
        return True
    return (among(_TO_DO_BY, text, start, stop) and _TO_DO.match(text, start, stop) is not None) or tocome.starts(text, start, stop)


def _not_done(hit: Hit, before: str) -> bool:
    """Whether a noun is what is denied to have been done: an act without article, the object of a verb behind «لم», «لن» or «لا»."""
    return hit.proclitic in _OBJECTS and ("لم " in before or "لن " in before or "لا " in before) and _NOT_DONE.search(before) is not None


def _is_known_for(text: str, clause: Clause, hit: Hit, part: str, before: str) -> bool:
    """«الحكومة التي تقاتل التنظيم», «موقع تستخدمه في قصف المدينة»: what somebody does, or has something for, not what happened."""
    if part == "verb":
        return _RANKS.match(text, hit.entry_start) is not None
    if part == "now":
        return _ATTRIBUTE.search(before) is not None or _BESIDE.match(text, hit.start) is not None
    return part == "noun" and "ست" in before and _USED.search(text, max(clause.start, hit.start - 80), hit.start) is not None


def _is_habit(text: str, clause: Clause, hit: Hit) -> bool:
    """«تقصف القوات بانتظام مواقع كذا»: whether words beside an act, up to a comma, say that it is done again and again."""
    start, stop = max(clause.start, hit.start - _AROUND), min(clause.stop, hit.stop + _AROUND)
    if not among(_HABIT_BY, text, start, stop):
        return False
    before = text[start : hit.start].rpartition("،")[2]
    behind = text[hit.stop : stop].partition("،")[0]
    return _HABIT.search(before) is not None or _HABIT.search(behind) is not None


def _flees(text: str, clause: Clause, hit: Hit) -> bool:
    """«منفذ الهجوم فر بعدما ألقى القنبلة», «ثم فروا إلى جهة مجهولة»: whether those who attacked got away, who held no ground."""
    if _FLED.match(text, hit.start) is None:
        return False
    return (
        _FUGITIVE.search(text, max(clause.start - 1, hit.start - 40, 0), hit.start) is not None
        or _TO_HIDE.match(text, hit.stop) is not None
    )


def _denies(words: list[str]) -> bool:
    for word in words:  # noqa: SIM110 — a generator would take longer than what it goes through
        if word.lstrip('"«') in NO:
            return True
    return False


def _untaken(text: str, hit: Hit, part: str, before: str, *, dated: bool) -> str:
    """What takes back that ground was taken: it is held, others took it later, or who took it is known for that, or only tries to."""
    if part == "noun" and before.endswith(" قبل ") and _DRIVEN.fullmatch(text, hit.start, hit.stop):
        return "reject.held"
    known_for = part == "verb" and not dated and _ATTRIBUTE.search(before) and not _PARTS.search(before)
    if _is_held(text, hit, part, before) or known_for:
        return "reject.held"
    noun = part == "noun" or before.endswith((" من ", " علي "))  # «من بسط سيطرته»: no verb stands there
    if noun and any(word in before for word in _UNABLE_BY) and _UNABLE.search(before):
        return "reject.failure"
    tries = noun and (("حاول" in before and _TRIES.search(before)) or _NEARLY.search(before))
    to_be = part == "noun" and (_WANTED.search(before) or _SOON.match(text, hit.stop))
    if tries or to_be:
        return "reject.plan"
    return _unwon(text, hit, before, dated=dated) if part == "noun" else ""


def _unwon(text: str, hit: Hit, before: str, *, dated: bool) -> str:
    """What takes back a noun of ground taken: no ground is what is won back, it is only aimed at, or what it would mean is told."""
    if text[hit.entry_start : hit.stop] in _REGAINING and _NO_GROUND.match(text, hit.stop):
        return "reject.purpose"
    if hit.proclitic == "و" and " ل" in before and _CHASE.search(before):
        return "reject.purpose"
    return "reject.general" if not dated and (_WEIGHED.match(text, hit.stop) or _HERALD.match(text, hit.stop)) else ""


def _is_held(text: str, hit: Hit, part: str, before: str) -> bool:
    """«جيب تسيطر عليه الفصائل», «المناطق الخاضعة لسيطرة»: what has long been so."""
    if part == "now" and _RESUMED.match(text, hit.stop):
        return True
    if part == "verb" and _SINCE_HELD.search(before):
        return False  # «بعدما كانت سيطرت أمس على كذا»: an act of its own
    return _HELD.search(before) is not None and (part != "verb" or before.rstrip().endswith("كانت"))


def _underwent(text: str, clause: Clause, hit: Hit, before: str) -> bool:
    """«تعرضت مناطق في كذا وكذا، لقصف»: whether «ل» is of the verb before, however far that is, and no purpose."""
    return bool(_UNDERWENT.search(before)) or text.rfind("تعرض", max(clause.start, hit.start - rejection.FAR), hit.start) >= 0


def lasting(text: str, clause: Clause, hit: Hit, told: tuple[str, str], *, on_top: bool) -> str:
    """«وتسيطر الجماعة على معظم المحافظة»: who holds what is told in the present; only on top that is news, unless a verb that opens its
    clause says since when, or of how much.
    """
    if told != ("territory", "now"):
        return ""
    since = on_top and not text[clause.start : hit.start].strip() and _HELD_SINCE.match(text, hit.stop, clause.stop) is not None
    return "" if on_top and not since else "reject.held"
