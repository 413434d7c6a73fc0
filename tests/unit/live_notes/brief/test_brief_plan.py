"""The last plan, and homework with what later notes say became of it."""

from __future__ import annotations

import pytest

from live_notes.brief import Said, SectionId, Status
from live_notes.brief.limits import HOMEWORK_NOTES, MOST_HOMEWORK, MOST_PLAN
from tests.support.earlier_notes import brief, lines, note, texts

DIARY = "Client to keep a sleep diary every night."


def test_the_plan_is_that_of_the_last_note_in_its_order() -> None:
    whole = brief(
        note("2026-03-09", {"Plan": ["Refer to a sleep clinic.", "Continue weekly sessions."]}),
        note("2026-03-02", {"Plan": ["Meet again on Monday."]}),
    )
    assert texts(whole, SectionId.PLAN) == ["Refer to a sleep clinic.", "Continue weekly sessions."]
    assert {line.notes for line in lines(whole, SectionId.PLAN)} == {("2026-03-09",)}
    assert whole.section(SectionId.PLAN).codes == ()


def test_a_last_note_without_a_plan_is_said_and_the_one_before_is_shown_with_its_day() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": ["Refer to a sleep clinic."]}),
        note("2026-03-09", {"Subjective": ["Client reported poor sleep."], "Plan": []}),
    )
    section = whole.section(SectionId.PLAN)
    assert section.codes == (Said.PLAN_NOT_IN_LAST,)
    assert section.statement == "The last note records no plan; this one is from the note of 2026-03-02."
    assert [line.date.isoformat() for line in section.lines if line.date] == ["2026-03-02"]


def test_no_plan_at_all_is_not_recorded() -> None:
    section = brief(note("2026-03-02", {"Data": ["Client reported poor sleep."]})).section(SectionId.PLAN)
    assert (section.lines, section.statement) == ((), "Not recorded in these notes.")


def test_the_plan_of_a_narrative_is_what_looks_ahead_in_it() -> None:
    story = [
        "Client reported poor sleep.",
        "Therapist validated the client's frustration.",
        "Client agreed to call the sleep clinic before Friday.",
        "Next session is on March 9 at 10:00.",
    ]
    assert texts(brief(note("2026-03-02", {"Narrative": story})), SectionId.PLAN) == story[2:]


def test_running_text_is_cut_into_its_sentences() -> None:
    story = "Dr. Grey met the client. Client slept 6.5 hours. Client will walk daily until next week."
    assert texts(brief(note("2026-03-02", {"Narrative": [story]})), SectionId.PLAN) == [
        "Client will walk daily until next week."
    ]


@pytest.mark.parametrize("steps", [MOST_PLAN, MOST_PLAN + 1])
def test_a_long_plan_is_cut_and_the_rest_counted(steps: int) -> None:
    plan = [f"Refer to clinic number {n}." for n in range(steps)]
    section = brief(note("2026-03-02", {"Plan": plan})).section(SectionId.PLAN)
    assert [line.text for line in section.lines] == plan[:MOST_PLAN]
    assert section.left_out == steps - MOST_PLAN


def test_a_statement_in_two_sections_counts_once() -> None:
    twice = note("2026-03-02", {"Intervention": ["Assigned a worksheet."], "Plan": ["Assigned a worksheet."]})
    assert len(lines(brief(twice), SectionId.HOMEWORK)) == 1


# ------------------------------------------------------------ homework


@pytest.mark.parametrize(
    "given",
    [
        DIARY,
        "For homework, client will keep a sleep diary.",
        "HW: keep a sleep diary.",
        "Pt agreed to write a letter to her father.",
        "Maya will practice box breathing twice daily.",
        "Maya to practice box breathing twice daily.",
        "Practice box breathing twice daily.",
        "Therapist asked client to stand on the platform for five minutes; client agreed.",
        "Assigned the worry worksheet.",
    ],
)
def test_what_the_client_is_to_do_is_homework(given: str) -> None:
    whole = brief(note("2026-03-02", {"Plan": [given]}))
    [line] = lines(whole, SectionId.HOMEWORK)
    assert (line.passages[0].words, line.status) == (given, Status.NOT_RECORDED)
    assert [one.status for one in lines(whole, SectionId.PLAN)] == [Status.HOMEWORK]


