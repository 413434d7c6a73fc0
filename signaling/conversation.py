"""The transcript of one session while it lives in memory: sealed final by final, masked behind it.

Words enter the transcript and go to the screens first. A final then waits in a queue to be sealed in the
store (finals are never dropped, partials never enter), and masking follows at its own pace: slow or absent
masking delays neither keeping nor the note.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from live_notes import DraftSpec, FinalHeard, Note, PartialHeard, Scribe, as_kept, without_struck
from live_notes.masking import SessionMasker
from retention import AttuneError, Memory, Receipt, SessionId, StoreUnavailable, TranscriptDestroyed
from signaling.cast import Cast, Retold
from signaling.drafted import AsDrafted
from signaling.logs import get_logger
from signaling.steady import kept_going, kind_of
from signaling.voices import Voices
from wire import Segment

if TYPE_CHECKING:
    from live_notes.masking import Choice
    from signaling.live_drafts import SoFar

RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 5.0
MOST_UNSAVED = 2000
"""Finals that may wait in memory for a store that takes none; beyond these nothing more is written down."""

MASKED_ANEW_SECONDS = 3.0
"""Longest wait for lines to be masked anew before a changed choice is answered; the rest follows."""

SETTLE_SECONDS = 10.0
"""Longest wait, when the server stops, for finals that a busy store has not taken yet."""

_log = get_logger()


@dataclass(slots=True, eq=False)
class Conversation:
    """One session's words. `closed` once its transcript is destroyed: nothing is taken in any more."""

    session: SessionId
    scribe: Scribe
    masker: SessionMasker
    memory: Memory
    voices: Voices = field(default_factory=Voices)
    """How its people are heard and read."""
    closed: bool = False
    words_missing: bool = False
    """Whether a media worker did not deliver all the words of a track; the note says so."""
    struck: set[str] = field(default_factory=set)
    """Segments struck since the conversation was opened: a draft under way must not bring them back."""
    unsaved: bool = False
    """Whether the store refused the oldest final that waits; it is offered again until it is taken."""
    drafts: int = 0
    """Drafts being made of it at this moment."""
    drafted: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """What drafted sentences rested on, also those edited away since: an edit does not lose its evidence."""
    as_drafted: AsDrafted | None = field(default=None, repr=False)
    so_far: SoFar | None = field(default=None, repr=False)
    """The last draft of the call while it goes on."""
    on_struck: Callable[[SessionId, Sequence[str]], Awaitable[None]] | None = None
    cast: Cast = field(default_factory=Cast)
    drafted_version: int | None = None
    """The note's version that nobody but the drafter has written."""
    _to_keep: asyncio.Queue[Segment | Retold] = field(default_factory=asyncio.Queue, repr=False)
    _to_mask: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    _choosing: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    _map: str = field(default_factory=lambda: secrets.token_hex(4))
    """Names this conversation's map of placeholders: one rebuilt from the store numbers them anew."""

    def take(self, segment: Segment) -> bool:
        """Takes a segment in; False when there is nothing to show of it (struck, late, destroyed, empty)."""
        if self.closed or (segment.final and self._is_full()):
            return False
        events = self.scribe.receive(segment)
        if any(isinstance(event, FinalHeard) for event in events):
            self._to_keep.put_nowait(segment)
            self._to_mask.set()
        return any(isinstance(event, FinalHeard | PartialHeard) for event in events)

    def retell(self, segments: Sequence[Segment], actor: str, *, keep: bool = True) -> tuple[Segment, ...]:
        """Takes finals whose speaker is known better now and keeps them behind what waits; those taken."""
        taken = () if self.closed else self.scribe.retell(segments)
        self._to_mask.set()
        if taken and keep:
            self._to_keep.put_nowait(Retold(taken, actor))
        return taken

    def _is_full(self) -> bool:
        full = self._to_keep.qsize() >= MOST_UNSAVED
        self.words_missing |= full
        return full

    @property
    def waiting(self) -> bool:
        """Whether finals wait to be kept, or a draft is being made."""
        return self.drafts > 0 or not self._to_keep.empty() or self.unsaved

    def recall(self, segments: Sequence[Segment]) -> None:
        """Takes finals back in from the store (after a restart)."""
        for segment in segments:
            self.scribe.receive(segment)
        self.cast = Cast.known(segments)
        self._to_mask.set()

    async def settle(self) -> None:
        """Waits until every final taken in so far is kept."""
        await self._to_keep.join()

    async def run(self) -> None:
        """Keeps finals in the order they came, and masks them, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.work(), name="conversation-keep")
            masking = kept_going("conversation-mask", self._mask, session=self.session)
            tasks.create_task(masking, name="conversation-mask")

    async def work(self) -> None:
        """Works the queue off, final by final, until cancelled."""
        while True:
            segment = await self._to_keep.get()
            try:
                await self._keep(segment)
            except Exception as error:  # noqa: BLE001 - supervisor: the next final must still be kept
                self.words_missing = True
                _log.error("final_not_kept", session=self.session, code=kind_of(error))
            finally:
                self.unsaved = False
                self._to_keep.task_done()

    async def _keep(self, segment: Segment | Retold) -> None:
        """Seals a final in the store, or finals retold, which is asked until it takes them."""
        told = segment.segments if isinstance(segment, Retold) else (segment,)
        wait = RETRY_SECONDS
        while not self.closed and not all(one.id in self.struck for one in told):
            bodies = [one.model_dump(mode="json") for one in told if one.id not in self.struck]
            try:
                if isinstance(segment, Retold):
                    await self.memory.transcripts.retell(self.session, bodies, segment.actor)
                else:
                    await self.memory.transcripts.append(self.session, bodies[0])
                return
            except TranscriptDestroyed:
                self.clear()
            except StoreUnavailable as error:
                if not self.unsaved:
                    _log.error("not_being_saved", session=self.session, code=error.code)
                self.unsaved = True
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_RETRY_SECONDS)

    async def _mask(self) -> None:
        """Masks what is not masked yet whenever something new is there."""
        while True:
            await self._to_mask.wait()
            self._to_mask.clear()
            try:
                await self.scribe.catch_up()
            except Exception:
                self._to_mask.set()  # so that it is tried again, also when nothing more is said
                raise

    @property
    def edition(self) -> str:
        """Which placeholders and choices somebody looks at: another one after a change or a restart."""
        return f"{self._map}-{self.scribe.generation}"

    async def choose(self, change: Callable[[Scribe], Awaitable[None]], actor: str) -> None:
        """Changes what is masked by choice, keeps it sealed, and lets the lines be masked anew.

        Raises:
            TranscriptDestroyed. MaskingError, PlaceholderError: as `change` does.
            StoreUnavailable: it could not be kept; the choices are as they were.
        """
        async with self._choosing:
            before = self.scribe.choices
            try:
                await change(self.scribe)
                self._refuse_closed()
                await self.memory.transcripts.choose(self.session, as_kept(self.scribe.choices), actor)
                self._refuse_closed()
            except AttuneError:
                if self.closed:
                    self.clear()  # what was chosen while the words were destroyed goes with them
                elif self.scribe.choices != before:
                    self.scribe.choose(before)
                raise
            finally:
                self._to_mask.set()
        try:
            async with asyncio.timeout(MASKED_ANEW_SECONDS):
                await self.scribe.catch_up()
        except TimeoutError:
            _log.info("masking_anew", session=self.session, count=len(self.scribe.unmasked()))

    def _refuse_closed(self) -> None:
        if self.closed:
            raise TranscriptDestroyed("the transcript of this session is destroyed")

    def remember(self, drafted: Mapping[str, tuple[str, ...]]) -> None:
        """Keeps in mind what drafted sentences rest on; never one that rested on struck words."""
        if not self.closed:
            self.drafted |= {text: on for text, on in drafted.items() if self.struck.isdisjoint(on)}

    async def strike(self, ids: Sequence[str], actor: str) -> Receipt:
        """Removes segments for good, from memory, store and an unsigned note.

        Raises:
            NotFound, BadInput, TranscriptDestroyed, LegallyHeld: nothing is struck, here neither.
            StoreUnavailable: nothing is; or it is decided, and a sweep finishes it.
        """
        try:
            async with asyncio.timeout(SETTLE_SECONDS):
                await self.settle()
        except TimeoutError:
            raise StoreUnavailable("the store takes nothing at the moment; strike again in a while") from None
        async with self._choosing:
            left = as_kept(self._choices_without(ids))
            try:
                receipt = await self.memory.transcripts.strike(self.session, ids, actor, left)
            except StoreUnavailable:
                if await self._are_struck(ids):
                    await self._forget(ids)
                raise
            await self._forget(ids)
        return receipt

    def _choices_without(self, ids: Sequence[str]) -> tuple[Choice, ...]:
        """The choices of masking that quote no words which are said only in these segments."""
        going = set(ids)
        finals = self.scribe.transcript.finals()
        return without_struck(
            self.scribe.choices,
            [segment.text for segment in finals if segment.id in going],
            [segment.text for segment in finals if segment.id not in going],
        )

    async def _are_struck(self, ids: Sequence[str]) -> bool:
        """Whether the store no longer has any of these, or does not say."""
        try:
            kept = await self.memory.transcripts.read(self.session)
        except StoreUnavailable:
            return True
        return {str(one["id"]) for one in kept}.isdisjoint(ids)

    async def _forget(self, ids: Sequence[str]) -> None:
        """Takes struck segments out of memory and out of an unsigned note."""
        left = self._choices_without(ids)
        self.scribe.strike(ids)
        self.so_far = None
        self.cast.forget(ids)
        if left != self.scribe.choices:
            self.scribe.choose(left)
            self._to_mask.set()
        self.struck.update(ids)
        self.drafted = {text: on for text, on in self.drafted.items() if self.struck.isdisjoint(on)}
        self.as_drafted = self.as_drafted and replace(self.as_drafted, shown=())
        if self.on_struck is not None:
            await self.on_struck(self.session, ids)

    async def draft(self, spec: DraftSpec) -> Note:
        """A note from what was heard."""
        self.drafts += 1
        try:
            await self.settle()
            return await self.scribe.draft(spec)
        finally:
            self.drafts -= 1

    def clear(self) -> None:
        """Drops every word and the map of the masked names."""
        self.closed = True
        while not self._to_keep.empty():
            self._to_keep.get_nowait()
            self._to_keep.task_done()
        self.drafted.clear()
        self.as_drafted = None
        self.so_far = None
        self.cast.forget()
        self.scribe.clear()
        self.masker.clear()
