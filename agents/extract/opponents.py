"""Who did it, and to whom: what a draft's words, its victims and the rest of the article say of both."""

from collections import Counter
from collections.abc import Sequence

from agents.extract.drafts import Draft
from agents.extract.events import armed
from agents.extract.layers import Layers, inside
from agents.extract.sides import allied

Pair = tuple[str | None, str | None]
HARM = ("killed", "wounded", "killed_or_wounded")
SELF_TOLD = ("territory", "arrest", "air", "strike", "shell", "raid", "defuse")  # acts whose doer mostly tells of them
_BY_REMOTE = frozenset(["air", "shell", "strike", "intercept"])
EXPLICIT = frozenset(["roles.by-cue", "roles.claim", "roles.repelled", "roles.intercepted"])  # rules that name the one who did it
BOMBS = frozenset(["suicide", "ied", "blast"])
OF_ARMS = BOMBS | {"clash", "territory", "air", "shell", "strike", "raid"}  # acts of armed people


def strikers_of(drafts: Sequence[Draft]) -> dict[str, str]:
    """For each party that was struck, civilians too, who most often struck it in this article."""
    struck = [one for one in drafts if one.agent and one.target and armed(one.agent) and (armed(one.target) or one.target == "civilians")]
    pairs = Counter((one.target, one.agent) for one in struck)
    found: dict[str, str] = {}
    for (target, agent), _ in pairs.most_common():
        if target and agent:
            found.setdefault(target, agent)
    return found


def sides_of(draft: Draft, layers: Layers) -> list[str]:
    """Who is named in the clauses that tell of an occurrence."""
    clauses = [frame.clause for frame in draft.frames]
    return [one.actor for clause in clauses for one in inside(layers.actors, clause.start, clause.stop) if one.actor]


def opponents(draft: Draft, strikers: dict[str, str], country: str, sides: list[str]) -> Pair:
    """Who did it (unknown where nobody says) and to whom (None where there is none)."""
    agent = draft.agent or next((one.agent for one, _ in draft.figures if one.agent), None)
    target = draft.target
    if draft.code in ("protest", "riot"):
        return agent if agent and not armed(agent) else "protesters", target if armed(target) else (agent if armed(agent) else None)
    hurt = [party for party, _ in _harmed(draft).most_common()]
    if hurt == [agent] and armed(agent) and not EXPLICIT & set(draft.rules):
        agent, target = target, agent  # the only side that was harmed is the one attacked
    if target in (None, "civilians") and armed(agent) and draft.codes & {"protest", "disperse"} and not any(map(armed, hurt)):
        target = "protesters"
    if (
        "civilians" in hurt
        and not (draft.code in BOMBS and armed(target))
        and not any(map(armed, hurt))
        and draft.code not in ("clash", "territory", "arrest")
    ):
        target = "civilians"
    if target is None:
        target = next((party for party in hurt if party != agent), None)
    if target is None and draft.target_class == "state" and country:
        target = f"gov:{country}"
    if target is None and (
        draft.target_class == "civilians" or any(one.party == "unknown" and "people.armed" not in one.rules for one, _ in draft.figures)
    ):
        target = "civilians"
    if draft.code == "chemical" and agent is None and target == f"gov:{country}" and not any(map(armed, hurt)):
        agent, target = target, "civilians"  # «اتهام النظام بهجوم كيميائي»: a force that is named beside it is the accused
    if agent is None and draft.speaker != target and draft.code in SELF_TOLD:
        agent = draft.speaker
    if agent is None and target and (armed(target) or draft.scope.scope != "incident" or draft.code in _BY_REMOTE):
        agent = strikers.get(target)
    if agent is None and draft.code == "clash" and armed(target) and hurt and armed(hurt[0]) and target not in hurt:
        agent, target = target, hurt[0]  # «مقتل 9 من الجماعة في معارك مع الجيش»
    if agent is None and draft.code == "clash" and armed(target):
        agent = next((side for side in sides if side != target and armed(side) and not allied(country, side, target)), None)
    return _corrected(draft, (agent, target), strikers, country)


def _corrected(draft: Draft, pair: Pair, strikers: dict[str, str], country: str) -> Pair:
    """The pair without what cannot be: one who attacks himself or an ally, civilians or a state that blow themselves up."""
    agent, target = pair
    hurt = [party for party, _ in _harmed(draft).most_common()]
    if agent == target or (agent == "civilians" and draft.code in OF_ARMS):
        agent = None
    if draft.code == "suicide" and (agent or "").startswith("gov:"):
        agent, target = None, agent if target in (None, "civilians") and "civilians" not in hurt else target  # states have no such bombers
    if allied(country, agent, target):
        target = next((party for party in hurt if party != agent and armed(party) and not allied(country, agent, party)), None)
        target = target or next((struck for struck, by in strikers.items() if by == agent and not allied(country, agent, struck)), None)
    return agent or "unknown", target


def _harmed(draft: Draft) -> Counter[str]:
    """Parties killed or wounded, by how many figures say so; unknown people and parts of larger figures left out."""
    return Counter(one.party for one, _ in draft.figures if one.measure in HARM and one.party != "unknown" and not one.subset)
