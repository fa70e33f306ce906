"""Losers: whose men fell where two sides fight in one sentence: its subject's, or those of who attacked."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.actors.register import IRREGULAR, is_called
from agents.extract.harm.counts import Count
from agents.extract.harm.gaps import STOP
from agents.extract.parties import agreeing, soldiers
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.words.letters import among, search

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_LOSSES = frozenset(["lost", "missing"])
_AMONG = re.compile(r"(?:مع|ضد|علي|من|بين|امام|في وجه)\s(?:\S+\s)?[\"«ل]*\S?$")  # who is fought, not who fights
_SUFFERED = re.compile(
    r"(?<![^\s\"«(،])[وفل]?(?:(?P<self>[تي]تكبد\w*|تكبد[تو]\w*|خسائر|(?P<gave>قدمت?)|(?P<lost>[يت]?(?:فقد|خسر)(?:ت|وا|ون)?)|(?P<fell>[يت]?سقط(?=\sل)))|(?P<own>تكبد(?:ها|هم))|[تي]?كبد(?:ت|وا|و(?=ه))?(?P<whom>ه|ها|هم)?|مكبد(?:(?P<them>ها|هم)|\w{1,3}))\s"
)
_SUFFERED_BY = ("كبد", "خسائر", "قدم", "فقد", "خسر", "سقط ل")  # letters without which it finds nothing
_MOURNS_BY, _MOURNS_REACH = ("نعت", "نعي", "عترف", "اقر"), 40  # letters without which it finds nothing; characters up to the name
_MOURNS = re.compile(  # «اعترفت الجماعة بمقتل العقيد علي سالم»: not by killing, nor of who was its prisoner
    r"(?<![^\s\"«(،])[وف]?(?:نعت|[تي]?نعي|(?:(?:ا|[يت])عترفت?|(?:ا|[يت])قرت?)(?=\s(?:[^\s،,.:؛]+\s){1,4}ب(?:مقتل|مصرع|وفاه|سقوط)\s))\s"
)
_PRISONER, _PRISONER_REACH = "اسير", 9  # characters behind people in which they may be called that
_AFTER = re.compile(r"\s(?:بعد|اثر|عقب)\s")
_SUFFERED_REACH, _LAID_REACH = 90, 600  # characters
_ENDS = re.compile(r"[،,.:؛\n]")  # of a clause
_FALLEN, _FALLEN_REACH = ("قتلي ", "جرحي "), 60
_LAID_FOR = re.compile(r"كمين(?:ا|ين|ان)?\s(?:[^\s،,.:؛]+\s){0,2}?(?=ل)")  # «كمينين محكمين للجماعة»
_CAME_OF = re.compile(r"\s(?:ما\s|مما\s|و)?(?:اسفر|اد[يت]|ادت|اوقع|خلف|تسبب|نتج|نجم|قتل)\S*\s")
_OF_FORCE = frozenset(["leader", "armed", "rebels"])
_IS_NAMED = re.compile(r"(?:ال)?(?:(?:تنظيم|جماعه|حركه|قوات|مليشيات?|ميليشيات?)\s)?[\"«]?(?:ال)?")  # before a name right behind a verb
_BESIDE = 4  # characters between those attacked and the attackers counted beside them
_ANYBODY = re.compile(r"(?:\S+\s){0,3}(?:ال)?(?:عناصر|عنصرا?|عنصرين|عنصران|افراد)(?:\sعلي الاقل)?")  # of whichever side
_ATTACKS = re.compile(
    r"(?<![^\s\"«(،])(?:(?P<verb>[وف]?(?:هاجم|استهدف|اقتحم|باغت|اغار)(?:ت|وا)?)|[وفب]?(?:ال)?(?:هجوم|كمين)(?:ا)?(?:\s(?:مباغت|مسلح|واسع|عنيف|انتحاري|ارهابي)ا?)?)\s"
)
_ATTACKS_BY = ("هاجم", "استهدف", "اقتحم", "باغت", "اغار", "هجوم", "كمين")  # letters without which it finds nothing
_ON_THEM = re.compile(  # «أدى هجومان على دوريتين للشرطة إلى», «قتل 4 عناصر في هجوم على حاجز للجيش»
    r"(?<![^\s\"«(،])[وفب]?(?:ال)?(?:هجوم|هجوما|هجومان|هجومين|هجمات|كمين|كمينا|اعتداء)(?:\s(?!علي\s|ضد\s|استهدف)[^\s،,.:؛]+){0,2}"
    r"\s(?:علي|ضد|استهدفت?|استهدفا)\s"
)
_THINGS = re.compile(r"(?:[^\s،,.:؛]+\s){0,2}[\"«]?")  # between that and the force: «على دورية للجيش»
_ON_THEM_BY = ("هجوم", "هجمات", "كمين", "اعتداء")  # letters without which it finds nothing
_REPELLED = re.compile(
    r"(?<![^\s\"«(،])[وف]?(?:[تي]?صد(?:ت|وا)?|[تي]تصد\w*|تصد[تي]?\w*|[اي]?حبط\w*|احباط|افشل\w*|افشال|صد|دحر\w*|كسر\w*)\s"
)
_EXPOSED = re.compile(
    r"(?<![^\s\"«(،])[وف]?(?:[يت]?تعرض(?:ت|وا)?\s(?=[^.:؛\n]{3,90}?\sل(?:هجوم|كمين|اعتداء|نيران|اطلاق|استهداف))"
    r"|(?:وقع|سقط)(?:ت|وا)?\s(?=(?:[^\s.،]+\s){1,6}?في\sكمين))"
)
_EXPOSED_BY = ("تعرض", "كمين")  # letters without which it finds nothing
_OF_THOSE = re.compile(r"(?:^|\s)(?:علي|ضد|من|في|تابعه?\sل\S*|ل)\s?(?:\S+\s)?[\"«]?$")
_SIDES = 2
_RIGHT_BEFORE = 2  # characters between who attacks and the verb for it
_NEXT, _STRUCK = 25, 40  # characters between an attack and who made it, and from him to whom he attacked
_REPELLED = re.compile(  # up to the attack: who is named before it beat it off, and made none
    r"(?<![\u0621-\u064a])[وفبل]?(?:ال)?[يت]?(?:صدت?|صدوا|تصدي|تصدت|تصد|احبط|احباط|افشل|افشال)[\u0621-\u064a]*\s(?:[^\s،.:؛]+\s){0,5}?"
    r"(?:ل|ال|لل)?(?:هجوم|محاول|تسلل)"
)
_REPELLED_BY = ("صد", "احب", "افش")  # letters without which it finds nothing


def loser(count: Count, span: tuple[int, int], context: Context) -> str | None:
    """«سيطرت الجماعة على البلدة بعد قتال مع الجيش خسرت فيه أربعة من مقاتليها»: who lost men of its own is who the sentence tells of."""
    harm = count.harm
    if harm is None or harm.measure not in _LOSSES:
        return None
    if count.people.noun.form != "own" and not (count.measures == ("killed",) and count.rules[:1] == [f"figure.passive.{harm.measure}"]):
        return None
    armed = [one for one in context.actors_in(span[0], count.people.start) if one.cls not in ("civilians", "protesters")]
    named = [one for one in armed if one.start >= harm.stop] or [
        one for one in armed if not _AMONG.search(context.text, span[0], one.start + 1)
    ]
    return named[-1].actor if named else None


def attackers(near: Sequence[str], people: People, span: tuple[int, int], context: Context) -> list[str]:
    """«23 قتيلا من الجماعة وتسعة من المهاجمين»: of those in their sentence, they are not who is named right before them.

    Nor who beat the attack off («صدت البيشمركة هجوما على مواقعها وقتل خمسة من المهاجمين»).
    """
    attacked = {one.actor for one in reversed(context.actors_in(span[0], people.start)) if people.start - one.stop <= _BESIDE}
    if repelled := search(_REPELLED, _REPELLED_BY, context.text, span[0], people.start):
        attacked |= {one.actor for one in context.actors_in(span[0], repelled.end())}
    return [one for one in near if one not in attacked]


def mourner(count: Count, span: tuple[int, int], context: Context) -> str | None:
    """«نعت الجماعة العقيد علي سالم»: the irregular force that mourns men of rank, whose own they are; None for others."""
    text, people = context.text, count.people
    if count.measures != ("killed",) or people.noun.whose != "state" or not among(_MOURNS_BY, text, span[0], people.start):
        return None
    verb = _MOURNS.search(text, span[0], people.start)
    owns_up = verb is not None and not verb.group().rstrip().endswith(("نعت", "نعي"))
    if owns_up and (soldiers.nation(people, context) or text.find(_PRISONER, people.start, people.stop + _PRISONER_REACH) >= 0):
        return None
    armed = [one for one in context.actors_in(verb.end() - 1, people.start) if one.cls in IRREGULAR] if verb else []
    return armed[0].actor if verb and armed and armed[0].start - verb.end() <= _MOURNS_REACH else None


def of_whole(count: Count, whole: str, context: Context) -> str:
    """The party of those of whom people are a part; "" where these are men of a state, and those are called terrorists.

    «قتل أربعة مسلحين … ومن بين القتلى ضابط».
    """
    if count.people.noun.whose == "state" and is_called(whole, "إرهاب"):
        return ""
    return _of_fallen(count, context) or whole


def _of_fallen(count: Count, context: Context) -> str | None:
    """«من بين قتلى المعارضة ثلاثة قادة»: the force among whose fallen some of those who fight for it are told of."""
    people, text = count.people, context.text
    if count.part_of is None or people.noun.whose not in _OF_FORCE:
        return None
    start = max(people.start - _FALLEN_REACH, 0)
    fallen = next((found for word in _FALLEN if (found := text.rfind(word, start, people.start)) >= 0), -1)
    if fallen < 0:
        return None
    return next((one.actor for one in context.actors_in(fallen, people.start) if text.startswith(_FALLEN, one.start - 5)), None)


def suffered(count: Count, span: tuple[int, int], context: Context) -> str | None:
    """«تكبدت الجماعة عشرات القتلى», «كبدت المقاومة الجماعة 20 قتيلا»: whose the dead are that such a verb tells of."""
    text, people = context.text, count.people
    start = max(span[0], people.start - _SUFFERED_REACH)
    far = text.rfind("تكبد", max(span[0], start - _SUFFERED_REACH), start)  # «تكبدت الجماعة خلال معارك الأيام الماضية … 20 قتيلا»
    start = max(far - 2, span[0]) if far >= 0 and not _ENDS.search(text, far, people.start) else start
    if people.noun.whose not in ("", "victim") or not among(_SUFFERED_BY, text, start, people.start):
        return None
    verbs = list(_SUFFERED.finditer(text, start, people.start))
    if verbs and (
        (verbs[-1].group("lost") and not _are_lost(verbs[-1], people, context))
        or (verbs[-1].group("fell") and not context.actors_in(verbs[-1].end() - 1, verbs[-1].end() + 1))
    ):
        verbs.pop()  # «سقط له قتلى»: of whom is said farther before
    if not verbs or STOP.search(text, verbs[-1].end(), people.start) or _gave_else(verbs[-1], people):
        return None
    verb = verbs[-1]
    if verb.group("own"):
        return context.actor_before(verb.start(), span[0])
    behind = [one for one in context.actors_in(verb.end() - 1, people.start) if one.cls not in ("civilians", "protesters")]
    if behind:
        return behind[0 if verb.group("self") else -1].actor
    before = [one for one in context.actors_in(span[0], verb.start() + 1) if one.cls not in ("civilians", "protesters")]
    if whom := verb.group("whom") or verb.group("them"):
        return _agreeing(whom, before, text) or context.actor_before(verb.start(), span[0])
    return (_agreeing(_ending(verb), before, text) or before[-1].actor) if before and verb.group("self") else None


def _ending(verb: re.Match[str]) -> str:
    """The pronoun that goes with a verb's subject."""
    word = verb.group().strip()
    return "هم" if word.endswith(("وا", "ون")) else "ها" if word.endswith("ت") else "ه"


