"""Which model masking reads with, and what is said of one that is not there."""

from __future__ import annotations

import pytest

from live_notes.errors import MaskingUnavailable
from live_notes.masking import DEFAULT_MODEL, NO_MODEL, AnalysisPool, Entity, Passage, Roster, check_model
from live_notes.masking.analysis import Analyst
from signaling.cli import checks


def test_the_default_model_and_none_are_here() -> None:
    check_model(DEFAULT_MODEL)
    check_model(NO_MODEL)


def test_a_missing_model_is_named_with_its_fix() -> None:
    with pytest.raises(MaskingUnavailable, match="install the package en-core-web-huge"):
        check_model("en_core_web_huge")
    with pytest.raises(MaskingUnavailable):
        AnalysisPool(model="en_core_web_huge").start()
    told = checks.masking("en_core_web_huge")
    assert (told.health, told.advice) == (checks.Health.ILL, "pip install en-core-web-huge")
    assert checks.masking(NO_MODEL).health is checks.Health.WEAK
    assert checks.masking(DEFAULT_MODEL).health is checks.Health.WELL


def test_lists_and_forms_find_identifiers_without_a_model() -> None:
    analyst = Analyst.load(NO_MODEL)
    text = "my sister sarah lives at 14 Elm Street, call 512-555-0199"
    found = {one.entity for one in analyst.analyse(Passage(text), Roster())}
    assert {Entity.PERSON, Entity.STREET_ADDRESS, Entity.PHONE_NUMBER} <= found
