"""Messages in the language of the request. ``gettext`` and ``ngettext`` translate at once; ``N_`` only marks
what stands in a table and is translated when it is shown."""

from typing import Any

from markupsafe import escape

from web.console.words.catalogues import is_message, translations
from web.console.words.language import ENGLISH, language


def gettext(message: str, **values: Any) -> str:
    """The message in the language spoken now, with its named ``values`` put in."""
    text = translation(message)
    return text % values if values else text


def ngettext(one: str, many: str, number: int, **values: Any) -> str:
    """The form for a ``number``, which may stand in it as ``%(num)s``."""
    return plural(one, many, number) % {"num": number, **values}


def N_(message: str) -> str:  # noqa: N802 - what gettext calls it everywhere
    return message


def translation(message: str) -> str:
    """As it stands in the catalogue, places for values and all."""
    tag = language()
    return message if tag == ENGLISH or not message else translations(tag).gettext(message)


def template_message(message: Any) -> str:
    """The same for templates, which trust what this gives them: it is escaped, as no message holds markup and
    some name a tag. A text that no catalogue has has no places for values either."""
    text = str(message)
    return str(escape(translation(text))) if is_message(text) else str(escape(text)).replace("%", "%%")


def plural(one: str, many: str, number: int) -> str:
    """The form for a number, as it stands in the catalogue."""
    tag = language()
    if tag == ENGLISH:
        return one if number == 1 else many
    return translations(tag).ngettext(one, many, number)
