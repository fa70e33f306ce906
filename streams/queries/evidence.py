"""What a number rests on, down to sentences: an alert or a cell to its incidents, an incident to the words of each article.

Every ``start`` and ``stop`` is an offset into ``Article.text``, so that ``text[start:stop]`` are the very words.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Literal

from agents.aggregate.totals import Total
from agents.deduplicate.accounts import version_of
from agents.extract.words.sentences import split
from streams.errors import WireError
from streams.logs.reader import LogReader
from streams.queries import queries
from streams.queries.moments import published
from streams.queries.queries import Latest
from streams.queries.tables import opened
from streams.records import Alert, Article, Claim, Incident, Link, Record, Report, ReportBatch
from streams.wire import decode_as

Wanted = tuple[str, int]  # article id, version


class Passage(Record):
    """Words of an article with where they stand. start, stop: the sentence's; ("", 0, 0) where the log does not hold the article."""

    article_id: str
    article_version: int
    outlet: str
    published_at: datetime
    start: int = 0
    stop: int = 0
    sentence: str = ""


class Stated(Record):
    """One claim of the ledger and the sentence that makes it. The claim's own offsets are those of the words read."""

    claim: Claim
    passage: Passage


class Told(Record):
    """One report of an incident and the sentence that leads it."""

    report_id: str
    sub_event_type: str
    passage: Passage


class IncidentEvidence(Record):
    """An incident, the reports that it is made of, and its ledger."""

    kind: Literal["incident"]
    incident: Incident
    reports: tuple[Told, ...] = ()
    claims: tuple[Stated, ...] = ()


class CellEvidence(Record):
    """A cell and the incidents that it adds up. killed: what each adds, best figures, in the order of the incidents.

    doubts: which of them may be one after all, so that the cell's lower bounds count them once.
    """

    kind: Literal["cell"]
    cell: Total
    doubts: tuple[Link, ...] = ()
    killed: tuple[int, ...] = ()
    incidents: tuple[IncidentEvidence, ...] = ()


class ToldAgain(Record):
    """An act that an article tells once more. report: as it would stand, without an id. into: the id of the report that it is in.

    rule: by which it has no report of its own.
    """

    report: Report
    into: str
    rule: str


class ArticleEvidence(Record):
    """An article and its reports: all of them, or the one that was asked for.

    again: what it tells once more, in order of the text; empty where its reports come from a log, which holds no such acts.
    """

    kind: Literal["article"]
    article: Article
    reports: tuple[Report, ...] = ()
    again: tuple[ToldAgain, ...] = ()


class AlertEvidence(Record):
    """An alert, the versions of it that were sent, and the incidents that it rests on."""

    kind: Literal["alert"]
    alert: Alert
    sent: tuple[Alert, ...] = ()
    incidents: tuple[IncidentEvidence, ...] = ()


