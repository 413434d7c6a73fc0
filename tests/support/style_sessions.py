"""Small notes and the way an invented clinician changes them, for tests of the style."""

from __future__ import annotations

from live_notes.drafting.note import Draft, Section, Sentence
from live_notes.style import NO_STYLE, Part, Profile, learned, observed

DRAFT = (
    Part(
        "Subjective",
        (
            "Client reported that sleep has been poor since the move.",
            "Client reported that work feels heavy and slow.",
            'Client stated: "it rained all week."',
            "Client denied suicidal ideation.",
            "Client confirmed that the walks help.",
        ),
    ),
    Part("Assessment", ("Therapist formulated that the low mood follows the move.",)),
    Part("Plan", ("Client to take sertraline 50 mg in the morning.", "Client to keep a sleep diary.")),
)

STANDING = "Client remains appropriate for outpatient care."


def abbreviated(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Short words, the present tense, no bare quotations, a standing sentence."""
    signed = []
    for part in parts:
        texts = [_short(text) for text in part.texts if not text.endswith('"')]
        signed.append(Part(part.title, (*texts, STANDING) if part.title == "Plan" else tuple(texts)))
    return tuple(signed)


def _short(text: str) -> str:
    for before, after in (
        ("reported that", "reports"),
        ("confirmed", "confirms"),
        ("denied", "denies"),
        ("formulated", "formulates"),
        ("suicidal ideation", "SI"),
        ("Client", "Pt"),
    ):
        text = text.replace(before, after)
    return text


def varied(number: int) -> tuple[Part, ...]:
    """The draft of one of many sessions: the same frame, other matters."""
    matters = ("sleep", "work", "school", "appetite", "the garden", "the choir", "the commute", "cooking")
    return tuple(
        Part(
            part.title,
            tuple(
                text.replace("sleep", matters[number % 8]).replace("move", matters[(number + 3) % 8])
                for text in part.texts
            ),
        )
        for part in DRAFT
    )


def after_sessions(count: int, profile: Profile | None = None, clients: int = 100) -> Profile:
    """A profile after so many sessions of the abbreviating clinician, with so many clients in turn."""
    profile = profile or Profile(salt="test")
    for number in range(count):
        drafted = varied(number)
        seen = observed(drafted, abbreviated(drafted), profile.known, style=profile.style)
        profile = learned(profile, seen, f"client {number % clients}")
    return profile


def draft_of(parts: tuple[Part, ...]) -> Draft:
    """The parts as a draft whose sentences rest on lines numbered through."""
    number = 0
    sections = []
    for part in parts:
        sentences = []
        for text in part.texts:
            number += 1
            sentences.append(Sentence(text=text, evidence=(f"s{number}",)))
        sections.append(Section(title=part.title, sentences=tuple(sentences)))
    return Draft(sections=tuple(sections))


__all__ = ["DRAFT", "NO_STYLE", "STANDING", "abbreviated", "after_sessions", "draft_of", "varied"]
