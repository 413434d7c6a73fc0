"""From evidence lines to a note: draft, check, style, restore names, surface risk; for every drafter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeAlias

from live_notes.drafting.checks import Flag, check_draft, explained
from live_notes.drafting.contradictions import contradicted, settled
from live_notes.drafting.discussed import not_told
from live_notes.drafting.domains import DOMAINS, HOMEWORK_DOMAIN, untouched
from live_notes.drafting.embedded.acting.acts import sets_homework
from live_notes.drafting.embedded.drafter import EmbeddedDrafter, draft_embedded
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.persons.pronouns import pronouns_said
from live_notes.drafting.errors import DraftRefused
from live_notes.drafting.in_doubt import surely_not, without_doubtful
from live_notes.drafting.language.foreign import is_foreign
from live_notes.drafting.language.remembered import Key, Memory, remembering
from live_notes.drafting.note import (
    TEMPLATE,
    Draft,
    Note,
    RiskItem,
    RiskKind,
    RiskStatus,
    Section,
    Sentence,
    TemplateMark,
)
from live_notes.drafting.preferences import Preferences, PronounChoice
from live_notes.drafting.restoring import Unmask, restored
from live_notes.drafting.risk.mentions import risks_of
from live_notes.drafting.spec import Drafter, DraftSpec, EvidenceLine, MaskedTranscript, Speaking
from live_notes.drafting.statement import NOTHING_FITS, too_little
from live_notes.drafting.styled import styled, with_standing
from live_notes.energy.meter import in_thread
from live_notes.errors import PlaceholderError, ProcessorError

MODEL_TIMEOUT = 45.0
"""Seconds a drafter behind a processor may take before the embedded one answers instead."""

_MOST_FLAGGED = 0.5
FOREIGN_NOTICE = (
    "Some of what was said is not in English. The note can only quote it, risk is read from the English "
    "words and a few others, and what was not discussed is not listed: read the transcript before you sign."
)
_UNMASKED_NOTICE = "Some lines could not be masked; they stayed on this machine."


@dataclass(frozen=True)
class _Findings:
    """What the lines themselves show, whoever drafts."""

    statement: str | None
    risk: tuple[RiskItem, ...]
    not_discussed: tuple[str, ...]
    pronouns: PronounChoice
    foreign: bool = False
    aloud: tuple[str, ...] = field(default=(), repr=False)


async def write_note(
    transcript: MaskedTranscript,
    spec: DraftSpec,
    drafter: Drafter,
    *,
    now: datetime,
    unmask: Unmask | None = None,
    model_timeout: float = MODEL_TIMEOUT,
    read: Mapping[Key, object] | None = None,
) -> Note:
    """The note of a transcript. When `drafter` fails, is late, or drafts badly, the embedded one answers.

    `read`: what was found in its lines before; it is looked up by their very words.

    `unmask` is None when nothing was masked. Risk, what was not discussed, and whether there is
    enough speech at all are read from what was spoken, never from a drafter; only what a sentence that no
    check objects to speaks of is not told as not discussed beside it.
    """
    with remembering(Memory(read)):
        return await _written(transcript, spec, drafter, now, unmask, model_timeout)


async def _written(
    transcript: MaskedTranscript,
    spec: DraftSpec,
    drafter: Drafter,
    now: datetime,
    unmask: Unmask | None,
    model_timeout: float,
) -> Note:
    spec = replace(spec, preferences=settled(spec.preferences))
    findings = await in_thread(_read, transcript)
    if findings.statement is not None:
        return _note(spec, now, findings, (), "embedded", (), findings.statement)
    spec = _with_pronouns(spec, findings)
    embedded = EmbeddedDrafter()
    notices: list[str] = []
    name, draft = drafter.name, None
    if not isinstance(drafter, EmbeddedDrafter):
        draft, why = await _from_model(drafter, transcript, spec, unmask, model_timeout)
        notices += [why] if why else []
    if draft is None:
        name = embedded.name
        draft = await in_thread(draft_embedded, transcript, spec)
        draft = await in_thread(_checked, draft, transcript, spec, unmask)
    sections = await in_thread(_explained, draft.sections, transcript, spec.preferences)
    draft = draft.model_copy(update={"sections": sections})
    return _drafted(spec, now, findings, name, draft, notices)


def _with_pronouns(spec: DraftSpec, findings: _Findings) -> DraftSpec:
    """What is wanted, with the pronouns the session gave where those are wanted."""
    if spec.preferences.pronouns is not PronounChoice.SAID:
        return spec
    preferences = spec.preferences.model_copy(update={"pronouns": findings.pronouns})
    return replace(spec, preferences=preferences, pronouns_found=True)


def _drafted(
    spec: DraftSpec, now: datetime, findings: _Findings, name: str, draft: Draft, notices: Sequence[str]
) -> Note:
    """A checked draft as a note, or the statement that nothing said fits in one."""
    statement = None if any(section.sentences for section in draft.sections) else NOTHING_FITS
    sections = with_standing(draft.sections, spec.style) if statement is None else ()
    sections = without_doubtful(sections, findings.aloud)
    quiet = not_told(findings.not_discussed, sections, spec.preferences.clinician_term)
    findings = replace(findings, not_discussed=quiet)
    return _note(spec, now, findings, sections, name, [*notices, *draft.notices], statement)


Plain: TypeAlias = tuple[EvidenceLine, ...]
"""Lines without a `MaskedText`, which no other process takes."""


def plain_lines(transcript: MaskedTranscript) -> tuple[Plain, Plain]:
    """The lines as spoken, and as a drafter reads them (masked where they are), for `masked_note`."""
    lines = transcript.lines
    return (
        tuple(replace(line, masked=None) for line in lines),
        tuple(replace(line, spoken=line.text, masked=None) for line in lines),
    )


def masked_note(spoken: Plain, read: Plain, spec: DraftSpec, now: datetime) -> Note:
    """The embedded drafter's whole note of these lines, names still masked. Pure: for another process."""
    with remembering(Memory()):
        return _masked_note(spoken, read, spec, now)


