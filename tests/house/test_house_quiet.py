"""Libraries bring habits of their own: nothing we import may write to a disk or call home."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import onnxruntime

EVERYTHING = "signaling.app, media_worker.worker, faster_whisper, onnxruntime, presidio_analyzer, openai"


def test_importing_everything_leaves_nothing_on_disk(folder: Path, repository: Path) -> None:
    """Model runtimes have been seen to write a device id and a queue of usage events at import."""
    home, temporary = folder / "home", folder / "temporary"
    home.mkdir()
    temporary.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ATTUNE_"))}
    subprocess.run(
        [sys.executable, "-B", "-c", f"import time, {EVERYTHING}; time.sleep(0.5)"],
        cwd=repository,
        env={**kept, "HOME": str(home), "TMPDIR": str(temporary)},
        check=True,
        timeout=60,
    )
    assert not [path.relative_to(folder) for path in folder.rglob("*") if path not in (home, temporary)]


def test_no_installed_runtime_knows_an_address_to_report_to() -> None:
    address = b"events.data." + b"microsoft.com"
    libraries = Path(onnxruntime.__file__).parent.rglob("*.so")
    assert not [library.name for library in libraries if address in library.read_bytes()]
