"""Things of one business that a caller names: an appointment, a hold, a webhook."""

from typing import Any

from msgspec import Struct

from tests.web.api.conftest import Program

START = "2026-11-25T10:00:00+01:00"
CUSTOMER = {"name": "Eve", "email": "eve@example.com"}


class Things(Struct, frozen=True):
    """What the client has: an appointment that may be moved and cancelled, one that waits for approval, and a
    hold."""

    program: Program
    appointment_id: str
    request_id: str
    hold_id: str

    @property
    def door(self) -> str:
        return f"/o/{self.program.salon.organization_id}/mcp"

    def arguments(self, tool: str) -> dict[str, Any]:
        """With which the tool would do its work for whoever may use it."""
        service = self.program.salon.services["Haircut"]
        return {
            "get_availability": {"service_id": service, "date": "2026-11-25"},
            "create_hold": {"service_id": service, "start": START},
            "extend_hold": {"hold_id": self.hold_id},
            "release_hold": {"hold_id": self.hold_id},
            "create_booking": {"hold_id": self.hold_id, "customer": CUSTOMER, "customer_agreed": True},
            "find_booking": {"appointment_id": self.appointment_id},
            "reschedule_booking": {"appointment_id": self.appointment_id, "start": START},
            "cancel_booking": {"appointment_id": self.appointment_id, "customer_agreed": True},
            "approve_booking": {"appointment_id": self.request_id},
            "decline_booking": {"appointment_id": self.request_id},
            "ask_for_another_time": {"appointment_id": self.appointment_id},
            "complete_booking": {"appointment_id": self.appointment_id},
            "record_no_show": {"appointment_id": self.appointment_id},
        }.get(tool, {})


async def things(program: Program) -> Things:
    slots = await program.slots()
    appointment, hold = await program.books(slots[0]), await program.holds(slots[6])
    asked = await program.books((await program.slots("Bridal styling", day="2026-11-26"))[0])
    return Things(program, appointment["id"], asked["id"], hold["hold_id"])
