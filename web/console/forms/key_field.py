"""The key of a row, which every noun has: for files and programs, and folded away."""

from web.console.forms.fields import TextField
from web.console.words.translate import gettext


def key_field() -> TextField:
    return TextField(
        name="key",
        label=gettext("Key"),
        is_technical=True,
        hint=gettext("What files and programs call it, whatever its name becomes."),
    )
