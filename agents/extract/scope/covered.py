"""Covered: whether a period that a clause names is that of a figure, or of something else that the clause speaks of."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts import handed
from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import UPON
from agents.extract.words.letters import among, search
from agents.extract.words.ranks import up_to
from agents.extract.words.spans import Spanned, any_inside, inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention

_TOTAL = ("اجمالي", "العدد الاجمالي", "الحصيله الاجماليه")
_MAY_RISE = re.compile(  # «العدد الإجمالي قد يزيد», «الحصيلة الإجمالية مرشحة للارتفاع»: of the act that is told of
    r"\s(?:ل\S+\s)?(?:(?:قد|ربما|يمكن\sان|يحتمل\sان|[يم]توقع\sان|(?:من\s)?ال(?:متوقع|مرجح|محتمل|ممكن)\sان)\s[يت](?:زيد|زداد|رتفع|تجاوز|تغير)"
    r"|(?:لا\s[يت]زال\s)?مرشحه?\sل(?:ل(?:ارتفاع|زياده)|ان\s))"
)
_AFTER_ACT = re.compile(r"\s(?:اثر|جراء|نتيجه|عقب)\sال(?:هجوم|تفجير|انفجار|اعتداء|حادثه?|غاره|مجزره|عمليه)(?![\u0621-\u064a])")
_FALL = r"\S?سقوط\s(?!ال(?!مئات|عشرات|الاف|قتلي|ضحايا|جرحي|شهداء)|طائر|مروحي|قذ|صاروخ|صواريخ|برميل|هاون)"  # «سقوط مئات الضحايا»
ACT = re.compile(rf"(?<![\u0621-\u064a])(?!{_FALL})[وفبل]?(?:ال|ل)?(?:{any_of('acts', 'one')})ا?(?![\u0621-\u064a])")  # one act
_MANY_ACTS = re.compile(rf"(?<![\u0621-\u064a])[وفبل]?(?:ال|لل)?(?:{any_of('acts', 'many')})(?![\u0621-\u064a])|\sمنذ\s")
_ONE_OF = re.compile(  # «شن هجمات عدة، منها هجوم على كذا قتل فيه 39», «كان آخرها مقتل 30 تلميذا», «استهدف أحد الهجمات»
    r"(?<![\u0621-\u064a])و?(?:(?:بين|ضمن|من|اخر|احدث|ابرز|اكبر|اعنف|اسوا|اخطر|اشد)ها\s(?:كان\s)?"
    rf"(?:ال)?(?:{any_of('acts', 'one')}|عمليه)ا?"
    rf"|(?:اخر|احدث)ها\s(?:{any_of('acts', 'death')})|احدي?\s(?:هذه\s|تلك\s)?ال(?:{any_of('acts', 'many')}))(?![\u0621-\u064a])"
)
_ONE_OF_BY = ("نها ", "خرها ", "حدثها ", "برزها ", "كبرها ", "عنفها ", "سواها ", "خطرها ", "شدها ", "احد")
_FAR_OF = 200  # characters before people in which it stands of which act of several they are
_STORMED = re.compile(  # «اقتحموا المستشفى وقتلوا 460»: one house, or one village, is stormed once
    r"(?<![\u0621-\u064a])[وفب]?(?:[يت]?قتحم|ا?قتحا?م|[يت]?هاجم|هجوم|[يت]?داهم)(?:ت|وا|ون)?\s(?:[^\s،,.:؛]+\s){0,3}?(?:علي\s)?"
    r"(?:ال)?(?:مستشفي|مشفي|مدرسه|مسجد|كنيسه|سوق|فندق|جامعه|سجن|مخيم|معسكر|قريه|بلده)(?![\u0621-\u064a])"
)
_STORMED_BY = ("قتحم", "قتحام", "هاجم", "داهم")
_RULED = re.compile(
    r"\s(?:[تي]حتل\w*|[تي]حكم\w*|[تي]سيطر علي\w*|[تي]خضع\w*|[تي]قيم\w*|[تي]عيش\w*|[تي]شغل\w*|[تي]تولي\w*)\s(?:\S+\s){0,2}$"
    r"|\s(?:التي|الذي)\s[تي]شهد\s$"
)  # «تحتله تركيا منذ 1974», «التي تشهد منذ عام معارك»
_STANDS = re.compile(
    r"\s(?:سيطر\w* علي\w*|[تي]?حاصر\w*|حول\w{0,2}(?:ه|ها)|استول\w*|[تي]?[اس]?تخذ\w*|[تي]?ستخدم\w*)\s(?:\S+\s){0,3}$"
    r"|\s(?:ال)?(?:خاضع|مقسم|منقسم|محتل|محاصر|معزول|مقيم|متمركز|متحصن|سجين|مسجون)(?:ه|ين|ون)?\s(?:\S+\s){0,4}$"
    r"|\sال(?:ملاحق|مطلوب|متواري|هارب)\s(?:\S+\s){0,3}$"
    r"|\s(?:[تي](?:عمل|خدم|نشط|تمركز|تحصن|وجد|رابط)\w*|كان\w{0,2}\s[تي](?!شن|نفذ|قصف|هاجم|دور|جري|ستهدف|خوض|قاتل|حاصر)\w+)\s(?:\S+\s){0,4}$"
)  # «المقسم بين البلدين منذ 1947», «حولوه منذ فترة إلى مقر», «يعمل في الجهاز منذ عشرين عاما»: what has been so since
_ORDINAL = "|".join(up_to(10))
_FIRST = re.compile(
    r"(?:(?:^|[\s\"«])[وفب]?(?:ال)?(?:اكثر|اعنف|افدح|ادمي|اكبر|اسوا|اعلي|اشد|اخطر|اضخم|اول|اولي|اوسع|ابرز|احدث(?!\sفي))"
    rf"|(?<!كانون)(?<!تشرين)(?<!ساعه)(?<!عبدالله)(?<!جهه)(?<!ناحيه)\s(?:ال)?(?:{_ORDINAL})ه?)"
    r"\s(?:من\sنوع\S+\s|(?!من\s|امس))(?:[^،,.:\d]{0,60}[،,]?\s)?$"
)  # «الأعنف منذ», «أول هجوم يشنه التنظيم، منذ», «ثالث هجوم خلال», «الأول من نوعه منذ»
_HARMED = r"(?:[تي]?قتل|[تي]?سقط|قض|استشهد|لق|اصيب|جرح|اعتقل|نزح|فر|خطف|اختطف|فقد|هجر|غادر|توف|مات|تم|قد|لا)"
APART = re.compile(rf"[.:؛\n]|\s(?:حيث|بينما|فيما|التي|الذي|اللذين|اللذان|اللتين|الذين(?!\s{_HARMED}))\s")
_THEY = re.compile(rf"\s(?!{_HARMED})[\u0621-\u064a]{{3,}}وا\s$")  # «شنه مسلحون استأنفوا منذ أسبوع عملياتهم»
_MARCH = re.compile(r"\s(?:في|ب|خلال\s|اثناء\s)\s?(?:تظاهره|مظاهره|مسيره|وقفه)(?![\u0621-\u064a])")  # «في تظاهرة»: of one day
_OF_PLACE = re.compile(  # «في انفجار سيارة في بنغازي، حيث تدور منذ أشهر معارك»
    r"(?:\S+\s){2,12}(?:حيث|التي|الذي)\s(?!بدا|انطلق|اندلع|[تي]ستمر|[تي]تواصل|[تي]شنه|[تي]نفذه)"
)
_NEXT = re.compile(
    r"[،,]\s?ل(?:[يت]صبح|[يت]رتفع|[يت]صل|[يت]بلغ)\s"
    r"|[،,]\s(?:و(?!ذلك|ال|هو |هي |وفق|لا )[\u0621-\u064a]{3,}|لكن\S*)\s|\s(?:لكن|الا ان|غير ان)\S*\s"
)
_BY_DEATH = re.compile(rf"\s\S{{0,2}}(?:{any_of('acts', 'death')}|وفاه|سقوط)\s(?:\S+\s){{0,2}}\S{{0,3}}$")
_RISES = re.compile(r"\s(?:[تي]رتفع|ارتفعت?|[تي]رفع|[تي]صل|[تي]صبح|[تي]بلغ)\s")
_SINCE_ACT = re.compile(rf"منذ\s(?:ال)?(?:{any_of('acts', 'one')})(?![\u0621-\u064a])")
_WHICH = re.compile(r"\sو?(?:الذي|التي)\s")
_SINCE_DEATH = re.compile(rf"منذ\s(?:{any_of('acts', 'death')})\s")
_PART_OF = re.compile(  # «قتل 40 في مواجهات جاءت في إطار احتجاجات بدأت في مارس»: since when goes on what the act was part of
    r"[\s،,][وف]{0,2}(?:هي|هو|جاءت?|[تي]اتي|[تي]ندرج)\s(?:في\s)?(?:اطار|سياق|ضمن)\s"
)
_PART_OF_BY = ("اطار", "سياق", "ضمن")
_AFTER_THEIR = re.compile(  # «احتجزوا عشرات بعد مغادرتهم المدينة خلال الأسابيع الماضية»: when people did something else before
    r"\s(?:بعد|عقب)\s(?!(?:اصابت|مقتل|قتل|اعتقال|خطف|اختطاف|اسر|احتجاز|توقيف|وفات)ه)[\u0621-\u064a]{3,}(?:هم|هن|ها|ه)\s(?:[^\s،,.:؛\d]+\s){0,3}$"
)
_BESIDES = re.compile(r"[،,]\s(?:بخلاف|(?:ما\s)?عدا|باستثناء)\s[^.؛\n]{0,60}$")  # «60 خلال يومين، بخلاف ثمانية في كمين»
_BESIDES_BY = ("بخلاف", "عدا ", "باستثناء")
_IN_ACTS = re.compile(rf"\s(?:في|اثر|جراء|ب)\s?(?:{any_of('acts', 'one')}|{any_of('acts', 'two')})(?![\u0621-\u064a])")
_BEFORE_THAT, _AFTER_THAT = 60, 60  # characters before a period in which stands after what of theirs; behind people, to their act
_SUM_NEXT = re.compile(  # «إلى أربعة، وإجمالي القتلى منذ بدء الاحتجاجات إلى 43»: the period of a sum that is told behind
    r"[،,]?\sو(?:ال)?(?:اجمالي|مجموع)\s(?:[^\s،,.:؛]+\s){0,5}?منذ(?![\u0621-\u064a])"
)
_SUMS_BY = ("اجمالي", "مجموع")
_WHEN = re.compile(  # «بلغت ذروتها عندما قتل 61»; not when a period began
    r"(?<!في)[\s،](?:عندما|حينما|حين)\s(?!بدا|انطلق|اندلع|اعلن|سيطر|استول|تول|اطيح|اطاح|غز|دخل)"
)
_CAME_OF_IT = re.compile(rf"[،,]\s(?:م?ما|الامر\sالذي|راح|الذي|التي|{any_of('acts', 'yield')})")  # what came of the same act
_WHO_COUNTS = re.compile(r"\s(?:(?!في|عن|تقرير)[^\s،.:؛]+\s){1,5}")  # «وثق المرصد السوري لحقوق الإنسان السبت»
_COUNTED = re.compile(r"(?:[0-9]|ون|ين|مئه|مائه|الف|عشره?)\s$")  # «نفذ 430 غارة»
_DAY_LONG = re.compile(r"(?:طوال|طيله)\s(?:ساعات\s)?(?:ال)?(?:يوم|نهار|ليل|ليله|امس|صباح|مساء)(?![\u0621-\u064a])")  # one act goes on
EXECUTED = f"figure.{UPON}.killed"  # the rule of figures
_JOINED = re.compile(r"[،,]\sو")
_VERBS = frozenset(["verb", "passive", "active"])
_STATED = 45  # characters before a period in which stands what has been so since
_COMPARED = 80  # characters before a period in which stands what is compared with it
_AMID = re.compile(  # «قتل خمسة أمس مع تصاعد العنف منذ أسابيع»: since when it has been getting worse
    r"\s(?:مع|في\s(?:ظل|خضم|سياق)|وسط)\s(?:حال[هت]\s|اجواء\s)?(?:من\s)?(?:ال)?(?:تصاعد|تصعيد|تزايد|تنام|تفاقم|تدهور|توتر|اشتداد|احتدام|ازدياد)"
    r"[^،.:؛\n\d]{0,60}\s$"
)
_AMID_REACH = 120  # characters that it takes at most
_HUNDRED = 100  # people
_SAME = "date.since.same"  # the rule of «منذ ذلك الحين»
_NEAR_DAY = 30  # characters behind people in which their own day stands
_RESULT = 40  # characters between a word for what came of an act and the number


def one_act(text: str, start: int, stop: int) -> bool:
    """Whether a word for one act, or a house that was stormed, stands in [start, stop)."""
    return ACT.search(text, start, stop) is not None or search(_STORMED, _STORMED_BY, text, start, stop) is not None


def one_of_several(figure: "FigureMention", clause: Clause, text: str) -> bool:
    """Whether words before a figure turn to one of several acts, and behind them to no others."""
    start = max(clause.start, figure.start - _FAR_OF)
    besides = search(_BESIDES, _BESIDES_BY, text, start, figure.start)
    if besides is not None and _IN_ACTS.search(text, figure.stop, min(figure.stop + _AFTER_THAT, clause.stop)):
        return True
    if not among(_ONE_OF_BY, text, start, figure.start):
        return False
    named = list(_ONE_OF.finditer(text, start, figure.start))
    return bool(named) and _MANY_ACTS.search(text, named[-1].end(), figure.start) is None


def apart(text: str, figure: "FigureMention", one: Spanned) -> bool:
    """Whether a period («since dawn») stands in another statement than the figure."""
    first, last = sorted(((one.start, one.stop), (figure.start, figure.stop)))
    return bool(APART.search(text, first[1], last[0]))


def no_toll(text: str, figure: "FigureMention", cue: Spanned, clause: Clause) -> bool:
    """Whether a word for a toll stands in another statement than the figure, or for all whom one act killed («إثر الاعتداء … إجمالي»).

    So does one of which only is said that it may rise.
    """
    whole = text.startswith(_TOTAL, cue.start) and _AFTER_ACT.search(text, clause.start, cue.start) is not None
    return whole or _MAY_RISE.match(text, cue.stop) is not None or apart(text, figure, cue)


def of_place(figure: "FigureMention", one: Spanned, text: str) -> bool:
    """Whether a period behind a figure is that of what goes on where the one act took place that the figure came of."""
    act = ACT.search(text, figure.stop, one.start) or _MARCH.search(text, figure.stop, one.start)
    return act is not None and _OF_PLACE.match(text, act.end() + 1, one.start) is not None


def elsewhere(figure: "FigureMention", one: Spanned, clause: Clause, layers: Layers) -> bool:
    """Whether a period is that of something else, of a comparison, of who rules, of a state of things, or the figure that of one act."""
    at = one.start
    if _DAY_LONG.match(layers.text, at) is not None:
        return True
    opens = clause.start if at > clause.start else layers.sentences[clause.sentence][0]  # it begins with what news is held against
    begin = max(at - _COMPARED, opens)
    asked = begin, at, clause.start
    found = layers.compared.get(asked)  # the same for most figures of a clause: long ones have many
    if found is None:
        found = layers.compared[asked] = compared(layers.text, begin, at) or _of_state(one, clause, layers)
    if found or at > figure.start:
        return found or _of_next(figure, one, clause, layers)
    return _of_one_act(figure, one, layers)


def compared(text: str, begin: int, at: int) -> bool:
    """«مقتل 8 … في أكثر الأيام دموية منذ بدء العملية»: the period is what the day is compared with, not what the number covers."""
    if text.startswith("منذ", at) and (stands(text, at) or _THEY.search(text, max(at - _STATED, 0), at)):
        return True
    return _RULED.search(text, max(at - 30, 0), at) is not None or ranked(text, begin, at)


def ranked(text: str, begin: int, at: int) -> bool:
    """«الأكثر دموية منذ», «أول هجوم من نوعه منذ»: whether words before an offset hold one thing against those since."""
    return _FIRST.search(text, begin, at) is not None


def stands(text: str, at: int) -> bool:
    """Whether words before «منذ» say what has been so since: whom it befell («ضابط يعمل في الجهاز منذ عشرين عاما»), or a place."""
    return _STANDS.search(text, max(at - _STATED, 0), at) is not None


def _of_state(one: Spanned, clause: Clause, layers: Layers) -> bool:
    """«البلدة المحاصرة منذ 2013», «هدنة سارية منذ عامين»: a state of things, which counts nobody."""
    return any(hit.value.startswith("state") and hit.start <= one.start < hit.stop for hit in layers.cues("scopes", clause))


def _of_next(figure: "FigureMention", one: Spanned, clause: Clause, layers: Layers) -> bool:
    """«قتل عشرة بهجوم، وحظرت السلطات منذ ذلك الوقت», «قتل عشرة بهجوم، لكن الحرب المستمرة منذ»: the period of the next statement."""
    if _of_sum(figure, one, clause, layers) or _of_another(figure, one, layers.text):
        return True
    if _BY_DEATH.search(layers.text, max(figure.start - 35, clause.start - 1), figure.start) and _RISES.search(
        layers.text, figure.stop, one.start
    ):
        return True  # «وبمقتل الأربعة ترتفع حصيلة القتلى منذ مارس»
    if (figure.low or 0) < _HUNDRED and _AMID.search(layers.text, max(figure.stop, one.start - _AMID_REACH), one.start):
        return True
    between = inside(layers.figures, figure.stop, one.start)
    if between and _NEXT.search(layers.text, between[-1].start + 1, one.start) is None:
        return False  # soon told: long clauses have many figures
    found = _NEXT.search(layers.text, figure.stop, one.start)
    if found is None or any_inside(layers.figures, found.start(), one.start):
        return False
    return any_inside(layers.hits.get("event", ()), clause.start, found.start())


def _of_another(figure: "FigureMention", one: Spanned, text: str) -> bool:
    """«إلى مواقع حررها الجيش خلال الأيام الماضية», «بعد مغادرتهم خلال أسابيع», «في إطار حملة منذ»: of what is around it."""
    if handed.since(text, figure.stop, one.start) is not None or search(_PART_OF, _PART_OF_BY, text, figure.stop, one.start) is not None:
        return True
    return search(_AFTER_THEIR, ("بعد", "عقب"), text, max(figure.stop, one.start - _BEFORE_THAT), one.start) is not None


def _of_sum(figure: "FigureMention", one: Spanned, clause: Clause, layers: Layers) -> bool:
    """«ارتفع عدد قتلى احتجاجات أمس إلى أربعة، وإجمالي القتلى منذ بدئها إلى 43»: whether a period is that of a sum behind a day's."""
    if not any_inside(layers.dates, clause.start, figure.start):
        return False
    between = layers.text[figure.stop : one.stop]
    if not any(word in between for word in _SUMS_BY):
        return False
    named = _SUM_NEXT.search(layers.text, figure.stop, clause.stop)
    return named is not None and one.start <= named.end() and not any_inside(layers.figures, figure.stop, named.start())


