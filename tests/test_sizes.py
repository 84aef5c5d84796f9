"""Nothing grows into a warehouse: folders, files and functions have a most."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("agent", "bench", "booking_core", "evaluation", "script", "tests", "web")
MOST_MODULES, MOST_LINES, MOST_LINES_OF_A_FUNCTION = 12, 250, 35
# Words and sentences are as long as the languages they are of, and a demo as what it shows.
DATA = ("agent/languages/", "booking_core/maintenance/demo.py")


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        yield from sorted((ROOT / package).rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first, last = node.lineno, node.end_lineno or node.lineno
            if last - first + 1 > MOST_LINES_OF_A_FUNCTION:
                yield f"{name_of(path)}:{first} {node.name}"


def test_no_folder_holds_more_than_a_dozen_modules() -> None:
    """A package's root holds what a newcomer opens first, and whatever knows all its rooms."""
    modules = Counter(name_of(path.parent) for path in sources() if path.name != "__init__.py")
    crowded = {folder: count for folder, count in modules.items() if count > MOST_MODULES}
    assert {folder for folder in crowded if folder not in PACKAGES} == set()


def test_no_file_is_a_warehouse() -> None:
    long = {name_of(path) for path in sources() if len(path.read_text("utf-8").splitlines()) > MOST_LINES}
    assert {name for name in long if not name.startswith(DATA)} == set()


def test_no_function_is_longer_than_a_screen() -> None:
    assert [function for path in sources() for function in long_functions(path)] == []
