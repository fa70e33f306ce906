"""Alerts over HTTP as server-sent events: each subscriber a thread, each with a filter and a place in the log of its own.

``GET /alerts?country=SY&severity=2`` never ends: an event an alert, its data the alert as JSON; the id of an event says how far the
subscriber has come, and an EventSource that lost its connection sends it back. What was sent after the last id is then sent again, so a
subscriber that keeps ``alert_id`` with the highest ``version`` misses nothing and tells nothing twice.
"""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from streams.errors import RasadError, UsageError
from streams.logs.reader import LogReader
from streams.queries.filters import Wanted, wanted
from streams.queries.following import Following, Position, read, written

POLL_S = 0.5
ALIVE_S = 15.0  # a comment at least so often, so that a connection that was lost is seen
WORDS = ("country", "kind", "party", "near", "km", "severity")


class Subscription(NamedTuple):
    """What a subscriber asked for. position: where an earlier connection stopped."""

    asked: Wanted
    severity: int
    position: Position


def subscription(query: str, last_event_id: str = "") -> Subscription:
    """What a query string asks for; UsageError where a word or value of it is none."""
    words = dict(parse_qsl(query, keep_blank_values=True))
    unknown = sorted(words.keys() - set(WORDS))
    if unknown:
        raise UsageError(f"{unknown[0]}: expected one of {', '.join(WORDS)}")
    try:
        severity, km = int(words.pop("severity", "1")), float(words.pop("km", "50"))
        position = read(last_event_id)
    except ValueError as error:
        raise UsageError(f"expected numbers for severity and km, and a Last-Event-ID as it was sent: {error}") from error
    if severity not in {1, 2, 3} or not km >= 0:
        raise UsageError(f"severity {severity}, km {km:g}: expected 1, 2 or 3, and kilometres from 0")
    return Subscription(wanted(**words, km=km), severity, position)


def events(following: Following) -> Iterator[bytes]:
    """What was sent since the last look, as events; the last of them has the id."""
    found = following.new()
    for number, alert in enumerate(found, 1):
        name = f"id: {written(following.position)}\n" if number == len(found) else ""
        yield f"data: {alert.model_dump_json(exclude_defaults=True)}\n{name}\n".encode()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    log_url: ClassVar[str]

    def do_GET(self) -> None:
        """Streams alerts, until the subscriber or the server ends it."""
        path, query = urlsplit(self.path)[2:4]
        if path != "/alerts":
            self._refuse(404, f"{path}: expected /alerts?{'&'.join(f'{word}=…' for word in WORDS)}")
            return
        try:
            asked = subscription(query, self.headers.get("Last-Event-ID", ""))
            following = Following(LogReader(self.log_url), asked.asked, asked.severity, asked.position)
        except UsageError as error:
            self._refuse(400, str(error))
            return
        except RasadError as error:
            self._refuse(503, str(error))
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self._stream(following)
        except (OSError, RasadError):
            self.close_connection = True  # the subscriber left, or the log did: it may come again with its last id

    def _stream(self, following: Following) -> None:
        alive = 0.0
        while True:
            for event in events(following):
                self.wfile.write(event)
                alive = time.monotonic()
            if time.monotonic() - alive >= ALIVE_S:
                self.wfile.write(b": still here\n\n")
                alive = time.monotonic()
            self.wfile.flush()
            time.sleep(POLL_S)

    def _refuse(self, status: int, why: str) -> None:
        body = f"{why}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: a subscriber is no news."""


class Server(ThreadingHTTPServer):
    """Serves the alerts of a log."""

    daemon_threads = True

    def __init__(self, url: str, host: str, port: int) -> None:
        """url: of the log; LogError where there is none. port 0: any that is free. OSError where the port is taken."""
        LogReader(url)
        super().__init__((host, port), type("HandlerOfLog", (Handler,), {"log_url": url}))
