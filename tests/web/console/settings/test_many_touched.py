"""A change that touches more appointments than anybody decides about one by one: one decision for all, and
some by themselves."""

import pytest
from sqlalchemy import func, select, text

from booking_core.appointments.appointment import Appointment
from booking_core.appointments.kept import KeptAppointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.attack.options import Sized
from tests.cast import Visitor, at
from tests.web.console.settings.forms import fields_of
from tests.web.console.stage import Browser
from web.server.strict_json import LONGEST_BODY

# Appointments of another service of the place would do as well: what is read is only where they stand.
COPY = text(
    "INSERT INTO appointments SELECT (jsonb_populate_record(a, jsonb_build_object("
    "'id', a.id || n, 'code', a.code || n, 'hold_id', a.hold_id || n))).*"
    " FROM appointments AS a, generate_series(1, :many) AS n WHERE a.id = :id"
)


@pytest.fixture
def address(salon: DemoSalon) -> str:
    return f"/console/{salon.organization_id}/settings/business"


async def test_one_decision_is_for_a_thousand_and_another_for_one(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str, size: Sized
) -> None:
    """On another clock what is booked in the morning is before opening."""
    many = size(1000, 150)
    dana = salon.resources["Dana"]
    first = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=dana)
    gone = await Visitor(core, salon, "Ben").books("Haircut", at(2, 10), staff_id=dana)
    async with core.sessions() as session, session.begin():
        await session.execute(COPY, {"many": many - 2, "id": first.id})
    form = fields_of((await owner.see(address)).text) | {"time_zone": "America/New_York"}
    listed = await owner.send(address, **form)
    assert f"{many} appointments could not take place any more" in listed.text
    unread = fields_of(listed.text)
    assert sum(len(name) + len(value) for name, value in unread.items()) < LONGEST_BODY / 4
    undecided = await owner.send(address, **unread)
    assert (undecided.status_code, undecided.text.count("Please decide: keep, move or cancel.")) == (422, 1)
    chosen = await owner.send(address, **unread, **{"touched.chosen": gone.id, "touched.choose": "yes"})
    decided = fields_of(chosen.text)
    assert f"touched.decision.{gone.id}" in decided
    decided |= {f"touched.decision.{gone.id}": "cancel", "touched.others": "keep"}
    assert (await owner.send(address, **decided)).status_code == 303
    async with core.sessions() as session:
        here = Appointment.organization_id == salon.organization_id, Appointment.status == "confirmed"
        assert await session.scalar(select(func.count()).where(*here)) == many - 1
        kept = KeptAppointment.organization_id == salon.organization_id
        assert await session.scalar(select(func.count()).where(kept)) == many - 1


@pytest.mark.parametrize(
    ("decision", "start"),
    [
        ("explode", ""),
        ("", ""),
        ("move", "0001-01-01T00:00"),
        ("move", "9999-12-31T23:59"),
        ("move", "soon"),
    ],
)
async def test_what_is_no_decision_is_refused(
    core: BookingCore, salon: DemoSalon, owner: Browser, address: str, decision: str, start: str
) -> None:
    booked = await Visitor(core, salon, "Ada").books("Haircut", at(1, 10), staff_id=salon.resources["Dana"])
    form = fields_of((await owner.see(address)).text) | {"time_zone": "America/New_York"}
    listed = fields_of((await owner.send(address, **form)).text)
    wrong = {f"touched.decision.{booked.id}": decision, f"touched.start.{booked.id}": start}
    answer = await owner.send(address, **{**listed, **wrong})
    assert answer.status_code == 422
    assert f'id="wrong-{booked.id}"' in answer.text
