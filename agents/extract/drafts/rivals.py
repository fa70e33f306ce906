"""Rivals: two sources count the people of one occurrence otherwise, «قالت الشرطة إن 20 قتلوا، وأحصى سكان 31»: both stand."""

from functools import lru_cache
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.drafts import ordinals
from agents.extract.frames.frame import Frame
from agents.extract.words.fold import fold_word
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention

RULE = "figure.rival"
ALIKE = 0.5  # the smaller of two accounts, over the larger: less is a part, or another occurrence
_AT_LEAST = "number.at-least"
FEW = 2  # people: fewer are counted one after the other
ABOUT = "number.about"  # the rule of «نحو 60»
_TENTH = 10  # to so many one rounds, by a tenth at most
_NAME = 4  # letters: shorter words name nobody
_OTHERS = frozenset(["آخرون", "آخرين", "آخر", "أخرى"])  # behind a speaker: «مسؤولون آخرون», «مصادر أخرى»
_OF_MORE = frozenset(["people.others", "people.also", "people.other", "people.more", "figure.chained"])  # beside those told of before
_BACK = listed("sources", "speaker")


def two_accounts(entry: tuple["FigureMention", Frame], frame: Frame, figure: "FigureMention") -> bool:
    """Whether a number told before and a further one of the same people are the accounts of two sources, and neither is an update.

    Neither is vague: of dozens a number is no contradiction.
    """
    known, told = entry
    low, high = sorted((known.low or known.high or 0, figure.low or figure.high or 0))
    if low == high or figure.subset or known.subset or known.cumulative != figure.cumulative:
        return False
    turned = _turned(entry, frame, figure) or _claimed(entry, frame, figure)
    if (low < FEW or low < ALIKE * high) and not (turned or _own_dead(entry, frame, figure)):
        return False
    if frame.updates or told.updates or frame.former or (frame.clause.link and not turned) or _listed(frame, figure):
        return False
    by_others = not _OTHERS.isdisjoint(source_of((figure, frame)).split()) and figure.high is not None
    if by_others:  # «20 على الأقل. وقدر مسؤولون آخرون القتلى بـ31»: they say otherwise, whoever was quoted before
        return True
    if _agree(known, figure) or _agree(figure, known) or rounded(known, figure):
        return False
    return _differ(source_of(entry), source_of((figure, frame)))


def other_account(told: "Sequence[tuple[FigureMention, Frame]]", frame: Frame) -> bool:
    """«وقال الوزير إن 51 قتلوا», behind 29 by another source: whether no act, place or day is told of others than those.

    Or of one more: «قضت امرأة خامسة».
    """
    if frame.code != "harm" or frame.scope.scope != "incident" or frame.where is not None or frame.when != (None, None) or frame.further:
        return False
    if ordinals.next_of(told, frame):
        return True
    fallen = [one for one in frame.figures if one.measure == "killed"]
    return any(two_accounts(known, frame, one) or bare(known, frame, one) for one in fallen for known in told)


def bare(entry: tuple["FigureMention", Frame], frame: Frame, figure: "FigureMention") -> bool:
    """«قتل عشرة على الأقل في انفجار في كذا. وأشارت منظمة إلى مقتل أربعة»: whether a source counts, with no word of an act, who fell.

    However far they are apart: of a further act it would say what it was, or that these are others. Of those in arms others fall daily.
    """
    known, told = entry
    if known.measure != figure.measure or known.subset or figure.subset or known.cumulative != figure.cumulative or frame.clause.link:
        return False
    if not frame.attribution.spoken or frame.code != "harm" or frame.where is not None or not _OF_MORE.isdisjoint(figure.rules):
        return False
    several = (known.low or 0) >= FEW and (figure.low or 0) >= FEW and not (armed(known.party) or armed(figure.party))
    alone = sum(one.measure == figure.measure and not one.subset for one in frame.figures) == 1
    counted = all(one.high is not None or _AT_LEAST in one.rules for one in (known, figure))
    return several and alone and counted and told.clause.sentence < frame.clause.sentence


def exceeds(entry: tuple["FigureMention", Frame], frame: Frame, figure: "FigureMention") -> bool:
    """«قتل 29 على الأقل. وقال الوزير إن 51 قتلوا»: whether such a count is no contradiction, but more than an «at least»."""
    known, _ = entry
    return known.high is None and (known.low or 0) < (figure.low or 0) and bare(entry, frame, figure)


def of_known(told: "Sequence[tuple[FigureMention, Frame]]", frame: Frame) -> bool:
    """«وقالت الجماعة إن 36 قتلوا في الانفجار», behind 39 by another source: whether a frame counts otherwise who fell in a known act."""
    return frame.points_back and any(two_accounts(known, frame, one) for one in frame.figures for known in told)


