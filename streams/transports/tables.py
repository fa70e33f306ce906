"""Faust's tables without their pause at the start."""

from typing import Any

from faust import tables


class TableManager(tables.TableManager):
    """Starts recovery when the agents have started, which is what the whole second that Faust sleeps here is for."""

    app: Any

    async def on_start(self) -> None:
        """Waits for the agents, which add their topics first; then starts recovery."""
        await self.app.agents.wait_until_agents_started()
        if not self.should_stop:
            await self._update_channels()
            await self.recovery.start()
