"""Whose people a figure counts, and who harmed them: by the noun, by what stands around it, by what was said before."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract import lockstep
from agents.extract.actors.forces import OWNED
from agents.extract.actors.register import IRREGULAR, classes
from agents.extract.actors.sides import enemies
from agents.extract.harm.counts import MIXED, Count
from agents.extract.harm.harm import Harm
from agents.extract.lockstep import Steps
from agents.extract.parties import (
    aboard,
    agreeing,
    fighters,
    foreigners,
    losers,
    neighbours,
    protests,
    ranks,
    soldiers,
    suspects,
    titled,
    toldtwice,
)
from agents.extract.parties.context import Context
from agents.extract.people.people import People
from agents.extract.people.victims import ARMS

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention

_TAIL_REACH = 45
_AND_OF = re.compile(r"[\s،]*و(?:من|في\sصفوف)\s")  # «32 قتيلا منها ومن خصومها»: of two parties
_NO_SUBJECT = re.compile(
    r"[\s\"»]*(?:$|[.،؛:\n]|\s(?:في|ب\S+|خلال|اثر|جراء|نتيجه|قرب|علي|وا?صابه|وجرح)\s)"
)  # behind who is no subject of more
_MOSTLY = re.compile(  # «45 جريحا غالبيتهم من قوات الأمن»: the others are not
    r"\s?،?\s(?:غالبي[هت]|معظم|اغلب|اكثر)[\u0621-\u064a]*\s(?:من\s)?(?:عناصر\s|افراد\s|رجال\s)?(?:قوات\s|اجهزه\s)?(?:ال)?(?:قوات|امن|جيش|شرطه|عسكري|جنود)"
)
_BELONG = re.compile(r"(?:ينتم|منتم|انتما)\S+\s")  # «ينتمون لجماعة كذا ولحزب كذا»
_BOTH = re.compile(
    r"\s(?:(?:من|لدي|(?:في|من)\sصفوف)\s)?(?:كلا\s)?(?:الطرفين|الجانبين|الفريقين)(?![\u0621-\u064a])"
)  # «20 مقاتلا من الطرفين»
_WHOSE = re.compile(r"[\s،\"»]*\s?(?:التي|الذي|الذين)\s(?![^،]*\s(?:التي|الذي|الذين)\s)")
_NEAR = re.compile(r"\s(?:قرب|قبال|عند|علي|في|داخل|من|الي)\s(?:ال)?\S+\s")  # «شرطيين قرب الحدود السورية»
_MINORS = frozenset(["children", "women"])
_UNARMED = frozenset(["children", "women", "journalists", "medics"])
_LONG_REACH = 140  # characters between a word of a period and the people it covers
_AND_CIVILIANS = re.compile(r"(?:\s[^\s،.]+){0,2}?\sو(?:من\s)?(?:ال)?مدني(?:ين|ون)(?!\s(?:اثن|اخر))")  # «المئات من الجيش والشرطة والمدنيين»
_WITH_ONE = (["figure.chained"], ["figure.besides"], ["figure.together"])  # rules of those told of with one before them
_OF_PARTY = re.compile(  # «قياديي حزب كذا», «أعضاء من البرلمان»
    r"\s(?:(?:بارز\S*|كبير|محلي\S*)\s)?(?:(?:في|من)\s|ب)?[\"«]?"
    r"(?:حزب|احزاب|(?:ال)?(?:دفاع|حمايه)\s(?:ال)?مدني\S*|(?:ال)?(?:هلال|صليب)\s(?:ال)?احمر|(?:ال)?خوذ\S*\s(?:ال)?بيضاء|(?:ال)?برلمان|مجلس\s(?:ال)?(?:نواب|محلي|بلدي)|(?:ال)?(?:نقاب\S+|لجنه|هيئه)|بلديه)(?=\s|[،.])"
)
_BY_FIRE = ("برصاص", "بنيران", "بقصف", "بغار", "بصواريخ")  # «إصابات برصاص إسرائيل»: who shot, not who was hurt
_ITS_MEN = ("رجاله", "رجالها", "رجالهم")


def sides(counts: Sequence[Count], sentence_of: Sequence[int], context: Context) -> Steps[list[str]]:
    """The party of each count, in order; ``unknown`` where nothing says it."""
    found: list[str] = []
    named: toldtwice.Named = {}
    told_in = neighbours.telling(counts, sentence_of)
    inherited: set[int] = set()
    guessed: set[int] = set()
    for at, count in enumerate(counts):
        if sentence_of[at] not in told_in:
            found.append("unknown")
            continue
        before = found[at - 1] if at and sentence_of[at - 1] == sentence_of[at] else ""
        whole = found[count.part_of] if count.part_of is not None and count.part_of >= 0 else ""
        span = context.sentences[sentence_of[at]]
        yield lockstep.SIDES
        side = _said(counts, at, span, context, before=before, whole=whole)
        if side is None and before and neighbours.inherits(count, counts[at - 1]):
            side = neighbours.of_all_before(counts, at, sentence_of, found)
            if count.people.noun.whose in ("", "victim") and not count.people.other:
                inherited.add(at)
        if at and (known := neighbours.goes_on(counts, at, sentence_of, found, context)) is not None:
            others = count.people.other and not neighbours.says_whose(count.people, context)
            side = found[known] if side is None or others else side
        if at and count.people.other:
            side = neighbours.one_more(counts, at, sentence_of, found, context.text) or side
        if side is None:
            guessed.add(at)
        found.append(toldtwice.as_named(count, side or _default(count, span, context), named, context))
        if _mixes(count, counts, context):
            found[count.part_of or 0] = "unknown"
            counts[count.part_of or 0].rules.append(MIXED)
        if count.people.noun.subset in _UNARMED and whole not in ("", "civilians") and counts[count.part_of or 0].people.other:
            found[count.part_of or 0] = "unknown"  # «14 آخرين بينهم 6 أطفال» are no soldiers all
    yield lockstep.SHARED_SIDES
    toldtwice.head_as_told(counts, sentence_of, found, named, context)
    unsaid = {**dict.fromkeys(guessed, "guessed"), **dict.fromkeys(inherited, "inherited")}
    neighbours.share_backwards(counts, sentence_of, found, context, unsaid)
    neighbours.share_out(counts, sentence_of, found, guessed)
    return found


def _mixes(count: Count, counts: Sequence[Count], context: Context) -> bool:
    """«39 شخصا بينهم مدنيون»: where some are civilians, others are none, and the number is of no one party."""
    if count.part_of is None or count.part_of < 0 or context.text.find("مدني", count.people.start, count.people.stop) < 0:
        return False
    return _whose_left_open(counts[count.part_of]) or counts[count.part_of].people.other


def _said(counts: Sequence[Count], at: int, span: tuple[int, int], context: Context, *, before: str, whole: str) -> str | None:
    """The party that the words around a count say; None where they do not. before, whole: those of the count before, of the whole."""
    count, people = counts[at], counts[at].people
    if _with_civilians(counts, at, context.text) or _BOTH.match(context.text, people.stop) or _MOSTLY.match(context.text, people.stop):
        count.rules.append(MIXED)
    if MIXED in count.rules or ranks.no_men(count, context):
        return "unknown" if MIXED in count.rules else "civilians"
    if (
        before not in ("", *neighbours.NO_FORCE)
        and people.noun.form == "own"
        and count.rules[-1:] in _WITH_ONE
        and counts[at - 1].people.high == 1
    ):
        return before  # «قائد كتيبة في القوات وثلاثة من جنوده»
    whole = whole and losers.of_whole(count, whole, context)
    side = before if before and neighbours.of_those_before(counts, at, before, context) else None  # «30 آخرين منهم»
    if home := soldiers.from_land(count, context):
        return f"gov:{home}"
    if side is None and (loser := losers.loser(count, span, context) or losers.mourner(count, span, context)):
        return loser
    side = side or aboard.party(people, span, context)
    if side is None:
        counts_up = count.harm if "figure.tally" in count.rules and (_whose_left_open(count) or people.noun.whose == "state") else None
        in_ranks = neighbours.in_ranks(people, context)
        side = titled.official(people, context) or (_of_named(people, span, context) if in_ranks else None)
        side = side or _own(
            people, span, context, neighbours.following(counts, at, span[1]), counts_up, given_up="surrendered" in count.measures
        )
    of_them = neighbours.says_of_them(people, context)
    side = (neighbours.of_foes(count, side, before, span, context) if side and of_them else None) or side
    if of_them or (side is None and people.noun.whose in ("armed", "")):
        side = agreeing.other(people, span, context) or side
    if side in (None, "civilians", "unknown") and not suspects.MEASURES.isdisjoint(count.measures):
        side = suspects.force(people, context, span[1]) or side
    if side is None:
        side = agreeing.of_them(people, span, context) or losers.suffered(count, span, context)
        side = side or losers.ambushed(people, span, context) or titled.party(count, span, context)
    if whole and (side is None or (people.noun.whose == "state" and not soldiers.nation(people, context))):
        side = whole if whole not in neighbours.NO_FORCE else side
    if people.noun.subset in _MINORS and _also_of(whole) and not counts[count.part_of or 0].people.other:
        return whole  # «سبعة حوثيين بينهم ثلاثة أطفال»
    return side


def _with_civilians(counts: Sequence[Count], at: int, text: str) -> bool:
    """«20 شخصا من جنود ومدنيين», «المئات من الجيش والمدنيين»: whether a number is of people in arms and of others, not counted apart."""
    people = counts[at].people
    if not (people.counted and people.noun.whose in ARMS and " من " in text[people.start : people.stop]):
        return False
    others = _AND_CIVILIANS.match(text, people.stop)
    return others is not None and not (at + 1 < len(counts) and counts[at + 1].people.start < others.end())


def _also_of(whole: str) -> bool:
    """Whether children and women who are part of these people are theirs too: of a crowd, of an irregular force."""
    return whole == "protesters" or whole.partition(":")[0] in IRREGULAR or classes().get(whole) in IRREGULAR


def _own(
    people: People, span: tuple[int, int], context: Context, following: int, tally: Harm | None = None, *, given_up: bool = False
) -> str | None:
    """What the noun and the words right after it say, up to the people that follow; None where they do not.

    given_up: whether people gave themselves up, so that who is named behind «to» took them.
    """
    whose = people.noun.whose
    if whose in ("civilians", "protesters", "rioters"):
        side = _unarmed(people, span, context)
        return None if people.noun.nation and side == whose else side  # «12 شابا سوريا»: as of «12 سوريا», the rest says it
    text, stop = context.text, span[1]
    of_before = people.noun.form == "own" and whose == "state"  # «ثلاثة من جنودها في التحالف»: of whom is named before
    behind_them = min(people.stop + _TAIL_REACH + 1, max(following, people.stop))
    near = () if of_before else context.actors_in(people.start, behind_them)
    tail = ranks.TAIL.match(text, people.stop, min(people.stop + _TAIL_REACH, stop)) if near else None
    reach = tail.end() + 1 if tail else people.stop + 2
    held = ranks.held_by(people, context) if near else None
    for actor in near:
        if actor.start >= reach:
            break
        if (given_up and fighters.takes(people, actor, text)) or ranks.no_owner(actor, people, near, text):
            continue  # «سلم 30 مسلحا أنفسهم للجيش»
        if actor.start < people.stop and (
            (actor.rule == "actor.last" and _named_behind(people, near, reach))
            or (actor.rule == "actor.nation" and _NEAR.search(text, people.stop, actor.stop))
            or (actor.rule == "actor.context" and whose == "state" and context.mourned(*span))
        ):
            continue  # whose «رجال الأمن» are, where a state mourns them, is said by where they fell
        joined = text[actor.start] == "و" and tail is not None and not tail.group().strip()  # «14 قتيلا وتنظيم كذا يتبنى»
        if (
            actor.cls not in ("civilians", "protesters")
            and not (joined or text.startswith(_BY_FIRE, actor.start))
            and not _conflicts(people, actor)
        ):
            one = held or soldiers.of_struck(actor, people, span, context) or actor.actor
            return "unknown" if _and_of_others(actor, near, text, context.country) else one
    behind = ranks.behind_tally(people, tally, context) if tally is not None else None
    if whose == "state":
        return behind or soldiers.party(people, span, context)
    of_others = whose != "person" and not people.noun.of_nation  # «12 شخصا منهم طفلان»: of themselves
    them = neighbours.of_them(people, context) if of_others else None
    if them and (_AND_OF.match(text, them.end()) or (text.startswith(" و", them.end()) and context.actors_in(them.end(), them.end() + 3))):
        return "unknown"  # «32 مسلحا منها والتنظيم»
    if them or (people.noun.form == "own" and not people.other) or text.endswith("منهم", people.start, people.stop):
        return _of_named(people, span, context)
    return behind or ranks.unarmed(people, context) if tally is not None else ranks.within(people, span, context)


def _unarmed(people: People, span: tuple[int, int], context: Context) -> str:
    """What a noun of people without arms says of them, or whom «5 من الشباب», a group of that name, and «أربعة من رجالها» mean."""
    if people.noun.form == "own" and context.text.endswith(_ITS_MEN, people.start, people.stop):
        return _of_named(people, span, context) or people.noun.whose
    if force := ranks.men_of(people, context) or ranks.belonging(people, context):
        return force
    named = next((one for one in context.actors_in(people.start, people.stop) if " من " in context.text[people.start : one.start]), None)
    return named.actor if named and named.cls in IRREGULAR else people.noun.whose


def _and_of_others(actor: "ActorMention", near: Sequence["ActorMention"], text: str, country: str) -> bool:
    """«14 قتيلا من الجيش ومن الجماعة»: whether people of another party are counted with those of the one named first."""
    more = _AND_OF.match(text, actor.stop)
    if more is not None:
        return any(one.actor != actor.actor and one.start <= more.end() + 1 for one in near if one.start >= actor.stop)
    foe = next((one for one in near if actor.stop < one.start <= actor.stop + 1), None)  # «34 قتيلا من المعارضة والنظام»
    two = foe is not None and foe.actor != actor.actor and _BELONG.search(text, max(actor.start - 12, 0), actor.start) is not None
    if foe is None or text[foe.start] != "و" or not (two or enemies(country, actor.actor, foe.actor)):
        return False
    return _NO_SUBJECT.match(text, foe.stop) is not None


def _named_behind(people: People, near: Sequence["ActorMention"], reach: int) -> bool:
    """«المسلحين من تنظيم كذا»: a name behind the noun goes before whom the noun alone would mean."""
    return any(one.rule == "actor.name" and people.stop <= one.start < reach and one.cls in IRREGULAR for one in near)


def _whose_left_open(count: Count) -> bool:
    """Whether the noun itself leaves open what people they are."""
    return count.people.noun.whose in ("", "person", "victim")


def _of_named(people: People, span: tuple[int, int], context: Context) -> str | None:
    """«الشرطة التي قتل 20 من أفرادها», «عناصرها», «منهم»: people of one named before."""
    relative = _WHOSE.search(context.text, max(span[0], people.start - 60), people.start)
    named = [one for one in context.actors_in(span[0], relative.start()) if relative.start() - one.stop <= 2] if relative else []
    first = context.sentences[max(0, bisect_left(context.sentences, span) - 1)][0]
    if named:
        return named[-1].actor
    if of_it := agreeing.party(people, span, context) or losers.exposed(people, span, context):
        return of_it
    told = context.unarmed_before(people, span[0]) or fighters.of_those_named(people, span, context)
    return (
        told
        or soldiers.named_before(people, span, context)
        or soldiers.teller(people, span, context)
        or context.actor_before(people.start, first)
        or ranks.of_base(people, span, context)
    )


def _conflicts(people: People, actor: "ActorMention") -> bool:
    """«12 مسلحا … الجيش»: an army's name behind rebels is not theirs; nor a rebel's behind soldiers, but «عناصر من الجيش الحر» are his."""
    whose = people.noun.whose
    guessed = actor.cls != "rebel" and actor.rule == "actor.last"
    behind = actor.start >= people.stop  # «5 من ميليشيات الدفاع الوطني» name it themselves
    soldiers_of = whose == "state" and actor.cls == "rebel" and behind and actor.rule != OWNED  # «ضابط في الداخلية التابعة للجماعة»
    return (whose == "rebels" and ((actor.cls == "state" and behind) or guessed)) or soldiers_of


def _default(count: Count, span: tuple[int, int], context: Context) -> str:
    """What the sentence and the article say of people whose side their own words leave open."""
    people, whose = count.people, count.people.noun.whose
    if whose in ("leader", "armed") and _OF_PARTY.match(context.text, people.stop):
        return "civilians"
    if whose in ("armed", "rebels", "suspects") or aboard.crew(people, context.text):
        return fighters.party(count, span, context)
    if whose == "leader":
        return fighters.leaders(count, span, context)
    if whose == "official" or (whose == "prisoner" and "captured" not in count.measures):
        return "civilians"
    if protests.of_crowd(count, span, context):
        return "protesters"
    return foreigners.party(count, span, context)


def is_cumulative(count: Count, sentence: int, context: Context) -> bool:
    """Whether a word in the sentence says that the figure covers a period: «منذ», «إجمالي»."""
    start, stop = context.sentences[sentence]
    people = count.people
    return context.long_in(max(start, people.start - _LONG_REACH), min(stop, people.stop + _LONG_REACH))
