"""Speech to words: faster-whisper's model and tokenizer, decoded straight on CTranslate2.

The only modules that know either library are this one and `recogniser_encoding`. Windows are encoded,
told how people hesitate (`prompting`), decoded in one batch, aligned to word times, and doubted
(`doubt`). What is only shown for a moment gets estimated times. Blocking: runs in the decoding threads.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from media_worker import doubt
from media_worker.confirmation import Confirmed, confirm
from media_worker.coughs import only_coughs
from media_worker.errors import ModelUnavailable
from media_worker.features import FRAMES_PER_SECOND
from media_worker.hearing import SAMPLE_RATE, Doubt, Heard, Hearing, Task, Window
from media_worker.models import ModelFolder
from media_worker.prompting import earlier_text, in_brief
from media_worker.recogniser_encoding import Encoded, Encoding
from media_worker.words import join_words, spread_words


@dataclass(frozen=True)
class Decoding:
    """How windows are decoded; see `EarSettings` for units and defaults."""

    beam_size: int = 1
    partial_beam_size: int = 1
    pad_seconds: float = 10.0
    margin_seconds: float = 1.0


@dataclass(frozen=True)
class _Decoded:
    """What the decoder says of one window."""

    tokens: list[int]
    text: str
    evidence: doubt.Evidence


class Recogniser:
    """One loaded model. `hear` may be called by as many threads at once as it was loaded for."""

    def __init__(self, model: Any, silero: Any, decoding: Decoding) -> None:
        self._whisper = model
        self._silero = silero
        self._decoding = decoding
        self._encoding = Encoding(model, decoding.pad_seconds, decoding.margin_seconds)
        self._tokenizers: dict[str, Any] = {}

    @classmethod
    def load(
        cls,
        folder: ModelFolder,
        *,
        device: str = "cpu",
        compute_type: str = "int8",
        threads: int = 2,
        decoders: int = 1,
        decoding: Decoding | None = None,
    ) -> Recogniser:
        """Loads a model folder. Takes one to two seconds; opens no connection.

        `decoders` batches are decoded side by side, each by `threads` threads; they share the weights.

        Raises:
            ModelUnavailable: the folder's files can't be loaded.
        """
        # Read by huggingface_hub when it is first imported: nothing may call out.
        os.environ["HF_HUB_OFFLINE"] = "1"
        from faster_whisper import WhisperModel
        from faster_whisper.vad import get_vad_model

        # numpy's products here are small: OpenBLAS' threads only spin for them, for a third of all CPU time.
        threadpool_limits(1, user_api="blas")
        try:
            model = WhisperModel(
                str(folder.path),
                device=device,
                compute_type=compute_type,
                cpu_threads=threads,
                num_workers=decoders,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelUnavailable(
                f"the model {folder.name!r} can't be loaded ({type(error).__name__}): "
                "is it a faster-whisper model, and does this device support the compute type?"
            ) from None
        return cls(model, get_vad_model(), decoding or Decoding())

    @property
    def languages(self) -> tuple[str, ...]:
        """ISO 639-1 codes this model can hear."""
        return tuple(self._whisper.supported_languages)

    def warm_up(self) -> None:
        """Decodes a second of silence, so that the first window is not slower than the others."""
        quiet = np.zeros(SAMPLE_RATE, np.int16)
        window = Window(0, 0, len(quiet), quiet, len(quiet), final=True)
        self._encoding.prepare()
        self._decode([Task(window)], [confirm(self._silero, quiet)], beam=1)

    def hear(self, tasks: Sequence[Task]) -> list[Hearing]:
        """The words of each window, in order; windows without speech say why. Wipes nothing.

        A language the model does not know is heard as English: see `languages` before opening a track.
        """
        tasks = in_brief(tasks)
        hearings = [Hearing(doubt=Doubt.NO_VOICE)] * len(tasks)
        confirmed = [None if task.believed else confirm(self._silero, task.window.samples) for task in tasks]
        for places in self._alike(tasks, confirmed):
            chosen = [tasks[place] for place in places]
            speech = [confirmed[place] for place in places]
            decoded = self._decode(chosen, speech, beam=self._beam(chosen))
            for place, hearing in zip(places, decoded, strict=True):
                hearings[place] = hearing
        return hearings

    def _alike(self, tasks: Sequence[Task], confirmed: Sequence[Confirmed | None]) -> Iterable[list[int]]:
        """Places of the tasks that hold a trace of speech, by what one batch must have in common.

        An alignment has one language, a batch has prompts of one length.
        """
        groups: dict[tuple[str, int], list[int]] = {}
        for place, (task, speech) in enumerate(zip(tasks, confirmed, strict=True)):
            if speech is None or speech.worth_decoding:
                groups.setdefault((task.language, len(self._prompt(task))), []).append(place)
        return groups.values()

    def _beam(self, tasks: Sequence[Task]) -> int:
        final = any(task.window.final for task in tasks)
        return self._decoding.beam_size if final else self._decoding.partial_beam_size

    def _decode(
        self, tasks: Sequence[Task], confirmed: Sequence[Confirmed | None], *, beam: int
    ) -> list[Hearing]:
        encoded = self._encoding.encode([task.window for task in tasks])
        decoded = self._generate(tasks, encoded.together, beam)
        words = self._words(tasks, decoded, encoded)
        return [_hearing(*parts) for parts in zip(tasks, decoded, words, confirmed, strict=True)]

    def _generate(self, tasks: Sequence[Task], encoded: Any, beam: int) -> list[_Decoded]:
        prompts = [self._prompt(task) for task in tasks]
        limit = max(doubt.token_limit(task.window.seconds, task.language) for task in tasks)
        longest = max(len(prompt) for prompt in prompts)
        results = self._whisper.model.generate(
            encoded,
            prompts,
            beam_size=beam,
            max_length=min(448, longest + limit),
            return_scores=True,
            return_no_speech_prob=True,
        )
        return [self._read(task, result) for task, result in zip(tasks, results, strict=True)]

    def _read(self, task: Task, result: Any) -> _Decoded:
        tokenizer = self._tokenizer(task.language)
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        # The decoder's own limit is that of the batch's longest window.
        tokens = tokens[: doubt.token_limit(task.window.seconds, task.language)]
        # CTranslate2 normalises the score by length with length_penalty 1.
        count = len(result.sequences_ids[0])
        log_prob = result.scores[0] * count / (count + 1)
        evidence = doubt.Evidence(log_prob, result.no_speech_prob, task.window.voiced_seconds)
        return _Decoded(tokens, tokenizer.decode(tokens), evidence)

    def _prompt(self, task: Task) -> list[int]:
        tokenizer = self._tokenizer(task.language)
        earlier = earlier_text(tokenizer.encode, task.language, task.vocabulary)
        before = [tokenizer.sot_prev, *earlier] if earlier else []
        return [*before, *tokenizer.sot_sequence, tokenizer.no_timestamps]

    def _words(
        self, tasks: Sequence[Task], decoded: Sequence[_Decoded], encoded: Encoded
    ) -> list[list[Heard]]:
        """The words with their times: of what is final by cross-attention, else estimated.

        Window by window alignment is cheaper, and needs no silence after it.
        """
        if encoded.apart:
            each = zip(tasks, decoded, encoded.apart, strict=True)
            return [
                self._align([task], [one], states)[0] if task.window.final else self._spread(task, one)
                for task, one, states in each
            ]
        if any(task.window.final for task in tasks):
            return self._align(tasks, decoded, encoded.together)
        return [self._spread(task, one) for task, one in zip(tasks, decoded, strict=True)]

    def _align(self, tasks: Sequence[Task], decoded: Sequence[_Decoded], states: Any) -> list[list[Heard]]:
        """Word times by cross-attention."""
        frames = [round(task.window.seconds * FRAMES_PER_SECOND) for task in tasks]
        tokens = [one.tokens for one in decoded]
        tokenizer = self._tokenizer(tasks[0].language)
        return [
            join_words(found) for found in self._whisper.find_alignment(tokenizer, tokens, states, frames)
        ]

    def _spread(self, task: Task, decoded: _Decoded) -> list[Heard]:
        """Word times by letters, from the first voiced sound on."""
        pieces, _ = self._tokenizer(task.language).split_to_word_tokens(decoded.tokens)
        start = min(task.window.lead_seconds, task.window.seconds)
        return spread_words(pieces, start, task.window.seconds, math.exp(decoded.evidence.log_prob))

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        multilingual = self._whisper.model.is_multilingual
        key = language if language in self._whisper.supported_languages else "en"
        if key not in self._tokenizers:
            self._tokenizers[key] = Tokenizer(
                self._whisper.hf_tokenizer, multilingual, task="transcribe", language=key
            )
        return self._tokenizers[key]


def _hearing(task: Task, decoded: _Decoded, found: list[Heard], confirmed: Confirmed | None) -> Hearing:
    """Words that survive every guard."""
    least = min((word.probability for word in found), default=None) if task.window.final else None
    evidence = replace(decoded.evidence, confirmed=confirmed, least=least)
    spoken = max(task.window.voiced_seconds, confirmed.seconds if confirmed else 0.0)
    words = doubt.without_repeats(doubt.without_circle(found, spoken))
    text = Hearing(tuple(words)).text
    doubted = doubt.judge(text, evidence)
    if doubted is not None:
        return Hearing(doubt=doubted)
    if doubt.may_be_cough(text) and only_coughs(task.window.samples):
        return Hearing(doubt=Doubt.COUGH)
    if not task.window.final and not doubt.is_worth_showing(text, confirmed):
        return Hearing(doubt=Doubt.ECHO)
    return Hearing(tuple(words), low_confidence=doubt.is_doubtful(evidence, words))
