"""How a clinician wants transcripts and notes worded, and the pronouns that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from live_notes.drafting.formats import NoteFormat
from live_notes.fillers import Fillers
from live_notes.vocabulary import MAX_TERM_CHARS as MAX_VOCABULARY_CHARS
from live_notes.vocabulary import MAX_TERMS
from retention.errors import BadInput

MAX_TERM_CHARS = 60
MAX_INSTRUCTIONS_CHARS = 4000
MAX_ID_CHARS = 64


class Detail(StrEnum):
    """How much of what was said a note keeps."""

    CONCISE = "concise"
    INTERMEDIATE = "intermediate"
    DETAILED = "detailed"


class PronounChoice(StrEnum):
    """Which pronouns stand for the client; `none` repeats the client's term instead.

    `said`: those that the session itself gives (`embedded.pronouns`), else they.
    """

    SAID = "said"
    SHE = "she"
    HE = "he"
    THEY = "they"
    NONE = "none"


@dataclass(frozen=True)
class Pronouns:
    """Forms for one person; `plural_verb` is true for they ("they are", not "they is")."""

    subject: str
    object: str
    possessive: str
    possessive_alone: str
    reflexive: str
    plural_verb: bool = False


_PRONOUNS = {
    PronounChoice.SHE: Pronouns("she", "her", "her", "hers", "herself"),
    PronounChoice.HE: Pronouns("he", "him", "his", "his", "himself"),
    PronounChoice.THEY: Pronouns("they", "them", "their", "theirs", "themself", plural_verb=True),
}

TOGETHER = Pronouns("they", "them", "their", "theirs", "themselves", plural_verb=True)
"""For the client and whoever they mean by "we"."""

_ALIASES = {
    "client": "client_term",
    "client_reference": "client_term",
    "clinician": "clinician_term",
    "clinician_reference": "clinician_term",
    "custom_instructions": "instructions",
    "additional_instructions": "instructions",
    "level_of_detail": "detail",
    "detail_level": "detail",
    "format": "default_format",
    "template": "default_template",
    "modality": "modalities",
    "therapy_modalities": "modalities",
}


_TAKES = {
    "clinician_term": f"a text of 1 to {MAX_TERM_CHARS} characters",
    "client_term": f"a text of 1 to {MAX_TERM_CHARS} characters",
    "pronouns": "one of said, she, he, they, none",
    "detail": f"one of {', '.join(Detail)}",
    "modalities": "a list of texts",
    "instructions": f"a text of at most {MAX_INSTRUCTIONS_CHARS} characters",
    "default_format": f"one of {', '.join(NoteFormat)}",
    "default_template": "a template's id, or empty",
    "fillers": f"one of {', '.join(Fillers)}",
    "vocabulary": f"a list of at most {MAX_TERMS} terms of 1 to {MAX_VOCABULARY_CHARS} characters",
}
"""What each preference takes, to tell who gave something else."""


VocabularyTerm = Annotated[str, Field(min_length=1, max_length=MAX_VOCABULARY_CHARS)]
"""A name or term that the recogniser should know."""


class Preferences(BaseModel):
    """A clinician's choices for transcript and notes; every field has a working default."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    clinician_term: str = Field("therapist", min_length=1, max_length=MAX_TERM_CHARS)
    client_term: str = Field("client", min_length=1, max_length=MAX_TERM_CHARS)
    pronouns: PronounChoice = PronounChoice.SAID
    detail: Detail = Detail.INTERMEDIATE
    modalities: tuple[str, ...] = ()
    instructions: str = Field("", max_length=MAX_INSTRUCTIONS_CHARS)
    default_format: NoteFormat = NoteFormat.SOAP
    default_template: str = Field("", max_length=MAX_ID_CHARS, pattern=r"^[A-Za-z0-9_-]*$")
    """The id of a template of the practice's own, which then stands before the format; none when empty."""
    fillers: Fillers = Fillers.REMOVED
    vocabulary: tuple[VocabularyTerm, ...] = Field((), max_length=MAX_TERMS)

    @field_validator("clinician_term", "client_term", mode="before")
    @classmethod
    def _plain_term(cls, value: object) -> object:
        return " ".join(value.split()) if isinstance(value, str) else value

    @field_validator("pronouns", mode="before")
    @classmethod
    def _first_pronoun(cls, value: object) -> object:
        """Accepts "she/her" as well as "she", and false for none."""
        if value is False or value is None or value == "":
            return PronounChoice.NONE
        if value is True:
            return PronounChoice.SAID
        return value.lower().split("/")[0].strip() if isinstance(value, str) else value

    @field_validator("vocabulary", mode="before")
    @classmethod
    def _plain_terms(cls, value: object) -> object:
        if not isinstance(value, list | tuple):
            return value
        return tuple(" ".join(term.split()) if isinstance(term, str) else term for term in value)

    @field_validator("modalities", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("detail", "default_format", "fillers", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @property
    def pronoun_forms(self) -> Pronouns:
        """The pronouns to write with, they for `said`; with `none`, the client's term in their place."""
        if self.pronouns is PronounChoice.SAID:
            return _PRONOUNS[PronounChoice.THEY]
        if self.pronouns in _PRONOUNS:
            return _PRONOUNS[self.pronouns]
        return noun_forms(reference(self.client_term))


def noun_forms(term: str) -> Pronouns:
    """A noun in the place of pronouns: "the client", "the client's"."""
    return Pronouns(term, term, f"{term}'s", f"{term}'s", term)


def reference(term: str) -> str:
    """A term as it stands inside a sentence: "the client", but "J.D." and "the patient" as they are."""
    if term.lower().startswith(("the ", "my ")) or term != term.lower():
        return term
    return f"the {term}"


def parse_preferences(value: object) -> tuple[Preferences, tuple[str, ...]]:
    """Reads preferences from JSON; returns them and the names of the keys that mean nothing here.

    Raises:
        BadInput: not an object, or a known key has an impossible value.
    """
    if value is None:
        return Preferences(), ()
    if not isinstance(value, dict):
        raise BadInput("preferences must be a JSON object")
    known: dict[str, object] = {}
    unknown: list[str] = []
    for key, content in value.items():
        name = key_named(str(key))
        if name in Preferences.model_fields:
            known[name] = content
        elif name not in {"name", "credential"}:  # the signature's, not the wording's
            unknown.append(str(key)[:40])
    try:
        return Preferences.model_validate(known), tuple(unknown)
    except ValidationError as error:
        wrong = sorted({str(one["loc"][0]) for one in error.errors(include_input=False) if one["loc"]})
        raise BadInput(f"preferences: {'; '.join(map(_expected, wrong))}") from None


def key_named(key: str) -> str:
    """The preference that a key means: `format` is `default_format`."""
    return _ALIASES.get(key, key)


def known_preferences() -> str:
    """The keys that preferences may have, as a list to read."""
    return ", ".join((*Preferences.model_fields, "name", "credential"))


def _expected(key: str) -> str:
    """What a key takes."""
    return f"{key} is {_TAKES[key]}"
