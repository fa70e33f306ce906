"""An outlet's days by hand: how many articles, then how long without; by the calendar, and beside others."""

import random
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from agents.alert.rules import Rule, load
from agents.alert.silence import Silences
from streams.records import Alert
from tests.notation import BEGIN, rows

(RULE,) = (rule for rule in load() if rule.kind == "silence")
CALENDAR = RULE._replace(values={name: value for name, value in RULE.values.items() if name != "expected"})
DAY = timedelta(days=1)


def moment(day: float) -> datetime:
    """That hour of a day of March, which may be below 1."""
    return BEGIN.replace(day=1) + (day - 1) * DAY


def moments(cell: str) -> list[datetime]:
    return [moment(int(day)) for times, day in (one.split("x") for one in cell.split(" ")) for _ in range(int(times))]


def gaps(published: list[datetime], watermark: datetime, *, one_by_one: bool = False) -> dict[str, Alert]:
    return silent([("one", at) for at in published], watermark, one_by_one=one_by_one, rule=CALENDAR)


def silent(pulses: list[tuple[str, datetime]], watermark: datetime, *, one_by_one: bool = True, rule: Rule = RULE) -> dict[str, Alert]:
    """By subject, the alerts that hold or held after all."""
    silences, told = Silences(rule), dict[str, Alert | None]()
    for n, (outlet, at) in enumerate(pulses, 1):
        silences.pulse(outlet, at)
        if one_by_one:
            told.update(silences.alerts(max(at for _, at in pulses[:n])))
    told.update(silences.alerts(watermark))
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
    silences = Silences(CALENDAR)
    for at in moments("8x9"):
        silences.pulse("one", at)
    (subject,) = silences.alerts(moment(20))
    silences.pulse("one", moment(14))
    assert silences.alerts(moment(20)) == {subject: None}


def test_a_late_article_before_a_gap_makes_it_remarkable() -> None:
    silences = Silences(CALENDAR)
    for at in moments("7x9"):
        silences.pulse("one", at)
    assert silences.alerts(moment(20)) == {}
    silences.pulse("one", moment(1))
    assert [alert and alert.facts["articles_before"] for alert in silences.alerts(moment(20)).values()] == ["8"]


def test_an_alert_says_since_when_and_when_it_ended() -> None:
    (alert,) = gaps(moments("8x9 1x19"), moment(19)).values()
    assert alert.facts == {"last": "2019-03-09", "articles_before": "8", "ended": "2019-03-19"}
    assert (alert.subject, alert.raised_at, alert.changed_at, alert.version) == ("one/2019-03-09", moment(19), moment(19), 2)


def test_outlets_are_judged_each_by_its_own_articles() -> None:
    silences = Silences(CALENDAR)
    for n, at in enumerate(moments("8x9")):
        silences.pulse("one" if n % 2 else "two", at)
    assert silences.outlets() == ["one", "two"]
    assert silences.alerts(moment(30)) == {}


def pulses_of(cell: str) -> list[tuple[str, datetime]]:
    """``one 8x9 | two 2x9 1x12``; ``-``: of no known outlet."""
    outlets = [one.split(" ", 1) for one in cell.split(" | ")]
    return [(name.strip("-"), at) for name, days in outlets for at in moments(days)]


@pytest.mark.parametrize(("cell", "expected", "note"), rows(__file__, "silences-beside.tsv"))
def test_an_outlet_is_silent_beside_others_in_any_order(cell: str, expected: str, note: str) -> None:
    pulses = pulses_of(cell)
    for seed in range(6):
        found = silent(pulses, max(at for _, at in pulses))
        shown = [
            f"{alert.subject.split('/')[0]} {int(alert.facts['last'][-2:])} {alert.status} {alert.raised_at.day}"
            for alert in found.values()
        ]
        assert (", ".join(sorted(shown)) or "-") == expected, note
        random.Random(seed).shuffle(pulses)


def test_a_silence_says_what_share_of_all_articles_was_the_outlets() -> None:
    (alert,) = silent(pulses_of("one 8x9 | two 16x9 12x12 1x19"), moment(19)).values()
    assert alert.facts == {"last": "2019-03-09", "articles_before": "8", "share": "0.33"}
    assert (alert.title, alert.event_day) == ("one has published nothing since 2019-03-09", moment(19).date())


def test_a_silence_that_ended_says_until_when() -> None:
    (alert,) = silent(pulses_of("one 8x9 1x21 | two 8x9 8x12 1x19"), moment(21)).values()
    assert (alert.title, alert.status, alert.changed_at) == ("one published nothing from 2019-03-09 to 2019-03-21", "amended", moment(21))
    assert alert.facts["ended"] == "2019-03-21"


def test_a_feed_that_stops_as_a_whole_is_one_alert_of_its_own() -> None:
    (alert,) = silent(pulses_of("one 8x9 | two 8x9 | three 8x8 1x30"), moment(30)).values()
    assert (alert.subject, alert.title) == ("*/2019-03-09", "No outlet published anything from 2019-03-09 to 2019-03-30")
    assert (alert.raised_at, alert.version, alert.status) == (moment(30), 1, "raised")
    assert alert.facts == {"last": "2019-03-09", "articles_before": "24", "ended": "2019-03-30"}


def expected_of(pulses: list[tuple[str, datetime]]) -> dict[str, datetime]:
    """The rule in words, from all articles at once: by subject, when it was raised."""
    days, within = RULE.values["days"] * DAY, RULE.values["within"] * DAY
    every = sorted(at for _, at in pulses)
    holes = [one for one, other in pairwise(every) if other - one >= days]
    found = {f"*/{hole.date()}": min(at for at in every if at > hole) for hole in holes if among(every, hole - within, hole) >= 8}
    for outlet in {name for name, _ in pulses if name}:
        own = sorted(at for name, at in pulses if name == outlet)
        for last, back in zip(own, [*own[1:], None], strict=True):
            before = among(own, last - within, last)
            share = before / among(every, last - within, last)
            since = [at for at in every if last < at and (back is None or at < back) and not any(last <= hole < at for hole in holes)]
            told = [at for at in since if at - last >= days and share * len([x for x in since if x <= at]) >= 4 - 1e-9]
            if told and before >= 8:
                found[f"{outlet}/{last.date()}"] = told[0]
    return found


def among(published: list[datetime], first: datetime, last: datetime) -> int:
    return sum(first <= at <= last for at in published)


@pytest.mark.parametrize("seed", range(150))
def test_silences_are_what_the_rule_says_of_all_articles_whatever_came_first(seed: int) -> None:
    choice = random.Random(seed)
    busy = {name: choice.sample(range(70), choice.choice([3, 8, 20])) for name in ["a", "b", "c", ""]}
    pulses = [
        (name, moment(choice.choice(days) + choice.choice([0, 0, choice.random()]))) for name, days in busy.items() for _ in range(30)
    ]
    watermark = max(at for _, at in pulses)
    wanted, ends = expected_of(pulses), []
    for order in (0, 5, 9, 90):  # by how many days articles come late, at most
        pulses.sort(key=lambda one: one[1] + choice.random() * order * DAY)
        ends.append(silent(pulses, watermark))
        assert {name: alert.raised_at for name, alert in ends[-1].items()} == wanted
    assert all(end == ends[0] for end in ends)
