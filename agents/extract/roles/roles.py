"""Who did it to whom, within one clause: by voice, order, prepositions and what stands before a name."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.actors.actors import DOER
from agents.extract.actors.sides import allied, enemies
from agents.extract.acts import handed
from agents.extract.acts.events import FROM_AFAR, armed
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.parties.context import of_office
from agents.extract.roles import (
    accused,
    after,
    agreed,
    answers,
    ascribed,
    asides,
    before,
    bombed,
    fallen,
    himself,
    hints,
    hisacts,
    managing,
    possessives,
    somebody,
    turned,
    within,
)
from agents.extract.roles import rolewords as words
from agents.extract.roles import targets as struck
from agents.extract.roles.after import FAR, OBJECT_NOUNS
from agents.extract.roles.parts import AGENT, STRUCK, TARGET, Parts, Roles
from agents.extract.roles.surroundings import Seen, see
from agents.extract.words.letters import among
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention


_LED = 60  # characters from the name of forces to that of the one that leads them
_OF_IT = 14  # characters between a force and what it is of
_NO_NAME = re.compile(r"[وفبلك]?(?:ال|لل)?(?:مجموع|جماعات|مسلح|فصائل|فصيل|عناصر|عنصر|مقاتل|خلي|خلايا|قوات|متشدد|متطرف|ارهابي)")
_BOMBINGS = frozenset(["suicide", "blast", "ied"])
_AGREED = frozenset(["agreement", "handover"])  # acts that two do together
_SOURCE = 50  # characters between a verb of speech and the last name of its source
_NEAR = 45  # characters between who did it and an act behind it
EXPLICIT = frozenset(["roles.by-cue", "roles.claim", "roles.repelled", "roles.intercepted"])  # rules that name the one who did it
OWN = "roles.own"  # «أعدم التنظيم 19 من عناصره»: who did it to his own men
PACT = "roles.pact"  # «الهدنة بين X وY»: two who talk, or whose border it is, and do not fight by that
UNKNOWN = "roles.unknown"  # the text says that nobody knows who did it
_SHARED = (AGENT | TARGET | {"roles.beside", "roles.aside"}) - {"roles.between", "roles.and-between"}  # «X and Y» may have them together


def find(layers: Layers, clause: Clause, live: Sequence[Trigger]) -> Roles:
    """The roles of the actors of a clause, given its triggers that stand."""
    parts = Parts()
    between = parted = pact = False
    last: ActorMention | None = None
    told: Trigger | None = None  # the act that made the last subject of one before it
    for one in (
        named for named in inside(layers.actors, clause.start, clause.stop) if named.actor != "unknown" and not _leads(layers, named)
    ):
        if last is not None and one.start - last.stop <= _OF_IT and words.OF.match(layers.text, last.stop, one.start + 1):
            named = _both_named(layers.text, last, one)
            parts.rename(last.actor, last.actor if named else one.actor)  # «قوة تابعة للجيش» is the army
            last = one
            continue
        seen = see(layers.text, clause, one, live, between=between, has_agent=parts.agent is not None)
        rule = "roles.beside" if parted and last and _beside(layers, last, one) else _rule(layers, clause, seen)
        last = one
        rule = PACT if pact and rule == "roles.and-between" else _of_harmed(layers, clause, seen, rule)
        if rule == "roles.and-between" and (allied(layers.country, parts.agent, one.actor) or words.ONE_SIDE.match(layers.text, one.stop)):
            rule = "roles.ally"  # «بين المقاومة والجيش من جهة، والحوثيين من جهة أخرى»
        if rule in AGENT and one.cls == "civilians" and any(trigger.code in FROM_AFAR for trigger in live):
            rule = "roles.object"  # «مدنيون قتلوا بقصف سوري»
        if rule == "roles.against" and ("roles.killer" in parts.rules or struck.of_some(layers, one, live)):
            rule = "roles.aside"  # «خطف التنظيم العشرات في هجوم على قوات كذا»: it befell those who are counted
        between, pact = rule in ("roles.between", "roles.ally", PACT), rule == PACT
        if rule == "roles.possessor" and seen.behind is told and struck.alone_does(layers.text, seen):
            parts.suffer(befell=enemies(layers.country, parts.agent, one.actor))
        rule = parts.give(one.actor, rule)
        told = seen.ahead if rule == "roles.subject-before" else told
        killed = struck.killed_by(layers, clause, seen) if rule == "roles.killer" else None
        if killed is not None and armed(killed.party):
            parts.target = killed.party
            if killed.party == one.actor and killed.measure != "abducted":
                parts.rules.append(OWN)
        parted = rule in _SHARED and not (rule == "roles.possessor" and seen.behind and seen.behind.code == "clash")
    parts.rules += [*asides.marks(layers, clause, live), *answers.marks(layers, clause, live)]
    parts.rules += somebody.gunmen(layers, clause.start, clause.stop) if parts.agent is None else []
    target_class = struck.class_of(layers, clause, live)
    if target_class == struck.OF_FORCE:
        parts.rules.append(struck.HOUSE)
        parts.target, target_class = None if parts.target == "civilians" else parts.target, "state"
    himself.names(layers, clause, live, parts)
    found = Roles(parts.agent, parts.target, target_class, parts.speaker, tuple(parts.others), tuple(parts.rules))
    if (party := within.own(layers, clause, live, found)) is not None:
        return found._replace(agent=party, target=None, rules=(*found.rules, OWN))
    found = turned.turned(layers, clause, live, _by_unknown(layers, clause, live, possessives.owner(layers, clause, live, found)))
    return hisacts.by(layers, clause, live, agreed.by(layers, clause, live, found))


def _of_harmed(layers: Layers, clause: Clause, seen: Seen, rule: str) -> str:
    """The rule, or that of whom it befell where an actor's own people are counted as harmed; of whom another act was, by none."""
    if rule == "roles.subject-before":
        if hints.prevents(layers.text, seen):
            return "roles.aside"
        if struck.harmed(layers, seen.actor) or struck.lost_men(layers, clause, seen.actor, seen.ahead):
            return "roles.object"
        return "roles.aside" if _nearer(layers, seen) or asides.of_another(layers, seen) else rule
    if rule == "roles.subject-after" and struck.taken(layers, seen.actor):
        return "roles.object"
    harmed = rule == "roles.possessor" and struck.harmed(layers, seen.actor)
    return "roles.against" if harmed else rule  # «قتل في الهجوم خمسة جنود من كذا»


