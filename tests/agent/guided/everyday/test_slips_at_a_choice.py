"""What is only nearly a name changes nothing that was chosen: it is asked about, or passed over."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

ADA = "Ada Byron, ada@example.com"


async def at_summary(chatter: Chatter) -> Chatter:
    await chatter.says("haircut with Miriam on tuesday at 11")
    await chatter.says(ADA)
    assert (await chatter.view()).state.summary is not None
    return chatter


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "bear with me, one minute"),
        ("en-GB", "shove that back a bit in your head, one sec"),
        ("de-DE", "Moment, ich schaue kurz"),
        ("fr-FR", "un instant, je regarde"),
        ("es-ES", "espere un momento"),
        ("it-IT", "un attimo, guardo"),
        ("he-IL", "רגע אחד"),
        ("ar-EG", "لحظة واحدة"),
    ],
)
async def test_a_pause_keeps_the_service(core: BookingCore, salon: DemoSalon, locale: str, text: str) -> None:
    eve = await at_summary(Chatter(core, salon, locale=locale))
    await eve.says(text)
    state = (await eve.view()).state
    assert state.summary is not None
    assert state.draft.service_id == salon.services["Haircut"]


async def test_a_slip_beside_a_chosen_service_is_asked_about(eve: Chatter, salon: DemoSalon) -> None:
    await at_summary(eve)
    told = await eve.says("masage instead")
    assert "Haircut" in told
    assert "Massage" in told
    assert (await eve.view()).state.draft.service_id == salon.services["Haircut"]
    await eve.presses("Massage")
    assert (await eve.view()).state.draft.service_id == salon.services["Massage"]


async def test_a_slip_beside_a_chosen_person_is_asked_about(eve: Chatter, salon: DemoSalon) -> None:
    await at_summary(eve)
    told = await eve.says("with dama instead")
    assert "Dana" in told
    assert "Miriam" in told
    held = (await eve.view()).state.held_offer
    assert held is not None
    assert held.staff_id == salon.resources["Miriam"]
