"""Words around an actor that say what part it has: against whom, by whom, of whom, who only speaks."""

import re
from functools import lru_cache

from agents.extract.days.datewords import WEEKDAY
from agents.extract.words.letters import among
from agents.extract.words.numerals import FEW
from agents.extract.words.wordlists import any_of, listed

AGAINST = re.compile(  # not «قال من بيروت إن الجيش قصف»: of whom something is told; «لليوم الثالث على التوالي عمليات الجيش»
    r"(?:^|[\s\"«(])[وف]?(?:(?:علي(?!\s(?:راسه|التوالي|الفور|الاثر|الاطلاق|الارجح|(?:ال)?صعيد|الارض\s|الجانب\sالاخر))|"
    r"من(?!\s(?:جه[هت]|جانب|ناحي|خلالها?\s|جراء))|الي(?!\sذلك))(?!\s+ا?ن\w*\s)|"
    r"ضد|تجاه|باتجاه|صوب|نحو|في صفوف|في اوساط|بصفوف|بين صفوف|مع(?!\s(?:تقدم|اقتراب|وصول|استمرار|تواصل|ارسال|دخول)\s)|"
    r"لدي|بحق|ل(?:ملاحقه|مطارده|محاربه|مقاتله|دحر|طرد)|(?:[يت]?ستهدف|استهدف|طال(?!ب|ما))(?!ت?(?:ها|ه|هم|هما)\s)\w*|"
    rf"{any_of('acts', 'death')}|{any_of('acts', 'hurt')}|قتل|اغتيال|استهداف|اعتقال|القبض علي)\s+(?:(?!ب?ان\s)[^\s،]+\s+){{0,3}}[\"«]?$"
)
_RISEN = re.compile(r"انقلاب\S*\s(?:[^\s،]+\s){0,3}علي\s(?:[^\s،]+\s)?[\"«]?$")
HEADS = re.compile(  # «تعيينه على رأس الحركة», «الوزير في حكومة الحركة»
    r"(?<!\S)(?:علي راس|[وف]?(?:في |ب)(?:حكومه|اداره)) (?:(?:ال)?(?:تنظيم|حركه|جماعه|حزب) )?[\"«]?$"
)
SAID_DONE = re.compile(  # somebody adds that something was done, nothing says by whom
    r"\s(?:لافت|مشير|موكد|موضح|مضيف|منوه|مبين|كاشف)(?:ا|ه)\s(?:\S+\s)?ب?ان(?:ه|ها)?\s(?:قد\s)?(?:جر[يت]|تمت?|يتم)\s$"
)
BETWEEN = re.compile(  # not «صحفيون بين قتلى التفجير», «إصابات بين عناصر الجيش», «ما بين 30 و35 عسكريا»
    r"(?:^|(?<!\sاصابات)(?<!\sضحايا)(?<!\sخسائر)(?<!\sقتلي)(?<!\sجرحي)\s)و?بين\s+(?!\d|(?:ال)?(?:قتلي|جرحي|ضحايا|شهداء|مصابين|قتيل|جريح))(?:\S+\s+){0,2}[\"«]?$"
)
PACT = re.compile(  # what stands «between» two who do not fight there
    rf"(?:^|\s)[وفبل]{{0,2}}(?:ال)?(?:(?:{any_of('roles', 'border')})\s|(?:{any_of('roles', 'pact')})\s(?:[^\s،.:؛]+\s){{0,2}}?)"
    r"(?:في\s?ما\s)?بين\s(?:\S+\s){0,2}[\"«]?$"
)
ONE_SIDE = re.compile(
    r"[\"»]?\s(?:[^\s،,.:؛]+\s)?من (?:جه|جانب|طرف|ناحي)(?:ه|ة)?\s?،?\sو"
)  # «وY من جهة، وZ من جهة أخرى»: Y is of the first side
BACKER = re.compile(
    rf"(?:^|\s)و?(?:و?ب?(?:{any_of('acts', 'backing')})(?:\s\S+)?\sمن(?:\s(?:غارات|ضربات|قصف|طلعات)(?:\s\S+)?\sمن)?|"
    rf"{any_of('roles', 'backer')}|"
    r"متحدث\S* باسم|المتحدث\S* باسم|الناطق\S* باسم|"
    r"(?<!من\s)سيطره|(?:يوم\S*|اي?ام|ساع\S*|اسب\S*|ا?شهر\S*|سن\S*|عام\S*|اعوام) من سيطره|"
    r"تسيطر عليه\S*|يسيطر عليه\S*|لسيطره|بسيطره|"
    r"المحسوب\S* علي|للضغط علي|جنب مع|بالتنسيق مع|بالتعاون مع|بالاشتراك مع|مفاوضات مع|المفاوضات مع|"
    r"(?:ال)?(?:تعامل|تخابر|تعاون|تجسس|عمال)\S*\s(?:مع|لصالح)|"
    r"(?:ال)?م[ؤو]لف\S* من|(?:ال)?مكون\S* من|(?:ال)?مناوئ\S*|(?:ال)?معاد\S*)\s+(?:\S+\s+){0,2}$"
)
_BESIDE = re.compile(r"(?:^|\s)(?:الي\s)?جانب\s(?:[^\s،.]+\s)?[\"«]?$")
_WITH = re.compile(  # not «الحدود مع كذا في غارات على»: whom the words behind «with» are about
    rf"(?:^|\s)[وفبل]{{0,2}}(?:ال)?(?:{any_of('roles', 'company')})\s(?:[^\s،.:؛]+\s){{0,3}}?مع\s(?:(?!علي\s|ضد\s)[^\s،.]+\s){{0,2}}[\"«]?$"
)
BACKER_BY = (  # words, or what they begin with, of which it holds one
    *sorted(listed("acts", "backing") | listed("roles", "backer")),
    *("متحدث", "ناطق", "سيطر", "محسوب", "للضغط", "جنب", "تنسيق", "اشتراك", "مفاوضات"),
    *("تعامل", "تخابر", "تعاون", "تجسس", "عمال", "مؤلف", "مولف", "مكون", "مناوئ", "معاد"),
)
AIMS = re.compile(r"(?:[يت]?ا?ستهدف|[يت]?طا(?:ل|ول))")  # verbs whose object is whom an act befell: «استهدفت الجيش», «طال الجيش»
RESUMED = re.compile(r"\s(?:فيه|به|خلاله|اثناءه|عبره)(?:ا|م|ما|ن)?(?=\s)")  # «مرة تستهدف فيها الطائرات مواقع»: the subject stands behind
GOVERNED = re.compile(r"(?:^|\s)(?:علي|ضد|ل\w*|في|استهدف\w*|من)\s")
LED_BY = tuple(f"{one} " for one in listed("roles", "led"))  # before the one of several forces that leads them
TURNS_TO = re.compile(  # «ندد بالهجوم ودعا الخرطوم إلى», «عقب الهجوم أمر الرئيس القوات ب»: who condemned it speaks to somebody else
    r"\s(?:امر|كلف|ناشد|حث)(?:ت|وا)?\s|\s?و(?:[تي]?دع[ات]\w*|[تي]?طالب\w*|[تي]?حث\w*|ناشد\w*|حمل(?:ت|وا)?|[تي]?تهم\w*|اتهم\w*|حذر\w*|توعد\w*|طلب\w*)\s"
)
ARMS: str = any_of("roles", "arms")
SUBJECT = re.compile(
    rf"[\s\"«#(]*(?:(?:ال)?(?:{any_of('roles', 'subject')}|{ARMS}|من|تابع\w*(?:\sل(?:قوات|قوه|وحدات|قياده|تنظيم|حركه|جماعه)(?=\s))?"
    r"|الي|ب?ان(?:ه|ها|هم)|ب?انتمائه\w*|نحو|بدون|دون|امس|اليوم|فجر|صباح|مساء|ليل)[\s\"«]+)*[\"«]?"
)
OWN_VERB = re.compile(r"\s(?:ان|حيث|فيما|بينما|حين|عندما|بعدما|لكن|اذ)\s(?:قد\s)?(?:[يت]\w{3,}|(?!ال)\w+[^\Wا]ت)\s$")  # «فيما كانت الشرطة»
THAT = re.compile(r"(?<!بعد)(?<!قبل)(?<!منذ)(?<!الي)\s[بف]?ان\s[\"«]?$")  # who stands behind it is a subject
BASE = re.compile(  # «مطار كذا العسكري»
    rf"(?<![\u0621-\u064a])[وبلف]?(?:{any_of('forces', 'base')})\s(?:[^\s،.]+\s){{1,2}}(?:{any_of('forces', 'martial')})(?![\u0621-\u064a])"
)
BASE_BY = ("عسكري", "الجوي")  # letters without which it finds nothing
OWNED = re.compile(r"\s(?:(?:ب?(?:مقر|مبني|معسكر|اداره|قياده)|(?:ال)?تابع\w*|في|داخل|طوارئ)\s){0,3}ل?(?:ل|ال)?")
OF_SEAT = re.compile(r"\s(?:(?:ب|في\s|داخل\s)?(?:مقر|مبني|معسكر)\s)?(?:ال)?(?:قوه|قوات|طوارئ)(?![\u0621-\u064a])")  # «مسجد مقر القوة»
STRAIGHT = re.compile(
    rf"[\"»]?،?\s(?:(?:ليله?|مساء|صباح|فجر|ظهر|يوم)?\s?(?:امس|اليوم|{WEEKDAY})?،?\s)?[\"«]?"
)  # between who strikes and what is struck: at most a day
SUFFERS = re.compile(
    r"\"?(?:\s(?:في|ب\S+|قرب|عند|داخل|محيط|منطقه|مدينه|قاعده|عمليه|شمال\S*|جنوب\S*|شرق\S*|غرب\S*|ال(?!ان\s|ي\s)\S+)){0,5}?(?:\s(?:لا|ما)\s[تي]?زال(?:ت|وا|ون)?|\s(?!و)\S{3,})?\s(?:قد\s)?(?:[تي]?تلق[تي]?|[تي]?تعرض(?:ت|وا)?(?:\s(?:امس|اليوم|فجر|مساء|صباح|ليله?|يوم|ال\S+)){0,3}\sل?|[تي]?تكبد(?:ت|وا)?|من[يى]ت?|خسر(?:ت)?|فقد(?:ت)?|اصيب(?:ت)?\sب)(?=\s|ل)"
)  # «تلقت ضربة»
SUFFERED = re.compile(  # «تعرض رتل للجيش لهجوم», «نجا قائد عسكري أمريكي من هجوم»
    r"(?:^|\s)[وف]?(?:[يت]?تعرض(?:ت|وا)?|[ين]?نجا(?:ت|ه|وا)?|نجوا|نجت)\s(?:[^\s،.]+\s){0,3}[\"«]?$"
)
HOSTS = re.compile(  # «تعرضت قاعدة كذا التي تضم قوات أميركية لهجوم»: whose men a place holds that is struck
    r"\s(?:(?:التي|الذي)\s)?(?:[يت]ضم|[يت]ستضيف|[يت]ؤوي|[يت]ووي|[يت](?:تمركز|نتشر|تواجد|وجد)\s(?:فيها|فيه|بها|به)|[يت]ستخدمها?)\s(?:[^\s،.]+\s){0,2}[\"«]?$"
)
HOSTED = ("ضم", "ستضيف", "ووي", "ؤوي", "تمركز", "نتشر", "تواجد", "وجد", "ستخدم")  # letters without which it finds nothing
_AMBUSHED = re.compile(r"(?:^|\s)[وف]?(?:[يت]?قع|وقع|سقط)(?:ت|وا)?\s(?:[^\s،.]+\s){0,4}[\"«]?$")  # «سقط رتل للجيش في كمين»
_HIT = re.compile(r"(?:^|\s)[وف]?(?:اصيبت?|تضررت?)\s(?:[^\s،.]+\s){0,3}[\"«]?$")  # «أصيبت دبابة للجيش بصاروخ»
_LURED = re.compile(r"(?:^|\s)[وف]?(?:[يت]وقع|اوقع|[يت]?ستدرج|استدرج|[يت]جر|جر)(?:ت|وا|ون)?\s(?:[^\s،.]+\s){0,4}[\"«]?$")
MOVES, LAUNCHES = ("تسلل", "توغل", "تقدم", "اغار"), ("شن", "نفذ")  # verbs of an attack that befall nobody right behind their subject
_WHOLE = re.compile(r"\s(?!ال|[يت])[^\s،.]{2,}(?:ون|ان)\s$")  # a noun in the nominative, which no name goes on with
_PASSED_ON = re.compile(r"\sعن\s(?:[^\s،.:؛]+\s){0,4}[\"«]?$")
_SAYING = re.compile(r"[\"»]?(?:\s(?!ان\s)[^\s،.:؛]+){0,4}?\s(?:قول|تاكيد)(?:ه|ها|هم)(?![\u0621-\u064a])")
ISSUED = re.compile(
    r"(?:^|\s)و?(?:ال)?(?:بيان|بيانات|تصريح|تصريحات|تقرير|منشور)\s(?:\S+\s)?(?:صادره?|صدرت?|نشرته?|اصدرته?)\s(?:عن\s)?(?:\S+\s)?$"
    r"|\sيصدر\s(?:[^\s،.]+\s){1,3}(?:من|عن)\s(?:جانب\s)?$"  # «لم يصدر تعليق من الجيش»
)
SAYS = re.compile(r"\"?\s?:")  # «الداخلية: مقتل 21 شخصا»
CRAFT = re.compile(r"[وفبل]?(?:ال|لل)?(?:طيران|طائرات|مقاتلات|مروحيات|مدفعيه)\b")  # «استهداف طائرات التحالف مواقع»: who strikes
NOBODY = "مجهول"
UPON = re.compile(r"[\"»]?\s(?:\S+\s)?(?:علي|ضد|بحق)\s")  # «اعتداء عناصر من الشرطة على»
_HITS = re.compile(r"(?:^|\s)(?:([يت](?:خطئ|خطي|خطا|خطء))|[يت](?:وجع|ربك|ستنزف|صيب))\s[\"«]?$")
REMAINS = re.compile(  # «طرد آخر جيوب الجماعة»
    rf"\s(?:(?:{any_of('roles', 'remains')})\s){{1,3}}[\"«]?"
)
STRUCK = re.compile(r"[\"»]?\s(?:\d+\s|ل(?!ل?(?:يوم|مره|مد|اول|اسبوع|شهر|عام|ساع|ليل))\w{3})")  # «استهداف الجيش 5 عربات», «استهدافه لمنزل»
COUNTED = re.compile(rf"\s(?:\d+|احد|عدد من|عشرات|{FEW})\s")
UNDERTAKES = re.compile(
    r"(?:^|\s)[وفبل]?(?:قام(?:ت|وا)?|قيام|[يت]قوم|اقدم(?:ت|وا)?|اقدام|عمد(?:ت|وا)?)\s(?:علي\s)?(?:(?!ب)[^\s،.]+\s){0,5}$"
)  # «قيام الجماعة بقصف»
UNDERTAKES_BY = ("قام", "قيام", "قوم", "قدم", "قدام", "عمد")  # letters without which it finds nothing
UNDERTAKEN = re.compile(
    rf"[\"»]?\s(?:\S+\s)?(?:علي\s|ب)(?!{any_of('acts', 'errand')}|منطق|مدين|محافظ|ولاي|مديري|بلد|قري|جنوب|شمال|شرق|غرب|اسم)\w{{3}}"
)
HARMING = re.compile(  # «قام عناصر الجماعة أمس بقتل نحو خمسة»
    rf"[\"»]?\s(?:[^\s،,.]+\s){{0,5}}(?:علي\s|الي\s|ب)(?:{any_of('acts', 'harming')})\s(?:[^\s،,.]+\s){{0,2}}"
)
MANAGE: str = rf"(?:{any_of('acts', 'managing')})"
LATELY: str = rf"(?:ايضا|كذلك|امس|اليوم|{WEEKDAY})،?"  # between such a verb and what was managed
MANAGED = re.compile(rf"(?:^|\s)[وفبل]?{MANAGE}(?:ت|وا|تا)?\s(?:[^\s،.]+\s){{0,2}}[\"«]?$")
MANAGES = re.compile(  # «تواصل القوات تقدمها في كذا، وتمكنت الاثنين من تحرير»: a verb that has the subject of the one before
    rf"\sو{MANAGE}(?:ت|وا)?\s(?:{LATELY}\s)?(?:من|في)\s$"
)
GOES_ON = re.compile(r"\sو(?:قام|اقدم|عمد)(?:ت|وا)?\s(?:[^\s،.]+\s)?(?:علي\s|الي\s)?$")  # «صعدت الجماعة عملياتها وقامت بقصف كذا»
MANAGED_BY = tuple(listed("acts", "managing"))  # letters without which it finds nothing
MANAGED_TO = re.compile(  # «تمكنت القوات أمس من القضاء على أربعة مسلحين»
    r"[\"»]?\s(?:[^\s،,.]+\s){0,6}(?:من|في)\s(?:ال)?(?:قتل|قضاء\sعلي|تصفيه|تحييد|قنص|اغتيال)\s(?:واصابه\s)?(?:[^\s،,.]+\s){0,2}[\"«]?"
)
HOLDING = re.compile(r"(?:^|\s)[وف]?[بل]?(?:احتجاز|اخذ)\s(?:\S+\s)?[\"«]?$")
CARRIES_OUT = re.compile(
    r"(?:^|\s)[وفبل]?(?:تنفيذ|شن|توجيه|تكثيف|مواصله|استئناف|اطلاق|احكام|فرض|بسط|بدء|استكمال)\s$"
)  # «تنفيذ الطيران الحربي 10 غارات»
OUT_OF = re.compile(r"\sمن\s(?:\S+\s){0,2}[\"«]?$")
FREES = re.compile(r"[وفبلك]?(?:ال|لل)?(?:تحرير|تطهير|استعاد|انتزاع|استرداد|استرجاع)")  # words for ground taken back «من» somebody
AND = re.compile(r"[\"»)]?\sو")  # «الجيش والمقاومة يسيطران»: both
MEMBER_OF = re.compile(r"(?:\s[^\s،,.]+){0,2}\s(?:من|في|لدي|تابع\w* ل)\s?[\"«]?")  # «قياديان بارزان في»
OF = re.compile(r"(?:\sال[^\s،.]+)?\s(?:ال)?(?:تابع\w*|موالي\w*|مواليه)\s+ل?\S?")
ACCUSES = re.compile(r"(?<!\S)[وف]?(?:[يتن]?تهم\w*|اتهم\w*|متهم\w*|(?:ال|ل?ل?)اتهام\w*|[يت]?حمل\w*)\s")
_MISDEED = (  # «باستخدام غاز الكلور», not «باستخدام المدنيين دروعا»; «بخرق الهدنة», which is done by firing
    r"ب(?:(?:ال)?استخدام(?:ها|ه|هم)?\s(?:[^\s،.]+\s){0,2}?(?:ال|لل?)?(?:غاز|سلاح|اسلح|كلور|سارين|كيم|قنابل|فو?سفور|براميل|ذخائر|قوه\sمفرط)"
    r"|(?:انتهاك|خرق)\S*\s(?:[^\s،.]+\s){0,2}?(?:ل)?(?:ل?لهدنه|وقف\sاطلاق|وقف\sالنار))"
)
_DID = (  # «بأنها شنت», «بأنه هو الذي قصف»
    r"بان(?:ه|ها|هم|هما)\s(?:(?:هو|هي|هم)\s(?:الذي|التي|الذين)\s|قد\s|كانت?\s)?"
    r"(?:شن|نفذ|قصف|هاجم|استهدف|قتل|اغتال|ارتكب|فجر|دبر|اعدم|اختطف|خطف|احرق|دمر|اطلق|[يت]?قف|وراء|خلف)"
)
_DOING = rf"(?:ب(?:ال)?(?:{any_of('acts', 'deed')})|{_DID}|{_MISDEED}|{any_of('acts', 'blame')})"
FELL_IN = re.compile(  # «ضابط في الجيش قتل في هجوم»
    r"\s(?:قتل|اصيب|جرح|استشهد|(?:لقي|لقوا)\sحتف(?:ه|هم)|قضي|قضوا)(?:ا|وا)?\s(?:امس\s|اليوم\s)?(?:(?:في|خلال)(?:\s|$)|ب)"
)
OF_DOING = re.compile(rf"[^،.]{{0,35}}?،?\s(?:ب[^،.]{{0,60}}?\sو)?{_DOING}")  # «بمنع المدنيين من المغادرة وباستهداف المعبر»
DOING = re.compile(rf"\sو?{_DOING}")
JOINED = re.compile(r"(?:[\"«]?\S+[\"»]?\s){0,2}(?:\S+\sو){0,3}[\"«]?")  # who stands between a verb and one of its joint subjects
SHOWS = re.compile(  # «الجماعة تبث فيديو يظهر القصف»
    r"\"?\s(?:قد\s)?(?:[يت]بث(?:ون)?|بثت?|[يت]نشر(?:ون)?|نشرت?|عرضت?|يعرض(?:ون)?|[يت]وزع(?:ون)?|وزعت?|[يت]تداول(?:ون)?)\s(?:\S+\s){0,2}?"
    rf"(?:ال)?(?:{any_of('roles', 'picture')})\s"
)
WHO = re.compile(r"\"?\s(?:هي|هو|هم)\s(?:التي|الذي|الذين|من)\s")  # «الجيش هو الذي قصف»
ASCRIBED = re.compile(
    r"(?<!\S)[وف]?(?:(?:[يت]?نسب(?:ت|ا|تا|ه|ته|ها)?|منسوب(?:ه|ا|ان|تان|ين|تين)?)\s(?:[^،.]{0,80}?\s?الي\s(?:\S+\s)?|ل)?|(?:القيت?|القت|القوا|[يت]لقي)\s(?:[^\s،.]+\s){0,4}?ب?(?:ال)?(?:مسؤولي\S+|لوم|لائمه)\s(?:[^،.]{0,60}?\s)?علي\s(?:\S+\s)?)$"
)
FIRES = re.compile(r"(?<!\S)[وف]?(?:[يت]طلق|اطلق|[يت]فتح|فتح)(?:ت|وا|ون)?\s")
FIRED = re.compile(r"[\"»]?\s(?:ال)?(?:نار|نيران|رصاص)")
MEMBERS = re.compile(rf"(?:^|[^0-9]\s)و?(?:{any_of('forces', 'part')})(?:\s(?:اخر(?:ي|ون|ين)|[^\s،,.:؛]{{3,}}ه))?\sمن\s$")
OPPOSED = re.compile(r"(?:^|\s)(?:ال)?(?:معارض|مضاد|مناهض|معادي|مناوئ)(?:ه|ون|ين)?\s$")  # «جماعة معارضة للحكومة»: she only is opposed
ASKED = re.compile(r"(?:^|\s)(?:علي\s|ب)طلب\sمن\s[\"«]?$")  # «اعتقل بناء على طلب من كذا»
KNOWN = re.compile(
    r"\s(?:و|ال|وال)?(?:معروف|مطلوب|مدرج|مسجل|ملاحق)[\u0621-\u064a]*\s(?:لدي|علي\s(?:قائمه|قوائم|سجل|سجلات|لوائح))\s(?:(?:اجهزه|سلطات|مصالح|دوائر)\s)?$"
)
KNOWN_BY = ("معروف", "مطلوب", "مدرج", "مسجل", "ملاحق")  # «رجل معروف لدى الشرطة هاجم كذا»: she was not attacked
RELATIVE = re.compile(rf"[\"»]?\s(?:الذي|التي|الذين)\s(?:{any_of('roles', 'did')})(?:ت|وا)?\s")  # «الجماعة التي شنت»
THING_OF = re.compile(rf"(?:^|\s)[وفبل]?(?:{any_of('forces', 'thing')})\s$")
AFTERMATH = re.compile(  # «جنود أصيبوا إثر تفجير», «الموجودين لحظة الانفجار»
    rf"\s(?:{any_of('roles', 'aftermath')})\s"
)
REPELS = re.compile(
    r"[وف]?(?:(?:صد[تو]?|[يت]?تصد\w*|يصد|التصدي|كسر هجوم)\b|[يت]?كسر(?:ت|وا)?\s(?:\S+\s){1,4}?(?:ال|ل)?هجوم"
    r"|(?:احبط\w*|يحبط\w*|تحبط|احباط|افشل\w*|افشال|تفشل|يفشل)"
    r"\s(?!(?:\S+\s){0,5}\S*(?:تعزيز|امداد|تهريب|شحن|نقل|تحرك|تحشيد|تفجير|عمليه انتحاريه|مفخخ)))"
)  # «أفشلت القوات تعزيزات» strikes first, «أحبط الجيش تفجيرا» finds a bomb
OF_ITS = re.compile(r"\s(?:ال)?(?:تابع|خاضع|موالي|مقرب)ه?\sل\S+\s$")  # «التابعة لإدارة الجماعة»
THAT_IS_TOLD = re.compile(r"[»\"]?\s?،?\s(?:ان|بان)\s")
TOLD = re.compile(
    rf"[،,:\"«]|\s(?:ان|بان|انه|انها|عن|ب?(?:{any_of('acts', 'death')}|{any_of('acts', 'hurt')}|سقوط|اسر|اعتقال|احتجاز|وقوع))\s"
)
MEDIA = re.compile(any_of("roles", "media"))  # who only passes on what happened
# letters without which these patterns find nothing
ASCRIBED_BY, ACCUSED_BY = ("نسب", "نسوب", "لقي", "القت", "القوا"), ("تهم", "تهام", "حمل")
FIRED_BY, ISSUED_BY = ("طلق", "فتح"), ("صدر", "صادر", "نشر")


