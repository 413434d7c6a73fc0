"""A session that is a recording: heard from the request that brings it, then drafted like any other.

What comes to nothing leaves nothing: words of a recording that broke off, failed or was cancelled are
destroyed with a receipt. A file that ends early is another thing; what can be heard of it is kept, and the
note says so.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime

from retention import (
    ConsentEntry,
    LegallyHeld,
    Memory,
    PracticeId,
    SessionId,
    SessionRecord,
    StoreUnavailable,
    TranscriptState,
    Why,
)
from signaling.building import voices_of
from signaling.config import Settings
from signaling.conversations import Conversations
from signaling.errors import NotReady
from signaling.feeds import Feeds
from signaling.forgetting import Forgetting
from signaling.keeper import SessionKeeper
from signaling.logs import get_logger
from signaling.metrics import Metrics
from signaling.notebook import Notebook
from signaling.recording_errors import (
    REFUSALS,
    RecordingFailed,
    RecordingRefused,
    RecordingTooLarge,
)
from signaling.sources import FAILED, RECORDED, TRUNCATED, Source, held_between, source_of
from signaling.uploads import Upload, Uploads
from signaling.voices import Voices
from wire import Role
from wire.browser import Heard, NoteReady, RecordingHeard
from wire.control import MAX_VOICES, Recognised, VoicesSettled
from wire.recordings import OpenRecording, RecordingEnd, RecordingEnded

ATTESTED, RECORDING = "attest", "recording"
"""Decision and purpose of the consent record that an attestation is."""

_log = get_logger()


@dataclass(slots=True, eq=False)
class _Words:
    """Where one upload's words go: into the transcript, and to whoever follows it."""

    keeper: SessionKeeper
    voices: Voices
    feeds: Feeds

    def words(self, message: Recognised, participant: str) -> None:
        """Takes words in; what is lost is told to the note."""
        if message.is_lost and self.keeper.conversation is not None:
            self.keeper.conversation.words_missing = True
        segment = self.keeper.heard(message, participant)
        shown = None if segment is None else self.voices.shown(segment)
        if shown is not None:
            self.feeds.publish(self.keeper.session, Heard(segment=shown))

    def voiced(self, message: VoicesSettled) -> None:
        """Tells finals again under their speakers."""
        for segment in self.keeper.voiced(message):
            shown = self.voices.shown(segment)
            if shown is not None:
                self.feeds.publish(self.keeper.session, Heard(segment=shown))

    def progressed(self, heard: RecordingHeard) -> None:
        """Tells how far it is."""
        self.feeds.publish(self.keeper.session, heard)


