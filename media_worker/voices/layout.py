"""What passes into and out of the voice models: how much they hear at once, and what they answer."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

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

Activity: TypeAlias = npt.NDArray[np.float32]
"""How sure it is that each of three local speakers speaks, 0 to 1, shape (589, 3)."""

PRINT = 192
"""Numbers of a voice print."""

Prints: TypeAlias = npt.NDArray[np.float32]
"""Voice prints, shape (how many, 192)."""
