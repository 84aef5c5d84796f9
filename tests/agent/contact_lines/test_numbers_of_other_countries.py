"""A number without a country code is read in the country told beside it, then in that of the browser, then in
the business's own, and read back in full."""

import re

import pytest
from sqlalchemy import select

from agent.contact_lines import contact_in
from agent.conversation.conversation import Conversation, Message
from agent.languages import words_in
from agent.models.scripted import Call, Say, ScriptedModel
from agent.privacy.contacts.countries import countries_of
from booking_core.core import BookingCore
from booking_core.customers.phone_countries import read_phone
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

TOLD = (
    ("en", ("DE",), "my name is Ada Lovelace, it is 07700 900123, UK", "+447700900123"),
    ("en", ("DE",), "Zoe Smith, my UK number is 07700 900123", "+447700900123"),
    ("en", ("DE",), "Zoe Smith, Israel: 054-1234567", "+972541234567"),
    ("en", ("DE",), "Ada Byron, 415-555-0142 US", "+14155550142"),
    ("de", ("DE",), "Katja Meier, 0664 1234567, aus Österreich", "+436641234567"),
    ("de", ("DE",), "Katja Meier, aus Österreich, 0664 1234567", "+436641234567"),
    ("de", ("DE",), "Katja Meier, 0170 1234567", "+491701234567"),
    ("fr", ("DE",), "Zoé Petit, 06 12 34 56 78 en France", "+33612345678"),
    ("es", ("DE",), "Ana Ruiz, 612 345 678 (España)", "+34612345678"),
    ("it", ("DE",), "Anna Rossi, 347 123 4567 Italia", "+393471234567"),
    ("he", ("DE",), "דנה לוי 054-1234567 מישראל", "+972541234567"),
    ("ar", ("DE",), "ليلى حداد 0501234567 من الإمارات", "+971501234567"),
    # Of the browser's country, where that has given it out; else of the business's.
    ("en", ("GB", "DE"), "Ada Byron 07700 900123", "+447700900123"),
    ("fr", ("FR", "DE"), "Zoé Petit 06 12 34 56 78", "+33612345678"),
    ("en", ("GB", "DE"), "Zoe Smith 0170 1234567", "+491701234567"),
    # A country's name that is somebody's own says nothing of the number.
    ("en", ("DE",), "Jordan Smith 0791234567", "+49791234567"),
    ("en", ("DE",), "0791234567 Jordan Smith", "+49791234567"),
    # A code of its own is never read otherwise.
    ("en", ("GB", "DE"), "Ada Byron +49 170 1234567, UK", "+491701234567"),
)


@pytest.mark.parametrize(("language", "countries", "text", "number"), TOLD)
def test_a_number_is_of_the_country_told_beside_it(
    language: str, countries: tuple[str, ...], text: str, number: str
) -> None:
    contact = contact_in(text, countries, words_in(language), is_asked=True)
    assert (contact.phone, contact.is_whole) == (number, True)


async def summary_of(eve: Chatter) -> dict[str, str]:
    block = await eve.sees("summary")
    assert block is not None
    return {row["label"]: row["value"] for row in block["rows"]}


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR", "he-IL", "de-DE"])
async def test_the_summary_reads_it_back_in_full(core: BookingCore, salon: DemoSalon, locale: str) -> None:
    eve = Chatter(core, salon, locale=locale)
    await eve.says("a haircut with Dana on tuesday at 10 please")
    await eve.says("my name is Ada Lovelace, it is 07700 900123, UK")
    assert (await summary_of(eve))["Contact"] == "+44 7700 900123"


async def test_no_transcript_has_the_number_however_it_is_written(
    core: BookingCore, salon: DemoSalon
) -> None:
    eve = Chatter(core, salon, locale="en-GB")
    await eve.says("a haircut with Dana on tuesday at 10 please")
    await eve.says("my name is Ada Lovelace, it is 07700 900123, UK")
    await eve.says("yes")
    card = await eve.sees("booking_card")
    assert card is not None
    assert card["customer"] == {"name": "Ada Lovelace", "contact": "+44 7700 900123"}
    assert eve.conversation is not None
    async with core.sessions() as session, session.begin():
        mine = select(Message).where(Message.conversation_id == eve.conversation.id)
        stored = [(one.text, one.blocks, one.input) for one in await session.scalars(mine)]
        state = await session.scalar(select(Conversation.state).where(Conversation.id == eve.conversation.id))
    assert "900123" not in re.sub(r"\s", "", str(stored) + str(state))


async def test_a_form_is_read_as_the_browser_says(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="en-GB")
    await eve.says("a haircut with Dana on tuesday at 10 please")
    await eve.fills_in(name="Ada Lovelace", email="", phone="07700 900123")
    assert (await summary_of(eve))["Contact"] == "+44 7700 900123"


async def test_a_model_gives_the_number_and_the_country_is_the_customers(
    core: BookingCore, salon: DemoSalon
) -> None:
    told = {"name": "Ada Lovelace", "phone": "07700 900123"}
    model = ScriptedModel([Call("ask_contact_details", told)], [Say("Thank you.")])
    eve = Chatter(core, salon, model)
    await eve.says("I am Ada Lovelace, 07700 900123, UK")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.phone == "+447700900123"


async def test_what_is_typed_unasked_is_read_in_the_country_too(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("I am Ada Lovelace, 07700 900123, UK")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.phone == "+447700900123"


SPOKEN = (
    ("he", "054-1234567", "+972541234567"),
    ("he", "0548871234", "+972548871234"),
    ("he", "0176 12345678", "+4917612345678"),
    ("it", "347 123 4567", "+393471234567"),
    ("es", "612 345 678", "+34612345678"),
    ("fr", "06 12 34 56 78", "+33612345678"),
    ("ar", "01012345678", "+201012345678"),
    ("ar", "0791234567", "+962791234567"),
    ("de", "030 5550142", "+49305550142"),
)


@pytest.mark.parametrize(("language", "number", "kept"), SPOKEN)
def test_a_language_of_elsewhere_tells_the_country_too(language: str, number: str, kept: str) -> None:
    assert read_phone(number, countries_of("DE", language)) == kept


@pytest.mark.parametrize(("language", "number"), [("ar", "0501234567"), ("de", "0171 2345")])
def test_what_may_be_of_several_countries_or_of_none_is_asked_about(language: str, number: str) -> None:
    with pytest.raises(InvalidField, match="country code"):
        read_phone(number, countries_of("DE", language))


async def test_a_mobile_said_in_hebrew_is_no_landline_in_germany(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon, locale="en")
    await eve.says("תספורת אצל דנה ביום שלישי בעשר")
    await eve.says("דנה לוי 054-8871234")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.phone == "+972548871234"
    await eve.says("כן")
    card = await eve.sees("booking_card")
    assert card is not None
    assert card["customer"]["contact"] == "+972 54-887-1234"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("07911 123456", "+447911123456"),
        ("07700 900456", "+447700900456"),
        ("087 123 4567", "+353871234567"),
        ("0151 23456789", "+4915123456789"),
        # In London as well as in Duisburg; the business is in Germany.
        ("0203 1234567", "+492031234567"),
    ],
)
def test_mobiles_of_whoever_writes_english_are_told_by_their_shape(written: str, number: str) -> None:
    assert read_phone(written, countries_of("DE", "en_US")) == number
