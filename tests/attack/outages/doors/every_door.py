"""A valid request to every route of the application, of a salon with a customer, a program, an operator and
an agent."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx
import jwt
from msgspec import Struct
from sqlalchemy import update

from booking_core.appointments.appointment import COMPLETED, CONFIRMED, NO_SHOW, PENDING, Appointment
from booking_core.calendars.feeds.arrange import make_feed
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.attack.outages.doors.console_doors import ConsoleDoors
from tests.attack.outages.doors.link_doors import LinkDoors
from tests.attack.outages.doors.manage_doors import ManageDoors
from tests.attack.outages.doors.text_doors import find_text_doors
from tests.attack.outages.doors.visitor_doors import find_visitor_doors
from tests.attack.outages.over_http.test_over_http import PLENTY
from tests.calendars import joins
from tests.pictures import upload
from tests.web.api.conftest import Program, program_of
from tests.web.mcp.conftest import allows
from web.access.identity import identity_key
from web.secrets.continue_links import link_to
from web.settings import Settings

DAY, DAY_OF_DECISIONS = "2026-11-24", "2026-11-27"
START, OTHER_START = "2026-11-25T11:00:00+01:00", "2026-11-26T11:00:00+01:00"
CUSTOMER = {"name": "Ada", "email": "ada@example.com"}
AGENT = {"Accept": "application/json, text/event-stream", "MCP-Protocol-Version": "2025-11-25"}


class Knock(Struct, frozen=True):
    """One request. ``keyed`` gets an Idempotency-Key of its own each time, ``fresh`` a client_msg_id in its
    body."""

    method: str
    path: str
    headers: Mapping[str, str] = {}
    params: Mapping[str, Any] = {}
    json: Any = None
    data: Mapping[str, str] | None = None
    content: bytes | None = None
    keyed: bool = False
    fresh: bool = False

    async def __call__(self, http: httpx.AsyncClient) -> httpx.Response:
        headers = {**self.headers, **({"Idempotency-Key": new_id("key")} if self.keyed else {})}
        body = {**self.json, "client_msg_id": new_id("m")} if self.fresh else self.json
        return await http.request(
            self.method,
            self.path,
            headers=headers,
            params=dict(self.params),
            json=body,
            data=self.data,
            content=self.content,
        )


DECIDED = {
    "approve": PENDING,
    "decline": PENDING,
    "displace": CONFIRMED,
    "complete": COMPLETED,
    "no-show": NO_SHOW,
}


class EveryDoor:
    """``knocks`` is the table: the method and template of a route, and a request that it grants while all is
    well."""

    def __init__(
        self, http: httpx.AsyncClient, core: BookingCore, salon: DemoSalon, settings: Settings
    ) -> None:
        self.http = http
        self.core = core
        self.salon = salon
        self.settings = settings
        self.knocks: dict[tuple[str, str], Knock] = {}

    async def find(self) -> None:
        """Make what the requests name."""
        await allows(self.core, self.salon, anonymous_booking=True)
        program = await program_of(self.http, self.core, self.salon, limits=PLENTY)
        await self._api(program)
        await self._chat()
        find_visitor_doors(self.salon, self._put)
        console = ConsoleDoors(str(self.http.base_url), self.core, self.salon, self.settings, self._put)
        await console.find(self.conversation_id)
        await self._agents(program)
        await LinkDoors(program, self.core, self.settings, self._put).find()
        await find_text_doors(self.core, self.settings, self._put)
        await ManageDoors(self.http, self.salon, program.auth, self._put).find()
        whose = {"organization_id": self.salon.organization_id}
        file_name = f"{await upload(self.core, self.salon)}.webp"
        self._put("GET", "/pictures/{organization_id}/{file_name}", file_name=file_name, **whose)

    def of(self, method: str, path: str) -> Knock:
        """A route that nobody has put into the table is asked without anything, and says by itself that it is
        missing here."""
        return self.knocks.get((method, path), Knock(method, path))

    def _tokens(self, program: Program) -> None:
        credentials = {"client_id": program.client_id, "client_secret": program.secret}
        self._put("POST", "/oauth/token", data={"grant_type": "client_credentials", **credentials})
        self._put("POST", "/oauth/revoke", data={"token": "unknown", **credentials})

    async def _api(self, program: Program) -> None:
        auth, service = program.auth, self.salon.services["Haircut"]
        slots = await program.slots()
        booked, cancelled = await program.books(slots[0]), await program.books(slots[20])
        held = await program.holds(slots[4])
        spare, extended = await program.holds(slots[8]), await program.holds(slots[12])
        hook = {"url": "https://hooks.zimun.invalid/x", "events": ["appointment.confirmed"]}
        webhook, deleted = [
            (await self.http.post("/api/v1/webhooks", json=hook, headers=auth)).json() for _ in range(2)
        ]
        self._tokens(program)
        for name in ("locations", "services", "appointments", "webhooks"):
            self._put("GET", f"/api/v1/{name}", headers=auth)
        day, at = {"service_id": service, "date": DAY}, {"service_id": service, "start": START}
        self._put("GET", "/api/v1/availability", headers=auth, params=day)
        self._put("GET", "/api/v1/availability/explain", headers=auth, params=at)
        self._put("POST", "/api/v1/webhooks", headers=auth, json=hook)
        for verb in ("test", "rotate"):
            self._put("POST", "/api/v1/webhooks/{webhook_id}/" + verb, headers=auth, webhook_id=webhook["id"])
        self._put("DELETE", "/api/v1/webhooks/{webhook_id}", headers=auth, webhook_id=deleted["id"])
        self._put("GET", "/api/v1/appointments/holds/{hold_id}", headers=auth, hold_id=held["hold_id"])
        self._put("GET", "/api/v1/appointments/{appointment_id}", headers=auth, appointment_id=booked["id"])
        self._put("GET", "/chat/v1/calendar/{file_name}", file_name=booked["ics_url"].rpartition("/")[2])
        self._put("GET", "/calendar/{file_name}", file_name=await self._feed())
        posts = {
            "hold": {"slot_id": slots[16]["slot_id"]},
            "hold/extend": {"hold_id": extended["hold_id"]},
            "hold/release": {"hold_id": spare["hold_id"]},
            "confirm": {"hold_id": held["hold_id"], "customer": CUSTOMER},
            "reschedule": {"appointment_id": booked["id"], "start": OTHER_START, "staff": "any"},
            "cancel": {"appointment_id": cancelled["id"]},
        }
        for verb, body in posts.items():
            self._put("POST", f"/api/v1/appointments/{verb}", headers=auth, json=body, keyed=True)
        await self._decisions(program)

    async def _feed(self) -> str:
        """The file name of a calendar that its owner reads."""
        place = self.salon.location_id
        owner = await joins(self.core, self.salon)
        new = await self.core.transaction(
            self.salon.organization_id,
            owner,
            lambda desk: make_feed(desk, location_id=place, shows_names=True),
        )
        return f"{new.token}.ics"

    async def _decisions(self, program: Program) -> None:
        """Each of an appointment that is what the decision makes of it, or waits for it: deciding so once
        more is granted."""
        slots = await program.slots(day=DAY_OF_DECISIONS)
        for number, (verb, status) in enumerate(DECIDED.items()):
            appointment = await program.books(slots[4 * number])
            async with self.core.sessions() as session, session.begin():
                await session.execute(
                    update(Appointment).where(Appointment.id == appointment["id"]).values(status=status)
                )
            body = {"appointment_id": appointment["id"]}
            self._put("POST", f"/api/v1/appointments/{verb}", headers=program.auth, json=body, keyed=True)

    async def _chat(self) -> None:
        opens = {"organization_id": self.salon.organization_id, "locale": "en-US"}
        opened, ended = [
            (await self.http.post("/chat/v1/conversations", json=opens)).json() for _ in range(2)
        ]
        mine = {"Authorization": f"Bearer {opened['token']}"}
        here = "/chat/v1/conversations/{conversation_id}"
        ours = {"headers": mine, "conversation_id": opened["conversation_id"]}
        greeting = (
            await self.http.get(f"/chat/v1/conversations/{opened['conversation_id']}", headers=mine)
        ).json()
        link = link_to(
            self.salon.organization_id, opened["conversation_id"], self.settings, self.core.clock.now()
        ).partition("#continue=")[2]
        self._put("POST", "/chat/v1/conversations", json=opens)
        self._put("GET", here, **ours)
        said = {"client_msg_id": new_id("m"), "text": "hello"}
        asked = await self.http.post(
            f"/chat/v1/conversations/{opened['conversation_id']}/messages", json=said, headers=mine
        )
        self._put("POST", f"{here}/runs/{{run_id}}/cancel", run_id=asked.json()["run_id"], **ours)
        self._put("POST", "/chat/v1/conversations/resume", json={"link": link})
        self._put("POST", f"{here}/messages", json={"text": "hello"}, fresh=True, **ours)
        rated = {"message_id": greeting["messages"][0]["id"], "json": {"rating": "up"}}
        self._put("POST", f"{here}/messages/{{message_id}}/feedback", **rated, **ours)
        self._put("POST", f"{here}/identity", json={"token": self._introduction()}, **ours)
        for method in ("GET", "POST"):
            self._put(method, f"{here}/events", params={"wait": 0, "after": opened["cursor"]}, **ours)
        theirs = {"Authorization": f"Bearer {ended['token']}"}
        self._put("POST", f"{here}/end", headers=theirs, conversation_id=ended["conversation_id"])
        self.conversation_id = opened["conversation_id"]

    def _introduction(self) -> str:
        key = identity_key(self.settings.secret_key, self.salon.organization_id, 1)
        expires = self.core.clock.now() + timedelta(minutes=10)
        return jwt.encode({"sub": "customer-1", "exp": int(expires.timestamp())}, key, "HS256")

    async def _agents(self, program: Program) -> None:
        door = f"/o/{self.salon.organization_id}/mcp"
        token = await program.gets_door_token()
        self._put(
            "GET",
            "/.well-known/oauth-protected-resource/o/{organization_id}/mcp",
            organization_id=self.salon.organization_id,
        )
        for tool, arguments in (
            ("list_services", {}),
            ("get_availability", {"service_id": self.salon.services["Haircut"], "date": DAY}),
            ("create_hold", {"service_id": self.salon.services["Haircut"], "start": START}),
        ):
            call = {
                "jsonrpc": "2.0",
                "id": 1,
                "method": "tools/call",
                "params": {"name": tool, "arguments": arguments},
            }
            knock = Knock("POST", door, headers={**AGENT, "Authorization": f"Bearer {token}"}, json=call)
            self.knocks[("POST", f"/o {tool}")] = knock

    def _put(self, method: str, path: str, **more: Any) -> None:
        fields = {name: more.pop(name) for name in list(more) if f"{{{name}}}" in path}
        self.knocks[(method, path)] = Knock(method, path.format(**fields), **more)
