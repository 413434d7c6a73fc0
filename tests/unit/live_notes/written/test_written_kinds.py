"""Where what a clinician wrote belongs."""

from __future__ import annotations

import pytest

from live_notes.drafting.author.kinds import kind_of
from live_notes.drafting.author.parts import written_parts
from live_notes.drafting.author.people import Cast, marked
from live_notes.drafting.formats import Kind
from tests.support.dialogues import texts
from tests.support.written import SUMMARIES, noted


def as_written(summary: str) -> Kind:
    [part] = written_parts(summary)
    return kind_of(marked(part, Cast()))[0]


SOAP = {
    "aa_contemplation": {
        "Subjective": ["He said he sometimes thinks about not waking up but has no plan."],
        "Objective": ["Therapist reflected ambivalence and explored pros and cons of cutting back."],
        "Assessment": ["Therapist thinks he is in contemplation stage."],
        "Plan": [
            "Client and therapist agreed that he will attend AA twice this week.",
            "Next appt 12/10 2pm.",
        ],
    },
    "intake_anxiety": {
        "Subjective": ["She said it helped a little.", "No SI, no HI."],
        "Objective": ["Presented anxious, tearful at times, oriented x4.", "GAD-7: 17.", "PHQ-9: 11."],
        "Assessment": ["Dx: F41.1 generalised anxiety disorder."],
        "Plan": ["Weekly CBT, panic log daily.", "Next appt 12/10 2pm."],
    },
    "terse_soap": {
        "Subjective": [
            "Client reports low mood, sleep 5h, poor appetite.",
            "Worse at work; supervisor critical.",
        ],
        "Objective": ["Affect flat, mood depressed, well groomed, speech soft.", "PHQ-9 16."],
        "Assessment": ["MDD, moderate.", "Some progress w/ activation."],
        "Plan": ["Cont weekly CBT.", "BA schedule.", "RTC in 2 weeks."],
    },
    "grief_long": {
        "Subjective": [
            "Client and therapist talked about her mother's illness and how she is now the one who takes "
            "care of everybody.",
            "She denies suicidal ideation.",
        ],
        "Objective": ["Processed grief and normalized guilt."],
        "Assessment": ["She is grieving appropriately and has good insight."],
        "Plan": ["She will write a letter to her father before next session."],
    },
    "dictated_plain": {
        "Subjective": [
            "She reported that she has not been sleeping because of deadlines at work.",
            "She denied suicidal ideation.",
        ],
        "Objective": ["Client and therapist practiced grounding.", "Therapist taught her box breathing."],
        "Plan": ["Plan is to continue weekly sessions.", "Next appointment is december tenth."],
    },
    "all_caps": {
        "Subjective": ["Client reports increased anxiety at work.", "Sleep 6 hrs.", "Denies SI/HI."],
        "Objective": ["Affect constricted.", "Used CBT reframing.", "Client receptive."],
        "Plan": ["Continue weekly sessions."],
    },
    "med_check": {
        "Subjective": ["Tolerating sertraline 50 mg well, no side effects."],
        "Plan": [
            "Increase sertraline to 75 mg.",
            "Continue trazodone 50mg qhs prn.",
            "Labs ordered.",
            "RTC 4 weeks.",
        ],
    },
    "substance_use": {
        "Subjective": [
            "Reported he has not used cocaine since August.",
            "He was reluctant about getting a sponsor.",
        ],
    },
    "adolescent": {"Subjective": ["Reported vaping daily and smoking THC on weekends."]},
}


@pytest.mark.parametrize("name", SOAP)
async def test_each_sentence_stands_where_a_clinician_looks_for_it(name: str) -> None:
    note = await noted(SUMMARIES[name])
    for section, sentences in SOAP[name].items():
        assert set(sentences) <= set(texts(note, section)), section


@pytest.mark.parametrize(
    ("form", "section", "sentence"),
    [
        ("birp", "Behavior", "Presented anxious, tearful at times, oriented x4."),
        ("dap", "Data", "Presented anxious, tearful at times, oriented x4."),
        ("birp", "Response", "She said it helped a little."),
        ("girp", "Response", "She said it helped a little."),
        ("pirp", "Response", "She said it helped a little."),
        ("intake", "Mental status", "GAD-7: 17."),
        ("intake", "Family history", "Mother has a history of depression."),
    ],
)
async def test_in_other_formats_it_stands_where_these_have_it(form: str, section: str, sentence: str) -> None:
    assert sentence in texts(await noted(SUMMARIES["intake_anxiety"], form), section)


