"""The same words written otherwise say the same: more blanks, hashtags, other commas, another sentence before them."""

import json
import re
from collections.abc import Callable
from functools import cache

import pytest

import seeds
from streams.records import Article
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


DISPATCHES = [json.loads(line) for file in sorted(seeds.path("articles").glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
LAYOUTS: dict[str, Callable[[str, str], str]] = {
    "behind a label": lambda _, body: f"خاص\n{body}",
    "behind two desks": lambda _, body: f"وكالات – خاص\n{body}",
    "behind a byline and a caption": lambda _, body: f"كتب: سامر الحسن\nجانب من آثار القصف (أرشيف)\n{body}",
    "behind who a picture shows": lambda _, body: f"الأمين العام للأمم المتحدة (رويترز)\n{body}",
    "behind the column": lambda _, body: f"نشرة الأخبار المسائية.\n{body}",
    "behind the hour": lambda _, body: f"آخر تحديث: 14:30 بتوقيت غرينتش\n{body}",
    "behind its headline": lambda title, body: f"{title}\n{body}",
    "behind its headline as a sentence": lambda title, body: f"{title.rstrip('.')}. {body}",
    "with «و» apart": lambda _, body: re.sub(r"(?<=\s)و(?=ال|قال|أضاف|أصيب|قتل|مقتل|إصابة|في |من |\d)", "و ", body),
    "with a blank before stops": lambda _, body: re.sub(r"([،.:؛])(?=\s)", r" \1", body),
    "with points for a stop": lambda _, body: re.sub(r"(?<=[\u0621-\u064a]{3})\.(?=\s|$)", "...", body),
    "with a name in quotes": lambda _, body: re.sub(r'(?<![\w"«])(داعش|حزب الله|جبهة النصرة)(?![\w"»])', r'"\1"', body),
    "with a hashtag": lambda _, body: re.sub(r"(?<![\w#])هيئة تحرير الشام", "#هيئة_تحرير_الشام", body),
    "with bullets": lambda _, body: body.replace("\n", "\n• "),
    "between blank lines": lambda _, body: body.replace("\n", " \n\n\n"),
    "with a link to another page": lambda _, body: body.replace("\n", "\nاقرأ أيضا: تعرف على أبرز محطات الأزمة\n", 1),
    "with the lines of another system": lambda _, body: body.replace("\n", "\r\n"),
}


@cache
def reports(title: str, body: str, published_at: str) -> list[tuple[object, ...]]:
    """What is read in a dispatch, without offsets."""
    found = READER.read(
        Article.model_validate({"article_id": "t", "outlet": "", "published_at": published_at, "title": title, "body": body})
    )
    return [
        (
            one.scope,
            one.sub_event_type,
            one.date_start,
            one.date_end,
            one.place.name.replace(" ", "") if one.place else None,
            one.actor1,
            one.actor2,
            tuple((figure.measure, figure.party, figure.low, figure.high, figure.subset) for figure in one.figures),
        )
        for one in found.reports
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_dispatch_laid_out_otherwise_is_read_the_same(layout: str) -> None:
    other = [
        one["article_id"]
        for one in DISPATCHES
        if reports(one["title"], LAYOUTS[layout](one["title"], one["body"]), one["published_at"])
        != reports(one["title"], one["body"], one["published_at"])
    ]
    assert not other, layout


def test_news_of_its_own_before_the_text_is_told_too() -> None:
    body = "مقتل أربعة مدنيين في قصف على بلدة سرمين\nقتل خمسة جنود سوريين في هجوم لداعش على حاجز في مدينة السخنة أمس، بحسب مصدر عسكري."
    told = reports("هجوم لداعش قرب السخنة", body, "2019-03-06T12:00:00Z")
    assert [(one[4], one[7]) for one in told] == [
        ("سرمين", (("killed", "civilians", 4, 4, None),)),
        ("السخنة", (("killed", "gov:SY", 5, 5, None),)),
    ]
