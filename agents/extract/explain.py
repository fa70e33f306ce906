"""The explanation of a reading: sentence by sentence, what was seen, which rule saw it, what it became, what was rejected and why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from agents.extract.reports import twice
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.core import Reading


def lines(reading: "Reading") -> Iterator[str]:
    """Lines of text: each sentence, its mentions (what, value, rule, words), its rejected words, its frames; then the reports.

    Of an act that is told again stands there in which report it is: it has none of its own.
    """
    layers = reading.layers
    text = reading.article.text

    def words(start: int, stop: int) -> str:
        """As the article has them, in one line: the folded text may hold other words of one meaning."""
        return " ".join(text[slice(*reading.folded.raw_span(start, stop))].split())

    for number, (start, stop) in enumerate(layers.sentences):
        yield f"[{number}] {words(start, stop)}"
        for place in inside(layers.places, start, stop):
            yield f"    place   {place.place.name} ({place.place.country}) {place.rule} «{words(place.start, place.stop)}»"
        for day in inside(layers.dates, start, stop):
            yield f"    date    {day.first}..{day.last} {day.kind} {day.rule} «{words(day.start, day.stop)}»"
        for actor in inside(layers.actors, start, stop):
            yield f"    actor   {actor.actor} {actor.rule} «{words(actor.start, actor.stop)}»"
        for one in inside(layers.figures, start, stop):
            yield f"    figure  {one.measure} {one.party} {one.low}..{one.high} {','.join(one.rules)} «{words(one.start, one.stop)}»"
        for rejected in inside(reading.rejected, start, stop):
            yield f"    -       {rejected.rule} «{words(rejected.start, rejected.stop)}»"
        for told in inside(reading.again, start, stop):
            yield f"    -       {twice.RULE} in report {told.into} «{words(told.start, told.stop)[:80]}»"
        for frame in reading.frames:
            if frame.clause.sentence == number:
                what = f"{frame.scope.scope} {frame.code} {frame.roles.agent} > {frame.roles.target}"
                yield f"    frame   {what} {','.join(frame.rules)} «{words(frame.clause.start, frame.clause.stop)[:80]}»"
    for report in reading.reports:
        where = report.place.name if report.place else None
        figures = "; ".join(f"{one.measure} {one.party} {one.low}..{one.high}" for one in report.figures)
        days = f"{report.date_start}..{report.date_end}"
        who = f"{report.actor1} > {report.actor2}"
        yield f"report {report.id} {report.scope} {report.sub_event_type} | {where} | {days} | {who} | {figures}"
        yield f"    {' '.join(report.rules)}"
