"""Plain data as YAML that people read, and every reader of YAML reads alike."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

WIDTH = 110
# Lists that are read at a glance stand on one line.
SHORT_LIST = 72


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the same list twice is written twice
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Lists stand further in than what they belong to."""
        super().increase_indent(flow, False)


def write_yaml(data: Mapping[str, Any], heading: str = "") -> str:
    """Sections are apart by an empty line."""
    sections = [
        yaml.dump({name: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
        for name, value in data.items()
    ]
    return "\n".join([heading, *sections] if heading else sections)


def _text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text and not any(line != line.rstrip() for line in text.split("\n")) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(dumper: Any, values: list[Any]) -> Any:
    is_short = sum(len(str(one)) + 2 for one in values) <= SHORT_LIST
    is_flat = not any(isinstance(one, list | Mapping) for one in values)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=is_short and is_flat)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_representer(
    Decimal, lambda dumper, amount: dumper.represent_scalar("tag:yaml.org,2002:float", str(amount))
)
_Dumper.add_representer(
    date, lambda dumper, day: dumper.represent_scalar("tag:yaml.org,2002:timestamp", day.isoformat())
)
