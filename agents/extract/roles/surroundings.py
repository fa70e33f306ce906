"""Surroundings: one actor as it stands in its clause, the words before it, and what happens before and after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Clause
from agents.extract.acts.trigger import Trigger
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention


_BACKED = re.compile(  # «القوات، بدعم من التحالف والعشائر، سيطرت على»: between commas, who only backs those named before
    rf"،\s?و?(?:ب(?:{any_of('acts', 'backing')}|مشاركه|غطاء)|مدعوم\S*|مسنود\S*|معزز\S*|[يت](?:دعم|ساند)(?:ها|هم|ه))"
    r"\s(?:[^\s،,.:؛]+\s){0,14}[^\s،,.:؛]*"
)
_ASIDE = 120  # characters between the comma that opens it and the last name in it


@dataclass(slots=True)
class Seen:
    """One actor in its clause. before: the words before it; ahead, behind: the nearest live triggers after and before it.

    led: a noun that says what happened is the subject of the one before («انفجار استهدف …»). past_amid: between it and the one ahead,
    which a verb says was done, only words stand that say when («تمكنت المقاومة بعد معارك من طرد»). gap: characters between it and the
    one ahead, without those that say who backs it. backs: it is one of those who back another.
    """

    actor: "ActorMention"
    before: str
    ahead: Trigger | None
    behind: Trigger | None
    after_between: bool
    has_agent: bool
    led: bool = False
    past_amid: bool = False
    gap: int = 0
    backs: bool = False


def see(text: str, clause: Clause, one: "ActorMention", live: Sequence[Trigger], *, between: bool, has_agent: bool) -> Seen:
    """What stands around an actor. between: it follows «بين …»; has_agent: who did it is already known."""
    ahead = behind = None
    past_amid = False
    for trigger in live:
        if trigger.stop <= one.start or (trigger.part == "noun" and trigger.start < one.start < trigger.stop):  # «قصف طائرات» التركية
            behind = trigger
        elif trigger.start >= one.stop:
            if ahead is not None and not (trigger.done or trigger.amid):
                break
            past_amid = ahead is not None and not trigger.amid
            ahead = trigger if ahead is None or past_amid else ahead
            if not trigger.amid:
                break
    first = max(clause.start, one.start - 40, behind.stop if behind else 0)  # words before the last trigger govern that
    led = behind is not None and any(
        t.part == "noun" and 0 <= behind.start - t.stop <= 2 and "،" not in text[t.stop : behind.start] for t in live
    )
    gap = 0 if ahead is None else ahead.start - one.stop - _backed(text, one.stop, ahead.start)
    backs = _is_backer(text, clause, one)
    return Seen(one, text[first : one.start], ahead, behind, between, has_agent, led, past_amid, gap, backs)


def _backed(text: str, start: int, stop: int) -> int:
    """How many characters right behind an actor only say who backs it."""
    comma = start + 1 if text.startswith(('"', "»"), start) else start
    aside = _BACKED.match(text, comma, stop) if text.startswith("،", comma) else None
    return aside.end() - start if aside and text.startswith("،", aside.end()) else 0


def _is_backer(text: str, clause: Clause, one: "ActorMention") -> bool:
    """Whether an actor stands between commas, behind a word for those who back."""
    comma = text.rfind("،", max(clause.start, one.start - _ASIDE), one.start)
    aside = _BACKED.match(text, comma, clause.stop) if comma >= 0 else None
    return aside is not None and one.start < aside.end() and text.startswith("،", aside.end())
