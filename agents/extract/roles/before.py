"""Who did it, or suffered it, of those who stand before an act: «قسد قصفت», «جنود أصيبوا إثر تفجير»."""

import re

from agents.extract.acts.trigger import Trigger
from agents.extract.roles import asides, comments, hints
from agents.extract.roles import rolewords as words
from agents.extract.roles import targets as struck
from agents.extract.roles.after import FAR
from agents.extract.roles.surroundings import Seen
from agents.extract.words.letters import search

_FLYING = frozenset(["shell", "strike"])  # what may fall on whoever is named before it
_NEAR = 45  # characters between who did it and an act behind it
_FIRING = 60  # characters before who fired
_GOVERNS, _TWICE = (" من ", " في "), 2
_AGO = re.compile(  # «ارتكبت الجماعة قبل عشرة أيام مجزرة»: a word for when, behind which his act may stand
    r"(?<=\s)قبل\s(?:(?:نحو|حوالي|اكثر\sمن|عده|بضعه?|\d+|[^\s،,.:؛]{3,})\s){0,2}?(?:يوم|ايام|ليل[هت]|اسبوع|اسابيع|شهر|اشهر|شهور|عام|اعوام|سنه|سنت|سنوات|ساع)[\u0621-\u064a]*(?=\s)"
)


def rule(text: str, seen: Seen) -> str:
    """What a trigger behind an actor makes of it, "" where it says nothing: «قسد قصفت»."""
    first = seen.ahead
    thing = first is not None and words.may_be_thing(seen.before) and words.THING_OF.search(seen.before)
    if (thing and not hints.driven(text, seen.actor.stop)) or struck.hosted(seen):
        return "roles.object"  # «مسجد قوات الطوارئ»: a thing of theirs does nothing
    fires = search(words.FIRES, words.FIRED_BY, text, max(seen.actor.start - _FIRING, 0), seen.actor.start)
    if fires and first is not None and words.SUBJECT.fullmatch(text, fires.end(), seen.actor.start):
        return "roles.subject-after"  # «أطلقت عناصر من الشرطة النار على»
    of = seen.before.endswith(" من ")
    member = bool(of and seen.behind is None and words.MEMBERS.search(seen.before))  # «أن وحدات من الجيش استعادت»
    member = member or (of and first is not None and first.part != "noun" and first.start - seen.actor.stop <= 1)  # «من دبابة … استهدفت»
    if not member and words.AGAINST.search(seen.before):
        return "roles.against"
    return _subject_before(text, seen, first) if first is not None else ""


def _subject_before(text: str, seen: Seen, first: Trigger) -> str:
    shows = first.part == "noun" and words.SHOWS.match(text, seen.actor.stop, first.start)
    if (
        shows
        or comments.blames(text, seen.before, seen.actor.stop)
        or comments.follow(text, seen.actor.stop, first.start)
        or comments.precede(seen.before)
    ):
        return "roles.speaker"
    done = first.part == "noun" and words.SAID_DONE.search(text, seen.actor.stop, first.start)  # «لافتا إلى أنه جرى توقيف 11»
    if (
        done
        or hints.held_by(seen.before)
        or seen.gap > FAR
        or (seen.gap > _NEAR and not (seen.past_amid or words.goes_on(text, seen.actor.stop, first.start)))
    ):
        return ""
    if asides.says_that(text, seen):
        return "roles.speaker"
    if seen.past_amid:
        return "roles.subject-before"
    if first.part == "noun" and (
        words.SUFFERS.match(text, seen.actor.stop, first.start + 1) or words.suffered(text, seen.before, first.start)
    ):
        return "roles.object"
    fell = first.code in _FLYING and " ان " in text[seen.actor.stop : first.start + 1]  # «الجيش، الذي أضاف أن صواريخ سقطت على»
    does = first.part != "noun" or not (fell or seen.has_agent or _behind_act(text, seen, first))
    fell_in = first.part == "noun" and words.FELL_IN.search(text, seen.actor.stop, first.start + 1)
    return ("roles.object" if fell_in else "roles.subject-before") if does else ""


def _behind_act(text: str, seen: Seen, first: Trigger) -> bool:
    """«جنود أصيبوا إثر تفجير»: whether words between an actor and an act say that he comes after it; not «تمكن الجيش قبل يومين من»."""
    between = text[seen.actor.stop : first.start + 1]
    between = _AGO.sub("", between) if " قبل " in between else between
    if not words.may_follow(between) or words.AFTERMATH.search(between) is None:
        return False
    governed = between.endswith(_GOVERNS, 0, -1) and between.count(" من ") < _TWICE  # not «تمكنت من كشفه بعد يومين من التفجير»
    return not (governed and words.managed(seen.before))
