"""A letter about an appointment as a text message: one part of 160 letters, or three of 67 in scripts that
the small alphabet of telephones lacks. Time and link always stand in it; names are cut before anything else.
Pure."""

from collections.abc import Iterator

from babel.dates import format_skeleton

from agent.conversation.places import needs_clock, with_city
from agent.languages.texts.letters.appointment_letters import letter_words
from agent.languages.texts.letters.text_messages import text_words
from agent.languages.wording import time_of_day
from agent.letters.content.letter_content import one_line
from agent.letters.content.letter_facts import LetterFacts
from agent.letters.content.outcomes import outcome_of
from booking_core.notices.texts.parts import cut, in_gsm, parts_of, with_plain_letters
from booking_core.time.wall_clock import zone

MOST_PARTS, MOST_PARTS_UCS2 = 1, 3
# How long the names of the business and of the service may be, from try to try; at last the link stands
# without words before it.
WITH_WORDS = ((80, 80), (30, 30), (20, 20), (16, 12), (11, 8), (20, 0), (11, 0))
WITHOUT_WORDS = ((20, 0), (11, 0), (0, 0))


def text_message(facts: LetterFacts, *, may_answer: bool = False) -> str:
    """``may_answer`` is whether its reader can answer it, and so may say STOP. Where the address of the
    installation alone is too long for one part, it takes more."""
    written = list(_tries(facts, may_answer=may_answer))
    return next((one for one in written if fits(one)), written[-1])


def fits(text: str) -> bool:
    return parts_of(text) <= (MOST_PARTS if in_gsm(text) else MOST_PARTS_UCS2)


def _tries(facts: LetterFacts, *, may_answer: bool) -> Iterator[str]:
    """The longest first."""
    words, title = (
        text_words(facts.locale),
        letter_words(facts.locale).titles[outcome_of(facts.kind, facts.change)],
    )
    catalogue, appointment = facts.catalogue, facts.appointment
    business = one_line(catalogue.organization.name)
    service = one_line(catalogue.booked_name(appointment))
    before_link = f"{words.manage if appointment.stands else words.again} "

    def line(names: tuple[int, int], before: str, ending: str = "") -> str:
        name = f"{cut(business, names[0])}: " if names[0] else ""
        what = f"{cut(service, names[1])}, " if names[1] else ""
        said = f"{name}{title}: {what}{_when(facts)}. {before}"
        return f"{with_plain_letters(said)}{facts.link}{with_plain_letters(ending)}"

    if may_answer:
        yield from (line(names, before_link, f"\n{words.stop}") for names in WITH_WORDS)
    yield from (line(names, before_link) for names in WITH_WORDS)
    yield from (line(names, "") for names in WITHOUT_WORDS)


def _when(facts: LetterFacts) -> str:
    """Such as ``Wed, Nov 25, 2:00 PM``."""
    starts = facts.appointment.starts_at
    local = starts.astimezone(zone(facts.time_zone))
    day = format_skeleton("MMMEd", local.replace(tzinfo=None), locale=facts.locale)
    told = f"{day}, {time_of_day(starts, facts.time_zone, facts.locale)}"
    if not needs_clock(facts.catalogue, starts, facts.time_zone, facts.customer_zone):
        return told
    return with_city(told, facts.time_zone, facts.locale)
