"""From recognised words to a masked, evidence-linked draft: the room's front door.

Names are loaded when they are first used, so that importing the package costs nothing: the
masker's language model and the processor's client are only needed where they work.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from live_notes.choosing import as_kept, choices_from, without_struck
    from live_notes.drafting.checks import LABELS, Flag, Objection
    from live_notes.drafting.contradictions import Conflict, conflicts_in
    from live_notes.drafting.embedded.drafter import EmbeddedDrafter
    from live_notes.drafting.errors import DraftRefused, TemplateRefused
    from live_notes.drafting.formats import NoteFormat
    from live_notes.drafting.layers import (
        AS_PREFERRED,
        NO_OVERRIDES,
        Overrides,
        Wishes,
        layered,
        parse_overrides,
    )
    from live_notes.drafting.model import ModelDrafter
    from live_notes.drafting.note import (
        Draft,
        Frame,
        Note,
        RiskItem,
        RiskKind,
        RiskStatus,
        Section,
        Sentence,
        risk_in_words,
    )
    from live_notes.drafting.preferences import Detail, Preferences, PronounChoice, parse_preferences
    from live_notes.drafting.spec import (
        Drafter,
        DraftSpec,
        EvidenceLine,
        MaskedTranscript,
        SessionFrame,
        Speaking,
    )
    from live_notes.drafting.templates.layout import template_of, unfollowed_in
    from live_notes.drafting.templates.model import Content, NoteTemplate, TemplateSection, parse_template
    from live_notes.drafting.templates.overreach import overstepping_sections
    from live_notes.drafting.writing import write_note
    from live_notes.energy import EnergyAccount, EnergyReport
    from live_notes.errors import (
        ChoiceRefused,
        MaskingError,
        MaskingUnavailable,
        PlaceholderError,
        ProcessorError,
        ProcessorRefused,
        UnknownPlaceholder,
    )
    from live_notes.fillers import Fillers, may_hesitate, readable
    from live_notes.ledger import LedgerBody, LedgerEntry, LedgerSink
    from live_notes.masking import (
        AnalysisPool,
        Masked,
        MaskedText,
        Roster,
        RosterName,
        RosterRole,
        SessionMasker,
    )
    from live_notes.processors import (
        BusinessAssociateAgreement,
        MaskedPrompt,
        Processor,
        ProcessorGateway,
        ProcessorRegistry,
    )
    from live_notes.request import DraftRequest, draft_from, lines_from_transcript
    from live_notes.scribe import LineAsSent, Scribe
    from live_notes.session_masking import Masker
    from live_notes.transcript import (
        Cleared,
        Corrected,
        FinalHeard,
        PartialHeard,
        PartialWithdrawn,
        Refusal,
        Refused,
        Struck,
        Transcript,
        TranscriptEvent,
    )
    from live_notes.vocabulary import vocabulary_of
    from live_notes.written import MAX_SUMMARY_CHARS, lines_from_summary

_DRAFTING = "live_notes.drafting"
_HOMES = {
    "live_notes.choosing": "as_kept choices_from without_struck",
    f"{_DRAFTING}.checks": "LABELS Flag Objection",
    f"{_DRAFTING}.embedded.drafter": "EmbeddedDrafter",
    f"{_DRAFTING}.contradictions": "Conflict conflicts_in",
    f"{_DRAFTING}.errors": "DraftRefused TemplateRefused",
    f"{_DRAFTING}.formats": "NoteFormat",
    f"{_DRAFTING}.layers": "AS_PREFERRED NO_OVERRIDES Overrides Wishes layered parse_overrides",
    f"{_DRAFTING}.model": "ModelDrafter",
    f"{_DRAFTING}.note": "Draft Frame Note RiskItem RiskKind RiskStatus Section Sentence risk_in_words",
    f"{_DRAFTING}.preferences": "Detail Preferences PronounChoice parse_preferences",
    f"{_DRAFTING}.spec": "Drafter DraftSpec EvidenceLine MaskedTranscript SessionFrame Speaking",
    f"{_DRAFTING}.templates.layout": "template_of unfollowed_in",
    f"{_DRAFTING}.templates.model": "Content NoteTemplate TemplateSection parse_template",
    f"{_DRAFTING}.templates.overreach": "overstepping_sections",
    f"{_DRAFTING}.writing": "write_note",
    "live_notes.energy": "EnergyAccount EnergyReport",
    "live_notes.errors": (
        "ChoiceRefused MaskingError MaskingUnavailable PlaceholderError ProcessorError ProcessorRefused "
        "UnknownPlaceholder"
    ),
    "live_notes.fillers": "Fillers may_hesitate readable",
    "live_notes.ledger": "LedgerBody LedgerEntry LedgerSink",
    "live_notes.masking": "AnalysisPool Masked MaskedText Roster RosterName RosterRole SessionMasker",
    "live_notes.processors": (
        "BusinessAssociateAgreement MaskedPrompt Processor ProcessorGateway ProcessorRegistry"
    ),
    "live_notes.request": "DraftRequest draft_from lines_from_transcript",
    "live_notes.scribe": "LineAsSent Scribe",
    "live_notes.session_masking": "Masker",
    "live_notes.transcript": (
        "Cleared Corrected FinalHeard PartialHeard PartialWithdrawn Refusal Refused Struck "
        "Transcript TranscriptEvent"
    ),
    "live_notes.vocabulary": "vocabulary_of",
    "live_notes.written": "MAX_SUMMARY_CHARS lines_from_summary",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "AS_PREFERRED",
    "LABELS",
    "MAX_SUMMARY_CHARS",
    "NO_OVERRIDES",
    "AnalysisPool",
    "BusinessAssociateAgreement",
    "ChoiceRefused",
    "Cleared",
    "Conflict",
    "Content",
    "Corrected",
    "Detail",
    "Draft",
    "DraftRefused",
    "DraftRequest",
    "DraftSpec",
    "Drafter",
    "EmbeddedDrafter",
    "EnergyAccount",
    "EnergyReport",
    "EvidenceLine",
    "Fillers",
    "FinalHeard",
    "Flag",
    "Frame",
    "LedgerBody",
    "LedgerEntry",
    "LedgerSink",
    "LineAsSent",
    "Masked",
    "MaskedPrompt",
    "MaskedText",
    "MaskedTranscript",
    "Masker",
    "MaskingError",
    "MaskingUnavailable",
    "ModelDrafter",
    "Note",
    "NoteFormat",
    "NoteTemplate",
    "Objection",
    "Overrides",
    "PartialHeard",
    "PartialWithdrawn",
    "PlaceholderError",
    "Preferences",
    "Processor",
    "ProcessorError",
    "ProcessorGateway",
    "ProcessorRefused",
    "ProcessorRegistry",
    "PronounChoice",
    "Refusal",
    "Refused",
    "RiskItem",
    "RiskKind",
    "RiskStatus",
    "Roster",
    "RosterName",
    "RosterRole",
    "Scribe",
    "Section",
    "Sentence",
    "SessionFrame",
    "SessionMasker",
    "Speaking",
    "Struck",
    "TemplateRefused",
    "TemplateSection",
    "Transcript",
    "TranscriptEvent",
    "UnknownPlaceholder",
    "Wishes",
    "as_kept",
    "choices_from",
    "conflicts_in",
    "draft_from",
    "layered",
    "lines_from_summary",
    "lines_from_transcript",
    "may_hesitate",
    "overstepping_sections",
    "parse_overrides",
    "parse_preferences",
    "parse_template",
    "readable",
    "risk_in_words",
    "template_of",
    "unfollowed_in",
    "vocabulary_of",
    "without_struck",
    "write_note",
]


def __getattr__(name: str) -> object:
    """Loads a public name from its module."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'live_notes' has no attribute {name!r}")
    return getattr(import_module(home), name)
