"""Words that are looked up where they stand."""

import re

from agents.extract.words.wordlists import any_of, listed


def test_words_are_folded_and_of_one_value() -> None:
    assert "موضحه" in listed("partings", "adding")
    assert listed("partings", "amid").isdisjoint(listed("partings", "adding"))


def test_without_a_value_all_words_are_given() -> None:
    assert listed("partings") == listed("partings", "adding") | listed("partings", "amid") | listed("partings", "also")


def test_longer_words_are_tried_before_those_they_begin_with() -> None:
    found = re.match(any_of("acts", "blame"), "مسؤوليته عن الهجوم")
    assert found is not None
    assert found.group() == "مسؤوليته"


def test_a_last_letter_is_open_to_a_pronoun_where_the_word_is_somebodys() -> None:
    plain, owned = any_of("forces", "owned"), any_of("forces", "owned", owned=True)
    assert re.fullmatch(plain, "سفينه") and not re.fullmatch(plain, "سفينت")
    assert re.fullmatch(owned, "سفينه") and re.fullmatch(owned, "سفينت")
    assert re.fullmatch(owned, "جنود") and not re.fullmatch(owned, "جنودت")


def test_a_row_that_ends_with_a_tatweel_is_the_beginning_of_words() -> None:
    subject = any_of("roles", "subject")
    assert re.fullmatch(subject, "مسلحون") and re.fullmatch(subject, "مسلح")
    assert re.fullmatch(subject, "شرطه") and not re.fullmatch(subject, "شرطهم")
    assert "مسلح" in listed("roles", "subject")


def test_the_longest_word_of_those_that_begin_alike_is_found() -> None:
    pattern = re.compile(any_of("sources", "end"))
    for word in listed("sources", "end"):
        found = pattern.match(word)
        assert found is not None and found.group() == word
