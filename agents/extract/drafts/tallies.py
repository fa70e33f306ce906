"""Tallies: how the numbers that an article gives of one occurrence stand to each other, and which of them stand in its report."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.drafts import altogether, attackers, rivals
from agents.extract.figures.mention import ALSO, AMONG, ATTACKERS, of_two_lands
from agents.extract.frames.frame import Frame
from agents.extract.harm.counts import MIXED
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

EXACT = 1.5  # an exact number that stands for «more than», over it
AGAIN = 3  # people: so many, counted again in another statement on one occurrence, are the same, whosoever they are called
DOZENS = 20
_ROUND = 10  # people: to so many a headline rounds a number, by a tenth of it at most
BREATHS = 1  # sentences from one sort of an act's dead to the other
_BREATH = frozenset(["figure.chained", "figure.besides"])  # rules of people told with others in one breath
_ONE_MORE = frozenset(["figure.chained", "figure.together"])  # rules of one more in one breath with as many
MOST = 24  # figures of one occurrence
Entry = tuple["FigureMention", Frame]  # a number of a draft, and the frame that tells it


def same_people(one: str, two: str) -> bool:
    """Whether two parties may be one: equal, or one is not known, or one is only called by a word of its kind («rebel:المسلحين»)."""
    if one == two or "unknown" in (one, two):
        return True
    coined = _coined(one) or _coined(two)
    return coined and armed(one) and armed(two) and not any(party.startswith("gov:") for party in (one, two))


def _coined(party: str) -> bool:
    """Whether a party is only called by a word of its kind: «rebel:المسلحين»."""
    return ":" in party and not party.startswith("gov:")


def rival(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures say different numbers of the same people."""
    if one.measure != two.measure or one.subset != two.subset:
        return False
    if not same_people(one.party, two.party) or attackers.and_victims(one, two):
        return False
    if vague(one) or vague(two):
        dozens, number = (one, two) if vague(one) else (two, one)
        return not vague(number) and (number.low or 0) < (dozens.low or 0)  # twelve are no dozens
    return one.low != two.low


def vague(one: "FigureMention") -> bool:
    """A bare plural, dozens, hundreds: gives way to a number. «More than 20» is a number."""
    return one.high is None and "number.at-least" not in one.rules


