"""Tables for people: as wide as a terminal takes, a line a row elsewhere; Arabic in the last column, where it cannot push others about."""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO, cast

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from agents.aggregate.totals import Total
from streams.queries.naming import legend
from streams.queries.queries import people
from streams.records import Alert, Cell, Figure, Incident, Record

WIDTH = 10_000  # where the output is no terminal: a row is one line, so that grep and awk find it whole
PROSE = 100  # of a column of sentences there
NAMED, LEAST = 12, 6  # of a column of names: for which others are left out, and where none is left that may be
TOLD = 24  # of the last column, which tells the most, for which others are left out
GAP, NARROW_GAP = 3, 2  # between two columns
PARTIES = frozenset({"party", "perpetrator"})  # dimensions whose values are ids of actors
NAMES = {"admin1": "governorate", "party": "party harmed", "event_type": "kind of event", "sub_event_type": "kind"}  # of dimensions
TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


class _Trimmed:
    """Standard output without the blanks that fill a table's last column."""

    def write(self, text: str) -> int:
        """Writes a text that ends where a line does, as the console's do."""
        return sys.stdout.write(TRAILING.sub("", text))

    def flush(self) -> None:
        """As that of standard output."""
        sys.stdout.flush()


def console() -> Console:
    """Standard output, on which brackets and colons of a text mean nothing: it is other people's."""
    found = Console(highlight=False, markup=False, emoji=False)
    if found.is_terminal:
        return found
    return Console(highlight=False, markup=False, emoji=False, width=WIDTH, no_color=True, file=cast(TextIO, _Trimmed()))


def headed(name: str, rest: str) -> Text:
    """A line that opens with the name of what it is of, in bold."""
    return Text.assemble((name, "bold"), " ", rest)


def whose(figure: Figure) -> str:
    """Whose people a figure counts, and which part of them where it is a part: ``civilians (children)``."""
    return f"{figure.party} ({figure.subset})" if figure.subset else figure.party


def json_lines(records: Iterable[Record]) -> None:
    """Writes records as JSON Lines."""
    for record in records:
        sys.stdout.write(record.model_dump_json(exclude_defaults=True) + "\n")


