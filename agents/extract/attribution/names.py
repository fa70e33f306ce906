"""Names: the words behind a verb of speech or «بحسب» that name who is quoted, and where they end."""

import re

from agents.extract.acts.layers import Layers
from agents.extract.attribution import sayings
from agents.extract.words.lexicon import Hit
from agents.extract.words.spans import first_from, inside
from agents.extract.words.wordlists import any_of, listed

LONGEST = 90  # characters of a source's name
_END, _TOLD = any_of("sources", "end"), any_of("sources", "told")
ENDS = re.compile(rf"[،,.:؛\"«»()\[\]\n]|\s(?:{_END})(?=[\s،,.:؛\"«»()]|$)|\sل(?:ل|ال|\s?[«\"]\s?(?:ال)?)?(?:{_TOLD})(?!\w)")
_WORD = re.compile(r"\w+")
_OPEN = re.compile(r"[\s\"«(،,]*")
_TO = re.compile(  # to whom something was said: «لوكالة فرانس برس», «ل"العربية"»
    rf"ل(?:ل|ال)?(?:\s?[\"«]\s?(?:ال)?(?:{_TOLD})(?:\s\w+){{0,3}}\s?[\"»]|(?:{_TOLD})(?!\w)(?:\s(?:(?:ال)?(?:{_TOLD})|\w+يه|انباء|الانباء|برس|نيوز)(?!\w)){{0,4}})"
)
_QUOTED = re.compile(r"\s?[«\"]\s?\w+(?:\s\w+){0,3}\s?[»\"]")
_OUTLET = re.compile(rf"\s?[«\"]\s?(?:ال)?(?:{_TOLD})(?!\w)")
ENDING, LEAD, _DEEDS = (listed("sources", value) for value in ("end", "lead", "deed"))
_TOGETHER, _STATEMENTS, _CALLED = (listed("sources", value) for value in ("within", "statement", "called"))
_OFFICES, _CLOSE, _ISSUED, _SOME = (listed("sources", value) for value in ("office", "close", "issued", "some"))
_QUOTES = '"«»()،,#'
_TELL = ("harm", "event", "number")  # no name holds such a word
_NO_HARM, _TALLY, _MEANS = "none/", "tally", "/means"  # «القوات الجوية» are no raid
_OF_NAMES = ("ordinal", "one-of", "few", "agreement/now")  # «اللواء الخامس», «أحد السكان», «عدد من السكان»
_LENT = ("وفقا", "طبقا")  # behind these a name begins with «ل»
_OWN_L = ("لجن", "لواء", "لوا")  # «للجنة»: the second «ل» is no article
_PASSED_TO = ("وكالة", "صحيفة", "قناة", "شبكة")  # «أبلغ المصدر وكالة كذا»
_SAYS_SO = re.compile(r"(?:\s\w+){1,2}\s(?:عن|الي)\s")  # behind «تحدثت حصيلة»
_ALI, _ON = "علي", "على"  # one word once folded
_ENDS_ALWAYS = frozenset("،,.:؛")  # behind these no name goes on
_JOINING = re.compile(r"(?:ي|يه|ين|ون|ات)$")  # adjectives, and plurals


def named(layers: Layers, cue: Hit, stop: int) -> str:
    """The name that stands behind a cue in a sentence that ends at ``stop``, "" where there is none. Linear in a bounded reach."""
    start, definite = first(layers, cue, stop)
    found = _WORD.match(layers.text, start) if start < stop else None
    if found is None:
        return ""
    word = found.group()
    if _is_no_name(layers, start, word):
        return ""
    last = min(stop, start + LONGEST)
    bare = not (definite or word.startswith("ال")) or word in _SOME
    told = _told(layers, cue, start, _end(layers, start, last, bare=bare))
    name = unquoted(layers.clean[start:told])
    text = layers.text[start:told]
    words, folded = name.split(), (text if len(name) == len(text) else unquoted(text)).split()  # as they are written, and folded
    if told == start + LONGEST < len(layers.text) and layers.text[told - 1 : told + 1].isalpha():
        words.pop()  # cut within a word
    many = _before_deeds(words, folded)
    while many and (len(words[many - 1]) == 1 or folded[many - 1] in ENDING):
        many -= 1
    return ("ال" if definite and many else "") + " ".join(words[:many])


def _is_no_name(layers: Layers, start: int, word: str) -> bool:
    """Whether the first word behind a cue begins no name: a particle, a number, what is done, with what («بسماع», «بالقول»)."""
    if word == _ALI and layers.clean.startswith(_ALI, start) and _is_ali(layers, start):
        return False
    if word in ENDING or word in _DEEDS or word[0].isdigit() or word.startswith(("لل", "بال")):
        return True
    return word.startswith("ب") and word[1:] in _DEEDS


def _is_ali(layers: Layers, at: int) -> bool:
    """Whether a text that writes «على» means the man by «علي»."""
    return layers.clean.find(f" {_ON} ", max(at - 4 * LONGEST, 0), at + 4 * LONGEST) >= 0


