"""The command line from outside: what it offers, and what it answers to bad input."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from signaling.cli.examples import EXAMPLES
from signaling.cli.program import run
from tests.media.fake_microphone import speech_file

COMMANDS = (
    "serve",
    "worker",
    "demo",
    "transcribe",
    "draft",
    "mask",
    "brief",
    "backup",
    "restore",
    "doctor",
    "bench",
    "models",
    "audit",
    "receipts",
    "notes",
    "retention",
    "keys",
    "hold",
)


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[[Sequence[str]], str]:
    """Runs a command line that must be refused; gives its one line."""

    def check(arguments: Sequence[str]) -> str:
        assert run(arguments) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("attune: ")
        assert captured.err.count("\n") == 1
        return captured.err

    return check


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str, object], str]:
    """Writes what a command is given (text, bytes, or a value as JSON) and gives the file's path."""

    def write(name: str, content: object) -> str:
        file = tmp_path / name
        whole = content if isinstance(content, str | bytes) else json.dumps(content)
        file.write_bytes(whole if isinstance(whole, bytes) else whole.encode())
        return str(file)

    return write


def test_help_offers_the_commands_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    offered = re.findall(r"^│ (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert tuple(offered) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert "Usage" in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_how_it_is_used(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run([command, "--help"]) == 0
    printed = capsys.readouterr().out
    assert all(" ".join(line.split()) in printed for line in EXAMPLES[command])


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_use_options_that_exist(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    for line in EXAMPLES[command]:
        for part in line.split("|"):
            words = part.split()
            if "attune" not in words:
                continue
            run([words[words.index("attune") + 1], "--help"])
            offered = capsys.readouterr().out
            assert all(word in offered for word in words if word.startswith("--")), line


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert re.fullmatch(r"attune \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    "arguments",
    [
        ["astrology"],
        ["transcribe"],
        ["transcribe", "a.wav", "--channels", "seven"],
        ["transcribe", str(speech_file("client")), "--speed", "2"],
        ["transcribe", str(speech_file("client")), "--streaming", "--speed", "0"],
        ["transcribe", str(speech_file("client")), "--streaming", "--speed", "nan"],
        ["transcribe", str(speech_file("client")), "--speaker", "Maya"],
        ["transcribe", str(speech_file("client")), "--model", "/nowhere"],
        ["draft"],
        ["draft", "--summary", "  "],
        ["draft", "--summary", "Slept well.", "--format", "limerick"],
        ["draft", "--summary", "Slept well.", "--drafter", "oracle"],
        ["draft", "--summary", "Slept well.", "--drafter", "model"],
        ["draft", "--transcript", "/nowhere.json"],
        ["mask", "--roster", "/nowhere.json"],
        ["worker", "--connect", "ws://localhost:1"],
        ["serve", "--port", "123456"],
        ["worker", "--connect", "gopher://localhost"],
        ["demo", "--format", "limerick"],
        ["demo", "--model", "/nowhere"],
        ["demo", "--track", "Maya"],
        ["demo", "--track", f"Maya:astronaut:{speech_file('client')}"],
        ["demo", "--track", "Maya:client:/nowhere.wav"],
        [
            "demo",
            "--track",
            f"A:clinician:{speech_file('client')}",
            "--track",
            f"B:doctor:{speech_file('client')}",
        ],
    ],
    ids=" ".join,
)
def test_bad_use_is_answered_by_one_line(
    arguments: list[str], refused: Callable[[Sequence[str]], str]
) -> None:
    refused(arguments)


def _not_media(folder: Path) -> Path:
    file = folder / "letter.wav"
    file.write_text("Dear Maya, this is a letter.\n" * 50)
    return file


def _empty(folder: Path) -> Path:
    file = folder / "empty.wav"
    file.touch()
    return file


def _no_samples(folder: Path) -> Path:
    file = folder / "header.wav"
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
    return file


def _noise(folder: Path) -> Path:
    file = folder / "noise.mp3"
    file.write_bytes(bytes(range(256)) * 64)
    return file


@pytest.mark.parametrize(
    "make", [_not_media, _empty, _noise, lambda folder: folder / "gone.wav", lambda folder: folder]
)
@pytest.mark.parametrize("command", ["transcribe", "demo"])
def test_a_file_that_is_no_recording_is_named(
    command: str, make: Callable[[Path], Path], tmp_path: Path, refused: Callable[[Sequence[str]], str]
) -> None:
    file = make(tmp_path)
    line = refused(
        ["transcribe", str(file)] if command == "transcribe" else ["demo", "--track", f"A:client:{file}"]
    )
    assert file.name in line


def test_a_recording_without_a_sample_can_not_be_played(
    tmp_path: Path, refused: Callable[[Sequence[str]], str]
) -> None:
    assert "header.wav" in refused(["demo", "--track", f"A:client:{_no_samples(tmp_path)}"])


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"segments": 3}', '{"segments": [{"text": 5}]}'])
def test_a_transcript_that_is_none_is_refused_without_quoting_it(
    text: str, tmp_path: Path, refused: Callable[[Sequence[str]], str]
) -> None:
    file = tmp_path / "transcript.json"
    file.write_text(text)
    refused(["draft", "--transcript", str(file)])


SAID = "I have been sleeping badly for two weeks and I worry about work."


@pytest.mark.parametrize(
    ("segments", "says"),
    [
        ([{"text": SAID, "start": -1}], "segment 1: start"),
        ([{"text": SAID}, {"text": SAID, "start": 5, "end": 3}], "segment 2: end is before start"),
        ([{"text": SAID, "start": 10**400}], "segment 1: start"),
        ([{"text": SAID, "end": float("inf")}], "segment 1: end"),
        ([{"text": SAID, "id": "a"}, {"text": SAID}, {"text": SAID, "id": "a"}], "segments 1 and 3"),
        ([{"text": SAID, "id": ["a"]}], "segment 1: id"),
        ([{"text": SAID, "role": 5}], "segment 1: role"),
        ([{"text": SAID, "speaker": ["Maya"]}], "segment 1: speaker"),
        ([{"text": SAID, "final": "yes"}], "segment 1: final"),
        ([{"text": "\ud800 " + SAID}], "segment 1: text"),
    ],
)
def test_segments_that_can_not_be_are_told_by_number_and_field(
    segments: object, says: str, given: Callable[[str, object], str], refused: Callable[[Sequence[str]], str]
) -> None:
    line = refused(["draft", "--transcript", given("said.json", {"segments": segments})])
    assert says in line
    assert "badly" not in line


def test_segments_without_ids_are_numbered(
    given: Callable[[str, object], str], capsys: pytest.CaptureFixture[str]
) -> None:
    file = given("said.json", [{"text": SAID, "role": "client"}])
    assert run(["draft", "--transcript", file, "--json"]) == 0
    (subjective, *_) = json.loads(capsys.readouterr().out)["sections"]
    assert subjective["sentences"][0]["evidence"] == ["line-1"]


@pytest.mark.parametrize(
    ("preferences", "says"),
    [
        ({"colour": "red"}, "colour; known are clinician_term"),
        ({"detail": 5}, "detail is one of concise"),
        ({"client_term": 7}, "client_term is a text"),
        ({"pronouns": "xe"}, "pronouns is one of said"),
        ([1], "JSON object"),
        ("", "is empty"),
        (b"\xff{}", "UTF-8"),
    ],
)
def test_preferences_that_can_not_be_are_told_by_name(
    preferences: object,
    says: str,
    given: Callable[[str, object], str],
    refused: Callable[[Sequence[str]], str],
) -> None:
    file = given("wishes.json", preferences)
    assert says in refused(["draft", "--summary", "Client slept well.", "--preferences", file])


@pytest.mark.parametrize(
    ("roster", "says"),
    [
        ("", "roster.json is empty"),
        ("[", "not JSON (line 1)"),
        ({"name": "Maya"}, "JSON list"),
        (["Maya", 1], "entry 2 "),
        (["Maya", " "], "entry 2: a name has"),
        ([{"name": "Maya", "nick": "May"}], "entry 1: besides name"),
        ([{"name": "Maya", "role": "queen"}], "entry 1: the role is one of client"),
        (b'["Zo\xeb"]', "UTF-8"),
    ],
)
def test_a_roster_that_is_none_is_told_by_its_fault(
    roster: object, says: str, given: Callable[[str, object], str], refused: Callable[[Sequence[str]], str]
) -> None:
    line = refused(["mask", "--roster", given("roster.json", roster)])
    assert line.startswith("attune: --roster: ")
    assert says in line
    assert "Maya" not in line


def test_a_roster_that_is_not_there_is_named(refused: Callable[[Sequence[str]], str]) -> None:
    assert refused(["mask", "--roster", "/nowhere.json"]) == (
        "attune: --roster: nowhere.json: no such file or directory\n"
    )


def test_one_channel_can_not_be_split(refused: Callable[[Sequence[str]], str]) -> None:
    line = refused(["transcribe", str(speech_file("client")), "--channels", "split"])
    assert "one channel" in line


def test_a_folder_is_called_a_folder(tmp_path: Path, refused: Callable[[Sequence[str]], str]) -> None:
    assert "folder" in refused(["transcribe", str(tmp_path)])
    assert "folder" in refused(["demo", "--track", f"A:client:{tmp_path}"])
    assert refused(["transcribe", "."]).startswith("attune: .: ")


@pytest.mark.parametrize("second", ["maya:client", "MAYA:doctor"])
def test_two_people_of_one_name_can_not_be_told_apart(
    second: str, refused: Callable[[Sequence[str]], str]
) -> None:
    file = speech_file("client")
    line = refused(["demo", "--track", f"Maya:client:{file}", "--track", f"{second}:{file}"])
    assert "same name" in line


def test_the_demos_roles_are_those_its_help_names(refused: Callable[[Sequence[str]], str]) -> None:
    line = refused(["demo", "--track", f"A:supervisor:{speech_file('client')}"])
    assert "clinician or client" in line
    assert "interpreter" not in line


def test_words_that_can_not_be_read_are_not_repeated(
    tmp_path: Path, refused: Callable[[Sequence[str]], str]
) -> None:
    file = tmp_path / "transcript.json"
    file.write_text('{"segments": [{"text": "purple marmalade umbrella"')
    assert "marmalade" not in refused(["draft", "--transcript", str(file)])


def test_a_port_in_use_is_said_at_once_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "signaling.cli", "serve", "--data", str(tmp_path / "records")]
        ended = subprocess.run(
            [*command, "--port", str(taken.getsockname()[1])],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert ended.returncode == 2
    assert ended.stderr == "attune: this port is in use: choose another with --port\n"
    assert ended.stdout == ""
    assert not (tmp_path / "records").exists(), "nothing is opened for a server that can't listen"


def test_a_misspelt_setting_is_refused(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[Sequence[str]], str]
) -> None:
    monkeypatch.setenv("ATTUNE_TRANSCIPT_DAYS", "1")
    assert "ATTUNE_TRANSCIPT_DAYS" in refused(["serve"])


