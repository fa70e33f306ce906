"""What words for targets say of whom an act befell."""

import re
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from agents.extract.actors.register import armed_of
from agents.extract.acts.events import BOMBS, FROM_AFAR
from agents.extract.acts.layers import Clause, Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.harm.harm import SURE, TAKEN
from agents.extract.people.victims import noun
from agents.extract.roles import rolewords as words
from agents.extract.words import counted
from agents.extract.words.letters import search
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, inside
from agents.extract.words.wordlists import listed

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.figures.mention import FigureMention
    from agents.extract.roles.surroundings import Seen

HOUSE = "roles.house"  # the rule of who is struck by its house
OF_FORCE = "state/house"  # of targets: what only people without arms seem to use, and a force of the state has
_HOUSE = "civilians/house"
_HOUSES = 3  # words for targets, of which one may be such a house: «استهدف المصلين في مسجد مقر القوات»
_OWNER = 40  # characters between a house and whose it is
_BASES, _FROM = ("قاعده ", "معسكر ", "ثكنه "), (" من ", " في ")  # words of places that are bases; before one from which somebody struck
_STRIKES = FROM_AFAR | BOMBS | {"aircraft", "assault"}  # codes of acts that may befall a base
_ON_PEOPLE = frozenset(["assault", "shooting", "murder"])  # codes of acts whose verbs have people for their object
_BASED = 16  # characters between a base and its nation
_LISTED = "place.listed"  # the rule of places by their names in the gazetteer
_NAME = 45  # characters from the beginning of an actor's name to a word in it
_TAKEN_REACH = 30  # characters from a word of taking to those who were taken
_COUNTED = 60  # characters between a number of people and whose they are, or who harmed them
_WHOSE = {"civilians": "civilians", "official": "civilians", "state": "state"}
_ATTEMPT = "محاول"
_MACHINE = ("دباب", "زورق", "زوارق")
_FIRED_FROM = (" من ", "قذيفه ", "قذيفتي ", "قذائف ", "نيران ", "المدفعيه ", "مدفعيه ")  # before a machine that fires
_OUTLIVED_BY = ("نج", "تعرض", "سلم")
_OUTLIVED = re.compile(r"(?:^|\s)[وف]?(?:نجا|نجت|نجاه|نجوا|[يت]نجو|تعرض|تعرضت|سلم|سلمت)\s")
_THINGS = listed("forces", "thing")
_NATION, _STRUCK, _ASIDE = 3, 30, 12  # characters between a mission and its nation, the act before it, words that set it aside
_FREED = 90  # characters behind a word for ground taken back in which those are named who lost it
_MACHINES = frozenset(["arms", "vehicle"])
_PLACED = frozenset(["arms", "vehicle", "place"])  # what may be hit, of things that are counted
_SOME = re.compile(r"(?:مجموعه|عدد(?:ا)?|حشدا?|طابورا?|تجمعا?)\s(?:من|ل)")  # «مجموعة من المواطنين»
_FLYING = re.compile(r"[وفبل]?(?:ال|لل)?(?:طائر|مسير|مقاتل|مروحي|زورق|زوارق|بارج|بوارج|دباب)")  # what hits
_SHOOTS = re.compile(  # of whose it is said that they struck: «مدفعية قوات كذا»
    rf"\s[\"«]?(?:ال)?(?:{words.ARMS}|(?:مضادات|دفاعات)\s(?:ال)?(?:ارضي|جوي)ه)"
    r"\s(?:(?:(?:ال)?(?:قوات|وحدات|حربيه|ثقيله|تابعه)|جيش|سلاح\s\S+)\s){0,2}ل?[\"«]?"
)
_LED = re.compile(r"[\"»]?\s(?:[^\s،.]+(?:ه|ين|ات)\s)?(?:في|الي)\s")  # between whom somebody led into an ambush and it
_SUFFERS, _VERB = re.compile(r"(?:^|\s)[وف]?(?:[يت]?تعرض(?:ت|وا)?|اصيبت?|تضررت?)\s$"), 14
_SUFFERED = re.compile(r"\s(?:(?!و)[^\s،.]+\s){0,2}(?:تعرضت?|اصيبت?|تضررت?)\s")
_SUFFERS_BY = ("تعرض", "اصيب", "تضرر")
_RIGHT = 3  # characters between who holds people and their number
_OF_WHOM = re.compile(r"[وفب]?(?:ال)?(?:هجوم|هجم|ضرب[هةا]|غار[هةا]|نيران|كمين|كمائن|مجزره|مذبحه|جريمه)")  # nouns whose genitive attacks
_AFTER = 40  # characters between a subject and its object


