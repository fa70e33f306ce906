"""Decried: «بسبب مقتل فلسطينيين» names why something was said or done, and counts nobody whom the article counts elsewhere."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.drafts.tallies import same_people, vague
from agents.extract.frames.frame import Frame
from agents.extract.places import nearness
from agents.extract.words.letters import search

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

REACH = 24  # drafts that are looked at
SEVERAL = 2  # people: what a bare plural, or a dual that may be one, counts
_SAID = r"[وف]?(?:ا?دان|تدين|يدين|شجب|استنكر|ندد)(?:ت|وا)?\s?(?:ب|\S+\s\S+)?"
_GROUND = re.compile(  # why something is said or done, right before those who died
    rf"(?<![\u0621-\u064a])(?:بسبب|احتجاجا علي|ردا علي|تنديدا ب|استنكارا ل|ازاء|علي خلفيه|{_SAID})\s?(?:\S+\s)?(?:مقتل|قتل|استشهاد|سقوط)\s$"
)
_GROUND_BY = ("بسبب", "احتجاجا", "ردا علي", "تنديدا", "ستنكار", "ازاء", "خلفيه", "دان", "تدين", "يدين", "شجب", "ستنكر", "ندد")
_BEFORE = 45  # characters before people in which that stands


def leave_out(drafts: list[Draft], layers: Layers) -> None:
    """Takes such bare plurals out of drafts that state no day; one that told of nobody else is a summary."""
    for draft in drafts[:REACH]:
        if draft.scope.scope != "incident" or draft.stated:
            continue
        gone = [one for one, frame in draft.figures if _is_ground(one, frame, layers.text) and _counted(one, draft, drafts)]
        if gone:
            draft.figures = [pair for pair in draft.figures if not any(pair[0] is one for one in gone)]
            draft.rules.append("figure.decried")
            if not draft.figures:
                draft.scope = draft.scope._replace(scope="summary", rule="scope.decried")


def _is_ground(one: "FigureMention", frame: Frame, text: str) -> bool:
    if one.measure != "killed" or one.low != SEVERAL or not vague(one) or one.subset or frame.title:
        return False
    return search(_GROUND, _GROUND_BY, text, max(one.start - _BEFORE, frame.clause.start), one.start) is not None


def _counted(one: "FigureMention", draft: Draft, drafts: list[Draft]) -> bool:
    """Whether another draft counts more of those people there."""
    return any(
        other.measure == one.measure and not other.subset and (other.low or 0) > SEVERAL and same_people(other.party, one.party)
        for told in drafts[:REACH]
        if told is not draft and told.scope.scope in ("incident", "toll") and nearness.may_be_one(told.place, draft.place)
        for other, _ in told.figures
    )
