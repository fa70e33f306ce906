"""Why the program says what it says: an article's reading, an incident's claims and links, an alert's facts."""

from collections.abc import Iterable

from rich.console import Console
from rich.markup import escape

from streams import queries
from streams.cli.screen import bounds, console, table
from streams.errors import InputError
from streams.logs import LogReader
from streams.records import Alert, Article, Claim, Incident, Report, ReportBatch

AROUND = 60  # characters of the article shown on either side of a figure


def readings(articles: Iterable[Article]) -> None:
    """Reads articles anew and explains what was read: sentence, mentions and their rules, frames, reports."""
    from agents.extract.core import Reader  # noqa: PLC0415 - an id is explained without any lexicon
    from agents.extract.explain import lines  # noqa: PLC0415

    reader, screen = Reader.load(), console()
    for article in articles:
        screen.print(f"[bold]{article.article_id}[/] {escape(article.outlet)} {article.published_at:%Y-%m-%d %H:%M}")
        for line in lines(reader.read(article)):
            screen.print(line, markup=False, soft_wrap=True)


def identified(name: str, broker: str) -> None:
    """Explains the article, report, incident or alert of this id; InputError where the log holds none."""
    log, screen = LogReader(broker), console()
    for incident in queries.newest(log, "incidents", Incident):
        if incident.incident_id == name:
            return _incident(incident, log, screen)
    for alert in queries.alerts(log, standing=False):
        if alert.alert_id == name:
            return _alert(alert, log, screen)
    article_id, _, report_id = name.partition("/") if not queries.articles(log, name) else (name, "", "")
    versions = queries.articles(log, article_id)
    if not versions:
        raise InputError(f"{name}: no article, report, incident or alert of this id in {broker}")
    batches = [batch for batch in queries.newest(log, "reports", ReportBatch) if batch.article_id == article_id]
    reports = [report for batch in batches for report in batch.reports if not report_id or report.id == report_id]
    return _article(versions[-1], reports, screen)


def _article(article: Article, reports: list[Report], screen: Console) -> None:
    screen.print(f"[bold]{article.article_id}[/] {escape(article.outlet)} {article.published_at:%Y-%m-%d %H:%M} version {article.version}")
    for report in reports:
        place = f"{report.place.admin1 or ''} {report.place.country or ''} {report.place.name}" if report.place else "no place"
        what = f"{report.scope} {report.sub_event_type} {report.date_start or ''}"
        screen.print(f"\n[bold]{report.id}[/] {what} {report.actor1} → {report.actor2}, {place}")
        screen.print(f"  rules: {', '.join(report.rules) or '-'}")
        rows = [
            (
                figure.measure,
                figure.party,
                figure.low,
                figure.high,
                figure.hedge,
                ", ".join(figure.rules),
                _wording(article, figure.start, figure.stop),
            )
            for figure in report.figures
        ]
        if rows:
            screen.print(table("", ("measure", "party", "#low", "#high", "hedge", "rules", "wording"), rows))
        seen = [(m.kind, m.value, m.rule, f"{m.start}–{m.stop}", _wording(article, m.start, m.stop)) for m in report.mentions]
        if seen:
            screen.print(table("", ("mention", "value", "rule", "span", "wording"), seen))
    if not reports:
        screen.print("No reports: nothing in it is said to have happened, or no rule saw it.")


def _incident(incident: Incident, log: LogReader, screen: Console) -> None:
    place = f"{incident.place.admin1 or ''} {incident.place.name}" if incident.place else ""
    screen.print(f"[bold]{incident.incident_id}[/] version {incident.version}, {incident.status} {' '.join(incident.superseded_by)}")
    screen.print(f"{incident.sub_event_type} {incident.date_start or ''} {incident.actor1} → {incident.actor2}, {incident.country} {place}")
    people = f"killed {bounds(incident, 'killed') or '-'}, wounded {bounds(incident, 'wounded') or '-'}"
    screen.print(f"{people}; {incident.origins} independent outlet(s)")
    if incident.claims:
        columns = ("outlet", "published", "measure", "party", "#low", "#high", "hedge", "report", "wording")
        screen.print(table("Claims", columns, [_claim(claim, log) for claim in incident.claims]))
    if incident.links:
        rows = [(link.verdict, f"{link.score:.2f}", link.left, link.right, ", ".join(link.reasons)) for link in incident.links]
        screen.print(table("Why these reports are one", ("verdict", "#score", "report", "report", "reasons"), rows))
    if incident.changes:
        made = [(c.version, f"{c.published_at:%Y-%m-%d %H:%M}", c.field, c.before, c.after, c.because) for c in incident.changes]
        screen.print(table("Changes", ("#version", "published", "field", "before", "after", "because of"), made))


def _claim(claim: Claim, log: LogReader) -> tuple[object, ...]:
    versions = [article for article in queries.articles(log, claim.article_id) if article.version == claim.article_version]
    wording = _wording(versions[0], claim.start, claim.stop) if versions else claim.wording
    moment = f"{claim.published_at:%Y-%m-%d %H:%M}"
    return (claim.outlet, moment, claim.measure, claim.party, claim.low, claim.high, claim.hedge, claim.report_id, wording)


def _alert(alert: Alert, log: LogReader, screen: Console) -> None:
    screen.print(
        f"[bold]{alert.alert_id}[/] {alert.kind}, rule {alert.rule}, version {alert.version}, {alert.status}, severity {alert.severity}"
    )
    screen.print(escape(alert.title))
    screen.print(table("Facts that decided", ("fact", "value"), alert.facts.items()))
    sent = [one for one in queries.alert_history(log) if one.alert_id == alert.alert_id]
    rows = [(one.version, one.status, f"{one.changed_at:%Y-%m-%d %H:%M}", one.title) for one in sent]
    screen.print(table("What was sent", ("#version", "status", "changed", "what"), rows))
    if alert.incidents:
        screen.print("Rests on: " + ", ".join(alert.incidents))


def _wording(article: Article, start: int, stop: int) -> str:
    text = article.text
    return " ".join(text[max(0, start - AROUND) : stop + AROUND].split()) if stop > start else ""
