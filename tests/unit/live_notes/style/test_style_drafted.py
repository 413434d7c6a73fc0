"""Notes drafted in a style: worded, checked, flagged where the session shows nothing, for both drafters."""

from __future__ import annotations

from datetime import UTC, datetime

from live_notes import (
    Draft,
    DraftRequest,
    DraftSpec,
    EvidenceLine,
    MaskedTranscript,
    NoteFormat,
    Section,
    Sentence,
    Speaking,
    draft_from,
    write_note,
)
from live_notes.drafting.checks import Flag
from live_notes.drafting.prompt import prompt_for
from live_notes.drafting.styled import styled, with_standing
from live_notes.masking.text import Masked, mint
from live_notes.style import Style
from live_notes.style.rules import Addition, Omission, Order, Rule, Tense, Voice, Wording
from live_notes.style.topics import Topic
from live_notes.wording import with_wording
from tests.support.style_sessions import STANDING

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
PT = Wording(before="client", after="pt")
STYLE = Style(
    (
        PT,
        Wording(before="reports that", after="reports"),
        Wording(before="suicidal ideation", after="SI"),
        Voice(tense=Tense.PRESENT),
        Omission(topic=Topic.QUOTATION),
        Order(first="Plan", second="Subjective"),
        Addition(section="Plan", text=STANDING),
    )
)
SAID = (
    ("clinician", "How have you been sleeping since we last met?"),
    ("client", "I have been sleeping badly and I wake up at four most nights."),
    ("clinician", "Have you had any thoughts of suicide or suicidal ideation?"),
    ("client", "No, I have not had any suicidal ideation."),
    ("client", "Work has been heavy and I feel tired in the evening."),
    ("clinician", "Please keep a sleep diary until next week."),
)
TRANSCRIPT = [{"id": f"s{n}", "role": role, "text": text} for n, (role, text) in enumerate(SAID, 1)]
FILE = {"attune_style": 1, "rules": [{"rule": rule.model_dump(mode="json")} for rule in STYLE.rules]}


async def note(style: object | None = None) -> dict[str, list[Sentence]]:
    request = DraftRequest(transcript=TRANSCRIPT, format="soap", style=style)
    drafted = await draft_from(request, now=NOW)
    return {section.title: list(section.sentences) for section in drafted.sections}


async def test_a_note_is_drafted_in_the_style_of_a_file_and_rests_on_the_same_lines() -> None:
    plain, in_style = await note(), await note(FILE)
    assert next(iter(in_style)) == "Plan"
    before = [one for texts in plain.values() for one in texts]
    after = [one for texts in in_style.values() for one in texts if one.text != STANDING]
    assert after
    assert not any("Client" in one.text or "reported that" in one.text for one in after)
    assert {one.evidence for one in after} <= {one.evidence for one in before}
    assert all(one.evidence for one in after)


async def test_what_a_style_adds_rests_on_nothing_and_is_flagged_for_it() -> None:
    (standing,) = [one for one in (await note(FILE))["Plan"] if one.text == STANDING]
    assert (standing.evidence, standing.flags) == ((), (Flag.STANDING.value,))


async def test_a_templates_sections_stay_as_the_practice_wants_them() -> None:
    template = {
        "name": "Ours",
        "sections": [
            {"title": "Subjective", "contents": ["reported"]},
            {"title": "Plan", "contents": ["plan"]},
        ],
    }
    request = DraftRequest(transcript=TRANSCRIPT, style=FILE, template=template)
    drafted = await draft_from(request, now=NOW)
    assert [section.title for section in drafted.sections] == ["Subjective", "Plan"]
    texts = [one.text for section in drafted.sections for one in section.sentences]
    assert STANDING not in texts
    assert any(text.startswith("Pt ") for text in texts)


async def test_a_style_writes_no_note_where_nothing_was_said() -> None:
    drafted = await draft_from(DraftRequest(transcript=TRANSCRIPT[:1], format="soap", style=FILE), now=NOW)
    assert (drafted.sections, STANDING in str(drafted.as_json())) == ((), False)


async def test_risk_and_what_was_not_discussed_are_told_as_without_a_style() -> None:
    with_it, without = [
        await draft_from(DraftRequest(transcript=TRANSCRIPT, format="soap", style=style), now=NOW)
        for style in (FILE, None)
    ]
    assert (with_it.risk, with_it.not_discussed) == (without.risk, without.not_discussed)


LINE = EvidenceLine("s1", "c", Speaking.CLIENT, 0, 1, "It rained and I went for a walk.")


def drafted(text: str, *flags: str) -> Draft:
    return Draft(
        sections=(Section(title="Plan", sentences=(Sentence(text=text, evidence=("s1",), flags=flags),)),)
    )


def test_a_flagged_sentence_keeps_its_flags_and_is_never_left_out() -> None:
    other = Sentence(text="Client walked.", evidence=("s1",))
    quoted = Sentence(text='Client stated: "I walked."', evidence=("s1",), flags=(Flag.QUOTE.value,))
    draft = Draft(sections=(Section(title="Plan", sentences=(quoted, other)),))
    (section,) = styled(draft, [LINE], DraftSpec(style=STYLE)).sections
    assert [(one.text, one.flags) for one in section.sentences] == [
        ('Pt states: "I walked."', (Flag.QUOTE.value,)),
        ("Pt walked.", ()),
    ]


def test_a_wording_that_brings_in_what_no_line_says_is_flagged() -> None:
    judging: tuple[Rule, ...] = (Wording.model_construct(kind="wording", before="reported", after="claimed"),)
    (section,) = styled(drafted("Client reported a walk."), [LINE], DraftSpec(style=Style(judging))).sections
    assert Flag.WORDING.value in section.sentences[0].flags


def test_without_a_style_nothing_changes() -> None:
    draft = drafted("Client reported a walk.")
    assert styled(draft, [LINE], DraftSpec()) is draft
    assert with_standing(draft.sections, None) == draft.sections


class Told:
    """A drafter behind a processor that writes what it is told to."""

    name = "model:test"

    async def draft(self, transcript: MaskedTranscript, spec: DraftSpec) -> Draft:
        text = "Client reported that it rained and that they went for a walk."
        sections = (("Subjective", (Sentence(text=text, evidence=("s1",)),)), ("Plan", ()))
        return Draft(sections=tuple(Section(title=title, sentences=found) for title, found in sections))


async def test_a_language_model_s_draft_is_put_in_the_style_as_well() -> None:
    said = "It rained all morning and then I went for a walk with the neighbours for an hour or so."
    line = EvidenceLine("s1", "c", Speaking.CLIENT, 0, 1, said, mint(said))
    spec = DraftSpec(NoteFormat.SOAP, style=STYLE)
    made = await write_note(MaskedTranscript((line,)), spec, Told(), now=NOW)
    assert made.drafter == "model:test"
    assert [section.title for section in made.sections] == ["Plan", "Subjective"]
    assert made.sections[1].sentences[0].text == "Pt reports it rained and that they went for a walk."


async def test_the_prompt_holds_the_rules_masked_and_no_sentence_to_add() -> None:
    async def mask(text: str) -> Masked:
        return Masked(mint(text), ())

    spec = await with_wording(DraftSpec(style=STYLE), mask)
    system = prompt_for([], spec).messages[0].text
    assert "- Shortens “client” to “pt”." in system
    assert "- Puts Plan before Subjective." in system
    assert STANDING not in system
    assert (
        "How the clinician writes"
        not in prompt_for([], await with_wording(DraftSpec(), mask)).messages[0].text
    )
