"""Figures: how many people of which side were killed, wounded, captured …, as one place of the text says it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from agents.extract.figures import apposed, breakdown, joints
from agents.extract.figures.mention import ATTACKERS, KNOWN, OTHER, OTHERS, TOLD, FigureMention
from agents.extract.harm import alone, caught, downed, elsewhere, harmed, mourned, nouns, own, telling
from agents.extract.harm.counts import Count, Line
from agents.extract.harm.harm import HURT, Harm, harm
from agents.extract.parties import doers, fighters, parties, soldiers
from agents.extract.parties.context import Context
from agents.extract.people.people import People, find_people
from agents.extract.people.victims import Noun, noun
from agents.extract.words.alike import are_students
from agents.extract.words.lexicon import Hit
from agents.extract.words.numbers import Number
from agents.extract.words.spans import covered

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.places.mention import PlaceMention

_SETTLER, _SETTLERS_OF = "مستوطن", "IL"  # people who live beyond the border of their nation
_BEFORE_HARM = frozenset(["", "و", "ف", "ب", "ل", "وب", "ول", "فب", "ال", "وال", "ك", "لل"])  # particles of a word of harm
_PILOT, _WITHOUT = "طيار", ("دون ", "بلا ")  # «طائرات بدون طيار»
_FAMILY, _OF_PEOPLE = ("عائله كامل", "اسره كامل"), re.compile(r"\s(?:[^\s،.]+\s)?من\s")
_AMONG_THE = re.compile(r"(?:بين|ضمن|عداد) ال")
_NO_FORCE, _BEFORE_GENITIVE = frozenset(["unknown", "civilians"]), frozenset(["ل", "ب", "ول", "وب", "ك"])
_GENITIVE = re.compile(r"(?:^|\s)[وف]?(?:من|علي|ضد|مع|بين|عن|الي|قبل|لدي|حركه|مسلحي|مقاتلي|عناصر)\s$")
_LAST_OF = re.compile(r"\sال(?!اثنين)[\u0621-\u064a]+(?:ين|ات)(?![\u0621-\u064a])")  # not «وقتل آخر الاثنين»
_ATTACKER = re.compile(
    r"(?<![\u0621-\u064a])مهاجم(?:ا|ين|ون)(?![\u0621-\u064a])|ال(?:مهاجم|منفذ|انتحاري[يو])|منفذي?\s(?:ال)?(?:هجوم|عملي|اعتداء|تفجير|طعن|دهس)"
)
_FIGHTER = re.compile(r"مسلح|عنصر|مقاتل|ارهابي|متشدد")  # «43 مسلحا من المهاجمين» fell in a fight that is told of so
_OF_ATTACK = 9  # characters behind «منفذ» in which the attack begins
_BY_START, _DOZENS = attrgetter("start"), 20
_NOT_ROUND = frozenset(["remaining", "displaced"])


def find_figures(
    text: str,
    sentences: Sequence[tuple[int, int]],
    hits: Mapping[str, Sequence[Hit]],
    numbers: Sequence[Number],
    *,
    actors: Sequence["ActorMention"] = (),
    places: Sequence["PlaceMention"] = (),
    country: str = "",
) -> list[FigureMention]:
    """All figures of a folded text, in order. hits: by kind, those of victims.KINDS and harm.KINDS.

    country: the one most of the article is about (ISO code), whose forces «جنود» are where the sentence names no other.
    """
    names = [(one.start, one.stop) for one in actors if one.rule == "actor.name"]
    nouns = [one for one in hits.get("victim", ()) if not (_not_counted(text, one) or (_in_name(one, names) and _is_one(noun(one.value))))]
    nations = [hit for hit in hits.get("nation", ()) if not (hit.value.endswith("/adjective") or _in_name(hit, names))]
    if nations:
        nouns = sorted([*nouns, *nations], key=lambda hit: (hit.start, -hit.stop))
    people = find_people(text, numbers, _apart(text, nouns, hits.get("joint", ())))
    items = [one for one in _items(hits, people, numbers) if not (isinstance(one, Harm) and _in_name(one, names))]
    items.sort(key=_BY_START)
    starts = [item.start for item in items]
    spots = [one.start for one in places]
    forces = {one.start: one.stop for one in actors if one.actor not in _NO_FORCE}
    counts: list[Count] = []
    sentence_of: list[int] = []
    for index, (start, stop) in enumerate(sentences):
        here = items[bisect_left(starts, start) : bisect_left(starts, stop)]
        if any(isinstance(item, People) for item in here):
            line = Line(text, start, counts, len(counts), spots=spots, forces=forces)
            if any(map(_says, here)):
                _read(line, here, stop)
            else:
                telling.enter_all(line, [item for item in here if isinstance(item, People)])
            sentence_of += [index] * (len(counts) - len(sentence_of))
    alone.add(counts, sentence_of, text, sentences, hits)
    caught.add(counts, sentence_of, text, sentences, hits)
    mourned.add(counts, sentence_of, text, sentences, hits)
    context = Context(text, sentences, hits, actors=actors, places=places, country=country)
    return list(_figures(counts, sentence_of, context))


def _apart(text: str, nouns: Sequence[Hit], joints: Sequence[Hit]) -> Sequence[Hit]:
    """The nouns without those of a joint («بين القتلى طفلان»), where what follows says no more of them («بين القتلى الحوثيين»)."""
    among = [(hit.start, hit.stop) for hit in joints if hit.value == "among" and _AMONG_THE.search(text, hit.start, hit.stop)]
    if not among:
        return nouns
    return [
        one
        for one, after in zip(nouns, [*nouns[1:], None], strict=True)
        if not covered(among, one.start) or (after is not None and after.start - one.stop <= 1 and _says_more(after))
    ]


def _says_more(after: Hit) -> bool:
    """Whether a noun is an adjective of several before it; «بين القتلى القائد علي» names one of them."""
    return after.proclitic.endswith("ال") and noun(after.value).form != "one"


def _not_counted(text: str, one: Hit) -> bool:
    """«هجوم لطالبان»: two of them would have another ending behind a particle or a preposition. «آخر المتحصنين»: the last of all."""
    if text.startswith("اخر", one.start + len(one.proclitic)) and _LAST_OF.match(text, one.stop):
        return True
    if text.startswith(_FAMILY, one.entry_start) and _OF_PEOPLE.match(text, one.stop):
        return True  # «عائلة كاملة من خمسة أفراد»: these are counted
    if text.startswith(_PILOT, one.entry_start) and text.endswith(_WITHOUT, 0, one.start):
        return True
    if not text.endswith("طالبان", one.start, one.stop):
        return False
    doing = one.proclitic == "" and not are_students(text, one.start, one.stop)  # «قتلت طالبان 7 جنود»
    return doing or one.proclitic in _BEFORE_GENITIVE or _GENITIVE.search(text, max(one.start - 9, 0), one.start) is not None


def _is_one(what: Noun) -> bool:
    """Whether a noun is of one or two men of no force, as an adjective («التحالف العربي») or a plural («طالبان») may be written."""
    return what.form in ("one", "two") and what.whose in ("", "person", "civilians")


def _in_name(one: Hit | Harm, names: Sequence[tuple[int, int]]) -> bool:
    """«حركة طالبان» is no two students, «هيئة تحرير الشام» frees nobody: whether a word is a later part of a name. names: spans, sorted."""
    at = bisect_left(names, (one.start,))
    return at > 0 and names[at - 1][1] >= one.stop


def _says(item: Harm | People | Hit) -> bool:
    """Whether an item may say something of people: without one such a sentence only names or counts them."""
    if isinstance(item, People):
        return item.noun.measure is not None
    return isinstance(item, Harm) or item.value in ("among", "joint")


def _read(line: Line, items: Sequence[Harm | People | Hit], stop: int) -> None:
    """All items of one sentence, by start. stop: where it ends."""
    for at, item in enumerate(items):
        if isinstance(item, Harm):
            harmed.enter(line, item, next((one for one in items[at + 1 : at + 3] if isinstance(one, People) and not _adjective(one)), None))
        elif isinstance(item, People):
            telling.enter(line, item)
        else:
            joints.enter(line, item)
    nouns.close(line)
    elsewhere.share_out(line)
    apposed.settle(line)
    own.settle(line)
    downed.settle(line, stop)


def _adjective(people: People) -> bool:
    """«الجيش العراقي»: whether it is rather the adjective of a noun before it than people."""
    return people.noun.of_nation and people.definite and not people.counted


def _items(hits: Mapping[str, Sequence[Hit]], people: Sequence[People], numbers: Sequence[Number]) -> Iterator[Harm | People | Hit]:
    """Words of harm, people and joints, without those that are only a part of another."""
    links = [hit for hit in hits.get("joint", ()) if hit.proclitic in ("", "و", "ف")]
    hiding = [(hit.start, hit.stop) for hit in links if hit.value in ("joint", "among")]
    days = hits.get("time", ())
    words = [harm(hit) for hit in hits.get("harm", ()) if hit.proclitic in _BEFORE_HARM and not _dawn(hit, days)]
    hiding += [(word.start, word.stop) for word in words if word.kind == "tally"]
    hiding += [(word.start + 1, word.stop) for word in words]  # «العثور على جثث»
    hiding.sort()
    shown = [one for one in people if not covered(hiding, one.start)]
    yield from shown
    spans = [(one.start, one.stop) for one in shown]
    counted = {number.stop for number in numbers if number.form != "label"}  # «90 إصابة» is no word of harm; «في 2023 مقتل 40» has one
    yield from (
        word
        for word in words
        if not covered(spans, word.start) and not (word.kind == "masdar" and word.proclitic == "" and word.start - 1 in counted)
    )
    numbered = [(number.start, number.stop) for number in numbers]
    yield from (hit for hit in links if not covered(numbered, hit.start) and (hit.value == "joint" or not covered(spans, hit.start)))


def _dawn(hit: Hit, days: Sequence[Hit]) -> bool:
    """«فجر اليوم»: a part of a day before its day, that is spelt like a verb."""
    at = bisect_left(days, (hit.start,))
    here = at < len(days) and days[at].start == hit.start and days[at].stop == hit.stop
    return here and at + 1 < len(days) and days[at + 1].start - hit.stop <= 1


def _figures(counts: Sequence[Count], sentence_of: Sequence[int], context: Context) -> Iterator[FigureMention]:
    """The counts of which something is told, each with its side; parts only with a subset of the guide."""
    index_of: dict[int, int] = {}
    made = 0
    sides = parties.sides(counts, sentence_of, context)
    breakdown.settle(counts, sides)
    elsewhere.settle(counts, sides)
    own.settle_sides(counts, sides)
    breakdown.together(counts)
    for at, count in enumerate(counts):
        part = count.part_of is not None
        parent = index_of.get(count.part_of) if count.part_of is not None and count.part_of >= 0 else None
        measures = count.measures or (counts[count.part_of].measures if parent is not None and count.part_of is not None else ())
        apart = own.OWN in count.rules
        subset = (count.people.noun.subset or soldiers.subset(count.people, sides[at], context)) if part else None
        agent = doers.agent(count, sentence_of[at], context) if measures else None
        if part and not apart and (subset is None or _fighters_of_force(count, subset, sides, sides[at])):
            continue
        bodies = context.text.endswith("افراد", count.people.start, count.people.stop)  # «عائلة من خمسة أفراد»
        if subset == "fighters" and (sides[at] == "civilians" or (bodies and sides[at] in _NO_FORCE)):
            continue  # «عنصران من الدفاع المدني»
        for measure in measures:
            if measure in telling.NOT_HARMED or (measure in _NOT_ROUND and _passing(measure, counts, at, sentence_of, sides[at])):
                continue
            if measure == "killed" and any(nouns.live(one.people, context.text) for one in _with_whole(counts, at)):
                continue
            index_of.setdefault(at, made)
            made += 1
            yield FigureMention(
                count.people.start,
                count.people.stop,
                sentence_of[at],
                measure,
                sides[at],
                count.people.low,
                count.people.high,
                subset,
                parent,
                parties.is_cumulative(count, sentence_of[at], context),
                agent.actor if agent else None,
                (
                    *count.rules,
                    count.people.rule,
                    *_armed(count, sides[at], context.text),
                    *_attackers(count, measure, context.text),
                    *_nation(count, context.text),
                    *((OTHER if count.people.high == 1 else OTHERS,) if count.people.other else ()),
                    *_known(count, measure, context.text),
                    *context.doubts(sentence_of[at]),
                ),
                killer=agent.start if agent and doers.harms(agent, count, context.text) else -1,
            )


def _with_whole(counts: Sequence[Count], at: int) -> Iterator[Count]:
    """A count, and that of the whole of which it is a part."""
    yield counts[at]
    if (whole := counts[at].part_of) is not None and whole >= 0:
        yield counts[whole]


def _fighters_of_force(count: Count, subset: str, sides: Sequence[str], side: str) -> bool:
    """«14 من الجيش والمسلحين، بينهم مقاتلون أجانب»: of a force, that some are fighters tells no part, unless so many are of another."""
    whole = sides[count.part_of] if count.part_of is not None and count.part_of >= 0 else "unknown"
    others = count.people.counted and side not in (whole, "unknown", "civilians") and not side.startswith("rebel:")
    return subset == "fighters" and whole not in ("unknown", "civilians", "protesters") and not others


def _passing(measure: str, counts: Sequence[Count], at: int, sentence_of: Sequence[int], side: str) -> bool:
    """Whether people are only spoken of: hundreds, one or dead who remain are no estimate, «مقتل 30 وفرار عدد منهم» no move."""
    people, head = counts[at].people, counts[at].harm
    unsaid = people.high is None and people.rule != "number.at-least"
    if measure == "remaining":
        return unsaid or people.high == 1 or people.noun.measure == "killed"
    fled = head is not None and head.kind == "masdar" and side not in _NO_FORCE
    return (
        fled
        and unsaid
        and (people.low or 0) < _DOZENS
        and any(sentence_of[near] == sentence_of[at] and counts[near].measures for near in (at - 1, at + 1) if 0 <= near < len(counts))
    )


def _nation(count: Count, text: str) -> tuple[str, ...]:
    """``people.of.IL`` where the noun is that of a nation's people, or of its settlers abroad."""
    people = count.people
    if nation := people.noun.nation or (people.noun.whose if people.noun.of_nation else ""):
        return (f"people.of.{nation}",)
    settled = people.noun.whose == "civilians" and text.find(_SETTLER, people.start, people.stop) >= 0
    return (f"people.of.{_SETTLERS_OF}",) if settled else ()


