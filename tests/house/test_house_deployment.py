"""The compose file keeps the house's promises: nothing as root or unpinned, keys apart, audio nowhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from signaling.cluster.secret import ClusterSecret
from signaling.config import Settings
from tests.support.source_tree import REPOSITORY

COMPOSE_CLIENTS = (("docker", "compose"), ("docker-compose",))
EXPECTED = {"signaling", "media-worker", "proxy", "turn", "redis-bus", "redis-keys", "postgres"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The parsed compose file."""
    parsed: dict[str, Any] = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text())
    return parsed


@pytest.fixture(scope="module", params=sorted(EXPECTED))
def service(request: pytest.FixtureRequest, compose: dict[str, Any]) -> dict[str, Any]:
    """Each service in turn."""
    found: dict[str, Any] = compose["services"][request.param]
    return found


def test_the_whole_cluster_is_described(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == EXPECTED


def test_images_are_pinned_to_a_version(service: dict[str, Any]) -> None:
    name, _, tag = service["image"].partition(":")
    assert name
    assert re.match(r"\d+\.\d+", tag), f"{service['image']} is not pinned"


def test_a_service_runs_unprivileged_on_a_read_only_root(service: dict[str, Any]) -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", service["user"])
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["ulimits"]["core"] == 0
    assert "privileged" not in service


def test_a_service_tells_whether_it_is_healthy(service: dict[str, Any]) -> None:
    assert {"test", "interval", "timeout", "retries"} <= set(service["healthcheck"])


def test_what_a_service_refers_to_exists(service: dict[str, Any], compose: dict[str, Any]) -> None:
    assert set(service.get("secrets", ())) <= set(compose["secrets"])
    assert set(service.get("networks", ())) <= set(compose["networks"])
    assert set(service.get("depends_on", ())) <= set(compose["services"])
    for volume in service.get("volumes", ()):
        source = volume.split(":")[0]
        assert source in compose["volumes"] or (REPOSITORY / source).is_file()
    if "build" in service:
        dockerfile = (REPOSITORY / service["build"]["dockerfile"]).read_text()
        assert re.search(rf"^FROM \S+ AS {service['build']['target']}$", dockerfile, re.MULTILINE)


def test_no_secret_stands_in_the_file(compose: dict[str, Any]) -> None:
    for entry in compose["secrets"].values():
        assert set(entry) == {"file"}
    for one in compose["services"].values():
        for name, value in one.get("environment", {}).items():
            if re.search("SECRET|TOKEN|PASSWORD|KEY(?!_STORE_PATH)", name):
                assert str(value).startswith("/run/secrets/")


def test_keys_and_records_are_volumes_apart(compose: dict[str, Any]) -> None:
    volumes = {name: one.get("volumes", ()) for name, one in compose["services"].items()}
    assert {name for name, given in volumes.items() if any("keys:" in one for one in given)} == {"redis-keys"}
    assert volumes["postgres"] == ["postgres:/var/lib/postgresql/data"]


def test_a_signaling_node_keeps_nothing_itself(compose: dict[str, Any]) -> None:
    signaling = compose["services"]["signaling"]
    assert "volumes" not in signaling
    assert signaling["environment"]["ATTUNE_FOLDER"].startswith("/tmp/")
    assert any(one.startswith("/tmp:") for one in signaling["tmpfs"])
    needed = {"redis_url", "key_store_url", "database_url", "cluster_secret", "master_key", "worker_token"}
    assert needed <= set(signaling["secrets"])
    assert set(signaling["depends_on"]) == {"redis-bus", "redis-keys", "postgres"}


def test_what_nodes_share_lies_on_a_disk_or_in_memory_as_it_must(compose: dict[str, Any]) -> None:
    bus, keys = (" ".join(compose["services"][name]["command"]) for name in ("redis-bus", "redis-keys"))
    assert "appendonly no" in bus
    assert "appendonly yes" in keys
    assert "appendfsync always" in keys
    assert "noeviction" in keys
    assert all('save ""' in command for command in (bus, keys))
    assert not any(":/data" in one for one in compose["services"]["redis-bus"].get("volumes", ()))


def test_the_ear_has_no_place_to_write_audio_to(compose: dict[str, Any]) -> None:
    ear = compose["services"]["media-worker"]
    assert "volumes" not in ear
    assert ear["tmpfs"] == ["/tmp:size=1m,mode=1777,noexec,nosuid,nodev"]


def test_the_secrets_that_are_made_are_those_that_are_read(compose: dict[str, Any], folder: Path) -> None:
    script = REPOSITORY / "deploy" / "make-secrets"
    subprocess.run(["/bin/sh", str(script)], cwd=folder, check=True)
    made = {path.name: path.read_text() for path in (folder / "secrets").iterdir()}
    assert set(made) == set(compose["secrets"])
    assert made["keys_password"] in made["key_store_url"]
    subprocess.run(["/bin/sh", str(script)], cwd=folder, check=True)
    assert made == {path.name: path.read_text() for path in (folder / "secrets").iterdir()}
    given: dict[str, Any] = {
        name: value for name, value in made.items() if name in compose["services"]["signaling"]["secrets"]
    }
    settings = Settings(**given, node_url="http://10.0.0.5:8700", turn_urls="turn:attune.example:3478")
    ClusterSecret.parse(made["cluster_secret"])
    assert settings.redis_url != settings.key_store_url


def test_a_build_sees_no_records_and_no_secrets() -> None:
    rules = (REPOSITORY / ".dockerignore").read_text().split()
    assert "*" in rules
    assert not {"!secrets", "!attune-data", "!."} & set(rules)
    copied = re.findall(r"^COPY (?:--chmod=\S+ )?((?!--from)\S.*) \S+$", _dockerfile(), re.MULTILINE)
    for source in " ".join(copied).split():
        assert f"!{source}" in rules, f"the build copies {source}, which .dockerignore keeps out"


def test_the_images_hold_no_build_tools() -> None:
    finished = _dockerfile().partition(" AS base")[2]
    assert "npm" not in finished
    assert "pip " not in finished
    assert "USER 10001:10001" in finished


def test_secrets_given_as_files_become_settings(folder: Path) -> None:
    script = (REPOSITORY / "deploy" / "with-secrets").read_text().replace("/run/secrets", str(folder))
    (folder / "worker_token").write_text("a token")
    seen = subprocess.run(
        ["/bin/sh", "-c", script, "with-secrets", "printenv", "ATTUNE_WORKER_TOKEN"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout == "a token\n"


def test_the_compose_client_itself_accepts_the_file() -> None:
    client = next((one for one in COMPOSE_CLIENTS if _works(one)), None)
    if client is None:
        pytest.skip("no compose client here; the file's structure is tested above")
    subprocess.run(
        [*client, "config", "--quiet"],
        cwd=REPOSITORY,
        env={**os.environ, "DOMAIN": "attune.example"},
        check=True,
        capture_output=True,
    )


def _works(client: tuple[str, ...]) -> bool:
    found = shutil.which(client[0]) is not None
    return found and subprocess.run([*client, "version"], capture_output=True, check=False).returncode == 0


def _dockerfile() -> str:
    return (REPOSITORY / "deploy" / "Dockerfile").read_text()
