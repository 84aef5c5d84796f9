"""A step of the built-in receptionist: something to say, a tool to ask for, or both."""

from typing import Any

from msgspec import Struct


class GuidedStep(Struct, frozen=True):
    say: str = ""
    tool: str = ""
    arguments: dict[str, Any] = {}
