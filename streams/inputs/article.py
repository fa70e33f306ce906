"""One object as received to an article: fields, ids and dates made whole, or an InputError that says why not.

The text of an error begins with its reason, a stable slug: ``no-body: …``.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import Any

from streams.errors import InputError
from streams.inputs.markup import strip
from streams.inputs.text import check_letters, clean
from streams.records import Article

EARLIEST, LATEST = 1990, 2100
AHEAD = timedelta(days=2)  # of the clock: zones and clocks that go wrong by hours
EPOCH_S, EPOCH_MS = (631_152_000, 4_102_444_800), (631_152_000_000, 4_102_444_800_000)  # the same years
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def digest(text: str) -> str:
    """A short digest of a text or name: 20 hexadecimal digits."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def article(found: object, origin: str, now: datetime | None = None) -> Article:
    """The article in one decoded JSON value; origin is ``file:line`` (its id, where neither id nor url is given).

    now: the clock of a live feed, where an article published, or received, more than two days later is refused: one wrong year would move
    the end of every window past all news. None takes any moment.
    """
    if not isinstance(found, Mapping):
        hint = "; a file that is one list is named .json" if isinstance(found, list) else ""
        raise InputError(f"not-an-article: found {type(found).__name__}, expected an object with published_at and body{hint}")
    body = _text(found, "body")
    if not body.strip():
        raise InputError(f"no-body: found the fields {', '.join(sorted(map(str, found))[:8]) or 'none'}; expected text in body")
    title = " ".join(_text(found, "title").split())
    check_letters(f"{title}\n{body}")
    published = moment(found.get("published_at"))
    received = moment(found["received_at"], "received_at") if found.get("received_at") else None
    for field, read in (("published_at", published), ("received_at", received)):
        if now and read and read > now + AHEAD:
            raise InputError(f"bad-date: {field} is {read.isoformat()}, later than now, {now:%Y-%m-%d %H:%M} by this machine's clock")
    url, outlet = _text(found, "url").strip(), _text(found, "outlet").strip()
    return Article(
        article_id=_text(found, "article_id").strip() or "art-" + digest(f"{outlet}\n{url}" if url else origin),
        outlet=outlet,
        published_at=published,
        title=title,
        body=body,
        url=url,
        lang=_text(found, "lang") or "ar",
        received_at=received,
        version=found["version"] if isinstance(found.get("version"), int) and found["version"] >= 1 else 1,
    )


def _text(found: Mapping[str, Any], field: str) -> str:
    value = found.get(field)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError(f"bad-field: {field} is {type(value).__name__}, expected text")
    text = clean(value)
    return strip(text) if field in ("title", "body") else text


def moment(value: object, field: str = "published_at") -> datetime:
    """The moment of publication, or what another field holds, aware.

    An ISO 8601 date and time with its offset is kept in that offset; without one it is UTC; a day alone is its first moment in UTC.
    RFC 2822 dates, epoch seconds or milliseconds (numbers) and Arabic digits are read too. InputError: ``no-date``, ``bad-date``.
    """
    if value is None or value == "":
        raise InputError(f"no-date: {field} is missing, expected for example 2019-03-12T08:30:00+03:00")
    try:
        read = _moment(value)
    except (ValueError, TypeError, OverflowError) as error:
        raise InputError(f"bad-date: {field} is {str(value)[:40]!r}, expected for example 2019-03-12T08:30:00+03:00") from error
    if not EARLIEST <= read.year <= LATEST:
        raise InputError(f"bad-date: {field} is in the year {read.year}, expected {EARLIEST} to {LATEST}")
    return read


def _moment(value: object) -> datetime:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if EPOCH_MS[0] <= value < EPOCH_MS[1]:
            value = value / 1000
        if not EPOCH_S[0] <= value < EPOCH_S[1]:
            raise ValueError(value)
        return datetime.fromtimestamp(value, UTC)
    if not isinstance(value, str):
        raise TypeError(value)
    text = value.strip().translate(EASTERN).replace("/", "-")
    if len(text) == 10:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    read = parsedate_to_datetime(text) if text[:1].isalpha() or "," in text else datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
