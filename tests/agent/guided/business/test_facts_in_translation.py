"""A fact of the owner is found by the words of its translation, where its topic is in another language."""

import msgspec
import pytest
from sqlalchemy import text

from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import set_by_owner

GERMAN = {
    "Notfall": "Außerhalb der Sprechzeiten rufen Sie bitte die 030 5550199 an.",
    "Ratenzahlung": "Größere Behandlungen können Sie in Raten zahlen.",
}
TOLD = {
    "en": ("In an emergency outside our hours call 030 5550199.", "What do I do in an emergency?"),
    "fr": ("En cas d'urgence, appelez le 030 5550199.", "Que dois-je faire en cas d'urgence ?"),
    "es": ("En caso de emergencia llame al 030 5550199.", "¿Qué hago en caso de emergencia?"),
    "it": ("In caso di emergenza chiami lo 030 5550199.", "Cosa faccio in caso di emergenza?"),
    "he": ("במקרה חירום יש להתקשר ל-030 5550199.", "מה עושים במקרה חירום?"),
    "ar": ("في حالة الطوارئ اتصلوا بالرقم 030 5550199.", "ماذا أفعل في حالة الطوارئ؟"),
}


@pytest.mark.parametrize("language", TOLD)
async def test_its_translated_words_find_it(core: BookingCore, salon: DemoSalon, language: str) -> None:
    fact, question = TOLD[language]
    await set_by_owner(core, salon.organization_id, chat__facts=GERMAN)
    async with core.sessions() as session, session.begin():
        said = msgspec.json.encode({language: {"facts": {"Notfall": fact}}}).decode()
        await session.execute(
            text("UPDATE organizations SET locale = 'de-DE', translations = :said WHERE id = :id"),
            {"said": said, "id": salon.organization_id},
        )
    eve = Chatter(core, salon, locale=language)
    assert fact in await eve.says(question)


async def test_a_word_of_every_sentence_finds_none(core: BookingCore, salon: DemoSalon) -> None:
    await set_by_owner(core, salon.organization_id, chat__facts=GERMAN)
    async with core.sessions() as session, session.begin():
        await session.execute(
            text("UPDATE organizations SET locale = 'de-DE' WHERE id = :id").bindparams(
                id=salon.organization_id
            )
        )
    told = await Chatter(core, salon).says("Do you have a sauna in the house?")
    assert not any(fact in told for fact in GERMAN.values())
