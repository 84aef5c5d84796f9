"""What is said beside the receptionist's sentences: greetings, letters and what is wrong with a field, in
each language."""

import pytest
from sqlalchemy import select

from agent.intake.reception import Visitor as Browser
from agent.languages import LANGUAGES
from agent.languages.texts.fields import FIELD_ERRORS
from agent.languages.texts.letters.short_letters import CODE_LETTERS, code_letter
from agent.languages.texts.refusals import REFUSAL_SENTENCES
from agent.languages.texts.welcomes import MEANINGS, WELCOMES, welcome_of
from agent.letters.code_letter import write_code_letter
from agent.verification.verification import Verification
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from booking_core.notices.outbox import Mail
from tests.agent.customers import Chatter
from tests.cast import Visitor, at


def test_every_language_has_all_of_it() -> None:
    others = set(LANGUAGES) - {"en"}
    assert set(WELCOMES) == set(CODE_LETTERS) == set(LANGUAGES)
    assert set(FIELD_ERRORS) == set(REFUSAL_SENTENCES) == others
    assert len({frozenset(words) for words in FIELD_ERRORS.values()}) == 1
    assert {len(welcome.starters) for welcome in WELCOMES.values()} == {len(MEANINGS)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_names_business_code_and_minutes_and_leads_nowhere(language: str) -> None:
    subject, text = code_letter(f"{language}_XX", name="Lavender", code="123456", minutes=10)
    assert "Lavender" in subject
    assert [line.strip() for line in text.splitlines()].count("123456") == 1
    assert "10" in text
    assert "http" not in text
    assert "{" not in text


def test_a_business_greets_in_words_of_its_own_in_all_or_some_of_its_languages() -> None:
    def greeting(own: object, locale: str) -> str:
        return welcome_of(Organization(chat={"greeting": own}), locale).greeting

    assert greeting("Ahoy!", "de_DE") == greeting("Ahoy!", "he") == "Ahoy!"
    assert greeting({"de": "Moin!"}, "de_DE") == "Moin!"
    assert greeting({"de": "Moin!"}, "he_IL") == WELCOMES["he"].greeting
    assert greeting(None, "fi_FI") == WELCOMES["en"].greeting


SAID = {
    "en-GB": "haircut on tuesday at 10am",
    "de-AT": "Haircut am Dienstag um 10 Uhr",
    "he-IL": "Haircut ביום שלישי בשעה 10:00",
}


@pytest.mark.parametrize(
    ("locale", "answers", "field", "detail"),
    [
        ("en-GB", {"name": "Ada", "email": "ada at home"}, "email",
            "That email address does not look right."),
        ("de-AT", {"name": "Ada", "email": "ada at home"}, "email",
            "Diese E-Mail-Adresse sieht nicht richtig aus."),
        ("de-AT", {"name": "", "email": "ada@example.com"}, "name", "Bitte nennen Sie uns Ihren Namen."),
        ("he-IL", {"name": "Ada"}, "email", "נא לכתוב כתובת אימייל או מספר טלפון."),
    ],
)  # fmt: skip
async def test_a_form_says_what_is_wrong_in_the_customers_language_and_stays_open(
    core: BookingCore, salon: DemoSalon, locale: str, answers: dict[str, str], field: str, detail: str
) -> None:
    eve = Chatter(core, salon)
    eve.conversation = (await eve.reception.open(salon.organization_id, Browser(locale))).conversation
    await eve.says(SAID[locale])
    with pytest.raises(InvalidField, match=detail) as refused:
        await eve.fills_in(**answers)
    assert refused.value.field == field
    await eve.fills_in(name="Ada Lovelace", email="ada@example.com")
    assert await eve.sees("summary")


async def test_a_code_is_sent_in_the_language_of_its_conversation(
    core: BookingCore, salon: DemoSalon, ada: Visitor
) -> None:
    await ada.books("Haircut", at(1, 10))
    again = Chatter(core, salon)
    again.conversation = (await again.reception.open(salon.organization_id, Browser("de-DE"))).conversation
    await again.says("Ich möchte meinen Termin absagen")
    await again.says("ada@example.com")
    async with core.sessions() as session, session.begin():
        asked = select(Verification.id).where(Verification.conversation_id == again.conversation.id)
        verification_id = (await session.scalars(asked)).one()
    await write_code_letter(core, verification_id)
    async with core.sessions() as session, session.begin():
        letter = (await session.scalars(select(Mail).where(Mail.verification_id == verification_id))).one()
    assert letter.subject.startswith("Ihr Code für Salon")
    assert "Guten Tag" in letter.text
