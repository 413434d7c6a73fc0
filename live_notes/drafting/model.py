"""A drafter behind an AI processor: masked lines out, sections with numbered evidence back."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from pydantic import BaseModel, ConfigDict, Field

from live_notes.drafting.errors import DraftRefused
from live_notes.drafting.formats import NoteFormat, SectionPlan
from live_notes.drafting.note import Draft, Section, Sentence
from live_notes.drafting.spec import DraftSpec, EvidenceLine, MaskedTranscript
from live_notes.drafting.templates.layout import NOTHING_HERE, layout_of
from live_notes.drafting.templates.model import NoteTemplate
from live_notes.errors import AnswerInvalid, AnswerTruncated, ProcessorError

if TYPE_CHECKING:
    from live_notes.processors import MaskedPrompt, Purpose
    from live_notes.processors.gateway import Answer
    from retention.ids import SessionId

MAX_SENTENCES = 120
"""Most sentences one section of an answer may hold."""

MAX_SENTENCE_CHARS = 1200

LONG_SESSION_CHARS = 24_000
"""Masked characters, about half an hour of talk, from which a draft is asked for section by section."""

AT_ONCE = 3
"""Sections of one draft that are asked for together."""


class _AnswerPart(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, cache_strings="none")

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    __str__ = __repr__


class DraftedSentence(_AnswerPart):
    """One sentence and the numbers of the lines it rests on, one at least."""

    text: str = Field(min_length=1, max_length=MAX_SENTENCE_CHARS)
    lines: list[int] = Field(min_length=1, max_length=40)


class DraftedSection(_AnswerPart):
    """One section as the model fills it."""

    title: str = Field(max_length=60)
    sentences: list[DraftedSentence] = Field(max_length=MAX_SENTENCES)


class DraftAnswer(_AnswerPart):
    """The form a model's answer must have."""

    sections: list[DraftedSection] = Field(max_length=16)


class Gateway(Protocol):
    """What this drafter needs of the processor gateway."""

    async def complete(
        self,
        processor_id: str,
        purpose: Purpose,
        prompt: MaskedPrompt,
        schema: type[DraftAnswer],
        *,
        session: SessionId,
        timeout: float | None = None,  # noqa: ASYNC109  (the gateway bounds the whole call)
    ) -> Answer[DraftAnswer]:
        """A whole, valid answer. Raises `ProcessorError`."""
        ...


class ModelDrafter:
    """Asks a declared processor for the draft; it reads masked lines only."""

    def __init__(
        self, gateway: Gateway, processor_id: str, session: SessionId, seconds: float | None = None
    ) -> None:
        self._gateway = gateway
        self._processor_id = processor_id
        self._session = session
        self._seconds = seconds

    @property
    def name(self) -> str:
        """What the note says."""
        return f"model:{self._processor_id}"

    async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
        """The model's draft, unchecked.

        Asked for at once, or section by section when the session is long, and once more so when what was
        answered at once is cut off or not of the form: one request and one a section at most.

        Raises:
            DraftRefused: the sections are not those of the format, nothing was written, or it is a group's.
            ProcessorError: refused, unavailable, truncated or invalid.
        """
        # The prompt tells clients from clinicians, not from each other.
        if any(plan.each_client for plan in layout_of(spec.format, spec.template)):
            raise DraftRefused("a group's note has a section for each client: it is drafted on this machine")
        lines, sections = transcript.maskable, len(sections_of(spec))
        if sections == 1 or not is_long(lines):
            try:
                return as_draft(await self._answer(lines, spec), lines, spec.format, spec.template)
            except (AnswerTruncated, AnswerInvalid, DraftRefused):
                if sections == 1:
                    raise
        return await self._by_section(lines, spec)

    async def _by_section(self, lines: Sequence[EvidenceLine], spec: DraftSpec) -> Draft:
        """Every section of its own request, few at a time; the first one that fails ends them all."""
        turn = asyncio.Semaphore(AT_ONCE)

        async def asked(number: int, title: str) -> DraftedSection:
            async with turn:
                answer = await self._answer(lines, spec, number)
            return only_section(answer, title)

        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(asked(*section)) for section in sections_of(spec)]
        except* (ProcessorError, DraftRefused) as failed:
            raise _first(failed) from None
        answer = DraftAnswer(sections=[task.result() for task in tasks])
        return as_draft(answer, lines, spec.format, spec.template)

    async def _answer(
        self, lines: Sequence[EvidenceLine], spec: DraftSpec, section: int | None = None
    ) -> DraftAnswer:
        # The gateway's library is heavy: it is loaded when a processor is first asked.
        from live_notes.drafting.prompt import prompt_for
        from live_notes.processors import Purpose

        answer = await self._gateway.complete(
            self._processor_id,
            Purpose.DRAFTING,
            prompt_for(lines, spec, section),
            DraftAnswer,
            session=self._session,
            timeout=self._seconds,
        )
        return answer.content


