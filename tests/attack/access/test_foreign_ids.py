"""Another organization's ids of every kind, in every place where a request of the API takes one: answered
like ids that nobody has."""

import random
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

import httpx
import pytest
from msgspec import Struct

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from booking_core.webhooks.endpoints import WebhookEndpoint
from tests.attack.access.places_for_ids import Place, alter, median_ms, places
from tests.attack.figures import Figures
from tests.attack.options import Sized
from tests.attack.outages.over_http.test_over_http import PLENTY
from tests.conftest import new_salon
from tests.web.api.access.test_tenants import tell
from tests.web.api.conftest import Program, api_clock, api_url, http, program_of, webhook_port

__all__ = ["api_clock", "api_url", "http", "webhook_port"]

START = "2026-11-25T10:00:00+01:00"
CUSTOMER = {"name": "Eve", "email": "eve@example.com"}
# What a request needs besides the id in question, for each operation; {} stands for one of the caller's own.
BESIDES: dict[str, dict[str, Any]] = {
    "get_availability": {"service_id": {}, "date": "2026-11-25"},
    "explain_availability": {"service_id": {}, "start": START},
    "hold": {"service_id": {}, "start": START},
    "reschedule": {"appointment_id": {}, "start": START},
    "confirm": {"hold_id": {}, "customer": CUSTOMER},
    "change_hours": {"windows": []},
    "create_resource": {"kind": "staff", "name": "Eve"},
    "create_question": {"key": "why", "label": "Why?", "kind": "text"},
    "create_date": {"day": "2026-12-01"},
}
# Where a field is only good without some others.
ALONE = {
    ("hold", "slot_id"): {"service_id", "start"},
    ("reschedule", "hold_id"): {"start"},
    ("reschedule", "slot_id"): {"start"},
}


# A token lasts ten minutes, and a busy machine takes longer.
SIGNS_IN_EVERY = 500


class Things(Struct, frozen=True):
    """One of each kind of thing of one organization, by the field that takes it."""

    program: Program
    ids: dict[str, str]


@pytest.fixture
async def mine(http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon) -> AsyncIterator[Things]:
    yield await things(core, await program_of(http, core, salon, limits=PLENTY))


@pytest.fixture
async def theirs(http: httpx.AsyncClient, core: BookingCore) -> AsyncIterator[Things]:
    yield await things(core, await program_of(http, core, await new_salon(core), limits=PLENTY))


async def things(core: BookingCore, program: Program) -> Things:
    salon = program.salon
    async with core.sessions() as session, session.begin():
        webhook = WebhookEndpoint(
            id=new_id("wh"),
            organization_id=salon.organization_id,
            url="https://receiver.example/zimun",
            events=[],
            secrets=[b"sealed"],
            created_at=core.clock.now(),
        )
        session.add(webhook)
    appointment, hold = await program.books(), await program.holds((await program.slots())[3])
    slot = (await program.slots())[5]["slot_id"]
    return Things(
        program,
        {
            "service_id": salon.services["Haircut"],
            "location_id": salon.location_id,
            "staff_id": salon.resources["Miriam"],
            "staff": salon.resources["Dana"],
            "hold_id": hold["hold_id"],
            "replaces_hold_id": hold["hold_id"],
            "appointment_id": appointment["id"],
            "reschedule_of": appointment["id"],
            "slot_id": slot,
            "webhook_id": webhook.id,
            "customer_id": appointment["customer"]["id"],
            "organization_id": salon.organization_id,
            "client_id": program.client_id,
        },
    )


async def test_a_foreign_id_is_answered_like_one_that_nobody_has(
    mine: Things, theirs: Things, size: Sized, figures: Figures
) -> None:
    """Every place with its own kind of id and with others; byte for byte the same but for the request's
    name."""
    everything = [(place, kind) for place in places() for kind in theirs.ids]
    fitting = [(place, kind) for place, kind in everything if place.field == kind]
    chosen = fitting + random.choices(everything, k=size(10_000, 20))
    took: dict[bool, list[float]] = {True: [], False: []}
    for number, (place, kind) in enumerate(figures.each(chosen)):
        if number % SIGNS_IN_EVERY == 0:
            await mine.program.signs_in()
        foreign = theirs.ids[kind]
        answers = {}
        for is_real in random.sample([True, False], 2):
            began = monotonic()
            answers[is_real] = await send(mine, place, foreign if is_real else alter(foreign))
            took[is_real].append(monotonic() - began)
        real, unknown = answers[True], answers[False]
        assert real.status_code >= 400, f"{place} {kind}: {real.text}"
        assert say_of(real, foreign) == say_of(unknown, alter(foreign)), f"{place} {kind}"
        if place.field == kind and not (place.arranges and real.json()["code"] == "unknown_reference"):
            assert real.status_code == 404, f"{place} {kind}: {real.text}"
        others = set(theirs.ids.values()) - {foreign}
        assert not any(one in real.text for one in others), f"{place} {kind}"
    figures.note(places=len({*places()}), requests=2 * len(chosen), foreign_rows=0)
    figures.note(real_p50_ms=median_ms(took[True]), unknown_p50_ms=median_ms(took[False]))


def say_of(answer: httpx.Response, id_: str) -> tuple[int, str]:
    """The answer but for its request's name and the id it was asked for, which a refusal may repeat."""
    return answer.status_code, str(tell(answer)).replace(id_, "")


async def send(mine: Things, place: Place, id_: str) -> httpx.Response:
    gone = ALONE.get((place.operation, place.field), set())
    besides = {
        name: mine.ids[name] if value == {} else value
        for name, value in BESIDES.get(place.operation, {}).items()
        if name not in gone
    }
    path = place.path.replace(f"{{{place.field}}}", id_) if place.where == "path" else place.path
    named = {} if place.where == "path" else {place.field: id_}
    headers = mine.program.auth | ({"Idempotency-Key": new_id("key")} if place.keyed else {})
    if place.method == "GET":
        return await mine.program.http.get(path, headers=headers, params=besides | named)
    in_body = place.where == "body"
    return await mine.program.http.request(
        place.method,
        path,
        headers=headers | ({"If-Match": f'"{id_}.1"'} if "/manage/" in path else {}),
        params=None if in_body else named,
        json=(besides | named if in_body else besides) or None,
    )
