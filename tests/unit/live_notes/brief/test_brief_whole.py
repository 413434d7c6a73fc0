"""The whole brief: order, limits, drafts, themes, attendance, and what is cut."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from live_notes.brief import MOST_CHARS, MOST_NOTES, Said, SectionId, Status, brief_of, earlier_notes
from live_notes.brief.limits import (
    LONG_CHARS,
    LONGEST_CHARS,
    MOST_LISTED,
    MOST_MISSED,
    MOST_SESSIONS,
    MOST_THEMES,
)
from live_notes.brief.splitting import clause_of
from tests.support.earlier_notes import Json, brief, lines, note, texts


def weekly(count: int, **more: object) -> list[Json]:
    days = (date(2024, 1, 1) + timedelta(days=7 * n) for n in range(count))
    return [note(day.isoformat(), {"Plan": ["Meet again."]}, **more) for day in days]


def test_a_brief_has_every_section_also_of_nothing() -> None:
    empty = brief()
    assert [one.id for one in empty.sections] == [
        one for one in SectionId if one is not SectionId.GOALS_ENDED
    ]
    assert {one.statement for one in empty.sections} == {"There is no signed note."}
    assert {one.codes for one in empty.sections} == {(Said.NO_NOTES,)}


def test_the_order_in_which_notes_are_given_says_nothing() -> None:
    notes = weekly(5)
    assert brief(*notes) == brief(*reversed(notes))
    assert brief(*notes).notes[0].id == "2024-01-29"


def test_of_one_day_the_signature_decides_then_the_draft() -> None:
    early = note("2026-03-02", {"Plan": ["Early."]}, id="early", signed_at="2026-03-02T09:00:00Z")
    late = note("2026-03-02", {"Plan": ["Late."]}, id="late", signed_at="2026-03-02T18:00:00+02:00")
    assert texts(brief(late, early), SectionId.PLAN) == ["Late."]
    drafts = [{**one, "generated_at": f"2026-03-02T{n:02d}:00:00Z"} for n, one in enumerate((late, early))]
    unsigned = [{key: value for key, value in one.items() if key != "signed_at"} for one in drafts]
    assert texts(brief(*unsigned), SectionId.PLAN) == ["Early."]


def test_drafts_are_left_out_and_counted() -> None:
    whole = brief(
        note("2026-03-02", {"Plan": ["Signed."]}),
        note("2026-03-09", {"Plan": ["Never signed."]}, signed_at=None),
    )
    assert texts(whole, SectionId.PLAN) == ["Signed."]
    assert whole.left_out.drafts == 1
    assert "Never signed" not in str(whole.as_json())


@pytest.mark.parametrize("beyond", [0, 1])
def test_the_newest_notes_are_read_and_the_older_counted(beyond: int) -> None:
    whole = brief(*weekly(MOST_NOTES + beyond))
    assert (len(whole.notes), whole.left_out.older) == (MOST_NOTES, beyond)
    assert ("2024-01-01" in {one.id for one in whole.notes}) is (beyond == 0)


@pytest.mark.parametrize("beyond", [0, 1])
def test_the_newest_characters_are_read_and_the_older_notes_counted(beyond: int) -> None:
    new = note("2026-03-09", {"Plan": ["Meet again."]})
    old = note("2026-03-02", {"Data": ["x" * (MOST_CHARS - len("Meet again.") + beyond)]})
    whole = brief(old, new)
    assert (len(whole.notes), whole.left_out.older) == (2 - beyond, beyond)


def test_a_note_too_long_by_itself_is_left_out_and_said() -> None:
    whole = brief(note("2026-03-02", {"Data": ["x" * (MOST_CHARS + 1)]}))
    assert (whole.notes, whole.left_out.older) == ((), 1)


def test_a_full_brief_fits_one_screen() -> None:
    words = ("sleep", "work", "panic", "appetite", "friends", "sertraline", "mood", "headache")
    sections = {
        "Goal": [f"Learn to paint picture {n}." for n in range(12)],
        "Data": [
            f"Client reported {word} trouble number {n} and more besides." for n, word in enumerate(words * 3)
        ],
        "Plan": [f"Client to call cousin number {n}." for n in range(12)]
        + [f"Increase sertraline to {n} mg." for n in range(5, 90, 5)],
    }
    risks = [
        {"kind": kind, "status": status, "evidence": [], "quotes": ["So it is."]}
        for kind in ("suicide", "self-harm", "abuse", "harm to others", "substance use")
        for status in ("reported", "denied", "unclear")
    ]
    whole = brief(*(note(f"2026-03-{day:02d}", sections, risk=risks) for day in range(1, 29)))
    shown = [line for section in whole.sections for line in section.lines]
    assert len(shown) <= 48
    assert max(len(one.words) for line in shown for one in line.passages) <= LONGEST_CHARS + 2


# ------------------------------------------------------------ themes


def test_themes_are_counted_by_notes_and_told_by_the_newest_words() -> None:
    whole = brief(
        note("2026-03-02", {"Subjective": ["Client reported insomnia.", "Client argued with her sister."]}),
        note("2026-03-09", {"Subjective": ["Client slept four hours a night."]}),
    )
    first, second = lines(whole, SectionId.THEMES)
    assert first.text == "Sleep (2 notes). 2026-03-09: Client slept four hours a night."
    assert (first.topic, first.notes) == ("sleep", ("2026-03-09", "2026-03-02"))
    assert second.topic == "relationships and support"


def test_what_other_sections_show_is_no_theme() -> None:
    whole = brief(
        note(
            "2026-03-02",
            {"Plan": ["Client to keep a sleep diary."], "Intervention": ["Taught sleep hygiene."]},
        ),
        note(
            "2026-03-09",
            {"Data": ["Client kept the sleep diary.", "Client reported suicidal thoughts at work."]},
        ),
    )
    assert whole.section(SectionId.THEMES).codes == (Said.THEMES_NOT_RECORDED,)


def test_only_the_first_themes_are_shown() -> None:
    texts_ = ("insomnia", "anxiety", "crying", "her sister", "her boss", "no appetite")
    section = brief(note("2026-03-02", {"Data": [f"Client spoke of {one}." for one in texts_]})).section(
        SectionId.THEMES
    )
    assert (len(section.lines), section.left_out) == (MOST_THEMES, len(texts_) - MOST_THEMES)


# ------------------------------------------------------------ attendance


def test_sessions_have_their_length_and_the_days_between() -> None:
    whole = brief(note("2026-03-02"), note("2026-03-09", frame={"date": "2026-03-09"}), note("2026-03-30"))
    found = lines(whole, SectionId.ATTENDANCE)
    assert [line.text for line in found] == [
        "3 sessions from 2026-03-02 to 2026-03-30; the longest time between two: 21 days "
        "(2026-03-09 to 2026-03-30).",
        "Session: 50 minutes, 21 days after the one before.",
        "Session: length not recorded, 7 days after the one before.",
        "Session: 50 minutes.",
    ]
    assert [(line.minutes, line.days) for line in found[1:]] == [(50, 21), (None, 7), (50, None)]
    assert whole.section(SectionId.ATTENDANCE).codes == (Said.MISSED_NOT_RECORDED,)


@pytest.mark.parametrize(
    "text",
    [
        "Client missed last week's session.",
        "Client no-showed on March 9.",
        "Client cancelled the previous appointment.",
        "The session of March 9 was rescheduled.",
        "Client did not attend.",
        "Client arrived 15 minutes late.",
    ],
)
def test_a_missed_session_is_told_in_the_notes_words(text: str) -> None:
    whole = brief(note("2026-03-16", {"Subjective": [text]}))
    assert (lines(whole, SectionId.ATTENDANCE)[0].text, lines(whole, SectionId.ATTENDANCE)[0].status) == (
        text,
        Status.MISSED,
    )
    assert whole.section(SectionId.ATTENDANCE).statement is None


@pytest.mark.parametrize(
    "text", ["Client missed her mother.", "Client cancelled her holiday.", "Client left work early."]
)
def test_other_things_may_be_missed(text: str) -> None:
    section = brief(note("2026-03-16", {"Subjective": [text]})).section(SectionId.ATTENDANCE)
    assert section.codes == (Said.MISSED_NOT_RECORDED,)


def test_a_note_without_the_day_of_its_session_says_so() -> None:
    whole = brief(note("2026-03-02", frame=None))
    assert texts(whole, SectionId.ATTENDANCE) == [
        "Note; the day of its session is not recorded: length not recorded."
    ]
    undated = {"id": "a", "sections": []}
    section = brief(undated).section(SectionId.ATTENDANCE)
    assert section.lines == ()
    assert Said.DATES_NOT_RECORDED in section.codes


@pytest.mark.parametrize("beyond", [-MOST_LISTED, 0, 1])
def test_older_sessions_share_a_line_and_the_oldest_are_counted(beyond: int) -> None:
    section = brief(*weekly(MOST_SESSIONS + MOST_LISTED + beyond)).section(SectionId.ATTENDANCE)
    shared = [line for line in section.lines if line.status == Status.EARLIER]
    assert len(shared) == (beyond > -MOST_LISTED)
    assert sum(line.status == Status.HELD for line in section.lines) == MOST_SESSIONS
    assert section.left_out == max(0, beyond)
    if shared:
        assert shared[0].text.count("(50 minutes)") == len(shared[0].notes) == MOST_LISTED


@pytest.mark.parametrize("count", [MOST_MISSED, MOST_MISSED + 1])
def test_missed_sessions_beyond_the_screen_are_counted(count: int) -> None:
    days = [f"Client missed the session of March {n}." for n in range(1, count + 1)]
    section = brief(note("2026-03-16", {"Data": days})).section(SectionId.ATTENDANCE)
    assert sum(line.status == Status.MISSED for line in section.lines) == MOST_MISSED
    assert section.left_out == count - MOST_MISSED


# ------------------------------------------------------------ what is cut


def test_a_long_passage_is_cut_where_the_rest_changes_nothing() -> None:
    start = "Client reported that the week at the new office was long and tiring for everybody there"
    rest = " and that the weather had been grey and rainy in all of the town and its green hills around it"
    assert len(start + rest) > LONG_CHARS
    assert clause_of(f"{start}{rest}.").startswith(start)
    assert clause_of(f"{start}{rest}.").endswith(" …")


@pytest.mark.parametrize(
    "turn",
    [
        "but that she had not thought of it at all since she was there",
        "and that she never thought of it",
        "and that she slept 3 hours",
        "and that she thought of killing herself",
        "although it had been a good one",
    ],
)
def test_no_cut_takes_away_what_turns_a_passage_round(turn: str) -> None:
    start = (
        "Client reported that the week at the new office was long and tiring for everybody she knew"
        + " there" * 15
    )
    text = f"{start}, {turn}."
    assert len(text) > LONG_CHARS
    assert turn in clause_of(text)


@pytest.mark.parametrize("chars", [LONGEST_CHARS, LONGEST_CHARS + 1])
def test_a_passage_far_too_long_is_cut_with_a_mark(chars: int) -> None:
    text = ("not now " * 100)[: chars - 1] + "x"
    assert (clause_of(text) == text) is (chars == LONGEST_CHARS)
    assert clause_of(text).endswith("…") is (chars > LONGEST_CHARS)


def test_nothing_of_a_brief_is_shown_by_repr() -> None:
    given = earlier_notes([note("2026-03-02", {"Plan": ["Purple marmalade umbrella."]})])
    whole = brief_of(given.notes)
    for one in (
        whole,
        whole.sections[0],
        whole.sections[0].lines[0],
        given,
        given.notes[0],
        given.notes[0].parts[0],
    ):
        assert "marmalade" not in repr(one) + str(one)
