"""What common programs want to be told of the door, ready to be copied."""

import json
import re
import unicodedata

from msgspec import Struct

# What a program calls a business whose name has no letters that it could write.
UNSPELT = "booking"


class Snippet(Struct, frozen=True):
    """``where`` is the file or the place it goes to; both are the program's own words."""

    key: str
    program: str
    where: str
    text: str


def snippets(door: str, business: str) -> list[Snippet]:
    name = short_name(business)
    by_url = {"mcpServers": {name: {"url": door}}}
    vs_code = {"servers": {name: {"type": "http", "url": door}}}
    credentials = {"ZIMUN_CLIENT_ID": "…", "ZIMUN_CLIENT_SECRET": "…"}
    own = {"mcpServers": {name: {"command": "zimun", "args": ["mcp", door], "env": credentials}}}
    return [
        Snippet("claude-code", "Claude Code", "", f"claude mcp add --transport http {name} {door}"),
        Snippet("cursor", "Cursor", ".cursor/mcp.json", _json(by_url)),
        Snippet("vs-code", "VS Code", ".vscode/mcp.json", _json(vs_code)),
        Snippet("claude-desktop", "Claude Desktop", "claude_desktop_config.json", _json(own)),
    ]


def short_name(business: str) -> str:
    """In small letters of ASCII, as every program takes it."""
    plain = unicodedata.normalize("NFKD", business.casefold()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-") or UNSPELT


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)
