from __future__ import annotations

import pytest
from pydantic import ValidationError

from live_notes import (
    DraftSpec,
    EvidenceLine,
    MaskedTranscript,
    ModelDrafter,
    NoteFormat,
    Preferences,
    Speaking,
)
from live_notes.drafting.errors import DraftRefused
from live_notes.drafting.model import DraftAnswer, as_draft
from live_notes.drafting.prompt import DraftInstructions, prompt_for
from live_notes.drafting.restoring import spoken_forms
from live_notes.drafting.spec import MaskedWording
from live_notes.masking.text import mint
from live_notes.processors import Answer, MaskedPrompt, Purpose
from retention.ids import SessionId

LINES = (
    EvidenceLine(
        "s1", "c", Speaking.CLIENT, 0, 1, "Miriam calls at four.", mint("[PERSON_1] calls at four.")
    ),
    EvidenceLine("s2", "t", Speaking.CLINICIAN, 2, 3, "That is early, Robin."),
    EvidenceLine("s3", "t", Speaking.CLINICIAN, 4, 5, "How do you feel?", mint("How do you feel?")),
)
ANSWER = {
    "sections": [
        {"title": "Narrative", "sentences": [{"text": "Client reported calls at four.", "lines": [1]}]}
    ]
}


class StandInGateway:
    """Answers with one text; keeps the prompts."""

    def __init__(self, answer: object) -> None:
        self.answer = answer
        self.prompts: list[MaskedPrompt] = []

    async def complete(
        self,
        processor_id: str,
        purpose: Purpose,
        prompt: MaskedPrompt,
        schema: type[DraftAnswer],
        *,
        session: SessionId,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Answer[DraftAnswer]:
        self.prompts.append(prompt)
        return Answer(schema.model_validate(self.answer), "test", None, None, 0.1)


async def test_a_model_s_line_numbers_become_the_lines_ids() -> None:
    drafter = ModelDrafter(StandInGateway(ANSWER), "local", SessionId("ses_1"))
    draft = await drafter.draft(MaskedTranscript(LINES), DraftSpec(NoteFormat.NARRATIVE))
    assert draft.sections[0].sentences[0].evidence == ("s1",)


async def test_only_masked_lines_and_constant_words_are_sent() -> None:
    gateway = StandInGateway(ANSWER)
    spec = DraftSpec(NoteFormat.NARRATIVE, Preferences(client_term="Robin", instructions="Mention Miriam"))
    await ModelDrafter(gateway, "local", SessionId("ses_1")).draft(MaskedTranscript(LINES), spec)
    sent = " ".join(message.text for message in gateway.prompts[0].messages)
    assert "[PERSON_1] calls at four." in sent
    assert "Miriam" not in sent
    assert "Robin" not in sent
    assert "early" not in sent


def test_masked_wishes_stand_in_the_prompt() -> None:
    wording = MaskedWording(mint("counselor"), mint("client"), mint("CBT"), mint("Keep it short."))
    prompt = prompt_for(LINES[:1], DraftSpec(wording=wording))
    system = prompt.messages[0].text
    assert "counselor" in system
    assert "Keep it short." in system
    assert str(DraftInstructions.SOAP) in system


@pytest.mark.parametrize(
    "sections",
    [
        [],
        [{"title": "Narrative", "sentences": []}],
        [{"title": "Summary", "sentences": [{"text": "x", "lines": [1]}]}],
        [*ANSWER["sections"], *ANSWER["sections"]],
    ],
)
def test_wrong_doubled_or_empty_sections_are_refused(sections: list[object]) -> None:
    with pytest.raises(DraftRefused):
        as_draft(DraftAnswer.model_validate({"sections": sections}), LINES, NoteFormat.NARRATIVE)


def test_a_line_number_that_does_not_exist_is_no_evidence() -> None:
    answer = {"sections": [{"title": "narrative", "sentences": [{"text": "Words.", "lines": [0, 9, -1]}]}]}
    draft = as_draft(DraftAnswer.model_validate(answer), LINES, NoteFormat.NARRATIVE)
    assert not set(draft.sections[0].sentences[0].evidence) & {line.id for line in LINES}


def test_sections_come_in_the_format_s_order() -> None:
    answer = {
        "sections": [
            {"title": "PLAN", "sentences": [{"text": "Rest.", "lines": [1]}]},
            {"title": "subjective", "sentences": [{"text": "Tired.", "lines": [1]}]},
        ]
    }
    draft = as_draft(DraftAnswer.model_validate(answer), LINES, NoteFormat.SOAP)
    assert [s.title for s in draft.sections] == ["Subjective", "Objective", "Assessment", "Plan"]


def test_an_answer_of_another_form_says_nothing_of_its_content() -> None:
    with pytest.raises(ValidationError) as refused:
        DraftAnswer.model_validate(
            {"sections": [{"title": "Plan", "sentences": [{"text": 7, "zanzibar": 1}]}]}
        )
    assert "input_value" not in str(refused.value)


@pytest.mark.parametrize(
    ("spoken", "masked", "forms"),
    [
        ("Miriam calls.", "[PERSON_1] calls.", {"[PERSON_1]": "Miriam"}),
        ("I saw miriam", "I saw [PERSON_1]", {"[PERSON_1]": "miriam"}),
        (
            "Mary Ann and Jo left",
            "[PERSON_1] and [PERSON_2] left",
            {"[PERSON_1]": "Mary Ann", "[PERSON_2]": "Jo"},
        ),
        ("Mary Ann Jo left", "[PERSON_1] [PERSON_2] left", {}),
        ("Ann and ann left", "[PERSON_1] and [PERSON_1] left", {}),
        ("nobody left", "nobody left", {}),
    ],
)
def test_names_are_put_back_as_they_were_spoken_where_that_is_certain(
    spoken: str, masked: str, forms: dict[str, str]
) -> None:
    assert spoken_forms(EvidenceLine("s", "c", Speaking.CLIENT, 0, 1, spoken, mint(masked))) == forms
