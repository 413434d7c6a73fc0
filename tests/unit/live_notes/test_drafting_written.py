from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

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
    Speaking,
    draft_from,
    lines_from_summary,
    write_note,
)
from live_notes.drafting.author.headings import heading_of
from live_notes.drafting.author.kinds import kind_of
from live_notes.drafting.author.parts import written_parts
from live_notes.drafting.author.people import Cast, cast_of, in_terms, marked
from live_notes.drafting.formats import Kind
from live_notes.drafting.risk import find_risks
from live_notes.masking.text import mint
from tests.support.dialogues import texts

NOW = datetime(2026, 1, 5, 10, tzinfo=UTC)
FOLDER = Path(__file__).parents[2] / "media" / "summaries"
SUMMARIES = {path.stem: path.read_text() for path in sorted(FOLDER.glob("*/*.txt"))}
SEVERAL = {"couple", "group", "h08_marital_affair", "h37_child_adhd_parent", "h39_gender_teen"}
QUOTED = re.compile(r"\"[^\"]*\"")
NEGATION = re.compile(r"\b(?:no|not|none|never|without|denie[sd]|doesn't|isn't)\b", re.IGNORECASE)


async def noted(summary: str, form: str = "soap", **preferences: str) -> Note:
    return await draft_from(
        DraftRequest(summary=summary, format=form, preferences=preferences or None), now=NOW
    )


def as_written(summary: str) -> Kind:
    [part] = written_parts(summary)
    return kind_of(marked(part, Cast()))[0]


def worded(text: str, cast: Cast | None = None) -> str:
    return in_terms(marked(text, cast or Cast()), "client", "therapist", "the client")


def statuses(text: str, kind: str = "suicide") -> set[str]:
    return {one.status.value for one in find_risks(lines_from_summary(text)) if one.kind.value == kind}


def figures(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+(?:[.:/]\d+)*", text))


# ---- every summary, every format


@pytest.mark.parametrize("form", [one.value for one in NoteFormat])
@pytest.mark.parametrize("name", SUMMARIES)
async def test_all_that_was_written_stands_in_the_note_and_nothing_else(name: str, form: str) -> None:
    summary = SUMMARIES[name]
    note = await noted(summary, form)
    sentences = [one for section in note.sections for one in section.sentences]
    assert all(one.evidence for one in sentences)
    assert [(one.text, one.flags) for one in sentences if one.flags] == []
    told = " ".join(one.text for one in sentences)
    assert figures(told) == figures(summary)
    assert len(NEGATION.findall(told)) == len(NEGATION.findall(summary))
    used = {line for one in sentences for line in one.evidence}
    bare = {line.id for line in lines_from_summary(summary) if (h := heading_of(line.spoken)) and not h.rest}
    assert used | bare == {line.id for line in lines_from_summary(summary)}


@pytest.mark.parametrize("name", SUMMARIES)
async def test_the_terms_of_a_note_are_its_clinician_s_and_judge_nobody(name: str) -> None:
    note = await noted(SUMMARIES[name], "narrative", client_term="patient", clinician_term="counselor")
    told = re.sub(r"bipolar I\b|cognition was I am", "", QUOTED.sub("", " ".join(texts(note))))
    assert not re.search(r"\b(?:Pt|pt|Ct|Cl|[Cc]lient|I|me|my|writer|[Tt]herapist)\b(?!')", told)
    assert not re.search(r"\b(?:admit(?:s|ted) to|claims|claimed|resistant|refused)\b", told, re.IGNORECASE)
    assert name in SEVERAL or not re.search(r"\b(?:[Ww]e|us|our)\b", told)


# ---- where what belongs

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


# ---- headings, lists, dictation


async def test_a_heading_places_the_lines_under_it() -> None:
    note = await noted("Plan:\n- bus ride x2\n- sister\nAssessment:\nsleep is the key\nS:\nrough week")
    assert texts(note, "Plan") == ["Bus ride x2.", "Sister."]
    assert texts(note, "Assessment") == ["Sleep is the key."]
    assert texts(note, "Subjective") == ["Rough week."]


async def test_headings_on_one_line_count_too() -> None:
    note = await noted("s: rough week, fights w/ mom. o: quiet. a: same as before. p: family session")
    assert texts(note, "Subjective") == ["Rough week, fights w/ mom."]
    assert texts(note, "Objective") == ["Quiet."]
    assert texts(note, "Assessment") == ["Same as before."]
    assert texts(note, "Plan") == ["Family session."]


async def test_a_matter_s_heading_stays_where_the_format_has_no_such_section() -> None:
    summary = "Legal: none\nFam hx: mother anxious"
    assert "Legal: none." in texts(await noted(summary), "Subjective")
    intake = await noted(summary, "intake")
    assert texts(intake, "Legal") == ["None."]
    assert texts(intake, "Family history") == ["Mother anxious."]


async def test_a_template_s_own_section_is_found_by_its_title() -> None:
    template = {
        "name": "Own",
        "sections": [{"title": title, "instruction": "In short."} for title in ("Data", "Strengths")],
    }
    request = DraftRequest(summary="Client slept badly.\nStrengths: faith, humor", template=template)
    note = await draft_from(request, now=NOW)
    assert texts(note, "Strengths") == ["Faith, humor."]


async def test_a_plan_in_running_text_does_not_swallow_what_follows() -> None:
    note = await noted("Client slept badly. Plan: sleep diary. She denied SI.")
    assert texts(note, "Subjective") == ["Client slept badly.", "She denied SI."]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Pt. reports low mood. Sleep poor.", ["Pt. reports low mood.", "Sleep poor."]),
        ("sleep poor. appetite low. no si.", ["sleep poor.", "appetite low.", "no si."]),
        ("Saw Dr. Ames re: meds, approx. 50 mg.", ["Saw Dr. Ames re: meds, approx. 50 mg."]),
        ("Anxious, tearful, affect flat.", ["Anxious, tearful, affect flat."]),
        (
            "Used CBT, pt receptive, will practice daily.",
            ["Used CBT", "pt receptive", "will practice daily."],
        ),
        (
            "she came in tired and she said that she is sad because he left we practiced grounding",
            ["she came in tired", "she said that she is sad because he left", "we practiced grounding"],
        ),
    ],
)
def test_a_line_is_cut_into_its_statements(line: str, parts: list[str]) -> None:
    assert written_parts(line) == parts


