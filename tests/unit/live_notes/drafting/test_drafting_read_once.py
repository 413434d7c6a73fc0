"""What was read as spoken is not read again where the masked words are the same, and comes out no other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from live_notes import EvidenceLine, Speaking
from live_notes.drafting.embedded.hearing.units import units_of

SAID = (
    "Um, I've been sleeping badly. Maria called, and I, I didn't answer",
    "and so I went for a walk because it helps me",
    "How has the sleep been? okay?",
    "mm-hmm",
    "I take 50 mg of sertraline every morning, Maria reminds me.",
)


@given(st.lists(st.sampled_from(SAID), min_size=1, max_size=8), st.sampled_from(["Maria", "I", "sleep", "-"]))
def test_units_read_once_are_not_read_otherwise_the_second_time(texts: list[str], name: str) -> None:
    spoken = [
        EvidenceLine(f"s{n}", "t", Speaking.CLIENT, 5.0 * n, 5.0 * n + 4, text)
        for n, text in enumerate(texts)
    ]
    masked = [replace(line, spoken=line.spoken.replace(name, "[PERSON_1]")) for line in spoken]
    assert units_of(masked, units_of(spoken)) == units_of(masked)
