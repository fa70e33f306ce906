"""Which of several places of one name is told of, where they lie in different governorates, and whether it is a listed one at all."""

from pathlib import Path

import pytest

from tests.extract.places.test_places import read

LINES = Path(__file__).with_name("namesakes.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if not line.startswith("#")]


@pytest.mark.parametrize(("text", "expected", "note"), CASES, ids=[note for *_, note in CASES])
def test_a_place_lies_in_the_governorate_that_is_told_of(text: str, expected: str, note: str) -> None:
    assert "; ".join(f"{one.place.name} {one.place.admin1 or '-'}" for one in read(text.replace("|", "\n"))) == expected
