"""The signature of a note: who, what, when, and this installation's proof of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from retention.canonical import Json, canonical, content_hash, from_iso, iso
from retention.ids import NoteId
from retention.signatures import Signer, verify_signature


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed what and when. `hash` is SHA-256 of the canonical content, in hexadecimal."""

    name: str = field(repr=False)
    credential: str = field(repr=False)
    at: datetime
    hash: str
    attestations: tuple[str, ...] = field(repr=False)
    proof: str
    """Ed25519 signature of this server over note, hash, signer, time and attestations, base64url."""

    def as_json(self) -> Json:
        """As it is sealed."""
        stated = {"name": self.name, "credential": self.credential, "at": iso(self.at), "hash": self.hash}
        return {**stated, "attestations": list(self.attestations), "proof": self.proof}

    @classmethod
    def from_json(cls, body: Json) -> Signature:
        """What `as_json` wrote."""
        return cls(
            body["name"],
            body["credential"],
            from_iso(body["at"]),
            body["hash"],
            tuple(body["attestations"]),
            body["proof"],
        )


def signature_of(
    signer: Signer, note: NoteId, content: Json, who: tuple[str, str], at: datetime, attested: tuple[str, ...]
) -> Signature:
    """The signature of a note's content by somebody (name, credential)."""
    name, credential = who
    bare = Signature(name, credential, at, content_hash(content), attested, proof="")
    proof = signer.sign(_statement(note, bare))
    return Signature(name, credential, at, bare.hash, attested, proof)


def holds(signature: Signature, note: NoteId, content: Json, public_key: str) -> bool:
    """Whether content, signer, time and attestations are those that were signed with this key."""
    if signature.hash != content_hash(content):
        return False
    return verify_signature(public_key, signature.proof, _statement(note, signature))


def _statement(note: NoteId, signature: Signature) -> bytes:
    """What the proof covers."""
    signer = [signature.name, signature.credential, iso(signature.at), list(signature.attestations)]
    return canonical(["attune note signature", 1, note, signature.hash, *signer])
