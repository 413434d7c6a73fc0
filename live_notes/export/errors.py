"""Why a note could not be set as PDF. No message carries content."""

from __future__ import annotations

from typing import ClassVar

from retention.errors import AttuneError


class PdfUnprintable(AttuneError):
    """The note has letters that no font of this machine has; they would be empty boxes on paper."""

    code: ClassVar[str] = "pdf-unprintable"


class PdfFailed(AttuneError):
    """The PDF was not made: the program that sets it took too long or ended early."""

    code: ClassVar[str] = "pdf-failed"
