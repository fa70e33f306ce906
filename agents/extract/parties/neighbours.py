"""Neighbours: of whom people are, as those say who are counted beside them («مقتل 21 وإصابة 36 من الحوثيين»)."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set

from agents.extract.counted.chains import without_source
from agents.extract.harm.counts import Count
from agents.extract.parties.context import Context
from agents.extract.parties.soldiers import nation
from agents.extract.people.people import People
from agents.extract.people.victims import ARMS, FIGHTERS
from agents.extract.words.ranks import RANKS
from agents.extract.words.spans import first_from
from agents.extract.words.wordlists import any_of

_PORTIONED, _PORTIONS = 5, 6  # people: fewer add up by accident; counts among which portions are sought
NO_FORCE = frozenset(["unknown", "civilians", "protesters"])
_PARTS = 3  # of a number that are looked at
_OPENS = 14  # characters before a number that a sentence opens with: «وأصيب», «كما أصيب»
_FAR = 70  # the same, with who says so in between
_JOINED = 14  # characters between a number and the one that says of both whose people they are
_IN_RANKS = r"(?:في|من|ب)\s?صفوف(?:هم|ها|ه)"
OF_THEM = re.compile(rf"[\s\"«»]*(?:من(?:هم|ها|ه)|وسطهم|وسطها|{_IN_RANKS})(?![\u0621-\u064a])")
_SAYING = "قال|اضاف|ذكر|افاد|اوضح|اكد|اعلن|تابع|اشار"
_RANKS = re.compile(rf"\s{_IN_RANKS}(?![\u0621-\u064a])")
_MANAGED = re.compile(rf"(?<![\u0621-\u064a])[وف]?[يت]?(?:{any_of('acts', 'managing')}|ستطيع)(?:ت|وا)?\s(?:[^\s،.:]+\s){{1,4}}(?:من|في)\s$")
_TOLD = re.compile(rf"[\"«]?و?(?:{_SAYING})(?:ت|وا)?\s[^.؛\n]{{3,80}}?\s[بل]?ان\s")  # who says so, and no more
_AND_HURT = ("واصاب", "وجرح", "واسر", "واعتقال", "وفقدان", "واصيب")  # «مقتل عدد من الجنود وإصابة بعض منهم»
_BEHIND = 2  # characters between a verb and who did it
_NEXT = 2  # characters between people and what befell some of them
_THEY_TOO = ("اصاب", "يصيب", "اعتقل", "اسر", "خطف")  # letters with which a verb begins whose subject did what was told before it too


def telling(counts: Sequence[Count], sentence_of: Sequence[int]) -> set[int]:
    """The sentences that tell something of people, there or where they are counted in parts: of all others no side is asked for."""
    found = set()
    for count, sentence in zip(counts, sentence_of, strict=True):
        if count.measures or count.part_of is not None:
            found.add(sentence)
        if count.part_of is not None and count.part_of >= 0:
            found.add(sentence_of[count.part_of])
    return found


def following(counts: Sequence[Count], at: int, stop: int) -> int:
    """Where people joined by «و» follow a count, whose party is not its own; else where its sentence ends."""
    if at + 1 == len(counts):
        return stop
    people = counts[at + 1].people
    joined = people.particles[:1] == "و" and people.noun.whose not in ("", "victim", "leader")
    return people.start if joined else stop


def of_them(people: People, context: Context) -> re.Match[str] | None:
    """«أصيب اثنان منهم», «في صفوفهم»: words behind people by which they are of some who were told of; not «13 عنصرا منهم قائد»."""
    found = OF_THEM.match(context.text, people.stop)
    if found is None or not (people.counted and people.noun.whose):
        return found
    behind = found.end() + 1
    parts = ("victim", "nation", "number") if found.group().endswith("منهم") else ()
    for hits in (context.hits.get(kind, ()) for kind in parts):
        at = first_from(hits, behind)
        if at < len(hits) and hits[at].start == behind:
            return None
    return None if parts and context.text[behind : behind + 1].isdigit() else found


def in_ranks(people: People, context: Context) -> bool:
    """«مقتل ثلاثة أشخاص في صفوفه», «ثلاثة أجانب في صفوفها»: whether people are of a force told of, however they are called."""
    return _RANKS.match(context.text, people.stop) is not None


def says_of_them(people: People, context: Context) -> bool:
    """Whether people are said to be of some who were told of."""
    return of_them(people, context) is not None or context.text.endswith("منهم", people.start, people.stop)


def says_whose(people: People, context: Context) -> bool:
    """«وأصيب سبعة آخرون من الجماعة»: whether people's own words say of whom they are."""
    return says_of_them(people, context) or " من " in context.text[people.start : people.stop + 4]


