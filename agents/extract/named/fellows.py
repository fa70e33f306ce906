"""Fellows: those with whom one fell who is named («قتل القائد فلان مع ستة من مرافقيه», «مقتل أبو علي وثلاثة آخرين»)."""

import re
from collections.abc import Sequence

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, OPEN, STOP, TIME, words_of
from agents.extract.harm.harm import HURT, Harm
from agents.extract.named import barenames, named
from agents.extract.people.people import People

_RETINUE = re.compile(
    r"\sمن\s(?:مرافقيه|رفاقه|حراسه|حراسته|جنوده|مساعديه|معاونيه|زملائه|اتباعه|انصاره|عناصره|رجاله"
    r"|ابنائه|اولاده|اطفاله|احفاده|اقاربه|اخوته|(?:افراد\s)?(?:اسرته|عائلته))$"
)
_DIED = re.compile(r"(?:\s(?:مصرعه|حتفه|نحبه))?[\s،]*و?")
_WITH_REACH, _ASIDE_REACH, _SUBJECT_REACH = 70, 150, 90  # characters
_WITH = re.compile(r"،?\s(?:مع|الي\sجانب|برفقه|رفقه|بصحبه|بمعيه|و?معه|وبرفقته|وبصحبته)\s$")
_ASIDE = re.compile(r"،\s[^،.؛]{3,110}(?=،\s)")  # «الصماد، المطلوب رقم 2 على القائمة، إلى جانب …»
_AGAINST = re.compile(r"اشتباك|مواجه|تبادل|معارك|معركه|قتال|صدام|مشاجر|شجار|نزاع|خلاف|اجتماع|لقاء|حوار|تعاون|تنسيق|هجوم|عمليه")
_OF_FORCE = re.compile(r"(?:\s[\u0621-\u064a]{3,}){0,2}?\s(?:في|من)\s[\"«]?")
_SURNAME = re.compile(r"\s[\"«]?ال[\u0621-\u064a]{3,}[\"»]?")
_WAS = frozenset(["كان", "كانت", "قد"])
_NO_NAME = AWAY | CLAUSE | TIME | OPEN | _WAS
_NAMED = re.compile(r"،?(?:\s[^\s.؛:]+){1,7}?\s")  # from a title to the verb behind it
_ASIDE_BEFORE = re.compile(r"،\s[^.؛]{3,110}،?\s?$")
_VERB = re.compile(r"\s(?:(?:ال[ذت]ي\s)?كان|[يت]?(?:نفذ|شن|قاد|خاض|شارك|التقي|خطط|دبر|عقد))(?:ت|وا|ا)?(?:ه|ها|هم|هما)?\s")
_ANYBODY = frozenset(["unknown", "civilians"])
_NAME = 9  # words


def together(line: Line, count: Count) -> str:
    """«قتل القائد فلان مع ستة من مرافقيه»: those with whom one who is named fell."""
    people, head = count.people, line.waiting
    if head is None and (_with_subject(line, count) or _beside_one(line, count) or _of_his(line, count)):
        return "figure.together"
    if head is None or head.measure not in HURT or not (people.counted or people.other):
        return ""
    if not (people.noun.whose or of_retinue(line.text, people)):  # «عشرة من زملائه»
        return ""
    if people.particles[:1] == "و":
        return _and_others(line, count, head)
    gap = _ASIDE.sub("", line.text[head.stop : people.start])
    behind = _WITH.search(gap)
    if len(gap) > _WITH_REACH or behind is None or STOP.search(gap) or not _names_one(gap[: behind.start()]):
        return ""
    _add_named(line, head, line.text.rfind(behind.group().strip("، "), head.stop, people.start))
    count.measures, count.harm, line.hungry = (head.measure,), head, False
    return "figure.together"


def _names_one(words: str) -> bool:
    """Whether words are a title and a name, and not in what or where somebody fell."""
    said = words_of(words)
    return len(said) <= _NAME and not any((one in _NO_NAME and one != "علي") or _AGAINST.search(one) for one in said)


def _add_named(line: Line, head: Harm, stop: int) -> None:
    """«العقيد علي قتل مع 13 آخرين»: the one with whom others fell is told of too, of whom a title or a name alone is known."""
    known = line.known
    if end := name_end(line, head, stop):
        line.counts.append(Count(barenames.person(head, end), (head.measure,), head, None, ["figure.named"]))
    elif known is not None and (head.stop <= known.start or _is_subject(line, known, head, stop)):
        line.counts.append(Count(known, (head.measure,), head, None, ["figure.named"]))
        line.known = None


def _is_subject(line: Line, known: People, head: Harm, stop: int) -> bool:
    """«العقيد علي قتل مع 13»: whether one who is known stands before a verb of his, behind which nobody is named up to a place."""
    alone_told = head.person == "one" and not line.text[head.stop : stop].strip()
    return alone_told and _NAMED.fullmatch(line.text, known.stop, head.start) is not None


def name_end(line: Line, head: Harm, stop: int) -> int:
    """Where a name ends that alone stands between a word of harm and a place, an aside behind it apart; 0 where none does."""
    aside = _ASIDE.search(line.text, head.stop, stop)
    said = line.text[: aside.start() if aside else stop].rstrip("، ") + " "
    if end := barenames.name_end(said, head, len(said)):
        return end
    surname = _SURNAME.fullmatch(said, head.stop, len(said) - 1)
    taken = head.stop + 1 in line.forces or (line.known is not None and head.stop <= line.known.start < len(said))
    if surname is None or taken or (head.kind == "verb" and said[head.stop - 1] == "ت"):
        return 0
    return surname.end() if barenames.is_name(surname.group().strip(' "«»')) else 0


