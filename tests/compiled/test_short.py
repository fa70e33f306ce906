"""What is written in C says what Python says. Skipped where nothing can be compiled."""

import bisect
import importlib.util
import json
import pickle
import subprocess
import sysconfig
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seeds
from agents.extract.knowledge import load_entries
from agents.extract.reports import batches
from agents.extract.words import fold as folding
from agents.extract.words import letters, lexicon, sentences, spans
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Entry, Hit
from compiled.direct import CALLS, HEADER
from compiled.libraries import Unbuildable, compiler
from compiled.names import INSTEAD
from streams.accounts import _blank
from streams.records import Figure, Mention

ROOT = Path(__file__).parents[2]
TEXTS = st.text(alphabet=st.sampled_from('ابتى123٣ aZ_.،؟\n"«–ڤé\U0001f600  '), max_size=20)
KEYS = st.one_of(st.tuples(st.integers(0, 9)), st.tuples(st.integers(0, 9), st.one_of(st.integers(0, 3), st.floats(0, 3), st.just(2**70))))


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Any:
    try:
        command = compiler()
    except Unbuildable as missing:
        pytest.skip(str(missing))
    library = tmp_path_factory.mktemp("short") / f"rasad__short{sysconfig.get_config_var('EXT_SUFFIX')}"
    shared = "-bundle -undefined dynamic_lookup" if sysconfig.get_platform().startswith("macosx") else "-shared -Wall -Wextra -Werror"
    flags = ["-fPIC", *shared.split(), "-Wno-unused-parameter", "-I", sysconfig.get_path("include")]
    subprocess.run([command, *flags, ROOT / "compiled" / "short.c", "-o", library], check=True)
    spec = importlib.util.spec_from_file_location("rasad__short", library)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(text=TEXTS, sought=st.sampled_from(["0123456789", ".!?؟…\n", "-"]))
def test_texts_are_taken_apart_alike(short: Any, text: str, sought: str) -> None:
    assert short.shingles(text) == batches._shingles(text)
    assert short.runs(text) == sentences._runs(text)
    assert short.odd(text) == folding._odd(text)
    assert short.spots(text, sought) == letters.spots(text, sought)


@given(
    text=TEXTS,
    sought=st.lists(st.text(alphabet="ابa é", min_size=1, max_size=3), max_size=3),
    start=st.integers(0, 22),
    stop=st.integers(0, 22),
)
def test_letters_are_sought_alike(short: Any, text: str, sought: list[str], start: int, stop: int) -> None:
    for all_sought in (sought, sought * 9):
        assert short.among(all_sought, text, start, stop) == letters.among(all_sought, text, start, stop)


KEPT = (
    ("اب", "ابا", "بa", "  "),
    ("a ", "é", "ب"),
    ("aa", "é ", "اa", "ابب", "ب ا"),
    ("\U0001f600a", "اب"),
    (),
    tuple(f"a{one}" for one in range(300)),
)


@given(
    text=st.text(alphabet="ابa é\U0001f600", max_size=40), which=st.sampled_from(KEPT), start=st.integers(-9, 42), stop=st.integers(-9, 42)
)
def test_strings_that_are_kept_are_sought_alike(short: Any, text: str, which: tuple[str, ...], start: int, stop: int) -> None:
    assert short.among(which, text, start, stop) == letters.among(which, text, start, stop)
    assert short.standing(which, text) == letters.standing(which, text)


