"""Older: whether of a draft and a frame one is told as older than the other."""

from datetime import date
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, armed
from agents.extract.clauses.clauses import DONE
from agents.extract.drafts.drafts import FRESH, NEAR_DAYS, Draft, same_days
from agents.extract.drafts.tallies import equal, rival
from agents.extract.fitting import avenged, headed
from agents.extract.frames.frame import Frame

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

ONE_SIDED = frozenset(["air", "shell", "strike", "ied", "suicide", "chemical", "blast", "arrest", "abduct"])
_FULL = "date.day-month"  # the rule of a day that is written with its month
_OPENS = 4  # characters before a day that opens a sentence: «وفي», «ويوم»
_STALE = 4  # days: so far back lies the act itself that is told as news
LEAST = 3  # people: fewer are equal by accident


def apart(draft: Draft, frame: Frame) -> bool:
    """Whether one tells of an older act than the other."""
    if avenged.apart(draft, frame) or headed.apart(draft, frame) or _dated_before(draft, frame) or _opens_with_day(draft, frame):
        return True
    return (
        _as_many_in_arms(draft, frame)
        or lags(draft, frame)
        or told_before(draft, frame)
        or news_after(draft, frame)
        or known_before(draft, frame)
    )


def _as_many_in_arms(draft: Draft, frame: Frame) -> bool:
    """«مئة قتيل في تفجير بكذا السبت», «قتل مئة من الجماعة في كذا الخميس»: whether as many fell who bore arms, on another day."""
    first, last = frame.when
    if first is None or not draft.stated or draft.place is None or frame.where is None or same_days(draft, first, last):
        return False
    pairs = [(known, one) for one in frame.figures for known, _ in draft.figures if equal(known, one)]
    return bool(pairs) and all(armed(one.party) and not armed(known.party) for known, one in pairs)


def _dated_before(draft: Draft, frame: Frame) -> bool:
    """«وكان آخر هجوم في 18 فبراير، عندما قتل شخص»: whether a recap names another full date than the news, whatever numbers agree."""
    first, last = frame.when
    if frame.clause.link != "recap" or not draft.stated or draft.recap or first is None or first != last:
        return False
    written = any(one.rule.startswith(_FULL) and one.first == first for one in frame.dates)
    begun = draft.first or draft.last
    return written and begun is not None and (begun - first).days > NEAR_DAYS


def _opens_with_day(draft: Draft, frame: Frame) -> bool:
    """«قتل 42 في تفجيرين في كذا. … والخميس الماضي قتل 49 في هجوم في كذا»: whether a sentence opens with a day before that of the news.

    It does not point back, and counts other people than the draft, which is news of no stated day.
    """
    first, last = frame.when
    if first is None or last is None or first != last or (draft.published - last).days <= NEAR_DAYS or draft.stated or draft.recap:
        return False
    if frame.title or frame.lede or frame.updates or frame.points_back or frame.clause.link == "sum":
        return False
    if not any(one.first == first and one.precision == "day" and one.start - frame.clause.start <= _OPENS for one in frame.dates):
        return False
    told = [known for known, _ in draft.figures]
    others = any(_other_number(known, one) for one in frame.figures for known in told)
    return others and not any(equal(known, one) for one in frame.figures for known in told)


def _other_number(known: "FigureMention", one: "FigureMention") -> bool:
    """Whether two exact numbers are of other dead: no round words, nor parts."""
    exact = known.low == known.high and one.low == one.high and min(known.low or 0, one.low or 0) >= LEAST
    return exact and known.measure == "killed" and not (known.subset or one.subset) and rival(known, one)


def known_before(draft: Draft, frame: Frame) -> bool:
    """«قصفت القاعدة العام الماضي ردا على هجوم …. ونفذت غارات الاثنين»: whether the draft's act was known weeks before the frame's day."""
    first = frame.when[0]
    if draft.known is None or first is None or draft.stated:
        return False
    return first - draft.known > FRESH


def lags(draft: Draft, frame: Frame) -> bool:
    """Whether one is said to be older than what was told, or is of a newer day than the other that is said to be so old, or of a far older.

    «جاء الهجوم غداة مقتل 23 في تفجير، وبعد أسبوع من تفجير وقع الجمعة»: each is another.
    """
    if frame.clause.lag:
        return draft.lag is None and frame.clause is not draft.frames[-1].clause
    last = frame.when[1]
    if not draft.lag or last is None:
        return False
    days = (draft.published - last).days
    return days < draft.lag or (days > draft.lag + _STALE and not draft.stated)


def told_before(draft: Draft, frame: Frame) -> bool:
    """«شنت الطائرات غارات ردا على هجوم»: whether the frame tells of an older act than a one-sided one before it in its sentence."""
    last = draft.frames[-1].clause
    if last.sentence == frame.clause.sentence and (last.link == DONE) != (frame.clause.link == DONE):
        return True  # «قتلت الشرطة متهمين بتفجير كذا، خلال مداهمة»
    if last.link == DONE and frame.figures and not (draft.figures or frame.where or frame.dates or frame.points_back):
        return True  # «… المتورطين في هجوم كذا. وأصيب في تبادل إطلاق النار شرطي»
    if frame.clause.link != "earlier" or last.sentence != frame.clause.sentence or last is frame.clause:
        return False
    own = draft.code in FROM_AFAR and frame.roles.target is not None and frame.roles.target == draft.agent
    counts = bool(frame.figures) and not draft.figures and draft.code in FROM_AFAR  # «ضربات ردا على الهجوم الذي قتل 40»: that one counts
    if (frame.points_back and not counts) or (frame.code == "harm" and not own):  # «غارات للجيش ردا على مقتل جنديين منه»
        return False
    return draft.code in ONE_SIDED or draft.code == "protest"


def news_after(draft: Draft, frame: Frame) -> bool:
    """«قصفوا مقرا ردا على هجوم. وأطلقت الطائرات صواريخ»: whether a frame goes on with the news, and the draft is an older act told aside.

    It does where it tells of another kind of act in a sentence of its own, of no day and no people, and does not point back.
    """
    on_top = all(one.title for one in draft.frames)  # «غارات بعد مقتل جندي» on top, «شنت الطائرات أمس غارات» below
    if frame.code not in FROM_AFAR or frame.clause.link or frame.points_back or frame.figures or (frame.dates and not on_top):
        return False
    if not draft.figures or any(one.clause.link != "earlier" or one.clause.sentence == frame.clause.sentence for one in draft.frames):
        return False
    return all(FROM_AFAR.isdisjoint(one.codes) for one in draft.frames)


def recalls(draft: Draft, frame: Frame) -> bool:
    """«وكان مسلحون قد اغتالوا الأسبوع الماضي ضابطا»: whether a recap tells of days ago, and the draft of news, no headline alone."""
    if frame.clause.link != "recap" or frame.points_back or all(one.title for one in draft.frames):
        return False
    again = any(equal(known, one) and (one.low or 0) >= LEAST for one in frame.figures for known, _ in draft.figures)
    if again or not (frame.figures and draft.figures):
        return False  # of whom no other numbers are told it may be what the news is about
    last = frame.when[1]
    return last is not None and (draft.published - last).days > NEAR_DAYS


def is_later(draft: Draft, known: date) -> bool:
    """Whether a draft tells of a day after one by which something was known: its own, or where it states none, that of news."""
    if draft.stated:
        begun = draft.first or draft.last
        return begun is not None and begun > known
    return not (draft.recap or draft.known) and (draft.published - known).days > NEAR_DAYS
