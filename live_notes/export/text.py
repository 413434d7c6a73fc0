"""A note as plain text: headings on lines of their own, an empty line between parts. Pure."""

from __future__ import annotations

from live_notes.export.document import Block, Document


def as_text(document: Document) -> str:
    """The whole document, with who signed it, its hash, and what was added. UTF-8, lines end with LF."""
    head = Block(
        f"{document.title}: {document.client}",
        tuple(f"{name}: {value}" for name, value in document.facts),
    )
    hashed = f"Content hash (SHA-256): {document.signature.hash}"
    signed = Block(document.signed.heading, (*document.signed.lines, hashed))
    added = (one.block for one in document.additions)
    parts = ("\n".join((one.heading, *one.lines)) for one in (head, *document.blocks, signed, *added))
    return "\n\n".join(parts) + "\n"
