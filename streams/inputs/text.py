"""Bytes of a file to text: byte order marks, UTF-8, UTF-16 without a mark, Windows-1256."""

import codecs
import re

from streams.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"PK\x03\x04")  # gzip, bzip2, xz, zstd, zip
SHOWN = 40  # characters of a text that an error shows
COMMON = frozenset("اليمنوتربةعدسفهكقحأ ")
MISREAD = frozenset("طظ")  # UTF-8 Arabic read as Windows-1256 is every other letter one of these
ARABIC = re.compile("[\u0621-\u064a]")
WRONGLY = {"Windows-1256": "طظ", "Latin-1": "ØÙ"}  # how the first byte of every Arabic letter in UTF-8 looks there
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


def encoding_of(head: bytes) -> str:
    """The encoding of a file that begins with these bytes: a Unicode name, or "" where each line must be tried (8-bit)."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    if len(head) >= 4:  # JSON and news begin with ASCII or Arabic letters: high bytes 00 or 06 at every other place
        even, odd = head[0:64:2], head[1:64:2]
        if sum(byte in (0, 6) for byte in odd) >= 0.9 * len(odd) and even.count(0) == 0:
            return "utf-16-le"
        if sum(byte in (0, 6) for byte in even) >= 0.9 * len(even) and odd.count(0) == 0:
            return "utf-16-be"
    return ""


def packed(head: bytes) -> bool:
    """True for a file that begins as a compressed one does."""
    return head.startswith(COMPRESSED)


def decode(value: bytes) -> str:
    """The text in these bytes; InputError ("binary", "encoding") where they are none."""
    encoding = encoding_of(value[:4096])
    if encoding:
        try:
            return value.decode(encoding)
        except UnicodeDecodeError as error:
            raise InputError(f"encoding: begins like {encoding}, but byte {error.start} does not fit") from error
    if b"\x00" in value[:4096]:
        raise InputError("binary: holds NUL bytes, expected text")
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as error:
        text = value.decode("cp1256")  # every byte has a meaning in Windows-1256
        if _reads_like_arabic(text):
            return text
        raise InputError(f"encoding: neither UTF-8 (byte {error.start}) nor Windows-1256 Arabic") from error


def _reads_like_arabic(text: str) -> bool:
    high = [letter for letter in text if letter > "\x7f"]
    common = sum(letter in COMMON for letter in high)
    misread = sum(letter in MISREAD for letter in high)
    return common >= 0.6 * len(high) and misread <= 0.25 * len(high)


def check_letters(text: str) -> None:
    """InputError ("encoding", "not-arabic") where a text is Arabic in the letters of another encoding, or holds none of ours."""
    for name, letters in WRONGLY.items():
        if sum(map(text.count, letters)) > 0.25 * len(text):
            raise InputError(f"encoding: {_begins(text)} is UTF-8 that was read as {name} on its way here; decode the source as UTF-8")
    if not ARABIC.search(text):
        raise InputError(f"not-arabic: {_begins(text)} holds no Arabic letter, and nothing else is read")


def _begins(text: str) -> str:
    words = " ".join(text.split())
    return f"«{words[:SHOWN]}{'…' * (len(words) > SHOWN)}»"


def clean(text: str) -> str:
    """The text with Unix line breaks and without control characters, which no article means."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNWANTED.sub("", text)
