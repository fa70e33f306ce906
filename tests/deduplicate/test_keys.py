"""Keys of accounts: they sort in the order of publication, and say what they were made of."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import product

from agents.deduplicate.keys import Version, article_of, key_named, report_of, turn_named, turn_of
from tests.notation import at

MOMENTS = (datetime(1, 1, 1, tzinfo=UTC), datetime(1969, 12, 31, 23, tzinfo=UTC), at(0), at(0) + timedelta(microseconds=1), at(500))
ARTICLES = ("a", "a-b", "a/b", "ab", "ب", "b")


def test_keys_sort_by_moment_then_article_then_version_then_report() -> None:
    told = [
        (moment, f"{article}/", number, digest, f"{article}/{letter}")
        for moment, article, number, digest, letter in product(MOMENTS, ARTICLES, (1, 2, 10, 1_700_000_000_000), ("", "a", "ab"), "ab")
    ]
    keys = {one: key_named(turn_named(one[1][:-1], (one[0], one[2], one[3])), one[4]) for one in told}
    assert sorted(told) == sorted(told, key=keys.__getitem__)
    assert len(set(keys.values())) == len(told)


def test_a_key_says_what_it_was_made_of() -> None:
    for article in ARTICLES:
        turn = turn_named(article, (at(3), 2, "digest"))
        key = key_named(turn, f"{article}/b")
        assert (turn_of(key), article_of(key), report_of(key)) == (turn, article, f"{article}/b")
        assert article_of(turn) == article


def test_one_moment_is_one_whatever_the_clock_that_tells_it() -> None:
    here: Version = (at(0), 1, "")
    there: Version = (at(0).astimezone(timezone(timedelta(hours=3))), 1, "")
    assert turn_named("a", here) == turn_named("a", there)
