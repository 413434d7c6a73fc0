"""The one door out: it asks for leave, sends masked text or speech, meters, and writes the ledger.

No other module may import `openai`. Everything fails closed: without leave nothing is
sent, without a ledger entry nothing is sent and no answer given out, without a whole and
valid answer nothing is returned. Error messages carry status numbers and names of settings, never
what was sent or answered.
"""

from __future__ import annotations

import asyncio
import hashlib
import importlib
import logging
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError

from live_notes.errors import (
    AnswerInvalid,
    AnswerTruncated,
    ProcessorError,
    ProcessorRefused,
    ProcessorUnavailable,
)
from live_notes.ledger import LedgerBody, LedgerEntry, LedgerSink, Outcome
from live_notes.masking.hygiene import without_controls
from live_notes.masking.sieve import residue
from live_notes.processors.prompt import MaskedPrompt
from live_notes.processors.registry import Processor, ProcessorRegistry, Purpose
from live_notes.processors.speech import Speech, SpokenWord, read_words
from retention.clock import Clock
from retention.ids import SessionId

if TYPE_CHECKING:
    import openai

MAX_PROMPT_CHARS = 400_000
"""Longest prompt sent: a three-hour session is about 250 000 characters."""

MAX_ANSWER_CHARS = 200_000
MAX_BODY_BYTES = 4 << 20
"""Longest body read from a processor: one that never ends must not fill the memory."""

RETRIES = 1
"""How often a failed call is tried again; more would outlast the clinician's patience."""

_TELLING_HEADERS = ("x-stainless-", "openai-")
"""Headers the client adds of its own accord; they tell of this machine and are left out."""

_PLACEHOLDER = re.compile(r"\[([A-Z]+)(?:_\d+)?\]")

_A = TypeVar("_A", bound=BaseModel)
_Ask: TypeAlias = "Callable[[openai.AsyncOpenAI], Awaitable[object]]"


@dataclass(frozen=True, slots=True)
class Answer(Generic[_A]):
    """A processor's whole, valid answer. Its text is still masked."""

    content: _A = field(repr=False)
    model: str
    prompt_tokens: int | None
    answer_tokens: int | None
    seconds: float


@dataclass(slots=True)
class _Call:
    """One attempt while it runs: what the ledger will say about it."""

    processor: Processor
    session: SessionId
    purpose: Purpose
    at: datetime
    outcome: Outcome = Outcome.UNAVAILABLE
    sent: dict[str, Any] = field(default_factory=dict, repr=False)
    placeholders: Counter[str] = field(default_factory=Counter)
    """By kind, of what was masked: the instructions name some, too, and mask nothing."""
    wire_bytes: int = 0
    wire_sha256: str = ""
    audio_seconds: float = 0.0
    answer: str | None = field(default=None, repr=False)
    prompt_tokens: int | None = None
    answer_tokens: int | None = None
    seconds: float = 0.0
    number: str | None = None
    """The ledger's, once it is entered."""

    def entry(self) -> LedgerEntry:
        """The ledger's entry: counts and hashes of the bytes that went over the wire."""
        return LedgerEntry(
            session=self.session,
            processor=self.processor.id,
            model=self.processor.model,
            purpose=self.purpose.value,
            at=self.at,
            outcome=self.outcome,
            local=self.processor.stands_locally,
            agreement=self.processor.baa.reference if self.processor.baa else None,
            placeholders=dict(self.placeholders) if self.wire_bytes else {},
            body_bytes=self.wire_bytes,
            body_sha256=self.wire_sha256,
            prompt_tokens=self.prompt_tokens,
            answer_tokens=self.answer_tokens,
            seconds=round(self.seconds, 3),
            audio_seconds=round(self.audio_seconds, 2) if self.wire_bytes else 0.0,
            host=self.processor.host,
        )


