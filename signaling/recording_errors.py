"""Why a recording was not taken, or not heard to its end, below retention's root `AttuneError`."""

from __future__ import annotations

from typing import ClassVar

from retention import AttuneError
from wire.recordings import RecordingEnd


class RecordingRefused(AttuneError):
    """A recording that came to nothing; no word of it is kept."""

    code: ClassVar[str] = "recording-refused"


class RecordingEmpty(RecordingRefused):
    """There are no bytes, or no sound in them."""

    code: ClassVar[str] = "recording-empty"


class NotARecording(RecordingRefused):
    """It is no media file, or is damaged from its begin on."""

    code: ClassVar[str] = "not-a-recording"


class RecordingUnsupported(RecordingRefused):
    """Sound of a kind that is not taken."""

    code: ClassVar[str] = "recording-unsupported"


class RecordingWithoutSound(RecordingRefused):
    """A media file without an audio stream."""

    code: ClassVar[str] = "recording-without-sound"


class WrongChannels(RecordingRefused):
    """It has another number of channels than speakers were named."""

    code: ClassVar[str] = "wrong-channels"


class RecordingTooLong(RecordingRefused):
    """It has more hours than a session may have."""

    code: ClassVar[str] = "recording-too-long"


class RecordingTooLarge(RecordingRefused):
    """It has more bytes than this server takes."""

    code: ClassVar[str] = "recording-too-large"


class RecordingIndexLast(RecordingRefused):
    """A large MP4 whose index comes last: it can't be heard as it arrives."""

    code: ClassVar[str] = "recording-index-last"


class RecordingInterrupted(RecordingRefused):
    """The upload, or the worker that heard it, broke off."""

    code: ClassVar[str] = "recording-interrupted"


class RecordingCancelled(RecordingRefused):
    """It was cancelled while it was heard."""

    code: ClassVar[str] = "recording-cancelled"


class RecordingFailed(RecordingRefused):
    """It could not be heard, by no fault of its own."""

    code: ClassVar[str] = "recording-failed"


class NoWorkerFree(RecordingRefused):
    """No media worker is there, or none takes another recording now."""

    code: ClassVar[str] = "no-worker-free"


class ConsentNotAttested(AttuneError):
    """Nobody has confirmed, in the current wording, that everybody recorded agreed to it."""

    code: ClassVar[str] = "consent-not-attested"


REFUSALS: dict[RecordingEnd, type[RecordingRefused]] = {
    RecordingEnd.EMPTY: RecordingEmpty,
    RecordingEnd.NOT_A_RECORDING: NotARecording,
    RecordingEnd.UNSUPPORTED: RecordingUnsupported,
    RecordingEnd.NO_AUDIO: RecordingWithoutSound,
    RecordingEnd.WRONG_CHANNELS: WrongChannels,
    RecordingEnd.TOO_LONG: RecordingTooLong,
    RecordingEnd.INDEX_AT_THE_END: RecordingIndexLast,
    RecordingEnd.INTERRUPTED: RecordingInterrupted,
    RecordingEnd.BUSY: NoWorkerFree,
    RecordingEnd.FAILED: RecordingFailed,
}
"""By how the worker says that it ended; `done` and `truncated` are no refusals."""

ALL: tuple[type[AttuneError], ...] = (
    *REFUSALS.values(),
    RecordingTooLarge,
    RecordingCancelled,
    ConsentNotAttested,
)

STATUSES: dict[str, int] = {
    ConsentNotAttested.code: 403,
    RecordingInterrupted.code: 409,
    RecordingCancelled.code: 409,
    RecordingTooLong.code: 413,
    RecordingTooLarge.code: 413,
    NotARecording.code: 415,
    RecordingUnsupported.code: 415,
    RecordingEmpty.code: 422,
    RecordingWithoutSound.code: 422,
    WrongChannels.code: 422,
    RecordingIndexLast.code: 422,
    RecordingRefused.code: 422,
    RecordingFailed.code: 503,
    NoWorkerFree.code: 503,
}
"""HTTP status of each code."""
