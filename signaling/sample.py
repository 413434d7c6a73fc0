"""Where the shipped sample's speech lies, for those who only measure with it and hold no demo."""

from __future__ import annotations

from pathlib import Path


def sample_speech() -> Path:
    """The recording of the sample conversation's clinician."""
    return Path(__file__).parent / "demo" / "sample" / "clinician.ogg"
