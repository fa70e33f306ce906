"""Sums: which numbers of an article are those of a period, add up others, or tell again what was told; they count for no occurrence."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import akin
from agents.extract.drafts.drafts import Draft, near_days, same_days
from agents.extract.drafts.rivals import ALIKE
from agents.extract.drafts.tallies import Entry, replaces, rival, vague
from agents.extract.figures import breakdown
from agents.extract.fitting import spread
from agents.extract.fitting.fitting import TELLING
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.sums import gathered, partly, repeats, roughly, totals
from agents.extract.sums.portions import OVER, ROUND
from agents.extract.sums.totals import FEW, REACH
from streams.records import Place

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

GREAT, LEAST = 10, 3  # people; of fewer than the second a sum is an accident
_SUMMED = frozenset(["killed", "captured", "abducted"])
_NO_ACT, _CUE = "scope.campaign", "scope.toll-cue"  # of so many, in words for no act: «وجدنا جثثا تجاوز عددها 150»; of «إجمالي»
_UNDATED = (_NO_ACT, "scope.great", "scope.many")  # rules of tolls of which no period is told


def mark(drafts: list[Draft]) -> None:
    """Gives drafts of such numbers another scope; numbers that others tell better are taken out of a draft."""
    _raise(drafts)
    _mark_tolls(drafts)
    totals.mark(drafts)
    totals.settle_raised(drafts)
    _mark_wholes(drafts)
    _mark_sums(drafts)
    for draft in drafts[:FEW]:
        if summed := gathered.total(drafts, draft):
            _take_out(draft, *summed)
    roughly.leave_out(drafts)
    partly.mark(drafts)
    repeats.mark(drafts)


def _mark_tolls(drafts: list[Draft]) -> None:
    """A number that the article elsewhere tells of a period is no occurrence's: «240 قتيلا» on top, «240 منذ بدء الهدنة» below."""
    tolls = {(one.measure, one.low): draft for draft in drafts if draft.scope.scope == "toll" for one in _whole(draft)}
    if not tolls:
        return
    for draft in [one for one in drafts if one.scope.scope == "incident"]:
        told = [(one, by) for one, by in draft.figures if not one.subset and (one.measure, one.low) in tolls]
        if not told:
            continue
        toll = tolls[told[0][0].measure, told[0][0].low]
        headed = all(frame.title for frame in toll.frames)  # «مقتل 120 بالبلدة.. وقصف غيرها»: names neither act nor day
        bare = toll.scope.rule == _NO_ACT and toll.code == "harm" and any(frame.code != "harm" for _, frame in told)
        dated = draft.counted and draft.first == draft.last
        undated = toll.scope.rule in _UNDATED and (headed or bare or dated)
        if (undated or _of_that_day(draft, toll)) and draft.code != "harm":
            known = {one.measure for one, _ in draft.figures if not vague(one)}  # «ووصل عدد الضحايا إلى 100»: of the act of that day
            draft.figures += [pair for pair in toll.figures if pair[0].measure not in known]
            drafts[:] = [one for one in drafts if one is not toll]
            continue
        draft.rules.append("scope.told-as-toll")
        if below := _own_below(draft, told):
            draft.figures = [pair for pair in draft.figures if pair not in told] + below
            continue
        clauses = {id(frame) for _, frame in told}
        if all(id(frame) in clauses for one, frame in draft.figures if not one.subset):
            draft.scope = toll.scope
        else:
            _give_back(draft, toll, told)


def _of_that_day(draft: Draft, toll: Draft) -> bool:
    """«قتل ثلاثة وأصيب 400 الجمعة. … إجمالي الإصابات بلغ 400»: whether a total of the wounded alone, of no period, is one day's.

    Of that day the text counts the dead beside them.
    """
    if toll.scope.rule != _CUE or toll.stated or any(one.measure != "wounded" for one, _ in toll.figures):
        return False
    killed = any(one.measure == "killed" and not (one.subset or vague(one)) for one, _ in draft.figures)
    return killed and draft.stated and draft.first is not None and draft.first == draft.last


def _own_below(draft: Draft, told: list[Entry]) -> list[Entry]:
    """«مقتل 43» on top, «قتل أكثر من ثلاثين أمس» below: what the text tells of an act, where only a headline has the toll's number."""
    if not all(frame.title for _, frame in told):
        return []
    own = [(one, frame) for frame in draft.frames if not frame.title and frame.scope.scope == "incident" for one in frame.figures]
    found = [next((pair for pair in own if rival(pair[0], one) and (pair[0].low or 0) >= ALIKE * (one.low or 0)), None) for one, _ in told]
    below = [pair for pair in found if pair is not None and not vague(pair[0])]
    return below if len(below) == len(told) else []


