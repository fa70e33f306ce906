"""Who did it, and to whom: what a draft's words, its victims and the rest of the article say of both."""

from agents.extract.actors.register import class_of
from agents.extract.actors.sides import stranger, takes_part
from agents.extract.acts.events import BOMBS, FROM_AFAR, armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts.drafts import Draft
from agents.extract.figures.mention import ATTACKERS
from agents.extract.opponents.befallen import whom
from agents.extract.opponents.crowds import crowd
from agents.extract.opponents.foes import Foes
from agents.extract.opponents.habits import completed
from agents.extract.opponents.scene import GROUND, HARM, Pair, Scene, state_of
from agents.extract.opponents.strikers import by_whom, flown
from agents.extract.parties.context import of_office
from agents.extract.places.facts import having
from agents.extract.roles.asides import MISTAKEN
from agents.extract.roles.parts import LOOSE, STRUCK
from agents.extract.roles.roles import OWN
from agents.extract.words.spans import inside

_OF_ARMS = BOMBS | {"clash", "territory", "air", "shell", "strike", "raid", "assault", "shooting"}  # acts of armed people

WAR = 1000  # people: of so many dead, told of a period, nobody named elsewhere is who killed them
_ONE_SIDED = having("one-sided")  # countries in whose wars nearly all of the dead are of one side
_ENDURED = frozenset(["evacuate", "loot", "harm", "murder", "execute", "abduct"])  # acts that people without arms only suffer
_OBJECT = frozenset(["roles.object", STRUCK])
_NAMED = frozenset(["roles.object", STRUCK, LOOSE])
_LAID = "roles.by-cue"
_UPON_NOBODY = frozenset(["reinforce", "agreement"])
_FIGHTS = frozenset(["clash", "territory", "raid"])
_BETWEEN = "roles.between"  # the rule of one side of a fight between two
_SUBJECT = frozenset(["roles.subject-after", "roles.possessor"])
_DONE = frozenset(["did", "managed"])  # values of doing.csv by which somebody did it

_OFFICE = 30  # characters before a state in which an office of it stands


def sides_of(draft: Draft, layers: Layers) -> list[str]:
    """Who is named in the clauses that tell of an occurrence, and not only as whose king or minister somebody is."""
    clauses = [frame.clause for frame in draft.frames]
    named = [one for clause in clauses for one in inside(layers.actors, clause.start, clause.stop) if one.actor]
    return [
        one.actor for one in named if not (one.rule == "actor.country" and of_office(layers.text[max(one.start - _OFFICE, 0) : one.start]))
    ]


def opponents(draft: Draft, foes: Foes, country: str, sides: list[str]) -> Pair:
    """Who did it (unknown where nobody says) and to whom (None where there is none)."""
    told_by = draft.speaker if draft.speaker == "un" else None  # «بحسب بعثة الأمم المتحدة، قتل 1120 مدنيا»
    agent = draft.agent or next((one.agent for one, _ in draft.struck if one.agent not in (None, one.party, told_by)), None)
    target = draft.target
    if draft.code in ("protest", "riot"):
        return crowd(draft, (agent, target), country)
    if draft.code == "defuse":
        agent, target = _disarmed(draft, agent, target, country)
    gave_up = next((one.party for one, _ in draft.figures if one.measure == "surrendered" and armed(one.party)), None)
    if draft.code == "surrender" and gave_up:
        return gave_up, next((one for one in (target, agent, *sides) if one and armed(one) and one != gave_up), None)
    own = (agent, "unknown") if draft.code == "clash" else (agent,)
    if agent is not None and OWN in draft.rules and all(one.party in own for one, _ in draft.figures):
        return agent, agent
    if draft.code == "withdraw" and (gone := _gone(draft, agent, target)):
        return gone, None
    agent, target = _kept(draft, (agent, target), _dispersed(draft, (agent, target)), "corrected")
    scene = Scene(draft, foes, country, sides)
    if scene.by_unknown and not scene.told_who:  # who is named further down is background
        agent = next((one.roles.agent for one in draft.frames if one.roles.agent and (one.title or one.lede)), None)
    pair: Pair = (agent, None if target in scene.few and STRUCK not in draft.rules else target)
    pair = _kept(draft, pair, whom(scene, pair), "harmed")
    if (struck := _mistaken(scene, pair[0])) is not None:
        return _kept(draft, pair, struck, "mistaken")
    war = pair[0] is None and _of_war(draft)
    pair = pair if war else _kept(draft, pair, by_whom(scene, pair), "elsewhere")
    pair = _kept(draft, pair, flown(scene, pair), "flown")
    pair = _kept(draft, pair, _corrected(scene, pair), "corrected")
    pair = ("unknown", pair[1]) if war else _kept(draft, pair, completed(scene, pair), "usual")
    pair = _among_armed(scene, pair)
    pair = _kept(draft, pair, _not_on_his_own(scene, pair), "own")
    return _kept(draft, pair, _who_fell(scene, pair), "fell")


