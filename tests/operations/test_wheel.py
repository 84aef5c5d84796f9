"""The wheel: everything that a command needs is in it, without a checkout beside it."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.operations.conftest import CHECKOUT

SOURCES = ("pyproject.toml", "MANIFEST.in", "README.md", "LICENSE")
FOLDERS = ("booking_core", "agent", "evaluation", "web", "evals", "migrations", "static")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
# One process asks every command: each would import the same once more.
EVERY_HELP = """
import sys, web.cli
from pathlib import Path
from booking_core.storage.database import MIGRATIONS
from web.chat.pages import bundle
from web.commands.evaluation.eval import EVALS
for command in web.cli.COMMANDS:
    web.cli.main([command, "--help"], standalone_mode=False)
assert Path(web.cli.__file__).is_relative_to(sys.argv[1]), web.cli.__file__
assert bundle.conversation_script() and bundle.conversation_style()
assert list((MIGRATIONS / "versions").glob("*.py")) and list(EVALS.glob("**/*.yaml"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the wheel was unpacked."""
    copy, wheels, site = (tmp_path_factory.mktemp(name) for name in ("copy", "wheels", "site"))
    for name in SOURCES:
        shutil.copy(CHECKOUT / name, copy)
    for name in FOLDERS:
        shutil.copytree(CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    subprocess.run([sys.executable, "-c", BUILD, str(wheels)], cwd=copy, check=True, capture_output=True)
    [wheel] = wheels.glob("*.whl")
    ZipFile(wheel).extractall(site)
    return site


def test_every_command_helps_from_a_wheel(installed: Path, tmp_path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-c", EVERY_HELP, str(installed)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.count("Usage:") > 20


def test_the_wheel_has_every_file_that_is_beside_the_code(installed: Path) -> None:
    for folder in FOLDERS:
        wanted = {
            path.relative_to(CHECKOUT)
            for path in (CHECKOUT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert {path for path in wanted if not (installed / path).exists()} == set(), folder
