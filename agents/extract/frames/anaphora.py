"""Anaphora: parties that a clause only points at («اشتباكات بين الطرفين»), or goes on with («تقدم الجيش، وسيطر على مواقع»)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.roles import himself
from agents.extract.roles import rolewords as words
from agents.extract.roles.parts import Parts
from agents.extract.words.letters import search
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.acts.layers import Layers
    from agents.extract.frames.frame import Frame

_SIDES = r"(?:الطرفين|الجانبين|الفريقين)(?![\u0621-\u064a])"
_BOTH = re.compile(rf"\sبين\s{_SIDES}")
_OF_BOTH = re.compile(rf"\s(?:من|لدي|صفوف)\s(?:كلا\s)?{_SIDES}")  # «20 مقاتلا من الطرفين»
_BOTH_BY = ("الطرفين", "الجانبين", "الفريقين")  # letters without which it finds nothing
_FROM_IT, _FROM_IT_BY = re.compile(r"\sمن(?:ها|ه|هما)(?!\w)"), ("منها", "منه")
_SAID = re.compile(  # a verb right before «that»
    r"[\"«]?و?[\u0621-\u064a]{3,}(?:\s(?:الي|علي|ايضا|كذلك|في بيان\S*|لاحقا))?(?=\s[بل]?ان)"
)
_MARKS = ' "«»،'
_AFTER = re.compile(  # «سيطرت على كذا، بعدما كانت استعادت أمس كذا», «بعد يوم من تحرير كذا»: by the same
    r"(?:بعدما|بعد\sان)(?:\sكانت?)?(?:\sقد)?|بعد\s(?:\S+\s){1,2}من"
)
_MANAGED = re.compile(rf"و{words.MANAGE}(?:ت|وا|ا|تا)?(?:\s{words.LATELY})?\s(?:من|في)")  # «تقدم الثوار في كذا، وتمكنوا من استعادة مواقع»
_BESIDE = (" و", " ضمن ", " ضمن قوات ")  # of two together the first stands for both, and a part for the whole in which it serves
_BEFORE = 40  # characters before an actor in which words govern it
_BACK, _FRAMES = 3, 6  # sentences and frames that are looked back


def pointed_at(frame: "Frame", before: Sequence["Frame"], text: str) -> "Frame":
    """The frame, with the two that were named last where it only says «both sides»."""
    who = frame.roles
    if who.agent or who.target:
        return frame
    span = frame.clause.start, frame.clause.stop
    between = search(_BOTH, _BOTH_BY, text, *span) is not None
    if not between and (frame.code != "clash" or not search(_OF_BOTH, _BOTH_BY, text, *span)):
        return frame
    for other in reversed(before[-_FRAMES:]):
        if frame.clause.sentence - other.clause.sentence > _BACK:
            break
        if other.roles.agent and other.roles.target and (between or other.roles.agent != other.roles.target):
            frame.roles = who._replace(agent=other.roles.agent, target=other.roles.target, rules=(*who.rules, "roles.both-sides"))
            frame.rules.append("roles.both-sides")
            break
    return frame


def goes_on(frame: "Frame", layers: "Layers") -> "Frame":
    """The frame of ground that is won, with the last subject named in its sentence, where its verb goes on with «و» and has none.

    So is ground that was won before that («بعد يوم من تحرير كذا»).

    Of other acts it is not asked: «شنت الطائرات غارات، واستهدفت مواقع» tells twice of one.
    """
    who, acts, text = frame.roles, [one for one in frame.triggers if not one.rejected and one.part != "means"], layers.text
    if frame.code != "territory" or who.agent or not acts:
        return frame
    opens = text[frame.clause.start : acts[0].start].strip(_MARKS)
    on = (acts[0].part == "verb" and text[acts[0].start] == "و" and not opens) or _MANAGED.fullmatch(opens) is not None
    if not (on or (frame.clause.link == "earlier" and frame.places and _AFTER.fullmatch(opens))):
        return frame
    start = layers.sentences[frame.clause.sentence][0]
    named = (one for one in reversed(inside(layers.actors, start, frame.clause.start)) if armed(one.actor))
    subject = next((one.actor for one in named if not _governed(text, max(start, one.start - _BEFORE), one.start)), None)
    if subject is None or subject == who.target:
        return frame
    rule = "roles.goes-on" if on else "roles.won-before"
    frame.roles = who._replace(agent=subject, rules=(*who.rules, rule))
    frame.rules.append(rule)
    return frame


def spoken_on(frame: "Frame", before: Sequence["Frame"], layers: "Layers") -> "Frame":
    """«وقال إنه قصف», «…، وأنه قصف»: the frame, with who spoke right before it, where nobody is named who says so."""
    who, clause = frame.roles, frame.clause
    if who.agent or who.speaker or not before or clause.sentence - before[-1].clause.sentence > 1:
        return frame
    speaker = before[-1].roles.speaker
    on = clause.sentence == before[-1].clause.sentence and layers.text.startswith("وان", clause.start)
    if not armed(speaker) or who.target == speaker or not (on or _SAID.match(layers.text, clause.start)):
        return frame
    parts = Parts(speaker=speaker, target=who.target)
    himself.names(layers, clause, frame.triggers, parts, on=on)
    if parts.agent is not None:
        frame.roles = who._replace(agent=parts.agent, speaker=speaker, rules=(*who.rules, *parts.rules))
    return frame


def driven_out(frame: "Frame", before: Sequence["Frame"], text: str) -> bool:
    """«سيطرت القوات على البلدة، وطردت مقاتلي الجماعة منها»: whether it only tells from whom the frame before took."""
    whom = frame.roles.target
    if not before or frame.code != "territory" or whom is None or "roles.goes-on" not in frame.rules or frame.dates or frame.figures:
        return False
    taken = before[-1]
    same = taken.code == frame.code and taken.roles.agent == frame.roles.agent and taken.clause.sentence == frame.clause.sentence
    if not same or taken.roles.target or not search(_FROM_IT, _FROM_IT_BY, text, frame.clause.start, frame.clause.stop):
        return False
    taken.roles = taken.roles._replace(target=whom, rules=(*taken.roles.rules, "roles.driven-out"))
    taken.rules.append("roles.driven-out")
    return True


def _governed(text: str, start: int, stop: int) -> bool:
    """«مواقع للحوثيين», «بإسناد من التحالف»: whether words before an actor, or its own particle, govern it."""
    before = text[start:stop]
    if text[stop] in "لبو" or before.endswith(_BESIDE):
        return True
    return any(one.search(before) for one in (words.AGAINST, words.BACKER, words.THING_OF))
