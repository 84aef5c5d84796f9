"""The one reader of the environment: every setting of Zimun, its default, and what is wrong when it is
wrong."""

import os
import re
import secrets
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, structs

LOG_LEVELS = ("debug", "info", "warning", "error")
# What `zimun run` begins with where there is no business yet: a salon with weeks of bookings and
# conversations, the salon alone, or nothing but an organization that waits for its owner.
DEMOS = ALIVE, BARE, EMPTY = ("alive", "bare", "empty")
OPENAI = "https://api.openai.com/v1"
# Signs session cookies; anything shorter could be guessed by trying.
SECRET_KEY_AT_LEAST = 32
LOOPBACK = re.compile(r"https?://(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\]):[0-9]{1,5}")
# As the guard writes them: without a port where it is the usual one.
ORIGIN = re.compile(r"https?://(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::(?!(?:80|443)\Z)[0-9]{1,5})?")
INSIDE = {
    "PRIVATE_MAIL_SERVERS": (re.compile(r"\S+:[0-9]{1,5}"), "as a host with a port, such as 127.0.0.1:1025"),
    "WEBHOOK_LOOPBACK": (LOOPBACK, "on this machine with a port, such as http://127.0.0.1:9000"),
    "PRIVATE_MODELS": (ORIGIN, "in small letters without a path, such as http://127.0.0.1:11434"),
    "PRIVATE_CALENDARS": (ORIGIN, "in small letters without a path, such as https://cloud.example.lan"),
    "PRIVATE_TEXT_PROVIDERS": (ORIGIN, "in small letters without a path, such as http://127.0.0.1:9010"),
}


class SettingsError(Exception):
    """A setting is missing or cannot be used; the message names it and says what to write."""


class Settings(Struct, frozen=True):
    """How this installation runs. Every field is the environment variable of the same name in capitals.

    ``database_url`` and ``redis_url`` are both empty when Zimun is to run its own embedded servers.
    Secrets stay out of ``repr``, so that a settings object in a log gives nothing away.
    """

    database_url: str = ""
    redis_url: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = "http://localhost:8000"
    secret_key: str = ""
    secret_key_old: tuple[str, ...] = ()
    data_dir: Path = Path(".data")
    smtp_url: str | None = None
    mail_from: str | None = None
    alarm_email: str | None = None
    openai_base_url: str | None = None
    openai_api_key: str | None = None
    openai_model: str | None = None
    openai_prices: tuple[Decimal, ...] = ()
    demo: str = ALIVE
    log_level: str = "info"
    trusted_proxies: tuple[str, ...] = ()
    webhook_loopback: tuple[str, ...] = ()
    private_models: tuple[str, ...] = ()
    private_mail_servers: tuple[str, ...] = ()
    private_calendars: tuple[str, ...] = ()
    private_text_providers: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """The settings of this process: its environment, and below it a ``.env`` file where it was started.
        Raises ``SettingsError``."""
        if environment is None:
            environment = {**read_env_file(Path(".env")), **os.environ}
        given = {name: environment.get(name.upper(), "").strip() for name in cls.__struct_fields__}
        port = read_port(given["port"])
        settings = cls(
            database_url=read_database_url(given["database_url"]),
            redis_url=read_url("REDIS_URL", given["redis_url"], ("redis", "rediss", "unix")) or "",
            host=given["host"] or "127.0.0.1",
            port=port,
            public_url=read_public_url(given["public_url"], port),
            secret_key=given["secret_key"],
            secret_key_old=parts_of(given["secret_key_old"]),
            data_dir=Path(given["data_dir"] or ".data").absolute(),
            smtp_url=read_url("SMTP_URL", given["smtp_url"], ("smtp", "smtps")),
            mail_from=given["mail_from"] or None,
            alarm_email=given["alarm_email"] or None,
            openai_base_url=read_model_url(given["openai_base_url"], given["openai_model"]),
            openai_api_key=given["openai_api_key"] or None,
            openai_model=given["openai_model"] or None,
            openai_prices=read_prices(parts_of(given["openai_prices"])),
            demo=read_choice("DEMO", given["demo"], DEMOS, ALIVE),
            log_level=read_choice("LOG_LEVEL", given["log_level"], LOG_LEVELS, "info"),
            trusted_proxies=parts_of(given["trusted_proxies"]),
            webhook_loopback=read_origins("WEBHOOK_LOOPBACK", given["webhook_loopback"]),
            private_models=read_origins("PRIVATE_MODELS", given["private_models"]),
            private_mail_servers=read_origins("PRIVATE_MAIL_SERVERS", given["private_mail_servers"]),
            private_calendars=read_origins("PRIVATE_CALENDARS", given["private_calendars"]),
            private_text_providers=read_origins("PRIVATE_TEXT_PROVIDERS", given["private_text_providers"]),
        )
        settings.check_together()
        return settings

    def __repr__(self) -> str:
        return (
            f"Settings(public_url={self.public_url!r}, data_dir={str(self.data_dir)!r}, "
            f"embedded={self.embedded})"
        )

    @property
    def embedded(self) -> bool:
        """Whether Zimun runs its own PostgreSQL and Redis."""
        return not self.database_url

    def check_together(self) -> None:
        """Raises SettingsError for values that are fine alone and wrong together."""
        if bool(self.database_url) != bool(self.redis_url):
            missing = "REDIS_URL" if self.database_url else "DATABASE_URL"
            raise SettingsError(f"{missing} is not set. Set both DATABASE_URL and REDIS_URL, or neither.")
        for name, keys in (("SECRET_KEY", (self.secret_key,)), ("SECRET_KEY_OLD", self.secret_key_old)):
            if any(key and len(key) < SECRET_KEY_AT_LEAST for key in keys):
                raise SettingsError(
                    f"{name} is too short: it needs {SECRET_KEY_AT_LEAST} characters. {MAKE_A_KEY}"
                )
        if not self.embedded and not self.secret_key:
            raise SettingsError(
                f"SECRET_KEY is not set. Every web process and worker needs the same one. {MAKE_A_KEY}"
            )

    def require_servers(self) -> "Settings":
        """These settings, for commands that never start servers of their own. Raises SettingsError without
        any."""
        if self.embedded:
            raise SettingsError(
                "DATABASE_URL and REDIS_URL are not set. Set them to your servers, or use `zimun run`, "
                "which brings its own."
            )
        return self

    def with_servers(self, database_url: str, redis_url: str) -> "Settings":
        """These settings once the embedded servers run, with a secret key that is made once and then kept."""
        secret_key = self.secret_key or load_secret(self.data_dir / "secret.key")
        return structs.replace(self, database_url=database_url, redis_url=redis_url, secret_key=secret_key)

    def environment_of_child(self) -> dict[str, str]:
        """The environment of a process that works on the same servers, with the same secrets."""
        return os.environ | {
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "SECRET_KEY": self.secret_key,
            "PUBLIC_URL": self.public_url,
            "LOG_LEVEL": self.log_level,
        }


