"""Fellows: those with whom one fell who is named («قتل القائد فلان مع ستة من مرافقيه», «مقتل أبو علي وثلاثة آخرين»)."""

import re

from agents.extract.harm import alone
from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, STOP, TIME, words_of
from agents.extract.harm.harm import HURT, Harm
from agents.extract.people.people import People

_RETINUE = re.compile(
    r"\sمن\s(?:مرافقيه|رفاقه|حراسه|حراسته|جنوده|مساعديه|معاونيه|زملائه|اتباعه|انصاره|عناصره|رجاله"
    r"|ابنائه|اولاده|اطفاله|احفاده|اقاربه|اخوته|(?:افراد\s)?(?:اسرته|عائلته))$"
)
_DIED = re.compile(r"(?:\s(?:مصرعه|حتفه|نحبه))?[\s،]*و?")
_WITH_REACH = 70  # characters


def together(line: Line, count: Count) -> str:
    """«قتل القائد فلان مع ستة من مرافقيه»: those with whom one who is named fell."""
    people, head = count.people, line.waiting
    if head is None and _with_subject(line, count):
        return "figure.together"
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


def _with_subject(line: Line, count: Count) -> bool:
    """«أن القيادي علي لقي مصرعه، وعدد من مرافقيه»: those who fell with one of whom a verb behind him tells."""
    people, last, head = count.people, line.last_told, line.heads[-1] if line.heads else None
    if last is None or head is None or last.harm is not head or people.particles[:1] != "و" or not people.counted:
        return False
    if not last.rules[-1].startswith(("figure.subject", "figure.known")) or not of_retinue(line.text, people):
        return False
    if not _DIED.fullmatch(line.text, head.stop, people.start):
        return False
    count.measures, count.harm = last.measures, head
    return True


def of_retinue(text: str, people: People) -> bool:
    """«أربعة من مرافقيه», «عدد من حراسه»: whether people are named only as those around somebody."""
    return _RETINUE.search(text, people.start, people.stop) is not None


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
