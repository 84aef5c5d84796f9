"""Another organization's things look like nothing at all, on every route that takes an id."""

from typing import Any

from msgspec import Struct

from tests.web.api.conftest import Program


def tell(answer: Any) -> dict[str, Any]:
    return {name: value for name, value in answer.json().items() if name != "request_id"}


Asked = tuple[str, dict[str, Any], str]
START = "2026-11-24T10:00:00+01:00"


class Theirs(Struct):
    """Ids of another salon: what stands there for each kind."""

    appointment: str
    code: str
    hold: str
    slot: str
    service: str
    location: str
    staff: str

    @classmethod
    async def of(cls, program: Program) -> "Theirs":
        booked = await program.books()
        held = await program.holds((await program.slots())[1])
        slot = (await program.slots())[2]["slot_id"]
        salon = program.salon
        service, staff = salon.services["Haircut"], salon.resources["Miriam"]
        return cls(
            booked["id"], booked["booking_code"], held["hold_id"], slot, service, salon.location_id, staff
        )

    def gets(self, mine: str) -> list[Asked]:
        """What is read, with the foreign id in it; ``mine`` is a service of one's own."""
        day = {"date": "2026-11-24"}
        explained, booked = "/availability/explain", self.appointment
        return [
            ("/services", {"location_id": self.location}, self.location),
            ("/availability", {"service_id": self.service, **day}, self.service),
            ("/availability", {"service_id": mine, "location_id": self.location, **day}, self.location),
            ("/availability", {"service_id": mine, "staff_id": self.staff, **day}, self.staff),
            ("/availability", {"service_id": mine, "reschedule_of": booked, **day}, booked),
            (explained, {"service_id": self.service, "start": START}, self.service),
            (explained, {"service_id": mine, "start": START, "staff_id": self.staff}, self.staff),
            (f"/appointments/{self.appointment}", {}, self.appointment),
            (f"/appointments/holds/{self.hold}", {}, self.hold),
        ]

    def posts(self, mine: str) -> list[Asked]:
        """What is written, likewise."""
        of_mine = {"service_id": mine, "start": START}
        customer = {"name": "Eve", "email": "eve@example.com"}
        appointment, hold = self.appointment, self.hold
        return [
            ("/hold", {"slot_id": self.slot}, self.slot),
            ("/hold", {"service_id": self.service, "start": START}, self.service),
            ("/hold", {**of_mine, "staff_id": self.staff}, self.staff),
            ("/hold", {**of_mine, "location_id": self.location}, self.location),
            ("/hold", {**of_mine, "replaces_hold_id": hold}, hold),
            ("/hold", {**of_mine, "reschedule_of": appointment}, appointment),
            ("/hold/extend", {"hold_id": hold}, hold),
            ("/hold/release", {"hold_id": hold}, hold),
            ("/confirm", {"hold_id": hold, "customer": customer}, hold),
            ("/reschedule", {"appointment_id": appointment, "start": START}, appointment),
            ("/reschedule", {"appointment_id": appointment, "hold_id": hold}, appointment),
            ("/cancel", {"appointment_id": appointment}, appointment),
        ]


def unknown_instead(asked: dict[str, Any], foreign: str) -> dict[str, Any]:
    return {name: unknown_like(foreign) if value == foreign else value for name, value in asked.items()}


def unknown_like(foreign: str) -> str:
    return foreign[:-4] + "zzzz"


async def test_a_foreign_id_is_answered_like_an_unknown_one(program: Program, other_program: Program) -> None:
    theirs, mine = await Theirs.of(other_program), program.salon.services["Haircut"]
    for path, query, foreign in theirs.gets(mine):
        real = await program.gets(path, **query)
        none = await program.gets(
            path.replace(foreign, unknown_like(foreign)), **unknown_instead(query, foreign)
        )
        assert real.status_code == 404, f"{path} {query} {real.text}"
        assert tell(real) == tell(none), path
    for number, (path, body, foreign) in enumerate(theirs.posts(mine)):
        real = await program.posts(path, body, key=f"real-{number}")
        none = await program.posts(path, unknown_instead(body, foreign), key=f"none-{number}")
        assert real.status_code == 404, f"{path} {body} {real.text}"
        assert tell(real) == tell(none), path
    listed = await program.gets("/appointments", booking_code=theirs.code)
    assert listed.json()["items"] == []
    assert (await program.gets("/appointments", page_token=theirs.appointment)).status_code == 404
    left = (await other_program.gets(f"/appointments/{theirs.appointment}")).json()
    assert left["status"] == "confirmed"


async def test_a_hold_is_its_clients_own(program: Program, other_program: Program) -> None:
    hold = await program.holds()
    refused = await other_program.posts("/hold/release", {"hold_id": hold["hold_id"]})
    assert refused.status_code == 404
    assert (await program.gets(f"/appointments/holds/{hold['hold_id']}")).json()["status"] == "held"
