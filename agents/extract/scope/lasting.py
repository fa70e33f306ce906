"""Lasting: numbers of what went on for days («بعد أسبوع من القصف», «معارك استمرت عشرين يوما»), by words that say so."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause, Layers, inside
from agents.extract.scope import covered, together
from agents.extract.words.letters import among, search
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
_DURING = re.compile(r"\s(?:في|خلال|بعد|ل|طوال)(?:\s?(?:نحو|حوالي|اول|اكثر من|[0-9]+|\S{3,5}))?\s$|\sل(?:حوالي|نحو)\s$")
_FIGHTS = rf"(?:ال)?(?:{_ACTS}|حملات|معركه|حمله|عمليه|هجوم)(?![\u0621-\u064a])"
_WENT_ON = re.compile(  # «اشتباكات استمرت لأكثر من عشرين يوما», «معارك دامت أياما»
    rf"(?<![\u0621-\u064a])\S?{_FIGHTS}\s(?:[^\s،.:؛]+\s){{0,9}}(?:استمر|دام|تواصل)(?:ت|ا|تا|وا)?\s(?:(?!ل?ثلاثه|ل?3)[^\s،.:؛]+\s){{0,4}}"
    r"(?:ايام|اياما|يوما|اسبوعا?|اسبوعين|اسابيع|شهرا?|شهرين|اشهر|شهور|سنوات|اعوام)(?![\u0621-\u064a])"
)
_WENT_ON_BY = ("استمر", " دام", "تواصل")
_CAME = re.compile(  # what came of it, in words behind it
    r"\s\S?(?:خلالها|خلاله|فيها|فيه|اثناءها|تخللها|ادت?|ادي|اسفرت?|اوقعت?|خلفت?|اودت|اودي|حصدت?|راح)\s"
)
_ENDED = re.compile(  # «القتال الذي انتهى في أوائل يونيو»
    rf"(?<![\u0621-\u064a])ال(?:{_ACTS}|معركه|حمله|عمليه)\s(?:\S+\s){{0,3}}(?:الذي|التي)\s(?:انتهي|انتهت|توقفت?)\s"
)
_ENDED_BY = ("انته", "توقف")
_GOING = re.compile(  # «المعارك المتواصلة», «هذه العملية»: the fights that were told of
    rf"(?<![\u0621-\u064a])(?:ال(?:معارك|اشتباكات|مواجهات|قتال|عمليات|حمله|عمليه)\s(?:\S+\s)?ال(?:متواصل|مستمر|دائر|جاري)ه?\s"
    rf"|(?:هذه|هذا|تلك)\sال(?:{_ACTS}|حمله|عمليه|معركه)\s)"
)
_GOING_BY = ("المتواصل", "المستمر", "الدائر", "الجاري", "هذه ال", "هذا ال", "تلك ال")
ONSET = ("date.since.onset", "date.since.event")  # rules of what goes on since it began
_BEFORE = 2  # sentences in which stands since when fights go on


def of(figure: "FigureMention", clause: Clause, text: str, days: Sequence["DateMention"]) -> bool:
    """Whether days or weeks of fighting stand before the figure, and no one day behind them; or «in five days of raids» behind it."""
    if _went_on(figure, clause, text, days):
        return True
    if not among(_UNITS, text, clause.start, clause.stop):  # most clauses: the pattern takes its time
        return False
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
        return came is not None and not any(told.end() <= one.start < figure.start for one in days)
    return not days and figure.stop <= told.start() and covered.APART.search(text, figure.stop, told.start()) is None


def going(figure: "FigureMention", clause: Clause, layers: Layers) -> date | None:
    """Since when the fights go on that harmed the people of a figure: «بدأ الجيش في مارس هجوما …. وتسببت المعارك المتواصلة بمقتل 90»."""
    if search(_GOING, _GOING_BY, layers.text, clause.start, figure.start) is None:
        return None
    first = layers.sentences[max(clause.sentence - _BEFORE, 0)][0]
    for one in reversed(inside(layers.dates, first, clause.start)):
        if (
            one.first
            and one.kind in ("point", "ago", "since")
            and (one.rule.startswith(ONSET) if one.kind == "since" else together.began(layers.text, one, first))
        ):
            return one.first
    return None
