"""Whose: of whom a figure counts people where its own words leave that open, by what its report tells beside them.

What nouns and the article as a whole say of them is settled before, in ``parties``: there a headline's soldiers become those whom a
sentence below calls Turkish. Here it is known what else is told of the same occurrence, and whom it befell.
"""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.events import FROM_AFAR, armed
from agents.extract.acts.layers import Layers
from agents.extract.drafts import attackers
from agents.extract.drafts.drafts import Draft
from agents.extract.figures.mention import ATTACKERS
from agents.extract.frames.frame import Frame
from agents.extract.harm.counts import MIXED
from agents.extract.opponents.scene import HARM
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_OTHERS = frozenset(["people.armed", "people.mixed", ATTACKERS])  # rules of people who are, or may be, no civilians
_MORE = "people.others"  # rule of «others»
_YOUTHS = re.compile(r"(?:\S+\s){0,4}?(?:ال)?(?:شبان|شباب|شابين|شابان|شابا|مواطن\S*)(?:\s\S+)?")  # «3 شبان فلسطينيين», «عشرات المواطنين»
_ANYBODY = re.compile(
    r"(?:\S+\s){0,4}?(?:\S+\s(?:ال)?اخر\S*|"
    r"(?:الف|الاف|مئات|عشرات|\d+|مئه|مئتين)(?:\s(?:جريح|مصاب|قتيل|شهيد)ا?)?(?:\sعلي\sالاقل)?)"
)
_SEVERAL, _MANY = 2, 10  # people: one has a story of his own, few others are like those before them
_GROUP = re.compile(r"(?:تجمعا?|حشدا?|رتلا?|دوريه|قافله|طابورا?|مجموعه)\s(?:\S+\s){0,2}\S?$")
_HELD = (" مناطق ", " سيطره ", " معاقل ", " مدن ", " بلدات ", " احياء ")  # «غارات على مناطق المعارضة»: who lives there may be anybody
_SOMEBODY, _SOME = re.compile(r"شخص|اشخاص|مدني"), 2


def named(one: "FigureMention", actors: tuple[str | None, str | None], where: tuple[Draft, Frame], layers: Layers) -> "FigureMention":
    """The figure, with whose people it counts; as it is where its own words say that, or nothing does.

    actors: who acted, and whom it befell, as the report has them. where: its draft, and the frame that tells of the figure.
    """
    (agent, target), (draft, frame) = actors, where
    one = attackers.named(one, agent)
    crowd = target == "protesters" and frame.scope.scope == "incident"
    befell = target if target == "civilians" or crowd else None
    if agent == "protesters" and target is not None and frame.scope.scope == "incident":
        crowd = f"people.of.{target.removeprefix('gov:')}" not in one.rules  # «17 فلسطينيا في مواجهات مع الشرطة الإسرائيلية»
    if _told_as_crowd(one, draft) or (crowd and _in_crowd(one, layers.text)):
        return one._replace(party="protesters", rules=(*one.rules, "party.of-crowd"))
    befell = None if _like_taken(one, frame) else befell
    return _of_group(_of_target(one, befell), target, (draft, frame), layers)


def _like_taken(one: "FigureMention", frame: Frame) -> bool:
    """«أوقفت أربعة مشتبه بهم وقتل اثنان آخران»: whether «others» are more of those taken before them, and no victims."""
    if _MORE not in one.rules or one.party != "unknown":
        return False
    before = [known for known in frame.figures if known.stop <= one.start]
    return bool(before) and before[-1].measure == "captured" and "people.armed" in before[-1].rules


def _told_as_crowd(one: "FigureMention", draft: Draft) -> bool:
    """«مقتل ثلاثة فلسطينيين», mostly a headline: whether elsewhere in the report as many are told of as of a crowd."""
    of_nation = one.party == "civilians" and any(rule.startswith("people.of.") for rule in one.rules)
    if not of_nation or one.measure != "killed" or one.subset or (one.low or 0) < _SEVERAL:
        return False
    told = (one.measure, one.low, one.high)
    return any(
        known.party == "protesters" and (known.measure, known.low, known.high) == told for frame in draft.frames for known in frame.figures
    )


def _in_crowd(one: "FigureMention", text: str) -> bool:
    """«12 فلسطينيا», «ثلاثة شبان», «و1100 آخرين» whom force used on a crowd hurt: several people of whom no more is said are of it."""
    if one.party != "civilians" or one.subset or (one.low or 0) < _SEVERAL:
        return False
    if any(rule.startswith("people.of.") for rule in one.rules) or _YOUTHS.fullmatch(text, one.start, one.stop):
        return True
    return (one.low or 0) >= _MANY and _ANYBODY.fullmatch(text, one.start, one.stop) is not None


def _of_target(one: "FigureMention", befell: str | None) -> "FigureMention":
    """«12 شخصا» whom nothing else names are of those whom the act befell, where these bore no arms: civilians, a crowd."""
    if one.party != "unknown" or befell is None or not _OTHERS.isdisjoint(one.rules):
        return one
    return one._replace(party=befell, rules=(*one.rules, "party.of-target"))


def _of_group(one: "FigureMention", target: str | None, where: tuple[Draft, Frame], layers: Layers) -> "FigureMention":
    """«فجر نفسه في تجمع لقوات كذا، مخلفا عشرات القتلى»: of the force whose men stood there; so is who fell where a force was raided."""
    if (
        one.party != "unknown"
        or target is None
        or not armed(target)
        or one.measure not in HARM
        or MIXED in one.rules  # «70 مقاتلا من الطرفين»
        or _SOMEBODY.search(layers.text, one.start, one.stop)
    ):
        return one
    draft, frame = where
    text, vague = layers.text, one.high is None and frame.scope.scope == "incident"
    few = vague and one.low == _SOME  # «قتلى وجرحى»
    named_there = (known for known in inside(layers.actors, frame.clause.start, one.start) if known.actor == target)
    struck = [known for known in named_there if not text.endswith(_HELD, 0, known.start)]
    raided = bool(struck) and (frame.code == "air" or (few and frame.code in FROM_AFAR))  # «استهدفت مواقع الجماعة، وخلفت قتلى»
    raided = raided or (bool(struck) and vague and frame.code == "assault" and "air" in draft.codes)  # «شنت غارات واستهدفت مواقع الجماعة»
    if few and frame.code in FROM_AFAR and not raided:
        goes_on = frame.resumes or frame.yields  # «قصفت مواقع الجماعة. وأسفر القصف عن قتلى»
        before = inside(layers.actors, draft.frames[0].clause.start, one.start) if goes_on else ()
        raided = any(known.actor == target for known in before) or _object_behind(one, frame, target, layers)
    if not raided and not any(_GROUP.search(text, max(frame.clause.start, known.start - 40), known.start + 1) for known in struck):
        return one
    return one._replace(party=target, rules=(*one.rules, "party.of-group"))


def _object_behind(one: "FigureMention", frame: Frame, target: str, layers: Layers) -> bool:
    """«سقط قتلى جراء قصف الطيران مواقع الجماعة»: whether the strike that a clause tells of behind its dead has a party for its object."""
    if frame.roles.target != target or "roles.object" not in frame.roles.rules:
        return False
    return any(known.actor == target for known in inside(layers.actors, one.stop, frame.clause.stop))
