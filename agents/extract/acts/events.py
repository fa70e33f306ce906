"""Kinds of event: what a word says happened, what refines what, and which sub-event type it becomes.

A *code* is what one word says («air», «clash»); the table below says for each code its weapon, and how codes go together.
"""

from functools import lru_cache
from typing import NamedTuple


class Kind(NamedTuple):
    """One code. family: codes of one family may tell of one occurrence; weapon: of the report; sub_event_type: "" where victims decide."""

    family: str
    weapon: str | None
    sub_event_type: str


KINDS: dict[str, Kind] = {
    "chemical": Kind("strike blast", "chemical", "Chemical weapon"),
    "suicide": Kind("blast", "suicide", "Suicide bomb"),
    "grenade": Kind("blast", None, "Grenade"),
    "ied": Kind("blast", "ied", "Remote explosive/landmine/IED"),
    "blast": Kind("blast strike", "ied", "Remote explosive/landmine/IED"),
    "air": Kind("strike", "air", "Air/drone strike"),
    "shell": Kind("strike", "artillery", "Shelling/artillery/missile attack"),
    "strike": Kind("strike", "artillery", "Shelling/artillery/missile attack"),
    "clash": Kind("fight territory", "small-arms", "Armed clash"),
    "advance": Kind("fight territory", "small-arms", "Armed clash"),  # on ground that nobody names
    "shooting": Kind("fight murder protest", "small-arms", ""),
    "raid": Kind("fight arrest", "small-arms", ""),
    "assault": Kind("*", None, ""),
    "harm": Kind("*", None, ""),
    "murder": Kind("murder fight", None, "Attack"),
    "execute": Kind("murder fight", None, "Attack"),  # of prisoners too
    "territory": Kind("territory", None, "territory"),
    "arrest": Kind("arrest", None, "Arrests"),
    "capture": Kind("arrest fight", "small-arms", ""),  # in a fight
    "abduct": Kind("abduct", None, "Abduction/forced disappearance"),
    "sexual": Kind("sexual", None, "Sexual violence"),
    "protest": Kind("protest", None, "Peaceful protest"),
    "riot": Kind("protest", None, "Violent demonstration"),
    "disperse": Kind("protest", None, "Protest with intervention"),
    "agreement": Kind("agreement", None, "Agreement"),
    "withdraw": Kind("change", None, "Change to group/activity"),
    "surrender": Kind("change", None, "Change to group/activity"),
    "reinforce": Kind("reinforce", None, "Change to group/activity"),
    "defuse": Kind("defuse", None, "Disrupted weapons use"),
    "intercept": Kind("strike", "artillery", "Shelling/artillery/missile attack"),  # fired, also where it was stopped
    "shootdown": Kind("defuse strike", "artillery", "Disrupted weapons use"),
    "loot": Kind("loot", None, "Looting/property destruction"),
    "evacuate": Kind("evacuate", None, "Other"),
    "handover": Kind("handover", None, "Other"),
    "bodies": Kind("bodies", None, "Other"),
    "base": Kind("base", None, "Headquarters or base established"),
}

_WAYS = (
    "chemical",
    "suicide",
    "grenade",
    "air",
    "ied",
    "shell",
    "strike",
    "blast",
    "execute",
    "murder",
    "shooting",
    "clash",
    "raid",
)
# What makes a vague code exact, the strongest first: a «هجوم» by a car bomb is an explosion, not an assault.
REFINED_BY: dict[str, tuple[str, ...]] = {
    "harm": (*_WAYS, "disperse", "protest"),
    "assault": _WAYS,
    "blast": ("chemical", "suicide", "grenade", "ied", "air", "shell"),
    "strike": ("chemical", "air", "shell"),
    "ied": ("suicide",),
    "murder": ("suicide", "ied", "grenade", "execute"),
    "shooting": ("execute", "murder"),
    "capture": ("arrest",),
    "advance": ("territory", "clash"),
    "raid": ("abduct", "arrest"),
    "protest": ("disperse", "riot"),
    "intercept": ("shell", "air"),
    "shootdown": ("shell",),
}
VIOLENT = frozenset(
    ["chemical", "suicide", "grenade", "ied", "blast", "air", "shell", "strike", "clash", "advance", "shooting", "raid", "assault", "harm",
     "murder", "execute"]
)  # fmt: skip
WHERE_COUNTED = ("/counted", "/counts")  # ends of the values of words that tell of an act only where people are counted
FROM_AFAR = frozenset(["air", "shell", "strike"])  # what is struck from where nobody stands: by those in arms alone, governorates too
BOMBS = frozenset(["suicide", "ied", "blast"])
_ARMED_PREFIXES = ("gov:", "rebel:", "militia:", "external:")
_UNARMED = frozenset(["civilians", "protesters", "rioters", "unknown"])


@lru_cache(maxsize=4096)
def armed(actor: str | None) -> bool:
    """Whether these people bear arms: every actor but civilians, protesters, rioters and unknown people."""
    return actor is not None and (actor.startswith(_ARMED_PREFIXES) or (actor not in _UNARMED and not actor.startswith("civilians:")))


def refined(code: str, others: set[str]) -> str:
    """The code made exact by the others that stand with it."""
    for better in REFINED_BY.get(code, ()):
        if better in others:
            return refined(better, others - {better})
    return code


@lru_cache(maxsize=2048)  # a table of all pairs of codes, filled as they come
def compatible(left: str, right: str) -> bool:
    """Whether two codes may tell of one occurrence."""
    if left == right:
        return True
    one, two = KINDS[left].family, KINDS[right].family
    if "*" in (one, two):
        return left in VIOLENT and right in VIOLENT
    if right in REFINED_BY.get(left, ()) or left in REFINED_BY.get(right, ()):
        return True
    if {left, right} == {"air", "shell"} or {left, right} == {"blast", "strike"}:
        return False
    return bool(set(one.split()) & set(two.split()))


