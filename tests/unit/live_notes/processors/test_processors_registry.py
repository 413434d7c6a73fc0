"""Which processor may be called: local and declared so, or under an agreement in force; else none."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from live_notes.errors import ProcessorMisdeclared, ProcessorRefused
from live_notes.processors import Processor, ProcessorRegistry, Purpose, read_registry, registry_from

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
BAA = {"reference": "BAA-17", "from": "2026-01-01", "to": "2026-12-31"}
LOCAL = {
    "id": "here",
    "endpoint": "http://127.0.0.1:8080/v1",
    "model": "m",
    "purposes": ["drafting"],
    "local": True,
}
HOSTED = {
    "id": "there",
    "endpoint": "https://api.example.com/v1",
    "model": "m",
    "purposes": ["drafting"],
    "baa": BAA,
}


def permit(declaration: dict[str, Any], purpose: Purpose = Purpose.DRAFTING, now: datetime = NOW) -> None:
    registry = registry_from([declaration])
    registry.permit(registry.named(declaration["id"]), purpose, now)


@pytest.mark.parametrize(
    "endpoint",
    ["http://localhost:1/v1", "http://127.0.0.1/v1", "http://127.9.9.9/v1", "http://[::1]:8080/v1"],
)
def test_loopback_is_local_when_declared_so(endpoint: str) -> None:
    permit({**LOCAL, "endpoint": endpoint})
    with pytest.raises(ProcessorRefused):
        permit({**LOCAL, "endpoint": endpoint, "local": False})


def test_a_private_host_is_local_when_it_is_named() -> None:
    permit({**LOCAL, "endpoint": "http://gpu.practice.lan/v1", "private_hosts": ["gpu.practice.lan"]})


@pytest.mark.parametrize(
    "endpoint",
    ["http://10.0.0.5/v1", "http://gpu.practice.lan/v1", "https://api.example.com/v1", "http://127.0.0.1.evil.example/v1",
     "http://localhost.evil.example/v1", "http://2130706433.example/v1"],
)  # fmt: skip
def test_declared_local_but_standing_elsewhere_is_refused(endpoint: str) -> None:
    with pytest.raises(ProcessorRefused):
        permit({**LOCAL, "endpoint": endpoint})


def test_an_agreement_permits_from_its_first_to_its_last_day() -> None:
    permit(HOSTED, now=datetime(2026, 1, 1, tzinfo=UTC))
    permit(HOSTED, now=datetime(2026, 12, 31, 23, 59, tzinfo=UTC))
    for day in (datetime(2025, 12, 31, 23, 59, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)):
        with pytest.raises(ProcessorRefused):
            permit(HOSTED, now=day)


def test_without_agreement_nothing_leaves() -> None:
    with pytest.raises(ProcessorRefused):
        permit({**HOSTED, "baa": None})


def test_a_remote_processor_needs_https() -> None:
    with pytest.raises(ProcessorRefused):
        permit({**HOSTED, "endpoint": "http://api.example.com/v1"})


def test_another_purpose_is_refused() -> None:
    with pytest.raises(ProcessorRefused):
        permit(LOCAL, Purpose.BRIEF)


def test_an_undeclared_processor_is_refused() -> None:
    registry = registry_from([LOCAL])
    with pytest.raises(ProcessorRefused):
        registry.named("elsewhere")
    with pytest.raises(ProcessorRefused):
        registry.permit(Processor.model_validate({**HOSTED, "id": "here"}), Purpose.DRAFTING, NOW)


@pytest.mark.parametrize(
    "change",
    [{"endpoint": "ftp://x"}, {"endpoint": "https://user:secret@x/v1"}, {"endpoint": "https://x/v1?key=secret"},
     {"id": "Has Spaces"}, {"purposes": []}, {"purposes": ["training"]}, {"secret": "secret"}, {"model": ""},
     {"endpoint": "https://\u0430pi.example.com/v1"},
     {"baa": {"reference": "r", "from": "2026-02-01", "to": "2026-01-01"}}, {"api_key_env": "secret value"},
     {"baa": {**BAA, "reference": "BAA 17"}}, {"baa": {**BAA, "reference": "r" * 201}}, {"model": "a model"}],
)  # fmt: skip
def test_a_bad_declaration_is_named_without_its_values(change: dict[str, Any]) -> None:
    with pytest.raises(ProcessorMisdeclared) as refused:
        registry_from([LOCAL, {**HOSTED, **change}])
    assert "processor 2" in str(refused.value)
    assert "secret" not in str(refused.value).replace("secret: Extra", "")


def test_two_of_one_id_are_refused() -> None:
    with pytest.raises(ProcessorMisdeclared):
        registry_from([LOCAL, LOCAL])


def test_a_toml_file_declares_processors(tmp_path: Path) -> None:
    path = tmp_path / "processors.toml"
    path.write_text(
        """
        [[processor]]
        id = "hosted"
        endpoint = "https://api.example.com/v1/"
        model = "large"
        purposes = ["drafting", "brief"]
        region = "us-east"
        api_key_env = "HOSTED_KEY"
        baa = { reference = "BAA-17", from = 2026-01-01, to = 2026-12-31 }
        zero_retention = { by = "J. Doe, privacy officer", at = 2026-01-05 }
        no_training = { by = "J. Doe, privacy officer", at = 2026-01-05 }
        """
    )
    registry = read_registry(path)
    assert len(registry) == 1
    (hosted,) = registry
    assert hosted.endpoint == "https://api.example.com/v1"
    registry.permit(hosted, Purpose.BRIEF, NOW)


@pytest.mark.parametrize("content", ["not toml [", "processors = 1", "[processor]\nid='x'", "processor = 3"])
def test_a_bad_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "processors.toml"
    path.write_text(content)
    with pytest.raises(ProcessorMisdeclared):
        read_registry(path)


def test_what_is_permitted_is_told_for_every_purpose_with_the_reason_why_not() -> None:
    registry = registry_from([HOSTED, {**HOSTED, "id": "late", "baa": {**BAA, "to": "2026-06-14"}}])
    there, late = registry
    told = {one.purpose: (one.allowed, one.reason) for one in registry.permissions(there, NOW)}
    assert set(told) == set(Purpose)
    assert told.pop(Purpose.DRAFTING) == (True, None)
    assert all(not allowed and reason and "not declared for" in reason for allowed, reason in told.values())
    refused = next(one for one in registry.permissions(late, NOW) if one.purpose is Purpose.DRAFTING)
    assert not refused.allowed
    assert "not in force" in (refused.reason or "")


def test_the_days_an_agreement_has_left_count_its_last_one() -> None:
    (there,) = registry_from([HOSTED])
    assert there.baa is not None
    assert there.baa.days_left(datetime(2026, 12, 31, 23, tzinfo=UTC)) == 1
    assert there.baa.days_left(datetime(2026, 12, 30, tzinfo=UTC)) == 2
    assert there.baa.days_left(datetime(2027, 1, 1, tzinfo=UTC)) == 0


def test_an_empty_registry_permits_nothing() -> None:
    with pytest.raises(ProcessorRefused):
        ProcessorRegistry().named("any")
