"""Schemathesis on the served OpenAPI, all checks on, with a token and without: no failure, and never a
5xx."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.attack.options import Sized
from tests.web.api.conftest import Program

# FUZZ_EXAMPLES=500 tries that many for each operation, and the edges of every field; FUZZ_SEED tries others.
SEED = os.environ.get("FUZZ_SEED", "20261123")
CONFIG = Path(__file__).with_name("schemathesis.toml")


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("signed_in", [True, False])
async def test_nothing_that_can_be_sent_breaks_it(
    program: Program, api_url: str, tmp_path: Path, size: Sized, full: bool, signed_in: bool
) -> None:
    phases, examples = (
        ("examples,coverage,fuzzing,stateful", os.environ["FUZZ_EXAMPLES"])
        if "FUZZ_EXAMPLES" in os.environ
        # Whoever is not signed in is turned away by everything but a few doors.
        else ("examples,fuzzing,stateful" if signed_in or full else "examples", str(size(10, 2)))
    )
    bearer = ["--header", f"Authorization: Bearer {program.token}"] if signed_in else []
    running = await asyncio.create_subprocess_exec(
        *(str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(CONFIG)),
        *(
            "run",
            f"{api_url}/api/v1/openapi.json",
            "--checks",
            "all",
            "--max-examples",
            examples,
            "--phases",
            phases,
        ),
        *("--seed", SEED, "--suppress-health-check", "all", "--no-color", *bearer),
        cwd=tmp_path,
        env={**os.environ, "HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await running.communicate()

    assert running.returncode == 0, said.decode()[-20_000:]
