"""Reads the shipped feed, so that libraries that count (see libraries) see which ways are taken, and keeps what is known of patterns.

Run beside them.
"""

import gc
import re
from importlib import import_module

import seeds
from agents.extract.core import Reader, Reading, batches
from streams.inputs.files import read
from streams.records import Article

TIMES = 3


def main() -> None:
    """Reads it several times: most news tells of what was told before."""
    reader = Reader.load()
    for _ in range(TIMES):
        articles = [one for one in read([str(seeds.path("articles"))]) if isinstance(one, Article)]
        for article, found in zip(articles, reader.read_all(articles), strict=True):
            assert isinstance(found, Reading)
            batches(article, found)
    gc.unfreeze()  # what was made while loading is gone through too
    import_module("rasad__openings").keep([one for one in gc.get_objects() if isinstance(one, re.Pattern)])


if __name__ == "__main__":
    main()
