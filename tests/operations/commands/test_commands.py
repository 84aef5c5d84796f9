"""The commands without a running Zimun: each refuses in a sentence, with what to do."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from tests.serving import listening, port_of
from web.cli import COMMANDS, main
from web.commands.diagnosis.checks import port
from web.embedded import hold
from web.server.running_instance import Running
from web.settings import Settings


@pytest.fixture
def run_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A runner in an empty directory, with no settings but what a test gives."""
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DATA_DIR", "PORT", "SMTP_URL", "OPENAI_MODEL"):
        monkeypatch.delenv(name, raising=False)
    return CliRunner()


def zimun(runner: CliRunner, command: str, stdin: str = "", **environment: str) -> Result:
    return runner.invoke(main, command.split(), input=stdin, env=environment)


def test_help_names_every_command(run_in: CliRunner) -> None:
    shown = zimun(run_in, "--help").output
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("command", ["export", "apply -", "import services -"])
def test_no_database_is_made_where_there_is_none(run_in: CliRunner, tmp_path: Path, command: str) -> None:
    result = zimun(run_in, command, "name;durations\nCut;30\n" if "services" in command else "{}")
    assert result.exit_code == 1
    assert f"There is no Zimun in {tmp_path / '.data'} yet." in result.output
    assert list(tmp_path.iterdir()) == []


def test_info_says_that_nothing_is_running_and_what_to_do(run_in: CliRunner) -> None:
    result = zimun(run_in, "info --json")
    assert result.exit_code == 1
    assert "No Zimun is running on" in result.output
    assert "make run" in result.output


@pytest.mark.parametrize("command", ["serve", "worker", "migrate", "seed"])
def test_production_commands_want_their_servers_named(run_in: CliRunner, command: str) -> None:
    result = zimun(run_in, command)
    assert result.exit_code == 1
    assert "DATABASE_URL and REDIS_URL are not set" in result.output


def test_a_setting_that_cannot_be_used_is_a_sentence_and_no_traceback(run_in: CliRunner) -> None:
    result = zimun(run_in, "run", PORT="eighty")
    assert result.exit_code == 1
    assert result.output.startswith("Error: PORT is 'eighty'.")


def test_the_doctor_names_what_is_wrong_and_what_to_do(run_in: CliRunner) -> None:
    nowhere = {
        "DATABASE_URL": "postgresql://127.0.0.1:1/x",
        "REDIS_URL": "redis://127.0.0.1:1",
        "SECRET_KEY": "k" * 32,
    }
    with listening() as listener:
        free = f"{port_of(listener)}"
    result = zimun(run_in, "doctor", SMTP_URL="smtp://127.0.0.1:1", PORT=free, **nowhere)
    assert result.exit_code == 1
    for advice in ("Check DATABASE_URL", "Check REDIS_URL", "Check SMTP_URL", "3 things need you"):
        assert advice in result.output


def test_the_doctor_leaves_nothing_behind_where_zimun_never_ran(run_in: CliRunner) -> None:
    result = zimun(run_in, "doctor")
    assert ".data is made when Zimun runs" in " ".join(result.output.split())
    assert not Path(".data").exists()


@pytest.mark.parametrize(
    ("told", "is_ours"),
    [
        (b'{"status": "ok"}', True),
        (b'{"status": "unavailable", "postgresql": "away"}', True),
        (b'{"status": "fine"}', False),
        (b"[]", False),
        (b"<html>", False),
    ],
)
def test_the_doctor_knows_a_zimun_on_the_port_from_another_program(
    run_in: CliRunner, told: bytes, is_ours: bool
) -> None:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(told if self.path == "/health/ready" else b"")

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        found = port(Settings(port=server.server_port, data_dir=Path("nothing").absolute()))
        server.shutdown()
    assert found.good is is_ours, found


def test_when_reads_a_sentence_for_people(run_in: CliRunner) -> None:
    arguments = ["when", "friday after five", "--now", "2026-03-04T10:00", "--zone", "Europe/Berlin"]
    result = run_in.invoke(main, arguments)
    assert result.exit_code == 0
    assert "Friday 6 March 2026" in result.output
    assert "17:00" in result.output


def test_when_reads_lines_for_programs(run_in: CliRunner) -> None:
    lines = 'tomorrow\n{"text": "tomorrow", "now": "2026-03-10T23:30:00Z", "zone": "Asia/Tokyo"}\n'
    result = zimun(run_in, "when --jsonl --now 2026-03-04T10:00", lines)
    first, second = (json.loads(line) for line in result.output.splitlines())
    assert first["dates"] == [{"from": "2026-03-05", "to": "2026-03-05"}]
    assert second["dates"] == [{"from": "2026-03-12", "to": "2026-03-12"}]


def test_when_names_an_unknown_zone(run_in: CliRunner) -> None:
    result = zimun(run_in, "when noon --zone Mars/Base")
    assert result.exit_code == 1
    assert "Mars/Base" in result.output


def test_the_door_of_one_of_several_organizations_has_to_be_named(run_in: CliRunner, tmp_path: Path) -> None:
    running = Running(
        base_url="http://localhost:8123",
        organization_id=None,
        demo_url=None,
        console_url=None,
        console_login=None,
        api_docs_url=None,
        mcp_url=None,
        database_url="",
        redis_url="",
    )
    with hold(tmp_path, 8123):
        running.write(tmp_path)
        told = zimun(run_in, "mcp", DATA_DIR=str(tmp_path))
    assert told.exit_code == 1
    assert "http://localhost:8123/o/ORGANIZATION_ID/mcp" in told.output
