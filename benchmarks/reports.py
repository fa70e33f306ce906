"""Reports that nobody wrote: as many as a benchmark wants, over as many days, some of them on one occurrence."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from streams.records import Figure, Place, Report, ReportBatch

BEGIN = datetime(2015, 1, 1, tzinfo=UTC)
KINDS = ("Armed clash", "Air/drone strike", "Shelling/artillery/missile attack", "Suicide bomb", "Attack", "Arrests", "Peaceful protest")
PARTIES = ("army", "rebels", "isis", "kurds", "civilians", "coalition", "unknown", None)
COUNTRIES = ("SY", "IQ", "YE", "LY")
PLACES = [
    Place(
        name=f"town {number}",
        admin1=f"governorate {number % 48}",
        country=COUNTRIES[number % 4],
        lat=15 + number % 48 * 0.4 + number // 48 * 0.03,
        lon=35 + number % 7 + number // 48 * 0.04,
        place_id=f"town-{number}",
    )
    for number in range(960)
]


def batches(reports: int, days: int, seed: int = 1, places: int = len(PLACES)) -> Iterator[ReportBatch]:
    """Batches with so many reports in all, published evenly over so many days. Two of five reports repeat one of the last hours."""
    choice, made, article = Random(seed), 0, 0
    recent: list[Report] = []
    while made < reports:
        published = BEGIN + timedelta(days=days * made / reports)
        found: list[Report] = []
        for letter in "abcd"[: choice.randint(1, 4)]:
            if len(recent) > 50 and choice.random() < 0.4:
                report = choice.choice(recent).model_copy(update={"id": letter})
            else:
                report = _report(choice, letter, published.date(), places)
                recent.append(report)
            found.append(report)
        recent = recent[-100:]
        signature = tuple(choice.getrandbits(32) for _ in range(32))
        for country in sorted({report.country for report in found}):
            yield ReportBatch(
                article_id=f"article-{article}",
                digest=f"{article}",
                outlet=f"outlet {article % 12}",
                published_at=published,
                country=country,
                signature=signature,
                reports=tuple(report for report in found if report.country == country),
            )
        made += len(found)
        article += 1


def _report(choice: Random, letter: str, day: date, places: int) -> Report:
    place, killed = PLACES[choice.randrange(places)], choice.choice((0, 0, 0, 1, 2, 3, 5, 8, 13, 40))
    happened = day - timedelta(days=choice.choice((0, 0, 1)))
    return Report(
        id=letter,
        sub_event_type=choice.choice(KINDS),
        date_start=happened,
        date_end=happened,
        place=place,
        actor1=choice.choice(PARTIES),
        actor2=choice.choice(PARTIES),
        figures=(Figure(measure="killed", party="civilians", low=killed, high=killed, start=10, stop=20),) if killed else (),
        country=place.country or "ZZ",
        start=0,
        stop=80,
    )
