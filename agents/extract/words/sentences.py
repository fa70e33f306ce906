"""Sentences: where one statement ends and the next begins."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from agents.extract.words.letters import spots
from agents.extract.words.spans import first_from

# A stop ends a sentence where white space or a closing quote follows; not inside «أ.ب», 3.5 or an initial.
_MARKS = ".!?؟…\n"
_RUN = re.compile(r"""[.!?؟…]++["'»)\]]*+|\n++""")
_STOPS = frozenset(".!?؟…:\"'»)]،,؛")
_ITEM = re.compile(r"[-–—•*·▪●■►]|[0-9]{1,2}\s?[:.)-]")  # what begins an item of a list: no heading, and no label
LONGEST = 4000  # characters of a sentence
_LINES, _HEADING = 5, 90  # lines of a body; characters
_TAGS = re.compile(r"(?:سمات|وسوم|الوسوم|كلمات (?:دلاليه|مفتاحيه)|الكلمات (?:الدلاليه|المفتاحيه))[\s:]")
_LINK = re.compile(
    r"[^\w\n]{0,4}(?:(?:اقرا|شاهد|طالع|تابع|انظر)(?:وا|ي)?\s?(?:ايضا|المزيد|كذلك|بالفيديو|بالصور|:)|للمزيد|لمزيد\sمن\s(?:الاخبار|التفاصيل)"
    r"|قد\sيهمك|(?:مواضيع|اخبار|مقالات)\s(?:ذات\sصله|متعلقه))"
)
_LINKED = 130  # characters of a line that leads on to another page
_INITIALS, _SHORT = re.compile(r"\((?:[\u0621-\u064a]\.\s?){1,4}\)"), 14  # «(ع.ج.)»; characters of the longest
_BEFORE_INITIAL = '("«'
_AGAIN, _BACK = 60, 20_000  # characters of a sentence that nobody writes twice by accident; in which it is sought
_MOST = 400  # sentences that are sought in the text before them
_OUTER = " .،؛:!؟?…\"'«»()[]|-"


