"""The language that a request is answered in: what an operator has chosen, else what their browser asks for,
else the language of the business."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from litestar.datastructures import Headers
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from web.server.accept_language import tags_of

# Each as its speakers call it; the first is what the pages are written in.
LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "he": "עברית",
    "ar": "العربية",
}
ENGLISH = "en"
RIGHT_TO_LEFT = frozenset({"he", "ar"})


class RequestLanguage:
    """Found out step by step: the browser is known at once, who asks and where they are only later. One for
    each request, shared by all tasks that work on it."""

    def __init__(self, browser: str | None = None) -> None:
        self.browser = browser
        self.chosen: str | None = None
        self.business: str | None = None

    @property
    def tag(self) -> str:
        return self.chosen or self.browser or self.business or ENGLISH


_PRESENT: ContextVar[RequestLanguage] = ContextVar("the language of this request")


class SpeaksLanguage(ASGIMiddleware):
    """Begins every request with what the browser asks for."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        begin(Headers.from_scope(scope).get("accept-language", ""))
        await next_app(scope, receive, send)


def begin(accepted: str = "", chosen: str | None = None) -> None:
    """From here on this language is spoken, until somebody is known who has chosen another."""
    wanted = (known_language(tag) for tag in tags_of(accepted))
    present = RequestLanguage(next((tag for tag in wanted if tag), None))
    present.chosen = known_language(chosen)
    _PRESENT.set(present)


def choose(tag: str | None) -> None:
    """What the operator has chosen; nothing where they never did."""
    if present := _PRESENT.get(None):
        present.chosen = known_language(tag)


@contextmanager
def speak(*tags: str | None) -> Iterator[None]:
    """What is written meanwhile is for somebody else, in the first of these languages that the console
    speaks."""
    theirs = RequestLanguage()
    theirs.chosen = next((known for tag in tags if (known := known_language(tag))), None)
    before = _PRESENT.set(theirs)
    try:
        yield
    finally:
        _PRESENT.reset(before)


def come_to_business(locale: str) -> None:
    """What is spoken in the business, where nobody asks for anything else."""
    if present := _PRESENT.get(None):
        present.business = known_language(locale)


def language() -> str:
    """The tag of the language that is spoken now."""
    present = _PRESENT.get(None)
    return ENGLISH if present is None else present.tag


def direction() -> str:
    return "rtl" if language() in RIGHT_TO_LEFT else "ltr"


def known_language(tag: Any) -> str | None:
    """``de`` for ``de-AT``; None for a language that the console does not speak."""
    base = str(tag or "").replace("_", "-").split("-")[0].lower()
    return base if base in LANGUAGES else None
