"""Commands for the database of an installation whose Zimun is still starting."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from msgspec import structs

from web.commands.installation import connect_servers
from web.embedded import DirectoryHeld, hold
from web.server.running_instance import Running
from web.settings import Settings

SERVED = Running(
    base_url="http://localhost:8000",
    organization_id=None,
    demo_url=None,
    console_url=None,
    console_login=None,
    api_docs_url=None,
    mcp_url=None,
    database_url="postgresql://served",
    redis_url="redis://served",
)


def database_of(settings: Settings) -> str:
    with connect_servers(settings) as served:
        return served.database_url


def settings_for(directory: Path) -> Settings:
    return structs.replace(Settings(), data_dir=directory, database_url="", redis_url="")


def test_a_start_is_waited_for_and_its_servers_are_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with hold(tmp_path, 8000), ThreadPoolExecutor(1) as pool:
        asked: Future[str] = pool.submit(database_of, settings_for(tmp_path))
        sleep(0.5)
        assert not asked.done()
        SERVED.write(tmp_path)
        assert asked.result(10) == SERVED.database_url
    said = capsys.readouterr()
    assert "Waiting" in said.err
    assert said.out == ""


def test_a_zimun_that_runs_is_used_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with hold(tmp_path, 8000):
        SERVED.write(tmp_path)
        assert database_of(settings_for(tmp_path)) == SERVED.database_url
    assert capsys.readouterr().err == ""


def test_nobody_waits_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.commands.installation.STARTS_WITHIN_S", 0.4)
    with hold(tmp_path, 8000), pytest.raises(DirectoryHeld):
        database_of(settings_for(tmp_path))
