"""Risk in what a clinician wrote, with their shorthand."""

from __future__ import annotations

import pytest

from live_notes import (
    lines_from_summary,
)
from live_notes.drafting.risk.mentions import find_risks


def statuses(text: str, kind: str = "suicide") -> set[str]:
    return {one.status.value for one in find_risks(lines_from_summary(text)) if one.kind.value == kind}


@pytest.mark.parametrize(
    "text",
    [
        "No SI.", "no si", "No SI/HI.", "denies SI/HI", "SI denied.", "SI/HI: denied", "SI: none", "-SI",
        "(-) SI/HI", "neg SI/HI/AVH", "no thoughts of suicide", "No safety concerns.", "not suicidal",
        "Assessed SI: denied.", "Denies suicidal or homicidal thoughts.", "niega SI",
        "Client denied any thoughts of wanting to die.", "denied SI, HI and self-harm",
        "Asked him about suicide and he said no, my daughter would never forgive me.",
        "Suicidal ideation: none reported.", "Safety: no concerns", "No panic, insomnia, or SI.",
        "Denies hoping not to wake up.", "Denied wishing she were dead.", "Thoughts of suicide denied.",
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
        "Sometimes thinks it would be easier not to wake up, but would never hurt herself.",
        "Prays not to wake up.", "Wishes she was dead at times.", "Passive SI, denied any plan.",
        "Endorsed SI, denied means or access.",
        "Passive thoughts of not wanting to be here; denied plan or intent.",
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
        'Ct denied SI but said "what is the point".',
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


def test_a_blow_by_a_stepparent_is_abuse() -> None:
    said = 'She stated that her stepfather "gets in my face" and shoved her into a door.'
    assert statuses(said, "abuse") == {"reported"}


def test_who_is_named_may_have_hurt_the_client() -> None:
    assert statuses("Jo hit her in May.", "abuse") == {"unclear"}
    assert statuses("She disclosed that Jo grabbed her arm.", "abuse") == {"reported"}
    assert statuses("Client hit her pillow. He broke his arm.", "abuse") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Client feels safe at home.", {"denied"}),
        ("Both feel safe at home.", {"denied"}),
        ("Client does not feel safe at home.", {"reported"}),
        ("Asked if she feels safe at home.", {"unclear"}),
        ("Unsure whether she feels safe with him.", {"unclear"}),
    ],
)
def test_who_feels_safe_denies_harm(text: str, found: set[str]) -> None:
    assert statuses(text, "abuse") == found