def _both_named(text: str, last: "ActorMention", one: "ActorMention") -> bool:
    """«حركة الشباب التابعة للقاعدة»: whether a group has a name of its own beside that of those it belongs to, not «مجموعات تابعة ل…»."""
    return last.rule == one.rule == "actor.name" and last.cls == one.cls == "rebel" and not _NO_NAME.match(text, last.start)


def _leads(layers: Layers, one: "ActorMention") -> bool:
    """«هاجمت الفصائل وعلى رأسها الهيئة مواقع»: whether it is one of several forces just named, which leads them: of those it is told."""
    return layers.text.endswith(words.LED_BY, 0, one.start) and any_inside(layers.actors, one.start - _LED, one.start)


def _beside(layers: Layers, last: "ActorMention", one: "ActorMention") -> bool:
    """«سيطر الجيش والمقاومة على»: both did it, and the first stands for them."""
    together = words.AND.fullmatch(layers.text, last.stop, one.start + (layers.text[one.start] == "و")) is not None
    return together and not enemies(layers.country, last.actor, one.actor)


def _by_unknown(layers: Layers, clause: Clause, live: Sequence[Trigger], found: Roles) -> Roles:
    """The roles where «unknown men» did it: «لقي قيادي في التنظيم مصرعه برصاص من مجهولين» befell the group; or nobody claims it."""
    if ascribed.unclaimed(layers, clause):
        target = None if "roles.between" in found.rules else found.target
        return found._replace(agent=None, target=target, rules=(*found.rules, UNKNOWN))
    if found.agent is None and (ascribed.denied(layers, clause) or any(somebody.takes(layers.text, one) for one in live)):
        return found._replace(rules=(*found.rules, UNKNOWN))
    for one in inside(layers.actors, clause.start, clause.stop):
        if one.actor != "unknown":
            continue
        rule = _rule(layers, clause, see(layers.text, clause, one, live, between=False, has_agent=found.agent is not None))
        if rule == "roles.by-cue" and found.target is None and not EXPLICIT & set(found.rules):
            found = found._replace(agent=None, target=found.agent)
        if rule in AGENT and found.agent is None:
            return found._replace(rules=(*found.rules, UNKNOWN))
    return found


def _nearer(layers: Layers, seen: Seen) -> bool:
    """Whether another actor stands right before the verb: «… مواقع الجماعة لكن طائرات التحالف استهدفتهم»."""
    first = seen.ahead
    if first is None or first.part == "noun" or layers.text[first.start] == "و":
        return False  # «… جيب للتنظيم وسيطرت على»: the verb goes on with who was told of before
    return any(
        first.start - one.stop <= 1
        and layers.text[one.start] not in "لب"
        and not words.GOVERNED.search(layers.text, seen.actor.stop, one.start + 1)
        and not words.BACKER.search(layers.text, seen.actor.stop, one.start)
        and not words.AND.fullmatch(layers.text, seen.actor.stop, one.start + 1)
        for one in inside(layers.actors, seen.actor.stop, first.start)
        if one.actor not in ("unknown", seen.actor.actor)
    )


