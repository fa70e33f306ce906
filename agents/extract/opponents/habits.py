"""What nobody needs to say: who takes prisoners, whom a party fights, who bombs there as a rule, that else it befell civilians."""

from agents.extract.actors.register import IRREGULAR, class_of, is_called
from agents.extract.acts.events import BOMBS, FROM_AFAR, armed
from agents.extract.harm.harm import TAKEN
from agents.extract.opponents.befallen import SUFFERED
from agents.extract.opponents.foes import usual
from agents.extract.opponents.scene import BY_HAND, GROUND, HARM, Pair, Scene
from agents.extract.opponents.strikers import OUTLAWS
from agents.extract.places.facts import OCCUPIERS, others
from agents.extract.roles.somebody import GUNMEN
from agents.extract.roles.turned import FELL

_UNARMED = frozenset(["civilians", "protesters", "rioters"])  # who arrest nobody
_FOUGHT = frozenset(["clash", "territory", "raid", "air", "shell", "strike"])  # acts that a party does to its enemy
_IN_FIGHT = GROUND | {"capture"}
_ATTACKED = frozenset(["assault", "shooting"])  # acts by which rebels mostly strike the state
_SUBJECTS = frozenset(
    ["roles.subject-before", "roles.subject-after", "roles.between", "roles.possessor"]
)  # rules of who does what a clause tells
_ALONE = OCCUPIERS  # states that alone have an army where they fight: in what they hold, and at home
_ROCKETS = frozenset(["shell", "strike"])
_SEATS = others("held-seat")  # capitals held by who strikes in their country as a rule
_BY_HAND = frozenset(["assault", "shooting", "murder"])  # acts that need no weapon of war


def completed(scene: Scene, pair: Pair) -> Pair:
    """The pair with all that goes without saying; unknown where not even that names who did it."""
    agent, target = _arrested(scene, pair) if scene.code == "arrest" else _fought(scene, pair)
    agent = _on_the_ground(scene, agent)
    if agent is None and not scene.by_unknown:
        agent = _by_rule(scene, target) or _flier(scene, target)
    if GUNMEN in scene.draft.rules and pair[0] is None and class_of(agent or "") == "state":
        agent = None  # «هجوم شنه مسلحون», and below that a state bombed the town
    return agent or "unknown", target or _victim(scene, agent)


def _arrested(scene: Scene, pair: Pair) -> Pair:
    """The state takes prisoners, and those who are counted as taken are whom it took."""
    agent: str | None
    agent, target = pair
    if agent in _UNARMED:  # «الاعتقالات طالت شبانا على خلفية الاحتجاجات»
        if target is None or target == "civilians":
            target = agent
        agent = None
    taken = [one.party for one, _ in scene.draft.figures if one.measure in TAKEN]
    if scene.country and agent is not None and agent in taken and (is_called(agent, OUTLAWS) or agent.startswith("rebel:")):
        agent = None  # «توقيف 30 من التنظيم», of which was told that it struck
    by_state = agent is None or class_of(agent) == "state"
    if target == scene.home and by_state and taken and target not in taken:
        target = None  # «اعتقال 10 من التنظيم خططوا لهجوم على الجيش»
    own = scene.home if scene.home in taken else None  # «توقيف ثلاثة ضباط»: a state arrests men of its own
    agent = agent or (own or scene.army if scene.country and (target != scene.home or own) else None)
    others = (party for party in taken if party not in (agent, "unknown"))
    return agent, target or next(others, own if own == agent else None)


