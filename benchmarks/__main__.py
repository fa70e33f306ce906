"""Runs the benchmarks named on the command line, or all, and prints Markdown."""

import sys
from importlib import import_module

NAMES = ("reading", "rooms", "embedded", "latency", "pipeline", "moments", "robustness", "rewordings", "baseline")


def main(names: list[str]) -> int:
    """Exit status 2 where a name is not a benchmark."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        sys.stderr.write(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(NAMES)}\n")
        return 2
    for name in names or NAMES:
        sys.stdout.write(f"## {name}\n\n{import_module(f'benchmarks.{name}').run()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
