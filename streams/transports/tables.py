"""Faust's tables without their pause at the start, and with their rows in a scratch file: memory holds only what rooms make of them."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

import faust
from faust import tables
from faust.stores import memory
from faust.tables import recovery
from faust.types import TP


class Recovery(recovery.Recovery):
    """Reads nothing for the rooms before recovery has ended: Faust then empties their queues, and what they held would be passed over."""

    async def on_recovery_completed(self, generation_id: int = 0) -> None:
        """Ends recovery, at the end of which the flow goes on."""
        self.app.consumer.stop_flow()
        await super().on_recovery_completed(generation_id)


class TableManager(tables.TableManager):
    """Starts recovery when the agents have started, which is what the whole second that Faust sleeps here is for."""

    app: Any

    @property
    def recovery(self) -> recovery.Recovery:
        """What recovers the tables."""
        if self._recovery is None:
            self._recovery = Recovery(self.app, self, beacon=self.beacon, loop=self.loop)
        return self._recovery

    async def on_start(self) -> None:
        """Waits for the agents, which add their topics first; then starts recovery."""
        await self.app.agents.wait_until_agents_started()
        if not self.should_stop:
            await self._update_channels()
            await self.recovery.start()


class Store(memory.Store[bytes, bytes]):
    """Rows on a shelf of the app's scratch file; like memory it is empty at every start and filled from the changelog."""

    app: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.data = self.app.scratch.shelf(f"table/{self.table_name}", marked=True)
        self._partition = self.app.scratch.shelf(f"table/{self.table_name}/partitions")

    def apply_changelog_batch(self, batch: Iterable[Any], to_key: Callable[[Any], Any], to_value: Callable[[Any], Any]) -> None:
        """Takes over what a changelog holds."""
        for event in batch:
            key = to_key(event.key)
            if event.message.value is None:
                self.data.pop(key, None)
            else:
                self.data[key] = to_value(event.value)
                if self.table.partitions != 1:
                    self._partition[key] = b"%d" % event.message.partition

    async def on_recovery_completed(self, active_tps: set[TP], standby_tps: set[TP]) -> None:
        """Forgets the rows of partitions that another worker has now."""
        mine = {b"%d" % tp.partition for tp in active_tps}
        for key in [key for key, partition in self._partition.items() if partition not in mine]:
            self.data.pop(key, None)
            del self._partition[key]


class Table(faust.Table):  # type: ignore[type-arg]
    """A table on the scratch file."""

    def get(self, key: bytes, default: Any = None) -> Any:
        """The value of a key; the default where there is none."""
        return self.data.data.get(key, default)

    def __setitem__(self, key: bytes, value: bytes) -> None:
        """Writes to the changelog what was assigned, and keeps it."""
        if self._append is None:
            super().__setitem__(key, value)
        else:
            self._append(self._changelog, key, value, self.partition_for_key(key))
            self.data.data[key] = value

    @cached_property
    def _changelog(self) -> str:
        return str(self.changelog_topic.get_topic_name())

    @cached_property
    def _append(self) -> Callable[..., None] | None:
        """How the embedded log's producer appends without more ado."""
        return getattr(self.app.producer, "append", None)

    def _new_store(self) -> Any:
        return Store(
            "scratch://",
            self.app,
            self,
            table_name=self.name,
            key_type=self.key_type,
            key_serializer=self.key_serializer,
            value_type=self.value_type,
            value_serializer=self.value_serializer,
            loop=self.loop,
            options=self.options,
        )
