"""Folding: one length-keeping spelling for matching, with offsets back to the article as received.

Marks that carry no meaning for a reader of news (harakat, tatweel, zero-width and bidirectional marks, the sign of a hashtag) are dropped
first; compatibility forms are composed; a number written onto a word, a word onto a comma, or a verb onto «ما» and «لا», is set apart by
a space, which stands for the letter behind it; of several blanks one stays, and none before a stop or behind an «و» that stands apart («و
قال»); a headline with which the body begins once more goes, and so do quotes around names of forces and brackets around numbers that
count; then hamza carriers, alif maqsura and ta marbuta are unified one for one, and words of one meaning put as the rules know them.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from agents.extract.words import drones, wordings
from agents.extract.words.letters import among, spots, standing
from agents.extract.words.marks import around_names, around_numbers

_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
_DROP = re.compile(f"[{_MARKS}#]+")
_LINES = "\u2028\u2029\v\f\x85"  # what ends a line beside "\n"
_ODD = re.compile(  # one class alone is searched four times as fast as two
    f"[{_MARKS}#{_LINES}\u2000-\u2008\u200a\u205f\u3000\ufb50-\ufdff\ufe70-\ufefe\uff01-\uff5e]"
)
# a number written onto a word («مقتل25 شخصا»), which is no article or particle («ال25»)
_GLUED = re.compile(r"[0-9](?<=(?:[\u0621-\u063a\u0641-\u064a]{3}|\s(?:عن|من|في|أن|ان|إن)).)(?<![\s(][وبفلك]ال.)(?<!\A[وبفلك]ال.)")
_COMMAED = re.compile(r"،[\u0621-\u064a]")  # a word written onto a comma
_LOOSE = re.compile(r"«( +)|( +)[،؛.»]| ( +)")  # blanks beyond the first, or before a stop
_ANDS = (" و ", "\nو ")  # «و» that stands apart
_JOINS = re.compile(r" *(?=[\w\"«(])")  # what goes behind it
_SIGNS = re.compile('[،,.«»"“”„؛0-9٠-٩۰-۹]')  # where a letter is set apart or a blank goes
_LOOSE_SIGNS = ("  ", " ،", " .", " »", "« ", " ؛")  # one of which _LOOSE needs
_HEADLINE = (15, 250)  # characters: of a line that is known again where it stands once more
_HEADLINE_ENDS = re.compile(r"[ \t]*(?:[.!…]+[ \n]+|\n\s*)(?=\S)")
_GAP, _OUTER = 9, " .!…"  # characters between it and a body
_CLEAN = tuple(zip("یکگہۀھ“”„″‘’٪٬\u00a0\u202f\u2009\t\r_٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", 'يككههه""""\'\'%,      01234567890123456789', strict=True))
_SPELT = ((", ", "، "), ("مسئول", "مسؤول"), ("شئون", "شؤون"))  # a comma of another keyboard; as Egypt writes
_NOT = re.compile(r"(?<!\w)[وف]?[مل]ا(?=(?:[يت]?زال|[يت]زيد)\w{0,2}(?!\w))")  # a particle written onto a verb: «مايزيد», «لاتزال»
_NOTS = ("ايز", "اتز", "ازال")  # one of which it needs
_OTHER = re.compile(f"و |مسئول|شئون|{_NOT.pattern}")  # what else a surface is folded for
_FOLD = tuple(zip("أإآٱىة«»", 'اااايه""', strict=True))

_WORD = str.maketrans({old: new for pairs in (_FOLD, _CLEAN) for old, new in pairs})


def _odd(raw: str) -> list[int]:
    """Where letters stand that are dropped, or composed of several."""
    return [found.start() for found in _ODD.finditer(raw)]


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """The text with the second letter of each pair in place of the first."""
    for old, new in pairs:  # five times as fast as str.translate on Arabic
        text = text.replace(old, new)
    return text


@dataclass(slots=True)
class Folded:
    """A text folded for matching. ``clean`` is the same text before letters were unified; both have the same length.

    starts, shifts: the offset map; from folded offset ``starts[i]`` on, the raw offset is the folded one + ``shifts[i]``.
    """

    text: str
    clean: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def raw(self, at: int) -> int:
        """Where the character at this folded offset stands in the article."""
        return at + self.shifts[bisect_right(self.starts, at) - 1]

    def raw_span(self, start: int, stop: int) -> tuple[int, int]:
        """The span of the article that was folded to [start, stop)."""
        if len(self.starts) == 1:  # nothing was dropped or set apart
            return start, max(start, stop)
        return (self.raw(start), self.raw(stop - 1) + 1) if stop > start else (self.raw(start), self.raw(start))


def fold(raw: str) -> Folded:
    """The text folded, in linear time."""
    parts: list[str] = []
    starts, shifts = [0], [0]
    done = length = 0
    for at in _odd(raw):
        parts.append(raw[done:at])
        length += at - done
        done = at + 1
        if raw[at] in _LINES:
            composed = "\n"
        else:
            composed = "" if _DROP.match(raw, at, at + 1) else _DROP.sub("", unicodedata.normalize("NFKC", raw[at]))
        for place in range(length, length + len(composed)):  # each letter of a ligature stands for the whole of it
            starts.append(place)
            shifts.append(at - place)
        parts.append(composed)
        length += len(composed)
        starts.append(length)
        shifts.append(done - length)
    parts.append(raw[done:])
    clean = _replaced(_replaced("".join(parts), _CLEAN), _SPELT)
    glued = [at for at in spots(clean, "0123456789") if at and "ء" <= clean[at - 1] <= "ي" and _GLUED.match(clean, at)]
    more = [one.start() + 1 for one in _COMMAED.finditer(clean)]
    if among(_NOTS, clean, 0, len(clean)):
        more += [one.end() for one in _NOT.finditer(clean)]
    if more:
        glued = sorted(glued + more)
    if glued:
        clean, starts, shifts = _set_apart(clean, glued, starts, shifts)
    gone = [one.span(one.lastindex or 0) for one in _LOOSE.finditer(clean)] if among(_LOOSE_SIGNS, clean, 0, len(clean)) else []
    gone += [*_loose_ands(clean), *_headline_again(clean), *around_names(clean), *around_numbers(clean)]
    if gone:
        clean, starts, shifts = _closed_up(clean, _merged(gone), starts, shifts)
    text = _replaced(clean, _FOLD)
    if others := wordings.found(text, flown=drones.marked(raw)):
        clean, starts, shifts = _reworded(clean, others, starts, shifts)
        text = _replaced(clean, _FOLD)
    return Folded(text, clean, tuple(starts), tuple(shifts))


