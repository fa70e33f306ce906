"""Of them: what one, or some, of the people before them are («فلسطينيان أحدهما طفل», «51 قتيلا، 40 منهم أطفال»)."""

import re

from agents.extract.harm.counts import PART, REFUSED, Count, Line

OF_THEM = re.compile(r"\sمنه(?:م|ما|ن)(?![\u0621-\u064a])")  # behind people: they are of some who were told of
_WHO_ARE = re.compile(r"\sمنهم\s(?:من\s|كانوا\s|هم\s)?(?:ال)?")
ONE_OF_THEM = re.compile(r"(?<![\u0621-\u064a])اح(?:د|دا)ه(م|ما|ن)\s")
_BESIDE = re.compile(r"[\s،\"»(]*(?:[^\s.:]+\s){0,4}[\s،\"«(-]*")
_KINDS = frozenset(["many", "either", "two"])


def one_of(line: Line, count: Count) -> str:
    """«قتل فلسطينيان أحدهما طفل»: what one of those is who stand before."""
    people, last = count.people, line.last_told
    if last is None or people.counted or people.noun.subset is None or people.noun.form != "one":
        return ""
    them = ONE_OF_THEM.match(line.text, people.start, people.stop) or ONE_OF_THEM.search(line.before(people.start, 9))
    if them is None:
        return ""
    others = line.heads and line.heads[-1].start > last.people.stop and line.heads[-1] is not last.harm  # not «أن شخصين قتلا أحدهما جندي»
    several = last.part_of is None and last.people.high != 1 and not others
    if not several or not _BESIDE.fullmatch(line.text, last.people.stop, people.start):
        return ""
    count.measures, count.harm, count.part_of = last.measures, last.harm, len(line.counts) - 1
    count.people = people._replace(low=1, high=1, other=False)
    if them.group(1) == "ما" and last.people.noun.form == "either" and last.people.high is None and not last.people.counted:
        last.people = last.people._replace(high=2)  # of more than two it would be «أحدهم»
    return PART


def some_of(line: Line, count: Count) -> str:
    """«51 قتيلا، 40 منهم أطفال»: who those are that a number counts of the people before."""
    people, last = count.people, line.last
    if last is None:
        return ""
    told_so = people.counted and " منهم من " in line.text[people.start : people.stop]  # «خمسة منهم من رجال الأمن»
    alone = not people.counted and people.noun.form in _KINDS and last.people.counted and not (last.measures or last.people.noun.whose)
    if not told_so and not (alone and _WHO_ARE.fullmatch(line.text, last.people.stop, people.start)):
        return ""
    part = count if told_so else last
    at = len(line.counts) - (1 if told_so else 2)
    whole = line.counts[at] if at >= line.first else None
    if whole is None or not whole.measures or whole.part_of is not None:
        return ""
    if not _BESIDE.fullmatch(line.text, whole.people.stop, part.people.start):
        return ""
    line.part, line.part_measure, line.part_opens, line.part_stop = at, "", False, people.stop
    part.measures, part.harm, part.part_of = whole.measures, whole.harm, at
    if told_so:
        return PART
    last.people = last.people._replace(noun=people.noun, stop=people.stop)
    last.rules.append(PART)
    return REFUSED
