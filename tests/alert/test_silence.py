"""An outlet's days by hand: how many articles, then how long without."""

import random
from datetime import datetime, timedelta

import pytest

from agents.alert.rules import load
from agents.alert.silence import Silences
from streams.records import Alert
from tests.notation import BEGIN, rows

(RULE,) = (rule for rule in load() if rule.kind == "silence")
DAY = timedelta(days=1)


def moment(day: float) -> datetime:
    """That hour of a day of March, which may be below 1."""
    return BEGIN.replace(day=1) + (day - 1) * DAY


def moments(cell: str) -> list[datetime]:
    return [moment(int(day)) for times, day in (one.split("x") for one in cell.split(" ")) for _ in range(int(times))]


def gaps(published: list[datetime], watermark: datetime, *, one_by_one: bool = False) -> dict[str, Alert]:
    silences, told = Silences(), dict[str, Alert | None]()
    for n, at in enumerate(published, 1):
        silences.pulse("one", at)
        if one_by_one:
            told.update(silences.alerts(["one"], RULE, max(published[:n])))
    told.update(silences.alerts(["one"], RULE, watermark))
    return {name: alert for name, alert in told.items() if alert}


@pytest.mark.parametrize(("cell", "day", "expected", "note"), rows(__file__, "silences.tsv"))
def test_silence_is_remarkable_after_many_articles(cell: str, day: str, expected: str, note: str) -> None:
    found = gaps(moments(cell), moment(int(day)))
    shown = ", ".join(f"{int(alert.facts['last'][-2:])} {alert.status}" for alert in found.values())
    assert (shown or "-") == expected, note


@pytest.mark.parametrize("cell", ["8x9 1x19", "8x9 1x18", "8x9 1x30", "1x1 7x9 1x19", "7x9 1x19"])
def test_the_order_in_which_articles_come_does_not_matter(cell: str) -> None:
    wanted = gaps(moments(cell), moment(45))
    for seed in range(5):
        shuffled = moments(cell)
        random.Random(seed).shuffle(shuffled)
        assert gaps(shuffled, moment(45), one_by_one=True) == wanted


@pytest.mark.parametrize(("hours", "silent"), [(240, True), (239, False)])
def test_ten_days_are_counted_by_the_hour(hours: int, silent: bool) -> None:
    assert bool(gaps(moments("8x9"), moment(9) + timedelta(hours=hours))) is silent


def test_a_late_article_that_fills_the_gap_takes_the_alert_back() -> None:
    silences = Silences()
    for at in moments("8x9"):
        silences.pulse("one", at)
    (subject,) = silences.alerts(["one"], RULE, moment(20))
    silences.pulse("one", moment(14))
    assert silences.alerts(["one"], RULE, moment(20)) == {subject: None}


def test_a_late_article_before_a_gap_makes_it_remarkable() -> None:
    silences = Silences()
    for at in moments("7x9"):
        silences.pulse("one", at)
    assert silences.alerts(["one"], RULE, moment(20)) == {}
    silences.pulse("one", moment(1))
    assert [alert and alert.facts["articles_before"] for alert in silences.alerts(["one"], RULE, moment(20)).values()] == ["8"]


def test_an_alert_says_since_when_and_when_it_ended() -> None:
    (alert,) = gaps(moments("8x9 1x19"), moment(19)).values()
    assert alert.facts == {"last": "2019-03-09", "articles_before": "8", "ended": "2019-03-19"}
    assert (alert.subject, alert.raised_at, alert.changed_at, alert.version) == ("one/2019-03-09", moment(19), moment(19), 2)


def test_outlets_are_judged_each_by_its_own_articles() -> None:
    silences = Silences()
    for n, at in enumerate(moments("8x9")):
        silences.pulse("one" if n % 2 else "two", at)
    assert silences.outlets() == ["one", "two"]
    assert silences.alerts(["one", "two"], RULE, moment(30)) == {}
