"""Reports in the form of the annotation guide, the one that score.py reads."""

from typing import Any

from streams.records import Figure, Report


def as_gold(report: Report) -> dict[str, Any]:
    """One report: the guide's fields; evidence, and what `rasad link` compares besides them, stand under keys of their own."""
    place = report.place
    return {
        "id": report.id,
        "scope": report.scope,
        "sub_event_type": report.sub_event_type,
        "type_alt": list(report.type_alt),
        "date_start": report.date_start.isoformat() if report.date_start else None,
        "date_end": report.date_end.isoformat() if report.date_end else None,
        "place": place and dict(place.__dict__),
        "actor1": report.actor1,
        "actor2": report.actor2,
        "figures": [_figure(one) for one in report.figures],
        "core": report.core,
        "evidence": {
            "start": report.start,
            "stop": report.stop,
            "source": report.source,
            "hedge": report.hedge,
            "time_precision": report.time_precision,
            "country": report.country,
            "weapon": report.weapon,
            "names": list(report.names),
            "parts": list(report.parts),
            "rules": list(report.rules),
        },
    }


def _figure(one: Figure) -> dict[str, Any]:
    found: dict[str, Any] = {"measure": one.measure, "party": one.party, "low": one.low, "high": one.high}
    if one.subset:
        found["subset"] = one.subset
    if one.source:
        found["source"] = one.source
    found["evidence"] = {
        "start": one.start,
        "stop": one.stop,
        "wording": one.wording,
        "attributed_to": one.attributed_to,
        "hedge": one.hedge,
        "rules": list(one.rules),
    }
    return found
