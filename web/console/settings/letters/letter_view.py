"""A letter as it will be seen: in the light, in the dark, and as text."""

from collections.abc import Mapping

from litestar import Response
from msgspec import Struct

from agent.letters.letter_forms import DARK_QUERY, letter_html, letter_text
from agent.letters.sample_letter import sample_letter
from booking_core.desk import Desk
from web.console.access.headers import CONTENT_POLICY, POLICY
from web.console.rendering.visit import Visit
from web.console.settings.letters.words_form import ChosenLetter


class LetterView(Struct, frozen=True):
    """``light`` and ``dark`` are whole pages of HTML."""

    subject: str
    text: str
    light: str
    dark: str


async def draw_letter(
    visit: Visit, desk: Desk, chosen: ChosenLetter, words: Mapping[str, str]
) -> LetterView | None:
    """The letter of an invented appointment in these words; None where nothing can be booked yet."""
    link = f"{visit.settings.public_url}/c/{desk.organization_id}"
    content = sample_letter(
        desk.catalogue, chosen.outcome, words, locale=chosen.language, link=link, now=desk.clock.now()
    )
    if content is None:
        return None
    html = letter_html(content)
    return LetterView(
        subject=content.subject,
        text=letter_text(content),
        light=html.replace(DARK_QUERY, "@media not all"),
        dark=html.replace(DARK_QUERY, "@media all"),
    )


def with_letter_styles(answer: Response[str]) -> Response[str]:
    """A page with letters in frames, which are drawn by its own policy: mail programs know styles within
    elements only, so the page allows these. No script runs in the frames."""
    answer.headers[POLICY] = CONTENT_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    return answer
