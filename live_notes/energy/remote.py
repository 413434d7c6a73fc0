"""The energy of an answer by a remote language model: EcoLogits' published formula, without the library.

Per answer token of a model with P billion parameters, of which A are active, on servers of 8 GPUs with 80 GB:

    GPUs    = 1.2 * P * bits / 8 / 80, rounded up to a power of two
    E_GPU   = alpha * exp(beta * batch) * A + gamma                     Wh of one GPU
    latency = a * A + b * batch + c                                     seconds
    E       = PUE * (GPUs * E_GPU + latency / 3600 * 1200 W * GPUs / 8 / batch)

Coefficients and constants: EcoLogits 0.9, `ecologits/impacts/llm.py`; method: S. Rincé and A. Banse,
"EcoLogits: Evaluating the Environmental Impacts of Generative AI", JOSS 2025, and
https://ecologits.ai/latest/methodology/llm_inference/. The formula counts answer tokens only.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from live_notes.energy.estimate import JOULES_PER_WH, Estimate

METHOD = "EcoLogits 0.9, formula of language model inference, answer tokens"
CHARS_PER_TOKEN = 4.0
"""How long a token of English is about, for answers whose processor does not say how many there were."""

_ENERGY_ALPHA = 1.1665273170451914e-06
_ENERGY_BETA = -0.011205921025579175
_ENERGY_GAMMA = 4.052928146734005e-05
_LATENCY_ALPHA = 0.0006785088094353663
_LATENCY_BETA = 0.0003119310311688259
_LATENCY_GAMMA = 0.019473717579473387
_MEMORY_OVERHEAD = 1.2
_GPU_GIGABYTES = 80
_SERVER_GPUS = 8
_SERVER_WATTS = 1200.0
_REMOTE_PUE = 1.2


@dataclass(frozen=True, slots=True)
class ModelSize:
    """Parameters of a model in billions: all of it, and those that work on each token."""

    total: float
    active: float


@dataclass(frozen=True, slots=True)
class Serving:
    """How a model is served: bits a weight, and requests at once on the same GPUs."""

    bits: int = 16
    batch: int = 64


SMALL, MIDDLE, LARGE = ModelSize(8, 8), ModelSize(70, 70), ModelSize(440, 132)
"""What a model of undeclared size may be: a small dense one, a middle one, a large mixture of experts."""

THRIFTY, USUAL, LAVISH = Serving(bits=4), Serving(), Serving(batch=16)
"""The span for a declared size: small weights, EcoLogits' assumptions, few requests at once."""


def joules_per_token(size: ModelSize, served: Serving = USUAL) -> float:
    """Joules of one answer token, the data centre's PUE of 1.2 included."""
    needed = _MEMORY_OVERHEAD * size.total * served.bits / 8 / _GPU_GIGABYTES
    gpus = 1 << math.ceil(math.log2(max(1, math.ceil(needed))))
    gpu = _ENERGY_ALPHA * math.exp(_ENERGY_BETA * served.batch) * size.active + _ENERGY_GAMMA
    latency = _LATENCY_ALPHA * size.active + _LATENCY_BETA * served.batch + _LATENCY_GAMMA
    server = latency / 3600 * _SERVER_WATTS * gpus / _SERVER_GPUS / served.batch
    return _REMOTE_PUE * (gpus * gpu + server) * JOULES_PER_WH


def joules_of_answer(tokens: int, size: ModelSize | None = None) -> Estimate:
    """Joules of an answer of so many tokens; a model of undeclared size has the whole span of sizes.

    Raises:
        ValueError: the number of tokens is negative.
    """
    if tokens < 0:
        raise ValueError("tokens are not negative")
    if size is None:
        each = Estimate(joules_per_token(SMALL), joules_per_token(MIDDLE), joules_per_token(LARGE))
    else:
        each = Estimate(
            joules_per_token(size, THRIFTY), joules_per_token(size), joules_per_token(size, LAVISH)
        )
    return each.times(tokens)


def tokens_of(answered: int | None, answer: str | None) -> int:
    """Tokens of an answer as its processor counted them, else about as many as its length holds."""
    if answered is not None:
        return max(0, answered)
    return 0 if answer is None else math.ceil(len(answer) / CHARS_PER_TOKEN)