def equal(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether two figures say the same number of the same harm; of whom may be told otherwise."""
    return one.measure == two.measure and one.low == two.low and one.subset == two.subset


def open_with(told: "list[FigureMention]", figures: "list[FigureMention]") -> bool:
    """«مقتل قيادي وجرح آخرين», «قتل القيادي و12 من مرافقيه»: whether the first number of each measure is the exact one of a headline."""
    exact = [one for one in told if not vague(one)]
    for known in told:
        first = next((one for one in figures if one.measure == known.measure and not one.subset), None)
        if first is None or vague(first) or not same_people(known.party, first.party):
            return False
        if rival(known, first) if vague(known) else not equal(known, first):
            return False
    return bool(exact)


def replaces(known: "FigureMention", figure: "FigureMention", updates: bool) -> bool:
    """Whether a number takes the place of another: an exact one that of a vague one, a raised one that of one not far below."""
    before, now = known.low or 0, figure.low or 0
    raised = now >= before and (made_exact(known, figure) or (updates and now <= 4 * before + 5))
    return raised or vague(known) or rivals.rounded(known, figure)


def raises(entry: Entry, frame: Frame, figure: "FigureMention") -> bool:
    """«توفي ثلاثة جرحى، لترتفع حصيلة الهجوم إلى 19»: whether a number is that of an act of which those told right before died too.

    So it is of «the attack», or of a named one where they died of no act that is told («ما يرفع حصيلة تفجير كذا إلى 15»).
    """
    known, told = entry
    if frame.clause.link != "sum" or not (frame.points_back or told.code == "harm") or frame.several or "figure.tally" not in figure.rules:
        return False
    return told.clause.sentence == frame.clause.sentence and rival(known, figure) and (known.low or 0) < (figure.low or 0)


def made_exact(known: "FigureMention", figure: "FigureMention") -> bool:
    """«أكثر من 40», «43»: whether an exact number only says how many more."""
    return known.high is None and figure.low == figure.high and (known.low or 0) <= (figure.low or 0) <= EXACT * (known.low or 0)


def enter(told: list[Entry], frame: Frame, figure: "FigureMention", *, opening: bool, campaign: bool) -> None:
    """Takes a number in: for one of the same people that was told before, as a rival account of it, or beside all others.

    opening: the frame is told with the first of its occurrence. campaign: the numbers are those of a toll.
    """
    if len(told) >= MOST:
        return
    if _one_more(told, frame, figure):
        told.append((figure, frame))
        return
    disputed = None
    again = [] if vague(figure) else [at for at, (one, _) in enumerate(told) if equal(one, figure) and _unarmed_both(one, figure)]
    for index in (*again, *range(len(told))):  # as many again are those of whom as many were told, rather than those of a round word
        entry = told[index]
        known = entry[0]
        if known.measure != figure.measure or known.subset != figure.subset or attackers.apart(entry, (figure, frame)):
            continue
        numbers = same_people(known.party, figure.party) and not (vague(known) or vague(figure))
        if numbers and rivals.two_accounts(entry, frame, figure):
            disputed = index
            continue
        if altogether.besides(entry, frame, figure):
            continue
        if (
            (known.high is not None and headline_rounds(entry, frame, figure))
            or rivals.exceeds(entry, frame, figure)
            or altogether.counted(entry, frame, figure)
            or _headline_one(told, entry, frame, figure)
            or _headline_part(told, entry, frame, figure)
        ):
            told[index] = figure, frame
            return
        stands = _of_same(entry, frame, figure, opening=opening, campaign=campaign)
        if stands is not None:
            told[index] = stands
            if stands[0] is figure and figure.party == "unknown" and "figure.tally" in figure.rules:
                _take_in(told, entry, figure)
            return
    if disputed is None:
        if any(attackers.gunmen(known, figure) and known.measure == figure.measure for known, _ in told):
            figure = figure._replace(rules=(*figure.rules, ATTACKERS))
        told.append((figure, frame))
        return
    known, teller = told[disputed]
    known, figure = rivals.marked(known, figure)
    told[disputed] = known, teller
    told.append((figure, frame))


def _one_more(told: list[Entry], frame: Frame, figure: "FigureMention") -> bool:
    """«إصابة امرأتين» on top, «أصيبت امرأتان وطفلتان» below: whether as many again are told in one breath than were told before."""
    if not frame.lede or frame.title or "figure.chained" not in figure.rules or vague(figure) or figure.subset:
        return False
    before = sum(equal(one, figure) and one.start < figure.start for one in frame.figures)
    return 0 < before == sum(equal(one, figure) for one, _ in told) and all(by.title or by is frame for _, by in told)


def _unarmed_both(known: "FigureMention", figure: "FigureMention") -> bool:
    """Whether two numbers, the first of which is no round word, are of people of whom neither is said to bear arms."""
    return not (vague(known) or armed(known.party) or armed(figure.party))


def _take_in(told: list[Entry], entry: Entry, figure: "FigureMention") -> None:
    """Takes out those told in one breath with a number («مقتل 7 جنود وثلاثة مدنيين») that a tally of all who fell takes the place of."""
    known, frame = entry
    more = [one for one, by in told if by is frame and one.measure == known.measure and not (one.subset or _BREATH.isdisjoint(one.rules))]
    if (known.low or 0) + sum(one.low or 0 for one in more) <= (figure.low or 0):
        told[:] = [pair for pair in told if not any(pair[0] is one for one in more)]


def _of_same(entry: Entry, frame: Frame, figure: "FigureMention", *, opening: bool, campaign: bool) -> Entry | None:
    """What stands for a number told before and a further one of the same people; None where they are of others."""
    known, told = entry
    together = told.clause.sentence == frame.clause.sentence
    if together and _of_others(known, figure):
        return None
    if campaign and (_of_both(known, figure) or _of_both(figure, known)):
        return None
    alike = same_people(known.party, figure.party) or ("civilians" in (known.party, figure.party) and not of_two_lands(known, figure))
    struck_back = figure.agent is not None and figure.agent == known.party  # «وقتلت القوات ثلاثة منهم»: of whom she lost as many
    retold = not (together or struck_back) and (figure.low or 0) >= AGAIN and not (vague(known) or vague(figure))
    same_frame = any(one.start == known.start for one in frame.figures)  # as it stands there, or made more exact
    if same_frame and _made_up(known) and _made_up(figure):
        return None
    if known.low == figure.low and (alike or retold) and not (same_frame and _joined(known, figure)):
        return _told_again(entry, frame, figure, alike=alike)
    one_of = bool(known.subset) and vague(known) and (figure.low or 0) < (known.low or 0)  # «بينهم قياديون», «بينهم القيادي علي»
    if raises(entry, frame, figure) or (
        alike and not one_of and (_rounder(known, figure) if vague(figure) else replaces(known, figure, frame.updates))
    ):
        return figure, frame
    apart = _of_others(known, figure) and (campaign or _sorts_apart(entry, figure, frame))  # a campaign's dead of each side
    second = alike and (one_of or not (apart or opening or same_frame or _with_him(entry, frame, figure)))
    return entry if second else None  # a second number for the same people: the first stands


def headline_rounds(entry: Entry, frame: Frame, figure: "FigureMention") -> bool:
    """«مقتل 50 شخصا» on top, «قتل 52 شخصا» in the first sentence: whether a headline rounds the number that the text gives exactly."""
    known, headline = entry
    if not (headline.title and frame.lede) or frame.title or not rival(known, figure) or figure.subset:
        return False
    if any(equal(known, one) for one in frame.figures):
        return False  # «أنباء عن مقتل 32 مسلحا من التنظيم الذي أكدت بغداد مقتل 30 قياديا منه» has both
    told, round_one = figure.low or 0, known.low or 0
    if round_one < _ROUND or round_one % _ROUND or not told % _ROUND or figure.low != figure.high or known.low != known.high:
        return False
    return abs(told - round_one) * _ROUND <= round_one


def _headline_one(told: list[Entry], entry: Entry, frame: Frame, figure: "FigureMention") -> bool:
    """«مقتل مسعف» on top, «قتل فلسطينيان» in the first sentence: whether a headline names only one of those without arms who fell."""
    known, headline = entry
    if not (headline.title and frame.lede) or frame.title or figure.subset or known.measure != "killed":
        return False
    if sum(one.measure == "killed" for one, _ in told) > 1:
        return False  # «مقتل امرأة وطفلتها»
    if armed(known.party) or armed(figure.party) or not (known.low == known.high == 1 < (figure.low or 0) == figure.high):
        return False
    return not any(one is not figure and one.measure == "killed" and one.low == 1 for one in frame.figures)


def _headline_part(told: list[Entry], entry: Entry, frame: Frame, figure: "FigureMention") -> bool:
    """«غارة تقتل قياديا» on top, «مقتل أربعة بينهم قيادي» below: whether a headline counts only a part of those of the text."""
    known, headline = entry
    if frame.title or figure.subset or not (known.low == known.high and (known.low or 0) < (figure.low or 0)):
        return False
    if f"{AMONG}{known.low}" in figure.rules and (headline.title or headline.lede):
        return (known.low or 0) > 1 or sum(one.measure == known.measure for one, _ in told) == 1  # «21 عسكريا بينهم 9 إيرانيين»
    return headline.title and any(
        one.subset and one.measure == known.measure and one.low == known.low == one.high and same_people(known.party, one.party)
        for one in frame.figures
    )


def _with_him(entry: Entry, frame: Frame, figure: "FigureMention") -> bool:
    """«مقتل قيادي», «قتل القيادي و12 من مرافقيه»: whether the text counts those of a headline, and others who fell with them."""
    known, told = entry
    if not told.title or frame.title or figure.subset or figure.low == known.low:
        return False
    again = [one for one in frame.figures if one is not figure and equal(known, one)]
    return any(one.start < figure.start or (one.high == 1 and one.party == known.party) for one in again)


def _of_both(one: "FigureMention", two: "FigureMention") -> bool:
    """«إجلاء آلاف المقاتلين والمدنيين», «نزوح 70 ألف مدني»: whether dozens are of both sorts, and an exact number of one."""
    return MIXED in one.rules and vague(one) and not (vague(two) or MIXED in two.rules or two.party == "unknown")


def _rounder(known: "FigureMention", figure: "FigureMention") -> bool:
    """«قتلى وجرحى», «عشرات الجرحى»: whether dozens are told of where only a bare plural was."""
    return vague(known) and (known.low or 0) < DOZENS <= (figure.low or 0)


def _told_again(entry: Entry, frame: Frame, figure: "FigureMention", *, alike: bool) -> Entry:
    """Which of two equal numbers stands: the one that says better of whom, or how many («فلسطينيين», «اثنين»)."""
    known, told = entry
    if known.high is None and vague(known) and figure.high == figure.low:
        return figure._replace(party=max(known.party, figure.party, key=rivals.tells)), frame
    if alike and figure.party != "unknown" and (_less_known(known, figure) or (told.title and _bore_arms(known, figure))):
        return figure, frame
    if known.high == known.low and "number.at-least" in figure.rules:  # a headline leaves «at least» out
        return figure._replace(party=known.party), frame
    if told.title and rivals.ABOUT in figure.rules and rivals.ABOUT not in known.rules:  # a headline leaves «about» out
        known = known._replace(rules=(*known.rules, rivals.ABOUT))
        entry = known, told
    if not rivals.source_of(entry) and frame.attribution.source:  # a headline leaves out who says so
        return known._replace(source=frame.attribution.source), told
    return entry


def _less_known(known: "FigureMention", figure: "FigureMention") -> bool:
    """Whether the second says better whose people they are."""
    return known.party == "unknown" or (_coined(known.party) and not _coined(figure.party))


def _bore_arms(known: "FigureMention", figure: "FigureMention") -> bool:
    """«390 كرديا» on top, «390 مقاتلا من الحزب» below: the text says that those whom a headline calls by their nation bore arms."""
    return known.party == "civilians" and armed(figure.party) and not figure.party.startswith("gov:")


def _of_others(known: "FigureMention", figure: "FigureMention") -> bool:
    """Whether both say whose people they count, and mean others."""
    return "unknown" not in (known.party, figure.party) and not same_people(known.party, figure.party)


def _sorts_apart(entry: Entry, figure: "FigureMention", frame: Frame) -> bool:
    """«قتل في الهجوم ثلاثة عاملين»: whether exact numbers are of those in arms and of others, told in one breath or two, or with «أيضا»."""
    known, told = entry
    exact = known.low == known.high and figure.low == figure.high and not known.subset
    two_sorts = "civilians" in (known.party, figure.party) and armed(known.party) != armed(figure.party)
    if not (exact and two_sorts and figure.measure == "killed"):
        return False
    there = frame.where is None or told.where is None or nearness.called_alike(frame.where, told.where)
    return there and (ALSO in figure.rules or abs(frame.clause.sentence - told.clause.sentence) <= BREATHS)


def _made_up(figure: "FigureMention") -> bool:
    """«14 قتيلا هم ستة جنود وثمانية آخرون»: of whom a number is made up."""
    return "figure.made-of" in figure.rules


def _joined(known: "FigureMention", figure: "FigureMention") -> bool:
    """«مقتل رجل وزوجته», «أن رجلا وامرأة قتلا», «مقتله وسائقه»: one more, told in one breath with as many."""
    return not _ONE_MORE.isdisjoint(figure.rules) or ("figure.chained" in known.rules and figure.rules[0].startswith("figure.subject"))
