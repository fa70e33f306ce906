"""What linking tells of the feed beside incidents: the days on which it had articles, and the last moment."""

import random
from datetime import timedelta

from agents.deduplicate.held import Held
from agents.deduplicate.overrides import Overrides
from agents.shelved import in_memory
from tests.notation import BEGIN, at, batch

DAY = 24.0
SEEN = [
    (0, True, "2019-03-10/2019-03-10"),
    (0.2, False, "2019-03-10/2019-03-10"),
    (5, True, "2019-03-10/2019-03-15"),
    (3, False, "2019-03-10/2019-03-15"),
    (20, True, "2019-03-10/2019-03-15,2019-03-30/2019-03-30"),
    (12, True, "2019-03-10/2019-03-22,2019-03-30/2019-03-30"),
    (-30, True, "2019-02-08/2019-02-08,2019-03-10/2019-03-22,2019-03-30/2019-03-30"),
]


def held() -> Held:
    return Held(Overrides(()), in_memory)


def test_each_article_that_changes_where_the_feed_flowed_is_told_of() -> None:
    here = held()
    assert [(day, here.saw(at(DAY * day)), str(here.flow)) for day, _, _ in SEEN] == SEEN
    assert here.watermark == BEGIN + timedelta(days=20)


def test_after_a_start_the_flow_is_what_it_was() -> None:
    here, batches = held(), [batch(name, DAY * day) for name, (day, _, _) in zip("abcdefg", SEEN, strict=True)]
    random.Random(1).shuffle(batches)
    for one in batches:
        here.restore(one)
    assert (str(here.flow), here.watermark) == (SEEN[-1][2], BEGIN + timedelta(days=20))
