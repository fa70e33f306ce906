"""Codes: what happened in a clause, by its triggers, the means beside them and what became of the people it counts."""

import re
from typing import TYPE_CHECKING

from agents.extract.actors.register import IRREGULAR, class_of
from agents.extract.acts import offensives
from agents.extract.acts.events import BOMBS, FROM_AFAR, KINDS, VIOLENT, armed, refined
from agents.extract.acts.fired import FIRED
from agents.extract.acts.objects import FELLED
from agents.extract.acts.trigger import Trigger
from agents.extract.harm.harm import SURE
from agents.extract.words.wordlists import any_of

if TYPE_CHECKING:
    from agents.extract.figures.mention import FigureMention

_BY_MEASURE = {"captured": "arrest", "surrendered": "surrender", "abducted": "abduct", "missing": "abduct", "displaced": "evacuate",
               "transferred": "handover", "remaining": "evacuate"}  # fmt: skip
_TAKEN = frozenset(["captured", "abducted", "transferred"])
_OUT_OF = re.compile(  # «قصف صاروخي من طائرة», «صاروخين أطلقتهما مسيرة»
    r"(?:\s(?!و)[^\s،,.:؛]+){0,2}?\s(?:من|بواسطه|عبر|(?:اطلق|القت|نفذ|شن)\S*(?:ه|ها|هما|هم))\s"
)
_FLOWN = frozenset(["murder", "loot"])  # what aircraft do by a verb
_BY_WHICH = frozenset(["air", "ied", "blast"])  # by what somebody may be murdered
_FROM_GUNS = frozenset(["shell", "strike"])  # so too of whom many fell
_MASSACRE, _ITS_LETTERS = ("مجزره", "مذبحه", "مجازر"), 5
_HARMFUL = frozenset(["protest", "territory", "arrest", "abduct", "sexual", "loot"])
_FIRED = 30  # characters between an aircraft and what it fires
_FOR_GROUND = frozenset(["clash", "assault", "raid", "territory", "withdraw"])
_THEN = ("، ", " حيث ", " ثم ", " حتي ", " قبل ان ")
_GOES_ON = re.compile(r"[وف](?!(?<=ف)(?:رض|ك|قد|تح)|(?<=و)(?:ضع|سع|صل))")  # «and» before a verb, not the first letter of one
_WHO_TOOK = re.compile(r"\s(?:الذي|التي|الذين|اللذين|اللتين|ممن)\s(?:[^\s،,.:؛]+\s){0,3}$")  # of whom, or of what, it is only said
_BY_WINNER = frozenset(["did", "managed", "took"])  # how a noun is done by somebody who is named
_FROM_AFAR = frozenset(["aircraft", "guns"])  # means of those who do not come near
_AMONG = re.compile(r"(?:(?:من\s)?بين|من|ضمن)(?:هم|ها)\s(?:[^\s،.]+\s)?$")
_SINCE = ("منذ ", "منذ بدء ", "منذ بدايه ", "منذ انطلاق ", "منذ اندلاع ")
_TWO = 2
_SINCE_IT = ("منذ ", "بعد ", "عقب ", "غداه ", "علي ")
_WHICH_YIELDED = re.compile(rf"\sو?(?:الذي|التي)\s(?:قد\s)?(?:{any_of('acts', 'yield')})\s")
_YIELDED = re.compile(rf"\s[وف]?(?:(?:ما|مما)\s)?(?:{any_of('acts', 'yield')}|راح\sضحيت\S+|قتلت?\s(?:فيه|خلاله)ا?)\s")
_IN_WHICH = re.compile(r"(?:\s(?!ان\s|وان\s)[^\s،,.:؛\"«»]+){0,6}?\s(?:في|جراء|اثر|نتيجه|بسبب|خلال)\s(?:[^\s،,.:؛\"«»]+\s)?")
_BY_IT = re.compile(r"(?:\s(?!ان\s|وان\s|و|في\s|بعد\s)[^\s،,.:؛\"«»]+){0,3}?\s")  # «مقتل مجند بنيران جندي»
_BY_WEAPONS = FROM_AFAR | BOMBS | {"chemical", "grenade", "shooting"}
_SPOKEN_OF = frozenset(
    ["reject.purpose", "reject.topic", "reject.call", "reject.denial", "reject.threat", "reject.plan", "reject.condition", "reject.hope"]
)
_AMONG_REACH = 24  # characters before a bomber who is one of those counted
_BOMBERS = re.compile(r"انتحاري(?:ان|ين|ون)?")
_RIGHT = 8  # characters between an act and what it struck, a day among them
_MEANS = {"suicide": "suicide", "aircraft": "air", "guns": "shell", "rifle": "shooting", "backed": "clash"}  # whom aircraft back fights
_DEEDS, _BESIDE = frozenset(["raid", "loot", "assault", "riot"]), 2  # what makes a protest violent; characters between a crowd and its verb
_AIR_DEFENCE = re.compile(r"(?:دفاع|وسائط|مضاد|منظوم)\w*\s(?:\S+\s)?(?:ال)?جوي|قبه\sالحديدي|باتريوت")
_STOPPED = re.compile(  # «تصدت القوات لصواريخ», «التصدي لوابل من القذائف»
    r"\S*\s(?:(?!ل|و)[^\s،,.:؛]+\s){0,4}?ل(?:ل|[\"«])?(?:[^\s،,.:؛]+\s(?:من\s)?)?(?:ال)?(?:صاروخ|صواريخ|قذيف|قذائف|طائر|درون)"
)
_STOPPED_IT = re.compile(r"\S*\sل(?:ها|هما)(?!\w)")  # «استهدفت صواريخ المطار، وتم التصدي لها»
_SENT = re.compile(r"صاروخ|صواريخ|قذيف|قذائف")
_SENT_BEFORE = 110  # characters before such a pronoun
_REPELS = "تصد"  # letters of the verb for it
_DEFENCE = 60  # characters between a word for repelling and who guards the air


