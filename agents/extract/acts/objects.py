"""Objects: what a verb befalls, and so does nothing itself: a bomb that is found, a tank that is hit, an aircraft that carries."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.words.lexicon import Hit
from agents.extract.words.numerals import FEW, FEW_BEGIN
from agents.extract.words.wordlists import any_of, listed

if TYPE_CHECKING:
    from agents.extract.acts.trigger import Trigger

_AIM = 45  # characters from a verb of striking, its subject and a day between, to missiles
_DROP = 60  # characters from a verb to what is dropped
_RELIEF = re.compile(
    r"انزال\S*\s(?:[^\s،,.:؛]*جوي[^\s،,.:؛]*\s)?(?:[^\s،,.:؛]+\s)?(?:ل|لل|ال)?(?:مساعد|مواد|اغاث|امداد|طرود|كميات|اطنان|انساني|غذائي)"
)
_BLOWS = frozenset(["strike", "air"])
_MISSILES = ("صاروخ", "صواريخ")
_SHOT_AT = re.compile(r"(?:ستهدف|دمر|ضرب|تدمير|استهداف|ضد|علي)\S{0,3}\s(?:\S+\s){0,3}$")
_READY = re.compile(
    r"(?:\s[^\s،.]+){0,4}?\s(?:(?:كان\S*\s)?(?:معد|جاهز|مجهز)\S{0,2}\sل|تابع\S{0,2}\sل|لل?(?:حوثي|جماعه|ميليشي|مليشي|حزب|فصائل|تنظيم))"
)
_LAUNCHER = re.compile(  # «دمر منصة لإطلاق صواريخ»: what was struck, not what was fired
    r"(?:منص[هت]|منصات|منصتي|قاعد[هت]|قواعد|مخزن|مخازن|مستودع|مستودعات|مربض|مرابض)\S{0,2}\s(?:ل?اطلاق\s)?(?:ال)?(?:صواريخ\s|قذائف\s|صاروخ\s)?$"
)
_STRUCK = frozenset(["assault", "strike", "air"])
_ON_CRAFT = frozenset(["assault", "shooting", "shell"])
_LAUNCHER_REACH, _STRIKES_IT = 34, 60  # characters before a missile in which what fires it is named; before which somebody strikes
_HARMLESS = 45  # characters between a verb of finding and the bomb, its subject and a day among them
_REMOVED, _REMOVES = 80, ("نزع", "انتزع", "ازال", "استخر", "اتلف")  # so too of verbs of removing; which these are
_NEAR = 30  # characters between a verb and its object, a number and a word of it among them
_HELP = rf"(?:{any_of('acts', 'backing')}|غطاء|مسنود\w*|مدعوم\w*|معزز\w*|[يت]دعم(?:ه|ها|هم))"
_HELPED = rf"{_HELP}\s(?:(?:جوي|مباشر|كثيف|مكثف|متواصل|قوي|واسع|كبير)\s){{0,2}}(?:من\s)?(?:قبل\s)?"
_BACKING = re.compile(rf"{_HELPED}$")  # «بإسناد جوي من», «مدعومة ب», «تدعمهم»
_BESIDE = 3  # characters between «carried» and the aircraft that did
_CLEARED = re.compile(r"(?:\s[^\s،,.:؛]+){1,5}?\sمن\s(?:ال)?([^\s،,.:؛]+)")
_BOMBS = listed("events", "ied")
_BREAK = re.compile(r"[،,.:؛]|\sب")
_FINDS = re.compile(r"(?:ال)?(?:[يت]?عثر|عثور|[يت]?ضبط|صادر|مصادر|اكتشف|اكتشاف|[يت]?فكك|تفكيك|[اي]بط[لا]|ابطال)")
_ARMS = re.compile(r"(?:ال)?(?:صاروخ|صواريخ|قذيف|قذائف|قنبل|قنابل|عبو[اهت]|الغام|لغم|حزام|احزم|ستر[هتا]|سيار[هات]{1,2}\s(?:ال)?مفخخ)")
_BLOWN = re.compile(  # «تفجير 93 عبوة ناسفة زرعت على الطرق»; not «تفجير ثلاث عبوات بدورية»
    rf"\s(?:(?P<many>[0-9]{{2,}})|[0-9]|عشرات|عدد من|{FEW})\s"
    r"(?:ال)?(?:عبو(?:ه|ات)|لغما?|الغام)(?:\s(?:ال)?(?:ناسف|متفجر|ارضي)(?:ه|ات)?)?"
    r"(?:(?P<lay>\s(?:كانت?\s|قد\s|تم\S{0,2}\s|جر[يت]\S?\s)*(?:زرع|زراع|معد|مزروع|مجهز))|(?!\s(?:استهدف|ب(?!ال?محور)|ادت|اسفر|خلف)))"
)
_FOUND_CODES = frozenset(["shell", "blast", "grenade", "suicide", "ied", "riot"])
_DOWNED = "اسقطت"  # said of an aircraft that fell, and of one that drops something
_DROPPED = re.compile(
    r"\s(?:ال)?(?:قنبل|قنابل|برميل|براميل|صاروخ|صواريخ|قذيف|قذائف|متفجر|حاوي|منشور|مناشير|مساعد|ذخير|طائر|مسير|مروحي|مقاتل|درون)"
)
_DROPS = 60  # characters behind an aircraft in which stands what it drops, or brings down
_FOUND = 80  # characters between a find, or who deals a blow, and what it is
_PART = re.compile(
    r"[.:؛]|\s(?:اطلق|استهدف|سقط|انفجر|فجر|قتل|اصيب|اصاب|بعد|اثر|عقب|خلال|التي|قبل)\S*\s"
)  # what parts a find from other arms
_COUNTED = re.compile(rf"[0-9]\s|\s(?:{FEW_BEGIN})\w*\s")
_BOOTY = re.compile(
    rf"(?:\s(?!السيطره|علي|مدين|بلد|قري|منطق|مناطق|موقع|مواقع|معسكر|جبل|تل)[^\s،,.:؛]+){{0,3}}?\s(?:ال)?(?:{any_of('acts', 'booty')})(?!\w)"
)
_MINES = re.compile(  # «انتزعت الفرق الهندسية أكثر من 600 لغم»
    r"(?:\s(?!(?:ال)?(?:سيطره|مدين|بلد|قري|منطق|مناطق|موقع|مواقع|معسكر|جبل|تل)|علي|[يت]?زرع|و)[^\s.:؛]+){0,9}?\s(?:ال)?(?:لغما?|الغاما?)(?!\w)"
)
_OPERATION = re.compile(r"(?:^|\s)([وفبل]{0,2})((?:عملي[هات]{1,2}|معرك[هت]|معارك|حمل[هت])(?:\s(?:عسكريه|واسعه|كبري))?)\s$")
_OVER = re.compile(r"(?:انتهاء|اكتمال|استكمال|نجاح|نهايه|انهاء)\s$")
_LED = re.compile(r"(?:^|\s)[وفبلك]{0,2}(?:ال)?(?:قائد|قاده|قياد[هات]{1,2}|غرف[هت]|اركان)\s(?:عمليات\s)?$")
_MANY = (
    r"كمي[هات]{1,2}|عدد|من|عده|بعض|كل|جميع|كافه|عشرات|مئات|الاف|الفي|مئتي|اكثر|نحو|حوالي|كبيره?|[0-9]+"
    rf"|(?:{FEW_BEGIN})\w*"
)
_TAKEN = re.compile(  # «استولى مسلحون على 20 شاحنة»
    rf"(?:(?:\s[^\s،,.:؛]+){{0,5}}?\sعلي)?(?:\s(?:{_MANY})){{0,3}}\s(?:ال)?(?:({any_of('acts', 'goods')})|{any_of('acts', 'booty')})(?!\w)"
)
_PEOPLE = re.compile(  # behind a word for setting free, and in its own ending
    r"هم(?!\w)|\S\S(?:\s(?:عدد (?:كبير )?من|عشرات|مئات|جميع|كل|بعض|[0-9]+|\w{3,6}ه?))?\s(?:ال)?"
    r"(?:رهائن|رهين|مختطف|مخطوف|محتجز|معتقل|اسري|اسير|سجناء|نساء|اطفال|جنود|عساكر|مدنيين|اشخاص|شخص|عمال|بحار|صحاف)"
    r"|\S\S(?:\s(?!من\s|و|(?:ال)?(?:مدين|بلد|قري|منطق|مناطق|مديري|محافظ))[^\s،,.:؛]+){1,5}\s(?:(?<=[0-9]\s)من\s)?(?:ال)?(?:رهائن|رهين|مختطف|مخطوف|محتجز)"
)
_AFFAIRS = re.compile(  # «سيطرت السلطات على الوضع», «على الحريق», «سيطرة نارية على الطريق»
    r"\s(?:ال)?ناريا?ه?(?!\w)|(?:(?:\s[^\s،,.:؛]+){0,4}?\s(?:بالكامل\s)?علي)?\s(?:ال)?(?:وضع|اوضاع|موقف|حريق|حرائق|نيران|امور|اسعار|فيروس|وباء|مباراه|شوط|سوق\sال)(?!\w)"
)
_TAKES = re.compile(r"(?:ال)?[يتن]?ا?ستول|(?:ال)?استيلا")
_BACK = ("استعاد", "استرد", "استرج", "انتزاع", "انتزع")
_FOR_GROUND = frozenset(["territory", "clash"])  # codes of acts by which ground is taken
_SINCE = re.compile(r"(?:^|\s)(?:ال)?(?:رغم|يوم\S*|اي?ام|ساع\S*|اسب\S*|ا?شهر\S*|سن\S*|عام\S*|اعوام|مخاوف|خوفا|خشيه)(?:\s\S+)?\sمن\s$")
_TO = re.compile(r"\s(?:[^\s،.]+\s){0,2}?الي\s(?:[^\s،.]+\s){1,5}")
FELLED = "felled"  # how a verb is done whose object is an aircraft
VALUES = frozenset(["disarmed", "carried"])  # of doing.csv

_RAZED, _WENT_OFF = ("دمر", "تدمر", "يدمر"), ("انفجار", "تفجير")
_BURNS = re.compile(r"[يتن]?ا?حرق")
_FEW_PEOPLE = r"(?:رجل|شاب|شخص|طفل|رضيع|مدني|جندي|طيار|اسير|مسن)(?:ا|ين)|امراه|امراتين|فتاه|فتاتين"
_SOME_PEOPLE = rf"(?:[0-9]+|{FEW}|عشرات)\s(?:ال)?(?:شبان|شباب|رجال|اشخاص|مدنيين|اطفال|نساء|جنود|اسري)"
_BURNT = re.compile(  # behind the verb and who acts; not «أحرق مسلحون منزل ثلاثة شبان»
    r"(?:\s(?!و|في\s|علي\s|من\s(?!قوا)|منزل|منازل|بيت|بيوت|سيار|شاحن|مركب|خيم|خيام|محل|متجر|ممتلك|جث)[^\s،,.:؛]+){0,3}?"
    rf"\s(?:{_FEW_PEOPLE}|{_SOME_PEOPLE})(?![\u0621-\u064a])"
)
_ON_PEOPLE = frozenset(["arrest", "abduct", "capture"])
_STATE = re.compile(
    r"(?:\sال(?:جماعه|حزب|حوثيون|انقلابيون|م[يل]+شيات?))?\sال(?:دوله|سلطه|شرعيه|قرار|وطن|ثوره)(?!\sال|[\u0621-\u064a])"
)  # «اختطفت الجماعة الدولة»
_OF_STATE = ("الدوله التي ", "السلطه التي ", "الشرعيه التي ", "الوطن الذي ", "القرار الذي ")
_BODIES = re.compile(  # behind the verb and who acts
    r"(?:\s(?!و|عثر|علي\s|الي\s|بعد\s|في\s)[^\s،,.:؛]+){0,4}?\s(?:ال)?(?:جثث|جثه|جثت|جثامين|جثمان|رفات)(?:ا?ن|ين|ان|ي|ه|ها|هم|هما)?(?![\u0621-\u064a])"
)


def is_disarmed(text: str, hit: Hit, verbs: Sequence[Hit], before: Sequence["Trigger"]) -> bool:
    """«ضبط 20 عبوة ناسفة», «تدمير سيارة مفخخة»: whether a bomb was found or destroyed, and none went off."""
    verb = next((one for one in reversed(verbs) if one.value == "disarmed" and one.stop < hit.start), None)
    reach = _REMOVED if verb is not None and text.startswith(_REMOVES, verb.entry_start) else _HARMLESS
    if verb is None or hit.start - verb.stop > reach or "ب" in hit.proclitic or _BREAK.search(text, verb.stop, hit.start):
        return False
    went_off = hit.start - verb.stop <= 1 or text.startswith(_WENT_OFF, hit.entry_start) or "ال" in hit.proclitic
    if went_off and text.startswith(_RAZED, verb.entry_start):
        return False  # «دمرت سيارة مفخخة حاجزا», «دمر انفجار مفخخة مبنى»
    return not any(verb.stop < one.start and one.code != "assault" for one in before)


def defused(before: Sequence["Trigger"], hit: Hit) -> str:
    """The code of a bomb that was made harmless; of the verb before it too, which alone is one of attack: «دمرت القوات عجلة مفخخة»."""
    if before and before[-1].code == "assault" and hit.start - before[-1].stop <= _HARMLESS:
        before[-1].code = "defuse"
    return "defuse"


def is_blown(text: str, hit: Hit, verbs: Sequence[Hit]) -> bool:
    """«تفجير 93 عبوة ناسفة زرعت», «اكتشاف وتفجير عبوات»: whether bombs that were found are what was blown up, so that they hurt nobody."""
    if not text.startswith(("تفجير", "فجر"), hit.entry_start):
        return False
    blown = _BLOWN.match(text, hit.stop)
    if blown is None:
        return False
    joined = "و" in hit.proclitic and any(one.value == "disarmed" and one.stop == hit.start - 1 for one in verbs)
    return joined or blown["lay"] is not None or blown["many"] is not None


def is_of_blown(text: str, hit: Hit, before: Sequence["Trigger"]) -> bool:
    """«تفجير 93 عبوة ناسفة»: whether a bomb is one of those of which the word before says that they were made harmless."""
    return bool(before) and before[-1].code == "defuse" and hit.start - before[-1].stop <= _NEAR


def is_found(text: str, hit: Hit, verbs: Sequence[Hit], before: Sequence["Trigger"]) -> bool:
    """«عثر الجيش على مخزن يحتوي على صواريخ», «ضبط شحنة قنابل»: whether rockets and bombs were found, and struck nobody."""
    if (
        hit.value.partition("/")[0] not in _FOUND_CODES
        or hit.proclitic.startswith(("ب", "ل", "ك"))
        or not _ARMS.match(text, hit.entry_start)
    ):
        return False
    verb = next((one for one in reversed(verbs) if one.value == "disarmed" and one.stop < hit.start), None)
    if verb is None or hit.start - verb.stop > _FOUND or not _FINDS.match(text, verb.entry_start):
        return False
    parted = _PART.search(text, verb.stop, hit.start) is not None
    return not parted and not any(verb.stop < one.start and one.code != "defuse" and one.part != "means" for one in before)


def is_relief(text: str, hit: Hit) -> bool:
    """«إنزال جوي للمساعدات»: whether what comes down from aircraft are goods, and no men."""
    return (
        text.find("انزال", hit.entry_start, hit.stop + _DROP) >= 0 and _RELIEF.search(text, hit.entry_start, hit.stop + _DROP) is not None
    )


def is_cleared(text: str, hit: Hit, stop: int) -> bool:
    """«تطهير المدينة من الألغام»: whether ground is cleared of mines, and not taken from anybody."""
    cleared = _CLEARED.match(text, hit.stop, stop)
    return cleared is not None and cleared.group(1) in _BOMBS


def operation(text: str, hit: Hit, start: int) -> Hit | None:
    """«عملية تحرير المدينة», «معركة استعادة البلدة»: the operation of which a word for ground taken only says what it is for."""
    word = None if hit.proclitic else _OPERATION.search(text[max(hit.start - _NEAR, start) : hit.start])
    if word is None or _OVER.search(text[max(hit.start - _NEAR, start) : hit.start - len(word.group(2)) - 1]):
        return None
    at = hit.start - len(word.group(2)) - 1
    return hit._replace(start=at - len(word.group(1)), proclitic=word.group(1), entry_start=at)


def is_led(text: str, operation: Hit, start: int) -> bool:
    """«قائد عملية تحرير المدينة»: whether an operation only names the office of somebody."""
    return _LED.search(text[max(operation.start - _NEAR, start) : operation.start]) is not None


def is_whose(text: str, hit: Hit, before: Sequence["Trigger"]) -> bool:
    """«تحرير البلدة من سيطرة الجماعة»: whether a word for rule over ground only says from whom it was taken."""
    if text[hit.start : hit.stop] != "سيطره" or not text.endswith(" من ", 0, hit.start):
        return False
    return any(one.code in _FOR_GROUND for one in before) and not _SINCE.search(text, max(hit.start - _NEAR, 0), hit.start)


def taken(text: str, hit: Hit, stop: int) -> str:
    """The code of a word for taking: «loot» of «استولى على مساعدات».

    "" where arms or bodies were taken («استعاد كميات من الأسلحة»), or people set free («تحرير الرهائن»).
    """
    if text.startswith(("تحرير", "حرر", "يحرر", "تحرر"), hit.entry_start) and _PEOPLE.match(text, hit.stop - 2):
        return ""
    if text.startswith(_BACK[-2:], hit.entry_start) and _MINES.match(text, hit.stop, stop):
        return "defuse"
    if text.startswith(_BACK, hit.entry_start):
        return "" if _BOOTY.match(text, hit.stop, stop) else "territory"
    if text.startswith(("سيطر", "السيطر"), hit.entry_start + (text[hit.entry_start] in "يتن")) and _AFFAIRS.match(text, hit.stop):
        return ""
    what = _TAKEN.match(text, hit.stop, stop) if _TAKES.match(text, hit.entry_start) else None
    return "territory" if what is None else "loot" if what.group(1) else ""


def is_target(text: str, hit: Hit, before: Sequence["Trigger"]) -> bool:
    """«فجروا دبابة للميليشيا», «دمرت ثلاث دبابات»: whether a gun is what was hit, not what fired."""
    if hit.proclitic or not before or text.startswith("ال", hit.entry_start):
        return False
    last = before[-1]
    if last.code not in ("assault", "blast", "loot") or hit.start - last.stop > _NEAR or _BREAK.search(text, last.stop, hit.start):
        return False
    one = text[hit.entry_start : hit.stop].endswith("به") and hit.start - last.stop <= 1
    return one or _COUNTED.search(text, last.stop, hit.start) is not None


def is_hit(text: str, hit: Hit, before: Sequence["Trigger"]) -> bool:
    """«ضربات استهدفت ستة صواريخ كانت معدة للإطلاق»: whether missiles are what was struck by what was told before, and were not fired."""
    if "ب" in hit.proclitic or not any(one.code in _BLOWS for one in before) or not text.startswith(_MISSILES, hit.entry_start):
        return False
    return _SHOT_AT.search(text, max(hit.start - _AIM, 0), hit.start) is not None and _READY.match(text, hit.stop) is not None


def is_launcher(text: str, hit: Hit, code: str, before: Sequence["Trigger"]) -> bool:
    """«دمر التحالف منصة لإطلاق صواريخ»: whether a missile or a gun only says what was struck; who hit it did so from afar."""
    if hit.proclitic not in ("", "ل", "ال") or not before:
        return False
    stand = _LAUNCHER.search(text, max(hit.start - _LAUNCHER_REACH, 0), hit.start)
    if stand is None or (code == "shell" and stand.group().startswith("منص")):
        return False
    last = next((one for one in reversed(before) if one.part != "means" and not one.rejected), None)
    if last is None or last.code not in _STRUCK or hit.start - last.stop > _STRIKES_IT or _BREAK.search(text, last.stop, hit.start):
        return False
    if last.code == "assault":
        last.code = "strike"
    return True


def is_felled(text: str, craft: Hit, last: "Trigger") -> bool:
    """«أسقطت الدفاعات الجوية طائرة»: whether an aircraft is what was shot down, and struck nobody."""
    if last.code != "shootdown" or last.part == "noun" or craft.proclitic not in ("", "ال") or craft.start - last.stop > _FOUND:
        return False
    if text.startswith("ال", craft.start):
        return craft.start - last.stop <= 1 and text.endswith(_DOWNED, 0, last.stop) and not drops(text, craft.stop)
    return _BREAK.search(text, last.stop, craft.start) is None


def is_attacked(text: str, craft: Hit, before: Sequence["Trigger"]) -> bool:
    """«هجوم بالصواريخ على مروحية», «أطلقوا النار على طائرة»: whether an aircraft is what others attack."""
    if craft.proclitic or not text.endswith(" علي ", 0, craft.start):
        return False
    return any(one.code in _ON_CRAFT and craft.start - one.start <= _FOUND for one in before)


def drops(text: str, at: int) -> bool:
    """«أسقطت الطائرة قنابل», not «أسقطت الطائرة الروسية فوق كذا»: whether an aircraft behind that word drops, or downs, something."""
    return _DROPPED.search(text, at, at + _DROPS) is not None


def backs(text: str, hit: Hit) -> bool:
    """«بإسناد من طائرات التحالف», «مدعومة بغارات»: whether aircraft or fire only back what others do on the ground."""
    return _BACKING.search(text, max(hit.start - _NEAR, 0), hit.start) is not None


def burns_people(text: str, hit: Hit, code: str) -> bool:
    """«أحرقت الجماعة ثلاثة شبان», «أحرق محتجون رجلا»: whether people are what was burnt, and no house."""
    return code == "loot" and _BURNS.match(text, hit.entry_start, hit.stop) is not None and _BURNT.match(text, hit.stop) is not None


def is_no_act(text: str, hit: Hit, code: str) -> bool:
    """«احتجز الجيش جثث المسلحين»: whether a word of arrests tells of bodies or of a state, or one of raids of relief."""
    if code == "abduct" and (_STATE.match(text, hit.stop) or text.endswith(_OF_STATE, 0, hit.start)):
        return True
    return (code == "raid" and is_relief(text, hit)) or (code in _ON_PEOPLE and _BODIES.match(text, hit.stop) is not None)


def carries(text: str, hit: Hit, verbs: Sequence[Hit]) -> bool:
    """«نقلهم بمروحية», «طائرة تقل 79 جريحا»: whether an aircraft only carried people."""
    return any(
        one.value == "carried"
        and (
            0 <= hit.start - one.stop <= _BESIDE
            or (text.startswith(" جوا ", one.stop) and hit.start - one.stop == len(" جوا "))
            or (0 < one.start - hit.stop <= _NEAR and not _BREAK.search(text, hit.stop, one.start))
            or _brought(text, one, hit)
        )
        for one in verbs
    )


def _brought(text: str, verb: Hit, craft: Hit) -> bool:
    """«نقله إلى مستشفى كذا بمروحية»: whether an aircraft is by what somebody was brought somewhere."""
    return text.startswith("ب", craft.start) and _TO.fullmatch(text, verb.stop, craft.start) is not None
