"""YAML as owners write it, and nothing else that YAML can be: no aliases, no tags, no second document, no
name twice in one mapping, and bounds on everything.

``null``, ``true``, ``false`` and whole numbers are what they look like (YAML 1.2 §10.2); everything else is
the text that stands there: ``NO`` is a country, ``09:00`` a time and ``45.00`` an exact amount.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct

from booking_core.business_file.wrong import FileRefused, Path, Wrong

# A business of a thousand services is half as long; a bomb is not read to its end.
MOST_BYTES, MOST_NODES, DEEPEST = 1024 * 1024, 100_000, 20
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
PLAIN: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlText(Struct):
    """What a file says, and the line (from 1) at which each value begins, by its path."""

    data: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int | None:
        """Of the value, or of the nearest one around it."""
        return next(
            (self.lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.lines), None
        )


class YamlRefused(FileRefused):
    """No YAML, or more of it than we read."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__([Wrong((), message)])
        self.line = line


def read_yaml(content: bytes) -> YamlText:
    """Raises ``YamlRefused``."""
    if len(content) > MOST_BYTES:
        raise YamlRefused(f"The file is longer than {MOST_BYTES // 1024} KB.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise YamlRefused("Please save the file as UTF-8.", line) from error
    try:
        return _Builder(yaml.parse(text, Loader=LOADER)).read()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = _problem(text, error, mark)
        raise YamlRefused(problem, mark.line + 1 if mark else None) from error
    except yaml.YAMLError as error:
        raise YamlRefused("There are characters in it that YAML does not allow.") from error


def _problem(text: str, error: yaml.MarkedYAMLError, mark: Any) -> str:
    line = text.splitlines()[mark.line] if mark and mark.line < len(text.splitlines()) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "There is a tab at the beginning of this line: please use spaces."
    return f"This is no YAML: {error.problem}."


class _Builder:
    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.lines: dict[Path, int] = {}
        self.nodes = 0

    def read(self) -> YamlText:
        data, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise YamlRefused("Please write one document only.", _line(event))
                data = self._value(next(self.events), ())
        return YamlText(data, self.lines)

    def _value(self, event: Any, path: Path) -> Any:
        self.nodes += 1
        if self.nodes > MOST_NODES or len(path) > DEEPEST:
            raise YamlRefused("This file is too large, or nested too deep.", _line(event))
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise YamlRefused("Anchors (&) and aliases (*) are not read: please write it out.", _line(event))
        if event.tag is not None:
            raise YamlRefused(f"Tags such as {event.tag[:40]} are not read.", _line(event))
        self.lines.setdefault(path, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = enumerate(self._until(yaml.SequenceEndEvent))
            return [self._value(one, (*path, place)) for place, one in items]
        return self._mapping(path)

    def _mapping(self, path: Path) -> dict[Any, Any]:
        members: dict[Any, Any] = {}
        for event in self._until(yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise YamlRefused("A name cannot be a list or a mapping.", _line(event))
            name = self._value(event, (*path, event.value))
            if isinstance(name, bool) or name is None:
                name = event.value
            if name in members:
                raise YamlRefused(f"{str(name)[:40]!r} is there twice.", _line(event))
            self.lines[*path, name] = _line(event)
            members[name] = self._value(next(self.events), (*path, name))
        return members

    def _until(self, end: type[Any]) -> Iterator[Any]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event


def _scalar(event: Any) -> Any:
    value: str = event.value
    if event.style:
        return value
    return int(value) if WHOLE.fullmatch(value) else PLAIN.get(value, value)


def _line(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line