def _of_war(draft: Draft) -> bool:
    """«أدت الحرب إلى مقتل مئة ألف شخص منذ 2015»: whether a toll is of so many that it was the doing of no one side named beside it."""
    if draft.scope.scope != "toll" or draft.code != "harm" or (draft.place and draft.place.country in _ONE_SIDED):
        return False
    return any(one.measure == "killed" and (one.low or 0) >= WAR and not armed(one.party) for one, _ in draft.figures)


def _mistaken(scene: Scene, agent: str | None) -> Pair | None:
    """«مقتل جنود بنيران صديقة»: who struck an ally's men, or where nobody is named his own; None where none in arms were struck so."""
    if MISTAKEN not in scene.draft.rules or not scene.by_force:
        return None
    struck = scene.hurt[0]
    return (agent or struck, struck) if agent in (None, struck) or scene.allied(agent, struck) else None


def _disarmed(draft: Draft, agent: str | None, target: str | None, country: str) -> Pair:
    """«فككت الفرق 40 لغما زرعها الحوثيون»: who laid what was taken out of use is whom that befell; «الفرق الهندسية في الجيش» did it."""
    if agent is not None and target is None and _LAID in draft.rules and agent != state_of(country):
        return (state_of(country) if country else None), agent
    return (target, None) if agent is None and armed(target) and LOOSE in draft.rules else (agent, target)


def _dispersed(draft: Draft, pair: Pair) -> Pair:
    """«أطلق الجنود الغاز المسيل للدموع»: a state that is named beside such an act, and nobody else who did it, met the crowd."""
    agent, target = pair
    return (target, None) if draft.code == "disperse" and agent is None and class_of(target or "") == "state" else pair


def _gone(draft: Draft, agent: str | None, target: str | None) -> str | None:
    """Who went away, from nobody: the subject of the word for that («فر الحوثيون»), or who stands behind it («انسحب الكثير منهم»).

    Where no clause names them, who is counted as gone: «فر المئات من مقاتليه».
    """
    fled = armed(target) and not _NAMED.isdisjoint(draft.rules) and _SUBJECT.isdisjoint(draft.rules) and not _went(draft, agent)
    gone = (one.party for one, _ in draft.figures if one.measure == "displaced" and armed(one.party))
    return target if fled else agent or next(gone, None)


def _went(draft: Draft, agent: str | None) -> bool:
    """«قال إن الحوثيين انسحبوا بعد إنذار من المقاومة»: whether the verb for that has its subject before it."""
    told = [frame for frame in draft.frames if agent is not None and frame.roles.agent == agent]
    gone = {one.party for one, _ in draft.figures if one.measure == "displaced"}
    return gone <= {agent} and any(
        "roles.subject-before" in frame.roles.rules and any(one.code == draft.code and one.part == "verb" for one in frame.triggers)
        for frame in told
    )


def _kept(draft: Draft, before: Pair, pair: Pair, step: str) -> Pair:
    """The pair that a step makes; where it names another one, the rules of the draft say which step did: no clause need say so."""
    if pair[0] != before[0] and pair[0] not in (None, "unknown"):
        draft.rules.append(f"actor.agent-{step}")
    if pair[1] != before[1] and pair[1] not in (None, "unknown"):
        draft.rules.append(f"actor.target-{step}")
    return pair


def _corrected(scene: Scene, pair: Pair) -> Pair:
    """The pair without what cannot be: one who attacks himself or an ally, civilians or a state that blow themselves up."""
    agent: str | None
    agent, target = pair
    if agent == "civilians" and scene.code in _ENDURED:
        agent, target = target, agent  # «نزح المدنيون من قصف قوات النظام»: they did nothing
    if agent == target and scene.fires:
        target = None
    elif agent == target or (agent == "civilians" and scene.code in _OF_ARMS):
        agent = None
    bombs = scene.code == "suicide" or (scene.code in BOMBS and not scene.told_who and not _blows_up(scene, agent))
    if bombs and (agent or "").startswith("gov:"):
        if target in (None, "civilians") and "civilians" not in scene.lost:  # states have no such bombers
            target = agent
        agent = None
    if scene.code == "territory" and armed(agent) and target == "civilians" and target not in scene.lost:
        target = None  # ground is taken from who held it in arms
    if scene.code in _UPON_NOBODY and target == "civilians":
        target = None  # forces that are sent somewhere befall nobody, nor does what two agree on
    if _comes_from_elsewhere(scene, agent, target):
        target = None
    if scene.allied(agent, target) and not _struck_by_ally(scene, agent, target):
        target = next((party for party in scene.lost if party != agent and armed(party) and not scene.allied(agent, party)), None)
        target = target or scene.foe(agent, near=False)
    return agent, target


