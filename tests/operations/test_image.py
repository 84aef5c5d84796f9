"""The image: what it holds, and that every command works with its files alone."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.operations.conftest import CHECKOUT
from web.cli import COMMANDS


def test_the_image_holds_what_the_program_reads_and_runs_as_nobody_special() -> None:
    dockerfile = (CHECKOUT / "Dockerfile").read_text("utf-8")
    copied = {
        name
        for line in re.findall(r"^COPY (?!--)(.+)$", dockerfile, re.MULTILINE)
        for name in line.split()[:-1]
    }
    allowed = set(re.findall(r"^!(.+)$", (CHECKOUT / ".dockerignore").read_text("utf-8"), re.MULTILINE))
    assert {"booking_core", "agent", "web", "migrations", "static"} <= copied <= allowed
    assert "\nUSER zimun\n" in dockerfile
    assert "--require-hashes" in dockerfile


def image_of(target: Path) -> None:
    """What the image is built from: what the Dockerfile copies, as far as .dockerignore lets it through."""
    ignored = (CHECKOUT / ".dockerignore").read_text("utf-8")
    allowed = set(re.findall(r"^!(.+)$", ignored, re.MULTILINE))
    dockerfile = (CHECKOUT / "Dockerfile").read_text("utf-8")
    for line in re.findall(r"^COPY (?!--)(.+)$", dockerfile, re.MULTILINE):
        for name in set(line.split()[:-1]) & allowed:
            source = CHECKOUT / name
            if source.is_dir():
                shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, target / name)


def test_every_command_explains_itself_with_the_files_of_the_image_alone(tmp_path: Path) -> None:
    image_of(tmp_path)
    # This checkout is installed in a way that finds its packages from anywhere, which must not help.
    script = f"""
import sys
sys.meta_path = [one for one in sys.meta_path if "editable" not in repr(one)]
sys.path = [{str(tmp_path)!r}] + [one for one in sys.path if not one.startswith({str(CHECKOUT)!r})
    or "site-packages" in one]
from click.testing import CliRunner
from web.cli import COMMANDS, main
assert main.callback.__code__.co_filename.startswith({str(tmp_path)!r})
for words in (["--help"], *([name, "--help"] for name in COMMANDS)):
    done = CliRunner().invoke(main, words)
    print(*words, "ok" if done.exit_code == 0 else repr(done.exception))
    if "eval" in words:
        from web.commands.evaluation.eval import EVALS
        print("scenarios", "ok" if any(EVALS.glob("*.yaml")) else "missing")
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if not line.endswith(" ok")] == []
    assert len(done.stdout.splitlines()) == len(COMMANDS) + 2
