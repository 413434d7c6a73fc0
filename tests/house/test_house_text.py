"""What the files of the repository may not say: where they were written, and where packages come from."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY

TEXT = {
    ".py",
    ".md",
    ".toml",
    ".ts",
    ".js",
    ".mjs",
    ".css",
    ".html",
    ".json",
    ".yml",
    ".yaml",
    ".lock",
    ".sh",
    ".conf",
    "",
}
_PLACES_OF_ONE_MACHINE = re.compile(r"(?<![\w.])/(work|root|home/\w+|Users/\w+)/")
_PACKAGE_HOSTS = re.compile(
    "|".join(
        (
            "registry" + r"\.npm",
            "pypi" + r"\.org",
            "python" + "hosted",
            "npm" + r"js\.",
            r"deb\.debian" + r"\.org",
        )
    ),
    re.IGNORECASE,
)


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY, capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    paths = [REPOSITORY / name for name in listed.split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix in TEXT]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text file of the repository by its path."""
    return {str(path.relative_to(REPOSITORY)): path.read_text(errors="replace") for path in _tracked()}


def _lines_with(texts: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_place_of_one_machine(texts: dict[str, str]) -> None:
    here = str(Path(__file__).relative_to(REPOSITORY))
    assert not _lines_with(
        {path: text for path, text in texts.items() if path != here}, _PLACES_OF_ONE_MACHINE
    )


def test_no_file_names_a_package_registry(texts: dict[str, str]) -> None:
    assert not _lines_with(texts, _PACKAGE_HOSTS)


def test_lock_files_pin_by_hash_and_not_by_place(texts: dict[str, str]) -> None:
    python = texts["requirements.lock"]
    pinned = re.findall(r"^(\S+==\S+)", python, re.MULTILINE)
    assert len(pinned) > 100
    assert len(pinned) == len(re.findall(r"^\S+==.*\\\n    --hash=sha256:", python, re.MULTILINE))
    assert "://" not in python
    client = json.loads(texts["web_client/package-lock.json"])["packages"]
    installed = {name: entry for name, entry in client.items() if name}
    assert all("integrity" in entry for entry in installed.values())
    assert not [name for name, entry in installed.items() if "resolved" in entry]


def test_every_link_between_documents_leads_somewhere(texts: dict[str, str]) -> None:
    broken = []
    for path, text in texts.items():
        shown = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL) if path.endswith(".md") else ""
        for target in re.findall(r"!?\[[^\]]*\]\(([^)#\s]+)[^)]*\)", shown):
            if "://" not in target and not (REPOSITORY / path).parent.joinpath(target).exists():
                broken.append(f"{path}: {target}")
    assert not broken


def test_every_test_that_a_page_points_at_is_there(texts: dict[str, str]) -> None:
    pages = {path: text for path, text in texts.items() if path.endswith(".md")}
    pointed = {
        found for text in pages.values() for found in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", text)
    }
    assert len(pointed) > 20
    missing = [one for one in sorted(pointed) if one[0] not in texts or f"def {one[1]}" not in texts[one[0]]]
    assert not missing
