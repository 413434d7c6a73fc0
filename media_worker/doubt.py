"""Guards against invention: Whisper speaks even when nobody does. Pure functions.

The compression and no-speech thresholds are Whisper's own; the others are chosen by
judgement, not fitted. Tests show that silence, hum, noise, ringing and clicks bring no words.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from media_worker.hearing import Doubt, Heard

MAX_TOKENS_PER_SECOND = 9.0
"""Fast speech has 5 words or some 7 tokens a second; a repeating decoder has no end."""
_SPARE_TOKENS = 10

_COMPRESSION = 2.4
_NO_SPEECH = 0.6
_LOG_PROB_IF_NO_SPEECH = -0.8
_LOG_PROB = -1.6
_LOG_PROB_DOUBTED = -0.9
_LOG_PROB_STOCK = -0.35
_TAIL_SECONDS = 0.6

MAX_WORDS_PER_SECOND = 5.0
"""Of a window with its rolls; the fastest measured speech had 3.8. Faster words that circle were not said."""
_SHORTEST_CIRCLE = 3
_PROBABLE = 0.4
"""Word probability below which a window is shown as uncertain."""
_SHORT_WORDS = 3
_SHORT_SECONDS = 1.25

_STOCK = frozenset(
    {
        "you",
        "bye",
        "the end",
        "thank you",
        "thanks for watching",
        "thank you for watching",
        "thank you very much",
        "please subscribe",
        "i'm sorry",
        "music",
        "so",
        "oh",
    }
)
"""What Whisper says into noise. Believed only when it is probable."""


@dataclass(frozen=True)
class Evidence:
    """What the decoder reports of one window beside its words."""

    log_prob: float
    no_speech: float
    voiced_seconds: float


def token_limit(seconds: float) -> int:
    """Most tokens that speech of so many seconds can hold."""
    return int(_SPARE_TOKENS + MAX_TOKENS_PER_SECOND * seconds)


def compression(text: str) -> float:
    """How much shorter zlib makes the text; repetition compresses far above 2."""
    coded = text.encode()
    return len(coded) / len(zlib.compress(coded)) if coded else 0.0


def plain(text: str) -> str:
    """Lower case, without punctuation at the ends of words."""
    return " ".join(word.strip('.,!?;:"…-()[]') for word in text.lower().split()).strip()


def judge(text: str, evidence: Evidence) -> Doubt | None:
    """Why this text is not believed; None when it is."""
    said = plain(text)
    if not any(character.isalnum() for character in said):
        return Doubt.NO_WORDS
    if evidence.no_speech > _NO_SPEECH and evidence.log_prob < _LOG_PROB_IF_NO_SPEECH:
        return Doubt.NO_SPEECH
    if evidence.log_prob < _LOG_PROB:
        return Doubt.IMPROBABLE
    if compression(said) > _COMPRESSION:
        return Doubt.REPETITION
    if said in _STOCK and evidence.log_prob < _LOG_PROB_STOCK and evidence.no_speech > 0.2:
        return Doubt.STOCK_PHRASE
    return None


def is_doubtful(evidence: Evidence, words: Sequence[Heard] = ()) -> bool:
    """Whether words that are believed should still be shown as uncertain.

    Of a short answer the least probable word counts, of anything longer the mean: "Uh, no" heard as
    "I know" is sure of its second word. Measured on the 71 windows of two recordings: with base 6 of the
    8 short answers that were misheard are marked and 2 of the 14 heard right, with tiny.en 10 of 21 short
    ones; of the 49 and 50 longer ones none. So they are marked, never dropped: a "no" may matter most.
    """
    if evidence.log_prob < _LOG_PROB_DOUBTED or evidence.no_speech > _NO_SPEECH:
        return True
    probabilities = [word.probability for word in words] or [1.0]
    short = len(words) <= _SHORT_WORDS and evidence.voiced_seconds <= _SHORT_SECONDS
    believed = min(probabilities) if short else sum(probabilities) / len(probabilities)
    return believed < _PROBABLE


def without_circle(words: Sequence[Heard], seconds: float) -> list[Heard]:
    """The words up to where they begin to repeat to the end, when there are more than `seconds` can hold.

    Whisper may say a short window twice over. What people repeat takes its time and is kept.
    """
    spoken = [plain(word.word) for word in words]
    if len(spoken) <= MAX_WORDS_PER_SECOND * seconds:
        return list(words)
    for start in range(len(spoken)):
        for length in range(_SHORTEST_CIRCLE, (len(spoken) - start) // 2 + 1):
            if spoken[start + length :] == spoken[start:-length]:
                return list(words[: start + length])
    return list(words)


def without_repeats(words: Sequence[Heard]) -> list[Heard]:
    """The words up to where the decoder began to circle: a phrase of up to eight words, three times in a row.

    People do say "no, no, no": only a fourth repeat of a single word counts.
    """
    spoken = [plain(word.word) for word in words]
    for length in range(1, 9):
        needed = 5 if length == 1 else 3
        for start in range(len(spoken) - needed * length + 1):
            phrase = spoken[start : start + length]
            if all(spoken[start + k * length : start + (k + 1) * length] == phrase for k in range(needed)):
                return list(words[: start + length])
    return list(words)


def without_tail(words: Sequence[Heard], speech_end: float) -> list[Heard]:
    """The words that begin before the speech ends (seconds, with some grace): the rest was said by nobody."""
    return [word for word in words if word.start < speech_end + _TAIL_SECONDS]
