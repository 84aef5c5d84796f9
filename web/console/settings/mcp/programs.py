"""What common programs want to be told of the door, ready to be copied."""

import json

from msgspec import Struct

NAME = "salon"


class Snippet(Struct, frozen=True):
    """``where`` is the file or the place it goes to; both are the program's own words."""

    key: str
    program: str
    where: str
    text: str


def snippets(door: str) -> list[Snippet]:
    by_url = {"mcpServers": {NAME: {"url": door}}}
    vs_code = {"servers": {NAME: {"type": "http", "url": door}}}
    credentials = {"ZIMUN_CLIENT_ID": "…", "ZIMUN_CLIENT_SECRET": "…"}
    own = {"mcpServers": {NAME: {"command": "zimun", "args": ["mcp", door], "env": credentials}}}
    return [
        Snippet("claude-code", "Claude Code", "", f"claude mcp add --transport http {NAME} {door}"),
        Snippet("cursor", "Cursor", ".cursor/mcp.json", _json(by_url)),
        Snippet("vs-code", "VS Code", ".vscode/mcp.json", _json(vs_code)),
        Snippet("claude-desktop", "Claude Desktop", "claude_desktop_config.json", _json(own)),
    ]


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