def test_a_line_that_was_only_wrapped_is_one() -> None:
    lines = lines_from_summary(
        "Client reported that the weeks since her move have been\nharder than she thought."
    )
    assert len(lines) == 2
    wide = (
        "Client reported that the weeks since her move to the other city have been\nharder than she thought."
    )
    assert [line.spoken for line in lines_from_summary(wide)] == [wide.replace("\n", " ")]


async def test_a_heading_s_word_inside_a_sentence_is_none() -> None:
    note = await noted("Reviewed progress on all three goals: panic, driving, work.")
    assert texts(note) == ["Reviewed progress on all three goals: panic, driving, work."]


@pytest.mark.parametrize("summary", ["Plan:", "...", "S:\nO:\nA:\nP:"])
async def test_headings_alone_give_no_note(summary: str) -> None:
    note = await noted(summary)
    assert note.sections == ()
    assert note.statement


# ---- who is who


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Pt told me he drinks.", "client told therapist he drinks."),
        ("The patient was patient with her kids.", "client was patient with her kids."),
        ("I'm concerned and I don't think she is safe.", "therapist is concerned and therapist does not "
         "think she is safe."),
        ("We've been working on our goals.", "client and therapist have been working on the goals."),
        ("She said I don't care anymore.", "She said I don't care anymore."),
        ('Client said "I hate my job" to me.', 'client said "I hate my job" to therapist.'),
        ("This writer met with the client.", "therapist met with the client."),
        ("Her previous therapist told her to journal.", "Her previous therapist told her to journal."),
        ("Bipolar I disorder.", "Bipolar I disorder."),
        ("PT helped her knee.", "PT helped her knee."),
        ("I will talk to the counselor.", "therapist will talk to the counselor."),
        ("Sarah called her sister.", "Sarah called her sister."),
    ],
)  # fmt: skip
def test_only_who_is_certain_gets_a_term(written: str, told: str) -> None:
    assert worded(written) == told


@pytest.mark.parametrize(
    "summary",
    [
        "Parent session only. We reviewed the chart.",
        "Kai came with their aunt. We talked.",
        "DBT skills group, 8 members. We practised.",
    ],
)
def test_where_others_are_there_we_may_be_anybody(summary: str) -> None:
    assert not cast_of([summary]).one_client
    assert cast_of(["Group starts Monday. We practised."]).one_client


def test_in_a_session_with_several_clients_we_stays() -> None:
    assert worded("We practised taking turns.", Cast(one_client=False)) == "We practised taking turns."


async def test_the_client_s_masked_name_becomes_the_term_and_is_never_dropped() -> None:
    spoken = ["Maya came in saying sleep has been poor.", "I met Maya's mother.", "Ms. Maya Reyes will call."]
    masked = [
        "[CLIENT] came in saying sleep has been poor.",
        "I met [CLIENT]'s mother.",
        "Ms. [CLIENT] will call.",
    ]
    lines = tuple(
        EvidenceLine(f"s{at}", "author", Speaking.AUTHOR, at, at, line, mint(shown))
        for at, (line, shown) in enumerate(zip(spoken, masked, strict=True))
    )
    spec = DraftSpec(NoteFormat.NARRATIVE, Preferences(client_term="M.R."))
    note = await write_note(MaskedTranscript(lines), spec, EmbeddedDrafter(), now=NOW, unmask=str)
    assert texts(note) == [
        "M.R. came in saying sleep has been poor.",
        "Therapist met M.R.'s mother.",
        "M.R. will call.",
    ]
    assert note.flagged() == ()


