"""The sources of the packages, as rules of the house read them."""

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


def files_where(names: set[str]) -> set[str]:
    return {path for path, module in modules().items() if module.attributes & names}


class Module(NamedTuple):
    """What the rules ask of a file: packages it imports, names it says and calls, attributes of names."""

    packages: set[str]
    names: set[str]
    calls: set[str]
    attributes: set[str]


@cache
def modules() -> dict[str, Module]:
    """Every file by its path, read once for all rules."""
    return {
        path.relative_to(ROOT).as_posix(): module_of(ast.parse(path.read_text("utf-8")))
        for package in ("booking_core", "agent", "evaluation", "web")
        for path in sorted((ROOT / package).rglob("*.py"))
    }


def module_of(tree: ast.Module) -> Module:
    found = Module(set(), set(), set(), set())
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                found.packages.update(one.name.partition(".")[0] for one in names)
            case ast.ImportFrom(str(module)):
                found.packages.add(module.partition(".")[0])
            case ast.Name(name):
                found.names.add(name)
            case ast.Call(ast.Name(name)):
                found.calls.add(name)
            case ast.Attribute(ast.Name(name), attribute):
                found.attributes.add(f"{name}.{attribute}")
    return found
