"""What the lines behind a sentence say: their words, who said them, what was answered to a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from live_notes.drafting.author.dictation import written_out
from live_notes.drafting.author.parts import written_parts
from live_notes.drafting.author.retractions import corrected
from live_notes.drafting.checks.reading import Word, asking_parts, read
from live_notes.drafting.embedded.hearing.cleaning import fluent, tidy
from live_notes.drafting.embedded.hearing.questions import is_question
from live_notes.drafting.embedded.hearing.units import parts_of
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import WITHHELD, content_stems, tokens
from live_notes.drafting.spec import EvidenceLine, Speaking

_NEAR = 8
"""Words within which a paraphrase may have moved a negation."""


_LISTENING = re.compile(
    r"(?:^|(?<=[.!?] ))"
    r"(?:(?:okay|ok|right|aye|yeah|yep|all right|alright|mm-?hm+|mhm|hm+|mm+|huh|wow|so(?=\.))[,.! ]+)+"
    r"(?=[A-Z]|$)",
    re.IGNORECASE,
)
"""A sentence that only shows listening and says nothing: "Okay.", between two of one speaker's."""


class Asked(Enum):
    """What became of a question's words: affirmed, denied, or left open."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True)
class Evidence:
    """The lines a sentence names, in order of time."""

    lines: Sequence[EvidenceLine]

    @cached_property
    def texts(self) -> Sequence[str]:
        """The lines with regular spacing; between the statements of a clinician's own line a full stop."""
        return [
            ". ".join(corrected(part) for part in written_parts(written_out(tidy(line.text))))
            if line.speaking is Speaking.AUTHOR
            else tidy(line.text)
            for line in self.lines
        ]

    @cached_property
    def text(self) -> str:
        """All lines as one text."""
        return " ".join(self.texts)

    @cached_property
    def flat(self) -> str:
        """The words alone, for finding quotations whatever their punctuation."""
        return f" {' '.join(word.lower() for word in tokens(self.text))} "

    @cached_property
    def fluent(self) -> str:
        """The same without "um" and without what was stammered twice, as a quotation may have it."""
        return f" {' '.join(word.lower() for word in tokens(fluent(self.text)))} "

    @cached_property
    def _without_listening(self) -> str:
        return f" {_without_listening(self.text)} "

    @cached_property
    def stems(self) -> frozenset[str]:
        """Content stems of all lines."""
        return frozenset(content_stems(self.text))

    @cached_property
    def words(self) -> Sequence[Word]:
        """Every word of the lines."""
        return [
            word
            for number, (line, text) in enumerate(zip(self.lines, self.texts, strict=True))
            for word in read(text, line=number, speaking=line.speaking)
        ]

    @cached_property
    def _asked(self) -> Sequence[Asked | None]:
        """For each word what was answered to the question it stands in.

        An answer belongs to the questions a line ends with; one that the same line goes on from stays open.
        """
        found: list[Asked | None] = []
        for number, line in enumerate(self.lines):
            words = [word for word in self.words if word.line == number]
            asking, last = self._questions_of(number, line, words)
            answer = self._answer(number) if asking else Asked.OPEN
            for at in range(len(words)):
                found.append(None if at not in asking else answer if at >= last else Asked.OPEN)
        return found

    def _questions_of(self, number: int, line: EvidenceLine, words: Sequence[Word]) -> tuple[set[int], int]:
        """The words of a line that ask, and where the questions begin that it ends with.

        By its marks; in a line without any, its last statement asks if its words do.
        """
        text = self.texts[number]
        if line.speaking is not Speaking.CLINICIAN or not words:
            return set(), 0
        if "?" not in text:
            pieces = parts_of(text)
            asks = bool(pieces) and is_question(pieces[-1])
            begins = len(words) - len(read(pieces[-1])) if asks else len(words)
            return set(range(begins, len(words))), begins
        parts = asking_parts(text)
        last = words[-1].part + 1
        while last - 1 in parts:
            last -= 1
        asking = {at for at, word in enumerate(words) if word.part in parts}
        return asking, next((at for at, word in enumerate(words) if word.part >= last), len(words))

    def _answer(self, number: int) -> Asked:
        """What the next line by a client answers: plain yes and no only."""
        for line in self.lines[number + 1 : number + 2]:
            if line.speaking is Speaking.CLINICIAN:
                return Asked.OPEN
            match read_answer(line.text):
                case Answer.NO:
                    return Asked.NO
                case Answer.YES:
                    return Asked.YES
                case Answer.UNCLEAR | Answer.OTHER:
                    return Asked.OPEN
        return Asked.OPEN

    def asked_at(self, place: int) -> Asked | None:
        """What was answered to the question that the word at a place stands in; None where nobody asked."""
        return self._asked[place]

    @cached_property
    def denials(self) -> Sequence[int]:
        """The places of words that follow a negation directly."""
        return [place for place, word in enumerate(self.words) if word.since == 0]

    def near_denial(self, place: int) -> bool:
        """Whether a negation stands near a place, before or after it, in the same line."""
        line = self.words[place].line
        return any(abs(other - place) <= _NEAR and self.words[other].line == line for other in self.denials)

    @property
    def asked(self) -> bool:
        """Whether a clinician asks something in these lines."""
        return any(asks(line) for line in self.lines)

    def by(self, *sides: Speaking) -> Evidence:
        """Only the lines of these sides."""
        return Evidence([line for line in self.lines if line.speaking in sides])

    def says(self, quotation: str) -> bool:
        """Whether these very words were spoken, whoever is not named in them left out."""
        return all(self._says(part) for part in WITHHELD.split(quotation))

    def _says(self, quotation: str) -> bool:
        words = " ".join(word.lower() for word in tokens(tidy(quotation)))
        if not words or f" {words} " in self.flat or f" {words} " in self.fluent:
            return True
        bare = _without_listening(quotation)
        if bare and f" {bare} " in self._without_listening:
            return True
        # One speaker's sentence may run on past another's "mm-hmm".
        speakers = dict.fromkeys(line.speaker for line in self.lines)
        alone = (Evidence([line for line in self.lines if line.speaker == speaker]) for speaker in speakers)
        return len(speakers) > 1 and any(
            f" {words} " in told for evidence in alone for told in (evidence.flat, evidence.fluent)
        )


def _without_listening(text: str) -> str:
    """The words alone, as a quotation has them that leaves out an "Okay." in the midst of what it quotes."""
    return " ".join(word.lower() for word in tokens(_LISTENING.sub("", fluent(text))))


def asks(line: EvidenceLine) -> bool:
    """Whether a clinician's line ends in a question, or holds one."""
    text = line.text.strip()
    return line.speaking is Speaking.CLINICIAN and (
        "?" in text or any(is_question(p) for p in parts_of(text))
    )
