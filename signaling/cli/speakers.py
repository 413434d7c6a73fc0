"""Who speaks on a track: told by `NAME:ROLE`, or guessed from the file's name.

A file name with the word clinician, doctor, therapist, counsellor or provider is the clinician's
track; any other is a client's. Roles are those of `wire.Role`; the same everyday words are accepted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signaling.cli.exits import CommandError
from wire import Role

_WORDS = {
    Role.CLINICIAN: (
        "clinician", "doctor", "dr", "therapist", "counsellor", "counselor", "psychologist", "psychiatrist",
        "provider",
    ),
    Role.CLIENT: ("client", "patient", "member"),
    Role.SUPERVISOR: ("supervisor",),
    Role.INTERPRETER: ("interpreter",),
}  # fmt: skip
_ROLE_OF = {word: role for role, words in _WORDS.items() for word in words}


@dataclass(frozen=True)
class Speaker:
    """A name to print and a role."""

    name: str
    role: Role


def role_named(word: str) -> Role | None:
    """The role an everyday word means, or None."""
    return _ROLE_OF.get(word.strip().lower())


def parse_role(word: str, option: str) -> Role:
    """The role a word means. Raises `CommandError` naming the option."""
    role = role_named(word)
    if role is None:
        raise CommandError(f"{option}: the role is one of {', '.join(Role)}")
    return role


def parse_speaker(text: str) -> Speaker:
    """`NAME:ROLE` of `--speaker`. Raises `CommandError`."""
    name, separator, role = text.rpartition(":")
    if not separator or not name.strip():
        raise CommandError("--speaker: write NAME:ROLE, for example 'Dr. Brooks:clinician'")
    return Speaker(name.strip(), parse_role(role, "--speaker"))


def guess_role(file: Path) -> Role:
    """The role a file's name tells; client when it tells nothing."""
    words = re.split(r"[^a-z]+", file.stem.lower())
    return next((_ROLE_OF[word] for word in words if word in _ROLE_OF), Role.CLIENT)


def speakers_of(roles: Sequence[Role], told: Sequence[str]) -> list[Speaker]:
    """A speaker for each track: as told, in order, and named after the role where nothing was told.

    Raises:
        CommandError: more `--speaker` options than tracks, or one that can't be read.
    """
    if len(told) > len(roles):
        raise CommandError(f"--speaker: given {len(told)} times for {len(roles)} tracks")
    named = [parse_speaker(text) for text in told]
    rest = roles[len(named) :]
    totals = Counter(roles)
    seen: Counter[Role] = Counter(speaker.role for speaker in named)
    for role in rest:
        seen[role] += 1
        number = f" {seen[role]}" if totals[role] > 1 and seen[role] > 1 else ""
        named.append(Speaker(f"{role.capitalize()}{number}", role))
    return named


def with_roles(transcript: object, clinician: str) -> object:
    """A transcript's JSON in which `clinician` speaks as such, and who has no role, as a client.

    Raises:
        CommandError: nobody of that name speaks in it, or there is no transcript.
    """
    segments = transcript.get("segments") if isinstance(transcript, dict) else transcript
    if not isinstance(segments, list):
        raise CommandError("--clinician: only together with --transcript")
    wanted = clinician.strip().lower()
    if not any(_speaks(one, wanted) for one in segments):
        raise CommandError("--clinician: nobody of this name speaks in the transcript")
    told = [_told(one, wanted) for one in segments]
    return {**transcript, "segments": told} if isinstance(transcript, dict) else told


def _speaks(segment: Any, wanted: str) -> bool:
    name = segment.get("speaker") if isinstance(segment, dict) else None
    return isinstance(name, str) and name.strip().lower() == wanted


def _told(segment: Any, wanted: str) -> Any:
    if _speaks(segment, wanted):
        return {**segment, "role": str(Role.CLINICIAN)}
    if isinstance(segment, dict) and not segment.get("role"):
        return {**segment, "role": str(Role.CLIENT)}
    return segment
