"""Figures: how many people of which side were killed, wounded, captured …, as one place of the text says it."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from agents.extract import lockstep
from agents.extract.counted import byplace, nouns, own, tallied
from agents.extract.figures import apposed, breakdown, joints
from agents.extract.figures.counted import in_name, people_nouns
from agents.extract.figures.marks import marks
from agents.extract.figures.mention import AMONG, FigureMention
from agents.extract.harm import died, supposed
from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import DOERS
from agents.extract.harm.harm import Harm, harm
from agents.extract.harmed import downed, harmed, telling
from agents.extract.lockstep import Steps
from agents.extract.named import barenames, caught, fellows, mourned
from agents.extract.parties import doers, parties, soldiers
from agents.extract.parties.context import Context
from agents.extract.people.people import People, find_people
from agents.extract.people.victims import HOME
from agents.extract.words.lexicon import Hit
from agents.extract.words.numbers import Number
from agents.extract.words.spans import covered, first_from

if TYPE_CHECKING:
    from agents.extract.actors.actors import ActorMention
    from agents.extract.places.mention import PlaceMention

_BY_START = attrgetter("start")
_BEFORE_HARM = frozenset(["", "و", "ف", "ب", "ل", "وب", "ول", "فب", "ال", "وال", "ك", "لل"])  # particles of a word of harm
_NO_FORCE = frozenset(["unknown", "civilians"])
_DOZENS = 20
_DOERS = tuple(DOERS)
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
) -> Steps[list[FigureMention]]:
    """All figures of a folded text, in order. hits: by kind, those of victims.KINDS and harm.KINDS.

    country: the one most of the article is about (ISO code), whose forces «جنود» are where the sentence names no other.
    """
    names = [(one.start, one.stop) for one in actors if one.rule == "actor.name"]
    people = find_people(text, numbers, people_nouns(text, hits, names))
    yield lockstep.ITEMS
    items = [one for one in _items(hits, people, numbers) if not (isinstance(one, Harm) and in_name(one, names))]
    items.sort(key=_BY_START)
    starts = [item.start for item in items]
    spots = [one.start for one in places]
    forces = {one.start: one.stop for one in actors if one.actor not in _NO_FORCE}
    counts: list[Count] = []
    sentence_of: list[int] = []
    for index, (start, stop) in enumerate(sentences):
        here = items[bisect_left(starts, start) : bisect_left(starts, stop)]
        if any(isinstance(item, People) for item in here) and not supposed.asked(text, start, stop):
            yield lockstep.COUNTS
            line = Line(text, start, counts, len(counts), spots=spots, forces=forces)
            if any(map(_says, here)):
                _read(line, here, stop)
            else:
                telling.enter_all(line, [item for item in here if isinstance(item, People)])
            downed.settle(line, stop)
            sentence_of += [index] * (len(counts) - len(sentence_of))
    yield lockstep.BARE_NAMES
    barenames.add(counts, sentence_of, text, sentences, hits)
    caught.add(counts, sentence_of, text, sentences, hits)
    yield lockstep.DIED
    died.settle(counts, sentence_of, text, sentences)
    nouns.known_among(counts)
    mourned.add(counts, sentence_of, text, sentences, hits)
    yield lockstep.CONTEXT
    context = Context(text, sentences, hits, actors=actors, places=places, country=country)
    sides = yield from parties.sides(counts, sentence_of, context)
    yield lockstep.FIGURES
    return list(_figures(counts, sentence_of, sides, context))


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
    byplace.share_out(line)
    apposed.settle(line)
    own.settle(line)
    tallied.settle(line)


def _adjective(people: People) -> bool:
    """«الجيش العراقي»: whether it is rather the adjective of a noun before it than people; of families few words tell."""
    return people.noun is HOME or (people.noun.of_nation and people.definite and not people.counted)


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
    at = first_from(days, hit.start)
    here = at < len(days) and days[at].start == hit.start and days[at].stop == hit.stop
    return here and at + 1 < len(days) and days[at + 1].start - hit.stop <= 1


def _figures(counts: Sequence[Count], sentence_of: Sequence[int], sides: list[str], context: Context) -> Iterator[FigureMention]:
    """The counts of which something is told, each with its side; parts only with a subset of the guide."""
    index_of: dict[int, int] = {}
    made = 0
    breakdown.settle(counts, sides)
    byplace.settle(counts, sides)
    own.settle_sides(counts, sides)
    fellows.settle_sides(counts, sides)
    breakdown.together(counts)
    subsets = [
        None if one.part_of is None else one.people.noun.subset or soldiers.subset(one.people, side, context)
        for one, side in zip(counts, sides, strict=True)
    ]
    untold = _untold(counts, subsets)
    for at, count in enumerate(counts):
        part = count.part_of is not None
        parent = index_of.get(count.part_of) if count.part_of is not None and count.part_of >= 0 else None
        measures = count.measures or (counts[count.part_of].measures if parent is not None and count.part_of is not None else ())
        apart = own.OWN in count.rules
        subset = subsets[at]
        agent = doers.agent(count, sentence_of[at], context) if measures else None
        slayer = doers.whose_victims(count, context.sentences[sentence_of[at]][1], context) if agent else None
        if part and not apart and (subset is None or _fighters_of_force(count, subset, sides, sides[at])):
            continue
        bodies = context.text.endswith("افراد", count.people.start, count.people.stop)  # «عائلة من خمسة أفراد»
        if subset == "fighters" and (sides[at] == "civilians" or (bodies and sides[at] in _NO_FORCE)):
            continue  # «عنصران من الدفاع المدني»
        for measure in measures:
            if measure in telling.NOT_HARMED or (measure == "displaced" and _did_it(count, context.text)):
                continue
            if measure in _NOT_ROUND and _passing(measure, counts, at, sentence_of, sides[at]):
                continue
            if measure == "killed" and any(nouns.live(one, context.text) for one in _with_whole(counts, at)):
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
                    *untold.get(at, ()),
                    count.people.rule,
                    *marks(count, sides[at], measure, context.text),
                    *context.doubts(sentence_of[at]),
                ),
                killer=agent.start if agent and (doers.harms(agent, count, context.text) or agent is slayer) else -1,
            )


def _untold(counts: Sequence[Count], subsets: Sequence[str | None]) -> dict[int, list[str]]:
    """«21 عسكريا بينهم 9 إيرانيين»: by the index of the whole, rules that say how many those are who are no part of the guide."""
    found: dict[int, list[str]] = {}
    for count, subset in zip(counts, subsets, strict=True):
        whole, people = count.part_of, count.people
        if whole is not None and whole >= 0 and subset is None and people.low == people.high:
            found.setdefault(whole, []).append(f"{AMONG}{people.low}")
    return found


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


def _did_it(count: Count, text: str) -> bool:
    """«أن منفذي الهجوم فروا»: whether people are those who are known for what they did, and fled from there."""
    return not count.people.counted and text.startswith(_DOERS, count.people.start + len(count.people.particles))


def _passing(measure: str, counts: Sequence[Count], at: int, sentence_of: Sequence[int], side: str) -> bool:
    """Whether people are only spoken of: hundreds, one or dead who remain are no estimate, «مقتل 30 وفرار عدد منهم» no move.

    One who fled alone was not driven out.
    """
    people, head = counts[at].people, counts[at].harm
    unsaid = people.high is None and people.rule != "number.at-least"
    if measure == "remaining":
        return unsaid or people.high == 1 or people.noun.measure == "killed"
    if people.high == 1:
        return True
    fled = head is not None and head.kind == "masdar" and side not in _NO_FORCE
    return (
        fled
        and unsaid
        and (people.low or 0) < _DOZENS
        and any(sentence_of[near] == sentence_of[at] and counts[near].measures for near in (at - 1, at + 1) if 0 <= near < len(counts))
    )
