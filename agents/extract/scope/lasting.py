"""Lasting: numbers of what went on for days («بعد أسبوع من القصف», «معارك استمرت عشرين يوما»), by words that say so."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import DEADLY
from agents.extract.scope import actsums, covered
from agents.extract.words.letters import among, search
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention

_ACTS = any_of("acts", "lasting")
_LASTING = re.compile(  # «بعد أسبوع من القصف», «خمسة أيام متواصلة», «أسبوع دام»: days of one act after the other
    r"(?<!\w)(?:يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|شهور|سنوات|اعوام)\s"
    rf"(?:دام|داميه|متواصله|متتاليه|متواليه|من\s\"?(?:العمليه|(?:ال)?(?:{_ACTS})))(?!\w)"
)
_UNITS = ("ايام", "اسبوع", "شهر", "يومين", "اسابيع", "شهور", "سنوات", "اعوام")  # one of which _LASTING begins with
_IN_DAYS = re.compile(  # «40 قتيلا في ثلاثة أيام», «90 قتيلا في أقل من أسبوع»; not «في شهر رمضان», «في ثلاثة أيام متفرقة»
    r"[^،,.:؛\n\d]{0,40}?\s(?:في|ب)\s?(?:(?:نحو|حوالي|اقل\sمن|غضون|ظرف)\s)?"
    r"(?:يومين|اسبوع|اسبوعين|شهر|شهرين|(?:[0-9]{1,2}|ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر)ه?\s(?:ايام|اسابيع|اشهر|شهور))"
    r"(?=\s(?:واحد|فقط|بين|في)\s|[،,.:؛\n\"»]|\s?$)"
)
_DURING = re.compile(r"\s(?:في|خلال|بعد|ل|طوال)(?:\s?(?:نحو|حوالي|اول|اكثر من|[0-9]+|\S{3,5}))?\s$|\sل(?:حوالي|نحو)\s$")
_FIGHTS = rf"(?:ال)?(?:{_ACTS}|حملات|معركه|حمله|عمليه|هجوم)(?![\u0621-\u064a])"
_WENT_ON = re.compile(  # «اشتباكات استمرت لأكثر من عشرين يوما», «معارك دامت أياما»
    rf"(?<![\u0621-\u064a])\S?{_FIGHTS}\s(?:(?!هدن|هدوء|توقف|انقطاع|تاجيل)[^\s،.:؛]+\s){{0,9}}(?:استمر|دام|تواصل)(?:ت|ا|تا|وا)?\s(?:(?!ل?ثلاثه|ل?3)[^\s،.:؛]+\s){{0,4}}"
    r"(?:ايام|اياما|يوما|اسبوعا?|اسبوعين|اسابيع|شهرا?|شهرين|اشهر|شهور|سنوات|اعوام)(?![\u0621-\u064a])"
)
_WENT_ON_BY = ("استمر", " دام", "تواصل")
_CAME = re.compile(  # what came of it, in words behind it
    rf"\s\S?(?:خلالها|خلاله|فيها|فيه|اثناءها|تخللها|راح|{any_of('acts', 'yield')})\s"
)
_ENTERS = re.compile(  # «المواجهات التي تدخل الجمعة أسبوعها الثاني»
    r"(?<![\u0621-\u064a])[وف]?[يت]?دخلت?\s(?:[^\s،,.:؛]+\s){0,3}?(?:اسبوع|يوم|شهر|عام)(?:ها|ه|هما)\s"
)
_ENTERS_BY = ("اسبوعه", "يومه", "شهره", "عامه")
_DURING_IT = re.compile(r"(?<![\u0621-\u064a])و?(?:خلال|اثناء|طوال|طيله)\s$")  # «خلال الهجوم الذي استمر أسبوعا»
_TO_END = re.compile(  # «خلال الاحتجاجات المقرر أن تنتهي يوم كذا»: they go on
    rf"(?<![\u0621-\u064a])ال(?:{_ACTS}|حمله|عمليه)\s(?:\S+\s){{0,3}}?"
    r"(?:(?:ال|من ال)?(?:مقرر|متوقع|منتظر|مفترض)\sان\s(?:تنتهي|تستمر|تتواصل)|ستنتهي|ستستمر)\s"
)
_TO_END_BY = ("تنتهي", "تستمر", "تتواصل")
_MASSACRES = re.compile(  # «ارتكب مجازر راح ضحيتها أكثر من 100»
    rf"(?<![\u0621-\u064a])\S{{0,3}}(?:مجازر|مذابح)\s(?:[^\s،.:؛]+\s){{0,6}}(?:راح\sضحيت|ذهب\sضحيت|{any_of('acts', 'yield')}|قتل\S*\sفي)"
)
_MASSACRES_BY = ("مجازر", "مذابح")
_THE_DEAD = re.compile(r"[\s\"«]*و?(?:ال)?(?:قتلي|ضحايا)\sهم\s")  # «والقتلى هم 20 من كذا و60 من كذا»: those of the sentence before
_ONE_OF = re.compile(
    r"(?<![\u0621-\u064a])[وفب]?(?:واحده?\sمن|احدي?(?:\sمن)?)\s(?:بين\s)?$"
)  # «علي واحد من آلاف الجرحى»: of all that there were
_DOZENS_OF_ACTS = re.compile(  # «نفذوا 11 عملية أوقعت عشرات القتلى»
    r"(?<![\d.,])[1-9]\d{1,2}\s(?:عمليه|هجوما?|اعتداء|تفجيرا?|حادثا?|حادثه|عمليات|هجمات|اعتداءات|تفجيرات|حوادث)(?![\u0621-\u064a])"
)
_ACTS_BY = (" عملي", " هج", " اعتداء", " تفجير", " حادث", " حوادث")  # letters without which it finds nothing
_BESIDE = 14  # characters before a number
_LEAST, _MANY = 5, 30  # people: fewer may be those of one act; of massacres
_ENDED = re.compile(  # «القتال الذي انتهى في أوائل يونيو»
    rf"(?<![\u0621-\u064a])ال(?:{_ACTS}|معركه|حمله|عمليه)\s(?:\S+\s){{0,3}}(?:الذي|التي)\s(?:انتهي|انتهت|توقفت?)\s"
)
_ENDED_BY = ("انته", "توقف")
_GOING = re.compile(  # «المعارك المتواصلة», «هذه العملية»: the fights that were told of
    rf"(?<![\u0621-\u064a])(?:ال(?:معارك|اشتباكات|مواجهات|قتال|عمليات|حمله|عمليه)\s(?:\S+\s)?ال(?:متواصل|مستمر|دائر|جاري)ه?\s"
    rf"|(?:هذه|هذا|تلك)\sال(?:{_ACTS}|حمله|عمليه|معركه)\s)"
)
_GOING_BY = ("المتواصل", "المستمر", "الدائر", "الجاري", "هذه ال", "هذا ال", "تلك ال")
_BY_TALLY = re.compile(r"(?:حسب|وفقا?)\sل?حصيل")
ONSET = ("date.since.onset", "date.since.event")  # rules of what goes on since it began
_BEFORE = 2  # sentences in which stands since when fights go on


def of(figure: "FigureMention", clause: Clause, text: str, days: Sequence["DateMention"]) -> bool:
    """Whether days or weeks of fighting stand before the figure, and no one day behind them; or «in five days of raids» behind it."""
    if _went_on(figure, clause, text, days) or _enters(figure, clause, text, days) or (not days and _of_many(figure, clause, text)):
        return True
    if not among(_UNITS, text, clause.start, clause.stop):  # most clauses: the pattern takes its time
        return False
    if not days and (figure.low or figure.high or 0) >= _LEAST and _IN_DAYS.match(text, figure.stop):
        return True
    lasted = _LASTING.search(text, clause.start, figure.start)
    if lasted is not None:
        return not any(lasted.end() <= one.start < figure.start for one in days)
    lasted = _LASTING.search(text, figure.stop, clause.stop)
    if lasted is None or covered.APART.search(text, figure.stop, lasting := lasted.start()):
        return False
    return _DURING.search(text, max(lasting - 20, figure.stop), lasting) is not None


def _went_on(figure: "FigureMention", clause: Clause, text: str, days: Sequence["DateMention"]) -> bool:
    """«قتل 40 في معارك استمرت أسبوعين»; «عقب اشتباكات استمرت عشرين يوما، قتل خلالها 20»; «القتال الذي انتهى في يونيو»."""
    ended = search(_ENDED, _ENDED_BY, text, clause.start, figure.start)
    if ended is not None and not any(one.precision == "day" for one in days):
        return True
    told = search(_WENT_ON, _WENT_ON_BY, text, clause.start, clause.stop)
    if told is None:
        return False
    if told.end() <= figure.start:
        came = _CAME.search(text, told.end(), figure.stop + 1)
        came = came or _DURING_IT.search(text, max(told.start() - 8, clause.start - 1, 0), told.start())
        return came is not None and not any(told.end() <= one.start < figure.start for one in days)
    return not days and figure.stop <= told.start() and covered.APART.search(text, figure.stop, told.start()) is None


def _enters(figure: "FigureMention", clause: Clause, text: str, days: Sequence["DateMention"]) -> bool:
    """«أسفرت المواجهات، التي تدخل الجمعة أسبوعها الثاني، عن 21 قتيلا»: whether they go on for so long, and no day stands behind that."""
    if figure.measure not in DEADLY or (figure.low or figure.high or 0) < _LEAST:
        return False
    told = search(_ENTERS, _ENTERS_BY, text, clause.start, figure.start)
    return told is not None and not any(told.end() <= one.start for one in days)


def _of_many(figure: "FigureMention", clause: Clause, text: str) -> bool:
    """Whether they fell in what is still to end, or in massacres; where no day is told."""
    count = figure.low or figure.high or 0
    if figure.high is None and _ONE_OF.search(text, max(figure.start - _BESIDE, clause.start), figure.start):
        return True
    if search(_DOZENS_OF_ACTS, _ACTS_BY, text, clause.start, figure.start):
        return True
    if figure.measure not in DEADLY or count < _LEAST:
        return False
    if search(_TO_END, _TO_END_BY, text, clause.start, clause.stop):
        return True
    return count >= _MANY and search(_MASSACRES, _MASSACRES_BY, text, clause.start, figure.start) is not None


def going(figure: "FigureMention", clause: Clause, layers: Layers) -> date | None:
    """Since when the fights go on that harmed the people of a figure: «بدأ الجيش في مارس هجوما …. وتسببت المعارك المتواصلة بمقتل 90»."""
    if search(_GOING, _GOING_BY, layers.text, _opens(clause, layers), figure.start) is None:
        return None
    first = layers.sentences[max(clause.sentence - _BEFORE, 0)][0]
    for one in reversed(inside(layers.dates, first, clause.start)):
        if (
            one.first
            and one.kind in ("point", "ago", "since")
            and (one.rule.startswith(ONSET) if one.kind == "since" else actsums.began(layers.text, one, first))
        ):
            return one.first
    return None


def tallied(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """«وتسببت المعارك المتواصلة بمقتل 80، بحسب حصيلة جديدة. والقتلى هم 20 من كذا و60 من كذا»: a tally of fights that go on."""
    text, opens = layers.text, _opens(clause, layers)
    found = search(_GOING, _GOING_BY, text, opens, figure.start)
    if found is None or "عملي" in found.group():  # of an operation that goes on, a day's dead too
        return False
    return search(_BY_TALLY, ("حصيل",), text, found.end(), layers.sentences[clause.sentence][1]) is not None


def _opens(clause: Clause, layers: Layers) -> int:
    """Where what is told of begins; «والقتلى هم» goes on with the sentence before."""
    goes_on = clause.sentence > 0 and _THE_DEAD.match(layers.text, clause.start) is not None
    return layers.sentences[clause.sentence - 1][0] if goes_on else clause.start
