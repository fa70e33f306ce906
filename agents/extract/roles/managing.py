"""Managing: who managed to take ground, where the verb of success stands far before or behind him."""

import re

from agents.extract.acts.layers import Layers
from agents.extract.roles import rolewords as words
from agents.extract.roles.surroundings import Seen
from agents.extract.words.spans import inside

_NEAR, _FAR = 45, 160  # characters between who managed it and the word for it: who led him and who helped him stand between
_WITH = re.compile(r"\sبال(?:مشارك|تعاون|اشتراك|تنسيق)ه?\sمع\s(?:\S+\s){0,2}$")
_MANAGES = re.compile(rf"[\"»]?\s(?:قد\s)?{words.MANAGE}(?:ت|وا|تا)?[\s،]")
_MANAGED_IT = re.compile(rf"(?<!التي)(?<!الذي)(?<!الذين)[\s،]{words.MANAGE}(?:ت|وا|تا)?\s(?:[^\s،.]+\s){{0,2}}(?:من|في)\s$")
_BEFORE = 40  # characters before an actor in which stands what part he has


def ground(layers: Layers, seen: Seen) -> bool:
    """«دارت معارك تمكنت خلالها القوات من تحرير», «تمكنت القوات، بقيادة كذا وبدعم كذا، من تحرير»: who managed to take ground."""
    if seen.ahead is None or seen.ahead.code != "territory":
        return False
    if seen.behind is not None:
        return seen.behind.amid and words.managed(seen.before)
    text, begin, stop = layers.text, seen.actor.stop, seen.ahead.start
    if seen.ahead.part != "noun" or not _NEAR < stop - begin <= _FAR or not text.endswith((" من ", " في "), begin, stop):
        return False
    if not (words.managed(seen.before) or _MANAGES.match(text, begin) or _MANAGED_IT.search(text, begin, stop)):
        return False
    between = inside(layers.actors, begin, stop)
    while between and words.AND.fullmatch(text, begin, between[0].start + (text[between[0].start] == "و")):
        begin, between = between[0].stop, between[1:]  # «القوات والمقاومة، بدعم كذا، من تحرير»: both managed it
    return all(_helps(text, begin, one.start) for one in between)


def _helps(text: str, begin: int, start: int) -> bool:
    """Whether an actor between is only who led or helped."""
    before = text[max(begin, start - _BEFORE) : start]
    return words.backs(before) or _WITH.search(before) is not None
