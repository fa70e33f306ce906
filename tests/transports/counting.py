"""A process that counts words on a log: ``python -m tests.transports.counting PATH COUNT [WORDS_A_SECOND [DIE_AT]]``.

It goes on where an earlier one ended, and ends itself when all is counted; or kills itself before its DIE_AT-th begin or commit.
"""

import asyncio
import os
import signal
import sys

from streams.transports.embedded.store import Store
from tests.transports.apps import running

IN_FLIGHT = 200


def word(number: int) -> str:
    """A word of 1 to 7 letters."""
    return "x" * (number % 7 + 1)


def die_at(store: Store, number: int) -> None:
    """Kills this process before the so-manyth begin or commit."""
    left = [number]

    def on_statement(sql: str) -> None:
        left[0] -= sql.startswith(("begin", "commit"))
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    store._db.set_trace_callback(on_statement)


async def count(path: str, words: int, pace: float = float("inf"), die: int = 0) -> None:
    async with running(f"embedded://{path}") as three:
        if die and three.log.store:
            die_at(three.log.store, die)
        clock = asyncio.get_running_loop().time
        first, since = three.log.partitions["words", 0].end, clock()
        for number in range(first, words):
            three.send(word(number))
            while number - first > (clock() - since) * pace or three.log.lag("three").get("words", 0) > IN_FLIGHT:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        while any(three.log.lag("three").values()):  # noqa: ASYNC110 - what it waits for happens inside Faust
            await asyncio.sleep(0.02)


if __name__ == "__main__":
    asyncio.run(count(sys.argv[1], int(sys.argv[2]), *map(float, sys.argv[3:4]), *map(int, sys.argv[4:5])))
