"""Plans that take several turns: counted up, worked out, turned down, allowed, and for when it comes back."""

from __future__ import annotations

import pytest

from live_notes import NoteFormat
from live_notes.drafting.embedded.planning.assigned_words import OFFERS_A_DAY
from live_notes.drafting.language.words import content_stems
from tests.support.dialogues import drafted_with, texts

BEFORE = (("t", "How was your week?"), ("c", "I was tired and I slept badly most of the nights.")) * 8


async def _plan(*turns: tuple[str, str]) -> str:
    return " ".join(texts(await drafted_with(*BEFORE, *turns, note_format=NoteFormat.BIRP), "Plan"))


@pytest.mark.parametrize(
    "listed",
    [
        "So, we've got: the form, by Tuesday. The pool twice. And the letter to the landlord.",
        "So: worry list at seven, every night. The swim on Saturday. No news after nine.",
        "Right, so this week's plan: the porch every morning. One call to Ada. Lamp off at ten.",
        "Okay, that's the plan: the bus to the market once. Card in the purse. Log it.",
        "So you've got: mirror covered. Photo of lunch each day. The blue dress on Friday.",
        "To recap: the ladder, two rungs. Phone in the hall. The choir on Thursday.",
    ],
)
async def test_a_list_that_is_counted_up_stands_whole(listed: str) -> None:
    told = await _plan(("t", listed), ("c", "Okay."))
    for item in listed.partition(": ")[2].split(". "):
        assert item.rstrip(".").lower() in told.lower()


@pytest.mark.parametrize(
    ("asks", "too_much", "which", "falls"),
    [
        ("Is that too many?", "It is.", "Which goes?", "The letter. I'd only put it off."),
        ("Is three too much?", "Three's too much.", "Which one goes?", "The pool, it's shut till May."),
        ("Is that doable?", "Not all of it.", "What comes off?", "The letter can wait."),
    ],
)
async def test_what_falls_from_a_list_is_told_with_it(
    asks: str, too_much: str, which: str, falls: str
) -> None:
    told = await _plan(
        ("t", f"So, we've got: the form, by Tuesday. The pool twice. And the letter to the landlord. {asks}"),
        ("c", too_much),
        ("t", which),
        ("c", falls),
        ("t", "Then so two. The form, the other one."),
    )
    assert falls in told or "letter to the landlord" not in told


@pytest.mark.parametrize(
    "said",
    [
        "So: that was a hard week.",
        "So, we've got: five minutes left.",
        "So three. Did it stay there?",
        "Okay, so: you felt alone, you were tired, and you went home.",
        "So four. That's where you were last week, wasn't it?",
        "We've got time for one more thing, and then I'll let you go.",
    ],
)
async def test_no_list_is_seen_where_nothing_is_to_be_done(said: str) -> None:
    assert said.split(". ", maxsplit=1)[0].removeprefix("So: ").rstrip(".") not in await _plan(
        ("t", said), ("c", "Mm.")
    )


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (
            (
                ("c", "I'll ring the council tonight."),
                ("t", "Anything that might get in the way tonight?"),
                ("c", "Choir's tonight. So Thursday, on my lunch."),
                ("t", "Thursday, on your lunch."),
            ),
            "So Thursday, on my lunch.",
        ),
        (
            (
                ("t", "So for this week, what would be next?"),
                ("c", "The escalator at the station. Without my sister."),
                ("t", "Once? Twice?"),
                ("c", "Twice. Tuesday and Saturday."),
            ),
            "Twice. Tuesday and Saturday.",
        ),
        (
            (
                ("t", "And the scales, what about the scales?"),
                ("c", "I could stop getting on them."),
                ("t", "All at once? Are you sure?"),
                ("c", "Say not on weekdays."),
                ("t", "Not on weekdays."),
            ),
            "Say not on weekdays.",
        ),
        (
            (
                ("t", "What's the next step?"),
                ("c", "I'd go in the shop."),
                ("t", "When?"),
                ("c", "Monday, after the school run."),
                ("t", "Monday."),
            ),
            "Monday, after the school run.",
        ),
        (
            (
                ("c", "I'm going to write the letter tomorrow."),
                ("t", "Is there anything that'd get in the way?"),
                ("c", "Mum's here tomorrow. Sunday, then."),
            ),
            "Sunday, then.",
        ),
        (
            (
                ("t", "What would you do next?"),
                ("c", "The big supermarket, by myself."),
                ("t", "How often?"),
                ("c", "Three times, not at weekends."),
            ),
            "Three times, not at weekends.",
        ),
    ],
)
async def test_a_step_is_told_to_where_it_was_left(turns: tuple[tuple[str, str], ...], last: str) -> None:
    told = await _plan(*turns)
    assert last in told
    assert "Client to" not in told
    assert "stated that they will" not in told


