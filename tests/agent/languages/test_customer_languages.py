"""A business that speaks only some of our languages to its customers: chat and letters keep to them."""

import pytest

from agent.languages import language_of
from booking_core.catalogue.organizations import Organization
from booking_core.catalogue.settings.customer_languages import spoken_languages, spoken_tag
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.agent.letters.post_office import deliver_all
from tests.booking_core.notices.mailbox import mailbox
from tests.cast import Visitor, at, set_by_owner
from tests.tables import each_row


@each_row(
    ("own", "chosen", "wanted", "spoken"),
    [
        ("de-AT", [], "fr-CH", "fr-CH"),
        ("de-AT", ["en", "de"], "en-GB", "en-GB"),
        ("de-AT", ["en", "de"], "fr", "de-AT"),
        ("it", ["en", "de"], "fr", "en"),
        ("de", ["en"], "de", "en"),
    ],
)
def test_what_is_not_spoken_falls_to_the_first(own: str, chosen: list[str], wanted: str, spoken: str) -> None:
    business = Organization(locale=own, chat={"languages": chosen})
    assert spoken_tag(business, wanted) == spoken
    assert set(spoken_languages(business)) == set(chosen)


@pytest.mark.parametrize(("locale", "kept"), [("fr-FR", "de"), ("en-GB", "en")])
async def test_the_chat_opens_and_stays_in_a_language_of_the_business(
    core: BookingCore, salon: DemoSalon, locale: str, kept: str
) -> None:
    await set_by_owner(core, salon.organization_id, **{"chat.languages": ["de", "en"], "locale": "de"})
    claire = Chatter(core, salon, locale=locale)
    await claire.says("Bonjour, je voudrais un rendez-vous demain, s'il vous plaît")
    view = await claire.view()
    assert [language_of(tag) for tag in (view.conversation.locale, view.state.locale)] == [kept, kept]
    await claire.says("Good morning, how much is a haircut, please?")
    assert language_of((await claire.view()).state.locale) == "en"


async def test_letters_are_in_a_language_of_the_business(core: BookingCore, salon: DemoSalon) -> None:
    await set_by_owner(core, salon.organization_id, **{"chat.languages": ["de", "en"]})
    claire = Visitor(core, salon, "Claire")
    claire.contact = ContactDetails("Claire", "claire@example.com", locale="fr")
    async with mailbox() as box:
        await claire.books("Haircut", at(1, 10))
        await deliver_all(core, salon, box)
    assert str(box.letters[0]["Subject"]).startswith("Booked: Haircut")
