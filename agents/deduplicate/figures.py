"""What the figures of two accounts say for one occurrence: the more, the less likely chance made them alike.

Of a massacre each paper tells in its own way: a bombing, a clash, a raid. What they have in common is how many died.
"""

from rapidfuzz.fuzz import ratio

from agents.deduplicate.kinds import FORCE, STRIKING
from agents.deduplicate.traits import COUNTED, MEASURES, SOME, WORDS, Number, Spot, Traits

Feature = tuple[str, float]
# the most that figures can add, and some more for rounding; the most of all where two are seldom alike by chance
MOST, MOST_TELLING, MOST_GREAT = 0.2001, 0.3001, 0.4001
UNKNOWN_FIGURES = 0.03
UNLIKE = -0.12  # numbers that are not those of one occurrence
FAR_UNLIKE = -0.24  # nor of a first count of it: one shell on a village and a market's massacre
FRONT = frozenset({"Armed clash", "Air/drone strike", "Shelling/artillery/missile attack"})  # what a front has each day
FIGHTS = FRONT | {"Government regains territory", "Non-state actor overtakes territory"}  # what is told of it with its dead
WEEK = 6  # days from the first to the last: who counts the dead of so many counts those of more than one fight
FEW = 2  # more: of a few dead so many may have died a little later
GREAT = 100  # killed: no second occurrence of a day kills so many in one governorate, whatever its places are called
MANY = 30  # killed: an article that counts so many twice, of one day and place and nearly alike, tells of one occurrence again
HELPLESS = frozenset({"civilians", "protesters"})
UNSAID = frozenset({None, "unknown"})
CLOSE = 0.84  # what else has to say it where the one account has no numbers
TWICE = 1.03  # likewise where that a day seldom has two such counts in it: one article tells of two towns' dead
ALIKE_NAMES = 85  # of 100: how alike the letters of two names are that may be one
BESIDE = 0.3  # as a member of a cluster counts that was not decided the same


def most_of(one: Traits) -> float:
    """What the figures of an account can say for one occurrence at most."""
    dead = one.greatest[0]
    if dead >= GREAT:
        return MOST_GREAT
    return MOST_TELLING if one.telling or dead >= MANY else MOST


def figures(left: Traits, right: Traits) -> Feature:
    """What the figures of two accounts say for or against one occurrence."""
    one, two = left.numbers, right.numbers
    if not one or not two:
        of_days = left.first != right.first and _of_two_days(left, right)  # mostly they begin on one day: spare the call
        return ("figures.of-days", UNLIKE) if of_days else ("figures.unknown", UNKNOWN_FIGURES)
    dead = left.greatest[0]
    if dead >= GREAT and _dead_alike(left, right, GREAT) and left.scope == "incident":
        return "figures.great", 0.4 if _of_one_day(left, right) else 0.3
    if not left.telling.isdisjoint(right.telling) and _tells(left.telling & right.telling):
        return "figures.telling", 0.3
    if dead >= MANY and _dead_alike(left, right, MANY) and left.scope == "incident" and _helpless(left, right):
        return "figures.massacre", 0.3
    if not one.isdisjoint(two):
        equal = (len(one) == len(two) == 1) or not left.plural.isdisjoint(two)
        return _of_front(left, right, one & two) or (("figures.equal", 0.2) if equal else ("figures.one", 0.1))
    return _unlike(left, right)


def twins(left: Traits, right: Traits, closeness: float) -> float:
    """How close two accounts of one article stay that may be one occurrence told twice; 0.0: they are two. closeness: what all else says.

    In its headline and at the end, by a ministry and by a monitor: then their dead are many and nearly as many. «A leader and 11 of his
    men», and 12 of them: then the one's dead are the sum of the other's, of one side. Or once with the dead and once without any number, of
    civilians or of a suicide bomb: such are BESIDE each other where others' accounts bring both to one occurrence, and nothing is known of
    them alone. What else an article tells apart is several: a front has many of one day and place.
    """
    if left.scope != "incident":
        return 0.0
    dead, others = left.greatest[0], right.greatest[0]
    if dead and others:
        if _is_sum(left, right):
            return closeness
        if not _dead_alike(left, right, MANY):
            return 0.0
        return closeness if closeness >= TWICE or figures(left, right)[0] != "figures.massacre" else 0.0
    told_once = max(dead, others) >= MANY and not (left.numbers and right.numbers)
    return BESIDE if told_once and closeness >= CLOSE and _massacre(left) and _massacre(right) else 0.0


