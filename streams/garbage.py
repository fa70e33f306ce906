"""When Python looks for garbage: records and what rooms make of them hold no cycles, so that looking finds nothing and takes long.

And when memory that was freed goes back to the system: after bursts the C library keeps a fifth of what a replay takes, in holes.
"""

import ctypes
import gc

from streams.pages import enlarge

COLLECT_AT = (50_000, 20, 50)  # records are many objects: Python's own thresholds cost a twelfth of the time, or more


def seldom() -> None:
    """Looks for garbage seldom from now on."""
    gc.set_threshold(*COLLECT_AT)


def settle() -> None:
    """Leaves what is loaded to itself, on large pages where the machine has them, and looks for garbage seldom."""
    gc.collect()
    spare()
    seldom()
    enlarge()


def spare() -> None:
    """Leaves all that there is to itself. Cheap, but garbage among it stays: for where much was just made of which none is garbage."""
    gc.freeze()


def look_again() -> None:
    """Takes back what was left to itself."""
    gc.unfreeze()


def give_back() -> None:
    """Gives what was freed back to the system: some milliseconds. Nothing where the C library is not GNU's."""
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):
        return
    trim(0)
