"""All routes of the REST interface."""

from __future__ import annotations

from signaling.rest import (
    additions,
    clients,
    consent,
    energy,
    fate,
    holds,
    languages,
    login,
    masked,
    notes,
    own,
    preferences,
    processors,
    recordings,
    records,
    sessions,
    speakers,
    summaries,
    tokens,
    transcript,
)
from signaling.routes import Route

ROUTES: tuple[Route, ...] = (
    *login.ROUTES,
    *preferences.ROUTES,
    *sessions.ROUTES,
    *summaries.ROUTES,
    *clients.ROUTES,
    *tokens.ROUTES,
    *languages.ROUTES,
    *consent.ROUTES,
    *fate.ROUTES,
    *holds.ROUTES,
    *transcript.ROUTES,
    *speakers.ROUTES,
    *masked.ROUTES,
    *notes.ROUTES,
    *additions.ROUTES,
    *records.ROUTES,
    *recordings.ROUTES,
    *processors.ROUTES,
    *energy.ROUTES,
    *own.ROUTES,
)
