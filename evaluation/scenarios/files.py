"""Scenario files: YAML read strictly, and every mistake told with its file, line and key."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
import yaml
from msgspec import structs

from evaluation.scenarios.customer_wishes import Wish
from evaluation.scenarios.scenario import Family, Scenario

Path_ = tuple[str | int, ...]
NOTHING = ("null", "~", "")
STEP = re.compile(r"\.([\w-]+)|\[(\d+)\]")


class Mistake(Exception):
    """Something in a scenario file is wrong: where, and what."""


def scenarios_in(paths: Iterable[Path]) -> list[Scenario]:
    """The scenarios of these files, and of all ``*.yaml`` files in these directories. Raises ``Mistake``."""
    found: list[Scenario] = []
    for path in paths:
        files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        if not files:
            raise Mistake(f"{path}: there are no scenarios here; they are files that end in .yaml.")
        for file in files:
            found += _of_file(file)
    _must_differ(found)
    return found


def _of_file(file: Path) -> list[Scenario]:
    document = _Document(file)
    try:
        # Every scalar is read as text, so that "yes" and 10:30 mean what they say; the structs know the
        # types.
        family = msgspec.convert(document.data, Family, strict=False)
    except msgspec.ValidationError as error:
        raise document.mistake(*_split_error(str(error))) from error
    read = []
    for number, scenario in enumerate(family.scenarios):
        _must_make_sense(document, ("scenarios", number), scenario)
        read.append(structs.replace(scenario, family=family.family, tags=(*family.tags, *scenario.tags)))
    return read


class _Document:
    """A YAML file as plain values, with the line of each."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        try:
            node = yaml.compose(file.read_text("utf-8"), Loader=yaml.BaseLoader)
        except OSError as error:
            raise Mistake(f"{file}: it cannot be read: {error.strerror}.") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise Mistake(f"{file}:{line}: this is not YAML: {error.problem}.") from error
        if node is None:
            raise Mistake(f"{file}: there is nothing in it.")
        self.data = self._value(node, ())

    def mistake(self, where: Path_, what: str) -> Mistake:
        """The mistake at the nearest line we know: a key that is missing stands nowhere."""
        known = next(where[:n] for n in range(len(where), -1, -1) if where[:n] in self.lines)
        key = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in where).lstrip(".")
        return Mistake(f"{self.file}:{self.lines[known]}: {key or 'the file'}: {what}")

    def _value(self, node: yaml.Node, where: Path_) -> Any:
        self.lines[where] = node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*where, number)) for number, item in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return None if node.style is None and node.value in NOTHING else node.value
        values: dict[str, Any] = {}
        for key, item in node.value:
            if key.value in values:
                raise Mistake(f"{self.file}:{key.start_mark.line + 1}: {key.value} is there twice.")
            values[key.value] = self._value(item, (*where, key.value))
            self.lines[*where, key.value] = key.start_mark.line + 1
        return values


def _split_error(error: str) -> tuple[Path_, str]:
    """The place and the sentence of a validation error, which ends in `` - at `$.scenarios[3].name` ``."""
    what, _, where = error.partition(" - at `$")
    steps = [(name or int(number)) for name, number in STEP.findall(where.rstrip("`"))]
    unknown = re.search(r"unknown field `([^`]+)`", what)
    return (*steps, *([unknown.group(1)] if unknown else ())), f"{what}."


def _must_make_sense(document: _Document, where: Path_, scenario: Scenario) -> None:
    """What no type can say."""
    for key in ("hears", "never"):
        for number, pattern in enumerate(getattr(scenario, key)):
            _must_be_a_pattern(document, (*where, key, number), pattern)
    for number, remark in enumerate(scenario.customer.remarks):
        _must_be_a_pattern(document, (*where, "customer", "remarks", number, "hears"), remark.hears)
    known = {one.called for one in scenario.salon.booked}
    wishes = {("customer", "wants"): scenario.customer.wants, ("oracle",): scenario.oracle or ()}
    for place, group in wishes.items():
        for number, wish in enumerate(group):
            _must_name_things(document, (*where, *place, number), wish, known)
    for number, line in enumerate(scenario.customer.lines):
        _must_be_a_pattern(document, (*where, "customer", "lines", number, "hears"), line.hears)
        _must_be_a_pattern(document, (*where, "customer", "lines", number, "never"), line.never)
    if not (scenario.customer.wants or scenario.customer.remarks or scenario.customer.lines):
        raise document.mistake((*where, "customer"), "a customer wants something or says something.")


def _must_name_things(document: _Document, where: Path_, wish: Wish, known: set[str]) -> None:
    if wish.do == "book" and not wish.service:
        raise document.mistake((*where, "service"), "a booking needs a service.")
    if wish.which and wish.which not in known:
        raise document.mistake((*where, "which"), f"no booking of the salon is called {wish.which!r}.")


def _must_be_a_pattern(document: _Document, where: Path_, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise document.mistake(where, f"this is no regular expression: {error}.") from error


def _must_differ(scenarios: list[Scenario]) -> None:
    seen: set[str] = set()
    for scenario in scenarios:
        name = f"{scenario.family}: {scenario.name}"
        if name in seen:
            raise Mistake(f"Two scenarios are called {name!r}.")
        seen.add(name)
