"""Sentences: the text with «|» where one ends and the next begins; blanks between them belong to none."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.words.fold import fold
from agents.extract.words.sentences import LONGEST, accounts, asides, split, title, top

CASES = [
    ("قتل خمسة.| وجرح ستة.", "two stops"),
    ("قتل خمسة؟| نعم!| لا.", "question and exclamation marks"),
    ("هل قتلوا?| نعم.", "Latin question mark"),
    ("العنوان|\nالمتن", "a line break"),
    ("العنوان|\n\nالمتن|\n", "several line breaks"),
    ("قتل خمسة…| وجرح ستة", "ellipsis"),
    ("قتل خمسة...| وجرح ستة", "three points"),
    ("صورة أ.ب للموقع", "initials"),
    ("قال ع. س. إن خمسة قتلوا", "initials with blanks"),
    ("نقلت (أ.ف.ب) النبأ.| وقتل خمسة", "initials in brackets"),
    ("نزح 1.5 مليون شخص.| وعاد 3.200", "decimal numbers"),
    ("قال: «قتلوا.»| ثم صمت", "closing guillemet stays with its sentence"),
    ('قال: "قتلوا."| ثم صمت', "closing quote stays with its sentence"),
    ("قتلوا (خمسة.)| ثم صمت", "closing bracket stays with its sentence"),
    ("موقع example.com نشر الخبر", "an address"),
    ("قتل خمسة، وجرح ستة؛ وفر اثنان", "commas do not end a sentence"),
    ("وقع الهجوم شمال بغداد.|وقالت الشرطة ذلك", "a blank forgotten between two words"),
    ("وقع الهجوم شمال بغداد.|/وقالت الشرطة ذلك", "a stroke for the blank"),
    ("طائرات من طراز سي.كيو المسيرة", "no two words"),
    ("نشر موقع العربية.نت الخبر", "a site"),
    ("عدن..|تحرير منطقة", "two stops and no blank"),
    ('قال: "انتهى القصف".|ولفت إلى ذلك عام 2018.|وكان', "behind a quote and a year"),
    ("قال في (أ.ف.ب) إن", "initials in brackets"),
    ("قتل خمسة", "no stop at all"),
]


@pytest.mark.parametrize(("marked", "note"), CASES)
def test_sentences_end_where_a_reader_ends_them(marked: str, note: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:stop] for start, stop in split(text)] == [piece.strip() for piece in marked.split("|") if piece.strip()], note


def test_what_goes_on_without_a_stop_is_cut_at_a_blank() -> None:
    text = "قتل خمسة " * LONGEST
    spans = split(text)
    assert all(0 < stop - start <= LONGEST for start, stop in spans)
    assert " ".join(text[start:stop] for start, stop in spans) == text.strip()


def test_what_goes_on_without_a_blank_is_cut_all_the_same() -> None:
    assert split("و" * (2 * LONGEST + 1)) == [(0, LONGEST), (LONGEST, 2 * LONGEST), (2 * LONGEST, 2 * LONGEST + 1)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n "])
def test_blank_texts_have_no_sentence(text: str) -> None:
    assert split(text) == []


@given(st.text(st.sampled_from('اب .؟!…\n"»)1،')))
def test_sentences_are_apart_in_order_and_hold_all_words(text: str) -> None:
    spans = split(text)
    assert all(start < stop for start, stop in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert "".join("".join(text[start:stop].split()) for start, stop in spans) == "".join(text.split())


def test_short_lines_without_a_stop_are_asides_where_lines_end_with_one() -> None:
    text = "عنوان الخبر\nقال متحدث إن القصف مستمر.\nوأكد شهود ذلك."
    text += "\nاقرأ أيضا: مقتل 5 في مدينة أخرى\nوأضاف المتحدث أن الوضع صعب.\nوانتهى البيان."
    spans = split(text)
    assert [text[slice(*spans[at])] for at in sorted(asides(text, spans, len("عنوان الخبر")))] == ["اقرأ أيضا: مقتل 5 في مدينة أخرى"]


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("اقرأ أيضا: مقتل خمسة في مدينة أخرى.", 1),
        ("شاهد أيضا\nمقتل خمسة في مدينة أخرى", 2),
        ("• للمزيد تابعونا", 1),
        ("شاهد عيان: قتل خمسة.", 0),
        ("تابع المصدر أن خمسة قتلوا.", 0),
        ("اقرأ أيضا\nقتل خمسة مدنيين في غارة أخرى.", 1),
    ],
)
def test_lines_that_lead_on_to_other_pages_are_asides(line: str, gone: int) -> None:
    text = fold(f"عنوان الخبر\nقال متحدث إن القصف مستمر\n{line}\nوأضاف أن الوضع صعب").text
    assert len(asides(text, split(text), len("عنوان الخبر"), 1)) == gone


def test_lines_are_no_asides_where_none_ends_with_a_stop() -> None:
    text = "عنوان الخبر\nقال متحدث إن القصف مستمر\nوأكد شهود ذلك\nوقتل خمسة مدنيين\nوأضاف المتحدث أن الوضع صعب\nوانتهى البيان"
    assert asides(text, split(text), len("عنوان الخبر")) == frozenset()


@pytest.mark.parametrize(
    ("marked", "note"),
    [
        ("قتلى في غارة،| والحكومة: سنرد\nالمتن، وقال: لا", "another speaks; below the headline nothing is parted"),
        ("قتلى في غارة،| وزير الدفاع العراقي: سنرد\nالمتن", "three words name who speaks"),
        ("قتلى في غارة، بينهم قائد ميداني كبير هناك: فلان\nالمتن", "a list, not a speaker"),
        ("الموصل: قتلى في غارة\nالمتن", "nothing before the comma"),
    ],
)
def test_a_headline_is_parted_where_another_speaks(marked: str, note: str) -> None:
    text = marked.replace("|", "")
    found = accounts(text, split(text), text.find("\n"))
    expected = [piece.strip() for line in marked.split("\n") for piece in line.split("|")]
    assert [text[start:stop] for start, stop in found] == expected, note


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("- غارات على مدينة دوما", False),
        ("• غارات على مدينة دوما", False),
        ("14:30 غارات على مدينة دوما", False),
        ("غارات على مدينة دوما", True),
        ("صورة من مدينة دوما", True),
    ],
)
def test_an_item_of_a_list_is_no_label_and_no_headline(line: str, label: bool) -> None:
    text = fold(f"{line}\n{line}\nقتل خمسة مدنيين في غارات على بلدة بنش أمس، وأصيب عشرة آخرون نقلوا إلى المستشفيات.").text
    sentences = split(text)
    _, labels = top(text, sentences, 0, [], [text.find("قتل")])
    assert (0 in labels) is label
    assert bool(title(text, sentences, named=False)) is label
