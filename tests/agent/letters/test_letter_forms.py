"""Letters in all languages: whole in each, with the clock of the place, readable as text and as HTML."""

from datetime import datetime, timedelta

import pytest
from msgspec import structs

from agent.languages import LANGUAGES
from agent.languages.texts.letters.appointment_letters import LETTER_WORDS
from agent.letters.content.letter_content import LetterContent, letter_content
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.letter_forms import letter_html, letter_text
from booking_core.appointments.record import LETTER_KINDS, MOVED_LETTER
from booking_core.core import BookingCore
from booking_core.maintenance.demo import DemoSalon
from tests.agent.letters.post_office import LINK
from tests.cast import Visitor, at


@pytest.fixture
async def facts(ada: Visitor, core: BookingCore, salon: DemoSalon) -> LetterFacts:
    appointment = await ada.books("Haircut", at(1, 10))
    before = {
        "starts_at": at(2, 9).isoformat(),
        "ends_at": at(2, 10).isoformat(),
        "location_id": appointment.location_id,
        "resource_ids": [],
    }
    return LetterFacts(
        kind=MOVED_LETTER,
        change={"by": "business", "message": "Sorry!", "before": before},
        catalogue=await core.catalogue_of(salon.organization_id),
        appointment=appointment,
        locale="en_US",
        customer_zone="America/New_York",
        link=LINK,
        now=core.clock.now(),
    )


def test_every_language_says_all_of_it() -> None:
    assert set(LETTER_WORDS) == set(LANGUAGES)
    for tag, words in LETTER_WORDS.items():
        assert words.titles.keys() == LETTER_WORDS["en"].titles.keys(), tag
        assert words.leads.keys() == LETTER_WORDS["en"].leads.keys(), tag


async def test_every_letter_of_every_language_is_whole(facts: LetterFacts) -> None:
    """Facts in both forms, nothing left to fill in, the reader's direction."""
    for language in LANGUAGES:
        for kind in LETTER_KINDS:
            for by in ("customer", "business", "program"):
                for is_request in (True, False):
                    change = {**facts.change, "by": by, "is_request": is_request}
                    content = letter_content(
                        structs.replace(facts, kind=kind, change=change, locale=language)
                    )
                    must_be_whole(content, facts, language)


def must_be_whole(content: LetterContent, facts: LetterFacts, language: str) -> None:
    assert content.subject.isprintable()
    for form in (letter_text(content), letter_html(content)):
        assert "{" not in form.partition("</style>")[2]
        for fact in ("Haircut", facts.appointment.code, LINK, "Sorry!", "2026"):
            assert fact in form, (language, fact)
    assert f'dir="{"rtl" if language in ("he", "ar") else "ltr"}"' in letter_html(content)
    assert sum(row.is_past for row in content.rows) <= 1


async def test_until_when_somebody_may_cancel_and_move_is_told_as_it_was_agreed(facts: LetterFacts) -> None:
    def rules(now: datetime, **cutoffs: int) -> tuple[str, ...]:
        facts.appointment.policy = cutoffs
        return letter_content(structs.replace(facts, now=now)).closing

    agreed = {"cancellation_cutoff_min": 60, "reschedule_cutoff_min": 120}
    early = at(0, 8)
    assert rules(early, **agreed) == (
        "You can cancel it until Tue, Nov 24, 9:00 AM.",
        "You can move it until Tue, Nov 24, 8:00 AM.",
    )
    assert rules(early) == ("You can cancel or move it until it begins.",)
    assert rules(at(1, 8, 30), **agreed) == ("You can cancel it until Tue, Nov 24, 9:00 AM.",)
    assert "contact us" in rules(at(1, 9, 30), **agreed)[0]


async def test_what_businesses_write_is_never_markup_nor_another_line(facts: LetterFacts) -> None:
    organization = facts.catalogue.organization
    organization.name = 'Cut & <i>"Dye"</i>\r\nBcc: eve@example.com\u200f'
    content = letter_content(facts)
    assert content.signature[0] == 'Cut & <i>"Dye"</i> Bcc: eve@example.com'
    assert "<i>" not in letter_html(content)
    assert "&lt;i&gt;" in letter_html(content)


async def test_a_night_says_on_which_day_it_ends(facts: LetterFacts) -> None:
    facts.appointment.ends_at = facts.appointment.starts_at + timedelta(hours=20)
    assert "Tuesday, November 24, 2026, 10:00 AM – Wednesday, November 25, 2026, 6:00 AM (Berlin time)" in (
        letter_text(letter_content(facts))
    )


@pytest.mark.parametrize(("theirs", "is_named"), [("America/New_York", True), ("Europe/Vienna", False)])
async def test_the_clock_is_named_only_where_the_readers_may_be_another(
    facts: LetterFacts, theirs: str, is_named: bool
) -> None:
    told = letter_text(letter_content(structs.replace(facts, customer_zone=theirs)))
    assert ("(Berlin time)" in told) is is_named
