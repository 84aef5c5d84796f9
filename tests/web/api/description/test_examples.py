"""The examples of the reference are what the server really says: taken down from a journey, names of things
made readable.

To make them anew, delete ``web/api/description/examples.json`` and run this test.
"""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec

from booking_core.time.clock import FrozenClock
from tests.web.api.conftest import API, Program, later
from tests.web.api.description.arranging import ArrangingJourney

EXAMPLES = Path(__file__).resolve().parents[4] / "web" / "api" / "description" / "examples.json"
ID = re.compile(r"\b(apt|cat|cus|hold|loc|o|off|ovr|qst|res|rto|srv|whe)_[a-z0-9]{20,40}\b")
LETTERS = "k3fw8q2mz5xn7rt4jc6h"
CALENDAR, SIGNED = re.compile(r"/calendar/([\w-]{42})\.ics"), f"{LETTERS}Qm3vX0c9TzK1yB6nW8rLd"
MANAGED = f"{LETTERS}5hTz3C7tcPolRFz8SUA9Pd"
SECRET = "C2FVsBQIhrscChlQIMV+b5sSYspob7oDazIyE0sqJ2s="


class Names:
    """What is random in an answer, under a name that is the same every time."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._known: dict[str, str] = {}

    def settled(self, value: Any) -> Any:
        text = msgspec.json.encode(value).decode().replace(self._base_url, "https://book.example.com")
        text = ID.sub(lambda found: self._name(found[0], found[1] + "_" + LETTERS), text)
        text = re.sub(
            r'"slot_id":"([^"]+)"', lambda f: f'"slot_id":"{self._name(f[1], "k5aoc3J2LmhhaXJjdXQ")}"', text
        )
        text = re.sub(r"/b/([\w-]{42})", lambda found: f"/b/{self._name(found[1], MANAGED)}", text)
        text = CALENDAR.sub(lambda found: f"/calendar/{self._name(found[1], SIGNED)}.ics", text)
        text = re.sub(r'"booking_code":"([^"]+)"', '"booking_code":"K7MPXQ"', text)
        text = re.sub(r'"next_page_token":"([^"]+)"', '"next_page_token":"zgGSgQI.b3JkZXI"', text)
        text = re.sub(r'"secret":"whsec_[^"]+"', f'"secret":"whsec_{SECRET}"', text)
        text = re.sub(r"Salon test_\w+", "Salon Lavender", text)
        return in_order(msgspec.json.decode(text))

    def _name(self, found: str, like: str) -> str:
        number = sum(name.startswith(like) for name in self._known.values())
        return self._known.setdefault(found, f"{like}{number + 1}")


def in_order(value: Any) -> Any:
    """With lists of ids whose order is that of the ids themselves, in the order of their names here."""
    if isinstance(value, dict):
        return {
            name: sorted(one) if name in ("resource_ids", "location_ids") else in_order(one)
            for name, one in value.items()
        }
    return [in_order(one) for one in value] if isinstance(value, list) else value


async def test_the_examples_are_what_the_server_answers(
    program: Program, api_url: str, api_clock: FrozenClock
) -> None:
    names = Names(api_url)
    said = await journey(program) | await decisions(program, api_clock) | await webhooks(program)
    said |= await ArrangingJourney(program).goes()
    taken = {operation: names.settled(one) for operation, one in said.items()}
    if not EXAMPLES.exists():
        EXAMPLES.write_bytes(msgspec.json.format(msgspec.json.encode(taken), indent=2) + b"\n")
    assert taken == msgspec.json.decode(EXAMPLES.read_bytes())


async def test_every_operation_has_an_example(program: Program) -> None:
    document = (await program.http.get(f"{API}/openapi.json")).json()
    for methods in document["paths"].values():
        for operation in methods.values():
            answers = [
                answer.get("content", {}).get("application/json")
                for answer in operation["responses"].values()
            ]
            assert any(answer and "examples" in answer for answer in answers), operation["operationId"]


CUSTOMER = {"name": "Ada Byron", "email": "ada@example.com", "phone": "+49 30 5550199"}


async def journey(program: Program) -> dict[str, Any]:
    """One call of every operation, in an order that makes sense, with what was sent and what came back."""
    said: dict[str, Any] = {}
    service = program.salon.services["Haircut"]
    start = "2026-11-24T10:00:00+01:00"

    async def gets(operation: str, path: str, **query: Any) -> Any:
        answer = await program.gets(path, **query)
        assert answer.status_code == 200, answer.text
        said[operation] = {"response": answer.json()}
        return answer.json()

    async def posts(operation: str, path: str, body: dict[str, Any]) -> Any:
        answer = await program.posts(path, body, key=operation)
        assert answer.status_code in (200, 201), answer.text
        said[operation] = {"request": body, "response": answer.json()}
        return answer.json()

    await gets("list_locations", "/locations")
    await gets("list_services", "/services", page_size=1)
    found = await gets("get_availability", "/availability", service_id=service, date="2026-11-24", limit=2)
    await gets("explain_availability", "/availability/explain", service_id=service, start=start)
    spare = await posts("release", "/hold", {"slot_id": found["items"][1]["slot_id"]})
    await posts("release_hold", "/hold/release", {"hold_id": spare["hold_id"]})
    del said["release"]
    hold = await posts("hold", "/hold", {"slot_id": found["items"][0]["slot_id"]})
    await posts("extend_hold", "/hold/extend", {"hold_id": hold["hold_id"]})
    made = await posts("confirm", "/confirm", {"hold_id": hold["hold_id"], "customer": CUSTOMER})
    await gets("get_hold", f"/appointments/holds/{hold['hold_id']}")
    await gets("get_appointment", f"/appointments/{made['id']}")
    await gets("list_appointments", "/appointments", booking_code=made["booking_code"])
    there = {"appointment_id": made["id"], "start": "2026-11-25T11:00:00+01:00", "staff": "any"}
    await posts("reschedule", "/reschedule", there)
    await posts("cancel", "/cancel", {"appointment_id": made["id"], "reason": "A meeting came up"})
    return said


async def decisions(program: Program, clock: FrozenClock) -> dict[str, Any]:
    """What the business decides: of two requests, and of two appointments once they have begun."""
    said: dict[str, Any] = {}

    async def decides(operation: str, path: str, body: dict[str, Any]) -> None:
        answer = await program.posts(path, body)
        assert answer.status_code == 200, answer.text
        said[operation] = {"request": body, "response": answer.json()}

    requests = [(await program.slots("Bridal styling", day=f"2026-11-{day}"))[0] for day in (26, 27)]
    approved, declined = [(await program.books(slot))["id"] for slot in requests]
    await decides("approve", "/approve", {"appointment_id": approved})
    await decides("decline", "/decline", {"appointment_id": declined, "reason": "On holiday"})
    await decides("displace", "/displace", {"appointment_id": approved, "reason": "The stylist is ill"})
    slots = await program.slots(day="2026-11-24")
    came, missed = [(await program.books(slot))["id"] for slot in (slots[0], slots[-1])]
    with later(clock, timedelta(days=2)):
        await program.signs_in()
        await decides("complete", "/complete", {"appointment_id": came})
        await decides("no_show", "/no-show", {"appointment_id": missed})
    await program.signs_in()
    return said


async def webhooks(program: Program) -> dict[str, Any]:
    """The life of a webhook; nobody answers at its address, and the test says so."""
    said: dict[str, Any] = {}

    async def asks(operation: str, method: str, path: str = "", body: Any = None) -> Any:
        answer = await program.http.request(method, f"{API}/webhooks{path}", json=body, headers=program.auth)
        assert answer.status_code in (200, 201), answer.text
        sent = {"request": body} if body else {}
        said[operation] = sent | {"response": answer.json()}
        return answer.json()

    wanted = {
        "url": "https://hooks.zimun.invalid/appointments",
        "events": ["appointment.confirmed", "appointment.rescheduled", "appointment.cancelled"],
    }
    made = await asks("create_webhook", "POST", body=wanted)
    await asks("list_webhooks", "GET")
    await asks("test_webhook", "POST", f"/{made['id']}/test")
    await asks("rotate_webhook", "POST", f"/{made['id']}/rotate")
    await asks("delete_webhook", "DELETE", f"/{made['id']}")
    return said
