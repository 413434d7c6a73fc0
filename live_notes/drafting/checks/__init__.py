"""What stands between a draft and its reader: every sentence is held against its evidence."""

from live_notes.drafting.checks.checker import check_draft, check_sentence, explained, objections
from live_notes.drafting.checks.flags import LABELS, Flag, Objection

__all__ = ["LABELS", "Flag", "Objection", "check_draft", "check_sentence", "explained", "objections"]
