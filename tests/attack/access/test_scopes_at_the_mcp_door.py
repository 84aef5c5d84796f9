"""Tokens of one scope, and people without any, at the MCP door: nobody does what they may not, however their
requests are read."""

import random

import httpx
import pytest

from booking_core.access.scopes import Scope
from booking_core.core import BookingCore
from tests.attack.access.callers import (
    ANYTHING,
    ERAS,
    FORGOTTEN_EVERY,
    RENEWED_EVERY,
    Caller,
    call_of,
    forget_rates,
    mine,
    outcome,
    send,
    state_of,
    tools_of,
)
from tests.attack.access.things import Things
from tests.attack.access.twisted_requests import is_json, twists
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.over_http.test_over_http import PLENTY
from tests.conftest import new_salon
from tests.web.api.conftest import api_clock, api_url, http, program_of, webhook_port
from tests.web.mcp.conftest import allows
from tests.web.mcp.test_scopes import DECISIONS, READERS, WRITERS

__all__ = ["api_clock", "api_url", "http", "mine", "webhook_port"]


@pytest.mark.parametrize("era", ERAS)
async def test_a_token_does_nothing_beyond_its_scope_at_the_mcp_door(
    core: BookingCore, mine: Things, size: Sized, figures: Figures, era: str
) -> None:
    callers = [Caller(f"{scope}", mine.program, (scope,), ANYTHING - tools_of(scope), ()) for scope in Scope]
    await attempt(core, mine, callers, era, size, figures)
    with_everything = Caller("all", mine.program, tuple(Scope), frozenset())
    await with_everything.renew()
    for tool in (*READERS, *WRITERS):
        answer = await send(mine.program.http, call_of(mine, tool, era, with_everything.headers))
        assert outcome(answer) is not None, f"{tool} is not reached at all: {answer.text}"


@pytest.mark.parametrize("era", ERAS)
async def test_nobody_does_more_than_the_owner_lets_them_at_the_mcp_door(
    core: BookingCore, mine: Things, http: httpx.AsyncClient, size: Sized, figures: Figures, era: str
) -> None:
    stranger = Caller("nobody", mine.program, (), ANYTHING)
    foreign = Caller(
        "another salon",
        await program_of(http, core, await new_salon(core), limits=PLENTY),
        tuple(Scope),
        ANYTHING,
    )
    await attempt(core, mine, [stranger, foreign], era, size, figures)
    await allows(core, mine.program.salon, public_reads=True)
    reader = Caller("a reader in public", mine.program, (), frozenset({*WRITERS, "find_booking"}))
    await attempt(core, mine, [reader], era, size, figures)
    await allows(core, mine.program.salon, read_only=True)
    reader = Caller("everybody where nobody writes", mine.program, tuple(Scope), frozenset(WRITERS))
    await attempt(core, mine, [reader], era, size, figures)


@pytest.mark.parametrize("era", ERAS)
async def test_a_token_issued_for_elsewhere_opens_nothing(
    core: BookingCore, mine: Things, size: Sized, figures: Figures, era: str
) -> None:
    of_the_api = Caller("a token of the API", mine.program, tuple(Scope), ANYTHING, is_of_the_door=False)
    await attempt(core, mine, [of_the_api], era, size, figures)


@pytest.mark.parametrize("era", ERAS)
async def test_nobody_decides_for_the_business_without_the_scope_for_it(
    core: BookingCore, mine: Things, era: str
) -> None:
    """Not anybody who may book, nor a token of everything else: each would approve its own request."""
    await allows(core, mine.program.salon, anonymous_booking=True)
    others = tuple(scope for scope in Scope if scope is not Scope.APPOINTMENTS_MANAGE)
    before = await state_of(core, mine)
    for caller in (
        Caller("anybody", mine.program, (), frozenset(DECISIONS)),
        Caller("every other scope", mine.program, others, frozenset(DECISIONS)),
    ):
        await caller.renew()
        for tool in sorted(caller.forbidden):
            answer = await send(mine.program.http, call_of(mine, tool, era, caller.headers))
            assert outcome(answer) is None, f"{caller.name}: {tool}: {answer.text[:200]}"
    assert await state_of(core, mine) == before


async def attempt(
    core: BookingCore, mine: Things, callers: list[Caller], era: str, size: Sized, figures: Figures
) -> None:
    """Every twist of every forbidden call; every day each twist of one call, in one of the two eras. Nothing
    is answered by a tool, nothing changes, the audit names no scope but theirs."""
    pairs = [(caller, tool) for caller in callers for tool in sorted(caller.forbidden)]
    known, before = list(twists()), await state_of(core, mine)
    chosen = [
        (caller, tool, twist)
        for number, twist in list(enumerate(known))[size(0, ERAS.index(era)) :: size(1, len(ERAS))]
        for caller, tool in (pairs if size(1, 0) else [pairs[(number * 7) % len(pairs)]])
    ]
    beyond = []
    for number, (caller, tool, (name, twist)) in enumerate(chosen):
        if number % RENEWED_EVERY == 0:
            for one in callers:
                await one.renew()
        if number % FORGOTTEN_EVERY == 0:
            await forget_rates(core)
        request = twist(call_of(mine, tool, era, caller.headers))
        answer = await send(mine.program.http, request)
        asked = f"{caller.name}: {tool}, {name}: {answer.status_code} {answer.text[:200]}"
        assert answer.status_code < 500, asked
        assert answer.status_code >= 400 or is_json(request.body), f"One reads what another cannot: {asked}"
        if outcome(answer) is not None:
            beyond.append(f"{caller.name}: {tool}, {name}")
    figures.note(twists=len(known), requests=len(chosen), beyond=len(beyond))
    assert not beyond, f"{len(beyond)} of {len(chosen)}, such as {random.sample(beyond, min(5, len(beyond)))}"
    assert await state_of(core, mine) == before
