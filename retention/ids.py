"""Ids: opaque, random, url-safe, and a type each."""

from __future__ import annotations

import secrets
from typing import Final, NewType

SessionId = NewType("SessionId", str)
ParticipantId = NewType("ParticipantId", str)
NoteId = NewType("NoteId", str)
ClientId = NewType("ClientId", str)
TemplateId = NewType("TemplateId", str)
ReceiptId = NewType("ReceiptId", str)
PracticeId = NewType("PracticeId", str)

LOCAL: Final = PracticeId("local")
"""The only practice of a server on one machine."""


def new_id(prefix: str) -> str:
    """A fresh id such as `ses_3q2-7w...`: the prefix and 128 random bits, base64url."""
    return f"{prefix}_{secrets.token_urlsafe(16)}"
