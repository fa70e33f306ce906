"""Turned: acts that the words tell of by whom they befell: who repels an attack, shoots a missile down."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.actors.register import class_of
from agents.extract.acts.events import FROM_AFAR
from agents.extract.acts.fired import FIRED, fired_from
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.roles import progress, repelled
from agents.extract.roles import rolewords as words
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.roles.parts import Roles

FELL = "roles.fell"  # a speaker only says that something fell
_FALL = "سقوط"
_ATTACK = re.compile(  # what somebody repels, and whose it is right behind
    r"\s(?:ال|ل)?(?:هجوم|هجمات|محاول|تسلل|زحف|تقدم|اعتداء)\w*\s(?:[^\s:،.]+\s){0,3}$"
)
_BUT = re.compile(r"[،\s](?:لكن|الا|غير|قبل|بينما|فيما|حيث)\s(?:ا?ن\s)?(?:\S+\s){0,2}$")  # before who repels it
_FIRED_AT = frozenset(["shell", "strike"])
_MEETS = re.compile(r"[وفبل]?(?:ال|ل)?(?:[يت]?عترض|اعترض|اعتراض)")
_MET_IT = re.compile(r"[وف]?(?:[يت]عترض|اعترض)ت?(?:ه|ها|هم|هما)(?![\u0621-\u064a])")
_OF_THEM = re.compile(r"(?:\s[^\s،,.:؛]+){0,4}?\s(?:معظم|بعض|جميع|غالبيت|اغلب|اغلبيت|كل)ها(?![\u0621-\u064a])")
_HARDLY = 20  # characters: «تمكنت من»
_BY = re.compile(r"\s(?:من قبل|من جانب|بواسطه|علي يد|بايدي)\s")
_BESIDE = 8  # characters between who repels and the verb for that
_NEAR, _FAR = 45, 90  # characters before and behind a word for the act in which a party of it is named


def turned(layers: Layers, clause: Clause, live: Sequence[Trigger], found: "Roles") -> "Roles":
    """The roles where the words tell of an act by whom it befell: who repels an attack, who shoots a missile down."""
    if (stopped_it := repelled.by(layers, clause, found)) is not None:
        return stopped_it
    crowd = found.target in ("protesters", "civilians")  # «تصدت الشرطة للمتظاهرين» is an act of the police
    stopped = next((one for one in live if words.REPELS.match(layers.text, one.start)), None)
    if not crowd and "roles.by-cue" not in found.rules and stopped is not None:
        fell = found.agent is None and class_of(found.target or "") == "state" and found.rules == ("roles.against",)
        if fell or progress.RULE in found.rules or _leads(layers, clause, stopped, found):  # «صدت الدورية الهجوم، واستشهد عون أمن»
            return found._replace(target=found.target or found.speaker, rules=(*found.rules, "roles.repelled"))
        held = "civilians" if found.target_class == "civilians" and found.target else found.agent  # «هجوما على ناقلة نفط»
        return found._replace(agent=found.target, target=held, rules=(*found.rules, "roles.repelled"))
    shot = next((one for one in live if one.code == "intercept"), None) or _met(layers, clause, live, found)
    if shot is None and (met := _met_them(layers, clause, live, found)) is not None:
        return met
    if shot is None:
        first = next((one for one in live if one.code in FROM_AFAR), None)
        return found if first is None or found.agent is not None else _fired(layers.text, clause, first, found)
    fired_by, stopped_by = _launched(layers, clause, shot)
    fired_by = fired_by or fired_from(layers.text, shot.start, clause.stop) or fired_from(layers.text, clause.start, shot.start)
    by = found.agent if "roles.by-cue" in found.rules else None
    if by is not None and _stopped_by(layers, clause, shot, by):
        by, stopped_by = fired_by if fired_by != by else None, by  # «تم اعتراض الصاروخ من قبل القوات»
    elif (right := _right_before(layers, clause, shot)) not in (None, fired_by) and fired_by is not None:
        by, stopped_by = fired_by if by == right else by, right  # «قال التحالف إن الدفاع الجوي كذا دمر صواريخ الجماعة»
    agent = by if "roles.by-cue" in found.rules else fired_by
    target = stopped_by or (found.target if found.target != agent else None) or found.speaker
    return found._replace(agent=agent, target=target, speaker=None, rules=(*found.rules, "roles.intercepted"))


def _fired(text: str, clause: Clause, first: Trigger, found: "Roles") -> "Roles":
    """The roles of what was fired by nobody named: by whoever mostly fires from the land told, not by whom tells that it fell."""
    by = fired_from(text, clause.start, clause.stop)
    if by not in (None, found.target):
        return found._replace(agent=by, rules=(*found.rules, "roles.fired-from"))
    fell = text.startswith(_FALL, first.start) or text.endswith(f"{_FALL} ", 0, first.start)  # «أعلن الجيش سقوط قذائف على كذا»
    return found._replace(speaker=None, rules=(*found.rules, FELL)) if by is None and fell and found.speaker else found


def _leads(layers: Layers, clause: Clause, stopped: Trigger, found: "Roles") -> bool:
    """Whether the one who is said to act already is who attacked: «صد هجوم للجماعة», «هاجمت الجماعة المدينة لكن الجيش صدها»."""
    text = layers.text
    for one in inside(layers.actors, stopped.start, clause.stop):
        if found.target is None and one.actor == found.agent:
            return _ATTACK.search(text[stopped.start : one.start]) is not None
    if found.agent is None or found.target is None or stopped.part == "noun" or text[stopped.start] == "و":
        return False
    before = [one for one in inside(layers.actors, max(clause.start, stopped.start - _NEAR), stopped.start) if one.actor == found.target]
    return bool(before) and stopped.start - before[-1].stop <= _BESIDE and _BUT.search(text[clause.start : before[-1].start]) is not None


def _met(layers: Layers, clause: Clause, live: Sequence[Trigger], found: "Roles") -> Trigger | None:
    """«أطلق صاروخ … وتم اعتراضه»: a word for meeting what was told of before, where who acts stands beside it, or nobody does."""
    fired = any(one.code in _FIRED_AT for one in live)
    shot = next((one for one in live if fired and one.code == "shootdown" and _MEETS.match(layers.text, one.start)), None)
    if shot is None or found.agent is None or _stopped_by(layers, clause, shot, found.agent):
        return shot
    before = inside(layers.actors, max(clause.start, shot.start - _NEAR), shot.start)
    if _MET_IT.match(layers.text, shot.start):
        return None  # «أطلقت الجماعة صاروخا اعترضته المنظومة»: who meets it stands behind
    behind = next(iter(inside(layers.actors, shot.stop, min(shot.stop + _BESIDE, clause.stop))), None)
    if behind is not None and behind.actor == found.agent and shot.part == "verb" and all(one.actor != found.agent for one in before):
        return shot  # «أطلقت صواريخ واعترضت القوات عددا منها»
    if not before or before[-1].actor != found.agent or shot.start - before[-1].stop > _HARDLY:
        return None
    return None if "،" in layers.text[before[-1].stop : shot.start] else shot


def _met_them(layers: Layers, clause: Clause, live: Sequence[Trigger], found: "Roles") -> "Roles | None":
    """The roles where most of what was fired was met: it befell who met it; not who fired («أطلقت الجماعة صواريخ واعترضت القبة معظمها»).

    None where no word says so, or nobody is named.
    """
    met = None if found.agent is None else next((one for one in live if _meets_them(layers.text, one)), None)
    if met is None:
        return None
    fired = any(one.code in _FIRED_AT and one.start < met.start for one in live)
    if fired and any(one.actor == found.agent for one in inside(layers.actors, clause.start, met.start)):
        return found._replace(rules=(*found.rules, "roles.intercepted"))
    return found._replace(agent=None, target=found.agent, rules=(*found.rules, "roles.intercepted"))


def _meets_them(text: str, act: Trigger) -> bool:
    """«فيما اعترضت الدفاعات الجوية معظمها»: whether a verb tells that most or some of what was fired, told of before, was met."""
    return (
        act.code == "shootdown"
        and act.part == "verb"
        and _MEETS.match(text, act.start) is not None
        and _OF_THEM.match(text, act.stop) is not None
    )


def _stopped_by(layers: Layers, clause: Clause, shot: Trigger, actor: str) -> bool:
    """Whether an actor stands behind «by» of what was shot down."""
    near = (one for one in inside(layers.actors, shot.stop, min(shot.stop + _NEAR, clause.stop)) if one.actor == actor)
    return any(_BY.search(layers.text, shot.stop, one.start + 1) for one in near)


def _right_before(layers: Layers, clause: Clause, shot: Trigger) -> str | None:
    """Who stands right before the verb by which something was shot down, as its subject; None where nobody does."""
    near = inside(layers.actors, max(clause.start, shot.start - _NEAR), shot.start)
    return near[-1].actor if shot.part == "verb" and near and shot.start - near[-1].stop <= _BESIDE else None


def _launched(layers: Layers, clause: Clause, shot: Trigger) -> tuple[str | None, str | None]:
    """Who fired what was shot down, and who shot it down: «اعترضت قوات الدفاع صاروخا حوثيا» names both."""
    fired_by = stopped_by = None
    for one in inside(layers.actors, clause.start, clause.stop):
        if one.actor == "unknown" or one.start - shot.stop > _FAR or shot.start - one.stop > _NEAR:
            continue
        if one.start > shot.start and FIRED.search(layers.text, shot.start, one.stop):
            fired_by = fired_by or one.actor
        else:
            stopped_by = stopped_by or one.actor
    return fired_by, stopped_by
