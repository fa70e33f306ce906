"""What is written in C says what Python says. Skipped where nothing can be compiled."""

import bisect
import importlib.util
import pickle
import subprocess
import sysconfig
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.frames import layers
from agents.extract.reports import batches
from agents.extract.words import letters, lexicon
from agents.extract.words.fold import fold
from agents.extract.words.lexicon import Entry, Hit
from compiled.libraries import Unbuildable, compiler
from compiled.names import INSTEAD
from streams.records import Mention

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
    words = batches._words(text)
    assert short.words(text) == words
    assert short.threes(words) == batches._threes(words)
    assert short.gaps(text) == lexicon._gaps(text)
    assert short.spots(text, sought) == letters.spots(text, sought)


def test_every_letter_is_one_in_both(short: Any) -> None:
    for code in range(0x20000):
        text = f"a{chr(code)}ب"
        assert (short.gaps(text), short.words(text)) == (lexicon._gaps(text), batches._words(text)), hex(code)


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


def test_matches_become_hits_alike(short: Any) -> None:
    entries = [
        Entry(surface, kind, surface, clitics=kind != "bare")
        for surface, kind in (
            ("قتل", "harm"),
            ("القوات", "force"),
            ("قوات", "force"),
            ("قوات الأمن", "actor"),
            ("أمن", "bare"),
            ("15", "number"),
        )
    ]
    plain, fast = lexicon.Matcher(entries), lexicon.Matcher(entries)
    texts = [
        "وقتلت القوات",
        "قتل 15جنديا من قوات  الأمن، وبالقوات وقتل",
        "للقوات، قوات\nالأمن فقوات الأمن",
        "",
        "ليقتل قتل، أمن وأمن",
        "القوات" * 9 + " قتل",
    ]
    for text in [*texts, *(" ".join(texts[at:] + texts[:at]) for at in range(6))]:
        line, starts, shifts = lexicon._spread(fold(text).text)
        starts.append(len(line) + 1)
        matches = plain._automaton.find_overlapping(line)
        told: list[dict[str, list[Hit]]] = [{kind: [] for kind in plain._kinds} for _ in range(2)]
        crowded = plain._placed(matches, line, starts, shifts, told[0])
        asked = fast._bare, fast._known, fast._behind, lexicon._UNSEEN, lexicon._ANY, lexicon._FURTHEST, Hit
        assert short.placed(matches, line, starts, shifts, told[1], *asked) == crowded
        assert told[0] == told[1]
    assert fast._bare == plain._bare
    assert fast._known == plain._known


def test_named_tuples_are_made_alike(short: Any) -> None:
    fields = 1, 2, "kind", "value", "", 1
    for made in (short.maker(Hit)(*fields), short.made(Hit, fields)):
        assert type(made) is Hit
        assert made == Hit(*fields)


def test_what_begins_in_a_span_is_found_alike(short: Any) -> None:
    items = [Hit(start, start + 2, "kind", value, "", start) for start, value in ((1, "a"), (1, "b"), (3, "c"), (7, "d"))]
    for start in range(-1, 9):
        for stop in range(-1, 9):
            assert list(short.inside(items, start, stop)) == list(layers.inside(items, start, stop))
            assert short.any_inside(items, start, stop) == layers.any_inside(items, start, stop)


def test_records_are_made_alike(short: Any) -> None:
    values = {"start": 1, "stop": 2, "kind": "event", "value": "air", "rule": "event.air.noun"}
    plain, fast = Mention.whole(dict(values)), short.whole(Mention, dict(values), set(values))
    assert fast == plain == Mention(**values)
    assert fast.model_dump_json() == plain.model_dump_json()
    assert pickle.loads(pickle.dumps(fast)) == plain


def test_kept_results_are_as_many_as_may_be(short: Any) -> None:
    table: dict[str, int] = {}
    assert [short.kept(table, word, len(word), 2) for word in ("a", "bb", "ccc")] == [1, 2, 3]
    assert table == {"ccc": 3}


def test_what_does_not_fit_is_refused(short: Any) -> None:
    asked = [
        (short.spots, ("a",)),
        (short.gaps, (1,)),
        (short.words, (b"a",)),
        (short.threes, (["a", 1, "b"],)),
        (short.made, (int, (1,))),
        (short.maker(str), ("a",)),
        (short.bisect_left, ({}, 1)),
        (short.kept, ([], 1, 1, 1)),
        (short.inside, ([(1,)], None, 2)),
        (short.any_inside, ({}, 1, 2)),
        (short.placed, ([], "")),
        (short.whole, (Mention, (), set())),
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
    assert callable(getattr(short, INSTEAD[name].partition("(")[0].removeprefix("_short.")))