def _of_front(left: Traits, right: Traits, shared: frozenset[Number]) -> Feature | None:
    """What numbers that two accounts of a front share say where that is less than that they are equal; None elsewhere.

    Three dead here are not three of the enemy's. «Some» were wounded in most fights: where the dead are counted it tells nothing.
    """
    if left.kind not in FIGHTS or right.kind not in FIGHTS or not (_of_two_sides(left) and _of_two_sides(right)):
        return None
    ours, theirs = _sides(left, shared), _sides(right, shared)
    if ours and theirs and ours.isdisjoint(theirs):
        both = ours | theirs
        if both <= {left.actor1, left.actor2} or both <= {right.actor1, right.actor2}:
            return "figures.other-side", FAR_UNLIKE if _of_two_towns(left, right) else UNLIKE
    counted = any(one.greatest[0] and not _is_word(one, 0) for one in (left, right))
    return _unlike(left, right) if counted and all(low in WORDS and high is None for _, low, high in shared) else None


def _sides(one: Traits, shared: frozenset[Number]) -> set[str | None]:
    return {party for measure, low, high, party in one.sided if (measure, low, high) in shared and party not in HELPLESS | UNSAID}


def _massacre(one: Traits) -> bool:
    return one.actor2 == "civilians" or one.kind == "Suicide bomb"


def _helpless(left: Traits, right: Traits) -> bool:
    """Whether both tell of people of one day who did not fight: whatever killed them, a day seldom has two such of nearly as many dead."""
    return _on_helpless(left) and _on_helpless(right) and _of_one_day(left, right)


def _on_helpless(one: Traits) -> bool:
    return one.actor2 in HELPLESS or (one.actor2 in UNSAID and (one.kind == FORCE or one.kind in STRIKING))


def _of_one_day(left: Traits, right: Traits) -> bool:
    """Whether a day may be that of both."""
    first, last, other_first, other_last = left.first, left.last, right.first, right.last
    if first is None or last is None or other_first is None or other_last is None:
        return True
    return first <= other_last and other_first <= last


def _dead_alike(left: Traits, right: Traits, least: int) -> bool:
    dead, others = left.greatest[0], right.greatest[0]
    return dead >= least and others >= least and 3 * max(dead, others) <= 4 * min(dead, others)


def _unlike(left: Traits, right: Traits) -> Feature:
    """Of those that share no number."""
    both = near = alike = apart = 0
    for number, mine in enumerate(left.greatest):
        other = right.greatest[number]
        if mine and other:
            both += 1
            near += max(mine, other) <= 2 * min(mine, other) + 3
            alike += mine == other
            counted = not _is_word(left if mine < other else right, number)
            apart += counted and max(mine, other) > 8 * min(mine, other) + 3
    if _adds_up(left, right) or _adds_up(right, left):
        return "figures.sum", 0.1
    if not alike and _of_two_days(left, right):
        return "figures.of-days", UNLIKE
    if not both:
        return "figures.other", 0.0
    front = left.kind in FIGHTS and right.kind in FIGHTS
    if front and (apart == both or _other_dead(left, right)):
        return "figures.far-apart", FAR_UNLIKE
    if near == both:
        return "figures.grown", 0.05
    return ("figures.mixed", 0.0) if near else ("figures.contradict", UNLIKE)


