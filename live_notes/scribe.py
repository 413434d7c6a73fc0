"""The scribe of one live session: hears segments, masks finals in order, drafts the note."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import structlog

from live_notes.around import around, line_before
from live_notes.drafting.embedded.drafter import EmbeddedDrafter
from live_notes.drafting.note import Note
from live_notes.drafting.spec import Drafter, DraftSpec, EvidenceLine, MaskedTranscript, Speaking
from live_notes.drafting.writing import MODEL_TIMEOUT, write_note
from live_notes.errors import MaskingError, MaskingUnavailable, UnknownPlaceholder
from live_notes.read_ahead import ReadAhead
from live_notes.session_masking import Masker
from live_notes.transcript import Cleared, Corrected, FinalHeard, Struck, Transcript, TranscriptEvent
from live_notes.wording import with_wording
from retention.clock import Clock
from wire.segments import Role, Segment

if TYPE_CHECKING:
    from live_notes.masking import Choice, Entity, Masked, MaskedText

View: TypeAlias = Callable[[Segment], Segment | None]
"""How a final is read (without fillers, say); None when nothing of it is."""

MASK_TIMEOUT = 5.0
"""Seconds one line may wait for its masking before it counts as unmasked."""

CATCH_UP_SECONDS = 4.0
"""Seconds a draft may wait in all for masking; lines late by then stay away from a processor."""

_SPEAKING = {
    Role.CLINICIAN: Speaking.CLINICIAN,
    Role.CLIENT: Speaking.CLIENT,
    Role.SUPERVISOR: Speaking.OTHER,
    Role.INTERPRETER: Speaking.OTHER,
}

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")

log = structlog.get_logger(__name__)


def _as_it_is(segment: Segment) -> Segment:
    return segment


@dataclass(frozen=True)
class _MaskedLine:
    """A line's masked text, what it was made of, and which names and choices were known then."""

    spoken: str
    masked: MaskedText
    known: int
    generation: int

    def __repr__(self) -> str:
        return f"<_MaskedLine {len(self.spoken)} chars>"


@dataclass(frozen=True, slots=True)
class LineAsSent:
    """A final as an AI processor would be shown it; `masked` None: not at all.

    `failed`: its masking was tried and failed. Else, without a masked text, it waits for its turn.
    """

    segment: Segment
    masked: MaskedText | None
    failed: bool


def _as_evidence(segment: Segment, speaking: Speaking, masked: MaskedText | None) -> EvidenceLine:
    """A final as a drafter reads it; of whom nobody knows who it was, as nobody's."""
    return EvidenceLine(
        id=segment.id,
        speaker=segment.track,
        speaking=Speaking.UNKNOWN if segment.certainty == 0.0 else speaking,
        start=segment.start,
        end=segment.end,
        spoken=segment.text,
        masked=masked,
    )


