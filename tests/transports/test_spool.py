"""What lies in a temporary file comes back as it was, in its order, as often as it is looked at."""

import io
from datetime import UTC, datetime

import pytest

from streams.records import Article
from streams.storage.spool import Spool

WORDS = ("قتل", "", "جرح " * 5000, "خطف", "\ud800")


def test_a_spool_holds_what_was_put_into_it_in_order() -> None:
    held = Spool(WORDS)
    assert (len(held), list(held)) == (5, list(WORDS))
    assert (held[0], held[-1], held[1:4], held[::-2]) == ("قتل", "\ud800", list(WORDS[1:4]), list(WORDS[::-2]))


def test_what_is_put_behind_after_a_look_is_the_last() -> None:
    held = Spool(["one"])
    assert held[0] == "one"
    held.append("two")
    assert list(held) == ["one", "two"] and "two" in held and "three" not in held


def test_what_is_not_kept_is_gone_and_the_rest_in_the_order_asked_for() -> None:
    held = Spool(WORDS)
    held.keep([3, 0])
    held.append("two")
    assert list(held) == ["خطف", "قتل", "two"]


@pytest.mark.parametrize("at", [1, -2])
def test_there_is_nothing_beyond_its_ends(at: int) -> None:
    with pytest.raises(IndexError):
        Spool(["one"])[at]
    assert not Spool[str]() and list(Spool[str]()) == []


def test_a_record_comes_back_equal_and_is_no_other_when_changed() -> None:
    one = Article(article_id="a", body="قصف", published_at=datetime(2019, 3, 1, tzinfo=UTC))
    held = Spool([one])
    assert held[0] == one and held[0] is not one and hash(held[0]) == hash(one)
    assert held[0].model_copy(update={"version": 2}) != one


def test_what_could_not_be_written_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def close(self) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("streams.storage.spool.TemporaryFile", Full)
    Spool(["one"]).__del__()
