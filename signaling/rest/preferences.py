"""The clinician's preferences: how notes are worded and signed."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from live_notes import parse_preferences
from signaling.access import Scope
from signaling.notebook import PREFERENCES_SETTING
from signaling.routes import Body, Call, Reply, Route


class Preferences(Body):
    """What a clinician chose; checked by the drafting side before it is kept."""

    name: str = Field(default="", max_length=120)
    credential: str = Field(default="", max_length=60)
    clinician_term: str = Field(default="therapist", max_length=60)
    client_term: str = Field(default="client", max_length=60)
    detail: str = Field(default="intermediate", max_length=20)
    default_format: str = Field(default="soap", max_length=20)
    modalities: tuple[str, ...] = Field(default=(), max_length=20)
    pronouns: str = Field(default="they", max_length=20)
    instructions: str = Field(default="", max_length=4000)


class KeptPreferences(Preferences, Reply):
    """The preferences as kept."""


async def read(call: Call) -> KeptPreferences:
    """The kept preferences, or the defaults."""
    kept = await call.house.memory.settings.get(PREFERENCES_SETTING, call.house.practice) or {}
    known: dict[str, Any] = {name: value for name, value in kept.items() if name in Preferences.model_fields}
    return KeptPreferences.model_validate(known)


async def write(call: Call) -> KeptPreferences:
    """Keeps preferences. Raises `BadInput` naming a value that means nothing."""
    chosen = call.body(Preferences).model_dump(mode="json")
    parse_preferences(chosen)
    await call.house.memory.settings.put(PREFERENCES_SETTING, chosen, call.house.practice)
    return KeptPreferences.model_validate(chosen)


ROUTES = (
    Route(
        "GET", "/v1/preferences", Scope.SETTINGS, read, "The clinician's preferences", reply=KeptPreferences
    ),
    Route(
        "PUT",
        "/v1/preferences",
        Scope.SETTINGS,
        write,
        "Change the preferences",
        Preferences,
        KeptPreferences,
    ),
)
