"""The yardstick for days: the first date that dateparser finds in a text, read against the day of publication.

Run by a Python that has dateparser (RASAD_DATEPARSER_PYTHON); reads [{"text": …, "published": "2019-03-01"}…] on standard input and
prints a day or null for each.
"""

import json
import sys
from datetime import date, datetime, time

from dateparser.search import search_dates


def first(text: str, published: date) -> str | None:
    """The first date in a text."""
    settings = {"RELATIVE_BASE": datetime.combine(published, time(12)), "PREFER_DATES_FROM": "past"}
    found = search_dates(text, languages=["ar"], settings=settings)
    return found[0][1].date().isoformat() if found else None


def main() -> None:
    """Answers one list of jobs."""
    jobs = json.load(sys.stdin)
    json.dump([first(job["text"], date.fromisoformat(job["published"])) for job in jobs], sys.stdout)


if __name__ == "__main__":
    main()
