"""How endpoints stream the same reply: the shapes that servers are known for, and what goes wrong on the way.

The shapes are those real servers were seen to send: Gemini's and vLLM's indices, Ollama's whole arguments,
proxies without an end.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence

from agent.models.scripted import Call, Say, Steps
from evaluation.models.fake_provider import (
    DONE,
    HANG_UP,
    ProviderAnswer,
    chunk,
    entry,
    event,
    tool_calls_chunk,
)

Chunks = Iterator[bytes]
CALL_IDS = "abcdefghijkmnpqrstuvwxyz23456789"


def stream_reply(steps: Steps, rng: random.Random, cut_at: int | None) -> ProviderAnswer:
    """A reply in one of the shapes, whole or cut off after that many bytes."""
    text = "".join(step.text for step in steps if isinstance(step, Say))
    calls = [step for step in steps if isinstance(step, Call)]
    shape = rng.choice(SHAPES if calls else SPEAKING)
    parts = list(shape(text, calls, rng))
    if cut_at is None:
        return ProviderAnswer(parts)
    return ProviderAnswer([b"".join(parts)[:cut_at], HANG_UP])


def by_the_book(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    yield chunk(role="assistant", content="")
    yield from _text_chunks(text)
    for index, call in enumerate(calls):
        arguments = json.dumps(call.arguments)
        half = len(arguments) // 2
        yield tool_calls_chunk(entry("", call.name, index=index, id=_id(rng), type="function"))
        yield tool_calls_chunk(entry(arguments[:half], index=index))
        yield tool_calls_chunk(entry(arguments[half:], index=index))
    yield chunk("tool_calls" if calls else "stop")
    yield event({"choices": [], "usage": {"prompt_tokens": 900, "completion_tokens": 40}})
    yield DONE


def stops_although_it_calls(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    yield from _text_chunks(text)
    for index, call in enumerate(calls):
        yield tool_calls_chunk(_whole(call, rng, index=index))
    yield chunk("stop")
    yield DONE


def every_index_is_zero(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    yield from _text_chunks(text)
    for call in calls:
        yield tool_calls_chunk(_whole(call, rng, index=0))
    yield chunk("tool_calls")
    yield DONE


def no_index_and_no_ids(text: str, calls: Sequence[Call], _: random.Random) -> Chunks:
    yield from _text_chunks(text)
    for call in calls:
        yield tool_calls_chunk(
            {"id": None, "type": "function", **entry(json.dumps(call.arguments), call.name)}
        )
    yield chunk("tool_calls")
    yield DONE


def arguments_are_objects(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    yield from _text_chunks(text)
    yield tool_calls_chunk(
        *(entry(call.arguments, call.name, index=n, id=_id(rng)) for n, call in enumerate(calls))
    )
    yield chunk("tool_calls")
    yield DONE


def names_are_repeated(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    yield from _text_chunks(text)
    for index, call in enumerate(calls):
        yield tool_calls_chunk(_whole(call, rng, index=index))
        yield tool_calls_chunk(entry("", "", index=index))
    yield chunk("tool_calls")
    yield DONE


def stop_on_every_chunk(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    for piece in _pieces(text):
        yield chunk("stop", content=piece)
    for index, call in enumerate(calls):
        yield tool_calls_chunk(_whole(call, rng, index=index), finish="stop")
    yield DONE


def null_choices_between(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    yield event({"choices": None})
    yield from by_the_book(text, calls, rng)


def comments_between(text: str, calls: Sequence[Call], rng: random.Random) -> Chunks:
    for part in by_the_book(text, calls, rng):
        yield b": keep-alive\n\n"
        yield part


def _text_chunks(text: str) -> Chunks:
    for piece in _pieces(text):
        yield chunk(content=piece)


def _pieces(text: str) -> list[str]:
    return [text[start : start + 12] for start in range(0, len(text), 12)]


def _whole(call: Call, rng: random.Random, **fields: object) -> dict[str, object]:
    return entry(json.dumps(call.arguments), call.name, id=_id(rng), type="function", **fields)


def _id(rng: random.Random) -> str:
    return f"call_{''.join(rng.choices(CALL_IDS, k=12))}"


Shape = Callable[[str, Sequence[Call], random.Random], Chunks]
SPEAKING: tuple[Shape, ...] = (by_the_book, stop_on_every_chunk, null_choices_between, comments_between)
SHAPES: tuple[Shape, ...] = (
    *SPEAKING,
    stops_although_it_calls,
    every_index_is_zero,
    no_index_and_no_ids,
    arguments_are_objects,
    names_are_repeated,
)
