"""How a section's habitual length is found: what bounds it from above and from below, and what never does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from live_notes.style import Observation, Part, Profile, Standing, learned, observed, standing
from live_notes.style.limits import ENOUGH_SESSIONS, LATEST
from live_notes.style.observing import Shortening
from live_notes.style.rules import Keeping, Length, Omission
from live_notes.style.topics import Topic

SECTION = "Subjective"
MATTERS = (
    "sleep was poor", "work felt heavy and slow", "walks help in the morning", "the move was hard to bear",
    "meals are skipped", "friends called twice", "reading is a comfort", "the garden rests them",
    "the commute tires them", "cooking went well", "the choir starts again", "evenings are long",
)  # fmt: skip


def shortening(
    drafted: int, kept: int, offered: int | None = None, *, first: bool = True, longest: bool = False
) -> Shortening:
    return Shortening(SECTION, drafted, drafted if offered is None else offered, kept, first, longest)


def after(shown: Iterable[Shortening], profile: Profile | None = None, clients: int = 100) -> Profile:
    """A profile after these sessions, each with the next of so many clients."""
    profile = profile or Profile(salt="test")
    for one in shown:
        who = f"client {profile.sessions % clients}"
        profile = learned(profile, Observation(lengths=(one,)), who)
    return profile


def length(profile: Profile) -> Length | None:
    """The length that works."""
    return next((rule for rule in profile.style.rules if isinstance(rule, Length)), None)


def draft(count: int) -> Part:
    return Part(SECTION, tuple(f"Client reported that {matter}." for matter in MATTERS[:count]))


def session(profile: Profile, drafted: Part, signed: Sequence[str]) -> Profile:
    """A profile after a session in which this was signed for that draft."""
    seen = observed([drafted], [Part(SECTION, tuple(signed))], profile.known, style=profile.style)
    return learned(profile, seen, f"client {profile.sessions}")


HABIT = (shortening(12, 7), shortening(10, 7), shortening(15, 7))


def test_three_cuts_to_about_the_same_length_make_it_a_rule() -> None:
    assert length(after(HABIT[:2])) is None
    assert length(after(HABIT, clients=1)) is None
    assert length(after(HABIT)) == Length(section=SECTION, most=7)


@pytest.mark.parametrize("others", [0, 1, 5, 2 * LATEST])
def test_a_cut_that_was_made_once_never_becomes_a_rule(others: int) -> None:
    uncut = [shortening(10, 10)] * others
    profile = after([*uncut, shortening(12, 3), *uncut])
    assert length(profile) is None
    assert profile.shown == ()


def test_longer_sections_that_were_left_alone_speak_against_a_shorter_length() -> None:
    assert length(after([*HABIT, *[shortening(11, 11)] * 2])) is None
    assert length(after([*HABIT, *[shortening(6, 6)] * 2])) == Length(section=SECTION, most=7)


def test_one_deep_cut_does_not_shorten_a_rule_at_work() -> None:
    assert length(after([*HABIT, shortening(12, 2, offered=7)])) == Length(section=SECTION, most=7)


def test_a_habit_that_became_shorter_is_followed() -> None:
    profile = after([shortening(12, 4, offered=7)] * LATEST, after(HABIT))
    assert length(profile) == Length(section=SECTION, most=4)


def test_drafts_that_a_rule_shortened_never_make_it_shorter() -> None:
    profile = after(HABIT)
    for number in range(3 * LATEST):
        fewer = 7 - number % 3  # kinds that went, and sentences that must stay, take places of the seven
        profile = after([shortening(14, fewer, offered=fewer)], profile)
        assert length(profile) == Length(section=SECTION, most=7)


def test_what_a_clinician_puts_back_ends_a_length_and_makes_a_longer_one() -> None:
    put_back = [shortening(12, 10, offered=7)] * LATEST
    assert length(after(put_back[:2], after(HABIT))) is None
    assert length(after(put_back, after(HABIT))) == Length(section=SECTION, most=10)


def test_sessions_that_say_nothing_of_a_length_do_not_push_out_those_that_do() -> None:
    profile = after([shortening(4, 4)] * 2 * LATEST, after(HABIT))
    assert length(profile) == Length(section=SECTION, most=7)
    assert len(profile.lengths) == LATEST


def test_who_picks_sentences_for_what_they_say_has_no_habitual_length() -> None:
    picked = [shortening(12, 7, first=False), shortening(10, 7, first=False), shortening(15, 7, first=False)]
    (rule,) = after(picked * 3).rules
    assert standing(rule) is Standing.EMERGING


def test_the_longest_stay_where_cuts_of_whole_drafts_show_it_and_one_cut_does_not_turn_that_round() -> None:
    longest = [shortening(12, 7, first=False, longest=True)] * ENOUGH_SESSIONS
    profile = after([*longest, shortening(14, 6, offered=7)])
    assert length(profile) == Length(section=SECTION, most=7, keeping=Keeping.LONGEST)


def test_what_was_seen_tells_which_sentences_stay() -> None:
    texts = draft(9).texts
    by_size = sorted(texts, key=lambda text: -len(text.split()))
    picked = [text for text in texts if text in by_size[:5]]
    for signed, which in ((texts[:5], (True, False)), (picked, (False, True)), (texts[::2], (False, False))):
        (seen,) = observed([draft(9)], [Part(SECTION, tuple(signed))]).lengths
        assert (seen.kept, seen.first, seen.longest) == (5, *which)


def test_a_sentence_told_in_quite_other_words_was_not_left_out() -> None:
    texts = draft(6).texts
    signed = [*texts[:2], "Zanzibar and her 3 terriers were on their mind.", *texts[3:]]
    (seen,) = observed([draft(6)], [Part(SECTION, tuple(signed))]).lengths
    assert (seen.offered, seen.kept) == (6, 6)


def test_what_went_with_its_kind_says_nothing_of_a_length_even_where_no_style_may_leave_it_out() -> None:
    asked = (
        'When asked "how was the week?", client answered: "fine."',
        'When asked "on a scale of 1 to 10, how heavy is it?", client reported an 8.',
    )
    drafted = Part(SECTION, (*asked, *draft(4).texts))
    profile = Profile(salt="test")
    for _ in range(ENOUGH_SESSIONS):
        profile = session(profile, drafted, draft(4).texts)
    assert Omission(topic=Topic.QUESTION) in profile.style.rules
    assert length(profile) is None
    assert {(one.drafted, one.kept) for one in profile.lengths} == {(4, 4)}
