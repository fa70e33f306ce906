"""Facts about outlets, each counted by hand here."""

from datetime import UTC, date, datetime, timedelta

from agents.review.outlets import Account, Named, Outlet, Printed, counts_of, outlets
from streams.records import Claim, Incident, Reconciled

MARCH = datetime(2019, 3, 3, 9, tzinfo=UTC)
SENT = {"a/a": ("one", 0), "b/a": ("two", 6), "c/a": ("three", 30), "d/a": ("one", 8), "e/a": ("two", 1)}
ACCOUNTS = [Account(name, outlet, name[0], MARCH + timedelta(hours=hours)) for name, (outlet, hours) in SENT.items()]


def claim(report: str, killed: int, **fields: object) -> Claim:
    outlet, hours = SENT[report]
    known = {"measure": "killed", "party": "civilians", "low": killed, "high": killed, "report_id": report, "article_id": report[0]}
    where = {"article_version": 1, "outlet": outlet, "origin": report[0], "published_at": MARCH + timedelta(hours=hours)}
    return Claim.model_validate(known | where | fields)


def incident(name: str, *claims: Claim) -> Incident:
    reports = tuple(dict.fromkeys(one.report_id for one in claims))
    stands = (Reconciled(measure="killed", party="civilians", best=claims[-1].low),)
    known = {"date_start": date(2019, 3, 2), "claims": claims, "report_ids": reports, "figures": stands}
    return Incident.model_validate({"incident_id": name, "version": 1, "country": "SY"} | known)


SHARED = incident("inc-a/a", claim("a/a", 10), claim("b/a", 12), claim("c/a", 14), claim("d/a", 12))
ALONE = incident("inc-e/a", claim("e/a", 3))


def facts() -> dict[str, Outlet]:
    printed = [Printed("one", 1), Printed("one", 2), Printed("two", 1), Printed("two", 1), Printed("three", 1), Printed("four", 1)]
    names = {
        "one": [
            Named(actor="is", name="x", stance="partisan", articles=1, times=2),
            Named(actor="is", name="y", stance="neutral", articles=1, times=3),
        ]
    }
    return {one.outlet: one for one in outlets([SHARED, ALONE], ACCOUNTS, printed, names)}


def test_who_was_first_and_how_far_behind_the_others_were() -> None:
    found = facts()
    assert [(found[name].incidents, found[name].shared, found[name].first) for name in ("one", "two", "three")] == [
        (1, 1, 1),
        (2, 1, 0),
        (1, 1, 0),
    ]
    assert [found[name].behind_h for name in ("one", "two", "three")] == [None, 6.0, 30.0]
    assert [found[name].delay_days for name in ("one", "two", "three")] == [1.0, 1.0, 2.0]


def test_a_count_is_held_against_the_median_of_the_others_last_counts() -> None:
    found = facts()
    assert (found["one"].counted, found["one"].changed) == (1, 1)  # 10, later 12
    assert (found["one"].lower, found["one"].equal, found["one"].higher) == (1, 0, 0)  # 12 beside 12 and 14
    assert (found["three"].higher, found["three"].ratio) == (1, round(14 / 12, 2))
    assert (found["two"].counted, found["two"].compared, found["two"].changed) == (2, 1, 0)


def test_a_first_count_is_held_against_the_number_that_stands_now() -> None:
    found = facts()  # 12 stand where one said 10 first, two 12, three 14; three stand where two said so
    assert [(found[name].revised, found[name].counted) for name in ("one", "two", "three")] == [(1, 1), (0, 2), (1, 1)]


def test_every_median_says_of_how_many() -> None:
    found = facts()
    assert [(found[name].dated, found[name].rated, found[name].shared - found[name].first) for name in ("one", "two", "three", "four")] == [
        (1, 1, 0),
        (2, 1, 1),
        (1, 1, 1),
        (0, 0, 0),
    ]
    undated = ALONE.model_copy(update={"date_start": None})
    (two,) = [one for one in outlets([undated], ACCOUNTS, [], {}) if one.outlet == "two"]
    assert (two.incidents, two.dated, two.delay_days) == (1, 0, None)


def test_articles_renewed_and_names_are_counted() -> None:
    found = facts()
    assert (found["one"].articles, found["one"].renewed, found["one"].reports) == (2, 1, 2)
    assert (found["one"].named, found["one"].partisan, [one.name for one in found["one"].names]) == (5, 2, ["y", "x"])
    assert (found["four"].articles, found["four"].incidents, found["four"].ratio) == (1, 0, None)


def test_an_account_of_two_sides_is_one_count_and_parts_are_none() -> None:
    both = [claim("a/a", 5), claim("a/a", 7, party="is"), claim("a/a", 2, subset="children"), claim("b/a", 9, hedge="denied")]
    assert counts_of(both) == {"one": [12]}
