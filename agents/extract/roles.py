"""Who did it to whom, within one clause: by voice, order, prepositions and what stands before a name."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from agents.extract.clauses import Clause
from agents.extract.layers import inside
from agents.extract.lexicon import Hit
from agents.extract.triggers import Trigger

if TYPE_CHECKING:
    from agents.extract.actors import ActorMention


class Roles(NamedTuple):
    """agent, target: actor ids or None. target_class: what the words for the target say of it (civilians, state), "" where they do not.

    speaker: an actor that only speaks. rules: what decided.
    """

    agent: str | None = None
    target: str | None = None
    target_class: str = ""
    speaker: str | None = None
    others: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


_AGAINST = re.compile(
    r"(?:^|[\s\"«(])(?:و|ف)?(?:علي|ضد|تجاه|باتجاه|صوب|نحو|في صفوف|بصفوف|وسط|من|الي|بين صفوف|مع|لدي|بحق|استهدف\w*|يستهدف\w*|تستهدف\w*|طال\w*|"
    r"مقتل|قتل|اصابه|اغتيال|استهداف|اعتقال|القبض علي)\s+(?:\S+\s+){0,3}\"?$"
)
_WITH = re.compile(r"(?:^|\s)(?:و)?(?:مع|ضد)\s+(?:\S+\s+){0,2}$")
_BETWEEN = re.compile(r"(?:^|\s)و?بين\s+(?:\S+\s+){0,2}\"?$")
_BY = re.compile(r"(?:^|\s)و?(?:بقياده|بدعم من|باسناد من|بدعم|المدعوم\S*\s+(?:من|ب)|مدعوم\S*\s+(?:من|ب)|الموالي\S*\s+ل|مسنود\S*\s+ب|بغطاء|لصالح|وزاره|متحدث\S* باسم|المتحدث\S* باسم|الناطق\S* باسم|ذكري|سيطره|تسيطر عليه\S*|يسيطر عليه\S*|معقل|معاقل|اراضي)\s*(?:\S+\s+){0,2}$")  # fmt: skip
_OBJECT_NOUNS = frozenset(["arrest", "murder", "abduct"])
_NEAR = 45


def find(text: str, clause: Clause, triggers: Sequence[Trigger], actors: Sequence["ActorMention"], cues: Sequence[Hit],
         targets: Sequence[Hit], speech: Sequence[Hit]) -> Roles:  # fmt: skip
    """The roles of the actors of a clause."""
    live = [one for one in triggers if one.part != "means" and not one.rejected]
    agent = target = speaker = None
    others: list[str] = []
    rules: list[str] = []
    by = inside(cues, clause.start, clause.stop)
    said = inside(speech, clause.start, clause.stop)
    between = False
    for one in inside(actors, clause.start, clause.stop):
        before = text[max(clause.start, one.start - 40) : one.start]
        if one.actor == "unknown":
            continue
        rule = _rule(text, one, before, live, by, said, between, agent)
        between = rule == "roles.between"
        if rule in ("roles.between", "roles.by-cue", "roles.subject-before", "roles.subject-after", "roles.possessor", "roles.claim"):
            if agent is None or rule in ("roles.by-cue", "roles.claim"):
                if agent is not None and target is None and agent != one.actor:
                    target = agent
                agent = one.actor
                rules.append(rule)
                continue
            rule = "roles.object"
        if rule in ("roles.object", "roles.against", "roles.and-between"):
            if target is None and one.actor != agent:
                target = one.actor
                rules.append(rule)
            continue
        if rule == "roles.speaker":
            speaker = speaker or one.actor
        else:
            others.append(one.actor)
    kind = _target_class(clause, live, targets)
    return Roles(agent, target, kind, speaker, tuple(others), tuple(rules))


def _rule(text: str, one: "ActorMention", before: str, live: Sequence[Trigger], by: Sequence[Hit], said: Sequence[Hit], between: bool,
          agent: str | None) -> str:  # fmt: skip
    for cue in by:
        if cue.value.startswith("agent") and 0 <= one.start - cue.stop <= 25:
            return "roles.by-cue"
        if cue.value.startswith("claim") and abs(cue.start - one.stop) <= 30:
            return "roles.claim"
    if _BY.search(before):
        return "roles.backer"
    if _BETWEEN.search(before):
        return "roles.between"
    if between:
        return "roles.and-between"
    if any(0 <= one.start - cue.stop <= 2 for cue in said):
        return "roles.speaker"
    ahead = [t for t in live if t.start >= one.stop]
    back = [t for t in live if t.stop <= one.start]
    if back:
        last = back[-1]
        gap = one.start - last.stop
        tight = not re.search(r"(?:^|\s)(?:علي|ضد|ل\w*|في|استهدف\w*|من)\s", text[last.stop : one.start + 1])
        if last.part == "noun" and gap <= 2 and last.code in _OBJECT_NOUNS:
            return "roles.object"
        if last.part == "noun" and gap <= 14 and tight and text[last.start : last.stop].lstrip("وبل").startswith("استهداف"):
            return "roles.object"
        if gap <= 16 and tight and not _AGAINST.search(before):
            return "roles.subject-after" if last.part == "verb" else "roles.possessor"
        if _AGAINST.search(before) or gap <= _NEAR * 2:
            return "roles.against" if _AGAINST.search(before) else "roles.object"
    if ahead and ahead[0].part == "verb" and ahead[0].start - one.stop <= _NEAR and not _AGAINST.search(before):
        return "roles.subject-before"
    if _AGAINST.search(before):
        return "roles.against"
    if ahead and ahead[0].start - one.stop <= _NEAR and agent is None:
        return "roles.subject-before"
    return ""


def _target_class(clause: Clause, live: Sequence[Trigger], targets: Sequence[Hit]) -> str:
    """What the first target word after the first trigger says: civilians or state; "" where it names only a thing."""
    if not live:
        return ""
    for hit in inside(targets, live[0].stop, clause.stop):
        value = hit.value.split("/")[0]
        if value in ("civilians", "state"):
            return value
    return ""
