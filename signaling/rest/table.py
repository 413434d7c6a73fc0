"""All routes of the REST interface."""

from __future__ import annotations

from signaling.rest import (
    additions,
    client_changes,
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
    style,
    summaries,
    templates,
    tokens,
    transcript,
)
from signaling.routes import Route

ROUTES: tuple[Route, ...] = (
    *login.ROUTES,
    *preferences.ROUTES,
    *style.ROUTES,
    *templates.ROUTES,
    *sessions.ROUTES,
    *summaries.ROUTES,
    *clients.ROUTES,
    *client_changes.ROUTES,
    *tokens.ROUTES,
    *languages.ROUTES,
    *consent.ROUTES,
    *fate.ROUTES,
    *holds.ROUTES,
    *transcript.ROUTES,
    *masked.ROUTES,
    *notes.ROUTES,
    *additions.ROUTES,
    *records.ROUTES,
    *recordings.ROUTES,
    *processors.ROUTES,
    *energy.ROUTES,
    *own.ROUTES,
)
