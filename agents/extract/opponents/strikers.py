"""Who did it, where its own clauses leave that open: who tells of it, who is named beside it, who did so elsewhere in the article."""

from agents.extract.actors.register import GUNMEN, IRREGULAR, class_of, is_called
from agents.extract.acts.events import BOMBS, CROWDS, armed
from agents.extract.opponents.foes import usual
from agents.extract.opponents.scene import BY_HAND, GROUND, Pair, Scene
from agents.extract.roles.parts import STRUCK

# acts whose doer mostly tells of them
_SELF_TOLD = ("territory", "arrest", "air", "strike", "shell", "raid", "defuse", "shootdown", "agreement")
_BY_REMOTE = frozenset(["air", "shell", "strike", "intercept"])
OUTLAWS = "إرهاب"  # what those are called who arrest no policemen
_ARMY = "جيش"  # what those are called who may have aircraft, though they are no state's


def by_whom(scene: Scene, pair: Pair) -> Pair:
    """The pair with who did it; where one side lost people and the other is named, with who attacked whom."""
    agent: str | None
    agent, target = pair
    if agent is None and scene.by_unknown:
        return agent, target
    if agent is None and scene.raided:
        return GUNMEN, target
    speaker = scene.draft.speaker
    flier = usual(scene.country, scene.code)[0] if scene.code == "air" else None
    grounded = scene.code == "air" and (class_of(speaker or "") in IRREGULAR or scene.allied(speaker, flier))
    tells = scene.code in _SELF_TOLD or _tells_of_foe(scene, target) or _laid_it(scene, speaker)
    grounded = grounded and not scene.by_drones  # «أعلنت الجماعة استهداف سفينة بطائرات مسيرة»
    if agent is None and speaker != target and tells and not (grounded or _mourns(scene) or _fell(scene, target)):
        agent = speaker
    if agent is None and armed(target) and (other := _other_side(scene, target)):
        fought_back = target in scene.lost and not _hunted(scene, other)
        stayed = fought_back or scene.code == "assault"  # «أسفر هجوم على الجيش عن مقتل 9 من الجماعة»
        agent, target = (other, target) if stayed else (target, other)  # «مقتل 9 من الجماعة في معارك مع الجيش»
    if agent is None and scene.code == "clash" and armed(target):
        agent = next((side for side in scene.sides if side != target and armed(side) and not scene.allied(side, target)), None)
        crowd = (target or "").startswith("gov:")
        agent = agent or next((side for side in scene.sides if crowd and side in CROWDS), None)  # «أصيب ستة من الشرطة في مواجهات مع محتجين»
    return agent or _elsewhere(scene, target), target


def _laid_it(scene: Scene, speaker: str | None) -> bool:
    """«أعلنت الكتائب تفجير عبوة في دبابة»: whether who tells of it, and bears no state's arms, calls it a bomb that was set off."""
    set_off = (one for frame in scene.draft.frames[:1] for one in frame.triggers)
    return scene.code == "ied" and class_of(speaker or "") in IRREGULAR and any(one.part == "noun" and not one.definite for one in set_off)


def _fell(scene: Scene, target: str | None) -> bool:
    """«قالت الهيئة إن سفينة تعرضت لهجوم», «قال الجيش إن صواريخ سقطت»: whether it is told only as what befell, so not by who did it."""
    told = [one for frame in scene.draft.frames[:1] for one in frame.triggers if one.part != "means"]
    at_foe = target not in (None, "civilians") or any(map(armed, scene.lost))
    return scene.code in _BY_REMOTE and not at_foe and bool(told) and told[0].done == "befell"


def _mourns(scene: Scene) -> bool:
    """«أعلن الجيش مقتل خمسة مدنيين في قصف»: whether who tells of it is at home there, and only people without arms fell."""
    speaker = scene.draft.speaker
    at_home = speaker == scene.home or scene.allied(speaker, scene.home)
    return scene.code in _BY_REMOTE and at_home and scene.hurt == ["civilians"]


def _tells_of_foe(scene: Scene, target: str | None) -> bool:
    """«أعلن الجيش مقتل 7 من التنظيم»: who tells of the dead of an enemy killed them."""
    speaker, home = scene.draft.speaker, f"gov:{scene.country}"
    outlaws = class_of(target or "") == "rebel" or (target is None and scene.at_arms)
    forces = speaker == home or scene.allied(speaker, home) or (class_of(speaker or "") == "state" and not scene.country)
    own = outlaws and forces  # «مسلحين» of no name, told of by the state's forces
    return scene.code not in BOMBS and (own or scene.enemies(speaker, target))


def _hunted(scene: Scene, other: str) -> bool:
    """«مقتل سبعة مسلحين وجنديين في تبادل لإطلاق النار»: whether gunmen of no name lost most in a fight, so that they were sought."""
    return scene.code == "clash" and other.startswith("rebel:") and scene.lost[0] == other and not scene.repelled


def _other_side(scene: Scene, target: str | None) -> str | None:
    """Who lost people in a fight with the one that is named as struck: the one attacked, or where both lost some, the attacker."""
    flies = scene.code == "air" and class_of(target or "") not in IRREGULAR
    if scene.code not in GROUND | {"assault"} and not flies:
        return None
    others = (one for one in scene.lost if one != target and armed(one) and not scene.allied(one, target))
    if scene.code == "clash":
        return next(others, None)
    irregular = class_of(target or "") in IRREGULAR
    both = target in scene.lost
    return next((one for one in others if scene.enemies(one, target) or (both and (irregular or class_of(one) in IRREGULAR))), None)


def _elsewhere(scene: Scene, target: str | None) -> str | None:
    """Who struck the target elsewhere in the article; from the air, who has the aircraft there, whoever else strikes."""
    if scene.code == "air":
        by_rule, on_rule = usual(scene.country, scene.code)
        if scene.by_drones and by_rule == scene.home:
            return None  # drones at home may be anybody's
        return by_rule if target == on_rule and scene.foes.names(by_rule) else None
    if armed(target) or (scene.code not in _BY_REMOTE and scene.draft.scope.scope != "incident"):
        striker = scene.foes.striker(target, scene.country, by_hand=scene.code in BY_HAND)
        outlaws = scene.code == "arrest" and target == scene.home and is_called(striker or "", OUTLAWS)
        return None if outlaws else striker
    return None


def flown(scene: Scene, pair: Pair) -> Pair:
    """The pair of an air strike: a force without aircraft flew none, whoever else did.

    «On» one that has aircraft and lost nobody it was flown by that one; on civilians by whom the article names and who strikes there.
    """
    agent, target = pair
    if scene.code != "air" or (agent and (scene.by_drones or class_of(agent) not in IRREGULAR)):
        return pair
    drones = agent == usual(scene.country, "shell")[0]  # who strikes from afar may have them
    said = agent == scene.draft.agent and "roles.possessor" in scene.draft.rules  # «غارة لقوات كذا»
    grounded = agent is not None and not (said or drones or is_called(agent, _ARMY))
    flies = class_of(target or "") == "external" or ((target or "").startswith("gov:") and (grounded or target != f"gov:{scene.country}"))
    struck = agent is None and (scene.by_drones or STRUCK in scene.draft.rules)  # «طائرات مسيرة تستهدف دورية تركية»
    if flies and not (struck or scene.counts(target)):
        return target, agent
    if grounded and target in (None, "civilians"):
        by_rule = usual(scene.country, scene.code)[0]
        return by_rule if scene.foes.names(by_rule) else None, target or agent
    return pair
