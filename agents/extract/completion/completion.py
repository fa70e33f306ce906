"""Completion: what a draft's own frames leave open is taken from the rest of the article; what is told twice is told once."""

from collections.abc import Mapping
from datetime import date, timedelta

from agents.extract.acts.events import compatible
from agents.extract.acts.layers import Layers
from agents.extract.completion import answered, bygone, flown, placing
from agents.extract.days.dates import DateMention
from agents.extract.days.days import LENGTHS, back_to
from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import vague
from agents.extract.places.nearness import may_be_one
from agents.extract.scope.scope import Scoped
from agents.extract.sums import boasted, decried, detailed, fewagain, headlines, leaders, onebyone, retold, risen, strays, sumagain, sums
from agents.extract.words.spans import inside

DAY = timedelta(days=1)
WEEK = 7  # days: so long a lag is a round one
SPANNED = 3 * DAY  # a longer time («قبل أيام», «خلال الأيام الماضية») dates only what is told of it
LATELY = 2 * DAY  # the day of what happened so lately may be that of later news too
_CAMPAIGN = "scope.campaign"
_FURTHER = ("attribution.goes-on", "attribution.sentence")  # rules of who speaks on in a sentence
_COVERED = ("scope.since", "scope.span", "scope.acts-of-period")  # rules of tolls whose days are those of their period


def complete(drafts: list[Draft], layers: Layers) -> list[Draft]:
    """The drafts with a place and days where the article has any, with sums marked, and without what others of them tell better."""
    drafts = retold.without_headlines(drafts)
    for draft in drafts:
        retold.drop_joint(draft)
        retold.drop_on_top(draft, drafts)
        retold.drop_among(draft)
    headlines.leave_few(drafts, layers.text)
    headlines.leave_one(drafts)
    lede = next((one for one in drafts if _leads(one)), None)
    first = next((one.place for one in drafts if one.place), None) or placing.named_first(layers)
    on_top = lede is not None and (_lately(lede, layers) or any(one.lede for one in lede.frames))
    told = lede if on_top else None  # an older act told below dates no news above it
    acts = {one.clause.sentence for draft in drafts for one in draft.frames}
    said = {one.clause.sentence: one.said_on for draft in drafts for one in draft.frames if one.said_on is not None}
    for draft in drafts:
        placing.settle(draft, drafts, acts, first, layers)
        if covered := _covered(draft):
            draft.scope = covered
        draft.said_on = draft.said_on or _goes_on(draft, said, told)
        if not draft.stated or covered:
            draft.when = _date(draft, told, layers)
        elif draft.scope.rule == _CAMPAIGN and draft.first == draft.last:
            draft.last = layers.published  # «أطلق الجيش في 18 فبراير حملة أوقعت مئات القتلى»: all since then
        elif _leads(draft) and (draft is lede or _lately(draft, layers)):
            told = draft  # an older one is background: what follows it is news again
        draft.rules.append(draft.when)
    flown.settle(drafts, layers.text)
    sums.mark(drafts)
    drafts[:] = sumagain.merge(drafts)
    risen.mark(drafts, layers)
    onebyone.mark(drafts, layers)
    leaders.settle(drafts, layers)
    fewagain.settle(drafts, layers)
    detailed.mark(drafts, layers)
    decried.leave_out(drafts, layers)
    boasted.mark(drafts)
    drafts = headlines.settle(drafts, layers.text)
    drafts = retold.without_rounds(drafts)
    strays.settle(drafts, layers)
    return drafts


def _goes_on(draft: Draft, said: Mapping[int, DateMention], told: Draft | None) -> DateMention | None:
    """«أعلنت الوزارة الجمعة مقتل خمسة، مشيرة إلى إصابة جنديين في …»: the day on which the sentence says that its speaker spoke.

    told: the news of a day; where that is the day, it says more.
    """
    first = draft.frames[0]
    spoken = said.get(first.clause.sentence) if first.attribution.rule in _FURTHER else None
    if spoken is None or spoken.start >= first.clause.start or spoken.first is None or spoken.last is None:
        return None
    return None if told is not None and told.last == spoken.last else spoken


def _covered(draft: Draft) -> Scoped | None:
    """The period that a toll's days are those of: that of the words that tell its first exact number, else of those it opens with."""
    told = next((frame.scope for one, frame in draft.figures if not vague(one)), draft.scope)
    for scope in (told, draft.scope):
        if scope.scope == draft.scope.scope and scope.rule in _COVERED and scope.first is not None:
            return scope
    return None


def _leads(draft: Draft) -> bool:
    """Whether a draft's day may be that of others of which no day is told: it is stated and fresh."""
    if not draft.stated or draft.recap or draft.scope.scope != "incident":
        return False
    if draft.code == "reinforce" and not any(one.title or one.lede for one in draft.frames):
        return False  # «استقدمت القوات تعزيزات خلال اليومين الماضيين»
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
        return _lagged(draft, draft.lag, lede, layers)
    return _by_then(draft, layers) or _as_news(draft, lede, layers)


def _lagged(draft: Draft, lag: int, lede: Draft | None, layers: Layers) -> str:
    """So many days before a day of the sentence, or that on which it was said, or those of the news told before, or publication."""
    first = last = _counted_from(draft, layers)
    if first is None and draft.said_on is not None and draft.said_on.first is not None:
        first, last = draft.said_on.first - DAY, draft.said_on.last
    elif first is None and lede is not None and _told_after(draft, lede):
        first, last = lede.first, lede.last
    known = first is not None
    first = _earlier(first or layers.published, lag)[0]
    draft.first, draft.last = first - (lag >= WEEK or not known) * DAY, _earlier(last or layers.published, lag)[1]
    return "when.lag" if known else "when.lag-published"


def _told_after(draft: Draft, lede: Draft) -> bool:
    """Whether the news is told no later than what is older than it, which a headline may tell first."""
    lagged = next((one for one in draft.frames if one.clause.lag is not None), draft.frames[0])
    return lagged.title or lede.frames[0].clause.sentence <= lagged.clause.sentence


def _by_then(draft: Draft, layers: Layers) -> str:
    """The same for what was over by a day that is told, or by that of publication; "" where nothing says so."""
    if draft.recap or draft.known:
        said = draft.said_on.last if draft.said_on is not None else None  # «وكانت الوزارة أعلنت الجمعة مقتل خمسة»: by then
        draft.last = draft.known or said or layers.published
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
        day_before = DAY if draft.said_on.precision == "day" else timedelta()  # «أعلن الشهر الماضي أن»: in that month
        draft.first, draft.last = draft.said_on.first - day_before, draft.said_on.last
        return "when.said"
    if lede is None:
        draft.first, draft.last = layers.published - (answered.SINCE if answered.of(draft, layers) else DAY), layers.published
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