def hit_or_missed(before: str) -> str:
    """The part of whom a strike «misses» or «hurts»: «قصف يخطئ الجماعة ويقتل مدنيين», «ضربة توجع الجماعة»; "" of others."""
    hit = _HITS.search(before) if before else None
    return "" if hit is None else "roles.aside" if hit.group(1) else "roles.object"


def of_another(before: str) -> bool:
    """«على رأس الحركة», «انقلاب الجماعة على الحكومة»: whether an actor stands behind what is no act upon it."""
    return HEADS.search(before) is not None or ("انقلاب" in before and _RISEN.search(before) is not None)


def quoted(text: str, before: str, stop: int) -> bool:
    """«نقلت الوكالة عن مصدر في الجيش قوله إن»: whether an actor that ends at an offset is whose words are passed on."""
    return " عن " in before and _SAYING.match(text, stop) is not None and _PASSED_ON.search(before) is not None


def issued(before: str) -> bool:
    """«في بيان صادر عن»: whether an actor only made a statement."""
    return among(ISSUED_BY, before, 0, len(before)) and ISSUED.search(before) is not None


def suffered(text: str, before: str, act: int) -> bool:
    """«تعرض رتل للجيش لهجوم», «سقط رتل للجيش في كمين»: whether the words before an actor say that the act behind it befell it."""
    if SUFFERED.search(before) or (text.startswith("ب", act) and _HIT.search(before) is not None):
        return True
    return text.startswith("كمين", act) and text.endswith(" في ", 0, act) and _AMBUSHED.search(before) is not None


