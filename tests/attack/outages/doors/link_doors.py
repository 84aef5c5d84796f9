"""A valid request to every route that the link of a letter opens: of an appointment, and of reminders."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.by_link.stamp import STAMP
from booking_core.core import BookingCore
from tests.web.api.conftest import Program
from web.secrets.stop_links import StopLinks
from web.settings import Settings

DAY = "2026-11-30"


class LinkDoors:
    """``put`` takes a method, the template of a path, and what a request needs."""

    def __init__(
        self, program: Program, core: BookingCore, settings: Settings, put: Callable[..., None]
    ) -> None:
        self.program, self.core, self.settings, self.put = program, core, settings, put

    async def find(self) -> None:
        """One appointment that stands, and one that is cancelled again and again."""
        slots = await self.program.slots(day=DAY)
        kept, cancelled = [await self.program.books(slots[number]) for number in (0, 8)]
        token, version = _token(kept), {"version": str(kept["version"])}
        here = "/b/{token}"
        stamp = datetime.fromisoformat(kept["start"]).astimezone(UTC).strftime(STAMP)
        for page in ("", "/appointment.ics", "/cancel", "/move", "/coming"):
            self.put("GET", f"{here}{page}", token=token)
        self.put("GET", f"{here}/move/{{stamp}}", token=token, stamp=stamp)
        self.put("POST", f"{here}/move", token=token, data={"start": stamp, **version})
        for deed in ("answers", "chat", "coming"):
            self.put("POST", f"{here}/{deed}", token=token, data=version)
        self.put(
            "POST",
            f"{here}/cancel",
            token=_token(cancelled),
            data={"version": str(cancelled["version"])},
        )
        await self._reminders(kept["id"])

    async def _reminders(self, appointment_id: str) -> None:
        async with self.core.sessions() as session:
            customer_id = (await session.get_one(Appointment, appointment_id)).customer_id
        token = StopLinks.of(self.settings).address(customer_id).rpartition("/")[2]
        self.put("GET", "/r/{token}", token=token)
        self.put("POST", "/r/{token}", token=token, data={"List-Unsubscribe": "One-Click"})


def _token(booked: dict[str, Any]) -> str:
    return str(booked["manage_url"]).rpartition("/")[2]
