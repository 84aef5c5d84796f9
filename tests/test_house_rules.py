"""Rules of the house that no linter knows: one reader of the clock, one of the environment, one user of the openai package."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READS_THE_CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
}
READS_THE_ENVIRONMENT = {"os.environ", "os.getenv", "os.environb"}


def test_only_the_clock_reads_the_time() -> None:
    assert files_where(READS_THE_CLOCK) == {"booking_core/clock.py"}


def test_only_the_settings_read_the_environment() -> None:
    assert files_where(READS_THE_ENVIRONMENT) == {"web/settings.py"}


def test_only_one_file_imports_openai() -> None:
    importing = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "openai")
        or (isinstance(node, ast.Import) and any(name.name.split(".")[0] == "openai" for name in node.names))
    }
    assert importing == {"agent/models/openai_chat.py"}


def test_only_the_booking_core_writes_claims() -> None:
    """A door that wrote to the tables itself would go round every rule of the desk."""
    tables = {"Claim", "Seat", "TimeBlock"}
    using = {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id in tables and not path.startswith("booking_core/")
    }
    assert using == set()


def files_where(names: set[str]) -> set[str]:
    return {
        path
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in names
    }


def modules() -> Iterator[tuple[str, ast.Module]]:
    for package in ("booking_core", "agent", "evaluation", "web"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))