def _give_back(draft: Draft, toll: Draft, told: list[Entry]) -> None:
    """Takes the numbers of a toll out of a draft; their parts go with them («123 شهيدا، من بينهم 13 طفلا»)."""
    whole = {(id(frame), one.measure) for one, frame in told}
    parts = [(one, frame) for one, frame in draft.figures if one.subset and (id(frame), one.measure) in whole]
    known = {(one.measure, one.subset) for one, _ in toll.figures}
    toll.figures += [(one, frame) for one, frame in parts if (one.measure, one.subset) not in known]
    draft.figures = [pair for pair in draft.figures if pair not in told and pair not in parts]


def _raise(drafts: list[Draft]) -> None:
    """«وارتفع عدد القتلى إلى 156», where the news told 38 of one day: so great a number of no period is the later count of that act."""
    news = next((one for one in drafts if one.scope.scope == "incident" and any(told.lede for told in one.frames)), None)
    if news is None or not news.counted or news.first is None or news.first != news.last:
        return
    for toll in drafts:
        if toll.scope.rule != "scope.campaign" or toll.code != "harm" or not nearness.may_be_one(news.place, toll.place):
            continue
        tallied = [one for one, frame in toll.figures if frame.updates and "figure.tally" in one.rules and one.measure == "killed"]
        known = [
            one for one, frame in news.figures if one.measure == "killed" and not one.subset and not vague(one) and (one.low or 0) >= GREAT
        ]
        if len(known) == len(tallied) == 1 and known[0].low != tallied[0].low and replaces(known[0], tallied[0], updates=True):
            news.figures = [pair for pair in news.figures if pair[0] is not known[0]]
            news.figures = [
                *[pair for pair in toll.figures if pair[0].measure not in {one.measure for one, _ in news.figures}],
                *news.figures,
            ]
            drafts[:] = [one for one in drafts if one is not toll]
            return


def _whole(toll: Draft) -> list["FigureMention"]:
    """The numbers that a toll is of: of each measure the greatest («مقتل 6 اليوم، ليرتفع العدد منذ مارس إلى 204»)."""
    told = [one for one, _ in toll.figures if not one.subset and (one.low or 0) >= TELLING and not vague(one)]
    return [one for one in told if not any(other.measure == one.measure and (other.low or 0) > 2 * (one.low or 0) for other in told)]


def _mark_wholes(drafts: list[Draft]) -> None:
    """«31 في غارات، 18 منهم في غارة على سوق», and the raid on the market with its 18 is told too: the 31 are those of several acts."""
    for draft in drafts:
        if draft.scope.scope != "incident":
            continue
        parts = {(one.measure, one.low) for frame in draft.frames for one in frame.portions if (one.low or 0) >= LEAST}
        if parts and any(
            not one.subset and (one.measure, one.low) in parts
            for other in drafts[:REACH]
            if other is not draft and other.scope.scope == "incident"
            for one, _ in other.figures
        ):
            _sum_up(draft)


def _mark_sums(drafts: list[Draft]) -> None:
    """A figure told on top or as a sum («in two attacks») that is exactly the sum of figures told after it is a summary."""
    for index, draft in enumerate(drafts[:FEW]):
        if draft.scope.scope != "incident" or not any(frame.title or frame.lede or frame.sums for frame in draft.frames):
            continue
        for one, source in draft.figures:
            least = 2 if any(frame.title and frame.sums for frame in draft.frames) else LEAST  # «قتيلان في هجومين»: one in each
            if not (one.measure in _SUMMED or (one.measure == "wounded" and source.sums)) or one.subset or not one.low or one.low < least:
                continue
            for later in drafts[index + 1 : index + 1 + FEW]:
                if later.scope.scope != "incident" or len(later.figures) < 2:
                    continue
                if one.party == "unknown" and one.low >= GREAT and breakdown.parts(one, [known for known, _ in later.figures]):
                    _sum_up(draft)  # «32 of both», then «23 of these and nine of those»: what is told in parts says more
                    break
                if _splits(later, one) and not _of_other_days(draft, later):
                    _break_down(draft, later, one)  # «70 in one place, 20 in another»
            if draft.scope.scope != "incident":
                break
            after = [later for later in drafts[index + 1 : index + 1 + FEW] if later.scope.scope == "incident"]
            after = after if _wide(draft.place) else gathered.without_others(one, after)
            over = spread.regions(source)
            told = _parts(after, one)
            counted = [part for part in (totals.told(later, one, exactly=True) for later in after) if part]
            if (
                (_adds_up(told, one.low) and _adds_up(counted, one.low))
                or (one.low >= GREAT and any(frame.sums for frame in draft.frames) and _nearly(counted, one.low))
                or (_wide(draft.place) and (source.title or source.lede) and _about(counted, one.low))
                or (over and spread.told_in_each(draft, one, over, after))
            ):
                if not (_on_top(source) or _one_sided(draft, one)):
                    continue  # only told below, beside the dead of another side: of a fight of its own
                _take_out(draft, one, after)
                break


