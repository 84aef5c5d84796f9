"""A field of a form: how it is called, and how its value becomes text and text its value."""

from collections.abc import Sequence
from typing import Any, ClassVar

from msgspec import Struct

from web.console.forms.sent import Sent, Texts
from web.console.words.translate import gettext


class FormField(Struct, frozen=True, kw_only=True):
    """``drawn`` names its macro in ``fields.html``. Labels and hints are in the language of the request: a
    form is made for each. What ``is_technical`` is folded away."""

    drawn: ClassVar[str] = "text"
    name: str
    label: str
    hint: str = ""
    required: bool = False
    is_technical: bool = False

    def read(self, sent: Sent) -> Any:
        """The value as the back office takes it; what cannot be read goes there as text, and is refused in
        its words."""
        return sent.text(self.name)

    def write(self, value: Any) -> Texts:
        """What a browser would send of this value."""
        return {self.name: ["" if value is None else str(value)]}

    def names(self, sent: Sent) -> Sequence[str]:
        """The names that this field has in a form."""
        begin = f"{self.name}."
        return [name for name in sent.texts if name == self.name or name.startswith(begin)]

    def tell(self, value: Any) -> str:
        """The value for reading."""
        return ", ".join(text for texts in self.write(value).values() for text in texts if text)

    def label_of(self, _: str) -> str:
        """What is called wrong where a problem names this field or a part of it."""
        return self.label

    def anchor(self, problem: str) -> str:
        """The id of what is put right where ``problem`` names this field or a part of it."""
        return self.name if problem.startswith(self.name) else problem


class Option(Struct, frozen=True):
    value: str
    label: str
    hint: str = ""


def yes_or_no(value: Any) -> str:
    return gettext("yes") if value else gettext("no")
