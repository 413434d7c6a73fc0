"""What reads as broken is quoted or left out, and nobody is told to have answered what they did not."""

from __future__ import annotations

import pytest

from live_notes import Preferences, Sentence
from live_notes.drafting.checks import check_sentence
from live_notes.drafting.embedded.acting.acts import client_kind
from live_notes.drafting.embedded.acting.findings import is_of_everybody
from live_notes.drafting.embedded.hearing.cleaning import clean
from live_notes.drafting.embedded.hearing.units import units_of
from live_notes.drafting.embedded.telling.last_look import is_no_answer, reads_broken, says_nothing
from live_notes.drafting.formats import Kind
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.mentions import find_risks
from live_notes.request import lines_from_transcript
from tests.support.dialogues import drafted_with, said, texts


async def told(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*turns)))


@pytest.mark.parametrize(
    "text",
    [
        "Client reported that they are their knees are swollen now.",
        "Client reported that they could probably they do not know.",
        "Client reported that they do not know if they do not know if they should move.",
        "Client reported that their main worry is money that's.",
        "Client reported that they have not, they felt a bit chilly.",
        "Client reported that they will stay away from pubs where the darts are on, even though.",
        "Client reported that they read up on it and but other families manage.",
        "Client reported that they only use it when they have a bit of.",
        "Therapist assessed that it sounds from what client has said about the fear.",
        "Therapist assessed that client's main goal is really.",
    ],
)
def test_what_is_begun_twice_or_left_open_is_seen(text: str) -> None:
    assert reads_broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Client reported that if they could, they would sleep all day.",
        "Client reported that they do as much as they can, they said.",
        "Client reported that whenever they do, they feel lighter.",
        "Client reported that they know what it is.",
        "Client reported that the two times that they did, they were late.",
        'Client stated: "I could I just and but the."',
        "Client reported that they are a nurse; and they are on nights.",
        "Client reported that they have a lot to be grateful for.",
    ],
)
def test_what_only_looks_so_is_left_alone(text: str) -> None:
    assert not reads_broken(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ('When asked how they will tell their landlord, client answered: "Yeah."', True),
        ('When asked "What would your week look like?", client answered: "Gosh."', True),
        ('Regarding work, client answered: "Um, well."', True),
        ('When asked whether they have told their landlord, client answered: "Yeah."', False),
        ('When asked how they will tell their landlord, client answered: "By letter."', False),
    ],
)
def test_a_sound_answers_no_open_question(text: str, none: bool) -> None:
    assert is_no_answer(text) is none


def test_a_yes_in_the_words_of_a_question_that_names_nothing_is_left_out() -> None:
    assert says_nothing("When asked whether they agree, client reported that they agree.")
    assert not says_nothing("When asked whether they smoke, client reported that they do not smoke.")


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("I don't, we don't row every night.", "we don't row every night."),
        ("I can't, I really can't face the ward.", "I really can't face the ward."),
        ("I had I've noticed a rash.", "I've noticed a rash."),
        ("She said the these tablets help.", "She said these tablets help."),
        ("If I can't, he can't go either.", "If I can't, he can't go either."),
        ("I never moaned about the job I had, I had a grand job.", "the job I had, I had a grand job."),
        ("I had, I had a rough night.", "I had a rough night."),
        ("Whatever breaks breaks.", "Whatever breaks breaks."),
    ],
)
def test_a_clause_begun_anew_is_told_once(spoken: str, written: str) -> None:
    assert clean(spoken).endswith(written)


async def test_what_reads_as_broken_is_quoted() -> None:
    note = await told(
        ("t", "What has changed with the tablets?"),
        ("c", "I'm my ankles are swollen since the new tablets. I stopped the walking club in March."),
    )
    assert "they are their" not in note
    assert "she is her" not in note


