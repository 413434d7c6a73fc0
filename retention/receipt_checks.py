"""Checking receipts without a database: what anybody can do who was given some, and the public key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from retention.errors import BadInput
from retention.keystore import GENESIS, ChainHead
from retention.receipt import Receipt
from retention.signatures import verify_signature

_ADDED = frozenset({"verified"})
"""What the HTTP interface says of a receipt beside it."""


class ReceiptProblem(StrEnum):
    """What is wrong with a receipt or a chain of them."""

    NONE = "none"
    ALTERED = "altered"
    """It is not what was hashed."""
    FORGED = "forged"
    """It is signed with another key, or not signed."""
    REMOVED = "removed"
    """One before it is missing."""
    REORDERED = "reordered"
    """It does not follow the one before it."""
    TRUNCATED = "truncated"
    """The last ones are missing."""


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """Result of checking a chain: how many receipts, and the first position where something is wrong."""

    receipts: int
    problem: ReceiptProblem = ReceiptProblem.NONE
    position: int | None = None

    @property
    def ok(self) -> bool:
        """Whether all is as it was written."""
        return self.problem is ReceiptProblem.NONE


def problem_of(receipt: Receipt, public_key: str) -> ReceiptProblem:
    """What is wrong with one receipt, taken alone."""
    payload = receipt.payload()
    if receipt.hash != hashlib.sha256(payload).hexdigest():
        return ReceiptProblem.ALTERED
    own = receipt.public_key == public_key
    signed = own and verify_signature(public_key, receipt.signature, payload)
    return ReceiptProblem.NONE if signed else ReceiptProblem.FORGED


def verify_receipt(receipt: Receipt, public_key: str) -> bool:
    """Whether one receipt is unaltered and signed by this key."""
    return problem_of(receipt, public_key) is ReceiptProblem.NONE


def verify_chain(chain: Sequence[Receipt], public_key: str, head: ChainHead | None = None) -> bool:
    """Whether receipts, in order, are each valid, follow one another without a gap and end at `head`."""
    return examine_chain(chain, public_key, head).ok


def examine_chain(chain: Sequence[Receipt], public_key: str, head: ChainHead | None = None) -> ChainVerdict:
    """The first thing that is wrong with all receipts of an installation, in order from the first.

    `head`: the furthest one that was ever anchored; later ones are no fault.
    """
    last = GENESIS
    for receipt in chain:
        problem = _place(receipt, last)
        if problem is ReceiptProblem.NONE:
            problem = problem_of(receipt, public_key)
        if problem is ReceiptProblem.NONE and head is not None and receipt.position == head.position:
            problem = ReceiptProblem.NONE if receipt.hash == head.hash else ReceiptProblem.ALTERED
        if problem is not ReceiptProblem.NONE:
            return ChainVerdict(len(chain), problem, min(receipt.position, last.position + 1))
        last = ChainHead(receipt.position, receipt.hash)
    if head is not None and last.position < head.position:
        return ChainVerdict(len(chain), ReceiptProblem.TRUNCATED, last.position + 1)
    return ChainVerdict(len(chain))


def check_receipts(given: Sequence[Receipt], public_key: str) -> list[ReceiptProblem]:
    """What is wrong with each of some receipts of one installation, in any order and with gaps.

    One that follows another of them directly must name its hash.
    """
    hashes = {receipt.position: receipt.hash for receipt in given}
    found = []
    for receipt in given:
        problem = problem_of(receipt, public_key)
        before = GENESIS.hash if receipt.position == 1 else hashes.get(receipt.position - 1)
        if problem is ReceiptProblem.NONE and before not in (None, receipt.previous):
            problem = ReceiptProblem.REORDERED
        found.append(problem)
    return found


def receipts_in(text: bytes) -> list[Receipt]:
    """The receipts in a JSON document: one, a list, or an answer of the HTTP interface that holds some.

    Raises:
        BadInput: there are none, or something in it is no receipt.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("this is not JSON") from None
    found = [_read(one) for one in _listed(document)]
    if not found:
        raise BadInput("there is no receipt in it")
    return found


def _listed(document: Any) -> Sequence[Any]:
    if isinstance(document, Mapping):
        if "receipts" in document:
            return _listed(document["receipts"])
        return [document.get("receipt", document)]
    return document if isinstance(document, list) else [document]


def _read(one: Any) -> Receipt:
    if not isinstance(one, Mapping):
        raise BadInput("this is not a receipt")
    return Receipt.from_dict({name: value for name, value in one.items() if name not in _ADDED})


def _place(receipt: Receipt, last: ChainHead) -> ReceiptProblem:
    if receipt.position > last.position + 1:
        return ReceiptProblem.REMOVED
    if receipt.position <= last.position or receipt.previous != last.hash:
        return ReceiptProblem.REORDERED
    return ReceiptProblem.NONE
