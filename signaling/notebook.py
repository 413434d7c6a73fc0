"""The note of each session: drafted when the call ends, edited, redrafted, signed."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from pydantic import ValidationError

from live_notes import AS_PREFERRED, DraftSpec, Note, NoteFormat, Wishes
from live_notes.energy import charging, in_thread
from retention import (
    BadInput,
    LegallyHeld,
    Memory,
    NoteId,
    NoteRecord,
    NoteStatus,
    NotFound,
    PracticeId,
    SessionId,
    SignedNote,
    Signing,
    StaleVersion,
    TranscriptDestroyed,
)
from signaling.as_drafted import note_to_sign, with_draft, with_drafted_section
from signaling.conversation import Conversation
from signaling.conversations import Conversations
from signaling.drafted import AsDrafted, parts_of
from signaling.errors import AttestationMissing, NotReady
from signaling.logs import get_logger
from signaling.note_edits import (
    BY_HAND,
    CUT_SHORT,
    NOBODY,
    WORDS_MISSING,
    Json,
    edited,
    in_format,
    placed_as,
    sentences_of,
    with_notice,
    without_drafted,
    without_segments,
)
from signaling.note_views import NoteView, view_of
from signaling.preferring import OWN_SETTING, Preferring
from signaling.problems import finding
from signaling.rechecking import AgainstTheWords, Judge, WithoutTheWords, evidence_of
from signaling.sources import TOLD, TRUNCATED, source_of
from signaling.statements import why_none
from signaling.striking import Strikes, finals_of
from signaling.styling import StyleBook
from signaling.withdrawing import withdrawn

PREFERENCES_SETTING: Final = OWN_SETTING

_log = get_logger()


def _sections(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(content.get("sections", ()))


def needed_attestations(content: Mapping[str, Any]) -> set[str]:
    """What must be attested to sign over the flags: `flag:section.sentence`, both counted from 1."""
    return {
        f"{flag}:{s}.{n}"
        for s, section in enumerate(_sections(content), 1)
        for n, sentence in enumerate(section.get("sentences", ()), 1)
        for flag in sentence.get("flags", ())
    }


def _drafted(content: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {str(one["text"]): evidence_of(one) for one in sentences_of(content) if evidence_of(one)}


def whole_note(content: Mapping[str, Any]) -> dict[str, Any]:
    """An edited note, if it still has a note's form. Raises `BadInput` without its words."""
    try:
        return dict(Note.model_validate(content).as_json())
    except ValidationError as error:
        raise BadInput(f"the note has not the form of one: {finding(error)}") from None


