"""A service is known by the word that says what it is; one that nobody does is offered to nobody, and a day
on which all is closed is said to be so."""

from datetime import date, timedelta

import pytest
from sqlalchemy import delete, update

from agent.languages import LANGUAGES, sentences_in
from booking_core.catalogue.hours.opening_hours import OpeningOverride
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.services.services import Service, ServiceResource
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from booking_core.storage.ids import new_id
from tests.agent.customers import Chatter, buttons

# What "Haircut" and "Beard trim" are called by a vet, and a question that has only the head of the first.
EXAMINED = {
    "en": ("General examination", "Vaccination for cats", "how much is an examination?"),
    "de": ("Allgemeine Untersuchung", "Impfung für Katzen", "Was kostet eine Untersuchung?"),
    "fr": ("Consultation générale", "Vaccin pour chats", "combien coûte une consultation ?"),
    "es": ("Revisión general", "Vacuna para gatos", "¿cuánto cuesta una revisión?"),
    "it": ("Visita generale", "Vaccino per gatti", "quanto costa una visita?"),
    "he": ("בדיקה כללית", "חיסון לחתולים", "כמה עולה בדיקה?"),
    "ar": ("فحص عام", "تطعيم للقطط", "كم سعر فحص؟"),
}
OPEN = {
    "en": "are you open between Christmas and New Year?",
    "de": "Habt ihr zwischen Weihnachten und Neujahr offen?",
    "fr": "êtes-vous ouverts entre Noël et le Nouvel An ?",
    "es": "¿están abiertos entre Navidad y Año Nuevo?",
    "it": "siete aperti tra Natale e Capodanno?",
    "he": "אתם פתוחים מ-25 בדצמבר עד 1 בינואר?",
    "ar": "هل تفتحون من 25 ديسمبر إلى 1 يناير؟",
}
APPOINTMENTS = {
    "en": "appointment on december 25",
    "de": "Termin am 25.12.",
    "fr": "un rendez-vous le 25 décembre",
    "es": "una cita el 25 de diciembre",
    "it": "un appuntamento il 25 dicembre",
    "he": "תור ב-25 בדצמבר",
    "ar": "موعد يوم 25 ديسمبر",
}
CHRISTMAS = date(2026, 12, 25)


async def names_in(core: BookingCore, salon: DemoSalon, language: str, **names: str) -> None:
    """The owner writes this language, and calls the services so."""
    here = Organization.id == salon.organization_id
    async with core.sessions() as session, session.begin():
        for service, name in names.items():
            own = Service.id == salon.services[service.replace("_", " ")]
            await session.execute(update(Service).where(own).values(name=name))
        await session.execute(
            update(Organization).where(here).values(locale=language, revision=Organization.revision + 1)
        )


async def close_at_christmas(core: BookingCore, salon: DemoSalon, days: int) -> None:
    async with core.sessions() as session, session.begin():
        session.add_all(
            OpeningOverride(
                id=new_id("ovr"),
                organization_id=salon.organization_id,
                location_id=salon.location_id,
                day=CHRISTMAS + timedelta(days=ahead),
                windows=[],
            )
            for ahead in range(days)
        )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_word_that_says_what_it_is_names_a_service(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    examination, vaccination, question = EXAMINED[language]
    await names_in(core, salon, language, Haircut=examination, Beard_trim=vaccination)
    eve = Chatter(core, salon, locale=language)
    await eve.says(vaccination)
    told = await eve.says(question)
    assert examination in told
    assert vaccination not in told


async def test_of_several_that_share_it_which_is_asked(core: BookingCore, salon: DemoSalon) -> None:
    await names_in(core, salon, "de", Haircut="Allgemeine Untersuchung", Beard_trim="Große Untersuchung")
    eve = Chatter(core, salon, locale="de")
    told = await eve.says("Ich möchte eine Untersuchung buchen")
    assert told.startswith("Meinen Sie Allgemeine Untersuchung oder Große Untersuchung?")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_nobody_does_is_offered_to_nobody(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    async with core.sessions() as session, session.begin():
        of_massage = ServiceResource.service_id == salon.services["Massage"]
        await session.execute(delete(ServiceResource).where(of_massage))
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    told = await eve.says("Massage")
    assert says.NOT_BOOKABLE.format(service="Massage") in told
    assert "+49" in told
    assert says.REASONS["no_qualified_staff"] not in told
    await eve.says(APPOINTMENTS[language])
    listed = await eve.sees("service_list")
    assert listed is not None
    assert "Massage" not in {button["label"] for button in buttons(listed)}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_differs_in_a_span_of_days_is_told(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await close_at_christmas(core, salon, 8)
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    told = await eve.says(OPEN[language])
    assert told.startswith(says.CLOSED_FROM_TO.partition("{")[0])
    assert told.count("25") == 1


async def test_the_usual_week_is_told_beside_what_differs(core: BookingCore, salon: DemoSalon) -> None:
    await close_at_christmas(core, salon, 2)
    told = await Chatter(core, salon).says(OPEN["en"])
    assert told.startswith("From Fri, Dec 25 to Sun, Dec 27 we are closed.")
    assert "We are open: " in told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_day_that_is_closed_is_said_so_before_the_services(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await close_at_christmas(core, salon, 1)
    eve, says = Chatter(core, salon, locale=language), sentences_in(language)
    told = await eve.says(APPOINTMENTS[language])
    before, _, behind = says.CLOSED_ON.partition("{day}")
    assert told.startswith(before)
    assert behind in told
    assert says.HERE_IS_THE_LIST in told
