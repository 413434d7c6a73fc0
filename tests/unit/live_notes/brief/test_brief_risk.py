"""The history of risk: every mention, in the note's own status, by day; silence is never reassurance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from live_notes.brief import Said, SectionId, Status
from live_notes.brief.limits import MOST_DAYS, MOST_RISK
from tests.support.earlier_notes import Json, brief, lines, note, risk, texts

QUOTE = "Some nights I think everyone would be better off without me."


def test_a_mention_keeps_its_kind_status_quote_and_day() -> None:
    [line] = lines(brief(note("2026-03-02", risk=[risk("suicide", "reported", QUOTE)])), SectionId.RISK)
    assert (line.topic, line.status, line.notes) == ("suicide", "reported", ("2026-03-02",))
    assert line.text == f"Suicide: reported. “{QUOTE}”"
    assert line.date == date(2026, 3, 2)


def test_mentions_come_by_day_and_a_later_denial_softens_nothing() -> None:
    whole = brief(
        note("2026-03-02", risk=[risk("suicide", "reported", QUOTE)]),
        note("2026-03-09", risk=[risk("suicide", "denied", "Any thoughts of suicide?", "No.")]),
        note("2026-03-16", risk=[risk("suicide", "unclear", "I don't know.")]),
    )
    assert [(str(one.date), one.status) for one in lines(whole, SectionId.RISK)] == [
        ("2026-03-16", "unclear"),
        ("2026-03-09", "denied"),
        ("2026-03-02", "reported"),
    ]


def test_a_question_is_never_shown_without_its_answer() -> None:
    quotes = ("I feel low.", "Are you thinking of killing yourself?", "Sometimes, yeah.", "I have no plan.")
    [line] = lines(brief(note("2026-03-02", risk=[risk("suicide", "reported", *quotes)])), SectionId.RISK)
    assert [one.words for one in line.passages] == list(quotes[:3])


def test_two_statuses_of_one_note_are_both_shown() -> None:
    both = [risk("suicide", "reported", QUOTE), risk("suicide", "denied", "Now?", "No.")]
    assert [line.status for line in lines(brief(note("2026-03-02", risk=both)), SectionId.RISK)] == [
        "reported",
        "denied",
    ]


def test_words_that_the_note_s_own_finding_quotes_are_not_mentioned_once_more() -> None:
    said = "She said it would be easier not to wake up, but she would never hurt herself."
    own = [risk("suicide", "reported", said), risk("self-harm", "denied", said)]
    found = lines(brief(note("2026-03-02", {"Subjective": [said]}, risk=own)), SectionId.RISK)
    assert [(one.topic, one.status) for one in found] == [("suicide", "reported"), ("self-harm", "denied")]


def test_a_denial_quoted_once_more_in_a_sentence_is_no_mention_of_its_own() -> None:
    denied = "I have no thoughts of suicide, nothing like that."
    own = [risk("suicide", "denied", "Any thoughts of hurting yourself?", "No.", denied)]
    said = f'Client stated: "{denied} I just want my mind to be quiet."'
    found = lines(brief(note("2026-03-02", {"Subjective": [said]}, risk=own)), SectionId.RISK)
    assert [(one.topic, one.status) for one in found] == [("suicide", "denied")]
    more = f'Client stated: "{denied}", yet spoke of suicide as a way out.'
    found = lines(brief(note("2026-03-02", {"Subjective": [more]}, risk=own)), SectionId.RISK)
    assert [one.status for one in found] == ["denied", "reported"]


def test_a_status_nobody_here_knows_is_kept_word_for_word() -> None:
    [line] = lines(brief(note("2026-03-02", risk=[risk("Suicidal ideation", "Active")])), SectionId.RISK)
    assert (line.topic, line.status) == ("suicide", "active")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Client reported passive suicidal ideation without plan or intent.", "reported"),
        ("Client disclosed a suicide attempt in 2019.", "reported"),
        ("Client denied suicidal ideation when asked.", "denied"),
        ("No SI reported.", Status.MENTIONED),
        ("History of suicide attempt in 2019.", Status.MENTIONED),
        ("Clinician assessed for suicidal ideation.", Status.MENTIONED),
        ("Denied suicidal ideation today but reported suicidal thoughts last week.", "denied"),
    ],
)
def test_a_written_sentence_counts_as_what_it_says(sentence: str, status: str) -> None:
    whole = brief(note("2026-03-02", {"Narrative": [sentence]}))
    found = [line for line in lines(whole, SectionId.RISK) if line.topic == "suicide"]
    assert status in {line.status for line in found}
    assert all(line.passages[0].words == sentence for line in found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Suicide was not discussed.",
        "Client has not been asked about suicidal thoughts.",
        "Traffic was killing time for him.",
        "Client has been sober for 12 days.",
    ],
)
def test_no_report_is_made_of_what_reports_nothing(sentence: str) -> None:
    whole = brief(note("2026-03-02", {"Narrative": [sentence]}))
    assert "reported" not in {line.status for line in lines(whole, SectionId.RISK)}


def test_the_notes_own_finding_is_not_repeated_by_its_sentence() -> None:
    written = note(
        "2026-03-02",
        {"Subjective": ["Client denied suicidal ideation.", "Therapist asked about suicide."]},
        risk=[risk("suicide", "denied", "Any thoughts of suicide?", "No.")],
    )
    assert len(lines(brief(written), SectionId.RISK)) == 1


def test_a_sentence_written_by_hand_stands_beside_a_denial_of_the_call() -> None:
    written = note(
        "2026-03-02",
        {"Subjective": ["Client disclosed a suicide attempt after the call."]},
        risk=[risk("suicide", "denied", "Any thoughts of suicide?", "No.")],
    )
    assert {line.status for line in lines(brief(written), SectionId.RISK)} == {"denied", "reported"}


def test_silence_is_told_as_silence_and_not_as_an_all_clear() -> None:
    silent = brief(note("2026-03-02", {"Data": ["Client reported poor sleep."]}))
    section = silent.section(SectionId.RISK)
    assert (section.lines, section.codes) == ((), (Said.RISK_NOT_RECORDED,))
    assert section.statement == "Nothing about risk is recorded in 1 note; that says nothing either way."
    later = brief(
        note("2026-03-02", risk=[risk("suicide", "reported", QUOTE)]),
        note("2026-03-09", not_discussed=["suicide"]),
        note("2026-03-16"),
    )
    assert texts(later, SectionId.RISK)[-1] == "Suicide: not recorded in the 2 notes since 2026-03-02."
    assert later.section(SectionId.RISK).codes == (Said.RISK_SILENCE,)
    assert "no risk" not in str(later.as_json()).lower()


def test_not_discussed_in_a_risk_block_is_silence() -> None:
    section = brief(note("2026-03-02", risk=[risk("suicide", "not_discussed")])).section(SectionId.RISK)
    assert section.codes == (Said.RISK_NOT_RECORDED,)


def weekly(count: int) -> list[Json]:
    days = (date(2025, 1, 6) + timedelta(days=7 * n) for n in range(count))
    return [note(day.isoformat(), risk=[risk("suicide", "reported", QUOTE)]) for day in days]


@pytest.mark.parametrize("beyond", [0, 1, MOST_DAYS, MOST_DAYS + 1])
def test_older_mentions_share_a_line_and_none_is_lost(beyond: int) -> None:
    found = lines(brief(*weekly(MOST_RISK + beyond)), SectionId.RISK)
    assert [line.status for line in found[:MOST_RISK]] == ["reported"] * MOST_RISK
    shared = found[MOST_RISK:]
    assert len(shared) == (beyond > 0)
    assert sum(len(line.notes) for line in found) == MOST_RISK + beyond
    if shared:
        assert shared[0].status == Status.EARLIER
        assert "2025-01-06" in shared[0].text
        assert shared[0].text.startswith("Suicide, earlier: reported ")


def test_a_correction_of_a_note_is_told_on_every_line_from_it() -> None:
    added = [{"kind": "correction", "text": "The date was wrong.", "signed": {"at": "2026-03-04T10:00:00Z"}}]
    written = note("2026-03-02", risk=[risk("suicide", "reported", QUOTE)], additions=added)
    [line] = lines(brief(written), SectionId.RISK)
    assert line.corrected == date(2026, 3, 4)
    assert line.text.endswith("(A correction was added to the note on 2026-03-04.)")


def test_what_was_long_ago_and_whose_it_is_are_said() -> None:
    quote = "He said he'd find himself a bridge."
    found = [
        risk("suicide", "denied", "Any thoughts of suicide?", "No."),
        {**risk("suicide", "reported", "I took an overdose in 2009."), "past": True},
        {**risk("suicide", "unclear", quote), "whose": "the client's husband"},
    ]
    told = lines(brief(note("2026-03-02", risk=found), note("2026-03-09")), SectionId.RISK)
    assert [line.status for line in told][:3] == [
        "denied",
        "history",
        "concern about the client's husband, not about the client",
    ]


def test_silence_after_another_s_danger_says_nothing_of_the_client() -> None:
    found = {
        **risk("suicide", "unclear", "He said he'd find himself a bridge."),
        "whose": "the client's husband",
    }
    told = lines(brief(note("2026-03-02", risk=[found]), note("2026-03-09")), SectionId.RISK)
    assert [line.status for line in told] == ["concern about the client's husband, not about the client"]
