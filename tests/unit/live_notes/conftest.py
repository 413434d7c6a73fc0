"""The masking engine, loaded once a test run, and masking sessions on top of it without processes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from live_notes.masking import Analysed, Passage, Roster, SessionMasker
from live_notes.masking.analysis import Analyst


class InProcess:
    """The pool's `analyse` in this process: unit tests need no isolation."""

    def __init__(self, analyst: Analyst) -> None:
        self._analyst = analyst

    async def analyse(self, passage: Passage, roster: Roster) -> Analysed:
        return Analysed(self._analyst.analyse(passage, roster))


@pytest.fixture(scope="session")
def analyst() -> Analyst:
    return Analyst.load()


@pytest.fixture(scope="session")
def in_process(analyst: Analyst) -> InProcess:
    return InProcess(analyst)


@pytest.fixture
def masker_for(in_process: InProcess) -> Callable[..., SessionMasker]:
    def make(roster: Roster | None = None) -> SessionMasker:
        return SessionMasker(in_process, roster or Roster())

    return make


@pytest.fixture(scope="session")
def found(analyst: Analyst) -> Callable[..., list[tuple[str, str]]]:
    """`found(text)`: what is found in it, as (entity, surface); `before` and `after` stand around it."""

    def find(
        text: str, roster: Roster | None = None, before: str = "", after: str = ""
    ) -> list[tuple[str, str]]:
        findings = analyst.analyse(Passage(text, before, after), roster or Roster())
        return [(finding.entity.value, text[finding.start : finding.end]) for finding in findings]

    return find