def _beside_one(line: Line, count: Count) -> bool:
    """«قتل ضابط مع 13 جنديا», «قتل القيادي علي، قائد الكتيبة، وعدد من مرافقيه»: those who fell with one of whom a word before him tells."""
    people = count.people
    last = _told_near(line, people.start)
    if last is None or last.harm is None or last.people.high != 1 or last.people.counted or not HURT.issuperset(last.measures):
        return False
    two = people.noun.form in ("two", "either") and people.particles == ""  # «قتل ضابط مع جنديين»
    if last.part_of is not None or not (people.counted or two) or (line.heads and line.heads[-1] is not last.harm):
        return False
    if not (people.noun.whose or of_retinue(line.text, people)):
        return False
    told = max(last.people.stop, last.harm.stop)  # «أن ضابطا من كذا قتل مع جنديين»
    gap = line.text[told : people.start]
    if people.particles[:1] == "و":
        beside = of_retinue(line.text, people) and _ASIDE_BEFORE.search(gap) is not None and len(gap) <= _ASIDE_REACH
    else:
        behind = _WITH.search(_ASIDE.sub("", gap))
        words = _ASIDE.sub("", gap)[: behind.start()] if behind else ""
        theirs = of_retinue(line.text, people) and not (_AGAINST.search(words) or of_verb(line.text, last.people.stop, people.start))
        beside = behind is not None and len(gap) <= _ASIDE_REACH and (theirs or _names_one(words) or _member(line, told, words))
    if not beside or STOP.search(gap):
        return False
    count.measures, count.harm = last.measures, last.harm
    return True


def _member(line: Line, start: int, words: str) -> bool:
    """«قتل قيادي في تنظيم كذا مع ثلاثة مسلحين»: whether words behind one only say of which force he was."""
    of = _OF_FORCE.match(words)
    return of is not None and line.forces.get(start + of.end()) == start + len(words.rstrip(' "»'))


def _told_near(line: Line, at: int) -> Count | None:
    """The last count of this sentence of which something is told, not further before a place than an aside reaches."""
    for index in range(len(line.counts) - 1, line.first - 1, -1):
        one = line.counts[index]
        if one.measures or at - one.people.stop > _ASIDE_REACH:
            return one if one.measures else None
    return None


def _of_his(line: Line, count: Count) -> bool:
    """«مؤكدة مقتله مع عدد من عناصره»: those with whom one fell of whom a noun tells that ends in him."""
    people, word = count.people, line.his
    his = people.counted and of_retinue(line.text, people)
    kin = people.particles == "و" and named.kin(line.text, people)  # «أدى إلى مقتله وسائقه»
    if word is None or not (his or kin) or word.measure not in HURT:
        return False
    gap = line.text[word.stop : people.start]
    if not (gap == " مع " or (people.particles[:1] == "و" and gap == " ")):
        return False
    count.measures, count.harm, line.his = (word.measure,), word, None
    return True


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


def settle_sides(counts: Sequence[Count], sides: list[str]) -> None:
    """«العقيد علي قتل مع 13 آخرين من الجماعة»: one of whom only a title or a name is known is of those with whom he fell."""
    for at, count in enumerate(counts[:-1]):
        beside = counts[at + 1]
        if count.rules == ["figure.named"] and beside.rules[:1] == ["figure.together"] and not count.people.noun.of_nation:
            sides[at] = sides[at] if sides[at + 1] in _ANYBODY else sides[at + 1]


def led_by(line: Line, subject: Count, word: Harm) -> None:
    """«القيادي علي وعدد من مرافقيه قتلوا»: the one with whom those fell of whom a verb behind both tells."""
    known, people = line.known, subject.people
    if known is None or people.particles[:1] != "و" or word.person != "many" or not of_retinue(line.text, people):
        return
    if known.start < people.start and _NAMED.fullmatch(line.text, known.stop, people.start):
        line.counts.insert(len(line.counts) - 1, Count(known, (word.measure,), word, None, ["figure.named"]))
        line.known = None


def of_retinue(text: str, people: People) -> bool:
    """«أربعة من مرافقيه», «عدد من حراسه»: whether people are named only as those around somebody."""
    return _RETINUE.search(text, people.start, people.stop) is not None


def _and_others(line: Line, count: Count, head: Harm) -> str:
    """«مقتل أبو علي وثلاثة من مرافقيه»: one who is only named fell, and others with him."""
    if head.measure != "killed" or not count.people.counted:
        return ""
    named_to = name_end(line, head, count.people.start)
    if not named_to:
        return ""
    line.counts.append(Count(barenames.person(head, named_to), ("killed",), head, None, ["figure.named"]))
    count.measures, count.harm, line.hungry = ("killed",), head, False
    return "figure.together"


def of_verb(text: str, start: int, stop: int) -> bool:
    """«رجلا كان قد خطفه مع 20 آخرين», «قتل في هجوم نفذه مع آخرين»: whether another verb stands between, which those behind «مع» go with."""
    return _VERB.search(text, start, stop) is not None
