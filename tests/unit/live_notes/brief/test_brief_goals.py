"""Goals are open until a later note says that they are met or given up."""

from __future__ import annotations

import pytest

from live_notes.brief import Said, SectionId, Status
from live_notes.brief.limits import MOST_GOALS
from tests.support.earlier_notes import brief, lines, note, texts

SLEEP = "Goal: sleep through the night."
WORK = "Goal: return to work part-time by May."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Assessment", SLEEP),
        ("Goal", "Sleep through the night."),
        ("Treatment goals", "1. Sleep through the night."),
        ("Subjective", "Client would like to be able to sleep through the night."),
        ("Narrative", "Client identified a goal of sleeping through the night."),
        ("Data", "Treatment goal 2: sleep through the night."),
    ],
)
def test_a_goal_is_found_wherever_it_stands(title: str, text: str) -> None:
    [line] = lines(brief(note("2026-03-02", {title: [text]})), SectionId.GOALS)
    assert line.status == Status.OPEN
    assert "through the night" in line.text


@pytest.mark.parametrize(
    "text",
    [
        "The goal of today's session was to review the week.",
        "Client watched a football match with three goals.",
        "Client wants to be left alone.",
    ],
)
def test_not_every_goal_is_one(text: str) -> None:
    section = brief(note("2026-03-02", {"Data": [text]})).section(SectionId.GOALS)
    assert (section.lines, section.codes) == ((), (Said.GOALS_NOT_RECORDED,))


def test_a_goal_stays_open_and_is_dated_from_its_first_note_to_its_last() -> None:
    whole = brief(
        note("2026-03-02", {"Goal": ["Sleep through the night."]}),
        note("2026-03-09", {"Data": ["Client reported poor appetite."]}),
        note("2026-03-16", {"Goal": ["Sleep through the night."]}),
    )
    [line] = lines(whole, SectionId.GOALS)
    assert line.text == "Sleep through the night (first 2026-03-02; in 2 notes, last 2026-03-16)."
    assert set(line.notes) == {"2026-03-02", "2026-03-16"}


@pytest.mark.parametrize(
    "end",
    [
        "Goal of sleeping through the night was met.",
        "Client achieved the goal of sleeping through the night.",
        "Sleep goal: achieved.",
        "Client met her goal to sleep through the night.",
        "The sleep goal was discontinued at the client's request.",
    ],
)
def test_a_goal_that_a_later_note_ends_is_not_open(end: str) -> None:
    whole = brief(note("2026-03-02", {"Data": [SLEEP, WORK]}), note("2026-03-16", {"Assessment": [end]}))
    assert texts(whole, SectionId.GOALS) == [WORK]
    [line] = lines(whole, SectionId.GOALS_ENDED)
    assert (line.status, line.notes) == (Status.ENDED, ("2026-03-02", "2026-03-16"))
    assert line.text == f"2026-03-02: {SLEEP} 2026-03-16: {end}"


@pytest.mark.parametrize(
    "mention",
    [
        "Goal of sleeping through the night was not met.",
        "Goal of sleeping through the night was partially met.",
        "Progress toward the goal of sleeping through the night: moderate.",
        "Goal of sleeping through the night is nearly met.",
        "Client completed the diary and slept through the night.",
        "Client met her sister, who sleeps through the night.",
    ],
)
def test_what_does_not_say_plainly_that_it_is_met_leaves_a_goal_open(mention: str) -> None:
    whole = brief(note("2026-03-02", {"Data": [SLEEP]}), note("2026-03-16", {"Assessment": [mention]}))
    assert lines(whole, SectionId.GOALS_ENDED) == ()
    assert len(lines(whole, SectionId.GOALS)) == 1


def test_progress_toward_a_goal_is_told_with_it() -> None:
    whole = brief(
        note("2026-03-02", {"Data": ["Jordan's goal is to ride the subway to work."]}),
        note(
            "2026-03-16",
            {"Assessment": ["Good progress toward the subway goal.", "Progress on goals was slow."]},
        ),
    )
    [line] = lines(whole, SectionId.GOALS)
    assert line.text.endswith("2026-03-16: Good progress toward the subway goal.")


def test_goals_are_told_apart_by_their_numbers() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": ["Goal 1: sleep through the night.", "Goal 2: return to work."]}),
        note("2026-03-16", {"Plan": ["Goal 1: ongoing; goal 2: met."]}),
    )
    assert [line.topic for line in lines(whole, SectionId.GOALS)] == ["1"]
    assert [line.topic for line in lines(whole, SectionId.GOALS_ENDED)] == ["2"]


def test_a_list_of_goals_is_several_goals() -> None:
    listed = "Goals for treatment: (1) reduce alcohol to weekends; (2) return to work by June."
    whole = brief(note("2026-03-02", {"Data": [listed]}))
    assert texts(whole, SectionId.GOALS) == ["reduce alcohol to weekends.", "return to work by June."]


def test_goals_that_differ_in_a_figure_are_two() -> None:
    whole = brief(
        note("2026-03-02", {"Goal": ["Sleep 6 hours a night."]}),
        note("2026-03-16", {"Goal": ["Sleep 7 hours a night."]}),
    )
    assert texts(whole, SectionId.GOALS) == ["Sleep 7 hours a night.", "Sleep 6 hours a night."]


def test_all_goals_met_ends_all() -> None:
    whole = brief(
        note("2026-03-02", {"Data": [SLEEP, WORK]}), note("2026-03-16", {"Plan": ["All goals were met."]})
    )
    assert whole.section(SectionId.GOALS).codes == (Said.GOALS_NONE_OPEN,)
    assert len(lines(whole, SectionId.GOALS_ENDED)) == 2


def test_which_goal_is_met_is_never_guessed() -> None:
    whole = brief(note("2026-03-02", {"Data": [SLEEP, WORK]}), note("2026-03-16", {"Plan": ["Goal met."]}))
    assert texts(whole, SectionId.GOALS) == [SLEEP, WORK, "Goal met. Which goal is not said."]
    alone = brief(note("2026-03-02", {"Data": [SLEEP]}), note("2026-03-16", {"Plan": ["Goal met."]}))
    assert lines(alone, SectionId.GOALS) == ()


def test_a_goal_that_is_open_again_after_its_end_shows_both() -> None:
    whole = brief(
        note("2026-03-02", {"Data": [SLEEP]}),
        note("2026-03-09", {"Data": ["Sleep goal: met."]}),
        note("2026-03-16", {"Data": ["Client is working toward the goal of sleep through the night."]}),
    )
    [line] = lines(whole, SectionId.GOALS)
    assert line.status == Status.DISPUTED
    assert [one.note for one in line.passages] == ["2026-03-02", "2026-03-09", "2026-03-16"]


@pytest.mark.parametrize("count", [MOST_GOALS, MOST_GOALS + 1])
def test_goals_beyond_the_screen_are_counted(count: int) -> None:
    words = ("sleep", "work", "walk", "paint", "cook", "swim", "read")
    section = brief(note("2026-03-02", {"Goal": [f"Learn to {w} again." for w in words[:count]]})).section(
        SectionId.GOALS
    )
    assert (len(section.lines), section.left_out) == (MOST_GOALS, count - MOST_GOALS)
