"""The topics, one row each, and which partition a record belongs to.

Records after extraction are keyed ``<country>/<id>``, so that compaction keeps the newest state of each id, while the partition
follows from the country alone, so that every report that could be of one occurrence meets in one partition.
"""

from typing import NamedTuple
from zlib import crc32

from streams.records import ReportBatch

DAY_S = 86_400


class Topic(NamedTuple):
    """One topic. compact: only the newest record of a key need be kept. retention_s: None keeps for ever."""

    name: str
    key: str
    record: str
    compact: bool
    retention_s: int | None
    says: str


ALERT_KINDS = ("mass-casualty", "surge", "new-front", "revision", "contradiction", "weapon", "silence")

TOPICS: tuple[Topic, ...] = (
    Topic("articles", "article id", "Article", False, None, "one published text, whole"),
    Topic("reports", "country/article id/version/digest", "ReportBatch", True, None, "one article version's reports on one country"),
    Topic("incidents", "country/incident id", "Incident, Tick", True, None, "one incident, whole, with its version"),
    Topic("aggregates", "country/cell id", "Cell", True, None, "one changed cell, whole; none = the cell is empty"),
    *(Topic(f"alerts.{kind}", "alert id", "Alert", False, None, f"{kind} alerts, each version") for kind in ALERT_KINDS),
    Topic("findings", "country/finding id", "Finding", False, None, "figures that cannot all be right, each version"),
    Topic("dead-letters", "origin", "DeadLetter", False, None, "what could not be processed, and why"),
)


STATES = "states"  # the table of incidents as they were last told, from which the rooms that read them start


def key_of(batch: ReportBatch) -> bytes:
    """The key of a batch of reports: older versions of an article stay, since it may be asked what was known when they were the newest."""
    return f"{batch.country}/{batch.article_id}/{batch.version}/{batch.digest}".encode()


def partition_of(country: str, partitions: int) -> int:
    """The partition of a country's records (0-based); stable over releases: changing it moves state."""
    return crc32(country.encode()) % partitions
