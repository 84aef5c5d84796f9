"""What text messages say: time and link in every language, within their parts."""

import pytest
from msgspec import structs

from agent.languages import LANGUAGES
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.text_message import fits, text_message
from booking_core.appointments.record import CANCELLED_LETTER, MOVED_LETTER, REQUESTED_LETTER
from booking_core.notices.reminders import REMINDER_LETTER
from booking_core.notices.texts.parts import in_gsm
from tests.agent.letters.test_letter_forms import facts  # noqa: F401 - a fixture

LONG_LINK = "https://termine.friseur-lavendel.example/b/" + "a" * 42


@pytest.mark.parametrize("locale", sorted(LANGUAGES))
def test_time_and_link_stand_in_every_one_within_its_parts(facts: LetterFacts, locale: str) -> None:  # noqa: F811
    facts = structs.replace(facts, locale=locale, link=LONG_LINK, change={"by": "customer"})
    for kind in (MOVED_LETTER, REQUESTED_LETTER, REMINDER_LETTER, CANCELLED_LETTER):
        for may_answer in (True, False):
            text = text_message(structs.replace(facts, kind=kind), may_answer=may_answer)
            assert fits(text), text
            assert in_gsm(text) == (locale not in ("he", "ar")), text
            assert LONG_LINK in text
            assert any(clock in text for clock in ("10:00", "10.00", "١٠:٠٠")), text


def test_names_are_cut_and_the_link_never(facts: LetterFacts) -> None:  # noqa: F811
    facts.catalogue.organization.name = "The very long name of a salon \U0001f485 that goes on and on"
    text = text_message(structs.replace(facts, link=LONG_LINK))
    assert (fits(text), text.count(LONG_LINK)) == (True, 1)
    endless = f"https://{'long.' * 40}example/b/x"
    assert text_message(structs.replace(facts, link=endless)).count(endless) == 1


def test_the_name_of_the_business_is_whole_where_it_fits(facts: LetterFacts) -> None:  # noqa: F811
    facts.catalogue.organization.name = "Praxis Nordlicht"
    texts = [
        text_message(structs.replace(facts, link="https://a.example/" + "a" * n)) for n in range(40, 100)
    ]
    without_service = [one for one in texts if "Haircut" not in one and "Change or cancel" in one]
    assert any(one.startswith("Praxis Nordlicht: ") for one in without_service), without_service