MAKE_A_KEY = 'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(32))"'


def read_env_file(path: Path) -> dict[str, str]:
    """The ``NAME=value`` lines of a file; quotes around a value are taken off, ``#`` lines are comments."""
    if not path.is_file():
        return {}
    lines = (line.strip().removeprefix("export ") for line in path.read_text("utf-8").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name.strip(): unquote(value.strip()) for name, equals, value in pairs if equals}


def unquote(value: str) -> str:
    return value[1:-1] if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"" else value


def read_port(text: str) -> int:
    """8000 where nothing is written. Raises ``SettingsError`` for what is no port."""
    if not text:
        return 8000
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"PORT is {text!r}. Write a number from 1 to 65535, such as PORT=8000.")
    return int(text)


def read_database_url(text: str) -> str:
    """A PostgreSQL address in the one form that psql, psycopg and SQLAlchemy all take."""
    text = re.sub(r"\A(?:postgres|postgresql\+psycopg)://", "postgresql://", text)
    return read_url("DATABASE_URL", text, ("postgresql",)) or ""


def read_url(name: str, text: str, schemes: tuple[str, ...]) -> str | None:
    """None where nothing is written. Raises ``SettingsError`` for an address of another scheme."""
    if not text:
        return None
    if urlsplit(text).scheme not in schemes:
        # The value itself may hold a password, so it is not repeated.
        raise SettingsError(f"{name} must begin with {' or '.join(f'{scheme}://' for scheme in schemes)}.")
    return text


def parts_of(text: str) -> tuple[str, ...]:
    """What is written with commas in between."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def read_origins(name: str, text: str) -> tuple[str, ...]:
    """Addresses without a path that may be sent to although they are inside."""
    shape, such = INSIDE[name]
    origins = parts_of(text)
    for origin in origins:
        if not shape.fullmatch(origin):
            raise SettingsError(f"{name} has {origin!r}. Write addresses {such}.")
    return origins


def read_public_url(text: str, port: int) -> str:
    return (read_url("PUBLIC_URL", text, ("http", "https")) or f"http://localhost:{port}").rstrip("/")


def read_model_url(text: str, model: str) -> str | None:
    """The endpoint of the model; OpenAI's own where only a model is named."""
    return read_url("OPENAI_BASE_URL", text, ("http", "https")) or (OPENAI if model else None)


def read_prices(parts: tuple[str, ...]) -> tuple[Decimal, ...]:
    """What a million tokens cost, in and out; nothing where nobody said so."""
    try:
        prices = tuple(map(Decimal, parts))
    except InvalidOperation:
        prices = ()
    if len(prices) != len(parts) or len(parts) not in (0, 2) or any(price < 0 for price in prices):
        raise SettingsError(
            "OPENAI_PRICES must be two numbers, what a million tokens cost in and out, such as 0.40,1.60."
        )
    return prices


def read_choice(name: str, text: str, choices: tuple[str, ...], usual: str) -> str:
    """The usual one where nothing is written. Raises ``SettingsError`` for what is none of them."""
    chosen = text.lower() or usual
    if chosen not in choices:
        raise SettingsError(f"{name} is {text!r}. Write one of {', '.join(choices)}.")
    return chosen


def load_secret(path: Path) -> str:
    """The secret in a file only its owner reads; made on the first call, the same ever after."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(32))
    return path.read_text("ascii").strip()
