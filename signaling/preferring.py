"""By whose preferences a note is written: the clinician's, the client's over them, the note's on top."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from live_notes import (
    DraftSpec,
    NoteFormat,
    NoteTemplate,
    Preferences,
    TemplateRefused,
    Wishes,
    layered,
    parse_preferences,
    parse_template,
)
from retention import (
    BadInput,
    ClientId,
    Memory,
    NotFound,
    PracticeId,
    SessionRecord,
    TemplateId,
    TemplateRecord,
)
from signaling.as_drafted import own_of
from signaling.sources import GROUP, INDIVIDUAL, clients_of, frame_of

OWN_SETTING: Final = "preferences"
"""The setting that holds the clinician's own preferences."""

TEMPLATE_DETAIL: Final = "template"
"""The detail of a session that names the template its note is to be drafted with."""

TEMPLATE_GONE: Final = (
    "The template chosen for this session was deleted; the note was drafted in another format."
)


@dataclass(frozen=True, slots=True)
class ChosenForm:
    """What a note is to be drafted in: a template, or a built-in format, also for when that is deleted."""

    format: NoteFormat
    template: str | None = None


def template_in(record: TemplateRecord) -> NoteTemplate:
    """A kept template as one that can be drafted with."""
    return parse_template(record.content, record.id, record.version)


@dataclass(frozen=True, slots=True)
class Preferring:
    """Resolves preferences and formats, the note's before the client's before the clinician's."""

    memory: Memory
    practice: PracticeId

    async def own(self) -> Preferences:
        """The clinician's own, defaults where nothing was chosen."""
        return parse_preferences(await self.memory.settings.get(OWN_SETTING, self.practice) or {})[0]

    async def of_client(self, client: ClientId | None) -> Preferences:
        """The clinician's own with those for this client over them."""
        own = await self.own()
        if client is None:
            return own
        try:
            chosen = await self.memory.client_preferences.get(self.practice, client)
        except NotFound:
            return own
        return layered(own, chosen)

    async def of_note(self, record: SessionRecord, content: Mapping[str, Any]) -> Preferences:
        """The client's with those that a kept note was drafted with alone over them."""
        return layered(await self.of_client(record.client_id), own_of(content))

    async def form(
        self,
        client: ClientId | None,
        chosen: NoteFormat | None = None,
        template: str | None = None,
        *,
        kind: str = INDIVIDUAL,
    ) -> ChosenForm:
        """What a new session's note is to be drafted in. Raises `BadInput` without such a template.

        A group's is a note of a group, unless another format is preferred than the first that is offered.
        """
        preferences = await self.of_client(client)
        if template is not None:
            await self.template(template)
            return ChosenForm(chosen or preferences.default_format, template)
        if chosen is not None:
            return ChosenForm(chosen)
        preferred = preferences.default_template
        kept = await self._found(preferred) if preferred else None
        if kept is None and kind == GROUP and not await self._prefers_a_format(client):
            return ChosenForm(NoteFormat.GROUP)
        return ChosenForm(preferences.default_format, None if kept is None else kept.id)

    async def _prefers_a_format(self, client: ClientId | None) -> bool:
        """Whether a format was chosen: any one for this client, or one for all that is not the first offered.

        Kept preferences always name a format, so that the first one says nothing of a choice.
        """
        if client is not None:
            with suppress(NotFound):
                if "default_format" in await self.memory.client_preferences.get(self.practice, client):
                    return True
        return (await self.own()).default_format is not Preferences().default_format

    async def template(self, template: str) -> NoteTemplate:
        """A template by its id, in its newest version. Raises `BadInput` when it is not there."""
        found = await self._found(template)
        if found is None:
            raise BadInput("there is no such template; the list of templates has those that exist")
        return found

    async def spec(
        self, record: SessionRecord, wishes: Wishes, chosen: NoteFormat | None, template: str | None
    ) -> DraftSpec:
        """What note is wanted of a session. Raises `BadInput` for a template that is not there."""
        preferences = wishes.on(await self.of_client(record.client_id))
        if chosen is None and template is None:
            chosen, template = _named_in(wishes.preferences)
        if template is not None:
            return _spec(record, preferences, await self.template(template))
        if chosen is not None:
            return _spec(record, preferences, None, chosen)
        planned = record.details.get(TEMPLATE_DETAIL)
        if planned is None:
            return _spec(record, preferences, None)
        found = await self._found(str(planned))
        return _spec(record, preferences, found, notices=() if found else (TEMPLATE_GONE,))

    async def spec_again(
        self, record: SessionRecord, content: Mapping[str, Any], wishes: Wishes
    ) -> DraftSpec:
        """What is wanted of a part of this note: drafted as the whole was, with the note's own preferences.

        A template is taken in the same version.

        Raises:
            NotFound: the template is deleted, so that only the whole note can be drafted, in another format.
        """
        preferences = wishes.on(await self.of_note(record, content))
        mark = content.get("template")
        try:
            if not mark:
                return _spec(record, preferences, None, NoteFormat(str(content["format"])))
            kept = await self.memory.templates.get(
                self.practice, TemplateId(str(mark["id"])), int(mark["version"])
            )
        except (NotFound, ValueError):
            raise NotFound(
                "the note's template was deleted; draft the whole note in another format"
            ) from None
        return _spec(record, preferences, template_in(kept))

    async def _found(self, template: str) -> NoteTemplate | None:
        try:
            return template_in(await self.memory.templates.get(self.practice, TemplateId(template)))
        except (NotFound, TemplateRefused):
            return None


def _named_in(chosen: Mapping[str, Any]) -> tuple[NoteFormat | None, str | None]:
    """The format or the template that a note's own preferences name."""
    template, named = chosen.get("default_template"), chosen.get("default_format")
    return (None, str(template)) if template else (NoteFormat(named) if named else None, None)


def _spec(
    record: SessionRecord,
    preferences: Preferences,
    template: NoteTemplate | None,
    chosen: NoteFormat | None = None,
    notices: tuple[str, ...] = (),
) -> DraftSpec:
    note_format = chosen or NoteFormat(record.format)
    return DraftSpec(
        note_format,
        preferences,
        frame_of(record),
        template=template,
        notices=notices,
        clients=clients_of(record),
    )
