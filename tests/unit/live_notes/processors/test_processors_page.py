"""The example in the documentation is one the registry takes, and the one the clinician's page shows."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from live_notes.errors import ProcessorRefused
from live_notes.processors import Purpose, read_registry

HOUSE = Path(__file__).parents[4]
PAGE = HOUSE / "docs" / "processors.md"
SHOWN = HOUSE / "web_client" / "src" / "strings" / "processor-example.ts"


def test_the_documented_declarations_are_read_and_mean_what_the_page_says(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example is not None
    file = tmp_path / "processors.toml"
    file.write_text(example[1], "utf-8")
    registry = read_registry(file)
    inside, after = datetime(2026, 12, 31, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
    registry.permit(registry.named("own-llama"), Purpose.REDRAFTING, after)
    registry.permit(registry.named("hosted"), Purpose.DRAFTING, inside)
    for purpose, moment in ((Purpose.DRAFTING, after), (Purpose.BRIEF, inside)):
        with pytest.raises(ProcessorRefused):
            registry.permit(registry.named("hosted"), purpose, moment)


def test_the_page_in_the_browser_shows_the_documented_example() -> None:
    documented = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    shown = re.search(r"PROCESSOR_EXAMPLE = `(.*?)(?<!\\)`;", SHOWN.read_text("utf-8"), re.DOTALL)
    command = re.search(r'START_EXAMPLE = "(.*?)";', SHOWN.read_text("utf-8"))
    assert documented is not None
    assert shown is not None
    assert command is not None
    assert shown[1].replace("\\`", "`") == documented[1]
    assert command[1] in PAGE.read_text("utf-8")
