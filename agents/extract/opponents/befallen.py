"""To whom it befell: those who were harmed, or whose place or thing was struck."""

from collections import Counter
from operator import itemgetter

from agents.extract.actors.register import IRREGULAR, class_of, is_called
from agents.extract.acts.events import BOMBS, FROM_AFAR, armed
from agents.extract.drafts.tallies import vague
from agents.extract.opponents.foes import usual
from agents.extract.opponents.scene import GROUND, HARM, Pair, Scene, harmed
from agents.extract.roles import answers
from agents.extract.roles.parts import LOOSE, SAID
from agents.extract.roles.targets import HOUSE

SUFFERED = frozenset(["air", "shell", "strike", "abduct", "murder", "execute", "shooting", "assault", "harm", "loot", "chemical", "sexual"])
_UNNAMED = ("", "civilians", "fighters", "state")  # what words for targets say without naming anybody
_SETTLERS, _OWNERS = "settlers", "roles.against"  # the rule of those whose what was taken is
_OF_ARMED = frozenset(["people.armed", "figure.alone"])  # rules of people who are, or may be, no civilians though their side is not known
_MOVED = frozenset(["abducted", "missing", "displaced", "transferred"])  # measures of people whom an act befell, though it hurt none
_BEFALLEN = frozenset(["abduct", "evacuate", "handover"])  # acts that are told of them
_UPON_PEOPLE = frozenset(["abduct", "sexual"])  # acts that befall people without arms, unless others are named
_LOSSES = frozenset(["figure.passive.lost", "figure.passive.missing"])
_TAKES = frozenset(["roles.subject-before", "roles.subject-after"])
_IN_ARMS = GROUND | {"air", "arrest"}  # acts that mostly befall people in arms
_NAMED = frozenset(["roles.object", LOOSE])
_ON_ANYBODY = frozenset(["assault", "shooting", "murder", "harm"])  # acts that befall those in arms and those without
_FAR_MORE = 2  # times
_WENT = frozenset(["roles.subject-after", "roles.subject-before"])
_BOMBER = "إرهاب"  # what those are called whose bombs they are, where a clause names them beside one


def whom(scene: Scene, pair: Pair) -> Pair:
    """The pair with whom it befell."""
    agent, target = _bombed(scene, pair)
    target = None if _only_near(scene, target) or _told_below(scene, target) else target
    if target is None and HOUSE in scene.draft.rules and scene.country and agent != scene.home:
        target = scene.home  # «مسجد مقر القوات»: who prays there may be anybody
    agent, target = _attacked(scene, (agent, target))
    target = _of_people(scene, agent, target)
    if target is None and not (scene.draft.target_class == "civilians" and "civilians" in scene.hurt):
        target = next((party for party in (*scene.hurt, *_moved(scene, agent)) if party != agent), None)
    by_ally = scene.code == "air" and scene.allied(agent or usual(scene.country, "air")[0], scene.home)  # «غارات على قاعدة عسكرية»
    if target is None and scene.draft.target_class == "state" and scene.code != "arrest" and scene.country and agent != scene.home:
        target = None if by_ally else scene.home
    if target is None and scene.draft.target_class not in (*_UNNAMED, agent):
        target = scene.draft.target_class
    robbed = target == _SETTLERS and _robbed(scene)
    if target == _SETTLERS and agent is None and scene.code in SUFFERED and not (robbed or scene.counts(target)):
        agent, target = target, None  # «استهداف مستوطنين لمنزل»: armed bands that are told of as doers
    if target == _SETTLERS and scene.code in SUFFERED and (robbed or agent is not None):
        target = "civilians"  # whoever they are, they were attacked as such
    if target is None and _befell_people(scene, agent):
        target = "civilians"
    return _gassed(scene, (agent, target)) if scene.code == "chemical" else (agent, target)


def _robbed(scene: Scene) -> bool:
    """«استولوا على مركبات لمستوطنين»: whether a verb says that what was theirs was taken, not a noun («حرق منزل على أيدي مستوطنين»)."""
    told = (one for one in scene.draft.frames if one.code == "loot" and _OWNERS in one.roles.rules and one.roles.target == _SETTLERS)
    return any(one.triggers and one.triggers[0].part == "verb" for one in told)


def _only_near(scene: Scene, target: str | None) -> bool:
    """Whether an armed party is named behind the act, by nothing said to be struck, where people without arms are counted and no others.

    «الهجوم الذي تحقق فيه الشرطة أوقع ستة قتلى». Fights are between those in arms, whoever falls beside.
    """
    if not armed(target) or scene.code in _IN_ARMS or LOOSE not in scene.draft.rules or not SAID.isdisjoint(scene.draft.rules):
        return False
    figures = [one for one, _ in scene.draft.struck]
    told = any(one.party == "civilians" or not vague(one) for one in figures)  # not a mere «قتلى»
    return told and not any(armed(one.party) or "people.armed" in one.rules for one in figures)