class Scribe:
    """Owns one session's transcript and its masked lines; one task at a time may call each method.

    `masker` None means that nothing is masked: every line stays on this machine and only the embedded
    drafter writes. A line whose masking failed or was late is `unmasked`: never shown to a processor, still
    used by the embedded drafter, and tried again before a draft. `view` tells how finals are read by whoever
    drafts; they are kept as they were heard. `told`: the clinician tells of a session that is over.
    """

    def __init__(
        self,
        clock: Clock,
        masker: Masker | None = None,
        drafter: Drafter | None = None,
        *,
        mask_timeout: float = MASK_TIMEOUT,
        model_timeout: float = MODEL_TIMEOUT,
        view: View = _as_it_is,
        catch_up_seconds: float = CATCH_UP_SECONDS,
        told: bool = False,
    ) -> None:
        self._clock = clock
        self._masker = masker
        self._drafter: Drafter = drafter or EmbeddedDrafter()
        self._mask_timeout = mask_timeout
        self._model_timeout = model_timeout
        self._catch_up_seconds = catch_up_seconds
        self._view = view
        self._speaking = _SPEAKING | ({Role.CLINICIAN: Speaking.AUTHOR} if told else {})
        self._transcript = Transcript()
        self._masked: dict[str, _MaskedLine] = {}  # by id
        self._ahead = ReadAhead()
        self._failed: set[str] = set()
        self._in_order = asyncio.Lock()

    def __repr__(self) -> str:
        return f"<Scribe {len(self._transcript)} finals>"

    @property
    def transcript(self) -> Transcript:
        """The session's transcript, for reading; change it through the scribe."""
        return self._transcript

    def receive(self, segment: Segment) -> list[TranscriptEvent]:
        """Takes a segment into the transcript at once, without masking; `catch_up` masks it later."""
        return self._transcript.receive(segment)

    async def hear(self, segment: Segment) -> list[TranscriptEvent]:
        """Takes a segment; a final is masked, in order of arrival, before this returns."""
        events = self.receive(segment)
        if any(isinstance(event, FinalHeard) for event in events):
            await self._mask(segment.id)
        return events

    async def catch_up(self) -> int:
        """Masks and reads every final that is not yet; returns how many stay unmasked."""
        await self._mask_all()
        await self._ahead.catch_up(self.finals(), self._line, self._final)
        return len(self.unmasked())

    def unmasked(self) -> tuple[str, ...]:
        """Ids of the finals without a masked text."""
        return tuple(line.id for line in self.masked_transcript().lines if line.masked is None)

    def finals(self) -> list[Segment]:
        """All finals as they are read, in order of time; one of which nothing is read is left out."""
        return [one for said in self._transcript.finals() if (one := self._view(said)) is not None]

    def masked_transcript(self) -> MaskedTranscript:
        """All finals as they are read, in order of time, each with its masked text where there is one."""
        return MaskedTranscript(tuple(self._line(segment) for segment in self.finals()))

    def lines_as_sent(self) -> tuple[LineAsSent, ...]:
        """All finals as they are read, in order of time, as a processor would be shown them now."""
        return tuple(
            LineAsSent(segment, masked, masked is None and segment.id in self._failed)
            for segment in self.finals()
            for masked in [self._masked_of(segment)]
        )

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is masked, and what is left as it is, because the clinician chose so."""
        return () if self._masker is None else self._masker.choices

    @property
    def generation(self) -> int:
        """Grows with every change of the choices."""
        return 0 if self._masker is None else self._masker.generation

    async def hide(self, words: str, entity: Entity | None = None) -> None:
        """Masks these words and their variants in all lines from now on; `catch_up` masks them anew.

        `entity`: what they are, None to go by the words. Until they are masked anew none of the lines counts
        as masked, so that no processor is shown an earlier masking.

        Raises:
            ChoiceRefused: no words, too long, or too many choices. MaskingError: it can't be done now.
        """
        await self._choosing().hide(words, entity)

    def free(self, placeholder: str) -> None:
        """Leaves what a placeholder stands for as it is in all lines from now on; `catch_up` masks anew.

        Raises:
            UnknownPlaceholder: it was not given out in this session.
        """
        self._choosing().free(placeholder)

    def stays(self, placeholder: str) -> bool:
        """Whether what a placeholder stands for stays masked whatever is chosen."""
        try:
            return self._choosing().why_kept(placeholder) is not None
        except UnknownPlaceholder:
            return True

    def choose(self, choices: Iterable[Choice]) -> None:
        """Takes these choices in place of all before: to undo one, and after a restart."""
        self._choosing().choose(choices)

    def meaning(self, placeholder: str) -> str | None:
        """What a placeholder stands for, for the clinician's eyes only; None for one not given out."""
        try:
            return self._choosing().meaning(placeholder)
        except UnknownPlaceholder:
            return None

    async def draft(self, spec: DraftSpec, drafter: Drafter | None = None) -> Note:
        """The note of what was heard so far, by `drafter` or the scribe's own. A bad draft never raises."""
        chosen = drafter or self._drafter
        if not isinstance(chosen, EmbeddedDrafter):
            spec = await self._ready_for_processor(spec)
        return await write_note(
            self.masked_transcript(),
            spec,
            chosen,
            now=self._clock.now(),
            unmask=self._masker.unmask if self._masker is not None else None,
            model_timeout=self._model_timeout,
            read=self._ahead.found,
        )

    async def correct(self, segment_id: str, text: str) -> Corrected:
        """Corrects a final and masks it anew. Raises `NotFound` or `BadInput`."""
        corrected = self._transcript.correct(segment_id, text)
        self._forget(segment_id)
        await self._mask(segment_id)
        return corrected

    def retell(self, told: Iterable[Segment]) -> tuple[Segment, ...]:
        """Takes finals whose speaker is known better now; those taken. Changed words are masked anew."""
        taken = tuple(one for one in told if self._transcript.retell(one))
        self._ahead.forget([one.id for one in taken])
        return taken

    def strike(self, ids: Iterable[str]) -> Struck:
        """Removes lines for good, their masked texts with them."""
        wanted = tuple(ids)
        self._forget(*wanted)
        return self._transcript.strike(wanted)

    def clear(self) -> Cleared:
        """Drops every word this scribe holds. Python frees the memory; it can't be overwritten."""
        self._masked.clear()
        self._failed.clear()
        self._ahead.clear()
        if self._masker is not None:
            self._masker.clear()
        return self._transcript.clear()

    def _forget(self, *ids: str) -> None:
        for segment_id in ids:
            self._masked.pop(segment_id, None)
            self._failed.discard(segment_id)
        self._ahead.forget(ids)

    async def _mask_all(self) -> None:
        for segment in self.finals():
            await self._mask(segment.id)

    async def _mask(self, segment_id: str) -> None:
        """Masks one final, after those that came before it, in bounded time."""
        if self._masker is None:
            return
        async with self._in_order:
            segment = self._final(segment_id)
            if segment is None or self._masked_of(segment) is not None:
                return
            masked = await self._mask_now(self._masker, segment)
            earlier = line_before(self._transcript, segment, self._view) if masked and masked.joins else None
            if earlier is not None:
                # Something began there and goes on here: only now it can be seen what that was.
                await self._mask_now(self._masker, earlier)

    async def _mask_now(self, masker: Masker, segment: Segment) -> Masked | None:
        """Masks a final as it is read now, and remembers what came of it."""
        known, generation = len(masker.learned), masker.generation
        masked = await self._masked_or_none(segment.text, *around(self._transcript, segment, self._view))
        now = self._final(segment.id)
        self._failed.discard(segment.id)
        if masked is not None and now is not None and now.text == segment.text:  # else struck meanwhile
            self._masked[segment.id] = _MaskedLine(segment.text, masked.masked, known, generation)
        if masked is None:
            self._masked.pop(segment.id, None)
            log.warning("line_unmasked", segment=segment.id)
        if masked is None and now is not None:
            self._failed.add(segment.id)
        return masked

    def _choosing(self) -> Masker:
        """The masker. Raises `MaskingUnavailable` where nothing is masked."""
        if self._masker is None:
            raise MaskingUnavailable("nothing is masked in this session: no line leaves the machine")
        return self._masker

    def _final(self, segment_id: str) -> Segment | None:
        """A final as it is read."""
        segment = self._transcript.final(segment_id)
        return None if segment is None else self._view(segment)

    async def _masked_or_none(self, text: str, before: str = "", after: str = "") -> Masked | None:
        if self._masker is None:
            return None
        try:
            async with asyncio.timeout(self._mask_timeout):
                return await self._masker.mask(text, before, after)
        except (MaskingError, TimeoutError):
            return None

    async def _ready_for_processor(self, spec: DraftSpec) -> DraftSpec:
        """Masks what is not masked yet, and the wording; what is late by then is left out."""
        try:
            async with asyncio.timeout(self._catch_up_seconds):
                await self._mask_all()
                for early in _masked_too_early(self._masked, self._masker.learned if self._masker else ()):
                    del self._masked[early]
                await self._mask_all()
                return await with_wording(spec, self._masked_or_none)
        except TimeoutError:
            log.warning("masking_late", lines=len(self.unmasked()))
            return spec

    def _line(self, segment: Segment) -> EvidenceLine:
        return _as_evidence(segment, self._speaking[segment.role], self._masked_of(segment))

    def _masked_of(self, segment: Segment) -> MaskedText | None:
        line = self._masked.get(segment.id)
        if line is None or line.spoken != segment.text or line.generation != self.generation:
            return None
        return line.masked


def _masked_too_early(masked: Mapping[str, _MaskedLine], learned: Sequence[str]) -> list[str]:
    """Ids of the lines that hold a word of a name introduced after they were masked."""
    early = []
    for segment_id, line in masked.items():
        later = {word for name in learned[line.known :] for word in _words_of(name)}
        if later and not later.isdisjoint(_words_of(line.masked.text)):
            early.append(segment_id)
    return early


def _words_of(text: str) -> set[str]:
    return {word.removesuffix("'s") for word in _WORD.findall(text.casefold().replace("’", "'"))}