def _agreeing(ending: str, before: "Sequence[ActorMention]", text: str) -> str | None:
    """«هاجمت الجماعة مواقع الجيش وتكبدت 15 قتيلا»: who is meant by a verb behind those named: the last, or who alone agrees with it."""
    last = agreeing.gender(before[-1], text) if before else ""
    if last in ("", ending):
        return before[-1].actor if last else None
    agree = {one.actor for one in before if agreeing.gender(one, text) == ending}
    return agree.pop() if len(agree) == 1 else None


def ambushed(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«نصبت المقاومة كمينا للجماعة، أسفر عن مقتل 11»: for whom the ambush was laid that stands last before the dead; None elsewhere."""
    text = context.text
    at = text.rfind("كمين", max(span[0], people.start - _LAID_REACH), people.start) if people.noun.whose in ("", "victim") else -1
    laid = _LAID_FOR.match(text, at) if at >= 0 else None
    met = next(iter(context.actors_in(laid.end() - 1, laid.end() + _BESIDE)), None) if laid else None
    if met is None or met.cls in ("civilians", "protesters") or not _CAME_OF.search(text, met.stop, people.start):
        return None
    return met.actor if all(one.actor == met.actor for one in context.actors_in(met.stop, people.start)) else None


def _are_lost(verb: re.Match[str], people: People, context: Context) -> bool:
    """«فقد التنظيم 22 قتيلا», «الجماعة تفقد عشرات القتلى»: whether a verb has the dead for its object; not «فقد قتل الجيش …»."""
    behind = context.actors_in(verb.end() - 1, people.start)
    text = verb.string
    near = _IS_NAMED.fullmatch(text, verb.end(), behind[0].start) if behind else people.start - verb.end() <= 1
    if behind and near and _CAME_OF.search(text, behind[0].stop, people.start):
        return False  # «فقد الجيش ثقة الأهالي بعد حملة أوقعت 20 قتيلا»
    return people.noun.measure is not None and bool(near)


def _gave_else(verb: re.Match[str], people: People) -> bool:
    """«قدمت القوات المساعدة بعد سقوط قتلى»: whether what is given is something else, and people fell before."""
    return verb.group("gave") is not None and _AFTER.search(verb.string, verb.end() - 1, people.start) is not None


def attacked(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«هاجم التنظيم نقاطا للجيش وقتل 7 عناصر»: those whom a sentence says were attacked lost whom no word calls either side's.

    Where the attack was repelled, those who made it did. None where nobody is told to be attacked by another.
    """
    text = context.text
    if (met := exposed(people, span, context)) and _ANYBODY.fullmatch(text, people.start, people.stop):
        return met
    if on_them := _on_them(people, span, context):
        return on_them
    if not among(_ATTACKS_BY, text, *span) or not _ANYBODY.fullmatch(text, people.start, people.stop):
        return None
    attack = _ATTACKS.search(text, *span)
    sides = _sides(attack, span, context) if attack else ()
    if len(sides) < _SIDES or sides[0].actor == sides[1].actor:
        return None
    return sides[0].actor if _REPELLED.search(text, *span) else sides[1].actor


def _on_them(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«أدى هجومان على دوريتين إلى إصابة 9 عناصر»: the force on which a noun before people says that an attack was made, alone named."""
    text = context.text
    if not among(_ON_THEM_BY, text, span[0], people.start) or not _ANYBODY.fullmatch(text, people.start, people.stop):
        return None
    armed = [one for one in context.actors_in(*span) if one.cls not in ("civilians", "protesters")]
    if len({one.actor for one in armed}) != 1 or armed[0].start >= people.start:
        return None
    attack = _ON_THEM.search(text, span[0], people.start)
    met = attack is not None and _THINGS.fullmatch(text, attack.end(), armed[0].start) and not _REPELLED.search(text, *span)
    return armed[0].actor if met else None


def _sides(attack: re.Match[str], span: tuple[int, int], context: Context) -> Sequence["ActorMention"]:
    """Who attacked, and whom, where a word for an attack names both; none where it does not."""
    text = context.text
    armed = [one for one in context.actors_in(attack.end() - 1, span[1]) if one.cls not in ("civilians", "protesters")]
    before = next(iter(reversed(context.actors_in(span[0], attack.start() + 1))), None)
    if armed and before is not None and attack["verb"] and attack.start() - before.stop <= _RIGHT_BEFORE:
        return (before, armed[0]) if armed[0].start - attack.end() <= _STRUCK else ()  # «إن التنظيم استهدف تجمعا للجيش»
    if len(armed) < _SIDES or armed[0].start - attack.end() > _NEXT:
        return ()
    by, struck = armed[:_SIDES]
    between = text[by.stop : struck.start]
    of_those = between.isspace() or text[struck.start] == "ل" or _OF_THOSE.search(between) is not None
    return (by, struck) if of_those and len(between) <= _STRUCK else ()


def exposed(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«تعرض رتل للجيش لهجوم وقتل 13 عنصرا», «وقعت دورية للجيش في كمين»: whom the words before people say an attack met."""
    met = _EXPOSED.search(context.text, span[0], people.start) if among(_EXPOSED_BY, context.text, span[0], people.start) else None
    armed = [one for one in context.actors_in(met.end() - 1, people.start) if one.cls not in ("civilians", "protesters")] if met else []
    return armed[0].actor if met and armed and armed[0].start - met.end() <= _STRUCK else None
