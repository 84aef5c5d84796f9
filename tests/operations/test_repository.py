"""What stands in the repository fits together: locks, CI, and the files that pages point to."""

import re

import pytest

from tests.operations.conftest import CHECKOUT


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "requirements-uv.lock"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (CHECKOUT / lock).read_text("utf-8")
    packages = re.findall(r"^(\S+)==\S+", text, re.MULTILINE)
    unhashed = [
        block for block in re.split(r"\n(?=\S)", text) if "==" in block and "--hash=sha256:" not in block
    ]
    assert packages
    assert unhashed == []
    assert "://" not in text


def test_what_runs_is_the_same_where_tests_run() -> None:
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^(\S+==\S+)", (CHECKOUT / lock).read_text("utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_ci_runs_what_the_readme_tells_people_to_run() -> None:
    assert "make test" in (CHECKOUT / ".ci" / "run").read_text("utf-8")
    assert "make test" in (CHECKOUT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "deploy/README.md"])
def test_every_file_a_page_points_to_is_there(page: str) -> None:
    path = CHECKOUT / page
    targets = re.findall(r"\]\(([^)#]+)", path.read_text("utf-8"))
    assert all("://" in target or (path.parent / target).exists() for target in targets)
