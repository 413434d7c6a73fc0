"""The clinician's free wishes, masked like everything else before a processor may read them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from live_notes.drafting.spec import DraftSpec, MaskedSection, MaskedWording
from live_notes.drafting.templates.model import NoteTemplate
from live_notes.drafting.templates.overreach import without_overreach

if TYPE_CHECKING:
    from live_notes.masking import Masked


async def with_wording(spec: DraftSpec, mask: Callable[[str], Awaitable[Masked | None]]) -> DraftSpec:
    """The spec with its wishes masked; without them when their terms can't be (`mask` gives None)."""
    preferences = spec.preferences
    clinician = await mask(preferences.clinician_term)
    client = await mask(preferences.client_term)
    if clinician is None or client is None:
        return spec
    listed, wishes = ", ".join(preferences.modalities), without_overreach(preferences.instructions)
    modalities = await mask(listed) if listed else None
    instructions = await mask(wishes) if wishes else None
    told = spec.style.told if spec.style is not None else ""
    style = await mask(told) if told else None
    wording = MaskedWording(
        clinician_term=clinician.masked,
        client_term=client.masked,
        modalities=None if modalities is None else modalities.masked,
        instructions=None if instructions is None else instructions.masked,
        style=None if style is None else style.masked,
        sections=() if spec.template is None else await _sections(spec.template, mask),
    )
    return replace(spec, wording=wording)


async def _sections(
    template: NoteTemplate, mask: Callable[[str], Awaitable[Masked | None]]
) -> tuple[MaskedSection, ...]:
    """What a processor may read of each drafted section; nothing at all where a title can't be masked."""
    found: list[MaskedSection] = []
    for section in (one for one in template.sections if one.is_drafted):
        wish = without_overreach(section.instruction)
        title = await mask(without_overreach(section.title) or "-")
        instruction = await mask(wish) if wish else None
        if title is None or (wish and instruction is None):
            return ()
        found.append(MaskedSection(title.masked, None if instruction is None else instruction.masked))
    return tuple(found)
