"""A mutant breaks something that is there, and names attacks that are there: one that sets a name nobody has
any more would break nothing, and prove nothing."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent
BROKEN = sorted(
    ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    for path in (FOLDER / "broken").rglob("[a-z]*.py")
)


def set_names(module: ModuleType) -> Iterator[tuple[object, str]]:
    """What a file of mutants sets on classes and modules it imports: the owner and the name."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        targets = node.targets if isinstance(node, ast.Assign) else []
        for target in targets:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
                owner = getattr(module, target.value.id, None)
                if owner is not None:
                    yield owner, target.attr


@pytest.mark.parametrize("name", BROKEN)
def test_every_mutant_replaces_something_that_exists(name: str) -> None:
    missing = [
        f"{owner}.{attribute}"
        for owner, attribute in set_names(import_module(f"tests.attack.{name}"))
        if not hasattr(owner, attribute)
    ]
    assert missing == []


def test_every_attack_of_a_mutant_exists() -> None:
    mutants = import_module("tests.attack.mutants.catalogue").MUTANTS
    files = {attack.partition("::")[0] for mutant in mutants for attack in mutant.attacks}
    places = (FOLDER, FOLDER.parents[1])
    assert [file for file in files if not any((place / file).exists() for place in places)] == []
