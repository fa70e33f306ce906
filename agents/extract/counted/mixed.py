"""Mixed: a number that counts people of two sorts («عشرات الجنود والمدنيين»)."""

from agents.extract.harm.counts import MIXED, REFUSED, Count, Line
from agents.extract.harm.harm import SURE
from agents.extract.people.people import People

_MIXED = "figure.mixed"
_SORTS = frozenset(["civilians", "state", "rebels", "armed"])
_KINDS = frozenset(["many", "either", "two"])


def mixed(line: Line, count: Count) -> str:
    """«عشرات الجنود والمدنيين»: a number counts people of two sorts; «dozens of» each are as many, an exact one is of neither."""
    people, last = count.people, line.last_told
    if last is None or SURE.isdisjoint(last.measures) or not _counted_too(line, last.people, people):
        return ""
    if not last.people.counted:  # «المدنيين والجنود وأفراد الشرطة»: a third word for men of the second sort
        return REFUSED if last.rules[-1:] == [_MIXED] and last.people.noun.whose == people.noun.whose else ""
    sorts = {last.people.noun.whose, people.noun.whose}
    if len(sorts) == 1:
        last.people = last.people._replace(stop=people.stop if last.people.definite else last.people.stop)
        return REFUSED if last.people.definite else ""
    if "civilians" not in sorts:
        return ""
    if last.people.rule != "number.vague" or last.people.noun.measure:
        last.people = last.people._replace(noun=last.people.noun._replace(whose="person", subset=None), stop=people.stop)
        last.rules.append(MIXED)
        return REFUSED
    count.people = people._replace(low=last.people.low, high=None)
    count.measures, count.harm, count.part_of = last.measures, last.harm, last.part_of
    return _MIXED


def _counted_too(line: Line, last: People, people: People) -> bool:
    """Whether a plural right behind «و» is counted by the number before it: «الجنود والمدنيين», «رجال الأمن وعناصر الشرطة»."""
    if (
        people.counted
        or people.particles[:1] != "و"
        or people.noun.form not in _KINDS
        or people.noun.measure
        or people.start - last.stop > 1
    ):
        return False
    said = line.text[people.start : people.stop]
    definite = people.definite or (people.noun.form == "many" and " ال" in said and " من " not in said)
    return definite and {last.noun.whose, people.noun.whose} <= _SORTS
