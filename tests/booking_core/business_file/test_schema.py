"""The schema for editors and the reader agree: what is read is valid, unknown members are refused by both.
What no schema says is left to the reader: that keys are known, hours do not overlap, dates exist."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import jsonschema
import pytest
import yaml

from booking_core.business_file.read import read_as_far
from booking_core.business_file.sections.schema import file_schema
from tests.booking_core.business_file.test_any_business import AnyBusiness
from web.commands.business.yaml_reader import read_yaml
from web.commands.business.yaml_writer import write_yaml

SCHEMA = jsonschema.Draft202012Validator(file_schema())
VALUES: tuple[Any, ...] = (
    "",
    "x",
    "12",
    "no",
    "a" * 5000,
    -1,
    3,
    3.5,
    True,
    None,
    [],
    ["x"],
    {},
    {"zz": "x"},
)
Place = tuple[Any, Any]


def is_read(data: Any) -> bool:
    _, wrong = read_as_far(read_yaml(write_yaml(data).encode()).data)
    return not wrong


def is_valid(data: Any) -> bool:
    """As an editor sees it: numbers, and yes and no, are what they look like."""
    return bool(SCHEMA.is_valid(json.loads(json.dumps(yaml.safe_load(write_yaml(data)), default=str))))


def places(data: Any) -> Iterator[Place]:
    """Each member and item, as what holds it and its name there."""
    for name, one in data.items() if isinstance(data, dict) else enumerate(data):
        yield data, name
        if isinstance(one, dict | list):
            yield from places(one)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_read_is_valid(seed: int) -> None:
    chance = Random(seed)
    data = AnyBusiness(chance).data()
    assert is_read(data)
    assert is_valid(data)
    for _ in range(40):
        within, name = chance.choice(list(places(data)))
        before = within[name]
        within[name] = chance.choice(VALUES)
        assert not is_read(data) or is_valid(data), (name, before, within[name])
        within[name] = before


@pytest.mark.parametrize("seed", range(4))
def test_an_unknown_member_is_refused_by_both(seed: int) -> None:
    chance = Random(seed)
    data = AnyBusiness(chance).data()
    for section in ("business", "chat", "locations", "people", "rooms", "services"):
        for thing in [data[section]] if section in ("business", "chat") else data[section].values():
            thing["zz"] = "x"
            assert (is_read(data), is_valid(data)) == (False, False), section
            del thing["zz"]