def _turned(entry: tuple["FigureMention", Frame], frame: Frame, figure: "FigureMention") -> bool:
    """«أكد المسلحون مقتل 30 جنديا، فيما تحدث الجيش عن مقتل جنديين»: whether one clause turns to another source, which counts the same dead.

    However far they are apart: of a further act it would say where it was, or that these are others.
    """
    known, told = entry
    here = told is frame and figure.source and not known.source and known.start < figure.start
    return bool(here) and known.measure == figure.measure == "killed" and known.high != 1 and _OF_MORE.isdisjoint(figure.rules)


def _own_dead(entry: tuple["FigureMention", Frame], frame: Frame, figure: "FigureMention") -> bool:
    """«أعلن التنظيم مقتل ثلاثة جنود. واعترف الجيش بمقتل جندي»: whether a side tells of its own dead, of whom others counted more."""
    known, told = entry
    if not armed(figure.party) or known.party != figure.party or known.high is None or (known.low or 0) < (figure.low or 0):
        return False  # «عشرات» are no count beside which one is another
    return frame.roles.speaker == figure.party and told.roles.speaker != figure.party and figure.measure == "killed"


def _claimed(entry: tuple["FigureMention", Frame], frame: Frame, figure: "FigureMention") -> bool:
    """«قالت الحركة إن هجومها أسفر عن مقتل 30. وقالت الشرطة إن عشرة قتلوا في الهجوم»: whether who claims an act counts more of its dead."""
    known, told = entry
    foe = told.roles.speaker
    claims = "roles.claim" in told.roles.rules or (foe is not None and armed(foe) and armed(known.party) and foe != known.party)
    claims = claims and not (known.subset or known.high is None)
    return claims and frame.points_back and known.measure == figure.measure == "killed" and FEW <= (figure.low or 0) < (known.low or 0)


def _agree(one: "FigureMention", two: "FigureMention") -> bool:
    """«At least 14» agrees with 20."""
    return one.high is None and (one.low or 0) <= (two.low or 0)


def rounded(known: "FigureMention", figure: "FigureMention") -> bool:
    """«نحو 60», «64»: whether an exact number is up to a tenth more than a round one said; less is an older count."""
    about, exact = known.low or 0, figure.low or 0
    if ABOUT not in known.rules or ABOUT in figure.rules or figure.low != figure.high or known.low != known.high or about % _TENTH:
        return False
    return 0 < (exact - about) * _TENTH <= about


def _listed(frame: Frame, figure: "FigureMention") -> bool:
    """«his son and three relatives»: whether a number stands in a list of people of one party, none of which counts all."""
    alike = [one for one in frame.figures if (one.measure, one.party, one.subset) == (figure.measure, figure.party, None)]
    return len(alike) > 1 and any("figure.chained" in one.rules for one in alike)


def source_of(entry: tuple["FigureMention", Frame]) -> str:
    """Who is quoted for a number, "" where nobody is."""
    figure, frame = entry
    return figure.source or frame.attribution.source


def marked(known: "FigureMention", figure: "FigureMention") -> tuple["FigureMention", "FigureMention"]:
    """Both as rivals, of the same people: whom one of them leaves open are those of the other."""
    party = max(known.party, figure.party, key=tells)
    one, two = (mention._replace(party=party, rules=_ruled(mention.rules)) for mention in (known, figure))
    return one, two


def tells(party: str) -> int:
    """How much a party says: nothing, that they bore no arms, whose they are."""
    return 0 if party == "unknown" else 1 if party == "civilians" else 2


def _ruled(rules: tuple[str, ...]) -> tuple[str, ...]:
    return rules if RULE in rules else (*rules, RULE)


def _differ(one: str, two: str) -> bool:
    """Whether two sources are others: both are named, and by no word of the other."""
    first, second = _words(one), _words(two)
    return bool(first) and bool(second) and not first & second


@lru_cache(maxsize=4096)  # an article quotes the same again and again
def _words(source: str) -> frozenset[str]:
    """The folded words of a source's name without articles; none where it only points back («المصدر»)."""
    words = [fold_word(word) for word in source.split()]
    if len(words) == 1 and words[0] in _BACK:
        return frozenset()
    return frozenset(word.removeprefix("ال") for word in words if len(word) >= _NAME)


def heads_apart(draft: "Draft", frame: "Frame") -> bool:
    """«مقتل 23 في هجوم.. وبغداد تؤكد مقتل 30»: the parts of a headline tell of several things, where each has its numbers."""
    if not (frame.title and frame.figures and draft.figures):
        return False
    return all(told.title and told.clause.sentence != frame.clause.sentence for _, told in draft.figures)
