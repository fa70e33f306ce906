"""Reading one article: from the text as received to its reports, with every layer kept for the explanation."""

from dataclasses import dataclass, field

from streams.records import Article, Report, ReportBatch


@dataclass(frozen=True)
class Reading:
    """Everything that was read in one article."""

    article: Article
    reports: tuple[Report, ...] = ()
    layers: dict[str, object] = field(default_factory=dict)


class Reader:
    """Reads articles. Holds the lexicons; keeps nothing of what it read."""

    @classmethod
    def load(cls) -> "Reader":
        """The reader with all lexicons of the seeds loaded."""
        return cls()

    def read(self, article: Article) -> Reading:
        """What one article says. Raises nothing, whatever the text."""
        return Reading(article)


def batches(article: Article, reading: Reading) -> list[ReportBatch]:
    """The article's reports, a batch a country."""
    return []


def as_gold(report: Report) -> dict[str, object]:
    """The report in the form of the annotation guide."""
    return {"id": report.id, "scope": report.scope}
