"""What a clinician says while dictating: marks, headings and corrections."""

from __future__ import annotations

import pytest

from live_notes import DraftRequest, Note, draft_from
from live_notes.drafting.author.dictation import written_out
from live_notes.drafting.author.retractions import corrected, taken_back
from tests.support.dialogues import texts
from tests.support.written import NOW, noted


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "She slept badly period Her mood is low comma flat period",
            "She slept badly. Her mood is low, flat.",
        ),
        ("He denied SI. New paragraph. We talked.", "He denied SI. We talked."),
        (
            "Subjective colon she feels low new line Plan colon weekly",
            "Subjective: she feels low. Plan: weekly",
        ),
        ("She said quote I can do it unquote today.", 'She said "I can do it" today.'),
        ("He is calm. Plan, continue weekly.", "He is calm. Plan: continue weekly."),
        ("Under plan, continue weekly.", "Plan: continue weekly."),
        ("Under response. He was receptive.", "Response: He was receptive."),
        ("He is stable. Next heading plan. Weekly.", "He is stable. Plan: Weekly."),
        ("Assessment. Depression is improving.", "Assessment: Depression is improving."),
        ("she was tired under plan we continue weekly", "she was tired. Plan: we continue weekly"),
    ],
)
def test_spoken_marks_and_headings_are_written_as_such(said: str, meant: str) -> None:
    assert written_out(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "She is in a period of grief.",
        "Had her period last week; cramps.",
        "Her colon surgery went well.",
        "Grief is worse around the holiday period.",
        "Client is under assessment for ADHD. He is under treatment.",
        "Started a new line of work.",
        "Under the plan, she sees me weekly.",
        "Plan: sleep diary.",
        "Assessment, plan and goals were reviewed.",
    ],
)
def test_words_that_are_meant_stay(text: str) -> None:
    assert written_out(text) == text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("He set two goals for May, no scratch that, three goals for May.", "He set three goals for May."),
        (
            "The Lexapro ten milligrams, is making him sick, actually no, fifteen milligrams, and tired.",
            "The Lexapro fifteen milligrams, is making him sick, and tired.",
        ),
        ("She comes on Monday, no wait, on Tuesday, with mom.", "She comes on Tuesday, with mom."),
        ("Sertraline 50 mg, correction, 100 mg daily.", "Sertraline 100 mg daily."),
        ("See her Thursday, no, Friday at two.", "See her Friday at two."),
        ("Takes seventy five mg, correction, fifty mg.", "Takes fifty mg."),
        ("He set twenty two goals, no, three goals.", "He set three goals."),
        ("Mood was mild, scratch that, moderate.", "Mood was moderate."),
    ],
)
def test_a_correction_takes_the_place_of_what_it_corrects(said: str, meant: str) -> None:
    assert corrected(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "She denies SI, correction, endorses passive SI.",
        "She said sorry to her mom and they hugged.",
        "He was going to make it work with his boss.",
        "They have two kids, no three-bedroom home.",
        "He had two panic attacks, actually no, it was the worst week in years.",
    ],
)
def test_what_speaks_of_risk_or_corrects_nothing_certain_stays_whole(text: str) -> None:
    assert corrected(text) == text


def test_a_sentence_that_is_struck_is_gone() -> None:
    assert taken_back(["Get a release.", "Strike that last sentence.", "It is signed."]) == {0: "", 1: ""}
    said = ["Dad came at the end.", "Correction, dad came at the beginning and left."]
    assert taken_back(said) == {0: "", 1: "Dad came at the beginning and left."}
    said = ["He said he did not use.", "Let me correct that, he said he used once."]
    assert taken_back(said) == {0: "", 1: "He said he used once."}
    said = ["They argued about the baby.", "No, wait, about the money."]
    assert taken_back(said) == {0: "They argued about the money.", 1: ""}
    assert taken_back(["She has SI.", "Scratch that."]) == {}
    assert taken_back(["He slept.", "Correction officers came to the house."]) == {}


async def dictated(*lines: str) -> Note:
    said = [
        {"role": "author", "text": line, "id": f"s{at}", "start": at * 9.0, "end": at * 9.0 + 4}
        for at, line in enumerate(lines)
    ]
    return await draft_from(DraftRequest(transcript=said, format="soap"), now=NOW)


async def test_a_dictation_is_placed_by_its_spoken_headings() -> None:
    note = await dictated(
        "Under assessment.",
        "panic disorder comma improving period",
        "Next heading plan.",
        "bus with sister period",
    )
    assert texts(note, "Assessment") == ["Panic disorder, improving."]
    assert texts(note, "Plan") == ["Bus with sister."]


async def test_a_corrected_figure_is_not_flagged() -> None:
    note = await dictated("She set two goals for the week, no scratch that, three goals for the week.")
    sentences = [one for section in note.sections for one in section.sentences]
    assert [(one.text, one.flags) for one in sentences] == [("She set three goals for the week.", ())]


async def test_a_sentence_that_the_next_one_mends_rests_on_both() -> None:
    note = await dictated("They argued about the baby again.", "No, wait, about the money again.")
    [sentence] = [one for section in note.sections for one in section.sentences]
    assert sentence.text == "They argued about the money again."
    assert (sentence.evidence, sentence.flags) == (("s0", "s1"), ())


async def test_what_was_struck_still_shows_its_risk() -> None:
    note = await noted("She has suicidal thoughts. Scratch that. She slept badly.")
    assert [item.kind for item in note.risk] == ["suicide"]
    assert "She has suicidal thoughts." in texts(note)
