"""Sentences: where one statement ends and the next begins."""

import re

# A stop ends a sentence where white space or a closing quote follows; not inside «أ.ب», 3.5 or an initial.
_MARK = re.compile(r"[.!?؟…\n]")  # one class alone is searched fast
_RUN = re.compile(r"""[.!?؟…]++["'»)\]]*+|\n++""")
_INITIAL = re.compile(r"(?:^|[\s(\"«])\w$")


def split(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences, without outer white space; empty ones are left out. Linear in the text."""
    spans: list[tuple[int, int]] = []
    start = done = 0
    for mark in _MARK.finditer(text):
        if mark.start() < done or (end := _RUN.match(text, mark.start())) is None:
            continue
        done = end.end()
        if mark.group() != "\n" and not text[done : done + 1].isspace() and done < len(text):
            continue
        if end.group() == "." and _INITIAL.search(text, max(end.start() - 2, 0), end.start()):
            continue
        _add(spans, text, start, end.end())
        start = done
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, stop: int) -> None:
    piece = text[start:stop]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        spans.append((start, start + len(stripped)))
