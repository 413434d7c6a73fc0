"""A practice's own note format as plain values: sections in order, each with what it holds and its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from live_notes.drafting.errors import TemplateRefused

MAX_SECTIONS: Final = 16
"""Most sections of a template; as many as a model's answer may have."""

MAX_NAME_CHARS: Final = 80
MAX_TITLE_CHARS: Final = 60
MAX_INSTRUCTION_CHARS: Final = 600
MAX_TEXT_CHARS: Final = 4000
MAX_TEMPLATE_CHARS: Final = 20_000
"""Most characters of all titles, instructions and texts of a template together."""

_UNSEEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_UNSEEN_IN_TEXT = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f]")


class Content(StrEnum):
    """What a section may hold, as a practice chooses it."""

    REPORTED = "reported"
    OBSERVED = "observed"
    MEASURES = "measures"
    ASSESSMENT = "assessment"
    INTERVENTIONS = "interventions"
    RESPONSE = "response"
    PLAN = "plan"
    HOMEWORK = "homework"
    APPOINTMENT = "appointment"
    RISK = "risk"
    MEDICATION = "medication"
    GOALS = "goals"
    PSYCHIATRIC_HISTORY = "psychiatric-history"
    MEDICAL_HISTORY = "medical-history"
    SUBSTANCE_USE = "substance-use"
    FAMILY_HISTORY = "family-history"
    DEVELOPMENTAL_HISTORY = "developmental-history"
    TRAUMA = "trauma"
    LEGAL = "legal"
    SOCIAL_HISTORY = "social-history"
    STRENGTHS = "strengths"
    EMDR_PREPARATION = "emdr-preparation"
    EMDR_TARGET = "emdr-target"
    EMDR_DESENSITIZATION = "emdr-desensitization"
    EMDR_INSTALLATION = "emdr-installation"
    EMDR_BODY_SCAN = "emdr-body-scan"


class _Chosen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, cache_strings="none")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class TemplateSection(_Chosen):
    """One section: its title, what it holds, a wish in free words, and a text that nothing ever changes.

    A section with neither contents nor instruction is its `text` alone. `each_client`: one such section for
    every client of the session.
    """

    title: str = Field(min_length=1, max_length=MAX_TITLE_CHARS)
    contents: tuple[Content, ...] = Field((), max_length=len(Content))
    instruction: str = Field("", max_length=MAX_INSTRUCTION_CHARS)
    text: str = Field("", max_length=MAX_TEXT_CHARS)
    each_client: bool = False

    @field_validator("title", mode="before")
    @classmethod
    def _one_line(cls, value: object) -> object:
        return " ".join(value.split()) if isinstance(value, str) else value

    @field_validator("title")
    @classmethod
    def _seen(cls, value: str) -> str:
        return _without(_UNSEEN, value)

    @field_validator("instruction", "text")
    @classmethod
    def _plain(cls, value: str) -> str:
        return _without(_UNSEEN_IN_TEXT, value)

    @field_validator("contents")
    @classmethod
    def _each_once(cls, value: tuple[Content, ...]) -> tuple[Content, ...]:
        return tuple(dict.fromkeys(value))

    @property
    def is_drafted(self) -> bool:
        """Whether a drafter writes in it."""
        return bool(self.contents) or bool(self.instruction.strip())

    @property
    def chars(self) -> int:
        """Characters of its title, instruction and text."""
        return len(self.title) + len(self.instruction) + len(self.text)


class NoteTemplate(_Chosen):
    """A note format of a practice's own. `id` is None for one that is kept nowhere, as from a file."""

    name: str = Field(min_length=1, max_length=MAX_NAME_CHARS)
    sections: tuple[TemplateSection, ...] = Field(min_length=1, max_length=MAX_SECTIONS)
    id: str | None = None
    version: int = Field(1, ge=1)

    @field_validator("name", mode="before")
    @classmethod
    def _one_line(cls, value: object) -> object:
        return " ".join(value.split()) if isinstance(value, str) else value

    @field_validator("name")
    @classmethod
    def _seen(cls, value: str) -> str:
        return _without(_UNSEEN, value)


def _without(unseen: re.Pattern[str], value: str) -> str:
    if unseen.search(value):
        raise ValueError("holds control characters")
    return value


def parse_template(value: object, id: str | None = None, version: int = 1) -> NoteTemplate:  # noqa: A002 - the field's name
    """The template in JSON `{"name", "sections": [{"title", "contents", "instruction", "text"}]}`.

    Raises:
        TemplateRefused: it is none that could be drafted with; the message names the part, not its words.
    """
    if not isinstance(value, Mapping):
        raise TemplateRefused('a template is a JSON object with "name" and "sections"')
    sections = value.get("sections")
    if isinstance(sections, list | tuple) and not sections:
        raise TemplateRefused("a template needs at least one section")
    try:
        template = NoteTemplate.model_validate({**value, "id": id, "version": version})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise TemplateRefused(f"{_where(first['loc'])} {_why(first)}") from None
    _refuse_unusable(template)
    return template


def as_kept(template: NoteTemplate) -> dict[str, Any]:
    """The template as JSON without its id and version."""
    return template.model_dump(mode="json", exclude={"id", "version"})


def _refuse_unusable(template: NoteTemplate) -> None:
    seen: dict[str, int] = {}
    for number, section in enumerate(template.sections, 1):
        earlier = seen.setdefault(section.title.casefold(), number)
        if earlier != number:
            raise TemplateRefused(f"sections {earlier} and {number} have the same title")
        if not section.is_drafted and not section.text.strip():
            raise TemplateRefused(f"section {number} needs contents, an instruction or a text of its own")
        if section.each_client and not section.is_drafted:
            raise TemplateRefused(f"section {number} is for each client and has nothing to draft")
    if not any(section.is_drafted for section in template.sections):
        raise TemplateRefused("a template needs a section with contents or an instruction")
    if sum(section.chars for section in template.sections) > MAX_TEMPLATE_CHARS:
        raise TemplateRefused(f"a template has at most {MAX_TEMPLATE_CHARS} characters in all")


_LIMITS = {
    "name": f"a text of 1 to {MAX_NAME_CHARS} characters on one line",
    "title": f"a text of 1 to {MAX_TITLE_CHARS} characters on one line",
    "contents": f"a list of any of {', '.join(Content)}",
    "instruction": f"a text of at most {MAX_INSTRUCTION_CHARS} characters",
    "text": f"a text of at most {MAX_TEXT_CHARS} characters",
    "each_client": "true or false",
    "sections": f"a list of 1 to {MAX_SECTIONS} sections",
}


def _where(loc: tuple[int | str, ...]) -> str:
    """`section 2: title`, `name`: the part an error is about, as far as we know such a part."""
    names = [part for part in loc if isinstance(part, str) and part in _LIMITS]
    numbers = [part for part in loc if isinstance(part, int)]
    place = f"section {numbers[0] + 1}: " if numbers and loc[0] == "sections" else ""
    if place and names == ["sections"]:
        return f"{place}it"
    return f"{place}{names[-1] if names else 'a template'}"


def _why(error: Any) -> str:
    if error["type"] == "extra_forbidden":
        return "has a part that means nothing here"
    names = [part for part in error["loc"] if isinstance(part, str) and part in _LIMITS]
    if error["loc"][:1] == ("sections",) and len(error["loc"]) == 2:
        return "must be an object with a title"
    return f"must be {_LIMITS[names[-1]]}" if names else "has not the form of one"
