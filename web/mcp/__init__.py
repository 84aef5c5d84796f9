"""MCP: other people's agents book through the same desk. Read ``door`` for who may come in, ``tools`` for
what they can do."""
