"""The retention policy, as a function of state and time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention import BadInput, RetentionPolicy, RetentionWarning, TranscriptFacts, Why, decide
from retention.policy import LONGEST_LIFE, Destroy, Keep

BORN = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LIVES = st.timedeltas(min_value=timedelta(minutes=1), max_value=LONGEST_LIFE)
AGES = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=30))
ORDER = [RetentionWarning.NONE, RetentionWarning.DAY5, RetentionWarning.DAY6]


@given(LIVES, AGES)
def test_an_unsigned_transcript_lives_exactly_its_life(life: timedelta, age: timedelta) -> None:
    verdict = decide(RetentionPolicy(life), TranscriptFacts(BORN), BORN + age)
    assert isinstance(verdict, Destroy) == (age >= life)
    if isinstance(verdict, Destroy):
        assert verdict.why is Why.EXPIRED
    else:
        assert verdict.until == BORN + life


@given(LIVES, AGES, AGES)
def test_once_it_has_to_go_no_later_time_brings_it_back(
    life: timedelta, age: timedelta, more: timedelta
) -> None:
    policy, facts = RetentionPolicy(life), TranscriptFacts(BORN)
    if isinstance(decide(policy, facts, BORN + age), Destroy):
        assert isinstance(decide(policy, facts, BORN + age + more), Destroy)


@given(LIVES, AGES, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_any_reason_destroys_at_any_age(
    life: timedelta, age: timedelta, signed: bool, withdrawn: bool, requested: bool, key_gone: bool
) -> None:
    facts = TranscriptFacts(BORN, signed, withdrawn, requested, key_gone=key_gone)
    verdict = decide(RetentionPolicy(life), facts, BORN + age)
    if signed or withdrawn or requested or key_gone:
        assert isinstance(verdict, Destroy)
        assert verdict.why is not Why.EXPIRED
    if signed:
        assert verdict == Destroy(Why.SIGNED)


@given(LIVES, AGES, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_a_hold_outlasts_every_reason_but_a_lost_key(
    life: timedelta, age: timedelta, signed: bool, withdrawn: bool, requested: bool, key_gone: bool
) -> None:
    facts = TranscriptFacts(BORN, signed, withdrawn, requested, held=True, key_gone=key_gone)
    verdict = decide(RetentionPolicy(life), facts, BORN + age)
    assert isinstance(verdict, Destroy) == key_gone
    if isinstance(verdict, Keep):
        assert (verdict.until, verdict.warning) == (None, RetentionWarning.HELD)


@given(LIVES, AGES, AGES)
def test_warnings_only_ever_get_sharper(life: timedelta, one: timedelta, other: timedelta) -> None:
    policy, facts = RetentionPolicy(life), TranscriptFacts(BORN)
    early, late = (decide(policy, facts, BORN + age) for age in sorted((one, other)))
    if isinstance(early, Keep) and isinstance(late, Keep):
        assert ORDER.index(early.warning) <= ORDER.index(late.warning)


@given(LIVES, LIVES, AGES)
def test_a_shorter_setting_never_keeps_longer(one: timedelta, other: timedelta, age: timedelta) -> None:
    short, long = sorted((one, other))
    if isinstance(decide(RetentionPolicy(long), TranscriptFacts(BORN), BORN + age), Destroy):
        assert isinstance(decide(RetentionPolicy(short), TranscriptFacts(BORN), BORN + age), Destroy)


@pytest.mark.parametrize(
    ("days", "warning"),
    [(0, "none"), (4.99, "none"), (5, "day5"), (5.99, "day5"), (6, "day6"), (6.99, "day6")],
)
def test_of_seven_days_the_fifth_and_the_sixth_warn(days: float, warning: str) -> None:
    verdict = decide(RetentionPolicy(), TranscriptFacts(BORN), BORN + timedelta(days=days))
    assert isinstance(verdict, Keep)
    assert verdict.warning == warning


@pytest.mark.parametrize("days", [0, -1, 7.001, 8, 365])
def test_configuration_can_only_shorten(days: float) -> None:
    with pytest.raises(BadInput):
        RetentionPolicy(timedelta(days=days))


def test_the_version_names_the_setting() -> None:
    assert RetentionPolicy().version == "retention-1/604800s"
    assert RetentionPolicy(timedelta(days=1)).version == "retention-1/86400s"
