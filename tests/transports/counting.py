"""A process that counts words on a log: ``python -m tests.transports.counting PATH COUNT [WORDS_A_SECOND]``.

It goes on where an earlier one ended, and ends itself when all is counted.
"""

import asyncio
import sys

from tests.transports.apps import running

IN_FLIGHT = 200


def word(number: int) -> str:
    """A word of 1 to 7 letters."""
    return "x" * (number % 7 + 1)


async def count(path: str, words: int, pace: float) -> None:
    async with running(f"embedded://{path}") as three:
        clock = asyncio.get_running_loop().time
        first, since = three.log.partitions["words", 0].end, clock()
        for number in range(first, words):
            three.send(word(number))
            while number - first > (clock() - since) * pace or three.log.lag("three").get("words", 0) > IN_FLIGHT:  # noqa: ASYNC110
                await asyncio.sleep(0.005)
        while any(three.log.lag("three").values()):  # noqa: ASYNC110 - what it waits for happens inside Faust
            await asyncio.sleep(0.02)


if __name__ == "__main__":
    asyncio.run(count(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]) if len(sys.argv) > 3 else float("inf")))
