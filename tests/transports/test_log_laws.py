"""Whatever is appended, committed, tidied and reopened in whatever order: nothing that anybody may still need is gone."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from streams.transports.embedded import policy
from streams.transports.embedded.log import Log
from streams.transports.embedded.policy import Policy
from streams.transports.embedded.record import LogRecord, Slot
from streams.transports.embedded.retention import tidy
from streams.transports.embedded.store import Store

STATES: Slot = ("states", 0)  # compacted, read by a group
NEWS: Slot = ("news", 0)  # dropped by age, read by a group
NOW = 1_000_000.0


class LogLaws(RuleBasedStateMachine):
    """A log on a file beside lists of everything that was ever appended."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.now = NOW
        self.written: dict[Slot, list[LogRecord]] = {STATES: [], NEWS: []}
        self.read: dict[Slot, int] = {STATES: 0, NEWS: 0}
        self.dirty, policy.DIRTY = policy.DIRTY, 3
        self.open()

    def open(self) -> None:
        self.log = Log(Store.create(Path(self.folder.name) / "log.db", "off"))
        self.log.create_topic("states", 1, Policy(compact=True))
        self.log.create_topic("news", 1, Policy(retention_s=5))
        self.log.join("group", frozenset(self.read), lambda: {slot: offset for slot, offset in self.read.items() if offset})

    def kept(self, slot: Slot, offset: int = 0) -> list[LogRecord]:
        found: list[LogRecord] = []
        while some := self.log.read(slot, found[-1].offset + 1 if found else offset, 3):
            found += some
        return found

    @rule(slot=st.sampled_from([STATES, NEWS]), key=st.sampled_from([b"a", b"b", b"c"]), value=st.none() | st.binary(max_size=3))
    def append(self, slot: Slot, key: bytes, value: bytes | None) -> None:
        offset = self.log.append(slot, self.now, key, value, [])
        assert offset == len(self.written[slot])
        self.written[slot].append(LogRecord(*slot, offset, self.now, key, value, []))

    @rule(slot=st.sampled_from([STATES, NEWS]))
    def work_off(self, slot: Slot) -> None:
        self.read[slot] = len(self.written[slot])

    @rule(later=st.integers(0, 100))
    def tidy(self, later: int) -> None:
        self.now += later
        tidy(self.log, self.now)

    @rule()
    def flush(self) -> None:
        self.log.flush()

    @precondition(lambda self: self.written[NEWS])
    @rule()
    def reopen(self) -> None:
        self.log.close()
        self.open()

    @invariant()
    def what_was_not_worked_off_is_there(self) -> None:
        for slot, offset in self.read.items():
            assert self.kept(slot, offset) == self.written[slot][offset:]

    @invariant()
    def the_newest_state_of_each_key_is_there(self) -> None:
        kept = {record.key: record.value for record in self.kept(STATES)}
        newest = {record.key: record.value for record in self.written[STATES]}
        assert {key: value for key, value in kept.items() if value is not None} == {
            key: value for key, value in newest.items() if value is not None
        }

    @invariant()
    def nothing_else_is_there(self) -> None:
        for slot, written in self.written.items():
            assert all(record == written[record.offset] for record in self.kept(slot))
            assert self.log.partitions[slot].end == len(written)

    def teardown(self) -> None:
        policy.DIRTY = self.dirty
        self.log.close()
        self.folder.cleanup()


TestLogLaws = LogLaws.TestCase
TestLogLaws.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
