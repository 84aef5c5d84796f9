"""Tools of the suite that ask the client for something before they answer, in the way of either era of the
protocol."""

import mcp_types as types
from mcp.server.mcpserver import Context, MCPServer
from mcp.shared.exceptions import MCPError

from tests.web.mcp.conformance.forms import DEFAULTS, ENUMS, NAME, USER, Asked, form, sample
from tests.web.mcp.conformance.rounds import add_asking_prompts, add_questions, add_rounds, add_states


def add_asking(server: MCPServer) -> None:
    add_callbacks(server)
    add_questions(server)
    add_states(server)
    add_rounds(server)
    add_asking_prompts(server)
    add_capabilities(server)
    add_progress_and_changes(server)


def add_callbacks(server: MCPServer) -> None:
    """The older era: a request to the client while the tool runs."""

    @server.tool()
    async def test_sampling(prompt: str, ctx: Context) -> str:
        """Ask the client's model."""
        message = types.SamplingMessage(role="user", content=types.TextContent(text=prompt))
        said = await ctx.session.create_message([message], max_tokens=100)
        return f"LLM response: {getattr(said.content, 'text', '')}"

    @server.tool()
    async def test_elicitation(message: str, ctx: Context) -> str:
        """Ask the user."""
        said = await ctx.session.elicit_form(message, USER)
        return f"User response: action: {said.action}, content: {said.content}"

    @server.tool()
    async def test_elicitation_sep1034_defaults(ctx: Context) -> str:
        """Ask with defaults."""
        said = await ctx.session.elicit_form("Please fill this in", DEFAULTS)
        return f"Elicitation completed: action={said.action}, content={said.content}"

    @server.tool()
    async def test_elicitation_sep1330_enums(ctx: Context) -> str:
        """Ask with choices."""
        said = await ctx.session.elicit_form("Please choose", ENUMS)
        return f"Elicitation completed: action={said.action}, content={said.content}"


def add_capabilities(server: MCPServer) -> None:
    """What a client has not declared is not asked of it."""

    @server.tool()
    def test_missing_capability(ctx: Context) -> str:
        """Needs a client that can sample."""
        if ctx.client_capabilities is None or ctx.client_capabilities.sampling is None:
            raise MCPError(
                types.MISSING_REQUIRED_CLIENT_CAPABILITY,
                "This tool needs a client that can sample.",
                {"requiredCapabilities": {"sampling": {}}},
            )
        return "It can."

    @server.tool()
    def test_input_required_result_capabilities(ctx: Context) -> Asked:
        """Asks in a way the client knows."""
        able = ctx.client_capabilities
        if able is not None and able.sampling is not None:
            return types.InputRequiredResult(input_requests={"said": sample("Say something", 50)})
        if able is not None and able.elicitation is not None:
            return types.InputRequiredResult(input_requests={"said": form("Say something", NAME)})
        return "This client cannot be asked."


def add_progress_and_changes(server: MCPServer) -> None:
    """What is told while a tool runs: progress, and that lists have changed."""

    @server.tool()
    async def test_streaming_elicitation(ctx: Context) -> Asked:
        """A line of progress, then a question."""
        await ctx.report_progress(1, 2)
        return types.InputRequiredResult(input_requests={"user_name": form("What is your name?", NAME)})

    @server.tool()
    async def test_trigger_tool_change(ctx: Context) -> str:
        """Says that the list of tools has changed."""
        await ctx.notify_tools_changed()
        return "Told."

    @server.tool()
    async def test_trigger_prompt_change(ctx: Context) -> str:
        """Says that the list of prompts has changed."""
        await ctx.notify_prompts_changed()
        return "Told."
