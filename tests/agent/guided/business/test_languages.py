"""Every language says everything, and a customer of each can book by typing."""

import string
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from agent.assent import plain_answer
from agent.languages import LANGUAGES, locale_of_text, phrases, sentences_in
from agent.languages.texts.refusals import REFUSAL_SENTENCES, sentence_for_code
from agent.languages.texts.tool_labels import TOOL_LABELS, tool_label
from agent.tools.registry import CHAT_TOOLS
from booking_core.appointments.appointment import Appointment
from tests.agent.customers import Chatter
from tests.cast import at
from tests.tables import each_row

OTHERS = [language for language in LANGUAGES if language != "en"]
NAMES = [name for name in vars(phrases) if name.isupper()]


def texts(sentence: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text within a sentence, by where it stands."""
    if isinstance(sentence, str):
        yield key, sentence
    elif isinstance(sentence, dict):
        for name, value in sentence.items():
            yield from texts(value, f"{key}.{name}")
    else:
        for place, value in enumerate(sentence):
            yield from texts(value, f"{key}.{place}")


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@each_row(("language", "name"), product(OTHERS, NAMES))
def test_every_sentence_is_said_with_the_same_facts(language: str, name: str) -> None:
    english, own = dict(texts(getattr(phrases, name))), dict(texts(getattr(sentences_in(language), name)))
    assert english.keys() == own.keys()
    for key, text in english.items():
        assert holes(own[key]) == holes(text), key
    is_short = name in {"AND", "OR", "MINUTES", "FORM", "ROWS"} or not any(
        " " in text for text in english.values()
    )
    assert is_short or own != english


@pytest.mark.parametrize("language", OTHERS)
def test_its_own_buttons_are_a_yes_and_a_no(language: str) -> None:
    yes, no = sentences_in(language).YES_NO
    assert plain_answer(yes, language) == "agree"
    assert plain_answer(no, language) == "decline"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Guten Tag, ich möchte einen Termin", "de"),
        ("Bonjour, je voudrais un rendez-vous", "fr"),
        ("Hola, quisiera una cita para mañana", "es"),
        ("Buongiorno, vorrei prenotare un taglio", "it"),
        ("שלום, אפשר לקבוע תור?", "he"),
        ("مرحبا، أريد موعدا", "ar"),
        ("danke", "de"),
        ("Servus, wär am Freitag noch was frei zum Haareschneiden?", "de"),
        ("coupe de cheveux avec Dana jeudi après 15h", "fr"),
        ("mejor el viernes por la tarde", "es"),
        ("preferirei giovedì pomeriggio", "it"),
        ("merci", "fr"),
    ],
)
def test_the_language_follows_the_customers_own(text: str, language: str) -> None:
    assert locale_of_text(text, "en_US") == language


@pytest.mark.parametrize("text", ["Eve Adams, eve@example.com", "10:30", "Haircut", "ok", "Dana", "no"])
@pytest.mark.parametrize("locale", ["de_AT", "en_US", "he"])
def test_what_belongs_to_no_language_changes_none(text: str, locale: str) -> None:
    assert locale_of_text(text, locale) == locale


def test_a_region_is_kept_while_its_language_is_spoken() -> None:
    assert locale_of_text("Ich möchte bitte einen Termin", "de_CH") == "de_CH"


BOOKINGS = {
    "de": (
        "Guten Tag, ich möchte einen Haircut am Dienstag um 11 Uhr",
        "Ich heiße Eva Maier, eva@example.com",
        "ja bitte",
    ),
    "fr": (
        "Bonjour, je voudrais un Haircut mardi à 11 heures",
        "Je m'appelle Ève Martin, eve@example.com",
        "oui, merci",
    ),
    "es": (
        "Hola, quisiera un Haircut el martes a las 11",
        "Me llamo Eva García, eva@example.com",
        "sí, por favor",
    ),
    "it": (
        "Buongiorno, vorrei un Haircut martedì alle 11",
        "Mi chiamo Eva Rossi, eva@example.com",
        "sì, va bene",
    ),
    "he": ("שלום, אפשר לקבוע Haircut ביום שלישי בשעה 11?", "קוראים לי חוה כהן, eva@example.com", "כן, בבקשה"),
    "ar": ("مرحبا، أريد حجز Haircut يوم الثلاثاء الساعة 11", "اسمي حواء علي، eva@example.com", "نعم من فضلك"),
}


@pytest.mark.parametrize("language", BOOKINGS)
async def test_a_booking_by_typing(eve: Chatter, language: str) -> None:
    wish, contact, yes = BOOKINGS[language]
    says = sentences_in(language)
    assert says.KEPT_NEEDS_CONTACT.split("{")[0] in await eve.says(wish)
    assert says.PLEASE_CHECK["book"] in await eve.says(contact)
    summary = await eve.sees("summary")
    assert summary is not None
    assert summary["title"] == says.SUMMARY_TITLES["book"]
    assert summary["actions"][0]["label"] == says.AGREE["book"]
    answer = await eve.says(yes)
    async with eve.core.sessions() as session, session.begin():
        [booked] = await session.scalars(
            select(Appointment).where(Appointment.organization_id == eve.salon.organization_id)
        )
    assert (booked.starts_at, booked.status) == (at(1, 11), "confirmed")
    assert f"**{booked.code}**" in answer
    assert answer.startswith(says.DEED_DONE["book"][3].split("{")[0])


async def test_a_customer_may_change_language_in_the_middle(eve: Chatter) -> None:
    await eve.says("a haircut on Tuesday at 11")
    assert sentences_in("de").ABOUT_HOURS.split("{")[0] in await eve.says(
        "Wie sind Ihre Öffnungszeiten, bitte?"
    )
    assert "Shall I book it?" in await eve.says("I am Eve Adams and my e-mail is eve@example.com, thanks")


@pytest.mark.parametrize("language", OTHERS)
def test_every_refusal_and_every_doing_is_said_in_the_language(language: str) -> None:
    assert REFUSAL_SENTENCES[language].keys() == REFUSAL_SENTENCES["de"].keys()
    assert TOOL_LABELS[language].keys() == {tool.label for tool in CHAT_TOOLS.values()}
    assert (
        sentence_for_code(f"{language}_XX", "never_heard_of", "In English.")
        == REFUSAL_SENTENCES[language]["other"]
    )
    assert sentence_for_code("en_US", "slot_taken", "In English.") == "In English."


def test_a_tool_nobody_has_words_for_keeps_its_label() -> None:
    assert tool_label("de_DE", "Something new") == "Something new"
    assert tool_label("en_GB", "One moment") == "One moment"


async def test_a_wrong_address_is_refused_in_the_language(eve: Chatter) -> None:
    await eve.says("Ich hätte gern eine Massage von 60 Minuten am Mittwoch um 14 Uhr")
    assert REFUSAL_SENTENCES["de"]["email"] in await eve.says("Max Muster, max@muster")


async def test_an_agreement_is_nobodys_name(eve: Chatter) -> None:
    await eve.says("Bonjour, je voudrais un massage de 60 minutes mercredi à 14h")
    await eve.says("c'est bon")
    assert (await eve.sees("form")) is not None
    assert "bon" not in await eve.says("ada@example.com")
