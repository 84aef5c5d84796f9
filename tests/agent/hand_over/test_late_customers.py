"""Whoever will be late: the business is told who, for which appointment and how late, and it stands there."""

import pytest
from sqlalchemy import select

from agent.languages import LANGUAGES
from agent.mentions.offsets import length_in
from booking_core.appointments.appointment import Appointment
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.agent.customers import Chatter
from tests.agent.turns.reach import EMAIL, PHONE, reach_by
from tests.tables import each_row

LATE = {
    "en": "I'm running 15 minutes late",
    "de": "Ich verspäte mich um 15 Minuten",
    "fr": "J'aurai 15 minutes de retard",
    "es": "Voy con retraso, unos 15 minutos",
    "it": "Sono in ritardo di 15 minuti",
    "he": "אני מאחר ב-15 דקות",
    "ar": "سأتأخر 15 دقيقة",
}
LENGTHS = (
    ("Ich verspäte mich, eine Viertelstunde", "de", 15),
    ("stuck in traffic, half an hour late", "en", 30),
    ("I'm late", "en", None),
    ("my appointment is in 20 minutes and I'm late", "en", None),
    ("j'ai un quart d'heure de retard", "fr", 15),
    ("llego diez minutos tarde", "es", 10),
    ("arrivo con mezz'ora di ritardo", "it", 30),
)


async def letters_of(core: BookingCore, salon: DemoSalon) -> list[Mail]:
    own = select(Mail).where(Mail.organization_id == salon.organization_id, Mail.conversation_id.is_not(None))
    async with core.sessions() as session:
        return list(await session.scalars(own.order_by(Mail.created_at, Mail.id)))


async def book_for(core: BookingCore, salon: DemoSalon) -> Appointment:
    async with core.sessions() as session:
        own = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        found = await session.scalar(own)
        assert found is not None
        return found


async def books(core: BookingCore, salon: DemoSalon) -> Chatter:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = Chatter(core, salon)
    await eve.says("haircut on tuesday at 11, I'm Eve Adams, eve@example.com")
    await eve.says("yes")
    return eve


@each_row(("text", "language", "minutes"), LENGTHS)
def test_how_late_is_read_and_how_soon_is_not(text: str, language: str, minutes: int | None) -> None:
    assert length_in(text.casefold(), language) == minutes


async def test_the_business_is_told_who_which_and_how_late(core: BookingCore, salon: DemoSalon) -> None:
    eve = await books(core, salon)
    booked = await book_for(core, salon)
    await eve.says("I'm running late")
    await eve.says("about 20 minutes late, sorry")
    booked = await book_for(core, salon)
    assert (booked.late_min, booked.late_at is not None, booked.version) == (20, True, 1)
    first, second = await letters_of(core, salon)
    assert {first.kind, second.kind} == {"customer_late"}
    assert first.recipient == EMAIL
    assert first.subject.startswith("Eve Adams will be late: Haircut, ")
    for said in ("Eve Adams", "eve@example.com", booked.code, "11:00"):
        assert said in first.text, said
    assert "How late was not said" in first.text
    assert "20 minutes" in second.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_without_an_appointment_nobody_is_said_to_want_a_person(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await reach_by(core, salon, PHONE, EMAIL)
    eve = Chatter(core, salon, locale=language)
    await eve.says(LATE[language])
    [letter] = await letters_of(core, salon)
    assert letter.kind == "customer_late"
    assert "15" in letter.text


async def test_whoever_asks_for_a_person_afterwards_is_heard(core: BookingCore, salon: DemoSalon) -> None:
    eve = await books(core, salon)
    await eve.says("I'm running late")
    await eve.says("can I talk to a person please")
    kinds = [letter.kind for letter in await letters_of(core, salon)]
    assert kinds == ["customer_late", "person_wanted"]