def split(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences, without outer white space; empty ones are left out. Linear in the text.

    What goes on without a stop for more than LONGEST characters is cut at a blank, so that nothing that looks through a sentence
    takes more than linear time; no sentence of news comes near it.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for at, done in _runs(text):
        if text[at] != "\n" and done < len(text) and not text[done].isspace() and not _run_on(text, at, done):
            continue
        if text[at] == "." and (_ends_initial(text, at) if done == at + 1 else _initials(text, at, done)):
            continue
        _add(spans, text, start, done)
        start = done
    _add(spans, text, start, len(text))
    return spans


def _runs(text: str) -> list[tuple[int, int]]:
    """Where stops stand, with what closes behind them, and ends of lines: each from its first mark to behind its last."""
    found: list[tuple[int, int]] = []
    done = 0
    for at in spots(text, _MARKS):
        if at >= done and (run := _RUN.match(text, at)) is not None:
            done = run.end()
            found.append((at, done))
    return found


_JOINED = re.compile(r"/?[\u0621-\u064a]{3}")
_WORD_ENDS = re.compile(r"[\u0621-\u064a]{3}|[\u0621-\u064a]{2}[\"»)]|[ \d\u0621-\u064a]\d{2}")


def _run_on(text: str, at: int, done: int) -> bool:
    """«شمال بغداد.وقالت», «تعز..تحرير»: two words, none of them an abbreviation or a site («العربية.نت»), with stops and no blank."""
    return at >= 3 and bool(_JOINED.match(text, done) and _WORD_ENDS.match(text, at - 3))


_HEADLINE = 220  # characters


def title(text: str, sentences: Sequence[tuple[int, int]], named: bool) -> int:
    """Where the headline ends, which may be of several sentences («اليمن.. تقدم للجيش»); 0 where there is none.

    named: whether the first line is known to be one; else it is where it is short and ends without a stop.
    """
    line = text.find("\n")
    stop = 0
    if not named and (_ITEM.match(text) or not 0 < line <= _HEADLINE or text[:line].rstrip().endswith(tuple(".!؟?:,،؛"))):
        return 0
    for start, end in sentences:
        if line < start and stop:
            break
        stop = end
    return stop


_LABEL = 60  # characters: a line so short, before the text itself, says who wrote, where, or what a picture shows
_LABELS = 4  # such lines at most


def top(
    text: str, sentences: Sequence[tuple[int, int]], title_stop: int, named: Sequence[int], told: Sequence[int]
) -> tuple[int, frozenset[int]]:
    """The index of the sentence with which the text itself begins, and the labels before it: «خاص», «وكالات», a caption.

    Labels are short lines behind the headline and before a longer one. named: where acts, days and places are named; with a stop behind
    it, such a line begins the text («عقد المجلس جلسة أمس.»). told: where verbs or numbers tell of acts; a line of these is no label.
    """
    first = at = first_from(sentences, title_stop) if title_stop else 0
    labels: list[int] = []
    for _ in range(_LABELS):
        end = at
        while end + 1 < len(sentences) and "\n" not in text[sentences[end][1] - 1 : sentences[end + 1][0]]:
            end += 1
        if end >= len(sentences):
            break
        start, stop = sentences[at][0], sentences[end][1]
        tells = _holds(told, start, stop) or _ITEM.match(text, start) is not None
        last, closed = end + 1 == len(sentences), text[stop - 1] in _MARKS
        if stop - start > _LABEL or (tells and (last or closed)) or (closed and _holds(named, start, stop)):
            return at, frozenset(labels)
        if last:
            break
        labels += [] if tells else range(at, end + 1)
        at = end + 1
    return first, frozenset()


def _holds(spots: Sequence[int], start: int, stop: int) -> bool:
    """Whether one of some places, in order, is in [start, stop)."""
    at = bisect_left(spots, start)
    return at < len(spots) and spots[at] < stop


_TELLER = re.compile(r"،\s?و?(?:[^\s،:]{2,}\s){0,2}[^\s،:]{2,}:\s")


def accounts(text: str, sentences: Sequence[tuple[int, int]], title_stop: int) -> list[tuple[int, int]]:
    """The sentences, those of a headline parted where another begins to speak: «قتلى في غارة، والحكومة: سنرد»."""
    if ":" not in text[:title_stop]:
        return list(sentences)
    found: list[tuple[int, int]] = []
    for start, stop in sentences:
        cuts = [one.start() + 1 for one in _TELLER.finditer(text, start, min(stop, title_stop))] if start < title_stop else ()
        for first, last in pairwise([start, *cuts, stop]):
            _add(found, text, first, last)
    return found


def asides(text: str, sentences: Sequence[tuple[int, int]], title_stop: int, lede: int = 0) -> frozenset[int]:
    """The sentences that are headings or links to other articles: short lines without a stop, in a body whose lines end with one.

    The first two lines of the body always stay: a lede may lack its stop. A row of tags at the end is none of the text.
    Indexes into sentences. lede: of the one with which the text begins, where others stand before it.
    """
    tags = {len(sentences) - 1} if sentences and _TAGS.match(text, sentences[-1][0]) else set()
    body = [at for at, (start, _) in enumerate(sentences) if start >= title_stop and at >= lede]
    lines = [at for at in body if at == body[-1] or "\n" in text[sentences[at][1] - 1 : sentences[at + 1][0]]]
    if links := _links(text, sentences, lines, lede):
        tags |= links
        lines = [at for at in lines if at not in links]
    bare = [at for at in lines if text[sentences[at][1] - 1] not in _STOPS and not _ITEM.match(text, sentences[at][0])]
    if len(lines) < _LINES or 2 * len(bare) > len(lines):
        return frozenset(tags)
    return frozenset(tags).union(
        at for at in bare
        if at > lines[1] and sentences[at][1] - sentences[at][0] <= _HEADING and "\n" in text[sentences[at - 1][1] - 1 : sentences[at][0]]
    )  # fmt: skip


def _links(text: str, sentences: Sequence[tuple[int, int]], lines: Sequence[int], lede: int) -> set[int]:
    """The sentences of lines by which a page leads on to others («اقرأ أيضا: …»), and of the line behind such a word alone.

    lines: the last sentence of each line of the body.
    """
    found: set[int] = set()
    first, leads_on = lede, False
    for last in lines:
        start, stop = sentences[first][0], sentences[last][1]
        link = _LINK.match(text, start)
        if (link and stop - start <= _LINKED) or (leads_on and stop - start <= _LINKED and text[stop - 1] not in _STOPS):
            found.update(range(first, last + 1))
        leads_on = link is not None and not text[link.end() : stop].strip(_OUTER)
        first = last + 1
    return found


def repeated(text: str, sentences: Sequence[tuple[int, int]], title_stop: int) -> frozenset[int]:
    """The sentences of the body that stand in it a second time, as captions and torn pages have them. Indexes into sentences."""
    body = next((start for start, _ in sentences if start >= title_stop), len(text))
    found = []
    for at, (start, stop) in enumerate(sentences[:_MOST]):
        if start > body and stop - start >= _AGAIN:
            piece = text[start:stop].strip(_OUTER)
            if len(piece) >= _AGAIN and text.find(piece, max(body, start - _BACK), start) >= 0:
                found.append(at)
    return frozenset(found)


def _ends_initial(text: str, at: int) -> bool:
    """Whether one letter stands alone before this place: «أ. ب»."""
    if not at or not (text[at - 1].isalnum() or text[at - 1] == "_"):
        return False
    return at == 1 or text[at - 2].isspace() or text[at - 2] in _BEFORE_INITIAL


def _initials(text: str, at: int, done: int) -> bool:
    """«أوقفت دورية المواطن (ع.ج.) في كذا»: whether a stop ends initials in brackets, behind which the sentence goes on."""
    opened = text.rfind("(", max(at - _SHORT, 0), at)
    return opened >= 0 and _INITIALS.fullmatch(text, opened, done) is not None


def _add(spans: list[tuple[int, int]], text: str, start: int, stop: int) -> None:
    while stop - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("\t", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        _add(spans, text, start, cut)
        start = cut
    piece = text[start:stop]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append((start, start + len(stripped)))
