"""A note as PDF: tagged for screen readers (PDF/UA-1), set by a process of its own and only in memory."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from live_notes.export import typeset
from live_notes.export.document import Block, Document
from live_notes.export.errors import PdfFailed, PdfUnprintable

AT_ONCE: Final = 2
"""Notes set at the same time; more wait."""
LONGEST_SECONDS: Final = 30.0
"""The longest that setting one may take, waiting included."""


class Paper(StrEnum):
    """Sizes of paper, by Typst's names."""

    LETTER = "us-letter"
    A4 = "a4"


@dataclass(slots=True)
class Printer:
    """Sets notes as PDF, a few at a time. `seconds`: the longest one may take."""

    seconds: float = LONGEST_SECONDS
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def pdf(self, document: Document, paper: Paper = Paper.LETTER) -> bytes:
        """The document as PDF.

        Raises:
            PdfUnprintable: no font of this machine has some of its letters.
            PdfFailed: it took too long or went wrong.
        """
        try:
            async with asyncio.timeout(self.seconds), self._places:
                return await _set(json.dumps(_given(document, paper)).encode())
        except TimeoutError:
            raise PdfFailed("setting the note as PDF took too long; ask for it again") from None


async def _set(note: bytes) -> bytes:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-I", str(Path(typeset.__file__)), stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env={}
    )
    try:
        made, _ = await process.communicate(note)
    finally:
        await _ended(process)
    if process.returncode == typeset.UNPRINTABLE:
        raise PdfUnprintable(
            "no font on this server has some letters of this note; install one that does, "
            "or take the note as text or FHIR"
        )
    if process.returncode != 0:
        raise PdfFailed("the note could not be set as PDF; take it as text or FHIR")
    return made


async def _ended(process: Process) -> None:
    """Sees that nothing goes on with a note nobody waits for."""
    if process.returncode is None:
        process.kill()
        await process.wait()


def _given(document: Document, paper: Paper) -> dict[str, object]:
    """What the template is given. The title in the file's properties names no client."""
    signature = document.signature
    return {
        "paper": paper.value,
        "title": document.title,
        "author": f"{signature.name}, {signature.credential}",
        "client": document.client,
        "facts": document.facts,
        "blocks": list(map(_part, document.blocks)),
        "signed": _part(document.signed),
        "hash": signature.hash,
        "footer": f"Signed by {signature.name}, {signature.credential}",
        "additions": [_part(one.block) for one in document.additions],
    }


def _part(block: Block) -> dict[str, object]:
    return {"heading": block.heading, "lines": block.lines}
