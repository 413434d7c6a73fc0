"""The clinician's style: kept, changed by hand, and learned when a note is signed.

What is learned from is in memory for as long as the words themselves: the draft without any style, made anew
from the transcript or remembered, and the note about to be signed. Both are masked before they are compared.
Learning is bounded in time, and no failure of it keeps a note from being signed.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from live_notes import DraftSpec, EmbeddedDrafter, NoteFormat
from live_notes.energy import in_thread
from live_notes.masking import SessionMasker
from live_notes.style import Observation, Part, Profile, emptied, learned, observed
from live_notes.style.words import keys_of
from retention import (
    AttuneError,
    AuditEntry,
    Memory,
    NoteRecord,
    NoteStatus,
    PracticeId,
    SessionRecord,
    StaleVersion,
)
from signaling.conversation import Conversation
from signaling.conversations import Conversations
from signaling.drafted import AsDrafted, parts_of
from signaling.logs import get_logger
from signaling.steady import kind_of

Specify = Callable[[SessionRecord], Awaitable[DraftSpec]]
"""Tells how a session's note would be drafted now."""

LESSON_SECONDS = 1.5
"""Longest that a signature waits for what is to be learned; later than that nothing is."""

ATTEMPTS = 4
"""How often a change is repeated on top of another one made meanwhile."""

SUBJECT = "style"
NOBODY = "nobody"
"""Whose client a session's is that belongs to none."""

_log = get_logger()


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a session showed, and a stable id of its client."""

    seen: Observation
    client: str


@dataclass(slots=True)
class StyleBook:
    """The clinician's style profile."""

    memory: Memory
    conversations: Conversations
    practice: PracticeId
    seconds: float = LESSON_SECONDS

    async def profile(self) -> Profile:
        """The profile as it is; a new one where there is none yet."""
        return (await self._read())[0]

    async def on(self, spec: DraftSpec) -> DraftSpec:
        """The spec in the clinician's style; with a practice's template only what touches sentences."""
        style = (await self.profile()).style
        return replace(spec, style=style if spec.template is None else style.of_sentences)

    async def change(self, action: str, change: Callable[[Profile], Profile]) -> Profile:
        """Changes the profile; `action` is what the audit chain calls it.

        Raises:
            StaleVersion: it is changed by somebody else again and again. What `change` raises.
        """
        for attempt in range(1, ATTEMPTS + 1):
            before, version = await self._read()
            now = change(before)
            if now == before:
                return now
            counts = {"rules": len(now.shown), "sessions": now.sessions}
            entry = AuditEntry("clinician", action, SUBJECT, counts=counts, practice=self.practice)
            try:
                await self.memory.styles.write(now.model_dump(mode="json"), version, entry)
            except StaleVersion:
                if attempt == ATTEMPTS:
                    raise
                continue
            return now
        raise StaleVersion("the style was changed meanwhile; read it and repeat the change")

    async def delete(self) -> Profile:
        """Forgets all rules and all counts; whether it learns stays as it was."""
        profile = await self.profile()
        if not profile.learning:
            return await self.change("style.deleted", lambda before: emptied(before, _salt()))
        entry = AuditEntry("clinician", "style.deleted", SUBJECT, practice=self.practice)
        await self.memory.styles.delete(entry)
        return await self.profile()

    async def lesson(self, note: NoteRecord, record: SessionRecord, spec: Specify) -> Lesson | None:
        """What a note about to be signed shows; None where there is nothing to learn from, or no time.

        `spec` tells how it would be drafted now, where it is not remembered how it was.
        """
        if note.status is not NoteStatus.DRAFT:
            return None
        try:
            async with asyncio.timeout(self.seconds):
                return await self._lesson(note, record, spec)
        except (AttuneError, TimeoutError) as error:
            _log.info("style_not_learned", session=record.id, code=kind_of(error))
            return None

    async def learn(self, lesson: Lesson | None) -> None:
        """Takes a lesson into the profile."""
        if lesson is None:
            return
        try:
            await self.change("style.learned", lambda before: learned(before, lesson.seen, lesson.client))
        except AttuneError as error:
            _log.warning("style_not_kept", code=error.code)

    async def _read(self) -> tuple[Profile, int]:
        kept = await self.memory.styles.read(self.practice)
        if kept.content is None:
            return Profile(salt=_salt()), kept.version
        return Profile.model_validate(kept.content, strict=False), kept.version

    async def _lesson(self, note: NoteRecord, record: SessionRecord, spec: Specify) -> Lesson | None:
        profile = await self.profile()
        group = note.content.get("format") == NoteFormat.GROUP  # its sections are called as its clients are
        if not profile.learning or group or await self.memory.consents.withdrawn(record.id):
            return None
        conversation = await self.conversations.open(record.id)
        asked = conversation.as_drafted or AsDrafted(await spec(record))
        drafted = await _plain(conversation, str(note.content.get("drafter")), asked)
        if not any(part.texts for part in drafted):
            return None
        signed = parts_of(note.content)
        drafted, signed = await _masked(conversation.masker, drafted, signed)
        seen = await in_thread(
            observed,
            [part for part in drafted if part.title not in asked.reworked],
            [part for part in signed if part.title not in asked.reworked],
            profile.known,
            _names(conversation.masker),
            profile.style if asked.spec.style is None else asked.spec.style,
        )
        whole = asked.spec.template is None
        return Lesson(seen if whole else seen.of_sentences, record.client_id or NOBODY)


async def _plain(conversation: Conversation, drafter: str, asked: AsDrafted) -> tuple[Part, ...]:
    """The draft without any style; of a language model's, which no second one equals, what was shown."""
    embedded = EmbeddedDrafter()
    if drafter != embedded.name:
        return asked.shown
    note = await conversation.scribe.draft(replace(asked.spec, style=None), embedded)
    return parts_of(note.as_json())


async def _masked(
    masker: SessionMasker, drafted: Sequence[Part], signed: Sequence[Part]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both notes masked. What stands in both word for word shows nothing and is left as it is."""
    same = {text for part in drafted for text in part.texts} & {t for part in signed for t in part.texts}
    texts = [text for part in (*drafted, *signed) for text in (part.title, *part.texts) if text not in same]
    found = await _found(masker, list(dict.fromkeys(" ".join(text.split()) for text in texts)))

    def masked(part: Part) -> Part:
        title, *rest = (found.get(" ".join(text.split()), text) for text in (part.title, *part.texts))
        return Part(title, tuple(rest))

    return tuple(map(masked, drafted)), tuple(map(masked, signed))


async def _found(masker: SessionMasker, texts: Sequence[str]) -> dict[str, str]:
    """Each text masked: all at once where their lines stay apart, which is much quicker, else one by one."""
    together = (await masker.mask("\n".join(texts))).masked.text.split("\n") if texts else []
    if len(together) == len(texts):
        return dict(zip(texts, together, strict=True))
    return {text: (await masker.mask(text)).masked.text for text in texts}


def _names(masker: SessionMasker) -> frozenset[str]:
    """Every word of a name that this session knows, in small letters."""
    return frozenset(key for known in masker.roster.names for name in known.variants for key in keys_of(name))


def _salt() -> str:
    return secrets.token_hex(16)
