"""Where customers say they or their number are from: it decides the country of the number, wherever it stands
in the message, and is never their name."""

import pytest

from agent.contact_lines import contact_in
from agent.languages import words_in
from booking_core.core import BookingCore
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.agent.contact_lines.test_numbers_of_other_countries import summary_of
from tests.agent.customers import Chatter

NUMBERS = (
    ("en", "Rosa Bell 07700 900123, I'm in the UK", "Rosa Bell", "+447700900123"),
    ("en", "I'm in the UK. Rosa Bell, 07700 900123", "Rosa Bell", "+447700900123"),
    ("en", "Dan Levi, 054-2234567, it's an Israeli number", "Dan Levi", "+972542234567"),
    ("en", "Marie Petit, 06 12 34 56 78 I'm from France", "Marie Petit", "+33612345678"),
    ("en", "Zoe Petit, 06 12 34 56 78, my number is French", "Zoe Petit", "+33612345678"),
    ("en", "Urs Meier 079 123 45 67 I'm Swiss", "Urs Meier", "+41791234567"),
    ("fr", "Zoé Petit 06 12 34 56 78 je suis en France", "Zoé Petit", "+33612345678"),
    ("fr", "Zoé Petit 0470 12 34 56, je suis belge", "Zoé Petit", "+32470123456"),
    ("de", "Urs Meier, 079 123 45 67, ich bin aus der Schweiz", "Urs Meier", "+41791234567"),
    ("de", "Urs Meier, 079 123 45 67, eine Schweizer Nummer", "Urs Meier", "+41791234567"),
    ("it", "Anna Rossi 347 123 4567 vivo in Italia", "Anna Rossi", "+393471234567"),
    ("es", "Rosa 612 345 678 soy de España", "Rosa", "+34612345678"),
    ("es", "Ana Ruiz, México, es mi móvil: 55 1234 5678", "Ana Ruiz", "+525512345678"),
    ("he", "דנה 054-2234567 אני מישראל", "דנה", "+972542234567"),
    ("he", "דנה לוי 054-2234567 זה מספר ישראלי", "דנה לוי", "+972542234567"),
    ("ar", "ليلى حداد 07700900123 أنا في بريطانيا", "ليلى حداد", "+447700900123"),
    ("ar", "ليلى حداد 0501234567 انا من السعودية", "ليلى حداد", "+966501234567"),
    ("ar", "ليلى حداد 0501234567 رقمي سعودي", "ليلى حداد", "+966501234567"),
    # No country is told, it is refused, or the number has a code of its own.
    ("en", "Rosa Bell 0170 1234567, I'm not in the UK", "Rosa Bell", "+491701234567"),
    ("en", "Frances Bell 0170 1234567, call me", "Frances Bell", "+491701234567"),
    ("fr", "Zoé Petit +49 170 1234567 je suis en France", "Zoé Petit", "+491701234567"),
)  # fmt: skip
CONTRADICTIONS = (
    ("en", "Rosa Bell 0170 1234567, I'm from France"),
    ("de", "Urs Meier 0170 1234567, ich komme aus Italien"),
    ("he", "דנה לוי 0170 1234567 אני מישראל"),
)
ORIGINS = (
    ("en", "I'm from Leeds"), ("en", "I'm Swiss"), ("en", "the UK"), ("en", "I live in Spain"),
    ("de", "ich bin aus Wien"), ("de", "ich bin Schweizer"), ("fr", "je suis belge"),
    ("fr", "je suis de Lyon"),
    ("fr", "de Belgique"), ("es", "soy de España"), ("es", "soy de Sevilla"), ("es", "soy española"),
    ("it", "sono di Roma"), ("it", "vengo dalla Svizzera"), ("he", "אני מישראל"), ("he", "אני ישראלית"),
    ("en", "it's French"), ("it", "è svizzero"), ("ar", "أنا من دبي"), ("ar", "انا سعودية"),
)  # fmt: skip
NAMES = (
    ("it", "Anna 347 123 4567 sono di Roma", "Anna"), ("es", "Soy Rosa de España", "Rosa"),
    ("fr", "Zoé 06 12 34 56 78, je suis belge", "Zoé"), ("es", "soy Rosa de la Torre", "Rosa de la Torre"),
    ("it", "sono Di Stefano", "Di Stefano"), ("he", "אני מיכל", "מיכל"), ("en", "I'm Frances", "Frances"),
    ("en", "Jordan Smith", "Jordan Smith"), ("en", "Jean de Gaulle", "Jean de Gaulle"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "number"), NUMBERS)
def test_the_country_may_be_told_anywhere(language: str, text: str, name: str, number: str) -> None:
    contact = contact_in(text, ("DE",), words_in(language), is_asked=True)
    assert (contact.name, contact.phone) == (name, number)


@pytest.mark.parametrize(("language", "text"), CONTRADICTIONS)
def test_a_number_of_another_country_than_told_is_asked_for(language: str, text: str) -> None:
    contact = contact_in(text, ("DE",), words_in(language), is_asked=True)
    with pytest.raises(InvalidField) as refused:
        normalise_phone(contact.phone or "", "DE")
    assert refused.value.reason == "phone_incomplete"


@pytest.mark.parametrize("is_asked", [True, False])
@pytest.mark.parametrize(("language", "text"), ORIGINS)
def test_where_somebody_is_from_is_no_name(language: str, text: str, is_asked: bool) -> None:
    assert contact_in(text, ("DE",), words_in(language), is_asked=is_asked).name is None


@pytest.mark.parametrize(("language", "text", "name"), NAMES)
def test_a_name_stays_beside_it(language: str, text: str, name: str) -> None:
    assert contact_in(text, ("DE",), words_in(language), is_asked=True).name == name


CORRECTED = (
    ("0612345678", "no sorry, my number is French", "+33 6 12 34 56 78"),
    ("0612345678", "je suis en France, +33", "+33 6 12 34 56 78"),
    ("0612345678", "no, it's French", "+33 6 12 34 56 78"),
    ("0612345678", "c'est français", "+33 6 12 34 56 78"),
    ("0612345678", "I'm in France", "+33 6 12 34 56 78"),
    ("07700 900123", "which number did you note? it's a UK mobile", "+44 7700 900123"),
    ("+49 170 1234567", "I'm in France", "+49 170 1234567"),
)


@pytest.mark.parametrize(("number", "said", "kept"), CORRECTED)
async def test_the_country_may_be_told_at_the_summary(
    core: BookingCore, salon: DemoSalon, number: str, said: str, kept: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut with Dana on tuesday at 10 please")
    await eve.says(f"my name is Ada Lovelace, {number}")
    await eve.says(said)
    assert (await summary_of(eve))["Contact"] == kept
    assert (await eve.view()).state.summary is not None


async def test_a_contradiction_at_the_summary_is_asked_about(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut with Dana on tuesday at 10 please")
    await eve.says("my name is Ada Lovelace, 0170 1234567")
    assert "country code" in await eve.says("my number is French")