class ProcessorGateway:
    """Calls declared processors, one at a time or several together; holds no connection between calls.

    `environment` is where API keys are looked up (`os.environ` in production).
    """

    def __init__(
        self, registry: ProcessorRegistry, ledger: LedgerSink, clock: Clock, environment: Mapping[str, str]
    ) -> None:
        self._registry = registry
        self._ledger = ledger
        self._clock = clock
        self._environment = environment
        if len(registry):
            importlib.import_module("openai")  # slow: before calls go on, and only where it is needed
        for name in ("openai", "httpx", "httpx2", "httpcore", "httpcore2"):
            # At debug level the client logs request bodies, whatever OPENAI_LOG says.
            logging.getLogger(name).setLevel(logging.WARNING)

    async def complete(
        self,
        processor_id: str,
        purpose: Purpose,
        prompt: MaskedPrompt,
        schema: type[_A],
        *,
        session: SessionId,
        timeout: float | None = None,  # noqa: ASYNC109  (a bound on the whole call, enforced below)
    ) -> Answer[_A]:
        """Asks the processor for a JSON answer of the form `schema`.

        `timeout` is in seconds for the whole call with its retry; the declared one if None.

        Raises:
            ProcessorRefused: the registry does not permit the call; nothing was sent.
            ProcessorUnavailable: no answer in time, no connection, an error status or a redirect.
            AnswerTruncated: the answer stopped at the token limit.
            AnswerInvalid: the answer is no JSON of the asked form, or was filtered.
        """
        processor = self._registry.named(processor_id)
        call = _Call(processor, session, purpose, self._clock.now())
        async with self._entered(call):
            key = await self._leave(call, lambda: _request(processor, prompt, schema))
            masked = (text for message in prompt.messages for text in message.masked)
            call.placeholders.update(kind for text in masked for kind in _PLACEHOLDER.findall(text))
            ask = _completion(call.sent)
            content = _read(
                call, await _sent(call, key, timeout or processor.timeout_seconds, ask, RETRIES), schema
            )
        return Answer(content, processor.model, call.prompt_tokens, call.answer_tokens, call.seconds)

    async def transcribe(
        self,
        processor_id: str,
        speech: Speech,
        *,
        session: SessionId,
        timeout: float | None = None,  # noqa: ASYNC109  (a bound on the whole call, enforced below)
    ) -> tuple[SpokenWord, ...]:
        """Lets a processor declared for `recognition` hear one window of speech, and gives its words.

        Asked once: there is a recogniser here that answers sooner than a second attempt would. The
        ledger keeps seconds, bytes and hash, never sound or words. `timeout` as of `complete`.

        Raises:
            ProcessorRefused: the registry does not permit the call; nothing was sent.
            ProcessorUnavailable: no answer in time, no connection, an error status or a redirect.
            AnswerInvalid: the answer is no transcription with word times that fits the window.
        """
        processor = self._registry.named(processor_id)
        call = _Call(processor, session, Purpose.RECOGNITION, self._clock.now())
        about = {"audio_seconds": round(speech.seconds, 2), "language": speech.language}
        async with self._entered(call):
            key = await self._leave(call, lambda: about)
            call.audio_seconds = speech.seconds
            ask = _recognition(processor, speech)
            return read_words(await _sent(call, key, timeout or processor.timeout_seconds, ask, 0), speech)

    @asynccontextmanager
    async def _entered(self, call: _Call) -> AsyncIterator[None]:
        """A call as the ledger knows it: how it ends is written down before it is answered."""
        began = self._clock.monotonic()
        try:
            yield
            call.outcome = Outcome.ANSWERED
        except ProcessorError as error:
            call.outcome = _outcome_of(error)
            raise
        finally:
            # Also when cancelled: something may have been sent.
            call.seconds = self._clock.monotonic() - began
            await self._write(call)

    async def _leave(self, call: _Call, request: Callable[[], dict[str, Any]]) -> str:
        """Asks for leave and enters the call into the ledger, else nothing is sent; gives the key."""
        self._registry.permit(call.processor, call.purpose, call.at)
        key = self._key_of(call.processor)
        call.sent = request()
        call.outcome = Outcome.BEGUN
        try:
            await self._write(call)
        finally:
            call.outcome = Outcome.UNAVAILABLE
        return key

    async def _write(self, call: _Call) -> None:
        entry, body = call.entry(), LedgerBody(call.sent, call.answer)
        if call.number is not None:
            await self._ledger.amend(call.number, entry, body)
            return
        entering = asyncio.ensure_future(self._ledger.enter(entry, body))
        try:
            call.number = await asyncio.shield(entering)
        except asyncio.CancelledError:
            # It may have been kept all the same: one call has one entry.
            while not entering.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait({entering})
            if entering.exception() is None:
                call.number = entering.result()
            raise

    def _key_of(self, processor: Processor) -> str:
        if processor.api_key_env is None:
            return "none"
        key = self._environment.get(processor.api_key_env)
        if not key:
            raise ProcessorRefused(f"processor {processor.id}: set its API key in {processor.api_key_env}")
        return key


def _outcome_of(error: ProcessorError) -> Outcome:
    match error:
        case ProcessorRefused():
            return Outcome.REFUSED
        case AnswerTruncated():
            return Outcome.TRUNCATED
        case AnswerInvalid():
            return Outcome.INVALID
        case _:
            return Outcome.UNAVAILABLE


