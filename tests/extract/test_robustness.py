"""Whatever a text is, reading it gives reports or a reason, offsets that hold, and takes time in proportion to its length."""

import gc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from agents.extract.core import Reader
from benchmarks.mutations import MUTATIONS
from benchmarks.robustness import SLOW, WHEN, faults, fuzz, named, seconds
from streams.inputs.files import read
from streams.records import Article

READER = Reader.load()
TABLES = ("numbers", "bounds", "labels", "time-words", "harm", "victims", "attribution", "events", "joints", "scopes")
SURFACES = [row["surface"] for name in TABLES for row in seeds.rows(f"lexicon/{name}.csv")]
SIGNS = [
    "5",
    "١٢",
    "الرقة",
    "تنظيم داعش",
    "الجيش",
    ".",
    "،",
    "\n",
    "«",
    "»",
    '"',
    "و",
    "\u202e",
    "\u0651",
    "\ufdfa",
    "\x00",
    "Ø§Ù„",
]
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=200),
    st.lists(st.one_of(st.sampled_from([*SURFACES, *SIGNS * 20]), st.characters(codec="utf-8")), min_size=1, max_size=60).flatmap(
        lambda words: st.sampled_from([" ", "", " و", "\n"]).map(lambda joint: joint.join(words) or "و")
    ),
)
PATHS = [
    *SLOW.values(),
    "متجر عنصر بالأمن ",
    "الرائد مقره طائرة دون طيار ",
    "مئتا قتل ست سيارات إسعاف",
    "الرقة\n",
    "«",
    "الرقة،",
    "مقتل 5 من القاعدة ",
    "قاعدة القاعدة ",
    "محمد علي الرقة ",
    "قتل25 ",
    "تبنى تنظيم داعش الهجوم الذي وقع في بغداد. ",
    "حلب:\nقتل خمسة.\n",
    "في دمشق شمال البلاد قتل خمسة. ",
    "أدانت الرياض أمس الهجوم في عدن. ",
    "الإجهاز على تدمير صاروخ السنة في اقتحم ",
    "اختنق الطاقم الطبي ",
    "استهدفت الغارات الحوثيين. ",
]
NEWS = "\n".join(one.body for one in read([str(seeds.path("articles"))]) if isinstance(one, Article))  # many articles in one
SIZE = 15_000  # characters
RUNS, MOST, ENOUGH = 3, 50, 0.2  # runs at least and at most, and seconds after which there are enough


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.one_of(st.just(""), TEXTS))
def test_any_text_is_read_and_every_offset_points_into_it(body: str, title: str) -> None:
    article = Article(article_id="t", published_at=WHEN, title=title, body=body)
    assert list(faults(article, READER.read(article).reports)) == []


def test_damaged_articles_give_reports_or_a_dead_letter_with_a_reason() -> None:
    outcome = fuzz(400, seed=7)
    assert outcome.faults == []
    assert outcome.articles == 400
    assert outcome.reports > 200 and outcome.dead


def test_one_seed_damages_alike_and_another_otherwise() -> None:
    assert str(fuzz(60, seed=1)) == str(fuzz(60, seed=1)) != str(fuzz(60, seed=2))


def test_a_figure_is_at_the_words_that_it_names() -> None:
    assert named("خمســة مدنيين", "خمسة مدنيين")
    assert named("5 \ufdfa", "5 صلى")  # within a ligature
    assert named("والـ6", "وال6")  # an article written onto its number, with nothing before it
    assert not named("خمسة جنود", "خمسة مدنيين")
    assert not named("خمسة مدنيين", "")


def test_there_are_mutations_of_each_kind_of_damage() -> None:
    assert {one.__name__ for one in MUTATIONS} >= {
        "cut",
        "splice",
        "duplicate",
        "repeat",
        "letters",
        "digits",
        "quotes",
        "marks",
        "mojibake",
    }


@pytest.fixture
def no_collection() -> Iterator[None]:
    """Without the collector, whose passes fall now here, now there."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


TRIES = 3  # other work of the machine may fall on one of the two


def least(text: str) -> float:
    """The least CPU seconds of several runs; of more of them where one is short, for then other work shows more."""
    taken = [seconds(READER, text) for _ in range(RUNS)]
    while len(taken) < MOST and sum(taken) < ENOUGH:
        taken.append(seconds(READER, text))
    return min(taken)


@pytest.mark.parametrize("part", PATHS)
def test_a_text_four_times_as_long_takes_four_times_the_time(part: str, no_collection: None) -> None:
    text = part * (SIZE // len(part))
    assert is_linear(text * 2, text * 8)


def test_news_four_times_as_long_takes_four_times_the_time(no_collection: None) -> None:
    assert len(NEWS) > 2 * SIZE
    assert is_linear(NEWS[: len(NEWS) // 4], NEWS)


def is_linear(short: str, long: str) -> bool:
    """Whether a text four times as long as another takes at most six times as long, in one of a few tries."""
    for _ in range(TRIES):
        once, more = least(short), least(long)
        if more <= 6 * once:  # where a sixth of the shorter one's time is quadratic, the longer takes as much
            return True
    return False
