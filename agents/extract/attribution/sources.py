"""Sources: who is quoted by a word of speech: who stands behind it or before it, or was named before, where the words only point back."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from agents.extract.acts.layers import Layers
from agents.extract.attribution import names, sayings
from agents.extract.words.fold import fold_word
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, first_from, inside
from agents.extract.words.wordlists import any_of, listed

BACK = 8  # cues before one that names nobody in which its source is sought
NEAR = 900  # characters in which it is
_SUBJECT = 110  # characters of a source before its verb
_TURN = re.compile(r"\s(?:و?لكنه?|الا\sان|غير\sان|بيد\sان|فيما|بينما|في\sحين|ان)\s")  # «…، لكن مصادر طبية قالت»
_HAD = re.compile(r"\s(?:كان(?:ت|وا|ا)?\s)?قد\s$|\s(?:كان(?:ت|وا|ا)?)\s$")  # «وكانت الوزارة قد أعلنت»
_WAS = re.compile(r"[وف]?(?:كان(?:ت|وا|ا)?)$")
_OPENS = re.compile(r"[وف]?(?:كان(?:ت|وا|ا)?|لكنه?|فيما|بينما|هذا|هذه)$")  # what may stand before a name that its verb follows
_SPEAKERS, _SAME, _WAW = (listed("sources", value) for value in ("speaker", "same", "waw"))
_AGAIN = re.compile(rf"[وف]?(?:{any_of('sources', 'again')})(?!\w)")  # «مؤكدا مقتل خمسة»: who speaks already
_OF_HIM = re.compile(r"\sعن(?:ه|ها|هم)\s$")  # «ونقلت عنها وكالة كذا أن»: who spoke before
_NOW = re.compile(rf"(?:{any_of('sources', 'now')})(?!\w)")


_IN = "في"
_INNER = frozenset('"«»') | {_IN}  # what may stand within a name before its verb


class Source(NamedTuple):
    """name: of whoever is quoted, "" where nobody is found. way: how the text says it, the last part of a rule's id."""

    name: str
    way: str


UNNAMED = Source("", "unnamed")


def source(layers: Layers, cue: Hit, stop: int) -> Source:
    """Who is quoted by a cue in a sentence that ends at ``stop``. Linear in a bounded reach."""
    according = cue.value.endswith("according")
    if not according and _names_first(layers, cue) and (subject := _subject(layers, cue)):
        return Source(subject, "verb-after")
    own = "" if goes_on(layers.text, cue) or _of_him(layers.text, cue) else names.named(layers, cue, stop)
    head, _, rest = own.partition(" ")
    points = (head.startswith("ال") and (not rest or rest in _SAME)) or (head in _SPEAKERS and not head.startswith("ال"))
    way = "according" if according else "verb-before"
    if own and not points:
        return Source(own, way)
    earlier = filter(None, _earlier(layers, cue))
    if own:
        found = _meant(own, earlier)
        return Source(found, "points-back") if found else Source(own, way)
    subject = _subject(layers, cue)
    if subject:
        return Source(subject, "verb-after")
    before = next(earlier, "")
    if before.startswith("ال") and (" " not in before or before.split()[1] in _SAME):
        before = _meant(before, earlier) or before
    return Source(before, "goes-on") if before else UNNAMED


def _of_him(text: str, cue: Hit) -> bool:
    """«ونقلت عنها وكالة كذا أن»: whether what is passed on is that of who spoke before."""
    return text[cue.stop - 1].isspace() and _OF_HIM.search(text, cue.start, cue.stop) is not None


def _meant(own: str, earlier: Iterator[str]) -> str:
    """Whom a short name means of those named before, nearest first: who has that word in a longer one, of «المصدر» whoever spoke last."""
    head, last = own.partition(" ")[0], ""
    for name in earlier:
        words = name.split()
        if len(words) > 1 and words[1] not in _SAME and (head in words or head.removeprefix("ال") in words):
            return name
        if not last and not (_is_speaker(words[0]) and (len(words) == 1 or words[1] in _SAME)):
            last = name
    return last if _is_speaker(head) else ""


@lru_cache(maxsize=4096)
def _is_speaker(word: str) -> bool:
    """Whether a word, as it is written, stands for whoever spoke last."""
    return fold_word(word) in _SPEAKERS


def _names_first(layers: Layers, cue: Hit) -> bool:
    """Whether a name stands before its verb and an object behind: «وكانت الوزارة قد أعلنت», in a headline «الوزارة تعلن»."""
    if cue.proclitic:
        return False
    return (
        _NOW.match(layers.text, cue.start) is not None
        or _HAD.search(layers.text, max(cue.start - 12, 0), cue.start) is not None
        or (_was(layers, cue))
    )


