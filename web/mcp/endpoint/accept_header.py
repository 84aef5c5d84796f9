"""What a client accepts: the specification asks for JSON and events both, and several clients name only one
of them, or none.

The door answers a call with JSON. Whoever accepts nothing but events gets the same answer as a stream of one
event.
"""

from starlette.types import Message, Send

JSON, EVENTS = b"application/json", b"text/event-stream"


def accepts_only_events(accept: str) -> bool:
    return [one.partition(";")[0].strip().lower() for one in accept.split(",")] == [EVENTS.decode()]


def with_json_accepted(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of a request, where none of them says what is accepted (RFC 9110 §12.5.1: then everything
    is) or only events are."""
    accepted = b",".join(value for name, value in headers if name == b"accept")
    if accepted and not accepts_only_events(accepted.decode("latin-1")):
        return headers
    return [*((name, value) for name, value in headers if name != b"accept"), (b"accept", JSON)]


def as_event(send: Send) -> Send:
    """Sends an answer of JSON as one event; every other answer as it is."""
    is_json = False

    async def send_event(message: Message) -> None:
        nonlocal is_json
        if message["type"] == "http.response.start":
            headers = {name.lower(): value for name, value in message["headers"]}
            is_json = headers.get(b"content-type", b"").startswith(JSON) and message["status"] == 200
            if is_json:
                kept = [
                    one
                    for one in message["headers"]
                    if one[0].lower() not in (b"content-type", b"content-length")
                ]
                message = {**message, "headers": [*kept, (b"content-type", EVENTS)]}
        elif is_json and message.get("body"):
            message = {**message, "body": b"event: message\ndata: " + message["body"] + b"\n\n"}
        await send(message)

    return send_event
