"""A signed note for a record elsewhere: as text, as PDF, as FHIR."""

from live_notes.export.document import Block, Document, document_of
from live_notes.export.errors import PdfFailed, PdfUnprintable
from live_notes.export.fhir import bundle_of
from live_notes.export.pdf import Paper, Printer
from live_notes.export.text import as_text

__all__ = [
    "Block",
    "Document",
    "Paper",
    "PdfFailed",
    "PdfUnprintable",
    "Printer",
    "as_text",
    "bundle_of",
    "document_of",
]
