"""The embedded drafter: the shell around reading, selecting and placing statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from live_notes.drafting.author.members import Members, label_of, member_key, members_of
from live_notes.drafting.author.preferred import KEPT
from live_notes.drafting.author.statements import authored_of, placed
from live_notes.drafting.embedded.acting.modalities import evidenced
from live_notes.drafting.embedded.asking.asked_shortly import told_shortly
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.emdr.phases import in_phases, phases_left_out
from live_notes.drafting.embedded.hearing.units import Unit, units_of
from live_notes.drafting.embedded.hearing.unmarked_pasts import with_unmarked_pasts
from live_notes.drafting.embedded.instructions import Instructions, instructions_in
from live_notes.drafting.embedded.matters import by_matter, in_plan, told_elsewhere
from live_notes.drafting.embedded.measures.scores_again import without_scores_again
from live_notes.drafting.embedded.persons.companions import with_companions
from live_notes.drafting.embedded.persons.made_clear import with_persons
from live_notes.drafting.embedded.persons.owner_before import with_owner
from live_notes.drafting.embedded.persons.spoken_of import People
from live_notes.drafting.embedded.selecting.bodily import bodily
from live_notes.drafting.embedded.selecting.favouring import favoured
from live_notes.drafting.embedded.selecting.selection import select
from live_notes.drafting.embedded.selecting.worth import Seen
from live_notes.drafting.embedded.selecting.worth_in_talk import in_talk
from live_notes.drafting.embedded.statements import statements_of
from live_notes.drafting.embedded.telling.merging import merged
from live_notes.drafting.embedded.telling.phrases import Terms, names_in, terms_of
from live_notes.drafting.embedded.telling.saying import finish
from live_notes.drafting.formats import Kind, NoteFormat, SectionPlan, for_clients
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.note import Draft, Section, Sentence
from live_notes.drafting.preferences import Preferences, PronounChoice
from live_notes.drafting.spec import DraftSpec, EvidenceLine, MaskedTranscript, Speaking
from live_notes.drafting.templates.layout import layout_of, unfollowed_in
from live_notes.energy.meter import in_thread

_MEMBER = re.compile(r"\[CLIENT(?:_\d+)?\]")
_QUOTED = re.compile(r'("[^"]*")')
_NAME = re.compile(r"[^\W\d_]{2,}")
_SHORT_NAME = 3
_BY_A_METHOD, _OF_RISK = 0.45, " assessed for risk"
"""What a deed is worth that a note without interventions tells all the same; risk stands with its answers."""
_NO_NAME = re.compile(
    r"(?:client|patient|member|speaker|participant|voice|track|person|guest|parent|mother|father|mom|dad"
    r"|mum|partner"
    r"|husband|wife|spouse|son|daughter|brother|sister|child|teen|adolescent|group|family|left|right|channel"
    r"|microphone|mic|line|user|one|two|three|four|five|six|first|second|third)s?",
    re.IGNORECASE,
)
"""What a speaker is called by who they are in the session, or by number."""
_SILENT = "silent "
"""How the keys of clients begin who are known and are not heard."""
_NO_WORDS = "No words in the transcript are this client's."
_NOT_TOLD_OF = "Nothing is told of this client alone."
_FOLLOWS = "without a language model, a matter can be left out or focused on"
_UNFOLLOWED = "Your instructions were not followed"
_SECTIONS_UNFOLLOWED = (
    "Some of the instructions of this format's sections were not followed: they need a language model."
)
_SOME_UNFOLLOWED = "Some of your instructions were not followed"
_MOST_QUOTED, _LONGEST_QUOTED = 3, 80
"""Of what was asked and not followed: how many sentences are quoted, and how many characters of each."""


class EmbeddedDrafter:
    """Extracts and rewords what was said. The same transcript always gives the same draft."""

    @property
    def name(self) -> str:
        """What the note says."""
        return "embedded"

    async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
        """A draft, made in a thread so that the event loop goes on and its CPU time is its own."""
        return await in_thread(draft_embedded, transcript, spec)


def draft_embedded(transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
    """The draft of a transcript. Pure: no clock, no randomness."""
    units = with_unmarked_pasts(with_companions(units_of(transcript.lines)))
    statements, terms = _offered(units, spec.preferences, len(spec.clients))
    members = members_of(spec.clients, transcript.lines)
    plans = _sections_for(units, spec, terms, members)
    if spec.template is None and spec.format is NoteFormat.EMDR:
        statements = in_phases(statements, units)
    statements = by_matter(in_plan(statements, plans), units, plans, terms)
    written = authored_of(units, _written_in(spec), members)
    statements += placed(written, plans, all_of_it=spec.template is None)
    statements += _modalities(units, spec, terms)
    if not any(Kind.INTERVENTION in plan.kinds for plan in plans):
        statements = [_as_a_fact(statement) for statement in statements]
    of_the_body = bodily(units)
    statements = without_scores_again(in_talk(statements, of_the_body))
    instructions = instructions_in(spec.preferences.instructions)
    statements = favoured(instructions.on(statements), plans)
    spoken = sum(unit.length for unit in units)
    chosen = select(statements, plans, spec.preferences.detail, spoken, of_the_body)
    people = People(units, terms.proper)
    chosen = [
        [
            with_owner(people, terms, one)
            for one in told_shortly(with_persons(people, terms, kept), units, terms)
        ]
        for kept in chosen
    ]
    others = _names_of_members(units) if any(plan.each_client for plan in plans) else None
    elsewhere = told_elsewhere(plans, chosen)
    if spec.template is None and spec.format is NoteFormat.EMDR:
        elsewhere |= phases_left_out(units)
    sections = tuple(
        _section(plan, kept, others, elsewhere.get(plan.title, ""))
        for plan, kept in zip(plans, chosen, strict=True)
    )
    kept = (KEPT,) if any(one.kept for one in written) else ()
    return Draft(sections=sections, notices=(*_notices(instructions), *_of_sections(spec), *kept))


def _written_in(spec: DraftSpec) -> Preferences:
    """The preferences for what the clinician wrote: other pronouns only where they are asked for."""
    if not spec.pronouns_found:
        return spec.preferences
    return spec.preferences.model_copy(update={"pronouns": PronounChoice.SAID})


def _sections_for(
    units: Sequence[Unit], spec: DraftSpec, terms: Terms, members: Members
) -> tuple[SectionPlan, ...]:
    """The sections of the note; where a clinician alone writes, one for each client they write of."""
    layout, labels = layout_of(spec.format, spec.template), _labels(units, terms, spec.clients)
    if labels or not any(unit.speaking is Speaking.AUTHOR for unit in units):
        return _with_the_silent(for_clients(layout, labels))
    if members.several:
        numbers = range(1, members.count + 1)
        told = [replace(plan, when_empty=_NOT_TOLD_OF) if plan.each_client else plan for plan in layout]
        return for_clients(told, [(member_key(one), label_of(one, terms.client)) for one in numbers])
    return tuple(
        replace(plan, title=plan.titled_for(terms.client)) if plan.each_client else plan for plan in layout
    )


def _with_the_silent(plans: Sequence[SectionPlan]) -> tuple[SectionPlan, ...]:
    """The sections, where that of a client without words says no more than that."""
    return tuple(
        replace(plan, when_empty=_NO_WORDS) if (plan.speaker or "").startswith(_SILENT) else plan
        for plan in plans
    )


def candidates(lines: Sequence[EvidenceLine], preferences: Preferences) -> list[Seen]:
    """Every sentence that could stand in a note of these lines, as one learns from what is worth it."""
    return [
        statement.seen
        for statement in _offered(with_unmarked_pasts(with_companions(units_of(lines))), preferences)[0]
    ]


def _offered(
    units: Sequence[Unit], preferences: Preferences, clients: int = 0
) -> tuple[list[Statement], Terms]:
    """All candidate statements, and how those are written who are no client in particular."""
    terms = terms_of(preferences, names_in(units))
    by_speaker = _client_terms(units, terms, clients)
    terms = replace(terms, several=max(len(by_speaker), clients) > 1)
    return statements_of(units, by_speaker, terms), terms


def _as_a_fact(statement: Statement) -> Statement:
    """Where no section is for interventions, what the clinician wrote they did is a fact of the session.

    What they did by a method stands with how they see it; asking and listening go without saying.
    """
    if statement.kind is not Kind.INTERVENTION:
        return statement
    if statement.authored or statement.must:
        return replace(statement, kind=Kind.OBSERVATION)
    by_method = statement.more >= _BY_A_METHOD and _OF_RISK not in statement.text
    return replace(statement, kind=Kind.FORMULATION) if by_method else statement


def _section(
    plan: SectionPlan, statements: Sequence[Statement], others: re.Pattern[str] | None, elsewhere: str
) -> Section:
    sentences = tuple(
        Sentence(text=_without_others(s.text, others), evidence=s.evidence) for s in merged(statements)
    )
    empty = None if sentences else elsewhere or plan.when_empty or None
    return Section(title=plan.title, sentences=sentences, statement=empty, fixed=plan.fixed or None)


def _without_others(text: str, others: re.Pattern[str] | None) -> str:
    """A sentence of a group's note without the names of its members: each record is one client's own."""
    if others is None:
        return text
    told = _QUOTED.split(text)  # every second part is a quotation
    named = ("a group member", "[a group member]")
    return "".join(others.sub(named[at % 2], part) for at, part in enumerate(told))


def _names_of_members(units: Sequence[Unit]) -> re.Pattern[str]:
    """The placeholders of clients, and what their speakers are called where that is a name."""
    speakers = {unit.speaker for unit in units if unit.speaking is Speaking.CLIENT}
    names = {name for speaker in speakers for name in _NAME.findall(speaker) if not _NO_NAME.fullmatch(name)}
    called = "".join(rf"|(?<![\w'-]){_spelled(name)}(?![\w-])" for name in sorted(names))
    return re.compile(rf"{_MEMBER.pattern}{called}", re.IGNORECASE)


def _spelled(name: str) -> str:
    """A name however it is written; a short one only with its capital, for "al" or "bo" may be a word."""
    return re.escape(name) if len(name) > _SHORT_NAME else f"(?-i:{re.escape(name.capitalize())})"


def _labels(units: Sequence[Unit], terms: Terms, clients: Sequence[str]) -> list[tuple[str, str]]:
    """Each client's speaker and how a section of theirs is called; also of those who are known and silent."""
    labels = [(speaker, own.client) for speaker, own in _client_terms(units, terms, len(clients)).items()]
    silent = range(len(labels) + 1, len(clients) + 1) if labels else ()
    return labels + [(f"{_SILENT}{number}", label_of(number, terms.client)) for number in silent]