def _was(layers: Layers, cue: Hit) -> bool:
    """«وكان المرصد أفاد بـ»: whether its sentence begins with «was»."""
    start = _opening(layers, cue)
    end = layers.text.find(" ", start, start + 10)
    return end > 0 and cue.start - start <= _SUBJECT and _WAS.match(layers.text[start:end]) is not None


def _opening(layers: Layers, cue: Hit) -> int:
    at = first_from(layers.sentences, cue.start + 1) - 1
    return layers.sentences[at][0] if at >= 0 else 0


def _earlier(layers: Layers, cue: Hit) -> Iterator[str]:
    """The names behind the cues before one, nearest first."""
    cues = layers.hits[sayings.KIND]
    at = first_from(cues, cue.start)
    for one in reversed(cues[max(at - BACK, 0) : at]):
        if cue.start - one.start > NEAR:
            return
        if not one.value.endswith("hedge") and not is_noun(layers, one):
            if not one.value.endswith("according") and _names_first(layers, one):
                yield _subject(layers, one)
            if not goes_on(layers.text, one):
                yield names.named(layers, one, one.stop + names.LONGEST + 40)


def _subject(layers: Layers, cue: Hit) -> str:
    """«الجيش التركي يعلن»: the name that stands before its verb, at the begin of the sentence or of its turn to another speaker."""
    start, stop = _opening(layers, cue), cue.start
    for turn in _TURN.finditer(layers.text, max(start, cue.start - _SUBJECT), cue.start):
        start = turn.end()
    had = _HAD.search(layers.text, max(start, cue.start - 12), cue.start)
    stop = had.start() if had is not None else stop
    if cue.proclitic or stop - start > _SUBJECT:
        return ""
    start = max(start, layers.text.rfind(": ", start, stop) + 1)  # «كابل: الرئيس يعلن»
    words = layers.text[start:stop].split()
    while words and _OPENS.match(words[0]):  # «وكان المرصد أفاد»
        start = layers.text.index(words[0], start) + len(words.pop(0)) + 1
    if layers.text[start:stop].rstrip().endswith("،"):  # «وكان الجيش، كشف», «لكن فلان، قائد كذا، قال»
        stop = layers.text.index("،", start, stop)
        words = layers.text[start:stop].split()
    comma = layers.text.find("،", start, stop)
    if comma > 0 and _only_day(layers, comma, stop):  # «وكانت الوزارة، الأحد، أعلنت»
        stop = comma
        words = layers.text[start:stop].split()
    if (
        not words
        or (words[0].startswith("و") and words[0] not in _WAW)
        or names.tells(layers, start, stop)
        or any_inside(layers.dates, start, stop)
        or any(word in names.LEAD or (word in names.ENDING and not (at and word == _IN)) for at, word in enumerate(words))
        or any(found.group().strip() not in _INNER for found in names.ENDS.finditer(layers.text, start, stop))
    ):
        return ""
    return names.unquoted(layers.clean[start:stop]).strip()


def _only_day(layers: Layers, comma: int, stop: int) -> bool:
    """Whether between a comma and a verb only a day stands."""
    days = inside(layers.dates, comma, stop)
    return bool(days) and not layers.text[days[-1].stop : stop].strip(" ،,")


def by_norm(layers: Layers, cue: Hit, stop: int) -> bool:
    """«وفق خطة», «بحسب القانون»: whether «according» names no one who says so, but what it follows."""
    start, _ = names.first(layers, cue, stop)
    return cue.value.endswith("according") and _NORM.match(layers.text, start, stop) is not None


def goes_on(text: str, cue: Hit) -> bool:
    """«…، مؤكدين أن»: whether a participle says that who speaks does so already."""
    return _AGAIN.match(text, cue.start) is not None


def is_noun(layers: Layers, cue: Hit) -> bool:
    """«دون ذكر اسمه», «لكشف ملابسات», «تم رصد ثلاثة»: whether what is spelt as a verb of speech is a noun here, and nobody speaks."""
    return _NOUN.match(layers.text, cue.entry_start) is not None and (
        cue.proclitic.endswith(("ل", "ب", "ك", "ال")) or _OWNED.search(layers.text, max(cue.start - 14, 0), cue.start) is not None
    )


_NORM = re.compile(rf"(?:ال)?(?:{any_of('sources', 'norm')})(?!\w)")
_NOUN = re.compile(rf"(?:{any_of('sources', 'noun')})(?!\w)")
_OWNED = re.compile(rf"(?:^|\s)(?:{any_of('sources', 'owner')})\s$")
