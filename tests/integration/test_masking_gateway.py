"""The gateway against a real HTTP server: only masked text leaves, and every failure fails closed."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from pydantic import BaseModel, ConfigDict

from live_notes.errors import (
    AnswerInvalid,
    AnswerTruncated,
    ProcessorError,
    ProcessorRefused,
    ProcessorUnavailable,
)
from live_notes.ledger import LedgerBody, LedgerEntry, Outcome
from live_notes.masking import Analysed, Entity, Finding, MaskedText, Passage, Roster, SessionMasker
from live_notes.masking.text import mint
from live_notes.processors import (
    Answer,
    Instructions,
    MaskedPrompt,
    ProcessorGateway,
    Purpose,
    registry_from,
)
from live_notes.processors.gateway import MAX_BODY_BYTES
from retention.clock import FrozenClock
from retention.ids import SessionId

NAME, CANARY = "Siobhan", "555 019 9123"
SAID = f"{NAME} slept badly, call {CANARY}"
GOOD = {"sentence": "[PERSON_1] slept badly."}
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


class Asked(Instructions):
    SYSTEM = "Write one sentence."


class Wanted(BaseModel):
    model_config = ConfigDict(extra="forbid")
    sentence: str


class Chosen:
    async def analyse(self, passage: Passage, roster: Roster) -> Analysed:
        del roster
        number = passage.text.index(CANARY)
        return Analysed(
            (
                Finding(0, len(NAME), Entity.PERSON, 1.0),
                Finding(number, number + len(CANARY), Entity.PHONE_NUMBER, 1.0),
            )
        )


@dataclass
class Kept:
    entries: list[tuple[LedgerEntry, LedgerBody]] = field(default_factory=list)

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        self.entries.append((entry, body))
        return str(len(self.entries) - 1)

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        self.entries[int(number)] = (entry, body)


def completion(content: str, finish: str = "stop", **message: Any) -> dict[str, Any]:
    return {
        "id": "c", "object": "chat.completion", "created": 0, "model": "m",
        "choices": [{"index": 0, "finish_reason": finish,
                     "message": {"role": "assistant", "content": content, **message}}],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    }  # fmt: skip


class Endpoint:
    """A server that records every byte it gets and answers as told."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.answers: list[web.Response] = []
        self.delay = 0.0
        self.port = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.bodies.append(await request.read())
        self.headers.append(dict(request.headers))
        await asyncio.sleep(self.delay)
        return self.answers.pop(0) if self.answers else web.json_response(completion(json.dumps(GOOD)))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


@pytest_asyncio.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    standing = Endpoint()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", standing.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    standing.port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
    yield standing
    await runner.cleanup()


@pytest_asyncio.fixture
async def masked() -> MaskedText:
    return (await SessionMasker(Chosen()).mask(SAID)).masked


@pytest.fixture
def kept() -> Kept:
    return Kept()


def gateway_to(url: str, kept: Kept, env: dict[str, str] | None = None, **declared: Any) -> ProcessorGateway:
    declaration = {
        "id": "p",
        "endpoint": url,
        "model": "m",
        "purposes": ["drafting"],
        "local": True,
        **declared,
    }
    return ProcessorGateway(registry_from([declaration]), kept, FrozenClock(NOW), env or {})


async def ask(
    gateway: ProcessorGateway, masked: MaskedText, seconds: float = 5.0, purpose: Purpose = Purpose.DRAFTING
) -> Answer[Wanted]:
    prompt = MaskedPrompt.of((Asked.SYSTEM,), (masked,))
    return await gateway.complete("p", purpose, prompt, Wanted, session=SessionId("ses_1"), timeout=seconds)


def leaked(endpoint: Endpoint) -> bool:
    everything = b" ".join([*endpoint.bodies, *(repr(headers).encode() for headers in endpoint.headers)])
    return NAME.encode() in everything or CANARY.encode() in everything


