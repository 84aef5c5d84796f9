"""Settings: what the environment may say, and what is refused in words that help."""

import re
from pathlib import Path

import pytest

from web.settings import Settings, SettingsError, load_secret, read_env_file

CHECKOUT = Path(__file__).resolve().parents[3]
KEY = "k" * 32


def test_nothing_has_to_be_set() -> None:
    settings = Settings.from_environment({})
    assert settings.embedded
    assert settings.public_url == "http://localhost:8000"
    assert settings.data_dir == Path.cwd() / ".data"


def test_the_public_address_follows_the_port_and_loses_its_slash() -> None:
    assert Settings.from_environment({"PORT": "8123"}).public_url == "http://localhost:8123"
    assert Settings.from_environment({"PUBLIC_URL": "https://a.example/"}).public_url == "https://a.example"


@pytest.mark.parametrize("spelling", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_a_database_address_becomes_the_one_that_psql_takes_too(spelling: str) -> None:
    named = {"DATABASE_URL": f"{spelling}://u:p@h/d", "REDIS_URL": "redis://h", "SECRET_KEY": KEY}
    assert Settings.from_environment(named).database_url == "postgresql://u:p@h/d"


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"PORT": "eighty"}, "PORT is 'eighty'. Write a number from 1 to 65535"),
        ({"PORT": "70000"}, "PORT is '70000'"),
        ({"DATABASE_URL": "postgresql://h/d"}, "REDIS_URL is not set"),
        ({"REDIS_URL": "redis://h"}, "DATABASE_URL is not set"),
        ({"DATABASE_URL": "mysql://h/d"}, "DATABASE_URL must begin with postgresql://"),
        ({"DATABASE_URL": "postgresql://h/d", "REDIS_URL": "redis://h"}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is too short"),
        ({"SECRET_KEY_OLD": f"{KEY},short"}, "SECRET_KEY_OLD is too short"),
        ({"WEBHOOK_LOOPBACK": "http://10.0.0.1:80"}, "WEBHOOK_LOOPBACK has 'http://10.0.0.1:80'"),
        ({"PRIVATE_MODELS": "http://127.0.0.1:11434/v1"}, "PRIVATE_MODELS has 'http://127.0.0.1:11434/v1'"),
        ({"PRIVATE_MODELS": "127.0.0.1:11434"}, "PRIVATE_MODELS has '127.0.0.1:11434'"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL is 'loud'. Write one of debug, info"),
        ({"PUBLIC_URL": "chat.example.com"}, "PUBLIC_URL must begin with http:// or https://"),
        ({"SMTP_URL": "mail.example.com"}, "SMTP_URL must begin with smtp:// or smtps://"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environment: dict[str, str], sentence: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(sentence)):
        Settings.from_environment(environment)


def test_commands_for_production_refuse_to_bring_their_own_servers() -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL and REDIS_URL are not set"):
        Settings.from_environment({}).require_servers()


def test_a_refused_address_is_not_repeated_for_it_may_hold_a_password() -> None:
    with pytest.raises(SettingsError) as refusal:
        Settings.from_environment({"DATABASE_URL": "mysql://me:hunter2@h/d"})
    assert "hunter2" not in str(refusal.value)


def test_settings_in_a_log_give_no_secret_away() -> None:
    settings = Settings.from_environment({"SECRET_KEY": "s" * 40, "OPENAI_API_KEY": "sk-hidden"})
    assert "sss" not in f"{settings} {settings!r}"
    assert "sk-hidden" not in f"{settings} {settings!r}"


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    settings = Settings.from_environment({"DATA_DIR": str(tmp_path)})
    first = settings.with_servers("postgresql://h/d", "redis://h").secret_key
    assert len(first) >= 32
    assert settings.with_servers("postgresql://h/d", "redis://h").secret_key == first
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert load_secret(tmp_path / "secret.key") == first


def test_an_env_file_is_read_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("# a comment\nexport PORT=8100\nLOG_LEVEL='warning'\n\nnot a setting\n")
    assert read_env_file(tmp_path / ".env") == {"PORT": "8100", "LOG_LEVEL": "warning"}
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORT", "8200")
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    settings = Settings.from_environment()
    assert (settings.port, settings.log_level) == (8200, "warning")


def test_the_example_explains_every_setting_and_no_other() -> None:
    example = (CHECKOUT / ".env.example").read_text("utf-8")
    shown = re.findall(r"^#? ?([A-Z_]+)=", example, re.MULTILINE)
    assert sorted(shown) == sorted(name.upper() for name in Settings.__struct_fields__)


def test_only_the_settings_read_the_environment() -> None:
    floors = [path for floor in ("booking_core", "agent", "web") for path in (CHECKOUT / floor).rglob("*.py")]
    readers = [path.name for path in floors if re.search(r"os\.(environ|getenv)", path.read_text("utf-8"))]
    assert readers == ["settings.py"]
