"""What the page says where it cannot: a link that leads nowhere, too many requests, a server that is away,
and refusals of the desk in the customer's words."""

from typing import Any

from babel import Locale
from litestar import Response

from agent.languages.texts.manage_page.manage_words import ManageWords, manage_words
from agent.languages.texts.refusals import sentence_for_refusal
from booking_core.errors import NotFound, Refusal, TooMany, Unavailable
from web.chat.pages.accent import accent_properties
from web.chat.pages.contrast import OURS
from web.chat.pages.languages import language_of, preferred_language
from web.manage.rendering.drawing import draw
from web.manage.rendering.shown import Shown
from web.manage.visit import AnyRequest
from web.problems import status_of

# Refusals that this page has words of its own for.
OWN_WORDS = {
    "version_conflict": "changed",
    "already_started": "over",
    "not_reschedulable": "over",
    "outside_cancellation_window": "cancel_too_late",
    "outside_reschedule_window": "move_too_late",
    "rate_limited": "wait",
}


def sentence_of(shown: Shown, refusal: Refusal) -> str:
    if refusal.code in OWN_WORDS:
        return str(getattr(shown.words, OWN_WORDS[refusal.code]))
    return sentence_for_refusal(shown.facts.locale, refusal)


def lost_page(request: AnyRequest, refusal: Refusal) -> Response[Any]:
    """The same for every link that leads nowhere, whoever's it was."""
    language = language_of(preferred_language(request.headers.get("Accept-Language", "")) or "en")
    words: ManageWords = manage_words(language)
    title, hint = words.wait, ""
    if isinstance(refusal, NotFound):
        title, hint = words.lost, words.lost_hint
    elif isinstance(refusal, Unavailable):
        title = sentence_for_refusal(language, refusal)
    page = draw(
        "lost.html",
        status_code=status_of(refusal),
        language=language,
        direction=Locale.parse(language).text_direction,
        title=title,
        hint=hint,
        colours=accent_properties(OURS),
    )
    page.headers["Vary"] = "Accept-Language"
    if refusal.retry_after_s is not None:
        page.headers["Retry-After"] = str(refusal.retry_after_s)
    return page


HANDLERS: Any = dict.fromkeys((NotFound, TooMany, Unavailable), lost_page)
