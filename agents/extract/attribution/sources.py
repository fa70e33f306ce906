"""Sources: the name of whoever is quoted behind a verb of speech or «بحسب»; who was named before, where the words only point back."""

import re
from collections.abc import Iterator
from functools import lru_cache

from agents.extract.acts.layers import Layers
from agents.extract.words.fold import fold_word
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import any_inside, first_from, inside
from agents.extract.words.wordlists import any_of, listed

LONGEST = 90  # characters of a source's name
BACK = 8  # cues before one that names nobody in which its source is sought
NEAR = 900  # characters in which it is
_SUBJECT = 60  # characters of a source before its verb
_END, _TOLD = any_of("sources", "end"), any_of("sources", "told")
_ENDS = re.compile(rf"[،,.:؛\"«»()\[\]\n]|\s(?:{_END})(?=[\s،,.:؛\"«»()]|$)|\sل(?:ل|ال|\s[«\"]?)?(?:{_TOLD})(?!\w)")
_WORD = re.compile(r"\w+")
_TURN = re.compile(r"\s(?:و?لكنه?|الا\sان|غير\sان|بيد\sان|فيما|بينما|في\sحين)\s")  # «…، لكن مصادر طبية قالت»
_OPEN = re.compile(r"[\s\"«(،,]*")
_TO = re.compile(rf"ل(?:ل|ال)?(?:{_TOLD})(?!\w)")  # to whom something was said
_QUOTED = re.compile(r"\s?[«\"]\w+(?:\s\w+){0,3}[»\"]")
_ENDING, _LEAD, _SPEAKERS, _TOGETHER = (listed("sources", value) for value in ("end", "lead", "speaker", "within"))
_SAME, _STATEMENTS, _CALLED = (listed("sources", value) for value in ("same", "statement", "called"))
_QUOTES = '"«»()،,#'
_TELL = ("harm", "event", "number")  # no name holds such a word
_LENT = ("وفقا", "طبقا", "استنادا", "تبعا", "نقلا")  # behind these a name begins with «ل»


def source(layers: Layers, cue: Hit, stop: int) -> str:
    """Who is quoted by a cue in a sentence that ends at ``stop``; "" where nobody is found. Linear in a bounded reach."""
    own = _named(layers, cue, stop)
    head, _, rest = own.partition(" ")
    if own and not (head.startswith("ال") and (not rest or rest in _SAME)):
        return own
    earlier = filter(None, _earlier(layers, cue))
    if not own:
        return _subject(layers, cue) or next(earlier, "")
    last = ""
    for name in earlier:
        last = last or name
        words = name.split()
        if len(words) > 1 and (head in words or head.removeprefix("ال") in words) and words[1] not in _SAME:
            return name
    return last if last and fold_word(head) in _SPEAKERS else own


def _named(layers: Layers, cue: Hit, stop: int) -> str:
    """The name that stands behind a cue, "" where there is none."""
    first = _first(layers, cue, stop)
    if first is None or first.start() >= stop:
        return ""
    word, start = first.group(), first.start()
    if word in _ENDING or word[0].isdigit() or word.startswith("لل") or _TO.match(layers.text, start):
        return ""
    last = min(stop, start + LONGEST)
    end = _end(layers.text, start, last, bare=not word.startswith("ال"))
    told = [hit.start for kind in _TELL for hit in inside(layers.hits.get(kind, ()), start, end)]
    told += [date.start for date in inside(layers.dates, start, end)]
    words = _unquoted(layers.clean[start : min(told, default=end)]).split()
    while words and (len(words[-1]) == 1 or _is_end(words[-1])):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=4096)  # names end in much the same words
def _is_end(word: str) -> bool:
    """Whether a word, as it is written, ends a name before it."""
    return fold_word(word) in _ENDING


def _end(text: str, start: int, last: int, *, bare: bool) -> int:
    """Where a name ends. bare: it begins with a word without article, so that it may go on: «مصدر في الشرطة», «وكالة "رويترز"»."""
    at = start
    while (found := _ENDS.search(text, at, last)) is not None:
        what = found.group().strip()
        if what in ('"', "«"):
            quoted = _QUOTED.match(text, found.start())
            before = text[start : found.start()].split()
            if quoted is None or not before or before[-1] not in _CALLED:
                return found.start()
            at = quoted.end()
        elif bare and what in _TOGETHER and not _states(text, found.end()):
            at = found.end()
        else:
            return found.start()
    return last


def _states(text: str, at: int) -> bool:
    """«في بيان», «في تصريح»: where it was said, not where who said it belongs."""
    word = _WORD.search(text, at, at + 30)
    return word is not None and word.group() in _STATEMENTS


def _first(layers: Layers, cue: Hit, stop: int) -> re.Match[str] | None:
    """The first word that the name behind a cue may have: behind further verbs, «وفق ما أعلنت», and the particle of «وفقا لبيان»."""
    text, start = layers.text, _OPEN.match(layers.text, cue.stop).end()  # type: ignore[union-attr]
    word = _WORD.match(text, start)
    while word is not None and start < stop and (word.group() in _LEAD or any_inside(layers.hits.get("attribution", ()), start, start + 1)):
        start = _OPEN.match(text, word.end()).end()  # type: ignore[union-attr]
        word = _WORD.match(text, start)
    if text.startswith(_LENT, cue.entry_start) and text.startswith("ل", start):
        word = _WORD.match(text, start + 1 + text.startswith("لل", start))
    return word


def _earlier(layers: Layers, cue: Hit) -> Iterator[str]:
    """The names behind the cues before one, nearest first."""
    cues = layers.hits["attribution"]
    at = first_from(cues, cue.start)
    for one in reversed(cues[max(at - BACK, 0) : at]):
        if cue.start - one.start > NEAR:
            return
        if not one.value.endswith("hedge"):
            yield _named(layers, one, one.stop + LONGEST + 40)


def _subject(layers: Layers, cue: Hit) -> str:
    """«الجيش التركي يعلن»: the name that stands before its verb, at the begin of the sentence or of its turn to another speaker."""
    at = first_from(layers.sentences, cue.start + 1) - 1
    start = layers.sentences[at][0] if at >= 0 else 0
    for turn in _TURN.finditer(layers.text, max(start, cue.start - _SUBJECT), cue.start):
        start = turn.end()
    if cue.proclitic or cue.start - start > _SUBJECT or any(any_inside(layers.hits.get(kind, ()), start, cue.start) for kind in _TELL):
        return ""
    words = layers.text[start : cue.start].split()
    if words and words[0].removeprefix("و") in _ENDING:  # «وكان المرصد أفاد»
        start += len(words.pop(0)) + 1
    if (
        not words
        or words[0].startswith("و")
        or any(word in _ENDING or word in _LEAD for word in words)
        or _ENDS.search(layers.text, start, cue.start)
    ):
        return ""
    return _unquoted(layers.clean[start : cue.start]).strip()


def _unquoted(name: str) -> str:
    for mark in _QUOTES:  # several times as fast as str.translate on Arabic
        name = name.replace(mark, "")
    return name
