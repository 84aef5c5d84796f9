"""A name or contact is what the customer gave: a thousand names cost nobody the time that is kept, and what
is no name becomes none."""

import unicodedata

import pytest
from faker import Faker

from agent.contact_lines import strip_titles
from agent.models.scripted import Call
from booking_core.core import BookingCore
from booking_core.customers.contacts import ContactDetails, normalise_name
from booking_core.customers.phones import normalise_phone
from booking_core.errors import InvalidField
from booking_core.maintenance.demo import DemoSalon
from tests.agent.contact_lines.test_contact_lines import read, rows
from tests.agent.customers import Chatter
from tests.agent.rules.customers_of_rules import OFFERED, quiet
from tests.attack.options import Sized

# By the language of the page: people of many countries come to a salon.
COUNTRIES = {
    "en": ("en_US", "en_IN", "nl_NL", "tr_TR", "vi_VN", "zh_CN", "ko_KR", "ru_RU", "pl_PL", "sv_SE", "pt_BR",
        "el_GR", "fa_IR"),
    "de": ("de_DE", "de_AT"), "fr": ("fr_FR",), "es": ("es_ES", "es_MX"), "it": ("it_IT",), "he": ("he_IL",),
    "ar": ("ar_AA",),
}  # fmt: skip


def test_people_are_called_what_they_say(size: Sized) -> None:
    given = [
        (language, strip_titles(" ".join(unicodedata.normalize("NFC", name).split()), language))
        for language, countries in COUNTRIES.items()
        for country in countries
        for name in _names(country, size(500, 40))
    ]
    wrong = [
        name for language, name in given if (read(name, language).name or "").rstrip(".") != name.rstrip(".")
    ]
    assert len(wrong) * 100 <= len(given), wrong


def _names(country: str, count: int) -> list[str]:
    people = Faker(country)
    people.seed_instance(14)
    return [people.name() for _ in range(count)]


def test_what_stands_around_a_name_is_no_part_of_it() -> None:
    wrong = [
        text
        for language, text, name, *_ in rows("framed_contact_lines")
        if (read(text, language).name or "") != unicodedata.normalize("NFC", name)
    ]
    assert wrong == []


def test_what_is_no_name_becomes_none() -> None:
    told = [
        text
        for language, text in rows("no_names", "more_no_names", "framed_no_names", "no_names_after_i_am")
        if read(text, language).name
    ]
    assert told == []


@pytest.mark.parametrize("name", ["Friday Okafor", "Sabato Marzo", "Oddvar Bye", "Min Park", "Will Young"])
async def test_a_name_never_costs_the_time_that_is_kept(
    core: BookingCore, salon: DemoSalon, name: str
) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut on Tuesday at 3 pm")
    before = (await eve.view()).state
    await eve.says(name)
    after = (await eve.view()).state
    assert (after.draft.name, after.hold_id, after.draft.when) == (name, before.hold_id, before.draft.when)


def test_what_is_put_right_is_the_contact() -> None:
    wrong = []
    for language, text, _, email, phone in rows("people_and_corrections"):
        contact = read(text, language)
        if (contact.email or "") != email or phone not in ("", contact.phone):
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("written", ["415-555-0142", "(212) 555-0187", "555-0142"])
def test_no_number_is_given_the_code_of_a_country_it_may_not_be_of(written: str) -> None:
    with pytest.raises(InvalidField):
        normalise_phone(written, "GB")


async def test_no_address_is_changed_in_silence(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut on Tuesday at 3 pm")
    assert "Did you mean ada@gmail.com?" in await eve.says("Ada Byron, ada@gmial.com")
    assert (await eve.view()).state.contact is None
    await eve.says("no")
    contact = (await eve.view()).state.contact
    assert contact is not None
    assert contact.email == "ada@gmial.com"


async def test_a_wish_to_be_phoned_costs_nobody_the_time(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("a haircut on Tuesday at 3 pm")
    before = (await eve.view()).state
    await eve.says("call me on Friday at 5")
    after = (await eve.view()).state
    assert (after.draft.name, after.hold_id, after.draft.when) == (None, before.hold_id, before.draft.when)


@pytest.mark.parametrize("marks", ["\u200f{}", "\u202a{}\u202c", "\ufeff{}", "{}\u200b"])
def test_letters_nobody_sees_make_no_other_customer(marks: str) -> None:
    for name in ("José García", "דנה לוי", "Ada Byron"):
        written = marks.format(unicodedata.normalize("NFD", name))
        kept = ContactDetails(written, marks.format("ada@example.com")).normalise("DE")
        assert (kept.name, kept.email) == (normalise_name(name), "ada@example.com") == (name, kept.email)


async def test_no_model_calls_a_customer_what_is_no_name(core: BookingCore, salon: DemoSalon) -> None:
    told = {"name": "wenn du meinst", "email": "ada@example.com"}
    model = quiet(*OFFERED, (Call("ask_contact_details", told),), (Call("propose_booking"),))
    eve = Chatter(core, salon, model)
    await eve.says("a haircut on tuesday, ada@example.com, wenn du meinst")
    assert (await eve.view()).state.contact is None