def _other_dead(left: Traits, right: Traits) -> bool:
    """Whether two of a front count other dead: of two towns, of a town and of the land around it, of a day and of weeks; or of fighters, no
    one day being told. All this where they are too many for a count that grew.

    Each town of a front has its own dead, each day counts them anew, and likeness of two such counts is chance.
    """
    fewer, more = (left, right) if left.greatest[0] < right.greatest[0] else (right, left)
    dead, others = fewer.greatest[0], more.greatest[0]
    if not dead or dead == others or _is_word(left, 0) or _is_word(right, 0):
        return False
    grown = 3 * others <= 4 * dead
    if _of_two_towns(left, right):
        return not (grown and dead >= SOME and _helpless(left, right))
    if others > dead + FEW and (_is_wider(more.spot, fewer.spot) or (more.last or 0) - (more.first or 0) >= WEEK):
        return not grown
    one_day = left.first == left.last == right.first == right.last
    return not (grown or one_day) and ("killed", dead, None) not in fewer.numbers and _of_two_sides(left) and _of_two_sides(right)


def _is_wider(one: Spot | None, other: Spot | None) -> bool:
    return one is not None and other is not None and one.rough and not other.rough


def _of_two_sides(one: Traits) -> bool:
    """Whether it names both sides, and those who were hit could hit back: so of a front, and no raid of gunmen whom nobody knows."""
    return one.actor1 not in UNSAID and one.actor2 not in UNSAID and one.actor2 not in HELPLESS


def agree(left: Traits, right: Traits) -> bool:
    """Whether two count as many dead, and so many that it is seldom chance: whatever else each says, these are the same people.

    Of one occurrence nearly as many are, where they are GREAT: of a massacre each paper tells another number.
    """
    alike = left.greatest[0] == right.greatest[0] >= SOME or (left.scope == "incident" and _dead_alike(left, right, GREAT))
    return alike and not _is_word(left, 0) and not _is_word(right, 0)


def counts_dead(one: Traits) -> bool:
    """Whether it gives a number of dead of a front: such a number is of one fight there, where accounts without one fit many."""
    return one.greatest[0] > 0 and one.kind in FIGHTS and one.scope == "incident" and _of_two_sides(one) and not _is_word(one, 0)


def _adds_up(parts: Traits, whole: Traits) -> bool:
    """Whether the one counts the dead of both sides apart, and the other all of them."""
    dead = [low or high or 0 for measure, low, high in parts.numbers if measure == "killed"]
    return len(dead) > 1 and sum(dead) == whole.greatest[0] >= COUNTED


def _is_sum(left: Traits, right: Traits) -> bool:
    """Whether one of two alike adds up the other's dead, who are one armed side's at most."""
    if left.kind != right.kind or left.actor1 != right.actor1 or left.actor2 != right.actor2:
        return False
    sides = {party for measure, _, _, party in left.sided | right.sided if measure == "killed"} - HELPLESS - UNSAID
    return len(sides) < 2 and (_adds_up(left, right) or _adds_up(right, left))


def _is_word(one: Traits, measure: int) -> bool:
    """Whether the largest number for a measure may be no number, but a plural or a word such as «dozens»."""
    most = one.greatest[measure]
    return most in WORDS and (MEASURES[measure], most, None) in one.numbers


def _of_two_days(left: Traits, right: Traits) -> bool:
    """Whether they tell of a front on two days: the one of days after those of the other, or of a span that begins where the other's ends.

    A front has its fights, raids and shelling each day, and each day's papers count its dead anew.
    """
    first, last, other_first, other_last = left.first, left.last, right.first, right.last
    if first == other_first or left.kind not in FRONT or right.kind not in FRONT or left.since or right.since:
        return False
    if first is None or last is None or other_first is None or other_last is None:
        return False
    if first > other_last or other_first > last:
        return True
    return (first == other_last or other_first == last) and first != last and other_first != other_last


def _of_two_towns(left: Traits, right: Traits) -> bool:
    """Whether they name two towns, which may lie beside each other: each has its own fights and raids, and its own dead."""
    one, two = left.spot, right.spot
    if one is None or two is None or one is two or one.rough or two.rough or (one.place_id and one.place_id == two.place_id):
        return False
    return one.padded not in two.padded and two.padded not in one.padded and ratio(one.bare, two.bare) < ALIKE_NAMES


def _tells(shared: frozenset[tuple[str, int]]) -> bool:
    """Whether so much is said alike that chance seldom says it twice: one number of some size, or two."""
    return len(shared) > 1 or max(number for _, number in shared) >= SOME