def _client_terms(units: Sequence[Unit], terms: Terms, clients: int) -> dict[str, Terms]:
    """Each client's terms; several, heard or only known of, are told apart by letters."""
    speakers = list(dict.fromkeys(unit.speaker for unit in units if unit.speaking is Speaking.CLIENT))
    if max(len(speakers), clients) < 2:
        return dict.fromkeys(speakers, terms)
    return {
        speaker: terms.of_client(label_of(number, terms.client)) for number, speaker in enumerate(speakers, 1)
    }


def _modalities(units: Sequence[Unit], spec: DraftSpec, terms: Terms) -> list[Statement]:
    """A statement for every listed modality that the clinician's words show."""
    kind = Kind.INTERVENTION
    found: list[Statement] = []
    for modality in dict.fromkeys(spec.preferences.modalities):
        for unit in units:
            if unit.speaking not in {Speaking.CLINICIAN, Speaking.AUTHOR}:
                continue
            shown = evidenced((modality,), unit.words)
            if shown:
                text = finish(f'{terms.clinician} worked with {modality}, as evidenced by "{shown[0][1]}"')
                stems = frozenset(content_stems(text))
                seen = Seen(text, kind, 0.5, 0.0)
                found.append(Statement(kind, text, unit.evidence, seen, unit.index, stems, must=True))
                break
    return found


def _of_sections(spec: DraftSpec) -> tuple[str, ...]:
    """What to say where instructions of a template's sections were not followed whole."""
    some = spec.template is not None and unfollowed_in(spec.template)
    return (_SECTIONS_UNFOLLOWED,) if some else ()


def _notices(instructions: Instructions) -> tuple[str, ...]:
    if not instructions.unfollowed:
        return ()
    some = bool(instructions.omit or instructions.focus)
    said = _SOME_UNFOLLOWED if some else _UNFOLLOWED
    asked = [shorten(one, _LONGEST_QUOTED, placeholder=" …") for one in instructions.unfollowed]
    quoted = ", ".join(f"“{one}”" for one in asked[:_MOST_QUOTED])
    more = f" and {len(asked) - _MOST_QUOTED} more" if len(asked) > _MOST_QUOTED else ""
    return (f"{said} ({quoted}{more}): {_FOLLOWS}.",)
