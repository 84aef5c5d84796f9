"""Tools, resources and prompts of the suite that answer at once: their names and words are the suite's."""

import asyncio
import base64
import json

import mcp_types as types
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.prompts.base import UserMessage

from tests.web.mcp.conformance.samples import image, png, resource, text, wav


def add_content(server: MCPServer) -> None:
    add_answers(server)
    add_reports(server)
    add_resources(server)
    add_prompts(server)


def add_answers(server: MCPServer) -> None:
    """Tools, by what their answer is made of."""

    @server.tool()
    def test_simple_text() -> str:
        """Simple text."""
        return "This is a simple text response for testing."

    @server.tool()
    def test_image_content() -> types.ImageContent:
        """An image."""
        return image()

    @server.tool()
    def test_audio_content() -> types.AudioContent:
        """A sound."""
        return types.AudioContent(data=wav(), mime_type="audio/wav")

    @server.tool()
    def test_embedded_resource() -> types.EmbeddedResource:
        """A resource."""
        return resource("test://embedded-resource", "This is an embedded resource content.")

    @server.tool(structured_output=False)
    def test_multiple_content_types() -> list[types.ContentBlock]:
        """Text, an image and a resource."""
        data = json.dumps({"test": "data", "value": 123})
        mixed = resource("test://mixed-content-resource", data, "application/json")
        return [text("Multiple content types test:"), image(), mixed]


def add_reports(server: MCPServer) -> None:
    """Tools that report something before they answer, or fail."""

    @server.tool()
    async def test_tool_with_logging(ctx: Context) -> str:
        """Three lines of a log."""
        for line in ("Tool execution started", "Tool processing data", "Tool execution completed"):
            await ctx.log("info", line)
            await asyncio.sleep(0.05)
        return "Logged."

    @server.tool()
    async def test_logging_tool(ctx: Context) -> str:
        """One line of a log, for whoever asked for logs."""
        await ctx.log("info", "A line")
        return "Logged."

    @server.tool()
    def test_error_handling() -> str:
        """Always an error."""
        raise ToolError("This tool intentionally returns an error for testing")

    @server.tool()
    async def test_tool_with_progress(ctx: Context) -> str:
        """Progress in three steps."""
        for part in (0, 50, 100):
            await ctx.report_progress(part, 100)
            await asyncio.sleep(0.05)
        return "Done."


def add_resources(server: MCPServer) -> None:
    @server.resource("test://static-text", mime_type="text/plain")
    def static_text() -> str:
        """Text."""
        return "This is the content of the static text resource."

    @server.resource("test://static-binary", mime_type="image/png")
    def static_binary() -> bytes:
        """An image."""
        return base64.b64decode(png())

    @server.resource("test://watched-resource", mime_type="text/plain")
    def watched_resource() -> str:
        """Something to watch."""
        return "Nothing has changed."

    @server.resource("test://template/{id}/data", mime_type="application/json")
    def templated(id: str) -> str:  # noqa: A002 - the suite's name
        """Made from its address."""
        return json.dumps({"id": id, "templateTest": True, "data": f"Data for ID: {id}"})


def add_prompts(server: MCPServer) -> None:
    @server.prompt()
    def test_simple_prompt() -> list[UserMessage]:
        """Without arguments."""
        return [UserMessage(text("This is a simple prompt for testing."))]

    @server.prompt()
    def test_prompt_with_arguments(arg1: str, arg2: str) -> list[UserMessage]:
        """With two."""
        return [UserMessage(text(f"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'"))]

    @server.prompt()
    def test_prompt_with_embedded_resource(resourceUri: str) -> list[UserMessage]:  # noqa: N803 - the suite's name
        """With a resource."""
        embedded = resource(resourceUri, "Embedded resource content for testing.")
        return [UserMessage(embedded), UserMessage(text("Please process the embedded resource above."))]

    @server.prompt()
    def test_prompt_with_image() -> list[UserMessage]:
        """With an image."""
        return [UserMessage(image()), UserMessage(text("Please analyze the image above."))]
