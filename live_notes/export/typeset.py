"""The program that sets one note as PDF: JSON on its standard input, the PDF on its standard output.

A process of its own for each note, by its file and without this project's packages: Typst remembers what it
has set, and what is remembered here ends with the process. It is given no environment, so no key either.
"""

from __future__ import annotations

import ctypes
import json
import resource
import sys
from pathlib import Path

UNPRINTABLE = 3
"""Exit code: no font has some of its letters (PDF/UA-1 wants every one shown)."""
FAILED = 4

_PR_SET_DUMPABLE = 4


def main() -> int:
    """Reads, sets, writes; gives the exit code. Nothing of the note is ever written elsewhere."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if hasattr(libc := ctypes.CDLL(None), "prctl"):
        libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    import typst  # after the guard: nothing is read before it

    source = Path(__file__).with_name("note.typ").read_bytes()
    note = sys.stdin.buffer.read().decode()
    json.loads(note)
    try:
        made = typst.compile(source, sys_inputs={"note": note}, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        return UNPRINTABLE if "could not be displayed" in str(error) else FAILED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