def counted(number: int, what: str) -> str:
    """A number with its noun: ``1 alert``, ``2 alerts``."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], below: str = "") -> Table:
    """A table that fits the terminal.

    A column named ``#…`` holds numbers and stands right, one named ``=…`` holds days or ids: neither is ever cut or broken. Names are, into
    lines, where they must. One named ``?…`` is left out where there is no room for it, ``??…`` before it; a line below says which were,
    after what is to stand below.
    """
    texts = [tuple("" if value is None else str(value) for value in row) for row in rows]
    names = [column.lstrip("#=?") for column in columns]
    widths = [max(map(cell_len, "\n".join((name, *column)).split("\n"))) for name, *column in zip(names, *texts, strict=True)]
    room, piped = console().width, not console().is_terminal
    kept, narrow = _kept(columns, widths, room)
    left = ", ".join(name.replace("\n", " ") for index, name in enumerate(names) if index not in kept)
    notes = [below] * bool(below) + [f"A wider terminal also shows: {left}."] * bool(left)
    made = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        caption="\n".join(notes) or None,
        caption_justify="left",
        box=SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        collapse_padding=narrow,
    )
    for index in kept:
        whole = _is_whole(columns[index])
        made.add_column(
            names[index],
            justify="right" if "#" in columns[index] else "left",
            no_wrap=whole,
            overflow="fold",
            min_width=widths[index] if whole else min(widths[index], LEAST),
            max_width=PROSE if piped and not whole else None,
        )
    for row in texts:
        made.add_row(*(row[index] for index in kept))
    return made


def _is_whole(column: str) -> bool:
    return "#" in column or "=" in column


def _kept(columns: Sequence[str], widths: Sequence[int], room: int) -> tuple[list[int], bool]:
    """The columns that this room takes, and whether it is too narrow for all of them as they are."""
    kept = list(range(len(columns)))
    if sum(widths) + GAP * (len(kept) - 1) <= room:
        return kept, False
    least = [width if _is_whole(column) else min(width, NAMED) for column, width in zip(columns, widths, strict=True)]
    least[-1] = min(widths[-1], TOLD)
    for index in sorted((index for index in kept if "?" in columns[index]), key=lambda index: (-columns[index].count("?"), -index)):
        if sum(least[index] for index in kept) + NARROW_GAP * (len(kept) - 1) <= room:
            break
        kept.remove(index)
    least = [width if _is_whole(column) else min(width, LEAST) for column, width in zip(columns, widths, strict=True)]
    for index in [index for index in reversed(kept[:-1]) if not _is_whole(columns[index])]:  # on a very narrow one, before numbers are cut
        if sum(least[index] for index in kept) + NARROW_GAP * (len(kept) - 1) <= room:
            break
        kept.remove(index)
    return kept, True


def incident_table(incidents: Sequence[Incident], title: str = "Incidents") -> Table:
    """One line an incident."""
    return table(
        title,
        ("=day", "type", "by", "against", "#killed", "?#wounded", "????#captured", "???#outlets", "???governorate", "??=id", "place"),
        (
            (
                incident.date_start,
                incident.sub_event_type,
                incident.actor1,
                incident.actor2,
                bounds(incident, "killed"),
                bounds(incident, "wounded"),
                bounds(incident, "captured"),
                len(incident.outlets),
                f"{incident.country} {(incident.place and incident.place.admin1) or ''}".strip(),
                incident.incident_id,
                incident.place.name if incident.place else "",
            )
            for incident in incidents
        ),
        legend(name for incident in incidents for name in (incident.actor1, incident.actor2)),
    )


def bounds(incident: Incident, measure: str) -> str:
    """The best figure and, where they differ, its bounds: ``12 (9–15)``; "" where none is stated."""
    if (found := bounded(incident, measure)) is None:
        return ""
    best, low, high = found
    return str(best) if low == best == high else f"{best} ({low}–{high})"


def bounded(incident: Incident, measure: str) -> tuple[int, int, int] | None:
    """The best figure, the lowest and the highest; None where none is stated."""
    figures = [figure for figure in incident.figures if figure.measure == measure and figure.subset is None]
    low, high = sum(figure.low or 0 for figure in figures), sum(figure.high or figure.best or 0 for figure in figures)
    return (people(incident, measure), low, high) if figures else None


def between(total: Total | Cell, what: str) -> str:
    """What a row counts and, where they differ, its bounds: ``202 (183–210)``, ``41 (37–41)`` incidents of which eight may be four."""
    best, low = getattr(total, what), getattr(total, f"{what}_low")
    high = getattr(total, f"{what}_high", best)
    return str(best) if low == best == high else f"{best} ({low}–{high})"


def total_table(totals: Sequence[Total], dimensions: Sequence[str], title: str) -> Table:
    """One line a row of a table by these dimensions. title: what follows their names."""
    by = [NAMES.get(dimension, dimension) for dimension in dimensions if dimension != "country"]
    named = ["name"] if "place" in dimensions else []
    people = ("killed", "wounded", "captured", "displaced")
    figures = ("#incidents", "#killed", "?#wounded", "??#captured", "??#displaced", "???#outlets", "???#corroborated")
    return table(
        f"By {' and '.join(NAMES.get(dimension, dimension) for dimension in dimensions)}{title}",
        ("=window", *figures, "country", *by, *named),
        (
            (
                one.window,
                *(between(one, what) for what in ("incidents", *people)),
                one.outlets,
                one.corroborated,
                one.country,
                *(value for value, dimension in zip(one.values or (one.value,), dimensions, strict=True) if dimension != "country"),
                *([one.name] if named else []),
            )
            for one in totals
        ),
        legend(one.values[at] if one.values else one.value for one in totals for at, name in enumerate(dimensions) if name in PARTIES),
    )


def dead(alert: Alert) -> str:
    """The killed that an alert tells of, or "".

    ``19 (11–19)``, ``20+`` where nobody says how many more, ``30+ (11–)`` likewise, ``11 → 19`` where they were revised, ``11 (11–19), 30``
    where another incident of the same occurrence has 30; "" where none is left of those who were told of.
    """
    facts = alert.facts
    if alert.kind == "revision":
        return f"{facts.get('first', '')} → {facts.get('now', '')}"
    killed, (low, _, high) = facts.get("killed", ""), facts.get("bounds", "").partition("-")
    also = f", {facts['also']}" if "also" in facts else ""
    if killed == "0":
        return ""
    if low and not high:
        return f"{killed}+{'' if low == killed else f' ({low}–)'}{also}"
    return (killed if low == high or not killed else f"{killed} ({low}–{high})") + also


def alert_table(alerts: Sequence[Alert], title: str = "Alerts") -> Table:
    """One line an alert."""
    return table(
        title,
        ("=", "=kind", "=status", "?=raised", "????=day", "#killed", "???where", "??=id", "what"),
        (
            (
                "!" * alert.severity,
                alert.kind,
                alert.status if alert.version == 1 else f"{alert.status} (v{alert.version})",
                alert.raised_at.date(),
                alert.event_day,
                dead(alert),
                f"{alert.country} {(alert.place and alert.place.admin1) or ''}".strip(),
                alert.alert_id,
                alert.title,
            )
            for alert in alerts
        ),
    )
