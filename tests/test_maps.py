"""The maps of the house name only what is there: every path in the documents about the code exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = "booking_core|agent|web|static|evaluation|tests|migrations|bench"
PATH = re.compile(rf"(?<![\w/.])((?:{PACKAGES})/[\w./-]*\w)")
MAPS = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/glossary.md")


def exists(path: str) -> bool:
    """A file or a folder; a module may be named without its ending."""
    return (ROOT / path).exists() or (ROOT / f"{path}.py").exists()


@pytest.mark.parametrize("name", MAPS)
def test_every_path_in_a_map_exists(name: str) -> None:
    paths = PATH.findall((ROOT / name).read_text("utf-8"))
    assert len(paths) >= 3
    assert [path for path in paths if not exists(path)] == []


def test_every_room_of_a_package_is_on_the_map() -> None:
    """A room is a folder right below a package; ARCHITECTURE.md has a row for each."""
    architecture = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = {
        path.parent.name
        for package in ("booking_core", "agent", "web", "evaluation")
        for path in (ROOT / package).glob("*/__init__.py")
    }
    assert {room for room in rooms if f"`{room}/`" not in architecture} == set()
