"""Attackers: «وقتلت الشرطة المهاجمين الثلاثة» tells of no act of its own, but what became of those who made the attack told before."""

from typing import TYPE_CHECKING

from agents.extract.acts.events import armed
from agents.extract.drafts import ordinals
from agents.extract.figures.mention import ATTACKERS, TOLD
from agents.extract.harmed.downed import DOWNED
from agents.extract.places import nearness

if TYPE_CHECKING:
    from agents.extract.drafts.drafts import Draft
    from agents.extract.figures.mention import FigureMention
    from agents.extract.frames.frame import Frame

    Entry = tuple[FigureMention, Frame]  # a number of a draft, and the frame that tells it

FIT = 3.0  # how well such a frame fits the attack
REACH = 4  # sentences: as far the attack stands before
ATTACKS = frozenset(["assault", "shooting", "suicide", "blast", "ied", "clash", "raid", "murder", "harm", "grenade", "abduct"])
_IN_ARMS = "people.armed"  # the rule of «مسلحين» of whom no more is said
_AFTERMATH = frozenset(["harm", "shooting", "clash"])  # how attackers fall


def told_of(frame: "Frame") -> bool:
    """Whether a frame counts nobody but the attackers, and tells of no act but how they fell."""
    if not frame.figures or frame.title or frame.scope.scope != "incident":
        return False
    ended = frame.code in _AFTERMATH or (
        frame.code == "assault" and (frame.roles.agent or "").startswith("gov:")
    )  # «قتلت القوات اثنين نفذا الهجوم»
    return ended and all(ATTACKERS in one.rules for one in frame.figures)


def of_draft(draft: "Draft", frame: "Frame") -> bool:
    """Whether a frame tells what became of those who made the attack that a draft tells of, one of the sentences before."""
    if draft.scope.scope != "incident" or draft.code not in ATTACKS or not told_of(frame):
        return False
    if not 0 <= frame.clause.sentence - draft.frames[-1].clause.sentence <= REACH:
        return False
    if frame.where is not None and draft.place is not None and not nearness.may_be_one(draft.place, frame.where):
        return False
    return any(ATTACKERS not in known.rules for known, _ in draft.figures)


def apart(known: "Entry", new: "Entry") -> bool:
    """Whether one number counts the attackers and the other those whom they attacked."""
    one, two = known[0], new[0]
    if one.subset or two.subset or two.high is None:
        return False
    attacking = ATTACKERS in one.rules
    if one.low != two.low:
        return gunmen(one, two) or attacking != (ATTACKERS in two.rules)
    if attacking == (ATTACKERS in two.rules):
        return False
    if ordinals.ordered(one) or ordinals.ordered(two):
        return True  # «قتل المهاجم … وقضت امرأة خامسة»
    in_one_breath = any(other.start == one.start for other in new[1].figures)  # «مقتل ثمانية أشخاص وثمانية مهاجمين»
    return in_one_breath or (_struck(*new) if attacking else _struck(*known))


def and_victims(one: "FigureMention", two: "FigureMention") -> bool:
    """Whether one number counts those who made an attack, and the other people who are said to bear no arms, or a state's."""
    if (ATTACKERS in one.rules) == (ATTACKERS in two.rules):
        return False
    others = two if ATTACKERS in one.rules else one
    return others.party in ("civilians", "protesters") or others.party.startswith("gov:")


def gunmen(known: "FigureMention", figure: "FigureMention") -> bool:
    """«اقتحموا مدرسة وقتلوا 20 شخصا. وقتل المسلحون السبعة جميعا»: whether a number is of gunmen known, and one told before of others."""
    return TOLD in figure.rules and armed(figure.party) and not armed(known.party)


def _struck(victims: "FigureMention", frame: "Frame") -> bool:
    """Whether as many as the attackers were their victims: an attack is told, and no state is said to have killed them.

    «استشهد شاب», «قال الجيش إن المهاجم قتل» are one man, called by two sides; two gunmen and «المهاجمين الاثنين» are the same.
    """
    by, forces = victims.agent or frame.roles.agent or "", victims.party.startswith("gov:")
    if frame.code not in ATTACKS or by.startswith("gov:"):
        return False
    return forces or not (frame.code == "harm" or armed(victims.party) or _IN_ARMS in victims.rules)


def named(one: "FigureMention", agent: str | None) -> "FigureMention":
    """The figure, with who attacked as whose people they are, where their own words leave that open."""
    if DOWNED in one.rules and one.party == "civilians":  # «شاب»: a word that tells of victims elsewhere
        one = one._replace(party="unknown")
    if ATTACKERS not in one.rules or agent is None or not armed(agent) or agent.startswith("gov:"):
        return one
    if one.party != "unknown" and not one.party.startswith("rebel:"):
        return one
    return one._replace(party=agent, rules=(*one.rules, "party.of-agent"))
