"""A style applied: words change, what they say does not, and evidence stays where it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from live_notes.drafting.note import Draft
from live_notes.drafting.risk.mentions import kinds_in
from live_notes.style import Rule, Style
from live_notes.style.guard import says_the_same
from live_notes.style.rules import (
    Addition,
    Heading,
    Keeping,
    Length,
    Omission,
    Order,
    Tense,
    Voice,
    Wording,
)
from live_notes.style.topics import Topic
from live_notes.style.wording import reworded
from tests.support.style_sessions import DRAFT, STANDING, draft_of, varied

PT = Wording(before="client", after="pt")
REPORTS = Wording(before="reports that", after="reports")
NOTHING_OBSERVED = Wording(before="therapist observed that", after="")
SI = Wording(before="suicidal ideation", after="SI")
PRESENT = Voice(tense=Tense.PRESENT)
RULES: tuple[Rule, ...] = (
    PT,
    REPORTS,
    NOTHING_OBSERVED,
    SI,
    PRESENT,
    Wording(before="plan to", after="will"),
    Wording(before="stated", after="verbalized"),
    Wording(before="verbalized", after="voiced"),
    Wording(before="session", after="visit"),
    Wording(before="visit", after="session"),
    Omission(topic=Topic.QUOTATION),
    Omission(topic=Topic.WEATHER),
    Length(section="Subjective", most=2),
    Length(section="Plan", most=1, keeping=Keeping.LONGEST),
    Order(first="Plan", second="Assessment"),
    Heading(before="Subjective", after="Client report"),
    Addition(section="Plan", text=STANDING),
)
SUBJECTS = (
    "Client",
    "Therapist",
    "The therapist",
    "Client A",
    "They",
    "[PERSON_2]",
    "When asked about sleep, client",
)
VERBS = ("reported that", "denied", "stated", "observed that", "stated:", "to plan to", "visit session")
MATTERS = (
    "the client's sister is well",
    "suicidal ideation",
    "they do not sleep",
    "50 mg of sertraline in the morning",
    '"client reported that it is fine"',
    "no session since the move",
    "the therapist observed that [CLIENT] left twice",
)
SENTENCES = st.tuples(*map(st.sampled_from, (SUBJECTS, VERBS, MATTERS))).map(
    lambda parts: f"{' '.join(parts)}."
)


@pytest.mark.parametrize(
    ("text", "styled"),
    [
        ("Client reported that client's sleep is poor.", "Pt reports pt's sleep is poor."),
        ("Therapist observed that client looks tired.", "Pt looks tired."),
        ("Client denied suicidal ideation.", "Pt denies SI."),
        ('Client stated: "the client is fine."', 'Pt states: "the client is fine."'),
        (
            'When asked "Sleep, client?", client answered: "no."',
            'When asked "Sleep, client?", pt answers: "no."',
        ),
    ],
)
def test_words_change_outside_quotations(text: str, styled: str) -> None:
    assert reworded(text, [PT, REPORTS, NOTHING_OBSERVED, SI], Tense.PRESENT) == styled


def test_the_tense_of_several_people_is_left_alone() -> None:
    for text in ("They reported pain.", "Client A and client B reported pain.", "Clients reported pain."):
        assert reworded(text, [], Tense.PRESENT) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Client denied pain.", "Client reported pain."),
        ("Client took 50 mg.", "Client took 500 mg."),
        ("Client took two.", "Client took."),
        ("Client had thoughts of suicide.", "Client had thoughts."),
        ("[PERSON_2] came.", "Somebody came."),
        ('Client stated: "no."', 'Client stated: "yes."'),
        ("Client does not sleep well.", "Client does sleep not well."),
        ("Therapist observed that.", ""),
    ],
)
def test_what_would_be_said_otherwise_is_seen(before: str, after: str) -> None:
    assert not says_the_same(before, after)


@settings(max_examples=300)
@given(SENTENCES, st.sets(st.sampled_from(range(len(RULES)))))
def test_a_reworded_sentence_says_the_same_and_is_reworded_once(text: str, chosen: set[int]) -> None:
    style = Style(tuple(RULES[at] for at in sorted(chosen)))
    styled = style.worded(text)
    assert says_the_same(text, styled) or styled == text
    assert kinds_in(styled) == kinds_in(text)
    assert style.worded(styled) == styled


@settings(max_examples=150)
@given(st.integers(0, 7), st.sets(st.sampled_from(range(len(RULES)))))
def test_shaping_twice_is_shaping_once_and_evidence_stays(number: int, chosen: set[int]) -> None:
    style, draft = Style(tuple(RULES[at] for at in sorted(chosen))), draft_of(varied(number))
    shaped = style.shaped(draft)
    assert style.shaped(shaped) == shaped
    rested = {one.text: one.evidence for section in draft.sections for one in section.sentences}
    for section in shaped.sections:
        assert section.sentences  # no habit empties a section
        assert all(one.evidence == rested[one.text] for one in section.sentences)


def _texts(draft: Draft) -> list[str]:
    return [one.text for section in draft.sections for one in section.sentences]


def test_sections_are_ordered_headed_and_shortened() -> None:
    rules = (Order(first="Plan", second="Subjective"), Heading(before="Plan", after="Next steps"))
    shaped = Style((*rules, Length(section="Subjective", most=2))).shaped(draft_of(DRAFT))
    assert [section.title for section in shaped.sections] == ["Next steps", "Subjective", "Assessment"]
    assert [one.text for one in shaped.sections[1].sentences] == [
        DRAFT[0].texts[0],
        "Client denied suicidal ideation.",  # never left out
    ]


def test_rules_that_contradict_each_other_change_no_order() -> None:
    rules = (Order(first="Plan", second="Assessment"), Order(first="Assessment", second="Plan"))
    assert Style(rules).shaped(draft_of(DRAFT)) == draft_of(DRAFT)


def test_risk_doses_and_scores_are_never_left_out() -> None:
    everything = Style(
        (
            *(Omission(topic=topic) for topic in Topic),
            *(Length(section=part.title, most=1) for part in DRAFT),
        )
    )
    left = _texts(everything.shaped(draft_of(DRAFT)))
    assert "Client denied suicidal ideation." in left
    assert "Client to take sertraline 50 mg in the morning." in left


def test_a_standing_sentence_is_added_once_to_its_section_whatever_that_is_called() -> None:
    style = Style((Heading(before="Plan", after="Next steps"), Addition(section="Plan", text=STANDING)))
    subjective, _, plan = style.shaped(draft_of(DRAFT)).sections
    assert style.added_to(subjective) == ()
    assert style.added_to(plan) == (STANDING,)
    with_it = plan.model_copy(
        update={"sentences": (plan.sentences[0].model_copy(update={"text": STANDING}),)}
    )
    assert style.added_to(with_it) == ()


def test_a_language_model_is_told_the_rules_but_no_sentence_to_add() -> None:
    told = Style(RULES).told
    assert "Writes “pt” for" not in told
    assert "- Shortens “client” to “pt”." in told
    assert STANDING not in told