@given(
    letters_of=st.text(alphabet="ابتa é", min_size=3, max_size=40),
    which=st.lists(st.text(alphabet="ابتa é", min_size=2, max_size=6), max_size=6).map(tuple),
    spans=st.lists(st.tuples(st.integers(-9, 400), st.integers(-9, 400)), min_size=2, max_size=4),
)
def test_strings_are_sought_alike_in_a_text_that_is_asked_again(
    short: Any, letters_of: str, which: tuple[str, ...], spans: list[tuple[int, int]]
) -> None:
    text = f"{letters_of}ا" * (300 // len(letters_of))
    for start, stop in spans:
        assert short.among(which, text, start, stop) == letters.among(which, text, start, stop)
        assert short.standing(which, text) == letters.standing(which, text)


def test_more_texts_are_asked_again_than_are_kept(short: Any) -> None:
    texts = [f"{one} اب {one}" * 60 for one in range(400)]
    for _ in range(3):
        for one, text in enumerate(texts):
            assert short.among((f"{one} اب", "xy"), text, 0, len(text))
            assert not short.among((f"{one} ابا", "xy"), text, 0, len(text))
            assert short.standing((f" {one}{one} ",), text) == letters.standing((f" {one}{one} ",), text)


def test_every_letter_is_one_in_both(short: Any) -> None:
    for code in range(0x20000):
        text = f"a{chr(code)}ب"
        told = sentences._runs(text), batches._shingles(text), folding._odd(text)
        assert (short.runs(text), short.shingles(text), short.odd(text)) == told, hex(code)


@given(items=st.lists(st.integers(-5, 9)), rows=st.lists(KEYS), one=st.integers(-6, 10), key=KEYS)
def test_places_are_found_alike(short: Any, items: list[int], rows: list[Any], one: int, key: Any) -> None:
    items.sort()
    rows.sort()
    found: Callable[..., int]
    for found, told in ((short.bisect_left, bisect.bisect_left), (short.bisect_right, bisect.bisect_right)):
        assert found(items, one) == told(items, one)
        assert found(rows, key) == told(rows, key)
        assert found(array("q", items), one) == told(items, one)
        assert found(tuple(rows), key, len(rows) // 2) == told(tuple(rows), key, len(rows) // 2)


ENTRIES = [
    Entry(surface, kind, surface, clitics=kind != "bare")
    for surface, kind in (
        ("قتل", "harm"),
        ("القوات", "force"),
        ("قوات", "force"),
        ("قوات الأمن", "actor"),
        ("قوات الأمن العام", "actor"),
        ("الأمن", "actor"),
        ("أمن", "bare"),
        ("لقوات", "bare"),
        ("15", "number"),
        ("15 جنديا", "number"),
    )
]
WORDS = [
    "وقتلت",
    "القوات",
    "قوات",
    "للقوات",
    "فقوات",
    "ل",
    "ال",
    "الأمن",
    "أمن",
    "العام",
    "15",
    "جنديا",
    "و15",
    "قتل",
    "ولقوات",
    "é\U0001f600",
]
BETWEEN = [" ", "  ", "، ", "\n", "", '" «', "…", "|"]


def _table(short: Any, matcher: lexicon.Matcher) -> Any:
    return short.surfaces(matcher._surfaces, matcher._meanings, matcher._kinds, tuple(sorted(lexicon._ANY)))


@given(said=st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BETWEEN)), max_size=12))
def test_surfaces_are_found_alike(short: Any, said: list[tuple[str, str]]) -> None:
    matcher, text = lexicon.Matcher(ENTRIES), fold("".join(map("".join, said))).text
    assert short.hits(_table(short, matcher), text, Hit) == matcher.hits(text)


def test_the_surfaces_of_all_lexicons_are_found_alike(short: Any) -> None:
    matcher = lexicon.Matcher(load_entries())
    table = _table(short, matcher)
    for path in sorted(seeds.path("articles").glob("*.jsonl")):
        for line in path.read_text().splitlines():
            text = fold(json.loads(line)["body"]).text
            told = matcher.hits(text)
            assert short.hits(table, text, Hit) == told
            assert list(short.hits(table, text, Hit)) == list(told)


def test_without_surfaces_nothing_is_found(short: Any) -> None:
    assert short.hits(_table(short, lexicon.Matcher([])), "قتل", Hit) == {}


@pytest.mark.parametrize("wrong", [["a-b"], [""], ["a  b"], ["a", "a"], ["a " * 20 + "a"]])
def test_surfaces_that_are_no_words_are_refused(short: Any, wrong: list[str]) -> None:
    with pytest.raises(ValueError, match=r"surface|word"):
        short.surfaces(wrong, [(("kind", "", frozenset([""])),)] * len(wrong), ("kind",), ("",))


def test_named_tuples_are_made_alike(short: Any) -> None:
    fields = 1, 2, "kind", "value", "", 1
    for made in (short.maker(Hit)(*fields), short.made(Hit, fields)):
        assert type(made) is Hit
        assert made == Hit(*fields)


class Told(NamedTuple):
    """A named tuple that no other test has."""

    start: int
    value: str = ""


