"""A practice's own note formats: list, create, read, change, delete; and the built-in ones to begin with."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from live_notes import (
    Content,
    NoteFormat,
    NoteTemplate,
    TemplateRefused,
    overstepping_sections,
    parse_template,
    template_of,
    unfollowed_in,
)
from live_notes.drafting.templates.model import (
    MAX_INSTRUCTION_CHARS,
    MAX_NAME_CHARS,
    MAX_SECTIONS,
    MAX_TEXT_CHARS,
    MAX_TITLE_CHARS,
    as_kept,
)
from retention import BadInput, StaleVersion, TemplateId, TemplateRecord
from signaling.access import Scope
from signaling.preferring import template_in
from signaling.rest.shapes import Named, Text
from signaling.routes import Body, Call, Query, Reply, Route

MOST_VERSIONS = 2**31 - 1
"""What the records can count."""


class SectionBody(Body):
    """A section: its title, what it holds, a wish in free words, and a text that stands there as it is."""

    title: Named = Field(min_length=1, max_length=MAX_TITLE_CHARS)
    contents: Annotated[
        tuple[Annotated[Content, Field(strict=False)], ...], Field(max_length=len(Content))
    ] = ()
    instruction: Text = Field(default="", max_length=MAX_INSTRUCTION_CHARS)
    text: Text = Field(default="", max_length=MAX_TEXT_CHARS)
    each_client: bool = False


class TemplateBody(Body):
    """A note format of the practice's own."""

    name: Named = Field(min_length=1, max_length=MAX_NAME_CHARS)
    sections: tuple[SectionBody, ...] = Field(min_length=1, max_length=MAX_SECTIONS)

    def parsed(self) -> NoteTemplate:
        """The template it describes. Raises `TemplateRefused`."""
        return parse_template(self.model_dump(mode="json", include={"name", "sections"}))


class TemplateChange(TemplateBody):
    """A template as it is to be from now on, on top of the version that was read."""

    version: int = Field(ge=1, le=MOST_VERSIONS)


class SectionView(Reply):
    """A section as kept."""

    title: str
    contents: tuple[Content, ...]
    instruction: str
    text: str
    each_client: bool


class FormatView(Reply):
    """A built-in format as the sections of a template: a beginning for one's own."""

    format: NoteFormat
    sections: tuple[SectionView, ...]


class TemplateView(Reply):
    """A version of a template.

    `unfollowed`: its sections, counted from 1, whose instructions only a language model can follow whole;
    `set_aside`: those with an instruction that asks to set the rules of a note aside, which is not followed.
    """

    id: str
    name: str
    version: int
    sections: tuple[SectionView, ...]
    created_at: datetime
    changed_at: datetime
    unfollowed: tuple[int, ...]
    set_aside: tuple[int, ...]


class TemplateList(Reply):
    """All templates of the practice, the oldest first."""

    templates: tuple[TemplateView, ...]


class FormatList(Reply):
    """The built-in formats, and everything a section may hold."""

    formats: tuple[FormatView, ...]
    contents: tuple[Content, ...]


class TemplateQuery(Query):
    """Which version: the newest when none is named."""

    version: int | None = Field(default=None, ge=1, le=MOST_VERSIONS)


async def formats(_call: Call) -> FormatList:
    """The built-in formats."""
    shown = tuple(FormatView(format=one, sections=_sections(template_of(one))) for one in NoteFormat)
    return FormatList(formats=shown, contents=tuple(Content))


async def every(call: Call) -> TemplateList:
    """All templates."""
    house = call.house
    kept = await house.memory.templates.list(house.practice)
    return TemplateList(templates=tuple(_view(one) for one in kept))


async def create(call: Call) -> TemplateView:
    """Keeps a new template. Raises `TemplateRefused`, `BadInput`."""
    house, template = call.house, call.body(TemplateBody).parsed()
    return _view(await house.memory.templates.create(as_kept(template), house.practice))


async def one(call: Call) -> TemplateView:
    """One template, in its newest or another version."""
    house, template = call.house, TemplateId(call.part("template"))
    return _view(
        await house.memory.templates.get(house.practice, template, call.query(TemplateQuery).version)
    )


async def change(call: Call) -> TemplateView:
    """Keeps the next version. Raises `TemplateRefused`, `StaleVersion`."""
    house, given = call.house, call.body(TemplateChange)
    template = TemplateId(call.part("template"))
    content = as_kept(given.parsed())
    return _view(await house.memory.templates.change(house.practice, template, given.version, content))


async def remove(call: Call) -> None:
    """Deletes a template with all its versions; notes drafted with it stay as they are."""
    house = call.house
    await house.memory.templates.delete(house.practice, TemplateId(call.part("template")))


def _sections(template: NoteTemplate) -> tuple[SectionView, ...]:
    return tuple(SectionView(**section.model_dump()) for section in template.sections)


def _view(record: TemplateRecord) -> TemplateView:
    template = template_in(record)
    return TemplateView(
        id=record.id,
        name=template.name,
        version=record.version,
        sections=_sections(template),
        created_at=record.created_at,
        changed_at=record.changed_at,
        unfollowed=unfollowed_in(template),
        set_aside=overstepping_sections(template),
    )


ROUTES = (
    Route("GET", "/v1/formats", Scope.SETTINGS, formats, "The built-in note formats", reply=FormatList),
    Route(
        "GET",
        "/v1/templates",
        Scope.SETTINGS,
        every,
        "The practice's own note formats",
        reply=TemplateList,
        access="templates.listed",
    ),
    Route(
        "POST",
        "/v1/templates",
        Scope.SETTINGS,
        create,
        "Create a note format",
        TemplateBody,
        TemplateView,
        201,
        refuses=(TemplateRefused, BadInput),
    ),
    Route(
        "GET",
        "/v1/templates/{template}",
        Scope.SETTINGS,
        one,
        "One note format, in its newest or another version",
        reply=TemplateView,
        query=TemplateQuery,
        access="template.read",
    ),
    Route(
        "PUT",
        "/v1/templates/{template}",
        Scope.SETTINGS,
        change,
        "Change a note format",
        TemplateChange,
        TemplateView,
        refuses=(TemplateRefused, BadInput, StaleVersion),
    ),
    Route(
        "DELETE",
        "/v1/templates/{template}",
        Scope.SETTINGS,
        remove,
        "Delete a note format",
        status=204,
    ),
)
