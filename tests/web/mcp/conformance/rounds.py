"""Tools and prompts of the newer era: their answer names what is missing, and the client calls again with
it."""

from typing import Any

import mcp_types as types
from mcp.server.mcpserver import Context, MCPServer

from tests.web.mcp.conformance.forms import (
    COLOUR,
    CONTEXT,
    NAME,
    YES,
    Asked,
    field,
    form,
    is_answered,
    sample,
)


def add_questions(server: MCPServer) -> None:
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
        if not is_answered(ctx, "capital_question"):
            asked = sample("What is the capital of France?", 100)
            return types.InputRequiredResult(input_requests={"capital_question": asked})
        said = (ctx.input_responses or {})["capital_question"]
        return str(getattr(getattr(said, "content", None), "text", said))

    @server.tool()
    def test_input_required_result_list_roots(ctx: Context) -> Asked:
        """Needs the client's roots."""
        if not is_answered(ctx, "client_roots"):
            return types.InputRequiredResult(input_requests={"client_roots": types.ListRootsRequest()})
        given = (ctx.input_responses or {})["client_roots"]
        return f"Roots: {[str(root.uri) for root in getattr(given, 'roots', [])]}"


def add_states(server: MCPServer) -> None:
    """The newer era, over several rounds: the client sends back what state it was given."""

    @server.tool()
    def test_input_required_result_request_state(ctx: Context) -> Asked:
        """Needs a yes, and its own state back."""
        if is_answered(ctx, "confirm") and ctx.request_state == "asked":
            return "state-ok"
        return types.InputRequiredResult(
            input_requests={"confirm": form("Please confirm", YES)}, request_state="asked"
        )

    @server.tool()
    def test_input_required_result_tampered_state(ctx: Context) -> Asked:
        """As above; the server's keys notice a state that was changed."""
        return test_input_required_result_request_state(ctx)


def add_rounds(server: MCPServer) -> None:
    """Tools that need several answers, at once or one after the other."""

    @server.tool()
    def test_input_required_result_multiple_inputs(ctx: Context) -> Asked:
        """Needs three things at once."""
        if is_answered(ctx, "user_name", "greeting", "client_roots"):
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
        if ctx.request_state == "named" and is_answered(ctx, "step2"):
            return "Thank you."
        if ctx.request_state == "begun" and is_answered(ctx, "step1"):
            asked = form("Step 2: What is your favorite color?", COLOUR)
            return types.InputRequiredResult(input_requests={"step2": asked}, request_state="named")
        asked = form("Step 1: What is your name?", NAME)
        return types.InputRequiredResult(input_requests={"step1": asked}, request_state="begun")


def add_asking_prompts(server: MCPServer) -> None:
    """A prompt that names what is missing."""

    @server.prompt()
    def test_input_required_result_prompt(ctx: Context) -> Any:
        """Needs a context."""
        context = field(ctx, "user_context", "context")
        if context is None:
            asked = form("What context should the prompt use?", CONTEXT)
            return types.InputRequiredResult(input_requests={"user_context": asked})
        return [types.PromptMessage(role="user", content=types.TextContent(text=f"Context: {context}"))]