def _take_out(draft: Draft, total: "FigureMention", after: list[Draft]) -> None:
    """A sum that stands beside the dead of another side in one act is taken out; else the draft tells of nothing but sums.

    What fell elsewhere makes as many by accident.
    """
    several = any(frame.sums for frame in draft.frames)  # «30 مسلحا و14 جنديا في هجمات متفرقة»: both are sums
    parts = [later.place for later in after if totals.told(later, total)]
    there = any(place and draft.place and nearness.may_be_one(draft.place, place) for place in parts)
    breath = next(told for one, told in draft.figures if one is total)
    named = [draft.place, *(one.place for one in breath.places if one.cue == "in")]  # «هجوم في كذا وتسعة قتلى في البلاد»
    away = [all(totals.elsewhere(one, place) for one in named) for place in parts]
    if not (several or there) and (total.low or 0) < GREAT and breath.where is not None and any(away):
        return  # three in one town, two and one in others; not «خمسة», four of them there, nor where no place is told of them
    summed = [
        (one, told)
        for one, told in draft.figures
        if one is total or (told is breath and (several or (one.measure == "wounded" and _adds_up(_parts(after, one), one.low or 0))))
    ]
    alone = total.measure != "wounded" or all(told is breath for one, told in draft.figures if one.measure == "killed")
    if alone and _one_sided(draft, total, breath if several else None):
        _sum_up(draft)
    elif not all(away):
        draft.figures = [pair for pair in draft.figures if pair not in summed]


def _on_top(frame: Frame) -> bool:
    return frame.title or frame.lede or frame.sums


def _one_sided(draft: Draft, total: "FigureMention", but: Frame | None = None) -> bool:
    """Whether a draft counts nobody of another side than a number of it, in that measure. but: a frame whose numbers do not matter."""
    others = (one for one, told in draft.figures if one.measure == total.measure and told is not but)
    return all(one.subset or breakdown.one_side(one, total) or vague(one) for one in others)


def _sum_up(draft: Draft) -> None:
    draft.scope = draft.scope._replace(scope="summary", rule="scope.sum-of-parts")
    draft.rules.append("scope.sum-of-parts")


def _parts(after: list[Draft], total: "FigureMention") -> list[int]:
    """How many of the same people each of the drafts tells of that tells of any."""
    return [part for part in (totals.told(later, total) for later in after) if part]


def _splits(later: Draft, one: "FigureMention") -> bool:
    """Whether a draft only tells how a number is made up, of the same people."""
    return not _tells(later, one) and totals.told(later, one) == one.low


def _of_other_days(draft: Draft, later: Draft) -> bool:
    """Whether they tell of unlike acts, and both say when, and that was on other days."""
    if akin(draft.code, later.code):
        return False
    return draft.stated and later.stated and not (same_days(draft, later.first, later.last) or near_days(draft, later.first, later.last))


def _break_down(draft: Draft, later: Draft, total: "FigureMention") -> None:
    """A draft that tells how a number is made up is a summary; the wounded whom it tells of besides are those of the number's draft."""
    told = {one.measure for one, _ in draft.figures}
    more = [pair for pair in later.figures if pair[0].measure != total.measure and pair[0].measure not in told]
    if more and _may_be_there(draft, later):
        draft.figures += more
        later.figures = [(one, by) for one, by in later.figures if not any(one is moved for moved, _ in more)]
    later.scope = later.scope._replace(scope="summary", rule="scope.breakdown")


def _may_be_there(draft: Draft, later: Draft) -> bool:
    """«في سيناء», on top, and «في رفح»: whether the place of a draft may be that of another, told more finely in one governorate."""
    one, two = draft.place, later.place
    return nearness.may_be_one(one, two) or (one is not None and two is not None and one.admin1 is not None and one.admin1 == two.admin1)


def _tells(draft: Draft, total: "FigureMention") -> bool:
    """Whether one figure of the draft is the total itself."""
    return any(one.measure == total.measure and one.low == total.low for one, _ in draft.figures)


def _adds_up(parts: list[int], total: int) -> bool:
    """Whether parts told one after the other, two or more of them, make the total."""
    for first in range(len(parts)):
        found = parts[first]
        for part in parts[first + 1 :]:
            found += part
            if found >= total:
                break
        if found == total and parts[first] != total:
            return True
    return False


def _wide(place: Place | None) -> bool:
    """Whether a place is no town: there may have been several acts in it."""
    return place is None or place.geo_precision >= nearness.COARSE


def _about(parts: list[int], total: int) -> bool:
    """«أكثر من 50 في البلدين», «11 هنا و42 هناك»: whether the first two or more parts make a little more than a round total."""
    if total < ROUND or total % GREAT:
        return False
    found = 0
    for at, part in enumerate(parts):
        found += part
        if part >= total or found > OVER * total:
            return False
        if at and found > total:
            return True
    return False


def _nearly(parts: list[int], total: int) -> bool:
    """Whether the total is made by all parts of a stretch but one, which is of another day or an older count."""
    for first in range(len(parts)):
        for stop in range(first + 3, len(parts) + 1):
            over = sum(parts[first:stop]) - total
            if over > 0 and over in parts[first + 1 : stop - 1]:
                return True
    return False
