"""A note in another format from its own sentences, where there is no transcript to draft from. Pure.

Not a word is changed and none is lost: each sentence keeps its evidence and its flags and goes where the
other format has a place for what it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from live_notes.drafting.author.kinds import is_own_view, shown_in_note
from live_notes.drafting.formats import Kind, NoteFormat, SectionPlan, for_clients, place
from live_notes.drafting.layouts import SECTIONS
from live_notes.drafting.note import TEMPLATE, TemplateMark
from live_notes.drafting.templates.layout import layout_of
from live_notes.drafting.templates.model import NoteTemplate

Json = dict[str, Any]

EMPTY = "Nothing in the note belongs here."
"""What an empty section says: it says nothing of the session."""

_NEXT_BEST = (
    Kind.REPORT,
    Kind.OBSERVATION,
    Kind.RESPONSE,
    Kind.FORMULATION,
    Kind.INTERVENTION,
    Kind.PLAN,
)


def arranged(
    content: Mapping[str, Any], note_format: NoteFormat, template: NoteTemplate | None = None
) -> Json:
    """The note (its JSON) in this format or template, its sentences in their order within each section."""
    plans = _plans(note_format, template)
    known = _kinds_by_title(str(content.get("format", "")))
    had = frozenset(kind for kinds in known.values() for kind in kinds)
    placed: list[list[Json]] = [[] for _ in plans]
    for section in content.get("sections", ()):
        title = str(section.get("title", ""))
        for one in section.get("sentences", ()):
            kind = _kind_of(str(one["text"]), known.get(title), had)
            placed[_place_of(str(one["text"]), title, kind, plans)].append(dict(one))
    sections = [_section(plan, sentences) for plan, sentences in zip(plans, placed, strict=True)]
    rest = {name: value for name, value in content.items() if name != "template"}
    if template is None:
        return {**rest, "format": note_format.value, "sections": sections}
    mark = TemplateMark(name=template.name, version=template.version, id=template.id)
    own = {"format": TEMPLATE, "template": mark.model_dump(mode="json", exclude_none=True)}
    return {**rest, **own, "sections": sections}


def _plans(note_format: NoteFormat, template: NoteTemplate | None) -> tuple[SectionPlan, ...]:
    """The sections; who said what is not known any more, so that one for each client is one for all."""
    layout = layout_of(note_format, template)
    apart = for_clients(layout, [])
    return apart if any(plan.drafted for plan in apart) else layout


def _section(plan: SectionPlan, sentences: Sequence[Json]) -> Json:
    section: Json = {"title": plan.title, "sentences": list(sentences)}
    if plan.fixed:
        section["fixed"] = plan.fixed
    return section if sentences or not plan.drafted else {**section, "statement": EMPTY}


def _kinds_by_title(name: str) -> dict[str, frozenset[Kind]]:
    """What the sections of a known format hold."""
    plans = SECTIONS[NoteFormat(name)] if name in set(NoteFormat) else ()
    return {plan.title: plan.kinds for plan in plans}


def _place_of(text: str, title: str, known: Kind, plans: Sequence[SectionPlan]) -> int:
    """The number of the section for a sentence that stood under `title`."""
    same = [at for at, plan in enumerate(plans) if plan.title == title and plan.drafted]
    if same:
        return same[0]
    if known is Kind.FORMULATION and is_own_view(text):
        known = _beside_deeds(plans)
    for kind in (known, *_NEXT_BEST):
        if (at := place(plans, kind, text, None)) is not None:
            return at
    return next(at for at, plan in enumerate(plans) if plan.drafted)


def _beside_deeds(plans: Sequence[SectionPlan]) -> Kind:
    """What the clinician's own view counts as: with the client's response, if it has no own section."""
    own = [plan for plan in plans if Kind.FORMULATION in plan.kinds]
    mixed = bool(own) and all(plan.kinds == {Kind.INTERVENTION, Kind.FORMULATION} for plan in own)
    answers = any(Kind.RESPONSE in plan.kinds for plan in plans)
    return Kind.RESPONSE if mixed and answers else Kind.FORMULATION


def _kind_of(text: str, kinds: frozenset[Kind] | None, had: frozenset[Kind]) -> Kind:
    """What a sentence is: what its section held, and among several kinds the one its words show.

    A kind for which the note `had` no section at all stood in another one, and is what its words show; so is
    a response that was seen, and stood with the observations.
    """
    shown, sure = shown_in_note(text)
    if not kinds or shown in kinds or (sure and shown not in had):
        return shown
    if sure and shown is Kind.RESPONSE and kinds == {Kind.OBSERVATION}:
        return shown
    return next(kind for kind in _NEXT_BEST if kind in kinds)
