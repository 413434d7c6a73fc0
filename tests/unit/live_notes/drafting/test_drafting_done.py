"""What the clinician did is named for what it was, where their words plainly show it, and nowhere else."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.acting.deeds import DEEDS, names_shown, shown_by
from tests.support.dialogues import drafted_with, texts

DONE = [
    ("Have you had any thoughts of killing yourself?", "assessed for risk"),
    ("What set it off?", "traced the chain of events step by step"),
    ("What's the evidence that they'll fire you?", "used Socratic questioning"),
    ("What would you tell your best friend if she said that?", "used Socratic questioning"),
    ("What did you think was going to happen, and what happened?", "compared what was feared"),
    ("Say it like this: I'm having the thought that I'm useless.", "guided cognitive defusion"),
    ("What kind of father do you want to be?", "explored values"),
    ("Can you make some room for that?", "invited willingness"),
    ("What do you like about drinking?", "looked at what it brings and what it costs"),
    ("On a scale of zero to ten, how sure are you?", "used a scaling question"),
    ("Why a six and not a three?", "followed up the rating"),
    (
        "Suppose a miracle happened while you were asleep, what would you notice first?",
        "the miracle question",
    ),
    ("How did you manage to stay home that night?", "asked about exceptions"),
    ("I'm really proud of you for making that call.", "affirmed"),
    ("It makes total sense that you froze.", "normalized and validated"),
    ("It matters to you a lot not to pass that down.", "reflected"),
    ("Your body doesn't know the difference, it just sounds the alarm.", "provided psychoeducation"),
    ("Can you think of a place where you feel calm?", "guided imagery of a calm place"),
    ("Picture a box with a lid that locks.", "guided container imagery"),
    ("Run on the spot for one minute with me.", "brought on feared body sensations"),
    ("Are you doing any counting in your head?", "asked about hidden rituals"),
    ("I'm not going to tell you whether it was locked.", "withheld reassurance"),
    ("So perhaps you're a little angry with me about the break.", "explored what happens between them"),
    ("You answered him just as if he were your father.", "linked what happens now"),
    ("What comes to mind about the well in the dream?", "the client's dream"),
    ("How do you feel toward that part now?", "explored a part of the client"),
    ("Would that part be willing to soften a little?", "asked a part to step back"),
    ("What is it afraid would happen if it stopped?", "asked what a part protects from"),
    ("We won't go there until she says we may.", "went no further than the client allowed"),
    ("See if you can hold it as just a thought that your mind hands you.", "cognitive defusion"),
    ("Has arguing with it worked for you?", "how well a way of coping works"),
    ("If nobody was watching, what kind of aunt would you be?", "explored values"),
    ("On the one hand you love the buzz, and on the other it scares you.", "reflected both sides"),
    ("That took nerve, ringing him yourself.", "affirmed"),
    ("Let me pull that together for a moment.", "summarized"),
    ("Was there a day when it was even a bit lighter?", "asked about exceptions"),
    ("What would your sister notice first?", "asked what others would notice"),
    ("What was going through your mind on the step?", "explored the thoughts that came with it"),
    ("Follow my fingers with your eyes.", "used eye movements"),
    ("I'll tap the backs of your hands.", "used bilateral stimulation"),
    ("Would you rather tapping?", "offered another kind of stimulation"),
    ("Take in a slow breath and let it out.", "practiced a skill in session"),
    ("What does the shame tell you to do?", "acting opposite"),
    ("Keep touching the door handle.", "guided exposure"),
    ("How do you feel toward the critic?", "explored a part of the client"),
    ("Who does that remind you of?", "linked present feelings to earlier relationships"),
    ("I'll be Theo and you be you.", "role-played"),
    ("Get down at his level and tell him once.", "coached parenting skills"),
    ("How did the thought record go?", "reviewed practice"),
    ("What might get in the way?", "worked through what could get in the way"),
]


@pytest.mark.parametrize(("said", "name"), DONE)
def test_what_is_done_is_known_by_the_words_it_is_done_in(said: str, name: str) -> None:
    assert [deed for deed in shown_by(said, question=said.endswith("?")) if name in deed.name]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("I'll be back later today.", "role-played"),
        ("I'll be interested in what you notice.", "role-played"),
        ("That sanction will cost you a hundred dollars.", "costs"),
        ("There's the evidence that we have, but you choose.", "Socratic"),
        ("You'd need a good job with good pay.", "affirmed"),
        ("I want to reassure you that it only goes to her lungs.", "accommodation"),
        ("You're willing to have her use the inhaler.", "willingness"),
        ("I don't want us to go there without asking.", "response prevention"),
        ("It might be a safe place to explore first.", "calm place"),
        ("You just want to open your mouth for me.", "reflected"),
        ("There's a part of the form missing.", "part"),
        ("How do you feel towards the new manager?", "part"),
        ("Step back from the camera a little.", "step back"),
        ("Is there a miracle cure? No.", "miracle"),
        ("The chain on your bike is broken.", "chain"),
        ("I can't tell you what to do about your mother.", "reassurance"),
        ("How is it with Papa these days?", "early life"),
        ("What were you thinking of, for the holiday?", "thoughts that came"),
        ("I'll be away, so the office is quiet.", "between them"),
        ("Put your card in the machine and take the ticket.", "diary"),
        ("We've been at this for ten minutes late.", "exposure"),
    ],
)
def test_what_only_sounds_like_it_is_not_named(said: str, name: str) -> None:
    assert not [deed for deed in shown_by(said, question=said.endswith("?")) if name in deed.name]


def test_no_name_is_a_modality() -> None:
    modalities = ("cbt", "dbt", "emdr", "ifs", "motivational interviewing", "acceptance and commitment")
    assert not [deed.name for deed in DEEDS if any(one in deed.name.lower().split(" ") for one in modalities)]


async def test_interventions_stand_by_name_with_the_words_that_show_them() -> None:
    note = await drafted_with(
        ("t", "How did the thought record go?"),
        ("c", "I did it on two days out of the week."),
        ("t", "What's the evidence that they'll fire you?"),
        ("c", "They gave me a raise in March, so not much really."),
        note_format=NoteFormat.BIRP,
    )
    done = texts(note, "Intervention")
    assert (
        "Clinician used Socratic questioning: \"What's the evidence that they'll fire you?\"" in done
        or "Therapist used Socratic questioning: \"What's the evidence that they'll fire you?\"" in done
    )
    assert not [s for part in note.sections for s in part.sentences if "unsupported" in s.flags]


async def test_what_is_only_planned_was_not_done_in_session() -> None:
    note = await drafted_with(
        ("t", "If you space out this week, feel your feet on the floor and breathe in slowly."),
        ("c", "Okay, I can do that."),
        note_format=NoteFormat.BIRP,
    )
    assert "in session" not in " ".join(texts(note, "Intervention"))


def test_a_name_counts_only_with_the_words_that_show_it() -> None:
    told = 'Therapist used Socratic questioning: "How was your week?"'
    assert names_shown(told, "How was your week?") == ""
    assert names_shown(told, "What's the evidence for that?") == "used Socratic questioning"


async def test_a_note_without_interventions_still_tells_what_was_done_by_a_method() -> None:
    note = await drafted_with(
        ("c", "There is a critic in here shouting at me again."),
        ("t", "Would that part be willing to step back a little?"),
        ("c", "It has gone quiet, it is standing by the door now."),
        ("t", "Any thoughts of ending your life?"),
        ("c", "No, none."),
        note_format=NoteFormat.SOAP,
    )
    assert "asked a part to step back" in " ".join(texts(note, "Assessment"))
    assert "assessed for risk" not in " ".join(texts(note, "Assessment"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("You know what it looks like from the other chair.", "empty chair"),
        ("She was in the other chair in reception.", "empty chair"),
        ("I've sat in the second chair from the window.", "empty chair"),
        ("What would you say to Noreen, if it was Noreen had told somebody?", "rehearsed"),
        ("What would you say to him, if he were still here?", "rehearsed"),
        ("What would you say to your sister, in your place?", "rehearsed"),
        ("What would you say to a mother who told you that?", "rehearsed"),
        ("What would you say to him?", "rehearsed"),
    ],
)
def test_what_is_only_spoken_of_or_supposed_is_no_deed(words: str, name: str) -> None:
    assert not any(name in deed.name for deed in shown_by(words, question=words.endswith("?")))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Come and sit in the other chair and be your dad.", "empty chair"),
        ("Put your mother in the empty chair.", "empty chair"),
        ("Answer her from the other chair.", "empty chair"),
        ("What'll you say to Robbo?", "rehearsed"),
        ("What would you actually say to your boss?", "rehearsed"),
        ("What would you say if she asks where you were?", "rehearsed"),
        ("How would you put that to your mum?", "rehearsed"),
    ],
)
def test_what_is_plainly_done_is_still_named(words: str, name: str) -> None:
    assert any(name in deed.name for deed in shown_by(words, question=words.endswith("?")))
