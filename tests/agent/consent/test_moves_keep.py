"""A move keeps what nobody asked to change, and a wish outlives the code that proves whose booking it is."""

import pytest

from agent.models.scripted import Call, ModelInput, Say, ScriptedModel, Steps
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.consent.proof.proving import ADA, code_for
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import hold
from tests.cast import Visitor, at


async def move_booked(ada: Visitor, booked: Appointment) -> Appointment:
    async with ada.core.sessions() as session, session.begin():
        return await session.get_one(Appointment, booked.id)


@pytest.fixture
async def of_dana(ada: Visitor) -> Appointment:
    """On Wednesday at ten with Dana; Miriam, who cuts hair too, is named later than her on no list."""
    return await ada.books("Haircut", at(2, 10), staff_id=ada.salon.resources["Dana"])


@pytest.fixture
async def of_miriam(ada: Visitor) -> Appointment:
    return await ada.books("Haircut", at(2, 10), staff_id=ada.salon.resources["Miriam"])


async def proven(core: BookingCore, salon: DemoSalon, *said: str) -> Chatter:
    """A customer who has said this and then typed the code."""
    eve = Chatter(core, salon)
    for text in said:
        await eve.says(text)
    await eve.says(await code_for(eve))
    return eve


@pytest.mark.parametrize("name", ["Dana", "Miriam"])
async def test_the_person_stays(ada: Visitor, name: str) -> None:
    booked = await ada.books("Haircut", at(2, 10), staff_id=ada.salon.resources[name])
    eve = await proven(ada.core, ada.salon, f"move my appointment to thursday at 2pm, I'm {ADA}")
    await eve.says("yes")
    after = await move_booked(ada, booked)
    assert (after.starts_at, after.resource_ids) == (at(3, 14), [ada.salon.resources[name]])


async def test_another_person_comes_where_one_is_asked_for(ada: Visitor, of_dana: Appointment) -> None:
    eve = await proven(ada.core, ada.salon, f"move my appointment to thursday at 2pm with Miriam, I'm {ADA}")
    await eve.says("yes")
    assert (await move_booked(ada, of_dana)).resource_ids == [ada.salon.resources["Miriam"]]


@pytest.mark.parametrize(
    ("wish", "start"),
    [
        ("can I come one hour later?", at(2, 11)),
        ("move it to thursday at 2pm please", at(3, 14)),
        ("I need to move it a day later, same time", at(3, 10)),
    ],
)
async def test_what_was_wished_for_is_still_known_after_the_code(
    ada: Visitor, of_miriam: Appointment, wish: str, start: object
) -> None:
    eve = await proven(ada.core, ada.salon, f"I want to move my appointment. {wish}", f"it's {ADA}")
    await eve.says("yes")
    after = await move_booked(ada, of_miriam)
    assert (after.starts_at, after.resource_ids) == (start, of_miriam.resource_ids)


async def test_a_wish_told_with_the_address_is_known_too(ada: Visitor, of_miriam: Appointment) -> None:
    eve = await proven(ada.core, ada.salon, "I want to move my appointment", f"thursday at 2pm, {ADA}")
    await eve.says("yes")
    assert (await move_booked(ada, of_miriam)).starts_at == at(3, 14)


async def test_a_model_that_leaves_it_out_keeps_the_person(ada: Visitor, of_miriam: Appointment) -> None:
    def thursday(_: ModelInput) -> Steps:
        return [Call("find_times", {"service": "Haircut", "when": "thursday at 2pm"})]

    eve = Chatter(ada.core, ada.salon)
    await eve.says(f"I want to move my appointment, {ADA}")
    await eve.says(await code_for(eve))
    model = ScriptedModel(thursday, hold, [Call("propose_booking")], [Say("There.")])
    asked = Chatter(ada.core, ada.salon, model)
    asked.conversation = eve.conversation
    await asked.says("thursday at 2pm")
    await asked.says("yes")
    assert (await move_booked(ada, of_miriam)).resource_ids == of_miriam.resource_ids