async def test_only_masked_text_leaves_and_the_ledger_says_so(
    endpoint: Endpoint, masked: MaskedText, kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = await ask(gateway_to(endpoint.url, kept), masked)
    assert answer.content == Wanted(sentence="[PERSON_1] slept badly.")
    assert not leaked(endpoint)
    sent = json.loads(endpoint.bodies[0])
    assert sent["store"] is False
    assert sent["temperature"] == 0
    assert sent["max_tokens"] == 2000
    assert sent["response_format"]["type"] == "json_schema"
    assert sent["messages"][1]["content"] == "[PERSON_1] slept badly, call [PHONE_1]"
    entry, body = kept.entries[0]
    assert entry.outcome is Outcome.ANSWERED
    assert entry.placeholders == {"PERSON": 1, "PHONE": 1}
    assert entry.body_sha256 == hashlib.sha256(endpoint.bodies[0]).hexdigest()
    assert entry.host == "127.0.0.1"
    assert (entry.prompt_tokens, entry.answer_tokens, entry.body_bytes) == (11, 7, len(endpoint.bodies[0]))
    assert body.as_json()["answer"] == json.dumps(GOOD)
    assert "slept" not in caplog.text + repr(entry) + repr(body) + repr(answer)


async def test_no_header_tells_of_this_machine(
    endpoint: Endpoint, masked: MaskedText, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-practice")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    await ask(gateway_to(endpoint.url, kept), masked)
    names = {name.lower() for name in endpoint.headers[0]}
    assert not {name for name in names if name.startswith(("x-stainless", "openai"))}
    assert endpoint.headers[0]["User-Agent"] == "attune"


async def test_the_key_comes_from_the_named_variable(
    endpoint: Endpoint, masked: MaskedText, kept: Kept
) -> None:
    await ask(gateway_to(endpoint.url, kept, {"THE_KEY": "k-1"}, api_key_env="THE_KEY"), masked)
    assert endpoint.headers[0]["Authorization"] == "Bearer k-1"
    with pytest.raises(ProcessorRefused):
        await ask(gateway_to(endpoint.url, kept, api_key_env="THE_KEY"), masked)
    assert len(endpoint.bodies) == 1


EXPIRED = {"reference": "r", "from": "2020-01-01", "to": "2026-06-14"}


@pytest.mark.parametrize(
    "declared",
    [{"local": False}, {"local": False, "baa": EXPIRED}, {"purposes": ["brief"]},
     {"endpoint": "http://192.0.2.1/v1"}, {"local": False, "baa": {**EXPIRED, "to": "2027-01-01"}}],
    ids=["no agreement", "expired", "other purpose", "not loopback", "remote without https"],
)  # fmt: skip
async def test_a_refused_call_sends_nothing(
    endpoint: Endpoint, masked: MaskedText, kept: Kept, declared: dict[str, Any]
) -> None:
    with pytest.raises(ProcessorRefused):
        await ask(gateway_to(endpoint.url, kept, **declared), masked)
    assert endpoint.bodies == []
    entry, body = kept.entries[0]
    assert (entry.outcome, entry.body_bytes, body.sent) == (Outcome.REFUSED, 0, {})


async def test_a_slow_processor_is_given_up_in_time(
    endpoint: Endpoint, masked: MaskedText, kept: Kept
) -> None:
    endpoint.delay = 30
    with pytest.raises(ProcessorUnavailable):
        await asyncio.wait_for(ask(gateway_to(endpoint.url, kept), masked, seconds=0.5), 5)
    entry, _ = kept.entries[0]
    assert entry.outcome is Outcome.UNAVAILABLE
    assert entry.body_sha256 == hashlib.sha256(endpoint.bodies[0]).hexdigest()


async def test_a_cancelled_call_is_in_the_ledger_too(
    endpoint: Endpoint, masked: MaskedText, kept: Kept
) -> None:
    endpoint.delay = 30
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(ask(gateway_to(endpoint.url, kept), masked), 1.0)
    assert kept.entries[0][0].body_bytes > 0


@pytest.mark.parametrize(
    ("response", "error", "outcome"),
    [
        (completion(json.dumps(GOOD)[:9], "length"), AnswerTruncated, Outcome.TRUNCATED),
        (completion(json.dumps(GOOD), "content_filter"), AnswerInvalid, Outcome.INVALID),
        (completion("canary"), AnswerInvalid, Outcome.INVALID),
        (completion('{"sentence": 5}'), AnswerInvalid, Outcome.INVALID),
        (completion('{"sentence": "canary", "more": 1}'), AnswerInvalid, Outcome.INVALID),
        (completion(""), AnswerInvalid, Outcome.INVALID),
        ({"choices": []}, AnswerInvalid, Outcome.INVALID),
        ({"canary": 1}, AnswerInvalid, Outcome.INVALID),
        (["canary"], AnswerInvalid, Outcome.INVALID),
        ("canary", AnswerInvalid, Outcome.INVALID),
        (None, AnswerInvalid, Outcome.INVALID),
    ],
)
async def test_an_answer_that_is_not_whole_and_valid_is_withheld(
    endpoint: Endpoint,
    masked: MaskedText,
    kept: Kept,
    response: Any,
    error: type[ProcessorError],
    outcome: Outcome,
) -> None:
    endpoint.answers = [web.json_response(response)]
    with pytest.raises(error) as withheld:
        await ask(gateway_to(endpoint.url, kept), masked)
    assert "canary" not in str(withheld.value)
    assert withheld.value.__cause__ is None
    assert kept.entries[0][0].outcome is outcome


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
async def test_a_body_that_is_no_json_is_withheld(
    endpoint: Endpoint, masked: MaskedText, kept: Kept, kind: str
) -> None:
    endpoint.answers = [web.Response(text="canary {", content_type=kind)]
    with pytest.raises(AnswerInvalid) as withheld:
        await ask(gateway_to(endpoint.url, kept), masked)
    assert "canary" not in str(withheld.value)


@pytest.mark.parametrize("status", [400, 401, 404, 422])
async def test_a_refusal_by_the_processor_is_not_tried_again(
    endpoint: Endpoint, masked: MaskedText, kept: Kept, status: int
) -> None:
    endpoint.answers = [web.json_response({"error": {"message": "canary"}}, status=status)]
    with pytest.raises(ProcessorUnavailable) as unavailable:
        await ask(gateway_to(endpoint.url, kept), masked)
    assert str(status) in str(unavailable.value)
    assert "canary" not in str(unavailable.value)
    assert len(endpoint.bodies) == 1


async def test_a_server_error_is_tried_once_more_and_no_oftener(
    endpoint: Endpoint, masked: MaskedText, kept: Kept
) -> None:
    endpoint.answers = [web.json_response({}, status=500) for _ in range(3)]
    with pytest.raises(ProcessorUnavailable):
        await ask(gateway_to(endpoint.url, kept), masked)
    assert len(endpoint.bodies) == 2
    assert not leaked(endpoint)


async def test_a_redirect_is_not_followed(endpoint: Endpoint, masked: MaskedText, kept: Kept) -> None:
    endpoint.answers = [web.Response(status=307, headers={"Location": f"{endpoint.url}/elsewhere"})]
    with pytest.raises(ProcessorUnavailable):
        await ask(gateway_to(endpoint.url, kept), masked)
    assert len(endpoint.bodies) == 1


async def test_nobody_listening_is_unavailable(masked: MaskedText, kept: Kept, free_port: int) -> None:
    with pytest.raises(ProcessorUnavailable):
        await ask(gateway_to(f"http://127.0.0.1:{free_port}/v1", kept), masked)


async def test_without_a_ledger_entry_nothing_is_sent(endpoint: Endpoint, masked: MaskedText) -> None:
    class Broken(Kept):
        async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
            raise OSError("the ledger can't be written")

    with pytest.raises(OSError, match="ledger"):
        await ask(gateway_to(endpoint.url, Broken()), masked)
    assert endpoint.bodies == []


async def test_an_answer_that_the_ledger_does_not_know_is_withheld(
    endpoint: Endpoint, masked: MaskedText
) -> None:
    class Broken(Kept):
        async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
            raise OSError("the ledger can't be written")

    broken = Broken()
    with pytest.raises(OSError, match="ledger"):
        await ask(gateway_to(endpoint.url, broken), masked)
    assert [entry.outcome for entry, _ in broken.entries] == [Outcome.BEGUN]


async def test_what_is_underway_stands_in_the_ledger(
    endpoint: Endpoint, masked: MaskedText, kept: Kept
) -> None:
    endpoint.delay = 0.5
    asking = asyncio.create_task(ask(gateway_to(endpoint.url, kept), masked))
    async with asyncio.timeout(30):
        while not endpoint.bodies:  # noqa: ASYNC110 - the endpoint signals nobody
            await asyncio.sleep(0.01)
    ((entry, body),) = kept.entries
    assert entry.outcome is Outcome.BEGUN
    assert "[PERSON_1]" in str(body.sent)
    await asking
    assert [entry.outcome for entry, _ in kept.entries] == [Outcome.ANSWERED]


async def test_a_call_that_is_given_up_while_it_is_entered_has_one_entry(
    endpoint: Endpoint, masked: MaskedText
) -> None:
    entered, kept_at_last = asyncio.Event(), asyncio.Event()

    class Slow(Kept):
        async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
            number = await super().enter(entry, body)
            entered.set()
            await kept_at_last.wait()
            return number

    slow = Slow()
    asking = asyncio.create_task(ask(gateway_to(endpoint.url, slow), masked))
    await entered.wait()
    asking.cancel()
    await asyncio.sleep(0)
    kept_at_last.set()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert [entry.outcome for entry, _ in slow.entries] == [Outcome.UNAVAILABLE]
    assert endpoint.bodies == []


@pytest.mark.parametrize("left", ["write to anna@example.com", "call 512-555-0199"])
async def test_what_masking_missed_in_writing_is_not_sent(endpoint: Endpoint, kept: Kept, left: str) -> None:
    with pytest.raises(ProcessorRefused, match="still holds"):
        await ask(gateway_to(endpoint.url, kept), mint(left))
    assert endpoint.bodies == []
    assert [entry.outcome for entry, _ in kept.entries] == [Outcome.REFUSED]


async def test_what_turns_the_writing_is_not_sent(endpoint: Endpoint, kept: Kept) -> None:
    await ask(gateway_to(endpoint.url, kept), mint("slept\u202e badly\u200b \x1b[2Jtoday"))
    assert json.loads(endpoint.bodies[0])["messages"][1]["content"] == "slept badly [2Jtoday"


async def test_a_body_without_end_is_not_read_to_its_end(
    endpoint: Endpoint, masked: MaskedText, kept: Kept
) -> None:
    endpoint.answers = [web.Response(body=b" " * (MAX_BODY_BYTES + 1))]
    with pytest.raises(AnswerInvalid):
        await ask(gateway_to(endpoint.url, kept), masked)
    assert [entry.outcome for entry, _ in kept.entries] == [Outcome.INVALID]
