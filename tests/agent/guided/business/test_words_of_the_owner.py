"""What the owner wrote in one language is quoted in another, and a price of a group is one for each."""

import pytest

from agent.languages import LANGUAGES
from agent.languages.prices import EACH
from agent.languages.texts.foreign_facts import QUOTED, fact_in
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter
from tests.cast import second_location, set_by_owner

PARKING = "There is free parking behind the house."
HOW_MUCH = {
    "en": "how much is the yoga class for 4 of us?",
    "de": "was kostet die Yoga class für 4 Personen?",
    "fr": "combien coûte la Yoga class pour 4 personnes ?",
    "es": "¿cuánto cuesta la Yoga class para 4 personas?",
    "it": "quanto costa la Yoga class per 4 persone?",
    "he": "כמה עולה Yoga class ל-4 אנשים?",
    "ar": "كم سعر Yoga class لأربعة أشخاص؟",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fact_in_another_language_is_quoted_as_one(language: str) -> None:
    told = fact_in(PARKING, language, "en-US")
    assert PARKING in told
    begun = QUOTED[language].partition("{language}")[0]
    assert told.startswith(begun) == (language != "en")


def test_a_fact_in_the_customers_language_is_told_as_it_is() -> None:
    own = "Wir haben kostenlose Parkplätze hinter dem Haus."
    assert fact_in(own, "de_DE", "en-US") == own


async def test_the_name_of_a_place_asks_about_no_topic(core: BookingCore, salon: DemoSalon) -> None:
    await set_by_owner(core, salon.organization_id, chat__facts={"Parking": PARKING})
    await second_location(core, salon, name="Practice at the Park", address="", time_zone="Europe/Berlin")
    eve = Chatter(core, salon)
    assert PARKING not in await eve.says("Practice at the Park")
    assert PARKING in await eve.says("is there parking at the Practice at the Park?")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_price_of_a_group_is_told_for_each(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    eve = Chatter(core, salon, locale=language)
    assert EACH[language].replace("{price}", "").strip() in await eve.says(HOW_MUCH[language])


async def test_its_summary_and_card_say_each_too(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    await eve.says("yoga class on wednesday at 10 for 3 people")
    await eve.says("Ada Byron, ada@example.com")
    for kind, said in (("summary", "yes"), ("booking_card", "thanks")):
        if kind == "booking_card":
            await eve.says("yes")
        block = await eve.sees(kind)
        assert block is not None, said
        assert block["price"]["each"] is True


async def test_a_price_of_one_is_no_price_for_each(core: BookingCore, salon: DemoSalon) -> None:
    eve = Chatter(core, salon)
    assert "per person" not in await eve.says("how much is a haircut?")
