"""Whose words they are when people share a microphone: voices to participants. Pure.

A worker tells voices apart and knows no names. Which voice is whose is a guess from how a session is spoken:
the clinician asks, and speaks of "you". Every guess is shown as one, and a person's correction is never
guessed over.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from media_worker.scripts import written
from wire import Role, Segment
from wire.control import VoicePart, VoicesSettled

_ASKING = re.compile(
    r"\?|\b(?:how|what|when|where|why|could you|can you|do you|did you|have you|are you)\b", re.I
)
_TO_OTHERS = re.compile(r"\b(?:you|your|you're|you've|yourself)\b", re.I)
_OF_ONESELF = re.compile(r"\b(?:i|i'm|i've|my|me|myself)\b", re.I)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the microphone."""

    id: str
    name: str = field(repr=False)
    role: Role


@dataclass(frozen=True, slots=True)
class Retold:
    """Finals that are told again with other speakers, and who says so."""

    segments: tuple[Segment, ...] = field(repr=False)
    actor: str


@dataclass(slots=True)
class Cast:
    """The participant of each voice. `fixed`: a person said so, nothing is guessed any more."""

    voices: dict[int, str] = field(default_factory=dict)
    fixed: bool = False
    whole: dict[str, Segment] = field(default_factory=dict, repr=False)
    """Finals as they were heard, before their words were told apart."""
    parts: dict[str, tuple[VoicePart, ...]] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    """Finals whose speaker a person named: no voice takes them back."""

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Drops the words of these finals, of all by default."""
        for gone in list(self.whole) if ids is None else ids:
            self.whole.pop(gone, None)
            self.parts.pop(gone, None)

    def said(self) -> dict[int, str]:
        """What each voice said so far."""
        found: defaultdict[int, list[str]] = defaultdict(list)
        for name, parts in self.parts.items():
            segment = self.whole.get(name)
            for part in parts if segment is not None else ():
                words = segment.words[part.first_word : part.last_word + 1] if segment is not None else ()
                found[part.voice] += [word.word.strip() for word in words]
        return {voice: " ".join(words) for voice, words in found.items()}

    @classmethod
    def known(cls, segments: Iterable[Segment]) -> Cast:
        """The cast that kept segments show."""
        tracks: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for segment in segments:
            if segment.voice is not None and segment.certainty:
                tracks[segment.voice][segment.track] += 1
        return cls({voice: found.most_common(1)[0][0] for voice, found in tracks.items()}, bool(tracks))

    def guess(self, said: Mapping[int, str], people: Sequence[Person]) -> None:
        """Says whose each voice may be, by what it said; nothing where a person said so already."""
        if not self.fixed:
            self.voices = cast_by(said, people)


def cast_by(said: Mapping[int, str], people: Sequence[Person]) -> dict[int, str]:
    """The participant of each voice: who asks and speaks of "you" the most is the clinician."""
    clinician = next((one for one in people if one.role is Role.CLINICIAN), None)
    others = [one for one in people if one is not clinician] or list(people)
    found: dict[int, str] = {}
    voices = sorted(said)
    if clinician is not None and voices:
        asks = {voice: asking(said[voice]) for voice in voices}
        first = max(voices, key=lambda voice: (asks[voice], -voice))
        if len(voices) > 1 or asks[first] > 0:
            found[first] = clinician.id
    for number, voice in enumerate(voice for voice in voices if voice not in found):
        found[voice] = others[min(number, len(others) - 1)].id
    return found


def asking(text: str) -> float:
    """How much words sound like a clinician's: questions and "you" against "I", by the word."""
    words = max(1, len(text.split()))
    asked = (
        3 * len(_ASKING.findall(text)) + len(_TO_OTHERS.findall(text)) - 2 * len(_OF_ONESELF.findall(text))
    )
    return asked / words


def by_most(segment: Segment, parts: Sequence[VoicePart], cast: Cast, people: Sequence[Person]) -> Segment:
    """The whole final under the voice that said most of it: how it is shown while a track is heard."""
    lengths: Counter[int] = Counter()
    for part in parts:
        lengths[part.voice] += part.last_word - part.first_word + 1
    voice = lengths.most_common(1)[0][0]
    share = lengths[voice] / max(1, sum(lengths.values()))
    sure = min(part.certainty for part in parts if part.voice == voice) * share
    return spoken_by(segment, voice, sure, cast, people)


def in_parts(
    segment: Segment, parts: Sequence[VoicePart], cast: Cast, people: Sequence[Person]
) -> list[Segment]:
    """The final cut between its voices; its first part keeps its id."""
    found: list[Segment] = []
    runs = _runs(parts)
    if len(runs) < 2 or not segment.words:
        return [by_most(segment, parts, cast, people)] if parts else [segment]
    for number, run in enumerate(runs):
        words = segment.words[run[0].first_word : run[-1].last_word + 1]
        if not words:
            continue
        piece = segment.model_copy(
            update={
                "id": segment.id if not found else f"{segment.id}~{number}",
                "start": words[0].start,
                "end": words[-1].end,
                "text": written(word.word.strip() for word in words),
                "words": words,
            }
        )
        found.append(spoken_by(piece, run[0].voice, min(one.certainty for one in run), cast, people))
    return found


def spoken_by(
    segment: Segment, voice: int, certainty: float, cast: Cast, people: Sequence[Person]
) -> Segment:
    """The final under a voice's participant; as nobody's where the cast does not know the voice."""
    person = next((one for one in people if one.id == cast.voices.get(voice)), None)
    if person is None:
        return segment.model_copy(update={"voice": voice, "certainty": 0.0})
    sure = max(0.01, round(certainty, 3))
    return given_to(segment, person).model_copy(update={"voice": voice, "certainty": sure})


def given_to(segment: Segment, person: Person) -> Segment:
    """The final as somebody's words."""
    return segment.model_copy(update={"track": person.id, "speaker": person.name, "role": person.role})


def _runs(parts: Sequence[VoicePart]) -> list[list[VoicePart]]:
    """Neighbouring parts of one voice together."""
    runs: list[list[VoicePart]] = []
    for part in parts:
        if runs and runs[-1][-1].voice == part.voice:
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def told_apart(cast: Cast, message: VoicesSettled, people: Sequence[Person]) -> list[Segment]:
    """The finals that are to be told again by what is known of their voices now; cut once all is settled."""
    for part in message.parts:
        cast.parts.pop(part.segment, None)
    for part in message.parts:
        cast.parts[part.segment] = (*cast.parts.get(part.segment, ()), part)
    cast.guess(cast.said(), people)
    found: list[Segment] = []
    for name, parts in cast.parts.items():
        segment = cast.whole.get(name)
        if segment is None or name in cast.moved:
            continue
        if message.settled:
            found += in_parts(segment, parts, cast, people)
        else:
            found.append(by_most(segment, parts, cast, people))
    return found


def swapped(finals: Iterable[Segment], one: Person, other: Person) -> list[Segment]:
    """What two people are said to have said at a shared microphone, the other way round."""
    turned = {one.id: other, other.id: one}
    return [
        given_to(final, turned[final.track])
        for final in finals
        if final.certainty is not None and final.track in turned
    ]


def voice_given(finals: Iterable[Segment], voice: int, person: Person) -> list[Segment]:
    """All that a voice said, as this person's words."""
    return [
        given_to(final, person).model_copy(update={"certainty": max(final.certainty or 0.0, 0.5)})
        for final in finals
        if final.voice == voice
    ]


def moved(final: Segment, person: Person) -> Segment:
    """One final as this person's words, because somebody says so."""
    return given_to(final, person).model_copy(update={"certainty": 1.0})
