"""Tools of the suite that ask the client for something before they answer, in the way of either era of the
protocol."""

from typing import Any

import mcp_types as types
from mcp.server.mcpserver import Context, MCPServer
from mcp.shared.exceptions import MCPError

NAME = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
COLOUR = {"type": "object", "properties": {"color": {"type": "string"}}, "required": ["color"]}
CONTEXT = {"type": "object", "properties": {"context": {"type": "string"}}, "required": ["context"]}
YES = {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}
USER = {
    "type": "object",
    "properties": {
        "username": {"type": "string", "description": "User's response"},
        "email": {"type": "string", "description": "User's email address"},
    },
    "required": ["username", "email"],
}
DEFAULTS = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "default": "John Doe"},
        "age": {"type": "integer", "default": 30},
        "score": {"type": "number", "default": 95.5},
        "status": {"type": "string", "enum": ["active", "inactive", "pending"], "default": "active"},
        "verified": {"type": "boolean", "default": True},
    },
}
OPTIONS = ["option1", "option2", "option3"]
TITLES = ("First", "Second", "Third")
ENUMS = {
    "type": "object",
    "properties": {
        "untitledSingle": {"type": "string", "enum": OPTIONS},
        "titledSingle": {
            "type": "string",
            "oneOf": [{"const": f"value{n + 1}", "title": f"{TITLES[n]} Option"} for n in range(3)],
        },
        "legacyEnum": {
            "type": "string",
            "enum": ["opt1", "opt2", "opt3"],
            "enumNames": ["Option One", "Option Two", "Option Three"],
        },
        "untitledMulti": {"type": "array", "items": {"type": "string", "enum": OPTIONS}},
        "titledMulti": {
            "type": "array",
            "items": {
                "anyOf": [{"const": f"value{n + 1}", "title": f"{TITLES[n]} Choice"} for n in range(3)]
            },
        },
    },
}
Asked = str | types.InputRequiredResult


def form(message: str, schema: dict[str, Any]) -> types.ElicitRequest:
    return types.ElicitRequest(params=types.ElicitRequestFormParams(message=message, requested_schema=schema))


def sample(words: str, tokens: int) -> types.CreateMessageRequest:
    message = types.SamplingMessage(role="user", content=types.TextContent(text=words))
    return types.CreateMessageRequest(
        params=types.CreateMessageRequestParams(messages=[message], max_tokens=tokens)
    )


def answered(ctx: Context, *names: str) -> bool:
    """Whether every one of these has been answered in a form that can be read."""
    given = ctx.input_responses or {}
    return all(given.get(name) is not None for name in names)


def field(ctx: Context, name: str, key: str) -> str | None:
    response = (ctx.input_responses or {}).get(name)
    content = getattr(response, "content", None)
    value = content.get(key) if isinstance(content, dict) else None
    return value if isinstance(value, str) else None


def add_asking(server: MCPServer) -> None:
    add_callbacks(server)
    add_rounds(server)
    add_capabilities(server)


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


def add_rounds(server: MCPServer) -> None:
    """The newer era: an answer that names what is missing, and the call again with it."""

    @server.tool()
    def test_input_required_result_elicitation(ctx: Context) -> Asked:
        """Needs a name."""
        name = field(ctx, "user_name", "name")
        if name is None:
            return types.InputRequiredResult(input_requests={"user_name": form("What is your name?", NAME)})
        return f"Hello, {name}!"

    @server.tool()
    def test_input_required_result_sampling(ctx: Context) -> Asked:
        """Needs the client's model."""
        if not answered(ctx, "capital_question"):
            asked = sample("What is the capital of France?", 100)
            return types.InputRequiredResult(input_requests={"capital_question": asked})
        said = (ctx.input_responses or {})["capital_question"]
        return str(getattr(getattr(said, "content", None), "text", said))

    @server.tool()
    def test_input_required_result_list_roots(ctx: Context) -> Asked:
        """Needs the client's roots."""
        if not answered(ctx, "client_roots"):
            return types.InputRequiredResult(input_requests={"client_roots": types.ListRootsRequest()})
        given = (ctx.input_responses or {})["client_roots"]
        return f"Roots: {[str(root.uri) for root in getattr(given, 'roots', [])]}"

    @server.tool()
    def test_input_required_result_request_state(ctx: Context) -> Asked:
        """Needs a yes, and its own state back."""
        if answered(ctx, "confirm") and ctx.request_state == "asked":
            return "state-ok"
        return types.InputRequiredResult(
            input_requests={"confirm": form("Please confirm", YES)}, request_state="asked"
        )

    @server.tool()
    def test_input_required_result_tampered_state(ctx: Context) -> Asked:
        """As above; the server's keys notice a state that was changed."""
        return test_input_required_result_request_state(ctx)

    @server.tool()
    def test_input_required_result_multiple_inputs(ctx: Context) -> Asked:
        """Needs three things at once."""
        if answered(ctx, "user_name", "greeting", "client_roots"):
            return "Thank you for all three."
        return types.InputRequiredResult(
            input_requests={
                "user_name": form("What is your name?", NAME),
                "greeting": sample("Generate a greeting", 50),
                "client_roots": types.ListRootsRequest(),
            },
            request_state="asked",
        )

    @server.tool()
    def test_input_required_result_multi_round(ctx: Context) -> Asked:
        """Needs a name, then a colour."""
        if ctx.request_state == "named" and answered(ctx, "step2"):
            return "Thank you."
        if ctx.request_state == "begun" and answered(ctx, "step1"):
            asked = form("Step 2: What is your favorite color?", COLOUR)
            return types.InputRequiredResult(input_requests={"step2": asked}, request_state="named")
        asked = form("Step 1: What is your name?", NAME)
        return types.InputRequiredResult(input_requests={"step1": asked}, request_state="begun")

    @server.prompt()
    def test_input_required_result_prompt(ctx: Context) -> Any:
        """Needs a context."""
        context = field(ctx, "user_context", "context")
        if context is None:
            asked = form("What context should the prompt use?", CONTEXT)
            return types.InputRequiredResult(input_requests={"user_context": asked})
        return [types.PromptMessage(role="user", content=types.TextContent(text=f"Context: {context}"))]


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
