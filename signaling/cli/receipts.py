"""`attune receipts`: whether receipts of destruction are what a server wrote."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from signaling.cli.exits import FAULT, CommandError
from signaling.cli.folder import DataFolder, memory_settings

if TYPE_CHECKING:
    from retention import Receipt, ReceiptProblem

PROBLEMS = {
    "none": "is unaltered and signed",
    "altered": "was altered: it is not what was signed",
    "forged": "is not signed by this key",
    "reordered": "does not follow the receipt before it",
}


@dataclass(frozen=True)
class Checked:
    """A receipt and what is wrong with it."""

    receipt: Receipt
    problem: ReceiptProblem

    @property
    def valid(self) -> bool:
        """Whether nothing is."""
        return self.problem == "none"


def verify(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Receipts as JSON, from the page or /v1/receipts; - is stdin."),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(
            "--key", help="The public key, from the server's /policy; default: as the receipt says."
        ),
    ] = None,
    folder: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="The verdict as JSON.")] = False,
) -> None:
    """Check receipts of destruction: hash, signature (Ed25519) and order.

    FILE needs no server and no records: whoever was given a receipt can check it. Without FILE all
    receipts of the data folder are checked, and that none is missing.

    Exit code 1 when something is wrong.
    """
    valid = _verify_folder(folder, as_json=as_json) if file is None else _verify(file, key, as_json=as_json)
    if not valid:
        raise typer.Exit(FAULT)


def _verify(file: Path, key: str | None, *, as_json: bool) -> bool:
    from retention import check_receipts, is_public_key, receipts_in

    if key is not None and not is_public_key(key):
        raise CommandError("--key must be an Ed25519 public key, base64url: the server's /policy shows it")
    given = receipts_in(sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes())
    signed_by = key or given[0].public_key
    problems = check_receipts(given, signed_by)
    checked = [Checked(*pair) for pair in zip(given, problems, strict=True)]
    valid = all(one.valid for one in checked)
    if as_json:
        told = [{"id": one.receipt.id, "valid": one.valid, "problem": str(one.problem)} for one in checked]
        print(json.dumps({"valid": valid, "public_key": signed_by, "receipts": told}))
        return valid
    for one in checked:
        _say(one)
    if key is None:
        print(f"Signed with the key {signed_by}. Compare it with the one at the server's /policy.")
    return valid


def _say(checked: Checked) -> None:
    receipt = checked.receipt
    mark = "✓" if checked.valid else "✗"
    print(f"{mark} {receipt.id} (number {receipt.position}) {PROBLEMS[checked.problem]}.")
    if checked.valid:
        counts = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in receipt.counts.items())
        at = receipt.destroyed_at.strftime("%Y-%m-%d %H:%M:%S UTC")
        print(f"  {receipt.what} of {receipt.session} destroyed {at}, {receipt.why.value}: {counts}.")


def _verify_folder(folder: Path | None, *, as_json: bool) -> bool:
    from retention import inspected

    async def examine() -> dict[str, object]:
        async with inspected(memory_settings(folder)) as found:
            verdict = await found.receipts.examine()
            return {
                "valid": verdict.ok,
                "public_key": found.receipts.public_key,
                "receipts": verdict.receipts,
                "problem": str(verdict.problem),
                "position": verdict.position,
            }

    told = asyncio.run(examine())
    if as_json:
        print(json.dumps(told))
    elif told["valid"]:
        print(f"All {told['receipts']} receipts are unaltered, signed, in order, and none is missing.")
    else:
        print(f"The receipts are NOT whole: {told['problem']} at number {told['position']}.")
    return bool(told["valid"])


COMMANDS: dict[str, Callable[..., None]] = {"verify": verify}
