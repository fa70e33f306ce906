"""Why the program says what it says: an article's reading, an incident's claims and links, a cell's incidents, an alert's facts."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from rich.console import Console

from streams.cli.screen import between, bounds, console, headed, json_lines, table, whose
from streams.errors import InputError
from streams.logs.reader import LogReader
from streams.queries import evidence, queries
from streams.queries.evidence import AlertEvidence, ArticleEvidence, CellEvidence, IncidentEvidence, Passage, ToldAgain
from streams.queries.moments import known
from streams.records import Article, Claim

AROUND = 60  # characters of the article shown on either side of a figure
LIKE = 5  # ids that an error names
Found = IncidentEvidence | CellEvidence | AlertEvidence | ArticleEvidence


def readings(articles: Iterable[Article], *, json: bool) -> None:
    """Reads articles anew and explains what was read: sentence, mentions and their rules, frames, reports."""
    from agents.extract.core import Reader  # noqa: PLC0415 - an id is explained without any lexicon
    from agents.extract.explain import lines  # noqa: PLC0415
    from agents.extract.reports import twice  # noqa: PLC0415

    reader, screen = Reader.load(), console()
    for article in articles:
        reading = reader.read(article)
        if json:
            again = tuple(ToldAgain(report=one.report, into=one.into, rule=twice.RULE) for one in reading.again)
            json_lines([ArticleEvidence(kind="article", article=article, reports=tuple(reading.reports), again=again)])
            continue
        screen.print(headed(article.article_id, f"{article.outlet} {article.published_at:%Y-%m-%d %H:%M}"))
        for line in lines(reading):
            screen.print(line, markup=False, soft_wrap=True)


def identified(name: str, broker: str, until: datetime | None, *, json: bool) -> None:
    """Explains the article, report, incident, cell or alert of this id, as of a moment; InputError where the log holds none."""
    found = _found(name, LogReader(broker), until)
    if found is None:
        like = _like(name, LogReader(broker))
        hint = f"; like it: {', '.join(like)}" if like else ""
        raise InputError(f"{name}: no article, report, incident, cell or alert of this id in {broker}{hint}")
    if json:
        json_lines([found])
    elif isinstance(found, IncidentEvidence):
        _incident(found, console())
    elif isinstance(found, CellEvidence):
        _cell(found, console())
    elif isinstance(found, AlertEvidence):
        _alert(found, console())
    else:
        _article(found, console())


def _found(name: str, log: LogReader, until: datetime | None) -> Found | None:
    latest = known(log, until) if until else log
    newest = latest.newest if not isinstance(latest, LogReader) else queries.watermark(log)
    return (
        evidence.of_incident(log, latest, name)
        or evidence.of_alert(log, latest, name)
        or evidence.of_cell(log, latest, name, newest)
        or evidence.of_article(log, name)
    )


def _like(name: str, log: LogReader) -> list[str]:
    """The first ids of incidents, alerts and cells that begin so, whatever their capitals."""
    known = [one.incident_id for one in queries.standing(log)] + [one.alert_id for one in queries.raised(log)]
    known += [one.cell_id for one in queries.cells(log)]
    return sorted(one for one in known if one.casefold().startswith(name.casefold()))[:LIKE]


def _article(found: ArticleEvidence, screen: Console) -> None:
    article = found.article
    screen.print(headed(article.article_id, f"{article.outlet} {article.published_at:%Y-%m-%d %H:%M} version {article.version}"))
    for report in found.reports:
        place = f"{report.place.admin1 or ''} {report.place.country or ''} {report.place.name}" if report.place else "no place"
        what = f"{report.scope} {report.sub_event_type} {report.date_start or ''}"
        screen.print()
        screen.print(headed(report.id, f"{what} {report.actor1} → {report.actor2}, {place}"))
        screen.print(f"  rules: {', '.join(report.rules) or '-'}")
        rows = [
            (f.measure, whose(f), f.low, f.high, f.hedge, ", ".join(f.rules), _wording(article, f.start, f.stop)) for f in report.figures
        ]
        if rows:
            screen.print(table("", ("measure", "party", "#low", "#high", "??hedge", "?rules", "wording"), rows))
        seen = [(m.kind, m.value, m.rule, f"{m.start}–{m.stop}", _wording(article, m.start, m.stop)) for m in report.mentions]
        if seen:
            screen.print(table("", ("mention", "value", "?rule", "??=span", "wording"), seen))
    if not found.reports:
        screen.print("No reports: nothing in it is said to have happened, or no rule saw it.")


def _incident(found: IncidentEvidence, screen: Console) -> None:
    incident = found.incident
    place = f"{incident.place.admin1 or ''} {incident.place.name}" if incident.place else ""
    screen.print(headed(incident.incident_id, f"version {incident.version}, {' '.join((incident.status, *incident.superseded_by))}"))
    screen.print(f"{incident.sub_event_type} {incident.date_start or ''} {incident.actor1} → {incident.actor2}, {incident.country} {place}")
    people = f"killed {bounds(incident, 'killed') or '-'}, wounded {bounds(incident, 'wounded') or '-'}"
    screen.print(f"{people}; {incident.origins} independent outlet(s)")
    if found.claims:
        columns = ("measure", "party", "#low", "#high", "??hedge", "?=report", "???=offsets", "words")
        screen.print(table("Claims", columns, [_claim(stated.claim) for stated in found.claims]))
    _sentences(found, screen)
    if incident.links:
        rows = [(link.verdict, f"{link.score:.2f}", link.left, link.right, ", ".join(link.reasons)) for link in incident.links]
        screen.print(table("Why these reports are one", ("verdict", "#score", "=report", "=report", "reasons"), rows))
    if incident.changes:
        made = [(c.version, f"{c.published_at:%Y-%m-%d %H:%M}", c.field, c.before, c.after, c.because) for c in incident.changes]
        screen.print(table("Changes", ("#version", "=published", "field", "before", "after", "?because of"), made))


def _claim(claim: Claim) -> tuple[object, ...]:
    span = f"{claim.start}–{claim.stop}"
    return (claim.measure, whose(claim), claim.low, claim.high, claim.hedge, claim.report_id, span, claim.wording)


def _sentences(found: IncidentEvidence, screen: Console) -> None:
    """Every sentence that the incident rests on, once, in order of publication and of the text."""
    passages = {(p.article_id, p.article_version, p.start): p for p in _passages(found) if p.sentence}
    rows = [
        (f"{p.published_at:%Y-%m-%d %H:%M}", p.outlet, f"{p.article_id} v{p.article_version}", f"{p.start}–{p.stop}", p.sentence)
        for p in sorted(passages.values(), key=lambda p: (p.published_at, p.article_id, p.article_version, p.start))
    ]
    if rows:
        screen.print(table("Sentences", ("=published", "outlet", "?=article", "??=offsets", "sentence"), rows))


def _passages(found: IncidentEvidence) -> Iterator[Passage]:
    yield from (told.passage for told in found.reports)
    yield from (stated.passage for stated in found.claims)


def _cell(found: CellEvidence, screen: Console) -> None:
    cell = found.cell
    screen.print(headed(cell.cell_id, f"{cell.dimension} {cell.value}, {cell.first} – {cell.last}, newest {cell.day}"))
    people = ", ".join(f"{between(cell, measure)} {measure}" for measure in ("killed", "wounded", "captured", "displaced"))
    counted = f"{between(cell, 'incidents')} incident{'' if cell.incidents == 1 else 's'}"
    screen.print(f"{counted}, {cell.corroborated} of them of several independent outlets; {people}")
    parts = [f"{killed} in {part.incident.incident_id}" for part, killed in zip(found.incidents, found.killed, strict=True) if killed]
    screen.print(f"killed: {' + '.join(parts) or 'none'}", soft_wrap=True)
    if found.doubts:
        rows = [(f"{one.score:.2f}", one.left, one.right, ", ".join(one.reasons)) for one in found.doubts]
        screen.print(table("May be one: lower bounds count them once", ("#score", "=incident", "=incident", "?reasons"), rows))
    for part in found.incidents:
        screen.print()
        _incident(part, screen)


def _alert(found: AlertEvidence, screen: Console) -> None:
    alert = found.alert
    screen.print(
        headed(alert.alert_id, f"{alert.kind}, rule {alert.rule}, version {alert.version}, {alert.status}, severity {alert.severity}")
    )
    screen.print(alert.title)
    screen.print(table("Facts that decided", ("fact", "value"), alert.facts.items()))
    rows = [(one.version, one.status, f"{one.changed_at:%Y-%m-%d %H:%M}", one.title) for one in found.sent]
    screen.print(table("What was sent", ("#version", "status", "=changed", "what"), rows))
    if alert.incidents:
        screen.print("Rests on: " + ", ".join(alert.incidents))
    for part in found.incidents:
        screen.print()
        _incident(part, screen)


def _wording(article: Article, start: int, stop: int) -> str:
    text = article.text
    return " ".join(text[max(0, start - AROUND) : stop + AROUND].split()) if stop > start else ""
