"""Who did it, and to whom: what a draft's words, its victims and the rest of the article say of both."""

from agents.extract.actors.actors import IRREGULAR, OCCUPIED, class_of, is_called
from agents.extract.actors.sides import allied, enemies
from agents.extract.frames.events import BOMBS, armed
from agents.extract.frames.layers import Layers, inside
from agents.extract.frames.roles import EXPLICIT, UNKNOWN
from agents.extract.reports.drafts import Draft
from agents.extract.reports.foes import Foes, usual

NOWHERE = "ZZ"  # the country of what happened nobody knows where
Pair = tuple[str | None, str | None]
HARM = ("killed", "wounded", "killed_or_wounded")
SELF_TOLD = ("territory", "arrest", "air", "strike", "shell", "raid", "defuse", "agreement")  # acts whose doer mostly tells of them
_BY_REMOTE = frozenset(["air", "shell", "strike", "intercept"])
_FOUGHT = frozenset(["clash", "territory", "raid", "air", "shell", "strike"])  # acts that a party does to its enemy
_GROUND = frozenset(["clash", "territory", "raid", "harm"])
_SUFFERED = frozenset(["air", "shell", "strike", "abduct", "murder", "shooting", "assault", "harm", "loot", "chemical", "sexual"])
_SETTLERS = "settlers"
_ARMY = "جيش"  # what those are called who may have aircraft, though they are no state's
_OF_ARMED = frozenset(["people.armed", "figure.alone"])  # rules of people who are, or may be, no civilians though their side is not known
_BOMBER = "إرهاب"  # what those are called whose bombs they are, where a clause names them beside one
OF_ARMS = BOMBS | {"clash", "territory", "air", "shell", "strike", "raid"}  # acts of armed people


def sides_of(draft: Draft, layers: Layers) -> list[str]:
    """Who is named in the clauses that tell of an occurrence."""
    clauses = [frame.clause for frame in draft.frames]
    return [one.actor for clause in clauses for one in inside(layers.actors, clause.start, clause.stop) if one.actor]


def opponents(draft: Draft, foes: Foes, country: str, sides: list[str]) -> Pair:
    """Who did it (unknown where nobody says) and to whom (None where there is none)."""
    agent = draft.agent or next((one.agent for one, _ in draft.figures if one.agent), None)
    target = draft.target
    if draft.code in ("protest", "riot"):
        return _crowd(draft, agent, target, country)
    gave_up = next((one.party for one, _ in draft.figures if one.measure == "surrendered" and armed(one.party)), None)
    if draft.code == "surrender" and gave_up:
        return gave_up, next((one for one in (target, agent, *sides) if one and armed(one) and one != gave_up), None)
    hurt = _harmed(draft)
    pair = _kept(draft, (agent, target), _whom(draft, _bombed(draft, (agent, target)), hurt, country), "harmed")
    pair = _kept(draft, pair, _by_whom(draft, pair, foes, country, sides), "elsewhere")
    pair = _kept(draft, pair, _flown(draft, pair, foes, country), "flown")
    pair = _kept(draft, pair, _corrected(draft, pair, foes, country), "corrected")
    pair = _kept(draft, pair, _completed(draft, pair, foes, country, sides), "usual")
    return _kept(draft, pair, _not_on_his_own(draft, pair, hurt, foes, country), "own")


def _kept(draft: Draft, before: Pair, pair: Pair, step: str) -> Pair:
    """The pair that a step makes; where it names another one, the rules of the draft say which step did: no clause need say so."""
    for slot, one, other in zip(("agent", "target"), before, pair, strict=True):
        if one != other and other not in (None, "unknown"):
            draft.rules.append(f"actor.{slot}-{step}")
    return pair


def _not_on_his_own(draft: Draft, pair: Pair, hurt: list[str], foes: Foes, country: str) -> Pair:
    """The pair without an act on nobody known in which only the one who did it, or his ally, lost men: they are whom it befell."""
    agent, target = pair
    own = target in (None, "civilians") and bool(hurt) and all(party == agent or allied(country, agent, party) for party in hurt)
    if draft.code == "territory" or not own or not armed(agent) or (agent not in hurt and EXPLICIT & set(draft.rules)):
        return pair
    return (foes.of(hurt[0], country, ()) if draft.code in _GROUND | {"assault", "shooting"} else None) or "unknown", hurt[0]


