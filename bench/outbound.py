"""Does a name leave? Sessions of invented people, drafted by a server here that keeps every byte.

    attune bench outbound [--sessions 1000] [--seed 1]

Each session's lines are heard by a scribe (one session as written, the next as a recogniser puts it, the
next as Whisper writes), masked by the real pool, and sent for a draft to a server on this machine that
records what arrives. Told is how often a name that the session knows, another person's name, or another
identifier stood in a body. Exit code 1 when a name that the session knows did.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import groupby
from random import Random
from typing import Any

from aiohttp import web

from bench.masking.asr_like import STYLES, as_heard
from bench.masking.labelled import Labelled
from live_notes import DraftSpec, ModelDrafter, NoteFormat, Scribe
from live_notes.ledger import LedgerBody, LedgerEntry
from live_notes.masking import AnalysisPool, Roster, RosterName, SessionMasker
from live_notes.processors import ProcessorGateway, registry_from
from retention.clock import SystemClock
from retention.ids import SessionId
from wire.segments import Role, Segment

KNOWN = "ROSTER"
_STYLES = (None, STYLES["plain"], STYLES["cased"])


@dataclass
class Recorder:
    """An OpenAI-compatible endpoint that keeps what it is sent and answers with one sentence."""

    bodies: list[bytes] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        """`/v1/chat/completions`."""
        self.bodies.append(await request.read())
        drafted = {
            "sections": [{"title": "Subjective", "sentences": [{"text": "Client spoke.", "lines": [1]}]}]
        }
        choice = {
            "index": 0,
            "finish_reason": "stop",
            "message": {"role": "assistant", "content": json.dumps(drafted)},
        }
        completion = {"id": "c", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
        return web.json_response(completion)

    @asynccontextmanager
    async def standing(self) -> AsyncIterator[str]:
        """The endpoint's base URL while it stands."""
        app = web.Application(client_max_size=8 << 20)
        app.router.add_post("/v1/chat/completions", self.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        finally:
            await runner.cleanup()


class Forgetful:
    """A ledger that keeps nothing: what was sent is looked at where it arrives."""

    async def enter(self, entry: LedgerEntry, body: LedgerBody) -> str:
        """Takes it."""
        del body
        return entry.session

    async def amend(self, number: str, entry: LedgerEntry, body: LedgerBody) -> None:
        """Takes it."""
        del number, entry, body


def heard(lines: Iterable[Labelled]) -> Iterator[Segment]:
    """A session's lines as finals, the clinician and the client in turn."""
    for number, line in enumerate(lines):
        role = Role.CLINICIAN if number % 2 else Role.CLIENT
        yield Segment(
            id=f"seg_{number}",
            track=role.value,
            speaker=role.value,
            role=role,
            start=5.0 * number,
            end=5.0 * number + 4.0,
            text=line.text,
            final=True,
        )


def left_in(lines: Iterable[Labelled], sent: str) -> Counter[str]:
    """How many identifiers of the lines, by kind, stand in what was sent; but no word also said otherwise."""
    found: Counter[str] = Counter()
    spoken, said = sent.casefold(), list(lines)
    rest = "\n".join(map(_without, said)).casefold()
    for line in said:
        for kind, start, end in line.spans:
            surface = line.text[start:end].casefold()
            if not _stands_in(surface, rest) and _stands_in(surface, spoken):
                found[kind] += 1
    return found


def _without(line: Labelled) -> str:
    """A line's words that identify nobody."""
    text = line.text
    for _, start, end in sorted(line.spans, key=lambda span: -span[1]):
        text = f"{text[:start]}\n{text[end:]}"
    return text


def _stands_in(surface: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(surface)}(?!\w)", text) is not None


@dataclass
class Told:
    """What came out of all sessions."""

    sessions: int = 0
    sent: int = 0
    unsent: int = 0
    """Sessions of which nothing was sent: they show nothing."""
    lines: int = 0
    left: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)


async def outbound(lines: Sequence[Labelled]) -> Told:
    """Hears, masks, drafts and looks at what arrived."""
    told, recorder = Told(), Recorder()
    async with AnalysisPool(max(1, (os.cpu_count() or 2) - 1)).running() as pool, recorder.standing() as url:
        registry = registry_from(
            [{"id": "p", "endpoint": url, "model": "m", "purposes": ["drafting"], "local": True}]
        )
        gateway = ProcessorGateway(registry, Forgetful(), SystemClock(), {})
        for name, grouped in groupby(lines, key=lambda line: line.session):
            said = list(grouped)
            roster = Roster(tuple(RosterName(one) for one in said[0].roster))
            drafter = ModelDrafter(gateway, "p", SessionId(f"ses_{name}"))
            scribe = Scribe(SystemClock(), SessionMasker(pool, roster), drafter)
            for segment in heard(said):
                await scribe.hear(segment)
            await scribe.draft(DraftSpec(format=NoteFormat.SOAP))
            told.sessions += 1
            told.lines += len(said)
            told.said += Counter(kind for line in said for kind, _, _ in line.spans)
            bodies, recorder.bodies = recorder.bodies, []
            told.sent += len(bodies)
            told.unsent += not bodies
            for body in bodies:
                told.left += left_in(said, _masked_part(body))
    return told


def _masked_part(body: bytes) -> str:
    """The user message of a request: the transcript."""
    messages: list[dict[str, Any]] = json.loads(body)["messages"]
    return "\n".join(str(message["content"]) for message in messages if message["role"] == "user")


def main(arguments: Sequence[str]) -> int:
    """Prints what left; 1 when a known name did, or nothing was sent at all; 2 on bad use."""
    parser = argparse.ArgumentParser(
        prog="attune bench outbound", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--sessions", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    try:
        from bench.masking.corpus import sessions
    except ModuleNotFoundError:
        print("bench outbound: needs the package faker", file=sys.stderr)
        return 2
    random = Random(chosen.seed)
    lines: list[Labelled] = []
    for number, (_, grouped) in enumerate(
        groupby(sessions(chosen.sessions, chosen.seed), key=lambda one: one.session)
    ):
        style = _STYLES[number % len(_STYLES)]
        lines += [line if style is None else as_heard(line, random, style) for line in grouped]
    told = asyncio.run(outbound(lines))
    print(
        f"{told.sessions} sessions, {told.lines} lines, {told.sent} requests recorded, {told.unsent} without"
    )
    for kind, count in sorted(told.said.items()):
        print(f"  {kind:<24}{count:>7} said{told.left[kind]:>7} left")
    return int(told.left[KNOWN] > 0 or told.unsent > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