def of_those_before(counts: Sequence[Count], at: int, party: str, context: Context) -> bool:
    """Whether a count is one of more, or of some, of the people of the count before it, who are of this party."""
    people = counts[at].people
    more = people.other and party != "unknown" and of_them(people, context) is not None
    if more or not says_of_them(people, context):
        return more
    return (party in NO_FORCE and _of_counted(counts[at - 1], counts[at], context)) or _of_those_told(counts, at, party, context)


def _of_counted(earlier: Count, count: Count, context: Context) -> bool:
    """«مجموعة من 6 أشخاص أصيب اثنان منهم»: of people who were counted before, and nobody is named in between.

    «قتلت أربعة طلاب وأصابت المئات منهم»: of their kind, where something else befell more of them.
    """
    before, people = earlier.people, count.people
    else_told = bool(earlier.measures) and earlier.measures != count.measures
    more = before.counted and before.noun.whose not in ("", "victim") and (else_told or (before.low or 0) >= (people.low or 0))
    head = count.harm  # «احتجز مسلح عشرة عمال، وقتلت الجماعة ثلاثة منهم»: who stands behind a verb is who did it
    if head is not None and head.kind == "verb" and before.stop < head.start < people.start:
        return more and not context.actors_in(before.stop, head.start)
    return more and not context.actors_in(before.start, people.start)


def _of_those_told(counts: Sequence[Count], at: int, party: str, context: Context) -> bool:
    """«قتل الجيش ثلاثة عمال وأصاب العشرات منهم»: of people of whom something else was told right before."""
    count, earlier = counts[at], counts[at - 1]
    head = count.harm
    if not earlier.measures or earlier.part_of is not None or head is None or not set(count.measures).isdisjoint(earlier.measures):
        return False
    if head.start < earlier.people.stop:
        return False
    text, particles = context.text, len(head.proclitic)
    they_too = head.kind == "active" or (head.kind == "verb" and text.startswith(_THEY_TOO, head.start + particles))
    they_too = they_too or (text.startswith(_AND_HURT, head.start) and head.start - earlier.people.stop <= _NEXT)
    return (they_too or party in NO_FORCE) and not context.actors_in(earlier.people.stop, count.people.start)


def of_foes(count: Count, side: str, before: str, span: tuple[int, int], context: Context) -> str | None:
    """«وأسرت المقاومة ثلاثة منهم»: who stands between the verb and «of them» did it to others, who were named before.

    Nobody else is named in «خطف التنظيم 15 خياطا يعملون لمسلحيه، وأعدم التنظيم أربعة منهم»: of those counted before.
    before: their party.
    """
    people, head = count.people, count.harm
    if head is None:
        return None
    first = context.sentences[max(0, bisect_left(context.sentences, span) - 1)][0]
    if managed := _MANAGED.search(context.text, span[0], head.start):  # «وتمكنت القوات من قتل ثلاثة منهم»
        if not any(one.actor == side for one in context.actors_in(managed.start(), head.start)):
            return None
        foe = context.actor_before(managed.start(), first)
        return foe if foe not in (None, side) else "unknown"
    if head.kind != "verb" or not any(one.actor == side for one in context.actors_in(head.stop, people.start)):
        return None
    foe = context.actor_before(head.start, first)
    his_own = foe == side and count.part_of is None and any(one.actor == side for one in context.actors_in(head.stop, head.stop + _BEHIND))
    if foe is None or his_own:  # «تظاهر المئات وقتلت الشرطة أربعة منهم»
        return before if before in NO_FORCE else "unknown"
    return foe