def _masked_note(spoken: Plain, read: Plain, spec: DraftSpec, now: datetime) -> Note:
    spec = replace(spec, preferences=settled(spec.preferences))
    findings, transcript = _read(MaskedTranscript(spoken)), MaskedTranscript(read)
    if findings.statement is not None:
        return _note(spec, now, findings, (), "embedded", (), findings.statement)
    spec = _with_pronouns(spec, findings)
    drafted = check_draft(draft_embedded(transcript, spec), transcript.lines, spec.preferences)
    draft = styled(drafted, transcript.lines, spec)
    return _drafted(spec, now, findings, "embedded", draft, ())


def with_names(
    note: Note, transcript: MaskedTranscript, unmask: Unmask | None, preferences: Preferences
) -> Note:
    """A masked note with its names put back and its flags explained; where that can't be, it is flagged."""
    lines = {line.id: line for line in transcript.lines}
    sections = _map_sentences(note.sections, lambda sentence: _restored(sentence, lines, unmask))
    return note.model_copy(update={"sections": _explained(sections, transcript, preferences)})


async def _from_model(
    drafter: Drafter, transcript: MaskedTranscript, spec: DraftSpec, unmask: Unmask | None, seconds: float
) -> tuple[Draft | None, str]:
    """A model's checked draft and what to say about it; None and the reason when it can't be used."""
    readable = MaskedTranscript(transcript.maskable)
    if not readable.lines:
        return None, "Nothing could be masked, so no AI processor was asked; drafted on this machine."
    try:
        async with asyncio.timeout(seconds):
            raw = await drafter.draft(readable, spec)
        draft = await in_thread(_checked_model, raw, readable, spec, unmask)
    except TimeoutError:
        return None, "The AI processor took too long; the embedded drafter wrote this draft."
    except (DraftRefused, ProcessorError, PlaceholderError) as error:
        return (
            None,
            f"The AI processor's draft could not be used ({error.code}); the embedded drafter wrote this.",
        )
    return draft, "" if transcript.fully_masked else _UNMASKED_NOTICE


_TOLD_OF_SUICIDE = (RiskKind.SUICIDE, RiskStatus.REPORTED, None)


