"""The command line, ``rasad``. Exit status: 0 done, 1 something failed, 2 wrong arguments, 130 or 143 stopped by Ctrl-C or SIGTERM."""

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from streams.cli import comparing, evaluating, operate, outlets, play, read, reviewing, view
from streams.errors import RasadError, UsageError
from streams.garbage import seldom

app = typer.Typer(
    name="rasad",
    help="Reads Arabic conflict news as it arrives and keeps a live, correct account of what happened.",
    epilog="Start with `rasad replay`: it plays the shipped feed and needs nothing else.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # noqa: PLC0415

        typer.echo(f"rasad {version('rasad')}, Python {sys.version.split()[0]}")
        raise typer.Exit


@app.callback()
def _rasad(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")] = False,
) -> None:
    """Nothing: what each command does, it says itself."""


for room in (play, read, view, comparing, reviewing, outlets, evaluating, operate):
    room.add_to(app)


def main() -> None:
    """Runs the command of this process; errors are told without a traceback."""
    seldom()
    _speak_unicode()
    arguments = sys.argv[1:]
    del sys.argv[1:]  # where Faust, when it is imported, would take our --loop for its own
    try:
        status = app(arguments, prog_name="rasad", standalone_mode=False)
    except (typer.Abort, KeyboardInterrupt):
        status = 130
    except BrokenPipeError:
        status = _seen_enough()
    except OSError as error:
        status = _told(RasadError(f"{error.filename or 'standard output'}: {error.strerror or error}"), 1)
    except SystemExit as ended:  # what typer and rich make of a closed pipe
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
        status = _seen_enough()
    except UsageError as error:
        status = _told(error, 2)
    except RasadError as error:
        status = _told(error, 1)
    except Exception as error:
        if hasattr(error, "show") and hasattr(error, "exit_code"):  # typer's own: wrong arguments
            error.show()
            status = error.exit_code
        elif "--verbose" in arguments or "-v" in arguments:
            raise
        else:  # ours to mend, not the user's: one line, the rest on request
            status = _told(RasadError(f"unexpected {type(error).__name__}: {error} (--verbose shows where)"), 1)
    sys.exit(_ended(status if isinstance(status, int) else 0))


def _ended(status: int) -> int:
    """The status, once all is written; 1 where it cannot be, of which Python else makes a stack trace and status 120."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return _seen_enough() or status
    except OSError as error:
        _seen_enough()
        return status or _told(RasadError(f"standard output: {error.strerror or error}"), 1)
    return status


def _speak_unicode() -> None:
    """Writes UTF-8 where the locale has no Arabic, as JSON and CSV are; a stream that was closed takes everything and keeps nothing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as the process
        elif isinstance(stream, TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(encoding="utf-8")


def _seen_enough() -> int:
    """The status where the reader of a pipe, such as `head`, has seen enough: that is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _told(error: RasadError, status: int) -> int:
    sys.stderr.write(f"rasad: {error}\n")
    return status
