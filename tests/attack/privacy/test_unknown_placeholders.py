"""A placeholder that a model made up is held back, however its text is cut; an honest sentence in brackets
stays whole."""

from datetime import date

import pytest

from agent.conversation.vault import Vault
from agent.llm.redacting_model import TextRestorer
from agent.llm.redaction import Redaction
from agent.models.scripted import Say, ScriptedModel
from agent.privacy.business_words import BusinessWords
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

MADE_UP = (
    "[booking code 1]", "[name 1]", "[health emergency 1]", "[code]", "[Person 1]", "[Booking Code 12]",
    "[email 3]", "[your name]",
    "[BOOKING_CODE]", "[person_2]", "[Customer Name]", "[phone number]", "[Buchungscode 1]", "[nom]",
    "[שם 1]", "[رمز الحجز]",
)  # fmt: skip
HONEST = (
    "[we are closed on Mondays]", "[optional]", "[10:30]", "[Studio 2]", "[see the code of conduct]",
    "[name your price]", "[", "[]",
    "[1]", "[a person will call you]", "[email](mailto:hello@salon.example)",
)  # fmt: skip


def restorer(vault: Vault | None = None) -> TextRestorer:
    business = BusinessWords()
    return TextRestorer(Redaction(vault or Vault(), business, date(2026, 11, 23)))


def say(text: str, size: int) -> str:
    hearing = restorer()
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    return "".join([*map(hearing.feed, pieces), hearing.rest()])


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 100])
def test_what_is_made_up_is_held_back_and_what_is_honest_stays(size: int) -> None:
    for made_up in MADE_UP:
        assert say(f"Your booking is {made_up}. See you!", size) == "Your booking is …. See you!", made_up
        assert say(made_up, size) == "…", made_up
    for honest in HONEST:
        assert say(f"So {honest} it is. {honest}", size) == f"So {honest} it is. {honest}"


def test_what_the_vault_knows_stays_for_where_people_read() -> None:
    vault = Vault("cnv_1", "org_1")
    vault.note("name", 1, "Eve Adams")
    hearing = restorer(vault)
    text = hearing.feed("Dear [Name 1], dear [name 2]") + hearing.rest()
    assert text == "Dear [Name 1], dear …"
    assert vault.reveal(text) == "Dear Eve Adams, dear …"


async def test_a_customer_reads_no_placeholder(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(
        core, salon, ScriptedModel([Say("Hello [name 1], your code is [booking code 1] [really]!")])
    )
    assert await eve.says("hi, what is my code?") == "Hello …, your code is … [really]!"
