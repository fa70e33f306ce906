"""Scope: whether a figure tells of one occurrence, of a period or campaign, or of how many there are."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.acts.layers import Clause, Layers
from agents.extract.counted import byplace
from agents.extract.harm.harm import DEADLY, SURE, TAKEN
from agents.extract.scope import actsums, covered, daily, general, lasting, occurred, once, stock
from agents.extract.scope.general import people
from agents.extract.words.letters import search
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of, listed

if TYPE_CHECKING:
    from agents.extract.days.dates import DateMention
    from agents.extract.figures.mention import FigureMention

MANY = 1000  # people: no single occurrence of an unnamed day befalls so many; of several acts, a tenth of them
GREAT = 100  # killed: where so many are told of beside a word for a campaign, or without one for an act, and no day is, it was no one act
HUGE = 200  # killed: where no day is named and no one act, it was no one act
VAST = 300  # killed: the same, though a day is named
TALLY = 30  # people: who counts fewer («وثق المرصد مقتل 7») may count those of one act
_AT_ONCE = dict.fromkeys(["wounded", *TAKEN], 5 * MANY)  # people: so many are not in one occurrence; more may flee from one
_SUMMED = SURE | TAKEN
_LONG, _SEVERAL = any_of("acts", "long"), any_of("acts", "many")
_LONG_ACTS = re.compile(rf"(?<![\u0621-\u064a])[وفبل]?(?:ال|لل)?(?:{_LONG})(?![\u0621-\u064a])")  # what goes on for days
_ACTS = re.compile(rf"(?:هذه|تلك|في|خلال|جراء)\s+ال(?:{_SEVERAL})")  # many acts
_LONG_ACTS_BY = sorted(listed("acts", "long"))  # letters without which these find nothing
_ACTS_BY = [f"ال{word}" for word in sorted(listed("acts", "many"))]
_NIGHT = re.compile(r"(?:ليل|ليله|مساء|فجر|صباح|منتصف)(?!\w)")  # «ليل أمس وفجر اليوم» is one night
_NIGHT_OF = re.compile(r"منذ\s(?:مساء|ليل|ليله)\s(?:\S+\s){1,3}(?:و?حتي|الي)\s(?:فجر|صباح)\s")
_NOT_OF_BOTH = re.compile(  # «الهجوم الذي وقع يومي السبت والأحد», «استعادوا نقاطا سيطر عليها الجيش يومي»
    r"\sال(?:هجوم|اعتداء|تفجير|مجزره)\s(?:[^\s،,.:؛]+\s){0,4}(?:الذي|التي)\s(?:وقع|حدث|جر[يت]|نفذ|استهدف)\S*\s(?:يومي\s)?$"
    r"|\s(?:سيطر|استول)\S*\sعلي\S*\s(?:[^\s،,.:؛]+\s)?(?:يومي\s)?$"
)
_SINCE_WHEN = re.compile(r"\s(?:ال)?(?:مستمر|متواصل|دائر|جاري|متصاعد|منطلق)\S{0,2}\s(?:(?:في|ب)\S*\s(?:\S+\s)?)?$")
_YIELDED = re.compile(rf"\s(?:{any_of('acts', 'yield')})\s$")
_YIELDS = (" عن ", " الي ", " ب", " في ")
_WINDOW = re.compile(r"24\s(?:ال)?ساعه|ساعات\s(?:ال\s?)?24|اربع وعشرين ساعه|ساعات الاربعه? و(?:ال)?عشرين")
_GOES_ON = re.compile(  # «تواصل ضرب القوات، موقعة عشرات القتلى», «تقصف البلدات يوميا موقعة في اليوم عشرات»: what goes on for days
    r"(?<!\S)[وف]?(?:(?:[تي]واصل|[تي]ستمر)(?:ون)?|يوميا|كل يوم)\s[^.:؛\n]{0,100}\s(?:موقع|مخلف|مكبد)(?:[اه]|ين)\s(?:\S+\s){0,3}$"
    r"|[تي]تكبد\w*\s(?:\S+\s){1,4}(?:يوميا|كل يوم|بشكل يومي)\s$"
)
_OFFENSIVE = re.compile(r"\s(?:جراء|خلال|نتيجه|في|بسبب)\sال(هجوم|عمليه|حمله)\sال(?:\S+يه?|عسكري\w*)(?![\u0621-\u064a])")
_BREATH, _MOST, _BESIDE = 30, 30, 60  # characters between people and a period in one breath; dates looked at, characters around them
FEW = 5  # people: so few are of one occurrence, though only its month is named
LONG = timedelta(days=2)  # a period longer than this is no single occurrence


class Scoped(NamedTuple):
    """scope: of records. first, last: the period of a toll, None where not said. rule: what decided."""

    scope: str
    first: date | None
    last: date | None
    rule: str


INCIDENT = Scoped("incident", None, None, "scope.incident")
AT_ONCE = Scoped("incident", None, None, "scope.at-once")  # so many, and yet in one act
SHARED_OUT = Scoped("summary", None, None, "scope.shared-out")  # «15، اثنان في كذا و13 في كذا»


def of(figure: "FigureMention", clause: Clause, layers: Layers, told: bool, dates: Sequence["DateMention"]) -> Scoped:
    """The scope of one figure, by the dates and cues of its clause; how many remain is an estimate.

    told: whether a word of the clause says what happened. dates: those of the occurrence, not those on which something was said of it.
    """
    held = not told and stock.held(figure, clause, layers)
    if figure.measure == "remaining" or held:
        return Scoped("estimate", None, None, "scope.held" if held else "scope.stock")
    text = layers.text
    here = [one for one in inside(layers.dates, clause.start, clause.stop) if not covered.elsewhere(figure, one, clause, layers)]
    days = [one for one in here if one.kind in ("point", "ago") and one.precision == "day" and one in dates]
    by_date = INCIDENT if covered.one_of_several(figure, clause, text) else _period(figure, clause, layers, here, days)
    one_alone = told and all(one.low == one.high == 1 for one in inside(layers.figures, clause.start, clause.stop))
    if by_date and not (by_date.rule in ("scope.since", "scope.span") and one_alone):  # one person's death is no count
        return by_date
    cues = [hit for hit in layers.cues("scopes", clause) if not covered.elsewhere(figure, hit, clause, layers)]
    past = {one.start for one in here if _once(one, text)}
    tolls = [hit for hit in cues if hit.value.startswith("toll") and (hit.start in past or covered.no_toll(text, figure, hit, clause))]
    values = {hit.value.split("/")[0] for hit in cues if hit not in tolls}
    if by_word := _by_word(figure, values, here, days):
        return by_word
    several = actsums.of(figure, clause, layers, here)
    if whole := Scoped("toll", *several) if several else _lasting(figure, clause, layers, values, days):
        return whole
    if any(one in dates for one in days) and not _beyond_one_act(figure, VAST, clause, text):
        return INCIDENT
    at_once = people(figure) >= GREAT and once.of(figure, clause, layers)
    return AT_ONCE if at_once else _undated(figure, here, values, clause, layers, told=told)


def _once(one: "DateMention", text: str) -> bool:
    """«منذ أسبوعين» of what happened once, «استمر منذ مساء الأحد حتى فجر الاثنين»: no period of which a number is counted."""
    if not text.startswith("منذ", one.start) or one.first is None or one.last is None:
        return False
    night = one.kind == "span" and one.last - one.first < LONG and _NIGHT_OF.match(text, one.start) is not None
    return one.kind == "ago" or night


def _by_word(figure: "FigureMention", values: set[str], here: Sequence["DateMention"], days: Sequence["DateMention"]) -> Scoped | None:
    """The toll of a period of which a word speaks, or the report of one; that may tell of one act of a day too. Or what others make up."""
    if "toll" in values and not any(one.kind == "since" for one in here):
        return Scoped("toll", None, None, "scope.toll-cue")
    if "report" in values and not days and figure.measure in _SUMMED:
        return Scoped("toll", None, None, "scope.report")
    return SHARED_OUT if byplace.SHARED_OUT in figure.rules else None


def _period(
    figure: "FigureMention", clause: Clause, layers: Layers, here: Sequence["DateMention"], days: Sequence["DateMention"]
) -> Scoped | None:
    """The toll of the period that a date of the clause names. days: of these the days of the occurrence."""
    text = layers.text
    begun = next((one for one in here if one.kind in ("point", "ago") and _begun(layers, one)), None)
    begun = actsums.begun_on(figure, clause, text, here) or begun
    by_date = _since(begun, layers.published) if begun and all(one is begun for one in days) else None
    own = [one for one in here if "pair" in one.rule or (_is_of(figure, one, text, days) and not covered.since_own(figure, one, here))]
    told_of = (_by_date(one, layers.published) for one in own)
    by_date = by_date or next(filter(None, told_of), None) or _two_days(text, here)
    window = None
    if by_date is None and not days and people(figure) >= FEW and not general.one_fight(figure, clause, layers):
        window = next((one for one in here if _in_window(text, figure, one)), None)
    if by_date is None and window is None and figure.measure in DEADLY and people(figure) >= FEW:
        since = (one for one in here if one.first and _is_since(one) and not (days and _since_when(figure, one, text)))
        since = (one for one in since if not covered.apart(text, figure, one) and not general.one_night(one, figure, clause, layers))
        window = next(since, None)
    return by_date if window is None else Scoped("toll", window.first, window.last, "scope.window")


def _since_when(figure: "FigureMention", one: "DateMention", text: str) -> bool:
    """«قتل أربعة الجمعة في الاحتجاجات المستمرة منذ مارس»: since when goes on what people died in."""
    return figure.stop <= one.start and people(figure) < GREAT and _SINCE_WHEN.search(text, figure.stop, one.start) is not None


def _begun(layers: Layers, one: "DateMention") -> bool:
    """As occurred.begun(), found once for all figures of a clause."""
    found = layers.begun.get(one.start)
    if found is None:
        found = layers.begun[one.start] = occurred.begun(layers.text, one)
    return found


def _is_of(figure: "FigureMention", one: "DateMention", text: str, days: Sequence["DateMention"]) -> bool:
    """«قتل 60 منذ مارس»; «قتل أربعة الجمعة في الاحتجاج الذي يتواصل منذ مارس» tells since when they protest.

    «أصيب 48 الجمعة، وقتل 130 منذ مارس»: nor is it of people who have a day of their own before it, and a comma.
    """
    if one.kind != "since":  # «53 خلال شهر واحد، وفق تقرير صدر الثلاثاء»: a day behind the period is none of theirs
        if days and one.kind == "span" and _bound(figure, one, text, days):
            return True
        joined = one.rule.startswith("date.within") and figure.start <= one.start and all(day.start > one.start for day in days)
        return not days or (joined and not covered.apart(text, figure, one))
    if not days:
        least = GREAT if figure.measure in DEADLY else MANY
        return one.start < figure.start or people(figure) >= least or not covered.of_place(figure, one, text)
    if _since_when(figure, one, text):
        return False
    if covered.own_day(figure, one, text, days):
        return False
    return one.start < figure.start or not covered.apart(text, figure, one)


def _bound(figure: "FigureMention", one: "DateMention", text: str, days: Sequence["DateMention"]) -> bool:
    """«قال أمس إن الغارات أسفرت خلال أسبوع عن مقتل 60», «اتهم أمس …، خلفت 56 قتيلا في الأيام الأخيرة»: a period in one breath with them."""
    if one.stop <= figure.start:
        return _YIELDED.search(text, max(one.start - 12, 0), one.start) is not None and text.startswith(_YIELDS, one.stop)
    near = figure.stop <= one.start <= figure.stop + _BREATH and not any(figure.stop <= day.start < one.start for day in days)
    return near and "،" not in text[figure.stop : one.start] and not covered.apart(text, figure, one)


def _lasting(figure: "FigureMention", clause: Clause, layers: Layers, values: set[str], days: Sequence["DateMention"]) -> Scoped | None:
    """The scope of a number of what lasts: of so many days, of a campaign, or where no day is told, of an offensive that goes on."""
    if lasting.of(figure, clause, layers.text, days):
        return Scoped("toll", None, None, "scope.lasting")
    if not days and figure.measure in DEADLY and people(figure) >= FEW and (since := lasting.going(figure, clause, layers)):
        return Scoped("toll", since, layers.published, "scope.lasting") if layers.published - since > LONG else None
    if not days and figure.measure in DEADLY and people(figure) >= FEW and lasting.tallied(figure, clause, layers):
        return Scoped("toll", None, None, "scope.lasting")
    if campaign := _campaign(figure, values, days, layers.published):
        return campaign
    return None if days else _going_on(figure, clause, layers.text) or _offensive(figure, clause, layers)


def _campaign(figure: "FigureMention", values: set[str], days: Sequence["DateMention"], published: date) -> Scoped | None:
    """«Launched on 18 February a campaign that has killed hundreds»: all since a day some time ago."""
    if "campaign" not in values or figure.measure not in DEADLY or people(figure) < GREAT:
        return None
    first = next((one.first for one in days if one.first and published - one.first > LONG), None)
    return Scoped("toll", first, published, "scope.campaign") if first else None


def _beyond_one_act(figure: "FigureMention", least: int, clause: Clause, text: str) -> bool:
    """Whether so many died, and no word for one act stands beside it: raids, battles, a campaign did that together; or were taken."""
    if figure.measure in TAKEN:  # «منذ قيام الدولة … اعتقل 700 ألف، منهم 5 آلاف معتقلين اليوم»
        return people(figure) >= _AT_ONCE[figure.measure]
    if figure.measure not in DEADLY or people(figure) < least:
        return False
    return people(figure) >= 2 * MANY or not covered.one_act(text, clause.start, clause.stop)


def _goes_on(figure: "FigureMention", clause: Clause, layers: Layers) -> bool:
    """Whether raids, battles, a campaign are told of, or only «hundreds», and no day in the sentence or in the one before it."""
    if "number.vague" not in figure.rules and not search(_LONG_ACTS, _LONG_ACTS_BY, layers.text, clause.start, clause.stop):
        return False
    said = inside(layers.dates, layers.sentences[max(clause.sentence - 1, 0)][0], layers.sentences[clause.sentence][1])
    return not any(one.kind in ("point", "ago", "future") and one.precision == "day" for one in said)


def _going_on(figure: "FigureMention", clause: Clause, text: str) -> Scoped | None:
    """Round numbers of what goes on: they sum up many occurrences."""
    goes_on = figure.high is None and _GOES_ON.search(text, clause.start, figure.start) is not None
    return Scoped("summary", None, None, "scope.goes-on") if goes_on or daily.counts(figure, clause, text) else None


def _undated(
    figure: "FigureMention", here: Sequence["DateMention"], values: set[str], clause: Clause, layers: Layers, *, told: bool
) -> Scoped:
    """The scope where no day is named: what was tallied, great numbers, a war's numbers and a month's numbers are tolls."""
    deaths = people(figure) if figure.measure in DEADLY else 0
    of_act = covered.result_of_act(figure, clause, layers) or general.one_target(clause, figure, layers)
    told = of_act or told
    tallied = "tally" in values and people(figure) >= TALLY and not (told and covered.tallied_on(figure, here, clause, layers))
    if tallied or (deaths >= GREAT and ("campaign" in values or not told)):
        return Scoped("toll", None, None, "scope.tally-cue" if tallied else "scope.campaign")
    several = clause.start >= layers.title_stop and search(_ACTS, _ACTS_BY, layers.text, clause.start, clause.stop)
    many = people(figure) >= (MANY // 10 if several else MANY)
    news = clause.sentence <= layers.lede  # what an article is about may be the greatest attack of its war
    in_war = not news and deaths > 0 and general.in_war(figure, clause, layers)
    if in_war or (not news and _beyond_one_act(figure, HUGE if _goes_on(figure, clause, layers) else VAST, clause, layers.text)):
        return Scoped("toll", None, None, "scope.in-war" if in_war else "scope.great")
    if "war" in values and people(figure) != 1 and (figure.cumulative or many or not told):  # «العميد فلان، وهو قائد في الحرب على كذا»
        return Scoped("toll", None, None, "scope.war")
    if many and (deaths or figure.measure in TAKEN or (figure.low or 0) >= _AT_ONCE.get(figure.measure, 10 * MANY)):
        return Scoped("toll", None, None, "scope.many")
    month = next((one for one in here if one.kind == "point" and one.precision in ("month", "year")), None)
    if month is None or (figure.low or 0) < FEW:
        return INCIDENT
    least = TALLY if month.precision == "month" and actsums.plural(clause, layers.text) else GREAT  # «40 في يناير في المواجهات وبغارات»
    one_act = deaths < least or of_act or covered.ACT.search(layers.text, clause.start, clause.stop)
    return INCIDENT if told and one_act else Scoped("toll", month.first, month.last, "scope.month")


def _offensive(figure: "FigureMention", clause: Clause, layers: Layers) -> Scoped | None:
    """«قتل 95 مدنيا جراء الهجوم التركي», of which the article says since when it goes on: all who died in it."""
    if figure.measure not in DEADLY or people(figure) < FEW or clause.sentence <= layers.lede:
        return None
    named = _OFFENSIVE.search(layers.text, clause.start, clause.stop)
    if named is None:
        return None
    for one in layers.dates[:_MOST]:
        if one.kind == "since" and one.first and one.start < clause.start:
            near = layers.text[max(one.start - _BESIDE, 0) : one.stop + _BESIDE]
            if named.group(1) in near and layers.published - one.first > LONG:
                return Scoped("toll", one.first, layers.published, "scope.offensive")
    return None


def _is_since(one: "DateMention") -> bool:
    """Not «منذ بدء الهجوم فجر أمس»: since the act itself began, which counts no more than that."""
    return one.kind == "since" and "since.onset" not in one.rule


def _in_window(text: str, figure: "FigureMention", one: "DateMention") -> bool:
    """«70 خلال الساعات الـ24 الماضية»: all that happened in a day, in one statement with the number."""
    if one.kind != "span" or not _WINDOW.search(text, one.start, one.stop):
        return False
    return not covered.apart(text, figure, one)


def _since(one: "DateMention", published: date) -> Scoped | None:
    """All since a day, where that is no day or two ago."""
    if one.first is None or published - one.first >= LONG:
        return Scoped("toll", one.first, one.last if one.kind == "since" and one.last else published, "scope.since")
    return None


def _two_days(text: str, here: Sequence["DateMention"]) -> Scoped | None:
    """«السبت والأحد», «أمس واليوم»: all of two days; not where one attack lasted so long, or ground was taken then."""
    here = [one for one in here if _NOT_OF_BOTH.search(text, max(one.start - 70, 0), one.start) is None]
    for one, two in pairwise(here):
        beside = text[one.stop : two.start] == " " and text[two.start] == "و" and not _NIGHT.search(text, max(one.start - 5, 0), two.stop)
        if beside and one.kind == two.kind == "point" and one.precision == two.precision == "day":
            return Scoped("toll", one.first, two.last, "scope.two-days")
    pair = next((one for one in here if one.kind == "point" and one.rule.endswith("weekday.pair")), None)
    return Scoped("toll", pair.first, pair.last, "scope.two-days") if pair else None


def _by_date(one: "DateMention", published: date) -> Scoped | None:
    if one.kind == "since":
        return _since(one, published)
    if one.kind == "span" and one.first and one.last and (one.last - one.first >= LONG or "pair" in one.rule):
        return Scoped("toll", one.first, one.last, "scope.span")
    return None