def of_all_before(counts: Sequence[Count], at: int, sentence_of: Sequence[int], found: Sequence[str]) -> str:
    """Of whom more are told of: of all before, not of the part told last («12, بينهم شرطيان، وإصابة 18»)."""
    last = counts[at - 1]
    if counts[at].people.other and at >= 2 and sentence_of[at - 2] == sentence_of[at] and _idle(last) and counts[at - 2].measures:
        return found[at - 2]  # «قتل اثنان برصاص قناصة الجيش وأصيب 30 آخرون»
    if last.part_of is not None and last.part_of >= 0 and counts[at].measures != last.measures:
        return found[last.part_of]
    if last.whole is not None and counts[at].measures != last.measures:  # «28 قتيلا، 17 مسلحا و11 جنديا، وعشرات الجرحى»
        sides = {found[back] for back in range(last.whole + 1, at) if counts[back].whole == last.whole}
        return found[at - 1] if len(sides) == 1 else "unknown"
    beside = at >= 2 and counts[at].people.other and sentence_of[at - 2] == sentence_of[at]
    others = {found[at - 2], found[at - 1]} if beside else set[str]()
    together = "civilians" in others and any(one.startswith("gov:") for one in others)  # struck alike, where fighters fall to others
    both = len(others) > 1 and ("figure.mixed" in last.rules or ("figure.chained" in last.rules and together))
    return "unknown" if both and counts[at].measures != last.measures else found[at - 1]  # «جنود ومدنيون، وإصابة آخرين», «10 جنود و3 عمال»


def _idle(count: Count) -> bool:
    """Whether people are only named, and nothing is told of them nor counted."""
    return not count.measures and not count.people.counted and count.part_of is None


def inherits(count: Count, earlier: Count) -> bool:
    """Whether people whose party nothing says are of that of those told of before: others, or a number alone."""
    people, whose = count.people, count.people.noun.whose
    if whose == "person" and earlier.part_of is not None:  # «.. بينهم جندي»، «38 شخصا آخرين»
        return False
    return people.other or (whose in ("", "victim") and bool(earlier.measures))


def goes_on(counts: Sequence[Count], at: int, sentence_of: Sequence[int], found: Sequence[str], context: Context) -> int | None:
    """«قتل جنديان هناك. وأصيب خمسة آخرون», «. وأصيب خمسة»: the count before of whose people a sentence begins with more; None where none.

    So does one that only says who tells of them, of people of no force or of the teller's («وقال المتحدث باسم الجيش إن 21 آخرين جرحوا»).
    found: the parties of the counts before.
    """
    last = next((back for back in range(at - 1, max(at - 1 - _PARTS, -1), -1) if not _idle(counts[back])), at - 1)  # not «المتحدث باسم كذا»
    people, earlier = counts[at].people, counts[last]
    soldiers_too = people.noun.whose == "state" and not nation(people, context)
    others = people.other and (people.noun.whose == "other" or soldiers_too)
    alone = people.noun.whose == "" and people.counted and counts[at].measures == ("wounded",) and "killed" in earlier.measures
    if not (others or alone) or people.high == 1 or sentence_of[last] != sentence_of[at] - 1 or _partly_others(counts, at):
        return None
    whole = earlier.part_of if earlier.part_of is not None and others else last
    start = context.sentences[sentence_of[at]][0]
    opens = people.start - start <= _OPENS
    if not opens and others and whole >= 0 and "wounded" in counts[at].measures:
        own = found[whole] in NO_FORCE or any(one.actor == found[whole] for one in context.actors_in(start, people.start))
        opens = own and _TOLD.fullmatch(context.text, start, people.start) is not None
    return whole if whole >= 0 and counts[whole].measures and counts[whole].part_of is None and opens else None


