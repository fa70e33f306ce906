"""The final tables of a log as bytes, for comparing two runs: incidents, cells, standing alerts and findings, each as a reader sees it."""

from collections.abc import Iterable

from streams.logs.reader import LogReader
from streams.queries import queries
from streams.records import Finding, Record


def tables(url: str) -> dict[str, bytes]:
    """JSON Lines of each table of the log at this URL, in the order of their ids."""
    log = LogReader(url)
    return {
        "incidents": lines(queries.incidents(log, scope="")),
        "cells": lines(queries.cells(log)),
        "alerts": lines(queries.alerts(log)),
        "findings": lines(
            one.model_copy(update={"version": 1, "status": "raised"})  # how often it was told depends on the way
            for one in queries.newest(log, "findings", Finding)
            if one.status != "withdrawn"
        ),
    }


def lines(records: Iterable[Record]) -> bytes:
    return b"\n".join(sorted(record.model_dump_json().encode() for record in records))
