"""Speech to a recognising processor: a real HTTP server, from both sides of every rule."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.parser import BytesParser
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from live_notes.errors import AnswerInvalid, ProcessorError, ProcessorRefused, ProcessorUnavailable
from live_notes.ledger import LedgerBody, LedgerEntry, Outcome
from live_notes.processors import ProcessorGateway, Speech, SpokenWord, registry_from
from live_notes.processors.speech import read_words
from retention.clock import FrozenClock
from retention.ids import SessionId

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
SECRET = "canary"
VALID = {"reference": "r", "from": "2026-01-01", "to": "2026-12-31"}
EXPIRED = {"reference": "r", "from": "2020-01-01", "to": "2026-06-14"}
BY = {"by": "officer", "at": "2026-01-01"}


def speech(seconds: float = 2.0) -> Speech:
    return Speech(bytearray(b"\x01\x02" * round(16_000 * seconds)))


def transcription(*words: tuple[str, float, float], text: str | None = None) -> dict[str, Any]:
    said = " ".join(str(word) for word, _, _ in words) if text is None else text
    entries = [{"word": word, "start": start, "end": end} for word, start, end in words]
    return {"text": said, "language": "english", "duration": 2.0, "words": entries}


GOOD = transcription(("Slept", 0.1, 0.5), ("badly.", 0.5, 1.0))


@dataclass
class Kept:
    entries: list[tuple[LedgerEntry, LedgerBody]] = field(default_factory=list)

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        self.entries.append((entry, body))
        return str(len(self.entries) - 1)

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        self.entries[int(number)] = (entry, body)


@dataclass
class Recognising:
    """A server with the shape of `/v1/audio/transcriptions`, answering as told."""

    asked: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    delay: float = 0.0
    port: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append((request.path, dict(request.headers), await request.read()))
        await asyncio.sleep(self.delay)
        return self.answers.pop(0) if self.answers else web.json_response(GOOD)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Recognising]:
    standing = Recognising()
    app = web.Application(client_max_size=4 << 20)
    app.router.add_route("*", "/{path:.*}", standing.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    standing.port = runner.addresses[0][1]
    yield standing
    await runner.cleanup()


@pytest.fixture
def kept() -> Kept:
    return Kept()


def gateway(url: str, kept: Kept, env: dict[str, str] | None = None, **declared: Any) -> ProcessorGateway:
    declaration = {
        "id": "ear",
        "endpoint": url,
        "model": "whisper-1",
        "purposes": ["recognition"],
        "local": True,
        **declared,
    }
    return ProcessorGateway(registry_from([declaration]), kept, FrozenClock(NOW), env or {})


async def hear(door: ProcessorGateway, seconds: float = 5.0) -> tuple[SpokenWord, ...]:
    return await door.transcribe("ear", speech(), session=SessionId("ses_1"), timeout=seconds)


async def test_speech_goes_as_wav_and_comes_back_as_words_with_times(server: Recognising, kept: Kept) -> None:
    words = await hear(gateway(server.url, kept, {"KEY": "k-1"}, api_key_env="KEY"))
    assert words == (SpokenWord("Slept", 0.1, 0.5), SpokenWord("badly.", 0.5, 1.0))
    ((path, headers, body),) = server.asked
    assert path == "/v1/audio/transcriptions"
    assert headers["Authorization"] == "Bearer k-1"
    assert not [name for name in headers if name.lower().startswith(("x-stainless", "openai"))]
    mail = BytesParser().parsebytes(f"Content-Type: {headers['Content-Type']}\n\n".encode() + body)
    parts: dict[Any, Any] = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in mail.walk()
        if not part.is_multipart()
    }
    assert parts["model"] == b"whisper-1"
    assert parts["response_format"] == b"verbose_json"
    assert parts["timestamp_granularities[]"] == b"word"
    assert parts["file"][:4] == b"RIFF"
    assert parts["file"].endswith(bytes(speech().pcm[-100:]))


async def test_the_ledger_keeps_length_and_hash_and_neither_sound_nor_words(
    server: Recognising, kept: Kept
) -> None:
    await hear(gateway(server.url, kept))
    ((entry, body),) = kept.entries
    assert (entry.outcome, entry.purpose, entry.audio_seconds) == (Outcome.ANSWERED, "recognition", 2.0)
    assert entry.body_sha256 == hashlib.sha256(server.asked[0][2]).hexdigest()
    assert entry.body_bytes == len(server.asked[0][2])
    assert body.as_json() == {"sent": {"audio_seconds": 2.0, "language": "en"}, "answer": None}


REMOTE: dict[str, Any] = {"local": False, "endpoint": "https://192.0.2.1/v1"}


@pytest.mark.parametrize(
    ("declared", "says"),
    [
        ({"purposes": ["drafting", "redrafting", "brief"]}, "not declared for recognition"),
        ({**REMOTE}, "neither local nor under an agreement"),
        ({**REMOTE, "baa": EXPIRED}, "not in force"),
        ({**REMOTE, "baa": VALID, "no_training": BY}, "zero_retention"),
        ({**REMOTE, "baa": VALID, "zero_retention": BY}, "no_training"),
        ({"local": False, "baa": VALID, "zero_retention": BY, "no_training": BY}, "https"),
        ({"local": False}, "neither local"),
        ({"api_key_env": "MISSING"}, "API key"),
    ],
)
async def test_without_leave_no_sound_leaves(
    server: Recognising, kept: Kept, declared: dict[str, Any], says: str
) -> None:
    with pytest.raises(ProcessorRefused, match=says):
        await hear(gateway(server.url, kept, **declared))
    assert server.asked == []
    ((entry, _),) = kept.entries
    assert (entry.outcome, entry.body_bytes, entry.audio_seconds) == (Outcome.REFUSED, 0, 0.0)


def test_all_three_attestations_together_are_leave_enough(kept: Kept) -> None:
    from live_notes.processors import Purpose

    attested = {**REMOTE, "baa": VALID, "zero_retention": BY, "no_training": BY}
    registry = registry_from([{"id": "ear", "model": "m", "purposes": ["recognition"], **attested}])
    registry.permit(registry.named("ear"), Purpose.RECOGNITION, NOW)


async def test_a_slow_processor_is_given_up_and_asked_once(server: Recognising, kept: Kept) -> None:
    server.delay = 30
    with pytest.raises(ProcessorUnavailable, match="within"):
        await asyncio.wait_for(hear(gateway(server.url, kept), 1.0), 10)
    assert [entry.outcome for entry, _ in kept.entries] == [Outcome.UNAVAILABLE]
    assert kept.entries[0][0].audio_seconds == 2.0


@pytest.mark.parametrize("status", [401, 404, 429, 500, 503])
async def test_an_error_is_not_tried_again(server: Recognising, kept: Kept, status: int) -> None:
    server.answers = [web.json_response({"error": {"message": SECRET}}, status=status)]
    with pytest.raises(ProcessorUnavailable) as failed:
        await hear(gateway(server.url, kept))
    assert str(status) in str(failed.value)
    assert SECRET not in str(failed.value)
    assert len(server.asked) == 1


async def test_a_redirect_is_not_followed(server: Recognising, kept: Kept) -> None:
    server.answers = [web.Response(status=307, headers={"Location": f"{server.url}/elsewhere"})]
    with pytest.raises(ProcessorUnavailable):
        await hear(gateway(server.url, kept))
    assert len(server.asked) == 1


GARBAGE: dict[str, Any] = {
    "no json": web.Response(text=f"{SECRET} {{", content_type="application/json"),
    "a list": [SECRET],
    "nothing": None,
    "another form": {"choices": [SECRET]},
    "text without times": transcription(text=SECRET) | {"words": None},
    "a word that is a number": transcription((5, 0, 1)),  # type: ignore[arg-type]
    "an empty word": transcription((" ", 0, 1)),
    "a word with a line break": transcription((f"{SECRET}\n", 0, 1)),
    "a word without end": transcription((SECRET * 20, 0, 1)),
    "times that are text": transcription((SECRET, "now", 1)),  # type: ignore[arg-type]
    "times after the window": transcription((SECRET, 40, 41)),
    "times before it": transcription((SECRET, -3, 0)),
    "an end before the start": transcription((SECRET, 1, 0.5)),
    "backwards": transcription((SECRET, 1, 1.2), (SECRET, 0.2, 0.4)),
    "far too many words": transcription(*((SECRET, 0.1, 0.2) for _ in range(60))),
}


@pytest.mark.parametrize("kind", GARBAGE)
async def test_an_answer_that_fits_not_is_withheld(server: Recognising, kept: Kept, kind: str) -> None:
    answer = GARBAGE[kind]
    server.answers = [answer if isinstance(answer, web.Response) else web.json_response(answer)]
    with pytest.raises(AnswerInvalid) as withheld:
        await hear(gateway(server.url, kept))
    assert SECRET not in str(withheld.value)
    assert withheld.value.__cause__ is None
    assert [entry.outcome for entry, _ in kept.entries] == [Outcome.INVALID]


async def test_silence_is_no_fault(server: Recognising, kept: Kept) -> None:
    server.answers = [web.json_response(transcription())]
    assert await hear(gateway(server.url, kept)) == ()


async def test_nobody_listening_is_unavailable(kept: Kept, free_port: int) -> None:
    with pytest.raises(ProcessorError):
        await hear(gateway(f"http://127.0.0.1:{free_port}/v1", kept))


def test_speech_is_wiped_and_never_shown() -> None:
    one = speech()
    assert "1, 2" not in repr(one)
    assert "\\x01" not in repr(one)
    one.wipe()
    assert not any(one.pcm)
    for wrong in (b"", b"x", bytes(2 * 16_000 * 31)):
        with pytest.raises(ValueError, match="seconds"):
            Speech(bytearray(wrong))


@dataclass
class Said:
    word: object
    start: object
    end: object


@dataclass
class Reply:
    text: object
    words: object


ANYTHING = st.one_of(st.none(), st.text(max_size=5), st.floats(), st.integers(-5, 5), st.booleans())


@given(
    text=ANYTHING,
    words=st.one_of(ANYTHING, st.lists(st.builds(Said, ANYTHING, ANYTHING, ANYTHING), max_size=5)),
)
def test_whatever_comes_back_is_words_in_the_window_or_refused(text: object, words: object) -> None:
    one = speech()
    try:
        found = read_words(Reply(text, words), one)
    except AnswerInvalid:
        return
    assert all(0 <= word.start <= word.end <= one.seconds for word in found)
    assert all(word.word.strip() for word in found)