def _known(count: Count, measure: str, text: str) -> tuple[str, ...]:
    """``people.known`` where one was caught who is known from what he did («اعتقال المهاجم»); ``people.told`` of «القتلى الثلاثة»."""
    people = count.people
    if people.definite and people.counted and people.low == people.high and text.startswith("ال", people.start):
        return (TOLD,)  # not «27 من المسلحين»
    return (KNOWN,) if measure == "captured" and people.definite and not people.counted and people.noun.form == "one" else ()


def _attackers(count: Count, measure: str, text: str) -> tuple[str, ...]:
    """``people.attackers`` where those who were killed or hurt made an attack that is known («المهاجمين الثلاثة», «منفذ الهجوم»)."""
    people = count.people
    if downed.DOWNED in count.rules:
        return (ATTACKERS,)
    if measure not in HURT or people.noun.whose not in ("armed", "rebels", "suspects"):
        return ()
    attacked = _ATTACKER.search(text, people.start, people.stop + _OF_ATTACK)
    return (ATTACKERS,) if attacked and not _FIGHTER.search(text, people.start, attacked.start()) else ()


def _armed(count: Count, side: str, text: str) -> tuple[str, ...]:
    """``people.armed`` where the noun says that people of no known side bore arms: «مسلح مجهول» is no civilian."""
    arms = side == "unknown" and count.people.noun.whose in ("armed", "rebels", "suspects", "state")
    return ("people.armed",) if arms and not fighters.anybody(count.people, text) else ()