def one_more(counts: Sequence[Count], at: int, sentence_of: Sequence[int], found: Sequence[str], text: str) -> str:
    """«قتل مقاتلان من الجماعة، فيما قتل ناشط ثالث»: the force of as many told of right before as the ordinal asks for; else ""."""
    people, earlier = counts[at].people, counts[at - 1]
    if not (people.other and people.low == people.high == 1) or people.noun.subset or sentence_of[at - 1] != sentence_of[at]:
        return ""
    rank = RANKS.get(text[people.start : people.stop].rsplit(None, 1)[-1], 0)
    alike = earlier.measures == counts[at].measures and earlier.part_of is None and found[at - 1] not in NO_FORCE
    return found[at - 1] if rank and alike and earlier.people.low == earlier.people.high == rank - 1 else ""


def _partly_others(counts: Sequence[Count], at: int) -> bool:
    """«قتل مدنيان. وأصيب 12، بينهم جنود»: whether some bear arms of those who may go on from people of another kind."""
    parts = (one.people.noun.whose for one in counts[at + 1 : at + 1 + _PARTS] if one.part_of == at)
    return any(one in ARMS and one != counts[at - 1].people.noun.whose for one in parts)


def share_backwards(
    counts: Sequence[Count], sentence_of: Sequence[int], found: list[str], context: Context, unsaid: Mapping[int, str]
) -> None:
    """«مقتل 21 وإصابة 36 من الحوثيين»: what is said behind the second is said of the first too, also where it had another's side.

    unsaid: the counts whose own words leave their party open; «inherited» where it is that of those before them.
    """
    for at in range(len(counts) - 1, 0, -1):
        first, second = counts[at - 1].people, counts[at].people
        text, whose = context.text, first.noun.whose
        if sentence_of[at - 1] != sentence_of[at] or found[at] == "unknown" or counts[at].part_of is not None:
            continue
        more = second.other and " من " in text[second.start : second.stop + 4]  # «قتل 11 شخصا وجرح 30 آخرون من الجماعة»
        forces = more and found[at] not in NO_FORCE and at not in unsaid
        fighters = forces and whose in FIGHTERS and unsaid.get(at - 1) == "guessed"  # «قتل 11 مسلحا وجرح 30 آخرون من الجماعة»
        if (
            not fighters
            and found[at - 1] != "unknown"
            and (
                unsaid.get(at - 1) != "inherited" or unsaid.get(at) == "inherited" or context.text.find("،", first.stop, second.start) >= 0
            )
        ):
            continue  # «قتلوا ستة جنود وأصابوا عشرة، وقتل أربعة من المهاجمين»: ten soldiers
        captives = second.noun.whose == "prisoner" and not second.counted  # «قتلى وجرحى وأسرى من الجماعة»
        behind = (
            second.noun.whose in ("", "victim")
            or captives
            or "figure.paired" in counts[at].rules
            or " من " in text[second.start : second.stop]
        )
        named = whose == "" and second.counted and second.noun.whose == "state"  # «استشهاد 4 وإصابة 8 جنود»
        near = len(without_source(text[first.stop : min(second.start, first.stop + _FAR)])) <= _JOINED
        if near and ((whose in ("", "victim") and behind) or (whose in ("", "victim", "person") and more) or fighters or named):
            found[at - 1] = found[at]


def share_out(counts: Sequence[Count], sentence_of: Sequence[int], found: list[str], guessed: Set[int]) -> None:
    """«17 of its fighters in two attacks», then «13 fighters» and «four»: portions that make the number are of its people.

    guessed: the counts whose party their own words leave open.
    """
    for at, total in enumerate(counts):
        if found[at] in NO_FORCE or at in guessed or len(total.measures) != 1 or not _exact(total) or (total.people.low or 0) < _PORTIONED:
            continue
        left, portions = total.people.low or 0, list[int]()
        for later in range(at + 1, min(at + 1 + _PORTIONS, len(counts))):
            count = counts[later]
            if sentence_of[later] == sentence_of[at] or count.measures != total.measures or count.part_of is not None or not _exact(count):
                continue
            left -= count.people.low or 0
            if left < 0 or count.people.low == 1 or not (later in guessed or found[later] == found[at]):
                break
            portions.append(later)
            if left == 0:
                break
        if left == 0 and len(portions) > 1:
            for later in portions:
                found[later] = found[at]


def _exact(count: Count) -> bool:
    return count.people.low is not None and count.people.low == count.people.high
