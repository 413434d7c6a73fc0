"""The master key under a key service: encrypted in its file, read through the service, moved under it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from retention import FrozenClock, KeyUnavailable, Memory, NewSession, RetentionSettings, rotate_master_key
from tests.support.kms_stand_in import KEY, StandInKms, kms_stand_in


@pytest.fixture
async def service(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[StandInKms]:
    async with kms_stand_in() as running:
        monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", running.url)
        monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "id")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        yield running


@pytest.fixture
def under_kms(settings: RetentionSettings) -> RetentionSettings:
    return replace(settings, master_key_kms=f"aws:{KEY}")


async def write(settings: RetentionSettings, clock: FrozenClock) -> None:
    async with Memory.open(settings, clock) as memory:
        session = (await memory.sessions.create(NewSession(client="Ada"))).id
        await memory.transcripts.append(session, {"id": "seg_1", "text": "words"})
        assert (await memory.transcripts.read(session))[0]["text"] == "words"


async def test_the_file_holds_what_the_service_encrypted(
    under_kms: RetentionSettings, clock: FrozenClock, service: StandInKms
) -> None:
    await write(under_kms, clock)
    line = under_kms.master_key_path.read_text()
    assert line.startswith("aws:")
    assert under_kms.master_key_path.stat().st_mode & 0o777 == 0o600
    await write(under_kms, clock)
    assert under_kms.master_key_path.read_text() == line
    assert service.calls.count("Encrypt") == 1


async def test_without_the_service_nothing_opens_and_nothing_changes(
    settings: RetentionSettings, under_kms: RetentionSettings, clock: FrozenClock, service: StandInKms
) -> None:
    await write(under_kms, clock)
    before = under_kms.master_key_path.read_bytes()
    with pytest.raises(KeyUnavailable, match="ATTUNE_MASTER_KEY_KMS"):
        await write(settings, clock)
    service.refuses = "AccessDeniedException"
    with pytest.raises(KeyUnavailable) as refusal:
        await write(under_kms, clock)
    assert "AccessDeniedException" in refusal.value.detail
    assert "1234" not in refusal.value.detail
    assert under_kms.master_key_path.read_bytes() == before
    service.refuses = None
    await write(under_kms, clock)


async def test_a_service_that_is_away_is_a_clear_error(
    under_kms: RetentionSettings, clock: FrozenClock, service: StandInKms, monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(under_kms, clock)
    monkeypatch.setenv("AWS_ENDPOINT_URL_KMS", "http://127.0.0.1:9")
    with pytest.raises(KeyUnavailable, match="EndpointConnectionError"):
        await write(under_kms, clock)


async def test_what_another_service_encrypted_is_refused(
    under_kms: RetentionSettings, clock: FrozenClock, service: StandInKms
) -> None:
    await write(under_kms, clock)
    for spoilt in ("aws:AAAA", "aws:!", "other:AAAA"):
        under_kms.master_key_path.write_text(spoilt)
        with pytest.raises(KeyUnavailable):
            await write(under_kms, clock)


async def test_a_rotation_puts_a_master_key_in_the_clear_under_the_service(
    settings: RetentionSettings, under_kms: RetentionSettings, clock: FrozenClock, service: StandInKms
) -> None:
    await write(settings, clock)
    clear = settings.master_key_path.read_text().strip()
    await rotate_master_key(under_kms)
    lines = settings.master_key_path.read_text().split()
    assert [line.partition(":")[0] for line in lines] == ["aws"]
    assert clear not in settings.master_key_path.read_text()
    await write(under_kms, clock)
    await rotate_master_key(under_kms)
    await write(under_kms, clock)
