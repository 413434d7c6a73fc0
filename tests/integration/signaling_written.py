"""Notes that a clinician wrote by hand, over HTTP."""

from __future__ import annotations

from typing import Any

from tests.integration.signaling_play import Play

SIGNER = {"name": "Dr. Elena Brooks", "credential": "PhD"}


async def written(play: Play, client: str = "Jordan Lee") -> dict[str, Any]:
    """A note that was written by hand, unsigned."""
    session = await play.session(client)
    sections = [{"title": "Plan", "sentences": [{"text": "Meet again.", "evidence": [], "flags": []}]}]
    note = {"format": "soap", "sections": sections, "risk": [], "not_discussed": []}
    body = {"version": 0, "note": {**note, "drafter": "me", "generated_at": "2026-01-05T09:00:00Z"}}
    kept: dict[str, Any] = await play.json("PUT", f"/v1/sessions/{session['id']}/note", body)
    return kept


async def signed(play: Play, client: str = "Jordan Lee") -> dict[str, Any]:
    """The same, signed."""
    kept = await written(play, client)
    body = {**SIGNER, "version": kept["version"], "attestations": []}
    done: dict[str, Any] = await play.json("POST", f"/v1/notes/{kept['id']}/sign", body)
    return done["note"]  # type: ignore[no-any-return]