def _loose_ands(clean: str) -> list[tuple[int, int]]:
    """The blanks behind each «و» that stands apart."""
    found = [blanks.span()] if clean.startswith("و ") and (blanks := _JOINS.match(clean, 1)) else []
    found += [blanks.span() for at, _ in standing(_ANDS, clean) if (blanks := _JOINS.match(clean, at + 2))]
    return found


def _headline_again(clean: str) -> list[tuple[int, int]]:
    """The span in which the first line stands again, where a text follows: a body may begin with its headline."""
    line = clean.find("\n")
    head = _replaced(clean[: max(line, 0)], _FOLD).strip(_OUTER)
    if not _HEADLINE[0] <= len(head) <= _HEADLINE[1]:
        return []
    start = stop = line + len(clean[line : line + _GAP]) - len(clean[line : line + _GAP].lstrip())
    while _replaced(clean[stop : stop + len(head)], _FOLD) == head and (ends := _HEADLINE_ENDS.match(clean, stop + len(head))):
        stop = ends.end()
    return [(start, stop)] if stop > start else []


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those in one where they touch."""
    found: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(stop, found[-1][1])
        else:
            found.append((start, stop))
    return found


def _set_apart(clean: str, glued: list[int], starts: list[int], shifts: list[int]) -> tuple[str, list[int], list[int]]:
    """The text with a space before each of these offsets, and the offset map of it."""
    places = [bisect_right(starts, at) for at in glued]
    parts, made_starts, made_shifts = [clean[: glued[0]]], starts[: places[0]], shifts[: places[0]]
    for made, (at, place, end, next_place) in enumerate(zip(glued, places, [*glued[1:], None], [*places[1:], None], strict=True)):
        parts += [" ", clean[at:end]]
        made_starts += [at + made, at + made + 1, *(start + made + 1 for start in starts[place:next_place])]
        made_shifts += [shifts[place - 1] - made, shifts[place - 1] - made - 1, *(shift - made - 1 for shift in shifts[place:next_place])]
    return "".join(parts), made_starts, made_shifts


def _closed_up(clean: str, gone: list[tuple[int, int]], starts: list[int], shifts: list[int]) -> tuple[str, list[int], list[int]]:
    """The text without these spans, and the offset map of it."""
    parts: list[str] = []
    made_starts: list[int] = []
    made_shifts: list[int] = []
    done = kept = removed = 0
    for start, stop in [*gone, (len(clean), len(clean))]:
        parts.append(clean[done:start])
        while kept < len(starts) and starts[kept] < start:
            made_starts.append(starts[kept] - removed)
            made_shifts.append(shifts[kept] + removed)
            kept += 1
        while kept < len(starts) and starts[kept] <= stop:  # what begins in a span that goes
            kept += 1
        removed += stop - start
        done = stop
        made_starts.append(stop - removed)
        made_shifts.append(shifts[kept - 1] + removed)
    return "".join(parts), made_starts, made_shifts


def _reworded(clean: str, others: list[wordings.Other], starts: list[int], shifts: list[int]) -> tuple[str, list[int], list[int]]:
    """The text in the usual words, and the offset map of it: the last letter of a word stands for the last one of what was written."""
    parts: list[str] = []
    made_starts: list[int] = []
    made_shifts: list[int] = []
    done = kept = more = 0
    for start, stop, usual in others:
        parts += [clean[done:start], usual]
        while kept < len(starts) and starts[kept] < start:
            made_starts.append(starts[kept] + more)
            made_shifts.append(shifts[kept] - more)
            kept += 1
        for at in range(len(usual) + 1):  # and what stands behind it
            origin = stop - len(usual) + at if at >= len(usual) - 1 else min(start + at, stop - 1)
            place = start + more + at
            made_starts.append(place)
            made_shifts.append(origin + shifts[bisect_right(starts, origin) - 1] - place)
        while kept < len(starts) and starts[kept] <= stop:
            kept += 1
        more += len(usual) - (stop - start)
        done = stop
    parts.append(clean[done:])
    made_starts += [start + more for start in starts[kept:]]
    made_shifts += [shift - more for shift in shifts[kept:]]
    return "".join(parts), made_starts, made_shifts


def fold_word(word: str) -> str:
    """A lexicon surface folded: offsets do not matter, outer and double spaces go."""
    changes = _ODD.search(word) or _SIGNS.search(word) or _OTHER.search(word)
    text = fold(word).text if changes else word.translate(_WORD)  # on short words one table is faster than many replacements
    words = text.split()
    text = " ".join(words)
    return text if wordings.begins().isdisjoint(words) and drones.CUE not in text else _reworded_surface(text)


def _reworded_surface(text: str) -> str:
    for start, stop, usual in reversed(wordings.found(text)):
        text = text[:start] + usual.translate(_WORD) + text[stop:]
    return text
