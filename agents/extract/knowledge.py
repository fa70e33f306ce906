"""What the reader knows: every surface of every lexicon, as entries of the one matcher."""

from collections.abc import Iterator
from itertools import product

import seeds
from agents.extract.actors import surfaces
from agents.extract.acts import condemning, lightverbs, split
from agents.extract.days import datewords
from agents.extract.harm import harm
from agents.extract.people import victims
from agents.extract.places import gazetteer
from agents.extract.words import numbers
from agents.extract.words.fold import fold_word
from agents.extract.words.inflection import noun_forms, past_forms, present_forms
from agents.extract.words.lexicon import Entry

THEM = ("ه", "ها", "هم")  # objects of a verb, which count nobody
CUES = ("links", "reject", "attribution", "sayings", "scopes", "targets", "agents", "asides")


def load_entries() -> list[Entry]:
    """Entries of all lexicons; value is ``<value>/<kind of the row>``; the present forms of an event verb have the kind ``now``."""
    return [
        *_events(),
        *_split(),
        *_doing(),
        *condemning.entries(),
        *_cues(),
        *datewords.entries(),
        *numbers.entries(),
        *harm.entries(),
        *victims.entries(),
        *gazetteer.entries(),
        *surfaces.entries(),
    ]


def _events() -> Iterator[Entry]:
    for row in seeds.rows("lexicon/events.csv"):
        surface, value, kind = row["surface"], row["value"], row["kind"]
        if kind == "verb":
            yield from (Entry(form, "event", f"{value}/verb", row["source"]) for form in sorted(past_forms(surface)))
            yield from (Entry(form, "event", f"{value}/now", row["source"]) for form in sorted(present_forms(surface)))
        elif kind == "counted":
            told = (form for form in sorted(past_forms(surface)) if not form.endswith(THEM))
            yield from (Entry(form, "event", f"{value}/counted", row["source"]) for form in told)
            yield from (Entry(form, "event", f"{value}/counts", row["source"]) for form in sorted(present_forms(surface)))
        else:
            forms = noun_forms(surface)
            yield from (Entry(form, "event", f"{value}/{kind}", row["source"]) for form in sorted(forms))


def _split() -> Iterator[Entry]:
    """One entry a form, with all that its objects may make of it: of most verbs there are many, and a text is looked through once."""
    told: dict[str, dict[str, str]] = {}  # by form, its readings in the order of the rows, and their source
    for row in seeds.rows("lexicon/split.csv"):
        objects = [fold_word(one) for one in seeds.written(row["object"])]
        for surface in seeds.written(row["surface"]):
            for part, forms in (("verb", past_forms(surface)), ("now", present_forms(surface))):
                kept = [form for form in sorted(forms) if not form.partition(" ")[0].endswith(THEM)]
                for form, needed in product(kept, objects):
                    told.setdefault(form, {}).setdefault(f"{row['value']}/{part}{split.APART}{needed}", row["source"])
    yield from (Entry(form, "split", split.OR.join(found), next(iter(found.values()))) for form, found in told.items())


def _doing() -> Iterator[Entry]:
    for row in seeds.rows("lexicon/doing.csv"):
        if row["kind"] == "noun":
            yield Entry(row["surface"], "doing", row["value"], row["source"])
            continue
        if row["value"] in lightverbs.VALUES:
            for part, told in (("verb", past_forms(row["surface"])), ("now", present_forms(row["surface"]))):
                yield from (Entry(form, lightverbs.KIND, f"{row['value']}/{part}", row["source"]) for form in sorted(told))
            continue
        forms = past_forms(row["surface"]) | (present_forms(row["surface"]) if row["value"] in ("lasts", "carried") else set())
        yield from (Entry(form, "doing", row["value"], row["source"]) for form in sorted(forms))


def _cues() -> Iterator[Entry]:
    for name in CUES:
        for row in seeds.rows(f"lexicon/{name}.csv"):
            clitics = row["kind"] != "bare"  # «الطوال» is a town
            yield Entry(row["surface"], name, f"{row['value']}/{row['kind']}", row["source"], clitics)
