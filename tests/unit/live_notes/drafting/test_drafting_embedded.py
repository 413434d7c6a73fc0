from __future__ import annotations

from datetime import UTC, datetime

import pytest

from live_notes import (
    DraftRequest,
    DraftSpec,
    EmbeddedDrafter,
    EvidenceLine,
    MaskedTranscript,
    Note,
    NoteFormat,
    Preferences,
    PronounChoice,
    SessionFrame,
    Speaking,
    draft_from,
    write_note,
)
from tests.support.dialogues import NAMES, dialogue, said, texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
SHE = Preferences(pronouns=PronounChoice.SHE)
FILLING = (
    ("c", "Work has been really busy and my manager keeps adding shifts to the schedule."),
    ("t", "What has that been like?"),
    ("c", "I feel tired most of the week and I miss seeing my friends."),
)


async def note_of(
    *turns: tuple[str, str], note_format: NoteFormat = NoteFormat.SOAP, preferences: Preferences = SHE
) -> Note:
    return await write_note(said(*turns), DraftSpec(note_format, preferences), EmbeddedDrafter(), now=NOW)


async def drafted(name: str, note_format: str = "soap", **preferences: object) -> Note:
    request = DraftRequest(transcript=dialogue(name), format=note_format, preferences=preferences or None)
    return await draft_from(request, now=NOW)


async def test_the_client_s_words_become_reported_speech() -> None:
    note = await note_of(
        *FILLING, ("c", "Um, I've been, you know, waking up at four and I can't get back to sleep.")
    )
    assert "Client reported that she has been waking up at 4 and she cannot get back to sleep." in texts(
        note, "Subjective"
    )


@pytest.mark.parametrize(
    ("pronouns", "expected"),
    [
        ("she", "she feels like a failure and cries every day"),
        ("he", "he feels like a failure and cries every day"),
        ("they", "they feel like a failure and cry every day"),
        ("none", "the client feels like a failure and cries every day"),
    ],
)
async def test_pronouns_follow_the_clinician_s_choice(pronouns: str, expected: str) -> None:
    note = await note_of(
        *FILLING,
        ("c", "I feel like a failure and cry every day."),
        preferences=Preferences(pronouns=PronounChoice(pronouns)),
    )
    assert [text for text in texts(note) if text.startswith("Client reported that") and expected in text]


@pytest.mark.parametrize(
    "words",
    [
        "My mom told me I'm lazy and careless about money.",  # whose "I"?
        "It's like you can't breathe in that house.",  # whom does "you" mean?
        "My sister and I are fighting about the house.",
        "I put the letter from the landlord away.",  # now or then?
    ],
)
async def test_what_can_not_be_reworded_safely_is_quoted_word_for_word(words: str) -> None:
    note = await note_of(*FILLING, ("c", words))
    assert any(f'{words}"' in text for text in texts(note))


async def test_a_question_and_its_short_answer_are_one_sentence_with_both_as_evidence() -> None:
    note = await note_of(*FILLING, ("t", "How is your appetite?"), ("c", "Not much."))
    (sentence,) = [s for part in note.sections for s in part.sentences if "appetite" in s.text]
    assert sentence.text == 'Regarding appetite, client stated: "Not much."'
    assert sentence.evidence == ("s4", "s5")


async def test_a_plain_no_is_written_as_a_denial_of_what_was_asked() -> None:
    note = await note_of(*FILLING, ("t", "Any thoughts of hurting yourself?"), ("c", "No."))
    assert "Client denied thoughts of hurting herself." in texts(note)


async def test_a_bare_answer_to_an_open_question_keeps_the_question() -> None:
    note = await note_of(*FILLING, ("t", "What did your manager say about the schedule?"), ("c", "Nothing."))
    expected = 'When asked what her manager said about the schedule, client answered: "Nothing."'
    assert expected in texts(note)


async def test_a_denial_stands_although_the_client_goes_on_to_something_else() -> None:
    note = await drafted("low_mood_and_work", pronouns="she")
    assert "Client denied thoughts of hurting herself or ending her life." in texts(note)


async def test_a_no_that_goes_on_is_not_written_as_a_denial() -> None:
    note = await note_of(
        *FILLING,
        ("t", "Do you have any history of smoking, drug use or drinking?"),
        ("c", "No drugs. I do drink at parties."),
    )
    assert not any("denied" in text for text in texts(note))


