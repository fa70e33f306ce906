"""Places in sentences, by what stands around their names."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agents.extract.core import Reader
from agents.extract.lockstep import alone
from agents.extract.places import gazetteer
from agents.extract.places.mention import PlaceMention
from agents.extract.places.places import Places
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Matcher
from streams.records import Article

MATCHER, PLACES = Matcher(gazetteer.entries()), Places.load()
LINES = Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if not line.startswith("#")]


def read(text: str, title_stop: int = 0) -> list[PlaceMention]:
    folded = fold(text)
    return alone(PLACES.find(folded, MATCHER.hits(folded.text), title_stop))


@pytest.mark.parametrize(("text", "expected", "note"), CASES, ids=[note for *_, note in CASES])
def test_a_place_is_named_located_and_cued(text: str, expected: str, note: str) -> None:
    assert "; ".join(f"{one.place.name} ({one.place.country}) {one.cue}" for one in read(text)) == expected


def test_the_spans_of_names_are_those_of_the_text() -> None:
    text = "قتل ثلاثة في مدينة تدمر بريف حمص"
    assert [text[one.start : one.stop] for one in read(text)] == ["تدمر", "ريف حمص"]


def test_a_village_of_the_same_name_is_the_one_beside_the_town_named() -> None:
    here, _ = read("أحرق مستوطنون منزلا في دوما جنوب نابلس")
    assert (here.place.admin1, here.place.lat) == ("West Bank", pytest.approx(32.06, abs=0.1))


def test_an_unknown_village_has_a_governorate_and_no_coordinates() -> None:
    unknown, _ = read("قتل مدنيان في قرية المرواح بمحافظة حجة")
    assert (unknown.place.admin1, unknown.place.lat, unknown.rule) == ("Hajjah", None, "place.unlisted")


_FAR = "وقالت مصادر أمنية وطبية في بيانات متفرقة إن القتلى والجرحى نقلوا كلهم إلى المراكز الطبية القريبة منهم بعد ساعات طويلة من القتال"


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        (f"دارت معارك في محافظة أسيوط. {_FAR}. وقتل ثلاثة في قرية المرجوحية", "Asyut"),
        (f"دارت معارك في محافظة أسيوط وفي سوهاج وفي المنيا. {_FAR}. وقتل ثلاثة في قرية المرجوحية", "Minya"),
        (f"دارت معارك في محافظة أسيوط.\n{_FAR}.\nوقتل ثلاثة في قرية المرجوحية", "Asyut"),
        (f"دارت معارك في محافظة أسيوط وفي سوهاج.\n{_FAR}.\nوقتل ثلاثة في قرية المرجوحية", None),
        (f"دارت معارك في محافظة أسيوط. {_FAR}. وقتل ثلاثة في مقاطعة المرجوحية", None),
        (f"دارت معارك في مصر. {_FAR}. وقتل ثلاثة في قرية المرجوحية", None),
        (f"دارت معارك في محافظة أسيوط وفي ليبيا. {_FAR}. وقتل ثلاثة في قرية المرجوحية في ليبيا", None),
    ],
)
def test_an_unknown_village_lies_in_the_governorate_told_in_its_lines_or_the_only_one(text: str, admin1: str | None) -> None:
    assert [one.place.admin1 for one in read(text) if one.rule == "place.unlisted"] == [admin1]


@pytest.mark.parametrize(("text", "precision"), [("في مدينة حمص", 1), ("قرب مدينة حمص", 2), ("في محافظة حمص", 4), ("في سوريا", 6)])
def test_precision_says_how_exactly_a_place_is_known(text: str, precision: int) -> None:
    assert [one.place.geo_precision for one in read(text)] == [precision]


def test_the_northern_countryside_lies_north_of_its_town() -> None:
    (plain,), (north,) = read("في ريف حمص"), read("في ريف حمص الشمالي")
    assert plain.place.lat is not None and north.place.lat is not None
    assert 0.1 < north.place.lat - plain.place.lat < 0.3


def test_a_place_inside_a_longer_name_is_left_out() -> None:
    text = "تبنى تنظيم ولاية سيناء الهجوم"
    folded = fold(text)
    assert alone(PLACES.find(folded, MATCHER.hits(folded.text), 0, [(5, 22)])) == []


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("سقطت قذائف على حي الروضة بمدينة تعز", "الروضة", "Taiz"),
        ("سقطت قذائف على حي الروضة في شبوة", "الروضة", "Shabwah"),
        ("أغارت المقاتلات على منطقة العريش بمديرية موزع", "العريش", "Taiz"),
        ("قصف الجيش بلدتي السقيلبية والشيخ حديد بريف حماة", "الشيخ حديد", "Hama"),
        ("قتل جندي في خان بني سعد في بغداد", "خان بني سعد", "Diyala"),
        ("سيطرت المقاومة على منطقة العين، جنوب مدينة لودر", "العين", "Abyan"),
        ("دارت اشتباكات في حي الخالدية شمال حلب", "الخالدية", "Aleppo"),
        ("قصف الجيش موقعا في محيط مدينة حمد غرب خان يونس", "مدينة حمد", "Gaza Strip"),
        ("قتل جندي في بلدة البعاج شمال غرب بغداد", "البعاج", "Nineveh"),
    ],
)
def test_a_place_lies_where_the_words_behind_it_say(text: str, name: str, admin1: str) -> None:
    assert [one.place.admin1 for one in read(text) if one.place.name == name] == [admin1]


@pytest.mark.parametrize(
    ("text", "country"),
    [("قصفت طائرات الاحتلال منزلا في رفح.", "PS"), ("قصفت الطائرات منزلا في رفح.", "EG"), ("قصف الجيش المصري رفح والعريش.", "EG")],
)
def test_of_two_towns_of_one_name_it_is_that_where_those_named_fight(text: str, country: str) -> None:
    reading = Reader.load().read(Article(article_id="t", published_at=datetime(2019, 3, 6, tzinfo=UTC), title="", body=text))
    assert {one.place.country for one in reading.layers.places if one.place.name == "رفح"} == {country}
