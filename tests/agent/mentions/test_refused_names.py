"""A service that is not wanted is not offered: a negation reaches the name it is said of, and no further."""

import pytest

from agent.mentions.names.services import services_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

TOLD = (
    ("no, a haircut, no blow-dry", ["Haircut"]),
    ("a haircut please, not a massage", ["Haircut"]),
    ("a haircut without a blow-dry", ["Haircut"]),
    ("a massage instead of the haircut", ["Massage"]),
    ("not the massage or the haircut, the yoga class", ["Yoga class"]),
    ("I don't want a massage", []),
    ("why not a massage?", ["Massage"]),
    ("no haircut", ["Haircut"]),
    ("no. haircut", ["Haircut"]),
    ("keine Massage, sondern einen Haircut", ["Haircut"]),
    ("Haircut ohne Blow-dry", ["Haircut"]),
    ("Massage nicht, lieber Haircut", ["Haircut"]),
    ("non, un haircut, pas de blow-dry", ["Haircut"]),
    ("un haircut sans blow-dry", ["Haircut"]),
    ("no, un haircut, no quiero blow-dry", ["Haircut"]),
    ("haircut sin massage", ["Haircut"]),
    ("non voglio la massage, un haircut", ["Haircut"]),
    ("haircut senza blow-dry", ["Haircut"]),
    ("תספורת בלי פן", ["Haircut"]),
    ("haircut בלי massage", ["Haircut"]),
    ("haircut بدون massage", ["Haircut"]),
    ("haircut, not on Monday", ["Haircut"]),
    ("a massage? no", []),
    ("the blow-dry as well? no thank you", []),
    ("Massage auch? nein, nur Haircut", ["Haircut"]),
    ("un brushing ? non", []),
    ("¿masaje? no gracias", []),
    ("un massaggio? no grazie", []),
    ("גם עיסוי? לא תודה", []),
    ("مساج؟ لا", []),
    ("forget the massage, a haircut", ["Haircut"]),
    ("don't forget the massage", ["Massage"]),
    ("vergessen Sie die Massage, lieber Haircut", ["Haircut"]),
    ("laissez tomber le brushing, un haircut", ["Haircut"]),
    ("olvide el masaje, haircut", ["Haircut"]),
    ("lasci stare il massaggio, un haircut", ["Haircut"]),
    ("עזבו את העיסוי, תספורת", ["Haircut"]),
    ("اترك مساج، haircut", ["Haircut"]),
    ("a massage? no idea yet", ["Massage"]),
    ("a massage? no? why", ["Massage"]),
    ("a haircut tomorrow? no, friday", ["Haircut"]),
    ("not today, haircut tomorrow", ["Haircut"]),
)


@pytest.mark.parametrize(("text", "names"), TOLD)
async def test_what_is_not_wanted_is_not_meant(
    core: BookingCore, salon: DemoSalon, text: str, names: list[str]
) -> None:
    catalogue = await core.catalogue_of(salon.organization_id)
    assert [one.name for one in services_in(catalogue, text)] == names


async def test_the_times_are_those_of_what_is_wanted(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="fr-FR")
    await eve.says("non, un haircut, pas de blow-dry")
    assert (await eve.view()).state.draft.service_id == salon.services["Haircut"]
