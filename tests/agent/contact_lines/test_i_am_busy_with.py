"""What somebody is doing, after "I am", is no name, and takes the place of none; whoever is introduced is
named."""

import pytest

from agent.contact_lines import contact_in
from agent.languages import words_in
from tests.agent.customers import Chatter
from tests.agent.guided.understanding.understood import appointments, rows

BUSY = (
    ("en", "hang on, I'm asking my sister"), ("en", "I'm comparing dates"), ("en", "I'm back in a minute"),
    ("de", "ich bin am Überlegen"), ("de", "Moment, ich bin gerade am Telefon"),
    ("fr", "je suis en réunion"), ("fr", "deux secondes, je suis en train de demander"),
    ("es", "estoy preguntando en casa"), ("es", "estoy comparando horarios"),
    ("it", "sto chiedendo a mia moglie"), ("it", "un momento, sono in riunione"),
    ("he", "רגע אני מחפשת"), ("he", "אני קוראת את הפרטים"), ("he", "אני אשאל ואחזור"),
    ("he", "אני יושבת בישיבה"),
    ("he", "דקה אני משווה"), ("he", "אני סוגר משהו"),
    ("ar", "لحظة أنا أبحث"), ("ar", "أنا أقارن المواعيد"), ("ar", "أنا نازلة من الباص"),
    ("ar", "ثانية أنا أراجع"),
)  # fmt: skip
NAMED = (
    ("he", "אני נועם", "נועם"), ("he", "אני תמר", "תמר"), ("ar", "أنا خالد", "خالد"),
    ("ar", "أنا فاطمة", "فاطمة"), ("en", "I'm Imogen", "Imogen"), ("de", "ich bin Jonas", "Jonas"),
    ("fr", "je suis Camille", "Camille"), ("es", "soy Marta", "Marta"), ("it", "sono Chiara", "Chiara"),
)  # fmt: skip


@pytest.mark.parametrize("is_asked", [False, True])
@pytest.mark.parametrize(("language", "said"), BUSY)
def test_what_somebody_is_doing_is_no_name(language: str, said: str, is_asked: bool) -> None:
    assert contact_in(said, ("DE",), words_in(language), is_asked=is_asked).name is None


@pytest.mark.parametrize(("language", "said", "name"), NAMED)
def test_who_says_who_they_are_is_named(language: str, said: str, name: str) -> None:
    assert contact_in(said, ("DE",), words_in(language), is_asked=False).name == name


@pytest.mark.parametrize(("language", "said"), BUSY)
async def test_a_known_name_stays_at_the_summary(eve: Chatter, language: str, said: str) -> None:
    await eve.says("haircut with Miriam on tuesday at 11")
    await eve.says("Jane Doe, jane@example.com")
    await eve.says(said)
    assert (await rows(eve))["Name"] == "Jane Doe"
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.name == "Jane Doe"


async def test_another_name_is_shown_before_anything_is_booked(eve: Chatter) -> None:
    await eve.says("haircut with Miriam on tuesday at 11")
    await eve.says("Jane Doe, jane@example.com")
    assert "Shall I book it?" in await eve.says("yes, but I'm Imogen Poe")
    assert (await rows(eve))["Name"] == "Imogen Poe"
    assert await appointments(eve) == []