def code(text: str, live: list[Trigger], heads: list[Trigger], figures: list["FigureMention"]) -> str:
    """What happened: the first trigger, made exact by the others and by means; without triggers, what the figures say.

    Where people were harmed, a trigger of violence goes before one of withdrawal or of reinforcement.
    """
    means = _means(live)
    if "air" in means and not any(one.code == "suicide" for one in heads):
        means.discard("suicide")  # bombers whom aircraft killed
    harm = any(one.measure in SURE for one in figures)
    if not figures and _won(text, live, heads):
        return "territory"
    heads = _dated(text, heads) if figures and not harm else heads
    fitting = _without_arrests([one for one in heads if _harmful(one)], figures) if harm else heads
    if figures and figures[0].measure in _TAKEN and any(one.code == "arrest" for one in heads):
        fitting = [one for one in fitting if one.code not in ("withdraw", "defuse")]  # «تمكن من الفرار لكنه اعتقل»
    if not harm and figures and _left(figures[0]):  # «فر 10 آلاف مدني من القتال»; not «هاجم التنظيم البلدة، ما أدى إلى نزوح عدد من سكانها»
        heads = fitting = [one for one in fitting if one.part == "verb" and one.code in VIOLENT]
    if fitting:
        if harm:  # what burnt or fell is not what killed
            fitting = [one for one in fitting if one.code != "loot"]
        else:  # «بعد معارك سيطر الجيش على»: what came of them
            main = next((one for one in fitting if not one.amid), None)
            if main is not None and (main.part == "verb" or main.done) and main.code != "assault":
                fitting = [one for one in fitting if not one.amid]
        if not fitting:
            return refined("harm", means)
        first = next((one for one in fitting if not one.definite or one.part != "noun"), fitting[0])
        struck = first.code == "reinforce" and first.part == "noun" and 0 <= first.start - fitting[0].stop <= _RIGHT
        if struck and fitting[0].code in VIOLENT:
            first = fitting[0]  # «طالت الغارات تعزيزات»: whom they struck
        first = _deed(first, fitting)
        act = refined(first.code, {one.code for one in fitting} | means)
        by_air = "air" in means and (
            (act == "shell" and _from_craft(text, first, live))
            or (act in _FLOWN and first.part == "verb")
            or (act == "shooting" and first.part == "noun" and any(one.code == "aircraft" and one.start == first.stop + 1 for one in live))
        )  # «بنيران مروحيات»
        if by_air or (act == "assault" and not figures and any(offensives.is_one(text, one) for one in fitting)):
            return "air" if by_air else "clash"
        return _by_which(text, act, fitting, figures)
    if harm or not figures:
        return refined("harm", means)
    return _BY_MEASURE.get(figures[0].measure, "harm")


def _means(live: list[Trigger]) -> set[str]:
    """By what a clause tells it was done; aircraft right behind others that only back somebody do so too: «بغطاء من مقاتلات ومروحيات»."""
    found, last = set(), None
    for one in live:
        if one.part != "means" or one.code not in _MEANS:
            continue
        if one.code == "aircraft" and last is not None and one.start - last.stop <= 1:
            last = one
            continue
        found.add(_MEANS[one.code])
        last = one if one.code == "backed" else None
    return found


