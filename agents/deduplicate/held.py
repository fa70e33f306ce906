"""What linking holds of one partition."""

from datetime import UTC, datetime

from agents.deduplicate.core import Linker
from agents.deduplicate.overrides import Overrides
from agents.shelved import Shelves
from agents.stretches import Stretch, Stretches
from streams.records import ReportBatch


class Held:
    """The linker, and of all articles that the partition has heard of the days of publication and the last moment."""

    def __init__(self, said: Overrides, shelves: Shelves) -> None:
        self.linker = Linker(said, shelves)
        self.flow, self.watermark = Stretches(), datetime.min.replace(tzinfo=UTC)

    def saw(self, at: datetime) -> bool:
        """Notes an article of any country, published then; whether that moves the watermark's day, or tells of days with articles."""
        day, known = at.toordinal(), self.watermark.date()
        self.watermark = max(self.watermark, at)
        return self.flow.add(Stretch(day, day)) is not None or known != self.watermark.date()

    def restore(self, batch: ReportBatch) -> None:
        """Takes in, at a start, a batch of which all was told before, or is told when it is read again."""
        self.linker.take(batch)
        self.linker.pass_over()
        self.saw(batch.published_at)
