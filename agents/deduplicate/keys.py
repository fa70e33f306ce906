"""What an account is called: one string that sorts in the order of publication, ties by id. A string is hashed but once."""

import re
from datetime import UTC, datetime

Version = tuple[datetime, int, str]  # moment of publication, version number, digest
Key = str  # of an account, unique among all: the same report of another version is another account
Turn = str  # what the keys of one version of an article begin with: those are placed together
BEGIN = datetime.min.replace(tzinfo=UTC)
DIGITS = 20  # of a version number: feeds number versions by the clock too
_NUMBERED = re.compile(r"\.(\d+)$")
END = "\0"  # of each part; it comes before all else, so that parts sort as they do by themselves


def turn_named(article_id: str, version: Version) -> Turn:
    """The turn of one version of an article."""
    moment, number, digest = version
    since = moment - BEGIN
    us = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return f"{us:018d}{END}{article_id}/{END}{number:0{DIGITS}d}{END}{digest}"


def key_named(turn: Turn, report_id: str) -> Key:
    """The key of an account."""
    return f"{turn}{END}{report_id}"


def turn_of(key: Key) -> Turn:
    """When an account is placed, as all of its version of its article are. Turns sort as keys do."""
    return key[: key.rindex(END)]


def report_of(key: Key) -> str:
    """The id of an account's report."""
    return key[key.rindex(END) + 1 :]


def article_of(key: Key) -> str:
    """The id of an account's article."""
    return key.split(END, 2)[1][:-1]


def cluster_named(report_id: str, number: int) -> str:
    """The name of a cluster that the report founded which is the number-th of its id: ``one/a``, and from the second on ``one/a.2``."""
    return report_id if number == 1 else f"{report_id}.{number}"


def founder_of(name: str) -> tuple[str, int]:
    """The id of the report that founded a cluster of this name, and which one of that id it was: ``one/a.2`` → ``one/a``, 2."""
    found = _NUMBERED.search(name)
    return (name[: found.start()], int(found.group(1))) if found else (name, 1)
