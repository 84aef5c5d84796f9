"""What an agent is told and may do at the MCP door: tools, resources and a prompt, each for the business
whose door it is."""

import logging
from importlib.metadata import version
from typing import Any

import mcp_types as types
import msgspec
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from booking_core.access.scopes import MissingScope, Scope
from booking_core.core import BookingCore
from booking_core.desk import Desk
from booking_core.errors import Refusal
from booking_core.storage.audit import Actor
from booking_core.time.wall_clock import zone
from web.api.values.requests import misfit
from web.api.values.slots import SlotTokens, at_desk
from web.mcp import prompts, resources
from web.mcp.endpoint.callers import McpCaller
from web.mcp.endpoint.endpoint import CALLER, MISSING_SCOPE
from web.mcp.tool_calls.arguments import read_arguments
from web.mcp.tool_calls.refusals import refusal_json
from web.mcp.tool_calls.tool import McpTool, ToolContext
from web.mcp.tools import ARGUMENTS, TOOLS
from web.secrets.manage_links import ManageLinks

logger = logging.getLogger("zimun.web")
INSTRUCTIONS = """\
The booking desk of one business. Look for free times, keep one for the customer, and book it when the
customer has agreed: list_services, get_availability, create_hold, then create_booking. Times carry their
offset; the desk's own clock and time zone come with every answer, so never work out dates from memory. A
refusal says what to do next in `next_step`.
"""
WENT_WRONG = "Something went wrong on our side. Please try again."
Context = ServerRequestContext[Any, Any]


class McpDesk:
    """Answers what agents ask; one instance serves every business."""

    def __init__(self, core: BookingCore, slots: SlotTokens, links: ManageLinks) -> None:
        self._core = core
        self._slots = slots
        self._links = links

    def server(self) -> Server[Any]:
        return Server(
            "zimun",
            version=version("zimun"),
            title="Zimun booking desk",
            instructions=INSTRUCTIONS,
            on_list_tools=self.list_tools,
            on_call_tool=self.call_tool,
            on_list_resources=resources.list_resources,
            on_list_resource_templates=resources.templates,
            on_read_resource=self.read_resource,
            on_list_prompts=prompts.list_prompts,
            on_get_prompt=prompts.get_prompt,
            get_tool_input_schema=lambda name: TOOLS[name].input_schema if name in TOOLS else None,
        )

    async def list_tools(
        self, context: Context, _: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        caller = caller_in(context)
        return types.ListToolsResult(tools=[tool.spec for tool in TOOLS.values() if _is_open(tool, caller)])

    async def call_tool(self, context: Context, call: types.CallToolRequestParams) -> types.CallToolResult:
        caller, tool = caller_in(context), TOOLS.get(call.name)
        if tool is None or not _is_open(tool, caller):
            raise MCPError(types.INVALID_PARAMS, f"There is no tool {call.name[:100]!r} here.")
        actor = actor_in(context, tool.scope)
        try:
            read = read_arguments(call.arguments, tool.accepts, ARGUMENTS)
            answer = await self._run(caller, actor, tool, read.values)
            if read.ignored:
                logger.debug("the tool %s ignored arguments %r", tool.name, read.ignored)
                answer["ignored_arguments"] = list(read.ignored)
            return _result(answer, is_error=False)
        except msgspec.ValidationError as error:
            return self._refusal(caller, misfit(str(error), tool.accepts), actor)
        except Refusal as refusal:
            return self._refusal(caller, refusal, actor)
        except Exception as error:
            # Left to the SDK, the error's own words would go out, and they name statements.
            logger.exception("the tool %s failed", tool.name)
            raise MCPError(types.INTERNAL_ERROR, WENT_WRONG) from error

    def _refusal(self, caller: McpCaller, refusal: Refusal, actor: Actor) -> types.CallToolResult:
        return _result({**self._stamp(caller), **refusal_json(refusal, actor.request_id)}, is_error=True)

    async def read_resource(
        self, context: Context, asked: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        caller, actor = caller_in(context), actor_in(context, Scope.ORG_READ)

        async def work(desk: Desk) -> types.ReadResourceResult:
            return resources.read(desk, asked.uri, self._links.public_url)

        return await self._core.read_only(caller.business.id, actor, work, revision=caller.business.revision)

    async def _run(self, caller: McpCaller, actor: Actor, tool: McpTool, arguments: Any) -> dict[str, Any]:
        """One visit to the desk; a refusal shows its alternatives as times that can be held."""
        visit = self._core.transaction if tool.writes else self._core.read_only
        business = caller.business

        async def work(desk: Desk) -> dict[str, Any]:
            desk.speak(arguments.language or "")
            context = ToolContext(desk, caller, self._slots, self._links, self._core.redis)
            return {**self._stamp(caller), **msgspec.to_builtins(await tool.run(context, arguments))}

        return await at_desk(
            lambda work: visit(business.id, actor, work, revision=business.revision), work, self._slots
        )

    def _stamp(self, caller: McpCaller) -> dict[str, Any]:
        time_zone = caller.business.time_zone
        now = self._core.clock.now().astimezone(zone(time_zone)).replace(microsecond=0)
        return {"now": now.isoformat(), "time_zone": time_zone}


def caller_in(context: Context) -> McpCaller:
    """Who the door let in with this message."""
    caller: McpCaller = context.request.scope["state"][CALLER]  # type: ignore[union-attr]
    return caller


def actor_in(context: Context, scope: Scope) -> Actor:
    """Who does what needs this scope. Without it an error of the protocol, of which the door makes a 403."""
    state = context.request.scope["state"]  # type: ignore[union-attr]
    try:
        return caller_in(context).actor(scope, str(state.get("request_id", "")))
    except MissingScope as missing:
        state[MISSING_SCOPE] = missing.scope
        raise MCPError(types.INVALID_PARAMS, str(missing)) from missing


def _is_open(tool: McpTool, caller: McpCaller) -> bool:
    """Whether this caller is shown the tool. A token without its scope is told which one is missing when it
    calls."""
    if tool.writes and caller.business.rules.read_only:
        return False
    return caller.is_known or tool.scope in caller.scopes


def _result(content: dict[str, Any], *, is_error: bool) -> types.CallToolResult:
    """The same twice: structured for whoever reads that, as text for models that read only text."""
    text = types.TextContent(text=msgspec.json.encode(content).decode())
    return types.CallToolResult(content=[text], structured_content=content, is_error=is_error)
