"""What the talk may have been of is not told as not discussed; what it was not of still is."""

from __future__ import annotations

import pytest

from live_notes.drafting.in_doubt import NOTHING_PLACED, surely_not, without_doubtful
from live_notes.drafting.layouts import NOT_DISCUSSED
from live_notes.drafting.note import Section

QUIET = (
    "suicide",
    "self-harm",
    "harm to others",
    "abuse",
    "sleep",
    "anxiety",
    "energy and concentration",
    "work or school",
    "physical health",
)


@pytest.mark.parametrize(
    ("line", "spoken_of"),
    [
        ("I've got the contract meeting on the fifteenth and we're doing the Pops.", "work or school"),
        ("The orchestra changed the schedule again.", "work or school"),
        ("There was a rehearsal call and I couldn't get out of it.", "work or school"),
        ("I gave up the farm in March.", "work or school"),
        ("They moved me to another ward and the rota's a mess.", "work or school"),
        ("I make parts for a living.", "work or school"),
        ("My clients keep ringing on a Sunday, it's self-employed or nothing.", "work or school"),
        ("The union rep said to hold off.", "work or school"),
        ("No thoughts of harming yourself at all, or anybody else.", "harm to others"),
        ("Any thoughts of hurting yourself or others?", "harm to others"),
        ("And towards anybody else?", "harm to others"),
        ("If I ever ketch him, I'd lick him down with the mortar.", "harm to others"),
        ("I wanted to slap her on the phone.", "harm to others"),
        ("Is there any wish to hurt someone else, or towards other people?", "harm to others"),
        ("If I get hold of that landlord.", "harm to others"),
        ("I could strangle my brother, so I could.", "harm to others"),
        ("Has anybody ever hit you or frightened you?", "abuse"),
        ("Has she ever raised her hand to you?", "abuse"),
        ("Lisinopril, and the water pill.", "physical health"),
        ("I was carrying it down and my back went.", "physical health"),
        ("My knee's stuffed from the netball, my knee is bad.", "physical health"),
        ("The surgeon wants another look.", "physical health"),
        ("It's just the menopause, the hot flushes.", "physical health"),
        ("He's put me on metformin.", "physical health"),
        ("I've got really dry itchy skin, all over my arms.", "physical health"),
        ("Me eczema is after flaring up again.", "physical health"),
        ("He was throwing up all night, so I was up too.", "physical health"),
        ("It's the tinnitus, it never stops.", "physical health"),
        ("Are you safe in the hostel?", "abuse"),
        ("I'd talk to the safeguarding person.", "abuse"),
        ("In the camp they beat us with a hose, they beat everybody.", "abuse"),
        ("The lads at school were bullying him, and me too.", "abuse"),
        ("I shook her by the shoulders.", "harm to others"),
        ("Social services will have to hear of it.", "harm to others"),
        ("Has it ever been that you'd want to hurt somebody?", "harm to others"),
        ("It'd be better to be dead, I thought.", "suicide"),
        ("The safety plan is still on my phone.", "suicide"),
        ("Have you hurt yourself since then?", "self-harm"),
        ("She's up at three, four in the morning with her handbag.", "sleep"),
        ("My chest is gone tight.", "anxiety"),
        ("I was shaking the whole way home.", "anxiety"),
        ("My head goes blank when he asks.", "energy and concentration"),
    ],
)
def test_what_may_have_been_spoken_of_is_left_out(line: str, spoken_of: str) -> None:
    assert spoken_of not in surely_not(QUIET, (line,))


@pytest.mark.parametrize(
    "line",
    [
        "We had a lovely afternoon in the park with the dog.",
        "I rang my sister and we talked about the garden.",
        "What would you like to look at today?",
        "The kettle's on, sit down.",
        "He said he'd come on Thursday with the van.",
        "It felt good to say it out loud.",
    ],
)
def test_talk_of_none_of_them_leaves_them_all(line: str) -> None:
    assert surely_not(QUIET, (line,)) == QUIET


def test_a_name_without_words_stays() -> None:
    assert surely_not(("goals", "medication"), ("anything at all",)) == ("goals", "medication")


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Trauma", "They beat us in the camp."),
        ("Trauma", "When I hear the keys I am there again, the flashbacks come."),
        ("Trauma", "It looks like what we'd call post-traumatic stress."),
        ("Trauma", "I left because of the war."),
        ("Family history", "My father is dead, he was in prison."),
        ("Family history", "What about family, is it okay to ask?"),
        ("Developmental history", "I grew up beside the sea."),
        ("Legal", "My lawyer wants a letter for the Home Office."),
    ],
)
def test_an_empty_section_that_may_have_been_spoken_of_does_not_say_that_it_was_not(
    title: str, line: str
) -> None:
    empty = Section(title=title, statement=NOT_DISCUSSED)
    assert without_doubtful((empty,), (line,))[0].statement == NOTHING_PLACED
    assert without_doubtful((empty,), ("The kettle's on.",)) == (empty,)


def test_other_statements_and_other_sections_stay() -> None:
    sections = (
        Section(title="Plan", statement=NOT_DISCUSSED),
        Section(title="Trauma", statement="Left to the clinician."),
    )
    assert without_doubtful(sections, ("The war.", "We were tortured.")) == sections
