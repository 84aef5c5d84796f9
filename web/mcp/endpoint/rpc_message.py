"""Messages of JSON-RPC 2.0: what is none, how that is answered, and arguments written as a string."""

from typing import Any

from mcp_types import INVALID_REQUEST, jsonrpc_message_adapter
from starlette.responses import JSONResponse

from web.server.strict_json import read_json

# JSON-RPC 2.0 §5.1.
PARSE_ERROR = JSONResponse(
    {"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "Parse error"}}, status_code=400
)
NO_BATCH = "Send one message for each request: an object, no list of them."
NO_ID = "`id` has to be a string or a whole number; a notification has none."
NO_MESSAGE = (
    'This is no JSON-RPC 2.0 message: `jsonrpc` is "2.0", `method` a string, and `params`, where given, an '
    "object."
)


def fault_of(message: Any) -> str | None:
    """What keeps this from being one message of JSON-RPC. The SDK would answer with the words of its own
    types, or to nobody."""
    if not isinstance(message, dict):
        return NO_BATCH if isinstance(message, list) else NO_MESSAGE
    if "id" in message and not _is_id(message["id"]):
        return NO_ID
    try:
        jsonrpc_message_adapter.validate_python(message, by_name=False)
    except ValueError:
        return NO_MESSAGE
    return None


def invalid_request(message: Any, fault: str) -> JSONResponse:
    named = message.get("id") if isinstance(message, dict) else None
    error = {"code": INVALID_REQUEST, "message": fault}
    answer = {"jsonrpc": "2.0", "id": named if _is_id(named) else None, "error": error}
    return JSONResponse(answer, status_code=400)


def _is_id(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def with_arguments(message: Any) -> Any:
    """The message, with arguments of a tool that were written as a string of JSON read. Raises
    ``MalformedJson``."""
    params = message.get("params") if isinstance(message, dict) else None
    if not isinstance(params, dict) or message.get("method") != "tools/call":
        return message
    written = params.get("arguments")
    if not isinstance(written, str):
        return message
    arguments = read_json(written.encode()) if written.strip() else {}
    return {**message, "params": {**params, "arguments": arguments}}
