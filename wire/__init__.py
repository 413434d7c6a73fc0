"""Every message that crosses a process boundary, declared once.

Two links carry them: the browser's WebSocket (`wire.browser`) and the control
link a media worker dials (`wire.control`). Both share `wire.segments`, the one
event type that travels from ear to screen. The package imports nothing else of
the project, and the browser's TypeScript types are generated from it
(`python -m wire.schema`).
"""

from wire.base import (
    MAX_MESSAGE_BYTES,
    WIRE_VERSION,
    IceServer,
    Message,
    WireError,
)
from wire.segments import Role, Segment, Word

__all__ = [
    "MAX_MESSAGE_BYTES",
    "WIRE_VERSION",
    "IceServer",
    "Message",
    "Role",
    "Segment",
    "WireError",
    "Word",
]
