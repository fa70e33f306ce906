"""What linking holds of one partition."""

from datetime import UTC, datetime

from agents.deduplicate.core import Linker
from agents.deduplicate.overrides import Overrides
from agents.shelved import Shelves
from streams.records import ReportBatch


class Held:
    """The linker, and the first and the last moment of publication of all articles that the partition has heard of."""

    def __init__(self, said: Overrides, shelves: Shelves) -> None:
        self.linker = Linker(said, shelves)
        self.begin, self.watermark = datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)

    def saw(self, at: datetime) -> bool:
        """Notes an article of any country, published then; whether that is a new first or last day."""
        known = self.begin.date(), self.watermark.date()
        self.begin, self.watermark = min(self.begin, at), max(self.watermark, at)
        return known != (self.begin.date(), self.watermark.date())

    def restore(self, batch: ReportBatch) -> None:
        """Takes in, at a start, a batch of which all was told before, or is told when it is read again."""
        self.linker.take(batch)
        self.linker.pass_over()
        self.saw(batch.published_at)
