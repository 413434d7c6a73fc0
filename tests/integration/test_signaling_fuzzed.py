"""The interface is asked at random, by its own description, the same questions in every run.

Whatever is asked: no failure of the server, no status, content type or form that is not declared; what is
not of the declared form is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis import Case
from schemathesis.checks import (
    content_type_conformance,
    negative_data_rejection,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from signaling.access import COOKIE
from tests.integration.signaling_play import threaded
from tests.support.described import described

ENDLESS = (
    "get_socket",
    "get_workers",
    "get_workers_recordings_recording",
    "get_sessions_session_transcript_events",
)
"""Connections that stay open; what they refuse is tested elsewhere."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
EXAMPLES = 4

schema = schemathesis.openapi.from_dict(described().document)
schema.config.phases.coverage.enabled = False  # hundreds of questions; run by hand when an operation is new
schema.config.generation.update(database="none", allow_x00=True, with_security_parameters=False)


@dataclass(frozen=True)
class Asked:
    """A server with a few sessions, and what opens it."""

    url: str
    cookie: str
    token: str
    known: dict[str, str]

    def headers(self, keys: list[dict[str, Any]]) -> dict[str, str]:
        """What a clinician sends, or a participant where only they may ask."""
        if any("login" in key for key in keys):
            return {"Cookie": f"{COOKIE}={self.cookie}"}
        return {"Authorization": f"Bearer {self.token}"} if keys else {}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder: Path = tmp_path_factory.mktemp("fuzzed") / "folder"
    with threaded(folder) as served, requests.Session() as http:
        url = served.local_url
        login = http.post(
            f"{url}/v1/login", json={"token": served.owner_link().split("login=")[1]}, timeout=20
        )
        keys = {"Cookie": f"{COOKIE}={login.cookies[COOKIE]}"}
        made = http.post(
            f"{url}/v1/sessions", json={"clients": ["Anna", "Bo"]}, headers=keys, timeout=20
        ).json()
        here = f"{url}/v1/sessions/{made['id']}"
        client, other = (person["id"] for person in made["participants"][1:])
        link = http.post(f"{here}/tokens", json={"participant": client}, headers=keys, timeout=20).json()
        empty = {"format": "soap", "sections": [], "risk": [], "not_discussed": []}
        note = {**empty, "drafter": "by hand", "generated_at": "2026-01-05T09:00:00Z"}
        kept = http.put(f"{here}/note", json={"version": 0, "note": note}, headers=keys, timeout=20).json()
        own: dict[str, Any] = {"name": "Ours", "sections": [{"title": "Story", "contents": ["reported"]}]}
        template = http.post(f"{url}/v1/templates", json=own, headers=keys, timeout=20).json()
        known = {"session": made["id"], "participant": other, "note": kept["id"], "client": made["client_id"]}
        known["template"] = template["id"]
        yield Asked(url, str(login.cookies[COOKIE]), link["token"], known)


@schema.exclude(operation_id=list(ENDLESS)).parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_whatever_is_asked_is_answered_as_described(case: Case[Any], asked: Asked) -> None:
    operation = case.operation.definition.raw
    for name, value in asked.known.items():
        if name in case.path_parameters and len(str(case.path_parameters[name])) % 3:
            case.path_parameters[name] = value  # an id that exists, in two of three questions
    checks = [one for one in CHECKS if (operation["operationId"], one) != ("get_readyz", not_a_server_error)]
    keys = asked.headers(operation["security"]) if operation["operationId"] != "post_logout" else {}
    case.call_and_validate(base_url=asked.url, headers=keys, checks=checks, timeout=20)
