"""The matcher: whole words, particles written onto them, phrases over punctuation, overlaps."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Entry, Matcher

ENTRIES = [
    Entry("قتيل", "harm", "killed"),
    Entry("بغداد", "place", "Baghdad"),
    Entry("القوات", "actor", "forces"),
    Entry("قوات سوريا الديمقراطية", "actor", "sdf"),
    Entry("قوات", "actor", "troops"),
    Entry("سوريا", "place", "Syria"),
    Entry("آلاف", "number", "1000"),
    Entry("ميغ", "arms", "MiG", clitics=False),
    Entry("درعا البلد", "place", "Daraa al-Balad"),
    Entry("درعا", "place", "Daraa"),
]


def found(text: str) -> list[tuple[str, str, str]]:
    line = fold(text).text
    hits = itertools.chain.from_iterable(Matcher(ENTRIES).hits(line).values())
    return [(line[hit.start : hit.stop], hit.value, hit.proclitic) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتيل", [("قتيل", "killed", "")]),
        ("وقتيل", [("وقتيل", "killed", "و")]),
        ("والقتيل", [("والقتيل", "killed", "وال")]),
        ("وبالقتيل", [("وبالقتيل", "killed", "وبال")]),
        ("للقتيل", [("للقتيل", "killed", "لل")]),
        ("قتيلا", []),
        ("مقتيل", []),
        ("ببغداد", [("ببغداد", "Baghdad", "ب")]),
        ("بغداد.", [("بغداد", "Baghdad", "")]),
        ("«بغداد»", [("بغداد", "Baghdad", "")]),
        ("#بغداد_اليوم", [("بغداد", "Baghdad", "")]),
        ("القوات", [("القوات", "forces", "")]),
        ("للقوات", [("للقوات", "forces", "ل")]),
        ("وبالقوات", [("وبالقوات", "forces", "وب")]),
        ("والآلاف", [("والالاف", "1000", "وال")]),
        ("آلاف", [("الاف", "1000", "")]),
        ("ميغ", [("ميغ", "MiG", "")]),
        ("الميغ", []),
        ("درعا البلد", [("درعا البلد", "Daraa al-Balad", "")]),
        ("درعا، البلد", [("درعا", "Daraa", "")]),
        ("درعا. البلد", [("درعا", "Daraa", "")]),
        ("درعا  البلد", [("درعا البلد", "Daraa al-Balad", "")]),
        ("قوات «سوريا» الديمقراطية", [('قوات "سوريا" الديمقراطيه', "sdf", ""), ("سوريا", "Syria", "")]),
        ("ولقوات سوريا الديمقراطية", [("ولقوات سوريا الديمقراطيه", "sdf", "ول"), ("سوريا", "Syria", "")]),
        ("قوات سوريا", [("قوات", "troops", ""), ("سوريا", "Syria", "")]),
        ("", []),
    ],
)
def test_words_are_found_whole_with_their_particles(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(found(text)) == sorted(expected)


def test_two_meanings_of_one_surface_both_stay() -> None:
    matcher = Matcher([Entry("الباب", "place", "al-Bab"), Entry("الباب", "word", "door"), Entry("الباب", "place", "al-Bab, Yemen")])
    values = {kind: [hit.value for hit in hits] for kind, hits in matcher.hits("الباب").items()}
    assert values == {"place": ["al-Bab", "al-Bab, Yemen"], "word": ["door"]}


def test_an_empty_matcher_finds_nothing() -> None:
    assert Matcher([]).hits("قتيل") == {}


def test_hits_are_grouped_by_kind() -> None:
    hits = Matcher(ENTRIES).hits("قتيل في بغداد وسوريا")
    assert [hit.value for hit in hits["place"]] == ["Baghdad", "Syria"]
    assert [hit.value for hit in hits["harm"]] == ["killed"]


@given(
    st.lists(
        st.sampled_from(["قوات", "سوريا", "الديمقراطيه", "و", "وال", "بغداد", " ", "  ", "،", ".", "\n", '"', "درعا", "البلد", "x"])
    ).map("".join)
)
def test_hits_lie_in_the_text_whole_and_apart_by_kind(text: str) -> None:
    for hits in Matcher(ENTRIES).hits(text).values():
        for hit in hits:
            assert 0 <= hit.start <= hit.entry_start < hit.stop <= len(text)
            assert text[hit.start : hit.entry_start] == hit.proclitic
            assert not text[hit.start - 1 : hit.start].isalnum()
            assert not text[hit.stop : hit.stop + 1].isalnum()
        assert all(one.stop <= two.start or one[:2] == two[:2] for one, two in itertools.pairwise(hits))
