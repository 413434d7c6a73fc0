"""A checked draft in the clinician's style: nothing objected to goes, every new wording is checked."""

from __future__ import annotations

from collections.abc import Sequence

from live_notes.drafting.checks import LABELS, Flag, check_sentence
from live_notes.drafting.note import Draft, FlagReason, Section, Sentence
from live_notes.drafting.spec import DraftSpec, EvidenceLine
from live_notes.style.style import Style

_OF_THE_WORDING = frozenset(
    {
        Flag.NUMBER,
        Flag.NEGATION,
        Flag.QUOTE,
        Flag.NAME,
        Flag.PLACEHOLDER,
        Flag.DIAGNOSIS,
        Flag.RISK,
        Flag.RISK_NOT_ASKED,
        Flag.WORDING,
    }
)
"""What a wording could bring in. Whether the lines carry a sentence was checked in its full words: of a short
form ("pt", "SI") no line can be asked."""


def styled(draft: Draft, lines: Sequence[EvidenceLine], spec: DraftSpec) -> Draft:
    """The checked draft shaped and worded by the spec's style; its evidence stays, and so do its flags."""
    if spec.style is None or not spec.style.rules:
        return draft
    shaped = spec.style.shaped(draft)
    known = {line.id: line for line in lines}
    order = {line.id: at for at, line in enumerate(lines)}

    def worded(sentence: Sentence) -> Sentence:
        text = spec.style.worded(sentence.text) if spec.style else sentence.text
        if text == sentence.text:
            return sentence
        now = sentence.model_copy(update={"text": text})
        checked = check_sentence(now, known, order, spec.preferences)
        found = () if checked is None else checked.flags
        flags = dict.fromkeys([*sentence.flags, *(flag for flag in found if flag in _OF_THE_WORDING)])
        return now.model_copy(update={"flags": tuple(flags)})

    sections = [
        section.model_copy(update={"sentences": tuple(map(worded, section.sentences))})
        for section in shaped.sections
    ]
    return shaped.model_copy(update={"sections": tuple(sections)})


def with_standing(sections: Sequence[Section], style: Style | None) -> tuple[Section, ...]:
    """The sections with the sentences this style adds; they rest on no line, and are flagged for it."""
    if style is None:
        return tuple(sections)
    return tuple(_with_standing(section, style) for section in sections)


def _with_standing(section: Section, style: Style) -> Section:
    flags, why = (Flag.STANDING.value,), FlagReason(flag=Flag.STANDING.value, reason=LABELS[Flag.STANDING])
    added = tuple(Sentence(text=text, flags=flags, objections=(why,)) for text in style.added_to(section))
    return section.model_copy(update={"sentences": (*section.sentences, *added)}) if added else section
