"""The same news in other words: how much of what is read hangs on a wording or a layout.

``python -m benchmarks rewordings``. Each article is read plainly and rewritten: of the exchanges that keep the meaning (``rewordings.tsv``:
a group, words, words that say the same; and ``LAYOUTS``) each is made with even chance. Gold stays what it was, so a reader that
understands scores the same; what is lost hangs on wording, and articles of other writers would lose as much.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.baseline import Set, measured, scored, sets
from benchmarks.texts import pool_path
from streams.inputs.files import read
from streams.reading.extraction import Extracted, ExtractOne, alone, load
from streams.records import Article

DRAWS = 3  # times that every article is rewritten
SHOWN = 30  # exchanges listed
TABLE = Path(__file__).with_name("rewordings.tsv")
LETTER = "[\u0621-\u064a\u064b-\u0652]"
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Exchange(NamedTuple):
    """One way of saying the same: a name to show, and what it makes of a title or body."""

    name: str
    made: Callable[[str], str]


LAYOUTS = (
    Exchange("layout: «و» apart from the article", lambda text: re.sub("(?<= )و(?=ال)", "و ", text)),
    Exchange("layout: paragraphs run together", lambda text: re.sub("\n+", " ", text)),
    Exchange("layout: each sentence on a line", lambda text: re.sub(r"(?<=\D{3})\. ", ".\n", text)),
    Exchange("layout: no stop before line breaks", lambda text: re.sub(r"\.(?=\n|$)", "", text)),
    Exchange("layout: blanks doubled", lambda text: text.replace(" ", "  ")),
    Exchange("layout: no quotes", lambda text: re.sub('[«»"“”]', "", text)),
    Exchange("layout: quotes of the other kind", lambda text: re.sub("[«»]", '"', text)),
    Exchange("layout: commas of the other keyboard", lambda text: text.replace("،", ",")),
    Exchange("layout: a line before", lambda text: f"نشرة الأخبار المسائية.\n{text}" if len(text) > 200 else text),
    Exchange("layout: a line behind", lambda text: f"{text.rstrip()}\nللمزيد من الأخبار تابعوا صفحتنا." if len(text) > 200 else text),
    Exchange("spelling: no hamza", lambda text: re.sub("[أإآ]", "ا", text)),
    Exchange("spelling: «ى» for final «ي»", lambda text: re.sub("ي(?![\u0621-\u064a])", "ى", text)),
    Exchange("spelling: no vowel signs", lambda text: re.sub("[\u064b-\u0652]", "", text)),
    Exchange("spelling: digits of the other set", lambda text: text.translate(DIGITS)),
)


@cache
def exchanges() -> tuple[Exchange, ...]:
    """All of them, in the order of the table."""
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return (*(_of_words(group, these, those) for group, these, those in rows), *LAYOUTS)


def _of_words(group: str, these: str, those: str) -> Exchange:
    """Whole words, behind «و» or «ف» or not."""
    found = re.compile(f"(?<!{LETTER})([وف]?){re.escape(these)}(?!{LETTER})")
    return Exchange(f"{group}: {these} → {those}", lambda text: found.sub(rf"\g<1>{those}", text))


def exchanged(article: Article, by: Exchange) -> Article:
    """The article with one exchange made wherever it can be; the very article where it cannot."""
    title, body = by.made(article.title), by.made(article.body)
    same = (title, body) == (article.title, article.body)
    return article if same else article.model_copy(update={"title": title, "body": body})


def rewritten(article: Article, draw: int) -> tuple[Article, list[Exchange]]:
    """The article with a random half of the exchanges, the same for the same draw, and those that changed it."""
    chance = Random(f"{draw} {article.article_id}")
    drawn = [one for one in exchanges() if chance.random() < 0.5]
    chance.shuffle(drawn)
    made = []
    for one in drawn:
        before, article = article, exchanged(article, one)
        if article is not before:
            made.append(one)
    return article, made


def told(found: Extracted) -> list[tuple[object, ...]]:
    """What an article was read to say, without where it stands in the text."""
    return [
        (
            *(one[slot] for slot in ("scope", "sub_event_type", "date_start", "date_end", "actor1", "actor2")),
            (one["place"] or {}).get("name"),
            *((figure["measure"], figure["party"], figure["low"], figure["high"]) for figure in one["figures"]),
        )
        for one in found.reports
    ]


def breaking(articles: list[Article], extract: ExtractOne) -> Counter[str]:
    """Of the articles that are read otherwise when rewritten: the exchanges that alone change the reading, and how many each changes."""
    found: Counter[str] = Counter()
    for article in articles:
        plain = told(extract(article))
        other, made = rewritten(article, 0)
        if told(extract(other)) != plain:
            found.update(one.name for one in made if told(extract(exchanged(article, one))) != plain)
    return found


def gold_of_our_own() -> Iterator[Set]:
    """Articles of the corpus, where it is at hand."""
    for name in ("open", "held-back") if pool_path().exists() else ():
        gold = Path(__file__).parents[1] / "tests" / "real" / f"{name}.jsonl"
        yield f"gold of our own, {name}", [str(pool_path())], [str(gold)]


def run() -> str:
    """The tables, in Markdown."""
    lines = [f"Measured on {datetime.now(UTC).date()}; {len(exchanges())} exchanges, each made in a random half of the articles.", ""]
    lines += [
        "| incident, template, figure F1; killed error, exact | as written | "
        + " | ".join(f"rewritten {n + 1}" for n in range(DRAWS))
        + " |"
    ]
    lines += ["|" + "---|" * (DRAWS + 2)]
    extract = alone(load())
    for found in (*sets(), *gold_of_our_own()):
        ways: list[ExtractOne] = [extract, *(partial(_rewritten, extract, draw) for draw in range(DRAWS))]
        lines.append(f"| {found[0]} | " + " | ".join(_shown(found, way) for way in ways) + " |")
    shipped = [one for one in read(next(sets())[1]) if isinstance(one, Article)]
    broken = breaking(shipped, extract)
    lines += ["", f"| exchanges that alone change how one of the shipped feed's {len(shipped)} articles is read | articles |", "|---|---|"]
    lines += [f"| {name} | {n} |" for name, n in broken.most_common(SHOWN)]
    return "\n".join(lines) + "\n"


def _rewritten(extract: ExtractOne, draw: int, article: Article) -> Extracted:
    return extract(rewritten(article, draw)[0])


def _shown(found: Set, extract: ExtractOne) -> str:
    all_of_it = measured(found[0], scored(found, extract))
    shares = (all_of_it.incident.f1, all_of_it.template.f1, all_of_it.figure.f1, all_of_it.killed.error, all_of_it.killed.exact)
    return " ".join("–" if one.value is None else f"{one.value:.3f}".lstrip("0") for one in shares)


if __name__ == "__main__":
    sys.stdout.write(run())
