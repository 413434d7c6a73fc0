"""A session with a real language model in a network of its own: nobody else is called, no name leaves."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.integration.observed_session import NAMES, NUMBER
from tests.support.attune_server import private_home
from tests.support.observed_net import in_own_network

ROOT = Path(__file__).parents[2]


def _may_have_its_own_network() -> bool:
    if shutil.which("ip") is None or shutil.which("unshare") is None:
        return False
    return subprocess.run(in_own_network(["true"]), check=False, capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.timeout(400),
    pytest.mark.skipif(not _may_have_its_own_network(), reason="network namespaces may not be made here"),
]


@pytest.fixture(scope="module")
def observed() -> Iterator[dict[str, Any]]:
    """What was seen of one session."""
    with private_home() as home:
        command = in_own_network([sys.executable, "-m", "tests.integration.observed_session", home])
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=350, check=False)
        assert done.returncode == 0, done.stderr[-4000:]
        yield json.loads(done.stdout.splitlines()[-1])


def test_nobody_but_the_declared_processor_is_called(observed: dict[str, Any]) -> None:
    assert observed["asked"]
    assert (observed["outside"], observed["connected_elsewhere"], observed["datagrams"]) == ([], [], [])
    assert observed["control"], "a call to the outside is seen where one is made"


def test_no_name_and_no_number_leaves(observed: dict[str, Any]) -> None:
    assert observed["bodies"]
    for body in observed["bodies"]:
        assert not [name for name in NAMES if name.casefold() in body.casefold()]
        assert not any(part in body for part in NUMBER)
        assert "[CLIENT]" in body


def test_the_ledger_says_exactly_what_was_sent(observed: dict[str, Any]) -> None:
    sent = {hashlib.sha256(body.encode()).hexdigest() for body in observed["bodies"]}
    entries = [entry for entry in observed["ledger"] if entry["body_bytes"]]
    assert {entry["body_sha256"] for entry in entries} <= sent
    assert entries
    assert all(entry["processor"] == "own" and entry["local"] for entry in entries)


def test_there_is_a_note_whatever_so_small_a_model_writes(observed: dict[str, Any]) -> None:
    sections = observed["note"]["sections"]
    assert any(section["sentences"] for section in sections)
    assert all(sentence["evidence"] for section in sections for sentence in section["sentences"])
