"""Taken: people who were taken for those harmed, and did it, as those show who come behind them («قتل مسلح 38 سائحا»)."""

import re

from agents.extract.harm.counts import Count, Line
from agents.extract.harm.gaps import AWAY, CLAUSE, TIME, WHOSE
from agents.extract.harm.harm import Harm
from agents.extract.harmed.doing import one_subject
from agents.extract.named.named import a_name
from agents.extract.people.people import People
from agents.extract.people.victims import AGENTS, nominative

_DAYS = TIME | {"امس"}
_GROUP, _NAME = 4, 2  # words that name a group, a day among them; of which so many may be no adjectives
_PLACE = re.compile(
    r"\s(?:في|قرب|شمال|شمالي|جنوب|جنوبي|شرق|شرقي|غرب|غربي|وسط|داخل|خارج)\s"
    r"(?!هجوم|غار|قصف|اشتباك|معارك|مواجه|عملي)(?:[^\s،.؛:]+\s){1,7}"
)
_OF_THEM = re.compile(r"\S*\s?منهم")


def stolen(line: Line, count: Count) -> str:
    """«قتل مسلح 38 سائحا»: who was taken for the victim did it."""
    people, last = count.people, line.last_told
    if line.hungry or last is None or last.harm is None or last.people.counted or not _is_verb(line.text, last.harm, last.people):
        return ""
    gap = line.text[last.people.stop : people.start]
    if last.people.noun.form == "accusative" or last.part_of is not None or not _may_harm(last.people, people, gap):
        return ""
    some = people.noun.whose or (people.counted and line.text.startswith(" من ", people.stop))  # «قتل مسلحو الجماعة ثلاثة من الشرطة»
    named_one = _is_named(line.text, last.people, people)
    if not named_one and (people.particles or not some or not (people.counted or _is_object(line.text, last.people, people))):
        return ""
    if not (one_subject(gap) or (people.counted and _force(gap)) or _somewhere(line.text, last.people, people)):
        return ""
    if WHOSE.match(gap) and _OF_THEM.match(line.text, people.stop - 5):
        return ""
    count.measures, count.harm, last.measures = last.measures, last.harm, ()
    last.rules.append("figure.agent")
    return f"figure.{last.harm.kind}.{last.harm.measure}"


def _is_verb(text: str, head: Harm, doers: People) -> bool:
    """Whether a word tells what those behind it did: «ذبح مسلحون» is a verb, since behind the noun they would be «مسلحين»."""
    spelt_alike = text.startswith("ذبح ", head.start) or nominative(text, doers.start, doers.stop)  # «ذبح عناصر من التنظيم ثلاثة»
    return head.kind in ("verb", "active") or (head.kind == "masdar" and not head.proclitic and spelt_alike)


def _is_object(text: str, doers: People, people: People) -> bool:
    """«قتل مسلحون رجل دين», «قتل مسلح سائحتين», «قتل مسلح إمام مسجد»: whether people without a number can only be whom others harmed."""
    if people.noun.form == "accusative":
        return True
    if people.definite or people.noun.of_nation:
        return False
    if people.noun.form == "one":
        several = doers.noun.form == "many" or (doers.noun.form == "two" and nominative(text, doers.start, doers.stop))
        said = text[people.start : people.stop]
        her = said.endswith("ه") and not text[doers.start : doers.stop].partition(" ")[0].endswith("ه")  # «قتل مسلح امرأة»
        return several or (doers.noun.form == "one" and (her or (" " in said and not said.endswith("ي"))))
    oblique = text[people.start : people.stop].partition(" ")[0].endswith("ين")
    return oblique and people.noun.form in ("two", "either") and (doers.noun.form == "one" or nominative(text, doers.start, doers.stop))


def _is_named(text: str, doers: People, people: People) -> bool:
    """«اغتال مسلحون الناشط علي جاسم», «قتل مسلح الناشط علي»: whether one known by name stands behind gunmen, or right behind one."""
    if people.counted or not people.definite or people.noun.form != "one" or people.particles not in ("", "ال"):
        return False
    one = doers.noun.form == "one" and doers.noun.whose == "armed" and people.start - doers.stop <= 1
    several = doers.noun.form in ("many", "two", "either") and nominative(text, doers.start, doers.stop)
    return (one or several) and not doers.definite and a_name(text, people.stop)


def _may_harm(doer: People, people: People, gap: str) -> bool:
    """Whether one bears arms, or right behind one person of whom no more is said others are counted («قتل رجل ثلاثة أطفال»)."""
    if doer.noun.whose in AGENTS:
        return True
    alone = doer.noun.form == "one" and not (doer.definite or doer.counted or doer.noun.measure)
    beside = gap.startswith(" ") and all(word in _DAYS for word in gap.split())
    return alone and beside and people.counted and bool(people.noun.whose) and people.noun.form != "case" and not people.noun.measure


def _force(gap: str) -> bool:
    """Whether words are the name of a force and its adjectives, or a day: «جنود الحرس الوطني السعودي», «مسلحو حركة طالبان أمس»."""
    words = gap.split()
    if "،" in gap or len(words) > _GROUP:
        return False
    more = all(word.startswith("ال") or word in _DAYS for word in words[_NAME:])
    return more and not any(word in AWAY or word in CLAUSE for word in words)


def _somewhere(text: str, doers: People, people: People) -> bool:
    """«قتل مسلحون في مدينة كذا أمس أربعة جنود»: whether only where and when stands between people in the nominative and those counted."""
    several = text[doers.start : doers.stop].partition(" ")[0].endswith(("ون", "ان"))
    gap = text[doers.stop : people.start]
    if not (several and people.counted and _PLACE.fullmatch(gap)):
        return False
    words = gap.split()
    return words[-1] not in AWAY and not any(word in CLAUSE for word in words)