async def test_what_a_clinician_makes_of_it_is_no_intervention() -> None:
    note = await noted(SUMMARIES["aa_contemplation"], "birp")
    assert "Therapist thinks he is in contemplation stage." in texts(note, "Response")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Pt said it helped.", Kind.RESPONSE),
        ("Client responded well.", Kind.RESPONSE),
        ("Was receptive.", Kind.RESPONSE),
        ("Tolerated well.", Kind.RESPONSE),
        ("Reported feeling calmer after.", Kind.RESPONSE),
        ("Tolerating lithium well.", Kind.REPORT),
        ("Client was able to sleep 7 hours.", Kind.REPORT),
        ("Pt practiced breathing at home daily.", Kind.REPORT),
        ("Homework not completed.", Kind.REPORT),
        ("Homework reviewed.", Kind.INTERVENTION),
        ("Role play of asking for a raise.", Kind.INTERVENTION),
        ("Psychoeducation about sleep.", Kind.INTERVENTION),
        ("Discussed coping skills.", Kind.INTERVENTION),
        ("Discussed her divorce.", Kind.REPORT),
        ("Has no plan or intent.", Kind.REPORT),
        ("Referred by PCP for anxiety.", Kind.REPORT),
        ("Worried she will lose her job.", Kind.REPORT),
        ("Referred to psychiatry.", Kind.PLAN),
        ("NV 3/14", Kind.PLAN),
        ("f/u 1 wk", Kind.PLAN),
        ("RTC in 2 weeks.", Kind.PLAN),
        ("I will ring her on Friday to check in.", Kind.PLAN),
        ("I'd like his PCP to check his thyroid.", Kind.PLAN),
        ("Back in one week.", Kind.PLAN),
        ("For next time I want to bring in the anger log.", Kind.PLAN),
        ("Sessions twice weekly, Monday and Thursday.", Kind.PLAN),
        ("Not sure yet whether to offer an individual session.", Kind.PLAN),
        ("He says he wants to stop it.", Kind.REPORT),
        ("Her risk is low to moderate at present.", Kind.FORMULATION),
        ("Self-harm seems to serve to bring down anger.", Kind.FORMULATION),
        ("I am not certain couples work is indicated.", Kind.FORMULATION),
        ("Th to call Wed.", Kind.PLAN),
        ("Asked him about suicide and he said no.", Kind.REPORT),
        ("They cycle between pursue and withdraw.", Kind.FORMULATION),
        ("She was able to find two pieces of evidence against the belief.", Kind.RESPONSE),
        ("Pt id'd 3 high-risk situations.", Kind.RESPONSE),
        ("Pt was engaged & forthcoming.", Kind.RESPONSE),
        ("I told him not to stop it without talking to her first.", Kind.INTERVENTION),
        ("Emergency plan given to mother.", Kind.INTERVENTION),
        ("Tx: CBT, cog restructuring.", Kind.INTERVENTION),
        ("Attended 4 AA mtgs, got a sponsor.", Kind.REPORT),
        ("Sertraline 50 mg qd, tol well.", Kind.REPORT),
        ("He was pretty flat today.", Kind.OBSERVATION),
        ("She presented with depressed mood.", Kind.OBSERVATION),
        ("Next meeting on Tuesday.", Kind.PLAN),
        ("Will start journaling.", Kind.PLAN),
        ("Affect flat.", Kind.OBSERVATION),
        ("Mood euthymic.", Kind.OBSERVATION),
        ("Presented with complaints of insomnia.", Kind.REPORT),
        ("Reports improved sleep.", Kind.REPORT),
        ("Anxiety is improving.", Kind.FORMULATION),
        ("Bipolar I disorder, in remission.", Kind.FORMULATION),
    ],
)
def test_a_written_sentence_is_what_its_words_show(written: str, kind: Kind) -> None:
    assert as_written(written) is kind


@pytest.mark.parametrize("form", ["soap", "dap", "birp", "narrative"])
async def test_nothing_is_dropped_for_being_long(form: str) -> None:
    summary = " ".join(f"Client reported trouble {number} at work with her sleep." for number in range(120))
    note = await noted(summary, form)
    assert len(texts(note)) == 120


async def test_with_little_detail_a_long_summary_is_shortened_but_not_its_risk() -> None:
    about = ("sleep", "work", "her mother", "money", "panic", "school", "pain", "grief", "driving", "church")
    told = [
        f"Client reported that {one} was hard on day {day} of the week." for one in about for day in range(5)
    ]
    note = await noted(" ".join([*told, "She denied SI."]), "narrative", detail="concise")
    assert len(texts(note)) < len(told)
    assert texts(note)[-1] == "She denied SI."
