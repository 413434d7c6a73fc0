"""Preferences: how transcripts and notes are worded and notes signed, a clinician's own and one client's."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from live_notes import Conflict, conflicts_in, parse_overrides, parse_preferences
from live_notes import Preferences as Chosen
from live_notes.vocabulary import MAX_TERM_CHARS, MAX_TERMS
from retention import BadInput, ClientId, NotFound
from signaling.access import Scope
from signaling.house import House
from signaling.preferring import OWN_SETTING
from signaling.rest.shapes import Line, Named, Text
from signaling.routes import Body, Call, Reply, Route

Modalities = Annotated[tuple[Annotated[Line, Field(max_length=120)], ...], Field(max_length=20)]
Vocabulary = Annotated[
    tuple[Annotated[Named, Field(min_length=1, max_length=MAX_TERM_CHARS)], ...],
    Field(max_length=MAX_TERMS, description="names and terms the recogniser should know"),
]
Term = Annotated[Named, Field(min_length=1, max_length=60)]
Word = Annotated[Line, Field(max_length=20)]
Instructions = Annotated[Text, Field(max_length=4000)]
OwnFormat = Annotated[
    str,
    Field(
        max_length=64,
        pattern="^[A-Za-z0-9_-]*$",
        description="id of a practice's own note format, in the place of `default_format`; none when empty",
    ),
]
_PRONOUNS = "the client's: she, he, they, none, or said (in the session, else they)"
_FILLERS = "hesitations (um, uh) in transcripts: removed or kept"


class Preferences(Body):
    """What a clinician chose; checked by the drafting side before it is kept."""

    name: Line = Field(default="", max_length=120)
    credential: Line = Field(default="", max_length=60)
    clinician_term: Term = "therapist"
    client_term: Term = "client"
    detail: Word = "intermediate"
    default_format: Word = "soap"
    default_template: OwnFormat = ""
    modalities: Modalities = ()
    pronouns: Word = Field(default="said", description=_PRONOUNS)
    instructions: Instructions = ""
    fillers: Word = Field(default="removed", description=_FILLERS)
    vocabulary: Vocabulary = ()


class KeptPreferences(Preferences, Reply):
    """The preferences as kept."""


class PreferenceOverrides(Body):
    """Preferences that differ from those below; what is left out or null is as in those."""

    clinician_term: Term | None = None
    client_term: Term | None = None
    detail: Word | None = None
    default_format: Word | None = None
    default_template: OwnFormat | None = None
    modalities: Modalities | None = None
    pronouns: Word | None = Field(default=None, description=_PRONOUNS)
    instructions: Instructions | None = None
    fillers: Word | None = Field(default=None, description=_FILLERS)
    vocabulary: Vocabulary | None = None

    def chosen(self) -> dict[str, Any]:
        """Only what differs, as it is meant. Raises `BadInput` naming a value that means nothing."""
        return parse_overrides(self.model_dump(mode="json", exclude_none=True))


class OwnOverrides(PreferenceOverrides, Reply):
    """What was chosen for this client; null where it is as in the clinician's preferences."""


class EffectivePreferences(Reply):
    """What a note is written by, all layers together."""

    clinician_term: str
    client_term: str
    detail: str
    default_format: str
    default_template: str
    modalities: tuple[str, ...]
    pronouns: str
    instructions: str
    fillers: str
    vocabulary: tuple[str, ...]


class ClientPreferencesView(Reply):
    """The preferences for a client: what was chosen, what comes of it, and what contradicts itself."""

    client: str
    own: OwnOverrides
    effective: EffectivePreferences
    conflicts: tuple[Conflict, ...]


class Conflicts(Reply):
    """What in the instructions is not followed, since a setting stands against it."""

    conflicts: tuple[Conflict, ...]


async def read(call: Call) -> KeptPreferences:
    """The kept preferences, or the defaults."""
    kept = await call.house.memory.settings.get(OWN_SETTING, call.house.practice) or {}
    known: dict[str, Any] = {name: value for name, value in kept.items() if name in Preferences.model_fields}
    return KeptPreferences.model_validate(known, strict=False)


async def write(call: Call) -> KeptPreferences:
    """Keeps preferences. Raises `BadInput` naming a value that means nothing."""
    chosen = call.body(Preferences).model_dump(mode="json")
    meant, _ = parse_preferences(chosen)
    await _refuse_unknown_template(call.house, meant.default_template)
    # Kept as they are meant: "SOAP" and "she/her" are taken, "soap" and "she" are what everybody reads.
    chosen |= meant.model_dump(mode="json", include={"detail", "default_format", "pronouns", "fillers"})
    await call.house.memory.settings.put(OWN_SETTING, chosen, call.house.practice)
    return KeptPreferences.model_validate(chosen, strict=False)


async def conflicts(call: Call) -> Conflicts:
    """What in the clinician's own instructions is not followed."""
    return Conflicts(conflicts=_conflicts(await call.house.notebook.preferring.own()))


async def read_client(call: Call) -> ClientPreferencesView:
    """The preferences for a client."""
    return await _view(call.house, ClientId(call.part("client")))


async def write_client(call: Call) -> ClientPreferencesView:
    """Keeps what differs for a client, in place of what did before. Raises `BadInput`."""
    house, client = call.house, ClientId(call.part("client"))
    chosen = call.body(PreferenceOverrides).chosen()
    await _refuse_unknown_template(house, str(chosen.get("default_template", "")))
    await house.memory.client_preferences.put(house.practice, client, chosen)
    return await _view(house, client)


async def _view(house: House, client: ClientId) -> ClientPreferencesView:
    own = await house.memory.client_preferences.get(house.practice, client)
    effective = await house.notebook.preferring.of_client(client)
    return ClientPreferencesView(
        client=client,
        own=OwnOverrides.model_validate(own, strict=False),
        effective=EffectivePreferences.model_validate(effective.model_dump(mode="json")),
        conflicts=_conflicts(effective),
    )


def _conflicts(chosen: Chosen) -> tuple[Conflict, ...]:
    return conflicts_in(chosen, None if chosen.default_template else chosen.default_format)


async def _refuse_unknown_template(house: House, template: str) -> None:
    if template:
        await house.notebook.preferring.template(template)


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
    Route(
        "GET",
        "/v1/preferences/conflicts",
        Scope.SETTINGS,
        conflicts,
        "What in the instructions is not followed",
        reply=Conflicts,
        access="settings.conflicts-read",
    ),
    Route(
        "GET",
        "/v1/clients/{client}/preferences",
        Scope.SETTINGS,
        read_client,
        "The preferences for one client",
        reply=ClientPreferencesView,
        refuses=(NotFound,),
        access="client.preferences-read",
    ),
    Route(
        "PUT",
        "/v1/clients/{client}/preferences",
        Scope.SETTINGS,
        write_client,
        "Change what differs for one client",
        PreferenceOverrides,
        ClientPreferencesView,
        refuses=(BadInput,),
    ),
)
