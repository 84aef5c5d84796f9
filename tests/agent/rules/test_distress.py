"""Distress is seen in seven languages and answered by people's means: whom to call, and nothing booked or
lost by it."""

import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import pytest
from phonenumbers import is_emergency_number
from sqlalchemy import update

from agent.assent.tokens import words_of
from agent.distress.finding import find_distress
from agent.distress.frames import DistressKind
from agent.distress.numbers import ONE_NUMBER, TWO_NUMBERS, emergency_in
from agent.distress.parts import DistressWords
from agent.languages import LANGUAGES, sentences_in
from agent.languages.texts.distress import comfort_in
from agent.models.scripted import ModelInput, ScriptedModel, Steps
from booking_core.catalogue.organizations import Organization
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.customers import Chatter

TABLE = Path(__file__).parent / "tables" / "distress.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
PHONE = "+49 30 5550142"
CRISIS = {
    "en": "I want to kill myself",
    "de": "Ich will mich umbringen",
    "fr": "Je veux mourir",
    "es": "Quiero matarme",
    "it": "Voglio uccidermi",
    "he": "אני רוצה למות",
    "ar": "أريد أن أموت",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_distress_is_told_from_manners_of_speaking(language: str) -> None:
    wrong = []
    for told_in, kind, text in ROWS:
        found = find_distress(text, told_in) if told_in == language else None
        got = found.kind.value if found else "none"
        if told_in == language and (got != kind or (found and found.language != language)):
            wrong.append((text, kind, got))
    assert wrong == []
    kinds = [kind for told_in, kind, _ in ROWS if told_in == language]
    assert min(kinds.count("none"), len(kinds) - kinds.count("none")) >= 30
    assert {kind.value for kind in DistressKind} <= set(kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_are_written_as_words_are_read(language: str) -> None:
    """A letter with an accent, or in its other writing, would never be found."""
    parts: DistressWords = import_module(f"agent.distress.languages.{language}").PARTS
    for name in parts.__struct_fields__:
        pattern = getattr(parts, name)
        assert re.findall(r"[^\W_]+", pattern) == words_of(pattern), name
        assert not re.search(r"\(\d+, ?\d*\)", pattern), f"{name}: a number of times was taken for a value"


def test_every_number_is_one_of_its_country() -> None:
    for country in {*ONE_NUMBER, *TWO_NUMBERS}:
        known = emergency_in(country)
        assert known is not None
        assert is_emergency_number(known.medical, country), country
        assert is_emergency_number(known.police, country), country


async def lies_in(core: BookingCore, salon: DemoSalon, country: str, phone: str | None = PHONE) -> None:
    async with core.sessions() as session, session.begin():
        await session.execute(
            update(Organization)
            .where(Organization.id == salon.organization_id)
            .values(country=country, phone=phone)
        )


def never_asked(_: ModelInput) -> Steps:
    raise AssertionError("a model was asked")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_answer_is_in_the_customers_language_and_no_model_is_asked(
    core: BookingCore, salon: DemoSalon, language: str
) -> None:
    await lies_in(core, salon, "IL")
    eve = Chatter(core, salon, ScriptedModel(never_asked), locale="en" if language == "en" else "de")
    answer, told = await eve.says(CRISIS[language]), comfort_in(language)
    assert answer.startswith(told.crisis.partition("{")[0])
    assert "**101**" in answer
    assert "**1201**" in answer
    assert told.unread in answer
    handed_over = {sentences_in(one).HANDED_OVER for one in (language, "de")}
    assert await eve.presses(sentences_in(language).ASK_FOR_A_PERSON) in handed_over


@pytest.mark.parametrize(
    ("country", "text", "numbers"),
    [
        ("DE", "my chest hurts and my arm is numb", ["112"]),
        ("US", "I want to die", ["911", "988"]),
        ("GB", "he hits me, I need to get out", ["999"]),
        ("IL", "he hits me, I need to get out", ["100"]),
        ("VU", "I can't breathe", [comfort_in("en").local]),
    ],
)
async def test_numbers_are_those_of_the_country(
    core: BookingCore, salon: DemoSalon, country: str, text: str, numbers: Sequence[str]
) -> None:
    await lies_in(core, salon, country)
    answer = await Chatter(core, salon).says(text)
    assert [f"**{number}**" in answer for number in numbers] == [True] * len(numbers)


async def test_after_a_treatment_the_business_is_called_first(core: BookingCore, salon: DemoSalon) -> None:
    await lies_in(core, salon, "DE")
    eve = Chatter(core, salon)
    answer = await eve.says("I am bleeding a lot after the extraction")
    assert 0 < answer.index(PHONE) < answer.index("**112**")
    card = await eve.sees("contact_fallback")
    assert card is not None
    assert card["phone"] == PHONE
    await lies_in(core, salon, "DE", phone=None)
    assert comfort_in("en").medical[:10] in await Chatter(core, salon).says(
        "I am bleeding a lot after the extraction"
    )


def test_the_gravest_is_answered() -> None:
    found = find_distress("He hits me. I want to die.", "en")
    assert found is not None
    assert found.kind is DistressKind.CRISIS


def test_two_hints_of_an_end_are_no_longer_unsure() -> None:
    for text, kind in (
        ("I wrote a letter to my children", DistressKind.UNSURE),
        ("I wrote a letter to my children. The cat goes to my neighbour.", DistressKind.CRISIS),
        ("The cat goes to my neighbour, can I come on Friday?", None),
        ("I wrote a letter to my children. The cat goes to my neighbour until I am back.", None),
    ):
        found = find_distress(text, "en")
        assert (found.kind if found else None) is kind, text


def test_a_long_message_is_read_in_time() -> None:
    assert find_distress("I want to think about a haircut, and " * 108, "en") is None
