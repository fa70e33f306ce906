"""One figure as it stands in a text, and the rules that others ask for."""

from typing import NamedTuple

KNOWN = "people.known"
TOLD = "people.told"  # the rule of «القتلى الثلاثة»: people of whom was told, with their number
ATTACKERS = "people.attackers"  # the rule of «المهاجمين», «منفذ الهجوم»: of who made an attack that was told
AMONG = "people.among."  # a rule begins so of whom so many are others than the guide has parts: «21 عسكريا بينهم 9 إيرانيين»
OTHERS = "people.others"  # the rule of «أربعة آخرين»: more than those who were told of
ALSO = "people.also"  # the rule of «ثلاثة قتلوا أيضا»: besides those who were told of
OTHER = "people.other"  # the rule of «فلسطيني آخر»: one more than who was told of
MORE = frozenset([ALSO, OTHER, OTHERS])  # rules of people besides those who were told of
OF_LAND = "people.of."  # a rule begins so of people of a nation: «أربعة فلسطينيين»


class FigureMention(NamedTuple):
    """One figure. start, stop: its number and noun. sentence: index. measure, party, low, high, subset: as in the annotation guide.

    parent: index, in the list, of the figure it is a part of. cumulative: a count over a period («منذ», «إجمالي»).
    agent: actor id said to have done it, None where nobody is. rules: what decided, in order. source: who is quoted for it elsewhere in
    the article, where the words around it name nobody. killer: where the name of the agent begins that is the subject of the verb, else -1.
    """

    start: int
    stop: int
    sentence: int
    measure: str
    party: str
    low: int | None
    high: int | None
    subset: str | None
    parent: int | None
    cumulative: bool
    agent: str | None
    rules: tuple[str, ...]
    source: str = ""
    killer: int = -1


def of_two_lands(one: FigureMention, two: FigureMention) -> bool:
    """«مقتل جندي إسرائيلي», «قتل أربعة فلسطينيين»: whether of two numbers of dead one is of a state's men, one of another people."""
    counted = one.measure == "killed" and one.high is not None and two.high is not None
    return counted and (_of_another(one, two.party) or _of_another(two, one.party))


def _of_another(one: FigureMention, party: str) -> bool:
    nations = [rule.removeprefix(OF_LAND) for rule in one.rules if rule.startswith(OF_LAND)]
    return party.startswith("gov:") and bool(nations) and party.removeprefix("gov:") not in nations
