"""`zimun run` from outside: up in seconds, told by `zimun info`, alone on its data, gone when asked."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psycopg
import pytest

from tests.operations.commands.runs import PID_FILES, Run, zimun_run
from tests.operations.conftest import is_running, open_directory
from tests.operations.databases import ask
from tests.serving import NO_TLS


@pytest.fixture(scope="module")
def running() -> Iterator[Run]:
    with open_directory() as directory, zimun_run(directory / "data") as run:
        yield run
        run.process.send_signal(signal.SIGTERM)
        run.process.wait(20)


def test_it_says_where_its_doors_are_and_they_open(running: Run) -> None:
    facts = running.info()
    assert set(facts) == {
        "base_url",
        "organization_id",
        "demo_url",
        "console_url",
        "console_login",
        "api_docs_url",
        "mcp_url",
        "database_url",
        "redis_url",
        "chat_url",
        "owner_link",
    }
    page = f"{facts['base_url']}/c/{facts['organization_id']}"
    assert (facts["chat_url"], facts["owner_link"]) == (page, None)
    assert any(page in line for line in running.said)
    for address in (facts["demo_url"], page):
        assert httpx.get(address).status_code == 200


def test_a_command_told_of_another_port_names_the_one_that_is_listened_on(running: Run) -> None:
    told = ask(running.environment | {"PORT": "1", "COLUMNS": "160"}, "mcp-door")
    assert running.info()["mcp_url"] in told.output
    told = ask(running.environment | {"PORT": "1"}, "info")
    assert running.info()["mcp_url"] in told.output
    told = ask(running.environment | {"PORT": "1"}, "doctor")
    assert f"Zimun is answering at {running.info()['base_url']}" in told.output


def test_a_business_begun_before_it_runs_is_the_one_it_serves() -> None:
    with open_directory() as directory:
        place = {"PATH": os.environ["PATH"], "DATA_DIR": str(directory / "data")}
        begun = ask(place, "init", "--name", "Bread", "--email", "ines@bread.example", "--json")
        made = json.loads(begun.output.splitlines()[-1])
        with zimun_run(directory / "data") as run:
            facts = run.info()
            page = httpx.get(f"{facts['base_url']}/c/{facts['organization_id']}")
            told = ask(place, "info").output
            run.process.send_signal(signal.SIGTERM)
            run.process.wait(20)
    assert (facts["organization_id"], facts["demo_url"]) == (made["organization_id"], None)
    assert facts["owner_link"] in told
    assert facts["owner_link"].endswith(made["owner_link"].partition("/console/")[2])
    assert facts["mcp_url"].endswith(f"/o/{made['organization_id']}/mcp")
    assert "closed: zimun mcp-door --open" in told
    assert any("closed: zimun mcp-door --open" in line for line in run.said)
    assert (page.status_code, "Bread" in page.text) == (200, True)


def test_its_database_is_migrated_and_holds_the_demo(running: Run) -> None:
    facts = running.info()
    with psycopg.connect(facts["database_url"]) as connection:
        rows = connection.execute("SELECT id, name FROM organizations").fetchall()
    assert rows == [(facts["organization_id"], "Salon Lavender")]


def test_the_doctor_finds_nothing_wrong_while_it_runs(running: Run) -> None:
    doctor = ask(running.environment | {"COLUMNS": "160"}, "doctor")
    assert doctor.exit_code == 0, doctor.output
    assert "btree_gist" in doctor.output
    assert "Zimun is answering" in doctor.output


def test_a_second_run_on_the_same_data_is_told_by_whom_they_are_held(running: Run) -> None:
    second = running.command("run", PORT="1")
    assert second.returncode == 1
    assert f"process {running.process.pid}, since 20" in second.stderr
    assert f"on port {running.environment['PORT']}" in second.stderr


def test_a_second_run_on_other_data_is_told_who_has_the_port(running: Run) -> None:
    with open_directory() as directory:
        second = running.command("run", DATA_DIR=str(directory / "data"))
        assert not (directory / "data" / "postgres").exists()
    assert second.returncode == 1
    port = int(running.environment["PORT"])
    assert f"Cannot listen on 127.0.0.1, port {port}: process {running.process.pid}" in second.stderr
    assert f"PORT={port + 1} make run" in second.stderr


def test_asked_to_stop_it_stops_everything_and_the_demo_is_the_same_next_time(running: Run) -> None:
    """The last of this file: the others have used what is stopped here."""
    place = Path(running.environment["DATA_DIR"])
    first = stop(running, place, signal.SIGINT)
    with zimun_run(place) as run:
        second = stop(run, place, signal.SIGTERM)
    assert first["organization_id"] == second["organization_id"]
    assert first["console_login"] == second["console_login"]


def stop(run: Run, place: Path, number: signal.Signals) -> dict[str, str]:
    """What it had said of itself."""
    facts = run.info()
    with follows_a_conversation(facts):
        pids = [int((place / name).read_text().split()[0]) for name in PID_FILES]
        run.process.send_signal(number)
        # Streams never end by themselves: without being hung up on, they would be cut off after thirty
        # seconds.
        assert run.process.wait(20) == 0
    assert not any(is_running(pid) for pid in pids)
    assert run.process.stdout is not None
    assert run.process.stdout.read() == "Stopped.\n"
    assert ask(run.environment, "info").exit_code == 1
    return facts


@contextmanager
def follows_a_conversation(facts: dict[str, str]) -> Iterator[None]:
    """A customer whose page listens to what is said."""
    with httpx.Client(verify=NO_TLS, base_url=facts["base_url"]) as customer:
        asked = {"organization_id": facts["organization_id"]}
        opened = customer.post("/chat/v1/conversations", json=asked).json()
        bearer = {"Authorization": f"Bearer {opened['token']}"}
        events = f"/chat/v1/conversations/{opened['conversation_id']}/events"
        with customer.stream("GET", events, headers=bearer) as stream:
            assert next(stream.iter_lines()) == "event: hello"
            yield
