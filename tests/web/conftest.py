"""What all doors' tests share."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

CHECK = Draft202012Validator.check_schema


@cache
def check_once(schema: bytes) -> None:
    CHECK(msgspec.json.decode(schema))


@pytest.fixture(scope="session", autouse=True)
def schemas_are_checked_once() -> Iterator[None]:
    """Clients of MCP ask at every connection whether a schema is one, which takes longer than what they do
    there. Answers are held against their schemas each time."""

    def check(schema: Any) -> None:
        check_once(msgspec.json.encode(schema))

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Draft202012Validator, "check_schema", check)
        yield
