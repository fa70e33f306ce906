"""Every error that Rasad raises on purpose.

    RasadError
    ├── WireError        bytes on a topic that are not a record of ours
    ├── InputError       a file, line or stream that holds no readable article
    ├── SeedError        a lexicon, gazetteer, rule or override row that cannot be used
    ├── LogError         the embedded log cannot be opened or written
    │   └── LogLocked    another process writes to it
    ├── NotStarted       the reader processes ended before they could read
    ├── ScratchError     the temporary file failed
    └── UsageError       a command called with arguments that cannot work together

A message says what was found, what was expected, and where. A bad record is a value (a dead letter), never a crash;
a bad seed stops the start.
"""


class RasadError(Exception):
    """Base of all errors raised on purpose; its text is fit to be shown to a user."""


class WireError(RasadError):
    """Bytes on a topic that are not a record of ours."""


class InputError(RasadError):
    """A file, line or stream that holds no readable article."""


class SeedError(RasadError):
    """A lexicon, gazetteer, rule or override row that cannot be used."""


class LogError(RasadError):
    """The embedded log cannot be opened or written."""


class LogLocked(LogError):
    """Another process writes to this log."""


class NotStarted(RasadError):
    """The reader processes ended before they could read."""


class UsageError(RasadError):
    """A command called with arguments that cannot work together."""


class ScratchError(RasadError):
    """The temporary file failed: no fault of a record, so the app ends and does what was under way again after the next start."""
