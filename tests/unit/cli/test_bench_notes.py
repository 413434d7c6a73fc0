"""How near two notes come: ROUGE as it is defined, and what a drafter is compared with."""

from __future__ import annotations

import pytest

from bench.drafting.baselines import longest, whole
from bench.drafting.lengths import WORDS_A_MINUTE, session_of
from bench.drafting.rouge import rouge1, rouge2, rouge_lsum
from bench.drafting.scoring import drafted_of, scores_of
from bench.drafting.visits import Visit, turns_of

TALK = (
    "[doctor] how have you been sleeping ? [patient] i have been sleeping about four hours a night lately . "
    "[doctor] let's practice slow breathing together now . [patient] that helped me a lot , thank you ."
)


def test_rouge_counts_the_words_and_pairs_two_texts_share() -> None:
    one, other = "Client slept well, well.", "The client slept badly"
    score = rouge1(one, other)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)
    assert rouge2(one, other).f1 == pytest.approx(1 / 3)
    assert rouge1("", "anything").f1 == 0.0


def test_lsum_takes_lines_for_sentences_whatever_their_order() -> None:
    reference = "the client slept badly\nshe walks every day"
    assert rouge_lsum("she walks every day\nthe client slept badly", reference).f1 == 1.0
    assert rouge_lsum("day every walks she\nthe client slept badly", reference).recall == pytest.approx(5 / 8)


def test_the_baselines_are_the_turns_themselves() -> None:
    visit = Visit("here", turns_of(" ".join(f"[doctor] {'word ' * n}" for n in range(1, 15))))
    assert len(whole(visit).splitlines()) == 14
    assert [len(line.split()) for line in longest(visit).splitlines()] == list(range(3, 15))


async def test_what_was_drafted_is_counted() -> None:
    visits = [Visit("noted", turns_of(TALK), "Patient sleeps four hours."), Visit("other", turns_of(TALK))]
    scores = scores_of(await drafted_of(visits, "birp", {}))
    assert (scores.visits, scores.drafted, scores.evidence) == (1, 2, 100.0)
    assert scores.interventions == 100.0
    assert scores.rouge is not None
    assert scores.rouge.rouge1 > 0


def test_a_session_is_as_long_as_it_is_wanted() -> None:
    turns = session_of([Visit("here", turns_of(TALK))], 2)
    words = sum(len(str(turn["text"]).split()) for turn in turns)
    assert 2 * WORDS_A_MINUTE <= words < 2 * WORDS_A_MINUTE + 20
    assert len({turn["id"] for turn in turns}) == len(turns)