def _struck_by_ally(scene: Scene, agent: str | None, target: str | None) -> bool:
    """«غارة أميركية تقتل 14 جنديا أفغانيا»: whether only men of an ally from abroad fell in a strike, with no fight beside it."""
    if agent == scene.home or scene.hurt != [target] or not scene.draft.codes.isdisjoint(_FIGHTS):
        return False
    return scene.draft.scope.scope == "incident" and any(
        one.code in FROM_AFAR and (one.roles.agent, one.roles.target) == (agent, target) and any(man.party == target for man in one.figures)
        for one in scene.draft.frames
    )


def _comes_from_elsewhere(scene: Scene, agent: str | None, target: str | None) -> bool:
    """Whether a party at home elsewhere, of which none is counted, is only named beside an act of the land's own state, or one in its wars.

    Mercenaries who are only at home there may be told of where a paper speaks of their country.
    """
    there = agent is not None and armed(agent) and (agent == f"gov:{scene.country}" or takes_part(scene.country, agent))
    named = there and stranger(scene.country, target)
    return named and _OBJECT.isdisjoint(scene.draft.rules) and not scene.counts(target) and target != scene.draft.target_class


def _blows_up(scene: Scene, agent: str | None) -> bool:
    """«فجر الجيش مخزنا للأسلحة»: whether a verb says of somebody that he blew something up, and nobody was harmed."""
    frames = () if scene.lost else scene.draft.frames
    return any(
        frame.roles.agent == agent and any(one.code in BOMBS and (one.part == "verb" or one.done in _DONE) for one in frame.triggers)
        for frame in frames
    )


def _among_armed(scene: Scene, pair: Pair) -> Pair:
    """The pair without civilians whom no word names as the other side of a fight: «قتل عشرة في اشتباكات بين الجيش ومسلحين»."""
    supposed = pair[1] == "civilians" and scene.code == "clash" and _BETWEEN in scene.draft.rules and scene.draft.target is None
    return (pair[0], None) if supposed and not scene.counts("civilians") else pair


def _not_on_his_own(scene: Scene, pair: Pair) -> Pair:
    """The pair without an act on nobody known in which only the one who did it, or his ally, lost men: they are whom it befell."""
    agent, target = pair
    hurt = scene.hurt
    own = target in (None, "civilians") and bool(hurt) and all(party == agent or scene.allied(agent, party) for party in hurt)
    caught = scene.code == "arrest" and all(one.measure != "killed" for one, _ in scene.draft.struck)  # «واعتقلت ستة، وأصيب جندي»
    if scene.code == "territory" or caught or not own or not armed(agent) or (agent not in hurt and scene.told_who):
        return pair
    if scene.fires or _attackers_fell(scene, agent):
        return pair
    return (scene.foe(hurt[0], near=False) if scene.code in GROUND | {"assault", "shooting"} else None) or "unknown", hurt[0]


def _attackers_fell(scene: Scene, agent: str | None) -> bool:
    """«طعن فلسطيني مستوطنا قبل أن يقتله جنود»: whether of who did it only attackers are told to have fallen."""
    told = [one for one, _ in scene.draft.figures if one.party == agent and one.measure in HARM]
    return bool(told) and all(ATTACKERS in one.rules for one in told)


def _who_fell(scene: Scene, pair: Pair) -> Pair:
    """The pair of an act of nobody known in which only men of a third party fell: it befell them, not whom the words name beside them.

    Of a state and nobody known, whose enemies fell, it is the state that did it: «11 مسلحا قتلوا في تبادل لإطلاق النار مع الشرطة».
    """
    agent, target = pair
    fell = scene.hurt[0] if len(scene.hurt) == 1 else None
    if agent not in (None, "unknown") or fell in (None, target) or not (armed(fell) and armed(target)):
        return pair
    if (target or "").startswith("gov:") and not (fell or "").startswith("gov:"):
        return pair if scene.code in BOMBS or scene.allied(target, fell) else (target, fell)
    return agent, fell
