"""What an operation of the API is: the scope it needs, what comes in and goes out, what it may refuse.

Written beside each handler; the door reads the scope from it, and the reference is made of it.
"""

from typing import Any, Literal

from litestar.handlers import BaseRouteHandler
from msgspec import Struct

from booking_core.access.scopes import Scope

NAME = "operation"


class OperationLink(Struct, frozen=True):
    """The operation ``to`` takes ``field`` of this answer as its ``takes``, in the path or in the body."""

    to: str
    takes: str
    field: str
    where: Literal["path", "body"] = "body"


class Operation(Struct, frozen=True, kw_only=True):
    """``keyed`` says whether an Idempotency-Key is needed, may be given, or means nothing."""

    name: str
    summary: str
    scope: Scope
    answer: Any
    success: tuple[int, ...] = (200,)
    description: str = ""
    query: type[Struct] | None = None
    body: type[Struct] | None = None
    body_needed: bool = True
    # A file as the body instead.
    takes_file: bool = False
    # What a body needs beyond its fields, as JSON Schema: which of them go together.
    shapes: tuple[dict[str, Any], ...] = ()
    keyed: Literal["required", "optional", "no"] = "no"
    versioned: bool = False
    # Nothing is done but to the version that ``If-Match`` names.
    needs_version: bool = False
    refusals: tuple[str, ...] = ()
    # What can follow, by operation: where in this answer the other's path parameter or body field is found.
    leads_to: tuple["OperationLink", ...] = ()

    @property
    def opt(self) -> dict[str, "Operation"]:
        """For a handler's ``opt``."""
        return {NAME: self}


def shape(*needed: str, without: tuple[str, ...]) -> dict[str, Any]:
    """One way to fill a body: these fields are needed, and those left out or null."""
    there: dict[str, Any] = {name: {"type": "string"} for name in needed}
    return {"required": list(needed), "properties": there | {name: {"type": "null"} for name in without}}


def operation_of(handler: BaseRouteHandler) -> Operation | None:
    found: Operation | None = handler.opt.get(NAME)
    return found
