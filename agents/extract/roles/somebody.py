"""Somebody: a subject of no name, or a weapon, of whose act a force is the object: «هاجم مسلحون القوات», «طائرات مسيرة تستهدف دورية»."""

import re
from typing import TYPE_CHECKING

from agents.extract.acts.layers import Layers
from agents.extract.acts.trigger import Trigger
from agents.extract.roles import rolewords as words
from agents.extract.words.letters import search
from agents.extract.words.spans import inside
from agents.extract.words.wordlists import any_of, listed

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.roles.surroundings import Seen

_NEXT = 16  # characters between who acts and the noun of the act
_REACH = 40  # characters of such a subject
_MORE = r"(?:\s(?:مجهول\w*|ملثم\w*|مسلح(?:ون|ان)|مسيره|مفخخه|انتحاري(?:ون|ان)?|اخر(?:ون|ان|ي)?))*"
_SUBJECT = rf"(?:{any_of('forces', 'somebody')}){_MORE}\s"  # no genitive may follow these, so what stands behind them is their object
_THING = rf"(?:(?:{any_of('forces', 'thing')})\s)?"
_BEHIND = re.compile(rf"\s{_SUBJECT}(?:(?:امس|اليوم)\s)?(?P<thing>{_THING})[\"«]?")
_NATIVES = re.compile(rf"\s[^\s،.:؛]+\s(?!ال)[^\s،.:؛]{{2,}}يون\s(?:(?:امس|اليوم)\s)?(?P<thing>{_THING})[\"«]?")  # «هاجم شبان محليون دورية»
_SOMEBODY = re.compile(rf"\s{_SUBJECT}(?:علي\s|امس\s|اليوم\s)")
_BEFORE = re.compile(rf"(?:^|[\s\"«]){_SUBJECT}$")
_HITS = re.compile(r"(?:^|\s)[وف]?(?:[يت]?ا?ستهدف|اصاب|ضرب|[يت]?طال|[يت]?طاول|دمر|احرق)ت?\s$")
_OF_A_KIND = re.compile(  # «قصف صاروخي»: no genitive may follow
    r"(?!ال)[^\s،.:؛]+(?:\s(?!ال)(?:[^\s،.:؛]{2,}ي[هة]?|ب(?!ين|عد)[^\s،.:؛]+))+\s(?:ال[^\s،.:؛]+\s)?"
)
_FOILS = ("احبط", "افشل", "صد")  # verbs behind whose object its owner stands: «أحبطوا خطط الجماعة»
_OF_TWO = frozenset(["فتحا", "اطلقا", "هاجما", "نفذا", "شنا", "فجرا", "طعنا", "دهسا", "استهدفا", "اقتحما", "قصفا", "قتلا"])
_SHOT = re.compile(r"(?:صاروخ|صواريخ|قذائف|قذيفه|رصاص)\s")  # «صواريخ الجماعة» are hers, «صاروخ دورية تركية» struck the patrol
_ITS = re.compile(r"ل(?!وا[ءi]|شكر|بنان|يبيا)")  # «طائرة مسيرة للجيش» is its own
_CRAFT = re.compile(r"\sطائر\S*\s(?:(?:مسير|حربي|انتحاري|مفخخ|مقاتل|هجومي|تابع|(?:من\s)?(?:بدون|بلا|دون)\sطيار)\S*\s){0,3}")
_CRAFT_HIT = re.compile(  # verbs that tell of no act by themselves
    r"(?:^|\s)[وف]?(?:اصابت|اخترقت|انفجرت|سقطت|تسللت|ضربت|دمرت|قتلت)\sطائر\S*\s(?:(?:مسير|حربي|انتحاري|مفخخ|انقضاضي|هجومي)\S*\s){0,2}(?:تابع\S*\s)?$"
)
_OBJECT = re.compile(
    r"[\"»]?\s(?:(?:امس|اليوم|فجرا|صباحا|مساء|ليلا)\s)?(?:قري[هة]|بلد[هة]|قري|بلدات|حي|مخيم|موقعا?|مواقع|مقرا?|منازل|برج|ابراج|خط|خطوط|محط[هة]|دوري[هة]|حافل[هة]|موكب|قافل[هة]|[\u0621-\u064a]{3,}ا)\s"
)
GUNMEN = "roles.gunmen"  # men of no name are said to have come and attacked, which no state did
_ARMED_MEN = r"(?:(?:مسلح|ملثم)(?:ون|ين|ان)|(?:مجموع|جماع|عناصر)\S*\s(?:مسلحه|خارجه\sع))"
_THEY_CAME = re.compile(rf"(?<!\S)(?:(?:[يت]?شن|نفذ|نصب)(?:ته|ه|تها|ها)|[وف]?هاجمت?)\s(?:(?:امس|اليوم)\s)?{_ARMED_MEN}(?![\u0621-\u064a])")
_THEY_BY = ("مسلح", "ملثم", "خارجه ع")  # letters without which it finds nothing
_DAY_BEHIND = 5  # characters between a verb and the day behind it, at most «في» or «يوم»
_FIRST = frozenset(word.split()[0] for word in listed("forces", "somebody"))
_OF_THEM = re.compile(r"(?!ال)\S+(?:ي|ون|ين|ان|يه|تان)")  # «مسلحون حوثيون»: whose they are


def gunmen(layers: Layers, start: int, stop: int) -> list[str]:
    """The rule of «هجوم شنه مسلحون», «هاجمت مجموعات مسلحة»: who attacked in [start, stop) are men of no name."""
    return [GUNMEN] if search(_THEY_CAME, _THEY_BY, layers.text, start, stop) else []


