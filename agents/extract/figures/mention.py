"""One figure as it stands in a text, and the rules that others ask for."""

from typing import NamedTuple

KNOWN = "people.known"
TOLD = "people.told"  # the rule of «القتلى الثلاثة»: people of whom was told, with their number
ATTACKERS = "people.attackers"  # the rule of «المهاجمين», «منفذ الهجوم»: of who made an attack that was told
AMONG = "people.among."  # a rule begins so of whom so many are others than the guide has parts: «21 عسكريا بينهم 9 إيرانيين»
OTHERS = "people.others"  # the rule of «أربعة آخرين»: more than those who were told of
ALSO = "people.also"  # the rule of «ثلاثة قتلوا أيضا»: besides those who were told of
OTHER = "people.other"  # the rule of «فلسطيني آخر»: one more than who was told of


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
