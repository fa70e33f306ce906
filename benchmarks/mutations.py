"""Damage that texts suffer on their way, and worse: each mutation is a function of chance, a text and another text of the corpus.

All chance comes from the ``Random`` that is handed in, so that a number names an article for ever.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

LONGEST = 30_000  # characters; what grows by repetition is cut there
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
QUOTES = "\"'«»“”„‘’‹›()[]"
MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069\u200b\u200c\u200d\ufeff\u00ad\u0640\u064b\u0651\u0670"
ODD = "\ufdfa\ufdf2\ufefb\ufef7\uff11\ufb8a\u0000\u0085\u2028\u00a0\t\r\n\x1c\x7f\uffff\U0001f4a5\U000e0041"
SURROGATES = "\ud800\udbff\udc00\udfff"
Mutate = Callable[[Random, str, str], str]


def _span(chance: Random, text: str, most: int = 400) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, min(len(text), start + chance.randint(1, most))


def cut(chance: Random, text: str, _: str) -> str:
    """Without one span, or only as far as one place."""
    start, stop = _span(chance, text)
    return text[:start] + text[stop:] if chance.random() < 0.7 else text[:start]


def splice(chance: Random, text: str, other: str) -> str:
    """A span of another article in the middle."""
    start, stop = _span(chance, other, 1500)
    at = chance.randrange(len(text) + 1)
    return text[:at] + other[start:stop] + text[at:]


def duplicate(chance: Random, text: str, _: str) -> str:
    """A span twice."""
    start, stop = _span(chance, text, 1500)
    return text[:stop] + text[start:]


def repeat(chance: Random, text: str, _: str) -> str:
    """A short span many times."""
    start, stop = _span(chance, text, 40)
    return text[:start] + text[start:stop] * chance.randint(2, 200) + text[stop:]


def _replaced(chance: Random, text: str, these: str, by: str) -> str:
    share = chance.choice((0.02, 0.1, 0.5))
    wanted = set(these)
    return "".join(chance.choice(by) if letter in wanted and chance.random() < share else letter for letter in text)


def letters(chance: Random, text: str, _: str) -> str:
    """Some letters are others."""
    return _replaced(chance, text, LETTERS, LETTERS)


def digits(chance: Random, text: str, _: str) -> str:
    """Some digits are others, of any of the three rows, or words become digits."""
    return _replaced(chance, text, DIGITS + ("م" if chance.random() < 0.2 else ""), DIGITS)


def quotes(chance: Random, text: str, _: str) -> str:
    """Quotation marks are others, or stand where spaces stood."""
    return _replaced(chance, text, QUOTES + (" " if chance.random() < 0.5 else ""), QUOTES)


def _scattered(chance: Random, text: str, these: str) -> str:
    found = list(text)
    for _ in range(chance.randint(1, 1 + len(text) // chance.choice((5, 50, 500)))):
        found.insert(chance.randrange(len(found) + 1), chance.choice(these))
    return "".join(found)


def marks(chance: Random, text: str, _: str) -> str:
    """Marks of direction, joiners, tatweel and harakat anywhere."""
    return _scattered(chance, text, MARKS)


def odd(chance: Random, text: str, _: str) -> str:
    """NULs, separators, ligatures, forms of other scripts anywhere."""
    return _scattered(chance, text, ODD)


def surrogates(chance: Random, text: str, _: str) -> str:
    """Halves of characters anywhere."""
    return _scattered(chance, text, SURROGATES)


def mojibake(chance: Random, text: str, _: str) -> str:
    """A span that was written in one encoding and read in another."""
    start, stop = _span(chance, text, 3000)
    written, read = chance.choice((("utf-8", "cp1256"), ("utf-8", "latin-1"), ("cp1256", "latin-1"), ("cp1256", "utf-8")))
    wrong = text[start:stop].encode(written, "replace").decode(read, "replace")
    return text[:start] + wrong + text[stop:]


def glue(chance: Random, text: str, _: str) -> str:
    """Spaces, line breaks or stops gone."""
    return _replaced(chance, text, chance.choice((" ", "\n", ".،؛:", " \n.،")), "  و،\n")


def shuffle(chance: Random, text: str, _: str) -> str:
    """Words of a span in another order."""
    start, stop = _span(chance, text, 800)
    words = text[start:stop].split(" ")
    chance.shuffle(words)
    return text[:start] + " ".join(words) + text[stop:]


MUTATIONS: tuple[Mutate, ...] = (
    *(cut, splice, duplicate, repeat, letters, digits, quotes),
    *(marks, odd, surrogates, mojibake, glue, shuffle),
)
MOMENTS = ("2019-03-12", "2019-02-29", "1990-01-01", "2100-12-31T23:59:59+14:00", "0001-01-01", "٢٠١٩-٠٣-١٢", "", "أمس")
DAYS = (*MOMENTS, 1552348800, 1552348800000, -1, 1e300, None, True, {})


def mutated(seed: int, number: int, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The article of this number: one of the rows, damaged in one to four ways, under an id of its own; now and then its fields too."""
    chance = Random(f"{seed}/{number}")
    row, other = chance.choice(rows), chance.choice(rows)
    made = {**row, "article_id": f"m{number}"}
    for _ in range(chance.randint(1, 4)):
        mutate = chance.choice(MUTATIONS)
        field = "title" if chance.random() < 0.1 else "body"
        made[field] = mutate(chance, str(made.get(field) or ""), str(other.get("body") or ""))[:LONGEST]
    if chance.random() < 0.05:
        made["published_at"] = chance.choice(DAYS)
    if chance.random() < 0.02:
        made.pop(chance.choice(sorted(made)))
    if chance.random() < 0.02:
        made[chance.choice(sorted(made))] = chance.choice((None, 0, 1.5, [], {}, "", "x" * 5000))
    return made


def line(seed: int, number: int, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The same as a line of a file; one in thirty is damaged once more, as bytes."""
    chance = Random(f"{seed}/{number}/line")
    made = mutated(seed, number, rows)
    written = json.dumps(made).encode("ascii")
    if chance.random() < 1 / 30:
        other = json.dumps(made, ensure_ascii=False)
        encodings = ("cp1256", "replace"), ("utf-8", "surrogatepass"), ("utf-16-le", "surrogatepass")
        encoding, errors = chance.choice(encodings)
        damaged = bytearray(chance.choice((written, other.encode(encoding, errors))))
        for _ in range(chance.randrange(6)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(1, 256)
        written = bytes(damaged[: chance.randrange(1, len(damaged))] if chance.random() < 0.3 else damaged)
    return written.replace(b"\x00", b" ").replace(b"\n", b" ") + b"\n"