def acts(text: str, last: Trigger, start: int, actor: "ActorMention") -> bool:
    """Whether the subject of the act right before an actor is somebody of no name, so that the actor is its object.

    last: the act before the actor; start: where it ends, or the day behind it.
    """
    if last.part == "noun":
        return _weapon_hits(text, last, actor)
    if _behind(text, start, actor):
        return not owned(text, start, actor)
    if actor.start - start > _REACH or not text[start : actor.start].isspace() or _OF_THEM.fullmatch(text, actor.start, actor.stop):
        return False
    return _BEFORE.search(text, max(last.start - _REACH, 0), last.start) is not None


def owned(text: str, start: int, actor: "ActorMention") -> bool:
    """«استهدفت طائرة مسيرة للجيش محطة»: whether an actor is whose the aircraft is that stands right behind a verb."""
    return _ITS.match(text, actor.start) is not None and _CRAFT.fullmatch(text, start, actor.start) is not None


def owner(text: str, seen: "Seen") -> str:
    """The part of an actor whose craft stands right behind a verb: it struck («أصابت طائرة مسيرة تابعة للجماعة مبنى»); "" of others."""
    behind, actor = seen.behind, seen.actor
    if behind is None:
        hit = _ITS.match(text, actor.start) and "طائر" in seen.before and _CRAFT_HIT.search(seen.before)
        return "roles.subject-after" if hit else ""
    return "roles.subject-after" if behind.part != "noun" and owned(text, behind.stop, actor) else ""


def in_verb(text: str, last: Trigger, actor: "ActorMention") -> bool:
    """«عندما هاجموا متظاهرين»: whether the subject is the ending of the verb right before an actor, which then is its object."""
    return last.part != "noun" and actor.start - last.stop == 1 and text.startswith("وا", last.stop - 2)


def within(text: str, verb: Trigger) -> bool:
    """«بعدما فتحا النار وتلاحقهما الشرطة», «هاجموا الحاجز»: whether a verb of several has its subject in it, so that none stands behind."""
    first = text[verb.start : verb.stop].partition(" ")[0]
    of_two = first in _OF_TWO or first[1:] in _OF_TWO  # «فتحا», «وفتحا»
    return verb.part != "noun" and (of_two or (first.endswith("وا") and not first.lstrip("وف").startswith(_FOILS)))


def takes(text: str, verb: Trigger) -> bool:
    """«سيطر مسلحون على حقل», «مسلحون يسيطرون على حقل»: whether the subject of a verb of taking ground is somebody of no name."""
    if verb.code != "territory" or verb.part == "noun":
        return False
    return _SOMEBODY.match(text, verb.stop) is not None or _BEFORE.search(text, max(verb.start - _REACH, 0), verb.start) is not None


def goes(seen: "Seen", verb: str) -> bool:
    """«تسلل عناصر من الجماعة إلى», «شن مسلحون من الجماعة هجوما»: whether the object of a verb is the act itself, or it has none."""
    if verb.startswith(words.MOVES):
        return True
    ahead = seen.ahead
    return verb.startswith(words.LAUNCHES) and ahead is not None and ahead.part == "noun" and 0 <= ahead.start - seen.actor.stop <= _NEXT


def _behind(text: str, start: int, actor: "ActorMention") -> bool:
    """«هاجم مسلحون القوات», «استهدف انتحاري قاعدة أميركية»: whether only such a subject stands between a verb and an actor."""
    if not text.startswith(" ", start):
        return False
    known = text[start + 1 : actor.start].partition(" ")[0] in _FIRST
    found = _BEHIND.fullmatch(text, start, actor.start) if known else None
    found = found or (_NATIVES.fullmatch(text, start, actor.start) if "يون " in text[start : actor.start] else None)
    if found is None:
        return False
    object_ = text.startswith("ين", actor.stop - 2) and "ون " in text[start : actor.start]  # «هاجم مسلحون متظاهرين»
    return bool(found["thing"]) or object_ or _OF_THEM.fullmatch(text, actor.start, actor.stop) is None


def _weapon_hits(text: str, last: Trigger, actor: "ActorMention") -> bool:
    """«أصابت قذائف هاون القوات», «أصاب صاروخ دورية تركية»: whether what is fired is the subject of a verb, and the actor its object."""
    verb = _HITS.search(text, max(last.start - 12, 0), last.start)
    if verb is None:
        return False
    if _behind(text, verb.end() - 1, actor):
        return True
    them = _OF_THEM.fullmatch(text, actor.start, actor.stop)
    if them is None and not text.startswith("ل", actor.start) and _OF_A_KIND.fullmatch(text, last.start, actor.start):
        return True  # «استهدف قصف صاروخي القاعدة الأميركية»
    own = actor.rule != "actor.nation" or text.startswith("ال", actor.start) or them is not None
    return not own and _SHOT.fullmatch(text, last.start, actor.start) is not None


def behind_day(layers: Layers, verb: Trigger) -> int:
    """Where a verb ends, and the day or «in which» right behind it: «هاجم مساء أمس مسلحون نقطة», «تستهدف فيها الطائرات مواقع»."""
    if verb.part == "noun":
        return verb.stop
    if days := inside(layers.dates, verb.stop, verb.stop + _DAY_BEHIND):
        return days[0].stop
    resumed = words.RESUMED.match(layers.text, verb.stop)
    return verb.stop if resumed is None else resumed.end()


def at_place(layers: Layers, actor: "ActorMention") -> bool:
    """«هاجم عناصر من الجماعة قرية كذا», «… حاجزا»: whether a place, or what it can only have struck, stands right behind."""
    after = next(iter(inside(layers.places, actor.stop, actor.stop + _NEXT)), None)
    return (after is not None and after.cue == "bare") or _OBJECT.match(layers.text, actor.stop) is not None
