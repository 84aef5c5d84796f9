"""The languages of the interface: which one a customer gets, its words, and the way it writes dates."""

from functools import cache

import msgspec

from agent.languages.wording import locale_from_tag
from web.chat.pages.bundle import STATIC
from web.server.accept_language import tags_of

LANGUAGES = ("en", "de", "fr", "es", "it", "he", "ar")


def preferred_language(accept_language: str) -> str | None:
    """The language tag a browser likes best among those we speak."""
    spoken = (tag for tag in tags_of(accept_language) if language_of(tag) == tag.split("-")[0].lower())
    return next(spoken, None)


@cache
def words_of(language: str) -> dict[str, str]:
    text = (STATIC / "chat" / "languages" / f"{language}.json").read_text("utf-8")
    return msgspec.json.decode(text, type=dict[str, str])


def language_of(tag: str) -> str:
    language = tag.strip().replace("_", "-").split("-")[0].lower()
    return language if language in LANGUAGES else "en"


def locale_of(wanted: str, own: str) -> str:
    """How dates and prices are written, as a language tag: with the region asked for, or the business's where
    it says none."""
    language = language_of(wanted)
    for tag in (wanted, own):
        known = locale_from_tag(tag, "").replace("_", "-")
        if known.split("-")[0] == language and "-" in known:
            return known
    return language
