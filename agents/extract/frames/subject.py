"""What an article is about, where it is about something else than a conflict: a match, a film."""

from agents.extract.frames.layers import Layers

ENOUGH = 4  # words of another subject
KINDS = ("sport", "fiction")


def foreign(layers: Layers) -> str:
    """The rule that says the whole article tells of sport or fiction; "" where none does.

    A few such words stand in any news; they must be many, of several kinds, and more than the harmed people the article counts.
    """
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    total = dict.fromkeys(KINDS, 0)
    for hit in layers.hits.get("reject", ()):
        value, reach = hit.value.split("/")
        if reach == "article":
            found[value].add(layers.text[hit.entry_start : hit.stop])
            total[value] += 1
    hurt = [one for one in layers.figures if one.measure in ("killed", "wounded", "killed_or_wounded")]
    if any(one.start < layers.title_stop for one in hurt):
        return ""  # «مقتل لاعب»
    for kind in KINDS:
        if len(found[kind]) >= ENOUGH - 1 and total[kind] >= ENOUGH and total[kind] > 2 * len(hurt):
            return f"reject.{kind}"
    return ""