@pytest.mark.parametrize(
    "turns",
    [
        (("c", "I'll always be tired."), ("t", "When?"), ("c", "At night, mostly.")),
        (("t", "What did you do?"), ("c", "I rang my aunt."), ("t", "When?"), ("c", "On Monday.")),
        (
            ("c", "I could hear him on the stairs."),
            ("t", "How often?"),
            ("c", "Three times, every night."),
        ),
    ],
)
async def test_what_was_or_is_so_is_no_step(turns: tuple[tuple[str, str], ...]) -> None:
    assert turns[-1][1] not in await _plan(*turns)


@pytest.mark.parametrize(
    ("put", "back", "says", "answer"),
    [
        (
            "Could I write to your doctor about the panic?",
            "Would you have to?",
            "I don't have to. I'd like to.",
            "Not yet. I'll tell him when I see him.",
        ),
        (
            "Would you let me ring your sister about this?",
            "Do I have to?",
            "You don't have to. It's up to you.",
            "I'd sooner you didn't. She'd fret.",
        ),
        (
            "Would you do the mirror with me for a minute?",
            "Must I?",
            "You can say no to it.",
            "No. It makes me feel sick.",
        ),
        (
            "Can we put the diary on your phone?",
            "Is it really necessary?",
            "It helps some people, it's not compulsory.",
            "Then paper. I lose my phone.",
        ),
        (
            "Would you bring your mum in next week?",
            "Why would I?",
            "She could hear the plan from you.",
            "I'd rather leave her out of it.",
        ),
        (
            "What about telling your manager?",
            "What for?",
            "So that the mornings could be lighter.",
            "Leave it. I'll see after Easter.",
        ),
    ],
)
async def test_what_is_turned_down_is_told_to_the_end(put: str, back: str, says: str, answer: str) -> None:
    told = await _plan(("t", put), ("c", back), ("t", says), ("c", answer))
    assert answer in told
    assert put in told


@pytest.mark.parametrize(
    ("thought", "leaves", "left"),
    [
        (
            "I'd thought about going up to the ward.",
            "I'd leave that till we've done the other one.",
            "I'll leave it, so.",
        ),
        ("I was thinking of ringing him.", "Let's hold off on that for now.", "Okay, I won't."),
        ("I might look at the photos.", "I'd wait until we've met again.", "I'll wait."),
        ("I was tempted to drive by the house.", "Not yet.", "No, you're right."),
        ("Should I go to the hearing.", "I wouldn't just yet, not before Friday.", "Fine, I'll leave it."),
        ("I had thought about stopping the log.", "Maybe leave it for another time.", "Fair enough, I will."),
    ],
)
async def test_what_was_thought_of_and_left_is_told_so(thought: str, leaves: str, left: str) -> None:
    told = await _plan(("t", "Right."), ("c", thought), ("t", leaves), ("c", left))
    assert f'{thought}" Therapist answered: "{leaves}" Client answered: "{left}"' in told


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("If the thought comes back, what will you do?", "I go down to the kitchen. I wake my mum."),
        ("If it gets worse in the night, who would you ring?", "Ada. Or the surgery in the morning."),
        ("When the urge hits again, what are you going to do?", "Cold water. Then ring Joan."),
        ("What would you do if it got stronger?", "I'd sit with Dad and ring the line."),
        ("And if the voices come back, what's the plan?", "Headphones, then text my worker."),
        ("If you can't keep yourself safe, who do you call?", "My uncle. And then 999."),
    ],
)
async def test_what_will_be_done_if_it_comes_stands_in_the_plan(asked: str, answer: str) -> None:
    told = await _plan(
        ("t", asked), ("c", answer), ("t", "And if nobody's there?"), ("c", "The helpline on the card.")
    )
    assert f'"{answer}" Therapist asked: "If nobody\'s there?" Client answered: "The helpline' in told


async def test_whom_the_clinician_names_on_that_stands_with_it() -> None:
    told = await _plan(
        ("t", "If it gets worse, what will you do?"),
        ("c", "I'd ring here?"),
        ("t", "You can ring here till six. After that it's the crisis line."),
    )
    assert "After that it's the crisis line" in told


@pytest.mark.parametrize(
    "asked",
    [
        "When that picture comes, what do you do?",
        "What did you do when it got worse?",
        "What do you do when the urge comes?",
        "Last time it came back, what did you do?",
    ],
)
async def test_what_is_done_as_it_is_is_no_plan(asked: str) -> None:
    assert "walk round the block" not in await _plan(("t", asked), ("c", "I walk round the block, mostly."))


