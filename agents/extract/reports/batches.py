"""Batches: one article version's reports, a record a country, with the text's signature."""

import re
from hashlib import blake2b

from rensa import RMinHash

from streams.records import Article, Report, ReportBatch

PERMUTATIONS = 32

SEED = 42
_WORD = re.compile(r"\w+")


def signature(text: str) -> tuple[int, ...]:
    """MinHash of the word 3-grams of a folded text; of the words themselves where there are fewer than three; () without words."""
    shingles = _shingles(text)
    if not shingles:
        return ()
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update(shingles)
    return tuple(hashed.digest())


def _shingles(text: str) -> list[bytes]:
    """Each three words that follow each other, in UTF-8, which is what is hashed; the words where there are fewer."""
    words = " ".join(_WORD.findall(text)).encode().split()  # no blank stands in a word
    return list(map(b" ".join, zip(words, words[1:], words[2:], strict=False))) or words


def batches(article: Article, reports: tuple[Report, ...], folded: str) -> list[ReportBatch]:
    """A batch for each country the reports lie in, in order of the country; one of no country where there is no report."""
    by_country: dict[str, list[Report]] = {} if reports else {"": []}
    for report in reports:
        by_country.setdefault(report.country, []).append(report)
    signed = signature(folded)
    digest = blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    return [
        ReportBatch.made(  # of what the article and its reports hold, checked there
            article_id=article.article_id,
            version=article.version,
            digest=digest,
            outlet=article.outlet,
            published_at=article.published_at,
            country=country,
            signature=signed,
            reports=tuple(found),
        )
        for country, found in sorted(by_country.items())
    ]
