"""``rasad alerts serve``: alerts over HTTP, as server-sent events."""

import sys
from typing import Annotated

import typer

from streams.cli.options import Log, log_url
from streams.errors import UsageError


def add_to(app: typer.Typer) -> None:
    """Adds the commands of this module."""
    app.command()(serve)


def serve(
    log: Log = "",
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in, who need no password.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 = any that is free.")] = 8787,
) -> None:
    """Serve alerts to other programs as they are raised, amended and withdrawn: server-sent events, until Ctrl-C.

    GET /alerts?country=SY&kind=weapon&party=is&near=Manbij&km=40&severity=2, each word as the option of `rasad alerts`.
    """
    from streams.queries.events import Server  # noqa: PLC0415

    try:
        server = Server(log_url(log), host, port)
    except OSError as error:
        raise UsageError(f"--host {host} --port {port}: {error.strerror}; give another --port") from error
    with server:
        sys.stderr.write(f"http://{host}:{server.server_port}/alerts\n")
        sys.stderr.flush()
        server.serve_forever()
