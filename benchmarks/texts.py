"""The texts that every benchmark reads: the real corpus where it is present, else the shipped feed over and over."""

import json
import os
from pathlib import Path

import seeds

ARTICLE_BYTES = 4096  # "one article" in every figure below is this much UTF-8


def pool_path() -> Path:
    """The corpus of real articles, which is not shipped; may not exist."""
    return Path(os.environ.get("RASAD_SHARED", "../shared")) / "corpus" / "pool.jsonl"


def feed_paths() -> list[Path]:
    """The corpus, or the shipped feed where the corpus is not at hand."""
    return [pool_path()] if pool_path().exists() else sorted(seeds.path("articles").glob("*.jsonl"))


def corpus() -> list[dict[str, str]]:
    """Every article object of the corpus or the shipped feed."""
    return [json.loads(line) for path in feed_paths() for line in path.read_bytes().split(b"\n") if line.strip()]


def objects(at_least: int) -> list[dict[str, str]]:
    """At least so many article objects, from the corpus or the shipped feed repeated under new ids."""
    found = corpus()
    rounds = -(-at_least // len(found))
    return [{**row, "article_id": f"{row['article_id']}-{n}"} if n else row for n in range(rounds) for row in found][:at_least]


def n_articles(rows: list[dict[str, str]]) -> float:
    """How many articles of 4,096 bytes these texts make up."""
    return sum(len((row.get("title", "") + row["body"]).encode()) for row in rows) / ARTICLE_BYTES
