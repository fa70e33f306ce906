"""Letters and words that are looked for before a pattern is searched: wherever the pattern finds something, they are there."""

import json
import re
from collections.abc import Callable, Iterator

import pytest

import seeds
from agents.extract.acts import withdrawn
from agents.extract.days import lags
from agents.extract.frames import periods
from agents.extract.harm import counts
from agents.extract.harmed import telling
from agents.extract.places import places
from agents.extract.roles import rolewords
from agents.extract.scope import actsets, actsums, lasting, scope
from agents.extract.sites import sites, towns
from agents.extract.words.fold import fold

REACH = 90  # characters before a word that the patterns look at


def texts() -> Iterator[str]:
    for path in sorted(seeds.path("articles").glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            yield fold(json.loads(line)["body"]).text


def windows() -> Iterator[str]:
    """What stands before each word of the shipped articles."""
    for text in texts():
        for found in re.finditer(r"\s(?=\S)", text):
            yield text[max(found.end() - REACH, 0) : found.end()]


RARE = [  # what the shipped articles lack
    "قال الجيش في بيان صادر عن ",
    "قتل مدنيون في هذه الغارات ",
    "قتل 29 في الغوطه، بينهم 17 في ",
    "عقب معارك استمرت عشره ايام ",
    "خلال القتال الذي انتهي في ",
    "تسببت المعارك المتواصله في ",
    "خلال الاحتجاجات المقرر ان تنتهي ",
    "ارتكب مجازر راح ضحيتها ",
    "بحسب حصيله ",
    "بدات احتجاجات، وقتل فيها ",
    "معركه المدينه ستكون حاسمه ",
    "الصواريخ التي ستطلق علي ",
    "في الهجومين ",
    "بعد سلسله الغارات ",
    "حكما باعدام ",
]
BEFORE = [*windows(), *RARE]
GUARDS: dict[str, tuple[re.Pattern[str], Callable[[str], bool]]] = {
    "backer": (rolewords.BACKER, lambda before: any(one in before for one in rolewords.BACKER_BY)),
    "between": (rolewords.BETWEEN, lambda before: "بين" in before),
    "ascribed": (rolewords.ASCRIBED, lambda before: any(one in before for one in rolewords.ASCRIBED_BY)),
    "accused": (rolewords.ACCUSES, lambda before: any(one in before for one in rolewords.ACCUSED_BY)),
    "fires": (rolewords.FIRES, lambda before: any(one in before for one in rolewords.FIRED_BY)),
    "issued": (rolewords.ISSUED, lambda before: any(one in before for one in rolewords.ISSUED_BY)),
    "thing": (rolewords.THING_OF, rolewords.may_be_thing),
    "aftermath": (rolewords.AFTERMATH, rolewords.may_follow),
    "listed": (towns._BETWEEN, lambda before: any(one in before for one in towns._BETWEEN_BY)),
    "shares": (sites._SHARE, lambda before: any(one in before for one in sites._SHARE_BY)),
    "acts": (scope._ACTS, lambda before: any(one in before for one in scope._ACTS_BY)),
    "long acts": (scope._LONG_ACTS, lambda before: any(one in before for one in scope._LONG_ACTS_BY)),
    "members": (rolewords.MEMBERS, lambda before: "من" in before[-4:]),
    "negated": (withdrawn.NEGATED, lambda before: not withdrawn.NO.isdisjoint(before.split()[-3:])),
    "lasting": (lasting._LASTING, lambda before: any(unit in before for unit in lasting._UNITS)),
    "went on": (lasting._WENT_ON, lambda before: any(one in before for one in lasting._WENT_ON_BY)),
    "ended": (lasting._ENDED, lambda before: any(one in before for one in lasting._ENDED_BY)),
    "to end": (lasting._TO_END, lambda before: any(one in before for one in lasting._TO_END_BY)),
    "massacres": (lasting._MASSACRES, lambda before: any(one in before for one in lasting._MASSACRES_BY)),
    "by tally": (lasting._BY_TALLY, lambda before: "حصيل" in before),
    "going": (lasting._GOING, lambda before: any(one in before for one in lasting._GOING_BY)),
    "in them": (actsums._IN_THEM, lambda before: any(one in before for one in actsums._IN_THEM_BY)),
    "in the acts": (periods._THE_ACTS, lambda before: any(one in before for one in periods._THE_ACTS_BY)),
    "to be": (withdrawn._TO_BE, lambda before: any(one in before for one in withdrawn._TO_BE_BY)),
    "to do": (withdrawn._TO_DO, lambda before: any(one in before for one in withdrawn._TO_DO_BY)),
    "sets of acts": (actsets._SETS, lambda before: any(one in before for one in actsets._ACTS)),
    "known sets": (actsets._KNOWN, lambda before: any(one in before for one in actsets._ACTS)),
    "charges": (telling._CHARGE, lambda before: any(one in before for one in telling._COURT_BY)),
    "doer": (counts._DOER, lambda before: before.rstrip()[-1:] in counts._THEIRS),
}


@pytest.mark.parametrize("name", GUARDS)
def test_a_guard_lets_through_whatever_its_pattern_finds(name: str) -> None:
    pattern, guard = GUARDS[name]
    found = [before for before in BEFORE if pattern.search(before)]
    assert found
    assert [before for before in found if not guard(before)] == []


def test_a_desk_is_seen_where_a_text_is_signed() -> None:
    signed = "باريس، فرنسا (AFP) – قتل"
    assert places._SIGNED.search(signed) and places._DESK.search(signed)
    assert not places._SIGNED.search("باريس (1) – قتل") and not places._DESK.search("باريس (1) – قتل")


def test_a_desk_is_looked_for_in_its_own_line_only() -> None:
    text = "اخبار (AFP) - قتل (ABC) - كذا\nوقتل 5\nباريس (AFP) قتل\nلندن، بريطانيا (BBC): قتل\n (BBC): قتل"
    assert [text[start:stop] for start, stop in places._signed(text)] == ["اخبار (AFP)", "لندن، بريطانيا (BBC)"]
    assert places._signed(text) == [one.span() for one in places._SIGNED.finditer(text)]


def test_a_lag_begins_with_its_word_and_never_inside_another() -> None:
    assert [(one.start, one.stop) for one in lags.find("وبعد يومين من الهجوم")] == [(0, 14)]
    assert [one.start for one in lags.find("جاء\nبعد يومين من الهجوم")] == [4]
    assert lags.find("استبعد يومين من الهجوم") == []
    assert [one.days for one in lags.find("قتل غداه هجوم")] == [1]
