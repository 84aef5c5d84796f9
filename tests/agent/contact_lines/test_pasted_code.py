"""Program text pasted where a name is asked for gives none; a surname that is a word besides is kept."""

import pytest

from agent.contact_lines import contact_in
from agent.languages import words_in
from agent.mentions.pasted_code import without_code
from agent.models.scripted import Call, Say, ScriptedModel
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

CODE = (
    "SELECT * FROM users WHERE name = 'x';",
    "select id, name from users",
    "INSERT INTO t VALUES (1);",
    'for(int i=0;i<10;i++){ System.out.println("SELECT name FROM users"); }',
    "def foo(): return None",
    "import os\nos.system('ls')",
    "<script>alert(1)</script>",
    "const Ada = require('ada');",
    "public class Ada { }",
    "$ pip install ada",
    "console.log(Ada.name)",
)
# What customers write that only looks a little like it.
SENTENCES = (
    "a haircut (with Dana); tomorrow at 10",
    "Ada Byron; ada@example.com",
    '{"name": "Ada Byron", "email": "ada@example.com"}',
    "I'd like to select a time from tomorrow",
    "please update my booking and set it to friday",
    "from Monday on; only mornings",
    "name = Ada",
    "Haarschnitt & Farbe",
    "c'est pour Zoé; merci!",
)


@pytest.mark.parametrize("text", CODE)
def test_code_gives_no_name(text: str) -> None:
    for told in (text, f"{text}\nada@example.com"):
        assert contact_in(told, ("DE",), words_in("en"), is_asked=True).name is None


@pytest.mark.parametrize("text", CODE)
def test_the_name_beside_it_is_heard(text: str) -> None:
    contact = contact_in(f"{text}\nAda Byron, ada@example.com", ("DE",), words_in("en"), is_asked=True)
    assert (contact.name, contact.email) == ("Ada Byron", "ada@example.com")


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_left_alone(text: str) -> None:
    assert without_code(text) == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Katja Born", "Katja Born"),
        ("ich heiße Katja Born", "Katja Born"),
        ("Name: Katja Born Tel: 0170 1234567", "Katja Born"),
        ("Katja Meier, geboren 3.4.1980", "Katja Meier"),
        ("Katja Meier geb. Born", "Katja Meier"),
    ],
)
def test_a_surname_that_leads_to_a_birthday_elsewhere_is_kept(text: str, name: str) -> None:
    assert contact_in(text, ("DE",), words_in("de"), is_asked=True).name == name


async def test_a_model_makes_no_name_of_it(core: BookingCore, salon: DemoSalon) -> None:
    told = {"name": "SELECT", "email": "ada@example.com"}
    model = ScriptedModel([Call("ask_contact_details", told)], [Say("Whose name shall I put it under?")])
    eve = Chatter(core, salon, model)
    await eve.says("SELECT * FROM users;\nada@example.com")
    assert (await eve.view()).state.contact is None


async def test_code_moves_no_time_that_is_kept(eve: Chatter) -> None:
    await eve.says("a haircut on Tuesday at 3 pm")
    before = (await eve.view()).state
    await eve.says(CODE[3])
    after = (await eve.view()).state
    assert (after.hold_id, after.draft.name) == (before.hold_id, None)
