"""`attune worker`: one more media worker, on this machine or another."""

from __future__ import annotations

import os
from typing import Annotated
from urllib.parse import urlsplit

import typer
from pydantic import TypeAdapter, ValidationError

from signaling.cli.exits import CommandError

CONTROL_PATH = "/v1/workers"
SAMPLE_VARIABLE = "ATTUNE_EAR_SAMPLE"
TOKEN_VARIABLE = "ATTUNE_WORKER_TOKEN"  # noqa: S105 - a name, not a secret


def worker(
    connect: Annotated[
        str, typer.Option(metavar="URL", help="Address of the server, e.g. wss://attune.example.")
    ],
) -> None:
    """Run one more media worker. It dials out; the token comes from ATTUNE_WORKER_TOKEN.

    Settings come from ATTUNE_EAR_... variables; ATTUNE_HARDEN=false leaves freed memory as it is.
    SIGTERM lets it finish its words first.
    """
    url = control_url(connect)
    if not os.environ.get(TOKEN_VARIABLE):
        raise CommandError(f"set {TOKEN_VARIABLE} to the server's worker token")
    from media_worker.__main__ import main
    from signaling.hygiene import reexec_hardened
    from signaling.sample import sample_speech

    if _hardens():
        reexec_hardened()
    os.environ.setdefault(SAMPLE_VARIABLE, str(sample_speech()))
    raise typer.Exit(main(["--connect", url]))


def _hardens() -> bool:
    """Whether freed memory is overwritten here, as `ATTUNE_HARDEN` says for the server."""
    try:
        return TypeAdapter(bool).validate_python(os.environ.get("ATTUNE_HARDEN", "true"))
    except ValidationError:
        raise CommandError("ATTUNE_HARDEN must be true or false") from None


def control_url(url: str) -> str:
    """The control link's address for a server's address (http and https are taken, too)."""
    parts = urlsplit(url)
    scheme = {"http": "ws", "https": "wss"}.get(parts.scheme, parts.scheme)
    if scheme not in {"ws", "wss"} or not parts.netloc:
        raise CommandError("--connect: give an address like wss://attune.example")
    path = CONTROL_PATH if parts.path in {"", "/"} else parts.path
    return parts._replace(scheme=scheme, path=path).geturl()
