"""Completion: what a draft's own frames leave open is taken from the rest of the article; what is told twice is told once."""

import re
from datetime import date, timedelta

from agents.extract.acts.events import VIOLENT, compatible
from agents.extract.acts.layers import Layers
from agents.extract.completion import arrests, bygone, located, placelines
from agents.extract.days.days import LENGTHS, back_to
from agents.extract.drafts.drafts import FRESH, Draft
from agents.extract.drafts.tallies import vague
from agents.extract.places.facts import having
from agents.extract.places.lands import land_of
from agents.extract.places.nearness import COARSE, COUNTRY, DISTRICT, may_be_one
from agents.extract.scope.scope import Scoped
from agents.extract.sums import boasted, decried, detailed, onebyone, retold, risen, strays, sumagain, sums
from agents.extract.words.spans import inside
from streams.records import Place

DAY = timedelta(days=1)
WEEK = 7  # days: so long a lag is a round one
SPANNED = 3 * DAY  # a longer time («قبل أيام», «خلال الأيام الماضية») dates only what is told of it
RITE = 60  # characters behind a word for where an embassy opens or moves, in which a place is of that
LATELY = 2 * DAY  # the day of what happened so lately may be that of later news too
_GREAT = frozenset(["scope.great", "scope.campaign", "scope.war"])  # rules of numbers that are no town's
_COVERED = ("scope.since", "scope.span", "scope.acts-of-period")  # rules of tolls whose days are those of their period
_PART = re.compile(r"في\s(?:شمال|جنوب|شرق|غرب|وسط)ي?(?:\s(?:شرق|غرب)ي?)?\sالبلاد(?![\u0621-\u064a])")
_BEYOND = having("beyond-border")  # whose forces arrest, and kill, beyond their border
_FAR_MORE = 2  # times that a country is named as often as another that is told of by the way
_ON, _ON_REACH = " علي ", 16  # «سيطروا على العاصمة صنعاء»; characters before a town
_WAR = 10_000  # people: so many dead are those of a war
_APART = having("parts-apart")  # countries whose parts are told of apart


def complete(drafts: list[Draft], layers: Layers) -> list[Draft]:
    """The drafts with a place and days where the article has any, with sums marked, and without what others of them tell better."""
    drafts = retold.without_headlines(drafts)
    for draft in drafts:
        retold.drop_joint(draft)
        retold.drop_on_top(draft, drafts)
        retold.drop_among(draft)
    lede = next((one for one in drafts if _leads(one)), None)
    first = next((one.place for one in drafts if one.place), None) or _named_first(layers)
    on_top = lede is not None and (_lately(lede, layers) or any(one.lede for one in lede.frames))
    told = lede if on_top else None  # an older act told below dates no news above it
    acts = {one.clause.sentence for draft in drafts for one in draft.frames}
    for draft in drafts:
        draft.place = located.place(draft, acts, layers) or draft.place or placelines.place(draft, layers)
        if draft.place is None:
            elsewhere = draft.beside or draft.near or first
            draft.place = arrests.home(draft, layers) or _land(draft, first, layers) or _in_the_land(draft, first, layers)
            draft.place = draft.place or _all_over(draft, drafts, layers)
            draft.place = draft.place or _set_free(draft, elsewhere, layers) or _within_reach(draft, elsewhere, layers)
        draft.place = _of_war(draft, layers) or draft.place
        if covered := _covered(draft):
            draft.scope = covered
        if not draft.stated or covered:
            draft.when = _date(draft, told, layers)
        elif _leads(draft) and (draft is lede or _lately(draft, layers)):
            told = draft  # an older one is background: what follows it is news again
        draft.rules.append(draft.when)
    sums.mark(drafts)
    drafts[:] = sumagain.merge(drafts)
    risen.mark(drafts, layers)
    onebyone.mark(drafts, layers)
    detailed.mark(drafts, layers)
    decried.leave_out(drafts, layers)
    boasted.mark(drafts)
    drafts = retold.without_rounds(drafts)
    strays.settle(drafts, layers)
    return drafts


def _covered(draft: Draft) -> Scoped | None:
    """The period that a toll's days are those of: that of the words that tell its first exact number, else of those it opens with."""
    told = next((frame.scope for one, frame in draft.figures if not vague(one)), draft.scope)
    for scope in (told, draft.scope):
        if scope.scope == draft.scope.scope and scope.rule in _COVERED and scope.first is not None:
            return scope
    return None


