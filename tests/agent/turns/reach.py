"""A business that can be reached, and the letters it gets."""

from sqlalchemy import select, update

from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail

# The salon's own ways, so that a card without them is seen to lack them.
PHONE, EMAIL = "+49 30 5550142", "hello@salon.example"
ASKS = {
    "en": "I want to talk to a person",
    "de": "Ich möchte mit einem Menschen sprechen",
    "fr": "Je veux parler à une personne",
    "es": "Quiero hablar con una persona",
    "it": "Vorrei parlare con una persona",
    "he": "אני רוצה לדבר עם נציג",
    "ar": "أريد التحدث مع موظف",
}


async def reach_by(core: BookingCore, salon: DemoSalon, phone: str | None, email: str | None) -> None:
    ways = {"phone": phone, "email": email}
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization).where(Organization.id == salon.organization_id).values(ways)
        )


async def letters_of(core: BookingCore, salon: DemoSalon) -> list[Mail]:
    async with core.sessions() as session, session.begin():
        return list(await session.scalars(select(Mail).where(Mail.organization_id == salon.organization_id)))
