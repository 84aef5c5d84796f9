"""The doors for programs, broken on purpose: scopes that nobody asks for, and bodies that are read as
somebody else would."""

import json
from typing import Any

from msgspec import structs
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from agent.conversation.vault import Vault
from booking_core.access.scopes import Scope
from booking_core.input import json_text, leniency
from booking_core.storage.audit import Actor
from web.access import sign_in_attempts
from web.access.known_devices import KnownDevice, KnownDevices
from web.access.sign_in_attempts import Attempt, SignInAttempts
from web.api import api_request as api_door
from web.mcp.endpoint import callers
from web.mcp.endpoint import endpoint as mcp_door
from web.mcp.endpoint.callers import DOOR, McpCaller
from web.mcp.tool_calls import argument_names, arguments
from web.mcp.tools import TOOLS
from web.server.http_timeouts import TimeoutProtocol


def tools_ask_for_no_scope() -> None:
    def actor(caller: McpCaller, scope: Scope, request_id: str) -> Actor:
        return Actor(DOOR, caller.client_id or "", f"scope:{scope}", request_id)

    McpCaller.actor = actor  # type: ignore[method-assign]


def who_books_decides_for_the_business() -> None:
    for name in ("approve_booking", "decline_booking", "complete_booking", "record_no_show"):
        TOOLS[name] = structs.replace(TOOLS[name], scope=Scope.APPOINTMENTS_WRITE)


def anybody_decides_for_the_business() -> None:
    callers.ANONYMOUS = frozenset(Scope)


def operations_ask_for_no_scope() -> None:
    def require_scope(*_: Any) -> None: ...

    api_door.require_scope = require_scope


def json_is_read_as_anybody_would() -> None:
    mcp_door.read_json = json.loads


def any_token_of_the_business_opens_the_mcp_door() -> None:
    caller_of = mcp_door.caller_of

    async def of_anywhere(*given: Any) -> McpCaller:
        bearer_of = callers.bearer_of

        async def for_this_door(*asked: Any) -> Any:
            bearer = await bearer_of(*asked)
            return bearer and structs.replace(bearer, audience=given[4])

        callers.bearer_of = for_this_door
        try:
            return await caller_of(*given)
        finally:
            callers.bearer_of = bearer_of

    mcp_door.caller_of = of_anywhere


def requests_may_begin_without_end() -> None:
    for name in ("data_received", "on_url", "on_header", "on_headers_complete"):
        setattr(TimeoutProtocol, name, getattr(HttpToolsProtocol, name))


def guesses_are_counted_by_network_alone() -> None:
    counted = SignInAttempts._throttles

    def count_here(attempts: SignInAttempts, attempt: Attempt) -> Any:
        return [one for one in counted(attempts, attempt) if one[0] is not sign_in_attempts.PER_ACCOUNT]

    SignInAttempts._throttles = count_here  # type: ignore[method-assign]


def any_cookie_makes_a_device_known() -> None:
    def find(devices: KnownDevices, cookie: str | None, *_: Any) -> KnownDevice | None:
        return KnownDevice("ab" * 12) if cookie else None

    KnownDevices.find = find  # type: ignore[method-assign]


def a_vault_is_never_full() -> None:
    Vault.is_full = False  # type: ignore[method-assign,assignment]


def a_full_vault_conceals_no_more() -> None:
    conceal = Vault.conceal

    def conceal_while_there_is_room(vault: Vault, words: str) -> str:
        return words if len(vault.placeholders) > 100 else conceal(vault, words)

    Vault.conceal = conceal_while_there_is_room  # type: ignore[method-assign]


def misspelt_arguments_are_left_out() -> None:
    """Where no argument is like the name."""
    read = arguments._is_bookkeeping

    def _is_bookkeeping(name: str, value: Any, known: Any) -> bool:
        return read(name, value, known) or not (
            argument_names._slips(name, known)
            or argument_names._candidates(name, argument_names.words_of(name), known)
        )

    arguments._is_bookkeeping = _is_bookkeeping


def any_word_is_an_agreement() -> None:
    leniency.BOOLEANS = dict.fromkeys(("true", "True", "yes", "y", "ok", "1", "sure", "on", "agreed"), True)


def of_two_members_the_last_counts() -> None:
    def _distinct(members: list[tuple[str, Any]]) -> None: ...

    json_text._distinct = _distinct
