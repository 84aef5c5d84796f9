"""The widget's logic is tested where it runs: ``node --test``, without packages, from the test run of
everything else."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
OLDEST_NODE = 20


def test_the_widgets_own_tests_pass() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail(f"node is missing: install Node {OLDEST_NODE} or newer to test the widget")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    major = int(re.match(r"v(\d+)", version)[1])  # type: ignore[index]
    assert major >= OLDEST_NODE, f"node {version.strip()} is too old: the widget's tests need {OLDEST_NODE}"
    files = sorted(str(file) for file in HERE.glob("*.test.mjs"))
    run = subprocess.run([node, "--test", *files], capture_output=True, text=True, timeout=100, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