@dataclass(slots=True)
class Recordings:
    """Hears recordings."""

    settings: Settings
    memory: Memory
    practice: PracticeId
    now: Callable[[], datetime]
    conversations: Conversations
    notebook: Notebook
    forgetting: Callable[[], Forgetting]
    feeds: Feeds
    metrics: Metrics
    uploads: Uploads

    async def hear(
        self,
        record: SessionRecord,
        speakers: tuple[str, ...],
        wording: str,
        body: AsyncIterator[bytes],
        size: int | None,
    ) -> None:
        """Hears a session's recording from its bytes, to the kept draft of its note.

        `speakers`: the participant of each track; `size`: bytes as their sender says.

        Raises:
            NotReady: the session is no recording, or was heard before. TranscriptDestroyed.
            RecordingRefused: in its kinds; nothing of it is kept.
        """
        await self._refuse_unready(record)
        most = self.settings.recording_megabytes << 20
        if size is not None and size > most:
            raise RecordingTooLarge(f"a recording has at most {most >> 20} MB here")
        upload = await self._begun(record, speakers, size)
        try:
            await self._attested(record, wording)
            ended = await self._fed(upload, body, most)
        finally:
            self.uploads.finish(upload)
        if ended.end not in {RecordingEnd.DONE, RecordingEnd.TRUNCATED}:
            raise await self._came_to_nothing(record, upload, ended)
        await self._finished(record, upload, ended)

    async def _refuse_unready(self, record: SessionRecord) -> None:
        if source_of(record) is not Source.RECORDING:
            raise NotReady("this session is no recording; create one with the source `recording`")
        if record.ended_at is not None:
            raise NotReady("this session's recording was heard before; another needs one of its own")
        if self.uploads.of(record.id) is not None:
            raise NotReady("a recording of this session is being heard already")

    async def _begun(self, record: SessionRecord, speakers: tuple[str, ...], size: int | None) -> Upload:
        """A recording whose worker waits for its bytes."""
        conversation = await self.conversations.open(record.id)
        voices = await voices_of(self.memory, self.settings, record)
        people = {str(person.id): (person.name, Role(person.role)) for person in record.participants}
        keeper = SessionKeeper(
            record.id,
            self.practice,
            self.memory,
            conversation,
            self.notebook,
            self.forgetting(),
            self.now,
            self.metrics,
            people,
            shared=len(speakers) == 1 and len(people) > 1,
        )
        name = secrets.token_urlsafe(12)
        tracks = {f"{name}.{number}": who for number, who in enumerate(speakers)}
        ended: asyncio.Future[RecordingEnded] = asyncio.get_running_loop().create_future()
        upload = Upload(record.id, name, tracks, _Words(keeper, voices, self.feeds), ended)
        opening = OpenRecording(
            session=record.id,
            recording=name,
            tracks=tuple(tracks),
            language=voices.language_of(speakers[0]),
            vocabulary=voices.vocabulary(),
            voices=min(MAX_VOICES, len(people)) if keeper.shared else 1,
            size=size,
        )
        self.uploads.begin(upload, opening)
        return upload

    async def _attested(self, record: SessionRecord, wording: str) -> None:
        """Puts on record that everybody agreed, as the clinician confirms."""
        clinician = next(one.id for one in record.participants if one.role == Role.CLINICIAN.value)
        entry = ConsentEntry(record.id, clinician, RECORDING, ATTESTED, wording, self.now())
        await self.memory.consents.record(entry)

    async def _fed(self, upload: Upload, body: AsyncIterator[bytes], most: int) -> RecordingEnded:
        """Passes the bytes on until the worker says that it has ended."""
        async with asyncio.TaskGroup() as tasks:
            feeding = tasks.create_task(_feeding(upload, body, most), name="recording-feed")
            ended = await upload.ended
            feeding.cancel()
        return ended

    async def _finished(self, record: SessionRecord, upload: Upload, ended: RecordingEnded) -> None:
        """Marks when the session was held, and has its note drafted."""
        self._tell(upload, state="drafting", heard=ended.heard, total=ended.heard)
        conversation = await self.conversations.open(record.id)
        await conversation.settle()
        begun, over = held_between(record, ended.heard, self.now())
        reason = TRUNCATED if ended.end is RecordingEnd.TRUNCATED else RECORDED
        await self.memory.sessions.mark_started(record.id, begun)
        await self.memory.sessions.mark_ended(record.id, over, reason)
        view = await self.notebook.draft(record.id)
        ready = NoteReady(session=record.id, note=view.id or "", status=view.status)
        self.feeds.publish(record.id, ready)
        self._tell(upload, state="done", heard=ended.heard, total=ended.heard)
        _log.info("recording_heard", session=record.id, seconds=ended.heard, reason=reason)

    async def _came_to_nothing(
        self, record: SessionRecord, upload: Upload, ended: RecordingEnded
    ) -> RecordingRefused:
        """Destroys what was heard of it; without a word heard, the session waits for another recording."""
        refused = upload.refused or REFUSALS.get(ended.end, RecordingFailed)(ended.detail)
        self._tell(upload, state="failed", code=refused.code, detail=refused.detail)
        conversation = self.conversations.living.get(record.id)
        if conversation is not None:
            with contextlib.suppress(StoreUnavailable):
                await conversation.settle()
        await self.clear_away(record.id)
        _log.warning("recording_refused", session=record.id, code=refused.code)
        return refused

    async def clear_away(self, session: SessionId) -> None:
        """Destroys the words of a recording that came to nothing, and ends its session if there were any."""
        if await self.memory.transcripts.state(session) is TranscriptState.NONE:
            self.conversations.drop(session)
            return
        if await self.memory.transcripts.state(session) is TranscriptState.LIVING:
            await self.conversations.open(session)  # only where the session lives
        now = self.now()
        await self.memory.sessions.mark_started(session, now)
        await self.memory.sessions.mark_ended(session, now, FAILED)
        await self.notebook.state_why_none(session)
        with contextlib.suppress(LegallyHeld):
            await self.forgetting().destroy(session, Why.REQUESTED, "system")

    def _tell(self, upload: Upload, **told: object) -> None:
        upload.progress = RecordingHeard.model_validate(told)
        self.feeds.publish(upload.session, upload.progress)


async def _feeding(upload: Upload, body: AsyncIterator[bytes], most: int) -> None:
    """Feeds an upload; what stops it ends the upload."""
    try:
        await upload.feed(body, most)
    except RecordingRefused as refused:
        upload.refuse(refused)
