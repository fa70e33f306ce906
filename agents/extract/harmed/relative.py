"""Relative: whom those harmed of whom a clause says more before it («قتلت القوات التي دخلت المدينة أمس 41 مدنيا»)."""

import re

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, STOP, TIME, may_count_people
from agents.extract.harm.harm import HURT, TAKEN, Harm
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of

_WORD = r"\s[\"«(]?[\u0621-\u064a]+[\"»)]?"
_WHO = re.compile(
    rf"(?P<who>(?:{_WORD}){{1,5}}?)،?\s(?:(?:الذي|التي|الذين|اللذين|اللذان|اللتان|اللتين)\s|(?=(?:{any_of('gaps', 'whose')})\s))"
)
_WHO_REACH, _REACH = 70, 110  # characters from a verb to the clause, and from its beginning to whom the verb befell
_ACTIVE = frozenset(["verb", "active"])
_NO_ONE = frozenset(["none", "remaining"])  # measures of words that may stand in the clause
_HAVE = ("ها", "هم", "هما", "ته", "نه", "ذه", "له", "سه", "ره")  # with which a verb ends that has its object: «شنها», «نفذه»
_DAYS = TIME | {"امس", "اليوم", "الماضي", "الماضيه", "الجاري", "قبل", "يوم", "ليله", "الليله", "و"}
_HELPS = frozenset(["كان", "كانت", "كانوا", "قد", "لا", "لم", "كانا"])
_ALONE = ("ب", "ل", "في", "من", "الي", "علي", "عن", "ضد", "مع", "بين", "ضمن", "برفقه", "خلال", "وسط")
_FOLLOWED = frozenset(["ضمن", "برفقه", "وسط", "مقابل", "سوي", "غير", "كل", "بعض", "جميع", "نصف", "ثلث"])  # before a number: it is of them
_MOST = 14  # words of the clause
_FEW = frozenset(["accusative", "two", "either"])


def pass_by(line: Line, word: Harm) -> None:
    """Remembers a verb behind whose subject such a clause begins; a word of harm within the clause ends that."""
    if line.main is not None and word.measure not in _NO_ONE and word.start >= line.clause_start:
        line.main = None
    if word.kind not in _ACTIVE or word.measure not in HURT | TAKEN:
        return
    said = _WHO.match(line.text, word.stop, word.stop + _WHO_REACH)
    if said is not None and not any(one in AWAY or one in CLAUSE for one in said["who"].split()[1:]):
        line.main, line.clause_start = word, said.end()


def told(line: Line, count: Count) -> str:
    """«قتلت الغارات التي شنها التحالف على صنعاء 12 مدنيا»: the people behind the clause, and no longer those before it."""
    people, main = count.people, line.main
    if main is None or people.start < line.clause_start or not _object(line, people):
        return ""
    gap = line.text[line.clause_start : people.start]
    before = [one for one in line.counts[line.first :] if main.stop <= one.people.start < line.clause_start]
    alone = any(one.people.high == 1 for one in before)
    if len(gap) > _REACH or STOP.search(gap) or not _complete(line, gap, people, alone=alone):
        return ""
    if any(one.people.counted for one in before):
        return ""  # «قتل خمسة جنود من القوة التي …»
    for one in before:
        one.measures, one.harm = (), None
        one.rules.append("figure.agent")
    line.main, line.heads, line.hungry = None, [main], False
    count.measures, count.harm = (main.measure,), main
    return f"figure.{main.kind}.{main.measure}"


def _object(line: Line, people: People) -> bool:
    """Whether people can be whom somebody harmed: counted, or in the accusative."""
    if people.particles or people.definite or people.other:
        return False
    if people.counted:
        return bool(people.noun.whose) or may_count_people(line.text, people, "killed")
    return people.noun.form in _FEW and line.text.endswith(("ا", "ين"), people.start, people.stop) and not people.noun.of_nation


def _complete(line: Line, gap: str, people: People, *, alone: bool) -> bool:
    """Whether a clause has its own object or place already, so that people behind it are none of it. alone: it is said of one person."""
    words = gap.replace("،", " ").replace("(", " ").replace(")", " ").replace('"', " ").split()
    while words and words[0] in _HELPS:
        words = words[1:]
    if not words or len(words) > _MOST or any(one in CLAUSE for one in words[1:]):
        return False
    verb, rest, last = words[0], [one for one in words[1:] if one not in _DAYS], words[-1]
    if last in AWAY or last in _FOLLOWED or last[:1] == "و" or last in _HELPS:
        return False
    if not verb.endswith(_HAVE) and (not rest or ((alone or _harms_nobody(line)) and rest[0].startswith(_ALONE))):
        return False
    return _ends(line, people, last) or (len(words) == 1 and verb.endswith(_HAVE))


def _harms_nobody(line: Line) -> bool:
    """«التي حررت من السجن 20 مدنيا»: whether the verb of the clause is one that has people for its object too."""
    return bool(line.heads) and line.heads[-1].start == line.clause_start


def _ends(line: Line, people: People, last: str) -> bool:
    """Whether the last word before people ends a phrase: a noun with its article, a day, how it was done, or the name of a place."""
    if last.startswith(("ال", "لل", "بال")) or last in _DAYS or last.endswith(("ها", "هم", "ون", "ته")):
        return True
    return any(people.start - len(last) - 4 <= spot < people.start for spot in line.spots[-200:])
