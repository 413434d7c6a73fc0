"""Simulated clinicians: each edits drafts in one fixed way, with slips and what only that session had."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Sections = tuple[tuple[str, tuple[str, ...]], ...]
"""A note as titles with their sentences."""

_QUOTED = re.compile(r"(\"[^\"]*\")")
_ONLY_QUOTES = re.compile(r"^[^\"]{0,60}[:,]\s*\"[^\"]*\"\.?$")
_PRESENT = {
    "reported": "reports", "stated": "states", "confirmed": "confirms", "denied": "denies",
    "observed": "observes", "formulated": "formulates", "answered": "answers", "agreed": "agrees",
}  # fmt: skip

SLIP = 0.04
"""Chance that a sentence is written anew for that session alone."""

BEYOND = 0.3
"""Chance that a session gets a sentence of its own."""


@dataclass(frozen=True)
class Clinician:
    """A fixed style. `words` are replaced outside quotations; `most`: sentences a section keeps at most."""

    name: str
    words: Mapping[str, str] = field(default_factory=dict)
    present: bool = False
    no_quotes: bool = False
    no_questions: bool = False
    most: Mapping[str, int] = field(default_factory=dict)
    longest: bool = False
    adds: Sequence[tuple[str, str]] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    order: Sequence[str] = ()

    def signs(self, sections: Sections, chance: random.Random) -> Sections:
        """What this clinician signs for a draft."""
        note = {
            title: [self._worded(text, chance) for text in texts] for title, texts in self.keeps(sections)
        }
        for title, text in self.adds:
            if title in note and text not in note[title]:
                note[title].append(text)
        if chance.random() < BEYOND:
            title = chance.choice(sorted(note))
            note[title].append(_beyond(chance))
        ordered = [title for title in self.order if title in note]
        ordered += [title for title in note if title not in ordered]
        return tuple((self.headings.get(title, title), tuple(note[title])) for title in ordered)

    def keeps(self, sections: Sections) -> Sections:
        """The sentences this clinician leaves standing, not yet worded, under the drafted titles."""
        titles = {after: before for before, after in self.headings.items()}
        drafted = [(titles.get(title, title), texts) for title, texts in sections]
        return tuple((title, tuple(self._kept(title, texts))) for title, texts in drafted)

    def _kept(self, title: str, texts: Sequence[str]) -> list[str]:
        added = {text for _, text in self.adds}
        kept = [text for text in texts if text not in added]
        if self.no_quotes:
            kept = [t for t in kept if not _ONLY_QUOTES.match(t) or t.startswith("When asked")] or kept
        if self.no_questions:
            kept = [t for t in kept if not t.startswith("When asked")] or kept
        most = self.most.get(title, len(kept))
        if self.longest:
            long = sorted(range(len(kept)), key=lambda at: -len(kept[at].split()))[:most]
            return [kept[at] for at in sorted(long)]
        return kept[:most]

    def _worded(self, text: str, chance: random.Random) -> str:
        if chance.random() < SLIP:
            return _anew(text, chance)
        pieces = _QUOTED.split(text)
        return "".join(
            piece if at % 2 else self._outside(piece, first=at == 0) for at, piece in enumerate(pieces)
        )

    def _outside(self, text: str, *, first: bool) -> str:
        if self.present and first:
            text = re.sub(
                rf"^((?:When asked [^,]*, )?(?:\w+ ){{0,2}}?)({'|'.join(_PRESENT)})\b",
                lambda match: match[1] + _PRESENT[match[2]],
                text,
            )
        for before, after in self.words.items():
            text = re.sub(rf"\b{re.escape(before)}\b", _cased(after), text, flags=re.IGNORECASE)
        text = re.sub(r"\s{2,}", " ", text)
        return _opened(text) if first else text


def _cased(after: str) -> Callable[[re.Match[str]], str]:
    return lambda match: after[:1].upper() + after[1:] if match[0][:1].isupper() and after else after


def _opened(text: str) -> str:
    text = text.lstrip()
    return text[:1].upper() + text[1:]


_OWN = ("Zanzibar", "quarrel over the tractor", "Marigold", "the flooded cellar", "Ottokar", "her 3 terriers")


def _anew(text: str, chance: random.Random) -> str:
    words = text.rstrip(".").split()
    at = chance.randrange(len(words))
    return " ".join([*words[:at], "and", chance.choice(_OWN), *words[at + 2 :]]) + "."


def _beyond(chance: random.Random) -> str:
    return f"{chance.choice(_OWN)} came up once more and was talked over.".capitalize()


_BRIEF = Clinician(
    "brief",
    words={"reports that": "reports", "states that": "states", "client": "pt", "suicidal ideation": "SI"},
    present=True,
    no_quotes=True,
    most={"Subjective": 8},
    adds=(("Plan", "Client remains appropriate for outpatient care."),),
)
_FORMAL = Clinician(
    "formal",
    words={"reported": "shared", "formulated": "assessed", "therapist": "clinician", "stated": "verbalized"},
    no_questions=True,
    most={"Subjective": 7, "Objective": 4},
    longest=True,
    adds=(
        ("Objective", "Client was seen by secure video and was oriented throughout."),
        ("Assessment", "Client continues to benefit from weekly psychotherapy."),
    ),
    headings={"Subjective": "Client report", "Plan": "Plan and next steps"},
)
_PLAN_FIRST = Clinician(
    "plan first",
    words={
        "therapist observed that": "",
        "therapist formulated that": "",
        "reported that": "notes",
        "plan to": "will",
        "client": "patient",
    },
    no_quotes=True,
    no_questions=True,
    most={"Subjective": 6},
    adds=(("Subjective", "Patient was an active participant in treatment planning."),),
    order=("Plan", "Assessment", "Subjective", "Objective"),
)

_TERSE = Clinician(
    "terse",
    words={"reported that": "described that", "client": "ct", "the therapist": "this writer"},
    no_questions=True,
    most={"Subjective": 10, "Plan": 4},
    adds=(
        ("Plan", "Informed consent for telehealth was reviewed."),
        ("Objective", "Ct was cooperative and engaged, with good eye contact."),
    ),
    headings={"Assessment": "Clinical impressions"},
    order=("Objective", "Subjective"),
)

CLINICIANS: tuple[Clinician, ...] = (_BRIEF, _FORMAL, _PLAN_FIRST, _TERSE)
"""The styles that are measured."""
