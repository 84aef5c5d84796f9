"""A file that leaves booked appointments without their time is refused until somebody decides."""

from datetime import UTC, datetime

import pytest

from booking_core.back_office.decisions import Cancel, Decisions, Keep
from booking_core.back_office.touched import AppointmentsTouched, digest_seen
from tests.booking_core.business_file.conftest import Owner, customer_of
from tests.booking_core.business_file.test_apply import SMALL

TUESDAY_NINE = datetime(2026, 11, 24, 8, tzinfo=UTC)
LATER = SMALL.replace('"09:00-17:00"', '"12:00-17:00"')


async def test_it_is_listed_and_nothing_is_done(owner: Owner) -> None:
    await owner.applies(SMALL, prune=True)
    booked = await (await customer_of(owner)).books("Cut", TUESDAY_NINE)
    rehearsal = await owner.rehearses(LATER)
    assert [one.appointment_id for one in rehearsal.touched] == [booked.id]
    with pytest.raises(AppointmentsTouched):
        await owner.applies(LATER)
    assert (await owner.applies(SMALL)).changes == ()


@pytest.mark.parametrize(
    ("decision", "status"), [(Keep(), "confirmed"), (Cancel("We open later."), "cancelled")]
)
async def test_what_was_decided_is_done_with_the_file(
    owner: Owner, decision: Keep | Cancel, status: str
) -> None:
    await owner.applies(SMALL, prune=True)
    ada = await customer_of(owner)
    booked = await ada.books("Cut", TUESDAY_NINE)
    touched = (await owner.rehearses(LATER)).touched
    decisions = Decisions(digest_seen(touched), {booked.id: decision})
    assert (await owner.applies(LATER, decisions=decisions)).changes
    found = await ada.at_desk(lambda desk: desk.find(booked.id))
    assert found.status == status
    assert (await owner.applies(LATER)).changes == ()
