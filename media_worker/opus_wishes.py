"""What the worker asks of the sender, written into its SDP answer.

aiortc writes no Opus parameters of its own into an answer. They describe what the answerer
wants to *receive* (RFC 7587 section 6.1, RFC 8866 section 6.4), so they are added to the text
that is sent; aiortc's own state is not touched.
"""

from __future__ import annotations

import re

PACKET_MS = 60
"""A third of the packets of the default, for 40 ms more of delay."""

BIT_RATE = 32_000
"""Ample for mono speech of 8 kHz bandwidth together with its error correction."""

_WISHES = {
    "minptime": "20",
    "maxplaybackrate": "16000",
    "maxaveragebitrate": str(BIT_RATE),
    "stereo": "0",
    "sprop-stereo": "0",
    "useinbandfec": "1",
    "usedtx": "1",
}
_RTPMAP = re.compile(r"^a=rtpmap:(\d+) opus/48000[^\r\n]*(\r?\n)", re.IGNORECASE | re.MULTILINE)
_OWN = re.compile(r"^a=(?:max)?ptime:[^\r\n]*\r?\n", re.MULTILINE)


def asking_for_speech(answer: str, packet_ms: int = PACKET_MS) -> str:
    """The answer, asking for mono speech at 16 kHz in long packets, with DTX and error correction.

    And for what was lost to be kept and sent again (`resending`).
    """
    found = _RTPMAP.search(answer)
    if found is None:
        return answer
    payload, end = found.groups()
    without = _OWN.sub("", answer)
    without = re.sub(rf"^a=fmtp:{payload} [^\r\n]*\r?\n", "", without, flags=re.MULTILINE)
    wishes = ";".join(f"{name}={value}" for name, value in _WISHES.items())
    lines = (
        f"a=fmtp:{payload} {wishes}{end}a=rtcp-fb:{payload} nack{end}"
        f"a=ptime:{packet_ms}{end}a=maxptime:{packet_ms}{end}"
    )
    return _RTPMAP.sub(lambda rtpmap: rtpmap.group(0) + lines, without, count=1)