def _in_name(layers: Layers, hit: Hit) -> bool:
    """Whether a word for a target is part of an actor's name, or a place's whole name: «حزب العمال», «مدينة الحسينية»."""
    before = inside(layers.actors, hit.start - _NAME, hit.start)
    if before and before[-1].stop >= hit.stop and before[-1].cls != "civilians":
        return True
    named = inside(layers.places, hit.start, hit.stop) if hit.value.startswith("civilians") else ()
    return any(one.rule == _LISTED and one.stop == hit.stop for one in named)


def class_of(layers: Layers, clause: Clause, live: Sequence[Trigger]) -> str:
    """What the first telling target word after the first trigger says: civilians, state, else fighters; "" where it names a thing.

    A house that a force has is OF_FORCE. A state's mission that is struck says whose it is: ``gov:US``.
    """
    if not live:
        return ""
    if _outlived(layers.text, clause, live[0]) and (whose := _attempted(layers, clause, live[0])):
        return whose
    if befallen := _befallen(layers, clause, live[0]):
        return befallen
    hits = inside(layers.hits.get("targets", ()), live[0].stop, clause.stop)
    free = [one for one in hits if not (_in_name(layers, one) or _fires(layers.text, one))]
    said = [_mission(layers, live, hit) or _of_nation(layers, hit) or hit.value.split("/")[0] for hit in free]
    first = next((at for at, value in enumerate(said) if value in ("civilians", "state") or value.startswith("gov:")), None)
    if first is None:
        based = search(words.BASE, words.BASE_BY, layers.text, live[0].stop, clause.stop)
        struck = any(one.code in _STRIKES for one in live)
        return (
            "state"
            if based
            else (_of_base(layers, live[0].stop, clause.stop) if struck else "")
            or ("fighters" if "fighters" in said else "" if said else _person(layers, clause, live[0]))
        )
    houses = (one for one in free[first : first + _HOUSES] if one.value.startswith(_HOUSE))
    return OF_FORCE if said[first] == "civilians" and any(_of_force(layers, one) for one in houses) else said[first]


def _fires(text: str, hit: Hit) -> bool:
    """«قذيفة دبابة», «نار من الدبابات», «المدفعية والدبابات»: whether a machine is what fires, and not what is struck."""
    machine = hit.value.startswith("fighters") and text.startswith(_MACHINE, hit.entry_start)
    return machine and ("ب" in hit.proclitic or text.endswith(_FIRED_FROM, 0, hit.start))


def _befallen(layers: Layers, clause: Clause, act: Trigger) -> str:
    """«تعرضت سفينة لهجوم», «أصيبت ناقلة بصاروخ»: what a word for a target says that such a verb has for its subject; "" of none."""
    text = layers.text
    if act.part == "verb" or not any(text.find(verb, clause.start, act.start) >= 0 for verb in _SUFFERS_BY):
        return ""
    for hit in inside(layers.hits.get("targets", ()), clause.start, act.start):
        if _SUFFERS.search(text, max(hit.start - _VERB, clause.start), hit.start) or _SUFFERED.match(text, hit.stop, act.start):
            value = _of_nation(layers, hit) or hit.value.split("/")[0]
            return value if value in ("civilians", "state") or value.startswith("gov:") else ""
    return ""


def _outlived(text: str, clause: Clause, act: Trigger) -> bool:
    """«نجا المحافظ من محاولة اغتيال»: whether whom an attempt befell stands before it."""
    attempt = act.code == "murder" and text.startswith(_ATTEMPT, act.start)
    return attempt and search(_OUTLIVED, _OUTLIVED_BY, text, clause.start, act.start) is not None


def _attempted(layers: Layers, clause: Clause, act: Trigger) -> str:
    """Whose the one is who stands before an attempt on his life; "" where his noun leaves it open."""
    hits = inside(layers.hits.get("victim", ()), clause.start, act.start)
    whose = [noun(one.value).whose for one in hits]
    return next((_WHOSE[one] for one in whose if one in _WHOSE), "")


def _person(layers: Layers, clause: Clause, act: Trigger) -> str:
    """«استهدف قناص طفلا»: whose the one is who stands behind a verb of attack in a form that no subject has; "" where nobody does."""
    if act.part != "verb" or act.code not in _ON_PEOPLE:
        return ""
    for hit in inside(layers.hits.get("victim", ()), act.stop, min(act.stop + _AFTER, clause.stop)):
        one = noun(hit.value)
        if one.form == "accusative" and not hit.proclitic and not any_inside(layers.figures, hit.start - _COUNTED, hit.stop):
            return _WHOSE.get("civilians" if one.whose == "person" else one.whose, "")
    return ""


