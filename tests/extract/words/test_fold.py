"""Folding: what is unified, and that every folded span lies in the article at the text it names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.words.fold import fold, fold_word

LETTERS = "مقتلابةىيكکیأإآئؤء ـًٌَُِّْٰ\u200f\u200e\u200b\ufeffﷲﻻﻼﺍﺎﺑﭘﺻﷺ٠٥٩۵“”«».,،؟\n\tabcé1"
SET_APART = re.compile(r"[\u0621-\u063a\u0641-\u064a]{3} \d|، [\u0621-\u064a]")
TEXTS = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])))


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("مِئَةٌ", "مئه"),
        ("مئـــة", "مئه"),
        ("إلى أمٍ آخر", "الي ام اخر"),
        ("کردستان یک", "كردستان يك"),
        ("الـ١٢ و۳۴", "ال12 و34"),
        ("ﻻ ﷲ", "لا الله"),
        ("\u200fقتل\u200e 5", "قتل 5"),
        ("“أ” ‘ب’", "\"ا\" 'ب'"),
        ("1٬500 و5٪", "1,500 و5%"),
        ("a\u00a0b\tc", "a b c"),
        ("مسؤول مئة", "مسؤول مئه"),
        ("مقتل25 شخصا", "مقتل 25 شخصا"),
        ("أصيب٣٠ آخرون", "اصيب 30 اخرون"),
        ("بين 20 وال25", "بين 20 وال25"),
        ("في30 آذار", "في30 اذار"),
        ("إف16 وبدر1", "اف16 وبدر 1"),
        ("قتل  خمسة \u200f مدنيين", "قتل خمسه مدنيين"),
        ("في \u2003سوريا\u3000أمس", "في سوريا امس"),
        ("عناصر #تنظيم_داعش في #سوريا", "عناصر تنظيم داعش في سوريا"),
        ("في سوريا ،وقال", "في سوريا، وقال"),
        ("في سوريا, وقال 1,087", "في سوريا، وقال 1,087"),
        ("قوات « البلدة » هناك .", 'قوات "البلده" هناك.'),
        ('تنظيم "داعش" و«حماس» و « حزب الله » هناك', "تنظيم داعش وحماس وحزب الله هناك"),
        ('تابعة لـ"الحوثيين" و"طالبان"', "تابعه للحوثيين وطالبان"),
        ('قال: "خسرت داعش" و"القاعدة" و"حماس المدينة"', 'قال: "خسرت داعش" و"القاعده" و"حماس المدينه"'),
        ("قتل جندي و أصيب آخر و 5 مدنيين\nو قال", "قتل جندي واصيب اخر و5 مدنيين\nوقال"),
        ("استشهاد (15) جنديا و (4) مدنيين وعدد ( 3 ) بنادق", "استشهاد 15 جنديا و4 مدنيين وعدد 3 بنادق"),
        ("القرار (2231) أمميا وإصابة (33) تغمدهم الله وعلي (20) عاما", "القرار (2231) امميا واصابه (33) تغمدهم الله وعلي (20) عاما"),
        ("مايزيد عن خمسة ومازالت، ماديا", "ما يزيد عن خمسه وما زالت، ماديا"),
        ("مسئولون في الشئون", "مسؤولون في الشؤون"),
        ("الفرقة و\nالعدو و قال", "الفرقه و\nالعدو وقال"),
        ("مقتل خمسة جنود في كمين\nمقتل خمسة جنود في كمين. قال متحدث", "مقتل خمسه جنود في كمين\nقال متحدث"),
        ("مقتل خمسة جنود في كمين\nمقتل خمسة جنود في كمين أمس. قال", "مقتل خمسه جنود في كمين\nمقتل خمسه جنود في كمين امس. قال"),
        ("مقتل خمسة جنود في كمين\nمقتل خمسة جنود في كمين", "مقتل خمسه جنود في كمين\nمقتل خمسه جنود في كمين"),
        ("قتل\u2028أصيب", "قتل\nاصيب"),
        ("", ""),
    ],
)
def test_spellings_are_unified(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


def test_a_span_after_dropped_marks_names_the_raw_word() -> None:
    raw = "قُتِلَ خمســة في الـ12 من آذار"
    found = fold(raw)
    start = found.text.index("خمسه")
    assert raw[slice(*found.raw_span(start, start + 4))] == "خمســة"
    start = found.text.index("12")
    assert raw[slice(*found.raw_span(start, start + 2))] == "12"


def test_a_span_after_blanks_that_went_names_the_raw_word() -> None:
    raw = "قتل   خمسة ، و #تنظيم_داعش 25شخصا  في مقتل25 ."
    found = fold(raw)
    for word, named in (("خمسه،", "خمسة ،"), ("تنظيم داعش", "تنظيم_داعش"), ("شخصا في", "شخصا  في"), ("25.", "25 .")):
        start = found.text.index(word)
        assert raw[slice(*found.raw_span(start, start + len(word)))] == named


def test_a_letter_of_a_ligature_stands_for_the_whole_of_it() -> None:
    found = fold("قال ﷲ أكبر")
    start = found.text.index("الله")
    assert found.raw_span(start, start + 1) == found.raw_span(start, start + 4) == (4, 5)


@given(TEXTS)
def test_folded_and_clean_have_one_length(raw: str) -> None:
    found = fold(raw)
    assert len(found.text) == len(found.clean)


@given(TEXTS, st.data())
def test_every_folded_span_maps_to_the_text_it_names(raw: str, data: st.DataObject) -> None:
    found = fold(raw)
    start = data.draw(st.integers(0, len(found.text)))
    stop = data.draw(st.integers(start, len(found.text)))
    first, last = found.raw_span(start, stop)
    assert 0 <= first <= last <= len(raw)
    part, again = found.text[start:stop], fold(raw[first:last]).text
    if SET_APART.search(found.text):  # the space that sets a number or a word apart is not in the article
        part, again = part.replace(" ", ""), again.replace(" ", "")
    assert part.replace(",", "،") in again.replace(",", "،")  # a comma of another keyboard is told by the blank behind it


def test_a_number_set_apart_keeps_its_place() -> None:
    raw = "مُقتـل25 شخصا وأصاب٣٠ رجلا"
    found = fold(raw)
    for number, written in (("25", "25"), ("30", "٣٠")):
        start = found.text.index(f" {number} ") + 1
        assert raw[slice(*found.raw_span(start, start + 2))] == written
    start = found.text.index("شخصا")
    assert raw[slice(*found.raw_span(start, start + 4))] == "شخصا"


@given(TEXTS)
def test_offsets_never_run_back(raw: str) -> None:
    found = fold(raw)
    places = [found.raw(at) for at in range(len(found.text))]
    assert places == sorted(places)


@given(TEXTS)
def test_folding_twice_changes_nothing(raw: str) -> None:
    assert fold(fold(raw).text).text == fold(raw).text


def test_a_surface_loses_outer_and_double_spaces() -> None:
    assert fold_word("  أول   من أمس ") == "اول من امس"


@given(TEXTS)
def test_a_surface_is_folded_as_a_text_is(raw: str) -> None:
    assert fold_word(raw) == " ".join(fold(raw).text.split())


@pytest.mark.parametrize("raw", ["و 11 جريحا", "سقط ضحايا و 11 جريحا", "سقط ضحايا\nو 11 جريحا"])
def test_and_that_stands_apart_is_read_as_written_on(raw: str) -> None:
    assert fold(raw).text == raw.replace("و ", "و")
