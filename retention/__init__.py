"""The memory that forgets: sealed records, keys kept apart, policy, destruction, receipts, audit.

This is the room's front door; import from here only.
"""

from retention.additions import MOST_TEXT, Addition, AdditionKind, NewAddition
from retention.audit import AuditChain, AuditEntry, AuditLine, AuditProblem, AuditVerdict
from retention.backup import LONGEST_LIVING, Backup
from retention.canonical import Json, canonical, content_hash
from retention.client_changes import ClientChanges, Merge
from retention.client_preferences import ClientPreferences
from retention.clients import ClientRecord, Clients
from retention.clock import Clock, FrozenClock, SystemClock
from retention.consents import ConsentEntry, Consents
from retention.destruction import What
from retention.energy import EnergyLog, EnergyTotal, RemoteTotal, SessionEnergy
from retention.errors import (
    AlreadySigned,
    AttuneError,
    BadInput,
    CannotDelete,
    ClientKept,
    DestructionIncomplete,
    Forbidden,
    KeyUnavailable,
    LegallyHeld,
    NotFound,
    NotSigned,
    SealBroken,
    StaleVersion,
    StoreUnavailable,
    TranscriptDestroyed,
)
from retention.folder import occupied
from retention.holds import Hold, Holds, HoldState
from retention.ids import (
    LOCAL,
    ClientId,
    NoteId,
    ParticipantId,
    PracticeId,
    ReceiptId,
    SessionId,
    TemplateId,
    new_id,
)
from retention.inspection import Inspection, inspected
from retention.ledger import Ledger, LedgerEntry
from retention.memory import Memory, RetentionStatus
from retention.note_signature import Signature
from retention.notes import NoteRecord, Notes, NoteStanding, NoteStatus, SignedNote, Signing
from retention.policy import (
    RetentionPolicy,
    RetentionWarning,
    TranscriptFacts,
    TranscriptState,
    Why,
    decide,
)
from retention.practice import PracticeSettings
from retention.receipt import Receipt
from retention.receipt_checks import (
    ChainVerdict,
    ReceiptProblem,
    check_receipts,
    receipts_in,
    verify_chain,
    verify_receipt,
)
from retention.receipts import Receipts
from retention.restoring import Restored, restore
from retention.rotation import Rotation, rotate_master_key
from retention.sealing import DataKey, MasterKey, SealContext, Sealed, parse_master_key
from retention.sessions import NewSession, ParticipantRecord, SessionRecord, Sessions
from retention.settings import RetentionSettings
from retention.signatures import is_public_key
from retention.styles import StyleRecord, Styles
from retention.templates import MOST_TEMPLATES, TemplateRecord, Templates
from retention.tokens import TokenLedger
from retention.transcripts import Transcripts

__all__ = [
    "LOCAL",
    "LONGEST_LIVING",
    "MOST_TEMPLATES",
    "MOST_TEXT",
    "Addition",
    "AdditionKind",
    "AlreadySigned",
    "AttuneError",
    "AuditChain",
    "AuditEntry",
    "AuditLine",
    "AuditProblem",
    "AuditVerdict",
    "Backup",
    "BadInput",
    "CannotDelete",
    "ChainVerdict",
    "ClientChanges",
    "ClientId",
    "ClientKept",
    "ClientPreferences",
    "ClientRecord",
    "Clients",
    "Clock",
    "ConsentEntry",
    "Consents",
    "DataKey",
    "DestructionIncomplete",
    "EnergyLog",
    "EnergyTotal",
    "Forbidden",
    "FrozenClock",
    "Hold",
    "HoldState",
    "Holds",
    "Inspection",
    "Json",
    "KeyUnavailable",
    "Ledger",
    "LedgerEntry",
    "LegallyHeld",
    "MasterKey",
    "Memory",
    "Merge",
    "NewAddition",
    "NewSession",
    "NotFound",
    "NotSigned",
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
    "ReceiptProblem",
    "Receipts",
    "RemoteTotal",
    "Restored",
    "RetentionPolicy",
    "RetentionSettings",
    "RetentionStatus",
    "RetentionWarning",
    "Rotation",
    "SealBroken",
    "SealContext",
    "Sealed",
    "SessionEnergy",
    "SessionId",
    "SessionRecord",
    "Sessions",
    "Signature",
    "SignedNote",
    "Signing",
    "StaleVersion",
    "StoreUnavailable",
    "StyleRecord",
    "Styles",
    "SystemClock",
    "TemplateId",
    "TemplateRecord",
    "Templates",
    "TokenLedger",
    "TranscriptDestroyed",
    "TranscriptFacts",
    "TranscriptState",
    "Transcripts",
    "What",
    "Why",
    "canonical",
    "check_receipts",
    "content_hash",
    "decide",
    "inspected",
    "is_public_key",
    "new_id",
    "occupied",
    "parse_master_key",
    "receipts_in",
    "restore",
    "rotate_master_key",
    "verify_chain",
    "verify_receipt",
]
