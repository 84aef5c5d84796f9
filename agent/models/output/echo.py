"""What a provider wants back with the next request, put together from its pieces: thoughts and signatures."""

from typing import Any

# DeepSeek, vLLM and OpenRouter, LiteLLM, Gemini, each in its own words.
ECHOED = frozenset(
    {"reasoning_content", "reasoning", "reasoning_details", "thinking_blocks", "extra_content"}
)
_JOINED = frozenset({"text", "summary", "data", "thinking"})


class Echo:
    """Collects the fields of one reply that go into the assistant message of the next request."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}

    def take(self, delta: dict[str, Any]) -> None:
        """Put the fields of one streamed ``delta`` to those so far."""
        for key, piece in delta.items():
            if key in ECHOED and piece:
                self.fields[key] = _merge_piece(self.fields.get(key), piece)


def _merge_piece(before: Any, piece: Any) -> Any:
    """What a streamed field amounts to: texts go on, lists go on item by item, the rest is replaced."""
    if isinstance(before, str) and isinstance(piece, str):
        return before + piece
    if isinstance(before, list) and isinstance(piece, list):
        for item in piece:
            before = _with_item(before, item)
        return before
    return piece


def _with_item(items: list[Any], item: Any) -> list[Any]:
    last = items[-1] if items else None
    if not isinstance(last, dict) or not isinstance(item, dict) or not _same_item(last, item):
        return [*items, item]
    new = {k: last.get(k, "") + v if k in _JOINED else v for k, v in item.items() if v is not None}
    return [*items[:-1], {**last, **new}]


def _same_item(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return "index" in one and all(one.get(key) == other.get(key) for key in ("index", "type"))
