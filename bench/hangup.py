"""From hanging up to the note: how long, for a whole session, through the server's own parts.

    attune bench hangup [--words 8000] [--sessions 3] [--rounds 7] [--transcript FILE] [--live] [--json]

A node without its listening socket hears so many words final by final, seals and masks them, as in a call.
Then, round after round, one more final comes and the call is over: timed is from that final until the note is
drafted, checked and kept. Beside it stand its CPU time, which no other load of the machine lengthens,
and the longest wait of the event loop meanwhile, for which calls would have stood still. `--live`: the
draft of the call that goes on, made in the process pool, is timed likewise. `--transcript`: words to say
instead of the invented ones, as a JSON list of role and text, over and over. What is not timed is the ear:
recognising the last words. Exit code 1 when the 95th percentile is over a second.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.stream_figures import percentiles
from live_notes import Speaking, lines_from_transcript
from retention import AttuneError, NewSession, SessionId
from signaling.app import node
from signaling.config import Settings
from signaling.conversation import Conversation
from signaling.house import House
from signaling.logs import configure
from wire import Role, Segment

MOST_SECONDS = 1.0
LINE_SECONDS = 6.0
LOOKS_SECONDS = 0.005
"""How often the event loop is looked at."""

INVENTED = (
    (Role.CLINICIAN, "How has your sleep been since we last met, and what did the week at work do to it?"),
    (
        Role.CLIENT,
        "I wake up at four most nights and then I lie there and worry about the meeting on Monday.",
    ),
    (Role.CLINICIAN, "What goes through your mind when you lie awake like that?"),
    (Role.CLIENT, "That I'm going to lose my job and that my sister Maria will be right about me after all."),
    (Role.CLINICIAN, "Let us look at that thought together, what speaks for it and what speaks against it."),
    (
        Role.CLIENT,
        "I suppose my boss said the last report was good, so it isn't really likely, but it feels so.",
    ),
    (Role.CLINICIAN, "Are you having any thoughts of hurting yourself or of suicide?"),
    (
        Role.CLIENT,
        "No, nothing like that, I just feel tired and I don't enjoy the things that I used to enjoy.",
    ),
    (Role.CLIENT, "I tried the breathing exercise three times and it helped me to calm down before bed."),
    (
        Role.CLINICIAN,
        "For next week please keep the thought record every evening, and we meet again on Thursday.",
    ),
    (
        Role.CLIENT,
        "I take the sertraline, fifty milligrams every morning, and I have not missed any of them.",
    ),
    (
        Role.CLIENT,
        "My mother called on Sunday and we argued about money, and I drank two glasses of wine after.",
    ),
)
_ROLES = {Speaking.CLINICIAN: Role.CLINICIAN, Speaking.CLIENT: Role.CLIENT}


@dataclass
class Lag:
    """The longest time for which the running event loop did not come back, in seconds."""

    longest: float = 0.0

    async def watch(self) -> None:
        """Watches until cancelled."""
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + LOOKS_SECONDS
            await asyncio.sleep(LOOKS_SECONDS)
            self.longest = max(self.longest, clock() - due)


@dataclass
class Took:
    """Seconds of each round, and of the loop's longest waits meanwhile."""

    notes: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    live: list[float] = field(default_factory=list)
    live_waits: list[float] = field(default_factory=list)


def said(file: Path | None) -> Iterator[tuple[Role, str]]:
    """Turns without end."""
    if file is None:
        return itertools.cycle(INVENTED)
    lines = lines_from_transcript(json.loads(file.read_text(encoding="utf-8")))
    return itertools.cycle([(_ROLES.get(line.speaking, Role.CLIENT), line.spoken) for line in lines])


def final(number: int, role: Role, text: str) -> Segment:
    """One final of a session in which each speaks in turn."""
    start = LINE_SECONDS * number
    track = f"{role.value}-track"
    return Segment(
        id=f"{track}-{number}",
        track=track,
        speaker=role.value,
        role=role,
        start=start,
        end=start + LINE_SECONDS - 1,
        text=text,
        final=True,
        words=(),
    )


@asynccontextmanager
async def watched(waits: list[float]) -> AsyncIterator[None]:
    """A context whose longest wait of the event loop is written down."""
    lag = Lag()
    watching = asyncio.create_task(lag.watch(), name="lag")
    try:
        yield
    finally:
        watching.cancel()
        waits.append(lag.longest)


async def heard(house: House, turns: Iterator[tuple[Role, str]], words: int) -> tuple[Conversation, int]:
    """A session in which so many words were said, kept and masked; and how many finals that were."""
    made = await house.memory.sessions.create(
        NewSession(client="Anna Lindqvist", clients=("Anna Lindqvist",))
    )
    conversation = await house.conversations.open(SessionId(made.id))
    number = spoken = 0
    while spoken < words:
        role, text = next(turns)
        conversation.take(final(number, role, text))
        number, spoken = number + 1, spoken + len(text.split())
        await asyncio.sleep(0)
    await conversation.settle()
    await conversation.scribe.catch_up()
    return conversation, number


async def measured(given: argparse.Namespace, folder: Path) -> Took:
    """All rounds of all sessions."""
    settings = Settings(port=0, workers=0, folder=folder, undumpable=False, log_level="error")
    took, turns = Took(), said(given.transcript)
    clock = asyncio.get_running_loop().time
    async with node(settings) as composed:
        house = composed.house
        for _ in range(given.sessions):
            conversation, number = await heard(house, turns, given.words)
            for _ in range(given.rounds):
                if given.live:
                    conversation.so_far = None
                    async with watched(took.live_waits):
                        began = clock()
                        await house.live_drafts.so_far(conversation.session)
                        took.live.append(clock() - began)
                async with watched(took.waits):
                    began, cpu = clock(), time.process_time()
                    conversation.take(final(number, *next(turns)))
                    await house.notebook.draft(conversation.session)
                    took.notes.append(clock() - began)
                    took.cpu.append(time.process_time() - cpu)
                number += 1
    return took


def main(arguments: Sequence[str]) -> int:
    """Prints the figures; 1 when the target is missed, 2 on bad use."""
    parser = argparse.ArgumentParser(prog="attune bench hangup", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=int, default=8000)
    parser.add_argument("--sessions", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--transcript", type=Path, metavar="FILE")
    parser.add_argument("--live", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    configure("console", "error")
    with TemporaryDirectory(prefix="attune-bench-") as folder:
        try:
            took = asyncio.run(measured(given, Path(folder) / "records"))
        except (AttuneError, OSError, ValueError) as error:
            print(f"bench hangup: {getattr(error, 'detail', error)}", file=sys.stderr)
            return 2
    found = _figures(took)
    if given.json:
        print(json.dumps({"words": given.words, "rounds": len(took.notes), "seconds": found}))
    else:
        print(f"{given.words} words, {given.sessions} sessions, {len(took.notes)} rounds (seconds)")
        for name, of in found.items():
            print(f"{name:34} " + ", ".join(f"{part} {seconds:.3f}" for part, seconds in of.items()))
    return int(found["hang-up to note"].get("p95", 0.0) > MOST_SECONDS)


def _figures(took: Took) -> dict[str, dict[str, float]]:
    rows: dict[str, Any] = {
        "hang-up to note": took.notes,
        "its CPU time": took.cpu,
        "longest wait of the event loop": took.waits,
        "draft so far": took.live,
        "its longest wait of the event loop": took.live_waits,
    }
    return {name: percentiles(seconds) or {} for name, seconds in rows.items() if seconds}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
