"""Everything that can go wrong in the ear, as one small tree.

`code` is stable and safe to log; `detail` says what the reader can do next. Neither
ever holds spoken words, file contents or tokens.
"""

from __future__ import annotations

from typing import ClassVar


class EarError(Exception):
    """Root of the room's errors."""

    code: ClassVar[str] = "ear_error"

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class ModelUnavailable(EarError):
    """A speech model is missing, incomplete or altered."""

    code = "model_unavailable"


class TrackError(EarError):
    """A track can't be taken; `code` is the wire's refusal code."""

    code = "bad_sdp"


class BadOffer(TrackError):
    """The SDP offer can't be read or answered."""

    code = "bad_sdp"


class NoAudio(TrackError):
    """The SDP offer brings no Opus audio to listen to."""

    code = "no_audio"


class UnknownTrack(TrackError):
    """No such track was opened on this worker."""

    code = "unknown_track"


class WorkerFull(TrackError):
    """The worker hears as many tracks as it may."""

    code = "full"


class WorkerDraining(TrackError):
    """The worker is about to leave and takes no new track."""

    code = "draining"


class LinkRefused(EarError):
    """Signaling refused this worker for good: dialling again would not help."""

    code = "link_refused"


class DecoderBroken(EarError):
    """Decoding fails again and again, or doesn't end: only a fresh process can hear."""

    code = "decoder_broken"


class RecordingError(EarError):
    """A recording can't be read."""

    code = "recording_error"


class RecordingMissing(RecordingError):
    """No file has this name."""

    code = "recording_missing"


class RecordingEmpty(RecordingError):
    """The file has no bytes, or no sound."""

    code = "recording_empty"


class NotARecording(RecordingError):
    """The file is no media file."""

    code = "not_a_recording"


class NoAudioStream(RecordingError):
    """The media file has no audio stream."""

    code = "no_audio_stream"


class RecordingTruncated(RecordingError):
    """The file breaks off or is damaged; what came before it was delivered."""

    code = "recording_truncated"


class TooManyChannels(RecordingError):
    """The channels can't be told apart as speakers."""

    code = "too_many_channels"


class RecordingUnsupported(RecordingError):
    """Sound of a kind that is not taken: another container, a codec nobody knows, or locked by its seller."""

    code = "recording_unsupported"


class RecordingTooLong(RecordingError):
    """More hours of sound than any session has."""

    code = "recording_too_long"


class RecordingInterrupted(RecordingError):
    """The bytes broke off before the whole file had come."""

    code = "recording_interrupted"


class IndexAtTheEnd(RecordingError):
    """An MP4 whose index comes last, too large to be held in memory until it is there."""

    code = "index_at_the_end"


class RemoteUnheard(EarError):
    """Nobody else heard a window: refused, too slow, or an answer that fits not. The local words stay."""

    code = "remote_unheard"
