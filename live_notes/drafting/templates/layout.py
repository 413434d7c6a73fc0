"""The sections a note is drafted in: those of a built-in format, or of a practice's own template."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from live_notes.drafting.formats import Kind, NoteFormat, SectionPlan
from live_notes.drafting.layouts import SECTIONS
from live_notes.drafting.templates.contents import (
    ANYTHING,
    BY_KIND,
    GENERAL,
    PARTS,
    SPECIFIC,
    Part,
    contents_of,
    holds,
    plan_titled,
)
from live_notes.drafting.templates.model import Content, NoteTemplate, TemplateSection
from live_notes.drafting.templates.wishes import SectionWish, wish_of

NOTHING_HERE: Final = "Nothing was said that belongs here."
NOT_DISCUSSED: Final = "Not discussed in this session."
NOT_FOLLOWED: Final = (
    "The embedded drafter can't follow the instruction of this section; it is left to the clinician."
)
_EMPTY: Final = {
    Content.PLAN: plan_titled(NoteFormat.SOAP, "Plan").when_empty,
    Content.ASSESSMENT: plan_titled(NoteFormat.SOAP, "Assessment").when_empty,
    Content.INTERVENTIONS: plan_titled(NoteFormat.BIRP, "Intervention").when_empty,
    Content.RESPONSE: plan_titled(NoteFormat.BIRP, "Response").when_empty,
    Content.GOALS: plan_titled(NoteFormat.GIRP, "Goal").when_empty,
}
"""What a section of this one content says when it is empty."""


@dataclass(frozen=True)
class TemplatePlan(SectionPlan):
    """A section of a template: several contents, and what its instruction lets in."""

    parts: tuple[Part, ...] = ()
    wish: SectionWish = field(default_factory=SectionWish)

    def fit(self, kind: Kind, text: str, speaker: str | None, question: str = "") -> int | None:
        """How close a statement fits, the lower the closer; None where it may not stand."""
        if self.speaker is not None and speaker != self.speaker:
            return None
        fits = [found for part in self.parts if (found := part.fit(kind, text, question)) is not None]
        if not fits or not self.wish.lets(text):
            return None
        return min(SPECIFIC if self.wish.only else GENERAL, *fits)

    def titled_for(self, label: str) -> str:
        """The client alone where the title says no more than that, else both."""
        return label if self.title.casefold() == "client" else f"{self.title}: {label}"

    def lets(self, text: str) -> bool:
        """Whether the instruction of the section lets a statement in."""
        return self.drafted and self.wish.lets(text)

    def favours(self, text: str) -> bool:
        """Whether a statement is on a matter that the section is to dwell on."""
        return self.wish.favours(text)


def layout_of(note_format: NoteFormat, template: NoteTemplate | None) -> tuple[SectionPlan, ...]:
    """The sections of a template, or of a built-in format where there is none."""
    return SECTIONS[note_format] if template is None else _plans(template)


def template_of(note_format: NoteFormat, name: str = "") -> NoteTemplate:
    """A built-in format as a template that drafts the same: what a practice begins its own from."""
    sections = tuple(
        TemplateSection(
            title=plan.title,
            contents=contents_of(note_format, plan),
            instruction="" if plan.most is None else f"At most {plan.most} sentences.",
            each_client=plan.each_client,
        )
        for plan in SECTIONS[note_format]
    )
    return NoteTemplate(name=name or note_format.value.upper(), sections=sections)


def unfollowed_in(template: NoteTemplate) -> tuple[int, ...]:
    """The sections, counted from 1, whose instructions the embedded drafter can't follow whole."""
    return tuple(
        number
        for number, section in enumerate(template.sections, 1)
        if wish_of(section.instruction).unfollowed
    )


@lru_cache(maxsize=64)
def _plans(template: NoteTemplate) -> tuple[SectionPlan, ...]:
    everything = [content for section in template.sections for content in section.contents]
    answers_elsewhere = holds(everything, Kind.RESPONSE)
    return tuple(_plan(section, answers_elsewhere) for section in template.sections)


def _plan(section: TemplateSection, answers_elsewhere: bool) -> TemplatePlan:
    wish = wish_of(section.instruction)
    parts = tuple(_part(content, answers_elsewhere) for content in section.contents)
    if not parts and (wish.only or wish.focus):
        parts = (ANYTHING,)
    return TemplatePlan(
        title=section.title,
        kinds=frozenset(kind for part in parts for kind in part.kinds),
        rule=section.instruction,
        when_empty=_when_empty(section, wish, parts),
        most=wish.most,
        each_client=section.each_client,
        fixed=section.text,
        drafted=section.is_drafted,
        parts=parts,
        wish=SectionWish(wish.focus, wish.omit) if not section.contents and not wish.only else wish,
    )


def _part(content: Content, answers_elsewhere: bool) -> Part:
    """What the client reports includes their responses, unless a section of its own is for these."""
    if content is BY_KIND[Kind.REPORT] and not answers_elsewhere:
        return Part(frozenset({Kind.REPORT, Kind.RESPONSE}))
    return PARTS[content]


def _when_empty(section: TemplateSection, wish: SectionWish, parts: tuple[Part, ...]) -> str:
    if not section.is_drafted:
        return ""
    if not parts:
        return NOT_FOLLOWED
    if len(section.contents) == 1 and not wish.only and section.contents[0] in _EMPTY:
        return _EMPTY[section.contents[0]]
    narrow = bool(wish.only) or all(part.about is not None for part in parts)
    return NOT_DISCUSSED if narrow else NOTHING_HERE
