"""The command line `attune`: thin commands over the rooms below; each imports what it needs when it runs."""

from signaling.cli.program import main

__all__ = ["main"]
