"""Another organization's things look like nothing at all, on every route that takes an id."""

from typing import Any

from tests.web.api.conftest import Program


def told(answer: Any) -> dict[str, Any]:
    return {name: value for name, value in answer.json().items() if name != "request_id"}


async def test_a_foreign_id_is_answered_like_an_unknown_one(program: Program, other_program: Program) -> None:
    theirs = await other_program.books()
    held = await other_program.holds((await other_program.slots())[1])
    slot = (await other_program.slots())[2]["slot_id"]
    salon = other_program.salon
    hold, apt = held["hold_id"], theirs["id"]
    service, location = salon.services["Haircut"], salon.location_id
    staff = salon.resources["Miriam"]
    mine = program.salon.services["Haircut"]
    customer = {"name": "Eve", "email": "eve@example.com"}
    start = "2026-11-24T10:00:00+01:00"
    day = {"date": "2026-11-24"}
    gets: list[tuple[str, dict[str, Any], str]] = [
        ("/services", {"location_id": location}, location),
        ("/availability", {"service_id": service, **day}, service),
        ("/availability", {"service_id": mine, "location_id": location, **day}, location),
        ("/availability", {"service_id": mine, "staff_id": staff, **day}, staff),
        ("/availability", {"service_id": mine, "reschedule_of": apt, **day}, apt),
        ("/availability/explain", {"service_id": service, "start": start}, service),
        ("/availability/explain", {"service_id": mine, "start": start, "staff_id": staff}, staff),
        (f"/appointments/{apt}", {}, apt),
        (f"/appointments/holds/{hold}", {}, hold),
    ]
    posts: list[tuple[str, dict[str, Any], str]] = [
        ("/hold", {"slot_id": slot}, slot),
        ("/hold", {"service_id": service, "start": start}, service),
        ("/hold", {"service_id": mine, "start": start, "staff_id": staff}, staff),
        ("/hold", {"service_id": mine, "start": start, "location_id": location}, location),
        ("/hold", {"service_id": mine, "start": start, "replaces_hold_id": hold}, hold),
        ("/hold", {"service_id": mine, "start": start, "reschedule_of": apt}, apt),
        ("/hold/extend", {"hold_id": hold}, hold),
        ("/hold/release", {"hold_id": hold}, hold),
        ("/confirm", {"hold_id": hold, "customer": customer}, hold),
        ("/reschedule", {"appointment_id": apt, "start": start}, apt),
        ("/reschedule", {"appointment_id": apt, "hold_id": hold}, apt),
        ("/cancel", {"appointment_id": apt}, apt),
    ]
    for path, query, foreign in gets:
        unknown = foreign[:-4] + "zzzz"
        real = await program.gets(path, **query)
        none = await program.gets(
            path.replace(foreign, unknown),
            **{name: unknown if value == foreign else value for name, value in query.items()},
        )
        assert real.status_code == 404, f"{path} {query} {real.text}"
        assert told(real) == told(none), path
    for number, (path, body, foreign) in enumerate(posts):
        unknown = foreign[:-4] + "zzzz"
        real = await program.posts(path, body, key=f"real-{number}")
        none = await program.posts(
            path,
            {name: unknown if value == foreign else value for name, value in body.items()},
            key=f"none-{number}",
        )
        assert real.status_code == 404, f"{path} {body} {real.text}"
        assert told(real) == told(none), path
    listed = await program.gets("/appointments", booking_code=theirs["booking_code"])
    assert listed.json()["items"] == []
    assert (await program.gets("/appointments", page_token=apt)).status_code == 404
    assert (await other_program.gets(f"/appointments/{apt}")).json()["status"] == "confirmed"


async def test_a_hold_is_its_clients_own(program: Program, other_program: Program) -> None:
    hold = await program.holds()
    refused = await other_program.posts("/hold/release", {"hold_id": hold["hold_id"]})
    assert refused.status_code == 404
    assert (await program.gets(f"/appointments/holds/{hold['hold_id']}")).json()["status"] == "held"