def sections_of(spec: DraftSpec) -> list[tuple[int, str]]:
    """The sections that are drafted: their numbers in the layout, from 1, and what an answer calls them.

    The sections of a template go by their numbers: their titles were masked.
    """
    plans = enumerate(layout_of(spec.format, spec.template), start=1)
    return [(at, plan.title if spec.template is None else str(at)) for at, plan in plans if plan.drafted]


def is_long(lines: Sequence[EvidenceLine]) -> bool:
    """Whether a session is better drafted section by section: an answer at once would be cut off or thin."""
    return sum(len(line.masked) for line in lines if line.masked is not None) > LONG_SESSION_CHARS


def only_section(answer: DraftAnswer, title: str) -> DraftedSection:
    """What was answered for one section: the one of its title, or the only one. Raises `DraftRefused`."""
    named = [one for one in answer.sections if one.title.strip().casefold() == title.casefold()]
    found = named or answer.sections
    if len(found) != 1:
        raise DraftRefused("the answer is not the one section that was asked for")
    return found[0].model_copy(update={"title": title})


def _first(failed: BaseExceptionGroup[Exception]) -> Exception:
    """The first error of a group, whatever groups it stands in."""
    error: BaseException = failed
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error if isinstance(error, Exception) else DraftRefused("the sections could not be drafted")


def as_draft(
    answer: DraftAnswer,
    lines: Sequence[EvidenceLine],
    note_format: NoteFormat,
    template: NoteTemplate | None = None,
) -> Draft:
    """The answer as a draft: sections in the format's order, line numbers as ids. Raises `DraftRefused`.

    The sections of a template go by their numbers: their titles were masked.
    """
    plans = layout_of(note_format, template)
    given = {section.title.strip().casefold(): section for section in answer.sections}
    keys = [plan.title.casefold() if template is None else str(at) for at, plan in enumerate(plans, 1)]
    drafted = {key for key, plan in zip(keys, plans, strict=True) if plan.drafted}
    if len(given) != len(answer.sections) or given.keys() - drafted:
        raise DraftRefused("the answer's sections are not those of the format")
    sections = tuple(_section(plan, given.get(key), lines) for key, plan in zip(keys, plans, strict=True))
    if not any(section.sentences for section in sections):
        raise DraftRefused("the answer holds no sentence")
    return Draft(sections=sections)


def _section(plan: SectionPlan, drafted: DraftedSection | None, lines: Sequence[EvidenceLine]) -> Section:
    sentences = () if drafted is None else tuple(_sentence(s, lines) for s in drafted.sentences)
    empty = None
    if not sentences and plan.drafted:
        empty = plan.when_empty if plan.kinds else NOTHING_HERE  # a model reads every instruction
    return Section(title=plan.title, sentences=sentences, statement=empty, fixed=plan.fixed or None)


def _sentence(drafted: DraftedSentence, lines: Sequence[EvidenceLine]) -> Sentence:
    """Line numbers start at 1; one that does not exist stays visible, so that the checks object to it."""
    evidence = tuple(
        lines[number - 1].id if 1 <= number <= len(lines) else f"line {number}" for number in drafted.lines
    )
    return Sentence(text=" ".join(drafted.text.split()), evidence=evidence)