@pytest.mark.parametrize("name", NAMES)
async def test_greetings_and_technical_talk_are_left_out(name: str) -> None:
    written = " ".join(texts(await drafted(name))).lower()
    assert "hear me" not in written
    assert "thank you for coming" not in written


async def test_homework_with_the_client_s_yes_is_an_agreed_plan() -> None:
    note = await drafted("low_mood_and_work", pronouns="she")
    (step,) = [s for s in note.sections[3].sentences if "thought record" in s.text]
    assert (
        step.text == "For homework, client to keep a thought record every evening this week; client agreed."
    )
    assert len(step.evidence) == 2


async def test_homework_the_client_declined_is_not_written_as_agreed() -> None:
    note = await drafted("panic_and_breathing", pronouns="he")
    (refused,) = [t for t in texts(note, "Plan") if "ride the train" in t]
    assert refused.startswith("Therapist suggested: ")
    assert 'answered: "I don\'t think I can do that yet."' in refused


async def test_the_next_date_stands_in_the_plan() -> None:
    note = await drafted("panic_and_breathing")
    assert "Next session next Friday at 10." in texts(note, "Plan")


async def test_objective_holds_only_what_was_observed() -> None:
    note = await drafted("low_mood_and_work", pronouns="she")
    assert texts(note, "Objective") == [
        "Therapist observed that client is tearing up as she talks about that."
    ]


async def test_assessment_holds_only_the_clinician_s_own_words() -> None:
    transcript = dialogue("low_mood_and_work")
    assert isinstance(transcript, dict)
    roles = {s["id"]: s["role"] for s in transcript["segments"]}
    note = await drafted("low_mood_and_work")
    assessment = note.sections[2].sentences
    assert assessment
    assert {roles[i] for s in assessment for i in s.evidence} == {"clinician"}


async def test_birp_s_interventions_rest_on_the_clinician_s_turns() -> None:
    transcript = dialogue("panic_and_breathing")
    assert isinstance(transcript, dict)
    roles = {s["id"]: s["role"] for s in transcript["segments"]}
    note = await drafted("panic_and_breathing", "birp")
    behavior, intervention, response, _ = note.sections
    assert intervention.title == "Intervention"
    assert {roles[i] for s in intervention.sentences for i in s.evidence} == {"clinician"}
    assert "calmer" in " ".join(s.text for s in response.sentences)
    assert "calmer" not in " ".join(s.text for s in behavior.sentences)


async def test_an_empty_section_says_why_instead_of_assuming_normal_findings() -> None:
    note = await note_of(*FILLING)
    objective = note.sections[1]
    assert objective.sentences == ()
    assert objective.statement == "No observation or measurement was stated in this session."


async def test_a_modality_is_named_only_when_listed_and_shown() -> None:
    listed = await drafted("low_mood_and_work", "dap", modalities=["CBT", "EMDR"])
    unlisted = await drafted("low_mood_and_work", "dap")
    assert any("CBT" in text for text in texts(listed))
    assert not any("EMDR" in text for text in texts(listed))
    assert not any("CBT" in text for text in texts(unlisted))


async def test_the_clinician_s_terms_are_used() -> None:
    note = await drafted("low_mood_and_work", client_term="patient", clinician_term="doctor")
    written = texts(note)
    assert any(text.startswith("Patient reported") for text in written)
    assert not any("herapist" in text or "lient" in text for text in written)


async def test_two_clients_are_told_apart() -> None:
    note = await drafted("couple")
    written = " ".join(texts(note))
    assert "Client A reported that they felt heard." in written
    assert "Client B reported that they shut down" in written
    assert 'Therapist reflected: "It sounds like you\'re both feeling alone with this."' in written


async def test_recognition_without_punctuation_is_cut_into_statements() -> None:
    note = await drafted("no_punctuation", pronouns="he")
    written = texts(note, "Subjective")
    assert any(text.startswith("Client reported that he cannot get back to sleep") for text in written)
    assert "Client denied thoughts of hurting himself." in written
    assert "For this week, client to try the breathing exercise every night; client agreed." in texts(
        note, "Plan"
    )


async def test_a_sentence_broken_by_a_listening_noise_is_one_statement() -> None:
    note = await note_of(
        *FILLING,
        ("c", "I stopped calling my brother because-"),
        ("t", "Mm-hmm."),
        ("c", "-I felt ashamed about it."),
    )
    (sentence,) = [s for part in note.sections for s in part.sentences if "brother" in s.text]
    assert sentence.text.endswith("she stopped calling her brother because she felt ashamed about it.")
    assert sentence.evidence[-2:] == ("s4", "s6")


