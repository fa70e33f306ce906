"""Reports in the guide's form, for tests: a whole one of which any field can be another."""

from typing import Any

from agents.evaluate.matching import Article

RAQQA = {"name": "الرقة", "admin1": "Raqqa", "country": "SY", "lat": 35.95, "lon": 39.01}
TABQA = {"name": "الطبقة", "admin1": "Raqqa", "country": "SY", "lat": 35.84, "lon": 38.55}  # 43 km away
ALEPPO = {"name": "حلب", "admin1": "Aleppo", "country": "SY", "lat": 36.2, "lon": 37.16}
MOSUL = {"name": "الموصل", "admin1": "Nineveh", "country": "IQ", "lat": 36.34, "lon": 43.12}


def figure(measure: str = "killed", party: str = "civilians", n: int = 5, **more: Any) -> dict[str, Any]:
    """A figure; exactly n unless low or high are given."""
    return {"measure": measure, "party": party, "low": n, "high": n, **more}


def report(name: str = "a", **fields: Any) -> dict[str, Any]:
    """An air strike of the coalition on Raqqa that killed five civilians."""
    whole = {
        "id": name,
        "scope": "incident",
        "sub_event_type": "Air/drone strike",
        "date_start": "2019-03-10",
        "date_end": "2019-03-10",
        "place": RAQQA,
        "actor1": "intl-coalition",
        "actor2": "civilians",
        "figures": [figure()],
        "core": True,
    }
    return whole | fields


def other(name: str = "b", **fields: Any) -> dict[str, Any]:
    """Arrests by the army in Mosul, unlike the strike in everything."""
    known = {
        "sub_event_type": "Arrests",
        "date_start": "2019-02-01",
        "date_end": "2019-02-01",
        "place": MOSUL,
        "actor1": "gov:IQ",
        "actor2": "is",
        "figures": [figure("captured", "is", 40)],
    }
    return report(name, **(known | fields))


def article(gold: list[dict[str, Any]], read: list[dict[str, Any]], name: str = "x") -> Article:
    """An article with these reports."""
    return Article(name, gold, read)