@pytest.mark.parametrize(
    ("put", "answer"),
    [
        ("I could write to him, with your okay, about the scores.", "You can write. Not about the money."),
        ("I'd like to ring the school, if that's okay.", "You can, yeah. Ask for Miss Obi."),
        ("I'll send the letter to your GP, if you agree.", "That's fine. Leave my brother out."),
        ("And I could talk to your husband, if you're happy with that.", "I'd rather do that."),
        ("I can email your tutor, with your permission.", "Please. Only that I come here."),
        ("I could let the nurse know, if you don't mind.", "Go ahead. She's asked me anyway."),
        ("Would you be able to text her? About the Sunday?", "I could text her. I'd do it from the bus."),
        ("Could you ask the pharmacist? About the taste?", "I can ask. I'm in there Friday."),
        ("Next time, how about staying till it halves?", "I'd try. Not with the kids, though."),
    ],
)
async def test_an_offer_stands_with_its_leave(put: str, answer: str) -> None:
    told = await _plan(("t", put), ("c", answer))
    assert answer.rsplit(". ", maxsplit=1)[-1] in told


@pytest.mark.parametrize(
    "asked",
    [
        "What are you taking away today?",
        "What will you take home with you?",
        "If I was to ask you to sum up?",
        "How would you sum it up?",
        "Where does that leave you?",
        "What's the main thing you'll take from today?",
    ],
)
async def test_steps_that_the_client_takes_away_are_planned(asked: str) -> None:
    said = "Sunday I ring the bank. I tell Ines on Tuesday night, and I'll put the card in the drawer."
    assert "Sunday I ring the bank" in await _plan(("t", asked), ("c", said))
    felt = "That I'm not as alone as I thought, and that my father was only a man."
    assert "only a man" not in await _plan(("t", asked), ("c", felt))


@pytest.mark.parametrize(
    ("put", "answer"),
    [
        ("You just jot it in the notebook, what set it off and how high.", "I will."),
        ("What'd be the words?", "Femi, take the boys on Sunday. I'm going to sleep."),
        ("Which words would you use?", "Dad, I'd like you to listen to me first."),
        ("Do you want to make that a plan, or is that a maybe?", "It's a maybe. The choir's the plan."),
        ("Shall we make it a plan, or wait?", "A plan. Saturday morning, before the shops."),
        ("Keep it going, or is it a burden?", "Keep it. Twice is plenty, don't make it four."),
        ("Do you want to keep that up, or leave it?", "Keep it. Just the mornings, though."),
    ],
)
async def test_what_is_kept_jotted_and_said_stands(put: str, answer: str) -> None:
    told = await _plan(
        ("t", "So for the week ahead, what would you like to do?"),
        ("c", "The walk, I suppose."),
        ("t", put),
        ("c", answer),
    )
    asked = put.replace("What'd", "What would").split("?", maxsplit=1)[0].split(",", maxsplit=1)[0]
    assert set(content_stems(asked)) <= set(content_stems(told))


@pytest.mark.parametrize("asked", ["And the strength?", "The month?", "And the path?", "The bath?"])
def test_a_word_that_ends_like_a_date_is_no_day(asked: str) -> None:
    assert OFFERS_A_DAY.match(asked) is None


@pytest.mark.parametrize("asked", ["The tenth?", "And the twenty-fourth?", "The fifth at two?", "The ninth?"])
def test_a_date_is_a_day(asked: str) -> None:
    assert OFFERS_A_DAY.match(asked)


async def test_what_the_client_wants_is_no_suggestion_of_the_clinician() -> None:
    told = await _plan(
        ("t", "Who's on the list for this week?"),
        ("c", "Mum, Bola, my uncle. Leave my uncle out."),
        ("t", "Leave my uncle out?"),
        ("c", "He shouts. Put Ada on."),
        ("t", "Ada instead of your uncle."),
    )
    assert 'suggested: "Leave my uncle out' not in told


async def test_the_answer_to_what_broke_off_is_no_answer_to_the_step() -> None:
    told = await _plan(
        ("t", "I'll let Dr Sule know on Monday, she's seeing you on..."), ("c", "I don't know. Mum knows.")
    )
    assert "I don't know" not in told


@pytest.mark.parametrize(
    ("said", "verb"),
    [
        ("It's down four. That's in the mild range now, so it's going the right way.", "formulated"),
        ("It's still in the moderate range, but it's going the right way.", "formulated"),
    ],
)
async def test_how_a_score_went_is_no_formulation(said: str, verb: str) -> None:
    note = await drafted_with(
        *BEFORE, ("t", said), ("c", "That's good to hear."), note_format=NoteFormat.BIRP
    )
    assert f'{verb}: "{said[:9]}' not in " ".join(texts(note, "Intervention"))