def _of_base(layers: Layers, start: int, stop: int) -> str:
    """«استهداف قاعدة حرير الأميركية»: of whom the base is that is named behind an act: a nation, else some in arms; "" of none."""
    base = next((one for one in inside(layers.places, start, stop) if layers.text.startswith(_BASES, one.start)), None)
    if base is None or layers.text.endswith(_FROM, 0, base.start):
        return ""
    nation = next(iter(inside(layers.hits.get("country-adj", ()), base.stop + 1, base.stop + _BASED)), None)
    return armed_of(nation.value) if nation and layers.text.startswith("ال", nation.start) else "fighters"


def _of_force(layers: Layers, house: Hit) -> bool:
    """«مسجد تابع لقوات الطوارئ», «المصلين في مسجد مقر القوة»: whether what is said to be struck is a force's, whoever goes there."""
    owners = [one.start for one in inside(layers.actors, house.stop, house.stop + _OWNER) if one.cls == "state"]
    owners += [
        one.start for one in inside(layers.hits.get("targets", ()), house.stop, house.stop + _OWNER) if one.value.startswith("state")
    ]
    if any(layers.text[start] != "و" and words.OWNED.fullmatch(layers.text, house.stop, start) for start in owners):
        return True
    return words.OF_SEAT.match(layers.text, house.stop) is not None


def _mission(layers: Layers, live: Sequence[Trigger], hit: Hit) -> str:
    """«النار على القنصلية الأمريكية»: the state whose mission stands right behind an act; "" of other words and where no nation is said."""
    if not hit.value.startswith("mission"):
        return ""
    nation = next(iter(inside(layers.hits.get("country-adj", ()), hit.stop, hit.stop + _NATION)), None)
    act = next((one for one in reversed(live) if one.stop <= hit.start), None)
    if nation is None or act is None or hit.start - act.stop > _STRUCK or "،" in layers.text[act.stop : hit.start]:
        return "thing"
    if any_inside(layers.hits.get("asides", ()), hit.start - _ASIDE, hit.start):
        return "thing"  # «احتجاجا على نقل السفارة الأمريكية»
    return f"gov:{nation.value}"


def _of_nation(layers: Layers, hit: Hit) -> str:
    """«فجر عبوة في آلية إسرائيلية»: the state whose thing is struck, where its nation stands right behind; "" of people."""
    thing = hit.value.startswith("state") or layers.text[hit.entry_start : hit.stop] in _THINGS
    if not thing or hit.value.startswith("civilians"):
        return ""
    nation = next(iter(inside(layers.hits.get("country-adj", ()), hit.stop + 1, hit.stop + 2)), None)
    return armed_of(nation.value) if nation else ""


def hosted(seen: "Seen") -> bool:
    """«تعرضت قاعدة كذا التي تضم قوات أميركية لقصف»: whether an actor's men are only in the place that an act behind it befell."""
    if seen.ahead is None or seen.ahead.code not in _STRIKES or seen.actor.cls == "civilians":
        return False
    return search(words.HOSTS, words.HOSTED, seen.before, 0, len(seen.before)) is not None


def follows(layers: Layers, actor: "ActorMention") -> bool:
    """Whether a target stands right behind: «استهدف عناصر من الجماعة نقطة للجيش»."""
    after = inside(layers.hits.get("targets", ()), actor.stop, actor.stop + _AFTER)
    return any(words.STRAIGHT.fullmatch(layers.text, actor.stop, one.start) for one in after)


def shoots(text: str, start: int, stop: int) -> bool:
    """«استهدفت مدفعية الجماعة مواقع»: whether what stands between a verb and whose it is may be what struck."""
    return _SHOOTS.fullmatch(text, start, stop + (text[stop] == " ")) is not None


def hit_by(layers: Layers, actor: "ActorMention") -> bool:
    """«استهداف مسيرة إسرائيلية سيارة», «استهداف الاحتلال خيمة»: whether the thing or people hit stand right behind who hit them.

    Not behind a vehicle, whose kind it may be («استهداف آلية إسرائيلية ناقلة جند»).
    """
    text, at = layers.text, actor.stop + 1
    if counted.behind(text, actor.start) in _MACHINES and not _FLYING.match(text, actor.start):
        return False
    if counted.behind(text, at, definite=False) in _PLACED or _SOME.match(text, at):
        return True
    return any(one.start == at and not one.proclitic for one in inside(layers.hits.get("victim", ()), at, at + 1))


def lured(layers: Layers, seen: "Seen") -> bool:
    """«أوقع المقاتلون رتلا للجيش في كمين»: whether somebody led an actor into the ambush behind him, who is named last before it."""
    act = seen.ahead
    if act is None or act.code != "clash" or not words.lured(layers.text, seen.before, act.start):
        return False
    return _LED.fullmatch(layers.text, seen.actor.stop, act.start) is not None and not any_inside(layers.actors, seen.actor.stop, act.start)