def _told_below(scene: Scene, target: str | None) -> bool:
    """«قتل أربعة في إطلاق نار بجامعة. … وشوهد في مكان الهجوم رجال الشرطة»: whether a state's force is named further down alone.

    There nobody is counted, and of those who are none bears arms.
    """
    if scene.code not in _ON_ANYBODY or class_of(target or "") != "state" or scene.draft.target_class == "state":
        return False
    hurt = [one for one, _ in scene.draft.struck if one.measure in HARM]
    if not hurt or any(armed(one.party) or "people.armed" in one.rules for one, _ in scene.draft.struck):
        return False
    return not any(one.roles.target == target and (one.title or one.lede or one.figures) for one in scene.draft.frames)


def _moved(scene: Scene, agent: str | None) -> list[str]:
    """Whose people were taken, or had to go, where that is what is told: «فر نحو 300 مدني», «خطف ثلاثة مهندسين»."""
    counted = [one.party for one, _ in scene.draft.figures if scene.code in _BEFALLEN and one.measure in _MOVED]
    forces = agent is not None or scene.code == "abduct"  # who leaves a town by a treaty may have been driven out by nobody
    return [party for party in counted if party != "unknown" and (forces or not armed(party))]


def _bombed(scene: Scene, pair: Pair) -> Pair:
    """«اعتقال عنصر من التنظيم بعد التفجير»: bombers named beside a bomb that lost nobody made it, or have no part in it."""
    agent, target = pair
    if scene.code not in BOMBS or target is None or not is_called(target, _BOMBER) or scene.counts(target):
        return pair
    if agent is None:
        return None if scene.by_unknown else target, None
    return (agent, None) if is_called(agent, _BOMBER) else pair


def _attacked(scene: Scene, pair: Pair) -> Pair:
    """The pair where the losses say who was attacked: the force most of whose men a bomb hurt, the only side that lost any."""
    agent, target = pair
    hurt = scene.hurt
    forces = scene.code == "clash" and class_of(target or "") in ("state", "external")
    if agent in (None, "protesters") and forces and hurt and not scene.by_force:
        agent, target = target, agent or hurt[0]  # «مقتل 17 فلسطينيا في مواجهات مع الجيش», «بين متظاهرين والجيش»
    if scene.repelled and (agent, target) == (None, None) and len(hurt) == 1 and class_of(hurt[0]) in IRREGULAR and scene.country:
        agent, target = hurt[0], scene.home  # «صدت دورية الهجوم وقتلت إرهابيين»
    if scene.code == "clash" and agent is None and armed(target) and not scene.repelled:
        target = _lost_far_more(scene, target)
    elsewhere = target in (None, "civilians") or (len(hurt) == 1 and target not in hurt)
    if scene.code in BOMBS and elsewhere and (most := _most(scene)) != agent:
        target = most or target
    flew = scene.code == "air" and (_alone_flies(scene, pair) or (target is None and agent == usual(scene.country, scene.code)[0]))
    if hurt == [agent] and armed(agent) and not (flew or scene.told_of(agent) or _at_a_price(scene) or _went_at(scene) or scene.fires):
        agent, target = target, agent
    return agent, target


def _alone_flies(scene: Scene, pair: Pair) -> bool:
    """«قصفت الطائرات التركية مواقع الحزب، وقتل جنديان»: whether only who did it has aircraft, so that his own fell in another fight."""
    agent, target = pair
    return class_of(agent or "") in ("state", "external") and class_of(target or "") in IRREGULAR and not scene.by_drones


def _lost_far_more(scene: Scene, target: str | None) -> str | None:
    """«قتل 18 من الجماعة فيما سقط 7 من المقاومة في المعارك»: of two sides of whom nothing says who began, the one that lost far more."""
    killed: Counter[str] = Counter()
    for one, _ in scene.draft.struck:
        if one.measure == "killed" and armed(one.party) and not one.subset:
            killed[one.party] += one.low or one.high or 1
    most, lives = max(killed.items(), key=itemgetter(1), default=(target, 0))
    return most if target in killed and lives >= _FAR_MORE * killed[target or ""] else target


def _went_at(scene: Scene) -> bool:
    """«هاجم التنظيم القوات، وقتل خمسة من مقاتليه»: whether who lost men is the subject of a verb of attack that has an object."""
    return any(
        not _WENT.isdisjoint(one.rules)
        and not _NAMED.isdisjoint(one.rules)
        and any(act.code == "assault" and act.part == "verb" for act in one.triggers)
        for one in scene.draft.frames
    )


def _at_a_price(scene: Scene) -> bool:
    """«سيطرت الجماعة على البلدة بعد قتال خسرت فيه أربعة من مقاتليها»: whether who lost men is said to take ground, or to have lost them."""
    if scene.code != "territory":
        return False
    takes = scene.draft.agent in scene.hurt and not _TAKES.isdisjoint(scene.draft.rules)
    return takes or all(not _LOSSES.isdisjoint(one.rules) for one, _ in scene.draft.figures)


