"""The official conformance suite against our own mount: `python -m tests.web.mcp.conformance` (see
``__main__``)."""