def result_of_act(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«هجوم في وقت سابق من الشهر أودى بحياة مئة»: whether the sentence names the one act, before the clause, that the number came of."""
    results = [hit for hit in inside(layers.hits.get("links", ()), clause.start, figure.start) if hit.value.startswith("result")]
    if not results or figure.start - results[-1].stop > _RESULT:
        return False
    start = max(layers.sentences[clause.sentence][0], clause.start - _RESULT)
    return ACT.search(layers.text, start, clause.start) is not None


def since_own(figure: "FigureMention", one: "DateMention", here: Sequence["DateMention"]) -> bool:
    """«قتل أربعة في كمين في أكتوبر الماضي، ولم يعثر على أحد منذ ذلك الحين»: since the day of people's own death, told behind them."""
    if one.rule != _SAME or one.start < figure.stop:
        return False
    return any(day.kind in ("point", "ago") and figure.stop <= day.start < one.start for day in here)


def tallied_on(figure: "FigureMention", here: Sequence["DateMention"], clause: Clause, layers: Layers) -> bool:
    """«أحصى المرصد السبت مقتل 42 في غارة»: whether a day stands between who counts and the people: the dead of an act of that day."""
    tally = next((hit for hit in layers.cues("scopes", clause) if hit.value.startswith("tally")), None)
    if tally is None:
        return False
    days = (one for one in here if one.kind == "point" and one.precision == "day" and tally.stop <= one.start < figure.start)
    return any(_WHO_COUNTS.fullmatch(layers.text, tally.stop, one.start) for one in days)


def own_day(figure: "FigureMention", one: "DateMention", text: str, days: Sequence["DateMention"]) -> bool:
    """«قتل ثلاثة الخميس، وبلغ القتلى منذ مارس 40», or the other way round: whether a day, and a comma, parts people from a period."""
    own = next((day for day in days if figure.stop <= day.start < one.start), None)
    if own is not None and _JOINED.search(text, own.stop, one.start):
        return True
    near = one.stop <= figure.start and any(0 <= day.start - figure.stop <= _NEAR_DAY for day in days)
    return near and _JOINED.search(text, one.stop, figure.start) is not None


def _of_one_act(figure: "FigureMention", one: Spanned, layers: Layers) -> bool:
    """«منذ الهجوم الذي أودى بحياة 32», «خلال السنوات الماضية، ومنها هجوم أسفر عن 39»: the number is what came of the one act."""
    if (named := _SINCE_ACT.match(layers.text, one.start)) and _WHICH.search(layers.text, named.end(), figure.start):
        return True  # «منذ هجوم أكتوبر الذي قتل فيه 52»
    if _SINCE_DEATH.fullmatch(layers.text, one.start, figure.start):
        return True  # «منذ مقتل 60 يوم الاثنين»
    if layers.text.startswith("منذ", one.start) and (_on_its_day(figure, one, layers) or _of_a_time(figure, one, layers)):
        return True
    if EXECUTED in figure.rules and _JOINED.search(layers.text, one.stop, figure.start):
        return True  # «إجرامه مستمر منذ أن سيطر على كذا، ونفذ الإعدام في 20»
    results = [hit for hit in inside(layers.hits.get("links", ()), one.stop, figure.start) if hit.value.startswith("result")]
    if not results or figure.start - results[-1].stop > _RESULT:
        return False
    acts = [
        act for act in ACT.finditer(layers.text, one.stop, results[-1].start) if not _COUNTED.search(layers.text, one.stop, act.start())
    ]
    return bool(acts) and not any_inside(layers.figures, acts[-1].end(), results[-1].start)


def _of_a_time(figure: "FigureMention", one: Spanned, layers: Layers) -> bool:
    """«بقيت بمنأى عن الحرب منذ 2011، عندما شن التنظيم هجوما أسفر عن 250 قتيلا»: whether they fell when one thing happened, told behind."""
    told = list(_WHEN.finditer(layers.text, one.stop, figure.start))
    if not told:
        return False
    when = told[-1]
    acts = (hit for kind in ("harm", "event") for hit in inside(layers.hits.get(kind, ()), when.end() - 1, figure.start))
    if not any(not _VERBS.isdisjoint(hit.value.split("/")) for hit in acts):
        return False
    comma = re.search(r"[،,]", layers.text[when.end() : figure.start])
    return comma is None or _CAME_OF_IT.search(layers.text, when.end(), figure.start) is not None


def _on_its_day(figure: "FigureMention", one: Spanned, layers: Layers) -> bool:
    """«ينفذ منذ مارس عملية قتل خلالها أمس ثمانية»: whether a verb behind the period, and a day behind that, tell of the people."""
    for day in inside(layers.dates, one.stop, figure.start):
        if day.kind == "point" and day.precision == "day":
            acts = (hit for kind in ("harm", "event") for hit in inside(layers.hits.get(kind, ()), one.stop, day.start))
            if any(not _VERBS.isdisjoint(hit.value.split("/")) for hit in acts):
                return True
    return False
