"""Finals and whose words they are to turns of one voice each. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from media_worker.scripts import written
from media_worker.voices.cutting import CERTAIN
from wire import Word
from wire.control import Recognised, VoicePart


@dataclass(frozen=True)
class Turn:
    """Words of one final that one voice says. `id` is the final's, numbered when it has several turns."""

    id: str
    final: Recognised
    words: tuple[Word, ...]
    voice: int
    certainty: float

    @property
    def text(self) -> str:
        """The words as one line."""
        return written(word.word for word in self.words)

    @property
    def uncertain(self) -> bool:
        """Whether somebody should look whose words these are."""
        return self.certainty < CERTAIN

    def __repr__(self) -> str:
        return f"<Turn {self.id} voice={self.voice} {len(self.words)} words>"


def turns_of(finals: Iterable[Recognised], parts: Iterable[VoicePart]) -> list[Turn]:
    """The turns of these finals, in their order. A final of which no part is told is voice 0's, uncertain."""
    told: dict[str, list[VoicePart]] = {}
    for part in parts:
        told.setdefault(part.segment, []).append(part)
    return [turn for final in finals for turn in _cut(final, told.get(final.id, []))]


def _cut(final: Recognised, parts: Sequence[VoicePart]) -> list[Turn]:
    if not final.words or not parts:
        return [Turn(final.id, final, final.words, 0, 0.0)]
    many = len(parts) > 1
    return [
        Turn(
            id=f"{final.id}.{number}" if many else final.id,
            final=final,
            words=final.words[part.first_word : part.last_word + 1],
            voice=part.voice,
            certainty=part.certainty,
        )
        for number, part in enumerate(parts, 1)
    ]


def voice_of_first(turns: Iterable[Turn], seconds: float) -> int | None:
    """The voice that speaks longest in the first seconds from the first word on; None when nobody speaks.

    So a clinician who introduces the session is told from the others.
    """
    words = [(word, turn.voice) for turn in turns for word in turn.words]
    if not words:
        return None
    until = min(word.start for word, _ in words) + seconds
    spoken: Counter[int] = Counter()
    for word, voice in words:
        if word.start < until:
            spoken[voice] += round(1000 * (word.end - word.start)) + 1
    return spoken.most_common(1)[0][0]
