"""Rewriting keeps the meaning: whole words alone are exchanged, and the same draw makes the same article."""

from datetime import UTC, datetime

from benchmarks import rewordings
from streams.reading.extraction import Extracted
from streams.records import Article

TEXT = "وأفادت الوكالة بأن القصف أسفر عن مقتل 4 مدنيين بعد أن هاجم مسلحون البلدة. وقالت إن المهاجمين فروا.\nوهدأ الوضع اليوم."


def article(body: str = TEXT) -> Article:
    return Article(article_id="a", published_at=datetime(2019, 3, 6, tzinfo=UTC), title="هجوم على بلدة", body=body)


def named(name: str) -> rewordings.Exchange:
    return next(one for one in rewordings.exchanges() if one.name == name)


def test_whole_words_are_exchanged_behind_a_conjunction_too() -> None:
    after = named("conj: بعد أن → بعدما")
    assert after.made("وبعد أن دخلوا") == "وبعدما دخلوا"
    assert after.made("بعد أنباء عن دخولهم، لبعد أن") == "بعد أنباء عن دخولهم، لبعد أن"


def test_layouts_change_no_word() -> None:
    for one in rewordings.LAYOUTS:
        if one.name.startswith("layout") and "a line" not in one.name:
            kept = str.maketrans("", "", ' \n.،,«»"')
            assert one.made(TEXT).translate(kept) == TEXT.translate(kept), one.name


def test_the_same_draw_makes_the_same_article_and_another_draw_another() -> None:
    first, made = rewordings.rewritten(article(), 0)
    assert (first, made) == rewordings.rewritten(article(), 0)
    assert made
    assert first.body != TEXT
    assert {rewordings.rewritten(article(), draw)[0].body for draw in range(3)} > {first.body}
    assert (first.article_id, first.published_at) == ("a", article().published_at)


def test_an_exchange_that_finds_nothing_leaves_the_very_article() -> None:
    same = article("زار الوزير المدينة")
    assert rewordings.exchanged(same, named("conj: بعد أن → بعدما")) is same


def test_an_exchange_breaks_the_reading_where_it_alone_changes_it() -> None:
    row = {"scope": "incident", "sub_event_type": "Attack", "actor1": "", "actor2": "", "place": None, "figures": []}

    def extract(one: Article) -> Extracted:
        """A reader that knows one wording only."""
        found = [{**row, "date_start": None, "date_end": None}] if "مقتل" in one.text else []
        return Extracted("a", "2019-03-06", found)

    broken = rewordings.breaking([article().model_copy(update={"article_id": f"a{n}"}) for n in range(8)], extract)
    assert broken
    assert all(name.startswith("harm: مقتل →") for name in broken)
