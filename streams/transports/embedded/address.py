"""The URL of an embedded log."""

from pathlib import Path
from typing import Literal, NamedTuple

from yarl import URL

from streams.errors import LogError

Fsync = Literal["always", "commit", "never"]
SYNCHRONOUS: dict[Fsync, str] = {"always": "full", "commit": "normal", "never": "off"}


class Address(NamedTuple):
    """Where a log is. path: None = in memory, known in this process by its name.

    fsync: "always" syncs each transaction to disk (survives a power cut); "commit" (the default) syncs when SQLite moves its
    write-ahead log into the file: a killed process loses nothing, a power cut at most the last seconds, never the order; "never"
    leaves it to the operating system.
    """

    path: Path | None
    name: str = ""
    fsync: Fsync = "commit"

    @classmethod
    def parse(cls, url: str | URL) -> "Address":
        """The address in ``embedded://`` or ``embedded:///path/rasad.db``, each with ``?fsync=always|commit|never``; LogError otherwise.

        ``embedded://?name=…`` tells several logs in memory apart.
        """
        found = URL(url)
        if found.scheme != "embedded":
            raise LogError(f"{url}: expected embedded:// or embedded:///path/rasad.db")
        if found.host:
            raise LogError(f"{url}: expected three slashes before the path of a log: embedded:///path/rasad.db")
        unknown = set(found.query) - {"fsync", "name"}
        fsync = found.query.get("fsync", "commit")
        if unknown or fsync not in SYNCHRONOUS:
            raise LogError(f"{url}: expected at most ?fsync=always, commit or never after the path")
        path = None if found.path in ("", "/") else Path(found.path)
        return cls(path, found.query.get("name", ""), fsync)