async def test_the_same_thing_said_twice_is_written_once() -> None:
    line = "My manager keeps adding night shifts without asking."
    note = await note_of(*FILLING, ("c", line), ("t", "Tell me more."), ("c", line))
    assert sum("night shifts" in text for text in texts(note)) == 1


_MANY = """
The car broke down twice and I missed a shift.|My landlord raised the rent again.|I feel lonely on
Sundays.|I stopped
going to choir.|My knee hurts when I climb stairs.|I worry about money at night.|My daughter started
kindergarten.|I
cooked dinner three times.|My brother moved to the coast.|I cried during a film.|The neighbors play loud
music.|I want
to finish my degree.|I applied for a library job.|My hands shake in meetings.|I skipped breakfast most
days.|I painted
the kitchen blue.|My cousin is getting married.|I miss my grandmother.|I walked around the lake.|I lost my
temper with
the plumber.|I dread the holidays.|My doctor changed the blood pressure pills.|I sleep better on the
couch.|I joined a
pottery class.
""".replace("\n", " ").split("|")


async def test_less_detail_gives_a_shorter_note_and_never_drops_risk() -> None:
    turns = [("c", line.strip()) for line in _MANY]
    turns.append(("c", "I think about killing myself at night."))
    lengths = {}
    for detail in ("concise", "intermediate", "detailed"):
        preferences = Preferences.model_validate({"detail": detail})
        note = await note_of(*turns, preferences=preferences)
        lengths[detail] = len(" ".join(texts(note)))
        assert any("killing" in text for text in texts(note))
    assert lengths["concise"] < lengths["intermediate"] <= lengths["detailed"]


async def test_custom_instructions_are_not_followed_and_that_is_said() -> None:
    note = await drafted("low_mood_and_work", instructions="Write it as a poem.")
    assert note.drafter == "embedded"
    assert (note.drafter_notice or "").startswith("Your instructions were not followed")


@pytest.mark.parametrize("name", [n for n in NAMES if n != "only_greetings"])
@pytest.mark.parametrize("note_format", list(NoteFormat))
async def test_every_sentence_of_every_format_has_evidence_and_stands_up_to_the_checks(
    name: str, note_format: NoteFormat
) -> None:
    transcript = dialogue(name)
    assert isinstance(transcript, dict)
    ids = {s["id"] for s in transcript["segments"]}
    note = await drafted(name, note_format.value, pronouns="they", modalities=["CBT"])
    sentences = [s for part in note.sections for s in part.sentences]
    assert sentences
    assert all(s.evidence and set(s.evidence) <= ids for s in sentences)
    assert [s.text for s in sentences if s.flags] == []


@pytest.mark.parametrize("name", NAMES)
async def test_the_same_transcript_always_gives_the_same_note(name: str) -> None:
    assert (await drafted(name, "dap")).as_json() == (await drafted(name, "dap")).as_json()


@pytest.mark.parametrize(
    "turns",
    [
        (),
        (("t", "Hello? Can you hear me?"), ("c", "Yeah, hi."), ("t", "Bye.")),
        (("c", "Mm-hmm. Okay. Yeah."),),
        (("t", "I will wait a few more minutes for you and then close the room for today, all right."),),
    ],
)
async def test_a_call_of_few_words_gives_no_note_but_a_plain_statement(
    turns: tuple[tuple[str, str], ...],
) -> None:
    note = await note_of(*turns)
    assert note.sections == ()
    assert note.statement is not None
    assert note.statement.startswith("No note was drafted")


async def test_a_risk_in_a_call_of_few_words_is_still_surfaced() -> None:
    note = await note_of(("c", "I want to die."))
    assert note.sections == ()
    assert [(r.kind.value, r.status.value) for r in note.risk] == [("suicide", "reported")]


async def test_what_nobody_spoke_of_is_reported_as_not_discussed() -> None:
    note = await note_of(*FILLING)
    assert {"suicide", "self-harm", "harm to others", "abuse", "substance use", "sleep", "medication"} <= set(
        note.not_discussed
    )
    assert "work or school" not in note.not_discussed


