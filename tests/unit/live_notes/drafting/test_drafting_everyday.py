"""What is said not to have been discussed was not, in whatever words; and what was not is said."""

from __future__ import annotations

import pytest

from live_notes.drafting.domains import untouched


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("I'm shattered by three in the afternoon.", "energy and concentration"),
        ("I read the same page over and over, it's all foggy.", "energy and concentration"),
        ("My jeans are loose and I've skipped lunch most days.", "appetite"),
        ("She's put on half a stone.", "appetite"),
        ("I've been snappy and fed up.", "mood"),
        ("I was petrified the whole way.", "anxiety"),
        ("My bloods were off, so the GP wants a scan.", "physical health"),
        ("Pressure was a bit high again.", "physical health"),
        ("I've a lecture at nine and my supervisor hates the draft.", "work or school"),
        ("Two cans? No, a six-pack, and a joint.", "substance use"),
        ("Did you use the safe place and the container?", "coping and homework"),
        ("Just jot it down every evening.", "coping and homework"),
        ("What did you want out of coming here?", "goals"),
        ("I just want to be able to sit through a film.", "goals"),
        ("I nod off about two and I'm up all night otherwise.", "sleep"),
        ("Me and the missus had words.", "relationships and support"),
    ],
)
def test_everyday_words_show_that_it_was_spoken_of(words: str, domain: str) -> None:
    assert domain not in untouched([words])
    assert domain in untouched(["The room is warm."])


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("No worries, see you then.", "anxiety"),
        ("It stays in here unless I'm worried about you.", "anxiety"),
        ("I'm afraid the Tuesday is taken.", "anxiety"),
        ("You're a plumber, from memory.", "energy and concentration"),
        ("I'm just tired of him.", "energy and concentration"),
        ("That works for me.", "work or school"),
        ("So, the homework from last week.", "work or school"),
        ("Good job!", "work or school"),
        ("I'll walk out with you.", "coping and homework"),
        ("Take a breath.", "physical health"),
        ("Happy birthday for Sunday.", "mood"),
    ],
)
def test_the_words_of_other_things_do_not(words: str, domain: str) -> None:
    assert domain in untouched([words])