def lured(text: str, before: str, act: int) -> bool:
    """«أوقع المقاتلون رتلا للجيش في كمين»: whether the words before an actor say that somebody led him into the ambush behind him."""
    return text.startswith("كمين", act) and text.endswith((" في ", " الي "), 0, act) and _LURED.search(before) is not None


def undertakes(before: str) -> bool:
    """Whether a light verb goes before an actor: «قيام عناصر الجماعة», «أقدمت الجماعة»."""
    return among(UNDERTAKES_BY, before, 0, len(before)) and UNDERTAKES.search(before) is not None


def goes_on(text: str, start: int, stop: int) -> bool:
    """«… عملياتها وقامت بقصف», «… وتمكنت من تحرير»: whether a verb between a subject and an act far behind it goes on with it."""
    return MANAGES.search(text, start, stop) is not None or GOES_ON.search(text, start, stop) is not None


def managed(before: str) -> bool:
    """Whether a verb of success goes before an actor: «تمكنت القوات»."""
    return among(MANAGED_BY, before, 0, len(before)) and MANAGED.search(before) is not None


def leads_to(text: str, start: int, stop: int) -> bool:
    """Whether only words of the subject stand between a verb and a name: «قصفت قوات …»; not «هاجم مسلحون دورية للجيش»."""
    return SUBJECT.fullmatch(text, start, stop) is not None and _WHOLE.search(text, start, stop) is None


def backs(before: str) -> bool:
    """Whether the words before an actor say that it only backs another, leads it, or is otherwise of it."""
    return among(BACKER_BY, before, 0, len(before)) and BACKER.search(before) is not None


def with_others(before: str) -> bool:
    """«يقاتلون إلى جانب القوات», «محادثات مع الحركة»: whether an actor is told of as in whose company others are, who strike it not."""
    return (" جانب " in f" {before}" and _BESIDE.search(before) is not None) or (" مع " in before and _WITH.search(before) is not None)


def may_be_thing(before: str) -> bool:
    """Whether THING_OF may be found: the last word is one of those it knows."""
    words = before.split()
    return bool(words) and _is_thing(words[-1])


@lru_cache(maxsize=4096)
def _is_thing(word: str) -> bool:
    return THING_OF.search(f"{word} ") is not None


def may_follow(between: str) -> bool:
    """Whether AFTERMATH may be found: one of the words is one of those it knows."""
    for word in between.split():  # noqa: SIM110
        if _follows(word):
            return True
    return False


@lru_cache(maxsize=4096)
def _follows(word: str) -> bool:
    return AFTERMATH.search(f" {word} ") is not None
