"""What the arithmetic guard finds: two figures that cannot both be right, with the claims of both sides."""

from typing import Literal

from streams.records import Claim, Record

Law = Literal["subset", "parts", "toll-falls", "toll-exceeded"]


class Side(Record):
    """One side of a comparison: persons, and the claims that say so."""

    persons: int
    claims: tuple[Claim, ...]


class Breach(Record):
    """Two figures that cannot both be right: ``least`` should be at most ``most`` and is more.

    subject: the incident, toll or sum that is at fault or at odds. incidents: all that are involved, it among them.
    """

    law: Law
    subject: str
    country: str
    measure: str
    party: str
    least: Side
    most: Side
    incidents: tuple[str, ...]
