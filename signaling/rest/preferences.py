"""The clinician's preferences: how transcripts and notes are worded, and how notes are signed."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from live_notes import parse_preferences
from live_notes.vocabulary import MAX_TERM_CHARS, MAX_TERMS
from retention import BadInput
from signaling.access import Scope
from signaling.notebook import PREFERENCES_SETTING
from signaling.rest.shapes import Line, Named, Text
from signaling.routes import Body, Call, Reply, Route


class Preferences(Body):
    """What a clinician chose; checked by the drafting side before it is kept."""

    name: Line = Field(default="", max_length=120)
    credential: Line = Field(default="", max_length=60)
    clinician_term: Named = Field(default="therapist", min_length=1, max_length=60)
    client_term: Named = Field(default="client", min_length=1, max_length=60)
    detail: Line = Field(default="intermediate", max_length=20)
    default_format: Line = Field(default="soap", max_length=20)
    modalities: tuple[Annotated[Line, Field(max_length=120)], ...] = Field(default=(), max_length=20)
    pronouns: Line = Field(
        default="said",
        max_length=20,
        description="the client's: she, he, they, none, or said (in the session, else they)",
    )
    instructions: Text = Field(default="", max_length=4000)
    fillers: Line = Field(
        default="removed", max_length=20, description="hesitations (um, uh) in transcripts: removed or kept"
    )
    vocabulary: tuple[Annotated[Named, Field(min_length=1, max_length=MAX_TERM_CHARS)], ...] = Field(
        default=(), max_length=MAX_TERMS, description="names and terms the recogniser should know"
    )


class KeptPreferences(Preferences, Reply):
    """The preferences as kept."""


async def read(call: Call) -> KeptPreferences:
    """The kept preferences, or the defaults."""
    kept = await call.house.memory.settings.get(PREFERENCES_SETTING, call.house.practice) or {}
    known: dict[str, Any] = {name: value for name, value in kept.items() if name in Preferences.model_fields}
    return KeptPreferences.model_validate(known, strict=False)


async def write(call: Call) -> KeptPreferences:
    """Keeps preferences. Raises `BadInput` naming a value that means nothing."""
    chosen = call.body(Preferences).model_dump(mode="json")
    meant, _ = parse_preferences(chosen)
    # Kept as they are meant: "SOAP" and "she/her" are taken, "soap" and "she" are what everybody reads.
    chosen |= meant.model_dump(mode="json", include={"detail", "default_format", "pronouns", "fillers"})
    await call.house.memory.settings.put(PREFERENCES_SETTING, chosen, call.house.practice)
    return KeptPreferences.model_validate(chosen, strict=False)


ROUTES = (
    Route(
        "GET",
        "/v1/preferences",
        Scope.SETTINGS,
        read,
        "The clinician's preferences",
        reply=KeptPreferences,
        access="settings.read",
    ),
    Route(
        "PUT",
        "/v1/preferences",
        Scope.SETTINGS,
        write,
        "Change the preferences",
        Preferences,
        KeptPreferences,
        refuses=(BadInput,),
    ),
)
