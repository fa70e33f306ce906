"""What people should look at: breaches of arithmetic in a log, each side opened to its sentences."""

from collections.abc import Iterable

from agents.review.arithmetic import breaches
from agents.review.breaches import Breach
from streams.logs.reader import LogReader
from streams.queries.evidence import Stated, Witness
from streams.queries.queries import Latest, newest
from streams.records import Incident, Record


class Doubt(Record):
    """A breach with the sentences of the side that should be at most the other, and of the other."""

    breach: Breach
    least: tuple[Stated, ...]
    most: tuple[Stated, ...]


def doubts(log: LogReader, known: Latest, *, country: str = "", law: str = "") -> list[Doubt]:
    """Every breach among the incidents known, by law and subject. country: ISO code; law: as Breach.law; "" = all."""
    witness = Witness(log)
    found = breaches(_wanted(known, country))
    return [
        Doubt(breach=one, least=witness.stated(one.least.claims), most=witness.stated(one.most.claims))
        for one in found
        if law in {"", one.law}
    ]


def _wanted(known: Latest, country: str) -> Iterable[Incident]:
    return (one for one in newest(known, "incidents", Incident) if country in {"", one.country})
