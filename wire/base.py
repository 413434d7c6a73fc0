"""What all wire messages have in common: strictness, version, size and one error."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

WIRE_VERSION = 1
"""Raised when a message changes so that an older peer would misread it."""

MAX_MESSAGE_BYTES = 256 * 1024
"""Largest text message accepted on either link. An SDP of a six-party call stays under 40 kB."""

MAX_SDP_CHARS = 128 * 1024
MAX_CANDIDATE_CHARS = 2048

FORGETFUL = ConfigDict(cache_strings="none")
"""For every adapter that reads messages. pydantic otherwise keeps short strings in a cache of the process,
where they outlive the message, and somebody's words the transcript."""

_T = TypeVar("_T")


class Message(BaseModel):
    """A frozen message; unknown fields are refused so that a typing error is seen at once."""

    model_config = ConfigDict(frozen=True, extra="forbid", cache_strings="none", hide_input_in_errors=True)


class IceServer(Message):
    """An entry of `RTCConfiguration.iceServers` (W3C WebRTC §4.2.2)."""

    urls: tuple[str, ...]
    username: str | None = None
    credential: str | None = None


class WireError(ValueError):
    """A message that can't be read.

    `code` is stable and safe to log; the message's content never appears in it,
    since what could not be parsed may be somebody's words.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def parse(adapter: TypeAdapter[_T], text: str | bytes) -> _T:
    """Reads one JSON message of the union behind `adapter`.

    Raises:
        WireError: `message_too_large`, `not_json`, `unknown_type` or `invalid_message`.
    """
    size = len(text.encode() if isinstance(text, str) else text)
    if size > MAX_MESSAGE_BYTES:
        raise WireError("message_too_large", f"{size} bytes, at most {MAX_MESSAGE_BYTES}")
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        raise _wire_error(error) from None


def _wire_error(error: ValidationError) -> WireError:
    """The first finding of pydantic, without the input that caused it."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    # the name of an unknown field is the sender's own text
    known = first["loc"][:-1] if first["type"] == "extra_forbidden" else first["loc"]
    where = ".".join(str(part) for part in known)
    match first["type"]:
        case "json_invalid":
            return WireError("not_json", "the message is not JSON")
        case "union_tag_invalid" | "union_tag_not_found":
            return WireError("unknown_type", "no message has this type")
        case kind:
            return WireError("invalid_message", f"{where or 'message'}: {kind}")
