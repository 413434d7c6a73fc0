"""The instruments that prove an absence are shown to find what is there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.folder_watch import FolderWatch, wait_for
from tests.support.process_memory import family, search

PHRASE = "velvet tangerine anchor"
NEVER_SAID = "granite flamingo ledger"
_REMEMBERS = "import sys, time; words = sys.stdin.readline(){form}; print(flush=True); time.sleep(30)"


@pytest.mark.parametrize(
    "form", ["", ".upper()", ".encode()", ".strip() + chr(0x2014)", ".strip() + chr(0x1F600)"]
)
def test_a_phrase_is_found_in_a_process_in_every_form_text_takes(form: str) -> None:
    command = [sys.executable, "-c", _REMEMBERS.format(form=form)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(f"{PHRASE.title()}\n".encode())
        child.stdin.flush()
        child.stdout.readline()
        [process] = family(child.pid)
        traces = search(process, [PHRASE, NEVER_SAID])
        child.kill()
    assert {trace.phrase for trace in traces} == {PHRASE}


def test_children_of_children_belong_to_the_family() -> None:
    inner = f"import subprocess; subprocess.run([{sys.executable!r}, '-c', 'import time; time.sleep(30)'])"
    with subprocess.Popen([sys.executable, "-c", inner]) as child:
        wait_for(lambda: len(family(child.pid)) == 2, 10, "the child has its child")
        for process in reversed(family(child.pid)):
            os.kill(process.pid, 9)


def test_a_file_that_lives_for_a_moment_is_noticed(folder: Path) -> None:
    deep = folder / "deep"
    deep.mkdir()
    with FolderWatch([folder], [PHRASE]) as watch:
        (deep / "brief.tmp").write_text("x")
        (deep / "brief.tmp").unlink()
        wait_for(lambda: bool(watch.findings.appeared - {deep}), 5, "the file is noticed")
    assert watch.findings.appeared == {deep, deep / "brief.tmp"}
    assert not watch.findings.complaints


@pytest.mark.parametrize(
    "content",
    [PHRASE.upper().encode(), PHRASE.encode("utf-16-le"), b"RIFF" + bytes(40), b"OggS" + bytes(40)],
)
def test_clear_words_and_audio_in_a_file_are_complained_of(folder: Path, content: bytes) -> None:
    with FolderWatch([folder], [PHRASE]) as watch:
        (folder / "left").write_bytes(b"" if content[:4] in {b"RIFF", b"OggS"} else b"before ")
        with (folder / "left").open("ab") as file:
            file.write(content)
    assert len(watch.findings.complaints) == 1


def test_what_is_sealed_is_not_complained_of(folder: Path) -> None:
    with FolderWatch([folder], [PHRASE]) as watch:
        (folder / "sealed").write_bytes(os.urandom(4096))
    assert watch.findings.appeared == {folder / "sealed"}
    assert not watch.findings.complaints