async def test_a_listening_noise_within_a_question_is_no_answer_to_it() -> None:
    turns = [
        {"id": "a", "role": "clinician", "text": "I have a leaflet about the choir and it's-"},
        {"id": "b", "role": "client", "text": "Mm-hmm."},
        {"id": "c", "role": "clinician", "text": "-on Mondays. Would you be willing to see our dietitian?"},
        {"id": "d", "role": "client", "text": "What would she do?"},
    ]
    within = [unit.exact for unit in units_of(lines_from_transcript(turns)) if unit.within]
    assert within == ["Mm-hmm."]
    note = await told(*(("c" if one["role"] == "client" else "t", one["text"]) for one in turns))
    assert 'dietitian?" Client answered: "Mm-hmm' not in note


async def test_each_answer_stays_with_its_own_question() -> None:
    note = await told(
        ("t", "So you have a sponsor who picks up the phone whenever you are tempted to gamble?"),
        ("c", "Yep."),
        ("t", "Okay. Anything else?"),
        ("c", "Nope."),
    )
    assert "yes, nope" not in note


@pytest.mark.parametrize(
    ("put", "answer", "agreed"),
    [
        ("I think you really need to stop gambling.", "Yeah. I mean, it's everywhere you look.", False),
        ("You feel guilty about the gambling and the lies at home.", "Yeah. I mean, sometimes.", False),
        ("You feel guilty about the gambling and the lies at home.", "Exactly. Every day.", True),
    ],
)
async def test_a_lukewarm_yes_and_a_yes_to_advice_are_no_agreement(
    put: str, answer: str, agreed: bool
) -> None:
    note = await told(("c", "I lost the rent at the bookies."), ("t", put), ("c", answer))
    assert ("agreed that" in note) is agreed


@pytest.mark.parametrize(
    ("spoken", "retold"),
    [
        ("If my gran had seen the tattoo, she would've murdered me.", "murdered her"),
        ("The drivers think I have a rod up my backside about the rota.", "rod up her"),
        ("Since this brilliant new rule at the depot, I walk three miles at dawn.", "she walks"),
        ("My twin and I get on, but we're two different animals.", "they are two"),
        ("I was told at the club that everyone who eats meat is a monster.", "she was told"),
    ],
)
async def test_what_is_not_meant_word_for_word_is_quoted(spoken: str, retold: str) -> None:
    note = await told(("t", "What happened then?"), ("c", spoken))
    assert retold not in note


async def test_what_somebody_might_say_is_nothing_the_clinician_guided_to() -> None:
    note = await told(
        (
            "t",
            "It has helped others to take a calendar and just write it down, okay, I'm gonna run four miles "
            "this day, I'm gonna swim this other day, and stick it on the fridge door at home.",
        ),
        ("c", "Right."),
    )
    assert "guided" not in note


async def test_a_bare_check_is_told_with_what_it_checks() -> None:
    note = await told(
        ("c", "I took the van because the last bus had gone, and the police stopped me."),
        ("t", "You took the van because the bus had gone, and the police stopped you. Did I get that right?"),
        ("c", "That's right."),
    )
    assert 'understanding: "Did I' not in note


@pytest.mark.parametrize(
    ("words", "teaching"),
    [
        ("Unfortunately, people who skip meals at night are more likely to feel low the next day.", True),
        ("Some patients find that the headaches come back after a week without coffee.", True),
        ("Everyone who joins the choir here, we'd like them to pick two songs in the first month.", False),
        ("People at work seem to be leaning on you because you never say no.", False),
    ],
)
def test_what_is_so_of_everybody_is_taught_and_not_assessed(words: str, teaching: bool) -> None:
    assert is_of_everybody(words) is teaching


async def test_what_is_asked_for_now_is_no_step() -> None:
    note = await told(
        ("t", "How about if you share with me what you know about insulin?"),
        ("c", "It brings the sugar down, and I was told to rotate where I put it."),
    )
    assert "Client to share" not in note
    assert "to share with" not in note


async def test_half_of_a_correction_does_not_stand_alone() -> None:
    note = await told(
        ("t", "Tell me about the weekends."),
        ("c", "I go clubbing in Leeds every weekend. Well, not clubbing, but we sit in the bar till late."),
    )
    assert "reported that she goes clubbing in Leeds every weekend." not in note
    assert "reported that they go clubbing in Leeds every weekend." not in note


