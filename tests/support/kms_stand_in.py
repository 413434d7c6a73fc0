"""A key service on this machine that speaks as AWS KMS does: `Encrypt` and `Decrypt` over JSON 1.1."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = "alias/attune"


@dataclass
class StandInKms:
    """What it was asked, and whether it answers."""

    url: str = ""
    calls: list[str] = field(default_factory=list)
    seen: bytes = b""
    refuses: str | None = None
    _key: bytes = field(default_factory=lambda: AESGCM.generate_key(256))

    async def answer(self, request: web.Request) -> web.Response:
        operation = request.headers["X-Amz-Target"].removeprefix("TrentService.")
        raw = await request.read()
        self.calls.append(operation)
        self.seen += raw
        body = json.loads(raw)
        signed = request.headers["Authorization"].startswith("AWS4-HMAC-SHA256 Credential=")
        if self.refuses or not signed or body["KeyId"] != KEY:
            return _refused(self.refuses or "AccessDeniedException")
        context = json.dumps(body["EncryptionContext"], sort_keys=True).encode()
        if operation == "Encrypt":
            nonce = secrets.token_bytes(12)
            sealed = nonce + AESGCM(self._key).encrypt(nonce, base64.b64decode(body["Plaintext"]), context)
            return _answered({"CiphertextBlob": base64.b64encode(sealed).decode(), "KeyId": KEY})
        blob = base64.b64decode(body["CiphertextBlob"])
        try:
            clear = AESGCM(self._key).decrypt(blob[:12], blob[12:], context)
        except InvalidTag:
            return _refused("InvalidCiphertextException")
        return _answered({"Plaintext": base64.b64encode(clear).decode(), "KeyId": KEY})


def _answered(body: dict[str, str]) -> web.Response:
    return web.Response(text=json.dumps(body), content_type="application/x-amz-json-1.1")


def _refused(code: str) -> web.Response:
    body = json.dumps({"__type": code, "message": "secret account 1234"})
    return web.Response(status=400, text=body, content_type="application/x-amz-json-1.1")


@asynccontextmanager
async def kms_stand_in() -> AsyncIterator[StandInKms]:
    """A running one, on loopback."""
    service = StandInKms()
    app = web.Application()
    app.router.add_post("/", service.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        service.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield service
    finally:
        await runner.cleanup()