def _state_of(country: str) -> str:
    """The state whose forces are those of a country: in one that is occupied, the other's."""
    return f"gov:{OCCUPIED.get(country, country)}"


def _whom(draft: Draft, pair: Pair, hurt: list[str], country: str) -> Pair:
    """The pair with whom it befell: those who were harmed, or whose place or thing was struck."""
    agent, target = pair
    elsewhere = target in (None, "civilians") or (len(hurt) == 1 and target not in hurt)
    if draft.code in BOMBS and elsewhere and (most := _most(draft, hurt)) != agent:
        target = most or target  # most of those whom a bomb hurt were of one force
    flew = target is None and draft.code == "air" and agent == usual(country, draft.code)[0]  # whose own fell in the same fight
    if hurt == [agent] and armed(agent) and not flew and not EXPLICIT & set(draft.rules):
        agent, target = target, agent  # the only side that was harmed is the one attacked
    if any(map(armed, hurt)):
        pass
    elif target in (None, "civilians") and armed(agent) and draft.codes & {"protest", "disperse"}:
        target = "protesters"
    elif "civilians" in hurt and not (draft.code in BOMBS and armed(target)) and draft.code not in ("clash", "territory", "arrest"):
        target = "civilians"
    on_people = draft.code in ("shell", "strike") or (draft.code == "air" and bool(draft.figures))
    if draft.target_class == "civilians" and on_people and armed(agent) and not any(map(armed, hurt)):
        target = "civilians"  # «قصف أحياء تسيطر عليها الجماعة»
    if target is None and not (draft.target_class == "civilians" and "civilians" in hurt):
        target = next((party for party in hurt if party != agent), None)
    home = _state_of(country)
    if target is None and draft.target_class == "state" and draft.code != "arrest" and country and agent != home:
        target = home
    if target == _SETTLERS and agent is None and draft.code in _SUFFERED and all(one.party != target for one, _ in draft.figures):
        agent, target = target, None  # «استهداف مستوطنين لمنزل»: armed bands that are told of as doers
    unarmed = any(one.party == "unknown" and _OF_ARMED.isdisjoint(one.rules) for one, _ in draft.figures)
    fights = draft.code in ("clash", "territory") and armed(agent)
    if target is None and not (fights and draft.code == "territory") and (draft.target_class == "civilians" or (unarmed and not fights)):
        target = "civilians"
    return _gassed(draft, (agent, target), hurt, home) if draft.code == "chemical" else (agent, target)


def _gassed(draft: Draft, pair: Pair, hurt: list[str], home: str) -> Pair:
    """The pair of a chemical attack: a state that is named beside it did it, a foreign one only answers it; it befell civilians."""
    agent, target = pair
    if any(map(armed, hurt)):
        return pair
    if agent is None and target == home:
        agent = home  # «اتهام النظام بهجوم كيميائي»
    if agent != home and class_of(agent or "") in ("state", "external") and not EXPLICIT & set(draft.rules):
        agent = None
    if agent is None and target is None and not draft.figures:
        return pair
    return agent, target if class_of(agent or "") in IRREGULAR and armed(target) else "civilians"


def _bombed(draft: Draft, pair: Pair) -> Pair:
    """«اعتقال عنصر من التنظيم بعد التفجير»: bombers named beside a bomb that lost nobody made it, or have no part in it."""
    agent, target = pair
    if draft.code not in BOMBS or target is None or not is_called(target, _BOMBER) or any(one.party == target for one, _ in draft.figures):
        return pair
    if agent is None:
        return None if UNKNOWN in draft.rules else target, None
    return (agent, None) if is_called(agent, _BOMBER) else pair


