"""Guards against invention: Whisper speaks even when nobody does. Pure functions.

The compression and no-speech thresholds are Whisper's own. How much doubt a window may bear
depends on how much speech Silero confirms in it (`_LIMITS`): measured with both bundled models
on 45 minutes of room sounds and music, synthesised and recorded, against 200 short answers of
five voices at two levels, 40 of them turned to whispers, and two consultations; see
`docs/decisions/0011-what-is-believed.md` for the figures and for what was held out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from media_worker.confirmation import Confirmed
from media_worker.hearing import Doubt, Heard
from media_worker.scripts import is_unspaced

MAX_TOKENS_PER_SECOND = 9.0
"""Fast speech has 5 words or some 7 tokens a second; a repeating decoder has no end."""
MAX_TOKENS_PER_SECOND_ELSEWHERE = 25.0
"""Of languages in other letters than Latin ones, for which Whisper's tokenizer has few whole words: a
letter may be three tokens, and some 15 letters are said a second. Derived, not measured."""
_OTHER_LETTERS = frozenset(
    {
        *("am", "ar", "as", "be", "bg", "bn", "bo", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka"),
        *("kk", "km", "kn", "ko", "lo", "mk", "ml", "mn", "mr", "my", "ne", "pa", "ps", "ru", "sa"),
        *("sd", "si", "sr", "ta", "te", "tg", "th", "tt", "uk", "ur", "yi", "yue", "zh"),
    }
)
_SPARE_TOKENS = 10

_COMPRESSION = 2.4
_NO_SPEECH = 0.6
_LOG_PROB_IF_NO_SPEECH = -0.8
_LOG_PROB = -1.6
_LOG_PROB_DOUBTED = -0.9
_LOG_PROB_STOCK = -0.35
_NO_SPEECH_STOCK = 0.2

_LOG_PROB_WEIGHT = 0.6
_LIMITS = ((0.19, 0.8), (0.36, 0.9))
_LIMIT = 1.25
"""Most doubtfulness of a window by its longest confirmed stretch of speech (below so many seconds)."""
_EASILY_INVENTED = 0.25
"""So much less doubt is borne by what Whisper likes to invent."""
_LIMIT_CRY = 0.8
_LIMIT_CRIES = 0.65
_LIMIT_CAPTION = 0.3
_SHOWN_UNCERTAIN = 0.75

MAX_SYLLABLES_PER_SECOND = 8.0
"""Of voiced sound; fast speech has six or seven. What repeats itself faster was not said."""
_SPARE_SYLLABLES = 1
_VOWELS = re.compile(r"[aeiouyáéíóúüäö]+")
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

_CRIES = frozenset({"ah", "eh", "ha", "hm", "huh", "mm", "oh", "uh", "yeah", "yo", "you", "so"})
"""What Whisper makes of coughs, barks and hums, once or again and again."""

_CAPTION = frozenset({"background", "in", "intro", "music", "outro", "playing", "plays", "the"})
_CAPTION_MARKS = frozenset("♪♫[]")
"""What subtitles write where nobody speaks."""


_TOLD = frozenset(
    {
        *("um", "uh", "er", "erm", "mm", "hm", "hmm", "uh-huh", "oh", "ah"),
        *("i", "i'm", "im", "think", "yeah", "no", "okay", "right", "and"),
    }
)
"""What the decoder was told that people say (`prompting`), and says itself where nobody speaks."""

_ECHO = 0.05
_ECHO_CRY = 0.3
_ECHO_SECONDS = 0.36
_ECHO_DOUBT = 0.8
_HURRIED_DOUBT = 0.85
_HURRIED_SECONDS = 0.6
_FRAGMENT_LETTERS = 2


@dataclass(frozen=True)
class Evidence:
    """What the decoder reports of one window beside its words.

    `least`: the least probable word's probability for a decoder that was told nothing; None when not asked.
    """

    log_prob: float
    no_speech: float
    voiced_seconds: float
    confirmed: Confirmed | None = None
    least: float | None = None

    @property
    def doubtfulness(self) -> float:
        """One figure of both: 0 is certain; speech is mostly below 0.5, inventions mostly above 1."""
        return self.no_speech - _LOG_PROB_WEIGHT * self.log_prob


def token_limit(seconds: float, language: str = "en") -> int:
    """Most tokens that speech of so many seconds can hold in a language (ISO 639-1)."""
    elsewhere = language in _OTHER_LETTERS
    return int(
        _SPARE_TOKENS + seconds * (MAX_TOKENS_PER_SECOND_ELSEWHERE if elsewhere else MAX_TOKENS_PER_SECOND)
    )


def compression(text: str) -> float:
    """How much shorter zlib makes the text; repetition compresses far above 2."""
    coded = text.encode()
    return len(coded) / len(zlib.compress(coded)) if coded else 0.0


def plain(text: str) -> str:
    """Lower case, without punctuation at the ends of words."""
    return " ".join(word.strip('.,!?;:"…-()[]。，、！？「」') for word in text.lower().split()).strip()


def judge(text: str, evidence: Evidence) -> Doubt | None:
    """Why this text is not believed; None when it is."""
    said = plain(text)
    if not any(character.isalnum() for character in said) or not _CAPTION_MARKS.isdisjoint(text):
        return Doubt.NO_WORDS
    if evidence.no_speech > _NO_SPEECH and evidence.log_prob < _LOG_PROB_IF_NO_SPEECH:
        return Doubt.NO_SPEECH
    if evidence.log_prob < _LOG_PROB:
        return Doubt.IMPROBABLE
    if compression(said) > _COMPRESSION:
        return Doubt.REPETITION
    return Doubt.ECHO if _is_echo(said, evidence) else _weighed(said, evidence)


def _is_echo(said: str, evidence: Evidence) -> bool:
    """Whether nobody but the line told beforehand says these words.

    Without it the decoder gives invented words no probability: below 0.05 in all of the 24 finals that
    `tiny.en` made of 3039 s of sounds. Of 1219 finals of speech 7 are dropped by this, one of them
    heard right and four in part. A true "yeah" is as improbable to `base`, and is kept. Another cry
    by itself needs more: a ring tone is "yo" with 0.24.
    """
    if evidence.confirmed is None or evidence.least is None or evidence.least >= _ECHO_CRY:
        return False
    words = said.split()
    if evidence.confirmed.longest < _ECHO_SECONDS:
        other = any(word != "yeah" for word in words)
        return other and (evidence.least < _ECHO or is_cry(said))
    if evidence.least >= _ECHO:
        return False
    return evidence.doubtfulness > _ECHO_DOUBT and all(map(_is_told, words))


def is_cry(text: str) -> bool:
    """Whether it is nothing but what Whisper makes of coughs and barks."""
    return all(word in _CRIES for word in plain(text).split())


def may_be_cough(text: str) -> bool:
    """Whether it is nothing but cries and single letters: then the sound itself is asked (`coughs`)."""
    return all(word in _CRIES or word == "er" or _is_letter(word) for word in _parts(text))


def _parts(text: str) -> list[str]:
    """Words, those with a hyphen taken apart: "uh-uh" is two cries."""
    return plain(text).replace("-", " ").split()


def _is_letter(word: str) -> bool:
    """Whether it is one Latin letter; a digit or a character of another script is an answer."""
    return len(word) == 1 and word.isascii() and word.isalpha()


def _is_hurried(said: str, evidence: Evidence) -> bool:
    """Whether doubtful words are more than the confirmed speech can hold.

    A buzzing telephone has 0.4 s of it and is heard as eight syllables by `tiny.en`. Of some 2300 windows
    of speech, with either model, this drops three, none of them heard right. With more confirmed speech
    nothing is dropped: of a long whisper Silero confirms only parts.
    """
    if evidence.confirmed is None or evidence.doubtfulness <= _HURRIED_DOUBT:
        return False
    if evidence.confirmed.seconds >= _HURRIED_SECONDS:
        return False
    most = MAX_SYLLABLES_PER_SECOND * evidence.confirmed.seconds + _SPARE_SYLLABLES
    return sum(map(syllables, said.split())) > most


def _is_told(word: str) -> bool:
    return word in _TOLD or len(word) <= _FRAGMENT_LETTERS


def is_worth_showing(text: str, confirmed: Confirmed | None) -> bool:
    """Whether a partial may be shown before its speaker pauses; its words have not been asked for twice.

    `confirmed`: what Silero says of the window; None when more of the same window has been shown before.
    """
    if confirmed is not None and confirmed.longest < _ECHO_SECONDS:
        return False
    return not all(map(_is_told, _parts(text)))


def _weighed(said: str, evidence: Evidence) -> Doubt | None:
    """The more speech Silero confirms at a stretch, the more doubt the words may bear.

    So a whispered "no", of which Silero confirms little, is kept when the decoder is sure of it, and
    "thank you" to a marimba is not. Of 302 windows of speech it drops none that was heard right with
    base and four with tiny.en; of 148 windows of sounds with a trace of speech it believes none.
    """
    if evidence.confirmed is None:
        stock = evidence.log_prob < _LOG_PROB_STOCK and evidence.no_speech > _NO_SPEECH_STOCK
        return Doubt.STOCK_PHRASE if said in _STOCK and stock else None
    stretch = evidence.confirmed.longest
    limit = next((most for below, most in _LIMITS if stretch < below), _LIMIT)
    if evidence.doubtfulness > limit or _is_hurried(said, evidence):
        return Doubt.NO_SPEECH
    return Doubt.STOCK_PHRASE if evidence.doubtfulness > _limit_of(said, limit) else None


def _limit_of(said: str, limit: float) -> float:
    """The doubt that these words may bear, where others may bear `limit`."""
    words = said.split()
    if is_cry(said):
        limit = min(limit, _LIMIT_CRY if len(words) == 1 else _LIMIT_CRIES)
    if "music" in words and all(word in _CAPTION for word in words):
        limit = _LIMIT_CAPTION
    return limit - _EASILY_INVENTED if said in _STOCK else limit


def is_doubtful(evidence: Evidence, words: Sequence[Heard] = ()) -> bool:
    """Whether words that are believed should still be shown as uncertain.

    Of a short answer the least probable word counts, of anything longer the mean: "Uh, no" heard as
    "I know" is sure of its second word. Measured on the 71 windows of two recordings: with base 6 of the
    8 short answers that were misheard are marked and 2 of the 14 heard right, with tiny.en 10 of 21 short
    ones; of the 49 and 50 longer ones none. So they are marked, never dropped: a "no" may matter most.
    """
    if evidence.log_prob < _LOG_PROB_DOUBTED or evidence.no_speech > _NO_SPEECH:
        return True
    if evidence.confirmed is not None and evidence.doubtfulness > _SHOWN_UNCERTAIN:
        return True
    probabilities = [word.probability for word in words] or [1.0]
    short = len(words) <= _SHORT_WORDS and evidence.voiced_seconds <= _SHORT_SECONDS
    believed = min(probabilities) if short else sum(probabilities) / len(probabilities)
    return believed < _PROBABLE


def without_circle(words: Sequence[Heard], seconds: float) -> list[Heard]:
    """The words up to where they begin to repeat to the end, when there are more than `seconds` can hold.

    Whisper may say a short window over and over: "Okay. Okay. Okay." in half a second. What people
    repeat takes its time and is kept. So is what is written without spaces, of which no rate was measured.
    """
    spoken = [plain(word.word) for word in words]
    if any(word and is_unspaced(word[0]) for word in spoken):
        return list(words)
    most = MAX_SYLLABLES_PER_SECOND * seconds + _SPARE_SYLLABLES
    if sum(map(syllables, spoken)) <= most:
        return list(words)
    for start in range(len(spoken)):
        for length in range(1, (len(spoken) - start) // 2 + 1):
            if spoken[start + length :] == spoken[start:-length]:
                return list(words[: start + length])
    return list(words)


def syllables(word: str) -> int:
    """Groups of vowels and Han or kana characters, at least one: good enough for what is impossible."""
    return max(1, len(_VOWELS.findall(word)) + sum(map(is_unspaced, word)))


def without_repeats(words: Sequence[Heard]) -> list[Heard]:
    """The words up to where the decoder began to circle: up to eight words, three times and to the end.

    People do say "no, no, no": only a fourth repeat of a single word counts, which in Han and kana has up to
    four characters. Those who begin anew and go on ("I don't, I don't, I don't buy it") are left as they
    spoke: a decoder that circles never goes on.
    """
    spoken = [plain(word.word) for word in words]
    single = 4 if any(word and is_unspaced(word[0]) for word in spoken) else 1
    for length in range(1, 9):
        needed = (5 if length <= single else 3) * length
        for start in range(len(spoken) - needed + 1):
            if spoken[start + length :] == spoken[start:-length]:
                return list(words[: start + length])
    return list(words)
