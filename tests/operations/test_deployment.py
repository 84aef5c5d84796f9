"""Deployment: the files that run Zimun elsewhere say what is true here."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from booking_core.storage.database import READING_POOL_SIZE
from tests.operations.conftest import CHECKOUT
from web.cli import COMMANDS
from web.commands.diagnosis.postgres_checks import WEB_CONNECTIONS, WORKER_CONNECTIONS
from web.settings import Settings
from web.worker.worker import GROUPS, QUEUE_CONNECTIONS, VISITS

COMPOSE: dict[str, Any] = yaml.safe_load((CHECKOUT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
FROM_DOTENV = ("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "SITE_ADDRESS")


def test_every_part_of_an_installation_is_a_service() -> None:
    assert set(SERVICES) == {"postgres", "redis", "migrate", "web", "worker", "proxy"}
    assert SERVICES["web"]["deploy"]["replicas"] >= 2


def test_every_command_of_zimun_is_one() -> None:
    commands = [
        service["command"].split() for service in SERVICES.values() if service.get("image") == "zimun"
    ]
    dockerfile = (CHECKOUT / "Dockerfile").read_text("utf-8")
    commands.append(re.findall(r'"(\w+)"', dockerfile.partition("\nCMD ")[2]))
    assert all(program == "zimun" and command in COMMANDS for program, command in commands)


def test_every_service_that_others_wait_for_can_be_waited_for() -> None:
    conditions = [
        (name, waited["condition"])
        for service in SERVICES.values()
        for name, waited in service.get("depends_on", {}).items()
    ]
    healthy = {name for name, condition in conditions if condition == "service_healthy"}
    finished = {name for name, condition in conditions if condition == "service_completed_successfully"}
    assert all("healthcheck" in SERVICES[name] for name in healthy)
    assert finished == {"migrate"}
    assert SERVICES["migrate"]["restart"] == "no"


def test_everything_that_stays_up_tells_its_health_or_does_not_listen() -> None:
    without = {name for name, service in SERVICES.items() if "healthcheck" not in service}
    assert without == {"migrate", "worker"}


def test_zimun_gets_only_settings_that_it_has() -> None:
    known = {name.upper() for name in Settings.__struct_fields__}
    assert set(COMPOSE["x-zimun"]["environment"]) <= known


def test_no_secret_stands_in_clear() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|KEY|AUTH|_URL", name):
                assert "${" in value, f"{name} is written out"


def test_what_must_be_set_is_asked_for_by_name() -> None:
    text = (CHECKOUT / "docker-compose.yml").read_text("utf-8")
    for name in FROM_DOTENV:
        assert f"${{{name}:?set {name} in .env}}" in text
        assert name in (CHECKOUT / "deploy" / "README.md").read_text("utf-8")


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_every_file_the_services_mount_is_there() -> None:
    mounts = [mount for service in SERVICES.values() for mount in service.get("volumes", [])]
    files = [Path(mount.split(":")[0]) for mount in mounts if mount.startswith("./")]
    assert files
    assert all((CHECKOUT / file).is_file() for file in files)
    named = {mount.split(":")[0] for mount in mounts if not mount.startswith("./")}
    assert named == set(COMPOSE["volumes"])


def test_the_proxy_passes_streams_on_event_by_event() -> None:
    proxy = (CHECKOUT / "deploy" / "Caddyfile").read_text("utf-8")
    assert "flush_interval -1" in proxy
    assert "\tencode" not in proxy


def test_no_container_is_told_to_be_root_without_the_powers_of_root() -> None:
    """With every capability dropped, root may write in nobody's directory but root's."""
    assert COMPOSE["x-zimun"]["cap_drop"] == ["ALL"]
    assert "--user root" not in (CHECKOUT / "deploy" / "README.md").read_text("utf-8")


def test_the_connections_that_the_page_promises_fit() -> None:
    room = int(re.findall(r"max_connections=(\d+)", SERVICES["postgres"]["command"])[0]) - 3
    page = (CHECKOUT / "deploy" / "README.md").read_text("utf-8")
    assert room >= 7 * WEB_CONNECTIONS + 2 * WORKER_CONNECTIONS
    assert f"({2 * WEB_CONNECTIONS + 2 * WORKER_CONNECTIONS})" in page
    assert f"({4 * WEB_CONNECTIONS + WORKER_CONNECTIONS})" in page
    assert f"({7 * WEB_CONNECTIONS + 2 * WORKER_CONNECTIONS})" in page
    listening = len(GROUPS) + 1
    assert VISITS + READING_POOL_SIZE + QUEUE_CONNECTIONS + listening == WORKER_CONNECTIONS


def has_compose() -> bool:
    docker = shutil.which("docker")
    return (
        docker is not None
        and subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not has_compose(), reason="docker compose is not installed here")
def test_compose_itself_reads_the_file() -> None:
    command = ["docker", "compose", "--file", str(CHECKOUT / "docker-compose.yml"), "config", "--quiet"]
    environment = dict.fromkeys(FROM_DOTENV, "value-for-a-test") | {"PATH": os.defpath}
    checked = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
