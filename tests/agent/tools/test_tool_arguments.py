"""Whatever a model writes as arguments of a tool, the turn goes on: the model reads a result, and the
customer no apology."""

import random
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from agent.models.endpoint import Endpoint as At
from agent.models.providers import Providers
from agent.models.scripted import Call
from agent.tools.registry import CHAT_TOOLS
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter
from tests.agent.tools.endpoint import LAST_WORDS, Endpoint
from tests.attack.options import Sized

# What models write into any argument, whatever its type.
HOSTILE: tuple[Any, ...] = (
    None, "", " ", "null", "None", "undefined", 0, -1, 1, 3.7, 1e308, 2**70, True, False, "true", "TRUE", [],
    {}, [None], [[]], {"a": 1},
    ["Dana"], "Dana", "dana,jonas", '["Dana"]', '{"a": "b"}', "anyone", "ANY", "Haircut", "haircut, massage",
    "tuesday", "30 february",
    "2026-11-24", "2026-11-24T10:00", "2026-11-24T10:00:00", "2026-11-24 10:00:00",
    "2026-11-24T10:00:00+01:00", "0001-01-01T00:00:00",
    "0001-01-01", "9999-12-31T23:59:59", "9999-12-31", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00",
    "2027-03-28T02:30:00",
    "A" * 5000, "\u202e\u2066\u0000", "'; DROP TABLE holds; --", "t1", "b1", "t999", "Show", "CANCEL", "move",
    "[email 1]", "9" * 400,
    "ada@example.com", "+49 30 5550142", "http://169.254.169.254/", "yes", [1, 2, 3], ["a"] * 500,
    {"a": {"b": {"c": {"d": {}}}}},
)  # fmt: skip
EXTRA: tuple[dict[str, Any], ...] = (
    {},
    {"service_id": "svc_1", "staff_id": "r_1", "location_id": "loc_1"},
    {"customer_name": "Ada Byron", "customer_email": "ada@example.com"},
    {"toolCallId": "x", "_meta": {}, "thought": "hm"},
    {"organization_id": "o_1", "user": "root"},
)


def hostile_calls(seed: int) -> Iterator[Call]:
    """Every field of every tool with every value, and several at once, in an order of ``seed``."""
    chance = random.Random(seed)
    single = [
        (name, field, value)
        for name, tool in CHAT_TOOLS.items()
        for field in tool.arguments.__struct_fields__
        for value in HOSTILE
    ]
    chance.shuffle(single)
    for name, field, value in single:
        fields = CHAT_TOOLS[name].arguments.__struct_fields__
        usual = {"service": "Haircut"} if "service" in fields else {}
        others = {other: chance.choice(HOSTILE) for other in fields if chance.random() < 0.2}
        yield Call(name, usual | others | {field: value} | chance.choice(EXTRA))


async def with_everything(core: BookingCore, salon: DemoSalon) -> Chatter:
    """A customer with an appointment, times on the screen, a time in hand and a summary that waits."""
    eve = Chatter(core, salon)
    await eve.says("haircut")
    await eve.says("the first one")
    await eve.fills_in(name="Ada", email=f"{new_id('ada').replace('_', '')}@example.com")
    await eve.says("yes")
    assert await eve.sees("booking_card")
    await eve.says("massage")
    await eve.says("the first one")
    assert await eve.sees("summary")
    return eve


@pytest.mark.parametrize("seed", range(3))
async def test_no_argument_ends_a_turn_in_an_apology(
    core: BookingCore, salon: DemoSalon, size: Sized, seed: int
) -> None:
    """The whole product of tools, fields and values at full size; a sample of it otherwise. A conversation
    has tokens for a dozen turns."""
    calls, ended_badly = hostile_calls(seed), []
    providers, endpoint = Providers(core.clock), Endpoint()
    async with endpoint.provider as provider:
        model = providers.model(At(provider.base_url, "fake-1"))
        for number in range(size(600, 12)):
            if number % 12 == 0 or (ended_badly and ended_badly[-1][0] == number - 1):
                eve = await with_everything(core, salon)
            endpoint.calls, endpoint.results = list(islice(calls, 4)), []
            if not endpoint.calls:
                break
            eve.turns.models = (model,)
            try:
                said = await eve.says("hm, let me think about that")
            except Exception as error:
                said = repr(error)
            eve.turns.models = ()
            if not said.endswith(LAST_WORDS) or len(endpoint.results) != len(endpoint.calls):
                ended_badly.append((number, said[-300:], endpoint.calls))
    await providers.close()
    assert not ended_badly, (len(ended_badly), ended_badly[:3])
