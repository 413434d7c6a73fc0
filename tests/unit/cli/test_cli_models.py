"""`attune models`, and every command's answer to a model or device that can't work."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from media_worker import trial
from media_worker.errors import ModelUnavailable
from media_worker.models import locate
from signaling.cli.program import run
from signaling.config import PREFIX, Settings
from signaling.supervisor import Supervisor, WorkerUnfit
from tests.media.fake_microphone import speech_file
from tests.media.small_model import TOKENS, small_model, tokenizer


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No setting from outside, and a folder for models in which `tiny.en` is ready and `base` is not."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    folder = tmp_path / "models"
    (folder / "tiny.en").mkdir(parents=True)
    for file in locate("tiny.en").path.iterdir():
        (folder / "tiny.en" / file.name).symlink_to(file)
    monkeypatch.setenv("ATTUNE_EAR_MODELS_FOLDER", str(folder))
    return folder


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[[Sequence[str]], str]:
    """Runs a command line that must be refused with one line; gives the line."""

    def check(arguments: Sequence[str]) -> str:
        assert run(arguments) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err

    return check


def _listed(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert run(["models", "list", "--json"]) == 0
    return {one["name"]: one for one in json.loads(capsys.readouterr().out)}


def test_the_list_says_what_is_ready_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    found = _listed(capsys)
    assert found["tiny.en"]["ready"]
    assert found["tiny.en"]["languages"] == "English only"
    assert not found["base"]["ready"]
    assert found["base"]["in_use"]
    assert "python -m media_worker.models" in str(found["base"]["fault"])
    assert run(["models", "list"]) == 0
    printed = capsys.readouterr().out
    assert "not ready" in printed
    assert "38 M" in printed


def test_using_a_model_and_what_wins_over_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["models", "use", "tiny.en"]) == 0
    assert _listed(capsys)["tiny.en"]["in_use"]
    assert Settings().model == "tiny.en"
    monkeypatch.setenv("ATTUNE_EAR_MODEL", "base")
    assert Settings().model == "base"
    monkeypatch.setenv("ATTUNE_MODEL", "elsewhere")
    assert Settings().model == "elsewhere"
    assert run(["models", "use", "tiny.en"]) == 0
    assert capsys.readouterr().out.count("wins over it") == 2


def test_a_model_in_use_by_its_path_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = small_model(tmp_path / "own")
    monkeypatch.setenv("ATTUNE_MODEL", str(own))
    assert _listed(capsys)[str(own)]["origin"] == "path"
    shutil.rmtree(own)
    assert not _listed(capsys)[str(own)]["ready"]


@pytest.mark.speech
def test_a_model_is_added_tried_used_and_removed(
    own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = locate("tiny.en").path
    assert run(["models", "add", str(source), "--name", "clinic"]) == 0
    assert "38 million parameters" in capsys.readouterr().out
    assert run(["models", "use", "clinic"]) == 0
    assert run(["models", "remove", "clinic"]) == 2  # it is in use
    assert run(["models", "use", "tiny.en"]) == 0
    assert run(["models", "remove", "clinic"]) == 0
    assert not (own_folder / "clinic").exists()


@pytest.mark.speech
def test_a_model_of_the_right_form_that_can_not_compute_is_not_added(
    tmp_path: Path, own_folder: Path, refused: Callable[[Sequence[str]], str]
) -> None:
    refused(["models", "add", str(small_model(tmp_path / "hollow"))])
    assert {path.name for path in own_folder.iterdir()} == {"tiny.en"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["models", "use", "nothing"], "attune models list"),
        (["models", "use", "base"], "not ready"),
        (["models", "use", "a/b"], "attune models list"),
        (["models", "remove", "tiny.en"], "no added model"),
        (["models", "add", "/nowhere"], "missing model.bin"),
        (["models", "add", "/nowhere", "--name", "a/b"], "--name"),
        (["models", "add", "/nowhere/tiny.en"], "there already"),
        (["models", "add", "/"], "--name"),
    ],
    ids=" ".join,
)
def test_bad_use_names_the_fix(
    arguments: list[str], says: str, refused: Callable[[Sequence[str]], str]
) -> None:
    assert says in refused(arguments)


def _truncated(folder: Path) -> None:
    file = folder / "model.bin"
    with file.resolve().open("rb") as whole:
        beginning = whole.read(1 << 20)
    file.unlink()
    file.write_bytes(beginning)


def _garbage(folder: Path) -> None:
    (folder / "model.bin").unlink()
    (folder / "model.bin").write_bytes(bytes(range(256)) * 64)


def _wrong_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer.json").write_text(tokenizer(TOKENS))


BROKEN = {"cut off": _truncated, "no model of CTranslate2": _garbage, "another model": _wrong_tokenizer}
STARTS = (
    ["serve", "--port", "0"],
    ["transcribe", str(speech_file("client"))],
    ["demo"],
)


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start[0])
@pytest.mark.parametrize("says", BROKEN)
def test_a_broken_model_stops_a_start_with_one_line(
    says: str,
    start: list[str],
    own_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    refused: Callable[[Sequence[str]], str],
) -> None:
    broken = (own_folder / "tiny.en").rename(own_folder.parent / "broken")
    BROKEN[says](broken)
    for variable in ("ATTUNE_MODEL", "ATTUNE_EAR_MODEL"):
        monkeypatch.setenv(variable, str(broken))
    assert says in refused(start)


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start[0])
@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("DEVICE", "cuda", "GPU"),
        ("COMPUTE_TYPE", "bfloat16", "bfloat16"),
        ("COMPUTE_TYPE", "int3", "compute_type"),
    ],
)
def test_a_device_that_can_not_stops_a_start_with_one_line(
    variable: str,
    value: str,
    says: str,
    start: list[str],
    monkeypatch: pytest.MonkeyPatch,
    refused: Callable[[Sequence[str]], str],
) -> None:
    monkeypatch.setenv("ATTUNE_MODEL", "tiny.en")
    monkeypatch.setenv("ATTUNE_EAR_MODEL", "tiny.en")
    monkeypatch.setenv(f"ATTUNE_EAR_{variable}", value)
    assert says in refused(start)


def test_a_worker_tells_a_broken_model_in_one_line(own_folder: Path) -> None:
    broken = (own_folder / "tiny.en").rename(own_folder.parent / "broken")
    _truncated(broken)
    environment = {**os.environ, "ATTUNE_WORKER_TOKEN": "x", "ATTUNE_EAR_MODEL": str(broken)}
    command = [sys.executable, "-m", "signaling.cli", "worker", "--connect", "ws://127.0.0.1:9"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == "model.bin is cut off or damaged: copy or download it again\n"


@pytest.mark.parametrize(("value", "hardened"), [(None, True), ("true", True), ("false", False)])
def test_a_worker_overwrites_freed_memory_unless_told_not_to(
    value: str | None, hardened: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setenv("ATTUNE_WORKER_TOKEN", "x")
    if value is not None:
        monkeypatch.setenv("ATTUNE_HARDEN", value)
    monkeypatch.setenv("ATTUNE_EAR_SAMPLE", "sample.wav")  # which the command would set for this process
    monkeypatch.setattr("signaling.hygiene.reexec_hardened", lambda: asked.append("hardened"))

    def work(_arguments: Sequence[str]) -> int:
        asked.append("run")
        return 0

    monkeypatch.setattr("media_worker.__main__.main", work)
    assert run(["worker", "--connect", "ws://127.0.0.1:9"]) == 0
    assert asked == (["hardened", "run"] if hardened else ["run"])


def test_a_worker_refuses_a_switch_that_is_neither_on_nor_off(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTUNE_WORKER_TOKEN", "x")
    monkeypatch.setenv("ATTUNE_HARDEN", "perhaps")
    assert run(["worker", "--connect", "ws://127.0.0.1:9"]) == 2
    assert capsys.readouterr().err == "attune: ATTUNE_HARDEN must be true or false\n"


async def test_a_worker_that_can_not_work_from_the_start_ends_the_server() -> None:
    supervisor = Supervisor((sys.executable, "-c", "raise SystemExit(2)"), 1, "token")
    with pytest.RaisesGroup(WorkerUnfit):
        await asyncio.wait_for(supervisor.run(), 30)
    assert not supervisor.children


async def test_a_worker_that_once_worked_is_started_again_whatever_it_says(tmp_path: Path) -> None:
    mark = tmp_path / "starts"
    program = (
        f"import sys; file = open({str(mark)!r}, 'a+'); file.seek(0); started = file.read(); "
        "file.write('x'); sys.exit(2 if started else 0)"
    )
    supervisor = Supervisor((sys.executable, "-c", program), 1, "token")
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        running = group.create_task(supervisor.run())
        while not mark.exists() or len(mark.read_text()) < 3:  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.05)
        running.cancel()


def test_a_model_that_brings_the_decoder_down_brings_nobody_else_down(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = subprocess.CompletedProcess([], -6, b'{"model": "first", "times": 9.0}\n', b"")
    rest = subprocess.CompletedProcess([], 0, b'{"model": "third", "times": 4.0}\n', b"")
    asked: list[list[str]] = []

    def run_instead(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command[command.index("--") + 1 :])
        return done if len(asked) == 1 else rest

    monkeypatch.setattr(subprocess, "run", run_instead)
    first, second, third = trial.try_models(["first", "second", "third"])
    assert asked == [["first", "second", "third"], ["third"]]
    assert (first.times, third.times) == (9.0, 4.0)
    assert "brought the decoder down" in second.fault


def test_a_trial_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(command: list[str], **_: object) -> None:
        raise subprocess.TimeoutExpired(command, 5)

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(ModelUnavailable, match="no answer within"):
        trial.check("slow")
