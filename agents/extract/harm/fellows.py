"""Fellows: those with whom one fell who is named («قتل القائد فلان مع ستة من مرافقيه», «مقتل أبو علي وثلاثة آخرين»)."""

from agents.extract.harm import alone
from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, STOP, TIME, words_of
from agents.extract.harm.harm import HURT, Harm

_WITH_REACH = 70  # characters


def together(line: Line, count: Count) -> str:
    """«قتل القائد فلان مع ستة من مرافقيه»: those with whom one who is named fell."""
    people, head = count.people, line.waiting
    if head is None or head.measure not in HURT or not (people.counted or people.other) or not people.noun.whose:
        return ""
    if people.particles[:1] == "و":
        return _and_others(line, count, head)
    gap = line.text[head.stop : people.start]
    if len(gap) > _WITH_REACH or not gap.endswith((" مع ", "الي جانب ")) or STOP.search(gap):
        return ""
    words = words_of(gap.removesuffix("مع ").removesuffix("الي جانب "))
    if any((one in AWAY and one != "علي") or one in CLAUSE or one in TIME for one in words):  # «علي» is a name too
        return ""
    count.measures, count.harm, line.hungry = (head.measure,), head, False
    return "figure.together"


def _and_others(line: Line, count: Count, head: Harm) -> str:
    """«مقتل أبو علي وثلاثة من مرافقيه»: one who is only named fell, and others with him."""
    if head.measure != "killed" or not count.people.counted:
        return ""
    named_to = alone.name_end(line.text, head, count.people.start)
    if not named_to:
        return ""
    line.counts.append(Count(alone.person(head, named_to), ("killed",), head, None, ["figure.named"]))
    count.measures, count.harm, line.hungry = ("killed",), head, False
    return "figure.together"
