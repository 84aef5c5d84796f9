"""What a tool is: a struct of arguments, a function, and what customers read while it runs."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from msgspec import Struct

from agent.events import PageEvent
from agent.models.protocol import ToolSpec
from agent.turn_context import TurnContext


class ToolOutcome(Struct, frozen=True):
    """What a tool came to: ``data`` for the model, ``blocks`` for the customer, ``happened`` for the
    customer's page."""

    data: dict[str, Any]
    blocks: tuple[dict[str, Any], ...] = ()
    happened: tuple[PageEvent, ...] = ()


class Tool(Struct, frozen=True):
    """``arguments`` is a struct whose docstring tells the model what the tool does and whose fields are what
    it may say, the ``hidden`` ones apart."""

    name: str
    arguments: type[Struct]
    run: Callable[[TurnContext, Any], Awaitable[ToolOutcome]]
    label: str
    writes: bool = False
    hidden: tuple[str, ...] = ()

    def spec(self) -> ToolSpec:
        """The tool as a model is told of it; the schema is made from the struct."""
        _, components = msgspec.json.schema_components([self.arguments])
        schema = dict(components[self.arguments.__name__])
        schema.pop("title", None)
        schema["properties"] = {k: v for k, v in schema["properties"].items() if k not in self.hidden}
        return ToolSpec(self.name, schema.pop("description", ""), schema)