def _most(scene: Scene) -> str | None:
    """The armed party that lost most people, or most lives; None where that were people without arms."""
    killed = [party for party in harmed(scene.draft, ("killed",)) if party not in scene.few][:1]
    return next((party for party in (*scene.hurt[:1], *killed) if armed(party)), None)


def _of_people(scene: Scene, agent: str | None, target: str | None) -> str | None:
    """The target, or people without arms where only such were harmed or their houses struck."""
    if scene.by_force:
        fell = target == "civilians" and agent not in scene.hurt and all(map(armed, scene.hurt))
        return scene.hurt[0] if fell else target  # «هجوم على المدينة قتل فيه مئة عنصر أمني، مع مخاوف من مقتل مدنيين»
    state = scene.draft.target_class == "state"
    forces = scene.code in BOMBS and (armed(target) or state)  # a force, beside which others fell
    struck = forces or (state and HOUSE in scene.draft.rules) or _said_struck(scene, target)
    met = scene.code not in FROM_AFAR and scene.draft.codes & {"protest", "disperse"}  # «قصف يقتل مزارعا قبيل احتجاجات»
    if target in (None, "civilians") and armed(agent) and met:
        target = "protesters"
    elif "civilians" in scene.hurt and not struck and scene.code not in ("clash", "territory", "arrest"):
        target = "civilians"
    if answers.RULE in scene.draft.rules and armed(target):
        return target  # «رد الجيش على مصدر القذائف التي تستهدف الأحياء السكنية»
    from_afar = scene.code in ("shell", "strike") or (scene.code == "air" and bool(scene.draft.figures))
    return "civilians" if scene.draft.target_class == "civilians" and from_afar and armed(agent) else target  # «قصف أحياء تسيطر عليها»


def _said_struck(scene: Scene, target: str | None) -> bool:
    """«هجوم استهدف منسوبي القوات أزهق أرواح أبرياء», «قصف موقعا للحركة وأصاب فلسطينيين»: whether it is said first that a force was struck.

    Those hurt may be its men: only their nation is told, or the force is a state's.
    """
    if not armed(target) or target == _SETTLERS:
        return False
    said = any(
        (one.title or one.lede) and one.roles.target == target and not _NAMED.isdisjoint(one.roles.rules) for one in scene.draft.frames
    )
    if not said:
        return False
    if scene.code == "assault" and class_of(target or "") == "state":
        return True
    hurt = [one for one, _ in scene.draft.struck if one.party == "civilians"]
    return bool(hurt) and all(any(rule.startswith("people.of.") for rule in one.rules) for one in hurt)


def _befell_people(scene: Scene, agent: str | None) -> bool:
    """Whether civilians are meant where nobody is named: their places are struck, or people of whom nothing is said were harmed."""
    fights = scene.code in ("clash", "territory") and armed(agent)
    if fights and (scene.code == "territory" or not (scene.draft.figures or agent == _SETTLERS)):
        return False  # «عملية تمشيط في مزارع»
    unarmed = any(one.party == "unknown" and _OF_ARMED.isdisjoint(one.rules) for one, _ in scene.draft.struck)
    at_arms = scene.draft.target_class == "fighters" and armed(agent) and scene.code == "air"
    return scene.draft.target_class == "civilians" or (unarmed and not fights and not at_arms) or _of_people_alone(scene, agent)


def _of_people_alone(scene: Scene, agent: str | None) -> bool:
    """«اختطف مسلحون صاحب متجر», «اغتصب جنود الجيش»: whether a verb, or who is said to have done it, tells of an act that befalls people.

    States arrest; nobody who is named, or counted, may be in arms.
    """
    draft = scene.draft
    aimed = draft.target_class if scene.code == "abduct" else ""  # «في معسكر للنازحين»
    if scene.code not in _UPON_PEOPLE or draft.figures or aimed or (scene.code == "abduct" and (agent or "").startswith("gov:")):
        return False
    if armed(agent):
        return True  # whoever else is told of as abused is a case for a court
    told = (one for frame in draft.frames for one in frame.triggers if one.code == scene.code and not one.rejected)
    return scene.code == "abduct" and any(one.part == "verb" for one in told)


def _gassed(scene: Scene, pair: Pair) -> Pair:
    """The pair of a chemical attack: a state that is named beside it did it, a foreign one only answers it; it befell civilians."""
    agent, target = pair
    if scene.by_force:
        return pair
    if agent is None and target == scene.home:
        agent = scene.home  # «اتهام النظام بهجوم كيميائي»
    if agent != scene.home and class_of(agent or "") in ("state", "external") and not scene.told_who:
        agent = None
    if agent is None and target is None and not scene.draft.figures:
        return pair
    return agent, target if class_of(agent or "") in IRREGULAR and armed(target) else "civilians"
