"""Who acts in the street: a crowd, or the force that it faces."""

import re
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from agents.extract.acts.events import BOMBS, CROWDS, STREET, armed
from agents.extract.drafts.drafts import Draft
from agents.extract.opponents.scene import HARM, Pair, state_of
from agents.extract.places.facts import OCCUPIED

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

CONFRONTED = "actor.crowd-confronted"  # the rule of a crowd of which nothing is told but that an army met it
_AGAINST = "roles.against"  # the rule of whom a crowd marched against
_MET, _FOUGHT, _IN_ARMS = "مواجه", "اشتباك", "مسلح"
_GAS = re.compile(r"اختناق|غاز(?:ات)?\s(?:ال)?مسيل|قنابل\s(?:ال)?غاز|والغاز")
_HUNDREDS = 50  # people without arms: so many are hurt of a crowd, where an army of occupation met them, not beside a fight
_RAIDED = re.compile(r"اقتح|[مد]داهم|ل?اعتقال")  # who is shot where houses are searched was in no crowd
_FENCE = re.compile(r"حدود|سياج|معبر")  # where crowds meet an army
_CROWDED = frozenset(["clash", "shooting", "harm"])
_NO_CROWD = BOMBS | {"air", "shell", "strike", "raid", "arrest", "territory"}
_ON_CROWDS = frozenset(["shooting", "disperse"])
_SUBJECT = frozenset(["roles.subject-before", "roles.subject-after"])
_UNARMED = frozenset(["unknown", "civilians", "protesters"])
SETTLERS = "settlers"
_SEVERAL = 2  # people
NOWHERE = "ZZ"  # the country of what happened nobody knows where


def crowd(draft: Draft, pair: Pair, country: str) -> Pair:
    """The force that harms people of the crowd and the crowd, else the crowd and whom it meets."""
    agent, target = pair
    if draft.code == "riot" and agent == SETTLERS and target in (None, *_UNARMED):
        return agent, "civilians"  # «رشق مستوطنون سيارة فلسطينية بالحجارة»
    pelted = (one.roles.target for one in draft.frames if one.roles.agent == "protesters" and armed(one.roles.target))
    force = next(pelted, None) or (agent if armed(agent) else target if armed(target) else None)  # «تظاهر أنصار الحزب ورشقوا الشرطة»
    if draft.code == "protest" and armed(agent) and any(frame.roles.agent == agent and _fired(frame) for frame in draft.frames):
        return agent, "protesters"  # «أطلقت الشرطة الرصاص على مظاهرة»
    harmed = {one.party for one, _ in draft.figures if one.measure in HARM}
    fell = {one.party for one, _ in draft.figures if one.measure == "killed"}
    shot_down = "protesters" in fell and not any(map(armed, fell)) and draft.code in ("protest", "riot")
    if shot_down or (draft.code == "protest" and harmed and not any(map(armed, harmed))):  # «قتل 60 متظاهرا وأصيب جندي»
        return force or (state_of(country) if country else "unknown"), "protesters"
    shot = draft.code != "riot" or bool(fell)  # else whom a riot hurt rioted
    if shot and armed(agent) and target == "protesters" and harmed:
        return agent, target  # «أطلقت الشرطة النار على المتظاهرين»
    people = agent if agent not in (None, "civilians", "unknown") and not armed(agent) else "protesters"
    if draft.code == "riot" and force is None:
        return people, _stormed(draft, country)
    met = harmed or draft.codes & {"disperse", "riot", "clash", "shooting"}  # a foreign army that a crowd condemns is far from it
    told = force == state_of(country) and (force == agent or _AGAINST in draft.rules)  # else it is only named beside them
    return people, force if met or told else None


def _fired(frame: "Frame") -> bool:
    """Whether a verb of a clause says of a force named as its subject that it fired, or used what is used on crowds."""
    fires = any(one.code in _ON_CROWDS and (one.part != "noun" or one.done == "did") and not one.rejected for one in frame.triggers)
    return fires and not _SUBJECT.isdisjoint(frame.roles.rules)


def _stormed(draft: Draft, country: str) -> str | None:
    """«اقتحم محتجون مباني حكومية», «أحرقوا القنصلية الإيرانية»: the state whose house a crowd broke into; None where it is none's."""
    if draft.target_class.startswith("gov:"):
        return draft.target_class
    return state_of(country) if draft.target_class == "state" and country else None


