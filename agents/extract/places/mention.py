"""A place as it stands in a text, with what the words around it make of it."""

from typing import NamedTuple

from streams.records import Place


class PlaceMention(NamedTuple):
    """A place in the folded text: [start, stop) of its name.

    cue: what the words around it make of it. in, near: where something is; of: the larger place that holds the one named beside it;
    dateline: where the article was written; metonym: its government; origin, destination, residence: where someone or something comes
    from, goes to, lives; bare: nothing is said; away: the same, of a capital abroad. rule: ``place.listed``,
    ``place.countryside``, ``place.unlisted``, ``place.joined``, ``place.border`` or ``place.land``.
    """

    start: int
    stop: int
    place: Place
    cue: str
    rule: str