def harmed(layers: Layers, actor: "ActorMention") -> bool:
    """«18 مجندا من الشرطة أصيبوا في انفجار»: whose people are counted as harmed is no subject of what follows."""
    return _counted(layers, actor, SURE)


def taken(layers: Layers, actor: "ActorMention") -> bool:
    """«تم أسر أربعين حوثيا»: whose people are counted as taken did not take them."""
    return _counted(layers, actor, TAKEN)


def lost_men(layers: Layers, clause: Clause, actor: "ActorMention", act: Trigger | None) -> bool:
    """«انكسرت الجماعة وأسر عشرة من عناصرها»: whether an act is that people were taken prisoner who are an actor's own, and by others."""
    if act is None or act.code != "capture":
        return False
    taken = inside(layers.figures, act.start, min(act.stop + _TAKEN_REACH, clause.stop))
    return any(one.measure == "captured" and one.party == actor.actor for one in taken)


def of_some(layers: Layers, actor: "ActorMention", live: Sequence[Trigger]) -> bool:
    """«انفجار سيارة أدى إلى مقتل ثمانية بينهم عنصران من الشرطة»: whether only a few of those whom a bomb killed were an actor's men."""
    if not any(one.code in BOMBS for one in live):
        return False
    counted = inside(layers.figures, max(actor.start - _COUNTED - _NAME, 0), actor.start + 1)
    if not counted or "figure.part" not in counted[-1].rules or counted[-1].stop < actor.start:
        return False
    few = counted[-1]
    wholes = [one for one in counted[:-1] if one.measure == few.measure and one.party in ("unknown", "civilians")]
    return bool(wholes) and (wholes[-1].low or 0) > 2 * (few.low or 0)


def _counted(layers: Layers, actor: "ActorMention", measures: Set[str]) -> bool:
    counted = inside(layers.figures, max(actor.start - _COUNTED, 0), actor.start + 1)
    return any(
        (one.party == actor.actor or one.start == actor.start)  # «مستوطن قتل طعنا» counts a civilian by the same word
        and one.measure in measures
        and (one.stop + 2 >= actor.start or words.MEMBER_OF.fullmatch(layers.text, one.stop, actor.start))
        for one in counted
    )


def killed_by(layers: Layers, clause: Clause, seen: "Seen") -> "FigureMention | None":
    """«قتل التنظيم أمس خمسة من الشرطة», «قام التنظيم بقتل خمسة»: the people counted behind the one who harmed them."""
    counted = inside(layers.figures, seen.actor.stop, min(seen.actor.stop + _COUNTED, clause.stop))
    if not counted:
        return None
    undertaken = (counted[0].measure in SURE or counted[0].measure == "abducted") and words.undertakes(seen.before)
    if undertaken and words.HARMING.fullmatch(layers.text, seen.actor.stop, counted[0].start):
        return counted[0]
    foes = counted[0].measure == "killed" and counted[0].party != seen.actor.actor and words.managed(seen.before)
    if foes and words.MANAGED_TO.fullmatch(layers.text, seen.actor.stop, counted[0].start):
        return counted[0]  # «تمكنت القوات من قتل أربعة مسلحين»
    return next((one for one in counted if one.killer == seen.actor.start), None)


def held_by(layers: Layers, seen: "Seen") -> bool:
    """«باحتجاز الجماعة 20 مدنيا رهائن»: whether who stands between a noun of holding and the people counted holds them."""
    counted = inside(layers.figures, seen.actor.stop, seen.actor.stop + _RIGHT)
    return bool(counted) and counted[0].measure in TAKEN and words.HOLDING.search(seen.before) is not None


def alone_does(text: str, seen: "Seen") -> bool:
    """«تحت ضربات الجيش», «على وقع هجوم للجيش»: whether a noun that stands for an attack of whoever stands behind it is done by no verb."""
    act = seen.behind
    if act is None or act.part != "noun" or act.done or seen.ahead is not None or _OF_WHOM.match(text, act.start) is None:
        return False
    return text[seen.actor.start] != "ل" or not text[act.start : act.stop].lstrip("وفبل").removeprefix("ال").startswith("ضرب")


def freed_from(text: str, seen: "Seen") -> str:
    """«تحرير البلدة من الجماعة»: the part of an actor from whom a noun says that ground was taken, else ""."""
    act, actor = seen.behind, seen.actor
    if act is None or act.part != "noun" or act.code != "territory" or not words.FREES.match(text, act.start):
        return ""
    gap = actor.start - act.stop
    return "roles.against" if gap <= _FREED and words.OUT_OF.search(text, act.stop, actor.start) else ""