def _from_craft(text: str, shot: Trigger, live: list[Trigger]) -> bool:
    """«طائرة بدون طيار أطلقت صاروخين», «قصف صاروخي من طائرة مسيرة», «صاروخ أطلقته مسيرة»: whether what was fired came from an aircraft."""
    return any(
        one.code == "aircraft"
        and (0 < shot.start - one.stop <= _FIRED or (0 < one.start - shot.stop <= _FIRED and _OUT_OF.fullmatch(text, shot.stop, one.start)))
        for one in live
    )


def _deed(first: Trigger, fitting: list[Trigger]) -> Trigger:
    """«متظاهرون يقتحمون مقر البرلمان»: what a crowd, which alone says that it protests, does by the verb right behind it."""
    if first.code != "protest" or first.part != "noun":
        return first
    return next((one for one in fitting if 0 < one.start - first.stop <= _BESIDE and one.part != "noun" and one.code in _DEEDS), first)


def _won(text: str, live: list[Trigger], heads: list[Trigger]) -> bool:
    """Whether a clause tells of the fight for ground, or of who backed it from the air, and that it was taken.

    «هاجم التنظيم البلدة وسيطر عليها», «دارت معارك، وتمكن الجيش من استعادة البلدة», «إثر هجوم شنته، وبدعم من الطيران، تمكنت من السيطرة»;
    not «هاجمت مواقع سيطر عليها التنظيم», «انسحاب القوات من المدن التي فرضت سيطرتها عليها».
    """
    taken = next((one for one in heads if one.code == "territory" and (one.part == "verb" or one.done in _BY_WINNER)), None)
    if taken is None:
        return False
    if any(one.code == "backed" for one in live):
        return True
    if _WHO_TOOK.search(text, max(taken.start - _FIRED, 0), taken.start):
        return False
    goes_on = taken.part == "noun" or _GOES_ON.match(text, taken.start) is not None or text.endswith(_THEN, 0, taken.start)
    return goes_on and all(one.code in _FOR_GROUND for one in heads) and not any(one.code in _FROM_AFAR for one in live)


def _by_which(text: str, act: str, fitting: list[Trigger], figures: list["FigureMention"]) -> str:
    """«اغتيل بغارة على كذا», «اغتالت طائرة مسيرة قياديا»: how somebody was murdered, which says more; every other act itself.

    «مجزرة في قصف على السوق» says only how many fell; «اقتحم مسلحون المبنى بعد أن فجر انتحاري» is one attack, with a bomb.
    """
    if act == "raid" and any(one.code == "suicide" and one.part == "verb" for one in fitting):
        return "suicide"
    if act != "murder":
        return act
    many = bool(figures) and not any(armed(one.party) for one in figures)
    many = many and all(text.startswith(_MASSACRE, one.stop - _ITS_LETTERS) or one.code != act for one in fitting)
    ways = (_BY_WHICH | _FROM_GUNS if many else _BY_WHICH) - (frozenset() if figures else {"blast"})
    return next((one.code for one in fitting if one.part == "noun" and not one.amid and one.code in ways), act)


def _dated(text: str, heads: list[Trigger]) -> list[Trigger]:
    """«اعتقل 150 منذ هجوم يونيو»: the triggers without nouns of acts that only say since when, where others say what was done."""
    return [one for one in heads if one.part != "noun" or not text.endswith(_SINCE, 0, one.start)] or heads


def that_yielded(text: str, live: list[Trigger], figures: list["FigureMention"]) -> list[Trigger]:
    """«هجمات تتواصل منذ التفجير الذي أسفر عن مقتل 30»: the triggers from that on of which it is said whom it killed."""
    if len(live) < _TWO or not figures or figures[0].measure not in SURE:
        return live
    counted = figures[0].start
    told = [one for one in live if one.points_back and one.stop <= counted and text.endswith(_SINCE_IT, 0, one.start)]
    if not told or told[-1].code not in VIOLENT or not _WHICH_YIELDED.search(text, told[-1].stop, counted):
        return live
    return [one for one in live if one.start >= told[-1].start]