async def test_what_was_heard_badly_gives_way_to_what_was_said_again() -> None:
    note = await told(
        ("t", "Do you have any allergies at all?"),
        ("c", "I have a rattlesnake."),
        ("t", "Sorry, could you say that again?"),
        ("c", "I react to latex, it brings me out in welts."),
    )
    assert "rattlesnake" not in note
    assert "latex" in note


@pytest.mark.parametrize(
    "spoken",
    [
        "I'm not here to talk about my drinking.",
        "I don't drink that much.",
        "We don't get falling down drunk or anything, not that drunk.",
    ],
)
def test_how_much_is_denied_or_talking_of_it_is_no_denial_of_use(spoken: str) -> None:
    turns = [
        {"role": "clinician", "text": "How many drinks would you have over a week?"},
        {"role": "client", "text": spoken},
    ]
    items = find_risks(lines_from_transcript(turns))
    assert not [
        item for item in items if item.kind is RiskKind.SUBSTANCE_USE and item.status is RiskStatus.DENIED
    ]


def test_a_list_of_what_one_keeps_out_of_is_not_reported() -> None:
    turns = [
        {
            "role": "client",
            "text": "We don't get into fights, and possibly sexual assaults and things like that.",
        }
    ]
    items = find_risks(lines_from_transcript(turns))
    assert not [item for item in items if item.status is RiskStatus.REPORTED]


@pytest.mark.parametrize(
    ("spoken", "commits"),
    [
        ("Whenever I'm low, I'll ring the helpline next week or so.", False),
        ("Even when I'm on my break, I'll walk to the canal tomorrow and I try to breathe.", False),
        ("I'll make it short, I'll tell you about tomorrow's hearing.", False),
        ("I'll ring the helpline tomorrow.", True),
    ],
)
def test_a_will_of_habit_and_of_the_talk_is_no_intention(spoken: str, commits: bool) -> None:
    unit = units_of(lines_from_transcript([{"role": "client", "text": spoken}]))[0]
    assert (client_kind(unit, after_intervention=False) is Kind.PLAN) is commits


@pytest.mark.parametrize(
    ("put", "step"),
    [
        ("I want you to know that I'm worried about the gambling.", False),
        ("Let's talk about that so we should just assume the worst of it.", False),
        ("In terms of being patient and the sort of space you're going to need.", False),
        ("In terms of the swelling in your ankle, we can try an ice pack every night.", True),
        ("I want you to keep a log of the headaches until next week.", True),
    ],
)
async def test_what_is_told_or_done_at_once_is_no_step(put: str, step: bool) -> None:
    note = await drafted_with(("c", "I gamble when I'm on my own."), ("t", put), ("c", "Okay."))
    assert bool(texts(note, "Plan")) is step


async def test_a_question_of_stopping_is_asked_in_full() -> None:
    note = await told(("t", "Have you ever tried stopping smoking?"), ("c", "No, not really."))
    assert "asked about smoking" not in note


async def test_the_day_from_which_a_time_counts_is_kept() -> None:
    note = await told(
        ("t", "How about if I have you book a scan for three weeks from now and then I'll see you after it?"),
        ("c", "Okay."),
    )
    assert "weeks from;" not in note


def test_what_a_speaker_takes_up_after_a_dash_was_said_together() -> None:
    talk = said(
        ("t", "You can just stop lending money to-"),
        ("c", "Mm-hmm."),
        ("t", "-the cousins who gamble at the track."),
        ("t", "You can just stop lending money to."),
        ("t", "The cousins who gamble at the track."),
    )
    known = {line.id: line for line in talk.lines}
    order = {line.id: at for at, line in enumerate(talk.lines)}

    def flagged(text: str, *evidence: str) -> bool:
        checked = check_sentence(Sentence(text=text, evidence=evidence), known, order, Preferences())
        return checked is None or bool(checked.flags)

    told = (
        "Therapist explained that client can just stop lending money to the cousins who gamble at the track."
    )
    assert not flagged(told, "s1", "s3")
    assert flagged(told, "s4", "s5")