async def test_a_discussed_risk_is_not_reported_as_not_discussed() -> None:
    note = await drafted("risk_reported")
    assert {r.kind.value for r in note.risk} == {"suicide", "abuse"}
    assert not {"suicide", "abuse"} & set(note.not_discussed)


async def test_the_frame_comes_from_the_call() -> None:
    frame = SessionFrame(
        started_at=datetime(2026, 1, 5, 9, 0, tzinfo=UTC),
        ended_at=datetime(2026, 1, 5, 9, 49, 40, tzinfo=UTC),
        modality="video",
    )
    note = await write_note(said(*FILLING), DraftSpec(frame=frame), EmbeddedDrafter(), now=NOW)
    assert note.frame is not None
    assert (note.frame.duration_minutes, note.frame.date, note.frame.modality) == (50, "2026-01-05", "video")


async def test_a_speaker_of_unknown_role_is_quoted_and_flagged() -> None:
    request = DraftRequest(
        transcript=[{"text": text} for _, text in FILLING], format="soap", preferences={"pronouns": "she"}
    )
    note = await draft_from(request, now=NOW)
    sentences = [s for part in note.sections for s in part.sentences]
    assert sentences
    assert all("role is not known stated: " in s.text and "speaker-unknown" in s.flags for s in sentences)


async def test_a_third_party_is_named_by_relation_where_it_is_said() -> None:
    lines = MaskedTranscript(
        tuple(
            EvidenceLine(f"s{i}", "c", Speaking.CLIENT, i, i + 1, text)
            for i, text in enumerate(
                (
                    "My sister [PERSON_2] called me about the house and I felt guilty.",
                    FILLING[0][1],
                    FILLING[2][1],
                )
            )
        )
    )
    note = await write_note(lines, DraftSpec(preferences=SHE), EmbeddedDrafter(), now=NOW)
    assert any(
        "that her sister called her about the house and she felt guilty" in text for text in texts(note)
    )


async def test_a_note_s_repr_holds_no_words() -> None:
    note = await note_of(*FILLING, ("c", "I live near the zanzibar market and it feels loud."))
    assert any("zanzibar" in text for text in texts(note))
    assert "zanzibar" not in f"{note!r} {note.sections!r} {note!s}"


async def test_an_imperative_after_for_homework_is_homework() -> None:
    note = await note_of(
        *FILLING,
        ("t", "For homework, please write one thought record a day and practice the breathing before bed."),
        ("c", "Okay, I can do that."),
    )
    assert (
        "For homework, client to write one thought record a day and practice the breathing before bed;"
        " client agreed." in texts(note, "Plan")
    )


async def test_an_imperative_after_for_homework_that_was_declined_is_only_suggested() -> None:
    note = await note_of(
        *FILLING,
        ("t", "For homework, please write one thought record a day."),
        ("c", "No, I don't think I can."),
    )
    assert not [text for text in texts(note, "Plan") if "agreed" in text or text.startswith("Homework")]


@pytest.mark.parametrize(
    "parting", ["See you on Monday.", "Okay, I'll see you next week then.", "Talk to you soon!"]
)
async def test_a_client_s_parting_words_are_not_in_the_note(parting: str) -> None:
    note = await note_of(*FILLING, ("t", "We have to stop here."), ("c", parting))
    assert not [text for text in texts(note) if "see you" in text.lower() or "talk to you" in text.lower()]


async def test_a_response_that_only_points_back_stands_with_what_it_answers() -> None:
    note = await note_of(
        *FILLING,
        ("t", "Let's try slow breathing for a moment."),
        ("c", "Oh, that actually helps."),
        note_format=NoteFormat.DAP,
    )
    told = [
        sentence for section in note.sections for sentence in section.sentences if "helps" in sentence.text
    ]
    assert [sentence.text for sentence in told] == [
        'In response to "Let\'s try slow breathing for a moment", client said: "That actually helps."'
    ]
    assert len(told[0].evidence) == 2
    assert told[0].flags == ()


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        ("That is why I stopped going to the gym with my friends.", "That is why I stopped going"),
        ("That week was the hardest one of my whole life, I think.", "that week was the hardest one"),
    ],
)
async def test_no_report_says_that_twice(spoken: str, expected: str) -> None:
    note = await note_of(*FILLING, ("c", spoken))
    assert [text for text in texts(note) if expected in text]
    assert not [text for text in texts(note) if "that that" in text]
