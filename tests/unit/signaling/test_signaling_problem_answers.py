"""Errors as problems: a status each, and nothing of what was sent."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from retention import NotFound, TranscriptDestroyed
from signaling import problems
from signaling.errors import (
    InvalidBody,
    TokenForged,
    WrongSession,
)
from signaling.findings import findings_of
from wire import WireError


class Thing(BaseModel):
    size: int


def test_problems_never_echo_what_was_sent() -> None:
    with pytest.raises(ValidationError) as caught:
        Thing.model_validate_json('{"size": "the secret words"}')
    found = problems.of_error(InvalidBody(findings_of(caught.value)))
    assert (found.status, found.code) == (422, "invalid-body")
    assert "secret" not in found.model_dump_json()
    assert found.detail == "The field size must be a whole number."
    assert [(one.pointer, one.message) for one in found.errors] == [
        ("#/size", "This must be a whole number.")
    ]
    # One that no request caused is a fault of ours, and says nothing.
    assert problems.of_error(caught.value).code == "internal"


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFound("no"), 404, "not-found"),
        (TranscriptDestroyed("gone"), 410, "transcript-destroyed"),
        (TokenForged("no"), 401, "token-forged"),
        (WrongSession("no"), 403, "wrong-session"),
        (WireError("not_json", "no"), 422, "invalid-body"),
        (RuntimeError("the secret words"), 500, "internal"),
    ],
)
def test_each_error_has_its_status(error: Exception, status: int, code: str) -> None:
    found = problems.of_error(error)
    assert (found.status, found.code) == (status, code)
    assert "secret" not in found.detail
