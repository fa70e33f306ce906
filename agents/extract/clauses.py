"""Clauses: the parts of a sentence that may tell of different occurrences."""

import re
from collections.abc import Sequence

from agents.extract.layers import Clause, inside
from agents.extract.lexicon import Hit

REACH = 60  # characters in which a verb follows «كان» and its subject begins


_AMID = re.compile(r"و?وسط$")


def cut(
    text: str, sentences: Sequence[tuple[int, int]], links: Sequence[Hit], speech: Sequence[Hit], events: Sequence[Hit]
) -> list[Clause]:
    """All clauses of the text in order; they cover the sentences without gaps."""
    found: list[Clause] = []
    for number, (start, stop) in enumerate(sentences):
        here = inside(links, start, stop)
        link = _opening(start, here, speech, events)
        at = start
        for hit in here:
            value = hit.value.split("/")[0]
            if value not in ("new", "earlier") or hit.start - at < 12:
                if value == "earlier" and hit.start - at < 12 and not link:
                    link = "earlier"
                continue
            if _AMID.match(text[hit.start : hit.stop]) and not inside(events, hit.stop, hit.stop + 20):
                continue  # «وسط العاصمة»: a place, not «amid»
            if hit.value.startswith("new") and not _tells(hit.stop, stop, events):
                continue
            found.append(Clause(number, at, hit.start, link))
            at, link = hit.start, value
        found.append(Clause(number, at, stop, link))
    return found


def _opening(start: int, links: Sequence[Hit], speech: Sequence[Hit], events: Sequence[Hit]) -> str:
    """«وكان … قد» opens a recap, unless a verb of speech is what «كان» goes with: «وكان المتحدث قال»."""
    for hit in links:
        if hit.start - start > 3:
            break
        if hit.value.startswith("recap"):
            said = [one for one in inside(speech, hit.stop, hit.stop + REACH) if one.proclitic == "" and one.value.endswith("speech")]
            done = [one for one in inside(events, hit.stop, hit.stop + REACH) if one.value.endswith(("/verb", "/now"))]
            if said and (not done or said[0].start < done[0].start):
                return ""
            return "recap"
    return ""


def _tells(start: int, stop: int, events: Sequence[Hit]) -> bool:
    return bool(inside(events, start, stop))
