"""Who takes part in a demo: the shipped sample's two people, or those named by `NAME:ROLE:FILE`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from retention.errors import BadInput
from signaling.demo.speech import check_speech
from wire import Role

MOST_PARTICIPANTS = 6
SAMPLE = "sample.json"


@dataclass(frozen=True)
class Part:
    """One participant: `file` is what they say, None for somebody who only listens."""

    name: str
    role: Role
    file: Path | None


def sample_folder() -> Path:
    """Where the shipped conversation lies."""
    with as_file(files("signaling.demo") / "sample") as folder:
        return folder


def sample_cast() -> tuple[Part, ...]:
    """The shipped sample conversation."""
    folder = sample_folder()
    people = json.loads((folder / SAMPLE).read_text("utf-8"))["participants"]
    return tuple(Part(one["name"], Role(one["role"]), folder / one["file"]) for one in people)


def complete(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The cast with whoever a session can't do without: a clinician and a client, silent when not given.

    The clinician comes first.

    Raises:
        BadInput: two clinicians, two of one name, too many people, or a file that holds no sound.
    """
    clinicians = [part for part in parts if part.role is Role.CLINICIAN]
    others = [part for part in parts if part.role is not Role.CLINICIAN]
    if len(clinicians) > 1:
        raise BadInput("--track: one track is the clinician's, not more")
    clinicians = clinicians or [Part("Clinician", Role.CLINICIAN, None)]
    if not any(part.role is Role.CLIENT for part in others):
        others = [Part("Client", Role.CLIENT, None), *others]
    names = Counter(part.name.casefold() for part in (*clinicians, *others))
    if names.most_common(1)[0][1] > 1:
        raise BadInput("--track: two people have the same name: give each one of their own")
    if len(others) >= MOST_PARTICIPANTS:
        raise BadInput(f"--track: at most {MOST_PARTICIPANTS} people take part")
    for part in parts:
        if part.file is not None:
            check_speech(part.file)
    return (*clinicians, *others)