@dataclass(slots=True)
class Notebook:
    """All notes. `seconds`: the longest a draft may take; `drafted` is told the CPU seconds one cost."""

    memory: Memory
    conversations: Conversations
    practice: PracticeId
    now: Callable[[], datetime]
    seconds: float
    drafted: Callable[[SessionId, float], Awaitable[None]]
    drafting: set[str] = field(default_factory=set)
    strikes: Strikes = field(init=False)
    styles: StyleBook = field(init=False)
    preferring: Preferring = field(init=False)

    def __post_init__(self) -> None:
        self.preferring = Preferring(self.memory, self.practice)
        self.strikes = Strikes(self.memory, self.conversations, self.practice)
        self.styles = StyleBook(self.memory, self.conversations, self.practice)

    async def view(self, session: SessionId) -> NoteView:
        """The session's note, or what there is instead. Raises `NotFound` without such a session."""
        busy = session in self.drafting
        try:
            return view_of(await self.memory.notes.read(session), busy)
        except NotFound:
            await self.memory.sessions.get(self.practice, session)
            return NoteView(None, session, "drafting" if busy else "none")

    async def draft(
        self,
        session: SessionId,
        chosen: NoteFormat | None = None,
        wishes: Wishes = AS_PREFERRED,
        template: str | None = None,
    ) -> NoteView:
        """Drafts the note anew from the transcript and keeps it as the next version.

        Raises:
            TranscriptDestroyed: there is nothing left to draft from. AlreadySigned, NotFound.
            BadInput: there is no such template, or a preference that means nothing.
            NotReady: a draft is being made already.
        """
        if session in self.drafting:
            raise NotReady("a draft is being made; wait for it")
        self.drafting.add(session)
        try:
            record = await self.memory.sessions.get(self.practice, session)
            spec = await self.styles.on(await self.preferring.spec(record, wishes, chosen, template))
            began = asyncio.get_running_loop().time()
            async with self._charged(session):
                async with asyncio.timeout(self.seconds):
                    conversation = await self.conversation(session)
                    note = await conversation.draft(spec)
                content = note.as_json()
                if record.end_reason == TRUNCATED:
                    content = with_notice(content, CUT_SHORT)
                content = with_draft(placed_as(content, await self._content(session)), wishes.own)
                kept = await self._keep(session, conversation, content)
                conversation.drafted_version = kept.version
            conversation.as_drafted = AsDrafted(spec, parts_of(kept.content))
            seconds = asyncio.get_running_loop().time() - began
            _log.info("note_drafted", session=session, seconds=round(seconds, 3), drafter=note.drafter)
            return view_of(kept)
        finally:
            self.drafting.discard(session)

    async def _content(self, session: SessionId) -> Json:
        """What the note holds now; nothing before there is one."""
        try:
            return dict((await self.memory.notes.read(session)).content)
        except NotFound:
            return {}

    @contextlib.asynccontextmanager
    async def _charged(self, session: SessionId) -> AsyncIterator[None]:
        """Charges the drafting done within to the session, also when it comes to nothing.

        Only work in threads that are read one by one counts, whatever else the server does meanwhile.
        """
        with charging() as work:
            try:
                yield
            finally:
                await self.drafted(session, work.seconds)

    async def conversation(self, session: SessionId) -> Conversation:
        """What may be drafted from. Raises `TranscriptDestroyed` once somebody withdrew, held or not."""
        if await self.memory.consents.withdrawn(session):
            raise TranscriptDestroyed("a participant withdrew: nothing is drafted from this session")
        return await self.conversations.open(session)

    async def _keep(
        self, session: SessionId, conversation: Conversation, content: Json, version: int | None = None
    ) -> NoteRecord:
        """Keeps a fresh draft without what was struck while it was made, and says when words are missing."""
        struck = frozenset(conversation.struck)
        if conversation.words_missing:
            content = with_notice(content, WORDS_MISSING)
        kept = await self.memory.notes.save_draft(
            session, without_segments(content, struck), version, drafted_by="system"
        )
        conversation.remember(_drafted(kept.content))
        if conversation.struck - struck:
            await self.struck(session, tuple(conversation.struck))
            kept = await self.memory.notes.read(session)
        client = await self.memory.consents.withdrawn_by(session)
        if client is not None:  # while the draft was made
            with contextlib.suppress(LegallyHeld):
                await withdrawn(self.memory, session, client)
            kept = await self.memory.notes.read(session)
        return kept

    async def struck(self, session: SessionId, segments: Sequence[str]) -> None:
        """Takes what rests on struck segments out of an unsigned note; owed until the store lets it."""
        await self.strikes.struck(session, segments)

    async def _judge(self, session: SessionId, kept: Json) -> Judge:
        """What a changed sentence is held against."""
        try:
            finals = await finals_of(self.memory, self.conversations, self.practice, session)
        except TranscriptDestroyed:
            return WithoutTheWords()
        record = await self.memory.sessions.get(self.practice, session)
        preferences = await self.preferring.of_note(record, kept)
        conversation = self.conversations.living.get(session)
        drafted = {} if conversation is None else dict(conversation.drafted)
        told = source_of(record) in TOLD
        return AgainstTheWords.of(finals, preferences, drafted, told=told)

    async def state_why_none(self, session: SessionId) -> NoteView:
        """Keeps a plain statement in the note's place: the transcript is not there, nothing is invented."""
        record = await self.memory.sessions.get(self.practice, session)
        hold = await self.memory.holds.of(session)
        held = hold is not None and hold.in_force
        note = Note(
            format=NoteFormat(record.format),
            sections=(),
            risk=(),
            not_discussed=(),
            drafter=NOBODY,
            generated_at=self.now(),
            statement=why_none(record, held=held),
        )
        return view_of(await self.memory.notes.save_draft(session, note.as_json()))

    async def redraft_section(
        self, session: SessionId, title: str, wishes: Wishes = AS_PREFERRED
    ) -> NoteView:
        """Drafts anew and puts only the named section in the kept note's place.

        Raises:
            NotFound: no note, no such section in it, or its template is deleted. TranscriptDestroyed,
                AlreadySigned.
        """
        kept = await self.memory.notes.read(session)
        record = await self.memory.sessions.get(self.practice, session)
        spec = await self.styles.on(await self.preferring.spec_again(record, kept.content, wishes))
        async with self._charged(session), asyncio.timeout(self.seconds):
            conversation = await self.conversation(session)
            fresh = (await conversation.draft(spec)).as_json()
        named = spec.style.untitled if spec.style else str  # also where its heading changed meanwhile
        replacement = [one for one in _sections(fresh) if named(one["title"]) == named(title)]
        if not replacement or all(section["title"] != title for section in _sections(kept.content)):
            raise NotFound("the note has no such section")
        sections = [replacement[0] if one["title"] == title else one for one in _sections(kept.content)]
        content = with_drafted_section({**kept.content, "sections": sections}, replacement[0])
        view = view_of(await self._keep(session, conversation, content, kept.version))
        if (before := conversation.as_drafted) is not None:
            conversation.as_drafted = replace(before, reworked=before.reworked | {title, named(title)})
        return view

    async def arrange(
        self, session: SessionId, chosen: NoteFormat | None, template: str | None = None
    ) -> NoteView:
        """Puts the note's own sentences in another format: there is no transcript to draft from.

        Raises:
            TranscriptDestroyed: there is nothing in the note either. NotFound, AlreadySigned, StaleVersion.
            BadInput: there is no such template.
        """
        own = None if template is None else await self.preferring.template(template)
        kept = await self.memory.notes.read(session)
        if not any(sentences_of(kept.content)):
            raise TranscriptDestroyed("there is nothing left to draft from: neither words nor a note")
        content = in_format(kept.content, chosen or NoteFormat.SOAP, own)
        return view_of(await self.memory.notes.save_draft(session, content, kept.version))

    async def save(self, session: SessionId, version: int, content: Mapping[str, Any]) -> NoteView:
        """Keeps an edit: words, each changed sentence checked anew; never what the call itself found.

        Raises:
            BadInput, StaleVersion, AlreadySigned, NotFound.
        """
        given = whole_note(content)
        kept = await self._before(session, version)
        judge = await self._judge(session, kept)
        if await self.memory.consents.withdrawn(session):
            given = without_drafted(given)  # from a page that has not heard of the withdrawal
        async with self._charged(session):
            given = await in_thread(edited, kept, given, judge)
        saved = await self.memory.notes.save_draft(session, given, version)
        conversation = self.conversations.living.get(session)
        if conversation is not None:
            conversation.remember(_drafted(kept))
        return view_of(saved)

    async def _before(self, session: SessionId, version: int) -> Json:
        """The note an edit is made on; a note begun by hand holds nothing that was found by itself."""
        if version > 0:  # if another version was saved, the store refuses
            return dict((await self.memory.notes.read(session)).content)
        return {
            "risk": [],
            "not_discussed": [],
            "drafter": BY_HAND,
            "generated_at": self.now().isoformat(),
        }

    async def sign(
        self, note: NoteId, version: int, name: str, credential: str, attested: list[str]
    ) -> SignedNote:
        """Locks the note and destroys the transcript.

        Raises:
            NotFound, BadInput, AlreadySigned, StaleVersion, NotReady, AttestationMissing.
        """
        record = await self.memory.notes.read(note)
        session = await self.memory.sessions.get(self.practice, record.session)
        if session.started_at is not None and session.ended_at is None:
            raise NotReady("end the session before you sign its note")
        await self.strikes.without_missing(record.session)  # nothing struck is signed
        if record.status is NoteStatus.DRAFT:
            if record.version != version:  # what would be signed is what was just looked at
                raise StaleVersion(f"version {record.version} was saved meanwhile; read it before you sign")
            missing = needed_attestations(record.content) - set(attested)
            if missing:
                raise AttestationMissing(f"confirm each flag you sign over: {', '.join(sorted(missing))}")
        signing = Signing(note_to_sign(record.content), name, credential, tuple(attested), version)
        async with self._charged(record.session):  # what is learned is found while the words are there
            again = partial(self.preferring.spec_again, content=record.content, wishes=AS_PREFERRED)
            lesson = await self.styles.lesson(record, session, again)
        signed = await self.memory.notes.sign(note, signing, "clinician")
        await self.styles.learn(lesson)
        return signed

    async def spec(self, session: SessionId) -> DraftSpec:
        """What a draft of this session is to be like as preferred. Raises `NotFound`."""
        record = await self.memory.sessions.get(self.practice, session)
        return await self.styles.on(await self.preferring.spec(record, AS_PREFERRED, None, None))
