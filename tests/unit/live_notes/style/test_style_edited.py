"""What a clinician does to their style by hand, and the style as a file."""

from __future__ import annotations

import pytest

from live_notes.style import (
    NO_STYLE,
    Profile,
    RuleRefused,
    emptied,
    exported,
    rewritten,
    style_from,
    text_of,
    turned,
    without,
)
from live_notes.style.limits import ENOUGH_SESSIONS
from live_notes.style.rules import Voice
from retention.errors import BadInput, NotFound
from tests.support.style_sessions import STANDING, after_sessions


@pytest.fixture
def profile() -> Profile:
    return after_sessions(ENOUGH_SESSIONS)


def named(profile: Profile, text: str) -> str:
    return next(one.id for one in profile.rules if text_of(one.rule) == text)


def test_a_rule_that_is_off_does_not_work_and_can_be_turned_on(profile: Profile) -> None:
    rule = named(profile, "Shortens “client” to “pt”")
    off = turned(profile, rule, False)
    assert "Pt" not in off.style.worded("Client reported pain.")
    assert turned(off, rule, True).style == profile.style


def test_a_rule_written_by_hand_works_whatever_is_seen(profile: Profile) -> None:
    rule = named(profile, "Shortens “client” to “pt”")
    by_hand = rewritten(profile, rule, "patient")
    assert by_hand.style.worded("Client left.") == "Patient left."
    later = after_sessions(6, by_hand)
    assert later.style.worded("Client left.") == "Patient left."


@pytest.mark.parametrize("text", ["Marigold", "he", "client 2", "not the client", ""])
def test_what_no_style_may_hold_can_t_be_written_either(profile: Profile, text: str) -> None:
    with pytest.raises(RuleRefused) as refused:
        rewritten(profile, named(profile, "Shortens “client” to “pt”"), text)
    assert "Marigold" not in str(refused.value)


def test_some_rules_have_nothing_to_write(profile: Profile) -> None:
    voice = next(
        one.id for one in profile.rules if isinstance(one.rule, Voice) and one.rule.tense == "present"
    )
    with pytest.raises(BadInput):
        rewritten(profile, voice, "past")
    with pytest.raises(NotFound):
        turned(profile, "rule_999", False)


def test_a_deleted_rule_is_forgotten_and_learned_anew_only_if_it_goes_on(profile: Profile) -> None:
    rule = named(profile, "Shortens “client” to “pt”")
    left = without(profile, rule)
    assert "Shortens “client” to “pt”" not in {text_of(one.rule) for one in left.rules}
    assert "Shortens “client” to “pt”" in {text_of(one.rule) for one in after_sessions(3, left).shown}


def test_deleting_all_leaves_nothing_but_whether_to_learn(profile: Profile) -> None:
    off = profile.model_copy(update={"learning": False})
    assert emptied(off, "new") == Profile(salt="new", learning=False)


def test_an_exported_style_works_elsewhere_and_holds_no_fingerprint(profile: Profile) -> None:
    file = exported(turned(profile, named(profile, f"Adds “{STANDING}” to Plan"), False))
    assert set(file) == {"attune_style", "sessions", "rules"}
    assert profile.salt not in str(file["rules"])
    style = style_from(file)
    assert style.worded("Client reported that it helps.") == "Pt reports it helps."
    assert STANDING not in str(style.rules)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"attune_style": 2, "rules": []},
        {
            "attune_style": 1,
            "rules": [{"rule": {"kind": "wording", "before": "Marigold", "after": "client"}}],
        },
        {"attune_style": 1, "rules": [{"rule": {"kind": "spell", "text": "Marigold"}}]},
    ],
)
def test_a_file_that_is_no_style_is_refused_without_its_words(value: object) -> None:
    with pytest.raises(BadInput) as refused:
        style_from(value)
    assert "Marigold" not in str(refused.value)


def test_an_empty_style_changes_nothing() -> None:
    assert style_from({"attune_style": 1, "rules": []}) == NO_STYLE
