"""Of two services in one message, in the words of their trade or of the business, the first is booked first
and the other is told; one that is given up is neither."""

import pytest

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.maintenance.demo_words import translate_demo
from tests.agent.customers import Chatter


async def chatter(core: BookingCore, salon: DemoSalon, locale: str) -> Chatter:
    async with core.sessions() as session, session.begin():
        await translate_demo(session, salon)
    return Chatter(core, salon, locale=locale)


@pytest.mark.parametrize(
    ("locale", "text", "first", "second"),
    [
        ("en-GB", "a trim and a blowout on friday", "Haircut", "Blow-dry"),
        ("de-DE", "Spitzen schneiden und Fönen am Freitag", "Haircut", "Föhnen"),
        ("fr-FR", "une coupe et un brushing vendredi", "Haircut", "Brushing"),
        ("es-ES", "un corte y un secado el viernes", "Haircut", "Secado y peinado"),
        ("it-IT", "un taglio e una piega venerdì", "Haircut", "Piega"),
        ("it-IT", "una piega e una rasatura venerdì", "Blow-dry", "Rifinitura della barba"),
    ],
)
async def test_the_second_is_told(
    core: BookingCore, salon: DemoSalon, locale: str, text: str, first: str, second: str
) -> None:
    eve = await chatter(core, salon, locale)
    assert second in await eve.says(text)
    assert (await eve.view()).state.draft.service_id == salon.services[first]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "forget the blow-dry, I want the cut"),
        ("de-DE", "vergessen Sie das Föhnen, ich möchte den Schnitt"),
        ("fr-FR", "laissez tomber le brushing, je veux la coupe"),
        ("es-ES", "olvide el secado, quiero el corte"),
        ("it-IT", "lasci stare la piega, mi serve il taglio"),
        ("he-IL", "עזבו את הפן, אני רוצה תספורת"),
        ("ar-EG", "بلاش سشوار، أريد قص الشعر"),
    ],
)
async def test_what_is_given_up_does_not_come_back(
    core: BookingCore, salon: DemoSalon, locale: str, text: str
) -> None:
    eve = await chatter(core, salon, locale)
    await eve.says("haircut")
    await eve.says(text)
    view = await eve.view()
    assert view.state.draft.service_id == salon.services["Haircut"]
    assert view.state.remainders == []
