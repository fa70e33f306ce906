"""Linking reports without a log: what `rasad link` does."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from agents.deduplicate import overrides
from agents.deduplicate.core import Linker
from streams.errors import InputError
from streams.inputs.article import article, moment
from streams.inputs.files import versions
from streams.reading.extraction import Extracted
from streams.records import Article, Figure, Place, Report, ReportBatch
from streams.wire import decode_as

Row = dict[str, Any]


class Given(NamedTuple):
    """An object that already holds reports, in the annotation guide's form, and its batches."""

    row: Row
    batches: tuple[ReportBatch, ...]


def given_or_article(found: object, origin: str) -> Given | Article:
    """What one JSON value holds: reports, or an article to be read; InputError where neither."""
    if not isinstance(found, dict) or not isinstance(found.get("reports"), list):
        return article(found, origin)
    name = str(found.get("article_id") or "")
    if not name:
        raise InputError("no-id: an object with reports needs its article_id")
    published = moment(found.get("published_at"))
    rows = found["reports"]
    for index, row in enumerate(rows):
        if not isinstance(row, dict):
            raise InputError(f"bad-report: reports.{index}: an object was expected")
    main = _main_country(rows)
    reports = [_report(row, index, main) for index, row in enumerate(rows)]
    countries = sorted({report.country for report in reports}) or [""]
    batches = tuple(
        ReportBatch(
            article_id=name,
            digest=name,
            outlet=str(found.get("outlet") or ""),
            published_at=published,
            country=country,
            reports=tuple(report for report in reports if report.country == country),
        )
        for country in countries
    )
    return Given(found, batches)


def _main_country(rows: list[Row]) -> str:
    """The country of most places of an article's reports, among equals the first; "ZZ" where none has one."""
    named = [str(place["country"]) for row in rows if isinstance(place := row.get("place"), dict) and place.get("country")]
    return max(named, key=named.count, default="ZZ")


def _report(row: Row, index: int, main: str) -> Report:
    known = _known(row, Report)
    known.setdefault("id", chr(ord("a") + index))
    if isinstance(known.get("figures"), list):
        known["figures"] = [_known(one, Figure) if isinstance(one, dict) else one for one in known["figures"]]
    if isinstance(known.get("place"), dict):
        known["place"] = _known(known["place"], Place)
        known.setdefault("country", known["place"].get("country") or main)
    known.setdefault("country", main)
    try:
        return Report.model_validate(known)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, ("reports", index, *first["loc"])))
        raise InputError(f"bad-report: {where}: {first['msg']}, not {str(first['input'])[:40]!r}") from error


def _known(row: Row, model: type[BaseModel]) -> Row:
    """The fields of a record that a row gives; what `rasad extract` writes under ``evidence`` are fields of it too."""
    evidence = row.get("evidence")
    whole = (evidence if isinstance(evidence, dict) else {}) | row
    return {key: value for key, value in whole.items() if key in model.model_fields and value is not None}


def linked(found: Iterable[Given | Article], extract: Callable[[Iterable[Article]], Iterator[Extracted]]) -> Iterator[Row]:
    """The objects with an incident_id on each of their reports: those given first, then the articles read."""
    rows: list[Row] = []
    batches: list[ReportBatch] = []
    unread: list[Article] = []
    for one in found:
        if isinstance(one, Article):
            unread.append(one)
        else:
            rows.append(one.row)
            batches += one.batches
    for read in extract(versions(unread)):
        rows.append({"article_id": read.article_id, "published_at": read.published_at, "reports": read.reports})
        batches += (decode_as(ReportBatch, value) for value in read.batches)
    where = incident_ids(batches)
    for row in rows:
        for index, report in enumerate(row["reports"]):
            report["incident_id"] = where.get(f"{row['article_id']}/{report.get('id') or chr(ord('a') + index)}")
        yield row


def incident_ids(batches: Iterable[ReportBatch]) -> dict[str, str]:
    """The incident of each report, by report id (``article/report``), when all batches are known."""
    linker = Linker(overrides.load())
    for batch in batches:
        linker.take(batch)
    return {report: one.incident_id for one in linker.incidents() for report in one.report_ids}
