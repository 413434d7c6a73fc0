"""AI processors: which are declared, which may be called, and the one function that calls out."""

from live_notes.processors.gateway import Answer, ProcessorGateway
from live_notes.processors.prompt import Instructions, MaskedMessage, MaskedPrompt, Part
from live_notes.processors.registry import (
    Attestation,
    BusinessAssociateAgreement,
    Permission,
    Processor,
    ProcessorRegistry,
    Purpose,
    read_registry,
    registry_from,
)
from live_notes.processors.speech import Speech, SpokenWord

__all__ = [
    "Answer",
    "Attestation",
    "BusinessAssociateAgreement",
    "Instructions",
    "MaskedMessage",
    "MaskedPrompt",
    "Part",
    "Permission",
    "Processor",
    "ProcessorGateway",
    "ProcessorRegistry",
    "Purpose",
    "Speech",
    "SpokenWord",
    "read_registry",
    "registry_from",
]
