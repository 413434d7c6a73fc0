"""A note from a transcript file or a written summary, without a live session."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from live_notes.drafting.embedded.drafter import EmbeddedDrafter
from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.note import Note
from live_notes.drafting.preferences import parse_preferences
from live_notes.drafting.spec import (
    Drafter,
    DraftSpec,
    EvidenceLine,
    MaskedTranscript,
    SessionFrame,
    Speaking,
)
from live_notes.drafting.writing import MODEL_TIMEOUT, write_note
from live_notes.errors import MaskingError
from live_notes.scribe import Masker
from live_notes.transcript import MAX_FINALS, MAX_TEXT_CHARS
from live_notes.written import lines_from_summary
from retention.errors import BadInput

_ROLES = {
    **dict.fromkeys(
        ("clinician", "therapist", "doctor", "counselor", "counsellor", "psychologist", "psychiatrist"),
        Speaking.CLINICIAN,
    ),
    **dict.fromkeys(("provider", "social worker", "nurse", "physician"), Speaking.CLINICIAN),
    **dict.fromkeys(("client", "patient"), Speaking.CLIENT),
    **dict.fromkeys(("supervisor", "interpreter"), Speaking.OTHER),
    "author": Speaking.AUTHOR,
}


@dataclass(frozen=True)
class DraftRequest:
    """What `draft_from` is asked: parsed JSON of a transcript, a typed summary, or both."""

    transcript: object | None = None
    summary: str | None = None
    format: str | None = None
    preferences: object | None = None
    frame: SessionFrame = field(default_factory=SessionFrame)

    def __repr__(self) -> str:
        return f"<DraftRequest {self.format}>"


async def draft_from(
    request: DraftRequest,
    *,
    now: datetime,
    drafter: Drafter | None = None,
    masker: Masker | None = None,
    model_timeout: float = MODEL_TIMEOUT,
) -> Note:
    """The note of a request, by the embedded drafter unless another is given.

    A drafter behind a processor needs a `masker`; without one nothing is sent and the embedded
    drafter answers. A line whose role is missing or unknown is quoted as a speaker of unknown
    role and flagged: guessing could put the clinician's words into the client's mouth.

    Raises:
        BadInput: the transcript, the format or the preferences can't be read.
    """
    preferences, unknown = parse_preferences(request.preferences)
    lines = _lines_of(request)
    spec = DraftSpec(_format(request.format, preferences.default_format), preferences, request.frame)
    chosen = drafter or EmbeddedDrafter()
    masks = masker if not isinstance(chosen, EmbeddedDrafter) else None
    if masks is not None:
        lines = [await _masked(line, masks) for line in lines]
    note = await write_note(
        MaskedTranscript(tuple(lines)),
        spec,
        chosen,
        now=now,
        unmask=masks.unmask if masks is not None else None,
        model_timeout=model_timeout,
    )
    if not unknown:
        return note
    notice = f"Preferences that mean nothing here: {', '.join(unknown)}."
    return note.model_copy(update={"drafter_notice": " ".join(filter(None, (note.drafter_notice, notice)))})


def lines_from_transcript(transcript: object) -> list[EvidenceLine]:
    """The final segments of a transcript's JSON (`{"segments": [...]}` or the bare list), in order of time.

    A missing `id` becomes `line-N`; missing times keep the given order. Partials are left out.

    Raises:
        BadInput: not of that form; the detail names the segment's number and field.
    """
    segments = transcript.get("segments") if isinstance(transcript, Mapping) else transcript
    if not isinstance(segments, Sequence) or isinstance(segments, str | bytes):
        raise BadInput('a transcript is a JSON object with "segments", a list of segments')
    if len(segments) > MAX_FINALS:
        raise BadInput(f"a transcript has at most {MAX_FINALS} segments")
    lines = [_line(number, segment) for number, segment in enumerate(segments, start=1)]
    kept = [line for line in lines if line is not None]
    if len({line.id for line in kept}) < len(kept):
        raise BadInput("two segments of the transcript have the same id")
    return sorted(kept, key=lambda line: line.start)


def _lines_of(request: DraftRequest) -> list[EvidenceLine]:
    if request.transcript is None and request.summary is None:
        raise BadInput("give a transcript or a summary")
    lines = lines_from_transcript(request.transcript) if request.transcript is not None else []
    taken = {line.id for line in lines}
    written = lines_from_summary(request.summary) if request.summary is not None else ()
    if any(line.id in taken for line in written):
        raise BadInput("the transcript uses ids of the form sum-N, which belong to the summary")
    return [*lines, *written]


def _format(name: str | None, default: NoteFormat) -> NoteFormat:
    try:
        return NoteFormat(name.strip().lower()) if name else default
    except ValueError:
        raise BadInput(f"the format is one of {', '.join(NoteFormat)}") from None


def _line(number: int, segment: object) -> EvidenceLine | None:
    """One segment's line; None for a partial or an empty one."""
    if not isinstance(segment, Mapping):
        raise BadInput(f"segment {number} is not an object")
    text = segment.get("text")
    if not isinstance(text, str) or len(text) > MAX_TEXT_CHARS:
        raise BadInput(f"segment {number}: text must be a string of at most {MAX_TEXT_CHARS} characters")
    if segment.get("final") is False or not text.strip():
        return None
    start = _seconds(number, segment, "start", float(number))
    speaking = _speaking(segment.get("role"))
    speaker = segment.get("track") or segment.get("speaker") or speaking.value
    return EvidenceLine(
        id=_id(number, segment),
        speaker=str(speaker),
        speaking=speaking,
        start=start,
        end=max(start, _seconds(number, segment, "end", start)),
        spoken=text,
    )


def _id(number: int, segment: Mapping[str, object]) -> str:
    given = segment.get("id")
    if given is None:
        return f"line-{number}"
    if isinstance(given, bool) or not isinstance(given, str | int) or not 0 < len(str(given)) <= 120:
        raise BadInput(f"segment {number}: id must be a short string")
    return str(given)


def _seconds(number: int, segment: Mapping[str, object], key: str, default: float) -> float:
    value = segment.get(key)
    if value is None:
        return default
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise BadInput(f"segment {number}: {key} must be seconds")
    return float(value)


def _speaking(role: object) -> Speaking:
    return _ROLES.get(role.strip().lower(), Speaking.UNKNOWN) if isinstance(role, str) else Speaking.UNKNOWN


async def _masked(line: EvidenceLine, masker: Masker) -> EvidenceLine:
    try:
        return replace(line, masked=(await masker.mask(line.spoken)).masked)
    except MaskingError:
        return line
