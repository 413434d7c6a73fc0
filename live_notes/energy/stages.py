"""Where a session spends energy, how that is known, and what is left out."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a session spends energy. The remote stage is counted in tokens, the others in CPU seconds."""

    MEDIA = "media"
    RECOGNITION = "recognition"
    MASKING = "masking"
    DRAFTING_LOCAL = "drafting_local"
    DRAFTING_REMOTE = "drafting_remote"


LOCAL_STAGES = tuple(stage for stage in Stage if stage is not Stage.DRAFTING_REMOTE)


class Label(StrEnum):
    """How the figures are known.

    `MEASURED`: every CPU second was spent while the processor's own energy counter was read, and nothing was
    spent elsewhere. `MODELLED`: nothing was measured. `PARTLY`: all between, also a session that was measured
    here and drafted by a remote processor, whose energy is always modelled.
    """

    MEASURED = "measured"
    MODELLED = "modelled"
    PARTLY = "partly measured"


NOT_COUNTED = (
    "participants' devices and their displays",
    "network between participants and server",
    "memory, storage, network cards, fans and power supply of the machine",
    "idle power of the machine where energy is modelled; where it is measured, that between two calls",
    "pages, storing, signing and destroying (under a CPU second a session)",
    "reading of the prompt by a remote processor, and answers that never came",
    "manufacture of the hardware (embodied carbon)",
    "training of the models",
)
"""What the figures leave out, shown beside them."""