def _rule(layers: Layers, clause: Clause, seen: Seen) -> str:
    """The first rule with an opinion."""
    return (
        ("roles.by-cue" if seen.actor.rule == DOER else "")
        or ("roles.aside" if _only_concerned(layers.text, seen) else "")
        or accused.accusation(layers, clause, seen)
        or ("roles.by-cue" if fallen.into_hands(layers.text, seen) else "")
        or fallen.lost(layers.text, seen)
        or ("roles.object" if seen.has_agent and answers.names_source(layers.text, clause, seen.actor.start) else "")
        or ("roles.against" if ascribed.stops_it(layers.text, clause, seen) else "")
        or ascribed.by_cue(layers, clause, seen)
        or ("roles.speaker" if of_office(seen.before) else "")
        or ("roles.aside" if words.of_another(seen.before) or answers.answers(layers.text, seen) else "")
        or (
            "roles.speaker"
            if words.SAYS.match(layers.text, seen.actor.stop)
            or words.issued(seen.before)
            or words.quoted(layers.text, seen.before, seen.actor.stop)
            or hints.mentions(seen.before)
            else ""
        )
        or asides.killer(layers, seen, struck.killed_by(layers, clause, seen))
        or (STRUCK if bombed.at_work(layers.text, seen) else "")
        or ("roles.subject-before" if seen.ahead and _undertakes(layers.text, seen) else "")
        or ("roles.subject-before" if managing.ground(layers, seen) else "")
        or ("roles.aside" if after.opens_next(layers, seen) else "")
        or hints.part(layers.text, clause, seen)
        or _by_preposition(layers, clause, seen)
        or asides.own_act(layers.text, seen)
        or struck.freed_from(layers.text, seen)
        or words.hit_or_missed(seen.before if seen.behind is not None and seen.behind.part == "noun" else "")
        or somebody.owner(layers.text, seen)
        or (STRUCK if seen.behind and somebody.acts(layers.text, seen.behind, somebody.behind_day(layers, seen.behind), seen.actor) else "")
        or ("roles.against" if seen.behind and handed.holds(layers.text, seen.behind.stop, seen.actor.start) else "")
        or after.rule(layers, seen)
        or ("roles.object" if struck.lured(layers, seen) else "")
        or before.rule(layers.text, seen)
    )


def _only_concerned(text: str, seen: Seen) -> bool:
    """«جماعة معارضة للحكومة تبنت الهجوم», «اعتقل بطلب من الشرطة», «رجل معروف لدى الشرطة»: who is only opposed, asked, or knows him."""
    opposed = text[seen.actor.start] == "ل" and words.OPPOSED.search(seen.before) is not None
    knows = among(words.KNOWN_BY, seen.before, 0, len(seen.before)) and words.KNOWN.search(seen.before) is not None
    return opposed or knows or ("طلب من" in seen.before and words.ASKED.search(seen.before) is not None)


def _undertakes(text: str, seen: Seen) -> bool:
    """«قيام الجماعة بإحراق منازل»: who does what an act of its own is told by; not «أثناء قيام الجنود بأداء الصلاة»."""
    if seen.ahead is not None and seen.ahead.start - seen.actor.stop <= _NEAR and words.CARRIES_OUT.search(seen.before):
        return True
    return words.undertakes(seen.before) and words.UNDERTAKEN.match(text, seen.actor.stop) is not None


def _by_preposition(layers: Layers, clause: Clause, seen: Seen) -> str:
    beside = words.with_others(seen.before) and not _agreed(seen)
    if beside or seen.backs or words.backs(seen.before):
        return "roles.aside" if beside else "roles.backer"
    one_side = seen.after_between and words.ONE_SIDE.match(layers.text, seen.actor.stop)  # «بين الجيش والمقاومة من جهة»: the second of them
    if not one_side and "بين" in seen.before and words.BETWEEN.search(seen.before):
        return PACT if words.PACT.search(seen.before) and not _agreed(seen) else "roles.between"
    if seen.after_between:
        return "roles.and-between"
    spoken = next((one for one in layers.cues("attribution", clause) if _speaks(layers.text, one, seen)), None)
    if spoken is None:
        return ""
    if spoken.value.endswith("/hedge"):
        return "" if ascribed.of_subject(layers.text, seen) else _suspected(seen)
    return "roles.media" if words.MEDIA.search(layers.text, spoken.stop, seen.actor.start) else "roles.speaker"


def _agreed(seen: Seen) -> bool:
    """Whether an act beside an actor is one that two do together."""
    return any(one is not None and one.code in _AGREED for one in (seen.behind, seen.ahead))


def _suspected(seen: Seen) -> str:
    """«اعتقلت 3 يشتبه بأنهم من الجماعة», «هجوم يرجح أن الجماعة نفذته»: whose people they are said to be."""
    nearest = seen.behind or seen.ahead
    if nearest is None:
        return "roles.speaker"
    flown = nearest.code in FROM_AFAR and seen.actor.rule == "actor.nation"  # «غارة لطائرة يعتقد أنها أميركية»
    return "roles.against" if nearest.code in OBJECT_NOUNS else "roles.by-cue" if flown or nearest.code in _BOMBINGS else "roles.speaker"


def _speaks(text: str, cue: Hit, seen: Seen) -> bool:
    """Whether an actor is the source that a verb of speech or «بحسب» names: nothing is told between them, and no «that» stands there."""
    gap, owner = seen.actor.start - cue.stop, asides.owns_source(text, seen)
    if not 0 <= gap <= (FAR if owner else _SOURCE) or (seen.behind is not None and seen.behind.start > cue.start):
        return False
    return owner or not words.TOLD.search(text, cue.stop, seen.actor.start)
