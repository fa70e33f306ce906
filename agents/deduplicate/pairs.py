"""Two numbers that seldom come together: whoever counts as many dead and as many wounded tells of the same people.

Of a massacre one paper has a town, another its province; one the day, another that of its news; one a bomb, another an attack. So days,
places and kinds part what the two numbers show to be one occurrence.
"""

from agents.deduplicate.traits import WORDS, Traits

MANY = 10  # of each: fewer dead and fewer wounded come together in a country's every other week
DAYS = 7  # at most between the days of the two

Pair = tuple[int, int]  # killed, wounded


def pair_of(one: Traits) -> Pair | None:
    """The dead and the wounded of an occurrence, where one number of each is told, both of MANY and more, and one of them not round.

    «Dozens» is no number.
    """
    if one.scope != "incident":
        return None
    found: dict[str, int] = {}
    for measure, low, high in one.numbers:
        if measure in ("killed", "wounded"):
            if measure in found or (low in WORDS and high is None):
                return None
            found[measure] = low or high or 0
    killed, wounded = found.get("killed", 0), found.get("wounded", 0)
    return (killed, wounded) if killed >= MANY and wounded >= MANY and (killed % 10 or wounded % 10) else None


def share_a_pair(left: Traits, right: Traits) -> bool:
    """Whether two tell of as many dead and as many wounded, within DAYS of each other in one country. Symmetric."""
    one, other = left.spot, right.spot
    if one and other and one.country and other.country and one.country != other.country:
        return False
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    if left.first - right.last > DAYS or right.first - left.last > DAYS:
        return False
    pair = pair_of(left)
    return pair is not None and pair == pair_of(right)
