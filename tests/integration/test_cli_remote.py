"""`attune transcribe --processor`: a recording's speech heard by a declared processor, or by nobody else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from signaling.cli.program import run
from tests.media.fake_microphone import speech_file


@dataclass
class Recognising:
    """A server of the shape of `/v1/audio/transcriptions`, which hears the same words in everything."""

    url: str = ""
    status: int = 200
    bodies: list[bytes] = field(default_factory=list)

    def answer(self) -> bytes:
        words = [{"word": "heard", "start": 0.0, "end": 0.4}, {"word": "elsewhere", "start": 0.4, "end": 0.9}]
        return json.dumps(
            {"text": "heard elsewhere", "language": "en", "duration": 1.0, "words": words}
        ).encode()


@pytest.fixture
def server() -> Iterator[Recognising]:
    standing = Recognising()

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            standing.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            body = standing.answer()
            self.send_response(standing.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Answering) as listening:
        standing.url = f"http://127.0.0.1:{listening.server_port}/v1"
        threading.Thread(target=listening.serve_forever, args=(0.05,), daemon=True).start()
        yield standing
        listening.shutdown()


@pytest.fixture
def declared(server: Recognising, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "processors.toml"
    file.write_text(
        f'[[processor]]\nid = "ear"\nendpoint = "{server.url}"\nmodel = "m"\n'
        'purposes = ["recognition"]\nlocal = true\n\n'
        f'[[processor]]\nid = "pen"\nendpoint = "{server.url}"\nmodel = "m"\n'
        'purposes = ["drafting"]\nlocal = true\n\n'
        '[[processor]]\nid = "far"\nendpoint = "https://processor.example/v1"\nmodel = "m"\n'
        'purposes = ["recognition"]\n'
    )
    monkeypatch.setenv("ATTUNE_PROCESSORS_FILE", str(file))
    monkeypatch.setenv("ATTUNE_EAR_BEAM_SIZE", "1")
    return file


def transcribed(*more: str) -> int:
    return run(["transcribe", str(speech_file("client")), "--model", "tiny.en", "--json", *more])


@pytest.mark.speech
def test_a_declared_processor_hears_and_the_ledger_says_so(
    declared: Path, server: Recognising, capsys: pytest.CaptureFixture[str]
) -> None:
    assert transcribed("--processor", "ear") == 0
    captured = capsys.readouterr()
    segments = json.loads(captured.out)["segments"]
    assert {one["text"] for one in segments} == {"heard elsewhere"}
    ledger = [json.loads(line[8:]) for line in captured.err.splitlines() if line.startswith("ledger: ")]
    assert len(ledger) == len(server.bodies) == len(segments)
    assert all(one["purpose"] == "recognition" and one["outcome"] == "answered" for one in ledger)
    assert all(one["audio_seconds"] > 0 and len(one["body_sha256"]) == 64 for one in ledger)
    assert "elsewhere" not in captured.err


@pytest.mark.speech
def test_a_failing_processor_costs_no_words(
    declared: Path, server: Recognising, capsys: pytest.CaptureFixture[str]
) -> None:
    server.status = 503
    assert transcribed("--processor", "ear") == 0
    segments = json.loads(capsys.readouterr().out)["segments"]
    assert segments
    assert not [one for one in segments if "elsewhere" in one["text"]]


@pytest.mark.parametrize(
    ("name", "says"),
    [("pen", "not declared for recognition"), ("far", "agreement"), ("nobody", "no processor is declared")],
)
def test_who_may_not_hear_is_told_before_anything_is_heard(
    name: str, says: str, declared: Path, server: Recognising, capsys: pytest.CaptureFixture[str]
) -> None:
    assert transcribed("--processor", name) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert says in captured.err
    assert server.bodies == []


def test_without_a_file_of_processors_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ATTUNE_PROCESSORS_FILE", raising=False)
    assert transcribed("--processor", "ear") == 2
    assert "ATTUNE_PROCESSORS_FILE" in capsys.readouterr().err
