"""What can go wrong in masking and with AI processors. No message carries content."""

from __future__ import annotations

from typing import ClassVar

from retention.errors import AttuneError


class MaskingError(AttuneError):
    """A text could not be masked, so it must not be passed on."""

    code: ClassVar[str] = "masking-failed"


class TextTooLong(MaskingError):
    """The text is beyond what one call may analyse."""

    code: ClassVar[str] = "text-too-long"


class MaskingTimedOut(MaskingError):
    """The analysis took too long; the pool can be recycled and the text tried again."""

    code: ClassVar[str] = "masking-timed-out"


class MaskingUnavailable(MaskingError):
    """The analysis pool is closed or its process died."""

    code: ClassVar[str] = "masking-unavailable"


class ChoiceRefused(MaskingError):
    """A choice that can't be made: no words, too many, one choice too many, or a name that stays masked."""

    code: ClassVar[str] = "choice-refused"


class RosterInvalid(MaskingError):
    """A roster that is not a list of names."""

    code: ClassVar[str] = "roster-invalid"


class MaskLineInvalid(MaskingError):
    """A line of input that is not JSON with a text; the message names its number only."""

    code: ClassVar[str] = "mask-line-invalid"


class PlaceholderError(AttuneError):
    """An answer's placeholders don't fit the session's map: the answer is rejected."""

    code: ClassVar[str] = "placeholder-invalid"


class UnknownPlaceholder(PlaceholderError):
    """A well-formed placeholder that this session never gave out."""

    code: ClassVar[str] = "placeholder-unknown"


class MangledPlaceholder(PlaceholderError):
    """Something that was a placeholder once: bracket lost, number moved, case changed, doubled."""

    code: ClassVar[str] = "placeholder-mangled"


class ProcessorError(AttuneError):
    """An AI processor could not be used."""

    code: ClassVar[str] = "processor-failed"


class ProcessorRefused(ProcessorError):
    """Calling this processor is not permitted: neither local nor under a valid agreement."""

    code: ClassVar[str] = "processor-refused"


class ProcessorMisdeclared(ProcessorError):
    """The declaration of processors can't be read."""

    code: ClassVar[str] = "processor-misdeclared"


class ProcessorUnavailable(ProcessorError):
    """The processor did not answer, or answered with an error."""

    code: ClassVar[str] = "processor-unavailable"


class AnswerTruncated(ProcessorError):
    """The answer stopped before its end."""

    code: ClassVar[str] = "answer-truncated"


class AnswerInvalid(ProcessorError):
    """The answer is not of the asked form."""

    code: ClassVar[str] = "answer-invalid"
