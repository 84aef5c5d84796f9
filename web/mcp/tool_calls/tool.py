"""What a tool of the MCP door is: arguments, an answer, the scope it needs, and what a model has to know to
use it well."""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any

import mcp_types as types
from msgspec import UNSET, Meta, Struct, UnsetType, defstruct
from redis.asyncio import Redis

from booking_core.access.scopes import Scope
from booking_core.desk import Desk
from booking_core.input.pattern_words import ID
from web.api.values.slots import SlotTokens
from web.mcp.endpoint.callers import McpCaller
from web.mcp.tool_calls.refusals import McpRefusal
from web.mcp.tool_calls.schemas import input_schema, output_schema
from web.secrets.manage_links import ManageLinks


class ToolContext(Struct, frozen=True):
    """One call at the desk: who calls, and what answers are written with."""

    desk: Desk
    caller: McpCaller
    slots: SlotTokens
    links: ManageLinks
    redis: Redis

    @property
    def public_url(self) -> str:
        return self.links.public_url

    @property
    def scopes(self) -> Collection[str]:
        return self.caller.scopes


Language = Annotated[
    str,
    Meta(
        min_length=2,
        max_length=35,
        pattern=ID,
        description="The customer's language, such as `de` or `pt-BR`: names and descriptions come in it.",
    ),
]


class Stamp(Struct, frozen=True):
    """Goes with every answer: the present moment and the clock of the business, so that nobody has to guess
    what day it is.

    ``ignored_arguments`` are names in the call that are no arguments of the tool, and had no effect.
    """

    now: datetime
    time_zone: str
    ignored_arguments: tuple[str, ...] | UnsetType = UNSET


class McpTool(Struct, frozen=True, kw_only=True, dict=True):
    """``arguments`` and ``answer`` become JSON Schema. ``writes`` hides it where the door is read-only."""

    name: str
    title: str
    description: str
    arguments: type[Struct]
    answer: type[Struct]
    scope: Scope
    run: Callable[[ToolContext, Any], Awaitable[Struct]]
    writes: bool = False
    destroys: bool = False

    @cached_property
    def spec(self) -> types.Tool:
        return types.Tool(
            name=self.name,
            title=self.title,
            description=self.description,
            input_schema=self.input_schema,
            output_schema=output_schema(self.answer, McpRefusal, Stamp),
            annotations=types.ToolAnnotations(
                title=self.title,
                read_only_hint=not self.writes,
                destructive_hint=self.destroys,
                # Every write is keyed: by its hold, its booking or its key.
                idempotent_hint=True,
                open_world_hint=False,
            ),
        )

    @cached_property
    def accepts(self) -> type[Struct]:
        """The tool's own arguments, and what every call may say: the customer's ``language``."""
        return defstruct(
            self.arguments.__name__,
            [("language", Language | None, None)],
            bases=(self.arguments,),
            kw_only=True,
            frozen=True,
            forbid_unknown_fields=True,
        )

    @cached_property
    def input_schema(self) -> dict[str, Any]:
        return input_schema(self.accepts)
