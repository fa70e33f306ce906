"""What is sent of an alert: under one id the numbers of its versions only rise, whatever order its articles came in.

What stands follows from the set of articles, and so does the number of its version. Where an article comes late, what was sent may have
said more than that: an alert that should never have been raised is withdrawn, one taken back too soon comes true again. Its next version is
then numbered after the last one sent, and the log beside it keeps the number by which it stands.
"""

from typing import Any, NamedTuple

from streams.records import Alert


class Told(NamedTuple):
    """An alert as it was last sent, and as it then stood (None: not at all, given the articles)."""

    sent: Alert
    stands: Alert | None

    @property
    def log(self) -> dict[str, Any]:
        """What the log keeps beside the alert: how it stands, where that is not as it was sent; version 0: not at all."""
        if self.stands is None:
            return {"version": 0}
        if (self.stands.version, self.stands.status) == (self.sent.version, self.sent.status):
            return {}
        return {"version": self.stands.version, "status": self.stands.status}


def told_of(sent: Alert, log: dict[str, Any]) -> Told:
    """As the log has it: the alert that was sent and what was kept beside it."""
    return Told(sent, stood(sent, log))


def stood(sent: Alert, log: dict[str, Any]) -> Alert | None:
    """The alert as it stands, by what the log keeps beside it; None where nothing published supports it."""
    if "version" not in log:
        return sent
    return sent.model_copy(update=log) if log["version"] else None


def told_next(told: Told | None, now: Alert | None) -> Told | None:
    """What has to be told after what was told, where an alert stands so now (None: not at all); None where nothing has."""
    if told is None:
        return None if now is None else Told(now, now)
    if now == told.stands:
        return None
    sent = told.sent
    if now is None:
        again = {} if sent.status == "withdrawn" else {"status": "withdrawn", "version": sent.version + 1}
        return Told(sent.model_copy(update=again), None)
    if now.version > sent.version:
        return Told(now, now)
    if (now.status == "withdrawn", now.facts) == (sent.status == "withdrawn", sent.facts):
        return Told(now.model_copy(update={"status": sent.status, "version": sent.version}), now)
    status = "withdrawn" if now.status == "withdrawn" else "amended"
    return Told(now.model_copy(update={"status": status, "version": sent.version + 1}), now)
