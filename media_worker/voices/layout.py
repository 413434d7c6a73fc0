"""How the segmentation model lays out time: what it hears at once, and what it answers."""

from __future__ import annotations

CHUNK = 160_000
"""Samples it hears at once: 10 s."""

FRAME_STEP = 270
"""Samples from one of its frames to the next (16.9 ms)."""

FIELD = 991
"""Samples a frame sees; its middle is what it tells of."""

FRAMES = 589
"""Frames of a chunk."""

CLASSES = ((), (0,), (1,), (2,), (0, 1), (0, 2), (1, 2))
"""Who speaks in each of the seven classes."""

LOCALS = 3
"""Speakers that it tells apart at once."""