@pytest.mark.parametrize(
    "step",
    [
        "Client will return in two weeks.",
        "Client will continue sertraline 50 mg.",
        "Continue weekly sessions.",
        "Therapist will send the referral.",
        "Refer to a sleep clinic.",
        "Return to weekly sessions.",
        "Client to schedule a follow-up appointment.",
        "Next session on Tuesday.",
        "Therapist suggested a walk; client declined to plan one.",
    ],
)
def test_other_steps_of_a_plan_are_no_homework(step: str) -> None:
    whole = brief(note("2026-03-02", {"Plan": [step]}))
    assert lines(whole, SectionId.HOMEWORK) == ()
    assert [one.status for one in lines(whole, SectionId.PLAN)] == [Status.PLANNED]


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Client completed the sleep diary.", Status.DONE),
        ("Client kept the sleep diary and found it useful.", Status.DONE),
        ("Client did not keep the sleep diary.", Status.NOT_DONE),
        ("Client forgot the sleep diary.", Status.NOT_DONE),
        ("Client was unable to complete the diary.", Status.NOT_DONE),
        ("Client only kept the diary at the weekend.", Status.PARTLY),
        ("Client kept the diary on five of seven nights.", Status.PARTLY),
        ("Client kept the sleep diary on three nights.", Status.SPOKEN_OF),
        ("Homework was reviewed.", Status.SPOKEN_OF),
        ("Client completed the homework.", Status.DONE),
        ("Client did not do the homework.", Status.NOT_DONE),
    ],
)
def test_what_became_of_homework_is_told_in_a_later_notes_own_words(later: str, status: Status) -> None:
    whole = brief(note("2026-03-02", {"Plan": [DIARY]}), note("2026-03-09", {"Subjective": [later]}))
    [line] = lines(whole, SectionId.HOMEWORK)
    assert line.status == status
    assert [one.words for one in line.passages] == [DIARY, later]
    assert line.notes == ("2026-03-02", "2026-03-09")
    assert f"2026-03-09: {later}" in line.text


def test_a_name_that_all_sentences_share_tells_no_homework_apart() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": ["Jordan will text a friend and keep the panic log."]}),
        note("2026-03-09", {"Data": ["Jordan described a quiet week.", "Jordan attended a friend's party."]}),
    )
    assert [line.status for line in lines(whole, SectionId.HOMEWORK)] == [Status.NOT_RECORDED]


def test_homework_done_as_assigned_is_an_answer_and_no_new_homework() -> None:
    later = "Jordan reported riding the subway one stop on all three days as assigned."
    whole = brief(
        note("2026-03-02", {"Plan": ["Homework: ride one subway stop on three days."]}),
        note("2026-03-09", {"Subjective": [later]}),
    )
    [line] = lines(whole, SectionId.HOMEWORK)
    assert line.passages[-1].words == later


def test_each_clause_speaks_of_its_own_homework() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": [DIARY, "Practice box breathing twice daily."]}),
        note(
            "2026-03-09", {"Data": ["Client completed the sleep diary but did not practice box breathing."]}
        ),
    )
    assert [line.status for line in lines(whole, SectionId.HOMEWORK)] == [Status.DONE, Status.NOT_DONE]


@pytest.mark.parametrize(
    "other",
    ["Client reported that sleep was poor.", "Client denied nightmares.", "Client attended a wedding."],
)
def test_what_is_about_something_else_says_nothing_of_the_homework(other: str) -> None:
    whole = brief(note("2026-03-02", {"Plan": [DIARY]}), note("2026-03-09", {"Subjective": [other]}))
    [line] = lines(whole, SectionId.HOMEWORK)
    assert line.status == Status.NOT_RECORDED
    assert line.text == f"{DIARY} What became of it is not recorded."


def test_notes_that_differ_about_homework_are_both_shown() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": [DIARY]}),
        note("2026-03-09", {"Subjective": ["Client did not keep the sleep diary."]}),
        note("2026-03-16", {"Subjective": ["Client kept the sleep diary."]}),
    )
    [line] = lines(whole, SectionId.HOMEWORK)
    assert line.status == Status.DONE
    assert "2026-03-09: Client did not keep the sleep diary. 2026-03-16: Client kept" in line.text


def test_homework_nobody_spoke_of_again_is_shown_only_while_it_is_recent() -> None:
    tasks = ("write a letter", "walk to the lake", "call the bank", "paint the fence", "read the chapter")
    notes = [note(f"2026-03-{9 + n:02d}", {"Plan": [f"Client to {task}."]}) for n, task in enumerate(tasks)]
    shown = [line.passages[0].words for line in lines(brief(*notes), SectionId.HOMEWORK)]
    assert shown == [f"Client to {task}." for task in tasks[: -HOMEWORK_NOTES - 1 : -1]]


@pytest.mark.parametrize("count", [MOST_HOMEWORK, MOST_HOMEWORK + 1])
def test_homework_beyond_the_screen_is_counted(count: int) -> None:
    tasks = [f"Client to call cousin {name}." for name in ("Ada", "Bea", "Cyd", "Dee", "Eva", "Fay")][:count]
    section = brief(note("2026-03-02", {"Plan": tasks})).section(SectionId.HOMEWORK)
    assert (len(section.lines), section.left_out) == (MOST_HOMEWORK, count - MOST_HOMEWORK)
