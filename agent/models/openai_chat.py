"""A model behind any Chat Completions endpoint; the only file that knows the openai package."""

import asyncio
import json
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Sequence
from contextlib import aclosing
from typing import Any, NamedTuple, TypeVar

import anyio
import httpx2
from openai import APIConnectionError, APIStatusError, APITimeoutError, AsyncOpenAI, AsyncStream, Omit

from agent.models.dialect import Dialect
from agent.models.endpoint import Endpoint
from agent.models.output.chunks import ReplyAssembler
from agent.models.output.event_lines import DONE, body_in, chunks_in
from agent.models.output.manners import ReplyHabits
from agent.models.protocol import Finished, ModelEvent, ModelFailed, ModelMessage, ToolSpec, Usage
from agent.models.reliability.alarm import Deadline
from agent.models.reliability.circuit_breaker import CircuitBreaker
from agent.models.reliability.retries import Retries
from booking_core.time.clock import Clock

T = TypeVar("T")

# After its [DONE] a server is given this long to end the response, so that the connection can be used again.
FAREWELL_SECONDS = 0.2
# stream_options, strict, an option or two, null content, empty content: nobody refuses more.
MOST_FORM_ATTEMPTS = 6
CHARACTERS_PER_TOKEN = 4
_VAGUE_ABOUT_THE_FORM = frozenset({400, 422})
_NEVER_ABOUT_THE_FORM = frozenset({401, 403, 408, 409, 429})
_TRANSIENT_STATUSES = frozenset({408, 409, 425, 429})
_CONNECTION_ERRORS = (httpx2.RequestError, ssl.SSLError, anyio.EndOfStream)


class ChatRequest(NamedTuple):
    """What is asked, and the moment of the event loop's clock when the answer is too late."""

    messages: Sequence[ModelMessage]
    tools: Sequence[ToolSpec]
    deadline: float