def _by_whom(draft: Draft, pair: Pair, foes: Foes, country: str, sides: list[str]) -> Pair:
    """The pair with who did it, where its clauses leave that open: who tells of it, who is named beside it, who did so elsewhere."""
    agent: str | None
    agent, target = pair
    if agent is None and UNKNOWN in draft.rules:
        return agent, target
    if agent is None and draft.speaker != target and (draft.code in SELF_TOLD or _tells_of_foe(draft, target, country)):
        agent = draft.speaker
    hurt = _harmed(draft)
    if agent is None and armed(target) and (other := _other_side(draft, target, hurt, country)):
        stayed = target in hurt or draft.code == "assault"  # «أسفر هجوم على الجيش عن مقتل 9 من الجماعة»
        agent, target = (other, target) if stayed else (target, other)  # «مقتل 9 من الجماعة في معارك مع الجيش»
    if agent is None and draft.code == "clash" and armed(target):
        agent = next((side for side in sides if side != target and armed(side) and not allied(country, side, target)), None)
    if agent is None and draft.code == "air":
        by_rule, on_rule = usual(country, draft.code)
        agent = by_rule if target == on_rule and foes.names(by_rule) else None  # who has the aircraft there, whoever else strikes
    elif agent is None and (armed(target) if draft.code in _BY_REMOTE else armed(target) or draft.scope.scope != "incident"):
        agent = foes.striker(target, country)
    return agent, target


def _other_side(draft: Draft, target: str | None, hurt: list[str], country: str) -> str | None:
    """Who lost people in a fight with the one that is named as struck: the one attacked, or where both lost some, the attacker."""
    flies = draft.code == "air" and class_of(target or "") not in IRREGULAR
    if draft.code not in _GROUND | {"assault"} and not flies:
        return None
    others = (one for one in hurt if one != target and armed(one) and not allied(country, one, target))
    if draft.code == "clash":
        return next(others, None)
    irregular = class_of(target or "") in IRREGULAR
    both = target in hurt
    return next((one for one in others if enemies(country, one, target) or (both and (irregular or class_of(one) in IRREGULAR))), None)


def _tells_of_foe(draft: Draft, target: str | None, country: str) -> bool:
    """«أعلن الجيش مقتل 7 من التنظيم»: who tells of the dead of an enemy killed them."""
    outlaws = (target or "").startswith("rebel:") or (target is None and any("people.armed" in one.rules for one, _ in draft.figures))
    home = f"gov:{country}"
    own = outlaws and (draft.speaker == home or allied(country, draft.speaker, home))  # «مسلحين» of no name, told of by the state's forces
    return draft.code not in BOMBS and (own or enemies(country, draft.speaker, target))


def _crowd(draft: Draft, agent: str | None, target: str | None, country: str) -> Pair:
    """Who acts in the street: the force that harms people of the crowd, else the crowd."""
    force = agent if armed(agent) else target if armed(target) else None
    harmed = {one.party for one, _ in draft.figures if one.measure in HARM}
    if draft.code == "protest" and harmed and not any(map(armed, harmed)):
        return force or (_state_of(country) if country else "unknown"), "protesters"
    if armed(agent) and target == "protesters" and harmed:
        return agent, target  # «أطلقت الشرطة النار على المتظاهرين»
    crowd = agent if agent not in (None, "civilians", "unknown") and not armed(agent) else "protesters"
    met = harmed or draft.codes & {"disperse", "riot", "clash", "shooting"}  # a foreign army that a crowd condemns is far from it
    return crowd, force if met or force == _state_of(country) else None


def facing_crowd(pair: Pair, country: str) -> Pair:
    """Who used force on a crowd, and the crowd: where nobody is named as the one, the force named beside it, else that of the state."""
    agent, target = pair
    if agent not in (None, "unknown", "protesters"):
        return pair
    if target and target.startswith("gov:"):
        return target, "protesters"
    return _state_of(country) if country not in ("", NOWHERE) else "unknown", "protesters"


def _flown(draft: Draft, pair: Pair, foes: Foes, country: str) -> Pair:
    """The pair of an air strike: a force without aircraft flew none, whoever else did.

    «On» one that has aircraft and lost nobody it was flown by that one; on civilians by whom the article names and who strikes there.
    """
    agent, target = pair
    if draft.code != "air" or (agent and class_of(agent) not in IRREGULAR):
        return pair
    drones = agent == usual(country, "shell")[0]  # who strikes from afar may have them
    said = agent == draft.agent and "roles.possessor" in draft.rules  # «غارة لقوات كذا»
    grounded = agent is not None and not (said or drones or is_called(agent, _ARMY))
    flies = class_of(target or "") == "external" or ((target or "").startswith("gov:") and (grounded or target != f"gov:{country}"))
    if flies and not any(one.party == target for one, _ in draft.figures):
        return target, agent
    if grounded and target in (None, "civilians"):
        by_rule = usual(country, draft.code)[0]
        return by_rule if foes.names(by_rule) else None, target or agent
    return pair