def _request(processor: Processor, prompt: MaskedPrompt, schema: type[BaseModel]) -> dict[str, Any]:
    if not isinstance(prompt, MaskedPrompt):
        raise ProcessorRefused("only a masked prompt is sent to a processor")
    left = next(filter(None, (residue(text) for one in prompt.messages for text in one.masked)), None)
    if left is not None:
        raise ProcessorRefused(f"what was masked still holds {left}: nothing was sent")
    messages = [
        {"role": message.role, "content": without_controls(message.text)} for message in prompt.messages
    ]
    if sum(len(message["content"]) for message in messages) > MAX_PROMPT_CHARS:
        raise ProcessorRefused(f"the prompt is longer than {MAX_PROMPT_CHARS} characters")
    form = {"name": schema.__name__, "schema": schema.model_json_schema(), "strict": True}
    return {
        "model": processor.model,
        "messages": messages,
        "response_format": {"type": "json_schema", "json_schema": form},
        "temperature": 0,
        "max_tokens": processor.max_answer_tokens,
        "store": False,
    }


def _completion(request: dict[str, Any]) -> _Ask:
    async def ask(client: openai.AsyncOpenAI) -> object:
        return await client.chat.completions.create(**request)

    return ask


def _recognition(processor: Processor, speech: Speech) -> _Ask:
    async def ask(client: openai.AsyncOpenAI) -> object:
        return await client.audio.transcriptions.create(
            file=("speech.wav", speech.wav(), "audio/wav"),
            model=processor.model,
            language=speech.language,
            response_format="verbose_json",
            timestamp_granularities=["word"],
            temperature=0,
        )

    return ask


async def _sent(call: _Call, key: str, seconds: float, ask: _Ask, retries: int) -> object:
    """Sends the request; notes length and hash of the very bytes that go out."""
    import openai

    async def remember(request: Any) -> None:
        for name in [name for name in request.headers if name.lower().startswith(_TELLING_HEADERS)]:
            del request.headers[name]
        content = await request.aread()
        call.wire_bytes, call.wire_sha256 = len(content), hashlib.sha256(content).hexdigest()

    # No proxy or certificate from the environment, no redirect: the words go to the declared host only.
    transport = openai.DefaultAsyncHttpxClient(
        trust_env=False,
        follow_redirects=False,
        timeout=seconds,
        event_hooks={"request": [remember], "response": [_bound]},
    )
    try:
        client = _client(call.processor, key, seconds, transport).with_options(max_retries=retries)
        async with asyncio.timeout(seconds), client:
            return await ask(client)
    except (TimeoutError, openai.APITimeoutError):
        raise ProcessorUnavailable(f"no answer within {seconds:g} seconds") from None
    except openai.APIStatusError as error:
        raise ProcessorUnavailable(f"the processor answered with status {error.status_code}") from None
    except openai.APIConnectionError:
        raise ProcessorUnavailable("the processor can't be reached") from None
    except (openai.OpenAIError, ValueError):
        raise AnswerInvalid("the processor's answer is not what was asked for") from None


async def _bound(response: Any) -> None:
    """Lets no more than `MAX_BODY_BYTES` of an answer in."""
    whole = response.aiter_raw

    async def bounded(chunk_size: int | None = None) -> AsyncIterator[bytes]:
        read = 0
        async for chunk in whole(chunk_size):
            read += len(chunk)
            if read > MAX_BODY_BYTES:
                raise AnswerInvalid(f"the answer is longer than {MAX_BODY_BYTES} bytes")
            yield chunk

    response.aiter_raw = bounded


def _client(processor: Processor, key: str, seconds: float, transport: Any) -> openai.AsyncOpenAI:
    import openai

    return openai.AsyncOpenAI(
        api_key=key,
        base_url=processor.endpoint,
        timeout=seconds,
        max_retries=RETRIES,
        # Not compressed: what is read is what was counted.
        default_headers={"User-Agent": "attune", "Accept-Encoding": "identity"},
        http_client=transport,
    )


def _read(call: _Call, completion: object, schema: type[_A]) -> _A:
    """The answer's content, if it is whole and of the asked form."""
    from openai.types.chat import ChatCompletion

    if not isinstance(completion, ChatCompletion) or not completion.choices:
        raise AnswerInvalid("the processor's answer is no chat completion")
    if completion.usage is not None:
        call.prompt_tokens = completion.usage.prompt_tokens
        call.answer_tokens = completion.usage.completion_tokens
    choice = completion.choices[0]
    call.answer = choice.message.content
    if choice.finish_reason == "length":
        raise AnswerTruncated("the answer stopped at its token limit")
    if choice.finish_reason != "stop" or not call.answer:
        raise AnswerInvalid("the processor gave no answer of its own accord")
    if len(call.answer) > MAX_ANSWER_CHARS:
        raise AnswerInvalid(f"the answer is longer than {MAX_ANSWER_CHARS} characters")
    try:
        return schema.model_validate_json(call.answer)
    except ValidationError:
        raise AnswerInvalid("the answer is not JSON of the asked form") from None