def _fought(scene: Scene, pair: Pair) -> Pair:
    """One side is named: the other is its foe. The side at home took the ground («تحرير …»), and fought («قتل 6 من الجيش في اشتباكات»)."""
    agent, target = pair
    if agent is not None or scene.code not in _IN_FIGHT:
        return pair
    if target is None and scene.code == "clash" and not scene.by_unknown and (scene.of_both or scene.draft.fought):
        return scene.fight()  # «أوقعت المعارك 20 قتيلا من الطرفين», «وتركزت المعارك في بلدة كذا»
    own = target == scene.home or scene.allied(scene.home, target)
    if scene.code == "territory" and own and not scene.by_unknown:
        return target, scene.foe(target)
    if scene.by_unknown or not armed(target):
        return pair
    own = scene.code == "clash" and scene.allied(scene.home, target)
    if own:
        return target, scene.foe(target)
    raids = scene.code == "raid" and bool(scene.country) and class_of(target or "") == "rebel"  # «مداهمات أسفرت عن مقتل مسلحين»
    return scene.foe(target) or (scene.home if raids else None), target


def _on_the_ground(scene: Scene, agent: str | None) -> str | None:
    """«بإسناد من التحالف»: who did it on the ground, an ally named beside one from abroad, or in the article where no clause names that.

    «في مواجهات وغارات للتحالف»: of a fight it only flew what was flown.
    """
    if scene.code not in BY_HAND or not agent or agent == scene.home or class_of(agent) not in ("external", "state"):
        return agent
    if class_of(agent) == "state" and not scene.allied(agent, scene.home) and _acts(scene, agent):
        return agent  # «سيطرت القوات التركية والفصائل الموالية لها على»: its men do it themselves
    flew = class_of(agent) == "external" and scene.code == "clash" and "air" in scene.draft.codes
    told = (agent in (scene.draft.agent, *scene.sides) and not flew) or scene.code == "harm"
    near = scene.sides if told else (*scene.sides, *scene.foes.named)
    local = (side for side in near if side == scene.home or class_of(side) in ("militia", "rebel"))
    return next((side for side in local if scene.allied(side, agent)), agent)


def _acts(scene: Scene, agent: str) -> bool:
    """Whether a clause says of a party by its verb, or by «between», that it did it."""
    return any(frame.roles.agent == agent and not _SUBJECTS.isdisjoint(frame.roles.rules) for frame in scene.draft.frames)


def _by_rule(scene: Scene, target: str | None) -> str | None:
    """Who strikes there as a rule, where the article names it; of its side, who struck civilians in this article."""
    by_rule, _ = _usual(scene)
    told = target is not None or bool(scene.draft.figures) or scene.draft.stated or (scene.code == "air" and scene.draft.befell)
    told = told and (scene.code not in BOMBS or bool(scene.draft.figures))
    stopped = by_rule == scene.home and target in (None, "civilians") and "roles.intercepted" in scene.draft.rules
    at_home = scene.code == "air" and scene.by_drones and by_rule == scene.home  # drones at home may be anybody's
    if not told or stopped or at_home or not _names(scene, by_rule) or target == by_rule or scene.allied(by_rule, target):
        return None  # who shot rockets down at home fired none
    if scene.code == "air" or (scene.code in FROM_AFAR and by_rule == scene.home):
        other = scene.foes.from_afar(scene.country, by_rule)  # «قوات التحالف تنفذ 41 ضربة», and below «سبع ضربات قرب كذا»
        if other is not None and other != target and not scene.allied(other, target):
            once = target == "civilians" and not scene.foes.struck_there(other, scene.draft.place)
            return None if once else other  # one strike on somebody's base says nothing of who killed civilians elsewhere
    if by_rule == scene.home and scene.code in _ROCKETS and _at_its_seat(scene):
        return None
    striker = scene.foes.striker("civilians") if target == "civilians" else None
    return striker if scene.allied(striker, by_rule) else by_rule


def _at_its_seat(scene: Scene) -> bool:
    """«سقطت قذائف على دمشق»: whether what fell, fell on the capital of who strikes there as a rule, which is its own."""
    return scene.draft.place is not None and scene.draft.place.name == _SEATS.get(scene.country)


def _names(scene: Scene, by_rule: str | None) -> bool:
    """Whether the article names who strikes there as a rule, or of irregular forces one of its side: rockets on Israel, and Hamas."""
    side = scene.foes.named if class_of(by_rule or "") in IRREGULAR else ()
    return scene.foes.names(by_rule) or any(scene.allied(by_rule, one) and class_of(one) in IRREGULAR for one in side)


