"""What the reader knows: every surface of every lexicon, as entries of the one matcher."""

from collections.abc import Iterator

import seeds
from agents.extract.inflection import noun_forms, verb_forms
from agents.extract.lexicon import Entry

CUES = ("links", "reject", "attribution", "scopes", "targets", "agents")


def load_entries() -> list[Entry]:
    """Entries of all lexicons; value is ``<value>/<kind of the row>`` for events and cues."""
    return [*_events(), *_cues()]


def _events() -> Iterator[Entry]:
    for row in seeds.rows("lexicon/events.csv"):
        forms = verb_forms(row["surface"]) if row["kind"] == "verb" else noun_forms(row["surface"])
        for form in sorted(forms):
            yield Entry(form, "event", f"{row['value']}/{row['kind']}", row["source"])


def _cues() -> Iterator[Entry]:
    for name in CUES:
        for row in seeds.rows(f"lexicon/{name}.csv"):
            yield Entry(row["surface"], name, f"{row['value']}/{row['kind']}", row["source"])
