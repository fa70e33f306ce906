"""Taken: people who were taken for those harmed, and did it, as those show who come behind them («قتل مسلح 38 سائحا»)."""

import re

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, TIME, WHOSE
from agents.extract.harm.named import a_name
from agents.extract.people.people import People
from agents.extract.words.wordlists import any_of

_AGENTS = frozenset(["armed", "rebels", "state", "suspects"])
_DAYS = TIME | {"امس"}
_GROUP, _NAME = 4, 2  # words that name a group, a day among them; of which so many may be no adjectives
_BEARING = re.compile(rf"\s(?:مجهول\S*\s)?(?:{any_of('gaps', 'bearing')})\s\S")  # «مسلح يحمل بندقية»
_LOAD = 6  # words that say what they bore or drove
_PLACE = re.compile(
    r"\s(?:في|قرب|شمال|شمالي|جنوب|جنوبي|شرق|شرقي|غرب|غربي|وسط|داخل|خارج)\s"
    r"(?!هجوم|غار|قصف|اشتباك|معارك|مواجه|عملي)(?:[^\s،.؛:]+\s){1,7}"
)
_OF_THEM = re.compile(r"\S*\s?منهم")


def stolen(line: Line, count: Count) -> str:
    """«قتل مسلح 38 سائحا»: who was taken for the victim did it."""
    people, last = count.people, line.last_told
    if line.hungry or last is None or last.harm is None or last.harm.kind not in ("verb", "active") or last.people.counted:
        return ""
    gap = line.text[last.people.stop : people.start]
    if last.people.noun.form == "accusative" or last.part_of is not None or not _may_harm(last.people, people, gap):
        return ""
    some = people.noun.whose or (people.counted and line.text.startswith(" من ", people.stop))  # «قتل مسلحو الجماعة ثلاثة من الشرطة»
    gunmen = last.people.noun.form == "many" and people.noun.form == "one" and not (people.definite or people.noun.of_nation)
    named_one = _is_named(line.text, last.people, people)
    if not named_one and (people.particles or not some or not (people.counted or people.noun.form == "accusative" or gunmen)):
        return ""
    if not (_one_subject(gap) or (people.counted and _force(gap)) or _somewhere(line.text, last.people, people)):
        return ""
    if WHOSE.match(gap) and _OF_THEM.match(line.text, people.stop - 5):
        return ""
    count.measures, count.harm, last.measures = last.measures, last.harm, ()
    last.rules.append("figure.agent")
    return f"figure.{last.harm.kind}.{last.harm.measure}"


def _is_named(text: str, doers: People, people: People) -> bool:
    """«اغتال مسلحون الناشط علي جاسم»: whether one known by name stands behind several in the nominative."""
    if people.counted or not people.definite or people.noun.form != "one" or people.particles not in ("", "ال"):
        return False
    several = text[doers.start : doers.stop].rpartition(" ")[2].endswith(("ون", "ان"))
    return several and doers.noun.form in ("many", "two", "either") and not doers.definite and a_name(text, people.stop)


def _may_harm(doer: People, people: People, gap: str) -> bool:
    """Whether one bears arms, or right behind one person of whom no more is said others are counted («قتل رجل ثلاثة أطفال»)."""
    if doer.noun.whose in _AGENTS:
        return True
    alone = doer.noun.form == "one" and not (doer.definite or doer.counted or doer.noun.measure)
    beside = gap.startswith(" ") and all(word in _DAYS for word in gap.split())
    return alone and beside and people.counted and bool(people.noun.whose) and people.noun.form != "case" and not people.noun.measure


def _one_subject(gap: str) -> bool:
    """Whether words only say whose those are who stand before them, or what they bore: «مسلحون مجهولون», «انتحاري يقود سيارة،»."""
    whose, bearing = WHOSE.match(gap), _BEARING.match(gap)
    if whose or bearing:
        gap = gap.rstrip(' "«').removesuffix("،")  # a comma behind a relative clause goes on with the sentence
    words = gap[whose.end() :].split() if whose else gap.split()
    if "،" in gap or len(words) > (_GROUP if whose else _LOAD if bearing else 2):
        return False
    if bearing:
        return words[-1] not in AWAY and not any(word in CLAUSE for word in words)
    return not any(word in AWAY for word in words)


def _force(gap: str) -> bool:
    """Whether words are the name of a force and its adjectives, or a day: «جنود الحرس الوطني السعودي», «مسلحو حركة طالبان أمس»."""
    words = gap.split()
    if "،" in gap or len(words) > _GROUP:
        return False
    more = all(word.startswith("ال") or word in _DAYS for word in words[_NAME:])
    return more and not any(word in AWAY or word in CLAUSE for word in words)


def _somewhere(text: str, doers: People, people: People) -> bool:
    """«قتل مسلحون في مدينة كذا أمس أربعة جنود»: whether only where and when stands between people in the nominative and those counted."""
    nominative = text[doers.start : doers.stop].partition(" ")[0].endswith(("ون", "ان"))
    gap = text[doers.stop : people.start]
    if not (nominative and people.counted and _PLACE.fullmatch(gap)):
        return False
    words = gap.split()
    return words[-1] not in AWAY and not any(word in CLAUSE for word in words)
