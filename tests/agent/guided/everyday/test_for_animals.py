"""What is offered is for people: a wish for an animal is answered honestly, unless the business takes
them."""

import pytest
from sqlalchemy import update

from agent.mentions.concerns.animals import is_for_animal
from booking_core.catalogue.services.services import Service
from booking_core.core import BookingCore
from tests.agent.customers import Chatter
from tests.conftest import new_salon

FOR_ANIMALS = {
    "en": "a trim for our old dog on Monday",
    "de": "Haarschnitt für unseren Pudel am Montag",
    "fr": "une coupe pour ma chienne lundi",
    "es": "un corte para mi gato el lunes",
    "it": "un taglio per la mia gattina lunedì",
    "he": "תספורת בשביל הכלבה שלי ביום שני",
    "ar": "قص شعر لقطتي يوم الاثنين",
}
FOR_PEOPLE = {
    "en": "a haircut on Monday, I come with my dog",
    "de": "Haarschnitt für meinen Mann am Montag",
    "fr": "une coupe pour ma mère lundi",
    "es": "un corte para mi madre el lunes",
    "it": "un taglio per mio marito lunedì",
    "he": "תספורת לבן שלי ביום שני",
    "ar": "قص شعر لابني يوم الاثنين",
}


@pytest.mark.parametrize("language", FOR_ANIMALS)
def test_animals_are_told_from_people(language: str) -> None:
    assert is_for_animal(FOR_ANIMALS[language], language)
    assert not is_for_animal(FOR_PEOPLE[language], language)


async def test_nothing_is_looked_for(core: BookingCore) -> None:
    eve = Chatter(core, await new_salon(core))
    assert "for people" in await eve.says("a haircut for my dog on Wednesday at 10")
    assert (await eve.view()).state.hold_id is None


async def test_a_business_that_takes_them_is_asked_as_ever(core: BookingCore) -> None:
    salon = await new_salon(core)
    async with core.sessions() as session, session.begin():
        mine = update(Service).where(Service.id == salon.services["Haircut"])
        await session.execute(mine.values(description="For people and their dogs."))
    eve = Chatter(core, salon)
    await eve.says("a haircut for my dog on Wednesday at 10")
    assert (await eve.view()).state.hold_id is not None
