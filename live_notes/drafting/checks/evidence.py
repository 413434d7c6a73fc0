"""What the lines behind a sentence say: words, numbers, polarity and speakers, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from live_notes.drafting.embedded.cleaning import tidy
from live_notes.drafting.embedded.units import is_question, parts_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.numbers import given_numbers
from live_notes.drafting.language.polarity import polarities
from live_notes.drafting.language.words import content_stems, tokens
from live_notes.drafting.spec import EvidenceLine, Speaking


@dataclass(frozen=True)
class Evidence:
    """The lines a sentence names, in order of time."""

    lines: Sequence[EvidenceLine]

    @cached_property
    def text(self) -> str:
        """All lines as one text."""
        return " ".join(tidy(line.text) for line in self.lines)

    @cached_property
    def flat(self) -> str:
        """The words alone, for finding quotations whatever their punctuation."""
        return f" {' '.join(word.lower() for word in tokens(self.text))} "

    @cached_property
    def stems(self) -> frozenset[str]:
        """Content stems of all lines."""
        return frozenset(content_stems(self.text))

    @cached_property
    def numbers(self) -> frozenset[float]:
        """Every number the lines give."""
        return frozenset(given_numbers(self.text))

    @cached_property
    def polarities(self) -> dict[str, set[bool]]:
        """Content stems with the polarities they are used in; a question takes its answer's."""
        found: dict[str, set[bool]] = {}
        for line, asking, following in zip(self.lines, self._asking, [*self.lines[1:], None], strict=True):
            denied = asking and following is not None and _is_no(following)
            for stem, seen in polarities(tidy(line.text)).items():
                found.setdefault(stem, set()).update(_in_question(seen, denied=denied) if asking else seen)
        return found

    @property
    def asked(self) -> bool:
        """Whether a clinician asks something in these lines."""
        return any(self._asking)

    @cached_property
    def _asking(self) -> list[bool]:
        return [asks(line) for line in self.lines]

    def by(self, *sides: Speaking) -> Evidence:
        """Only the lines of these sides."""
        return Evidence([line for line in self.lines if line.speaking in sides])

    def says(self, quotation: str) -> bool:
        """Whether these very words were spoken."""
        words = " ".join(word.lower() for word in tokens(tidy(quotation)))
        if not words or f" {words} " in self.flat:
            return True
        # One speaker's sentence may run on past another's "mm-hmm".
        speakers = dict.fromkeys(line.speaker for line in self.lines)
        alone = (Evidence([line for line in self.lines if line.speaker == speaker]) for speaker in speakers)
        return len(speakers) > 1 and any(f" {words} " in evidence.flat for evidence in alone)


def asks(line: EvidenceLine) -> bool:
    """Whether a clinician's line ends in a question, or holds one."""
    text = line.text.strip()
    return line.speaking is Speaking.CLINICIAN and (
        "?" in text or any(is_question(p) for p in parts_of(text))
    )


def _is_no(line: EvidenceLine) -> bool:
    return line.speaking is Speaking.CLIENT and read_answer(line.text) is Answer.NO


def _in_question(seen: set[bool], *, denied: bool) -> set[bool]:
    """What a question's words may stand for: the answer decides, and only a plain no turns them round."""
    return {True} if denied else seen | {False}
