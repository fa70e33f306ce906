"""The same words written otherwise say the same: more blanks, hashtags, other commas, another sentence before them."""

import re
from collections.abc import Callable

import pytest

from tests.extract.test_core import CASES, READER, article

BEFORE = "هذا ما ورد في نشرة الأخبار.\n"
WAYS: dict[str, Callable[[str], str]] = {
    "with a conjunction": lambda text: "و" + text,
    "with two blanks for each": lambda text: text.replace(" ", "  "),
    "with a mark of direction between blanks": lambda text: text.replace(" ", " \u200f "),
    "with blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "with a blank before commas and stops": lambda text: re.sub(r"([،.])", r" \1", text),
    "with no blank behind commas": lambda text: text.replace("، ", "،"),
    "with commas of another keyboard": lambda text: text.replace("،", ","),
    "with hashtags": lambda text: text.replace("تنظيم داعش", "#تنظيم_داعش").replace("قطاع غزة", "#قطاع_غزة").replace("سوريا", "#سوريا"),
    "with digits of the other set": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "with other quotes": lambda text: text.replace("«", '"').replace("»", '"'),
    "without quotes": lambda text: re.sub('[«»"]', "", text),
    "with a source behind it": lambda text: text.rstrip(".") + "، بحسب مصادر محلية.",
    "each sentence on a line of its own": lambda text: text.replace(". ", ".\n"),
}
TEXTS = [case[0] for case in CASES if "|" not in case[0]]


def told(text: str) -> list[tuple[object, ...]]:
    """What is read behind a first sentence that tells of nothing, without days and offsets."""
    return [
        (
            one.scope,
            one.sub_event_type,
            re.sub(r"\s+", " ", one.place.name) if one.place else None,
            one.actor1,
            one.actor2,
            tuple((figure.measure, figure.party, figure.low, figure.high, figure.subset) for figure in one.figures),
        )
        for one in READER.read(article(BEFORE + text)).reports
    ]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_written_otherwise_is_read_the_same(way: str) -> None:
    begins = [text for text in TEXTS if not (way == "with a conjunction" and text.startswith(("و", "«", '"')))]
    assert len(begins) > 200
    other = [text for text in begins if told(WAYS[way](text)) != told(text)]
    assert not other, way