def _completed(draft: Draft, pair: Pair, foes: Foes, country: str, sides: list[str]) -> Pair:
    """The pair with what nobody needs to say: who bombs there as a rule, whom a party fights, that else it befell civilians."""
    agent, target = pair
    nobody = agent is None and UNKNOWN in draft.rules
    by_rule, on_rule = _usual(draft, country)
    home = _state_of(country)
    taken = [one.party for one, _ in draft.figures if one.measure in ("captured", "abducted") and one.party != "unknown"]
    if draft.code == "arrest":
        agent = agent or (home if country and target != home else None)
        target = target or next((one for one in taken if one != agent), None)
    elif agent is None and draft.code == "territory" and (target == home or allied(country, home, target)):
        agent, target = target, foes.of(target or "", country, sides)  # «تحرير …», and one side is named: it took it
    elif agent is None and not nobody and armed(target) and draft.code in _GROUND and not allied(country, home, target):
        agent = foes.of(target or "", country, sides)
    if draft.code in _GROUND and agent and agent != home and class_of(agent) in ("external", "state"):
        local = (side for side in sides if side == home or class_of(side) in ("militia", "rebel"))
        agent = next((side for side in local if allied(country, side, agent)), agent)  # «بإسناد من التحالف»: who is on the ground
    told = target is not None or bool(draft.figures) or draft.stated
    if agent is None and not nobody and told and foes.names(by_rule) and target != by_rule and not allied(country, by_rule, target):
        striker = foes.striker("civilians") if target == "civilians" else None
        agent = striker if allied(country, striker, by_rule) else by_rule  # who of that side struck there in this article
    if target is None and armed(agent):
        if draft.code in _FOUGHT:
            target = on_rule if agent == by_rule else foes.of(agent or "", country, sides)
        at_arms = draft.target_class == "fighters" or any("people.armed" in one.rules for one, _ in draft.figures)
        if target is None and (draft.code in _SUFFERED or (draft.code == "clash" and draft.figures)) and not at_arms:
            target = "civilians"
    return agent or "unknown", target


def _usual(draft: Draft, country: str) -> Pair:
    """Who strikes there as a rule, and whom; people of that one's own nation are struck as in their country."""
    code = "shell" if draft.code == "strike" else draft.code
    by_rule, on_rule = usual(country, code)
    if by_rule and any(f"people.of.{by_rule[4:]}" in one.rules for one, _ in draft.figures):
        return usual(by_rule[4:], code)
    return by_rule, on_rule


def _corrected(draft: Draft, pair: Pair, foes: Foes, country: str) -> Pair:
    """The pair without what cannot be: one who attacks himself or an ally, civilians or a state that blow themselves up."""
    agent: str | None
    agent, target = pair
    hurt = _harmed(draft)
    if agent == target or (agent == "civilians" and draft.code in OF_ARMS):
        agent = None
    if (draft.code == "suicide" or (draft.code in BOMBS and not EXPLICIT & set(draft.rules))) and (agent or "").startswith("gov:"):
        if target in (None, "civilians") and "civilians" not in hurt:  # states have no such bombers
            target = agent
        agent = None
    if allied(country, agent, target):
        target = next((party for party in hurt if party != agent and armed(party) and not allied(country, agent, party)), None)
        target = target or foes.of(agent or "", country, ())
    return agent, target


def _most(draft: Draft, hurt: list[str]) -> str | None:
    """The armed party that lost most people, or most lives; None where that were people without arms."""
    killed = _harmed(draft, ("killed",))[:1]
    return next((party for party in (*hurt[:1], *killed) if armed(party)), None)


def _harmed(draft: Draft, measures: tuple[str, ...] = HARM) -> list[str]:
    """Parties killed or wounded, who lost most first, of as many those in arms; unknown people and parts of larger figures left out."""
    lost: dict[str, int] = {}
    for one, _ in draft.figures:
        if one.measure in measures and one.party != "unknown" and not one.subset:
            lost[one.party] = lost.get(one.party, 0) + (one.low or one.high or 1)
    return sorted(lost, key=lambda party: (-lost[party], not armed(party))) if len(lost) > 1 else list(lost)