async def test_two_clients_keep_their_names() -> None:
    spoken, masked = (
        "Sam said he is sorry and Priya cried.",
        "[CLIENT] said he is sorry and [CLIENT_2] cried.",
    )
    line = EvidenceLine("s1", "author", Speaking.AUTHOR, 0.0, 0.0, spoken, mint(masked))
    spec = DraftSpec(NoteFormat.NARRATIVE)
    note = await write_note(MaskedTranscript((line,)), spec, EmbeddedDrafter(), now=NOW, unmask=str)
    assert texts(note) == [spoken]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Pt admits to drinking.", "Client reported drinking."),
        ("Pt admitted that he relapsed.", "Client reported that he relapsed."),
        ("Pt admitted to inpatient unit in 2019.", "Client admitted to inpatient unit in 2019."),
        ("He was admitted for detox.", "He was admitted for detox."),
        ("Pt claims he is sober.", "Client reported he is sober."),
        ("Pt refused to call AA.", "Client declined to call AA."),
        ("Has treatment-resistant depression.", "Has treatment-resistant depression."),
        ('Pt said "I admit to nothing".', 'Client said "I admit to nothing".'),
    ],
)
async def test_words_that_judge_are_written_as_records_have_them(written: str, told: str) -> None:
    note = await noted(f"{written} Slept badly.", "narrative")
    assert texts(note)[0] == told
    assert note.flagged() == ()


# ---- risk


@pytest.mark.parametrize(
    "text",
    [
        "No SI.", "no si", "No SI/HI.", "denies SI/HI", "SI denied.", "SI/HI: denied", "SI: none", "-SI",
        "(-) SI/HI", "neg SI/HI/AVH", "no thoughts of suicide", "No safety concerns.", "not suicidal",
        "Assessed SI: denied.", "Denies suicidal or homicidal thoughts.", "niega SI",
        "Client denied any thoughts of wanting to die.", "denied SI, HI and self-harm",
        "Suicidal ideation: none reported.", "Safety: no concerns", "No panic, insomnia, or SI.",
    ],
)  # fmt: skip
def test_what_is_written_as_denied_is_denied(text: str) -> None:
    assert statuses(text) == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "has SI without plan", "Passive SI, no plan or intent.", "+SI, no plan", "Reports SI, denies plan",
        "Denies HI but reports SI.", "Negative self-talk and SI.", "Not sleeping, SI daily.",
        "Was denied disability, SI since.", "Hx of suicide attempt 2019.", "History of SI, none current.",
        "He said he sometimes thinks about not waking up but has no plan.",
        "He wishes he would just go in his sleep, denies plan or intent.",
    ],
)  # fmt: skip
def test_what_is_written_as_there_is_reported(text: str) -> None:
    assert statuses(text) == {"reported"}


@pytest.mark.parametrize(
    "text",
    [
        "unsure if SI", "Pt not sure if having SI.", "SI?", "Possible SI, declined to answer.",
        "SI not assessed.",
        "Assessed for SI.", "- SI", "Did not deny SI.", "Pt is no longer suicidal.",
        "Her father attempted suicide.",
        "Denies SI today but had thoughts last week.", "C-SSRS completed.",
        "Suicide risk low.", "no appetite, SI", "She did not attempt suicide but thought about it.",
    ],
)  # fmt: skip
def test_what_is_left_open_stays_open(text: str) -> None:
    assert statuses(text) == {"unclear"}


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("No cutting since March.", "self-harm", {"denied"}),
        ("Cutting x2 this week.", "self-harm", {"reported"}),
        ("cutting back on coffee", "self-harm", set()),
        ("No HI.", "harm to others", {"denied"}),
        ("She said hi to a neighbor.", "harm to others", set()),
        ("no etoh x 3 months", "substance use", {"denied"}),
        ("SUDs 8 to 2", "substance use", set()),
        ("In denial about alcohol use.", "substance use", {"reported"}),
        ("Reviewed the relapse prevention plan.", "substance use", set()),
        ("Boyfriend pushed her on Sunday.", "abuse", {"reported"}),
        ("No thoughts of harming self or others.", "harm to others", {"denied"}),
    ],
)
def test_shorthand_names_other_risks_as_well(text: str, kind: str, found: set[str]) -> None:
    assert statuses(text, kind) == found


# ---- what was not discussed


@pytest.mark.parametrize(
    ("name", "spoken_of"),
    [
        ("terse_soap", {"work or school", "mood", "sleep", "appetite"}),
        ("all_caps", {"work or school", "anxiety", "mood"}),
        ("aa_contemplation", {"coping and homework", "substance use", "relationships and support"}),
        ("intake_anxiety", {"mood", "anxiety", "coping and homework", "substance use", "suicide"}),
        ("telegraphic_semicolons", {"mood", "coping and homework", "suicide", "harm to others"}),
        ("adolescent", {"work or school", "substance use", "coping and homework"}),
    ],
)
async def test_what_was_written_of_is_not_called_undiscussed(name: str, spoken_of: set[str]) -> None:
    assert spoken_of.isdisjoint((await noted(SUMMARIES[name])).not_discussed)


async def test_what_nobody_wrote_of_is_named() -> None:
    note = await noted("Sleep poor. Affect flat.")
    assert {"suicide", "work or school", "medication"} <= set(note.not_discussed)