class OpenAIChat:
    """One endpoint, long-lived: it remembers what the endpoint refuses and how well it is.

    Nothing it raises carries the provider's words, which may quote the conversation or the key.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        clock: Clock,
        http: httpx2.AsyncClient,
        breaker: CircuitBreaker | None = None,
        manners: ReplyHabits | None = None,
    ) -> None:
        self.name = endpoint.model
        self.breaker = breaker or CircuitBreaker(clock)
        self._timeouts = endpoint.timeouts
        self._price = endpoint.price
        self._dialect = Dialect(endpoint.model, endpoint.options)
        self._manners = manners or ReplyHabits()
        self._client = _client(endpoint, http)
        # Servers at home need no key, and the SDK wants to hear that from every request.
        self._headers: dict[str, str | Omit] = {} if endpoint.api_key else {"Authorization": Omit()}

    def stream(
        self,
        messages: Sequence[ModelMessage],
        tools: Sequence[ToolSpec],
        conversation: Any,  # noqa: ARG002 - a provider never sees it
    ) -> AsyncGenerator[ModelEvent, None]:
        """Answer; try again at most twice, and only while the customer has seen nothing.

        Tokens are reported for every request that was answered, failed ones too; where the server
        counts none they are estimated. Raises `ModelFailed`.
        """
        request = ChatRequest(messages, tools, _now() + self._timeouts.whole)
        tries = Retries(self.breaker, self._timeouts.retry_pause, request.deadline)
        return tries.run(lambda: self._attempt(request))

    async def _attempt(self, request: ChatRequest) -> AsyncGenerator[ModelEvent, None]:
        with self.breaker.protect():
            first_by = min(request.deadline, _now() + self._timeouts.first_byte)
            body, response = await self._open(request, first_by)
            reply = ReplyAssembler({tool.name for tool in request.tools}, self._manners)
            try:
                async with aclosing(self._chunks(response, first_by, request.deadline)) as chunks:
                    async for chunk in chunks:
                        if chunk is DONE:
                            reply.mark_done()
                        else:
                            for told in reply.events_for(reply.feed(chunk)):
                                yield told
                ending = list(reply.finish())
            except ModelFailed:
                yield self._usage(reply, body)
                raise
            for event in ending:
                if isinstance(event, Finished):
                    yield self._usage(reply, body)
                yield event

    async def _open(self, request: ChatRequest, by: float) -> tuple[dict[str, Any], httpx2.Response]:
        """Send the request, learning from refusals what to leave out of it."""
        refused = self._dialect.refused
        for _ in range(MOST_FORM_ATTEMPTS):
            body = self._dialect.body(request.messages, request.tools, refused)
            try:
                response = await _wait_until(by, self._post(body))
            except APIStatusError as error:
                lesson = self._fields_to_drop(error, body, refused)
                if not lesson:
                    raise _failure(error) from None
                refused |= lesson
            except APITimeoutError:
                raise ModelFailed("timeout") from None
            except (APIConnectionError, UnicodeError):
                # Nobody there, or a key that no header can carry.
                raise ModelFailed("cut", retryable=True) from None
            else:
                self._dialect.refused |= refused
                return body, response
        raise ModelFailed("refused")

    async def _post(self, body: dict[str, Any]) -> httpx2.Response:
        stream = await self._client.post(
            "/chat/completions",
            body=body,
            options={"headers": self._headers},
            cast_to=object,
            stream=True,
            stream_cls=AsyncStream[object],
        )
        # Read from the response itself: the SDK's reading hides whether [DONE] came and breaks on pings.
        return stream.response

    def _fields_to_drop(
        self, error: APIStatusError, body: dict[str, Any], refused: frozenset[str]
    ) -> frozenset[str]:
        if error.status_code in _NEVER_ABOUT_THE_FORM:
            return frozenset()
        vague = error.status_code in _VAGUE_ABOUT_THE_FORM
        return self._dialect.learn(error.message, body, refused, vague=vague)

    async def _chunks(
        self, response: httpx2.Response, first_by: float, deadline: float
    ) -> AsyncGenerator[Any, None]:
        """Every chunk in time, `DONE` among them; the connection is closed however this ends."""
        alarm, done = Deadline(first_by), False
        streams = "application/json" not in response.headers.get("content-type", "")
        chunks = (chunks_in if streams else body_in)(_pieces(response))
        try:
            while (chunk := await alarm.wait_for(anext(chunks, None))) is not None:
                yield chunk
                done = done or chunk is DONE
                patience = FAREWELL_SECONDS if done else self._timeouts.between_chunks
                alarm.move(min(deadline, _now() + patience))
        except TimeoutError:
            if not done:
                raise ModelFailed("timeout") from None
        except _CONNECTION_ERRORS:
            if not done:
                raise ModelFailed("cut", retryable=True) from None
        except ModelFailed:
            if not done:
                raise
        finally:
            alarm.stop()
            await response.aclose()

    def _usage(self, reply: ReplyAssembler, body: dict[str, Any]) -> Usage:
        counted = reply.usage or {}
        spent_in = _count(counted.get("prompt_tokens"), body)
        spent_out = _count(counted.get("completion_tokens"), reply.received)
        cost = self._price.of(spent_in, spent_out) if self._price else None
        return Usage(reply.model or self.name, spent_in, spent_out, cost)


def _client(endpoint: Endpoint, http: httpx2.AsyncClient) -> AsyncOpenAI:
    # Left to itself the SDK fills these from the environment, and sends them to whoever the endpoint is.
    headers: Any = {"OpenAI-Organization": Omit(), "OpenAI-Project": Omit()}
    patience = endpoint.timeouts
    return AsyncOpenAI(
        base_url=endpoint.base_url,
        api_key=endpoint.api_key or "none",
        admin_api_key="",
        default_headers=headers,
        max_retries=0,
        timeout=httpx2.Timeout(None, connect=patience.connect, pool=patience.connect),
        http_client=http,
    )


def _pieces(response: httpx2.Response) -> AsyncIterator[bytes]:
    # Decoding is a generator more for every piece, and hardly any server compresses a stream.
    return response.aiter_bytes() if "content-encoding" in response.headers else response.aiter_raw()


async def _wait_until(moment: float, awaited: Awaitable[T]) -> T:
    try:
        async with asyncio.timeout_at(moment):
            return await awaited
    except TimeoutError:
        # Who has waited that long should not wait as long again: another model's turn.
        raise ModelFailed("timeout") from None


def _failure(error: APIStatusError) -> ModelFailed:
    status = error.status_code
    if status in {401, 403}:
        return ModelFailed("unauthorized")
    if status in _TRANSIENT_STATUSES or status >= 500:
        # A server that says when to come back is not asked before: meanwhile another model answers.
        return ModelFailed("overloaded", retryable="retry-after" not in error.response.headers)
    return ModelFailed("refused")


def _count(counted: Any, said: dict[str, Any] | int) -> int:
    """What the server counted, else an estimate of what was ``said``: a request's body, or a number of
    characters."""
    if isinstance(counted, int) and counted >= 0:
        return counted
    characters = said if isinstance(said, int) else len(json.dumps(said, ensure_ascii=False))
    return -(-characters // CHARACTERS_PER_TOKEN)


def _now() -> float:
    return asyncio.get_running_loop().time()