def _told(layers: Layers, cue: Hit, start: int, end: int) -> int:
    """Where what is told begins in [start, end), its end where only a name stands there."""
    found = []
    for kind in _TELL:
        for hit in inside(layers.hits.get(kind, ()), start, end):
            value = hit.value
            if value.startswith((_NO_HARM, *_OF_NAMES)) and not hit.proclitic.startswith("ل"):
                continue
            tally = kind == "harm" and hit.start == start and _TALLY in value
            if tally and (_tells_so(layers.text, hit) or cue.value.endswith("according")):
                continue
            act = kind == "event" or value.startswith("/")
            if act and hit.start > start and _last_word(layers.text, start, hit.start) in _OFFICES:
                continue
            if value.endswith(_MEANS) and hit.proclitic == "" and layers.text.startswith("ال", hit.start):
                continue
            found.append(hit.start)
            break
    found += [date.start for date in inside(layers.dates, start, end)]
    return min(found, default=end)


def _tells_so(text: str, tally: Hit) -> bool:
    """«تحدثت حصيلة رسمية عن»: whether a tally is itself the subject of a verb of speech."""
    return _SAYS_SO.match(text, tally.stop) is not None


def tells(layers: Layers, start: int, stop: int) -> bool:
    """Whether what no name holds stands in a stretch: an act, people harmed, a number."""
    return any(not hit.value.startswith((_NO_HARM, *_OF_NAMES)) for kind in _TELL for hit in inside(layers.hits.get(kind, ()), start, stop))


def _last_word(text: str, start: int, at: int) -> str:
    return text[start:at].rsplit(maxsplit=1)[-1].strip(_QUOTES) if text[start:at].strip() else ""


def _before_deeds(words: list[str], folded: list[str]) -> int:
    """«وزارة الصحة ارتفاع العدد»: how many words stand before a noun of what is done that no noun of an office owns."""
    for at in range(1, len(words)):
        word, before = folded[at], folded[at - 1]
        if word.isdigit() or (words[at] in _PASSED_TO and words[at - 1].startswith("ال")):
            return at
        if not (word in _DEEDS or (word.startswith("ب") and word[1:] in _DEEDS)) or before in _OFFICES:
            continue
        if at > 1 or before.startswith("ال") or _JOINING.search(before) or before not in _CALLED:
            return at
    return len(words)


def _end(layers: Layers, start: int, last: int, *, bare: bool) -> int:
    """Where a name ends. bare: it begins with a word without article, so that it may go on: «مصدر في الشرطة», «وكالة "رويترز"»."""
    at, text = start, layers.text
    while (found := ENDS.search(text, at, last)) is not None:
        what = found.group().strip()
        if what in _ENDS_ALWAYS:  # mostly so
            return found.start()
        before = _last_word(text, start, found.start())
        if what in ('"', "«"):
            quoted = _QUOTED.match(text, found.start())
            if quoted is None or not (before in _CALLED or (before and _OUTLET.match(text, found.start()))):
                return found.start()
            at = quoted.end()
        elif (
            (bare and what in _TOGETHER and not _states(text, found.end()))
            or (what == "من" and before in _CLOSE)
            or (what == "عن" and before in _ISSUED)
            or (what == _ALI and layers.clean[found.end() - 1] == _ALI[-1] and _is_ali(layers, found.start()))
        ):
            at = found.end()
        else:
            return found.start()
    return last


def _states(text: str, at: int) -> bool:
    """«في بيان», «في تصريح»: where it was said, not where who said it belongs."""
    word = _WORD.search(text, at, at + 30)
    return word is not None and word.group() in _STATEMENTS


def first(layers: Layers, cue: Hit, stop: int) -> tuple[int, bool]:
    """Where the name behind a cue may begin, and whether an article is swallowed there («وفقا للمرصد»).

    It stands behind further verbs, «وفق ما أعلنت», behind a day, and behind to whom it was said: «قال لوكالة كذا المتحدث باسم كذا».
    """
    text, start = layers.text, _OPEN.match(layers.text, cue.stop).end()  # type: ignore[union-attr]
    lent, spoken = text.startswith(_LENT, cue.entry_start), layers.hits.get(sayings.KIND, ())
    if lent and text.startswith("ل", start) and not text.startswith("لما ", start):
        swallowed = text.startswith("لل", start) and not text.startswith(_OWN_L, start + 1)
        return _OPEN.match(text, start + 1 + swallowed).end(), swallowed  # type: ignore[union-attr]
    word = _WORD.match(text, start)
    while word is not None and start < stop:
        if further := inside(spoken, start, start + 1):  # «وفق ما أعلنت», «وفق ما نقلت كذا عن»
            after = further[0].stop
        elif word.group() in LEAD:
            after = word.end()
        elif (told := _TO.match(text, start)) is not None:
            after = told.end()
        elif (day := _day_stop(layers, start)) is not None and not _speech_opens(text, cue.stop, start):
            after = day
        else:
            break
        start = _OPEN.match(text, after).end()  # type: ignore[union-attr]
        word = _WORD.match(text, start)
    return start, False


def _day_stop(layers: Layers, start: int) -> int | None:
    """Where a day that is named right here ends."""
    at = first_from(layers.dates, start)
    day = layers.dates[at] if at < len(layers.dates) else None
    return day.stop if day is not None and day.start == start else None


def _speech_opens(text: str, start: int, stop: int) -> bool:
    """«قال "اليوم …"»: whether what is said in quotes begins between two places."""
    return any(mark in text[start:stop] for mark in '"«:')


def unquoted(name: str) -> str:
    """A name without marks."""
    for mark in _QUOTES:  # several times as fast as str.translate on Arabic
        name = name.replace(mark, "")
    return name
