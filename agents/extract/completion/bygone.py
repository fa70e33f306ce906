"""Bygone: a sentence without a day that goes on with one which opens with a day of long ago («خلال حرب 2014، … . وأطلقت …»)."""

import re
from datetime import date, timedelta

from agents.extract.acts.layers import Layers
from agents.extract.days.dates import DateMention
from agents.extract.drafts.drafts import Draft
from agents.extract.words.spans import inside

LONG_AGO = timedelta(days=250)
_OPENS = 26  # characters before a day that opens a sentence: «وفي شهر», «وخلال الحرب على كذا في»
_GOES_BACK = re.compile(r"\sو?[تي]عود\s(?:\S+\s){0,3}(?:الي\s|ل)?(?:\S+\s)?$")  # «وتعود أحداثه لآذار 1976»


def days(draft: Draft, layers: Layers) -> tuple[date, date] | None:
    """The days of long ago of which the first sentence of a draft goes on to tell; None where that is on top, or begins something new."""
    first = draft.frames[0]
    if first.lede or first.title:
        return None
    number = first.clause.sentence
    here = layers.sentences[number][0]
    told = inside(layers.dates, layers.sentences[number - 1][0], first.clause.stop)
    known = next((one for one in reversed(told) if one.kind != "future"), None)
    if known is None or known.first is None or known.last is None or known.kind not in ("point", "span"):
        return None
    if layers.published - known.last < LONG_AGO or not _opens(
        known, layers, here if known.start >= here else layers.sentences[number - 1][0]
    ):
        return None
    return (known.first, known.last) if known.start >= here or not _begins_anew(layers, here) else None


def _opens(one: DateMention, layers: Layers, start: int) -> bool:
    """Whether a day opens its sentence, or is said to be that of what the sentence speaks of."""
    if _GOES_BACK.search(layers.text, max(one.start - _OPENS, 0), one.start):
        return True
    return one.start - start <= _OPENS and "،" not in layers.text[start : one.start]


def _begins_anew(layers: Layers, start: int) -> bool:
    """Whether a sentence opens with a word for something else («من جهة أخرى»)."""
    return any(one.value.startswith("new") for one in inside(layers.hits.get("links", ()), start, start + 3))