def akin(left: str, right: str) -> bool:
    """Whether two codes may be words for one act of violence, however loosely the one is told: compatible, or violent both."""
    return compatible(left, right) or {left, right} <= VIOLENT


def sub_event_type(code: str, actor1: str | None, actor2: str | None, victims: set[str], codes: set[str]) -> str:
    """The sub-event type of an occurrence: by its code, and where that leaves it open, by who did it and who was harmed."""
    hurt = victims | ({actor2} if actor2 else set())
    street = _in_street(code, actor1, hurt, victims, codes)
    if street:
        return street
    if code == "territory":
        freed = actor1 in (None, "unknown") and armed(actor2) and not (actor2 or "").startswith("gov:")  # «تحرير البلدة من الجماعة»
        regained = freed or (actor1 or "").startswith("gov:")
        return "Government regains territory" if regained else "Non-state actor overtakes territory"
    known = KINDS[code].sub_event_type
    if code == "abduct" and (actor1 or "").startswith("gov:"):
        known = "Arrests"  # «احتجزت الشرطة»
    if code == "shootdown" and victims:
        known = KINDS["shell"].sub_event_type  # «إسقاط مروحية ومقتل طاقمها»
    if code == "murder" and armed(actor2) and "civilians" not in victims:
        known = "Attack" if actor1 == actor2 else "Armed clash"
    if code == "assault" and "civilians" in victims and not any(map(armed, victims)):
        known = "Attack"  # «هجوم استهدف منسوبي القوات أزهق أرواح أبرياء»
    if code in ("clash", "riot") and actor1 == "settlers" and actor2 == "civilians" and not victims & {"settlers"}:
        known = "Attack"  # «هاجم مستوطنون القرية وتصدى لهم الأهالي»: who was attacked had no arms
    if code == "capture" and not any(map(armed, hurt)):
        known = "Arrests" if (actor1 or "").startswith("gov:") else "Abduction/forced disappearance"
    return known or ("Armed clash" if any(map(armed, hurt)) and actor1 != actor2 else "Attack")


def _in_street(code: str, actor1: str | None, hurt: set[str], victims: set[str], codes: set[str]) -> str:
    """The type of what befalls a crowd, or what it does; "" where there is none. hurt: the victims and the target."""
    if "protesters" in hurt and code in _CROWD:
        unarmed = bool(victims) and not any(map(armed, victims))
        by_force = bool(victims & {"protesters"}) or (unarmed and (armed(actor1) or code in _ON_CROWD))
        shot_at = code == "shooting" or (code == "protest" and "shooting" in codes and actor1 != "protesters")
        by_force = by_force or (shot_at and armed(actor1) and not victims and "disperse" not in codes)
        by_force = by_force and (code != "riot" or armed(actor1)) and not (code == "protest" and actor1 == "protesters")
        met = code not in _PROTEST or (code == "protest" and armed(actor1))
        return BY_FORCE if by_force else _PROTEST["disperse" if met else code]
    crowd = codes & STREET and code in _CROWD and code != "riot"
    if (crowd and victims and armed(actor1) and not any(map(armed, victims))) or _put_to_death(code, actor1, victims, codes):
        return BY_FORCE
    if crowd and not victims and code == "shooting" and armed(actor1) and not any(map(armed, hurt)):
        return _PROTEST[code]  # «أطلقت الشرطة النار في الهواء لتفريق مظاهرة»
    on_people = bool(victims) or "civilians" in hurt or code in _ON_SOMEBODY
    if actor1 == "rioters" and code in _LYNCHES and on_people and not any(map(armed, hurt)):
        return "Mob violence"
    if actor1 in CROWDS and code in _MURDERS and not any(map(armed, hurt)):
        return "Mob violence"  # «أحرق محتجون رجلا»
    return "Violent demonstration" if actor1 in CROWDS and code in _RIOTS else ""


def _put_to_death(code: str, actor1: str | None, victims: set[str], codes: set[str]) -> bool:
    """«أعدم الجنود متظاهرين», «مجزرة بحق المتظاهرين»: whether a state killed people of a crowd, whatever that is called."""
    if code not in _MURDERS or not (actor1 or "").startswith("gov:"):
        return False
    return "protesters" in victims and (bool(codes & STREET) or victims == {"protesters"})


BY_FORCE, PEACEFUL = "Excessive force against protesters", "Peaceful protest"
CROWDS = frozenset(["protesters", "rioters"])
STREET = frozenset(["protest", "riot", "disperse"])  # codes of what crowds do, and what is done to them
_ON_CROWD = frozenset(["assault", "shooting"])  # what is done to a crowd by whoever, so that those who fell are of it
_RIOTS = frozenset(["raid", "loot", "assault", "clash", "blast", "grenade"])  # what makes a crowd violent, where it bears no arms
_LYNCHES = frozenset(["assault", "harm", "murder", "execute", "strike", "loot", "raid", "riot"])  # by which a mob harms people
_MURDERS = frozenset(["murder", "execute"])
_ON_SOMEBODY = _MURDERS | {"strike"}
_CROWD = frozenset(["shooting", "clash", "harm", "assault", "raid", "protest", "disperse", "riot"])
_PROTEST = {
    "protest": PEACEFUL,
    "riot": "Violent demonstration",
    "disperse": "Protest with intervention",
    "shooting": "Protest with intervention",
}
