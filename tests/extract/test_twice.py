"""Twice: what of two incidents of one article makes the second the first one told again."""

from datetime import date
from typing import Any

import pytest

from agents.extract.reports import twice
from agents.extract.reports.twice import repeats, told_fuller
from streams.records import Figure, Place, Report

TOWN = Place(name="مأرب", country="YE", admin1="Marib", lat=15.46, lon=45.32, place_id="g-1", geo_precision=1)
OTHER = Place(name="صعدة", country="YE", admin1="Saada", lat=16.94, lon=43.76, place_id="g-2", geo_precision=1)
DEAD = (Figure(measure="killed", party="houthis", low=3, high=3),)


def strike(**otherwise: Any) -> Report:
    told = {
        "id": "a",
        "sub_event_type": "Air/drone strike",
        "date_start": date(2019, 3, 4),
        "date_end": date(2019, 3, 5),
        "place": TOWN,
        "actor1": "arab-coalition",
        "actor2": "houthis",
    }
    return Report(**(told | otherwise))


COUNTED = strike(id="b", figures=DEAD)
PLACED = ("a", "b")  # ids of those whose own words name the place


def without_repeats(found: list[Report], placed: tuple[str, ...]) -> list[Report]:
    again = repeats(found, placed)
    assert not again.keys() & again.values(), "what stands for another stands"
    return [one for one in found if one.id not in again]


@pytest.mark.parametrize(
    ("one", "note"),
    [
        (strike(), "the same without numbers"),
        (strike(date_start=None), "on a day within its days"),
        (strike(date_start=date(2019, 3, 5)), "on one of its days"),
        (strike(place=TOWN.model_copy(update={"name": "مدينة مأرب"})), "in a town that is called otherwise"),
        (strike(actor1="unknown"), "by nobody that it names"),
        (strike(actor2=None), "upon nobody that it names"),
        (strike(actor1="unknown", actor2=None), "neither of them"),
    ],
)
def test_an_act_told_again_without_numbers_is_one(one: Report, note: str) -> None:
    assert without_repeats([one, COUNTED], PLACED) == [COUNTED], note
    assert without_repeats([COUNTED, one], PLACED) == [COUNTED], note


@pytest.mark.parametrize(
    ("one", "note"),
    [
        (strike(place=OTHER), "in another town"),
        (strike(place=None), "nowhere"),
        (strike(actor1="gov:SA"), "by somebody else"),
        (strike(actor2="civilians"), "upon others"),
        (strike(sub_event_type="Armed clash"), "another kind of act"),
        (strike(date_start=date(2019, 3, 1), date_end=date(2019, 3, 2)), "on other days"),
        (strike(date_start=None, date_end=None), "on no day"),
        (strike(figures=(Figure(measure="wounded", party="houthis", low=2, high=2),)), "with numbers of its own"),
        (strike(scope="toll"), "no incident"),
    ],
)
def test_another_act_stays(one: Report, note: str) -> None:
    assert without_repeats([one, COUNTED], PLACED) == [one, COUNTED], note


def test_each_that_leaves_open_another_side_is_an_act_of_its_own() -> None:
    fled = strike(id="b", actor2=None, figures=DEAD)
    assert without_repeats([strike(actor1="unknown"), fled], PLACED) == [strike(actor1="unknown"), fled]


def test_what_stands_takes_who_it_was_from_what_is_told_again() -> None:
    fuller = told_fuller(strike(actor1="unknown", actor2=None), [strike(actor2=None), strike(actor1="unknown")])
    assert (fuller.actor1, fuller.actor2) == ("arab-coalition", "houthis")
    known = strike()
    assert told_fuller(known, [strike(actor1="gov:SA", actor2="civilians")]) == known, "what it says itself stands"
    assert told_fuller(strike(actor2=None), [strike(actor2="arab-coalition")]).actor2 is None, "nobody strikes himself"


def test_of_two_that_count_nobody_the_first_stands() -> None:
    first, second = strike(), strike(id="b", date_start=date(2019, 3, 5))
    assert without_repeats([first, second], PLACED) == [first]
    undated = {"date_start": None, "date_end": None}
    assert without_repeats([strike(**undated), strike(id="b", **undated)], PLACED) == [strike(**undated)]


def test_what_is_told_again_says_as_what() -> None:
    days = ({"date_start": date(2019, 3, at), "date_end": date(2019, 3, at + 1)} for at in (1, 2, 3))
    first, second, third = (strike(id=name, **span) for name, span in zip("abc", days, strict=True))
    assert repeats([first, second, third], "abc") == {"b": "a", "c": "a"}, "one day after the other: all are the first"
    assert repeats([first, second.model_copy(update={"figures": DEAD}), third], "abc") == {"a": "b", "c": "b"}
    assert repeats([first, third], "ac") == {}


def test_a_toll_is_no_incident_told_before() -> None:
    toll = strike(id="b", scope="toll", figures=DEAD)
    assert without_repeats([strike(), toll], PLACED) == [strike(), toll]