class Witness:
    """The articles and readings of one log, opened once for as many incidents as are asked for."""

    def __init__(self, log: LogReader) -> None:
        self._log = log

    @cached_property
    def _reports(self) -> dict[str, tuple[ReportBatch, Report]]:
        """Each report of the newest version of each article, by report id."""
        found: dict[str, tuple[ReportBatch, Report]] = {}
        batches = [batch for batches in published(self._log).values() for batch in batches]
        for batch in sorted(batches, key=lambda batch: (batch.published_at, batch.version, batch.digest)):
            found.update({f"{batch.article_id}/{report.id}": (batch, report) for report in batch.reports})
        return found

    @cached_property
    def _articles(self) -> dict[Wanted, Article]:
        found = {}
        for record in self._log.records("articles"):
            try:
                article = decode_as(Article, record.value or b"")
            except WireError:
                continue  # it became a dead letter when it was read
            found[article.article_id, article.version] = article
        return found

    def incident(self, incident: Incident) -> IncidentEvidence:
        """The incident with the sentence of each report and claim."""
        told = [
            Told(
                report_id=name,
                sub_event_type=report.sub_event_type,
                passage=self._passage((batch.article_id, batch.version), batch.outlet, batch.published_at, report.start, report.stop),
            )
            for name in incident.report_ids
            if (known := self._reports.get(name))
            for batch, report in [known]
        ]
        return IncidentEvidence(kind="incident", incident=incident, reports=tuple(told), claims=self.stated(incident.claims))

    def stated(self, claims: Iterable[Claim]) -> tuple[Stated, ...]:
        """The claims, each with its sentence."""
        return tuple(
            Stated(
                claim=one, passage=self._passage((one.article_id, one.article_version), one.outlet, one.published_at, one.start, one.stop)
            )
            for one in claims
        )

    def incidents(self, found: Iterable[Incident]) -> tuple[IncidentEvidence, ...]:
        """As incident(), for each."""
        return tuple(map(self.incident, found))

    def _passage(self, wanted: Wanted, outlet: str, at: datetime, start: int, stop: int) -> Passage:
        article = self._articles.get(wanted)
        blank = Passage(article_id=wanted[0], article_version=wanted[1], outlet=outlet, published_at=at)
        if article is None or stop <= start:
            return blank
        first, last = sentence_of(article.text, start, stop)
        return blank.model_copy(update={"start": first, "stop": last, "sentence": article.text[first:last]})


def sentence_of(text: str, start: int, stop: int) -> tuple[int, int]:
    """The span of the sentences that hold a span of a text; the span itself where it lies outside every sentence."""
    held = [span for span in split(text) if span[0] < stop and start < span[1]]
    return (held[0][0], held[-1][1]) if held else (start, stop)


def of_article(log: LogReader, name: str) -> ArticleEvidence | None:
    """The newest version of an article with its reports, by the id of the article or of one report; None where there is none."""
    article_id, _, report_id = (name, "", "") if queries.articles(log, name) else name.partition("/")
    versions = queries.articles(log, article_id)
    if not versions:
        return None
    held = [batch for batch in queries.newest(log, "reports", ReportBatch) if batch.article_id == article_id]
    newest = max(map(version_of, held), default=None)
    batches = [batch for batch in held if version_of(batch) == newest]
    reports = (report for batch in batches for report in batch.reports if not report_id or report.id == report_id)
    return ArticleEvidence(kind="article", article=versions[-1], reports=tuple(reports))


def of_incident(log: LogReader, known: Latest, name: str) -> IncidentEvidence | None:
    """The evidence of one incident; None where there is none of this id."""
    found = _incidents(known).get(name)
    return Witness(log).incident(found) if found else None


def of_cell(log: LogReader, known: Latest, name: str, newest: datetime | None) -> CellEvidence | None:
    """The evidence of one cell, by its id, windows ending on the day of ``newest``; None where there is none of this id."""
    found = opened(known, name, newest)
    if found is None:
        return None
    return CellEvidence(
        kind="cell",
        cell=found.total,
        doubts=found.doubts,
        killed=tuple(sum(figure.best or 0 for figure in part.figures("killed")) for part in found.parts),
        incidents=Witness(log).incidents(part.incident for part in found.parts),
    )


def of_alert(log: LogReader, known: Latest, name: str) -> AlertEvidence | None:
    """The evidence of one alert; None where there is none of this id."""
    sent = {one.version: one for one in queries.alert_history(log) if one.alert_id == name}  # sent again when more articles agree
    stands = next((alert for alert in queries.alerts(known, standing=False) if alert.alert_id == name), None)
    found = stands or (list(sent.values())[-1] if sent and known is log else None)  # taken back: no article supports it any more
    if found is None:
        return None
    incidents = _incidents(known)
    rests_on = [incidents[one] for one in found.incidents if one in incidents]
    return AlertEvidence(kind="alert", alert=found, sent=tuple(sent.values()), incidents=Witness(log).incidents(rests_on))


def _incidents(known: Latest) -> dict[str, Incident]:
    return {incident.incident_id: incident for incident in queries.newest(known, "incidents", Incident)}