def _named_first(layers: Layers) -> Place | None:
    """The first place of a text that is no state which acts («قصفت تركيا أمس»), nor where an embassy is opened."""
    acts = {one.start for one in layers.actors}
    rites = [one.stop for one in layers.hits.get("asides", ()) if one.value.startswith("rite")]
    free = (one for one in layers.places if not any(0 <= one.start - stop <= RITE for stop in rites))
    named = [one for one in free if one.start not in acts]
    return next((one.place for one in named if one.cue != "destination"), named[0].place if named else None)


def _land(draft: Draft, first: Place | None, layers: Layers) -> Place | None:
    """The country of the place told before, for a number of months or of a war whose place is not told: it is not of that town."""
    known = draft.near or first
    if draft.scope.scope != "toll" or known is None or known.country in _APART or (known is draft.near and known.geo_precision == DISTRICT):
        return None
    since = draft.scope.first
    if draft.scope.rule not in _GREAT if since is None else layers.published - since <= FRESH:
        return None
    return _country_of(known, layers)


def _all_over(draft: Draft, drafts: list[Draft], layers: Layers) -> Place | None:
    """«بلغ عدد القتلى منذ السبت 300», where acts in several governorates were told before: of no one of these, but of their country."""
    if draft.scope.scope != "toll" or draft.scope.first is None or draft.near is None or draft.near.geo_precision > COARSE:
        return None
    if any(one.place == draft.near and any(frame.title or frame.lede for frame in one.frames) for one in drafts):
        return None  # of what the article is about
    start = draft.frames[0].clause.start
    told = [one.place for one in drafts if one.place and one.scope.scope == "incident" and one.frames[0].clause.start < start]
    if len({one.admin1 for one in told if one.admin1}) <= 1:
        return None
    land = next((one for one in told if one.country == layers.country), None)
    return _country_of(land, layers) if land is not None and land.country not in _APART else None


def _of_war(draft: Draft, layers: Layers) -> Place | None:
    """«أوقع النزاع 10 آلاف قتيل»: the country of a war's dead, who are of no one town unless it stands behind them («في الغوطة»)."""
    place = draft.place
    if draft.scope.scope != "toll" or place is None or place.geo_precision >= COARSE or not place.country or place.country in _APART:
        return None
    dead = [(one, frame.clause) for one, frame in draft.figures if one.measure == "killed" and not one.subset and (one.low or 0) >= _WAR]
    if not dead:
        return None
    figure, clause = dead[0]
    behind = (one for one in inside(layers.places, figure.stop, clause.stop) if one.place == place and one.cue == "in")
    if any(_ON not in layers.text[max(one.start - _ON_REACH, figure.stop) : one.start] for one in behind):
        return None
    return _country_of(place, layers) or land_of(place.country, {})


def _in_the_land(draft: Draft, first: Place | None, layers: Layers) -> Place | None:
    """«وبعدها بأيام أصيب 25 في شمال البلاد»: of another act, the country of the place told before, where it names only a part of that."""
    known, clauses = draft.near or first, [one.clause for one in draft.frames]
    if known is None or draft.scope.scope == "toll" or draft.code not in VIOLENT or not (clauses[0].link or clauses[0].lag is not None):
        return None
    if not any(_PART.search(layers.text, one.start, one.stop) for one in clauses):
        return None
    return _country_of(known, layers)


def _set_free(draft: Draft, place: Place | None, layers: Layers) -> Place | None:
    """«أفرجت السلطات عن سبعة»: of people released or handed over, the country of the place told before; that is where others were hit."""
    if draft.code != "handover" or place is None or not place.country or place.country in _APART:
        return None
    return _country_of(place, layers) or land_of(place.country, {})


def _within_reach(draft: Draft, place: Place | None, layers: Layers) -> Place | None:
    """A place told elsewhere; of arrests by police of another country a place there («اعتقلت الشرطة من قاتلوا في سوريا»).

    It is the town told last before, else the first place. Of a toll, or where only the first place is known, the country told of far more.
    """
    of, _, country = (draft.agent or "").partition(":")
    wide = draft.scope.scope == "toll" or not (draft.near or draft.beside)
    if wide and place is not None and place.country != layers.country and (home := _at_home(layers, place)) is not None:
        return home
    if draft.code != "arrest" or of != "gov" or place is None or place.country in (country, None) or country in _BEYOND:
        return place
    there = [one for one in layers.places if one.place.country == country]
    told = [one for one in there if one.start < draft.frames[0].clause.stop]
    town = next((one.place for one in reversed(told) if one.place.geo_precision < COARSE), None)
    return town or next((one.place for one in there), None)


def _at_home(layers: Layers, abroad: Place) -> Place | None:
    """«…، كما قال في باريس. وقتل الآلاف منذ كذا»: the country of which a text speaks far more than of the one where a place lies."""
    here = [one.place for one in layers.places if one.place.country == layers.country]
    there = sum(one.place.country == abroad.country for one in layers.places)
    if layers.country in _BEYOND or len(here) < _FAR_MORE * there:
        return None
    return next((one for one in here if one.geo_precision == COUNTRY), here[0] if here else None)


