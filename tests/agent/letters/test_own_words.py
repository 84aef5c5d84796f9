"""An owner's words in letters. Misused they would hide a fact, begin a header, become markup, point somewhere
else by marks of direction, or fill in what a customer or a service is called as if it were a placeholder."""

from datetime import UTC, datetime
from typing import Any

import pytest

from agent.languages.texts.letters.appointment_letters import LETTER_WORDS
from agent.letters.letter_forms import letter_html, letter_text
from agent.letters.sample_letter import CODE, SAMPLES, sample_letter
from booking_core.catalogue.catalogue import Catalogue
from booking_core.catalogue.settings.letter_words import LETTER_PARTS, OUTCOMES, LetterWords, fill_in
from booking_core.core import BookingCore
from booking_core.input.kinds import WrongPart
from booking_core.maintenance.demo import DemoSalon
from web.console.words.language import LANGUAGES

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
LINK = "https://zimun.example/c/here"
HOSTILE = "<img src=x onerror=alert(1)>\r\nBcc: eve@example.com\n\n\u202eevil\u202c {code} & 'so' \"on\""


@pytest.fixture
async def catalogue(core: BookingCore, salon: DemoSalon) -> Catalogue:
    async with core.sessions() as session:
        return await core.catalogue(session, salon.organization_id)


def letter(catalogue: Catalogue, outcome: str, words: dict[str, str], locale: str = "en") -> Any:
    content = sample_letter(catalogue, outcome, words, locale=locale, link=LINK, now=NOW)
    assert content is not None
    return content


def read(outcome: str = "confirmed", **parts: str) -> dict[str, str]:
    return LetterWords().read({"de": {outcome: parts}})["de"][outcome]


async def test_every_fact_stands_in_every_letter_of_every_language(catalogue: Catalogue) -> None:
    assert set(SAMPLES) == set(OUTCOMES)
    own = read(subject="S", greeting="G", opening="O", closing="C", signature="N")
    for outcome in OUTCOMES:
        for locale in LANGUAGES:
            ours, theirs = letter(catalogue, outcome, {}, locale), letter(catalogue, outcome, own, locale)
            assert (theirs.rows, theirs.title, theirs.link) == (ours.rows, ours.title, ours.link)
            assert theirs.closing == ("C", *ours.closing), "the rules are there"
            assert (theirs.subject, theirs.opening, theirs.signature) == ("S", ("G", "O"), ("N",))
            for form in (letter_text(theirs), letter_html(theirs)):
                assert CODE in form
                assert LINK in form


async def test_hostile_words_stay_text(catalogue: Catalogue) -> None:
    own = read(opening=HOSTILE, closing=HOSTILE, signature=HOSTILE)
    with pytest.raises(WrongPart):
        read(subject="Hi\r\nBcc: eve@example.com")
    content = letter(catalogue, "confirmed", own)
    html, text = letter_html(content), letter_text(content)
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;<br>Bcc: eve@example.com" in html
    assert f"evil {CODE} &amp; &#x27;so&#x27; &quot;on&quot;" in html
    assert "\u202e" not in html + text
    assert content.subject.isprintable()


async def test_what_is_filled_in_is_filled_in_once(catalogue: Catalogue) -> None:
    assert fill_in("{service} {code} {x}", {"service": "{code}", "code": "K"}) == "{code} K {x}"
    own = read(subject="{service} – {when} – {where} – {with} – {business}", opening="{code}: {service}")
    content = letter(catalogue, "confirmed", own)
    assert "{" not in content.subject
    assert content.opening[1].startswith(f"{CODE}: ")
    assert catalogue.organization.name in content.subject


async def test_a_paragraph_is_a_paragraph(catalogue: Catalogue) -> None:
    content = letter(catalogue, "confirmed", read(opening="One\nline\n\nTwo\n \n\nThree"))
    assert content.opening[1:] == ("One\nline", "Two", "Three")


@pytest.mark.parametrize("part", LETTER_PARTS)
@pytest.mark.parametrize("text", ["{customer}", "{}", "{ service }", "{service.__class__}"])
def test_an_unknown_placeholder_is_refused_beside_its_part(part: str, text: str) -> None:
    with pytest.raises(WrongPart) as caught:
        LetterWords().read({"de": {"confirmed": {part: f"Hello {text}"}}})
    assert caught.value.part == f"de.confirmed.{part}"
    assert "{service}" in str(caught.value)


def test_a_brace_alone_is_a_brace() -> None:
    assert read(opening="} and {")["opening"] == "} and {"


@pytest.mark.parametrize(
    "value",
    [[], "x", {"de": "x"}, {"de": {"booked": {}}}, {"de": {"confirmed": {"footer": "x"}}}, {"??": {}}],
)
def test_what_is_no_words_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"Please|language"):
        LetterWords().read(value)


def test_what_is_empty_is_left_out() -> None:
    empty = {"de": {"confirmed": {"subject": " "}}, "fr": {}}
    assert LetterWords().read(empty) == {}


async def test_each_sample_is_the_letter_it_is_called(catalogue: Catalogue) -> None:
    """Of requests and other times only where they are its matter."""
    for outcome in SAMPLES:
        for locale, words in LETTER_WORDS.items():
            content = letter(catalogue, outcome, {}, locale)
            title = "moved" if outcome == "moved_by_business" else outcome.removesuffix("_by_business")
            assert content.title == words.titles[title]
            assert bool(content.before_pages) == (outcome == "displaced")
