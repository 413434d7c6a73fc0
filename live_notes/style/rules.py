"""The rules of a style: what one says, in fields and in plain words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, assert_never

from pydantic import BaseModel, ConfigDict, Field

from live_notes.style.abbreviations import stands_for
from live_notes.style.limits import MOST_SENTENCE_WORDS
from live_notes.style.topics import Topic

MAX_CHARS = 20 * MOST_SENTENCE_WORDS
"""Characters a rule's text may have at most, before its words are looked at."""

MOST_KEPT = 60
"""Largest number of sentences that a rule of length may name."""


class _Rule(BaseModel):
    # a refused rule may hold anything: its words stand in no error message
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, cache_strings="none")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


Text = Annotated[str, Field(min_length=1, max_length=MAX_CHARS)]


class Wording(_Rule):
    """`after` stands in the place of `before`; nothing does where `after` is empty."""

    kind: Literal["wording"] = "wording"
    before: Text
    after: str = Field(default="", max_length=MAX_CHARS)


class Addition(_Rule):
    """The sentence stands at the end of the section."""

    kind: Literal["addition"] = "addition"
    section: Text
    text: Text


class Heading(_Rule):
    """The section `before` is headed `after`."""

    kind: Literal["heading"] = "heading"
    before: Text
    after: Text


class Order(_Rule):
    """The section `first` comes before the section `second`."""

    kind: Literal["order"] = "order"
    first: Text
    second: Text


class Omission(_Rule):
    """Sentences of this kind are left out."""

    kind: Literal["omission"] = "omission"
    topic: Topic


class Keeping(StrEnum):
    """Which sentences stay when a section is shortened."""

    FIRST = "first"
    LONGEST = "longest"


class Length(_Rule):
    """The section holds about this many sentences."""

    kind: Literal["length"] = "length"
    section: Text
    most: int = Field(ge=1, le=MOST_KEPT)
    keeping: Keeping = Keeping.FIRST


class Tense(StrEnum):
    """The tense of the verbs of saying."""

    PAST = "past"
    PRESENT = "present"


class Voice(_Rule):
    """Verbs of saying stand in this tense."""

    kind: Literal["voice"] = "voice"
    tense: Tense


Rule = Annotated[
    Wording | Addition | Heading | Order | Omission | Length | Voice, Field(discriminator="kind")
]
"""Any rule, told apart by its kind."""

OF_SENTENCES = (Wording, Voice, Omission)
"""Rules about sentences alone, whichever section they stand in."""

_TOPICS = {
    Topic.SMALL_TALK: "Leaves out greetings and small talk",
    Topic.WEATHER: "Leaves out sentences about the weather",
    Topic.CALL: "Leaves out sentences about the call's picture and sound",
    Topic.PAPERWORK: "Leaves out sentences about insurance, billing and paperwork",
    Topic.LEISURE: "Leaves out sentences about sports, films and holidays",
    Topic.QUOTATION: "Leaves out sentences that only quote",
    Topic.QUESTION: "Leaves out answers told with their question",
}


def text_of(rule: Rule) -> str:
    """The rule in plain English."""
    match rule:
        case Wording():
            return _wording(rule)
        case Addition(section=section, text=text):
            said = f"Adds “{text}” to {section}"
        case Heading(before=before, after=after):
            said = f"Heads {before} “{after}”"
        case Order(first=first, second=second):
            said = f"Puts {first} before {second}"
        case Omission(topic=topic):
            said = _TOPICS[topic]
        case Length(section=section, most=most, keeping=keeping):
            which = "the first" if keeping is Keeping.FIRST else "the longest"
            ones = "one sentence" if most == 1 else f"{most} sentences"
            said = f"Keeps {section} to about {ones}, {which}"
        case Voice(tense=tense):
            said = f"Writes in the {tense} tense"
        case _:
            assert_never(rule)
    return said


def _wording(rule: Wording) -> str:
    if not rule.after:
        return f"Leaves out “{rule.before}”"
    if stands_for(rule.after, rule.before):
        return f"Shortens “{rule.before}” to “{rule.after}”"
    return f"Writes “{rule.after}” for “{rule.before}”"