def test_a_server_without_its_model_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[Sequence[str]], str]
) -> None:
    monkeypatch.setenv("ATTUNE_MODEL", "/nowhere")
    assert "model.bin" in refused(["serve"])


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("ATTUNE_DATABASE_URL", "postgresql+asyncpg://nobody@127.0.0.1/none", "database"),
        ("ATTUNE_REDIS_URL", "redis://127.0.0.1:1/0", "redis"),
    ],
)
def test_a_store_that_can_not_be_had_is_named(name: str, value: str, says: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "signaling.cli", "serve", "--port", "0", "--workers", "0"]
    environment = {**os.environ, name: value, "ATTUNE_HARDEN": "false"}
    ended = subprocess.run(
        [*command, "--data", str(tmp_path / "kept")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    last = ended.stderr.strip().splitlines()[-1]
    assert last.startswith("attune: ")
    assert says in last
    assert "Traceback" not in ended.stdout + ended.stderr


def test_the_format_is_known_in_capitals_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "--format", "DAP", "--summary", "Client slept well this week.", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "dap"


def test_transcripts_can_not_be_kept_longer_than_seven_days(
    monkeypatch: pytest.MonkeyPatch, refused: Callable[[Sequence[str]], str]
) -> None:
    monkeypatch.setenv("ATTUNE_TRANSCRIPT_DAYS", "8")
    assert "transcript_days" in refused(["serve"])


def test_a_draft_from_a_summary_has_the_notes_shape(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Client reported poor sleep. Practised a breathing exercise. We will meet next Tuesday."
    assert run(["draft", "--summary", text, "--format", "birp", "--json"]) == 0
    note = json.loads(capsys.readouterr().out)
    assert note["format"] == "birp"
    assert [section["title"] for section in note["sections"]] == [
        "Behavior",
        "Intervention",
        "Response",
        "Plan",
    ]
    sentences = [sentence for section in note["sections"] for sentence in section["sentences"]]
    assert sentences
    assert all({"text", "evidence", "flags"} <= sentence.keys() for sentence in sentences)
    assert {"risk", "not_discussed", "drafter", "generated_at"} <= note.keys()


def test_a_transcript_comes_by_standard_input_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "I have been sleeping badly for two weeks and I worry about my work every night."
    segment = {"id": "s1", "speaker": "Maya", "role": "client", "start": 0.0, "end": 6.0, "text": said}
    file = tmp_path / "given.json"
    file.write_text(json.dumps({"language": "en", "segments": [segment]}))
    monkeypatch.setattr("sys.stdin", file.open())
    assert run(["draft", "--transcript", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "soap"