def test_fields_are_replaced_alike(short: Any) -> None:
    plain = Told(1, "a")
    told = [plain, plain._replace(value="b"), plain._replace(start=2, value="c"), plain._replace()]
    short.maker(Told)
    fast = [plain, plain._replace(value="b"), plain._replace(start=2, value="c"), plain._replace()]
    assert fast == told
    assert {type(one) for one in fast} == {Told}
    with pytest.raises(ValueError, match="Got unexpected field names"):
        plain._replace(stop=1)
    with pytest.raises(TypeError):
        plain._replace(1)


def test_what_begins_in_a_span_is_found_alike(short: Any) -> None:
    items = [Hit(start, start + 2, "kind", value, "", start) for start, value in ((1, "a"), (1, "b"), (3, "c"), (7, "d"))]
    for start in range(-1, 9):
        for stop in range(-1, 9):
            assert list(short.inside(items, start, stop)) == list(spans.inside(items, start, stop))
            assert short.any_inside(items, start, stop) == spans.any_inside(items, start, stop)
        held = [(one.start, one.stop) for one in items]
        assert short.covered(held, start) == spans.covered(held, start)
        assert short.first_from(items, start) == short.first_from(tuple(items), start) == spans.first_from(items, start)


def test_records_are_made_alike(short: Any) -> None:
    values = {"start": 1, "stop": 2, "kind": "event", "value": "air", "rule": "event.air.noun"}
    whole, made = short.records({}, _blank)
    plain = Mention.whole(dict(values))
    for fast in (whole(Mention, dict(values)), made(Mention, **values)):
        assert fast == plain == Mention(**values)
        assert fast.model_dump_json() == plain.model_dump_json()
        assert pickle.loads(pickle.dumps(fast)) == plain
    assert made(Figure, measure="killed").__dict__ == Figure.made(measure="killed").__dict__


def test_kept_results_are_as_many_as_may_be(short: Any) -> None:
    table: dict[str, int] = {}
    assert [short.kept(table, word, len(word), 2) for word in ("a", "bb", "ccc")] == [1, 2, 3]
    assert table == {"ccc": 3}


def test_what_does_not_fit_is_refused(short: Any) -> None:
    asked = [
        (short.spots, ("a",)),
        (short.shingles, (b"a",)),
        (short.runs, (1,)),
        (short.among, ({}, "a", 0, 1)),
        (short.among, ([1], "ab", 0, 1)),
        (short.standing, (["ab"], "ab")),
        (short.standing, (("a", 1), "ab")),
        (short.made, (int, (1,))),
        (short.maker(str), ("a",)),
        (short.bisect_left, ({}, 1)),
        (short.kept, ([], 1, 1, 1)),
        (short.inside, ([(1,)], None, 2)),
        (short.any_inside, ({}, 1, 2)),
        (short.first_from, ([(None,)], 1)),
        (short.covered, ([(1,)], 1)),
        (short.covered, ([(1, None)], 1)),
        (short.odd, (1,)),
        (short.bisect_right, ([1],)),
        (short.hits, ([], "", Hit)),
        (short.surfaces, ([], [()], (), ("",))),
        (short.records, ([], _blank)),
        (short.records({}, _blank)[0], (Mention, ())),
        (short.records({}, _blank)[1], (Mention, 1)),
    ]
    for function, arguments in asked:
        with pytest.raises(TypeError):
            function(*arguments)


@pytest.mark.parametrize("name", INSTEAD)
def test_every_twin_has_its_function(short: Any, name: str) -> None:
    module, _, function = name.rpartition(".")
    home, _, kind = module.rpartition(".")
    named = getattr(importlib.import_module(home), kind) if kind[0].isupper() else importlib.import_module(module)
    assert callable(getattr(named, function))
    asked = INSTEAD[name].partition("(")[0]
    assert callable(getattr(short, asked.removeprefix("_short."))) if asked.startswith("_short.") else asked == "pattern.search"


@pytest.mark.parametrize("name", CALLS)
def test_every_direct_call_has_its_function(short: Any, name: str) -> None:
    header = "".join((ROOT / "compiled" / one).read_text() for one in (HEADER, "ways.h"))  # which it includes
    assert callable(getattr(short, name))
    assert [f"\n{function}(" in header for *_, function in CALLS[name]] == [True] * len(CALLS[name])
