"""Short silent recordings: what is planned does not depend on what is said in them."""

from __future__ import annotations

import wave

import pytest

from bench.clips import Clip, Pair


@pytest.fixture(scope="session")
def short_pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two tracks of 120 s; something is said at the begin and the end of each."""
    folder = tmp_path_factory.mktemp("clips")
    clips = []
    for name in ("one", "two"):
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16_000)
            file.writeframes(bytes(2 * 16_000 * 120))
        clips.append(
            Clip(folder / f"{name}.wav", ((0.5, 1.0, "yes"), (1.0, 1.5, "indeed"), (118.0, 119.0, "bye")))
        )
    return clips[0], clips[1]