def _read(transcript: MaskedTranscript) -> _Findings:
    spoken = [replace(line, masked=None) for line in transcript.lines]
    units = units_of(spoken)
    risk = risks_of(units)
    kinds = {item.kind.value for item in risk if item.whose is None}
    if any((one.kind, one.status, one.whose) == _TOLD_OF_SUICIDE for one in risk):
        kinds.add(RiskKind.SELF_HARM.value)  # an attempt or the thought of one is of harm to oneself
    others = {item.kind.value for item in risk} - kinds
    aloud = [line.spoken for line in spoken if line.speaking is not Speaking.AUTHOR]
    domains = untouched(
        aloud,
        (line.spoken for line in spoken if line.speaking is Speaking.AUTHOR),
    )
    if any(sets_homework(unit) for unit in units):
        domains = tuple(name for name in domains if name != HOMEWORK_DOMAIN)
    touched = {domain.name for domain in DOMAINS} - set(domains)
    domains = surely_not(domains, aloud)
    quiet = surely_not((kind.value for kind in RiskKind if kind.value not in kinds | touched), aloud)
    named = [kind.value for kind in RiskKind if kind.value in others or kind.value in quiet]
    told = [f"{kind} (the client's own)" if kind in others else kind for kind in named]
    foreign = any(is_foreign(line.spoken) for line in spoken)
    silent = () if foreign else tuple(dict.fromkeys([*told, *(d for d in domains if d not in kinds)]))
    return _Findings(
        statement=too_little(units),
        risk=risk,
        aloud=tuple(aloud),
        not_discussed=silent,  # what was said in another language may have been of any of them
        pronouns=pronouns_said(units),
        foreign=foreign,
    )


def _checked(draft: Draft, transcript: MaskedTranscript, spec: DraftSpec, unmask: Unmask | None) -> Draft:
    """The embedded draft, checked; a name that can't be restored is flagged, since the words are our own."""
    checked = styled(check_draft(draft, transcript.lines, spec.preferences), transcript.lines, spec)
    lines = {line.id: line for line in transcript.lines}
    sections = _map_sentences(checked.sections, lambda sentence: _restored(sentence, lines, unmask))
    return checked.model_copy(update={"sections": sections})


def _checked_model(
    draft: Draft, transcript: MaskedTranscript, spec: DraftSpec, unmask: Unmask | None
) -> Draft:
    """A model's draft, checked and restored.

    Raises:
        DraftRefused: nothing is supported, or most of it is objected to.
        PlaceholderError: a placeholder was invented or spoiled.
    """
    checked = check_draft(draft, transcript.lines, spec.preferences, masked_drafter=True)
    sentences = [s for section in checked.sections for s in section.sentences]
    given = sum(len(section.sentences) for section in draft.sections)
    unsound = given - sum(1 for s in sentences if not s.flags)
    if not sentences or unsound > given * _MOST_FLAGGED:
        raise DraftRefused("most of the draft is not supported by the transcript")
    checked = styled(checked, transcript.lines, spec)
    if unmask is None:
        return checked
    lines = {line.id: line for line in transcript.lines}
    sections = _map_sentences(checked.sections, lambda sentence: restored(sentence, lines, unmask))
    return checked.model_copy(update={"sections": sections})


def _restored(sentence: Sentence, lines: Mapping[str, EvidenceLine], unmask: Unmask | None) -> Sentence:
    if unmask is None:
        return sentence
    try:
        return restored(sentence, lines, unmask)
    except PlaceholderError:
        flags = tuple(dict.fromkeys([*sentence.flags, Flag.PLACEHOLDER.value]))
        return sentence.model_copy(update={"flags": flags})


def _explained(
    sections: Sequence[Section], transcript: MaskedTranscript, preferences: Preferences
) -> tuple[Section, ...]:
    """The sections with the reasons of their flags, in the words that were spoken."""
    known = {line.id: replace(line, masked=None) for line in transcript.lines}
    order = {line.id: at for at, line in enumerate(transcript.lines)}
    return _map_sentences(sections, lambda sentence: explained(sentence, known, order, preferences))


def _map_sentences(
    sections: Sequence[Section], change: Callable[[Sentence], Sentence]
) -> tuple[Section, ...]:
    return tuple(
        section.model_copy(update={"sentences": tuple(change(s) for s in section.sentences)})
        for section in sections
    )


def _note(
    spec: DraftSpec,
    now: datetime,
    findings: _Findings,
    sections: Sequence[Section],
    drafter: str,
    notices: Sequence[str],
    statement: str | None,
) -> Note:
    read = [FOREIGN_NOTICE] if findings.foreign else []
    told = [one for one in dict.fromkeys([*spec.notices, *notices, *contradicted(spec), *read]) if one]
    template = spec.template
    return Note(
        format=spec.format if template is None else TEMPLATE,
        sections=tuple(sections),
        risk=findings.risk,
        not_discussed=findings.not_discussed,
        drafter=drafter,
        generated_at=now,
        statement=statement,
        drafter_notice=" ".join(told) or None,
        frame=spec.frame.as_frame(),
        template=template and TemplateMark(name=template.name, version=template.version, id=template.id),
    )
