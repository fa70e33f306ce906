"""Batches: one article version's reports, a record a country, with the text's signature."""

import re
from collections.abc import Sequence
from hashlib import blake2b

from rensa import RMinHash

from streams.records import Article, Report, ReportBatch

PERMUTATIONS = 32

SEED = 42
_WORD, _LETTER = re.compile(r"\w+"), re.compile(r"\w")


def words_of(text: str, parts: Sequence[str]) -> list[str]:
    """The words of a folded text. parts: as the lexicons' ``cut`` gives them, which are mostly the same words and sooner had.

    They are not where a word goes on over a gap: a letter of another script, an underscore, a number written onto a word.
    """
    gaps = parts[1::2]
    if "" in gaps or _LETTER.search("".join(gaps)):
        return _WORD.findall(text)
    return list(filter(None, parts[::2]))


def signature(words: list[str]) -> tuple[int, ...]:
    """MinHash of the 3-grams of words; of the words themselves where there are fewer than three; () without words."""
    if not words:
        return ()
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashed.update(list(map(" ".join, zip(words, words[1:], words[2:], strict=False))) or words)
    return tuple(hashed.digest())


def batches(article: Article, reports: tuple[Report, ...], words: list[str]) -> list[ReportBatch]:
    """A batch for each country the reports lie in, in order of the country; one of no country where there is no report."""
    by_country: dict[str, list[Report]] = {} if reports else {"": []}
    for report in reports:
        by_country.setdefault(report.country, []).append(report)
    signed = signature(words)
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
