"""What changed between two moments accounts for all of the difference, and by articles published between them."""

import random
from datetime import datetime, timedelta

import pytest

from streams.queries.differences import differences
from streams.queries.moments import Moment
from streams.queries.queries import cells, incidents
from tests.laws.test_rooms import batches


def at(moment: datetime) -> Moment:
    return Moment({0: [batch for batch in batches() if batch.published_at <= moment]})


def pairs(number: int) -> list[tuple[datetime, datetime]]:
    published = sorted(batch.published_at for batch in batches())
    seconds, choice = int((published[-1] - published[0]).total_seconds()), random.Random(11)
    drawn = [sorted((choice.randint(0, seconds), choice.randint(0, seconds))) for _ in range(number)]
    return [(published[0] + timedelta(seconds=a), published[0] + timedelta(seconds=b)) for a, b in drawn]


@pytest.mark.parametrize(("since", "until"), pairs(8), ids=str)
def test_the_changes_lead_from_the_one_moment_to_the_other(since: datetime, until: datetime) -> None:
    before, after = at(since), at(until)
    found = differences(before, after, since)
    old, new = ({one.incident_id for one in incidents(moment, scope="")} for moment in (before, after))
    came = {one.subject for one in found if one.of == "incident" and one.what == "new"}
    went = {one.subject for one in found if one.of == "incident" and one.what in {"gone", "withdrawn"}}
    assert (old | came) - went == new

    counts = {cell.cell_id: cell.killed for cell in cells(before)}
    for one in found:
        if one.of == "cell" and one.field == "killed":
            assert one.before == str(counts.get(one.subject, 0))
            counts[one.subject] = int(one.after or 0)
    assert {name: n for name, n in counts.items() if n} == {cell.cell_id: cell.killed for cell in cells(after) if cell.killed}


@pytest.mark.parametrize(("since", "until"), pairs(8), ids=str)
def test_every_change_names_an_article_published_between(since: datetime, until: datetime) -> None:
    between = {batch.article_id for batch in batches() if since < batch.published_at <= until}
    for one in differences(at(since), at(until), since):
        assert set(one.because) <= between
        assert one.because or one.left or one.title.endswith("day unknown") or one.of == "alert", one


def test_nothing_changes_in_no_time() -> None:
    moment = pairs(1)[0][1]
    assert differences(at(moment), at(moment), moment) == []
