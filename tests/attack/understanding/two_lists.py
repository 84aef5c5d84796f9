"""A customer who asks for one day, then for another, and then picks a time: which day they come to be booked
on."""

import json
from datetime import date, datetime
from typing import Literal

import msgspec
from msgspec import Struct
from sqlalchemy import select

from agent.intake.reception import Visitor as Browser
from booking_core.appointments.appointment import Appointment
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.attack.understanding.summaries import TABLES
from tests.cast import BERLIN

# A Saturday morning; the days of the table are counted from it.
ASKED_AT = datetime(2026, 11, 28, 8, 0, tzinfo=BERLIN)
CALLED = ("coupe", "corte", "taglio", "cortarme", "قص شعري", "أقص شعري", "قصة شعر")


class TwoLists(Struct, frozen=True):
    """``turns`` are what the customer says: the last one picks a time of the new day; ``time`` is that hour,
    where it names one.

    meant: of a new day told by a bare number, whether it is read as the day or asked about.
    """

    lang: str
    turns: tuple[str, str, str]
    old_day: date
    new_day: date
    time: str | None = None
    meant: Literal["day", "asked"] = "day"


def dialogues(table: str) -> list[TwoLists]:
    lines = (TABLES / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [msgspec.convert(json.loads(line), TwoLists) for line in lines]


async def begin(core: BookingCore, salon: DemoSalon, dialogue: TwoLists) -> Chatter:
    """The customer of a dialogue, before the first turn."""
    async with core.sessions() as session, session.begin():
        haircut = await session.get_one(Service, salon.services["Haircut"])
        haircut.aliases = [*haircut.aliases, *CALLED]
    eve = Chatter(core, salon)
    eve.conversation = (await eve.reception.open(salon.organization_id, Browser(dialogue.lang))).conversation
    return eve


async def booked_days(core: BookingCore, salon: DemoSalon, dialogue: TwoLists) -> list[datetime]:
    """Play the dialogue to its end with the built-in receptionist; when what was booked begins."""
    eve = await begin(core, salon, dialogue)
    for text in dialogue.turns:
        await eve.says(text)
    if any(block["type"] == "form" for block in await eve.open_blocks()):
        await eve.fills_in(name="Eve Adams", email="eve@example.com", phone="")
    if (await eve.view()).state.summary is not None:
        await eve.says("ok yes")
    async with core.sessions() as session, session.begin():
        mine = select(Appointment).where(Appointment.organization_id == salon.organization_id)
        return [one.starts_at.astimezone(BERLIN) for one in await session.scalars(mine)]