def _country_of(known: Place, layers: Layers) -> Place | None:
    """The country in which a place lies, where the article names it."""
    lands = (one.place for one in layers.places if one.place.country == known.country and one.place.geo_precision == COUNTRY)
    return next(lands, None)


def _leads(draft: Draft) -> bool:
    """Whether a draft's day may be that of others of which no day is told: it is stated and fresh."""
    if not draft.stated or draft.recap or draft.scope.scope != "incident":
        return False
    first, last = draft.first or draft.last, draft.last or draft.first
    return first is not None and last is not None and last >= draft.fresh_since and last - first <= SPANNED


def _earlier(day: date, lag: int) -> tuple[date, date]:
    """The days by which something is older by so many days; of whole months and years («بعد شهرين من») by the calendar too."""
    counted = day - lag * DAY
    months, rest = divmod(lag, LENGTHS["month"]) if lag % LENGTHS["year"] else (12 * lag // LENGTHS["year"], 0)
    told = back_to(day, months, "month").first if months and not rest else None  # six months are 181 to 184 days, not 180
    return (min(told, counted), max(told, counted)) if told else (counted, counted)


def _lately(draft: Draft, layers: Layers) -> bool:
    """Whether a draft's day is the day of publication, or one right before it."""
    return layers.published - (draft.last or layers.published) <= LATELY


def _date(draft: Draft, lede: Draft | None, layers: Layers) -> str:
    """Days where the draft's frames state none; gives the rule that chose them."""
    if draft.scope.scope == "toll":
        draft.first, draft.last = draft.scope.first, draft.scope.last or layers.published
        return "when.of-period" if draft.first else "when.to-date"
    if draft.lag is not None:
        counted = _counted_from(draft, layers) or (lede.first if lede else None)
        first, draft.last = _earlier(counted or layers.published, draft.lag)
        draft.first = first - (draft.lag >= WEEK or counted is None) * DAY
        return "when.lag" if counted else "when.lag-published"
    return _by_then(draft, layers) or _as_news(draft, lede, layers)


def _by_then(draft: Draft, layers: Layers) -> str:
    """The same for what was over by a day that is told, or by that of publication; "" where nothing says so."""
    if draft.recap or draft.known:
        draft.last = draft.known or layers.published
        return "when.known" if draft.known else "when.recap"
    if draft.recalled:
        draft.last = next((one.known for one in draft.frames if one.known), layers.published)
        return "when.recalled"
    if (old := bygone.days(draft, layers)) is not None:
        draft.first, draft.last = old
        return "when.bygone"
    return ""


def _as_news(draft: Draft, lede: Draft | None, layers: Layers) -> str:
    """The same for news: of when it was said, of the days of the other news, or of the day of publication or the one before."""
    if draft.said_on is not None and draft.said_on.first is not None:
        draft.first, draft.last = draft.said_on.first - DAY, draft.said_on.last
        return "when.said"
    if lede is None:
        draft.first, draft.last = layers.published - DAY, layers.published
        return "when.published"
    draft.first, draft.last = lede.first, lede.last
    if draft.first and _since_then(draft, lede, layers.published - draft.first):
        draft.last = layers.published
    return "when.news"


def _counted_from(draft: Draft, layers: Layers) -> date | None:
    """«زار الوزير اليوم المدينة غداة هجوم …»: the day of what is told before in the sentence, from which the lag is counted."""
    clause = next((one.clause for one in draft.frames if one.clause.lag is not None), None)
    if clause is None:
        return None
    before = inside(layers.dates, layers.sentences[clause.sentence][0], clause.start)
    return next((one.first for one in reversed(before) if one.kind == "point" and one.precision == "day"), None)


def _since_then(draft: Draft, dated: Draft, ago: timedelta) -> bool:
    """Whether news of no stated day may have come since what is dated, so long ago: not told beside it.

    After some days it must be of another kind, or elsewhere, too: else it tells more of what is dated; after a week it is background.
    """
    if _beside(draft, dated) or ago > WEEK * DAY:
        return False
    return ago <= LATELY or not (compatible(draft.code, dated.code) and may_be_one(draft.place, dated.place))


def _beside(draft: Draft, dated: Draft) -> bool:
    """Whether a draft stands in a sentence that tells of the dated one too: its day is that one's, not just one since then."""
    told = {one.clause.sentence for one in dated.frames}
    return any(one.clause.sentence in told for one in draft.frames)