def facing_crowd(pair: Pair, country: str, hurt: Set[str]) -> Pair:
    """Who used force on a crowd, and the crowd: where nobody is named as the one, the force named beside it, else that of the state.

    hurt: whose people were harmed.
    """
    agent, target = pair
    if target == "civilians" and "protesters" in hurt:
        pair = agent, "protesters"  # «أصيب مئة متظاهر وعدد من المسعفين»
    if agent not in (None, "unknown", "protesters"):
        return pair
    if target and target.startswith("gov:"):
        return target, "protesters"
    return state_of(country) if country not in ("", NOWHERE) else "unknown", "protesters"


def confronted(draft: Draft, pair: Pair, country: str, text: str) -> Pair:
    """«مقتل 16 فلسطينيا في مواجهات»: the army of occupation and a crowd, where only people without arms were harmed; else the pair."""
    if draft.code == "riot":
        return (pair[1], pair[0]) if _shot_at(draft, pair, text) else pair
    if draft.code not in _CROWDED or country not in OCCUPIED or not draft.codes.isdisjoint(_NO_CROWD):
        return pair
    home = state_of(country)
    hurt = [one for one, _ in draft.figures if one.measure in HARM]
    if not _unarmed(hurt, home) or any(armed(one) and one not in (home, f"gov:{country}") for one in pair):
        return pair
    spans = [(frame.clause.start, frame.clause.stop) for frame in draft.frames]
    gassed = _gassed(draft, hurt, text)
    if not (gassed or _met(draft, hurt, text)) or any(_RAIDED.search(text, *span) for span in spans):
        return pair
    if not gassed and draft.code != "clash" and not any(_FENCE.search(text, *span) for span in spans):
        return pair  # who is shot in a village need have been in no crowd
    if pair[1] != "protesters" and draft.codes.isdisjoint(STREET):
        draft.rules.append(CONFRONTED)
    return home, "protesters"


def _unarmed(hurt: "Sequence[FigureMention]", home: str) -> bool:
    """Whether people were hurt, and none that bore arms or is of the army's nation."""
    if any(one.party not in _UNARMED or "people.armed" in one.rules or f"people.of.{home[4:]}" in one.rules for one in hurt):
        return False
    return bool(hurt)


def _hundreds(hurt: "Sequence[FigureMention]") -> bool:
    """Whether as many people were hurt as are of a crowd, not beside a fight."""
    return any(one.measure == "wounded" and not one.subset and (one.low or 0) >= _HUNDREDS for one in hurt)


def _met(draft: Draft, hurt: "Sequence[FigureMention]", text: str) -> bool:
    """«في مواجهات»: whether only such words say that people fought; where hundreds were hurt, «في اشتباكات» too."""
    words = [text[one.start : one.stop] for frame in draft.frames for one in frame.triggers if one.code == "clash" and not one.rejected]
    clashed = bool(words) and all((_MET in one or _FOUGHT in one) and _IN_ARMS not in one for one in words)
    return clashed and (all(_MET in one for one in words) or _hundreds(hurt))


def _gassed(draft: Draft, hurt: "Sequence[FigureMention]", text: str) -> bool:
    """«إصابة 140 بالرصاص والاختناق»: whether hundreds were hurt, by gas too, which is used on crowds."""
    told = [one.clause for one in draft.frames if one.figures] if _hundreds(hurt) else []
    return any(_GAS.search(text, one.start, one.stop) for one in told)


def _shot_at(draft: Draft, pair: Pair, text: str) -> bool:
    """«قتل 15 شخصا في مواجهات مع الشرطة»: whether several whom a force met died, none of its own was hurt, and no riot is told of."""
    hurt = [one for one, _ in draft.figures if one.measure in HARM]
    if pair[0] not in CROWDS or not armed(pair[1]) or any(one.party not in _UNARMED for one in hurt):
        return False
    if sum(one.low or 0 for one in hurt if one.measure == "killed" and not one.subset) < _SEVERAL:
        return False
    words = [text[one.start : one.stop] for frame in draft.frames for one in frame.triggers if one.code == "riot" and not one.rejected]
    return all(_MET in one for one in words)