def _flier(scene: Scene, target: str | None) -> str | None:
    """The enemy with aircraft of one that was struck from the air; who has them there is struck by nobody, unless it lost people."""
    if scene.code != "air" or not armed(target) or (target == _usual(scene)[0] and target not in scene.lost):
        return None
    return scene.foes.flier(target, scene.country)


def _usual(scene: Scene) -> Pair:
    """Who strikes there as a rule, and whom; people of that one's own nation are struck as in their country."""
    code = "shell" if scene.code in ("strike", "intercept") else scene.code
    stopped = scene.draft.target if scene.code == "intercept" else None  # who shoots a rocket down is at home where it was to fall
    by_rule, on_rule = usual(stopped[4:] if stopped and stopped.startswith("gov:") else scene.country, code)
    nation = (by_rule or scene.home)[4:]
    if nation and any(f"people.of.{nation}" in one.rules for one, _ in scene.draft.figures):
        return usual(nation, code)
    by_hand = (
        code in _BY_HAND and class_of(by_rule or "") in IRREGULAR
    )  # a man with a knife may be anybody's, unless a nation's people fell
    at_forces = scene.draft.target == scene.home and {*scene.lost} <= {scene.home}
    if by_rule == scene.home and FELL in scene.draft.rules:
        return None, None  # of what a state fires it does not say that it fell
    return (None, None) if by_hand and not at_forces else (by_rule, on_rule)


def _victim(scene: Scene, agent: str | None) -> str | None:
    """Whom an armed party struck: its foe, else people without arms, where none in arms are told of."""
    if not armed(agent):
        return None
    by_rule, on_rule = _usual(scene)
    target = None
    if scene.code in _FOUGHT:
        ally = scene.code == "air" and class_of(agent or "") == "state" and agent != scene.home
        ally = ally and class_of(on_rule or "") in IRREGULAR and scene.foes.names(on_rule)  # «غارات أميركية على الحديدة»
        camp = _at_camp(scene, agent, on_rule)
        struck = on_rule if agent == by_rule and not camp else scene.struck_by(agent) or (on_rule if ally else None)
        target = struck or (_in_camp(scene, agent, by_rule) if camp else None)
    at_arms = scene.draft.target_class == "fighters" or scene.at_arms
    if target is None and at_arms and scene.code in _ATTACKED and class_of(agent or "") == "rebel":
        target = scene.foe(agent) or (scene.home if scene.country else None)  # «هاجم التنظيم معسكرا»
    strikes = (scene.code in FROM_AFAR or scene.code in BOMBS) and "report.claimed" not in scene.draft.rules
    if target is None and strikes and scene.draft.target_class == "fighters" and scene.home in _ALONE and scene.enemies(agent, scene.home):
        target = scene.home  # «تفجير عبوة في دبابة», where nobody else has any
    suffered = scene.code in SUFFERED or (scene.code == "clash" and bool(scene.draft.figures))
    return target or ("civilians" if suffered and not at_arms else None)


def _at_camp(scene: Scene, agent: str | None, on_rule: str | None) -> bool:
    """«قصف الجيش موقعا عسكريا»: whether a thing of those in arms was struck, and nobody is counted, where else civilians are struck."""
    hurt = any(one.measure in HARM for one, _ in scene.draft.struck)
    camp = scene.draft.target_class == "fighters" or (scene.draft.target_class == "state" and agent == scene.home)  # not his own
    return camp and scene.code in FROM_AFAR and on_rule == "civilians" and not hurt


def _in_camp(scene: Scene, agent: str | None, by_rule: str | None) -> str | None:
    """Whose camps are struck: the state's by rebels at home, by a state that strikes there as a rule those of who strikes its land."""
    if class_of(agent or "") in IRREGULAR and scene.enemies(agent, scene.home):
        return scene.home
    foe = usual((agent or "")[4:], "shell")[0] if agent == by_rule else None
    return foe if foe != agent else None
