"""Periods: the figures of a clause by their scope, and the period that goes on from the clause before."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from agents.extract.acts.events import compatible
from agents.extract.acts.layers import Clause, Layers
from agents.extract.harm.harm import HURT, TAKEN
from agents.extract.scope import actsums, covered
from agents.extract.scope.general import people
from agents.extract.scope.lasting import ONSET
from agents.extract.scope.scope import AT_ONCE, FEW, INCIDENT, LONG, TALLY, Scoped, of
from agents.extract.words.letters import search
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of, listed

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

REPORT = "scope.report"  # the rule of what a report of a period counts
_WHOLE = ("scope.many", "scope.great", "scope.war", "scope.campaign")  # rules of numbers that no one act has
_GOES_ON_SAYING = re.compile(  # what he said before of a period, he goes on with; «أما الجماعة فقتل منها» is the other side of it
    r"\s*و?(?:(?:اضاف|اشار|لفت|تابع|زاد|استطرد|مشير|لافت|مضيف)(?:ت|وا|ا|ه|ين)?|اما|(?:في\s|ب)المقابل،?)\s"
)
_IN_TURN = re.compile(r"\s*و?(?:بدور(?:ه|ها|هم)،?|(?:في\s|ب)المقابل،?|رد(?:ت|وا)?)\s")  # «بدورها، قصفت الفصائل العاصمة»: in those days
_SHARED = re.compile(  # «القتلى توزعوا حسب المناطق: 41 في دمشق، و12 في حلب»: place by place those who were counted before
    r"ال(?:قتلي|ضحايا|وفيات)\s(?:توزعوا|توزعت|يتوزعون|تتوزع)\s|توزعت?\sال(?:قتلي|ضحايا|وفيات)\s"
)
_PERIODS = ("scope.since", "scope.span", "scope.same-period")
_OTHERS_TOO = re.compile(r"[\s،؛]*(?:كما\s|و)(?:قتل|اصيب|جرح|سقط|استشهد|قضي)ت?\s(?:اخرون|اخرين)(?![\u0621-\u064a])")
_MANY = f"{any_of('acts', 'many')}|{any_of('acts', 'lasting')}"
_THE_ACTS = re.compile(  # «قتلوا في الغارات التركية», «جراء القتال الدائر»: in those that were told of
    rf"\s(?:في|خلال|جراء|اثناء|نتيجه|بسبب|اثر)\s(?:(?:هذه|تلك|هذا|ذلك)\s)?ال(?:{_MANY})(?![\u0621-\u064a])"
)
_EACH = f"{any_of('acts', 'each')}|{any_of('acts', 'many')}|{any_of('acts', 'lasting')}"
_KNOWN_ACTS = re.compile(  # «قتل في الهجمات», «أودت هذه التفجيرات»; not «الهجمات التي»
    rf"(?<![\u0621-\u064a])[وفب]?ال({_EACH})(?![\u0621-\u064a])(?!\s(?:ال\S+\s)?(?:الذي|التي)\s)"
)
_MANY_WORDS = sorted(listed("acts", "many") | listed("acts", "lasting"))
_EACH_WORDS = sorted(listed("acts", "each").union(_MANY_WORDS))
_KNOWN_ACTS_BY = [f"ال{word}" for word in _EACH_WORDS]
_ACTS_TOLD = re.compile(rf"(?<![\u0621-\u064a])[وفبل]?(?:ال)?(?:{_EACH}|وقائع|احداث)(?![\u0621-\u064a])")
_ACTS_TOLD_BY = [*_EACH_WORDS, "وقائع", "احداث"]
_AND_HURT = re.compile(
    r"(?:\s(?!و)[^\s،.:؛\d]+){0,2}?[،,]?\sو(?:اصاب|جرح|اصيب|مقتل|قتل|اسر|اعتقل|اعتقال)\S{0,2}\s(?:نحو\s|حوالي\s|اكثر\sمن\s)?"
)
_COMPARED = 80  # characters before a period in which stands what is compared with it
_SINCE_THEN = 4 * FEW  # people
NEWS = 4  # times the people on top of an article: so many more are not those of its day
_LASTS = re.compile(rf"(?<![\u0621-\u064a])[وفب]?(?:ال)?(?:{any_of('acts', 'lasting')})(?![\u0621-\u064a])")
_LASTS_BY = sorted(listed("acts", "lasting"))
_THE_ACTS_BY = [f" ال{word}" for word in _MANY_WORDS]


def groups(
    figures: list["FigureMention"], clause: Clause, layers: Layers, told: bool, dates: list["DateMention"]
) -> list[tuple[Scoped, list["FigureMention"]]]:
    """The figures of a clause in groups of one scope; one group without figures where there are none."""
    found: dict[Scoped, list[FigureMention]] = {}
    for figure in figures:
        total = layers.figures[figure.parent] if figure.subset and figure.parent is not None else None
        scoped = next((one for one, known in found.items() if total in known), None) or _in_one_breath(found, figure, layers.text)
        scoped = scoped or of(figure, clause, layers, told, dates)
        found.setdefault(scoped, []).append(figure)
    whole = next((one for one in found if one.rule in _WHOLE), None)
    if whole:  # what goes with a war's number is a war's number, but for those of one act
        once = found.get(AT_ONCE, [])
        found = {whole: [one for one in figures if one not in once], **({AT_ONCE: once} if once else {})}
    return list(found.items()) or [(INCIDENT, [])]


def _in_one_breath(found: Mapping[Scoped, list["FigureMention"]], figure: "FigureMention", text: str) -> Scoped | None:
    """«أدت إلى مقتل 130 شخصا وإصابة العشرات»: the toll of the number that is told right before, of the same acts."""
    for scoped, known in found.items():
        last = known[-1]
        two = last.measure != figure.measure and {last.measure, figure.measure} <= HURT | TAKEN
        if scoped.scope == "toll" and two and last.stop < figure.start and _AND_HURT.fullmatch(text, last.stop, figure.start):
            return scoped
    return None


def gone_on_with(
    scoped: Scoped, figures: list["FigureMention"], clause: Clause, layers: Layers, before: "Frame | None", *, told: bool, acts: bool
) -> Scoped | None:
    """The period of what stands before, where the figures of a clause are of that too; None where they are not.

    before: the last frame. told: whether a word of the clause says what happened; acts: whether one names an act, not only shots.
    """
    if scoped.scope != "incident" or not figures or (before is not None and before.clause is clause):
        return None
    if not all(covered.elsewhere(figures[0], one, clause, layers) for one in inside(layers.dates, clause.start, clause.stop)):
        return None
    if before is not None and (_covered(clause, layers, before) or _continued(figures, clause, layers, before, told=told)):
        return before.scope if before.scope.rule == REPORT else before.scope._replace(rule="scope.same-period")
    return _since_then(figures, clause, layers, told=acts) or _of_period_before(figures, clause, layers)


def reach_back(frame: "Frame", before: "Frame") -> None:
    """«قتل 42 كما أسر 11 في معارك خلال الأيام الماضية»: gives the period that closes a sentence to what it tells before, of no day."""
    if frame.scope.rule not in ("scope.since", "scope.span") or frame.clause.link != "new" or before.scope.scope != "incident":
        return
    if before.clause.sentence != frame.clause.sentence or not before.figures or before.dates or before.places or before.triggers:
        return
    if frame.figures and any(one.start > frame.figures[0].stop and one.kind in ("since", "span") for one in frame.dates):
        before.scope = frame.scope._replace(rule="scope.same-period")
        before.rules[1] = before.scope.rule


def of_onset(frame: "Frame", before: "Frame") -> None:
    """«اندلعت صدامات في 14 فبراير. وأسفرت هذه المواجهات عن 30 قتيلا»: fights of nobody that only tell since when are of that toll."""
    if frame.scope.rule != "scope.lasting" or frame.scope.first is None or before.scope.scope != "incident":
        return
    if before.figures or before.roles.agent or before.roles.target or not compatible(before.code, frame.code):
        return
    if any(one.first == frame.scope.first for one in before.dates):
        before.scope, before.dates, before.when = frame.scope, [], (None, None)
        before.rules[1] = before.scope.rule


def _covered(clause: Clause, layers: Layers, before: "Frame") -> bool:
    """«قتل 17 منذ مايو، في حين أصيب 260»: of the period of what stands before in the sentence, where the clause has no place of its own."""
    if before.clause.sentence != clause.sentence:
        return False
    if before.scope.rule == REPORT:  # what a report counts, place by place
        return True
    return before.scope.rule in _PERIODS and not _has_place(clause, layers)


def _continued(figures: list["FigureMention"], clause: Clause, layers: Layers, before: "Frame", *, told: bool) -> bool:
    """«Of 900 killed in March …. The number of the dead came to 548»: a sentence that only counts goes on with the period before it."""
    ahead = clause.sentence - before.clause.sentence
    if before.scope.scope != "toll" or ahead > 2:
        return False
    if ahead == 2:  # «خلال الأيام الماضية …. وحسب البيان، قتل 27 في عمليات متفرقة»: what a statement adds up of those days
        sums = any(one.value.startswith("sum") for one in layers.cues("scopes", clause))
        return sums and before.scope.rule in _PERIODS and before.clause.sentence <= layers.lede and not _has_place(clause, layers)
    shared = ahead == 1 and _SHARED.search(layers.text, clause.start, clause.stop) is not None
    if shared or not told or before.scope.rule == REPORT or _others_too(clause, layers, before):
        return shared or not _has_place(clause, layers)
    tallied = before.updates or before.clause.link == "sum"  # «ليرتفع العدد منذ مارس إلى 130»: what follows may be of today
    if before.scope.rule in _PERIODS and not tallied and _goes_on(clause, layers):
        return any(people(one) >= FEW for one in figures) and covered.ACT.search(layers.text, clause.start, clause.stop) is None
    great = any(people(one) >= TALLY for one in figures)
    if great and clause.link == "new" and before.scope.rule in _PERIODS:
        return True
    return (great or before.scope.rule in _PERIODS) and _of_the_acts(figures, clause, layers, before, great=great, tallied=tallied)


def _others_too(clause: Clause, layers: Layers, before: "Frame") -> bool:
    """«300 in that time. Others were killed in clashes»: more people without a number or a day, in no one act."""
    more = before.scope.rule in (*_PERIODS, "scope.toll-cue") and _OTHERS_TOO.match(layers.text, clause.start)
    return bool(more) and covered.ACT.search(layers.text, clause.start, clause.stop) is None


def _goes_on(clause: Clause, layers: Layers) -> bool:
    """«وأضاف أن 27 قتلوا في غارات», «بدورها، قصفت الفصائل العاصمة»: whether a sentence goes on with what was told."""
    if _IN_TURN.match(layers.text, clause.start):
        return True
    return _GOES_ON_SAYING.match(layers.text, clause.start) is not None and not _has_place(clause, layers)


def _of_the_acts(figures: list["FigureMention"], clause: Clause, layers: Layers, before: "Frame", *, great: bool, tallied: bool) -> bool:
    """«… 2927 of these. Strikes also killed 115 of those», «390 in two weeks of raids. 34 women died in the raids»: of no one act."""
    if before.scope.rule not in (*_PERIODS, *_WHOLE) or covered.ACT.search(layers.text, clause.start, clause.stop):
        return False
    if great and clause.link == "new":
        return True
    if tallied or sum(people(one) for one in figures if not one.subset) < 2 * FEW or _has_place(clause, layers):
        return False
    if not any("number.vague" not in one.rules and people(one) >= FEW for one in before.figures):
        return False
    return search(_THE_ACTS, _THE_ACTS_BY, layers.text, clause.start, clause.stop) is not None


def _since_then(figures: list["FigureMention"], clause: Clause, layers: Layers, *, told: bool) -> Scoped | None:
    """«21 operations since the protests began in March. The army killed 45 and wounded 900»: what is counted without a day, since then."""
    tallied = any("figure.tally" in one.rules for one in figures)
    if (told and not tallied) or clause.sentence <= layers.lede or sum(people(one) for one in figures if not one.subset) < _SINCE_THEN:
        return None
    if _in_the_news(figures, layers):
        return None
    first = _begun_before(clause, layers)
    if first is None or inside(layers.dates, *layers.sentences[clause.sentence]) or _has_place(clause, layers):
        return None
    if covered.ACT.search(layers.text, clause.start, clause.stop):
        return None
    return Scoped("toll", first, layers.published, "scope.same-period")


def _of_period_before(figures: list["FigureMention"], clause: Clause, layers: Layers) -> Scoped | None:
    """«… attacks between 2002 and 2004. The attacks killed 33»: of no day, in known acts of which the sentence before tells the period."""
    hurt = sum(people(one) for one in figures if not one.subset and one.measure in HURT)
    if clause.sentence <= layers.lede or hurt < 2 * FEW or _in_the_news(figures, layers) or _has_place(clause, layers):
        return None
    if inside(layers.dates, *layers.sentences[clause.sentence]) or covered.ACT.search(layers.text, clause.start, clause.stop):
        return None
    acts = search(_KNOWN_ACTS, _KNOWN_ACTS_BY, layers.text, max(clause.start - 1, 0), clause.stop)
    if acts is None or _news_of(acts.group(1), layers):
        return None
    start, stop = layers.sentences[clause.sentence - 1]
    said = [one for one in inside(layers.dates, start, stop) if one.first and one.last]
    if len(said) != 1 or said[0].last is None or said[0].first is None or said[0].kind not in ("point", "span"):
        return None
    first, last = said[0].first, min(said[0].last, layers.published)
    if last - first <= 2 * LONG or search(_ACTS_TOLD, _ACTS_TOLD_BY, layers.text, start, stop) is None:
        return None
    return Scoped("toll", first, last, "scope.same-period")


def _news_of(acts: str, layers: Layers) -> bool:
    """Whether the top of the article tells of people who were hurt in such acts."""
    stop = layers.sentences[layers.lede][1]
    hurt = any(people(one) >= FEW and one.measure in HURT for one in inside(layers.figures, 0, stop))
    return hurt and layers.text.find(acts, 0, stop) >= 0


def _in_the_news(figures: list["FigureMention"], layers: Layers) -> bool:
    """Whether the top of the article counts about as many: those of the day of which it tells."""
    on_top = inside(layers.figures, 0, layers.sentences[layers.lede][1])
    most = {one.measure: people(one) for one in figures if not one.subset}
    return any(NEWS * people(one) >= most.get(one.measure, NEWS * people(one) + 1) for one in on_top)


def _begun_before(clause: Clause, layers: Layers) -> date | None:
    """Since when, some time ago, something has gone on of which the sentence before speaks: «منذ بداية الحملة … قبل نحو أسبوع»."""
    said = inside(layers.dates, *layers.sentences[clause.sentence - 1])
    if not said:
        return None
    day = said[-1]
    if len(said) == 1 and day.first is not None and _runs(day, layers, layers.sentences[clause.sentence - 1][0]):
        return day.first if layers.published - day.first > LONG else None
    since = day if day.kind == "since" or len(said) == 1 else said[-2]
    if since.kind != "since" or not since.rule.startswith(ONSET) or day.first is None or layers.published - day.first <= LONG:
        return None
    if covered.compared(layers.text, max(since.start - _COMPARED, 0), since.start):
        return None  # «أكثر الأيام دموية منذ حرب 2014. وقال مسؤولون إن 58 قتلوا»
    return day.first


def _runs(day: "DateMention", layers: Layers, start: int) -> bool:
    """«ويشهد القطاع احتجاجات أسبوعية منذ 30 مارس», «وبدأت الاحتجاجات في 30 مارس»: whether it is since when what lasts goes on."""
    if day.kind == "point" and day.precision == "day":
        return actsums.began(layers.text, day, start) and search(_LASTS, _LASTS_BY, layers.text, start, day.start) is not None
    return (
        day.kind == "since"
        and search(_LASTS, _LASTS_BY, layers.text, start, day.start) is not None
        and not covered.compared(layers.text, max(day.start - _COMPARED, 0), day.start)
    )


def _has_place(clause: Clause, layers: Layers) -> bool:
    """Whether a clause says in which place it happened."""
    return any(one.cue == "in" for one in inside(layers.places, clause.start, clause.stop))