def test_in_a_town_that_was_only_told_before_it_is_another_act() -> None:
    first, second = strike(), strike(id="b")
    assert without_repeats([first, second], ("a",)) == [first, second]
    assert without_repeats([COUNTED, first], ("b",)) == [COUNTED, first]


def test_of_many_each_is_held_against_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(twice, "_one_spot", lambda *_: asked.append(1))

    def asks(reports: int) -> int:
        asked.clear()
        ids = [str(at) for at in range(reports)]
        repeats([strike(id=one) for one in ids], ids)
        return len(asked)

    assert 0 < asks(2000) < 5 * asks(500)


PART = TOWN.model_copy(update={"name": "صرواح", "place_id": "g-3", "lat": 15.45, "lon": 45.0})


@pytest.mark.parametrize("figures", [(), DEAD])
def test_what_the_top_tells_of_a_governorate_is_told_below_of_its_town(figures: tuple[Figure, ...]) -> None:
    below = strike(id="b", place=PART, figures=figures, start=90, stop=120)
    assert repeats([strike(stop=40), below], PLACED, ("a",)) == {"a": "b"}


@pytest.mark.parametrize(
    ("below", "note"),
    [
        (strike(id="b", place=PART, start=20, stop=40), "told in the same sentence, beside it"),
        (strike(id="b", place=OTHER, start=90, stop=120), "in a town of another governorate"),
        (strike(id="b", place=PART, actor2="civilians", start=90, stop=120), "upon others"),
        (strike(id="b", place=PART, scope="toll", start=90, stop=120), "of a period"),
    ],
)
def test_another_act_below_leaves_what_the_top_tells(below: Report, note: str) -> None:
    assert repeats([strike(stop=40), below], PLACED, ("a",)) == {}, note


def test_what_is_told_further_down_of_a_governorate_stays() -> None:
    below = strike(id="b", place=PART, start=90, stop=120)
    assert repeats([strike(stop=40), below], PLACED) == {}


def recall(**otherwise: Any) -> Report:
    return strike(id="r", scope="summary", rules=("scope.told-again",), **otherwise)


@pytest.mark.parametrize(
    ("one", "stands", "note"),
    [
        (recall(figures=DEAD), False, "its dead are those of the act that counts them"),
        (recall(figures=DEAD, place=OTHER), False, "wherever it says that was: so it was settled before"),
        (recall(figures=(DEAD[0].model_copy(update={"low": 5, "high": 5}),)), True, "as many are counted nowhere else"),
        (recall(figures=(*DEAD, DEAD[0].model_copy(update={"measure": "wounded"}))), True, "nor are its wounded"),
        (strike(id="r", scope="summary", rules=("scope.sum-of-parts",), figures=DEAD), True, "a sum is no act told again"),
    ],
)
def test_what_only_recalls_numbers_has_no_report(one: Report, stands: bool, note: str) -> None:
    assert (one in without_repeats([COUNTED, one], ())) is stands, note
    assert (one in without_repeats([one, COUNTED], ())) is stands, note
    assert repeats([one], ()) == {}, note


LAND = Place(name="اليمن", country="YE", admin1=None, lat=15.5, lon=48.0, place_id="g-9", geo_precision=6)


@pytest.mark.parametrize(
    ("town", "note"),
    [
        (COUNTED, "of the same kind"),
        (COUNTED.model_copy(update={"sub_event_type": "Shelling/artillery/missile attack"}), "a blow that is called otherwise"),
        (COUNTED.model_copy(update={"actor2": None}), "upon nobody that it names"),
    ],
)
def test_what_is_told_of_a_whole_country_is_the_act_of_its_town(town: Report, note: str) -> None:
    assert repeats([strike(place=LAND), town], (), (), ("a",)) == {"a": "b"}, note
    assert repeats([town, strike(place=LAND)], (), (), ("a",)) == {"a": "b"}, note


@pytest.mark.parametrize(
    ("town", "note"),
    [
        (COUNTED.model_copy(update={"actor1": "gov:SA"}), "by others"),
        (COUNTED.model_copy(update={"actor2": "civilians"}), "upon others"),
        (COUNTED.model_copy(update={"date_start": date(2019, 3, 1), "date_end": date(2019, 3, 2)}), "on other days"),
        (COUNTED.model_copy(update={"sub_event_type": "Suicide bomb"}), "no blow of theirs"),
        (COUNTED.model_copy(update={"place": LAND}), "of the country too"),
        (COUNTED.model_copy(update={"place": TOWN.model_copy(update={"country": "SA"})}), "in another country"),
    ],
)
def test_of_a_whole_country_other_acts_are_told_too(town: Report, note: str) -> None:
    assert repeats([strike(place=LAND), town], (), (), ("a",)) == {}, note


def test_one_act_more_is_not_told_again() -> None:
    assert repeats([strike(place=LAND), COUNTED], (), (), ()) == {}
