"""The memory that forgets: sealed records, keys kept apart, policy, destruction, receipts, audit.

This is the room's front door; import from here only.
"""

from retention.audit import AuditChain, AuditEntry, AuditLine, AuditProblem, AuditVerdict
from retention.canonical import Json, canonical, content_hash
from retention.clock import Clock, FrozenClock, SystemClock
from retention.consents import ConsentEntry, Consents
from retention.destruction import What
from retention.energy import EnergyLog, EnergyTotal
from retention.errors import (
    AlreadySigned,
    AttuneError,
    BadInput,
    CannotDelete,
    DestructionIncomplete,
    Forbidden,
    KeyUnavailable,
    NotFound,
    SealBroken,
    StaleVersion,
    StoreUnavailable,
    TranscriptDestroyed,
)
from retention.folder import occupied
from retention.ids import LOCAL, NoteId, ParticipantId, PracticeId, ReceiptId, SessionId, new_id
from retention.ledger import Ledger, LedgerEntry
from retention.memory import Memory, RetentionStatus
from retention.notes import NoteRecord, Notes, NoteStanding, NoteStatus, Signature, SignedNote, Signing
from retention.policy import (
    RetentionPolicy,
    RetentionWarning,
    TranscriptFacts,
    TranscriptState,
    Why,
    decide,
)
from retention.practice import PracticeSettings
from retention.receipts import Receipt, Receipts, verify_chain, verify_receipt
from retention.sealing import DataKey, MasterKey, SealContext, Sealed, parse_master_key
from retention.sessions import NewSession, ParticipantRecord, SessionRecord, Sessions
from retention.settings import RetentionSettings
from retention.tokens import TokenLedger
from retention.transcripts import Transcripts

__all__ = [
    "LOCAL",
    "AlreadySigned",
    "AttuneError",
    "AuditChain",
    "AuditEntry",
    "AuditLine",
    "AuditProblem",
    "AuditVerdict",
    "BadInput",
    "CannotDelete",
    "Clock",
    "ConsentEntry",
    "Consents",
    "DataKey",
    "DestructionIncomplete",
    "EnergyLog",
    "EnergyTotal",
    "Forbidden",
    "FrozenClock",
    "Json",
    "KeyUnavailable",
    "Ledger",
    "LedgerEntry",
    "MasterKey",
    "Memory",
    "NewSession",
    "NotFound",
    "NoteId",
    "NoteRecord",
    "NoteStanding",
    "NoteStatus",
    "Notes",
    "ParticipantId",
    "ParticipantRecord",
    "PracticeId",
    "PracticeSettings",
    "Receipt",
    "ReceiptId",
    "Receipts",
    "RetentionPolicy",
    "RetentionSettings",
    "RetentionStatus",
    "RetentionWarning",
    "SealBroken",
    "SealContext",
    "Sealed",
    "SessionId",
    "SessionRecord",
    "Sessions",
    "Signature",
    "SignedNote",
    "Signing",
    "StaleVersion",
    "StoreUnavailable",
    "SystemClock",
    "TokenLedger",
    "TranscriptDestroyed",
    "TranscriptFacts",
    "TranscriptState",
    "Transcripts",
    "What",
    "Why",
    "canonical",
    "content_hash",
    "decide",
    "new_id",
    "occupied",
    "parse_master_key",
    "verify_chain",
    "verify_receipt",
]