def by_what(text: str, taken_back: list[Trigger], figures: list["FigureMention"]) -> str:
    """By what those were harmed whom a clause counts, where it only speaks of the act, which other words took back; else "harm".

    «رد محتمل على الغارة التي أسفرت عن مقتل ستة», «تحقيق في مقتل تسعة في قصف», «نفت تورطها في الهجوم الذي خلف 50 قتيلا».
    """
    people = next((one for one in figures if one.measure in SURE and not one.subset), None)
    if people is None:
        return "harm"
    for one in taken_back:
        if one.rejected not in _SPOKEN_OF or one.code not in _BY_WEAPONS or one.part == "means":
            continue
        if one.stop <= people.start:
            told = _YIELDED.search(text, one.stop, people.start) is not None
        else:
            behind = _BY_IT if text.startswith("ب", one.start) else _IN_WHICH
            told = one.part == "noun" and behind.fullmatch(text, people.stop, one.start) is not None
        if told:
            return one.code
    return "harm"


def _without_arrests(fitting: list[Trigger], figures: list["FigureMention"]) -> list[Trigger]:
    """«القبض على منفذي الهجوم الذي قتل فيه ثلاثة»: what harmed those counted is the attack named behind an arrest, not the arrest."""
    if any(one.measure in _TAKEN for one in figures):
        return fitting
    attack = next((one for one in fitting if one.code in VIOLENT and one.points_back and one.stop <= figures[0].start), None)
    return [one for one in fitting if one.code != "arrest" or attack is None or one.start > attack.start]


def without_fallen_bombers(live: list[Trigger], figures: list["FigureMention"], text: str) -> list[Trigger]:
    """«قتل الجيش عشرة من الجماعة، بينهم انتحاريان»: the triggers without bombers who fell, or were caught, among fighters."""
    found = [one for one in live if one.code == "suicide" and _fell(one, figures, text)]
    return [one for one in live if one not in found] if found else live


def fought(live: list[Trigger], figures: list["FigureMention"]) -> list[Trigger]:
    """«مقتل أربعة مسلحين في مواجهات مع قوات الأمن»: the triggers, where men with arms fell, with a fight for what else is a riot."""
    if any(one.measure in SURE and (class_of(one.party) in IRREGULAR or "people.armed" in one.rules) for one in figures):
        for one in live:
            if one.code == "riot" and one.part == "noun":
                one.code = "clash"
    return live


def _fell(bomber: Trigger, figures: list["FigureMention"], text: str) -> bool:
    if not _BOMBERS.fullmatch(text, bomber.start, bomber.stop):
        return False
    if not _AMONG.search(text, max(bomber.start - _AMONG_REACH, 0), bomber.start):
        return False
    before = [one for one in figures if one.stop <= bomber.start and not one.subset]
    return bool(before) and class_of(before[-1].party) in IRREGULAR


def _harmful(one: Trigger) -> bool:
    """Whether people may have been harmed by what a word says; «إسقاط مروحية» names what fell, «أسقط» may be «أسقط 20 قتيلا»."""
    return (
        one.code in VIOLENT
        or KINDS[one.code].family in _HARMFUL
        or (one.code == "shootdown" and (one.part == "noun" or one.done == FELLED))
    )


def repelled(text: str, sentence: tuple[int, int], heads: list[Trigger]) -> str:
    """«تصدت الدفاعات الجوية لغارات», «التصدي لصواريخ»: what was repelled, a strike where it came through the air, else a fight."""
    start, stop = sentence
    by = [one for one in heads if text.find(_REPELS, one.start, one.stop) >= 0]
    if not any(_in_the_air(text, one, start, stop) for one in by):
        return "clash"
    return "strike" if FIRED.search(text, start, stop) else "air"


def _in_the_air(text: str, one: Trigger, start: int, stop: int) -> bool:
    """Whether those who guard the air repel, within a sentence, or what they repel is fired or flown."""
    if _AIR_DEFENCE.search(text, max(one.start - _DEFENCE, start), min(one.stop + _DEFENCE, stop)):
        return True
    if _STOPPED_IT.match(text, one.stop, stop):
        return _SENT.search(text, max(one.start - _SENT_BEFORE, start), one.start) is not None
    return _STOPPED.match(text, one.stop, stop) is not None


def apart(figures: list["FigureMention"]) -> list[list["FigureMention"]]:
    """«مئات يغادرون البلدة واعتقال مهربين»: those who left and those who were taken, as two acts."""
    gone = [one for one in figures if _left(one)]
    taken = [one for one in figures if one.measure in _TAKEN]
    return [gone, taken] if gone and taken and len(gone) + len(taken) == len(figures) else [figures]


def _left(figure: "FigureMention") -> bool:
    """Whether people without arms, more than one, fled or were brought away."""
    return figure.measure == "displaced" and figure.party in ("civilians", "unknown") and (figure.low or figure.high or 0) > 1
