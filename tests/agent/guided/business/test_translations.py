"""A business whose words are in several languages: customers name a service in any, and read it in their
own."""

import msgspec
import pytest
from sqlalchemy import select, text

from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.booking_questions import CHOICE, BookingQuestion
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter

WORDS = {
    "services": {"de": {"name": "Kopfwunder"}, "fr": {"name": "Coupe éclair"}},
    "resources": {"de": {"name": "Danae"}},
    "locations": {"de": {"name": "Salon Lavendel"}},
}


@pytest.fixture
async def translated_salon(core: BookingCore, salon: DemoSalon) -> DemoSalon:
    ids = {
        "services": salon.services["Haircut"],
        "resources": salon.resources["Dana"],
        "locations": salon.location_id,
    }
    async with core.sessions() as session, session.begin():
        for table, said in WORDS.items():
            await session.execute(
                text(f"UPDATE {table} SET translations = :said WHERE id = :id"),
                {"said": msgspec.json.encode(said).decode(), "id": ids[table]},
            )
        await session.execute(
            text("UPDATE organizations SET translations = :said WHERE id = :id"),
            {"said": '{"de": {"facts": {"parking": "Parken Sie im Hof."}}}', "id": salon.organization_id},
        )
    return salon


async def test_a_service_is_named_in_the_customers_language_and_shown_in_it(
    core: BookingCore, translated_salon: DemoSalon
) -> None:
    eva = Chatter(core, translated_salon, locale="de-AT")
    await eva.says("Ich hätte gern am Dienstag um 11 Uhr ein Kopfwunder bei Danae, Ada Lee, ada@example.com")
    summary = await eva.sees("summary")
    assert summary is not None
    values = [row["value"] for row in summary["rows"]]
    assert "Kopfwunder" in values
    assert "Danae" in values
    await eva.says("ja")
    card = await eva.sees("booking_card")
    assert card is not None
    assert card["service"] == "Kopfwunder"


async def test_a_name_of_another_language_is_understood_in_any_conversation(
    core: BookingCore, translated_salon: DemoSalon
) -> None:
    eve = Chatter(core, translated_salon)
    await eve.says("a coupe éclair on tuesday at 11 please, Ada Lee, ada@example.com")
    summary = await eve.sees("summary")
    assert summary is not None
    assert "Haircut" in [row["value"] for row in summary["rows"]]


async def test_a_fact_is_told_in_the_customers_language(
    core: BookingCore, translated_salon: DemoSalon
) -> None:
    eva = Chatter(core, translated_salon, locale="de-DE")
    assert "Parken Sie im Hof." in await eva.says("Kann man bei Ihnen parken?")


async def test_a_choice_is_shown_by_its_words_and_kept_by_its_key(
    core: BookingCore, translated_salon: DemoSalon
) -> None:
    question = BookingQuestion(
        id=new_id("q"),
        organization_id=translated_salon.organization_id,
        service_id=translated_salon.services["Haircut"],
        key="length",
        label="How long is your hair?",
        kind=CHOICE,
        choices=["short", "long"],
        choice_labels={"short": "Short hair", "long": "Long hair"},
        translations={
            "de": {"label": "Wie lang sind Ihre Haare?", "choices": {"short": "Kurz", "long": "Schulterlang"}}
        },
        required=True,
        position=0,
    )
    async with core.sessions() as session, session.begin():
        session.add(question)
    eva = Chatter(core, translated_salon, locale="de-DE")
    asked = await eva.says("Kopfwunder am Dienstag um 11 Uhr, Ada Lee, ada@example.com")
    assert "Wie lang sind Ihre Haare?" in asked
    await eva.presses("Schulterlang")
    summary = await eva.sees("summary")
    assert summary is not None
    assert {"label": "Wie lang sind Ihre Haare?", "value": "Schulterlang"} in summary["rows"]
    await eva.says("ja")
    async with core.sessions() as session, session.begin():
        mine = Appointment.organization_id == translated_salon.organization_id
        [booked] = await session.scalars(select(Appointment).where(mine))
    assert booked.answers == {"length": "long"}
