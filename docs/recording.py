"""Makes docs/demo.svg, a picture of the demo's terminal, from a real run: ``python -m docs.recording``."""

import os
import pty
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

COLUMNS, ROWS = 118, 60
COMMAND = ["replay", "--speed", "max"]
HERE = Path(__file__).parent


def record(command: list[str]) -> bytes:
    """Everything the command wrote to a terminal of COLUMNS × ROWS."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(COLUMNS), "LINES": str(ROWS), "TERM": "xterm-256color", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True) as job:
        os.close(theirs)
        written = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so where a terminal's other side is closed
                part = b""
            if not part:
                break
            written += part
        if job.wait():
            raise SystemExit(f"{' '.join(command)} ended with status {job.returncode}")
    os.close(ours)
    return written


def settled(written: bytes) -> str:
    """What stays on screen: of a line that was redrawn, the last drawing."""
    lines = written.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    return "\n".join(line.split("\r")[-1].split("\x1b[2K")[-1] for line in lines)


def main() -> int:
    """Writes docs/demo.svg."""
    text = Text.from_ansi("$ rasad " + " ".join(COMMAND) + "\n" + settled(record([sys.executable, "-m", "streams", *COMMAND])))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, file=nowhere)
        console.print(text)
        console.save_svg(str(HERE / "demo.svg"), title="rasad replay")
    return 0


if __name__ == "__main__":
    sys.exit(main())
