"""A note from a transcript file or a written summary, without a live session."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from live_notes.drafting.embedded.drafter import EmbeddedDrafter
from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.note import Note
from live_notes.drafting.preferences import known_preferences, parse_preferences
from live_notes.drafting.spec import (
    Drafter,
    DraftSpec,
    EvidenceLine,
    MaskedTranscript,
    SessionFrame,
    Speaking,
)
from live_notes.drafting.templates.model import parse_template
from live_notes.drafting.writing import MODEL_TIMEOUT, write_note
from live_notes.errors import MaskingError
from live_notes.session_masking import Masker
from live_notes.style import Style, style_from
from live_notes.transcript import MAX_FINALS, MAX_TEXT_CHARS
from live_notes.wording import with_wording
from live_notes.written import lines_from_summary
from retention.errors import BadInput

if TYPE_CHECKING:
    from live_notes.masking import Masked

MAX_SECONDS = 7 * 24 * 3600
"""The latest time on a session's clock: a transcript lives no longer."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")

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
    style: object | None = None
    """An exported style profile, if the note is to be in one."""
    template: object | None = None
    """A practice's own format as parsed JSON; it stands before `format`."""

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
        BadInput: the transcript, the format, the preferences or the style can't be read.
        TemplateRefused: nothing can be drafted with the template.
    """
    preferences, unknown = parse_preferences(request.preferences)
    if unknown:
        raise BadInput(f"preferences: no such key as {', '.join(unknown)}; known are {known_preferences()}")
    lines = _lines_of(request)
    spec = DraftSpec(
        _format(request.format, preferences.default_format),
        preferences,
        request.frame,
        style=_style(request),
        template=None if request.template is None else parse_template(request.template),
    )
    chosen = drafter or EmbeddedDrafter()
    masks = masker if not isinstance(chosen, EmbeddedDrafter) else None
    if masks is not None:
        said = ["", *(line.spoken for line in lines)]
        lines = [await _masked(line, masks, before) for line, before in zip(lines, said, strict=False)]
        spec = await with_wording(spec, partial(_masked_or_none, masks))
    return await write_note(
        MaskedTranscript(tuple(lines)),
        spec,
        chosen,
        now=now,
        unmask=masks.unmask if masks is not None else None,
        model_timeout=model_timeout,
    )


def _style(request: DraftRequest) -> Style | None:
    """The style of the file, as far as it goes in what is asked for. Raises `BadInput`."""
    if request.style is None:
        return None
    style = style_from(request.style)
    return style if request.template is None else style.of_sentences


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
    _no_id_twice(lines)
    return sorted(kept, key=lambda line: line.start)


def _no_id_twice(lines: Sequence[EvidenceLine | None]) -> None:
    """Evidence names lines by their ids. Raises `BadInput` with the numbers of the two segments."""
    first: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        if line is not None and (earlier := first.setdefault(line.id, number)) != number:
            raise BadInput(f"segments {earlier} and {number} of the transcript have the same id")


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
    if not _writable(text):
        raise BadInput(f"segment {number}: text holds half a character (an unpaired surrogate)")
    start = _seconds(number, segment, "start", float(number))
    end = _seconds(number, segment, "end", start)
    if end < start:
        raise BadInput(f"segment {number}: end is before start")
    speaking = _speaking(_word(number, segment, "role"))
    speaker = _word(number, segment, "track") or _word(number, segment, "speaker") or speaking.value
    if _no_final(number, segment) or not text.strip():
        return None
    return EvidenceLine(
        id=_id(number, segment),
        speaker=speaker,
        speaking=speaking,
        start=start,
        end=end,
        spoken=_CONTROL.sub(" ", text),
    )


def _no_final(number: int, segment: Mapping[str, object]) -> bool:
    """Whether it is a partial; a segment that does not say is a final."""
    final = segment.get("final")
    if final is not None and not isinstance(final, bool):
        raise BadInput(f"segment {number}: final is true or false")
    return final is False


def _word(number: int, segment: Mapping[str, object], key: str) -> str:
    """A field of text, "" when it is not there."""
    value = segment.get(key)
    if value is not None and not isinstance(value, str):
        raise BadInput(f"segment {number}: {key} must be a string")
    return value or ""


def _writable(text: str) -> bool:
    """Whether every character can be written: JSON lets half a surrogate pair through."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


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
    # Compared before it is made a float: JSON holds numbers that none can be.
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MAX_SECONDS:
        raise BadInput(f"segment {number}: {key} must be seconds from 0 to {MAX_SECONDS}")
    return float(value)


def _speaking(role: str) -> Speaking:
    return _ROLES.get(role.strip().lower(), Speaking.UNKNOWN)


async def _masked_or_none(masker: Masker, text: str) -> Masked | None:
    try:
        return await masker.mask(text)
    except MaskingError:
        return None


async def _masked(line: EvidenceLine, masker: Masker, before: str) -> EvidenceLine:
    try:
        return replace(line, masked=(await masker.mask(line.spoken, before)).masked)
    except MaskingError:
        return line
