"""How much one program may book within 24 hours: the field of its forms. Zero is any number, as on the
command line."""

from collections.abc import Mapping
from typing import Any

from web.console.forms.fields import Number
from web.console.forms.form import Form
from web.console.words.translate import gettext

NAME, ANY_NUMBER = "bookings_per_day", 0


def limit_field() -> Number:
    return Number(
        name=NAME,
        label=gettext("Bookings within 24 hours, at most"),
        hint=gettext("A limit stops a program that has gone wild. 0 is any number."),
        required=True,
    )


def limit_form() -> Form:
    return Form([limit_field()])


def limit_of(values: Mapping[str, Any]) -> Any:
    """As the verbs take it, who refuse what is no number."""
    limit = values[NAME]
    return None if limit == ANY_NUMBER else limit
